"""Places of the lines and names of a drawing; the template draws it as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

ROW = 30  # height of one name
LEFT, RIGHT, WIDTH = 14, 150, 460
_LONGEST_NAME = 38


@dataclass(frozen=True, slots=True)
class Ray:
    """A line from the instrument to one cited beside it. path: SVG path data; width: of it."""

    path: str
    width: float
    y: int
    name: str
    row: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fan:
    """Lines from one point to names in a column. Units: SVG user units."""

    rays: tuple[Ray, ...]
    height: int
    width: int = WIDTH
    x: int = LEFT
    name_x: int = RIGHT

    @property
    def y(self) -> int:
        return self.height // 2


def draw_fan(rows: Sequence[dict[str, Any]]) -> Fan:
    """Return the drawing of rows with "label" and "count": the more, the wider the line."""
    height = max(1, len(rows)) * ROW + 10
    most = max((row["count"] for row in rows), default=1)
    rays = []
    for place, row in enumerate(rows):
        y = 5 + place * ROW + ROW // 2
        middle = (LEFT + RIGHT) // 2
        path = f"M{LEFT} {height // 2}C{middle} {height // 2} {middle} {y} {RIGHT - 8} {y}"
        name = row["label"]
        if len(name) > _LONGEST_NAME:
            name = name[: _LONGEST_NAME - 1].rstrip() + "…"
        rays.append(Ray(path, round(1 + 5 * row["count"] / most, 1), y, name, row))
    return Fan(tuple(rays), height)

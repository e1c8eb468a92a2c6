"""Places and their official codes, looked up by name, kind, larger place and date.

The tables are read on the first look-up. Units that were dissolved before 2025 are not in them,
so a name alone never decides about a commune of that time: its district must be known.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from extract.text import fold
from patterns import load_csv

_TABLES = ("admin_units_before_2025", "admin_units")
_LEVELS = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
MERGER = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Unit:
    """One place of the tables. word: its kind word. parent: code of the larger place."""

    code: str
    name: str
    word: str
    level: str
    parent: str
    valid_from: str
    valid_to: str

    def __str__(self) -> str:
        return f"{self.word} {self.name}"

    def stood(self, on: date | None) -> bool:
        """Tell whether the place existed on the day; with no day, whether it ever did."""
        day = on.isoformat() if on else None
        return day is None or (
            (not self.valid_from or self.valid_from <= day)
            and (not self.valid_to or day <= self.valid_to)
        )


@cache
def _by_name() -> dict[tuple[str, str], list[Unit]]:
    names: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for table in _TABLES:
        for row in load_csv(table):
            level = _LEVELS.get(row["kind"]) or ("district" if row["parent"] else "province")
            unit = Unit(
                row["code"], row["name"], row["kind"], level, row["parent"],
                row["valid_from"], row["valid_to"],
            )  # fmt: skip
            names[level, place_key(row["name"])].append(unit)
    return dict(names)


@cache
def _by_code() -> dict[tuple[str, bool], Unit]:
    return {
        (unit.code, unit.valid_from == MERGER.isoformat()): unit
        for units in _by_name().values()
        for unit in units
    }


def place_key(name: str) -> str:
    """Return the key of a place name: letters only, folded, numbers without leading zeros."""
    return "".join(
        part.lstrip("0") or "0" if part.isdigit() else "".join(c for c in part if c.isalnum())
        for part in fold(name).replace("-", " ").split()
    )


def find_place(
    name: str,
    level: str,
    word: str | None,
    on: date | None,
    parent: str | None = None,
) -> Unit | None:
    """Return the one place of this name and level, or None when none or several fit.

    word: its kind word; a place that changed its kind (huyện to thị xã) still fits when no other
    has the name. parent: code of the district or province it lies in. Without a parent, a commune
    from before the merger is never returned: the tables lack those dissolved earlier.
    """
    units = [u for u in _by_name().get((level, place_key(name)), []) if u.stood(on)]
    if parent is not None:
        units = [u for u in units if parent in {u.parent, *_above(u)}]
    elif level == "commune" and (on is None or on < MERGER):
        return None
    exact = [u for u in units if u.word == word]
    chosen = exact or units
    codes = {(u.code, u.parent) for u in chosen}
    return chosen[0] if len(codes) == 1 else None


def larger_place(unit: Unit) -> Unit | None:
    """Return the place that holds this one."""
    return _by_code().get((unit.parent, unit.valid_from == MERGER.isoformat()))


def _above(unit: Unit) -> set[str]:
    larger = larger_place(unit)
    return {larger.parent} if larger else set()

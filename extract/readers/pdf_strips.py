"""The columns of a table without borders, followed downwards from its titles.

Between two titles lies a place of which every line takes some; what stays free at the end parts
the two columns. Justified cells leave gaps of their own, which only the lines together tell from
the true one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extract.readers.layout import begins_appendix
from extract.readers.pdf_titles import FINE, Strip, are_titles, find_gap, split_titles
from extract.readers.words import BOLD, Line

_STOP = re.compile(
    r"(?:nơi nhận|phụ lục|kèm theo|cộng hòa xã hội|người lập biểu|tm\.|kt\.|tl\.)", re.IGNORECASE
)
_HEADING = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2}){0,3})[.)/] *[^\W\d_]")
_MOST_CROSSING = 4
_SAME_EDGE = 1.5

Free = tuple[tuple[Strip, ...], ...]
"""For each place between two columns, the strips that are still free in it."""


@dataclass(frozen=True, slots=True)
class ColumnTolerances:
    """Shares of the font size. gutter: least width of a strip between two columns. row_gap: this
    much more space than between lines of a cell parts two rows. far: more space ends the table.
    """

    gutter: float = 0.4
    row_gap: float = 0.3
    far: float = 4.0

    def __post_init__(self) -> None:
        if min(self.gutter, self.row_gap) <= 0 or self.far <= self.row_gap:
            raise ValueError(f"column tolerances make no sense: {self}")


COLUMN_TOLERANCES = ColumnTolerances()


class Body(NamedTuple):
    """Lines under the titles: where they end, the strips they leave, lines that cross strips."""

    end: int
    strips: tuple[Strip, ...]
    crossing: frozenset[int]


def follow_columns(
    lines: Sequence[Line],
    start: int,
    strips: tuple[Strip, ...],
    tolerances: ColumnTolerances = COLUMN_TOLERANCES,
) -> Body:
    """Follow the columns downwards until the text no longer keeps to them.

    A few lines may cross them where a row follows that keeps to them again: a group row over the
    whole width. Otherwise the table ends above: what follows is prose, or a heading and prose.
    """
    free: Free = tuple((strip,) for strip in strips)
    crossing: set[int] = set()
    index = end = start
    while index < len(lines) and not _ends_table(lines, index, start, tolerances):
        narrowed = None if _is_heading(lines, index) else _narrow(free, lines[index], tolerances)
        if narrowed is None:
            row = _next_row(lines, index, start, free, tolerances)
            if row is None:
                break
            for at in range(index, row):
                kept = _narrow(free, lines[at], tolerances)
                free = kept or free
                crossing |= set() if kept else {at}
            index = row
            continue
        free, index = narrowed, index + 1
        end = index
    chosen = tuple(_choose(place, lines[start:end]) for place in free)
    return Body(end, chosen, frozenset(at for at in crossing if at < end))


def _ends_table(
    lines: Sequence[Line], index: int, start: int, tolerances: ColumnTolerances
) -> bool:
    line = lines[index]
    if _STOP.match(line.text) or begins_appendix(line.text):
        return True
    if index > start and are_titles(lines, index):
        return True
    return index > start and find_gap(lines[index - 1], line) > tolerances.far * line.height


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    """A numbered line in one piece that stands out: its number has no column of its own."""
    line = lines[index]
    if not _HEADING.match(line.text) or len(split_titles(line)) > 1:
        return False
    is_bold = all(word.style & BOLD for word in line.words)
    apart = index > 0 and find_gap(lines[index - 1], line) > line.height
    return is_bold or apart or line.text.isupper()


def _next_row(
    lines: Sequence[Line], index: int, start: int, free: Free, tolerances: ColumnTolerances
) -> int | None:
    """The line below some that cross columns which fills two columns again; None without one."""
    for at in range(index + 1, min(len(lines), index + _MOST_CROSSING)):
        if _ends_table(lines, at, start, tolerances):
            return None
        if len(split_titles(lines[at])) > 1:
            return at if _narrow(free, lines[at], tolerances) else None
    return None


def _narrow(free: Free, line: Line, tolerances: ColumnTolerances) -> Free | None:
    """The strips less what the line takes of them; None when it leaves a place without any."""
    if _leaves_free(free, line):
        return free
    least = tolerances.gutter * line.height
    pieces = split_titles(line)
    narrowed = tuple(_subtract(place, pieces, least) for place in free)
    return narrowed if all(narrowed) else None


def _leaves_free(free: Free, line: Line) -> bool:
    """Return whether no word touches a strip, each wider than a space of the line: most lines."""
    words = line.words
    at, last = 0, len(words) - 1
    space = FINE.gap * line.height
    for place in free:
        start, end = place[0]
        if len(place) > 1 or end - start <= space:
            return False
        while at < last and words[at][3] <= start:
            at += 1
        if words[at][3] > start and words[at][1] < end:
            return False
    return True


def _subtract(place: tuple[Strip, ...], pieces: Sequence[Line], least: float) -> tuple[Strip, ...]:
    """The strips without what the pieces take, those of at least this width."""
    free = list(place)
    for piece in pieces:
        left: list[Strip] = []
        for strip in free:
            if piece.x1 <= strip.start or piece.x0 >= strip.end:
                left.append(strip)
                continue
            sides = Strip(strip.start, piece.x0), Strip(piece.x1, strip.end)
            left += [side for side in sides if side.end - side.start >= least]
        free = left
    return tuple(free)


def _choose(place: tuple[Strip, ...], lines: Sequence[Line]) -> Strip:
    """The strip at whose end most lines begin anew; the widest where none shows an edge."""
    if len(place) == 1:
        return place[0]
    starts = [piece.x0 for line in lines for piece in split_titles(line)]

    def rank(strip: Strip) -> tuple[int, float]:
        aligned = sum(1 for x0 in starts if abs(x0 - strip.end) < _SAME_EDGE)
        return aligned if aligned > 1 else 0, strip.end - strip.start

    return max(place, key=rank)

"""Tables without borders: columns by the strips that stay free, rows by spacing and ordinals.

Looked for only under a line of column titles (TT, Nội dung, Cơ quan chủ trì, ...), or where a
table of the page before goes on: aligned text alone is no proof of a table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from extract.model import Grid
from extract.readers.frames import Ruling, join_rulings
from extract.readers.grid import Frame, FrameCell, fill_cells, make_grid
from extract.readers.pdf_rows import find_row_starts
from extract.readers.pdf_strips import COLUMN_TOLERANCES, Body, ColumnTolerances, follow_columns
from extract.readers.pdf_titles import (
    Group,
    Strip,
    are_spread_titles,
    are_titles,
    counts_rows,
    find_groups,
    find_title_block,
    find_title_strips,
)
from extract.readers.words import Line

_SHARE_OF_WIDTH = 0.5
"""A drawn line of at least this share of a table's width parts its rows."""


_FORM_STRIPS = 3


class Found(NamedTuple):
    """Tables of a page, its other lines, and the strips of a table that may go on overleaf.

    doubtful: a line of titles stood there, but no table could be made of what follows.
    """

    grids: list[Grid]
    rest: list[Line]
    carry: tuple[Strip, ...]
    doubtful: bool


def find_borderless(
    lines: Sequence[Line],
    page: int,
    height: float,
    carry: tuple[Strip, ...] = (),
    rulings: Sequence[Ruling] = (),
    tolerances: ColumnTolerances = COLUMN_TOLERANCES,
) -> Found:
    """Return the tables that alignment alone shows among the lines of a page.

    lines: whole printed lines from top to bottom. carry: strips of a table that ended the page
    before. rulings: drawn on the page; those across a table part its rows.
    """
    grids: list[Grid] = []
    rest: list[Line] = []
    doubtful = False
    drawn = _Drawn(rulings)
    top = int(bool(carry and lines) and lines[0].text.strip("-– ").isdigit())  # a page number
    index = 0
    strips: tuple[Strip, ...] = ()
    while index < len(lines):
        start, titles_end, strips = index, index, ()
        if are_titles(lines, index) or are_spread_titles(lines, index):
            rules = drawn.across(lines[index], whole=True)
            start, titles_end = find_title_block(lines, index, len(rest) and index, rules)
            strips = find_title_strips(lines[start:titles_end])
        elif index == top and carry and not are_spread_titles(lines[: top + 3], top + 1):
            strips = carry
        if len(strips) < 2:
            rest.append(lines[index])
            index += 1
            continue
        body = follow_columns(lines, titles_end, strips, tolerances)
        rules = drawn.across(lines[start], whole=False)
        starts = (
            find_row_starts(lines, titles_end, body, rules, tolerances)
            if body.end > titles_end
            else []
        )
        grid = _make_grid(lines, start, titles_end, body, starts, page, height)
        if grid is None:
            doubtful = doubtful or titles_end > start
            rest.append(lines[index])
            index += 1
            strips = ()
            continue
        del rest[len(rest) - (index - start) :]
        grids.append(grid)
        index = max(body.end, titles_end)
        strips = body.strips
    return Found(grids, rest, strips if grids and index == len(lines) else (), doubtful)


class _Drawn:
    """The horizontal lines drawn on a page; joined once, and only where a table is met."""

    def __init__(self, rulings: Sequence[Ruling]) -> None:
        self._rulings = rulings

    @cached_property
    def _joined(self) -> list[Ruling]:
        return join_rulings(ruling for ruling in self._rulings if ruling.horizontal)

    def across(self, titles: Line, *, whole: bool) -> list[float]:
        """Return the heights of those over most of the width of the titles, top to bottom.

        whole: only those that begin with the first title. Others leave out a cell over several
        rows, or part the titles of a group from that above them.
        """
        least = _SHARE_OF_WIDTH * (titles.x1 - titles.x0)
        covered: dict[float, tuple[float, float]] = {}
        for ruling in self._joined:
            shared = min(ruling.end, titles.x1) - max(ruling.start, titles.x0)
            if shared > 0:
                start, width = covered.get(ruling.at, (ruling.start, 0.0))
                covered[ruling.at] = min(start, ruling.start), width + shared
        latest = titles.words[0].x1 if whole else titles.x1
        found = (at for at, (x0, width) in covered.items() if x0 < latest and width >= least)
        return sorted(found)


def _make_grid(
    lines: Sequence[Line],
    start: int,
    titles_end: int,
    body: Body,
    cuts: Sequence[int],
    page: int,
    height: float,
) -> Grid | None:
    """The grid of titles and rows; None without at least one row that fills two columns.

    TT and three more titles stand without rows in a form that is to be filled in.
    """
    is_form = body.end <= titles_end
    if is_form and not (len(body.strips) >= _FORM_STRIPS and counts_rows(lines[start:titles_end])):
        return None
    inner = [(strip.start + strip.end) / 2 for strip in body.strips]
    starts = [*([start] if titles_end > start else []), *cuts]
    used = lines[start : max(body.end, titles_end)]
    ys = [used[0].top - 1]
    ys += [(lines[at - 1].bottom + lines[at].top) / 2 for at in starts[1:]]
    ys.append(used[-1].bottom + 1)
    xs = [min(line.x0 for line in used) - 1, *inner, max(line.x1 for line in used) + 1]
    if any(b <= a for a, b in pairwise(xs)) or any(b <= a for a, b in pairwise(ys)):
        return None
    cells = _cells(starts, body, len(xs) - 1)
    groups = list(find_groups(lines[start:titles_end]).values())
    if groups:
        ys.insert(1, (groups[0].bottom + groups[0].below) / 2)
        cells = _part_titles(cells, groups, xs)
    frame = Frame(tuple(xs), tuple(ys), tuple(cells))
    filled = fill_cells(frame, [word for line in used for word in line.words])
    texts = Counter(cell.top for cell, words in zip(frame.cells, filled, strict=True) if words)
    rich = sum(count >= 2 for count in texts.values())
    if rich < 2 and not is_form:
        return None
    return make_grid(frame, filled, page, height, "columns")


def _part_titles(
    cells: Sequence[FrameCell], groups: Sequence[Group], xs: Sequence[float]
) -> list[FrameCell]:
    """The cells with the first row in two: group titles above, the titles under them below."""
    parted: list[FrameCell] = []
    taken: set[int] = set()
    for group in groups:
        left, right = bisect_right(xs, group.first) - 1, bisect_right(xs, group.last)
        if taken.isdisjoint(range(left, right)):
            parted.append(FrameCell(0, left, 1, right))
            taken.update(range(left, right))
    for top, left, bottom, right in cells:
        parted.append(FrameCell(top + 1 if top or left in taken else 0, left, bottom + 1, right))
    return sorted(parted)


def _cells(starts: Sequence[int], body: Body, columns: int) -> list[FrameCell]:
    """One cell for each place; a row of one line that crosses columns is one wide cell."""
    cells: list[FrameCell] = []
    ends = [*starts[1:], body.end]
    for row, (first, last) in enumerate(zip(starts, ends, strict=True)):
        if last - first == 1 and first in body.crossing:
            cells.append(FrameCell(row, 0, row + 1, columns))
        else:
            cells += [FrameCell(row, c, row + 1, c + 1) for c in range(columns)]
    return cells

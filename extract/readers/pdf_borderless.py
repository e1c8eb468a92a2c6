"""Tables without borders: columns by the strips that stay free, rows by spacing and ordinals.

Looked for only under a line of column titles (TT, Nội dung, Cơ quan chủ trì, ...), or where a
table of the page before goes on: aligned text alone is no proof of a table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extract.model import Grid
from extract.readers.grid import Frame, FrameCell, fill_cells, make_grid
from extract.readers.pdf_titles import (
    ORDINAL,
    Group,
    Strip,
    are_spread_titles,
    are_titles,
    find_gap,
    find_groups,
    find_title_block,
    find_title_strips,
    split_titles,
)
from extract.readers.words import Line

_STOP = re.compile(
    r"(?:nơi nhận|phụ lục|kèm theo|cộng hòa xã hội|người lập biểu|tm\.|kt\.|tl\.)", re.IGNORECASE
)


_TOTAL = re.compile(r"(?:Tổng(?: cộng| số)?|TỔNG(?: CỘNG| SỐ)?|Cộng|CỘNG)(?=:| *[\d(]|$)")


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
    tolerances: ColumnTolerances = COLUMN_TOLERANCES,
) -> Found:
    """Return the tables that alignment alone shows among the lines of a page.

    lines: whole printed lines from top to bottom. carry: strips of a table that ended the page
    before.
    """
    grids: list[Grid] = []
    rest: list[Line] = []
    doubtful = False
    index = 0
    strips: tuple[Strip, ...] = ()
    while index < len(lines):
        start, titles_end, strips = index, index, ()
        if are_titles(lines[index]) or are_spread_titles(lines, index):
            start, titles_end = find_title_block(lines, index, len(rest) and index)
            strips = find_title_strips(lines[start:titles_end])
        elif index == 0 and carry and not are_spread_titles(lines[:3], 1):
            strips = carry
        if len(strips) < 2:
            rest.append(lines[index])
            index += 1
            continue
        body = _follow(lines, titles_end, strips, tolerances)
        grid = _make_grid(lines, start, titles_end, body, page, height, tolerances)
        if grid is None:
            doubtful = doubtful or titles_end > start
            rest.append(lines[index])
            index += 1
            strips = ()
            continue
        del rest[len(rest) - (index - start) :]
        grids.append(grid)
        index = body.end
        strips = body.strips
    return Found(grids, rest, strips if grids and index == len(lines) else (), doubtful)


def _follow(
    lines: Sequence[Line], start: int, strips: tuple[Strip, ...], tolerances: ColumnTolerances
) -> Body:
    """Follow the columns downwards until the text no longer keeps to them."""
    crossing: set[int] = set()
    end = start
    for index in range(start, len(lines)):
        line = lines[index]
        if _STOP.match(line.text) or (index > start and are_titles(line)):
            break
        if index > start and find_gap(lines[index - 1], line) > tolerances.far * line.height:
            break
        narrowed = _narrow(strips, line, tolerances)
        if narrowed is None:
            if index - 1 in crossing:
                end = index - 1
                break
            crossing.add(index)
            continue
        strips, end = narrowed, index + 1
    crossing = {index for index in crossing if index < end}
    return Body(end, strips, frozenset(crossing))


def _narrow(
    strips: tuple[Strip, ...], line: Line, tolerances: ColumnTolerances
) -> tuple[Strip, ...] | None:
    """The strips less what the line takes of them; None when it crosses one."""
    least = tolerances.gutter * line.height
    narrowed = list(strips)
    # Wide pieces first: they leave no doubt, and what they take settles the narrow ones.
    for piece in sorted(split_titles(line), key=lambda p: p.x0 - p.x1):
        for index, (start, end) in enumerate(narrowed):
            if piece.x1 <= start or piece.x0 >= end:
                continue
            nearer_right = piece.x0 - start > end - piece.x1
            cut = (
                Strip(start, min(end, piece.x0))
                if nearer_right
                else Strip(max(start, piece.x1), end)
            )
            if cut.end - cut.start < least:
                return None
            narrowed[index] = cut
    return tuple(narrowed)


def _make_grid(
    lines: Sequence[Line],
    start: int,
    titles_end: int,
    body: Body,
    page: int,
    height: float,
    tolerances: ColumnTolerances,
) -> Grid | None:
    """The grid of titles and rows; None without at least one row that fills two columns."""
    if body.end <= titles_end:
        return None
    inner = [(strip.start + strip.end) / 2 for strip in body.strips]
    cuts = _row_cuts(lines, titles_end, body, inner[0], tolerances)
    starts = ([start] if titles_end > start else []) + cuts
    used = lines[start : body.end]
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
    rich = sum(
        1
        for row in range(len(ys) - 1)
        if sum(1 for c, w in zip(frame.cells, filled, strict=True) if c.top == row and w) >= 2
    )
    if rich < 2:
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


def _row_cuts(
    lines: Sequence[Line], start: int, body: Body, first_edge: float, tolerances: ColumnTolerances
) -> list[int]:
    """Lines at which rows begin.

    Where rows are set apart by space, space parts them; a part with several ordinals is parted
    again at each, and where no space tells, every ordinal begins a row. Without either, a row
    begins where no piece of a line goes on in lower case.
    """
    used = lines[: body.end]
    ordinals = [
        at
        for at in range(start, body.end)
        if _has_ordinal(lines[at], first_edge) or _TOTAL.match(lines[at].text)
    ]
    cuts = [start]
    least = _line_gap(used[start:], body.strips) + tolerances.row_gap * lines[start].height
    lowest = lines[start].bottom
    for at in range(start + 1, body.end):
        crossing = at in body.crossing or at - 1 in body.crossing
        if lines[at].top - lowest > least or crossing:
            cuts.append(at)
        lowest = max(lowest, lines[at].bottom)
    parts = list(zip(cuts, [*cuts[1:], body.end], strict=True))
    bare = sum(1 for first, last in parts if not any(first <= at < last for at in ordinals))
    if len(ordinals) >= 3 and bare > len(parts) / 2:
        return sorted({start, *ordinals})
    if not ordinals and len(parts) == 1:
        anew = (at for at in range(start + 1, body.end) if _begins_anew(lines[at], first_edge))
        return [start, *anew]
    parted: list[int] = []
    for first, last in parts:
        inside = [at for at in ordinals if first <= at < last]
        parted += sorted({first, *inside[1:]})
    return parted


def _line_gap(lines: Sequence[Line], strips: Sequence[Strip]) -> float:
    """Usual space between two lines of one cell."""
    bottoms: dict[int, float] = {}
    gaps: list[float] = []
    for line in lines:
        for piece in split_titles(line):
            column = sum(1 for strip in strips if piece.x0 >= strip.end - 0.5)
            if column in bottoms:
                gaps.append(piece.top - bottoms[column])
            bottoms[column] = piece.bottom
    height = lines[0].height
    # Rows of one line each show no space but that between rows: then lines are set single.
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.2 * height
    return usual if usual < 0.5 * height else 0.25 * height


def _begins_anew(line: Line, first_edge: float) -> bool:
    pieces = split_titles(line)
    is_whole = len(pieces) > 1 and pieces[0].x0 < first_edge
    return is_whole and not any(piece.text[0].islower() for piece in pieces)


def _has_ordinal(line: Line, first_edge: float) -> bool:
    first = [word.text for word in line.words if word.x1 <= first_edge + 1]
    return len(first) == 1 and bool(ORDINAL.fullmatch(first[0]))

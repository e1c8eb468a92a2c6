"""Frames of cells and words into grids: the same for born-digital pages and for scans.

The frames come from `frames`; here words are put into their cells. All lengths are PDF points
from the top left of the page as it is read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.model import Box, Cell, Grid, GridRow, Origin
from extract.readers.cell_text import make_cell_text
from extract.readers.cut_words import Knows, know_nothing
from extract.readers.frames import (
    GRID_TOLERANCES,
    Frame,
    FrameCell,
    GridTolerances,
    Ruling,
    find_frames,
    group_rulings,
    join_rulings,
    make_frame,
    make_frames,
    too_many,
)
from extract.readers.words import Word

__all__ = [
    "GRID_TOLERANCES",
    "FoundGrids",
    "Frame",
    "FrameCell",
    "GridTolerances",
    "Ruling",
    "fill_cells",
    "find_frames",
    "find_grids",
    "group_rulings",
    "join_rulings",
    "make_frame",
    "make_grid",
    "part_words",
]


class FoundGrids(NamedTuple):
    """Grids from top to bottom, the words outside them, and frames that hold no table.

    dropped: boxes round prose, broken grids. too_many: there are more rulings than a page of
    tables has, and none was looked at.
    """

    grids: list[Grid]
    rest: list[Word]
    dropped: list[Frame]
    too_many: bool = False


def find_grids(
    rulings: Iterable[Ruling],
    words: Sequence[Word],
    page: int,
    page_height: float,
    tolerances: GridTolerances = GRID_TOLERANCES,
    made_by: str = "rulings",
    knows: Knows = know_nothing,
) -> FoundGrids:
    """Return the tables that the rulings draw, filled with the words that stand in them.

    knows: tells whole words of the file, see `join_cut_words`.
    """
    grids: list[Grid] = []
    dropped: list[Frame] = []
    rest = list(words)
    joined = join_rulings(rulings, tolerances)
    if too_many(joined):
        return FoundGrids([], rest, [], too_many=True)
    for frame in make_frames(joined, tolerances):
        inside, outside = part_words(rest, frame.box)
        if not inside:
            continue
        filled = fill_cells(frame, inside)
        if _is_frame_of_text(frame, filled, tolerances):
            dropped.append(frame)
            continue
        rest = outside
        grids.append(make_grid(frame, filled, page, page_height, made_by, knows))
    return FoundGrids(grids, rest, dropped)


def part_words(words: Iterable[Word], box: Box) -> tuple[list[Word], list[Word]]:
    """Return the words whose centre stands in the box, and all others."""
    left, upper, right, lower = (2 * side for side in box)
    inside: list[Word] = []
    outside: list[Word] = []
    for word in words:
        _, x0, top, x1, bottom, _, _ = word
        if left <= x0 + x1 <= right and upper <= top + bottom <= lower:
            inside.append(word)
        else:
            outside.append(word)
    return inside, outside


def fill_cells(frame: Frame, words: Iterable[Word]) -> list[list[Word]]:
    """Return the words of each cell of the frame: a word belongs where its centre stands."""
    columns, rows = len(frame.xs) - 1, len(frame.ys) - 1
    owner = [0] * (columns * rows)
    for index, cell in enumerate(frame.cells):
        for row in range(cell.top, cell.bottom):
            for column in range(cell.left, cell.right):
                owner[row * columns + column] = index
    filled: list[list[Word]] = [[] for _ in frame.cells]
    xs, ys = [2 * x for x in frame.xs], [2 * y for y in frame.ys]
    left = right = upper = lower = 0.0
    here: list[Word] = []
    for word in words:
        _, x0, top, x1, bottom, _, _ = word
        x, y = x0 + x1, top + bottom  # twice the centre, and twice the borders above
        if not (left <= x < right and upper <= y < lower):  # words of a cell mostly come together
            column = min(max(bisect_right(xs, x) - 1, 0), columns - 1)
            row = min(max(bisect_right(ys, y) - 1, 0), rows - 1)
            left, right, upper, lower = xs[column], xs[column + 1], ys[row], ys[row + 1]
            here = filled[owner[row * columns + column]]
        here.append(word)
    return filled


def _is_frame_of_text(frame: Frame, filled: list[list[Word]], tolerances: GridTolerances) -> bool:
    """Boxes drawn round prose: one column, or one cell with nearly all words of a long text."""
    total = sum(map(len, filled))
    largest = max(map(len, filled))
    if len(frame.xs) == 2:
        return True
    return total >= tolerances.fewest_words and largest > tolerances.biggest_share * total


def make_grid(
    frame: Frame,
    filled: Sequence[Sequence[Word]],
    page: int,
    page_height: float,
    made_by: str = "rulings",
    knows: Knows = know_nothing,
) -> Grid:
    """Return the frame with its text; merged places are covered cells."""
    columns, rows = len(frame.xs) - 1, len(frame.ys) - 1
    origins = (Origin(0, page),)
    covered = Cell("", covered=True, origins=origins)
    table: list[list[Cell]] = [[covered] * columns for _ in range(rows)]
    for cell, words in zip(frame.cells, filled, strict=True):
        text, marks = make_cell_text(words, frame.xs[cell.right] - frame.xs[cell.left], knows)
        table[cell.top][cell.left] = Cell(
            text,
            cell.bottom - cell.top,
            cell.right - cell.left,
            marks=marks,
            origins=origins,
        )
    return Grid(
        tuple(GridRow(tuple(cells), page) for cells in table),
        page,
        box=frame.box,
        column_edges=frame.xs,
        page_height=page_height,
        made_by=made_by,
    )

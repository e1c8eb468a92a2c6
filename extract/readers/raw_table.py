"""Tables as a file writes them (spans, merge marks, shifted rows) into dense grids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from extract.model import Block, Cell, Grid, GridRow
from extract.readers.layout import flatten_layout, one_line_cells
from extract.readers.limits import Limits
from extract.readers.runs import Line, join_lines

Item = Block | Grid
_COVERED = Cell("", covered=True)
_EMPTY = Cell("")


@dataclass(slots=True)
class RawCell:
    """A cell as written: what it holds, and how far it reaches.

    merge: Word's mark on a vertically merged cell ("restart" above, "continue" below it).
    beside: the cell continues the one to its left (Word's old hMerge).
    """

    items: list[Item] = field(default_factory=list)
    column_span: int = 1
    row_span: int = 1
    merge: Literal["restart", "continue"] | None = None
    beside: bool = False


@dataclass(slots=True)
class RawRow:
    """A row as written. before: columns left out at its left end."""

    cells: list[RawCell] = field(default_factory=list)
    before: int = 0
    page: int | None = None
    line: int | None = None
    is_header: bool = False


@dataclass(slots=True)
class Meter:
    """Counts cells and items over one file and stops at the limits."""

    where: str
    limits: Limits
    cells: int = 0
    items: int = 0

    def add_cells(self, count: int) -> None:
        self.cells += count
        self.limits.check(self.where, "cells", self.cells)

    def add_item(self) -> None:
        self.items += 1
        self.limits.check(self.where, "items", self.items)


def read_table(rows: Sequence[RawRow], made_by: str, meter: Meter) -> list[Item]:
    """Return the table as a grid, or as the paragraphs it only places (frame, letterhead).

    A table without any text gives nothing.
    """
    rows = [row for row in rows if row.cells]
    if not rows:
        return []
    if (inner := _framed(rows)) is not None:
        return inner
    grid = _dense(rows, made_by, meter)
    if not any(cell.text for row in grid.rows for cell in row.cells):
        return []
    flat = flatten_layout(grid)
    if flat is not None:
        return list(flat)
    return [one_line_cells(grid)]


def _framed(rows: Sequence[RawRow]) -> list[Item] | None:
    """Return the content of a frame: a single cell, or cells that hold larger tables."""
    cells = [cell for row in rows for cell in row.cells if cell.items]
    if len(rows) == 1 and len(rows[0].cells) == 1:
        return cells[0].items if cells else []
    nested = [item for cell in cells for item in cell.items if isinstance(item, Grid)]
    size = sum(len(grid.rows) * grid.column_count for grid in nested)
    if nested and size > 2 * sum(len(row.cells) for row in rows):
        return [item for cell in cells for item in cell.items]
    return None


def _dense(rows: Sequence[RawRow], made_by: str, meter: Meter) -> Grid:
    placed, width = _place(rows, meter)
    _merge_down(placed)
    grid_rows: list[GridRow] = []
    over: dict[int, int] = {}  # column: rows still covered by a cell above
    is_header = True
    for index, (row, cells) in enumerate(zip(rows, placed, strict=True)):
        dense = [_EMPTY] * width
        for column in over:
            dense[column] = _COVERED
        over = {column: left - 1 for column, left in over.items() if left > 1}
        for column, cell in cells:
            if cell.merge == "continue":
                continue
            down = min(cell.row_span, len(rows) - index)
            columns = range(column, column + cell.column_span)
            for covered in columns:
                dense[covered] = _COVERED
                if down > 1:
                    over[covered] = down - 1
            text, marks = join_lines(_lines(cell.items), "\n")
            dense[column] = Cell(text, down, cell.column_span, marks=marks)
        is_header = is_header and row.is_header
        grid_rows.append(GridRow(tuple(dense), row.page, row.line, is_header))
    return Grid(tuple(grid_rows), rows[0].page, rows[0].line, made_by=made_by)


_Placed = list[tuple[int, RawCell]]


def _place(rows: Sequence[RawRow], meter: Meter) -> tuple[list[_Placed], int]:
    """Return each row's cells with their columns, and the width of the table."""
    placed: list[_Placed] = []
    width = 1
    taken: dict[int, int] = {}
    for row in rows:
        column = row.before
        cells: _Placed = []
        below: dict[int, int] = {}
        for cell in row.cells:
            if cell.beside and cells:
                cells[-1][1].column_span += cell.column_span
                column += cell.column_span
                meter.limits.check(meter.where, "grid_columns", column)
                continue
            while column in taken:
                column += 1
            meter.limits.check(meter.where, "grid_columns", column + cell.column_span)
            cells.append((column, cell))
            if cell.row_span > 1:
                below |= dict.fromkeys(range(column, column + cell.column_span), cell.row_span - 1)
            column += cell.column_span
        taken = {c: left - 1 for c, left in taken.items() if left > 1} | below
        placed.append(cells)
        width = max(width, column)
    meter.add_cells(width * len(rows))
    return placed, width


def _merge_down(placed: Sequence[_Placed]) -> None:
    """Turn Word's vertical merge marks into row spans."""
    above: dict[int, RawCell] = {}
    for cells in placed:
        now: dict[int, RawCell] = {}
        for column, cell in cells:
            top = above.get(column) if cell.merge == "continue" else None
            if top is not None and top.column_span == cell.column_span:
                top.row_span += 1
                now[column] = top
            elif cell.merge:  # a "continue" without a cell to continue starts one
                cell.merge = "restart"
                now[column] = cell
        above = now


def _lines(items: Sequence[Item]) -> list[Line]:
    lines: list[Line] = []
    for item in items:
        if isinstance(item, Block):
            lines.append((item.text, item.marks))
        else:
            lines += [(c.text, c.marks) for row in item.rows for c in row.cells if c.text]
    return lines

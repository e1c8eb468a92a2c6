"""Grids that are no tables: letterhead, signature, frames and numbered lists, as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.model import Block, BlockRole, Cell, Grid, Mark, Origin
from extract.stages.ordinals import find_label
from extract.stages.tables.headings import looks_like_titles
from extract.text import fold_keep_length
from patterns import load_toml

_MAX_ROWS = 14
_MAX_COLUMNS = 4


@cache
def _signs() -> tuple[tuple[BlockRole, re.Pattern[str]], ...]:
    rows = (row for row in load_toml("sections").rows if row.data.get("use") == "layout")
    return tuple((row.data["role"], re.compile(row.regex)) for row in rows)


def read_layout(grid: Grid, *, alone: bool) -> list[Block] | None:
    """Return the paragraphs of a grid that is only layout, None when it is a table.

    alone: no table is open that the grid could continue; only then a single row or a list set
    with tabs is taken for layout.
    """
    if not any(cell.text for row in grid.rows for cell in row.cells):
        return []
    roles = _layout_roles(grid, alone=alone)
    return list(_paragraphs(grid, roles)) if roles else None


def _layout_roles(grid: Grid, *, alone: bool) -> list[BlockRole] | None:
    """The role of each column when the grid is layout, None when it is a table."""
    columns = grid.column_count
    if columns > _MAX_COLUMNS or len(grid.rows) > _MAX_ROWS:
        return [_role_of(_column_text(grid, 0))] if columns == 1 and alone else None
    if columns > 1 and any(looks_like_titles(row) for row in grid.rows[:3]):
        return None
    roles = [_role_of(_column_text(grid, column)) for column in range(columns)]
    if any(role != "body" for role in roles):
        return roles
    if not alone:
        return None
    if columns == 1 or (len(grid.rows) == 1 and columns <= 3 and not grid.rows[0].is_header):
        return roles
    return roles if columns == 2 and _is_list(grid) else None


def _column_text(grid: Grid, column: int) -> str:
    return "\n".join(row.cells[column].text for row in grid.rows if row.cells[column].text)[:2000]


def _role_of(text: str) -> BlockRole:
    folded = "\n".join(fold_keep_length(line) for line in text.split("\n"))
    for role, sign in _signs():
        if sign.search(folded):
            return role
    return "body"


def _is_list(grid: Grid) -> bool:
    """A list whose numbers, dots included, were set apart by a tab: "1.", "a)", "-"."""
    firsts = [row.cells[0].text for row in grid.rows]
    return grid.made_by == "tabs" and all(
        first and first[-1] in ".)-+" and find_label(f"{first} x") for first in firsts
    )


def _paragraphs(grid: Grid, roles: Sequence[BlockRole]) -> Iterator[Block]:
    body = all(role == "body" for role in roles)
    if body:  # rows belong together: a list, a frame
        for row in grid.rows:
            filled = [cell for cell in row.cells if cell.text]
            if len(filled) == 2 and find_label(f"{filled[0].text} x") and len(filled[0].text) < 8:
                cell = join_cells(filled[0], filled[1])
                yield from _lines(cell, "body", row.page, row.line)
            else:
                for cell in filled:
                    yield from _lines(cell, "body", row.page, row.line)
        return
    for column, role in enumerate(roles):
        for row in grid.rows:
            yield from _lines(row.cells[column], role, row.page, row.line)


def _lines(cell: Cell, role: BlockRole, page: int | None, line: int | None) -> Iterator[Block]:
    start = 0
    for piece in cell.text.split("\n"):
        kept = piece.strip()
        begin = start + len(piece) - len(piece.lstrip())
        if kept:
            yield Block(
                kept,
                _origins(cell, begin, begin + len(kept), page, line),
                role,
                marks=_marks(cell, begin, begin + len(kept)),
            )
        start += len(piece) + 1


def _origins(
    cell: Cell, start: int, end: int, page: int | None, line: int | None
) -> tuple[Origin, ...]:
    inside = [o for o in cell.origins if o.start < end]
    before = [o for o in inside if o.start <= start]
    kept = [*before[-1:], *(o for o in inside if o.start > start)]
    moved = tuple(Origin(max(0, o.start - start), o.page or page, o.line or line) for o in kept)
    return moved or (Origin(0, page, line),)


def _marks(cell: Cell, start: int, end: int) -> tuple[Mark, ...]:
    return tuple(
        Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind)
        for m in cell.marks
        if m.start < end and m.end > start
    )


_CUT_SYMBOL = re.compile(r"(?:\d/\S{0,20}[-/]|(?<![^\W_])[A-ZĐ]{2,12}-)$")
_SYMBOL_START = re.compile(r"[A-ZĐ\d]{2,}")


def _is_cut_symbol(first: str, second: str) -> bool:
    """A symbol or a pair of abbreviations cut at its hyphen: "10/2014/QĐ-" "UBND"."""
    return bool(_CUT_SYMBOL.search(first[-30:]) and _SYMBOL_START.match(second))


def join_cells(first: Cell, second: Cell) -> Cell:
    """Return the cell that a page break cut in two; origins and marks of both are kept."""
    if not second.text:
        return first
    if not first.text:
        return second
    gap = "" if _is_cut_symbol(first.text, second.text) else " "
    shift = len(first.text) + len(gap)
    return Cell(
        f"{first.text}{gap}{second.text}",
        first.row_span,
        first.column_span,
        False,
        first.marks + tuple(Mark(m.start + shift, m.end + shift, m.kind) for m in second.marks),
        first.origins + tuple(Origin(o.start + shift, o.page, o.line) for o in second.origins),
    )

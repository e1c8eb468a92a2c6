"""Column borders of the pieces of a table, in PDF points."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from extract.model import Cell, Grid, GridRow

_NEAR = 3.0


def same_edges(last: Grid, grid: Grid, limit: float, scan_limit: float) -> bool:
    """Tell whether column borders agree; those of a scanned page may be shifted as a whole."""
    if last.column_edges is None or grid.column_edges is None:
        return last.column_count == grid.column_count
    if len(last.column_edges) != len(grid.column_edges):
        return False
    scanned = "scan" in (last.made_by, grid.made_by)
    shift = grid.column_edges[0] - last.column_edges[0] if scanned else 0.0
    return all(
        abs(b - a - shift) <= (scan_limit if scanned else limit)
        for a, b in zip(last.column_edges, grid.column_edges, strict=True)
    )


def fit_columns(first: Grid, grid: Grid) -> Grid:
    """Return the grid in the columns of the first piece.

    A page may show only rows whose cells are merged: its borders are then some of the borders of
    the table, the outer ones among them. Any other grid is returned as it is.
    """
    if first.column_edges is None or grid.column_edges is None:
        return grid
    if len(grid.column_edges) >= len(first.column_edges) or grid.column_count < 1:
        return grid
    places = [_place(first.column_edges, edge) for edge in grid.column_edges]
    if None in places or places[0] != 0 or places[-1] != len(first.column_edges) - 1:
        return grid
    starts = [place for place in places if place is not None]
    rows = tuple(_spread(row, starts) for row in grid.rows)
    return replace(grid, rows=rows, column_edges=first.column_edges)


def _place(edges: tuple[float, ...], edge: float) -> int | None:
    at = bisect_left(edges, edge - _NEAR)
    return at if at < len(edges) and abs(edges[at] - edge) <= _NEAR else None


def _spread(row: GridRow, starts: list[int]) -> GridRow:
    cells: list[Cell] = []
    for column, cell in enumerate(row.cells):
        last = min(column + cell.column_span, len(starts) - 1)
        span = starts[last] - starts[column] if not cell.covered else 1
        cells.append(replace(cell, column_span=max(1, span)))
        cells.extend([Cell("", covered=True)] * (starts[column + 1] - starts[column] - 1))
    return replace(row, cells=tuple(cells))

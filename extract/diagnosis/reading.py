"""What the reader made of the file: its notes, and blocks and grids page by page."""

from __future__ import annotations

from collections import Counter
from typing import Any

from extract.model import Grid, Plan
from extract.text import squeeze


def describe_reading(plan: Plan) -> dict[str, Any]:
    """Return format, notes, items of each page, and what became of each grid."""
    document = plan.document
    return {
        "file": document.file_name,
        "format": document.format,
        "bytes": document.size,
        "pages": document.pages,
        "scanned": document.scanned,
        "ocr_confidence": document.ocr_confidence,
        "notes": [{"code": n.code, "message": n.message, "page": n.page} for n in document.notes],
        "by_page": _by_page(plan),
        "grids": [_describe_grid(g, plan) for g in document.items if isinstance(g, Grid)],
    }


def _by_page(plan: Plan) -> list[dict[str, Any]]:
    """One row a page; a format without pages has one row, its page None."""
    rows: dict[int | None, Counter[str]] = {}
    for item in plan.document.items:
        page = item.page if isinstance(item, Grid) else item.origins[0].page
        counts = rows.setdefault(page, Counter())
        if isinstance(item, Grid):
            counts["grids"] += 1
            continue
        counts["blocks"] += 1
        counts["characters"] += len(item.text)
        if item.role != "body":
            counts[item.role] += 1
    return [{"page": page, **counts} for page, counts in rows.items()]


def _describe_grid(grid: Grid, plan: Plan) -> dict[str, Any]:
    table = _table_of(grid, plan)
    became = f"table {table}" if table is not None else "paragraphs: a layout, or too small a table"
    return {
        "page": grid.page,
        "line": grid.line,
        "made_by": grid.made_by,
        "rows": len(grid.rows),
        "columns": grid.column_count,
        "merged": sum(c.row_span * c.column_span > 1 for row in grid.rows for c in row.cells),
        "became": became,
    }


def _table_of(grid: Grid, plan: Plan) -> int | None:
    """Return the logical table that holds at least half of the texts of the grid."""
    texts = {squeeze(c.text) for row in grid.rows for c in row.cells if c.text.strip()}
    best, most = None, len(texts) / 2
    for number, table in enumerate(plan.tables):
        held = {squeeze(c) for row in (*table.header, *(r.cells for r in table.rows)) for c in row}
        if texts and len(texts & held) >= most:
            best, most = number, len(texts & held) + 1
    return best

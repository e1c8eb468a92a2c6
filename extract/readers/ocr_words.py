"""The words of scanned pages put right, block by block and cell by cell; notes name each repair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.model import Block, Grid, Note
from extract.readers.ocr_compounds import Repair, repair_text
from extract.readers.ocr_pairs import repair_pairs

_LISTED = 12
"""Repairs that a note names."""


def repair_pages(
    items: Iterable[Block | Grid], pages: frozenset[int]
) -> tuple[list[Block | Grid], list[Note]]:
    """Return the items with the words of scanned pages put right, and notes that name them."""
    kept: list[Block | Grid] = []
    found: dict[int, list[Repair]] = {}
    for item in items:
        if isinstance(item, Grid):
            kept.append(_repair_grid(item, pages, found))
        else:
            kept.append(_repair_block(item, pages, found))
    return kept, [_note(page, repairs) for page, repairs in sorted(found.items()) if repairs]


def _repair_block(block: Block, pages: frozenset[int], found: dict[int, list[Repair]]) -> Block:
    page = block.origins[0].page if block.origins else None
    if page is None or page not in pages:
        return block
    text, repairs = _repair(block.text)
    found.setdefault(page, []).extend(repairs)
    return replace(block, text=text) if repairs else block


def _repair_grid(grid: Grid, pages: frozenset[int], found: dict[int, list[Repair]]) -> Grid:
    rows = []
    for row in grid.rows:
        page = row.page or grid.page
        if page is None or page not in pages:
            rows.append(row)
            continue
        cells = []
        for cell in row.cells:
            text, repairs = _repair(cell.text)
            found.setdefault(page, []).extend(repairs)
            cells.append(replace(cell, text=text) if repairs else cell)
        rows.append(replace(row, cells=tuple(cells)))
    return replace(grid, rows=tuple(rows))


def _note(page: int, repairs: Sequence[Repair]) -> Note:
    listed = list(dict.fromkeys(f"{r.read} → {r.printed}" for r in repairs))
    more = f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""
    return Note("ocr_repair", "marks put right: " + ", ".join(listed[:_LISTED]) + more, page)


def _repair(text: str) -> tuple[str, list[Repair]]:
    text, marks = repair_text(text)
    text, pairs = repair_pairs(text)
    return text, [*marks, *pairs]

"""Logical tables: grids joined over pages, and the passages that all later records point into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.model import Block, Cell, Document, GridRow, Origin, Passage, PassageKind, Row, Table
from extract.stages.tables.captions import Heading, find_headings
from extract.stages.tables.join import Draft, draft_tables
from extract.stages.tables.kinds import find_kind
from extract.stages.tables.rows import make_rows

__all__ = ["join_tables"]


def join_tables(document: Document) -> tuple[tuple[Passage, ...], tuple[Table, ...]]:
    """Return the texts of the document in reading order, and its tables joined over pages.

    A paragraph is one passage; of a table every non-empty cell is one, header cells in rows -1,
    -2 and so on. Header rows that a page repeats make no passages.
    """
    items = draft_tables(document.items)
    headings, appendices = find_headings(items)
    captions = {place for heading in headings.values() for place in heading.lines}
    passages: list[Passage] = []
    tables: list[Table] = []
    for place, item in enumerate(items):
        if isinstance(item, Block):
            kind: PassageKind = "paragraph"
            if place in appendices:
                kind = "appendix"
            elif place in captions:
                kind = "caption"
            elif item.role == "footnote":
                kind = "footnote"
            passages.append(_paragraph(len(passages), item, kind))
        else:
            passages.extend(_cells(len(passages), len(tables), item))
            tables.append(_table(item, headings[place]))
    return tuple(passages), tuple(tables)


def _paragraph(seq: int, block: Block, kind: PassageKind) -> Passage:
    return Passage(
        seq, block.text, kind, block.label,
        origins=block.origins, marks=block.marks,
        heading_level=block.heading_level, role=block.role, align=block.align,
    )  # fmt: skip


def _cells(seq: int, table: int, draft: Draft) -> Iterator[Passage]:
    for number, header in enumerate(draft.header, 1):
        for passage in _row_cells(seq, table, -number, header.cells, header.page, header.line):
            yield passage
            seq += 1
    for number, row in enumerate(draft.body):
        for passage in _row_cells(seq, table, number, row.cells, row.page, row.line):
            yield passage
            seq += 1


def _row_cells(
    seq: int, table: int, row: int, cells: Sequence[Cell], page: int | None, line: int | None
) -> Iterator[Passage]:
    for column, cell in enumerate(cells):
        if cell.text:
            yield Passage(
                seq, cell.text, "cell", table=table, row=row, column=column,
                origins=_origins(cell, page, line), marks=cell.marks,
            )  # fmt: skip
            seq += 1


def _origins(cell: Cell, page: int | None, line: int | None) -> tuple[Origin, ...]:
    """Places of the text; a reader may leave them to the row."""
    if all(o.page is not None or o.line is not None for o in cell.origins):
        return cell.origins
    return tuple(
        Origin(o.start, o.page if o.page is not None else page, o.line or line)
        for o in cell.origins
    ) or (Origin(0, page, line),)


def _table(draft: Draft, heading: Heading) -> Table:
    rows: tuple[Row, ...] = make_rows(draft)
    columns = draft.roles()
    return Table(
        header=tuple(_texts(row, draft.width) for row in draft.header),
        rows=rows,
        kind=find_kind(draft.header, rows, columns),
        columns=columns,
        appendix=heading.appendix,
        caption=heading.caption,
        page_from=draft.first.page,
        page_to=draft.last.page,
        line=draft.first.line,
        joins=tuple(draft.joins),
        orphan_headers=tuple(draft.orphans),
    )


def _texts(row: GridRow, width: int) -> tuple[str, ...]:
    texts = tuple(cell.text for cell in row.cells)
    return texts + ("",) * (width - len(texts))

"""Logical tables: grids joined over pages, and the passages that all later records point into."""

from __future__ import annotations

from extract.model import Block, Document, Passage, Row, Table


def join_tables(document: Document) -> tuple[tuple[Passage, ...], tuple[Table, ...]]:
    """Return the texts of the document in reading order, and its tables joined over pages."""
    passages: list[Passage] = []
    tables: list[Table] = []
    for item in document.items:
        if isinstance(item, Block):
            passages.append(
                Passage(
                    len(passages), item.text, "paragraph", origins=item.origins, marks=item.marks,
                    heading_level=item.heading_level, role=item.role, align=item.align,
                )
            )  # fmt: skip
            continue
        header, *body = item.rows
        for number, row in enumerate(item.rows, -1):
            for column, cell in enumerate(row.cells):
                if cell.text:
                    passages.append(
                        Passage(
                            len(passages), cell.text, "cell", table=len(tables), row=number,
                            column=column, origins=cell.origins, marks=cell.marks,
                        )
                    )  # fmt: skip
        rows = tuple(
            Row(tuple(c.text for c in r.cells), tuple(c.text for c in r.cells), r.page, r.line)
            for r in body
        )
        tables.append(
            Table(
                (tuple(c.text for c in header.cells),), rows, "other",
                (None,) * item.column_count, line=item.line,
            )
        )  # fmt: skip
    return tuple(passages), tuple(tables)

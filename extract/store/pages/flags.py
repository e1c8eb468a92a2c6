"""The review queue of the archivist: doubts by kind, with the words they are about."""

from __future__ import annotations

import sqlite3

from extract.store.pages.reading import Listing, Row, read, read_page

_FLAGS = """select f.id, f.code, f.why, f.page, f.line, f.document_id, f.passage_id,
    substr(p.text, 1, 2000) as text, d.label, d.symbol, d.title, d.issuer, d.file_name
  from flags f join documents d on d.id = f.document_id
  left join passages p on p.id = f.passage_id {only}
  order by f.document_id, f.seq"""
_CODES = "select code as value, count(*) as count from flags group by 1 order by 2 desc, 1"


def read_flags(
    connection: sqlite3.Connection, code: str | None, number: int
) -> tuple[Listing, list[Row]]:
    """Return a page of doubts, of one kind or all, and how many there are of each kind."""
    codes = read(connection, _CODES)
    counts = {row["value"]: row["count"] for row in codes}
    total = counts.get(code, 0) if code else sum(counts.values())
    only, values = ("where f.code = ?", [code]) if code else ("", [])
    sql = _FLAGS.format(only=only)
    return read_page(connection, sql, values, number, total=total), codes

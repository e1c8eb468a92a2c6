"""Full text: passages that hold all the words."""

from __future__ import annotations

import sqlite3

from extract.store.pages.reading import Listing, read, read_value

SIZE = 30
_MOST = 3000
_HITS = """select p.id, p.document_id, p.page, p.kind, p.text, d.label, d.symbol, d.title,
    d.issuer, d.issued_on, d.plan_year
  from (select rowid as hit, rank as weight from passages_fts where passages_fts match ?1
        order by rank limit ?2 offset ?3) f
  join passages p on p.fts_id = f.hit join documents d on d.id = p.document_id
  order by f.weight, p.id"""
_COUNT = f"""select count(*) from (select 1 from passages_fts
  where passages_fts match ? limit {_MOST})"""  # noqa: S608


def search(connection: sqlite3.Connection, query: str, number: int) -> Listing:
    """Return a page of passages for an FTS5 query, best first; at most 3,000 are counted."""
    total = int(read_value(connection, _COUNT, [query]))
    number = max(1, min(number, -(-total // SIZE) or 1))
    rows = read(connection, _HITS, [query, SIZE, (number - 1) * SIZE])
    return Listing(rows, total, number, SIZE)

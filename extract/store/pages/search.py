"""Full text: passages that hold all the words."""

from __future__ import annotations

import sqlite3

from extract.store.pages.reading import Listing, read, read_value

SIZE = 30
MOST = 3000
_HITS = """select p.id, p.document_id, p.page, p.kind, p.text, d.label, d.symbol, d.title,
    d.issuer, d.issued_on, d.plan_year
  from (select rowid as hit, {weight} as weight from passages_fts where passages_fts match ?
        order by {order} limit ? offset ?) f
  join passages p on p.fts_id = f.hit join documents d on d.id = p.document_id
  order by f.weight, p.id"""
_BEST = _HITS.format(weight="rank", order="rank")
_ANY = _HITS.format(weight="rowid", order="rowid")
_COUNT = f"""select count(*) from (select 1 from passages_fts
  where passages_fts match ? limit {MOST})"""  # noqa: S608


def search(connection: sqlite3.Connection, query: str, phrase: str, number: int) -> Listing:
    """Return a page of passages for an FTS5 query, best first; at most 3,000 are counted.

    Words that stand in more passages than that are too common to weigh: those are shown that hold
    the words side by side (phrase, an FTS5 query too), in no order.
    """
    total, sql = int(read_value(connection, _COUNT, [query])), _BEST
    if total >= MOST:
        side_by_side = int(read_value(connection, _COUNT, [phrase]))
        query, total = (phrase, side_by_side) if side_by_side else (query, total)
        sql = _BEST if total < MOST else _ANY
    number = max(1, min(number, -(-total // SIZE) or 1))
    rows = read(connection, sql, [query, SIZE, (number - 1) * SIZE])
    return Listing(rows, total, number, SIZE)

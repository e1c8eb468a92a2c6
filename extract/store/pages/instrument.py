"""The page of an instrument: who cites it, what amends it, what is cited beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from extract.store.pages.reading import Listing, Row, read, read_page, read_value

_INSTRUMENT = """select i.*, d.label as held_label from instruments i
  left join documents d on d.id = i.held_document_id where i.id = ?"""
_CITATIONS = """select c.id, c.document_id, c.passage_id, c.page, c.raw, c.role, c.suspect,
    c.context, d.label, d.symbol, d.doc_type, d.title, d.issuer, d.issued_on, d.file_name
  from citations c join documents d on d.id = c.document_id
  where c.instrument_id = ? {only}
  order by d.issued_on desc, c.document_id, c.seq"""
_POINTS = """select citation_id, article, clause, point from pinpoints
  where citation_id in ({marks}) order by citation_id, seq"""
_ROLES = """select role as value, count(*) as count from citations where instrument_id = ?
  group by 1 order by 2 desc, 1"""
_ARTICLES = """select p.article as value, count(*) as count from citations c
  join pinpoints p on p.citation_id = c.id
  where c.instrument_id = ? and p.article is not null group by 1 order by 2 desc, 1 limit 20"""
_TOGETHER = """select i.id, i.label, i.title, count(*) as count, i.held_document_id
  from (select distinct document_id from document_instruments where instrument_id = ? limit 500) w
  join document_instruments o on o.document_id = w.document_id
  join instruments i on i.id = o.instrument_id
  where o.instrument_id <> ? group by i.id order by count(*) desc, i.label limit 12"""
_EDGES = """
  select distinct coalesce(r.source_id, h.id) as source_id, r.target_id, r.kind
  from relations r
  left join instruments h on r.source_id is null and h.held_document_id = r.document_id
  where r.target_id = ? and coalesce(r.source_id, h.id) is not null
  union
  select r.source_id, r.target_id, r.kind from relations r
  where r.source_id = ? and r.target_id is not null
  union
  select h.id, r.target_id, r.kind from instruments h
  join relations r on r.document_id = h.held_document_id and r.source_id is null
  where h.id = ? and r.target_id is not null"""
_MOST_LINKS = 60
_KINDS = ("amends", "replaces", "repeals", "guides")


def read_instrument(
    connection: sqlite3.Connection, instrument: str, number: int = 1, role: str | None = None
) -> dict[str, Any] | None:
    """Return an instrument with page `number` of its citations, None when it is unknown."""
    found = read(connection, _INSTRUMENT, [instrument])
    if not found:
        return None
    return {
        "instrument": found[0],
        "citations": _read_citations(connection, instrument, number, role),
        "roles": read(connection, _ROLES, [instrument]),
        "articles": read(connection, _ARTICLES, [instrument]),
        "together": read(connection, _TOGETHER, [instrument, instrument]),
        "chain": read_chain(connection, instrument),
    }


def _read_citations(
    connection: sqlite3.Connection, instrument: str, number: int, role: str | None
) -> Listing:
    only, values = ("and c.role = ?", [instrument, role]) if role else ("", [instrument])
    count = f"select count(*) from citations c where c.instrument_id = ? {only}"  # noqa: S608
    total = int(read_value(connection, count, values))
    listing = read_page(connection, _CITATIONS.format(only=only), values, number, total=total)
    add_pinpoints(connection, listing.rows)
    return listing


def add_pinpoints(connection: sqlite3.Connection, citations: Sequence[Row]) -> None:
    """Give each citation its pinpoints."""
    by_id: dict[str, list[Row]] = {c["id"]: [] for c in citations}
    sql = _POINTS.format(marks=", ".join("?" * len(by_id)))
    for point in read(connection, sql, list(by_id)):
        by_id[point.pop("citation_id")].append(point)
    for citation in citations:
        citation["pinpoints"] = by_id[citation["id"]]


def read_chain(connection: sqlite3.Connection, instrument: str) -> list[Row]:
    """Return who amends, replaces, repeals, guides whom around an instrument, nearest first."""
    edges: dict[tuple[str, str, str], int] = {}
    seen, front = {instrument}, [instrument]
    for depth in range(1, 5):
        after: list[str] = []
        for here in front:
            for edge in read(connection, _EDGES, [here] * 3):
                key = (edge["source_id"], edge["kind"], edge["target_id"])
                if edge["kind"] not in _KINDS or key in edges or len(edges) >= _MOST_LINKS:
                    continue
                edges[key] = depth
                after += [i for i in (key[0], key[2]) if i not in seen]
                seen.update((key[0], key[2]))
        front = after
    labels = _read_labels(connection, seen)
    return [
        {"source_id": s, "kind": k, "target_id": t, "depth": depth}
        | {"source": labels[s], "target": labels[t]}
        for (s, k, t), depth in edges.items()
    ]


def _read_labels(connection: sqlite3.Connection, ids: set[str]) -> dict[str, str]:
    marks = ", ".join("?" * len(ids))
    sql = f"select id, label from instruments where id in ({marks})"  # noqa: S608 - only marks
    return {row["id"]: row["label"] for row in read(connection, sql, sorted(ids))}


def count_citations(connection: sqlite3.Connection, instruments: Sequence[str]) -> dict[str, int]:
    """Return instrument -> number of its citations."""
    marks = ", ".join("?" * len(instruments))
    sql = f"select id, citation_count from instruments where id in ({marks})"  # noqa: S608
    return {row["id"]: row["citation_count"] for row in read(connection, sql, instruments)}

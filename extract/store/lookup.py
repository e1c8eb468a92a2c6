"""Who cites it: from a typed query to the instruments that fit and their citations.

A query that fits two instruments has the answer "several", never a guess. Equality is exact on
keys and numbers; nothing is found by a part of its symbol.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from typing import Any, Literal

import sqlite_utils
from rapidfuzz import fuzz, process

from extract.model import Pinpoint
from extract.stages.citations.grammar import load_grammar
from extract.stages.instruments import OPEN
from extract.store.query import Query, QueryError, parse_query
from extract.store.rows import instrument_id
from extract.text import fold, nfc, symbol_key, unify

Status = Literal["one", "several", "none", "unparsable"]
_MOST_INSTRUMENTS = 200
_MOST_CITATIONS = 5000
_NEAR_POOL = 100_000
_NEAR_SCORE = 80
_GROUPS = re.compile(r"[-/]")


def lookup(
    db: sqlite3.Connection | sqlite_utils.Database, query: str, most: int = _MOST_CITATIONS
) -> dict[str, Any]:
    """Return {"query", "status", "instruments", "near"} and, for "unparsable", "why".

    near: instruments with a similar symbol, offered when none fits; they are no answer. With a
    pinpoint only the citations of that article, clause or point are listed, and an instrument
    that has none is left out. Without one, at most `most` citations of an instrument are listed.
    """
    connection = db.conn if isinstance(db, sqlite_utils.Database) else db
    answer: dict[str, Any] = {"query": query, "status": "none", "instruments": [], "near": []}
    try:
        asked = parse_query(query)
    except QueryError as error:
        return {**answer, "status": "unparsable", "why": str(error)}
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    rows = _exact_marks([row for row in _candidates(cursor, asked) if _fits(row, asked)], asked)
    instruments = [
        _instrument(cursor, row, asked.pinpoints, most) for row in rows[:_MOST_INSTRUMENTS]
    ]
    if asked.pinpoints:
        instruments = [found for found in instruments if found["citations"]]
    answer["instruments"] = instruments
    answer["status"] = _status(len(instruments))
    if not instruments:
        answer["near"] = _near(cursor, asked)
    return answer


def _status(count: int) -> Status:
    return "none" if count == 0 else "one" if count == 1 else "several"


_SELECT = """select id, key, type, number, year, symbol, symbol_key, issuer, issued_on, title,
  held_document_id from instruments"""


def _candidates(cursor: sqlite3.Cursor, query: Query) -> list[sqlite3.Row]:
    """Read the rows that could fit, through the indexes on symbol_key and title_key."""
    if query.law and not query.codes:
        return _law_candidates(cursor, query)
    if key := query.symbol_key:
        found = _read(cursor, f"{_SELECT} where symbol_key = ? order by key", [key])
        if found:
            return found
    number = query.number or ""
    return _read(
        cursor,
        f"""{_SELECT} where symbol_key = ? or (symbol_key >= ? and symbol_key < ?) order by key""",
        [number, f"{number}-", f"{number}0"],  # "61-" to "61/...": the sort of "-./" before "0"
    )


def _law_candidates(cursor: sqlite3.Cursor, query: Query) -> list[sqlite3.Row]:
    laws, name = load_grammar().laws, query.law or ""
    part = name not in laws and "a part of the name" in query.notes
    named = [n for n in laws if n.startswith(f"{name} ")] if part else [name]
    versions = [law for one in named for law in laws.get(one, ())]
    keys = {symbol_key(law.symbol) for law in versions if law.symbol}
    names = {fold(law.name) for law in versions} | {query.law or ""}
    rows: dict[str, sqlite3.Row] = {}
    for column, values in (("symbol_key", keys), ("title_key", names)):
        for value in sorted(values):
            sql = f"{_SELECT} where {column} = ? order by key"
            rows |= {row["id"]: row for row in _read(cursor, sql, [value])}
    if part:
        found = _read(
            cursor,
            f"{_SELECT} where title_key >= ? and title_key < ? order by key",
            [f"{name} ", f"{name}!"],
        )
        rows |= {row["id"]: row for row in found}
    years = [str(query.year)] if query.year else [OPEN, *map(str, range(1945, 2100))]
    for year in years:  # a version that the table does not know has the name and year as its key
        found = _read(cursor, f"{_SELECT} where id = ?", [instrument_id(f"{query.law}#{year}")])
        rows |= {row["id"]: row for row in found}
    return [row for row in rows.values() if _is_law(row)]


def _is_law(row: sqlite3.Row) -> bool:
    kinds = ("luat", "bo luat", "phap lenh", "hien phap")
    return fold(row["type"]) in kinds


def _read(cursor: sqlite3.Cursor, sql: str, values: Iterable[str]) -> list[sqlite3.Row]:
    return cursor.execute(sql, list(values)).fetchall()


def _fits(row: sqlite3.Row, query: Query) -> bool:
    """Whether nothing that the query says is contradicted by, or missing from, the row."""
    said = (
        (query.year, row["year"] == query.year or _year_of_law(row, query)),
        (query.issued_on, row["issued_on"] == str(query.issued_on)),
        (query.issuer, _issuer_fits(row, _plain_issuer(query.issuer))),
        (query.term, f"#k{query.term}" in row["key"]),
    )
    if not all(fits for wanted, fits in said if wanted):
        return False
    return bool(query.law) or _number_fits(row, query)


def _issuer_fits(row: sqlite3.Row, asked: str) -> bool:
    """Whether the issuer holds the words, or they go on after it ("của Quốc hội Luật Lưu trữ").

    Words that go on after "UBND huyện" are its name, which such a row does not have.
    """
    issuer = _plain_issuer(row["issuer"])
    return asked in issuer or bool(
        issuer and OPEN not in row["key"] and asked.startswith(f"{issuer} ")
    )


def _number_fits(row: sqlite3.Row, query: Query) -> bool:
    number = (row["number"] or "").lstrip("0").lower()
    if query.number and number != query.number:
        return False
    if query.codes:
        own = query.type is not None and fold(row["type"]) == query.type
        key = row["symbol_key"] or ""
        slug = "read from a slug" in query.notes
        return _codes_fit(key, query.codes, own) or (slug and _begins(key, query.codes))
    return query.type is None or fold(row["type"]) == query.type


def _year_of_law(row: sqlite3.Row, query: Query) -> bool:
    return bool(query.law) and (row["issued_on"] or "").startswith(str(query.year))


def _plain_issuer(issuer: str | None) -> str:
    return (
        fold(issuer or "").replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd")
    )


def _codes_fit(key: str, codes: tuple[str, ...], typed: bool) -> bool:
    """All groups of the symbol, or its first: "nd" and "nd-cp" both fit 61/2018/nd-cp.

    typed: the type is given by its word, so that its code may be missing ("Nghị quyết 18/TW").
    """
    letters = [g for g in _GROUPS.split(key)[1:] if not re.fullmatch(r"(?:19|20)\d\d", g)]
    asked = [group for code in codes for group in code.lstrip("/").split("-")]
    if letters == asked or (typed and letters[1:] == asked):
        return True
    return len(asked) == 1 and letters[:1] == asked


def _begins(key: str, codes: tuple[str, ...]) -> bool:
    """Whether the groups of a slug, which a title may follow, begin those of the symbol."""
    return len(codes) > 1 and f"-{'-'.join(codes)}-" in key.replace("/", "-")


def _exact_marks(rows: list[sqlite3.Row], query: Query) -> list[sqlite3.Row]:
    """Of symbols that differ only in marks (HD, HĐ), keep those printed as typed, if any is."""
    if len({row["symbol_key"] for row in rows}) != 1:
        return rows
    typed = "".join(unify(nfc(query.text)).split())
    exact = [row for row in rows if row["symbol"] and unify(row["symbol"]) in typed]
    return exact or rows


def _instrument(
    cursor: sqlite3.Cursor, row: sqlite3.Row, pinpoints: tuple[Pinpoint, ...], most: int
) -> dict[str, Any]:
    wanted = (
        "id", "type", "symbol", "issued_on", "issuer", "title", "held_document_id", "key",
    )  # fmt: skip
    return {name: row[name] for name in wanted} | {
        "citations": _citations(cursor, row["id"], pinpoints, most)
    }


_CITATIONS = """select c.id, c.document_id, d.symbol as document_symbol, d.title as document_title,
  d.file_name, c.page, c.role, c.raw, c.context
from citations c join documents d on d.id = c.document_id
where c.instrument_id = ? order by d.issued_on, c.document_id, c.seq limit ?"""
_PINPOINTS = """select p.citation_id, p.article, p.clause, p.point
from citations c join pinpoints p on p.citation_id = c.id
where c.instrument_id = ? order by p.citation_id, p.seq"""


def _citations(
    cursor: sqlite3.Cursor, instrument: str, asked: tuple[Pinpoint, ...], most: int
) -> list[dict[str, Any]]:
    pinpoints: dict[str, list[Pinpoint]] = {}
    for row in cursor.execute(_PINPOINTS, [instrument]):
        pinpoints.setdefault(row["citation_id"], []).append(
            Pinpoint(row["article"], row["clause"], row["point"])
        )
    found = []
    limit = _MOST_CITATIONS if asked else most
    for row in cursor.execute(_CITATIONS, [instrument, limit]).fetchall():
        own = pinpoints.get(row["id"], [])
        if asked and not any(_within(p, wanted) for p in own for wanted in asked):
            continue
        found.append(
            {"citation_id" if name == "id" else name: row[name] for name in row.keys()}  # noqa: SIM118
            | {"pinpoints": [str(p) for p in own]}
        )
    return found


def _within(pinpoint: Pinpoint, asked: Pinpoint) -> bool:
    """Whether the pinpoint lies in what was asked for: khoản 1 Điều 5 lies in Điều 5."""
    pairs = (
        (asked.article, pinpoint.article), (asked.clause, pinpoint.clause),
        (asked.point, pinpoint.point),
    )  # fmt: skip
    return all(want is None or (got is not None and fold(got) == want) for want, got in pairs)


def _near(cursor: sqlite3.Cursor, query: Query) -> list[dict[str, Any]]:
    """Offer symbols that are one slip away; the reader decides."""
    wanted = query.symbol_key or (
        f"{query.number}/{query.year}" if query.number and query.year else None
    )
    if wanted is None:
        return []
    pool = cursor.execute(
        "select id, symbol_key from instruments where symbol_key is not null limit ?",
        [_NEAR_POOL],
    ).fetchall()
    keys = {row["id"]: row["symbol_key"] for row in pool}
    best = process.extract(wanted, keys, scorer=fuzz.ratio, score_cutoff=_NEAR_SCORE, limit=10)
    near = []
    for _, score, id_ in sorted(best, key=lambda hit: (-hit[1], hit[0], hit[2]))[:5]:
        row = cursor.execute(f"{_SELECT} where id = ?", [id_]).fetchone()
        near.append(
            {name: row[name] for name in ("id", "type", "symbol", "issued_on", "issuer", "title")}
            | {"near": True, "score": round(score)}
        )
    return near

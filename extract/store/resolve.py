"""Closing open keys: what one document leaves open, the archive may know.

"Nghị quyết số 18-NQ/TW" without a date is one instrument when the archive holds exactly one that
fits, and stays by itself when it holds none or two. Every run starts from what the documents
state, so the result does not depend on the order in which they came.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from extract.model import Header
from extract.stages.citations.grammar import Law, load_grammar
from extract.stages.instruments import OPEN, find_held_key
from extract.store.rows import instrument_id, instrument_label
from extract.store.write import refresh_instruments, transaction
from extract.text import fold, symbol_key

# Of these a number means one thing in the whole country; others need their issuer as well.
_NATIONAL = ("nghi dinh",)


def resolve_instruments(connection: sqlite3.Connection) -> int:
    """Bind open mentions to the one instrument that fits; link what is held; return how many.

    The number is that of open keys that were closed.
    """
    with transaction(connection):
        stated = _read_stated(connection)
        closed = _close(stated)
        touched = _bind(connection, closed)
        touched |= _link_held(connection)
        refresh_instruments(connection, touched)
        _drop_unused(connection)
    return len(closed)


class _Stated:
    """What the documents together state of one key."""

    __slots__ = ("issuers", "key", "number", "title", "type")

    def __init__(self, key: str) -> None:
        self.key = key
        self.type = self.number = self.title = ""
        self.issuers: set[str] = set()


def _read_stated(connection: sqlite3.Connection) -> dict[str, _Stated]:
    stated: dict[str, _Stated] = {}
    rows = connection.execute(
        """select distinct stated_key, type, number, title, issuer from document_instruments
           order by stated_key, type, number, title, issuer"""
    )
    for key, type_, number, title, issuer in rows:
        one = stated.setdefault(key, _Stated(key))
        one.type, one.number = one.type or fold(type_ or ""), one.number or number or ""
        one.title = one.title or fold(title or "")
        if issuer:
            one.issuers.add(fold(issuer))
    return stated


def _close(stated: dict[str, _Stated]) -> dict[str, str]:
    """Return open key -> the closed key that alone fits it."""
    by_base: dict[str, list[str]] = defaultdict(list)
    by_number: dict[tuple[str, str], list[_Stated]] = defaultdict(list)
    for key, one in stated.items():
        if OPEN not in key:
            by_base[_base(key)].append(key)
            by_number[one.type, symbol_key(one.number)].append(one)
    laws = _law_names()
    closed: dict[str, str] = {}
    for key, one in stated.items():
        if OPEN not in key:
            continue
        base = _base(key)
        if base in laws:
            fits = [k for k in laws[base] if k in stated]
        elif "/" in base or "-" in base:
            fits = [k for k in by_base.get(base, ()) if _agree(key, k)]
        else:
            same = by_number.get((one.type, symbol_key(one.number)), [])
            fits = [other.key for other in same if _issuers_agree(one, other)]
        if len(fits) == 1:
            closed[key] = fits[0]
    return closed


def _base(key: str) -> str:
    return key.partition("#")[0].partition("@")[0]


def _agree(key: str, other: str) -> bool:
    """Whether year and place of an open key do not stand against a closed one.

    A place is never closed by the archive: every province has its own number 6.
    """
    year, other_year = _part(key, "#"), _part(other, "#")
    if year not in (OPEN, other_year):
        return False
    return _part(key, "@") == _part(other, "@")


def _part(key: str, mark: str) -> str:
    part = key.partition(mark)[2]
    return part.partition("@")[0] if mark == "#" else part


def _issuers_agree(one: _Stated, other: _Stated) -> bool:
    if one.issuers:
        return any(a in b or b in a for a in one.issuers for b in other.issuers)
    return one.type in _NATIONAL


def _law_names() -> dict[str, list[str]]:
    """Return folded name -> keys of its versions."""
    names: dict[str, list[str]] = {}
    for name, versions in load_grammar().laws.items():
        names[name] = [_law_key(law) for law in versions if law.symbol]
    return names


def _law_key(law: Law) -> str:
    return f"{fold(law.type)}:{symbol_key(law.symbol)}"


def _bind(connection: sqlite3.Connection, closed: dict[str, str]) -> set[str]:
    """Point citations, statements and relations to where the keys now lead."""
    target = {instrument_id(key): instrument_id(to) for key, to in closed.items()}
    touched: set[str] = set()
    rows = connection.execute(
        """select distinct stated_key, instrument_id from document_instruments"""
    ).fetchall()
    for key, now in rows:
        own = instrument_id(key)
        goal = target.get(own, own)
        if goal == now:
            continue
        _ensure(connection, key)
        touched |= {own, now, goal}
        connection.execute(
            """update document_instruments set instrument_id = ?
               where stated_key = ? and instrument_id = ?""",
            [goal, key, now],
        )
        connection.execute(
            "update citations set instrument_id = ? where stated_id = ? and instrument_id = ?",
            [goal, own, now],
        )
    if touched:
        _rebind_relations(connection)
    return touched


def _ensure(connection: sqlite3.Connection, key: str) -> None:
    connection.execute(
        """insert into instruments (id, key, label, type, citation_count, document_count)
           values (?, ?, '', '', 0, 0) on conflict (id) do nothing""",
        [instrument_id(key), key],
    )


def _rebind_relations(connection: sqlite3.Connection) -> None:
    for column, citation in (("target_id", "citation_id"), ("source_id", "source_citation_id")):
        connection.execute(
            f"""update relations set {column} =
                  (select instrument_id from citations c where c.id = relations.{citation})
                where {citation} is not null and {column} is not
                  (select instrument_id from citations c where c.id = relations.{citation})"""  # noqa: S608 - our own names
        )


def _link_held(connection: sqlite3.Connection) -> set[str]:
    """Link each numbered document of the archive to its own instrument; return changed ids."""
    rows = connection.execute(
        """select id, doc_type, number, symbol, symbol_key, issued_on, issuer, issuer_level, title
           from documents where symbol is not null and number is not null order by id desc"""
    ).fetchall()
    held: dict[str, sqlite3.Row] = {}
    for row in rows:
        key = find_held_key(_header(row))
        if key and OPEN not in key:
            held[key] = row  # of copies the one with the smallest id stays
    before = dict(
        connection.execute(
            "select id, held_document_id from instruments where held_document_id is not null"
        ).fetchall()
    )
    after = {instrument_id(key): str(row["id"]) for key, row in held.items()}
    for id_ in sorted(set(before) - set(after)):
        connection.execute("update instruments set held_document_id = null where id = ?", [id_])
    for key, row in held.items():
        id_ = instrument_id(key)
        _ensure(connection, key)
        _describe(connection, id_, row)
    return {id_ for id_ in {*before, *after} if before.get(id_) != after.get(id_)}


def _header(row: sqlite3.Row) -> Header:
    return Header(
        doc_type=row["doc_type"],
        number=row["number"],
        symbol=row["symbol"],
        issued_on=date.fromisoformat(row["issued_on"]) if row["issued_on"] else None,
        issuer=row["issuer"],
        issuer_level=row["issuer_level"],
    )


def _describe(connection: sqlite3.Connection, id_: str, row: sqlite3.Row) -> None:
    """Say of a held instrument what the document itself says, where no other document does."""
    label = instrument_label(row["doc_type"] or "", row["symbol"], row["title"])
    connection.execute(
        """update instruments set held_document_id = :held where id = :id
             and held_document_id is not :held""",
        {"held": row["id"], "id": id_},
    )
    connection.execute(
        """update instruments set type = :type, number = :number, year = :year, symbol = :symbol,
             symbol_key = :symbol_key, issuer = :issuer, issued_on = :issued_on, title = :title,
             title_key = :title_key, label = :label, citation_count = 0, document_count = 0
           where id = :id and not exists
             (select 1 from document_instruments where instrument_id = :id)""",
        {
            "type": row["doc_type"] or "", "number": row["number"],
            "year": int(row["issued_on"][:4]), "symbol": row["symbol"],
            "symbol_key": row["symbol_key"], "issuer": row["issuer"],
            "issued_on": row["issued_on"], "title": row["title"],
            "title_key": fold(row["title"]) if row["title"] else None, "label": label, "id": id_,
        },
    )  # fmt: skip


def _drop_unused(connection: sqlite3.Connection) -> None:
    unused: Iterable[tuple[str]] = connection.execute(
        """select id from instruments where held_document_id is null
             and id not in (select instrument_id from document_instruments)
             and id not in (select instrument_id from citations where instrument_id is not null)"""
    ).fetchall()
    connection.executemany("delete from instruments where id = ?", [tuple(r) for r in unused])

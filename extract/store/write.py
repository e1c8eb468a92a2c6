"""Write plans, files and runs: the rows of one document always together, in one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from extract.model import Plan
from extract.store.prepare import Prepared, prepare_plan
from extract.store.rows import STATED, Value, instrument_id, merge_statements
from extract.store.schema import Table, quote
from extract.store.tables import BY_NAME, TABLES

_APART = 1 << 17  # numbers of the full-text index that one document has for itself
_CHUNK = 500  # instruments looked at together
_SAID = tuple(map(quote, STATED))


def now() -> str:
    """Return the time in UTC to the second, as stored."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit everything done inside, or nothing."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")  # deferred foreign keys are checked here
    except BaseException:
        if connection.in_transaction:  # on a full disk SQLite has rolled back by itself
            connection.execute("rollback")
        raise


def write_plan(connection: sqlite3.Connection, plan: Plan, version: str, ingested_at: str) -> str:
    """Replace all rows of the plan's document inside the caller's transaction; return its id."""
    prepared = prepare_plan(plan, version, ingested_at)
    refresh_instruments(connection, write_prepared(connection, prepared))
    return prepared.id


def write_prepared(connection: sqlite3.Connection, prepared: Prepared) -> set[str]:
    """Replace all rows of a document inside the caller's transaction.

    Return the instruments for which `refresh_instruments` is to be called once, after the last
    document: until then their counts are right, and they are described as one document does.
    """
    before: set[str] = set()
    known = connection.execute("select 1 from documents where id = ?", [prepared.id]).fetchone()
    if known:
        before = _instruments_of(connection, prepared.id)
        _delete_owned(connection, prepared.id)
    prepared = _keep_clear(connection, prepared)
    _upsert(connection, BY_NAME["documents"], [prepared.document])
    connection.executemany(_ADD_INSTRUMENT, prepared.instruments)
    connection.executemany(_ADD_UNIT, prepared.units)
    for name, rows in prepared.owned:
        connection.executemany(_INSERT[name], rows)
    index_text(connection, prepared.id)
    if known:  # the counts of what it was read as before are still in there
        refresh_instruments(connection, before | prepared.instrument_ids)
    return before | prepared.instrument_ids


def index_text(connection: sqlite3.Connection, document: str) -> None:
    """Put the text of a new document into the full-text index.

    In one statement: the index writes itself out after each one, which a trigger would have it do
    for each passage.
    """
    connection.execute(
        """insert into passages_fts (rowid, text, text_kd)
           select fts_id, text, text_kd from passages where document_id = ?""",
        [document],
    )


def refresh_instruments(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Write again what the documents together say of these instruments, and their counts.

    An instrument that no document names, cites or holds any more is removed.
    """
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), _CHUNK):
        _refresh(connection, wanted[start : start + _CHUNK])


def _refresh(connection: sqlite3.Connection, ids: list[str]) -> None:
    inside = f"in ({', '.join('?' * len(ids))})"
    said = ", ".join(_SAID)
    statements: dict[str, list[sqlite3.Row]] = {id_: [] for id_ in ids}
    for row in connection.execute(
        f"""select instrument_id, stated_key, {said}, count(*) as times from document_instruments
            where instrument_id {inside} group by instrument_id, stated_key, {said}""",  # noqa: S608 - our own names
        ids,
    ):
        statements[row["instrument_id"]].append(row)
    counts = {
        table: dict(
            connection.execute(
                f"""select instrument_id, count({what}) from {table}
                    where instrument_id {inside} group by instrument_id""",  # noqa: S608
                ids,
            ).fetchall()
        )
        for table, what in (("citations", "*"), ("document_instruments", "distinct document_id"))
    }
    cited, named = counts["citations"], counts["document_instruments"]
    merged = [
        {
            **merge_statements(_of_full_mentions(statements[id_])),
            "document_count": named[id_], "citation_count": cited.get(id_, 0), "id": id_,
        }
        for id_ in ids
        if statements[id_]
    ]  # fmt: skip
    if merged:
        names = ", ".join(f"{quote(name)} = :{name}" for name in merged[0] if name != "id")
        connection.executemany(f"update instruments set {names} where id = :id", merged)  # noqa: S608
    connection.executemany(
        "delete from instruments where id = ? and held_document_id is null",
        [(id_,) for id_ in ids if not statements[id_] and id_ not in cited],
    )


def _of_full_mentions(statements: list[Any]) -> list[Any]:
    """Leave out what open mentions ("Nghị định 61") say where a full one says more."""
    own = [row for row in statements if instrument_id(row["stated_key"]) == row["instrument_id"]]
    return own or statements


def forget_unused_units(connection: sqlite3.Connection) -> None:
    """Remove the units that nothing names any more."""
    connection.execute(
        """delete from units where id not in (
             select unit_id from task_units union select unit_id from unit_list_items
             union select unit_id from deadlines where unit_id is not null
             union select parent_id from units where parent_id is not null)"""
    )


def write_path(connection: sqlite3.Connection, path: str, document: str, seen_at: str) -> None:
    """Record that the file at this path holds the document; the first sight is kept."""
    connection.execute(
        """insert into paths (path, document_id, seen_at) values (?, ?, ?)
           on conflict (path) do update set document_id = excluded.document_id,
             seen_at = excluded.seen_at where document_id <> excluded.document_id""",
        [path, document, seen_at],
    )


def write_file(connection: sqlite3.Connection, row: Mapping[str, Value]) -> None:
    """Record what became of a file; `row` has every column of `files`."""
    table = BY_NAME["files"]
    _upsert(connection, table, [tuple(row[name] for name in table.stored)])


def write_done(connection: sqlite3.Connection, row: Mapping[str, Value], seen_at: str) -> None:
    """Record a file whose content is stored, and that its path leads there."""
    write_path(connection, str(row["path"]), str(row["sha256"])[:16], seen_at)
    write_file(connection, row)


def begin_run(connection: sqlite3.Connection, version: str, options: Mapping[str, object]) -> int:
    """Record the start of a run and return its number."""
    cursor = connection.execute(
        """insert into runs (started_at, version, options, done, failed, refused)
           values (?, ?, ?, 0, 0, 0)""",
        [now(), version, json.dumps(options, ensure_ascii=False, sort_keys=True)],
    )
    return int(cursor.lastrowid or 0)


def end_run(connection: sqlite3.Connection, run: int, counts: Mapping[str, int]) -> None:
    """Record the end of a run: how many files were done, failed and refused."""
    connection.execute(
        "update runs set ended_at = ?, done = ?, failed = ?, refused = ? where id = ?",
        [now(), counts["done"], counts["failed"], counts["refused"], run],
    )


def begin_writing(connection: sqlite3.Connection) -> None:
    """Let readers go on while a run writes, and a killed run lose nothing that was stored."""
    with suppress(sqlite3.OperationalError):  # someone reads just now: slower, as safe
        connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    connection.execute("pragma cache_size = -65536")  # 64 MB: hashes fall anywhere
    connection.execute("pragma wal_autocheckpoint = 10000")  # 40 MB: pages change many times


def end_writing(connection: sqlite3.Connection) -> None:
    """Leave one plain file behind: a copy or a read-only server then misses nothing."""
    with suppress(sqlite3.OperationalError):
        connection.execute("pragma optimize")
        connection.execute("pragma wal_checkpoint(truncate)")
        connection.execute("pragma journal_mode = delete")


def _insert_sql(table: Table) -> str:
    names = ", ".join(map(quote, table.stored))
    places = ", ".join("?" * len(table.stored))
    return f"insert into {quote(table.name)} ({names}) values ({places})"  # noqa: S608


def _upsert(
    connection: sqlite3.Connection, table: Table, rows: Iterable[tuple[Value, ...]]
) -> None:
    changed = ", ".join(
        f"{quote(n)} = excluded.{quote(n)}" for n in table.stored if n not in table.key
    )
    sql = f"{_insert_sql(table)} on conflict ({', '.join(table.key)}) do update set {changed}"
    connection.executemany(sql, rows)


def _instruments_of(connection: sqlite3.Connection, document: str) -> set[str]:
    rows = connection.execute(
        """select instrument_id from document_instruments where document_id = :id
           union select instrument_id from citations
             where document_id = :id and instrument_id is not null""",
        {"id": document},
    )
    return {row[0] for row in rows}


def _delete_owned(connection: sqlite3.Connection, document: str) -> None:
    for table in reversed(TABLES):
        if table.owner:
            connection.execute(
                f"delete from {quote(table.name)} where {table.owner} = ?",  # noqa: S608
                [document],
            )


def _keep_clear(connection: sqlite3.Connection, prepared: Prepared) -> Prepared:
    """Move the index numbers when another document has them: one chance in millions."""
    place = BY_NAME["passages"].stored.index("fts_id")
    while (
        prepared.fts_ids
        and connection.execute(
            "select 1 from passages where fts_id between ? and ? limit 1", prepared.fts_ids
        ).fetchone()
    ):
        first, last = prepared.fts_ids
        owned = dict(prepared.owned)
        owned["passages"] = tuple(
            (*row[:place], int(row[place] or 0) + _APART, *row[place + 1 :])
            for row in owned["passages"]
        )
        prepared = replace(
            prepared, owned=tuple(owned.items()), fts_ids=(first + _APART, last + _APART)
        )
    return prepared


_INSERT = {table.name: _insert_sql(table) for table in TABLES}
_ADD_INSTRUMENT = f"""{_INSERT["instruments"]} on conflict (id) do update set
    citation_count = citation_count + excluded.citation_count,
    document_count = document_count + excluded.document_count"""
_ADD_UNIT = f"""{_INSERT["units"]} on conflict (id) do update set name = max(name, excluded.name),
    code = coalesce(max(code, excluded.code), code, excluded.code)"""
"""Of two spellings of one name the later in code order stays (Phòng, not PHÒNG)."""

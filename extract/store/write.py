"""Write plans, files and runs: the rows of one document always together, in one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from extract.model import Plan
from extract.store.rows import Rows, Value, instrument_id, merge_statements, plan_rows
from extract.store.schema import Table, quote
from extract.store.tables import BY_NAME, TABLES


def now() -> str:
    """Return the time in UTC to the second, as stored."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit everything done inside, or nothing."""
    connection.execute("begin immediate")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    try:
        connection.execute("commit")  # deferred foreign keys are checked here
    except BaseException:
        connection.execute("rollback")
        raise


def write_plan(connection: sqlite3.Connection, plan: Plan, version: str, ingested_at: str) -> str:
    """Replace all rows of the plan's document inside the caller's transaction; return its id."""
    rows = plan_rows(plan, version, ingested_at)
    document = plan.document.id
    touched = _instruments_of(connection, document)
    _delete_owned(connection, document)
    _keep_clear(connection, rows)
    _upsert(connection, BY_NAME["documents"], rows["documents"])
    touched |= {str(row["id"]) for row in rows["instruments"]}
    _add_instruments(connection, rows["instruments"])
    _add_units(connection, rows["units"])
    for table in TABLES:
        if table.name not in ("documents", "instruments", "units") and rows.get(table.name):
            _insert(connection, table, rows[table.name])
    refresh_instruments(connection, touched)
    return document


def refresh_instruments(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Write again what the documents together say of these instruments, and their counts.

    An instrument that no document names, cites or holds any more is removed.
    """
    for key in sorted(set(ids)):
        statements = connection.execute(
            "select * from document_instruments where instrument_id = ?", [key]
        ).fetchall()
        cited = connection.execute(
            "select count(*) from citations where instrument_id = ?", [key]
        ).fetchone()[0]
        if statements:
            merged = {
                **merge_statements(_of_full_mentions(statements)),
                "document_count": len({row["document_id"] for row in statements}),
                "citation_count": cited,
            }
            names = ", ".join(f"{quote(name)} = :{name}" for name in merged)
            connection.execute(
                f"update instruments set {names} where id = :id",  # noqa: S608 - our own names
                {**merged, "id": key},
            )
        elif not cited:
            connection.execute(
                "delete from instruments where id = ? and held_document_id is null", [key]
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
    _upsert(connection, BY_NAME["files"], [row])


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


def end_writing(connection: sqlite3.Connection) -> None:
    """Leave one plain file behind: a copy or a read-only server then misses nothing."""
    with suppress(sqlite3.OperationalError):
        connection.execute("pragma optimize")
        connection.execute("pragma wal_checkpoint(truncate)")
        connection.execute("pragma journal_mode = delete")


def _insert(
    connection: sqlite3.Connection, table: Table, rows: Iterable[Mapping[str, Value]]
) -> None:
    names = table.stored
    connection.executemany(_insert_sql(table), ([row[n] for n in names] for row in rows))


def _insert_sql(table: Table) -> str:
    names = ", ".join(map(quote, table.stored))
    places = ", ".join("?" * len(table.stored))
    return f"insert into {quote(table.name)} ({names}) values ({places})"  # noqa: S608


def _upsert(
    connection: sqlite3.Connection, table: Table, rows: Iterable[Mapping[str, Value]]
) -> None:
    changed = ", ".join(
        f"{quote(n)} = excluded.{quote(n)}" for n in table.stored if n not in table.key
    )
    sql = f"{_insert_sql(table)} on conflict ({', '.join(table.key)}) do update set {changed}"
    connection.executemany(sql, ([row[n] for n in table.stored] for row in rows))


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


def _keep_clear(connection: sqlite3.Connection, rows: Rows) -> None:
    """Move the index numbers when another document has them: one chance in millions."""
    passages = rows["passages"]
    while (
        passages
        and connection.execute(
            "select 1 from passages where fts_id between ? and ? limit 1",
            [passages[0]["fts_id"], passages[-1]["fts_id"]],
        ).fetchone()
    ):
        for row in passages:
            row["fts_id"] = int(row["fts_id"] or 0) + (1 << 17)


def _add_instruments(connection: sqlite3.Connection, rows: Iterable[Mapping[str, Value]]) -> None:
    connection.executemany(
        """insert into instruments (id, key, label, type, citation_count, document_count)
           values (:id, :key, '', '', 0, 0) on conflict (id) do nothing""",
        [dict(row) for row in rows],
    )


def _add_units(connection: sqlite3.Connection, rows: Iterable[Mapping[str, Value]]) -> None:
    """Add units; of two spellings of one name the later in code order stays (Phòng, not PHÒNG)."""
    connection.executemany(
        """insert into units (id, name, name_key, kind, level, code, parent_id)
           values (:id, :name, :name_key, :kind, :level, :code, :parent_id)
           on conflict (id) do update set name = max(name, excluded.name),
             code = coalesce(max(code, excluded.code), code, excluded.code)""",
        [dict(row) for row in rows],
    )

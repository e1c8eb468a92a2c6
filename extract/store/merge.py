"""Merge databases that were made apart (`ingest --shard 1/4` ...) into one.

Ids are made of contents, so rows of two databases never mean different things by one id; what
documents together say of instruments is worked out again.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from extract.errors import DatabaseError
from extract.store.migrations import STEPS, open_read_only
from extract.store.resolve import resolve_instruments
from extract.store.schema import quote
from extract.store.tables import BY_NAME, TABLES
from extract.store.write import (
    begin_run,
    end_run,
    forget_unused_units,
    index_text,
    refresh_instruments,
    transaction,
)

# Rows of these belong to a document through the row they point to: column, table pointed to.
_THROUGH = {
    "table_rows": ("table_id", "appendix_tables"),
    "pinpoints": ("citation_id", "citations"),
    "task_units": ("task_id", "tasks"),
    "unit_list_items": ("list_id", "unit_lists"),
}


def merge_database(connection: sqlite3.Connection, part: Path, version: str) -> int:
    """Add what another database holds and this one does not; return how many documents.

    A document that both hold stays as it is here. Raise `DatabaseError` when the other is none of
    ours, or of another schema; then nothing is changed.
    """
    _check_schema(part)
    connection.execute("attach ? as part", [f"{part.resolve().as_uri()}?mode=ro"])
    try:
        with transaction(connection):
            run = begin_run(connection, version, {"merge": part.name})
            added = _copy_documents(connection)
            _copy_places(connection, run)
            end_run(connection, run, {"done": added, "failed": 0, "refused": 0})
    finally:
        connection.execute("drop table if exists temp.new_documents")
        connection.execute("detach part")
    return added


def finish_merge(connection: sqlite3.Connection) -> None:
    """Work out again what all documents together say; call it once after the last part."""
    with transaction(connection):
        ids = [row[0] for row in connection.execute("select id from instruments")]
        refresh_instruments(connection, ids)
        forget_unused_units(connection)
    resolve_instruments(connection)


def _check_schema(part: Path) -> None:
    with open_read_only(part) as other:
        names = {row[0] for row in other.execute("select name from sqlite_master")}
        steps: set[str] = set()
        if "_sqlite_migrations" in names:
            steps = {row[0] for row in other.execute("select name from _sqlite_migrations")}
    other.close()
    if steps != {step.__name__ for step in STEPS}:
        raise DatabaseError(str(part), "it is a public copy, or was made by another version")


def _copy_documents(connection: sqlite3.Connection) -> int:
    connection.execute(
        """create temp table new_documents as select id from part.documents
           where id not in (select id from main.documents)"""
    )
    _copy(connection, "documents", "id")
    connection.execute(
        """insert into main.instruments (id, key, label, type, citation_count, document_count)
           select id, key, '', '', 0, 0 from part.instruments where true
           on conflict (id) do nothing"""
    )
    connection.execute(
        """insert into main.units select * from part.units where true
           on conflict (id) do update set name = max(name, excluded.name),
             code = coalesce(max(code, excluded.code), code, excluded.code)"""
    )
    for table in TABLES:
        if table.owner:
            _copy(connection, table.name, table.owner)
        elif table.name in _THROUGH:
            column, owner = _THROUGH[table.name]
            inside = f"select id from part.{owner} where document_id in new_documents"  # noqa: S608
            _copy(connection, table.name, column, inside)
    added = [row[0] for row in connection.execute("select id from new_documents order by id")]
    for document in added:
        index_text(connection, document)
    return len(added)


def _copy(
    connection: sqlite3.Connection,
    table: str,
    column: str,
    inside: str = "select id from new_documents",
) -> None:
    """Copy the rows whose column is among the ids that `inside` selects."""
    names = ", ".join(map(quote, BY_NAME[table].stored))
    connection.execute(
        f"insert into main.{table} ({names}) select {names} from part.{table} "  # noqa: S608
        f"where {column} in ({inside})"
    )


def _copy_places(connection: sqlite3.Connection, run: int) -> None:
    """Copy where files were met; a file that failed there and is done here stays done."""
    connection.execute(
        """insert into main.paths select * from part.paths where true
           on conflict (path) do nothing"""
    )
    names = [name for name in BY_NAME["files"].stored if name != "run_id"]
    columns = ", ".join(map(quote, names))
    changed = ", ".join(f"{quote(n)} = excluded.{quote(n)}" for n in (*names, "run_id")[1:])
    connection.execute(
        f"""insert into main.files ({columns}, run_id) select {columns}, ? from part.files
            where true on conflict (path) do update set {changed}
            where status <> 'done' and excluded.status = 'done'""",  # noqa: S608 - our own names
        [run],
    )

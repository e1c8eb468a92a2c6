"""Named migrations: from an empty file, or from any released version, to the newest schema."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import DatabaseDamaged, DatabaseError, DiskFull, NoDatabase
from extract.store.schema import table_sql, view_sql
from extract.store.tables import BY_NAME, TABLES, VIEWS

if TYPE_CHECKING:
    import sqlite_utils

SET = "trichluc"
APPLICATION_ID = 0x7472696C  # "tril": tells our files from others


def m001_first_schema(database: sqlite_utils.Database) -> None:
    """Make every table and view of the first release."""
    for table in TABLES:
        for statement in table_sql(table):
            database.conn.execute(statement)
    for view in VIEWS:
        database.conn.execute(view_sql(view))


def m002_quick_reruns(database: sqlite_utils.Database) -> None:
    """Note size and time of files; leave new text to the writer, who adds it in bulk."""
    have = {row[1] for row in database.conn.execute("pragma table_info(files)")}
    for name in ("bytes", "modified_ns"):
        if name not in have:
            database.conn.execute(f"alter table files add column {name} integer")
    database.conn.execute("drop trigger if exists passages_ai")


def m003_find_responsible(database: sqlite_utils.Database) -> None:
    """Find the deadlines of those who are named as responsible without reading all."""
    database.conn.execute(
        "create index if not exists idx_deadlines_responsible on deadlines (responsible)"
    )


def m004_standards(database: sqlite_utils.Database) -> None:
    """Make the table of technical standards."""
    if "standards" not in _tables(database.conn):
        for statement in table_sql(BY_NAME["standards"]):
            database.conn.execute(statement)


def m005_days_of_a_kind(database: sqlite_utils.Database) -> None:
    """Count what is due on the days of a month in the index alone."""
    database.conn.execute(
        "create index if not exists idx_deadlines_due_on_kind on deadlines (due_on, kind)"
    )


STEPS: tuple[Callable[[sqlite_utils.Database], None], ...] = (
    m001_first_schema,
    m002_quick_reruns,
    m003_find_responsible,
    m004_standards,
    m005_days_of_a_kind,
)
"""The migrations in order; their names are recorded in the database."""


def database_error(path: str | Path, error: sqlite3.Error) -> DatabaseError:
    """Return what SQLite says as an error with its remedy."""
    kinds = {sqlite3.SQLITE_FULL: DiskFull, sqlite3.SQLITE_CORRUPT: DatabaseDamaged}
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # its low byte: what is above says more
    return kinds.get(code, DatabaseError)(str(path), str(error))


def open_database(path: str | Path, *, create: bool = False) -> sqlite3.Connection:
    """Return a connection that may write, with the newest schema.

    Raise `DatabaseError` when the file is missing (unless create), is not ours, or was made by a
    newer version.
    """
    path = Path(path)
    if not create and not path.is_file():
        raise NoDatabase(str(path), "there is no such database")
    try:
        uri = path.resolve().as_uri()  # so that other databases may be attached as URI, read-only
        connection = sqlite3.connect(uri, uri=True, timeout=30, isolation_level=None)
        connection.row_factory = sqlite3.Row
        connection.execute("pragma foreign_keys = on")
        _check_ours(connection, path)
        _upgrade(connection)
    except sqlite3.Error as error:
        raise database_error(path, error) from error
    return connection


def open_read_only(path: str | Path) -> sqlite3.Connection:
    """Return a connection that cannot write; raise `DatabaseError` when there is no such file."""
    path = Path(path)
    if not path.is_file():
        raise NoDatabase(str(path), "there is no such database")
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=30)
        connection.row_factory = sqlite3.Row
        tables = _tables(connection)
    except sqlite3.Error as error:
        raise database_error(path, error) from error
    if "documents" not in tables:
        raise DatabaseError(str(path), "this is not a database of trichluc")
    return connection


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("select name from sqlite_master")}


def _check_ours(connection: sqlite3.Connection, path: Path) -> None:
    if not {name for name in _tables(connection) if "sqlite_" not in name}:
        return  # new, or killed while it was being made
    applied = _applied(connection)
    if not applied:
        raise DatabaseError(str(path), "this is not a database of trichluc")
    if unknown := sorted(applied - {step.__name__ for step in STEPS}):
        raise DatabaseError(str(path), f"it was made by a newer version ({unknown[-1]})")


def _applied(connection: sqlite3.Connection) -> set[str]:
    if "_sqlite_migrations" not in _tables(connection):
        return set()
    sql = "select name from _sqlite_migrations where migration_set = ?"
    return {row[0] for row in connection.execute(sql, [SET])}


def _upgrade(connection: sqlite3.Connection) -> None:
    if _applied(connection) == {step.__name__ for step in STEPS}:
        return
    import sqlite_utils  # slow to import, and mostly there is nothing to do
    from sqlite_utils.migrations import Migrations

    migrations = Migrations(SET)
    for step in STEPS:
        migrations()(step)
    migrations.apply(sqlite_utils.Database(connection, execute_plugins=False))
    connection.execute(f"pragma application_id = {APPLICATION_ID}")

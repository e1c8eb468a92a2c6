"""Named migrations: from an empty file, or from any released version, to the newest schema."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlite_utils
from sqlite_utils.migrations import Migrations

from extract.errors import DatabaseError
from extract.store.schema import table_sql, view_sql
from extract.store.tables import TABLES, VIEWS

MIGRATIONS = Migrations("trichluc")
APPLICATION_ID = 0x7472696C  # "tril": tells our files from others


@MIGRATIONS()
def m001_first_schema(db: sqlite_utils.Database) -> None:
    """Make every table and view of the first release."""
    for table in TABLES:
        for statement in table_sql(table):
            db.conn.execute(statement)
    for view in VIEWS:
        db.conn.execute(view_sql(view))


def open_database(path: str | Path, *, create: bool = False) -> sqlite3.Connection:
    """Return a connection that may write, with the newest schema.

    Raise `DatabaseError` when the file is missing (unless create), is not ours, or was made by a
    newer version.
    """
    path = Path(path)
    if not create and not path.is_file():
        raise DatabaseError(str(path), "there is no such database")
    try:
        connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        connection.row_factory = sqlite3.Row
        connection.execute("pragma foreign_keys = on")
        _check_ours(connection, path)
        _upgrade(connection)
    except sqlite3.Error as error:
        raise DatabaseError(str(path), str(error)) from error
    return connection


def open_read_only(path: str | Path) -> sqlite3.Connection:
    """Return a connection that cannot write; raise `DatabaseError` when there is no such file."""
    path = Path(path)
    if not path.is_file():
        raise DatabaseError(str(path), "there is no such database")
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=30)
        connection.row_factory = sqlite3.Row
        tables = _tables(connection)
    except sqlite3.Error as error:
        raise DatabaseError(str(path), str(error)) from error
    if "documents" not in tables:
        raise DatabaseError(str(path), "this is not a database of trichluc")
    return connection


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("select name from sqlite_master")}


def _check_ours(connection: sqlite3.Connection, path: Path) -> None:
    tables = {name for name in _tables(connection) if "sqlite_" not in name}
    if not tables:  # new, or killed while it was being made
        return
    if "_sqlite_migrations" not in _tables(connection):
        raise DatabaseError(str(path), "this is not a database of trichluc")
    known = {migration.name for migration in MIGRATIONS._migrations}
    rows = connection.execute(
        "select name from _sqlite_migrations where migration_set = ?", [MIGRATIONS.name]
    )
    applied = {row[0] for row in rows}
    if not applied:
        raise DatabaseError(str(path), "this is not a database of trichluc")
    if unknown := sorted(applied - known):
        raise DatabaseError(str(path), f"it was made by a newer version ({unknown[-1]})")


def _upgrade(connection: sqlite3.Connection) -> None:
    database = sqlite_utils.Database(connection, execute_plugins=False)
    if MIGRATIONS.pending(database):
        MIGRATIONS.apply(database)
        connection.execute(f"pragma application_id = {APPLICATION_ID}")

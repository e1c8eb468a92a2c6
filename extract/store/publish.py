"""A clean copy of the database for the public: without paths, failures and runs."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from extract.errors import DatabaseError, WrongUsage
from extract.store.migrations import open_read_only
from extract.store.schema import quote
from extract.store.tables import TABLES


def publish_copy(database: Path, target: Path) -> None:
    """Write the public part of the database to a new file, checked; raise if it is there.

    The copy is one plain file: a server that opens it as immutable misses nothing.
    """
    if target.exists():
        raise WrongUsage(str(target), "it is there already; publish into a new folder")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    with closing(open_read_only(database)) as source:
        source.execute("vacuum into ?", [str(part)])
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        copy.execute("pragma foreign_keys = off")
        for table in reversed(TABLES):
            if not table.public:
                copy.execute(f"drop table {quote(table.name)}")
        copy.execute("drop table _sqlite_migrations")
        copy.execute("analyze")
        copy.execute("vacuum")
        _check(copy, target)
    part.replace(target)


def _check(copy: sqlite3.Connection, target: Path) -> None:
    if copy.execute("pragma foreign_key_check").fetchone():
        raise DatabaseError(str(target), "rows point to rows that are not there: run check first")
    for table in TABLES:
        if table.searchable:
            fts = quote(f"{table.name}_fts")
            copy.execute(
                f"insert into {fts} ({fts}, rank) values ('integrity-check', 1)"  # noqa: S608
            )


def inspect(database: Path) -> dict[str, object]:
    """Return what `datasette inspect` would: hash, size and row counts, so that a server starts
    at once."""
    with database.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
        tables = {
            name: {"count": connection.execute(f"select count(*) from {quote(name)}").fetchone()[0]}  # noqa: S608
            for (name,) in names
        }
    return {
        "hash": digest,
        "size": database.stat().st_size,
        "file": database.name,
        "tables": tables,
    }

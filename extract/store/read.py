"""What the command line and the browser ask of a database about itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from extract import errors
from extract.store.schema import Table, quote
from extract.store.tables import TABLES

COUNTED = (
    "documents", "instruments", "citations", "appendix_tables", "table_rows", "tasks", "units",
    "unit_lists", "deadlines", "flags",
)  # fmt: skip


def read_status(connection: sqlite3.Connection, runs: int = 5) -> dict[str, Any]:
    """Return counts, files by status, failures with their remedies, and the last runs.

    Empty lists where a published database has no bookkeeping.
    """
    tables = {row[0] for row in connection.execute("select name from sqlite_master")}
    status: dict[str, Any] = {
        "counts": read_counts(connection),
        "files": {"done": 0, "failed": 0, "refused": 0, "dead": 0},
        "failures": [],
        "runs": [],
    }
    if "files" in tables:
        status["files"] |= dict(
            connection.execute("select status, count(*) from files group by status").fetchall()
        )
        status["failures"] = list(_failures(connection))
        last = connection.execute("select * from runs order by id desc limit ?", [runs])
        status["runs"] = [{**dict(row), **_so_far(connection, row)} for row in last]
    return status


def _so_far(connection: sqlite3.Connection, run: sqlite3.Row) -> dict[str, int]:
    """Return the counts of a run that has no end yet: it goes on, or it was killed."""
    if run["ended_at"]:
        return {}
    sql = "select status, count(*) from files where run_id = ? group by status"
    found = dict(connection.execute(sql, [run["id"]]).fetchall())
    return {
        "done": found.get("done", 0),
        "failed": found.get("failed", 0) + found.get("dead", 0),
        "refused": found.get("refused", 0),
    }


def read_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the number of rows of the main tables."""
    return {name: count(connection, name) for name in COUNTED}


def count(connection: sqlite3.Connection, table: str) -> int:
    """Return the number of rows of a table of ours."""
    return int(
        connection.execute(f"select count(*) from {quote(table)}").fetchone()[0]  # noqa: S608
    )


def read_table(connection: sqlite3.Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table as exported, in the order of its key."""
    names = ", ".join(map(quote, table.exported))
    order = ", ".join(map(quote, table.key))
    sql = f"select {names} from {quote(table.name)} order by {order}"  # noqa: S608
    for row in connection.execute(sql):
        yield tuple(row)


def public_tables() -> tuple[Table, ...]:
    """Return the tables that anyone may see."""
    return tuple(table for table in TABLES if table.public)


def _failures(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    for row in connection.execute("select * from files where status <> 'done' order by path"):
        yield {
            "path": row["path"],
            "status": row["status"],
            "stage": row["stage"],
            "error": row["error"],
            "message": row["message"],
            "remedy": remedy_of(row["error"]),
            "attempts": row["attempts"],
        }


def remedy_of(cause: str) -> str:
    """Return what to do about a cause of failure."""
    for value in vars(errors).values():
        known = isinstance(value, type) and issubclass(value, errors.TrichlucError)
        if known and value.cause == cause and "remedy" in vars(value):
            return str(value.remedy)
    return errors.TrichlucError.remedy

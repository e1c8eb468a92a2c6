"""Rows as dicts, and lists in pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list. total: rows of the whole list. number: of this page, from 1."""

    rows: list[Row]
    total: int
    number: int = 1
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))


def read(connection: sqlite3.Connection, sql: str, values: Sequence[Any] = ()) -> list[Row]:
    """Return the rows of a query as dicts."""
    cursor = connection.execute(sql, tuple(values))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def read_value(connection: sqlite3.Connection, sql: str, values: Sequence[Any] = ()) -> Any:
    """Return the first column of the first row, None without rows."""
    row = connection.execute(sql, tuple(values)).fetchone()
    return row[0] if row else None


def read_page(
    connection: sqlite3.Connection, sql: str, values: Sequence[Any], number: int,
    size: int = PAGE_SIZE, total: int | None = None,
) -> Listing:  # fmt: skip
    """Return page `number` of an ordered query; a number past the end gives the last page."""
    if total is None:
        total = int(read_value(connection, f"select count(*) from ({sql})", values))  # noqa: S608
    number = max(1, min(number, -(-total // size) or 1))
    rows = read(connection, f"{sql} limit ? offset ?", (*values, size, (number - 1) * size))
    return Listing(rows, total, number, size)

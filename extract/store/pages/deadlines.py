"""Deadlines: a month, a period by unit, what is past, what has no day."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

from extract.store.pages.reading import Listing, Row, read, read_page
from extract.text import fold, squeeze

_COLUMNS = """l.id, l.document_id, l.passage_id, l.page, l.kind, l.mod, l.side, l.raw, l.start_on,
  l.due_on, l.due_time, l.rrule, l.freq, l."offset", l.business_days, l.anchor, l.basis, l.suspect,
  coalesce(l.action, t.task) as action, l.task_id,
  coalesce(u.name, nullif(t.lead, ''), l.responsible) as unit,
  d.label, d.symbol, d.doc_type, d.title, d.issuer, d.plan_year"""
_FROM = """deadlines l join documents d on d.id = l.document_id
  left join tasks t on t.id = l.task_id left join units u on u.id = l.unit_id"""
_ASKED = """select value from json_each(?)"""
_OF_UNIT = f"""(l.unit_id in ({_ASKED})
  or l.task_id in (select task_id from task_units where unit_id in ({_ASKED}))
  or instr(trichluc_fold(l.responsible), ?) > 0)"""  # noqa: S608
_DATED = "coalesce(l.due_on, l.start_on)"
MOST_IN_MONTH = 1000


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """Whose deadlines: a part of a name, folded, and the units that it fits."""

    words: str
    ids: str
    """Ids as a JSON array."""


def find_unit(connection: sqlite3.Connection, typed: str) -> UnitFilter | None:
    """Return the units whose name has the words in it, marks and case apart; None for no words."""
    wanted = squeeze(fold(typed))
    if not wanted:
        return None
    sql = "select json_group_array(id) as ids from units where instr(name_key, ?) > 0"
    connection.create_function("trichluc_fold", 1, _fold, deterministic=True)
    return UnitFilter(wanted, str(read(connection, sql, [wanted])[0]["ids"]))


def read_month(
    connection: sqlite3.Connection, first: str, last: str, unit: UnitFilter | None
) -> list[Row]:
    """Return what is due, or begins without an end, between two days, in their order."""
    where, values = _where(unit)
    sql = f"""select * from (
      select {_COLUMNS}, l.due_on as day, l.seq from {_FROM}
        where l.due_on between ? and ? {where}
      union all
      select {_COLUMNS}, l.start_on as day, l.seq from {_FROM}
        where l.due_on is null and l.start_on between ? and ? {where}
    ) order by day, document_id, seq limit {MOST_IN_MONTH}"""  # noqa: S608
    return read(connection, sql, [first, last, *values, first, last, *values])


def read_months(connection: sqlite3.Connection) -> dict[str, int]:
    """Return month ("2020-06") -> number of deadlines that end in it."""
    sql = """select substr(due_on, 1, 7) as month, count(*) as count from deadlines
      where due_on is not null and kind <> 'continuous' group by 1 order by 1"""
    return {row["month"]: row["count"] for row in read(connection, sql)}


def read_by_unit(
    connection: sqlite3.Connection, first: str, last: str, unit: UnitFilter | None, number: int
) -> Listing:
    """Return a page of what is due between two days, unit by unit, those without a unit last."""
    where, values = _where(unit)
    sql = f"""select {_COLUMNS}, {_DATED} as day from {_FROM}
      where {_DATED} between ? and ? {where}
      order by unit is null, unit, day, l.document_id, l.seq"""  # noqa: S608
    return read_page(connection, sql, [first, last, *values], number, size=100)


def read_past(
    connection: sqlite3.Connection, day: str, unit: UnitFilter | None, number: int
) -> Listing:
    """Return a page of what was due before a day, the latest first."""
    where, values = _where(unit)
    sql = f"""select {_COLUMNS}, l.due_on as day,
        cast(julianday(?) - julianday(l.due_on) as integer) as days_late from {_FROM}
      where l.due_on < ? {where} order by l.due_on desc, l.document_id, l.seq"""  # noqa: S608
    return read_page(connection, sql, [day, day, *values], number, size=100)


def read_undated(
    connection: sqlite3.Connection, unit: UnitFilter | None, kind: str | None, number: int
) -> tuple[Listing, list[Row]]:
    """Return a page of what has no day, and how many there are of each kind."""
    where, values = _where(unit)
    none = "l.due_on is null and l.start_on is null"
    kinds = f"""select l.kind as value, count(*) as count from {_FROM} where {none} {where}
      group by 1 order by 1"""  # noqa: S608
    only, more = ("and l.kind = ?", [kind]) if kind else ("", [])
    sql = f"""select {_COLUMNS}, null as day from {_FROM} where {none} {where} {only}
      order by l.kind, d.issued_on desc, l.document_id, l.seq"""  # noqa: S608
    listing = read_page(connection, sql, [*values, *more], number, size=100)
    return listing, read(connection, kinds, values)


def _fold(text: str | None) -> str:
    return squeeze(fold(text or ""))


def _where(unit: UnitFilter | None) -> tuple[str, list[Any]]:
    if unit is None:
        return "", []
    return f"and {_OF_UNIT}", [unit.ids, unit.ids, unit.words]

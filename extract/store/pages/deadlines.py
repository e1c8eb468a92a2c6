"""Deadlines: a month, a period by unit, what is past, what has no day."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from extract.store.pages.reading import Listing, Row, read, read_page, read_value
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
  or l.responsible in (select value from json_each(?)))"""  # noqa: S608
_DATED = "coalesce(l.due_on, l.start_on)"
MOST_IN_MONTH = 1000


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """Whose deadlines: the units that typed words fit, and who is named in those words.

    ids: of units, ordered by name. responsible: as printed. Both JSON arrays.
    """

    ids: str
    responsible: str = "[]"


def read_responsible(connection: sqlite3.Connection) -> dict[str, str]:
    """Return who is named as responsible, as printed -> folded."""
    sql = "select distinct responsible as name from deadlines where responsible is not null"
    return {row["name"]: squeeze(fold(row["name"])) for row in read(connection, sql)}


def find_unit(
    connection: sqlite3.Connection, typed: str, responsible: Mapping[str, str]
) -> UnitFilter | None:
    """Return whose name has the words in it, marks and case apart; None for no words."""
    wanted = squeeze(fold(typed))
    if not wanted:
        return None
    sql = """select json_group_array(id) as ids from (
      select id from units where instr(name_key, ?) > 0 order by name, id)"""
    named = [name for name, folded in responsible.items() if wanted in folded]
    return UnitFilter(str(read_value(connection, sql, [wanted])), json.dumps(named))


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
    dated = f"{_DATED} between ? and ? {where}"
    sql = f"""select {_COLUMNS}, {_DATED} as day from {_FROM} where {dated}
      order by unit is null, unit, day, l.document_id, l.seq"""  # noqa: S608
    asked = [first, last, *values]
    total = _count(connection, dated, asked)
    return read_page(connection, sql, asked, number, size=100, total=total)


def read_past(
    connection: sqlite3.Connection, day: str, unit: UnitFilter | None, number: int
) -> Listing:
    """Return a page of what was due before a day, the latest first."""
    more, values = _where(unit)
    where, order = f"l.due_on < ? {more}", "l.due_on desc, l.id"
    listing = _read_keyed(connection, where, [day, *values], order, number)
    for row in listing.rows:
        row["days_late"] = (date.fromisoformat(day) - date.fromisoformat(row["due_on"])).days
    return listing


def read_undated(
    connection: sqlite3.Connection, unit: UnitFilter | None, kind: str | None, number: int
) -> Listing:
    """Return a page of what has no day, of one kind or all."""
    more, values = _where(unit)
    only, kinds = ("and l.kind = ?", [kind]) if kind else ("", [])
    where = f"l.due_on is null and l.start_on is null {more} {only}"
    return _read_keyed(connection, where, [*values, *kinds], "l.id", number)


def read_kinds(connection: sqlite3.Connection) -> list[Row]:
    """Return how many deadlines without a day there are of each kind."""
    sql = """select kind as value, count(*) as count from deadlines
      where due_on is null and start_on is null group by 1 order by 1"""
    return read(connection, sql)


def _read_keyed(
    connection: sqlite3.Connection, where: str, values: list[Any], order: str, number: int
) -> Listing:
    """Choose the page in the table alone; join only its rows with their plans."""
    size = 100
    keys = f"select l.id from deadlines l where {where} order by {order}"  # noqa: S608
    total = _count(connection, where, values)
    found = read_page(connection, keys, values, number, size, total)
    ids = json.dumps([row["id"] for row in found.rows])
    sql = f"""select {_COLUMNS} from json_each(?) k cross join {_FROM}
      where l.id = k.value order by k.key"""  # noqa: S608
    return Listing(read(connection, sql, [ids]), total, found.number, size)


def _count(connection: sqlite3.Connection, where: str, values: list[Any]) -> int:
    sql = f"select count(*) from deadlines l where {where}"  # noqa: S608
    return int(read_value(connection, sql, values))


def _where(unit: UnitFilter | None) -> tuple[str, list[Any]]:
    if unit is None:
        return "", []
    return f"and {_OF_UNIT}", [unit.ids, unit.ids, unit.responsible]

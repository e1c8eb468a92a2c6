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
_OF_UNIT = f"""l.id in (
  select id from deadlines where unit_id in ({_ASKED})
  union select id from deadlines where task_id in (
    select task_id from task_units where unit_id in ({_ASKED}))
  union select id from deadlines where responsible in ({_ASKED}))"""  # noqa: S608
_SIZE = 100
SHOWN_A_DAY = 4
SHOWN_LASTING = 30


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
) -> dict[str, Any]:
    """Return what is due between two days, day by day, and what lasts until one of them.

    days: day -> {"count", "rows": the first few}. lasting: the first rows; lasting_count: of all.
    """
    more, values = _where(unit)
    asked = [first, last, *values]
    ranked = f"""select l.id, l.due_on as day,
        row_number() over (partition by l.due_on order by l.id) as place,
        count(*) over (partition by l.due_on) as count
      from deadlines l where l.kind <> 'continuous' and l.due_on between ? and ? {more}"""  # noqa: S608
    keys = f"""select id, day, count from ({ranked}) where place <= {SHOWN_A_DAY}
      order by day, place"""  # noqa: S608
    found = read(connection, keys, asked)
    days: dict[str, dict[str, Any]] = {}
    for key, row in zip(found, _read_rows(connection, found), strict=True):
        days.setdefault(key["day"], {"count": key["count"], "rows": []})["rows"].append(row)
    lasts = f"l.kind = 'continuous' and l.due_on between ? and ? {more}"
    lasting = f"""select l.id from deadlines l where {lasts}
      order by l.id limit {SHOWN_LASTING}"""  # noqa: S608
    return {
        "days": days,
        "lasting": _read_rows(connection, read(connection, lasting, asked)),
        "lasting_count": _count(connection, lasts, asked),
    }


def read_day(
    connection: sqlite3.Connection, day: str, unit: UnitFilter | None, number: int
) -> Listing:
    """Return a page of what is due on a day."""
    more, values = _where(unit)
    return _read_keyed(connection, f"l.due_on = ? {more}", [day, *values], "l.id", number)


def read_months(connection: sqlite3.Connection) -> dict[str, int]:
    """Return month ("2020-06") -> number of deadlines that end in it."""
    sql = """select substr(due_on, 1, 7) as month, count(*) as count from deadlines
      where due_on is not null group by 1 order by 1"""
    return {row["month"]: row["count"] for row in read(connection, sql)}


def read_by_unit(
    connection: sqlite3.Connection, first: str, last: str, unit: UnitFilter | None, number: int
) -> Listing:
    """Return a page of what ends between two days, unit by unit, those without a unit last."""
    more, values = _where(unit)
    where, asked = f"l.due_on between ? and ? {more}", [first, last, *values]
    named = "coalesce(u.name, nullif(t.lead, ''), l.responsible)"
    keys = f"""select l.id from deadlines l left join tasks t on t.id = l.task_id
      left join units u on u.id = l.unit_id where {where}
      order by {named} is null, {named}, l.due_on, l.id"""  # noqa: S608
    total = _count(connection, where, asked)
    found = read_page(connection, keys, asked, number, _SIZE, total)
    return Listing(_read_rows(connection, found.rows), total, found.number, _SIZE)


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
    connection: sqlite3.Connection,
    unit: UnitFilter | None,
    kind: str | None,
    number: int,
    total: int | None = None,
) -> Listing:
    """Return a page of what has no day, of one kind or all. total: of the list, where known."""
    more, values = _where(unit)
    only, kinds = ("and l.kind = ?", [kind]) if kind else ("", [])
    where = f"l.due_on is null and l.start_on is null {more} {only}"
    return _read_keyed(connection, where, [*values, *kinds], "l.id", number, total)


def read_ids(
    connection: sqlite3.Connection, unit: UnitFilter | None, year: int | None, most: int
) -> list[str]:
    """Return ids of deadlines that have a day or recur, at most `most` + 1 of them.

    year: of the day; for those that recur, of the plan.
    """
    more, values = _where(unit)
    first, last = (f"{year}-01-01", f"{year}-12-31") if year else ("", "9999")
    of_year = """and l.document_id in (select id from documents
      where coalesce(plan_year, cast(substr(issued_on, 1, 4) as integer)) = ?)"""
    sql = f"""select l.id from deadlines l
        where l.due_on between ? and ? and l.kind <> 'continuous' {more}
      union all select l.id from deadlines l
        where l.due_on is null and l.rrule is not null {more} {of_year if year else ""}
      limit ?"""  # noqa: S608
    asked = [first, last, *values, *values, *([year] if year else []), most + 1]
    return [row["id"] for row in read(connection, sql, asked)]


def read_kinds(connection: sqlite3.Connection) -> list[Row]:
    """Return how many deadlines without a day there are of each kind."""
    sql = """select kind as value, count(*) as count from deadlines
      where due_on is null and start_on is null group by 1 order by 1"""
    return read(connection, sql)


def _read_keyed(
    connection: sqlite3.Connection,
    where: str,
    values: list[Any],
    order: str,
    number: int,
    total: int | None = None,
) -> Listing:
    """Choose the page in the table alone; join only its rows with their plans."""
    keys = f"select l.id from deadlines l where {where} order by {order}"  # noqa: S608
    total = _count(connection, where, values) if total is None else total
    found = read_page(connection, keys, values, number, _SIZE, total)
    return Listing(_read_rows(connection, found.rows), total, found.number, _SIZE)


def _read_rows(connection: sqlite3.Connection, keys: list[Row]) -> list[Row]:
    sql = f"""select {_COLUMNS} from json_each(?) k cross join {_FROM}
      where l.id = k.value order by k.key"""  # noqa: S608
    return read(connection, sql, [json.dumps([row["id"] for row in keys])])


def _count(connection: sqlite3.Connection, where: str, values: list[Any]) -> int:
    sql = f"select count(*) from deadlines l where {where}"  # noqa: S608
    return int(read_value(connection, sql, values))


def _where(unit: UnitFilter | None) -> tuple[str, list[Any]]:
    if unit is None:
        return "", []
    return f"and {_OF_UNIT}", [unit.ids, unit.ids, unit.responsible]

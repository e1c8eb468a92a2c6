"""Units: what each must do, where it is inspected, and which units there are."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from extract.store.pages.deadlines import UnitFilter
from extract.store.pages.reading import Listing, Row, read, read_page

_KEYS = """select w.key as place, tu.unit_id, tu.task_id, tu.role
  from json_each(?) w cross join task_units tu on tu.unit_id = w.value {join}
  where 1 {only} order by w.key, tu.task_id, tu.role"""
_OF_YEAR = "join tasks t on t.id = tu.task_id join documents d on d.id = t.document_id"
_TASKS = """select t.id, t.document_id, coalesce(t.passage_id, t.row_id) as place, t.ordinal,
    t.task, t.product, t.deadline, t.budget_vnd, k.value ->> 'role' as role,
    k.value ->> 'unit_id' as unit_id, u.name as unit,
    d.label, d.symbol, d.doc_type, d.title, d.issuer, d.plan_year
  from json_each(?) k cross join tasks t on t.id = k.value ->> 'task_id'
  join units u on u.id = k.value ->> 'unit_id' join documents d on d.id = t.document_id
  order by k.key"""
_BUSY = """select w.unit_id as id, u.name, u.kind, u.level, w.leads, w.helps from (
    select unit_id, sum(role = 'lead') as leads, sum(role = 'coordinating') as helps
    from task_units group by unit_id) w
  join units u on u.id = w.unit_id order by w.leads desc, w.helps desc, u.name limit ?"""
_LISTED = """select u.id, u.name, u.kind, u.level, u.code, p.name as parent, l.role,
    count(distinct l.document_id) as plans, min(l.document_id) as document_id,
    min(m.passage_id) as passage_id, min(d.label) as label
  from unit_lists l join unit_list_items m on m.list_id = l.id join units u on u.id = m.unit_id
  join documents d on d.id = l.document_id left join units p on p.id = u.parent_id
  where l.role = ? {only} group by u.id
  order by p.name is null, p.name, u.name"""
_UNITS = """select u.id, u.name, u.kind, u.level, u.code, p.name as parent from units u
  left join units p on p.id = u.parent_id {only}
  order by u.name, u.id"""
_LEVELS = "select level as value, count(*) as count from units group by 1 order by 2 desc"
_UNIT = """select u.*, p.name as parent from units u left join units p on p.id = u.parent_id
  where u.id = ?"""
_LISTS = """select l.role, l.title, m.raw, m.passage_id, d.id as document_id, d.label
  from unit_list_items m join unit_lists l on l.id = m.list_id
  join documents d on d.id = l.document_id where m.unit_id = ?
  order by d.issued_on desc, d.id, l.seq limit 100"""


def read_busy(connection: sqlite3.Connection, most: int = 60) -> list[Row]:
    """Return the units with most tasks, and how many each leads and helps with."""
    return read(connection, _BUSY, [most])


def read_tasks(
    connection: sqlite3.Connection, unit: UnitFilter, role: str | None, year: int | None,
    number: int,
) -> Listing:  # fmt: skip
    """Return a page of the tasks of units."""
    only, values = "", [unit.ids]
    if role:
        only, values = f"{only} and tu.role = ?", [*values, role]
    if year:
        only, values = f"{only} and d.plan_year = ?", [*values, str(year)]
    keys = _KEYS.format(join=_OF_YEAR if year else "", only=only)
    found = read_page(connection, keys, values, number)
    rows = read(connection, _TASKS, [json.dumps(found.rows)])
    return Listing(rows, found.total, found.number, found.size)


def read_listed(
    connection: sqlite3.Connection, role: str, unit: UnitFilter | None, number: int
) -> Listing:
    """Return the units that plans list in a role (inspected), place by place."""
    only, values = ("", [role])
    if unit:
        only, values = "and u.id in (select value from json_each(?))", [role, unit.ids]
    return read_page(connection, _LISTED.format(only=only), values, number, size=200)


def read_units(
    connection: sqlite3.Connection, unit: UnitFilter | None, level: str | None, number: int
) -> tuple[Listing, list[Row]]:
    """Return a page of units by name, and how many there are of each level."""
    conditions, values = [], []
    if unit:
        conditions, values = ["u.id in (select value from json_each(?))"], [unit.ids]
    if level:
        conditions, values = [*conditions, "u.level = ?"], [*values, level]
    only = f"where {' and '.join(conditions)}" if conditions else ""
    listing = read_page(connection, _UNITS.format(only=only), values, number, size=100)
    return listing, read(connection, _LEVELS)


def read_unit(connection: sqlite3.Connection, unit: str, number: int = 1) -> dict[str, Any] | None:
    """Return a unit, its tasks (a page) and the lists it stands in; None when unknown."""
    found = read(connection, _UNIT, [unit])
    if not found:
        return None
    ids = UnitFilter(json.dumps([found[0]["id"]]))
    return {
        "unit": found[0],
        "tasks": read_tasks(connection, ids, None, None, number),
        "lists": read(connection, _LISTS, [unit]),
    }

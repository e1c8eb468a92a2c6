"""Tasks: the rows of task tables, and the sentences that give a unit something to do."""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import ColumnRole, Header, Passage, Row, Table, Task
from extract.stages.money import parse_amount
from extract.text import squeeze


def find_tasks(
    passages: tuple[Passage, ...], tables: tuple[Table, ...], header: Header
) -> tuple[Task, ...]:
    """Return the tasks in reading order, each with its units."""
    tasks: list[Task] = []
    for number, table in enumerate(tables):
        if table.kind == "task_plan":
            tasks.extend(_table_tasks(number, table, len(tasks), None))
    return tuple(tasks)


def _table_tasks(number: int, table: Table, first: int, unit: int | None) -> Iterator[Task]:
    columns = {role: column for column, role in enumerate(table.columns) if role}
    place: dict[int, int] = {}
    for index, row in enumerate(table.rows):
        if row.kind == "total":
            continue
        place[index] = first + len(place)
        parent = place.get(row.parent) if row.parent is not None else None
        yield _task(number, index, row, columns, parent, unit)


def _task(
    table: int,
    index: int,
    row: Row,
    columns: dict[ColumnRole, int],
    parent: int | None,
    unit: int | None,
) -> Task:
    def cell(role: ColumnRole) -> str:
        return squeeze(row.filled[columns[role]]) if role in columns else ""

    return Task(
        ordinal=row.ordinal or "",
        task=cell("task"),
        lead=cell("lead"),
        coordinating=cell("coordinating"),
        product=cell("product"),
        deadline=cell("deadline"),
        budget_vnd=parse_amount(cell("budget"), unit) if "budget" in columns else None,
        group=row.kind == "group",
        table=table,
        row=index,
        parent=parent,
    )

"""Tasks: the rows of task tables, and the sentences that give a unit something to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extract.model import ColumnRole, Header, Passage, Row, Table, Task
from extract.stages.money import find_unit, parse_amount
from extract.stages.ordinals import find_label
from extract.stages.text_tasks import find_text_tasks
from extract.stages.units import split_units
from extract.text import fold_keep_length, squeeze
from patterns import load_toml

_LINES_ABOVE = 4


def find_tasks(
    passages: tuple[Passage, ...], tables: tuple[Table, ...], header: Header
) -> tuple[Task, ...]:
    """Return the tasks of tables in reading order, then those of sentences, with their units."""
    tasks: list[Task] = []
    firsts = _first_cells(passages)
    for number, table in enumerate(tables):
        if table.kind == "task_plan":
            unit = _money_unit(table, passages, firsts.get(number, 0))
            tasks.extend(_table_tasks(number, table, len(tasks), unit))
    named = (_with_units(task, header) for task in tasks)
    return (*named, *find_text_tasks(passages, header))


def _with_units(task: Task, header: Header) -> Task:
    if not task.lead and not task.coordinating:
        return task
    return replace(
        task,
        lead_units=split_units(task.lead, header),
        coordinating_units=split_units(task.coordinating, header),
    )


def _first_cells(passages: tuple[Passage, ...]) -> dict[int, int]:
    """Place of the first passage of each table."""
    firsts: dict[int, int] = {}
    for place, passage in enumerate(passages):
        if passage.table is not None:
            firsts.setdefault(passage.table, place)
    return firsts


@cache
def _unit_line() -> re.Pattern[str]:
    return re.compile(load_toml("sections")["money_unit"].regex)


def _money_unit(table: Table, passages: tuple[Passage, ...], first: int) -> int | None:
    """Đồng per unit: from the title of the column, the caption, or a line above the table."""
    if "budget" not in table.columns:
        return None
    column = table.columns.index("budget")
    for row in reversed(table.header):
        if unit := find_unit(_title_over(row, column)):
            return unit
    for passage in reversed(passages[max(0, first - _LINES_ABOVE) : first]):
        if passage.kind == "cell":
            break
        line = fold_keep_length(passage.text.strip())
        if len(line) <= 80 and (match := _unit_line().fullmatch(line)):
            return find_unit(match["unit"])
    if table.caption and (match := re.search(r"\(([^()]{1,40})\)$", table.caption)):
        return find_unit(match[1])
    return None


def _title_over(row: tuple[str, ...], column: int) -> str:
    """Return the title of a column; of a title merged over several, the text in its first cell."""
    return next((text for text in reversed(row[: column + 1]) if text), "")


def _table_tasks(number: int, table: Table, first: int, unit: int | None) -> Iterator[Task]:
    columns = {role: column for column, role in enumerate(table.columns) if role}
    places: dict[int, int] = {}
    for index, row in enumerate(table.rows):
        if row.kind == "total":
            continue
        words = _task_words(row, columns)
        if not words and row.kind == "group":
            continue  # an ordinal alone: a line left to fill in
        places[index] = first + len(places)
        parent = places.get(row.parent) if row.parent is not None else None
        yield _task(number, index, row, columns, words, parent, unit)


def _task_words(row: Row, columns: dict[ColumnRole, int]) -> str:
    """The task cell; of a title that spans the row, its words without the ordinal."""
    words = squeeze(row.filled[columns["task"]])
    if words or row.kind != "group":
        return words
    ordinal = squeeze(row.filled[columns["ordinal"]]) if "ordinal" in columns else ""
    if row.ordinal and ordinal != row.ordinal and (label := find_label(ordinal)):
        return ordinal[label[1] :]
    return "" if ordinal == (row.ordinal or "") else ordinal


def _task(
    table: int,
    index: int,
    row: Row,
    columns: dict[ColumnRole, int],
    words: str,
    parent: int | None,
    unit: int | None,
) -> Task:
    def cell(role: ColumnRole) -> str:
        return squeeze(row.filled[columns[role]]) if role in columns else ""

    return Task(
        ordinal=(row.ordinal or "") if "ordinal" in columns else "",
        task=words,
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

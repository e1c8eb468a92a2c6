"""Deadlines of tables: every form in the time column, each with its task row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extract.model import Citation, Deadline, Header, Passage, Table, Task, UnitName
from extract.stages.deadlines.actors import tidy
from extract.stages.deadlines.grammar import lowered
from extract.stages.deadlines.past import plan_year
from extract.stages.deadlines.readings import Reading
from extract.stages.deadlines.scan import scan
from extract.stages.deadlines.values import basis_text, read_all
from extract.stages.deadlines.zones import mask
from extract.text import squeeze

_CLAUSE = re.compile(r"[;\n]|\.(?=\s)|(?:^|\s)[-+–](?=\s)")


def cell_deadlines(
    passage: Passage,
    tables: Sequence[Table],
    tasks: Sequence[Task],
    by_row: Mapping[tuple[int | None, int | None], int],
    citations: list[Citation],
    header: Header,
) -> list[Deadline]:
    """Return the deadlines of a body cell of a time column; other cells have none (K12)."""
    if not _is_time_cell(passage, tables):
        return []
    number = by_row.get((passage.table, passage.row))
    row_task = tasks[number] if number is not None else None
    done, lead = _row_says(passage, tables, row_task)
    low = mask(lowered(passage.text), citations, in_text=False)
    deadlines: list[Deadline] = []
    last = 0
    for _, reading in read_all(scan(low, 0, len(low), in_text=False), plan_year(header)):
        action = own_action(passage.text, last, reading)
        last = reading.end
        deadlines.append(
            to_deadline(
                passage,
                reading,
                source="table",
                action=action or done,
                responsible=lead,
                unit=_only_unit(row_task),
                task=number,
            )
        )
    return deadlines


def _is_time_cell(passage: Passage, tables: Sequence[Table]) -> bool:
    if passage.table is None or passage.row is None or passage.column is None or passage.row < 0:
        return False
    columns = tables[passage.table].columns if passage.table < len(tables) else ()
    return passage.column < len(columns) and columns[passage.column] == "deadline"


def _row_says(
    passage: Passage, tables: Sequence[Table], task: Task | None
) -> tuple[str | None, str | None]:
    """Return what the row has done and by whom: of its task, else of its cells."""
    if task is not None:
        return squeeze(task.task) or None, squeeze(task.lead) or None
    table = tables[passage.table or 0]
    row = table.rows[passage.row or 0].filled if (passage.row or 0) < len(table.rows) else ()
    cells = dict(reversed(list(zip(table.columns, row, strict=False))))
    done = cells.get("task") or cells.get("unit")
    lead = cells.get("lead")
    return squeeze(done or "") or None, squeeze(lead or "") or None


def _only_unit(task: Task | None) -> UnitName | None:
    """Return the leading unit of the task, None when it has none or several."""
    return task.lead_units[0] if task is not None and len(task.lead_units) == 1 else None


def own_action(text: str, last: int, reading: Reading) -> str | None:
    """Return what the clause names before its time ("Ban hành Kế hoạch trước ...").

    last: where the time before it ends.
    """
    piece = text[last : reading.start]
    cuts = [m.end() for m in _CLAUSE.finditer(piece)]
    return tidy(piece[cuts[-1] :] if cuts else piece)


def to_deadline(
    passage: Passage,
    reading: Reading,
    *,
    source: str,
    action: str | None,
    responsible: str | None,
    unit: UnitName | None = None,
    task: int | None = None,
) -> Deadline:
    """Return the record of a reading, its words cut from the passage."""
    anchor = reading.anchor
    return Deadline(
        passage=passage.seq,
        start=reading.start,
        end=reading.end,
        raw=passage.text[reading.start : reading.end],
        source="table" if source == "table" else "text",
        kind=reading.kind,
        mod=reading.mod,
        side=reading.side,
        start_on=reading.start_on,
        due_on=reading.due_on,
        due_time=reading.due_time,
        rrule=reading.rrule,
        freq=reading.freq,
        offset=reading.offset,
        business_days=reading.business_days,
        anchor=squeeze(passage.text[anchor[0] : anchor[1]]) if anchor else None,
        timex3=reading.timex3,
        basis=basis_text(reading.basis),
        action=action,
        responsible=responsible,
        unit=unit,
        task=task,
        suspect=reading.suspect,
    )

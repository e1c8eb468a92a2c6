"""Deadlines: every expression that says when something of the plan is due, happens or recurs."""

from __future__ import annotations

from dataclasses import replace

from extract.model import Citation, Deadline, Header, Passage, Table, Task, UnitName
from extract.stages.deadlines.cells import cell_deadlines
from extract.stages.deadlines.prose import Surroundings, prose_deadlines
from extract.stages.units import split_units
from extract.text import squeeze

__all__ = ["date_tasks", "find_deadlines", "find_in_text"]


def find_deadlines(
    passages: tuple[Passage, ...],
    tables: tuple[Table, ...],
    tasks: tuple[Task, ...],
    citations: tuple[Citation, ...],
    header: Header,
) -> tuple[Deadline, ...]:
    """Return the deadlines in reading order; citation spans are masked first."""
    cited: dict[int, list[Citation]] = {}
    for citation in citations:
        cited.setdefault(citation.passage, []).append(citation)
    by_row = {(t.table, t.row): n for n, t in enumerate(tasks) if t.source == "table"}
    by_passage = {t.passage: n for n, t in enumerate(tasks) if t.source == "text"}
    around = Surroundings(passages, header)
    units: dict[str, UnitName | None] = {}
    found: list[Deadline] = []
    for passage in passages:
        of_passage = cited.get(passage.seq, [])
        if passage.kind == "cell":
            found += cell_deadlines(passage, tables, tasks, by_row, of_passage, header)
        else:
            task = by_passage.get(passage.seq)
            for deadline in prose_deadlines(passage, of_passage, around):
                unit = _unit_of(deadline.responsible, header, units)
                found.append(replace(deadline, task=task, unit=unit))
    return tuple(found)


def date_tasks(tasks: tuple[Task, ...], deadlines: tuple[Deadline, ...]) -> tuple[Task, ...]:
    """Return the tasks, those of sentences with the times that their sentence states."""
    said: dict[int, list[str]] = {}
    for deadline in deadlines:
        if deadline.task is not None and deadline.source == "text":
            said.setdefault(deadline.task, []).append(squeeze(deadline.raw))
    return tuple(
        replace(task, deadline="; ".join(said[n])) if n in said else task
        for n, task in enumerate(tasks)
    )


def _unit_of(
    responsible: str | None, header: Header, known: dict[str, UnitName | None]
) -> UnitName | None:
    """Return the one unit that the words name, None when they name none or several."""
    if responsible is None:
        return None
    if responsible not in known:
        units = split_units(responsible, header)
        known[responsible] = units[0] if len(units) == 1 else None
    return known[responsible]


def find_in_text(text: str, year: int | None = None) -> tuple[Deadline, ...]:
    """Return the deadlines of one text on its own; `year` fills in a missing year.

    Their passage is 0, their offsets are those of the text.
    """
    passage = Passage(0, text)
    return find_deadlines((passage,), (), (), (), Header(plan_year=year))

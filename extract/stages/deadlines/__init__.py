"""Deadlines: every expression that says when something of the plan is due, happens or recurs."""

from __future__ import annotations

from extract.model import Citation, Deadline, Header, Passage, Table, Task
from extract.stages.deadlines.cells import cell_deadlines
from extract.stages.deadlines.prose import Surroundings, prose_deadlines

__all__ = ["find_deadlines", "find_in_text"]


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
    around = Surroundings(passages, header)
    found: list[Deadline] = []
    for passage in passages:
        of_passage = cited.get(passage.seq, [])
        if passage.kind == "cell":
            found += cell_deadlines(passage, tables, tasks, by_row, of_passage, header)
        else:
            found += prose_deadlines(passage, of_passage, around)
    return tuple(found)


def find_in_text(text: str, year: int | None = None) -> tuple[Deadline, ...]:
    """Return the deadlines of one text on its own; `year` fills in a missing year.

    Their passage is 0, their offsets are those of the text.
    """
    passage = Passage(0, text)
    return find_deadlines((passage,), (), (), (), Header(plan_year=year))

"""Time cells of task tables, for the deadline stage."""

from datetime import date

from extract.model import Header, Passage, Row, Table, Task
from extract.stages.deadlines import find_deadlines


def cell(text, year=2024, **header):
    """Return the deadlines of a table of one row whose time column holds `text`."""
    table = Table(
        header=(("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"),),
        rows=(Row(("1", "Việc", "Phòng Nội vụ", text), ("1", "Việc", "Phòng Nội vụ", text)),),
        kind="task_plan",
        columns=("ordinal", "task", "lead", "deadline"),
    )
    passage = Passage(0, text, "cell", table=0, row=0, column=3)
    task = Task("1", "Việc", lead="Phòng Nội vụ", deadline=text, table=0, row=0)
    return find_deadlines((passage,), (table,), (task,), (), Header(plan_year=year, **header))


def day(text):
    return date.fromisoformat(text) if text else None


# printed words: kind, mod, start, due, rrule or freq, basis

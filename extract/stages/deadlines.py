"""Deadlines: every expression that says when something of the plan is due, happens or recurs."""

from __future__ import annotations

from extract.model import Citation, Deadline, Header, Passage, Table, Task


def find_deadlines(
    passages: tuple[Passage, ...],
    tables: tuple[Table, ...],
    tasks: tuple[Task, ...],
    citations: tuple[Citation, ...],
    header: Header,
) -> tuple[Deadline, ...]:
    """Return the deadlines in reading order; citation spans are masked first."""
    return ()

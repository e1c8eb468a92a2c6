"""Tasks: the rows of task tables, and the sentences that give a unit something to do."""

from __future__ import annotations

from extract.model import Header, Passage, Table, Task


def find_tasks(
    passages: tuple[Passage, ...], tables: tuple[Table, ...], header: Header
) -> tuple[Task, ...]:
    """Return the tasks in reading order, each with its units."""
    return ()

"""Flags: what is wrong with the document itself, said with place and values."""

from __future__ import annotations

from extract.model import (
    Citation,
    Deadline,
    Flag,
    Header,
    Instrument,
    Note,
    Passage,
    Table,
    Task,
    UnitList,
)


def find_flags(
    passages: tuple[Passage, ...],
    header: Header,
    citations: tuple[Citation, ...],
    instruments: tuple[Instrument, ...],
    tables: tuple[Table, ...],
    tasks: tuple[Task, ...],
    unit_lists: tuple[UnitList, ...],
    deadlines: tuple[Deadline, ...],
    notes: tuple[Note, ...],
) -> tuple[Flag, ...]:
    """Return the doubts about the document, in reading order, one per place."""
    return ()

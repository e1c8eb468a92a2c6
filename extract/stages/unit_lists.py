"""Unit lists: the places that name the units a plan applies to."""

from __future__ import annotations

from extract.model import Header, Passage, Table, UnitList


def find_unit_lists(
    passages: tuple[Passage, ...], tables: tuple[Table, ...], header: Header
) -> tuple[UnitList, ...]:
    """Return the lists of units in tables, bullets and sentences."""
    return ()

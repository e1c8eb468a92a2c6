"""What reading one part of a Word package gives, and what is open while it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from extract.model import Note
from extract.readers.raw_table import Item, RawRow


@dataclass(slots=True)
class Story:
    """What a part holds.

    notes: its footnotes by id, for a part of notes. headers: (type, relation) of the first
    section. pages: None when Word noted no page breaks. lost: characters that stood in the
    code of a field that never ended.
    """

    items: list[Item] = field(default_factory=list)
    notes: dict[str, list[Item]] = field(default_factory=dict)
    headers: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[Note] = field(default_factory=list)
    pages: int | None = None
    lost: int = 0


@dataclass(slots=True)
class Table:
    """A table while it is read."""

    rows: list[RawRow] = field(default_factory=list)
    drops_row: bool = False  # the open row was deleted


@dataclass(slots=True)
class Fields:
    """Open fields; each is in its code (True) or in its result (False)."""

    in_code: list[bool] = field(default_factory=list)
    lost: int = 0


NoteSource = Callable[[str, str], list[Item]]
"""Gives the paragraphs of a note by kind ("footnote", "endnote") and id."""

ChunkSource = Callable[[str], "list[Item] | None"]
"""Gives what an embedded file holds, by relation; None when it cannot be read."""

"""The lists that a Word 97-2003 file defines, ready to be counted.

Source: [MS-DOC], PlfLst (definitions), PlfLfo (lists made from them) and LVL (levels).
"""

from __future__ import annotations

import struct
from dataclasses import replace
from functools import cached_property

from extract.readers.doc_container import Container
from extract.readers.numbering import (
    MAX_LEVELS,
    Level,
    ListDefinition,
    NumberedList,
    count_paragraph,
)

_DEFINITIONS, _LISTS = 0x2E2, 0x2EA  # places in the header of the file
_DEFINITION_SIZE, _LIST_SIZE, _LEVEL_SIZE = 28, 16, 28
_FORMS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    22: "decimalZero", 23: "bullet", 255: "none",
}  # fmt: skip
_SIMPLE, _LEGAL, _NO_RESTART = 0x01, 0x04, 0x08
_START_GIVEN, _LEVEL_GIVEN = 0x10, 0x20


class DocLists:
    """Counts the lists of one document, in document order."""

    def __init__(self, container: Container) -> None:
        self._container = container

    @cached_property
    def _lists(self) -> list[NumberedList | None]:
        """Read when the first paragraph of a list is met: most plans have none."""
        try:
            return _read_lists(self._container, _read_definitions(self._container))
        except (struct.error, IndexError):  # text without its numbers is better than none
            return []

    def next_label(self, number: int, level: int) -> str:
        """Count one paragraph of list `number` (from 1); return what Word shows before it."""
        if not 0 < number <= len(self._lists) or not 0 <= level < MAX_LEVELS:
            return ""
        entry = self._lists[number - 1]
        if entry is None:
            return ""
        label, suffix = count_paragraph(entry, level)
        return label + suffix if label else ""


def _read_definitions(container: Container) -> dict[int, ListDefinition]:
    start, length = struct.unpack_from("<II", container.header, _DEFINITIONS)
    table = container.table
    if length < 2:
        return {}
    count = struct.unpack_from("<H", table, start)[0]
    definitions: dict[int, ListDefinition] = {}
    at = start + length  # the levels follow the definitions that they belong to
    for index in range(count):
        place = start + 2 + _DEFINITION_SIZE * index
        identity = struct.unpack_from("<i", table, place)[0]
        levels: dict[int, Level] = {}
        for number in range(1 if table[place + 26] & _SIMPLE else MAX_LEVELS):
            levels[number], at = _read_level(table, at)
        definitions[identity] = ListDefinition(levels, None)
    return definitions


def _read_lists(
    container: Container, definitions: dict[int, ListDefinition]
) -> list[NumberedList | None]:
    start, length = struct.unpack_from("<II", container.header, _LISTS)
    table = container.table
    if length < 4:
        return []
    count = struct.unpack_from("<I", table, start)[0]
    at = start + 4 + _LIST_SIZE * count
    lists: list[NumberedList | None] = []
    for index in range(count):
        place = start + 4 + _LIST_SIZE * index
        definition = definitions.get(struct.unpack_from("<i", table, place)[0])
        levels = dict(definition.levels) if definition else {}
        starts: dict[int, int] = {}
        at += 4
        for _ in range(table[place + 12]):
            first, flags = struct.unpack_from("<iI", table, at)
            at += 8
            number = flags & 0xF
            if flags & _LEVEL_GIVEN:
                levels[number], at = _read_level(table, at)
            elif flags & _START_GIVEN:
                starts[number] = first
                levels[number] = replace(levels.get(number, Level()), start=first)
        lists.append(NumberedList(definition, levels, starts) if definition else None)
    return lists


def _read_level(table: bytes, at: int) -> tuple[Level, int]:
    """Return the level at `at`, and where the next one starts."""
    first, form, flags = struct.unpack_from("<iBB", table, at)
    follow = table[at + 15]
    characters, paragraphs, restart = struct.unpack_from("<3B", table, at + 24)
    end = at + _LEVEL_SIZE + characters + paragraphs
    length = struct.unpack_from("<H", table, end)[0]
    raw = table[end + 2 : end + 2 + 2 * length].decode("utf-16-le", "replace")
    text = "".join(f"%{ord(c) + 1}" if ord(c) < MAX_LEVELS else c for c in raw)
    level = Level(
        form=_FORMS.get(form, "decimal"),
        text=text,
        start=first,
        restart=restart if flags & _NO_RESTART else None,
        suffix="" if follow == 2 else " ",
        legal=bool(flags & _LEGAL),
    )
    return level, end + 2 + 2 * length

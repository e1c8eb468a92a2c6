"""Where a flag points to: a passage, or a row of a table, with its page and line."""

from __future__ import annotations

import re
from functools import cache

from extract.model import Flag, Header, Passage, PassageKind, Table
from extract.text import fold_keep_length
from patterns import load_toml


@cache
def rule(row_id: str) -> re.Pattern[str]:
    """Return a compiled rule of `patterns/flags.toml`, for folded text."""
    return re.compile(load_toml("flags")[row_id].regex)


def fold_text(text: str) -> str:
    """Return the text for the rules: same length, no marks, dashes and spaces made one."""
    return fold_keep_length(text)


class Places:
    """The passages, and where the rows of tables are among them."""

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self.passages = passages
        self._cells: dict[tuple[int, int, int], int] = {}
        self._rows: dict[tuple[int, int], int] = {}
        for passage in passages:
            if passage.table is not None and passage.row is not None:
                place = (passage.table, passage.row)
                self._rows.setdefault(place, passage.seq)
                self._cells.setdefault((*place, passage.column or 0), passage.seq)

    def flag(self, code: str, why: str, seq: int, offset: int = 0) -> Flag:
        """Return a flag at the character `offset` of a passage."""
        passage = self.passages[seq]
        origin = passage.origin_at(offset)
        row = passage.row if passage.row is not None and passage.row >= 0 else None
        return Flag(code, why, seq, passage.table, row, origin.page, origin.line)

    def row_flag(self, code: str, why: str, table: int, row: int, source: Table) -> Flag:
        """Return a flag at a body row."""
        body = source.rows[row]
        return Flag(code, why, self._rows.get((table, row)), table, row, body.page, body.line)

    def start_flag(self, code: str, why: str) -> Flag:
        """Return a flag on the document as a whole: its first page, or first line."""
        first = self.passages[0].origins[0] if self.passages else None
        page = first.page if first else None
        line = 1 if first and first.line is not None else None
        return Flag(code, why, None, None, None, page, line)

    def part_flag(self, code: str, why: str, header: Header, *kinds: PassageKind) -> Flag:
        """Return a flag at the first passage of the first of these kinds that the document has."""
        for kind in kinds:
            for seq, part in header.parts:
                if part == kind:
                    return self.flag(code, why, seq)
        return self.start_flag(code, why)

"""Letterheads and signature blocks that a writer set in two columns with tabs or spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.model import Block, BlockRole
from extract.readers.layout import find_signs, is_rule_line
from extract.readers.runs import Run, block_of, join_runs

_GAP = re.compile(r"\s*(?:\t\s*| {4,})")
_MAX_LENGTH = 200
_STAR = re.compile(r"\*{1,3}")


class _Piece(NamedTuple):
    """A stretch of a line between gaps. tabs: how many stand before it."""

    start: int
    text: str
    tabs: int


@dataclass(slots=True)
class Columns:
    """The two columns that are open, if any: left lines go out at once, right ones wait.

    tabs, at: what stood before the right column where it began: tabs, and characters.
    """

    role: BlockRole = "body"
    right: list[Block] = field(default_factory=list)
    tabs: int = 0
    at: int = 0

    def take(self, runs: Sequence[Run], page: int | None) -> list[Block] | None:
        """Return the left line of a paragraph in two columns, and keep the right one.

        None when it is no such paragraph; then the columns end, and `release` gives the rest.
        """
        text = "".join(piece for piece, _ in runs)
        if not text.strip():
            return [] if self.right else None
        if len(text) > _MAX_LENGTH or "\n" in text:
            return None
        if not self.right and not _GAP.search(text):
            return None
        pieces = _pieces(text)
        cut = self._cut_of(text, pieces) if self.right else self._open(text, pieces)
        if cut is None:
            return None
        left_role: BlockRole = "recipients" if self.role == "signature" else self.role
        shown = block_of(join_runs(_part(runs, 0, cut)), left_role, page)
        waiting = block_of(join_runs(_part(runs, cut, len(text))), self.role, page)
        self.right += [waiting] if _is_shown(waiting) else []
        return [shown] if _is_shown(shown) else []

    def release(self) -> list[Block]:
        """Return the right column and close both."""
        right, self.right, self.role = self.right, [], "body"
        return right

    def _open(self, text: str, pieces: Sequence[_Piece]) -> int | None:
        """Where a line that begins a letterhead or a signature block parts; None for others."""
        if len(pieces) < 2:
            return None
        right = pieces[1]
        one, two = find_signs([pieces[0].text]), find_signs([text[right.start :]])
        if two.letterhead or {"number", "place_date"} <= one.parts | two.parts:
            self.role = "letterhead"
        elif "recipients" in one.parts and "signature" in two.parts:
            self.role = "signature"
        else:
            return None
        self.tabs, self.at = right.tabs, right.start
        return right.start

    def _cut_of(self, text: str, pieces: Sequence[_Piece]) -> int | None:
        """Where a line of open columns parts; None when it is a line of its own.

        At the gap before a date, motto or signature; else before the last piece that stands
        as far right as the column does.
        """
        for piece in pieces[:0:-1]:  # the number may hold a gap too
            signs = find_signs([text[piece.start :]])
            if signs.letterhead or signs.signature or "place_date" in signs.parts:
                return piece.start
        last = pieces[-1]
        if self._is_right(last):
            return last.start
        if self.role == "signature":
            return len(text) if pieces[0].text.startswith(("-", "+")) else None
        is_line = (
            pieces[0].start or _STAR.fullmatch(last.text) or "number" in find_signs([text]).parts
        )
        return len(text) if is_line else None

    def _is_right(self, piece: _Piece) -> bool:
        if piece.tabs:
            return piece.tabs >= self.tabs
        return piece.start > 0.5 * self.at


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    start = tabs = 0
    for gap in (*(m.span() for m in _GAP.finditer(text)), (len(text), len(text))):
        if shown := text[start : gap[0]].strip():
            pieces.append(_Piece(start, shown, tabs))
        start = gap[1]
        tabs += text.count("\t", *gap)
    return pieces


def _is_shown(block: Block) -> bool:
    return bool(block.text) and not is_rule_line(block.text)


def _part(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Return the runs between two offsets of their joined text."""
    part: list[Run] = []
    at = 0
    for text, flags in runs:
        piece = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        if piece:
            part.append((piece, flags))
    return part

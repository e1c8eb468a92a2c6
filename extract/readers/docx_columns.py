"""Letterheads and signature blocks that a writer set in two columns with tabs or spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.model import Block, BlockRole
from extract.readers.layout import find_signs, is_rule_line
from extract.readers.runs import Run, block_of, join_runs

_GAP = re.compile(r"\s*(?:\t\s*| {4,})")
_MAX_LENGTH = 200


@dataclass(slots=True)
class Columns:
    """The two columns that are open, if any: left lines go out at once, right ones wait."""

    role: BlockRole = "body"
    right: list[Block] = field(default_factory=list)

    def take(self, runs: Sequence[Run], page: int | None) -> list[Block] | None:
        """Return the left line of a paragraph in two columns, and keep the right one.

        None when it is no such paragraph; then the columns end, and `release` gives the rest.
        """
        text = "".join(piece for piece, _ in runs)
        if not text.strip():
            return [] if self.right else None
        gap = _GAP.search(text) if len(text) <= _MAX_LENGTH and "\n" not in text else None
        if gap is None:
            is_recipient = self.role == "signature" and text.lstrip().startswith(("-", "+"))
            return [block_of(join_runs(runs), "recipients", page)] if is_recipient else None
        left, right = _cut(runs, 0, gap.start()), _cut(runs, gap.end(), len(text))
        if not self.right and not self._open(join_runs(left)[0], join_runs(right)[0]):
            return None
        left_role: BlockRole = "recipients" if self.role == "signature" else self.role
        shown = block_of(join_runs(left), left_role, page)
        waiting = block_of(join_runs(right), self.role, page)
        self.right += [waiting] if _is_shown(waiting) else []
        return [shown] if _is_shown(shown) else []

    def release(self) -> list[Block]:
        """Return the right column and close both."""
        right, self.right, self.role = self.right, [], "body"
        return right

    def _open(self, left: str, right: str) -> bool:
        """Say whether these lines begin a letterhead or a signature block."""
        one, two = find_signs([left]), find_signs([right])
        if not left or not right or _GAP.search(right):
            return False
        if two.letterhead or {"number", "place_date"} <= one.parts | two.parts:
            self.role = "letterhead"
        elif "recipients" in one.parts and "signature" in two.parts:
            self.role = "signature"
        else:
            return False
        return True


def _is_shown(block: Block) -> bool:
    return bool(block.text) and not is_rule_line(block.text)


def _cut(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Return the runs between two offsets of their joined text."""
    part: list[Run] = []
    at = 0
    for text, flags in runs:
        piece = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        if piece:
            part.append((piece, flags))
    return part

"""Runs of styled text into one tidy line: NFC, single spaces, marks with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from unicodedata import combining

from extract.model import Block, BlockRole, Mark, MarkKind, Origin
from extract.text import clean, nfc

BOLD, ITALIC, STRUCK, UNDERLINE = 1, 2, 4, 8
_KINDS: dict[int, MarkKind] = {
    BOLD: "bold", ITALIC: "italic", STRUCK: "struck", UNDERLINE: "underline",
}  # fmt: skip

Run = tuple[str, int]
"""A piece of text and the sum of its style flags."""

Line = tuple[str, tuple[Mark, ...]]

_UNPAGED = (Origin(0),)

# C0 and C1 controls but tab, form feed and line ends: nothing shows them, and they break CSV.
_CONTROLS = dict.fromkeys(
    [*range(9), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
)

_CONTROL = re.compile("[" + re.escape("".join(map(chr, _CONTROLS))) + "]")


def drop_controls(text: str) -> str:
    """Return the text without control characters other than tab, form feed and line ends."""
    return text.translate(_CONTROLS) if _CONTROL.search(text) else text


def join_runs(runs: Sequence[Run]) -> Line:
    """Return the runs as one line of NFC text with single spaces, and its marks.

    White space at either end is dropped. A mark never starts or ends on a space, but covers
    the spaces inside it.
    """
    if len(runs) == 1:
        return _join_uniform(*runs[0])
    pieces: list[str] = []
    marks: list[Mark] = []
    opened: dict[int, int] = {}
    length = 0
    gap = False
    for flags, group in groupby(runs, key=_flags_of):
        segment = clean("".join(text for text, _ in group))
        if pieces and not gap and segment and combining(segment[0]):
            segment, grown = _compose(pieces, segment)
            length += grown
        words = " ".join(segment.split())
        if not words:
            gap = gap or bool(segment)
            continue
        for bit in [bit for bit in opened if not flags & bit]:
            marks.append(Mark(opened.pop(bit), length, _KINDS[bit]))
        if pieces and (gap or segment[0].isspace()):
            pieces.append(" ")
            length += 1
        for bit in _KINDS if flags else ():
            if flags & bit:
                opened.setdefault(bit, length)
        pieces.append(words)
        length += len(words)
        gap = segment[-1].isspace()
    marks += [Mark(start, length, _KINDS[bit]) for bit, start in opened.items()]
    marks.sort(key=lambda mark: (mark.start, mark.end))
    return "".join(pieces), tuple(marks)


def _join_uniform(text: str, flags: int) -> Line:
    """The common case, made quick: one run."""
    words = " ".join(clean(text).split())
    if not flags or not words:
        return words, ()
    return words, tuple(Mark(0, len(words), kind) for bit, kind in _KINDS.items() if flags & bit)


def _flags_of(run: Run) -> int:
    return run[1]


def _compose(pieces: list[str], segment: str) -> tuple[str, int]:
    """Give the tone marks that open the segment to the letter before them.

    Return the rest of the segment, and by how much the letter grew.
    """
    end = next((i for i, c in enumerate(segment) if not combining(c)), len(segment))
    last = pieces[-1]
    letter = nfc(last[-1] + segment[:end])
    pieces[-1] = last[:-1]
    pieces.append(letter)
    return segment[end:], len(letter) - 1


def split_runs(runs: Iterable[Run]) -> list[list[Run]]:
    """Return the runs cut into lines at every line end."""
    lines: list[list[Run]] = [[]]
    for text, flags in runs:
        if "\n" not in text:
            lines[-1].append((text, flags))
            continue
        first, *rest = text.split("\n")
        lines[-1].append((first, flags))
        lines += [[(piece, flags)] for piece in rest]
    return lines


def join_lines(lines: Sequence[Line], separator: str = " ") -> Line:
    """Return the lines as one, with their marks moved along; empty lines are left out."""
    if len(lines) == 1:
        return lines[0]
    texts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for text, own in lines:
        if not text:
            continue
        if texts:
            length += len(separator)
        marks += [Mark(m.start + length, m.end + length, m.kind) for m in own] if own else []
        texts.append(text)
        length += len(text)
    return separator.join(texts), tuple(marks)


def block_of(line: Line, role: BlockRole = "body", page: int | None = None) -> Block:
    """Return a plain block of the line."""
    origins = _UNPAGED if page is None else (Origin(0, page),)
    return Block(line[0], origins, role, marks=line[1])

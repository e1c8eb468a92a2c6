"""Words of one table cell into its text: wrapped lines joined, paragraphs on their own lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Mark
from extract.readers.words import Line, TextAndMarks, Word, find_lines, join_lines
from extract.text import fold

_LABEL = re.compile(
    r"(?:[-–+•*●○▪▫■□✓➢]\s*|\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]\s|\(?[a-zđ]\)\s|[IVX]{1,5}\.\s)\S"
)
_NUMBER_PART = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}\.?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}")
_VOWELS = frozenset("aeiouy")
_PADDING = 14.0
"""Points: inner margins of a cell (4 to 6 on each side in office programs), a little more."""


def make_cell_text(words: Sequence[Word], width: float | None = None) -> TextAndMarks:
    """Return the text of a cell; a new line of it stands for a new paragraph of the cell.

    width: of the cell in points; with it, a line that ends although the next word would have had
    room ends its paragraph.
    """
    if not words:
        return TextAndMarks("", ())
    if len(words) == 1 and not words[0].style:
        return TextAndMarks(words[0].text, ())
    if _is_turned(words):
        return _turned_text(words)
    paragraphs: list[list[Line]] = []
    for line in _join_cut_words(find_lines(words)):
        if paragraphs and not _starts_paragraph(paragraphs[-1][-1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return _join_paragraphs([join_lines(lines) for lines in paragraphs])


def _join_cut_words(lines: list[Line]) -> list[Line]:
    """Undo the cuts that office programs make in a word too long for a narrow cell."""
    if not any(len(line.words) == 1 for line in lines[:-1]):
        return lines
    widest = max(line.x1 - line.x0 for line in lines)
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before is None or len(before.words) > 1 or not _is_cut(before, line, widest):
            joined.append(line)
            continue
        first, second, *rest = (*before.words, *line.words)
        whole = Word(
            first.text + second.text, first.x0, first.top, first.x1, first.bottom, first.style
        )
        joined[-1] = Line(
            (whole, *rest),
            before.text + line.text,
            before.x0,
            before.top,
            max(before.x1, line.x1),
            line.bottom,
        )
    return joined


def _is_cut(before: Line, line: Line, widest: float) -> bool:
    """A line of one word fills the cell, and it or what follows cannot be a word by itself.

    Numbers: the halves make one with groups of three digits, or an ordinal whose dot ends the line.
    Words: no small letters without a vowel make one; capitals may ("HĐND").
    """
    if before.x1 - before.x0 < widest - 0.8 * before.height:
        return False
    tail, head = before.words[0].text, line.words[0].text
    if _NUMBER_PART.fullmatch(tail) and head.strip(").").isdigit():
        grouped = _GROUPED.fullmatch(tail + head) is not None and not _GROUPED.fullmatch(tail)
        return grouped or (len(line.words) == 1 and tail[-1] == "." and len(head) <= 2)
    if not tail[-1].isalpha():
        return False
    small = tail.isalpha() and tail[-1].islower() and not _has_vowel(tail)
    rest = head.rstrip(".,;:)")
    return small or (rest.isalpha() and rest.islower() and not _has_vowel(rest))


def _has_vowel(text: str) -> bool:
    return not _VOWELS.isdisjoint(fold(text))


def _starts_paragraph(before: Line, line: Line, width: float | None) -> bool:
    last, first = before.words[-1].text, line.words[0].text
    if last[-1:] in "-/,":
        return False
    room = None if width is None else width - _PADDING - (before.x1 - before.x0)
    needed = line.words[0].x1 - line.words[0].x0 + 0.25 * line.height
    has_room = room is not None and room > needed
    if _LABEL.match(f"{first} {line.words[1].text}" if len(line.words) > 1 else first):
        return has_room or last[-1] in ".;:" or first[0] in "-–+•*●○▪✓➢"
    return has_room and (first[0].isupper() or first[0].isdigit())


def _join_paragraphs(paragraphs: list[TextAndMarks]) -> TextAndMarks:
    if len(paragraphs) == 1:
        return paragraphs[0]
    marks: list[Mark] = []
    at = 0
    for text, found in paragraphs:
        marks += [replace(m, start=m.start + at, end=m.end + at) for m in found]
        at += len(text) + 1
    return TextAndMarks("\n".join(p.text for p in paragraphs), tuple(marks))


def _is_turned(words: Sequence[Word]) -> bool:
    """Text set upright in a narrow header cell: its words are taller than wide."""
    found = False
    for text, x0, top, x1, bottom, _, _ in words:
        if len(text) > 2:
            if bottom - top <= 1.5 * (x1 - x0):
                return False
            found = True
    return found


def _turned_text(words: Sequence[Word]) -> TextAndMarks:
    """Read from the bottom to the top, then the next line to the right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.x0 + w.x1):
        if lines and word.x0 < (lines[-1][0].x0 + lines[-1][0].x1) / 2:
            lines[-1].append(word)
        else:
            lines.append([word])
    ordered = (w for line in lines for w in sorted(line, key=lambda w: -w.bottom))
    return TextAndMarks(" ".join(w.text for w in ordered), ())

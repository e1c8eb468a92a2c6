"""Words of one table cell into its text: wrapped lines joined, paragraphs on their own lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Mark
from extract.readers.cut_words import Knows, join_cut_words, know_nothing
from extract.readers.words import (
    FALLING,
    RISING,
    Line,
    TextAndMarks,
    Word,
    find_lines,
    join_lines,
)

_LABEL = re.compile(
    r"(?:[-–+•*●○▪▫■□✓➢]\s*|\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]\s|\(?[a-zđ]\)\s|[IVX]{1,5}\.\s)\S"
)
_PADDING = 14.0
"""Points: inner margins of a cell (4 to 6 on each side in office programs), a little more."""


def make_cell_text(
    words: Sequence[Word], width: float | None = None, knows: Knows = know_nothing
) -> TextAndMarks:
    """Return the text of a cell; a new line of it stands for a new paragraph of the cell.

    width: of the cell in points; with it, a line that ends although the next word would have had
    room ends its paragraph. knows: see `join_cut_words`.
    """
    if not words:
        return TextAndMarks("", ())
    if len(words) == 1 and not words[0].style:
        return TextAndMarks(words[0].text, ())
    if _is_turned(words):
        return _turned_text(words)
    paragraphs: list[list[Line]] = []
    for line in join_cut_words(find_lines(words), knows):
        if paragraphs and not _starts_paragraph(paragraphs[-1][-1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return _join_paragraphs([join_lines(lines) for lines in paragraphs])


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
    """Text set upright in a narrow header cell: told by the file, or taller than wide."""
    found = False
    for text, x0, top, x1, bottom, style, _ in words:
        if style & (RISING | FALLING):
            found = True
        elif len(text) > 2:
            if bottom - top <= 1.5 * (x1 - x0):
                return False
            found = True
    return found


def _turned_text(words: Sequence[Word]) -> TextAndMarks:
    """Read from the bottom to the top, then the next line to the right; or the other way round."""
    falling = any(word.style & FALLING for word in words)
    laid = [_lay(word, falling) for word in words]
    return join_lines(find_lines(laid))


def _lay(word: Word, falling: bool) -> Word:
    """The word turned so that its line runs to the right."""
    text, x0, top, x1, bottom, style, _ = word
    style &= ~(RISING | FALLING)
    if falling:
        return Word(text, top, -x1, bottom, -x0, style)
    return Word(text, -bottom, x0, -top, x1, style)

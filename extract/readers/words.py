"""Words with boxes into printed lines: the same for born-digital pages and for scans.

All lengths are PDF points from the top left of the page as it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from extract.model import Mark, MarkKind

BOLD, ITALIC, SPACED, RISING, FALLING, STRUCK = 1, 2, 4, 8, 16, 32
"""Bits of `Word.style`.

SPACED: the file has white space behind the word although it ends its line. RISING, FALLING: the
word is turned and runs up or down the page. STRUCK: a stroke runs through it.
"""

_SHOWN = BOLD | ITALIC | STRUCK

_STYLE_KINDS: tuple[tuple[int, MarkKind], ...] = (
    (BOLD, "bold"),
    (ITALIC, "italic"),
    (STRUCK, "struck"),
)


class Word(NamedTuple):
    """One run of characters without white space; a tuple because a file holds very many.

    style: bits BOLD, ITALIC, SPACED, RISING, FALLING, STRUCK. run: words of the same run, other
    than 0, are parted by white space in the file itself, however close they stand.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    style: int = 0
    run: int = 0


class Line(NamedTuple):
    """Words of one printed line, or of one part of it between wide gaps, from left to right."""

    words: tuple[Word, ...]
    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


_TEXT, _LEFT, _TOP, _RIGHT, _BOTTOM, _STYLE, _RUN = map(itemgetter, range(7))


@dataclass(frozen=True, slots=True)
class LineTolerances:
    """How words gather in lines; every value is a share of the height of a word.

    overlap: two words stand on one line when they share this much of the lower one's height.
    glue: a gap below it is no space: one word was drawn in two pieces.
    gap: a gap above it parts a line into pieces (columns, tabs); justified text stays below it.
    chain: words that overlap each in turn and reach over more than this may be several lines.
    """

    overlap: float = 0.5
    glue: float = 0.06
    gap: float = 1.6
    chain: float = 1.25

    def __post_init__(self) -> None:
        if not (0 < self.overlap <= 1 and 0 <= self.glue < self.gap):
            raise ValueError(f"line tolerances make no sense: {self}")


LINE_TOLERANCES = LineTolerances()


def make_line(words: Sequence[Word]) -> Line:
    """Return the line of words that are already in order; it must hold at least one."""
    if len(words) == 1:
        text, x0, top, x1, bottom, _, _ = words[0]
        return Line(tuple(words), text, x0, top, x1, bottom)
    return _make_line(words, min(map(_TOP, words)), max(map(_BOTTOM, words)))


def _make_line(words: Sequence[Word], top: float, bottom: float) -> Line:
    right = max(map(_RIGHT, words))
    # Without the checks of a NamedTuple, which cost more than the line: there are very many.
    return tuple.__new__(Line, (tuple(words), join_texts(words), words[0][1], top, right, bottom))


_FEWEST_CHAINED = 3
"""So few words or fewer are one line, however they overlap."""


def find_lines(words: Iterable[Word], tolerances: LineTolerances = LINE_TOLERANCES) -> list[Line]:
    """Return the printed lines from top to bottom, each with its words from left to right."""
    ordered = sorted(words, key=_BOTTOM)
    if len(ordered) < 2:
        return [make_line(ordered)] if ordered else []
    share = tolerances.overlap
    lines: list[Line] = []
    start = 0
    _, _, top, _, bottom, _, _ = ordered[0]
    for at, (_, _, word_top, _, word_bottom, _, _) in enumerate(ordered):
        if word_bottom == bottom and word_top >= top:
            continue  # the usual case: one more word on the same level
        shared = bottom - (top if top > word_top else word_top)
        height, word_height = bottom - top, word_bottom - word_top
        if shared >= share * (height if height < word_height else word_height):
            top, bottom = (top if top < word_top else word_top), word_bottom
        else:
            group = ordered[start:at]
            if at - start > _FEWEST_CHAINED:
                lines += _lines_of(group, top, bottom, tolerances)
            else:
                lines.append(_line_of(group, top, bottom))
            start, top, bottom = at, word_top, word_bottom
    lines += _lines_of(ordered[start:] if start else ordered, top, bottom, tolerances)
    return lines


def _lines_of(
    group: list[Word], top: float, bottom: float, tolerances: LineTolerances
) -> list[Line]:
    """The line of words that overlap; those of two columns whose lines chain, by column.

    Recipients in small type beside a signature: each line overlaps two of the other column.
    """
    if len(group) > _FEWEST_CHAINED and _may_chain(group, bottom - top, tolerances.chain):
        gutter = _find_gutter(group)
        if gutter is not None:
            sides = ([w for w in group if w[1] < gutter], [w for w in group if w[1] >= gutter])
            lines = [line for side in sides for line in find_lines(side, tolerances)]
            return sorted(lines, key=lambda line: line.bottom)
    return [_line_of(group, top, bottom)]


def _may_chain(group: Sequence[Word], reach: float, chain: float) -> bool:
    """Return whether the words reach over clearly more than the highest of them."""
    _, _, top, _, bottom, _, _ = group[0]
    # Asked of one word first: it settles nearly all lines.
    return reach > chain * (bottom - top) and reach > chain * max(w[4] - w[2] for w in group)


def _find_gutter(group: list[Word]) -> float | None:
    """Where the widest strip ends that no word touches; None when none is a word's height wide."""
    group.sort(key=_LEFT)
    reach, widest, gutter = group[0][3], 0.0, None
    for _, x0, word_top, x1, word_bottom, _, _ in group:
        if x0 - reach > max(widest, word_bottom - word_top):
            widest, gutter = x0 - reach, x0
        reach = max(reach, x1)
    return gutter


def _line_of(group: list[Word], top: float, bottom: float) -> Line:
    """The line of words in any order, whose highest top and lowest bottom are known."""
    if len(group) == 1:
        return make_line(group)
    group.sort(key=_LEFT)
    return _make_line(group, top, bottom)


def split_line(line: Line, tolerances: LineTolerances = LINE_TOLERANCES) -> list[Line]:
    """Return the pieces of a printed line between wide gaps, from left to right."""
    cuts = [0]
    reach = line.x0
    gap = tolerances.gap
    for index, (_, x0, top, x1, bottom, _, _) in enumerate(line.words):
        if x0 - reach > gap * (bottom - top) and index:
            cuts.append(index)
        reach = max(reach, x1)
    if len(cuts) == 1:
        return [line]
    cuts.append(len(line.words))
    return [make_line(line.words[a:b]) for a, b in pairwise(cuts)]


def join_texts(words: Sequence[Word], glue: float = LINE_TOLERANCES.glue) -> str:
    """Return the words as text; pieces that touch are one word, a word drawn twice is one."""
    text, _, _, end, _, _, run = words[0]
    if run and len(set(map(_RUN, words))) == 1:  # parted by spaces in the file, nearly always
        joined = " ".join(map(_TEXT, words))
        if "- " not in joined:
            return joined
    parts = [text]
    for shown, x0, top, x1, bottom, _, word_run in words[1:]:
        gap = x0 - end
        if gap >= glue * (bottom - top) or (run and run == word_run and text[-1] != "-"):
            parts.append(" ")
        elif gap < -0.5 * (x1 - x0):
            if shown == text:
                continue
            parts.append(" ")
        parts.append(shown)
        text, end, run = shown, x1, word_run
    return "".join(parts)


_OPEN_END = re.compile(r"[^\W_][-/]$")
_SYMBOL_END = re.compile(r"\d/(?:\d{4}/)?[A-ZĐ]{1,4}$")
_SYMBOL_START = re.compile(r"-[A-ZĐ]{2,}")
_SYMBOL_REST = re.compile(r"[A-ZĐ]{1,3}-[A-ZĐ]{2}")
_SLASH_START = re.compile(r"/[^\W_]")


def needs_space(before: str, after: str) -> bool:
    """Return whether a space parts two lines of one paragraph.

    No space after a line that a hyphen or slash inside a word ends ("QĐ-", "10/2014/"), before
    one that continues a symbol ("/QĐ-UBND"), or where a narrow cell cut it ("61/2018/N", "Đ-CP").
    "kinh tế -" keeps its space, and so does "Văn hóa-" before "Thông tin": a hyphen typed after a
    small letter, at which a line can end, usually has one behind it.
    """
    if before[-1:] in "-/" and _OPEN_END.search(before[-2:]):
        typed = before[-1] == "-" and before[-2].islower() and after[:1].isupper()
        return typed or not after[:1].isalnum()
    if after[:1] == "/":
        return not (before[-1:].isalnum() and _SLASH_START.match(after))
    if "/" in before[-14:] and _SYMBOL_END.search(before[-14:]):
        return not (_SYMBOL_START.match(after) or _SYMBOL_REST.match(after))
    return True


def parts_lines(before: Line, line: Line) -> bool:
    """Return whether a space parts two lines of one paragraph, by the file or by `needs_space`."""
    return bool(before.words[-1][5] & SPACED) or needs_space(before.text, line.text)


class TextAndMarks(NamedTuple):
    """A text and its styled runs."""

    text: str
    marks: tuple[Mark, ...]


def join_lines(lines: Sequence[Line]) -> TextAndMarks:
    """Return the lines as one running text, with its bold and italic runs."""
    if len(lines) == 1:
        text = lines[0].text
        return TextAndMarks(text, _marks(_runs(lines[0], text, 0)))
    texts: list[str] = []
    runs: list[tuple[int, int, int]] = []
    length = 0
    before: Line | None = None
    for line in lines:
        text = line.text
        if before and parts_lines(before, line):
            texts.append(" ")
            length += 1
        runs += _runs(line, text, length)
        texts.append(text)
        length += len(text)
        before = line
    return TextAndMarks("".join(texts), _marks(runs))


def _runs(line: Line, text: str, start: int) -> list[tuple[int, int, int]]:
    """Start, end and style of the line's styled stretches, as offsets from `start` on."""
    styles = set(map(_STYLE, line.words))
    if len(styles) > 1:
        styles = {style & _SHOWN for style in styles}
    if len(styles) == 1:
        style = styles.pop() & _SHOWN
        return [(start, start + len(text), style)] if style else []
    runs = []
    at = 0
    for word in line.words:
        found = text.find(word.text, at)
        if found >= 0:
            at = found + len(word.text)
            if word.style & _SHOWN:
                runs.append((start + found, start + at, word.style))
    return runs


def _marks(runs: list[tuple[int, int, int]]) -> tuple[Mark, ...]:
    if not runs:
        return ()
    marks: list[Mark] = []
    for bit, kind in _STYLE_KINDS:
        opened: list[int] = []
        for start, end, style in runs:
            if not style & bit:
                continue
            if opened and start - opened[1] <= 1:
                opened[1] = end
                continue
            if opened:
                marks.append(Mark(opened[0], opened[1], kind))
            opened = [start, end]
        if opened:
            marks.append(Mark(opened[0], opened[1], kind))
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))

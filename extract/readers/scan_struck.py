"""Words of a scan that are struck through: a stroke along the middle of their small letters.

Between letters nothing is printed, so ink there, all along one line, is a stroke. One as long as a
ruling was taken off the page before it was read, and is known by where it ran.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from extract.readers.grid import Ruling
from extract.readers.ocr_hocr import OcrLine, OcrWord
from extract.readers.scan_image import CleanPage

_ZONE = (0.40, 0.12)
"""Heights above the baseline, by the size of the line, between which a word is struck through."""
_COVERED = 0.95
"""Part of a word, and of the gaps between its letters, that the stroke runs over."""
_PART = 0.8
"""Part of "03" in "3/03/2020", by where its letters about stand."""
_OVER = 0.6
"""By the size of the line: how far a stroke reaches over the first and the last word it strikes."""
_SHORTEST = 0.6
"""Length of a stroke by the size of the line: a dash is shorter."""
_GAPS = (0.04, 0.5)
"""Part of a struck piece in which no letters stand: less tells nothing, more is a dash."""
_BAND = (3, 6)
"""Rows above and below the best one that a stroke may fill."""
_PIECE = re.compile(r"[/.,;:()-]+|[^/.,;:()-]+")


def mark_struck(
    page: CleanPage, rulings: Sequence[Ruling], lines: Iterable[OcrLine]
) -> Iterator[OcrLine]:
    """Yield the lines with their struck words marked. rulings: those of the page, in pixels.

    A word that is struck in part is cut there.
    """
    across = [ruling for ruling in rulings if ruling.horizontal]
    for line in lines:
        words = tuple(part for word in line.words for part in _marked(page, line, word, across))
        yield line._replace(words=words) if words != line.words else line


def _marked(
    page: CleanPage, line: OcrLine, word: OcrWord, across: Sequence[Ruling]
) -> Sequence[OcrWord]:
    if not _is_text(word.text):
        return [word]
    if _is_ruled(line, word, across):
        return [word._replace(struck=True)]
    stroke = _find_stroke(page, line, word)
    if stroke is None:
        return [word]
    start, end = stroke
    if end - start >= _COVERED * (word.x1 - word.x0):
        return [word._replace(struck=True)]
    return _cut(word, start, end)


def _is_text(text: str) -> bool:
    return sum(c.isalnum() for c in text) > 1


def _cut(word: OcrWord, start: float, end: float) -> Sequence[OcrWord]:
    """The word in pieces when one of them is struck; else whole."""
    letter = (word.x1 - word.x0) / len(word.text)
    pieces: list[OcrWord] = []
    for match in _PIECE.finditer(word.text):
        x0, x1 = word.x0 + match.start() * letter, word.x0 + match.end() * letter
        is_struck = _is_text(match[0]) and min(end, x1) - max(start, x0) >= _PART * (x1 - x0)
        if pieces and pieces[-1].struck == is_struck:
            joined = pieces[-1].text + match[0]
            pieces[-1] = pieces[-1]._replace(text=joined, x1=x1)
        else:
            pieces.append(word._replace(text=match[0], x0=x0, x1=x1, struck=is_struck))
    return pieces if len(pieces) > 1 else [word]


def _zone(line: OcrLine, word: OcrWord) -> tuple[float, float]:
    base = line.base + line.slope * (word.x0 + word.x1) / 2
    base = base if word.top < base <= word.bottom + 0.3 * line.size else word.bottom
    return base - _ZONE[0] * line.size, base - _ZONE[1] * line.size


def _is_ruled(line: OcrLine, word: OcrWord, across: Sequence[Ruling]) -> bool:
    """Whether a ruling no longer than the words of the line ran through this one."""
    top, bottom = _zone(line, word)
    over = _OVER * line.size
    left, right = line.words[0].x0 - over, line.words[-1].x1 + over
    width = word.x1 - word.x0
    return any(
        top <= ruling.at <= bottom
        and left <= ruling.start
        and ruling.end <= right
        and min(ruling.end, word.x1) - max(ruling.start, word.x0) >= _COVERED * width
        for ruling in across
    )


def _find_stroke(page: CleanPage, line: OcrLine, word: OcrWord) -> tuple[float, float] | None:
    """Where a row of ink runs on through the gaps between the letters: start and end."""
    top, x0 = max(0, round(word.top)), max(0, round(word.x0))
    part = page.ink[top : round(word.bottom) + 1, x0 : round(word.x1)] > 0
    first, last = (round(value) - top for value in _zone(line, word))
    zone = part[max(0, first) : max(0, first, last)]
    if len(zone) < 2:
        return None
    rows = zone[:-1] | zone[1:]  # a stroke may step by a pixel
    length, start, row = max((*_longest_run(flags), index) for index, flags in enumerate(rows))
    if length < _SHORTEST * line.size:
        return None
    rest = part[:, start : start + length].copy()
    middle = max(0, first) + row
    rest[max(0, middle - _BAND[0]) : middle + _BAND[1]] = False
    free = float((~rest.any(axis=0)).mean())
    return (x0 + start, x0 + start + length) if _GAPS[0] <= free <= _GAPS[1] else None


def _longest_run(flags: NDArray[np.bool_]) -> tuple[int, int]:
    """Length and start of the longest run of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    runs = zip(edges[::2], edges[1::2], strict=True)
    return max(((int(stop - start), int(start)) for start, stop in runs), default=(0, 0))

"""Roman numerals by the strokes of their ink: the engine loses one of III, and takes II for 11.

Strokes of a numeral stand closer together than digits do, so their number alone settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from extract.readers.ocr_hocr import OcrLine, OcrWord
from extract.readers.scan_cells import PixelBox
from extract.readers.scan_image import CleanPage

_STROKES = re.compile(r"(?P<strokes>[IHl1|ÍÌ]{1,4})(?P<end>[.,)]?|[/;:-].{0,20})")
_QUARTER = ("quý", "quí")
_PITCH = 0.68
"""From stroke to stroke by the height of a capital: I in Times 0.5, bold 0.6; digits 0.75."""
_SLIM = 0.36
"""Width of a stroke by its height at most."""
_FULL = 0.85
"""Part of the middle rows that a stroke fills; the bar of H and a slash fill less."""
_RIM = 3
"""Pixels round a word that are looked at."""


def count_strokes(page: CleanPage, lines: Iterable[OcrLine]) -> Iterator[OcrLine]:
    """Yield the lines with I, II and III as many as there are strokes.

    A single 1 becomes I only behind "quý", and where its head is that of I.
    """
    for line in lines:
        words = tuple(
            _counted(page, word, line.words[index - 1].text if index else "")
            for index, word in enumerate(line.words)
        )
        yield line._replace(words=words) if words != line.words else line


def _counted(page: CleanPage, word: OcrWord, before: str) -> OcrWord:
    match = _STROKES.fullmatch(word.text)
    if match is None:
        return word
    x0, top = max(0, int(word.x0) - _RIM), max(0, int(word.top) - _RIM)
    part = page.ink[top : int(word.bottom) + _RIM + 1, x0 : int(word.x1) + _RIM + 2] > 0
    strokes = find_strokes(part)
    if not 1 <= len(strokes) <= 3:
        return word
    if len(strokes) == 1 and (len(match["strokes"]) > 1 or not _is_quarter(part, strokes, before)):
        return word
    end = "." if match["end"] == "," else match["end"]
    return word._replace(text="I" * len(strokes) + end)


def find_strokes(part: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the first strokes that stand as close as those of a numeral: columns [start, stop).

    part: the ink of a word, rows x columns.
    """
    height = part.shape[0]
    middle = part[round(0.3 * height) : round(0.7 * height)]
    if not middle.size:
        return []
    full = np.concatenate(([False], middle.mean(axis=0) > _FULL, [False]))
    edges = [int(edge) for edge in np.flatnonzero(np.diff(full.astype(np.int8)))]
    found: list[tuple[int, int]] = []
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        capital = int(part[:, (start + stop) // 2].sum())
        if stop - start > _SLIM * capital:
            break
        if found and start - found[-1][0] > _PITCH * capital:
            break
        found.append((start, stop))
    return found


def _is_quarter(part: NDArray[np.bool_], strokes: list[tuple[int, int]], before: str) -> bool:
    return before.casefold() in _QUARTER and _has_serif_at_right(part, strokes[0])


def has_two_serifs(page: CleanPage, box: PixelBox) -> bool:
    """Return whether what stands in the box is one stroke with the head of I, not of 1."""
    part = page.ink[box.top : box.bottom, box.x0 : box.x1] > 0
    strokes = find_strokes(part)
    return len(strokes) == 1 and _has_serif_at_right(part, strokes[0])


def _has_serif_at_right(part: NDArray[np.bool_], stroke: tuple[int, int]) -> bool:
    start, stop = stroke
    rows = np.flatnonzero(part[:, (start + stop) // 2])
    head = part[rows[0] : rows[0] + max(2, len(rows) // 7), stop : stop + 2]
    return bool(head.size and head.any(axis=0).all())

"""The rulings of a scanned page: long thin strokes of its ink, in pixels."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.readers.grid import Ruling
from extract.readers.ocr_engine import Image

_LONG, _GAP, _THICK = 0.35, 0.15, 0.06
"""Inches: a ruling is at least so long; gaps in it; a thicker one is a bar or a shadow."""
_SHORT, _REACH = 0.15, 0.04
"""Inches: a vertical piece as short as this counts when it ends at rulings, so far from them."""
_MOST = 4000
"""Pieces of one direction; noise has more."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """Rulings of a page in pixels, and the mask of what they cover."""

    rulings: tuple[Ruling, ...]
    mask: Image


def find_rulings(ink: Image, dpi: int) -> Strokes:
    """Return the long straight strokes: opening with long thin kernels, then closing of gaps.

    The borders of a table of one low row are shorter than letters may be high; they count only
    where they lead from one line across to another.
    """
    mask = np.zeros_like(ink)
    across = list(_strokes(ink, mask, True, _LONG, dpi))
    rows = sorted(ruling.at for ruling in across)
    down: list[Ruling] = []
    if across:
        pieces = np.zeros_like(ink)
        down = [r for r in _strokes(ink, pieces, False, _SHORT, dpi) if _is_border(r, rows, dpi)]
        for ruling in down:
            at, half = round(ruling.at), max(2, round(_THICK * dpi / 2))
            place = np.s_[
                round(ruling.start) : round(ruling.end), max(0, at - half) : at + half + 1
            ]
            mask[place] |= pieces[place]
    return Strokes((*across, *down), mask)


def _is_border(ruling: Ruling, rows: list[float], dpi: int) -> bool:
    if ruling.end - ruling.start >= _LONG * dpi:
        return True
    reach = _REACH * dpi
    for end in (ruling.start, ruling.end):
        index = bisect_left(rows, end - reach)
        if index == len(rows) or rows[index] > end + reach:
            return False
    return True


def _strokes(
    ink: Image, mask: Image, horizontal: bool, shortest: float, dpi: int
) -> Iterator[Ruling]:
    """Yield the strokes of one direction and put them into the mask."""
    least, gap, thick = round(shortest * dpi), round(_GAP * dpi), max(4, round(_THICK * dpi))
    # A line that still slants by a pixel is whole again after it is widened by one.
    wide = cv2.dilate(ink, _kernel(not horizontal, 3))
    found = cv2.morphologyEx(wide, cv2.MORPH_OPEN, _kernel(horizontal, least))
    found = np.asarray(cv2.morphologyEx(found, cv2.MORPH_CLOSE, _kernel(horizontal, gap)), np.uint8)
    count, labels, stats, centres = cv2.connectedComponentsWithStats(found, connectivity=8)
    if count > _MOST:
        return
    for index in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[index])
        length, breadth = (width, height) if horizontal else (height, width)
        if area > length * thick or breadth > max(2 * thick, 0.02 * length):
            continue
        place = np.s_[y : y + height, x : x + width]
        mask[place][labels[place] == index] = 255
        at, start = (centres[index][1], x) if horizontal else (centres[index][0], y)
        yield Ruling(horizontal, float(at), float(start), float(start + length))


def _kernel(horizontal: bool, length: int) -> NDArray[np.uint8]:
    return np.ones((1, length) if horizontal else (length, 1), np.uint8)

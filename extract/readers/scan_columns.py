"""Where a scanned page stands in two columns: letterhead at the top, signature at the end.

The engine reads such a part across when lines at left and right overlap; then letters of two
sizes on two baselines make one line, and both are lost. Each column is read by itself instead.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.readers.scan_cells import PixelBox
from extract.readers.scan_image import CleanPage

_CELL = 0.02
"""Inches: side of a square of the coarse page."""
_SPACE = 0.2
"""Inches: a wider gap in a line is no space between words."""
_EDGE = 0.2
"""Share of the width of the text at each side where no gutter is looked for."""
_LEAST = 0.22
"""Inches: height of the ink that each column has at least, about two lines."""
_MOST = 4
"""Parts in two columns on a page."""
_MARKS = 0.12
"""Inches: so far the marks of a line reach over its letters, and the tails below them."""
_APART = 0.4
"""Inches: rows of a column without ink between them belong together up to this."""


def find_areas(page: CleanPage, whole: PixelBox) -> list[PixelBox]:
    """Return the parts of a box to be read by themselves, from top to bottom.

    A part in two columns gives two boxes, left one first.
    """
    side = max(1, round(_CELL * page.dpi))
    filled = _fill(page.ink[whole.top : whole.bottom, whole.x0 : whole.x1], side)
    areas: list[PixelBox] = []
    top = 0
    for first, last, x in sorted(_find_bands(filled)):
        areas.append(PixelBox(0, top, filled.shape[1], first))
        areas += PixelBox(0, first, x, last), PixelBox(x, first, filled.shape[1], last)
        top = last
    areas.append(PixelBox(0, top, filled.shape[1], filled.shape[0]))
    return [
        PixelBox(
            whole.x0 + a.x0 * side,
            whole.top + a.top * side,
            min(whole.x1, whole.x0 + a.x1 * side),
            min(whole.bottom, whole.top + a.bottom * side),
        )
        for a in areas
        if a.bottom > a.top
    ]


def _fill(ink: NDArray[np.uint8], side: int) -> NDArray[np.bool_]:
    """The coarse page, true where a line of text runs; spaces between words are filled."""
    height, width = (-(-length // side) for length in ink.shape)
    padded = np.zeros((height * side, width * side), np.uint8)
    padded[: ink.shape[0], : ink.shape[1]] = ink
    coarse = padded.reshape(height, side, width, side).max(axis=(1, 3))
    across = np.ones((1, round(_SPACE / _CELL) + 1), np.uint8)
    return np.asarray(cv2.morphologyEx(coarse, cv2.MORPH_CLOSE, across) > 0)


def _find_bands(filled: NDArray[np.bool_]) -> Iterator[tuple[int, int, int]]:
    """Yield first row, row behind the last, and the gutter of parts in two columns."""
    free_rows = np.ones(filled.shape[0], bool)
    for _ in range(_MOST):
        best = _best_band(filled, free_rows)
        if best is None:
            return
        first, last, _ = best
        free_rows[first:last] = False
        yield best


def _best_band(
    filled: NDArray[np.bool_], free_rows: NDArray[np.bool_]
) -> tuple[int, int, int] | None:
    width = filled.shape[1]
    left = np.maximum.accumulate(filled, axis=1)
    right = np.maximum.accumulate(filled[:, ::-1], axis=1)[:, ::-1]
    least = _LEAST / _CELL
    found: list[tuple[int, int, int, int, int]] = []
    for x in range(round(_EDGE * width), round((1 - _EDGE) * width)):
        open_rows = ~filled[:, x] & free_rows
        for start, stop in _runs(open_rows):
            at_left = np.flatnonzero(left[start:stop, x])
            at_right = np.flatnonzero(right[start:stop, x])
            inked = min(len(at_left), len(at_right))
            if inked < least:
                continue
            for first, last, both in _together(at_left, at_right, start):
                if both >= least:
                    found.append((both, last - first, first, last, x))
    if not found:
        return None
    most = max(found)[:2]
    same = [f for f in found if f[:2] == most]
    _, _, first, last, x = same[len(same) // 2]  # the middle of the gutter
    first, last = _snap(np.asarray(filled.any(axis=1)), first, last)
    return first, last, x


def _snap(inked: NDArray[np.bool_], first: int, last: int) -> tuple[int, int]:
    """Move both ends to rows without ink: the marks over the next line are not the column's."""
    reach = round(_MARKS / _CELL)
    if first and inked[first - 1]:
        first = next(
            (row for row in range(first, min(first + reach, last)) if not inked[row]), first
        )
    if last < len(inked) and inked[last]:
        last = next(
            (row for row in range(last, max(last - reach, first), -1) if not inked[row - 1]), last
        )
    return first, last


def _together(
    at_left: NDArray[np.int64], at_right: NDArray[np.int64], start: int
) -> Iterator[tuple[int, int, int]]:
    """Yield parts without a wide gap: first row, row behind the last, rows of the lower column.

    A signature leaves room above the name; recipients beside it fill the gap. A heading at left
    below a title in the middle is no column beside it.
    """
    rows = np.union1d(at_left, at_right)
    cuts = np.flatnonzero(np.diff(rows) > _APART / _CELL) + 1
    for part in np.split(rows, cuts):
        first, last = int(part[0]), int(part[-1]) + 1
        sides = [side[(side >= first) & (side < last)] for side in (at_left, at_right)]
        both = min(len(side) for side in sides)
        if both and max(side[0] for side in sides) <= min(side[-1] for side in sides):
            yield start + first, start + last, both


def _runs(flags: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        yield int(start), int(stop)

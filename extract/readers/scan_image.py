"""A scanned page made ready: stamps out, upright, on white paper, specks out.

All lengths are pixels; `dpi` turns them into inches.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.readers.ocr_engine import Image

_STEEPEST = 2.5
_FEWEST_POINTS = 400
_RED, _REDDER = 90, 50
_RED_SHARE = 0.6
_LETTERHEAD = 0.35
"""Part of the page, from the top, where blue ink may be a number filled in."""
_PALE = (0.35, 0.88)
"""From ink (0) to paper (1): what is paler than letters and darker than paper."""
_STRAIGHT, _STAMP, _STROKE = 0.6, 0.4, 0.045
"""Inches: as long as no ring runs straight; as wide and high as the smallest stamp; as wide as the
stroke of a letter that crosses it."""
_PAPER = 0.92
_EVEN, _DARK_PAPER = 0.7, 50.0
_SHARPEN, _SOFT = 0.6, 1.2
_DOT_BELOW, _LETTER_WIDE = 0.035, 0.25
"""Inches: how far below a letter its dot stands, and how wide one letter is at most."""
_MARK, _SMALL_MARK, _ACCENT_ABOVE = 0.011, 0.007, 0.03
"""Inches: side of a square as large as the least mark, the same in small type, and how far above a
letter its accent stands there."""
_SMALL_TYPE, _SMALL_SHARE = 0.07, 0.15
"""Inches: an x of 11 points is as high; part of the letters of a page below it in small type. Body
text has a tenth of such pieces: commas, dashes, hooks."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The dark pixels of a page.

    mask: 255 where it is dark. contrast: how far paper and ink are apart, in grey levels.
    share: part of the page that is dark. level: the mean grey of what is dark.
    """

    mask: Image
    level: float
    contrast: float
    share: float


def find_ink(grey: Image) -> Ink:
    """Return the dark pixels by Otsu's threshold; faint noise alone has hardly any contrast."""
    threshold, mask = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    levels = np.bincount(grey.ravel(), minlength=256)
    values = np.arange(256)
    dark, light = levels[: int(threshold) + 1], levels[int(threshold) + 1 :]
    share = dark.sum() / max(1, grey.size)
    if not dark.sum() or not light.sum():
        return Ink(np.zeros_like(grey), 0.0, 0.0, 0.0)
    ink = float((dark * values[: dark.size]).sum()) / float(dark.sum())
    paper = float((light * values[dark.size :]).sum()) / float(light.sum())
    return Ink(np.asarray(mask, np.uint8), ink, paper - ink, float(share))


def drop_red(colour: NDArray[np.uint8]) -> tuple[Image, float]:
    """Return the page in grey without red stamps and blue pens, and which part of its ink was red.

    colour: rows x columns x (red, green, blue). Black letters under a stamp stay: they are dark
    in red light too. A page printed in red keeps its text.
    """
    grey = np.asarray(cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY), np.uint8)
    red, green, blue = cv2.split(colour)
    _drop_pen(grey, blue, cv2.max(red, green))
    return grey, _drop_ink(grey, red, cv2.max(green, blue))


def _drop_pen(grey: Image, blue: NDArray[Any], others: NDArray[Any]) -> None:
    """Take the blue ink of signatures away below the letterhead, whose number it may write."""
    top = round(_LETTERHEAD * grey.shape[0])
    _drop_ink(grey[top:], blue[top:], others[top:])


def _drop_ink(grey: Image, ink: NDArray[Any], others: NDArray[Any]) -> float:
    """Make paper of ink that is light in its own channel; return which part of all ink it was."""
    mask = (cv2.subtract(ink, others) > _REDDER) & (ink > _RED)
    stamped = int(mask.sum())
    if not stamped:
        return 0.0
    dark = int((grey < 160).sum())
    share = stamped / max(1, stamped + int(((grey < 160) & ~mask).sum()))
    if dark and share > _RED_SHARE:
        return 0.0
    wide = cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)
    faint = wide & (cv2.subtract(ink, others) > _REDDER // 3) & (ink > _RED)
    paper = int(np.median(grey[::8, ::8]))
    grey[mask | faint] = max(paper, 200)
    return share


def drop_pale(grey: Image, ink: Ink, dpi: int) -> Image:
    """Return the page without stamps that a grey scan shows paler than its letters.

    The edge of a letter is as pale, but thin; shading is as thick, and may go too. Lines that run
    straight for longer than a ring does are rulings and stay.
    """
    dark = grey[ink.mask > 0]
    if not dark.size:
        return grey
    core, paper = float(np.percentile(dark, 20)), float(np.median(grey[::8, ::8]))
    low, high = core + _PALE[0] * (paper - core), core + _PALE[1] * (paper - core)
    pale = ((grey > low) & (grey < high)).astype(np.uint8)
    square, length = np.ones((3, 3), np.uint8), round(_STRAIGHT * dpi)
    across = round(_STROKE * dpi)
    thick = cv2.morphologyEx(pale, cv2.MORPH_OPEN, square)
    for shape in ((1, length), (length, 1)):
        straight = cv2.morphologyEx(pale, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        thick[cv2.dilate(straight, square) > 0] = 0
    joined = cv2.dilate(thick, np.ones((across, across), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    large = (stats[:, 2] >= _STAMP * dpi) & (stats[:, 3] >= _STAMP * dpi)
    large[0] = False
    if not large.any():
        return grey
    clean = grey.copy()
    clean[large[labels] & (pale > 0)] = paper
    return clean


def flatten(grey: Image) -> Image:
    """Return the page with a strong shadow over a part of it taken away; else as it is."""
    level = _paper_level(grey)
    low, high = np.percentile(level, (5, 95))
    if low > _EVEN * high or high < 2 * _DARK_PAPER:
        return grey
    room = np.maximum(_enlarge(level, grey).astype(np.float32), _DARK_PAPER)
    return np.asarray(np.clip(grey.astype(np.float32) * (high / room), 0, 255), np.uint8)


def _paper_level(grey: Image) -> Image:
    """How light the paper is round each place, at an eighth of the size."""
    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.blur(cv2.dilate(small, np.ones((5, 5), np.uint8)), (9, 9)), np.uint8)


def _enlarge(level: Image, grey: Image) -> Image:
    return np.asarray(cv2.resize(level, grey.shape[::-1], interpolation=cv2.INTER_LINEAR), np.uint8)


def whiten(grey: Image, ink: Ink) -> Image:
    """Return the page on even white paper; shadows and the noise of the paper go.

    The engine takes the shade between a margin and noisy paper for ink in the small pieces that
    cells are.
    """
    soft = cv2.GaussianBlur(grey, (0, 0), _SOFT)
    grey = np.asarray(cv2.addWeighted(grey, 1 + _SHARPEN, soft, -_SHARPEN, 0), np.uint8)
    level = _enlarge(_paper_level(grey), grey)
    low = max(0.0, ink.level - 30)
    room = np.maximum(level.astype(np.float32) * _PAPER - low, 30.0)
    spread = (grey.astype(np.float32) - low) * (255.0 / room)
    return np.asarray(np.clip(spread, 0, 255), np.uint8)


def find_skew(ink: Image) -> float:
    """Return by how many degrees (clockwise as shown) lines of text are turned, within 2.5.

    The right angle makes rows of text and the gaps between them stand out most.
    """
    small = cv2.resize(ink, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    ys, xs = np.nonzero(small > 96)
    if len(ys) < _FEWEST_POINTS:
        return 0.0
    if len(ys) > 60_000:
        step = len(ys) // 60_000 + 1
        ys, xs = ys[::step], xs[::step]
    size = sum(small.shape) * 2

    def sharpness(angle: float) -> float:
        radians = np.deg2rad(angle)
        rows = ys * np.cos(radians) - xs * np.sin(radians)
        counts = np.bincount((rows + size / 2).astype(np.int64), minlength=size)
        return float(np.square(np.diff(counts)).sum())

    best = max(np.arange(-_STEEPEST, _STEEPEST + 0.01, 0.25), key=sharpness)
    return float(max(np.arange(best - 0.2, best + 0.21, 0.05), key=sharpness))


def turn(grey: Image, degrees: float) -> Image:
    """Return the page with its lines level, given by how much they are turned."""
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    paper = int(np.percentile(grey[::8, ::8], 90))
    turned = cv2.warpAffine(
        grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(paper, paper, paper)
    )
    return np.asarray(turned, np.uint8)


@dataclass(frozen=True, slots=True)
class CleanPage:
    """A page ready for OCR: upright, without rulings and specks.

    ink: 255 where letters are. letters: boxes (x, y, width, height) of pieces of ink of the size
    of letters.
    """

    grey: Image
    ink: Image
    letters: NDArray[np.int32]
    dpi: int


def clean_page(grey: Image, ink: Image, lines: Image, dpi: int) -> CleanPage:
    """Return the page without rulings and without its smallest dots.

    A dot is smaller than a full stop; letters are 3 to 60 points high. In small type the marks of
    a letter are no larger than a speck: they are kept where they stand close to one.
    """
    strokes = cv2.dilate(lines, np.ones((3, 3), np.uint8)) > 0
    clean, rest = grey.copy(), ink.copy()
    clean[strokes] = 255
    rest[strokes] = 0
    _, labels, stats, _ = cv2.connectedComponentsWithStats(rest, connectivity=8)
    widths, heights, areas = stats[:, 2], stats[:, 3], stats[:, 4]
    dot = max(2, round(0.016 * dpi))
    small = (widths <= dot) & (heights <= dot) & (areas <= dot * dot * 2 // 3)
    letters = (heights >= 0.04 * dpi) & (heights <= 0.85 * dpi) & (widths <= 3 * dpi)
    small[0] = letters[0] = False
    small &= ~_are_marks(np.asarray(labels), np.asarray(stats), letters, dpi)
    if small.any():
        specks = small[labels].astype(np.uint8)
        rest[specks > 0] = 0
        clean[cv2.dilate(specks, np.ones((3, 3), np.uint8)) > 0] = 255
    return CleanPage(clean, rest, stats[letters, :4].astype(np.int32), dpi)


def _are_marks(
    labels: NDArray[Any], stats: NDArray[Any], letters: NDArray[np.bool_], dpi: int
) -> NDArray[np.bool_]:
    """Which pieces may be a mark of a letter: larger than the least speck, and close to one.

    The dot below stands close under a letter. The marks above are as small in small type alone.
    """
    near = np.zeros(labels.shape, np.uint8)
    reach = max(2, round(_DOT_BELOW * dpi))
    boxes = stats[letters & (stats[:, 2] < _LETTER_WIDE * dpi)]
    for x, y, width, height, _ in boxes:
        inner = max(1, width // 5)
        near[y + height : y + height + reach, x + inner : x + width - inner] = 1
    least = _MARK
    if len(boxes) and np.mean(boxes[:, 3] < _SMALL_TYPE * dpi) > _SMALL_SHARE:
        reach, least = max(2, round(_ACCENT_ABOVE * dpi)), _SMALL_MARK
        for x, y, width, height, _ in boxes:
            near[max(0, y - reach) : y + height + reach // 2, max(0, x - 1) : x + width + 1] = 1
    found = np.zeros(len(stats), bool)
    found[np.unique(labels[near > 0])] = True
    found &= stats[:, 4] > (least * dpi) ** 2
    return found

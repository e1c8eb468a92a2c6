"""The image of a page into what OCR can take: right side up, level, clean; or why it cannot."""

from __future__ import annotations

import time
from typing import NamedTuple

import cv2
import numpy as np

from extract.readers.grid import Ruling
from extract.readers.ocr_engine import BLOCK, Engine, Image, OcrTimeout
from extract.readers.scan_cells import PixelBox, ink_box, read_boxes
from extract.readers.scan_image import (
    CleanPage,
    Ink,
    clean_page,
    drop_pale,
    find_ink,
    find_skew,
    flatten,
    turn,
    whiten,
)
from extract.readers.scan_rulings import find_rulings
from extract.readers.scan_words import mean_confidence

_FAINT = 40.0
_DARKEST, _INVERTED = 0.35, 0.6
_SOLID = 0.3
"""Inches: a dark area as wide and high is a shadow or a picture."""
_FEWEST_LETTERS = 3
_SAMPLE, _SURE = 1.2, 70.0
"""Height in inches of what is read to find out which side is up; confidence that settles it."""


class Prepared(NamedTuple):
    """page: None when there is nothing to read, then `fault` says why. rulings: in pixels."""

    page: CleanPage | None
    rulings: tuple[Ruling, ...] = ()
    fault: str = ""


def prepare(grey: Image, dpi: int) -> Prepared:
    """Return the page level and clean, with its rulings."""
    grey = flatten(grey)
    grey, ink = _drop_dark(grey, find_ink(grey), dpi)
    if ink.contrast < _FAINT:
        return Prepared(None, fault="nothing is on it")
    if ink.share > _DARKEST:
        return Prepared(None, fault="it is too dark for a page of text (a photograph?)")
    grey = drop_pale(grey, ink, dpi)
    angle = find_skew(ink.mask)
    if abs(angle) > 0.04:
        grey = turn(grey, angle)
    grey = whiten(grey, ink)
    ink = find_ink(grey)
    strokes = find_rulings(ink.mask, dpi)
    page = clean_page(grey, ink.mask, strokes.mask, dpi)
    if len(page.letters) < _FEWEST_LETTERS:
        return Prepared(None, fault="no letters are on it")
    return Prepared(page, strokes.rulings)


def _drop_dark(grey: Image, ink: Ink, dpi: int) -> tuple[Image, Ink]:
    """White on black as black on white; the shadow of a lid or a missing part as paper."""
    if ink.share > _INVERTED and ink.contrast >= _FAINT:
        turned = np.asarray(cv2.bitwise_not(grey), np.uint8)
        grey, ink = turned, find_ink(turned)
    small = cv2.resize(ink.mask, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    side = max(2, round(_SOLID * dpi / 8))
    solid = cv2.morphologyEx(
        (small > 200).astype(np.uint8), cv2.MORPH_OPEN, np.ones((side, side), np.uint8)
    )
    if not solid.any():
        return grey, ink
    solid = cv2.dilate(solid, np.ones((3, 3), np.uint8))
    mask = cv2.resize(solid, grey.shape[::-1], interpolation=cv2.INTER_NEAREST) > 0
    light = grey[~mask]
    if light.size < 0.2 * grey.size:
        return grey, ink
    clean = grey.copy()
    clean[mask] = int(np.percentile(light[::16], 75))
    return clean, find_ink(clean)


def find_quarter(grey: Image, dpi: int, engine: Engine, deadline: float) -> int:
    """Return by how many quarters, counter-clockwise, the page is to be turned to be read.

    A piece from its middle is read in each way; 0 when none makes better sense.
    """
    best, found = _SURE, 0
    for quarter in (2, 1, 3):
        page = prepare(np.ascontiguousarray(np.rot90(grey, quarter)), dpi).page
        if page is None:
            continue
        middle = int(np.median(page.letters[:, 1] + page.letters[:, 3] // 2))
        half = round(_SAMPLE * dpi / 2)
        whole = PixelBox(0, max(0, middle - half), page.grey.shape[1], middle + half)
        box = ink_box(page, whole)
        if box is None or time.monotonic() > deadline:
            continue
        try:
            lines = next(read_boxes(page, [box], engine, BLOCK, deadline))
        except OcrTimeout:
            break
        sure = mean_confidence([word for line in lines for word in line.words]) or 0.0
        if sure > best:
            best, found = sure, quarter
    return found

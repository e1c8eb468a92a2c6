"""One scanned page into words and rulings: the same record that a born-digital page gives.

Tables are found by their rulings first. Each cell is read by itself, which is better and cheaper
than one pass over a table; the rest of the page is read as columns of text.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from extract.model import Note
from extract.readers.grid import Frame, Ruling, find_frames
from extract.readers.ocr import OcrSettings
from extract.readers.ocr_engine import COLUMNS, Engine, Image, OcrTimeout
from extract.readers.ocr_hocr import OcrLine
from extract.readers.pdf_page import PageContent
from extract.readers.scan_cells import PixelBox, ink_box, read_boxes, read_frame
from extract.readers.scan_image import (
    CleanPage,
    clean_page,
    drop_red,
    find_ink,
    find_rulings,
    find_skew,
    turn,
    whiten,
)
from extract.readers.scan_words import make_words, mean_confidence

_FAINT = 40.0
_DARKEST = 0.35
_FEWEST_LETTERS = 3
_UNREADABLE = 35.0


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """confidence: mean over words by their length, 0 to 100; None without words."""

    content: PageContent
    confidence: float | None
    notes: tuple[Note, ...] = ()


def read_scan(
    image: NDArray[np.uint8], dpi: int, number: int, engine: Engine, settings: OcrSettings
) -> ScannedPage:
    """Return what OCR reads on the image of a page.

    image: rows x columns, grey; or rows x columns x (red, green, blue).
    """
    deadline = time.monotonic() + settings.page_seconds
    scale = 72.0 / dpi
    height, width = image.shape[:2]
    empty = PageContent(number, width * scale, height * scale, image_share=1.0)
    notes: list[Note] = []
    grey, red = drop_red(image) if image.ndim == 3 else (image, 0.0)
    if red > 0.001:
        notes.append(Note("red_ink", "red ink (a stamp?) was left out", number))
    page, rulings, fault = prepare(grey, dpi)
    if page is None:
        return ScannedPage(empty, None, (*notes, Note("blank_page", fault, number)))
    rulings = tuple(
        Ruling(r.horizontal, r.at * scale, r.start * scale, r.end * scale) for r in rulings
    )
    lines: list[OcrLine] = []
    try:
        for line in _read_lines(page, find_frames(rulings), engine, deadline):
            lines.append(line)
    except OcrTimeout:
        what = f"OCR was stopped after {settings.page_seconds:g} seconds"
        notes.append(Note("ocr_timeout", what, number))
    confidence = mean_confidence([word for line in lines for word in line.words])
    if confidence is None or confidence < _UNREADABLE:
        what = "OCR finds no text" if confidence is None else "what OCR reads makes no sense"
        return ScannedPage(empty, None, (*notes, Note("page_without_text", what, number)))
    content = replace(empty, words=tuple(make_words(lines, scale)), rulings=rulings)
    return ScannedPage(content, confidence, tuple(notes))


def prepare(grey: Image, dpi: int) -> tuple[CleanPage | None, tuple[Ruling, ...], str]:
    """Return the page upright and clean with its rulings in pixels; None and why it has no text."""
    ink = find_ink(grey)
    if ink.contrast < _FAINT:
        return None, (), "nothing is on it"
    if ink.share > _DARKEST:
        return None, (), "it is too dark for a page of text (a photograph?)"
    angle = find_skew(ink.mask)
    if abs(angle) > 0.04:
        grey = turn(grey, angle)
    grey = whiten(grey, ink)
    ink = find_ink(grey)
    strokes = find_rulings(ink.mask, dpi)
    page = clean_page(grey, ink.mask, strokes.mask, dpi)
    if len(page.letters) < _FEWEST_LETTERS:
        return None, (), "no letters are on it"
    return page, strokes.rulings, ""


def _read_lines(
    page: CleanPage, frames: Sequence[Frame], engine: Engine, deadline: float
) -> Iterator[OcrLine]:
    """Lines in tables cell by cell, then those of the rest of the page."""
    rest = page
    for frame in frames:
        for cell in read_frame(page, frame, engine, deadline):
            yield from cell.lines
    if frames:
        rest = _without(page, frames)
    whole = PixelBox(0, 0, page.grey.shape[1], page.grey.shape[0])
    box = ink_box(rest, whole)
    if box:
        for lines in read_boxes(rest, [box], engine, COLUMNS, deadline):
            yield from lines


def _without(page: CleanPage, frames: Sequence[Frame]) -> CleanPage:
    """The page with its tables made paper."""
    grey, ink = page.grey.copy(), page.ink.copy()
    for frame in frames:
        x0, top, x1, bottom = (round(v * page.dpi / 72) for v in frame.box)
        grey[max(0, top - 3) : bottom + 4, max(0, x0 - 3) : x1 + 4] = 255
        ink[max(0, top - 3) : bottom + 4, max(0, x0 - 3) : x1 + 4] = 0
    return replace(page, grey=grey, ink=ink)

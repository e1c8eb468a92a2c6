"""One scanned page into words and rulings: the same record that a born-digital page gives.

Tables are found by their rulings first. Each cell is read by itself, which is better and cheaper
than one pass over a table; the rest of the page is read as columns of text.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from extract.model import Note
from extract.readers.grid import Frame, Ruling, find_frames
from extract.readers.ocr import OcrSettings
from extract.readers.ocr_engine import COLUMNS, ONE_LINE, Engine, Image, OcrTimeout
from extract.readers.ocr_hocr import OcrLine, OcrWord
from extract.readers.pdf_page import PageContent
from extract.readers.scan_cells import PixelBox, ReadCell, ink_box, read_boxes, read_frame
from extract.readers.scan_columns import find_areas
from extract.readers.scan_header import settle_header
from extract.readers.scan_image import CleanPage, drop_red
from extract.readers.scan_ordinals import repair_short_cells
from extract.readers.scan_prepare import find_quarter, prepare
from extract.readers.scan_stamp import drop_arrival
from extract.readers.scan_strokes import count_strokes
from extract.readers.scan_struck import mark_struck
from extract.readers.scan_words import make_words, mean_confidence

_UNREADABLE, _DOUBTFUL = 35.0, 62.0
_ENOUGH, _FEW_WORDS = 60, 10
_RED = 0.002


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
    notes: list[Note] = []
    grey, red = drop_red(image) if image.ndim == 3 else (image, 0.0)
    if red > _RED:
        notes.append(Note("red_ink", "red ink (a stamp?) was left out", number))
    scanned, letters = _read_as_it_lies(grey, dpi, number, engine, deadline)
    if letters >= _ENOUGH and (scanned.confidence or 0.0) < _DOUBTFUL:
        quarter = find_quarter(grey, dpi, engine, deadline)
        if quarter:
            grey = np.ascontiguousarray(np.rot90(grey, quarter))
            again, _ = _read_as_it_lies(grey, dpi, number, engine, deadline)
            if (again.confidence or 0.0) > (scanned.confidence or 0.0):
                scanned = again
                notes.append(Note("turned_page", f"{90 * quarter} degrees to the left", number))
    least = _DOUBTFUL if len(scanned.content.words) < _FEW_WORDS else _UNREADABLE
    if scanned.confidence is not None and scanned.confidence < least:
        notes.append(Note("no_text", "what OCR reads makes no sense", number))
        empty = replace(scanned.content, words=(), rulings=())
        scanned = ScannedPage(empty, None, scanned.notes)
    return replace(scanned, notes=(*notes, *scanned.notes))


def _read_as_it_lies(
    grey: Image, dpi: int, number: int, engine: Engine, deadline: float
) -> tuple[ScannedPage, int]:
    """What is read on a page that lies with this side up, and how many letters are on it."""
    scale = 72.0 / dpi
    height, width = grey.shape
    empty = PageContent(number, width * scale, height * scale, image_share=1.0, by_ocr=True)
    page, found, fault = prepare(grey, dpi)
    if page is None:
        return ScannedPage(empty, None, (Note("no_text", fault, number),)), 0
    rulings = tuple(
        Ruling(r.horizontal, r.at * scale, r.start * scale, r.end * scale) for r in found
    )
    frames = find_frames(rulings)
    lines: list[OcrLine] = []
    notes: tuple[Note, ...] = ()
    try:
        _read_lines(page, frames, engine, deadline, lines)
    except OcrTimeout:
        notes = (Note("ocr_timeout", "the time for one page was over before its end", number),)
    struck = list(mark_struck(page, found, count_strokes(page, lines)))
    shown, stamps = drop_arrival(struck, frames, height, scale, number)
    lines, doubts = settle_header(
        shown, height, number, partial(_read_digits, page, engine, deadline)
    )
    confidence = mean_confidence([word for line in lines for word in line.words])
    if confidence is None:
        notes = (*notes, Note("no_text", "no words are on it", number))
    notes = (*notes, *stamps, *doubts)
    content = replace(empty, words=tuple(make_words(lines, scale)), rulings=rulings)
    return ScannedPage(content, confidence, notes), len(page.letters)


def _read_digits(
    page: CleanPage, engine: Engine, deadline: float, word: OcrWord, count: int
) -> tuple[str, float]:
    """The first letters of a word and the slash behind them, read as digits alone."""
    reach = word.x0 + (word.x1 - word.x0) * (count + 0.3) / len(word.text)
    box = PixelBox(
        max(0, round(word.x0) - 1),
        max(0, round(word.top) - 2),
        round(reach),
        round(word.bottom) + 2,
    )
    try:
        lines = next(read_boxes(page, [box], engine, ONE_LINE, deadline, letters="0123456789/"))
    except OcrTimeout:
        return "", 0.0
    words = [read for line in lines for read in line.words]
    return "".join(read.text for read in words).strip("/"), mean_confidence(words) or 0.0


def _read_lines(
    page: CleanPage,
    frames: Sequence[Frame],
    engine: Engine,
    deadline: float,
    lines: list[OcrLine],
) -> None:
    """Add the lines in tables, cell by cell, then those of the rest of the page."""
    for frame in frames:
        cells: list[ReadCell] = []
        try:
            for cell in read_frame(page, frame, engine, deadline):
                cells.append(cell)
            cells = repair_short_cells(page, frame, cells, engine, deadline)
        finally:
            lines += (line for cell in cells for line in cell.lines)
    rest = _without(page, frames) if frames else page
    box = ink_box(rest, PixelBox(0, 0, page.grey.shape[1], page.grey.shape[0]))
    if box:
        areas = [found for area in find_areas(rest, box) if (found := ink_box(rest, area))]
        for read in read_boxes(rest, areas, engine, COLUMNS, deadline):
            lines += read


def _without(page: CleanPage, frames: Sequence[Frame]) -> CleanPage:
    """The page with its tables made paper."""
    grey, ink = page.grey.copy(), page.ink.copy()
    for frame in frames:
        x0, top, x1, bottom = (round(v * page.dpi / 72) for v in frame.box)
        grey[max(0, top - 3) : bottom + 4, max(0, x0 - 3) : x1 + 4] = 255
        ink[max(0, top - 3) : bottom + 4, max(0, x0 - 3) : x1 + 4] = 0
    return replace(page, grey=grey, ink=ink)

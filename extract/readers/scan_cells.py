"""The cells of ruled tables on a scan, each read by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from extract.readers.grid import Frame, FrameCell
from extract.readers.ocr_engine import BLOCK, COLUMNS, ONE_LINE, Engine, Image
from extract.readers.ocr_hocr import OcrLine, parse_hocr
from extract.readers.scan_image import CleanPage
from extract.readers.scan_words import mean_confidence

_INSET, _PAD = 0.012, 0.05
_SMALLEST, _LOW = 0.03, 0.26
"""Inches: smaller ink is a speck; lower text is one line."""
_SURE, _WORST = 80.0, 55.0
"""Confidence of a cell, and of its worst word, below which it is read again."""


class PixelBox(NamedTuple):
    """Half-open: columns [x0, x1), rows [top, bottom)."""

    x0: int
    top: int
    x1: int
    bottom: int


class ReadCell(NamedTuple):
    """A cell and the lines read in it, in pixels of the page."""

    cell: FrameCell
    box: PixelBox
    lines: tuple[OcrLine, ...]


def read_frame(
    page: CleanPage, frame: Frame, engine: Engine, deadline: float
) -> Iterator[ReadCell]:
    """Yield the cells of a table that hold ink; the frame is in points. Raises OcrTimeout."""
    scale = page.dpi / 72
    found = [(c, box) for c in frame.cells if (box := find_text_box(page, frame, c, scale))]
    low = [pair for pair in found if pair[1].bottom - pair[1].top < _LOW * page.dpi]
    high = [pair for pair in found if pair[1].bottom - pair[1].top >= _LOW * page.dpi]
    for pairs, mode, other in ((low, ONE_LINE, BLOCK), (high, BLOCK, COLUMNS)):
        lines = read_boxes(page, [box for _, box in pairs], engine, mode, deadline)
        doubtful: list[ReadCell] = []
        for (cell, box), read in zip(pairs, lines, strict=True):
            found_cell = ReadCell(cell, box, tuple(read))
            if _is_doubtful(found_cell):
                doubtful.append(found_cell)
            else:
                yield found_cell
        yield from _read_again(page, doubtful, engine, other, deadline)


def _read_again(
    page: CleanPage, cells: Sequence[ReadCell], engine: Engine, mode: int, deadline: float
) -> Iterator[ReadCell]:
    """Cells that the engine is not sure of: in another mode, then twice as large.

    Two lines of small type are as low as one of large type, and letters below 9 points are
    read better when they are enlarged.
    """
    for factor, way in ((1, mode), (2, BLOCK)):
        again = read_boxes(page, [read.box for read in cells], engine, way, deadline, factor=factor)
        better = [
            max(read, read._replace(lines=tuple(lines)), key=_sureness)
            for read, lines in zip(cells, again, strict=True)
        ]
        yield from (read for read in better if not _is_doubtful(read))
        cells = [read for read in better if _is_doubtful(read)]
    yield from cells


def _is_doubtful(read: ReadCell) -> bool:
    worst = min((word.confidence for line in read.lines for word in line.words), default=0.0)
    return worst < _WORST or _sureness(read) < _SURE


def _sureness(read: ReadCell) -> float:
    """Mean confidence of the words; 0 where none has a letter: "|" is worse than a doubtful I."""
    words = [word for line in read.lines for word in line.words]
    return mean_confidence([word for word in words if any(map(str.isalnum, word.text))]) or 0.0


def find_text_box(page: CleanPage, frame: Frame, cell: FrameCell, scale: float) -> PixelBox | None:
    """Return where the ink of a cell stands; None for an empty cell."""
    inset = max(1, round(_INSET * page.dpi))
    left, right = frame.xs[cell.left] * scale, frame.xs[cell.right] * scale
    top, bottom = frame.ys[cell.top] * scale, frame.ys[cell.bottom] * scale
    x, y = max(0, round(left) + inset), max(0, round(top) + inset)
    return ink_box(page, PixelBox(x, y, round(right) - inset, round(bottom) - inset))


def ink_box(page: CleanPage, box: PixelBox) -> PixelBox | None:
    """Return the smallest box round all ink inside a box; None when there is only a speck."""
    part = page.ink[box.top : box.bottom, box.x0 : box.x1]
    if not part.size or not part.any():
        return None
    x, y, width, height = cv2.boundingRect(part)
    if max(width, height) < _SMALLEST * page.dpi:
        return None
    return PixelBox(box.x0 + x, box.top + y, box.x0 + x + width, box.top + y + height)


def read_boxes(
    page: CleanPage,
    boxes: Sequence[PixelBox],
    engine: Engine,
    mode: int,
    deadline: float,
    letters: str = "",
    factor: int = 1,
) -> Iterator[list[OcrLine]]:
    """Yield the lines in each box, in pixels of the page. Raises OcrTimeout.

    letters: the only ones that may come out, or all. factor: the image is made so much larger.
    """
    pad = round(_PAD * page.dpi)
    images = [crop(page, box, pad, factor) for box in boxes]
    for box, hocr in zip(
        boxes, engine.read(images, mode, page.dpi, deadline, letters), strict=True
    ):
        lines = parse_hocr(hocr)
        if factor > 1:
            lines = [_shrink(line, factor) for line in lines]
        yield list(move_lines(lines, box.x0 - pad, box.top - pad))


def _shrink(line: OcrLine, factor: int) -> OcrLine:
    words = tuple(
        w._replace(x0=w.x0 / factor, x1=w.x1 / factor, top=w.top / factor, bottom=w.bottom / factor)
        for w in line.words
    )
    return line._replace(words=words, size=line.size / factor, base=line.base / factor)


def crop(page: CleanPage, box: PixelBox, pad: int, factor: int = 1) -> Image:
    """Return the pixels of a box with a rim of paper."""
    part = page.grey[box.top : box.bottom, box.x0 : box.x1]
    if factor > 1:
        size = (part.shape[1] * factor, part.shape[0] * factor)
        part, pad = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_CUBIC)), pad * factor
    framed = cv2.copyMakeBorder(part, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=(255.0,))
    return np.asarray(framed, np.uint8)


def move_lines(lines: Iterable[OcrLine], dx: float, dy: float) -> Iterator[OcrLine]:
    """Yield the lines moved to the right and down."""
    for line in lines:
        words = tuple(
            w._replace(x0=w.x0 + dx, x1=w.x1 + dx, top=w.top + dy, bottom=w.bottom + dy)
            for w in line.words
        )
        yield line._replace(words=words, base=line.base + dy - line.slope * dx)

"""Short cells of a table that OCR gets wrong for want of context: ordinals and column marks.

A row of "(1) (2) (3)" is known by its shape; a cell of the ordinal column is read again with
digits and roman numerals alone. Nothing else is changed.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Sequence

from extract.readers.grid import Frame, FrameCell
from extract.readers.ocr_engine import ONE_LINE, Engine, OcrTimeout
from extract.readers.ocr_hocr import OcrLine, OcrWord
from extract.readers.scan_cells import PixelBox, ReadCell, read_boxes
from extract.readers.scan_image import CleanPage
from extract.readers.scan_strokes import has_two_serifs

_ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,6})[.)]?")
_TITLE_LIKE = re.compile(r"[S5]?[TI17Lf]{2}")
_TITLES = ("TT", "STT", "Số TT", "SỐ TT", "Stt")
_MARK = re.compile(r".{0,3}[)\]}][ .,'-]{0,2}|[(\[{].{0,3}|[^\W_]{0,2}")
_NARROW, _LOW = 0.6, 0.26
"""Inches: width and height of the ink of an ordinal or a mark."""
_MOST, _LONGEST = 0.8, 6
"""Part of a row of marks that looks like marks, and letters that a damaged one has at most."""
_SURE = 60.0


def repair_short_cells(
    page: CleanPage, frame: Frame, cells: Sequence[ReadCell], engine: Engine, deadline: float
) -> list[ReadCell]:
    """Return the cells with column marks and ordinals put right. Raises no OcrTimeout."""
    found = {read.cell: read for read in cells}
    found.update((read.cell, read) for read in _find_marks(page, frame, found))
    with contextlib.suppress(OcrTimeout):  # what was read before stays
        found.update((read.cell, read) for read in _read_ordinals(page, found, engine, deadline))
    found.update((read.cell, read) for read in _count_on(page, found))
    return list(found.values())


def _find_marks(
    page: CleanPage, frame: Frame, found: dict[FrameCell, ReadCell]
) -> Iterable[ReadCell]:
    """Rows of "(1) (2) (3)", or of "1 2 3": enough of them fit their column."""
    rows: dict[int, list[FrameCell]] = {}
    for cell in sorted(frame.cells):
        rows.setdefault(cell.top, []).append(cell)
    for row in rows.values():
        reads = [(k, found[cell]) for k, cell in enumerate(row, 1) if cell in found]
        if len(reads) < 3 or len(reads) < 0.8 * len(row):
            continue
        texts = [text_of(read) for _, read in reads]
        marks = sum(
            bool(_is_short(page, read) and _MARK.fullmatch(text))
            for (_, read), text in zip(reads, texts, strict=True)
        )
        if marks < _MOST * len(reads) or any(len(text) > _LONGEST for text in texts):
            continue
        for shape, share in (("({})", 0.34), ("{}", 0.6)):
            fitting = sum(_fits(text_of(read), k, shape) for k, read in reads)
            if fitting >= max(2, share * len(reads)):
                yield from (
                    replace_text(read, shape.format(k))
                    for k, read in reads
                    if text_of(read) != shape.format(k)
                )
                break


def _fits(text: str, number: int, shape: str) -> bool:
    """Whether the text is the mark of a column; with one bracket lost it still is."""
    lost = "(" in shape and text.strip("()[]{} .,'-") == str(number) != text
    return lost or text == shape.format(number)


def _read_ordinals(
    page: CleanPage, found: dict[FrameCell, ReadCell], engine: Engine, deadline: float
) -> Iterable[ReadCell]:
    column = [read for cell, read in sorted(found.items()) if cell.left == 0]
    if len(column) < 3:
        return
    short = [read for read in column if _is_short(page, read)]
    good = sum(bool(_ORDINAL.fullmatch(text_of(read))) for read in short)
    if good < 2 or good < 0.4 * len(short):
        return
    title, body = column[0], [r for r in short if not _ORDINAL.fullmatch(text_of(r))]
    if title in body and text_of(title) not in _TITLES:
        body.remove(title)
        if _TITLE_LIKE.fullmatch(text_of(title)) and text_of(title) not in ("11", "II", "III"):
            yield replace_text(title, "STT" if text_of(title)[0] in "S5" else "TT")
        yield from _read_again(page, [title], engine, deadline, "STtsốSỐ ", _is_title)
    again = [read for read in body if read is not title]
    yield from _read_again(page, again, engine, deadline, "0123456789IVX.)", _is_ordinal)


def _count_on(page: CleanPage, found: dict[FrameCell, ReadCell]) -> Iterable[ReadCell]:
    """Ordinals that the cells above and below tell: "3", "Ậ", "5"; a group I before its 1."""
    column = [read for cell, read in sorted(found.items()) if cell.left == 0]
    for before, read, after in zip(column, column[1:], column[2:], strict=False):
        text, below = text_of(read), text_of(after)
        if text in ("1", "1.") and below == text and has_two_serifs(page, read.box):
            yield replace_text(read, text.replace("1", "I"))
            continue
        above = text_of(before).rstrip(".")
        if _ORDINAL.fullmatch(text) or not _is_short(page, read) or len(text) > 2:
            continue
        if above.isdecimal() and below.rstrip(".") == str(int(above) + 2):
            yield replace_text(read, str(int(above) + 1) + "." * below.endswith("."))


def _is_title(text: str) -> bool:
    return text in _TITLES


def _is_ordinal(text: str) -> bool:
    return bool(_ORDINAL.fullmatch(text))


def _read_again(
    page: CleanPage,
    cells: Sequence[ReadCell],
    engine: Engine,
    deadline: float,
    letters: str,
    fits: object,
) -> Iterable[ReadCell]:
    boxes = [read.box for read in cells]
    lines = read_boxes(page, boxes, engine, ONE_LINE, deadline, letters=letters, factor=2)
    for read, again in zip(cells, lines, strict=True):
        words = [word for line in again for word in line.words]
        text = " ".join(word.text for word in words)
        sure = min((word.confidence for word in words), default=0.0) >= _SURE
        if callable(fits) and fits(text) and sure:
            yield replace_text(read, text)


def text_of(read: ReadCell) -> str:
    """Return what was read in a cell."""
    return " ".join(word.text for line in read.lines for word in line.words)


def replace_text(read: ReadCell, text: str) -> ReadCell:
    """Return the cell with one word that stands where its ink is."""
    return read._replace(lines=(make_line_in(read.box, text, _SURE),))


def make_line_in(box: PixelBox, text: str, confidence: float) -> OcrLine:
    """Return a line of one word in a box of ink."""
    x0, top, x1, bottom = (float(value) for value in box)
    deep = 0.2 * (bottom - top) if any(c in text for c in "()") else 0.0
    word = OcrWord(text, x0, top, x1, bottom, confidence)
    return OcrLine((word,), 1.3 * (bottom - top), 0.0, bottom - deep)


def _is_short(page: CleanPage, read: ReadCell) -> bool:
    box = read.box
    return box.x1 - box.x0 < _NARROW * page.dpi and box.bottom - box.top < _LOW * page.dpi

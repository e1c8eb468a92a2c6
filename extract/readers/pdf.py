"""PDF into a document: text as paragraphs in reading order, ruled tables as grids.

pdfium gives words and rulings (about 2 ms a page); pdfplumber is asked only for pages that this
path cannot settle. Scanned pages have neither: OCR gives both, see `scan`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from extract.errors import DamagedFile, EncryptedFile, NoText
from extract.model import Block, Document, Note
from extract.readers.cut_words import KnownWords, Knows, know_nothing
from extract.readers.grid import find_grids, part_words
from extract.readers.limits import LIMITS, Limits
from extract.readers.memory import collect_young, collector_paused, keep_freed_memory
from extract.readers.ocr import OcrMissing, OcrSettings
from extract.readers.ocr_pages import OcrPages
from extract.readers.pdf_arrange import PageLayout, arrange
from extract.readers.pdf_borderless import find_borderless
from extract.readers.pdf_forms import add_appearances, has_appearances
from extract.readers.pdf_nesting import check_forms
from extract.readers.pdf_page import PageContent, read_page
from extract.readers.pdf_quality import find_text_fault
from extract.readers.pdf_scans import ReadPage, begin_if_scanned
from extract.readers.pdf_second import read_with_pdfplumber
from extract.readers.pdf_streams import check_streams
from extract.readers.pdf_titles import Strip
from extract.readers.words import find_lines, split_line
from extract.text import nfc

_IMAGE_PAGE = 0.5
_FEW_WORDS = 30
_BROKEN_CELLS = 6
_WITHOUT_TEXT = ("page_without_text", "unusable_text", "ocr")
_NUMBER = re.compile(r"Số\s*:?\s*\d{1,5}\s*[-/]")


def read_pdf(
    data: bytes, file_name: str, limits: Limits = LIMITS, ocr: OcrSettings | None = None
) -> Document:
    """Return the PDF as a document.

    ocr: how pages without usable text are read; None leaves them out. Raises EncryptedFile,
    DamagedFile, LimitExceeded; NoText when no page has usable text.
    """
    limits.check(file_name, "file_bytes", len(data))
    with collector_paused(), closing(OcrPages(ocr or OcrSettings("never"))) as scans:
        return _read(data, file_name, limits, scans)


def _read(data: bytes, file_name: str, limits: Limits, scans: OcrPages) -> Document:
    check_streams(data, file_name, limits)
    check_forms(data, file_name, limits)
    pages: list[PageLayout] = []
    notes: list[Note] = []
    cells, words, known = 0, 0, KnownWords()
    for content, found in _read_pages(data, file_name, limits, scans):
        words += len(content.words)
        limits.check(file_name, "words", words, page=content.number)
        known.add(content.words)
        page = lay_out(content, pages[-1].carry if pages else (), data, known)
        cells += sum(grid.column_count * len(grid.rows) for grid in page.grids)
        limits.check(file_name, "cells", cells, page=content.number)
        pages.append(page)
        notes += [*found, *page.notes]
        if any(note.code in _WITHOUT_TEXT for note in found):
            collect_young()
    if not any(page.rows or page.grids or page.form_words for page in pages):
        raise _no_text(file_name, len(pages), notes, scans)
    items, repairs = scans.repair(arrange(pages))
    notes += [*repairs, *find_several_documents(items)]
    return Document(
        file_name=nfc(file_name),
        format="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        items=tuple(items),
        pages=len(pages),
        scanned=any(note.code in _WITHOUT_TEXT for note in notes),
        ocr_confidence=scans.confidence,
        notes=tuple(sorted(notes, key=lambda note: note.page or 0)),
    )


def _read_pages(data: bytes, file_name: str, limits: Limits, scans: OcrPages) -> Iterator[ReadPage]:
    """One page after the other, with its notes; each is closed at once: memory stays flat."""
    pdf = _open(data, file_name)
    try:
        limits.check(file_name, "pages", len(pdf))
        begun = (_begin_one(pdf, index, file_name, scans) for index in range(len(pdf)))
        yield from scans.in_order(begun)
    finally:
        pdf.close()


def _open(data: bytes, file_name: str) -> Any:
    import pypdfium2

    keep_freed_memory()
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise EncryptedFile(file_name, "the PDF asks for a password") from error
        raise DamagedFile(file_name, f"pdfium cannot open it ({error})") from error
    if len(pdf) == 0:
        pdf.close()
        raise DamagedFile(file_name, "the PDF has no pages")
    return pdf


def _begin_one(pdf: Any, index: int, file_name: str, scans: OcrPages) -> Callable[[], ReadPage]:
    import pypdfium2

    try:
        page = pdf[index]
        try:
            content = read_page(page, index + 1)
            if has_appearances(page):
                content = add_appearances(pdf, page, content)
            content, note = _judge_page(content)
            return begin_if_scanned(page, content, note, scans)
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        what = f"the page cannot be loaded ({error})"
        raise DamagedFile(file_name, what, page=index + 1) from error


def _judge_page(content: PageContent) -> tuple[PageContent, Note | None]:
    """The page, without its text where that cannot be believed, and what is to be noted."""
    fault = find_text_fault(word.text for word in content.words)
    if fault:
        note = Note("unusable_text", f"the text layer was dropped: {fault}", content.number)
        return replace(content, words=()), note
    is_image = content.image_share >= _IMAGE_PAGE
    if is_image and len(content.words) < _FEW_WORDS:
        what = "the page is an image" + (" with only a few words of text" * bool(content.words))
        return content, Note("page_without_text", what, content.number)
    if not content.words and content.shapes > 200:
        return content, Note("page_without_text", "its letters are drawings", content.number)
    return content, None


def _no_text(file_name: str, pages: int, notes: Sequence[Note], scans: OcrPages) -> NoText:
    if scans.missing:
        what = f"none of its {pages} pages holds usable text: it is a scanned PDF"
        return OcrMissing(file_name, what)
    if scans.is_on:
        why = next((note.message for note in notes if note.code in _WITHOUT_TEXT), "no words")
        return NoText(file_name, f"OCR finds no text on any of its {pages} pages ({why})")
    if any(note.code == "unusable_text" for note in notes):
        return NoText(file_name, f"the text layer of its {pages} pages cannot be used")
    return NoText(
        file_name,
        f"none of its {pages} pages holds text: it is a scanned PDF, and OCR is switched off",
    )


def lay_out(
    content: PageContent,
    carry: tuple[Strip, ...] = (),
    data: bytes | None = None,
    knows: Knows = know_nothing,
) -> PageLayout:
    """Return the page with its words gathered in grids and printed lines.

    carry: columns of a table without borders that ended the page before. data: the file, for the
    second reader; None never asks it. knows: tells whole words of the file.
    """
    made_by = "scan" if content.by_ocr else "rulings"
    found = find_grids(
        content.rulings,
        content.words,
        content.number,
        content.height,
        made_by=made_by,
        knows=knows,
    )
    lines = find_lines(found.rest)
    borderless = find_borderless(lines, content.number, content.height, carry, content.rulings)
    rest, grids = borderless.rest, found.grids + borderless.grids
    notes: list[Note] = []
    if found.too_many:
        what = "so many lines are drawn that they were taken for a drawing, not for tables"
        notes.append(Note("page_reader", what, content.number))
    if borderless.grids:
        what = "columns: a table without borders, found by its titles and free strips"
        notes.append(Note("page_reader", what, content.number))
    broken = any(len(frame.cells) >= _BROKEN_CELLS for frame in found.dropped)
    why = "the drawn grid is broken" if broken else "titles of a table without borders"
    if data is not None and content.is_as_shown and (broken or borderless.doubtful):
        words = [word for line in rest for word in line.words]
        more = read_with_pdfplumber(data, content.number, content.height, words, ruled=broken)
        collect_young()
        notes.append(
            Note("page_reader", f"pdfplumber: {why}; {len(more)} tables taken", content.number)
        )
        for grid in more:
            words = part_words(words, grid.box or (0.0, 0.0, 0.0, 0.0))[1]
        if more:
            rest = find_lines(words)
        grids = grids + more
    return PageLayout(
        content.number,
        content.width,
        content.height,
        [split_line(line) for line in rest],
        grids,
        content.form_words,
        notes,
        borderless.carry,
    )


def find_several_documents(items: Sequence[object]) -> list[Note]:
    """A second letterhead with a number of its own, after the first page."""
    pages = sorted(
        {
            item.origins[0].page or 0
            for item in items
            if isinstance(item, Block) and item.role == "letterhead" and _NUMBER.match(item.text)
        }
    )
    return [
        Note("several_documents", "another letterhead with a number begins here", page)
        for page in pages[1:]
    ]

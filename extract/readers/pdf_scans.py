"""Pages of a PDF that are images: read by OCR where it is on, noted where it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from extract.model import Note
from extract.readers.ocr_pages import OcrPages
from extract.readers.pdf_page import PageContent

if TYPE_CHECKING:
    from extract.readers.scan import ScannedPage

ReadPage = tuple[PageContent, list[Note]]


def begin_if_scanned(
    page: Any, content: PageContent, note: Note | None, scans: OcrPages
) -> Callable[[], ReadPage]:
    """Begin to read the page by OCR where its own text does not do.

    Return what gives the page in the end, and what is to be noted. page: an open pypdfium2 page.
    note: why its text does not do, or None when it does.
    """
    notes = [note] if note else []
    if note is None and scans.settings.mode != "always":
        return lambda: (content, notes)
    if scans.missing and note:
        said = [replace(note, message=f"{note.message}. {scans.missing}")]
        return lambda: (content, said)
    if not scans.is_on:
        return lambda: (content, notes)
    scanned = scans.begin_pdf_page(page, content.number)
    return lambda: _choose(content, note, scanned())


def _choose(content: PageContent, note: Note | None, scanned: ScannedPage) -> ReadPage:
    notes = [note] if note else []
    if scanned.confidence is None:
        late = [found for found in scanned.notes if found.code == "ocr_timeout"]
        if note and scanned.notes:
            why = "; ".join(found.message for found in scanned.notes)
            notes = [replace(note, message=f"{note.message}; OCR: {why}")]
        return content, notes + late
    return replace(scanned.content, form_words=content.form_words), [*notes, *scanned.notes]

"""Pages of a PDF that are images: read by OCR where it is on, noted where it is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from extract.model import Note
from extract.readers.ocr_pages import OcrPages
from extract.readers.pdf_page import PageContent


def read_if_scanned(
    page: Any, content: PageContent, note: Note | None, scans: OcrPages
) -> tuple[PageContent, list[Note]]:
    """Return the page as OCR reads it where its own text does not do, and what is to be noted.

    page: an open pypdfium2 page. note: why its text does not do, or None when it does.
    """
    notes = [note] if note else []
    if note is None and scans.settings.mode != "always":
        return content, notes
    if scans.missing and note:
        return content, [replace(note, message=f"{note.message}. {scans.missing}")]
    if not scans.is_on:
        return content, notes
    scanned = scans.read_pdf_page(page, content.number)
    if scanned.confidence is None:
        late = [found for found in scanned.notes if found.code == "ocr_timeout"]
        if note and scanned.notes:
            why = "; ".join(found.message for found in scanned.notes)
            notes = [replace(note, message=f"{note.message}; OCR: {why}")]
        return content, notes + late
    return replace(scanned.content, form_words=content.form_words), [*notes, *scanned.notes]

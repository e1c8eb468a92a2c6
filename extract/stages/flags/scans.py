"""Scanned pages that an archivist should look at: read with little confidence, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import Flag, Note
from extract.stages.flags.place import Places

_UNSURE = ("low_ocr_confidence", "ocr_timeout")


def find_unsure_pages(at: Places, notes: tuple[Note, ...]) -> Iterator[Flag]:
    """Flag each page of which OCR is not sure, once, at its first passage."""
    found: dict[int, str] = {}
    for note in notes:
        if note.code in _UNSURE and note.page is not None:
            found.setdefault(note.page, note.message)
    firsts: dict[int, int] = {}
    for passage in at.passages:
        if passage.origins and passage.origins[0].page is not None:
            firsts.setdefault(passage.origins[0].page, passage.seq)
    for page, message in sorted(found.items()):
        yield Flag("low_ocr_confidence", message, firsts.get(page), page=page)

"""Readers: one file into a `Document`. The format is found by content, not by name."""

from __future__ import annotations

import stat
from os import PathLike
from pathlib import Path

from extract.errors import (
    DamagedFile,
    NoText,
    OutOfMemory,
    TrichlucError,
    Unreadable,
    UnsupportedFormat,
)
from extract.model import Block, Document
from extract.readers.limits import LIMITS, Limits
from extract.readers.ocr import OcrMode, OcrSettings
from extract.readers.sniff import Sniffed, find_format, refuse
from extract.text import nfc

__all__ = ["LIMITS", "Limits", "read", "read_bytes"]


def read(
    path: str | PathLike[str], *, limits: Limits = LIMITS, ocr: OcrMode | OcrSettings = "auto"
) -> Document:
    """Return the file as a document; raise a `TrichlucError` that says why it cannot be read.

    ocr: "auto" reads pages without usable text by OCR, "always" every page, "never" none; or
    settings that say more.
    """
    path = Path(path)
    file_name = nfc(path.name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # reading a pipe or a device may never end
            raise Unreadable(file_name, "this is no ordinary file")
        limits.check(file_name, "file_bytes", status.st_size)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise Unreadable(file_name, getattr(error, "strerror", None) or str(error)) from error
    return read_bytes(data, file_name, limits=limits, ocr=ocr)


def read_bytes(
    data: bytes,
    file_name: str,
    *,
    limits: Limits = LIMITS,
    ocr: OcrMode | OcrSettings = "auto",
) -> Document:
    """Return the content of a file as a document. Raises as `read` does."""
    settings = ocr if isinstance(ocr, OcrSettings) else OcrSettings(ocr)
    try:
        document = _read_format(data, file_name, limits, settings)
    except TrichlucError:
        raise
    except MemoryError as error:
        raise OutOfMemory(file_name, "reading it needs more memory than there is") from error
    except Exception as error:  # a parser gave up in a way it does not document
        what = f"the content cannot be parsed ({type(error).__name__}: {str(error)[:200]})"
        raise DamagedFile(file_name, what) from error
    if not any(_has_text(item) for item in document.items):
        raise NoText(file_name, "no text was found in it")
    return document


def _read_format(data: bytes, file_name: str, limits: Limits, ocr: OcrSettings) -> Document:
    # Each reader is imported when it is needed: a DOCX run loads no PDF library.
    limits.check(file_name, "file_bytes", len(data))
    sniffed = find_format(data, file_name, limits)
    if sniffed.format == "text":
        from extract.readers.plaintext import read_text

        return read_text(data, file_name, limits)
    if sniffed.format == "docx":
        from extract.readers.docx import read_docx

        return read_docx(data, file_name, limits)
    if sniffed.format == "pdf":
        from extract.readers.pdf import read_pdf

        return read_pdf(data, file_name, limits, ocr)
    if sniffed.format == "doc":
        return _read_word(data, file_name, limits)
    if sniffed.format in ("html", "mhtml"):
        from extract.readers.html import read_html

        return read_html(data, file_name, limits)
    return _read_by_program(data, sniffed, file_name, limits, ocr)


def _read_by_program(
    data: bytes, sniffed: Sniffed, file_name: str, limits: Limits, ocr: OcrSettings
) -> Document:
    """What needs LibreOffice or Tesseract."""
    if sniffed.format in ("rtf", "odt"):
        from extract.readers.office import read_office

        return read_office(data, sniffed.format, sniffed.name, file_name, limits)
    if sniffed.format in ("png", "jpeg", "tiff"):
        from extract.readers.image_file import read_image_file

        return read_image_file(data, sniffed.format, file_name, limits, ocr)
    raise refuse(sniffed, file_name)


def _read_word(data: bytes, file_name: str, limits: Limits) -> Document:
    from extract.readers.doc import read_doc

    try:
        return read_doc(data, file_name, limits)
    except UnsupportedFormat:
        from extract.readers.office import read_office

        return read_office(data, "doc", "an old Word document (6 or 95)", file_name, limits)


def _has_text(item: object) -> bool:
    if isinstance(item, Block):
        return bool(item.text)
    rows = getattr(item, "rows", ())
    return any(cell.text for row in rows for cell in row.cells)

"""Readers: one file into a `Document`. The format is found by content, not by name."""

from __future__ import annotations

import hashlib
from os import PathLike
from pathlib import Path

from extract.errors import EmptyFile, Unreadable
from extract.model import Document
from extract.text import nfc


def read(path: str | PathLike[str]) -> Document:
    """Return the file as a document; raise a `TrichlucError` that says why it cannot be read."""
    from extract.readers.plaintext import read_plaintext

    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(path.name, error.strerror or str(error)) from error
    if not data:
        raise EmptyFile(path.name, "the file is empty")
    return Document(
        file_name=nfc(path.name),
        format="text",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        items=read_plaintext(data.decode("utf-8-sig")),
    )

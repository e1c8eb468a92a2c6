"""How much of a file is read at most: hostile or broken input ends in `LimitExceeded`."""

from __future__ import annotations

from dataclasses import dataclass

from extract.errors import LimitExceeded

_UNITS = {
    "file_bytes": "bytes in the file",
    "pages": "pages",
    "words": "words",
    "stream_bytes": "bytes of drawing in one stream after unpacking",
    "forms": "drawings placed in one another",
    "cells": "table cells",
    "grid_columns": "columns in one table",
    "unzipped_bytes": "bytes after unzipping",
    "zip_ratio": "times its packed size after unzipping",
    "zip_entries": "files in the archive",
    "nesting": "levels of nested tables or text boxes",
    "items": "paragraphs and tables",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest of each that is still read; far above any real plan.

    words: on all pages of a PDF. stream_bytes: of one packed stream of a PDF, images and fonts
    left out. forms: drawn by one form of a PDF, those in one another included. cells: over all
    tables of the file, covered ones included. unzipped_bytes: of all parts of the package that
    are read. zip_ratio: unpacked to packed size of one part, looked at only for parts above
    `zip_ratio_from` bytes. nesting: tables in cells, text boxes in text boxes.
    """

    file_bytes: int = 256 * 2**20
    pages: int = 5_000
    words: int = 2_000_000
    stream_bytes: int = 32 * 2**20
    forms: int = 100_000
    cells: int = 2_000_000
    grid_columns: int = 1_000
    unzipped_bytes: int = 256 * 2**20
    zip_ratio: int = 400
    zip_ratio_from: int = 4 * 2**20
    zip_entries: int = 20_000
    nesting: int = 60
    items: int = 1_000_000

    def check(self, where: str, name: str, value: int, *, page: int | None = None) -> None:
        """Raise `LimitExceeded` when `value` is above the limit of that name."""
        limit: int = getattr(self, name)
        if value > limit:
            what = f"{value:,} {_UNITS[name]}, above the limit {name} = {limit:,}"
            raise LimitExceeded(where, what, page=page)


LIMITS = Limits()

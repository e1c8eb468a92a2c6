"""PDF into a document: text as paragraphs in reading order, ruled tables as grids.

pdfium gives words and rulings (about 3 ms a page); pdfplumber is asked only for pages that this
path cannot settle. Scanned pages have neither: see the notes of the document.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.errors import DamagedFile, EncryptedFile, NoText
from extract.model import Block, Document, Grid, Note
from extract.readers.grid import find_grids
from extract.readers.pdf_columns import Region, find_regions
from extract.readers.pdf_furniture import drop_furniture
from extract.readers.pdf_page import PageContent, read_page
from extract.readers.pdf_paragraphs import (
    Margins,
    Paragraph,
    continues_over_page,
    find_margins,
    make_block,
    split_paragraphs,
)
from extract.readers.words import Line, join_words, split_line
from extract.text import nfc


@dataclass(slots=True)
class PageLayout:
    """One page with its tables found: printed lines in pieces, and grids."""

    number: int
    width: float
    height: float
    rows: list[list[Line]]
    grids: list[Grid]
    notes: list[Note] = field(default_factory=list)


def read_pdf(data: bytes, file_name: str) -> Document:
    """Return the PDF as a document.

    Raises EncryptedFile, DamagedFile, LimitExceeded; NoText when no page has usable text.
    """
    pages = [lay_out(content) for content in _read_pages(data, file_name)]
    if not any(page.rows or page.grids for page in pages):
        raise NoText(
            file_name,
            f"none of its {len(pages)} pages has text: it is a scanned PDF, and this version "
            "does not read scans",
        )
    empty = [page for page in pages if not (page.rows or page.grids)]
    notes = [note for page in pages for note in page.notes]
    return Document(
        file_name=nfc(file_name),
        format="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        items=tuple(arrange(pages)),
        pages=len(pages),
        scanned=bool(empty),
        notes=tuple(notes),
    )


def _read_pages(data: bytes, file_name: str) -> Iterator[PageContent]:
    """One page after the other; each is closed at once, which keeps memory flat."""
    with _opened(data, file_name) as pdf:
        for index in range(len(pdf)):
            page = pdf[index]
            try:
                yield read_page(page, index + 1)
            finally:
                page.close()


def _opened(data: bytes, file_name: str) -> Any:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile(file_name, "the PDF asks for a password") from error
        raise DamagedFile(file_name, f"pdfium cannot open it ({error})") from error
    if len(pdf) == 0:
        raise DamagedFile(file_name, "the PDF has no pages")
    return pdf


def lay_out(content: PageContent) -> PageLayout:
    """Return the page with words gathered in grids and printed lines."""
    found = find_grids(content.rulings, content.words, content.number, content.height)
    rows = [split_line(words) for words in join_words(found.rest)]
    return PageLayout(content.number, content.width, content.height, rows, found.grids)


def arrange(pages: Sequence[PageLayout]) -> list[Block | Grid]:
    """Return blocks and grids in reading order, paragraphs joined over pages."""
    kept = drop_furniture([p.rows for p in pages], [p.height for p in pages])
    margins = _margins_by_shape(pages, kept)
    items: list[Block | Grid] = []
    waiting: list[Paragraph] = []
    for page, rows in zip(pages, kept, strict=True):
        first = True
        for item in _arrange_page(page, rows, margins[_shape(page)]):
            if isinstance(item, Grid):
                if waiting:
                    items.append(make_block(waiting))
                    waiting = []
                items.append(item)
            elif waiting and first and continues_over_page(waiting[-1], item):
                waiting.append(item)
            else:
                if waiting:
                    items.append(make_block(waiting))
                waiting = [item]
            first = False
    if waiting:
        items.append(make_block(waiting))
    return items


def _shape(page: PageLayout) -> tuple[int, int]:
    return round(page.width / 10), round(page.height / 10)


def _margins_by_shape(
    pages: Sequence[PageLayout], kept: Sequence[list[list[Line]]]
) -> dict[tuple[int, int], Margins]:
    lines: dict[tuple[int, int], list[Line]] = {}
    widths: dict[tuple[int, int], float] = {}
    for page, rows in zip(pages, kept, strict=True):
        shape = _shape(page)
        widths[shape] = page.width
        lines.setdefault(shape, []).extend(row[0] for row in rows if len(row) == 1)
    return {shape: find_margins(found, widths[shape]) for shape, found in lines.items()}


def _arrange_page(
    page: PageLayout, rows: list[list[Line]], margins: Margins
) -> Iterator[Paragraph | Grid]:
    """Paragraphs and grids of one page from top to bottom."""
    grids = sorted(page.grids, key=lambda grid: grid.box[1] if grid.box else 0.0)
    band: list[list[Line]] = []
    for row in rows:
        while grids and grids[0].box and grids[0].box[1] < row[0].top:
            yield from _paragraphs(band, margins, page)
            band = []
            yield grids.pop(0)
        band.append(row)
    yield from _paragraphs(band, margins, page)
    yield from grids


def _paragraphs(rows: list[list[Line]], margins: Margins, page: PageLayout) -> Iterator[Paragraph]:
    words = [[word for piece in row for word in piece.words] for row in rows]
    for region in find_regions(words, margins, page.height):
        yield from _region_paragraphs(region, margins, page.number)


def _region_paragraphs(region: Region, margins: Margins, page: int) -> Iterator[Paragraph]:
    for lines, role in zip(region.columns, region.roles, strict=True):
        if role == "body":
            yield from split_paragraphs(lines, margins, page)
            continue
        column = Margins(
            min(line.x0 for line in lines), max(line.x1 for line in lines), margins.pitch
        )
        yield from split_paragraphs(lines, column, page, role)

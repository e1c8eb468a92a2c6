"""What a reader makes of a file: blocks and grids, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the text from offset `start` on was printed.

    page: page of the file, None where the format has none (text, DOCX).
    line: line of the source text, for text formats only.
    """

    start: int
    page: int | None = None
    line: int | None = None


MarkKind = Literal["bold", "italic", "struck", "underline"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of text set in a style: start and end are offsets into the text that holds it."""

    start: int
    end: int
    kind: MarkKind


Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the top left of the page as it is shown."""

BlockRole = Literal[
    "body", "heading", "letterhead", "signature", "recipients", "footnote", "textbox", "form_field"
]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as the reader found it.

    role: what the layout alone shows; "body" when it shows nothing. "letterhead", "signature"
        and "recipients" are set only where the layout proves it (a two-column block).
    style: name of the paragraph style, if the format has styles.
    heading_level: 1 to 9 of a heading style or Markdown heading.
    label: automatic number as Word shows it; it also stands at the start of `text`.
    align: "left", "center", "right", "justify" where known.
    """

    text: str
    origins: tuple[Origin, ...] = (Origin(0),)
    role: BlockRole = "body"
    style: str | None = None
    heading_level: int | None = None
    label: str | None = None
    align: str | None = None
    marks: tuple[Mark, ...] = ()
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid.

    row_span, column_span: at least 1. covered: this place is covered by a merged cell above or
    to the left; its text is "".
    """

    text: str
    row_span: int = 1
    column_span: int = 1
    covered: bool = False
    marks: tuple[Mark, ...] = ()
    origins: tuple[Origin, ...] = (Origin(0),)


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row of a grid. is_header: the file itself says that this row repeats as a header."""

    cells: tuple[Cell, ...]
    page: int | None = None
    line: int | None = None
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as one page or one file shows it, before tables are joined over pages.

    rows: every row has the same number of cells; merged places are `covered` cells.
    column_edges: x of every column border in points, None where the format has no geometry.
    page_height: height of the page in points, None likewise.
    made_by: how it was found ("docx", "tabs", "pipes", "html", "rulings", "pdfplumber", "scan").
    """

    rows: tuple[GridRow, ...]
    page: int | None = None
    line: int | None = None
    box: Box | None = None
    column_edges: tuple[float, ...] | None = None
    page_height: float | None = None
    made_by: str = "docx"

    @property
    def column_count(self) -> int:
        return len(self.rows[0].cells) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Note:
    """A decision of a reader worth recording: which path read a page, what was dropped."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: paragraphs and grids in reading order.

    id: the first 16 hex digits of sha256. size: bytes. pages: None where the format has none.
    ocr_confidence: mean over scanned pages, 0 to 100; None without scanned pages.
    """

    file_name: str
    format: str
    sha256: str
    size: int
    items: tuple[Block | Grid, ...]
    pages: int | None = None
    scanned: bool = False
    ocr_confidence: float | None = None
    notes: tuple[Note, ...] = ()

    @property
    def id(self) -> str:
        return self.sha256[:16]

"""Pages with their tables found into blocks and grids in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from extract.model import Block, Grid, Note
from extract.readers.layout import flatten_layout, one_line_cells
from extract.readers.pdf_columns import Region, Span, find_regions
from extract.readers.pdf_furniture import drop_furniture
from extract.readers.pdf_paragraphs import (
    Margins,
    Paragraph,
    continues_over_page,
    find_margins,
    make_block,
    split_lines,
    split_paragraphs,
)
from extract.readers.pdf_titles import Strip
from extract.readers.words import Line, Word, find_lines, make_line

_FOOTNOTE = re.compile(r"[\[(]?(?:\d{1,2}|\*{1,3})[\])]?\s*[^\W\d_]")

Rows = list[list[Line]]
Item = Paragraph | Grid


@dataclass(slots=True)
class PageLayout:
    """One page with its tables found: printed lines in pieces, grids, words of form fields.

    carry: columns of a table without borders that may go on overleaf.
    """

    number: int
    width: float
    height: float
    rows: Rows
    grids: list[Grid]
    form_words: tuple[tuple[Word, ...], ...] = ()
    notes: list[Note] = field(default_factory=list)
    carry: tuple[Strip, ...] = ()


def arrange(pages: Sequence[PageLayout]) -> list[Block | Grid]:
    """Return blocks and grids in reading order, paragraphs joined over pages."""
    kept = drop_furniture([p.rows for p in pages], [p.height for p in pages])
    margins = _margins_by_shape(pages, kept)
    items: list[Block | Grid] = []
    waiting: list[Paragraph] = []
    footnotes: list[Block] = []
    strip: Span | None = None

    def flush() -> None:
        if waiting:
            items.append(make_block(waiting))
        items.extend(footnotes)
        waiting.clear()
        footnotes.clear()

    for page, rows in zip(pages, kept, strict=True):
        is_signature_open = strip is not None
        arranged, strip = _arrange_page(page, rows, margins[_shape(page)], strip)
        if is_signature_open:
            flush()
            arranged = _join_recipients(items, arranged)
        for index, item in enumerate(arranged):
            if isinstance(item, Grid):
                flush()
                items += flatten_layout(item) or [one_line_cells(item)]
            elif item.role == "footnote":  # the paragraph above it may go on overleaf
                footnotes.append(make_block([item]))
            elif waiting and not index and continues_over_page(waiting[-1], item):
                waiting.append(item)
            else:
                flush()
                waiting.append(item)
    flush()
    return items


def _join_recipients(items: list[Block | Grid], arranged: list[Item]) -> list[Item]:
    """Put recipients that go on overleaf after those above; return what else the page holds."""
    late = list(takewhile(lambda item: _role(item) == "recipients", arranged))
    place = len(items) - sum(1 for _ in takewhile(lambda i: _role(i) == "signature", items[::-1]))
    items[place:place] = [make_block([item]) for item in late if isinstance(item, Paragraph)]
    return arranged[len(late) :]


def _role(item: Item | Block) -> str:
    return "" if isinstance(item, Grid) else item.role


def _shape(page: PageLayout) -> tuple[int, int]:
    return round(page.width / 10), round(page.height / 10)


def _margins_by_shape(
    pages: Sequence[PageLayout], kept: Sequence[Rows]
) -> dict[tuple[int, int], Margins]:
    """Margins of the pages of each size: few pages alone hold enough long lines to tell."""
    lines: dict[tuple[int, int], list[Line]] = {}
    widths: dict[tuple[int, int], float] = {}
    for page, rows in zip(pages, kept, strict=True):
        shape = _shape(page)
        widths[shape] = page.width
        lines.setdefault(shape, []).extend(piece for row in rows for piece in row)
    return {shape: find_margins(found, widths[shape]) for shape, found in lines.items()}


def _arrange_page(
    page: PageLayout, rows: Rows, margins: Margins, strip: Span | None
) -> tuple[list[Item], Span | None]:
    """Items of a page from top to bottom, and the free strip of a signature that it ends with."""
    items: list[Item] = []
    end = strip

    def add(band: Rows) -> None:
        nonlocal end
        if not band:
            return
        whole = [_whole(row) for row in band]
        regions = find_regions(whole, margins, page.height, None if items else strip)
        for region in regions:
            items.extend(_region_paragraphs(region, margins, page.number))
        end = regions[-1].strip if regions[-1].roles[-1] == "signature" else None

    rows, notes = _part_footnotes(rows, page.height, margins)
    band: Rows = []
    grids = sorted(page.grids, key=_grid_top)
    for row in rows:
        while grids and _grid_top(grids[0]) < row[0].top:
            add(band)
            band, end = [], None
            items.append(grids.pop(0))
        band.append(row)
    add(band)
    if grids:
        items, end = [*items, *grids], None
    if notes:
        items += split_paragraphs([_whole(row) for row in notes], margins, page.number, "footnote")
    for words in page.form_words:
        _insert_fields(items, words, margins, page.number)
    return items, end


def _part_footnotes(rows: Rows, height: float, margins: Margins) -> tuple[Rows, Rows]:
    """Parts the small numbered lines at the foot of a page from its text."""
    if margins.size <= 0:
        return rows, []
    start = len(rows)
    while start and rows[start - 1][0].words[-1][4] - rows[start - 1][0].words[-1][2] < (
        0.9 * margins.size
    ):
        start -= 1
    while start < len(rows) and not (
        rows[start][0].top > 0.55 * height and _FOOTNOTE.match(rows[start][0].text)
    ):
        start += 1
    return rows[:start], rows[start:]


def _grid_top(grid: Grid) -> float:
    return grid.box[1] if grid.box else 0.0


def _whole(row: list[Line]) -> Line:
    return row[0] if len(row) == 1 else make_line([w for piece in row for w in piece.words])


def _region_paragraphs(region: Region, margins: Margins, page: int) -> Iterator[Paragraph]:
    for lines, role in zip(region.columns, region.roles, strict=True):
        if not lines:
            continue
        if role == "body":
            yield from split_paragraphs(lines, margins, page)
            continue
        left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
        column = Margins(left, right, margins.pitch)
        if role == "recipients":
            yield from split_paragraphs(lines, column, page, role)
        else:
            yield from split_lines(lines, column, page, role)


def _insert_fields(items: list[Item], words: Sequence[Word], margins: Margins, page: int) -> None:
    """Put the words of one form field where it stands: after what begins above it."""
    paragraphs = split_lines(find_lines(words), margins, page, "form_field")
    if not paragraphs:
        return
    top = paragraphs[0].top
    above = [i for i, item in enumerate(items) if _top(item) <= top]
    place = above[-1] + 1 if above else 0
    items[place:place] = paragraphs


def _top(item: Item) -> float:
    return _grid_top(item) if isinstance(item, Grid) else item.top

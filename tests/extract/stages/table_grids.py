"""Grids as lines of cells, for the table stage."""

from dataclasses import replace

from extract.model import Block, Cell, Document, Grid, GridRow
from extract.stages.tables import join_tables

TITLES = "TT|Nội dung công việc|Cơ quan chủ trì|Cơ quan phối hợp|Sản phẩm|Thời gian thực hiện"


def cells(line: str) -> tuple[Cell, ...]:
    return tuple(Cell(text.strip()) for text in line.split("|"))


def text_grid(*lines: str, line: int = 10) -> Grid:
    """A grid as the text reader makes it: cells parted by bars, one line each."""
    rows = tuple(GridRow(cells(text), None, line + n) for n, text in enumerate(lines))
    return Grid(rows, None, line, made_by="tabs")


def page_grid(page: int, *lines: str, top=72.0, bottom=760.0, edges=None) -> Grid:
    """A grid as a page of a PDF shows it, in points of an A4 page."""
    rows = tuple(GridRow(cells(text), page) for text in lines)
    width = len(rows[0].cells)
    edges = edges or tuple(80.0 + 440.0 * n / width for n in range(width + 1))
    box = (edges[0], top, edges[-1], bottom)
    return Grid(rows, page, None, box, edges, 842.0, "rulings")


def scanned(grid: Grid) -> Grid:
    """The same grid, read by OCR."""
    return replace(grid, made_by="scan")


def read(*items: Block | Grid | str):
    blocks = tuple(Block(item) if isinstance(item, str) else item for item in items)
    return join_tables(Document("a.txt", "text", "0" * 64, 1, blocks))


def rows_of(table) -> list[str]:
    return ["|".join(row.cells) for row in table.rows]

"""Grids of pages and of blocks of lines, joined into whole tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from extract.model import Block, Cell, ColumnRole, Grid, GridRow, Join, Origin
from extract.stages.tables.columns import find_columns
from extract.stages.tables.edges import fit_columns, same_edges
from extract.stages.tables.headings import (
    count_header_rows,
    count_repeated,
    is_number_row,
    is_repeated,
    looks_like_titles,
    row_key,
)
from extract.stages.tables.layout import join_cells, read_layout
from extract.stages.tables.splits import continues_row
from extract.text import fold_keep_length
from patterns import load_toml


@dataclass(frozen=True, slots=True)
class JoinLimits:
    """How near pieces of one table lie; lengths in PDF points.

    edge: column borders of two pieces may differ by this much. scan_edge: the same on scanned
    pages. top, bottom: a piece that goes on starts, and the piece before ends, this near to the
    edge of its page. gap: between two pieces on one page.
    """

    edge: float = 3.0
    scan_edge: float = 9.0
    top: float = 110.0
    bottom: float = 130.0
    gap: float = 20.0

    def __post_init__(self) -> None:
        if min(self.edge, self.scan_edge, self.top, self.bottom, self.gap) <= 0:
            raise ValueError("limits of joining are lengths above zero")


LIMITS = JoinLimits()
_MAX_REST = 4
_RECENT = 60
"""Rows looked back on for habits of the table."""


@dataclass(slots=True)
class BodyRow:
    """A body row with the texts of cells that are merged with a cell above it (by column)."""

    cells: list[Cell]
    above: dict[int, str]
    page: int | None
    line: int | None

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell.text for cell in self.cells)


@dataclass(slots=True)
class Draft:
    """A table while its pieces are put together. at: place of its first piece in the items."""

    first: Grid
    last: Grid
    at: int
    header: list[GridRow]
    body: list[BodyRow] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)
    orphans: list[Origin] = field(default_factory=list)
    columns: tuple[ColumnRole | None, ...] | None = None

    @property
    def width(self) -> int:
        return max(self.first.column_count, self.last.column_count)

    def roles(self) -> tuple[ColumnRole | None, ...]:
        """Roles of the columns, found once, from the header and the rows met so far."""
        if self.columns is None:
            rows = [GridRow(tuple(row.cells)) for row in self.body[:60]]
            self.columns = find_columns(self.header, rows)
        return self.columns


@dataclass(frozen=True, slots=True)
class Continuation:
    """Why a grid goes on with the table before it. repeated: header rows that it repeats."""

    reason: str
    repeated: int
    doubtful: bool = False


def draft_tables(items: Sequence[Block | Grid]) -> list[Block | Draft]:
    """Return the items with the pieces of each table put together where its first piece stands."""
    result: list[Block | Draft] = []
    draft: Draft | None = None
    for item in items:
        if isinstance(item, Block):
            result.append(item)
            if draft is not None and not _is_furniture(item):
                draft = None
            continue
        piece = fit_columns(draft.first, item) if draft is not None else item
        going_on = find_continuation(draft, piece) if draft is not None else None
        paragraphs = read_layout(item, alone=going_on is None)
        if paragraphs is not None:
            result.extend(paragraphs)
            draft = draft if not paragraphs else None
        elif draft is not None and going_on is not None:
            _append(draft, piece, going_on)
        else:
            draft = _start(item, len(result))
            result.append(draft)
    return result


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    rows = (row for row in load_toml("sections").rows if row.data.get("use") == "furniture")
    return tuple(re.compile(row.regex) for row in rows)


def _is_furniture(block: Block) -> bool:
    """Page numbers and footnotes stand between the pieces of a table without ending it."""
    if block.role == "footnote" or not block.text.strip():
        return True
    text = fold_keep_length(block.text.strip())
    return len(text) <= 24 and any(rule.fullmatch(text) for rule in _furniture())


def _start(grid: Grid, at: int) -> Draft:
    count = count_header_rows(grid.rows)
    draft = Draft(grid, grid, at, [_mend_title(row) for row in grid.rows[:count]])
    _add_rows(draft, grid, count)
    return draft


def _mend_title(row: GridRow) -> GridRow:
    """Write STT whole where a narrow column has wrapped it."""
    first = row.cells[0]
    if " " in first.text and first.text.replace(" ", "").upper() in ("STT", "TT"):
        whole = replace(first, text=first.text.replace(" ", ""), marks=())
        return replace(row, cells=(whole, *row.cells[1:]))
    return row


def find_continuation(draft: Draft, grid: Grid) -> Continuation | None:
    """Return why the grid goes on with the table, None when it is a table of its own."""
    repeated = count_repeated(draft.header, grid.rows, grid.made_by == "scan")
    if not repeated and looks_like_titles(grid.rows[0], least=3):
        return None
    if grid.page is not None and draft.last.page is not None:
        return _over_pages(draft.last, grid, repeated)
    if grid.column_count == draft.first.column_count:
        doubtful = not repeated and not draft.header
        reason = "header row repeated" if repeated else "only blank lines between, same columns"
        return Continuation(reason, repeated, doubtful)
    if grid.made_by == "tabs" and grid.column_count < draft.first.column_count and draft.header:
        return Continuation("only blank lines between, cells at the end missing", repeated, True)
    return None


def _over_pages(last: Grid, grid: Grid, repeated: int) -> Continuation | None:
    if last.page is None or grid.page is None or not 0 <= grid.page - last.page <= 1:
        return None
    columns = "same column borders"
    if not same_edges(last, grid, LIMITS.edge, LIMITS.scan_edge):
        if not (repeated and last.column_count == grid.column_count):
            return None
        columns = "same columns"
    if grid.page == last.page:
        if last.box is None or grid.box is None or grid.box[1] - last.box[3] > LIMITS.gap:
            return None
        return Continuation(f"same page, {columns}", repeated)
    if grid.box is not None and grid.box[1] > LIMITS.top and not repeated:
        return None
    near = _ends_near_bottom(last)
    reason = f"next page, {columns}" + (", header row repeated" if repeated else "")
    return Continuation(reason, repeated, doubtful=not near and not repeated)


def _ends_near_bottom(grid: Grid) -> bool:
    if grid.box is None or grid.page_height is None:
        return True
    return grid.page_height - grid.box[3] <= LIMITS.bottom


def _append(draft: Draft, grid: Grid, why: Continuation) -> None:
    draft.last = grid
    start = why.repeated
    start += _rest_of_header(draft, grid.rows[start:])
    if start >= len(grid.rows):
        row = grid.rows[0]
        draft.orphans.append(Origin(0, row.page or grid.page, row.line or grid.line))
        return
    page = grid.rows[start].page or grid.page
    carried = _carried_over(draft, grid, start)
    if draft.body and _joins_row(draft, grid, start, page):
        start += 1
    else:
        draft.joins.append(Join(len(draft.body), page, why.reason, why.doubtful))
    _add_rows(draft, grid, start, carried)


def _carried_over(draft: Draft, grid: Grid, start: int) -> dict[int, dict[int, str]]:
    """Texts of merged cells that a page break cut, by row of the grid and column.

    Overleaf such a cell is empty. It is taken for the rest of the one above when it is tall, or,
    for the unit in charge, when a cell of several rows ended the page and the row has other values.
    """
    if not draft.body:
        return {}
    last, roles = draft.body[-1], draft.roles()
    cells = grid.rows[start].cells
    values = [c for c, role in enumerate(roles) if role in ("coordinating", "product", "deadline")]
    has_values = any(cells[c].text for c in values if c < len(cells))
    found: dict[int, dict[int, str]] = {}
    for column, cell in enumerate(cells[: len(last.cells)]):
        text = last.above.get(column) or last.cells[column].text
        goes_on = cell.row_span > 1 or (
            roles[column] == "lead" and column in last.above and has_values
        )
        if text and goes_on and not cell.text and not cell.covered and cell.column_span == 1:
            for row in range(start, min(start + cell.row_span, len(grid.rows))):
                found.setdefault(row, {})[column] = text
    return found


def _rest_of_header(draft: Draft, rows_overleaf: Sequence[GridRow]) -> int:
    """Put header rows that stand on the next page to the header; return how many they are."""
    if draft.body or not draft.header or not rows_overleaf or is_number_row(draft.header[-1]):
        return 0
    head = rows_overleaf[:_MAX_REST]
    end = next((index for index, row in enumerate(head) if is_number_row(row)), None)
    texts = tuple(cell.text for cell in head[0].cells)
    above = tuple(cell.text for cell in draft.header[-1].cells)
    cut = not texts[0] and (
        continues_row(above, texts, (), titles_alone=False) is not None
        or _completes(draft.header[-1], texts)
    )
    if end is None and not cut:
        return 0
    rows = list(head[: 1 if end is None else end + 1])
    if cut and end != 0:
        cells = _pad(list(rows.pop(0).cells), draft.width)
        last = draft.header[-1]
        joined = tuple(join_cells(a, b) for a, b in zip(last.cells, cells, strict=False))
        draft.header[-1] = replace(last, cells=joined)
    draft.header.extend(rows)
    return 1 if end is None else end + 1


def _completes(titles: GridRow, texts: Sequence[str]) -> bool:
    """The row holds nothing but titles that the row above it lacks."""
    lacking = {c for c, cell in enumerate(titles.cells) if not cell.text and not cell.covered}
    filled = [c for c, text in enumerate(texts) if text]
    return bool(filled) and lacking.issuperset(filled) and len(lacking) < len(titles.cells)


def _joins_row(draft: Draft, grid: Grid, start: int, page: int | None) -> bool:
    """Put the rest of a row that the page break cut to the row it belongs to."""
    rest = _pad(list(grid.rows[start].cells), draft.width)
    row = draft.body[-1]
    texts = tuple(cell.text for cell in rest)
    spanning = any(cell.text and cell.column_span > 1 for cell in rest)
    alone = spanning or any(_is_alone(r, draft.roles()) for r in draft.body[-_RECENT:])
    answer = continues_row(row.texts, texts, draft.roles(), titles_alone=alone)
    if answer is None:
        return False
    row.cells = [join_cells(a, b) for a, b in zip(row.cells, rest, strict=False)]
    draft.joins.append(Join(len(draft.body) - 1, page, answer.reason, answer.doubtful))
    return True


def _is_alone(row: BodyRow, roles: Sequence[ColumnRole | None]) -> bool:
    """A row of one text under the task title and nothing else."""
    filled = [column for column, text in enumerate(row.texts) if text]
    return len(filled) == 1 and roles[filled[0]] == "task"


def _pad(cells: list[Cell], width: int) -> list[Cell]:
    return cells + [Cell("")] * (width - len(cells))


def _add_rows(
    draft: Draft, grid: Grid, start: int, carried: dict[int, dict[int, str]] | None = None
) -> None:
    """Add the body rows from `start`; blank rows and header rows printed again are dropped.

    carried: see `_carried_over`.
    """
    above = {**_texts_from_above(grid), **(carried or {})}
    width = draft.width
    head = draft.header[0] if draft.header else None
    index = start
    while index < len(grid.rows):
        row = grid.rows[index]
        if head is not None and _same_start(head, row) and _repeats(head, row, grid):
            rows = grid.rows[index : index + len(draft.header) + 1]
            count = count_repeated(draft.header, rows, grid.made_by == "scan")
            index += max(count, 1)
            if index >= len(grid.rows):
                draft.orphans.append(Origin(0, row.page or grid.page, row.line))
            continue
        if any(cell.text for cell in row.cells):
            draft.body.append(
                BodyRow(
                    _pad(list(row.cells), width),
                    above.get(index, {}),
                    row.page if row.page is not None else grid.page,
                    row.line,
                )
            )
        index += 1


def _repeats(head: GridRow, row: GridRow, grid: Grid) -> bool:
    """The row is the first header row again, on a scan with letters that it damaged apart."""
    a, b = row_key(head), row_key(row)
    return is_repeated(a, b, scanned=True) if grid.made_by == "scan" else a == b


def _same_start(head: GridRow, row: GridRow) -> bool:
    """Cheap test before two rows are compared in full."""
    a, b = head.cells[0].text.strip(), row.cells[0].text.strip()
    return len(a) == len(b) and a.casefold() == b.casefold()


def _texts_from_above(grid: Grid) -> dict[int, dict[int, str]]:
    """For each row, the texts of cells that reach down into it from rows above, by column."""
    found: dict[int, dict[int, str]] = {}
    for index, row in enumerate(grid.rows):
        for column, cell in enumerate(row.cells):
            if cell.row_span > 1 and cell.text and not cell.covered:
                for below in range(index + 1, min(index + cell.row_span, len(grid.rows))):
                    if not grid.rows[below].cells[column].covered:
                        break
                    found.setdefault(below, {})[column] = cell.text
    return found

"""Tables that only place text: letterheads, signature blocks and frames into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.model import Block, BlockRole, Cell, Grid, Mark, Origin
from extract.text import unify
from patterns import load_toml

MAX_ROWS, MAX_COLUMNS = 14, 8  # a letterhead by rows: issuer, rule, number, date, "about"
_CUT = re.compile(
    r"\b(?:ngày|tháng|năm)(?: \d{0,2})?\n\d"
    r"|\bngày [\d.…]{0,6}\ntháng\b|\b(?:HÒA|HOÀ|XÃ HỘI|CHỦ)\n(?:XÃ|CHỦ|NGHĨA)\b"
    r"|\b(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG)\nNHÂN DÂN\b"
)
_RULE_LINE = re.compile(r"[-–—_=*~⸻─━. ]{3,}")
_APPENDIX = re.compile(
    r"\(?(?i:phụ lục|phụ biểu|đề cương|danh (?:sách|mục)|biểu (?:số|mẫu)"
    r"|(?:biểu|mẫu)(?: báo cáo| đề cương| phiếu)?(?: số)? ?\d{1,2})\b"
)


@dataclass(frozen=True, slots=True)
class Signs:
    """Which parts of a letterhead or signature block some lines show."""

    parts: frozenset[str]

    @property
    def letterhead(self) -> bool:
        return "letterhead" in self.parts or {"number", "place_date"} <= self.parts

    @property
    def signature(self) -> bool:
        return not self.parts.isdisjoint({"recipients", "signature"})


def find_signs(lines: Iterable[str]) -> Signs:
    """Return what the lines show of a letterhead ("letterhead", "number", "place_date"), of a
    signature block ("recipients", "signature") or of a data table ("data")."""
    found: set[str] = set()
    for line in lines:
        if len(line) <= 200:
            shown = unify(line)
            found.update(part for part, regex in _sign_rules() if regex.search(shown))
    return Signs(frozenset(found))


def is_rule_line(text: str) -> bool:
    """Say whether the line is only a drawn rule ("-------", "_____")."""
    bare = text.strip()
    return bool(_RULE_LINE.fullmatch(bare)) and not set(bare) <= {".", " "}


def begins_appendix(text: str) -> bool:
    """Say whether the line is the heading of an appendix: what stands above it has ended."""
    return bool(_APPENDIX.match(text))


def flatten_layout(grid: Grid) -> tuple[Block, ...] | None:
    """Return the lines of a table that only places text, or None for a table of data.

    A cell's text holds "\\n" between its lines; each line becomes a block. Columns are read
    left to right, each from top to bottom; a row that spans all columns ends the columns above
    it. Roles are "letterhead", "recipients" or "signature".
    """
    rows = [row for row in grid.rows if any(cell.text for cell in row.cells)]
    if not rows or len(rows) > MAX_ROWS or grid.column_count > MAX_COLUMNS:
        return None
    if max(sum(bool(cell.text) for cell in row.cells) for row in rows) > 3:
        return None
    signs = find_signs(line for row in rows for cell in row.cells for line in cell.text.split("\n"))
    if "data" in signs.parts or not (signs.letterhead or signs.signature):
        return None
    if not signs.letterhead and not _is_short(rows_text(grid)):
        return None
    blocks: list[Block] = []
    band: list[Sequence[Cell]] = []
    for row in rows:
        if _spans_all(row.cells):
            blocks += [
                *_read_band(band, grid.page, signs),
                *_read_band([row.cells], grid.page, signs),
            ]
            band = []
        else:
            band.append(row.cells)
    blocks += _read_band(band, grid.page, signs)
    return tuple(blocks)


def rows_text(grid: Grid) -> list[str]:
    """Return the texts of all cells that hold any."""
    return [cell.text for row in grid.rows for cell in row.cells if cell.text]


def one_line_cells(grid: Grid) -> Grid:
    """Return the grid with the lines of each cell joined by a space (offsets stay)."""
    if not any("\n" in cell.text for row in grid.rows for cell in row.cells):
        return grid
    rows = tuple(
        type(row)(
            tuple(
                Cell(
                    cell.text.replace("\n", " "), cell.row_span, cell.column_span,
                    cell.covered, cell.marks, cell.origins,
                )
                for cell in row.cells
            ),
            row.page, row.line, row.is_header,
        )
        for row in grid.rows
    )  # fmt: skip
    return Grid(
        rows, grid.page, grid.line, grid.box, grid.column_edges, grid.page_height, grid.made_by
    )


@cache
def _sign_rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.data["part"], re.compile(row.regex)) for row in load_toml("layout").rows)


def _is_short(texts: list[str]) -> bool:
    """A signature block has no prose: a task that names a (Ký tên) form is data."""
    return all(len(line) <= 200 for text in texts for line in text.split("\n"))


def _spans_all(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if not cell.covered]
    return len(cells) > 1 and len(filled) == 1


def _read_band(band: Sequence[Sequence[Cell]], page: int | None, signs: Signs) -> list[Block]:
    """Return the lines of some rows, column by column."""
    if not band:
        return []
    blocks: list[Block] = []
    for column in zip(*band, strict=True):
        cells = [cell for cell in column if cell.text]
        if not cells:
            continue
        lines = [line for cell in cells for line in _cell_lines(cell)]
        role = _column_role([text for (text, _), _ in lines], signs)
        blocks += column_blocks(lines, role)
    return blocks


def column_blocks(
    lines: Iterable[tuple[tuple[str, tuple[Mark, ...]], tuple[Origin, ...]]],
    role: BlockRole,
) -> list[Block]:
    """Return a block for each line of a column; drawn rules are left out.

    A date or the name of the state that a narrow column cut is joined again.
    """
    blocks: list[Block] = []
    for (text, marks), origins in lines:
        if not text or is_rule_line(text):
            continue
        block = Block(text, origins, role, marks=marks)
        if blocks and is_cut(blocks[-1].text, text):
            block = _join_blocks(blocks.pop(), block)
        blocks.append(block)
    return blocks


def is_cut(before: str, after: str) -> bool:
    """Say whether a line end went through a date, or the name of the state or a committee."""
    return bool(_CUT.search(f"{before[-60:]}\n{after[:40]}"))


def _join_blocks(before: Block, after: Block) -> Block:
    start = len(before.text) + 1
    return replace(
        before,
        text=f"{before.text} {after.text}",
        origins=(*before.origins, *(replace(o, start=start) for o in after.origins)),
        marks=(
            *before.marks,
            *(replace(m, start=m.start + start, end=m.end + start) for m in after.marks),
        ),
    )


def _column_role(lines: list[str], signs: Signs) -> BlockRole:
    own = find_signs(lines)
    if "recipients" in own.parts:
        return "recipients"
    return "letterhead" if signs.letterhead else "signature"


def _cell_lines(cell: Cell) -> list[tuple[tuple[str, tuple[Mark, ...]], tuple[Origin, ...]]]:
    """Return the lines of a cell with their own marks and origins."""
    lines: list[tuple[tuple[str, tuple[Mark, ...]], tuple[Origin, ...]]] = []
    start = 0
    for text in cell.text.split("\n"):
        end = start + len(text)
        marks = tuple(
            Mark(max(m.start, start) - start, min(m.end, end) - start, m.kind)
            for m in cell.marks
            if m.start < end and m.end > start
        )
        origin = next(o for o in reversed((Origin(0), *cell.origins)) if o.start <= start)
        lines.append(((text, marks), (replace(origin, start=0),)))
        start = end + 1
    return lines

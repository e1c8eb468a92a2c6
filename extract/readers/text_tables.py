"""Tables in plain text: tab-separated lines, Markdown pipes, drawn boxes, HTML."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.model import Block, Cell, Grid, GridRow, Origin
from extract.readers.layout import flatten_layout, one_line_cells
from extract.readers.markup import markup_runs
from extract.readers.raw_table import Item, Meter, RawCell, RawRow, read_table
from extract.readers.runs import Line, join_lines, join_runs, split_runs

_RULE_CHARS = "-=+─━═│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫:| "
_CORNERS = frozenset("+┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫")
_BOX_RULE = re.compile(rf"\s{{0,40}}[+┌├└┼╔╠╚╬╒╞╘╓╟╙|│║][{re.escape(_RULE_CHARS)}]{{2,}}$")
_BOX_ROW = re.compile(r"\s{0,40}[|│║┃]")
_BARS = re.compile(r"[|│║┃]")
_PIPE_RULE = re.compile(
    r"\s{0,9}\|?\s{0,9}:?-{2,}:?\s{0,9}(?:\|\s{0,9}:?-{2,}:?\s{0,9}){0,999}\|?\s{0,9}$"
)
_PIPE = re.compile(r"(?<!\\)\|")
_HTML_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_HTML_END = re.compile(r"</table\s{0,5}>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:[-+*•–—▪]|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\(?[a-zđ]{1,2}[.)]|[IVX]{1,6}[.)]"
    r"|(?:Điều|Chương|Mục|Phần) \d{1,3}\.?)$"
)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the file: its text, its number from 1, its page where form feeds tell pages."""

    text: str
    number: int
    page: int | None = None

    @property
    def is_blank(self) -> bool:
        return not self.text.strip(" \t|│")


def find_table(lines: Sequence[SourceLine], start: int) -> tuple[str, int] | None:
    """Return the kind of table that starts at this line and the index after it, or None."""
    text = lines[start].text
    if "<" in text and _HTML_TABLE.search(text):
        return "html", _html_end(lines, start)
    if _is_box_rule(text):
        end = _end_of(lines, start, lambda t: _is_box_rule(t) or bool(_BOX_ROW.match(t)))
        return ("box", end) if end - start >= 3 else None
    if "|" in text and _starts_pipes(lines, start):
        return "pipes", _end_of(lines, start, lambda t: bool(_PIPE.search(t)))
    if "\t" in text.strip(" ") and text.strip():
        return "tabs", _end_of(lines, start, lambda t: "\t" in t.strip(" ") and bool(t.strip()))
    return None


def read_text_table(
    kind: str, lines: Sequence[SourceLine], before: Grid | None, meter: Meter
) -> list[Item] | None:
    """Return the table in these lines, None when they turn out to be text.

    before: the table just above, whose last rows a page break may have cut off.
    """
    if kind == "html":
        return _read_html(lines, meter)
    if kind == "box":
        return [_numbered(item, lines[0]) for item in _read_box(lines, meter)]
    if kind == "pipes":
        rows = [(_pipe_cells(line.text), line) for line in lines if not _PIPE_RULE.match(line.text)]
        return _finish(rows, "pipes", meter)
    rows = [(line.text.split("\t"), line) for line in lines]
    width = max(len(cells) for cells, _ in rows)
    if _is_indented_text(rows, width, before):
        return None
    return _finish(rows, "tabs", meter)


def _finish(rows: Sequence[tuple[list[str], SourceLine]], made_by: str, meter: Meter) -> list[Item]:
    if not rows:
        return []
    width = max(len(cells) for cells, _ in rows)
    meter.limits.check(meter.where, "grid_columns", width)
    meter.add_cells(width * len(rows))
    filler = (Cell(""),)
    grid_rows = tuple(
        GridRow(
            tuple(_cell(text, line) for text in cells) + filler * (width - len(cells)),
            line.page,
            line.number,
        )
        for cells, line in rows
    )
    first = rows[0][1]
    grid = Grid(grid_rows, first.page, first.number, made_by=made_by)
    flat = flatten_layout(grid)
    if flat is not None:
        return list(flat)
    return [one_line_cells(grid)] if any(c.text for r in grid_rows for c in r.cells) else []


def _cell(text: str, line: SourceLine) -> Cell:
    shown, marks = join_lines([read for read in _cell_lines(text) if read[0]] or [("", ())], "\n")
    return Cell(shown, marks=marks, origins=(Origin(0, line.page, line.number),))


def _cell_lines(text: str) -> list[Line]:
    if "<" not in text:
        return [join_runs(markup_runs(text))]
    return [join_runs(runs) for runs in split_runs(markup_runs(_BREAK.sub("\n", text)))]


def _is_indented_text(
    rows: Sequence[tuple[list[str], SourceLine]], width: int, before: Grid | None
) -> bool:
    """Say whether the tabs only indent paragraphs or set off their numbers."""
    if before is not None and before.column_count == width:
        return False
    filled = [[i for i, cell in enumerate(cells) if cell.strip()] for cells, _ in rows]
    if all(own == [len(cells) - 1] for own, (cells, _) in zip(filled, rows, strict=True)):
        return True
    texts = [[cell.strip() for cell in cells if cell.strip()] for cells, _ in rows]
    if all(len(own) == 1 or (len(own) == 2 and _LABEL.match(own[0])) for own in texts):
        return True
    return len(rows) == 1 and len(texts[0]) <= 2 and width <= 3 and not _is_layout(texts[0])


def _is_layout(texts: Sequence[str]) -> bool:
    row = GridRow(tuple(Cell(text) for text in texts))
    return flatten_layout(Grid((row,))) is not None


# Pipes


def _starts_pipes(lines: Sequence[SourceLine], start: int) -> bool:
    text = lines[start].text
    following = lines[start + 1].text if start + 1 < len(lines) else ""
    if _PIPE_RULE.match(following) and "|" in following:
        return True
    if _PIPE_RULE.match(text) and text.count("|") > 1:
        return True
    bare = text.strip()
    return bare.startswith("|") and bare.endswith("|") and len(_PIPE.findall(bare)) >= 3


def _pipe_cells(text: str) -> list[str]:
    bare = text.strip()
    bare = bare.removeprefix("|")
    if bare.endswith("|") and not bare.endswith("\\|"):
        bare = bare[:-1]
    return [cell.strip() for cell in _PIPE.split(bare)]


# Drawn boxes


def _is_box_rule(text: str) -> bool:
    bare = text.strip()
    return (
        len(bare) >= 3
        and bare[0] in _CORNERS
        and bool(_BOX_RULE.match(text.rstrip()))
        and any(c in "-=─━═" for c in bare)
    )


def _read_box(lines: Sequence[SourceLine], meter: Meter) -> list[Item]:
    """Read a drawn table: its corners give the columns, its rules the rows.

    Without rules between the rows, a line whose first cell is filled starts a row.
    """
    rules = [line.text for line in lines if _is_box_rule(line.text)]
    edges = sorted({index for rule in rules for index, c in enumerate(rule) if c in _CORNERS})
    groups: list[list[SourceLine]] = [[]]
    for line in lines:
        if _is_box_rule(line.text):
            groups.append([])
        else:
            groups[-1].append(line)
    groups = [group for group in groups if group]
    if len(groups) <= 2:
        groups = [part for group in groups for part in _split_rows(group)]
    rows = [_box_row(group, edges) for group in groups]
    return read_table(rows, "box", meter)


def _split_rows(group: Sequence[SourceLine]) -> list[list[SourceLine]]:
    rows: list[list[SourceLine]] = []
    for line in group:
        first = _BARS.split(line.text, maxsplit=2)[1:2]
        if not rows or (first and first[0].strip()):
            rows.append([])
        rows[-1].append(line)
    return rows


def _box_row(lines: Sequence[SourceLine], edges: Sequence[int]) -> RawRow:
    row = RawRow(page=lines[0].page, line=lines[0].number)
    bars = [match.start() for match in _BARS.finditer(lines[0].text)]
    for left, right in pairwise(bars):
        span = max(1, bisect_left(edges, right) - bisect_left(edges, left))
        pieces = [line.text[left + 1 : right] for line in lines]
        read = join_lines([one for one in map(_one_line, pieces) if one[0]] or [("", ())])
        items: list[Item] = [Block(read[0], marks=read[1])] if read[0] else []
        row.cells.append(RawCell(items, column_span=span))
    return row


def _one_line(text: str) -> Line:
    return join_runs(markup_runs(_BARS.sub(" ", text)))


# HTML


def _html_end(lines: Sequence[SourceLine], start: int) -> int:
    depth = 0
    for index in range(start, len(lines)):
        text = lines[index].text
        depth += len(_HTML_TABLE.findall(text)) - len(_HTML_END.findall(text))
        if depth <= 0:
            return index + 1
    return len(lines)


def _read_html(lines: Sequence[SourceLine], meter: Meter) -> list[Item]:
    from extract.readers.html import read_fragment  # only here does text need an HTML parser

    items = read_fragment("\n".join(line.text for line in lines), meter)
    return [_numbered(item, lines[0]) for item in items]


def _numbered(item: Item, line: SourceLine) -> Item:
    """Say where the item stands: the parts of a drawn or HTML table share its first line."""
    if isinstance(item, Block):
        return replace(item, origins=(Origin(0, line.page, line.number),))
    rows = tuple(replace(row, line=row.line or line.number, page=line.page) for row in item.rows)
    return replace(item, rows=rows, line=line.number, page=line.page)


def _end_of(lines: Sequence[SourceLine], start: int, belongs: Callable[[str], bool]) -> int:
    end = start
    while end < len(lines) and belongs(lines[end].text) and lines[end].page == lines[start].page:
        end += 1
    return end

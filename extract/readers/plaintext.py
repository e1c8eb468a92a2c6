"""Text and Markdown, as OCR programs and people write them, into blocks and grids.

Headings (#), bold and italic marks, struck text, HTML tags; tables in tabs, pipes, boxes and
HTML; letterheads of two columns side by side. Page numbers and form feeds are taken out, and
what a page break or a fixed line width cut is joined again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extract.model import Block, Document, Grid, Mark
from extract.readers.decoding import decode
from extract.readers.layout import is_rule_line
from extract.readers.limits import LIMITS, Limits
from extract.readers.markup import strip_lines, strip_markup
from extract.readers.raw_table import Item, Meter
from extract.readers.runs import Line
from extract.readers.side_by_side import find_columns
from extract.readers.text_paragraphs import TextLine, find_width, join_text
from extract.readers.text_tables import SourceLine, find_table, read_text_table
from extract.text import clean

__all__ = ["read_plaintext", "read_text", "strip_markup"]

_LINE_END = re.compile(r"\r\n|\r|\n|\u2028|\u2029|\x85")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_BULLET_OF_BULLET = re.compile(r"\s{0,40}[-*]\s{1,9}(?=[-+•*–▪]\s)")
_MAY_BE_TABLE = re.compile(r"[\t|<+┌╔]")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)\s{0,9}\w{0,20}\s{0,9}$")
_PAGE_NUMBER = re.compile(
    r"\s{0,200}(?:[-–—]\s{0,3}(?P<dashed>\d{1,4})\s{0,3}[-–—]"
    r"|(?:Trang|Page|Tr\.)\s{0,3}(?P<named>\d{1,4})(?:\s{0,3}(?:/|of|trên)\s{0,3}\d{1,4})?"
    r"|(?P<of>\d{1,4})\s{0,3}/\s{0,3}\d{1,4}|(?P<bare>\d{1,4}))\s{0,200}$",
    re.IGNORECASE,
)
_MIN_PAGE = 800  # characters that stand at least between two page numbers


def read_text(data: bytes, file_name: str, limits: Limits = LIMITS) -> Document:
    """Return a text file as a document; raise UnknownFormat when no encoding fits."""
    decoded = decode(data, file_name)
    items = read_plaintext(decoded.text, Meter(file_name, limits))
    return Document(
        file_name=file_name,
        format="text",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        items=items,
        pages=max((i.origins[0].page or 0 for i in items if isinstance(i, Block)), default=0)
        or None,
        notes=decoded.notes,
    )


def read_plaintext(text: str, meter: Meter | None = None) -> tuple[Item, ...]:
    """Return the blocks and grids of the text, in order."""
    meter = meter or Meter("text", LIMITS)
    lines = _drop_page_numbers(_source_lines(clean(text)))
    parts = list(_parts(lines, meter))
    # One width for the whole file: the few lines between two tables would not show it.
    width = find_width([part for part in parts if isinstance(part, TextLine)])
    items: list[Item] = []
    for is_text, run in groupby(parts, key=lambda part: isinstance(part, TextLine)):
        if is_text:
            items += join_text([part for part in run if isinstance(part, TextLine)], width)
        else:
            items += [part for part in run if not isinstance(part, TextLine)]
        meter.limits.check(meter.where, "items", len(items))
    return tuple(items)


def _parts(lines: Sequence[SourceLine], meter: Meter) -> Iterator[Item | TextLine]:
    """Yield tables, the blocks of columns, and lines of text, as they are met."""
    index = blanks = 0
    last: Item | None = None
    while index < len(lines):
        if lines[index].is_blank:
            blanks += 1
            index += 1
            continue
        found, end = _table_or_columns(lines, index, last, meter)
        if found is None:
            last = None
            yield from _text_lines(lines[index:end], blanks)
        else:
            last = found[-1] if found else None
            yield from found
        index, blanks = end, 0


def _table_or_columns(
    lines: Sequence[SourceLine], start: int, last: Item | None, meter: Meter
) -> tuple[Sequence[Item] | None, int]:
    """Return what stands at this line and the index after it; None for lines of text."""
    if columns := find_columns(lines, start):
        return columns
    table = find_table(lines, start)
    if table is None:
        return None, _group_end(lines, start)
    kind, end = table
    before = last if isinstance(last, Grid) else None
    return read_text_table(kind, lines[start:end], before, meter), end


def _group_end(lines: Sequence[SourceLine], start: int) -> int:
    """Return the end of the lines that stand together: up to a blank line or a table."""
    end = start + 1
    while end < len(lines) and not lines[end].is_blank:
        text = lines[end].text
        if _MAY_BE_TABLE.search(text) and find_table(lines, end):
            break
        if "   " in text and find_columns(lines, end):
            break
        end += 1
    return end


def _text_lines(group: Sequence[SourceLine], blanks: int) -> Iterator[TextLine]:
    headings = [_HEADING.match(line.text) for line in group]
    bare = [
        _BULLET_OF_BULLET.sub("", line.text[match.end() :] if match else line.text)
        for line, match in zip(group, headings, strict=True)
    ]
    for line, match, shown in zip(group, headings, strip_lines(bare), strict=True):
        text, marks = _without_backslash(*shown)
        if not text or is_rule_line(text) or _FENCE.match(line.text):
            blanks += not text
            continue
        stripped = line.text.rstrip()
        indent = len(stripped) - len(stripped.lstrip())
        yield TextLine(
            text,
            marks,
            line,
            blanks,
            hard_end=line.text.endswith("  ") and len(line.text) < 400,
            level=len(match[1]) if match else None,
            indent=indent,
            width=len(stripped) - indent,
        )
        blanks = 0


def _without_backslash(text: str, marks: tuple[Mark, ...]) -> Line:
    """A backslash at the end of a line is Markdown's line break."""
    if not text.endswith("\\"):
        return text, marks
    kept = text.rstrip("\\ ")
    return kept, tuple(replace(m, end=min(m.end, len(kept))) for m in marks if m.start < len(kept))


def _source_lines(text: str) -> list[SourceLine]:
    """Return the lines of the text, numbered; form feeds count pages and are taken out."""
    has_pages = "\f" in text
    page = 1
    lines: list[SourceLine] = []
    for number, line in enumerate(_LINE_END.split(text), 1):
        feeds = line.count("\f") if has_pages else 0
        if not feeds:
            lines.append(SourceLine(line, number, page if has_pages else None))
            continue
        before, _, after = line.rpartition("\f")
        if before.strip("\f "):
            lines.append(SourceLine(before.replace("\f", " "), number, page))
        page += feeds
        lines.append(SourceLine(after, number, page))
    return lines


def _drop_page_numbers(lines: list[SourceLine]) -> list[SourceLine]:
    """Blank the lines that hold only a page number.

    They are lines of their own at a form feed, or numbers that grow by one over the file with
    a page of text between them: a number alone may as well belong to a table.
    """
    found = [(i, m) for i, line in enumerate(lines)
             if len(line.text) < 500 and (m := _PAGE_NUMBER.match(line.text))]  # fmt: skip
    if not found:
        return lines
    length = 0
    lengths = [length := length + len(line.text) for line in lines]
    dropped: set[int] = set()
    run: list[tuple[int, int]] = []  # index and number of candidates that follow each other
    for index, match in found:
        if _at_page_edge(lines, index) or match["dashed"] or match["named"]:
            dropped.add(index)
        if not _stands_apart(lines, index):
            continue
        number = int(next(group for group in match.groups() if group))
        far = not run or lengths[index] - lengths[run[-1][0]] >= _MIN_PAGE
        if run and far and number == run[-1][1] + 1:
            run.append((index, number))
        elif not run or far or number == 2:
            dropped |= _confirmed(run)
            run = [(index, number)]
    dropped |= _confirmed(run)
    return [
        SourceLine("", line.number, line.page) if i in dropped else line
        for i, line in enumerate(lines)
    ]


def _confirmed(run: Sequence[tuple[int, int]]) -> set[int]:
    return {index for index, _ in run} if len(run) >= 2 else set()


def _stands_apart(lines: Sequence[SourceLine], index: int) -> bool:
    around = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return all(line.is_blank for line in around)


def _at_page_edge(lines: Sequence[SourceLine], index: int) -> bool:
    """Say whether the line is the first or the last one with text of a page."""
    page = lines[index].page
    if page is None:
        return False
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and lines[at].page == page and lines[at].is_blank:
            at += step
        beyond = lines[at].page if 0 <= at < len(lines) else None
        if beyond != page and (beyond is not None or page > 1):
            return True
    return False

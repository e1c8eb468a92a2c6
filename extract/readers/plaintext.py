"""Text and Markdown, as OCR programs and people write them, into blocks and grids.

Headings (#), bold and italic marks, struck text, HTML tags, tab- and pipe-separated tables. A
paragraph is a line; a line that a page break cut is joined to what it continues.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator

from extract.model import Block, Cell, Document, Grid, GridRow, Mark, MarkKind, Origin
from extract.readers.decoding import decode
from extract.readers.limits import LIMITS, Limits
from extract.text import clean

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_PIPE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\*_#~|.\-+()\[\]])|(?P<strong>\*\*)|(?P<struck>~~)|(?P<star>\*)"
    r"|<(?P<close>/?)(?P<tag>b|strong|i|em|u|s|del|strike|sup|sub|span|p|div)\b[^<>]{0,200}>"
    r"|(?P<br><br\s*/?>)|(?P<entity>&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});)"
)
_TAG_KINDS: dict[str, MarkKind] = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "s": "struck", "del": "struck", "strike": "struck",
}  # fmt: skip


def strip_markup(line: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the line as it would be shown, and its styled runs."""
    pieces: list[str] = []
    marks: list[Mark] = []
    opened: dict[MarkKind, int] = {}
    length = last = 0

    def put(piece: str) -> None:
        nonlocal length
        pieces.append(piece)
        length += len(piece)

    def toggle(kind: MarkKind) -> None:
        start = opened.pop(kind, None)
        if start is None:
            opened[kind] = length
        elif start < length:
            marks.append(Mark(start, length, kind))

    for token in _TOKEN.finditer(line):
        if token["star"] and not _is_emphasis(line, token.start(), "italic" in opened):
            continue
        put(line[last : token.start()])
        last = token.end()
        if token["escaped"]:
            put(token["escaped"])
        elif token["strong"]:
            toggle("bold")
        elif token["struck"]:
            toggle("struck")
        elif token["star"]:
            toggle("italic")
        elif token["br"]:
            put(" ")
        elif token["entity"]:
            put(html.unescape(token["entity"]))
        elif (kind := _TAG_KINDS.get(token["tag"])) and (kind in opened) == bool(token["close"]):
            toggle(kind)
    put(line[last:])
    marks += [Mark(start, length, kind) for kind, start in opened.items() if start < length]
    return _trim("".join(pieces), marks)


def _is_emphasis(line: str, at: int, is_open: bool) -> bool:
    """A star is a mark when it touches a word on its inner side; "* text" is a bullet."""
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    if is_open:
        return bool(before) and not before.isspace()
    return bool(after) and not after.isspace()


def _trim(text: str, marks: list[Mark]) -> tuple[str, tuple[Mark, ...]]:
    left = len(text) - len(text.lstrip())
    kept = text.strip()
    moved = (
        Mark(max(0, m.start - left), min(len(kept), m.end - left), m.kind)
        for m in sorted(marks, key=lambda m: (m.start, m.end))
    )
    return kept, tuple(m for m in moved if m.start < m.end)


def read_text(data: bytes, file_name: str, limits: Limits = LIMITS) -> Document:
    """Return a text file as a document; raise UnknownFormat when no encoding fits."""
    decoded = decode(data, file_name)
    return Document(
        file_name=file_name,
        format="text",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        items=read_plaintext(decoded.text),
        notes=decoded.notes,
    )


def read_plaintext(text: str) -> tuple[Block | Grid, ...]:
    """Return the blocks and grids of the text, in order."""
    return tuple(_items(clean(text).splitlines()))


def _items(lines: list[str]) -> Iterator[Block | Grid]:
    rows: list[GridRow] = []
    made_by = "tabs"
    for number, line in enumerate(lines, 1):
        if "\t" in line.strip("\n") and len(line.split("\t")) >= 2 and line.strip():
            rows.append(_row(line.split("\t"), number))
            continue
        if rows:
            yield _grid(rows, made_by)
            rows = []
        heading = _HEADING.match(line)
        shown, marks = strip_markup(line[heading.end() :] if heading else line)
        if shown:
            level = len(heading[1]) if heading else None
            yield Block(
                shown,
                (Origin(0, None, number),),
                "heading" if heading else "body",
                heading_level=level,
                marks=marks,
            )
    if rows:
        yield _grid(rows, made_by)


def _row(texts: list[str], line: int) -> GridRow:
    cells = []
    for text in texts:
        shown, marks = strip_markup(text)
        cells.append(Cell(shown, marks=marks, origins=(Origin(0, None, line),)))
    return GridRow(tuple(cells), None, line)


def _grid(rows: list[GridRow], made_by: str) -> Grid:
    width = max(len(row.cells) for row in rows)
    padded = tuple(
        GridRow(row.cells + (Cell(""),) * (width - len(row.cells)), None, row.line) for row in rows
    )
    return Grid(padded, None, rows[0].line, made_by=made_by)

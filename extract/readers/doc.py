"""Word 97-2003 .doc into blocks and grids, directly: no other program is needed.

Text comes from the piece table; paragraph properties tell which paragraphs stand in a table,
where its rows end and where its cells lie; character properties tell the font, so that text in
TCVN3 and VNI fonts is read as Vietnamese.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.errors import DamagedFile
from extract.model import Block, Document, Grid, Note
from extract.readers.doc_container import (
    FONT_CODES,
    LIST_LEVEL,
    LIST_NUMBER,
    Container,
    Piece,
    Styles,
    open_container,
    read_properties,
    read_styles,
)
from extract.readers.doc_lists import DocLists
from extract.readers.legacy_fonts import font_encoding, read_run
from extract.readers.limits import LIMITS, Limits
from extract.readers.raw_table import Meter, RawCell, RawRow, read_table
from extract.readers.runs import (
    BOLD,
    ITALIC,
    STRUCK,
    UNDERLINE,
    Run,
    block_of,
    join_runs,
    split_runs,
)
from extract.readers.tab_columns import Columns

_PARAGRAPH_ENDS = "\r\x07\x0c"
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_SHOWN_AS = str.maketrans(
    {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\x01": "", "\x02": "", "\x03": "",
     "\x04": "", "\x05": "", "\x08": "", "\x00": ""}
)  # fmt: skip
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0e\x1e\x1f\ud800-\udfff]")
"""Marks of the format, and halves of characters outside the basic plane."""
_FLAG_CODES = {0x0835: BOLD, 0x0836: ITALIC, 0x0837: STRUCK, 0x2A3E: UNDERLINE, 0x2A53: STRUCK}
_HIDDEN, _DELETED, _SYMBOL, _HUGE = 0x083C, 0x0800, 0x6A09, 0x6646
_IN_TABLE, _ROW_END, _DEPTH = 0x2416, 0x2417, 0x6649
_INNER_ROW_END = 0x244C
_DEFINITION, _HEADER_ROW, _VERTICAL = 0xD608, 0x3404, 0xD62B
_SAME_EDGE = 30  # twips between cell borders that are one column border


@dataclass(slots=True)
class _Shape:
    """What the properties of a paragraph say. depth: of tables round it."""

    depth: int = 0
    is_row_end: bool = False
    edges: tuple[int, ...] = ()
    merges: tuple[int, ...] = ()
    is_header: bool = False
    list_number: int | None = None
    list_level: int | None = None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as stored: its end mark, its runs, its shape."""

    end: str
    runs: list[Run]
    shape: _Shape


@dataclass(frozen=True, slots=True)
class _Source:
    """An opened file with its styles and lists; legacy collects the old encodings met.

    looks, shapes: properties met before, which a file repeats hundreds of times.
    """

    container: Container
    styles: Styles
    lists: DocLists
    legacy: set[str] = field(default_factory=set)
    looks: dict[bytes, tuple[int, bool]] = field(default_factory=dict)
    shapes: dict[bytes, _Shape] = field(default_factory=dict)


@dataclass(slots=True)
class _Table:
    rows: list[RawRow] = field(default_factory=list)
    edges: list[tuple[int, ...] | None] = field(default_factory=list)
    cells: list[RawCell] = field(default_factory=list)
    current: RawCell = field(default_factory=RawCell)


def read_doc(data: bytes, file_name: str, limits: Limits = LIMITS) -> Document:
    """Return the .doc as a document.

    Raises EncryptedFile, UnsupportedFormat (Word 6 or 95), DamagedFile, LimitExceeded.
    """
    container = open_container(data, file_name)
    source = _Source(container, read_styles(container), DocLists(container))
    meter = Meter(file_name, limits)
    try:
        items = list(_items(_paragraphs(source, 0, container.body_end), meter))
        boxes = _paragraphs(source, *container.textboxes)
        items += [b for b in _items(boxes, meter) if isinstance(b, Block)]
    except (IndexError, struct.error) as error:
        raise DamagedFile(file_name, f"the Word file is broken inside ({error})") from error
    notes = [Note("doc_reader", "read directly")]
    notes += [
        Note("legacy_font", f"text in a {name} font was read as Unicode")
        for name in sorted(source.legacy)
    ]
    return Document(
        file_name=file_name,
        format="doc",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        items=tuple(items),
        notes=tuple(notes),
    )


# ---------------------------------------------------------------- characters and paragraphs


def _paragraphs(source: _Source, start: int, end: int) -> Iterator[_Paragraph]:
    runs: list[Run] = []
    depth = 0  # of fields whose instruction is being read
    results: list[bool] = []
    for piece, first, last in _stretches(source.container, start, end):
        look, hidden = _look(source, piece.fc + first * piece.step)
        at = first
        for match in _STOP.finditer(piece.text, first, last):
            position, character = match.start(), match[0]
            if depth == 0 and not hidden and position > at:
                runs.append((piece.text[at:position], look))
            at = position + 1
            if character in _PARAGRAPH_ENDS:
                yield _paragraph(source, piece.fc + position * piece.step, character, runs)
                runs = []
            elif character == _FIELD_BEGIN:
                results.append(False)
                depth += 1
            elif character == _FIELD_RESULT and results and not results[-1]:
                results[-1] = True
                depth -= 1
            elif character == _FIELD_END and results:
                depth -= 0 if results.pop() else 1
        if depth == 0 and not hidden and at < last:
            runs.append((piece.text[at:last], look))
    if runs:
        yield _paragraph(source, -1, "\r", runs)


_STOP = re.compile(f"[{_PARAGRAPH_ENDS}{_FIELD_BEGIN}{_FIELD_RESULT}{_FIELD_END}]")


def _look(source: _Source, fc: int) -> tuple[int, bool]:
    """The flags and font of the characters from fc on, packed, and whether they are hidden."""
    properties = source.container.characters.at(fc)[1]
    look = source.looks.get(properties)
    if look is None:
        flags, font, hidden = _character(properties)
        look = source.looks[properties] = _pack(flags, font), hidden
    return look


def _pack(flags: int, font: int | None) -> int:
    """Flags in the low byte, the font number above it, so that a run stays a pair."""
    return flags | (font + 1 if font is not None else 0) << 8


def _stretches(container: Container, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
    """Yield (piece, first, last) of every stretch of one style between two positions."""
    for piece in container.pieces:
        low, high = max(start, piece.cp), min(end, piece.cp + len(piece.text))
        if low >= high:
            continue
        low, high = low - piece.cp, high - piece.cp
        changes = container.characters.between(
            piece.fc + low * piece.step, piece.fc + high * piece.step
        )
        borders = [low, *((fc - piece.fc) // piece.step for fc in changes), high]
        for first, last in pairwise(borders):
            if last > first:
                yield piece, first, last


def _character(properties: bytes) -> tuple[int, int | None, bool]:
    flags, font, hidden = 0, None, False
    for code, operand in read_properties(properties):
        if code in _FLAG_CODES:
            if (operand[:1] and operand[0] & 1) or (code == 0x2A3E and operand[:1] != b"\0"):
                flags |= _FLAG_CODES[code]
        elif code in FONT_CODES:
            font = (
                int.from_bytes(operand[:2], "little")
                if font is None or code == FONT_CODES[0]
                else font
            )
        elif code in (_HIDDEN, _DELETED):
            hidden = bool(operand[:1] and operand[0] & 1)
        elif code == _SYMBOL:
            hidden = True  # a bullet or a drawing from a symbol font
    return flags, font, hidden


def _paragraph(source: _Source, fc: int, end: str, runs: list[Run]) -> _Paragraph:
    style, properties = source.container.paragraphs.at(fc) if fc >= 0 else (0, b"")
    shape = source.shapes.get(properties)
    if shape is None:
        shape = source.shapes[properties] = _Shape()
        _read_shape(shape, properties, source.container.data)
    paragraph = _Paragraph(end, [_shown(source, style, run) for run in runs], shape)
    if label := _list_label(source, style, paragraph):
        paragraph.runs.insert(0, (label, 0))
    return paragraph


def _shown(source: _Source, style: int, run: Run) -> Run:
    """The run as its font shows it."""
    text, packed = run
    font = source.styles.font_of(style, (packed >> 8) - 1 if packed >> 8 else None)
    if _UNSHOWN.search(text):
        text = text.translate(_SHOWN_AS)
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if (encoding := font_encoding(font)) != "unicode":
        source.legacy.add({"tcvn3": "TCVN3", "vni": "VNI"}[encoding])
        text = read_run(text, font)
    return text, packed & 0xFF


def _list_label(source: _Source, style: int, paragraph: _Paragraph) -> str:
    """Count the paragraph in its list; an empty one shows its number only in a cell."""
    shape = paragraph.shape
    if shape.is_row_end:
        return ""
    of_style = source.styles.at(style)
    number, level = shape.list_number, shape.list_level
    number = of_style.list_number if number is None else number
    level = of_style.list_level if level is None else level
    label = source.lists.next_label(number, level or 0) if number else ""
    is_shown = shape.depth or any(text.strip() for text, _ in paragraph.runs)
    return label if is_shown else ""


def _read_shape(shape: _Shape, properties: bytes, extra: bytes) -> None:
    vertical: dict[int, int] = {}
    for code, operand in read_properties(properties):
        is_set = operand[:1] == b"\x01"
        if code == _IN_TABLE:
            shape.depth = max(shape.depth, int(is_set))
        elif code in (_ROW_END, _INNER_ROW_END):
            shape.is_row_end |= is_set
        elif code == _DEPTH:
            depth = int.from_bytes(operand[:4], "little", signed=True)
            shape.depth = max(shape.depth, depth)
        elif code == _HEADER_ROW:
            shape.is_header = is_set
        elif code == LIST_NUMBER:
            shape.list_number = int.from_bytes(operand, "little")
        elif code == LIST_LEVEL:
            shape.list_level = operand[0]
        elif code == _DEFINITION:
            shape.edges, shape.merges = _definition(operand)
        elif code == _VERTICAL and len(operand) >= 2:
            vertical[operand[0]] = operand[1]
        elif code == _HUGE:
            at = int.from_bytes(operand[:4], "little")
            size = int.from_bytes(extra[at : at + 2], "little")
            _read_shape(shape, extra[at + 2 : at + 2 + size], b"")
    if vertical:
        shape.merges = tuple(
            bits & 3 | vertical[i] << 5 if i in vertical else bits
            for i, bits in enumerate(shape.merges)
        )


def _definition(operand: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the cell borders in twips, and the merge bits of each cell."""
    if not operand:
        return (), ()
    count = operand[0]
    if len(operand) < 1 + 2 * (count + 1):
        return (), ()
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    at = 1 + 2 * (count + 1)
    bits = [int.from_bytes(operand[at + 20 * i : at + 20 * i + 2], "little") for i in range(count)]
    return tuple(edges), tuple(bits)


# ---------------------------------------------------------------- tables


def _items(paragraphs: Iterator[_Paragraph], meter: Meter) -> Iterator[Block | Grid]:
    table, columns = _Table(), Columns()
    for paragraph in paragraphs:
        if paragraph.shape.depth:
            yield from columns.release()
            _add_to_table(table, paragraph, meter)
            continue
        if table.rows or table.cells:
            yield from _finish(table, meter)
            table = _Table()
        blocks = columns.take(paragraph.runs, None)
        if blocks is None:
            blocks = [*columns.release(), *_blocks(paragraph)]
        for block in blocks:
            meter.add_item()
            yield block
    yield from columns.release()
    if table.rows or table.cells:
        yield from _finish(table, meter)


def _blocks(paragraph: _Paragraph) -> Iterator[Block]:
    if not paragraph.runs:
        return
    for runs in split_runs(paragraph.runs):
        line = join_runs(runs)
        if line[0]:
            yield block_of(line)


def _add_to_table(table: _Table, paragraph: _Paragraph, meter: Meter) -> None:
    if paragraph.shape.depth > 1:  # a table in a cell: its texts belong to the outer cell
        if not paragraph.shape.is_row_end:
            table.current.items += _blocks(paragraph)
        return
    if paragraph.shape.is_row_end and paragraph.end == "\x07":
        _end_row(table, paragraph)
        return
    table.current.items += _blocks(paragraph)
    if paragraph.end == "\x07":
        table.cells.append(table.current)
        table.current = RawCell()
        meter.add_cells(1)


def _end_row(table: _Table, paragraph: _Paragraph) -> None:
    cells = table.cells
    for cell, bits in zip(cells, paragraph.shape.merges, strict=False):
        cell.beside = bool(bits & 2) and not bits & 1
        merge = bits >> 5 & 3
        cell.merge = "restart" if merge & 2 else "continue" if merge else None
    table.rows.append(RawRow(cells, is_header=paragraph.shape.is_header))
    table.edges.append(
        paragraph.shape.edges if len(paragraph.shape.edges) == len(cells) + 1 else None
    )
    table.cells, table.current = [], RawCell()


def _finish(table: _Table, meter: Meter) -> Sequence[Block | Grid]:
    if table.cells:  # the last row has no end mark: keep what it holds
        table.rows.append(RawRow(table.cells))
        table.edges.append(None)
    known = [edges for edges in table.edges if edges]
    if len(known) < len(table.rows):  # without all borders, the n-th cell is the n-th column
        return read_table(table.rows, "doc", meter)
    columns = _columns(known)
    for row, edges in zip(table.rows, known, strict=True):
        places = [columns[edge] for edge in edges]
        row.before = places[0]
        for cell, left, right in zip(row.cells, places, places[1:], strict=False):
            cell.column_span = max(1, right - left)
    return read_table(table.rows, "doc", meter)


def _columns(rows: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return the column that each cell border opens, over all rows of a table."""
    columns: dict[int, int] = {}
    number, last = -1, -(10**9)
    for edge in sorted({edge for row in rows for edge in row}):
        number += edge - last > _SAME_EDGE
        columns[edge] = number
        last = edge
    return columns

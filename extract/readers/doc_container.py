"""The parts of a Word 97-2003 file: header, piece table, properties of runs and paragraphs.

Source: [MS-DOC], the published description of the format. Offsets into the stream are called
fc there; positions in the text, cp. Nothing here knows paragraphs or tables.
"""

from __future__ import annotations

import io
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extract.errors import DamagedFile, EncryptedFile, UnsupportedFormat

_PAGE = 512  # properties stand in pages of this size
_TABLE_FLAG, _ENCRYPTED_FLAG = 0x0200, 0x0100
_WORD_97 = 0x00C1  # the first nFib whose layout is read here

# Places in the header of the (position, length) pairs that are read here.
_STYLES, _CHARACTERS, _PARAGRAPHS, _FONTS = 0xA2, 0xFA, 0x102, 0x112
_PIECES = 0x1A2


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. text: one character a code unit; step: bytes of each in the stream."""

    cp: int
    text: str
    fc: int
    step: int


@dataclass(frozen=True, slots=True)
class Runs:
    """Properties by place in the stream: starts (ascending fc) and what holds from each on."""

    starts: tuple[int, ...]
    values: tuple[tuple[int, bytes], ...]

    def at(self, fc: int) -> tuple[int, bytes]:
        """Return (style, properties) of the character at fc."""
        index = bisect_right(self.starts, fc) - 1
        return self.values[index] if index >= 0 else (0, b"")

    def between(self, start: int, end: int) -> list[int]:
        """Return the places strictly inside where properties change."""
        return [*self.starts[bisect_right(self.starts, start) : bisect_right(self.starts, end - 1)]]


@dataclass(frozen=True, slots=True)
class Container:
    """An opened file. lengths: characters of body, footnotes, headers, ... in their order."""

    pieces: tuple[Piece, ...]
    characters: Runs
    paragraphs: Runs
    body_end: int
    textboxes: tuple[int, int]
    header: bytes
    table: bytes
    data: bytes

    def part(self, place: int) -> bytes:
        """Return the part of the table stream that the header names at `place`."""
        return _part(self.header, self.table, place)


def open_container(data: bytes, where: str) -> Container:
    """Return the file opened.

    Raises EncryptedFile, UnsupportedFormat (Word 6 or 95), DamagedFile.
    """
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if not ole.exists("WordDocument"):
                raise DamagedFile(where, "the WordDocument stream is missing")
            main = ole.openstream("WordDocument").read()
            if len(main) < 0x200 or main[:2] not in (b"\xec\xa5", b"\xdc\xa5"):
                raise DamagedFile(where, "the header of the Word file is broken")
            flags, version = _u16(main, 0x0A), _u16(main, 2)
            if flags & _ENCRYPTED_FLAG:
                raise EncryptedFile(where, "the document is protected by a password")
            if main[:2] == b"\xdc\xa5" or version < _WORD_97:
                raise UnsupportedFormat(where, "this is a Word 6 or Word 95 document")
            name = "1Table" if flags & _TABLE_FLAG else "0Table"
            if not ole.exists(name):
                raise DamagedFile(where, f"the {name} stream is missing")
            table = ole.openstream(name).read()
            extra = ole.openstream("Data").read() if ole.exists("Data") else b""
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise DamagedFile(where, f"the OLE container is broken ({error})") from error
    try:
        return _read_parts(main, table, extra, where)
    except (IndexError, struct.error) as error:
        raise DamagedFile(where, f"the Word file is broken inside ({error})") from error


def _read_parts(main: bytes, table: bytes, extra: bytes, where: str) -> Container:
    text, notes, headers, _, comments, ends, boxes = struct.unpack_from("<7i", main, 0x4C)
    counts = (text, notes, headers, comments, ends, boxes)
    if any(count < 0 for count in counts):
        raise DamagedFile(where, "the lengths in its header are negative")
    before_boxes = text + notes + headers + comments + ends
    return Container(
        pieces=tuple(_pieces(main, _part(main, table, _PIECES), where)),
        characters=_runs(main, _part(main, table, _CHARACTERS), paragraphs=False),
        paragraphs=_runs(main, _part(main, table, _PARAGRAPHS), paragraphs=True),
        body_end=text,
        textboxes=(before_boxes, before_boxes + boxes),
        header=main,
        table=table,
        data=extra,
    )


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _part(header: bytes, table: bytes, place: int) -> bytes:
    start, length = struct.unpack_from("<II", header, place)
    return table[start : start + length]


def _pieces(main: bytes, clx: bytes, where: str) -> Iterator[Piece]:
    at = 0
    while at < len(clx) and clx[at] == 1:  # property modifiers of fast saves
        at += 3 + _u16(clx, at + 1)
    if at >= len(clx) or clx[at] != 2:
        raise DamagedFile(where, "the piece table is missing")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    table = clx[at + 5 : at + 5 + size]
    count = (len(table) - 4) // 12
    cps = struct.unpack_from(f"<{count + 1}I", table, 0)
    for index in range(count):
        coded = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)[0]
        length = cps[index + 1] - cps[index]
        if length <= 0 or length > len(main):
            continue
        if coded & 0x40000000:
            fc = (coded & 0x3FFFFFFF) // 2
            yield Piece(cps[index], main[fc : fc + length].decode("cp1252", "replace"), fc, 1)
        else:
            units = main[coded : coded + 2 * length]
            yield Piece(cps[index], _code_units(units[: len(units) & ~1]), coded, 2)


def _code_units(units: bytes) -> str:
    """One character a code unit, so that positions hold; pairs are joined later."""
    text = units.decode("utf-16-le", "surrogatepass")
    if 2 * len(text) == len(units):
        return text
    return "".join(map(chr, struct.unpack(f"<{len(units) // 2}H", units)))


def _runs(main: bytes, table: bytes, *, paragraphs: bool) -> Runs:
    """Return the properties of all pages that the table names, by place."""
    count = max(0, (len(table) - 4) // 8)
    pages = struct.unpack_from(f"<{count}I", table, 4 * (count + 1)) if count else ()
    found: dict[int, tuple[int, bytes]] = {}
    for number in pages:
        page = main[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
        if len(page) < _PAGE:
            continue
        size = page[-1]
        if 4 * (size + 1) + size * (13 if paragraphs else 1) > _PAGE:
            continue
        fcs = struct.unpack_from(f"<{size + 1}I", page, 0)
        for index in range(size):
            read = _paragraph_entry if paragraphs else _character_entry
            found[fcs[index]] = read(page, 4 * (size + 1), index)
    starts = tuple(sorted(found))
    return Runs(starts, tuple(found[fc] for fc in starts))


def _paragraph_entry(page: bytes, base: int, index: int) -> tuple[int, bytes]:
    at = page[base + 13 * index] * 2
    if not at:
        return 0, b""
    size = page[at]
    start, length = (at + 2, 2 * page[at + 1]) if size == 0 else (at + 1, 2 * size - 1)
    entry = page[start : start + length]
    return (_u16(entry, 0), entry[2:]) if len(entry) >= 2 else (0, b"")


def _character_entry(page: bytes, base: int, index: int) -> tuple[int, bytes]:
    at = page[base + index] * 2
    return (0, page[at + 1 : at + 1 + page[at]]) if at else (0, b"")


_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_LONG_OPERAND = 0xD608  # sprmTDefTable counts its operand in two bytes


def read_properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (code, operand) of each property modifier (sprm); stop where the data breaks."""
    at = 0
    while at + 2 < len(data):
        code = data[at] | data[at + 1] << 8
        at += 2
        kind = code >> 13
        if kind == 6:
            if code == _LONG_OPERAND:
                size, skip = max(0, _u16(data, at) - 1), 2
            else:
                size, skip = data[at], 1
            at += skip
        else:
            size = _OPERANDS[kind]
        yield code, data[at : at + size]
        at += size


@dataclass(frozen=True, slots=True)
class Style:
    """What a style sets, its parents included; None where it sets nothing.

    font: number of the font. list_number: list that its paragraphs belong to (0: none).
    """

    font: int | None = None
    list_number: int | None = None
    list_level: int | None = None


_NO_STYLE = Style()


@dataclass(frozen=True, slots=True)
class Styles:
    """The fonts and styles of a file, by number; a style is read when it is asked for.

    entries: the styles as stored, b"" where there is none. base_size: bytes before their names.
    """

    fonts: tuple[str, ...]
    entries: tuple[bytes, ...] = ()
    base_size: int = 0
    default: Style = _NO_STYLE
    _known: dict[int, Style] = field(default_factory=dict)

    def font_of(self, style: int, own: int | None) -> str | None:
        """Return the name of the font of a run with its own font number in a style."""
        number = self.at(style).font if own is None else own
        if number is None or not 0 <= number < len(self.fonts):
            return None
        return self.fonts[number]

    def at(self, style: int) -> Style:
        """Return the style of that number; one that sets nothing where there is none."""
        known = self._known.get(style)
        if known is None:
            known = self._known[style] = self._inherited(style)
        return known

    def _inherited(self, index: int) -> Style:
        if not 0 <= index < len(self.entries):
            return _NO_STYLE
        found = _NO_STYLE
        for _ in range(12):  # styles are based on one another, never deeper than this
            if not 0 <= index < len(self.entries) or not self.entries[index]:
                break
            entry = self.entries[index]
            try:
                found = _over(found, _own_style(entry, self.base_size))
            except (IndexError, struct.error):  # what it sets is lost, its text is not
                break
            index = _u16(entry, 2) >> 4
        return _over(found, self.default)


FONT_CODES = (0x4A4F, 0x4A51)  # sprmCRgFtc0 (ASCII letters), sprmCRgFtc2 (all others)
LIST_NUMBER, LIST_LEVEL = 0x460B, 0x260A  # sprmPIlfo, sprmPIlvl


def read_styles(container: Container) -> Styles:
    """Return fonts and styles; empty ones where the file holds none that can be read."""
    fonts = tuple(_fonts(container.part(_FONTS)))
    table = container.part(_STYLES)
    if len(table) < 20:
        return Styles(fonts)
    header_size, count, base_size = _u16(table, 0), _u16(table, 2), _u16(table, 4)
    default = Style(font=_u16(table, 14)) if header_size >= 14 else _NO_STYLE
    at = 2 + header_size
    entries: list[bytes] = []
    for _ in range(count):
        size = _u16(table, at)
        entries.append(table[at + 2 : at + 2 + size])
        at += 2 + size + (size & 1)
    return Styles(fonts, tuple(entries), base_size, default)


def _fonts(table: bytes) -> Iterator[str]:
    at = 4
    while at < len(table):
        size = table[at]
        entry = table[at + 1 : at + 1 + size]
        yield entry[39:].decode("utf-16-le", "replace").split("\0")[0]
        at += size + 1


def _own_style(entry: bytes, base_size: int) -> Style:
    at = base_size + 4 + 2 * _u16(entry, base_size)  # behind its name
    style = Style()
    if _u16(entry, 2) & 0xF == 1:  # a paragraph style: first its paragraph part
        size = _u16(entry, at)
        for code, operand in read_properties(entry[at + 4 : at + 2 + size]):
            if code == LIST_NUMBER:
                style = replace(style, list_number=_u16(operand, 0))
            elif code == LIST_LEVEL:
                style = replace(style, list_level=operand[0])
        at += 2 + size + (size & 1)
    for code, operand in read_properties(entry[at + 2 : at + 2 + _u16(entry, at)]):
        if code in FONT_CODES:
            return replace(style, font=_u16(operand, 0))
    return style


def _over(style: Style, below: Style) -> Style:
    return Style(
        below.font if style.font is None else style.font,
        below.list_number if style.list_number is None else style.list_number,
        below.list_level if style.list_level is None else style.list_level,
    )

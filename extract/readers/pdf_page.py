"""One PDF page into words and rulings, upright, in points from the top left.

All calls into pdfium for text and paths live here and in pdf_rulings. Text is asked for once a
page and boxes twice a word: one call per character would cost three times as much.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extract.readers.grid import Ruling
from extract.readers.legacy_fonts import find_encoding, font_encoding, read_run
from extract.readers.pdf_calls import quick_calls
from extract.readers.pdf_rulings import Matrix, find_rulings
from extract.readers.words import BOLD, FALLING, ITALIC, RISING, SPACED, Word
from extract.text import nfc


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page holds, before any of it is understood.

    number: from 1. width, height: of the page as it is read. words: in the order of the file.
    form_words: words that only form fields and signatures show. image_share: part of the page
    that images cover, 0 to 1. shapes: paths drawn on it.
    is_as_shown: the page is read the way it is shown, not turned to its text.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    form_words: tuple[tuple[Word, ...], ...] = ()
    image_share: float = 0.0
    shapes: int = 0
    is_as_shown: bool = True


_CHARACTERS = {
        # A hyphen at the end of a line; U+0002 in older versions of pdfium.
        "\ufffe": "-", "\x02": "-",
        # Word maps its hyphen to the soft hyphen in some fonts; what is drawn is seen.
        "\u00ad": "-", "\u2010": "-", "\u2011": "-",
        # Bullets of the Symbol and Wingdings fonts.
        "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf076": "•", "\uf02d": "-", "\uf02b": "+",
        "\uf0fc": "✓",
}  # fmt: skip
"""One character for one, so that offsets stay those of pdfium."""

_REPLACED = re.compile("[" + "".join(_CHARACTERS) + "]")

ASCENT = 0.78
"""Share of the font size that a word's box stands above its baseline."""

_ANGLE_SAMPLES = 12
_SHARE_AS_SHOWN = 0.15
_STEEP = 0.97
"""Sine of the angle from which on a line runs up or down the page."""
_NAME_SIZE = ctypes.c_ulong(128)
_WORD = re.compile(r"[^\s\ufffe\x02\x00\u00a0]+[\ufffe\x02]?|[\ufffe\x02]")
_ODD = re.compile(r"[\u200b\u2060\ufeff\ud800-\udfff]")
"""Characters that nobody sees, and halves of a pair: see `_shown`."""

_MODERN = re.compile(r"[\u1ea0-\u1ef9\u01a0\u01a1\u01af\u01b0\u0110\u0111]")
"""Letters that text of a TCVN3 or VNI font never holds before it is decoded."""
_LATIN = re.compile(r"[\xa1-\xff]")

_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|[-,]bd", re.IGNORECASE)
_ITALIC_NAME = re.compile(rb"italic|oblique|[-,]it\b", re.IGNORECASE)


def read_page(page: Any, number: int) -> PageContent:
    """Return the words and rulings of an open pypdfium2 page."""
    textpage = page.get_textpage()
    try:
        text = read_text(textpage)
        shown = page.get_rotation() // 90 % 4
        turn = _text_turn(textpage, text, shown)
        place, width, height = make_transform(page, turn)
        words = [
            word
            for word in read_words(textpage, text, place)
            if word.x1 >= 0 and word.x0 <= width and word.bottom >= 0 and word.top <= height
        ]
    finally:
        textpage.close()
    found = find_rulings(page, place)
    return PageContent(
        number,
        width,
        height,
        tuple(words),
        tuple(found.rulings),
        image_share=min(1.0, found.image_area / max(1.0, width * height)),
        shapes=found.shapes,
        is_as_shown=turn is None or turn == shown,
    )


def read_text(textpage: Any) -> str:
    """Return all text of the page as pdfium orders it, one character for each of its indices."""
    import pypdfium2.raw as pdfium

    count = textpage.count_chars()
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer) - 1
    raw = bytes(buffer)[: 2 * max(0, written)]
    text = raw.decode("utf-16-le", "surrogatepass")
    # A pair of surrogates is one character but two indices: then each unit stays alone.
    return text if len(text) == written else "".join(map(chr, memoryview(raw).cast("H")))


def read_words(textpage: Any, text: str, place: Matrix) -> list[Word]:
    """Return the words of the page with their boxes, in the order of the file.

    A box stands on the baseline and is as high as the font: glyph boxes differ from word to word.
    """
    pdfium, raw = quick_calls(), textpage.raw
    index_of = _index_map(textpage, text)
    shown_text = _replace_characters(text)
    is_plain = not _ODD.search(shown_text) and unicodedata.is_normalized("NFC", shown_text)
    fonts, page_font = _Fonts(raw), _old_font(text)
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_ref, x_ref, y_ref = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    get_origin, get_box = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox
    is_upright, way = (place.a, place.b, place.c, place.d) == (1, 0, 0, -1), 0
    left, top_edge = place.e, place.f
    make, words = tuple.__new__, list[Word]()
    run, line_end, mixed = 0, -1, False
    size, style, old = 10.0, 0, None
    for start, end in [m.span() for m in _WORD.finditer(text)]:
        first, last = (index_of(start), index_of(end - 1)) if index_of else (start, end - 1)
        if start > line_end:
            if words and line_end > 0 and text[line_end - 2 : line_end - 1] == " ":
                words[-1] = words[-1]._replace(style=words[-1].style | SPACED)
            run, line_end = run + 1, _line_end(text, start)
            size, style, old = fonts.of(first)
            way = fonts.way(first, place)
            at = _last_word(text, start, line_end)
            mixed = at > start and fonts.changes(index_of(at) if index_of else at)
        elif mixed:
            size, style, old = fonts.of(first)
        shown = shown_text[start:end] if is_plain else _shown(shown_text[start:end])
        if old or page_font:
            shown = _read_old(text[start:end], old or page_font)
        if not (shown and get_origin(raw, first, x_ref, y_ref) and get_box(raw, last, box_ref)):
            continue
        base = y.value
        if way:
            words.append(_standing_word(shown, place, (x.value, base), box, size, style, way))
        elif is_upright and -1.2 * size < box.bottom - base < 1.2 * size:
            x0, x1 = x.value + left, box.right + left
            top = top_edge - base - ASCENT * size
            sides = x0, top, x1 if x1 > x0 else x0 + 1, top + size
            words.append(make(Word, (shown, *sides, style, run)))
        else:
            words.append(_turned_word(shown, place, (x.value, base), box, size, style))
    return words


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _last_word(text: str, start: int, end: int) -> int:
    """Where the last word of a line begins, or a place within it."""
    end = len(text[start:end].rstrip()) + start
    return max(start, text.rfind(" ", start, end) + 1)


def _read_old(raw: str, font: str | None) -> str:
    """A word of a TCVN3 or VNI font as Unicode; one that is Unicode already stays."""
    return _shown(_replace_characters(raw if _MODERN.search(raw) else read_run(raw, font)))


def _replace_characters(text: str) -> str:
    for character in set(_REPLACED.findall(text)):
        text = text.replace(character, _CHARACTERS[character])
    return text


def _turned_word(
    shown: str, place: Matrix, origin: tuple[float, float], box: Any, size: float, style: int
) -> Word:
    """A word of a turned page, or one drawn upright or at a slant among level ones."""
    x0, base = place.of(*origin)
    ax, ay = place.of(box.left, box.top)
    bx, by = place.of(box.right, box.bottom)
    if abs(ay + by - 2 * base) > 3 * size:
        xs, ys = (x0, ax, bx), (base, ay, by)
        return Word(shown, min(xs), min(ys), max(xs), max(ys), style)
    top = base - ASCENT * size
    return Word(shown, x0, top, max(ax, bx, x0 + 0.2 * size), top + size, style)


def _standing_word(
    shown: str,
    place: Matrix,
    origin: tuple[float, float],
    box: Any,
    size: float,
    style: int,
    way: int,
) -> Word:
    """A word of a line that runs up or down the page; its letters lie on their sides."""
    x, start = place.of(*origin)
    ends = place.of(box.left, box.top)[1], place.of(box.right, box.bottom)[1]
    if way == RISING:
        top, bottom = min(*ends, start - 0.2 * size), start
        left = x - ASCENT * size
    else:
        top, bottom = start, max(*ends, start + 0.2 * size)
        left = x - (1 - ASCENT) * size
    return Word(shown, left, top, left + size, bottom, style | way)


class _Fonts:
    """Size and style of characters; the C buffers are made once for a page."""

    def __init__(self, raw: Any) -> None:
        self.raw, self.pdfium = raw, quick_calls()
        self.name = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()
        self.flags_ref = ctypes.byref(self.flags)
        self.last = b""
        self.matrix = self.pdfium.FS_MATRIX()
        self.matrix_ref = ctypes.byref(self.matrix)

    def of(self, index: int) -> tuple[float, int, str | None]:
        """Size in points as drawn, the bits BOLD and ITALIC, and the name of an old font.

        Both are told by the name of the font; None for a font of Unicode.
        """
        size = self.pdfium.FPDFText_GetFontSize(self.raw, index)
        if self.pdfium.FPDFText_GetMatrix(self.raw, index, self.matrix_ref):
            size *= math.hypot(self.matrix.c, self.matrix.d)
        self.last = self._name(index)
        return (size if 0.5 < size < 1000 else 10.0), *_style(self.last)

    def changes(self, index: int) -> bool:
        """Return whether the font is another than that of the character asked for last."""
        return self._name(index) != self.last

    def way(self, index: int, place: Matrix) -> int:
        """RISING or FALLING where the text at this place runs up or down the page, else 0."""
        angle = self.pdfium.FPDFText_GetCharAngle(self.raw, index)
        if angle <= 0 and place.d:
            return 0
        down = place.b * math.cos(angle) - place.d * math.sin(angle)  # the angle runs clockwise
        return 0 if abs(down) < _STEEP else FALLING if down > 0 else RISING

    def _name(self, index: int) -> bytes:
        get_info = self.pdfium.FPDFText_GetFontInfo
        length = get_info(self.raw, index, self.name, _NAME_SIZE, self.flags_ref)
        return self.name.value if 0 < length <= 128 else b""


def _shown(raw: str) -> str:
    """The word as a reader of the page sees it."""
    if any("\ud800" <= c <= "\udfff" for c in raw):
        raw = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return nfc(_ODD.sub("", raw))


def _index_map(textpage: Any, text: str) -> Callable[[int], int] | None:
    """From a place in the text to pdfium's character; None where they are the same.

    They differ when characters have no text.
    """
    import pypdfium2.raw as pdfium

    if len(text) == textpage.count_chars():
        return None
    raw = textpage.raw
    return lambda at: max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(raw, at)))


@lru_cache(maxsize=1024)
def _style(font: bytes) -> tuple[int, str | None]:
    style = (BOLD if _BOLD_NAME.search(font) else 0) | (ITALIC if _ITALIC_NAME.search(font) else 0)
    name = font.decode("latin-1").split("+", 1)[-1]
    return style, name if font_encoding(name) != "unicode" else None


def _old_font(text: str) -> str | None:
    """A font whose encoding the text of a page is in although its fonts do not tell; or None."""
    if _MODERN.search(text) or not _LATIN.search(text):
        return None
    return {"tcvn3": ".VnTime", "vni": "VNI-Times"}.get(find_encoding(text))


def _text_turn(textpage: Any, text: str, shown: int) -> int | None:
    """Quarter turns that bring most of the text upright; None without text.

    shown: turns by which the page is shown; kept where they bring some of the text upright, since
    a page may hold little more than a table with titles that stand on their sides.
    """
    get_angle = quick_calls().FPDFText_GetCharAngle
    index_of, raw = _index_map(textpage, text), textpage.raw
    turns: Counter[int] = Counter()
    for at in range(0, len(text), max(1, len(text) // _ANGLE_SAMPLES)):
        match = _WORD.search(text, at)
        if match is None:
            break
        first = match.start()
        angle = get_angle(raw, index_of(first) if index_of else first)
        turns[-round(angle / 1.5707963) % 4 if angle >= 0 else 0] += 1
    if turns[shown] > _SHARE_AS_SHOWN * turns.total():
        return shown
    return turns.most_common(1)[0][0] if turns else None


def make_transform(page: Any, turn: int | None) -> tuple[Matrix, float, float]:
    """Return the map of coordinates, and width and height of the page as it is read.

    The map leads from user space of the page to points from its top left, turned so that text
    runs to the right. turn: quarter turns of the text; None takes the page's own /Rotate.
    """
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_cropbox()
    width, height = right - left, top - bottom
    if turn is None:
        turn = pdfium.FPDFPage_GetRotation(page) % 4
    if turn == 1:
        return Matrix(0, 1, 1, 0, -bottom, -left), height, width
    if turn == 2:
        return Matrix(-1, 0, 0, 1, right, -bottom), width, height
    if turn == 3:
        return Matrix(0, -1, -1, 0, top, right), height, width
    return Matrix(1, 0, 0, -1, -left, top), width, height

"""One PDF page into words and rulings, upright, in points from the top left.

All calls into pdfium for text and paths live here and in pdf_rulings. Text is asked for once a
page and boxes twice a word: one call per character would cost three times as much.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from extract.readers.grid import Ruling
from extract.readers.pdf_rulings import find_rulings
from extract.readers.words import BOLD, ITALIC, Word
from extract.text import nfc

Point = Callable[[float, float], tuple[float, float]]
"""From user space of the page to points from its top left, turned so that text runs right."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page holds, before any of it is understood.

    number: from 1. width, height: of the page as it is read. words: in the order of the file.
    form_words: words that only form fields and signatures show. image_share: part of the page
    that images cover, 0 to 1.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    form_words: tuple[tuple[Word, ...], ...] = ()
    image_share: float = 0.0
    notes: tuple[str, ...] = field(default=())


_CHARACTERS = str.maketrans(
    {
        # A hyphen at the end of a line; U+0002 in older versions of pdfium.
        "\ufffe": "-", "\x02": "-",
        # Word maps its hyphen to the soft hyphen in some fonts; what is drawn is seen.
        "\u00ad": "-", "\u2010": "-", "\u2011": "-",
        # Bullets of the Symbol and Wingdings fonts.
        "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf076": "•", "\uf02d": "-", "\uf02b": "+",
        "\uf0fc": "✓", "\u200b": "", "\ufeff": "", "\u2060": "",
    }
)  # fmt: skip
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\s\ufffe\x02\x00\u00a0]+[\ufffe\x02]?|[\ufffe\x02]")
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|[-,]bd", re.IGNORECASE)
_ITALIC_NAME = re.compile(rb"italic|oblique|[-,]it\b", re.IGNORECASE)


def read_page(page: Any, number: int) -> PageContent:
    """Return the words and rulings of an open pypdfium2 page."""
    textpage = page.get_textpage()
    try:
        text = read_text(textpage)
        turn = _text_turn(textpage, text)
        place, width, height = make_transform(page, turn)
        words = [w for w in read_words(textpage, text, place) if _is_on(w, width, height)]
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


def read_words(textpage: Any, text: str, place: Point) -> list[Word]:
    """Return the words of the page with their boxes, in the order of the file."""
    import pypdfium2.raw as pdfium

    first, last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    first_ref, last_ref = ctypes.byref(first), ctypes.byref(last)
    get_box = pdfium.FPDFText_GetLooseCharBox
    raw = textpage.raw
    index_of = _index_map(textpage, text)
    style_of = _style_reader(raw)
    words: list[Word] = []
    for line in _LINE.finditer(text):
        found = list(_WORD.finditer(text, line.start(), line.end()))
        if not found:
            continue
        style = style_of(index_of(found[0].start()))
        mixed = style != style_of(index_of(found[-1].start()))
        for match in found:
            start, end = index_of(match.start()), index_of(match.end() - 1)
            if not get_box(raw, start, first_ref):
                continue
            if end == start or not get_box(raw, end, last_ref):
                last = first
            ax, ay = place(min(first.left, last.left), max(first.top, last.top))
            bx, by = place(max(first.right, last.right), min(first.bottom, last.bottom))
            shown = _shown(match[0])
            if shown:
                words.append(
                    Word(
                        shown, min(ax, bx), min(ay, by), max(ax, bx), max(ay, by),
                        style_of(start) if mixed else style,
                    )
                )  # fmt: skip
            if end == start:
                last = pdfium.FS_RECTF()
                last_ref = ctypes.byref(last)
    return words


def _shown(raw: str) -> str:
    """The word as a reader of the page sees it."""
    if any("\ud800" <= c <= "\udfff" for c in raw):
        raw = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return nfc(raw.translate(_CHARACTERS))


def _is_on(word: Word, width: float, height: float) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return -1 <= x <= width + 1 and -1 <= y <= height + 1


def _index_map(textpage: Any, text: str) -> Callable[[int], int]:
    """From a place in the text to pdfium's character; the same unless characters have no text."""
    import pypdfium2.raw as pdfium

    if len(text) == textpage.count_chars():
        return lambda at: at
    raw = textpage.raw
    return lambda at: max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(raw, at)))


def _style_reader(raw: Any) -> Callable[[int], int]:
    """From a character to the bits BOLD and ITALIC, told by the name of its font."""
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    flags_ref = ctypes.byref(flags)
    get_info = pdfium.FPDFText_GetFontInfo

    def style_of(index: int) -> int:
        length = get_info(raw, index, buffer, 128, flags_ref)
        return _style(buffer.value) if 0 < length <= 128 else 0

    return style_of


@lru_cache(maxsize=1024)
def _style(font: bytes) -> int:
    return (BOLD if _BOLD_NAME.search(font) else 0) | (ITALIC if _ITALIC_NAME.search(font) else 0)


def _text_turn(textpage: Any, text: str) -> int | None:
    """Quarter turns that bring most of the text upright; None without text."""
    import pypdfium2.raw as pdfium

    starts = [match.start() for match in _WORD.finditer(text)]
    if not starts:
        return None
    index_of = _index_map(textpage, text)
    turns: Counter[int] = Counter()
    for start in starts[:: max(1, len(starts) // 16)]:
        angle = pdfium.FPDFText_GetCharAngle(textpage, index_of(start))
        turns[-round(angle / 1.5707963) % 4 if angle >= 0 else 0] += 1
    return turns.most_common(1)[0][0]


def make_transform(page: Any, turn: int | None) -> tuple[Point, float, float]:
    """Return the map of coordinates, and width and height of the page as it is read.

    turn: quarter turns of the text in user space; None takes the page's own /Rotate.
    """
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_cropbox()
    width, height = right - left, top - bottom
    if turn is None:
        turn = pdfium.FPDFPage_GetRotation(page) % 4
    if turn == 1:
        return lambda x, y: (y - bottom, x - left), height, width
    if turn == 2:
        return lambda x, y: (right - x, y - bottom), width, height
    if turn == 3:
        return lambda x, y: (top - y, right - x), height, width
    return lambda x, y: (x - left, top - y), width, height

"""The text of one PDF page as words with boxes, upright, in points from the top left.

Text is asked for once a page, boxes twice a word and fonts once a line, all words at a time: a
loop over calls, or one call for each character, would cost several times as much.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import repeat
from operator import gt
from typing import Any

from extract.readers.legacy_fonts import find_encoding, read_run
from extract.readers.pdf_calls import Slots, batches, quick_calls
from extract.readers.pdf_fonts import Font, read_font_names, read_fonts
from extract.readers.pdf_rulings import Matrix
from extract.readers.words import FALLING, RISING, SPACED, Word
from extract.text import nfc

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

_STEEP = 0.97
"""Sine of the angle from which on a line runs up or down the page."""
WORD = re.compile(r"[^\s\ufffe\x02\x00\u00a0]+[\ufffe\x02]?|[\ufffe\x02]")
_MARKS, _PLAIN_WORD = "\ufffe\x02\x00", re.compile(r"\S+")
"""Without such characters, which few pages have, words are found more quickly."""
_ODD = re.compile(r"[\u200b\u2060\ufeff\ud800-\udfff]")
"""Characters that nobody sees, and halves of a pair: see `_shown`."""

_MODERN = re.compile(r"[\u1ea0-\u1ef9\u01a0\u01a1\u01af\u01b0\u0110\u0111]")
"""Letters that text of a TCVN3 or VNI font never holds before it is decoded."""
_LATIN = re.compile(r"[\xa1-\xff]")


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
    pattern = WORD if any(mark in text for mark in _MARKS) else _PLAIN_WORD
    spans = [match.span() for match in pattern.finditer(text)]
    return _PageWords(textpage, text, spans, place).read() if spans else []


class _PageWords:
    """The words of a page: what pdfium tells of all of them, and those that are made so far.

    Lines of one font on one level, nearly all there are, are only noted down line by line; their
    words are made all together. Other lines are made word by word.
    """

    def __init__(
        self, textpage: Any, text: str, spans: Sequence[tuple[int, int]], place: Matrix
    ) -> None:
        self.raw, self.text, self.spans, self.place = textpage.raw, text, spans, place
        self.starts, ends = zip(*spans, strict=True)
        index_of = find_index_map(textpage, text)
        self.firsts: Sequence[int] = self.starts
        lasts: Sequence[int] = [end - 1 for end in ends]
        if index_of:
            self.firsts, lasts = [*map(index_of, self.starts)], [*map(index_of, lasts)]
        self.shown = _shown_words(text, spans)
        self.old_font = _old_font(text)
        self.xs: list[float] = []
        self.bases: list[float] = []
        self.boxes: list[float] = []
        self.known: list[int] = []
        self._read_places(lasts)
        self.rights, self.lows = self.boxes[2::4], self.boxes[3::4]
        self.is_upright = (place.a, place.b, place.c, place.d) == (1, 0, 0, -1)
        self.words: list[Word] = []
        self.made = 0
        self.noted: tuple[list[float], list[float], list[int], list[int]] = ([], [], [], [])

    def _read_places(self, lasts: Sequence[int]) -> None:
        """Ask where the first characters begin and how far the last ones reach."""
        pdfium, raw = quick_calls(), self.raw
        origins, boxes = _place_slots()
        for first, last in zip(batches(self.firsts), batches(lasts), strict=True):
            count = len(first)
            self.known += map(pdfium.FPDFText_GetCharOrigin, repeat(raw), first, *origins.refs)
            found = list(map(pdfium.FPDFText_GetLooseCharBox, repeat(raw), last, boxes.refs[0]))
            if 0 in found:
                self.known[-count:] = map(min, self.known[-count:], found)
            self.xs += origins.column(0, count)
            self.bases += origins.column(1, count)
            self.boxes += boxes.values[: 4 * count].tolist()

    def read(self) -> list[Word]:
        """Return the words of all lines."""
        lines = _find_lines(self.text, self.starts)
        fonts = read_fonts(self.raw, [self.firsts[begin] for begin, _, _ in lines])
        last_names = read_font_names(self.raw, [self.firsts[end - 1] for _, end, _ in lines])
        is_plain = (
            self.is_upright
            and not self.old_font
            and 0 not in self.known
            and all(self.shown)
            and all(map(gt, self.rights, self.xs))
        )
        told = zip(lines, fonts, last_names, strict=True)
        for run, ((begin, end, break_at), font, last_name) in enumerate(told, 1):
            is_mixed = last_name != font.name
            is_spaced = self.text[break_at - 2 : break_at - 1] == " " and run < len(lines)
            if not (
                is_plain and not is_mixed and font.is_level and font.old is None
                and self._note_line(begin, end, font, run, is_spaced)
            ):  # fmt: skip
                self._make_noted(begin)
                self._make_line(begin, end, font, is_mixed, run)
                if is_spaced and self.words:
                    last = self.words[-1]
                    self.words[-1] = last._replace(style=last.style | SPACED)
        self._make_noted(len(self.spans))
        return self.words

    def _note_line(self, begin: int, end: int, font: Font, run: int, is_spaced: bool) -> bool:
        """Note a line down whose words all stand on the same level; say whether it is one."""
        count, size, base = end - begin, font.size, self.bases[begin]
        if count > 1 and self.bases[begin:end].count(base) != count:
            return False
        lows = self.lows[begin:end]
        if not (-1.2 * size < min(lows) - base and max(lows) - base < 1.2 * size):
            return False
        tops, bottoms, styles, runs = self.noted
        top = self.place.f - base - ASCENT * size
        tops += [top] * count
        bottoms += [top + size] * count
        styles += [font.style] * count
        runs += [run] * count
        if is_spaced:
            styles[-1] |= SPACED
        return True

    def _make_noted(self, until: int) -> None:
        """Make the words of the lines noted down, which end where the next one begins."""
        here = slice(self.made, until)
        self.made = until
        tops, bottoms, styles, runs = self.noted
        if tops:
            left = self.place.e
            xs, rights = self.xs[here], self.rights[here]
            if left:
                xs, rights = [x + left for x in xs], [x + left for x in rights]
            sides = zip(self.shown[here], xs, tops, rights, bottoms, styles, runs, strict=True)
            self.words += map(tuple.__new__, repeat(Word), sides)
            self.noted = ([], [], [], [])

    def _make_line(self, begin: int, end: int, font: Font, is_mixed: bool, run: int) -> None:
        """Make the words of a line in several fonts or levels, or that stands, or is encoded."""
        self.made = end
        way = 0
        if not (font.is_level and self.place.d):
            way = find_way(self.raw, self.firsts[begin], self.place)
        fonts = [font] * (end - begin)
        if is_mixed:
            fonts[1:] = read_fonts(self.raw, self.firsts[begin + 1 : end])
        for at, (size, style, old, _, _) in zip(range(begin, end), fonts, strict=True):
            shown = self.shown[at]
            if old or self.old_font:
                start, stop = self.spans[at]
                shown = _read_old(self.text[start:stop], old or self.old_font)
            if shown and self.known[at]:
                self.words.append(self._make_word(shown, at, size, style, way, run))

    def _make_word(self, shown: str, at: int, size: float, style: int, way: int, run: int) -> Word:
        origin = x, base = self.xs[at], self.bases[at]
        box = self.boxes[4 * at : 4 * at + 4]
        if way:
            return _standing_word(shown, self.place, origin, box, size, style, way)
        if not (self.is_upright and -1.2 * size < box[3] - base < 1.2 * size):
            return _turned_word(shown, self.place, origin, box, size, style)
        x0, x1 = x + self.place.e, box[2] + self.place.e
        top = self.place.f - base - ASCENT * size
        return Word(shown, x0, top, x1 if x1 > x0 else x0 + 1, top + size, style, run)


@cache
def _place_slots() -> tuple[Slots, Slots]:
    return Slots("d", 2, pointers=2), Slots("f", 4)


def _find_lines(text: str, starts: Sequence[int]) -> list[tuple[int, int, int]]:
    """First word, the one after the last, and where the text breaks, of each line."""
    lines = []
    begin = 0
    while begin < len(starts):
        found = text.find("\n", starts[begin])
        break_at = len(text) if found < 0 else found
        end = bisect_left(starts, break_at, begin)
        lines.append((begin, end, break_at))
        begin = end
    return lines


def _shown_words(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """The words as a reader of the page sees them."""
    text = _replace_characters(text)
    if _ODD.search(text) or not unicodedata.is_normalized("NFC", text):
        return [_shown(text[start:end]) for start, end in spans]
    return [text[start:end] for start, end in spans]


def _read_old(raw: str, font: str | None) -> str:
    """A word of a TCVN3 or VNI font as Unicode; one that is Unicode already stays."""
    return _shown(_replace_characters(raw if _MODERN.search(raw) else read_run(raw, font)))


def _replace_characters(text: str) -> str:
    for character in set(_REPLACED.findall(text)):
        text = text.replace(character, _CHARACTERS[character])
    return text


def _turned_word(
    shown: str,
    place: Matrix,
    origin: tuple[float, float],
    box: Sequence[float],
    size: float,
    style: int,
) -> Word:
    """A word of a turned page, or one drawn upright or at a slant among level ones."""
    x0, base = place.of(*origin)
    ax, ay = place.of(box[0], box[1])
    bx, by = place.of(box[2], box[3])
    if abs(ay + by - 2 * base) > 3 * size:
        xs, ys = (x0, ax, bx), (base, ay, by)
        return Word(shown, min(xs), min(ys), max(xs), max(ys), style)
    top = base - ASCENT * size
    return Word(shown, x0, top, max(ax, bx, x0 + 0.2 * size), top + size, style)


def _standing_word(
    shown: str,
    place: Matrix,
    origin: tuple[float, float],
    box: Sequence[float],
    size: float,
    style: int,
    way: int,
) -> Word:
    """A word of a line that runs up or down the page; its letters lie on their sides."""
    x, start = place.of(*origin)
    ends = place.of(box[0], box[1])[1], place.of(box[2], box[3])[1]
    if way == RISING:
        top, bottom = min(*ends, start - 0.2 * size), start
        left = x - ASCENT * size
    else:
        top, bottom = start, max(*ends, start + 0.2 * size)
        left = x - (1 - ASCENT) * size
    return Word(shown, left, top, left + size, bottom, style | way)


def find_way(raw: Any, index: int, place: Matrix) -> int:
    """Return RISING or FALLING where the text at this place runs up or down the page, else 0."""
    angle = quick_calls().FPDFText_GetCharAngle(raw, index)
    if angle <= 0 and place.d:
        return 0
    down = place.b * math.cos(angle) - place.d * math.sin(angle)  # the angle runs clockwise
    return 0 if abs(down) < _STEEP else FALLING if down > 0 else RISING


def _shown(raw: str) -> str:
    """The word as a reader of the page sees it."""
    if any("\ud800" <= c <= "\udfff" for c in raw):
        raw = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return nfc(_ODD.sub("", raw))


def find_index_map(textpage: Any, text: str) -> Callable[[int], int] | None:
    """From a place in the text to pdfium's character; None where they are the same.

    They differ when characters have no text.
    """
    import pypdfium2.raw as pdfium

    if len(text) == textpage.count_chars():
        return None
    raw = textpage.raw
    return lambda at: max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(raw, at)))


def _old_font(text: str) -> str | None:
    """A font whose encoding the text of a page is in although its fonts do not tell; or None."""
    if _MODERN.search(text) or not _LATIN.search(text):
        return None
    return {"tcvn3": ".VnTime", "vni": "VNI-Times"}.get(find_encoding(text))

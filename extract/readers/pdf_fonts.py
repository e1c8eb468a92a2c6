"""Fonts of characters of a PDF page: size as drawn, style, names of fonts with an old encoding."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import Any, NamedTuple

from extract.readers.legacy_fonts import font_encoding
from extract.readers.pdf_calls import Slots, batches, quick_calls
from extract.readers.words import BOLD, ITALIC

_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|[-,]bd", re.IGNORECASE)
_ITALIC_NAME = re.compile(rb"italic|oblique|[-,]it\b", re.IGNORECASE)


class Font(NamedTuple):
    """How a character is set.

    size: in points as drawn. style: the bits BOLD and ITALIC, told by the name. old: the name of
    a font that is not of Unicode, or None. name: as the file has it. is_level: the character
    stands upright in user space.
    """

    size: float
    style: int
    old: str | None
    name: bytes
    is_level: bool


def read_fonts(raw: Any, indices: Sequence[int]) -> list[Font]:
    """Return the fonts of characters; raw: the text page, indices: theirs in pdfium."""
    fonts: list[Font] = []
    pdfium, matrices = quick_calls(), _matrices()
    for part in batches(indices):
        count = len(part)
        sizes = list(map(pdfium.FPDFText_GetFontSize, repeat(raw), part))
        found = list(map(pdfium.FPDFText_GetMatrix, repeat(raw), part, matrices.refs[0]))
        a, c, d = (matrices.column(number, count) for number in (0, 2, 3))
        fonts += map(_make_font, sizes, found, a, c, d, _read_names(raw, part))
    return fonts


@lru_cache(maxsize=1024)
def _make_font(size: float, has_matrix: int, a: float, c: float, d: float, name: bytes) -> Font:
    """The font of a character; a, c, d: numbers of its matrix, if it has one."""
    if has_matrix:
        size *= math.hypot(c, d)
    style, old = _style(name)
    is_level = bool(has_matrix) and c == 0 and a > 0
    return Font(size if 0.5 < size < 1000 else 10.0, style, old, name, is_level)


def read_font_names(raw: Any, indices: Sequence[int]) -> list[bytes]:
    """Return the names of the fonts of characters; empty where a font has none."""
    return [name for part in batches(indices) for name in _read_names(raw, part)]


def _read_names(raw: Any, indices: Sequence[int]) -> list[bytes]:
    get_info, names, flags = quick_calls().FPDFText_GetFontInfo, _names(), _flags().refs[0]
    size = names.numbers
    lengths = list(map(get_info, repeat(raw), indices, names.refs[0], repeat(size), flags))
    memory = names.values[: size * len(indices)].tobytes()
    return [
        memory[start : start + length - 1] if 0 < length <= size else b""
        for start, length in zip(range(0, len(memory), size), lengths, strict=True)
    ]


@cache
def _matrices() -> Slots:
    return Slots("f", 6)


@cache
def _names() -> Slots:
    return Slots("B", 128)


@cache
def _flags() -> Slots:
    return Slots("B", 4)


def _style(font: bytes) -> tuple[int, str | None]:
    style = (BOLD if _BOLD_NAME.search(font) else 0) | (ITALIC if _ITALIC_NAME.search(font) else 0)
    name = font.decode("latin-1").split("+", 1)[-1]
    return style, name if font_encoding(name) != "unicode" else None

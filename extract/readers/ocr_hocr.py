"""What Tesseract says (hOCR) into lines of words with boxes, in pixels of its image."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.text import nfc


class OcrWord(NamedTuple):
    """confidence: 0 to 100. struck: a stroke runs through it."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    struck: bool = False


class OcrLine(NamedTuple):
    """size: height of the letters from the deepest to the highest. slope, base: of the baseline.

    The baseline stands at `base` where x is 0, and `slope` lower with every pixel to the right.
    """

    words: tuple[OcrWord, ...]
    size: float
    slope: float
    base: float


_NUMBER = r"-?\d{1,6}(?:\.\d{1,12})?(?:e[-+]\d{1,3})?"
_LINE = re.compile(
    r"class='ocr_(?:line|caption|header|textfloat)'[^>]{0,80}?title=\"bbox "
    rf"(?P<x0>\d{{1,6}}) \d{{1,6}} \d{{1,6}} (?P<bottom>\d{{1,6}});"
    rf"(?: baseline (?P<slope>{_NUMBER}) (?P<base>{_NUMBER});)?[^\">]{{0,60}}?"
    rf" x_size (?P<size>{_NUMBER})"
)
_WORD = re.compile(
    r"class='ocrx_word'[^>]{0,80}?title='bbox "
    r"(?P<x0>\d{1,6}) (?P<top>\d{1,6}) (?P<x1>\d{1,6}) (?P<bottom>\d{1,6}); "
    r"x_wconf (?P<confidence>\d{1,3})'[^>]{0,80}>(?P<text>[^\n]{0,400}?)</span>"
)
_TAG = re.compile(r"<[^>]{0,100}>")


def parse_hocr(hocr: str) -> list[OcrLine]:
    """Return the lines that hold words, in the order of the engine."""
    starts = list(_LINE.finditer(hocr))
    ends = [*(match.start() for match in starts[1:]), len(hocr)]
    lines: list[OcrLine] = []
    for match, end in zip(starts, ends, strict=False):
        words = tuple(_words(hocr, match.end(), end))
        if words:
            slope, rise = float(match["slope"] or 0), float(match["base"] or 0)
            base = float(match["bottom"]) + rise - slope * float(match["x0"])
            lines.append(OcrLine(words, float(match["size"]), slope, base))
    return lines


def _words(hocr: str, start: int, end: int) -> Iterator[OcrWord]:
    for match in _WORD.finditer(hocr, start, end):
        text = nfc(html.unescape(_TAG.sub("", match["text"]))).strip()
        if text:
            x0, top, x1, bottom = (float(match[name]) for name in ("x0", "top", "x1", "bottom"))
            yield OcrWord(text, x0, top, x1, bottom, float(match["confidence"]))

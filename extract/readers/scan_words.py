"""Lines as Tesseract reads them into words as the PDF reader makes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extract.readers.ocr_hocr import OcrLine, OcrWord
from extract.readers.ocr_repair import is_noise, repair_word
from extract.readers.pdf_words import ASCENT
from extract.readers.words import STRUCK, Word

_SIZE = 1.09
"""Font size by the height from the deepest to the highest letter."""
_ALIKE = (0.72, 1.3)
"""A line whose size is within this share of the usual one has the usual size."""
_TALL, _DEEP = re.compile("[bdđhklA-ZĐ]"), re.compile("[gpqyýỳỷỹỵ]")
"""Letters that reach as high, and as deep, as a font does."""
_WHOLE = 1.03
"""Size of a line by the height of a word with both."""
_BELIEVED = (0.8, 1.2)
"""A size is the engine's own within this share of what such words show."""


def make_words(lines: Sequence[OcrLine], scale: float) -> list[Word]:
    """Return the words in points, standing on their baselines and as high as their font.

    scale: points a pixel. Boxes of letters differ from word to word, and the engine's guess of a
    size from line to line; a page has few sizes.
    """
    lines = [line._replace(size=find_size(line)) for line in lines]
    usual = median_size(lines)
    words: list[Word] = []
    for line in lines:
        size = line.size
        short = len(line.words) == 1 and not any(c.isalpha() for c in line.words[0].text)
        if usual and (short or _ALIKE[0] * usual <= size <= _ALIKE[1] * usual):
            size = usual
        height = _SIZE * size * scale
        for word in line.words:
            text = repair_word(word.text)
            tiny = word.bottom - word.top < 0.2 * size and word.x1 - word.x0 < 0.2 * size
            if not text or is_noise(text, word.confidence, tiny):
                continue
            top = _base(line, word) * scale - ASCENT * height
            style = STRUCK if word.struck else 0
            words.append(Word(text, word.x0 * scale, top, word.x1 * scale, top + height, style))
    return words


def _base(line: OcrLine, word: OcrWord) -> float:
    """Where the word stands; a lone digit may have a baseline far from it."""
    base = line.base + line.slope * (word.x0 + word.x1) / 2
    middle = (word.top + word.bottom) / 2
    return base if middle < base < word.bottom + 0.3 * line.size else word.bottom


def find_size(line: OcrLine) -> float:
    """Return the size of a line: the engine's, or what its words show where that is far off.

    The engine guesses it from few letters and may miss by a third ("2011-2020; ...").
    """
    heights = [
        word.bottom - word.top
        for word in line.words
        if _DEEP.search(word.text) and _TALL.search(word.text)
    ]
    shown = _WHOLE * median(heights) if heights else line.size
    return line.size if _BELIEVED[0] * shown <= line.size <= _BELIEVED[1] * shown else shown


def median_size(lines: Sequence[OcrLine]) -> float:
    """Return the usual size of lines, by the letters in them; 0 without lines."""
    sizes = sorted((line.size, sum(len(w.text) for w in line.words)) for line in lines)
    half, total = sum(count for _, count in sizes) / 2, 0
    for size, count in sizes:
        total += count
        if total >= half:
            return size
    return 0.0


def mean_confidence(words: Sequence[OcrWord]) -> float | None:
    """Return the mean over words by their length, 0 to 100; None without words."""
    letters = sum(len(word.text) for word in words)
    if not letters:
        return None
    return sum(word.confidence * len(word.text) for word in words) / letters

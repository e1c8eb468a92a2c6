"""Number and date of a letterhead where a hand filled them in.

Engines read handwriting badly and are unsure of it: "47" comes out as "7". A number or a day
that the engine is sure of stays; else the place is left blank, as an unfilled form has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from extract.model import Note
from extract.readers.ocr_hocr import OcrLine, OcrWord
from extract.text import fold

_SURE = 60.0
_PRINTED = 85.0
"""Confidence that the digits of a number alone are print, where its code is what is doubtful."""
_TOP = 0.4
"""Part of the page, from the top, where a letterhead stands."""
_CODE = re.compile(r"(?:^|[^A-ZĐ])(?P<code>[A-ZĐ]{1,4} ?[-–] ?[A-ZĐ][\w&.-]{1,20})\W{0,3}$")
_YEAR = re.compile(r"(?:19|20)\d\d\W?")


_NUMBER = re.compile(r"\d{1,5}(?=/)")

ReadDigits = Callable[[OcrWord, int], tuple[str, float]]
"""Reads the first letters of a word again, as digits alone; returns them and its confidence."""


def settle_header(
    lines: Iterable[OcrLine], height: float, number: int, read_digits: ReadDigits
) -> tuple[list[OcrLine], list[Note]]:
    """Return the lines with doubtful numbers and days left blank, and notes of what was read.

    height: of the page in pixels. number: of the page.
    """
    kept: list[OcrLine] = []
    notes: list[Note] = []
    for line in lines:
        words = line.words
        if words[0].top < _TOP * height:
            words = tuple(_settle_date(_settle_number(line.words, read_digits)))
        if words != line.words:
            was = " ".join(word.text for word in line.words)
            notes.append(Note("doubtful_header", f'written by hand? "{was[:80]}"', number))
            line = line._replace(words=words)  # noqa: PLW2901
        kept.append(line)
    return kept, notes


def _settle_number(words: tuple[OcrWord, ...], read_digits: ReadDigits) -> tuple[OcrWord, ...]:
    """ "Số: 4 7 /KH-UBND" as "Số: /KH-UBND" where the engine is not sure of what stands between."""
    if len(words) < 2 or fold(words[0].text).rstrip(" .:;") != "so":
        return words
    rest = words[1:]
    match = _CODE.search(" ".join(word.text for word in rest))
    if match is None:
        return words
    filled = rest[:-1] if rest[-1].text.strip("/|") == match["code"] else rest
    if not filled or all(word.confidence >= _SURE for word in filled):
        return words
    digits = _NUMBER.match(rest[0].text) if len(rest) == 1 else None
    if digits:
        again, sure = read_digits(rest[0], digits.end())
        if again == digits[0] and sure >= _PRINTED:
            return words  # the engine does not know the code, but the number is print
    return words[0], rest[-1]._replace(text=f"/{match['code']}")


def _settle_date(words: Sequence[OcrWord]) -> Iterator[OcrWord]:
    """ "Yên Phú, ngày ?5 tháng 6 năm 2014" without day and month where they are doubtful."""
    year = next((k for k in range(1, len(words)) if _ends_date(words, k)), 0)
    middle = range(1, year - 1)
    comma = next((k for k in range(year - 1) if "," in words[k].text), None)
    if comma is None or all(words[k].confidence >= _SURE for k in middle if k > comma):
        glued = comma is not None and not words[comma].text.endswith(",")
        if not (glued and comma is not None and words[comma].confidence < _SURE):
            yield from words
            return
    yield from words[:comma]
    place = words[comma]
    yield place._replace(text=place.text.partition(",")[0] + ",")
    left, right = place.x1, words[year - 1].x0
    third = (right - left) / 3
    yield place._replace(text="ngày", x0=left + 0.2 * third, x1=left + third)
    yield place._replace(text="tháng", x0=right - third, x1=right - 0.2 * third)
    yield from words[year - 1 :]


def _ends_date(words: Sequence[OcrWord], index: int) -> bool:
    return fold(words[index - 1].text) == "nam" and bool(_YEAR.fullmatch(words[index].text))

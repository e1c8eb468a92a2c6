"""Numbers and days that a hand filled in: read when the engine is sure, else left blank."""

import pytest

from extract.readers.ocr_hocr import OcrLine, OcrWord
from extract.readers.scan_header import settle_header

CASES = {  # name: words of the line with their confidence, what is left
    "printed": ("Số: 93|47/KH-UBND 91", "Số: 47/KH-UBND"),
    "a digit lost": ("Số: 80|4 0|7 86|/KH-UBND 91", "Số: /KH-UBND"),
    "glued to the code": ("Số: 93|2Ô6KH-UBND 36", "Số: /KH-UBND"),
    "a code that no engine knows": ("Số: 93|19/KH-CĐN 13", "Số: 19/KH-CĐN"),
    "digits by hand before it": ("Số: 93|47/KH-CĐN 13", "Số: /KH-CĐN"),
    "other digits when read alone": ("Số: 93|61/KH-CĐN 13", "Số: /KH-CĐN"),
    "a hand that is read well": ("Số: 93|47 88|/KH-UBND 91", "Số: 47 /KH-UBND"),
    "a blank form": ("Số: 93|/KH-UBND 88", "Số: /KH-UBND"),
    "no symbol": ("Số 93|lượng 40|hồ 90|sơ 91", "Số lượng hồ sơ"),
    "a printed day": (
        "Yên 93|Phú, 95|ngày 96|08 92|tháng 96|5 93|năm 96|2019 96",
        "Yên Phú, ngày 08 tháng 5 năm 2019"),
    "a day by hand": (
        "Yên 93|Phú, 95|ngày 96|?5 28|tháng 90|6 93|năm 96|2014 96",
        "Yên Phú, ngày tháng năm 2014"),
    "day glued to the place": (
        "Yên 93|Phú,ngài 35|5 28|thán§ 9|năm 96|2014 96", "Yên Phú, ngày tháng năm 2014"),
    "prose": ("trong 96|kế 50|hoạch, 40|của 96|năm 96|2019 96", "trong kế hoạch, của năm 2019"),
}  # fmt: skip


ALONE = {"19": ("19", 93.0), "47": ("47", 40.0), "61": ("81", 92.0)}
"""What the engine reads in the digits by themselves."""


def read_digits(word, count):
    return ALONE.get(word.text[:count], ("", 0.0))


def line_of(words, top=200):
    boxes = (word.rsplit(" ", 1) for word in words.split("|"))
    return OcrLine(
        tuple(
            OcrWord(text, 100.0 * k, top, 100.0 * k + 90, top + 30, float(sure))
            for k, (text, sure) in enumerate(boxes)
        ),
        30.0, 0.0, top + 25.0,
    )  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES.values(), ids=CASES)
def test_doubtful_header(words, expected):
    """What is doubtful is blank and noted with what was read; words keep their order."""
    line = line_of(words)
    (kept,), notes = settle_header([line], 2339, 1, read_digits)
    assert " ".join(word.text for word in kept.words) == expected
    assert bool(notes) == (kept != line)
    assert all(a.x0 <= b.x0 for a, b in zip(kept.words, kept.words[1:], strict=False))


def test_only_the_top_of_a_page_is_a_letterhead():
    """The same words further down are left alone."""
    line = line_of("Số: 80|4 0|7 86|/KH-UBND 91", top=1500)
    assert settle_header([line], 2339, 1, read_digits) == ([line], [])

"""Ordinals of rows and paragraphs, and the levels they make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.stages.ordinals import Levels, find_label, parse_ordinal, roman_value

ORDINALS = {  # printed: (text, style, value, malformed), None when it is no ordinal
    "1": ("1", "number", 1, False),
    "12.": ("12", "number", 12, False),
    "(3)": ("3", "number", 3, False),
    "1.1": ("1.1", "dotted2", 1, False),
    "2.2.10.": ("2.2.10", "dotted3", 10, False),
    "2,2,1": ("2,2,1", "dotted3", 1, True),
    "IV": ("IV", "roman", 4, False),
    "I.": ("I", "roman", 1, False),
    "a)": ("a", "lower", 1, False),
    "đ)": ("đ", "lower", 5, False),
    "B": ("B", "upper", 2, False),
    "C": ("C", "upper", 3, False),
    "I.2": ("I.2", "dotted2", 2, False),
    "1.a": ("1.a", "dotted2", 1, False),
    "-": ("-", "bullet", None, False),
    "+": ("+", "plus", None, False),
    "Điều 3": ("Điều 3", "article", 3, False),
    "Phần II": ("Phần II", "part", 2, False),
    "Xã An Bình": None,
    "12.900.000": ("12.900.000", "dotted3", 0, False),
    "": None,
    "....": None,
    "IIVX": None,
}


@pytest.mark.parametrize(("raw", "expected"), ORDINALS.items())
def test_ordinals(raw, expected):
    found = parse_ordinal(raw)
    assert expected == (found and (found.text, found.style, found.value, found.malformed))


def test_letter_i_after_h():
    """A lone I is a Roman one, but a letter after H."""
    assert parse_ordinal("I", parse_ordinal("H")).style == "upper"
    assert parse_ordinal("I", parse_ordinal("II")).style == "roman"


LABELS = {  # paragraph: (label, words that follow), None without a label
    "I. MỤC ĐÍCH": ("I", "MỤC ĐÍCH"),
    "II- NỘI DUNG": ("II", "NỘI DUNG"),
    "1. Mục đích": ("1", "Mục đích"),
    "1.Mục đích": ("1", "Mục đích"),
    "2.1. Kiểm tra": ("2.1", "Kiểm tra"),
    "a) Chỉ tiêu": ("a", "Chỉ tiêu"),
    "- Sở Nội vụ;": ("-", "Sở Nội vụ;"),
    "- + Số TTHC": ("+", "Số TTHC"),
    "* Về cải cách": ("-", "Về cải cách"),
    "Điều 1. Mục tiêu": ("Điều 1", "Mục tiêu"),
    "I.1. Mục đích": ("I.1", "Mục đích"),
    "12.900.000 đồng cho cả năm": None,
    "20/10/2020 là ngày cuối": None,
    "2020 là năm cuối": None,
    "TM. ỦY BAN NHÂN DÂN": None,
    "KT. CHỦ TỊCH": None,
    "VI PHẠM": None,
    "Trước ngày 20": None,
}


@pytest.mark.parametrize(("text", "expected"), LABELS.items())
def test_labels(text, expected):
    """The label is cut off at the place where the words start."""
    found = find_label(text)
    assert expected == (found and (found[0], text[found[1] :]))


@given(st.text(max_size=60))
def test_any_text_has_a_label_or_none(text):
    found = find_label(text)
    assert found is None or 0 < found[1] <= len(text)
    parse_ordinal(text)


@given(st.integers(1, 38))
def test_roman_numbers_come_back(number):
    tens, units = divmod(number, 10)
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    assert roman_value("X" * tens + ones[units]) == number


def test_levels():
    """A style seen before closes what it holds; a new one is placed by its rank."""
    levels = Levels()
    styles = ["roman", "number", "dotted2", "number", "roman", "number", "lower", "number"]
    placed = [levels.push(style, index) for index, style in enumerate(styles)]
    assert placed == [(0, None), (1, 0), (2, 1), (1, 0), (0, None), (1, 4), (2, 5), (1, 4)]

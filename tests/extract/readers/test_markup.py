"""Markup goes, text stays: marks lie where the styled words are."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.markup import strip_lines, strip_markup
from extract.text import clean

CASES = {  # name: line, text, {(marked words, kind)}
    "bold": ("Số: **50** /KH-UBND", "Số: 50 /KH-UBND", {("50", "bold")}),
    "italic": ("kế hoạch (*khi có yêu cầu*).", "kế hoạch (khi có yêu cầu).", {("khi có yêu cầu", "italic")}),
    "both": ("***Nơi nhận:***", "Nơi nhận:", {("Nơi nhận:", "bold"), ("Nơi nhận:", "italic")}),
    "struck": ("ngày **3** /~~03~~/2020", "ngày 3 /03/2020", {("3", "bold"), ("03", "struck")}),
    "tags": ("<b>TT</b> <i>x</i><br>y", "TT x y", {("TT", "bold"), ("x", "italic")}),
    "tag with attributes": ('<span style="a">x</span><font face=y>z</font>', "xz", set()),
    "comment": ("a<!-- b -->c", "ac", set()),
    "escaped star": ("\\* Về", "* Về", set()),
    "escaped number": ("1\\. Mục", "1. Mục", set()),
    "entity": ("A &amp; B&nbsp;C &lt;b&gt;", "A & B C <b>", set()),
    "link and image": ("xem [đây](https://a.vn/b) ![ảnh](x.png)!", "xem đây ảnh!", set()),
    "spaces": ("  a \t  b  ", "a b", set()),
    "bullet": ("* Về cải cách", "* Về cải cách", set()),
    "product": ("3 * 4 * 5", "3 * 4 * 5", set()),
    "lone star": ("Ghi chú *", "Ghi chú *", set()),
    "star before a note": ("*Ghi chú", "*Ghi chú", set()),
    "mark of a note": ("Kinh phí (*) và (**)", "Kinh phí (*) và (**)", set()),
    "lone double star": ("**Mục", "Mục", set()),
    "less and greater": ("a < b > c, <5 ngày", "a < b > c, <5 ngày", set()),
    "unknown tag": ("<tên đơn vị>", "<tên đơn vị>", set()),
    "brackets": ("[1](2) và [x]", "[1](2) và [x]", set()),
    "no entity": ("R&D; A&B", "R&D; A&B", set()),
    "blank to fill in": ("Số: ____ /KH", "Số: ____ /KH", set()),
}  # fmt: skip


@pytest.mark.parametrize(("line", "text", "marks"), CASES.values(), ids=CASES)
def test_strip_markup(line, text, marks):
    """The line reads as it would be shown, and each mark covers its words."""
    shown, found = strip_markup(line)
    assert shown == text
    assert {(shown[m.start : m.end], m.kind) for m in found} == marks


def test_marks_run_over_lines():
    """A title in bold over three lines is bold in each."""
    lines = strip_lines(["**BẢNG TỔNG HỢP", "KẾT QUẢ", "CÔNG KHAI**", "(kèm theo)"])
    assert [text for text, _ in lines] == ["BẢNG TỔNG HỢP", "KẾT QUẢ", "CÔNG KHAI", "(kèm theo)"]
    assert [[(m.start, m.end) for m in marks] for _, marks in lines] == [
        [(0, 13)],
        [(0, 7)],
        [(0, 9)],
        [],
    ]


BROKEN = {  # name: lines, lines as shown
    "tag": (["a<b", ">c</b>"], ["a", "c"]),
    "tag with attributes": (["<p", 'align="center"', ">Số"], ["", "", "Số"]),
    "comment": (["a<!-- b", "c", "d -->e"], ["a", "", "e"]),
    "link": (["[Kế", "hoạch](#x) này"], ["Kế", "hoạch này"]),
    "break": (["a<br", "/>b"], ["a", "b"]),
}


@pytest.mark.parametrize(("lines", "expected"), BROKEN.values(), ids=BROKEN)
def test_marks_broken_over_lines(lines, expected):
    """A tag or comment that a line end cuts takes no line with it."""
    assert [text for text, _ in strip_lines(lines)] == expected


WORDS = st.text(
    st.characters(
        blacklist_categories=["Cs", "Cc", "Cf", "Mn"], blacklist_characters="*~<>&\\[]()!"
    ),
    max_size=12,
)
MARKS = st.sampled_from(["**", "*", "~~", "<b>", "</b>", "<i>", "</i>", "\\*", " ", "<br>"])


@given(st.lists(st.one_of(WORDS, MARKS), max_size=12))
def test_no_letter_is_lost(pieces):
    """Whatever marks stand between them, all other characters stay, in order."""
    shown, marks = strip_markup("".join(pieces))
    kept = "".join(
        p for p in pieces if p not in ("**", "*", "~~", "<b>", "</b>", "<i>", "</i>", "\\*", "<br>")
    )
    assert "".join(shown.replace("*", "").split()) == "".join(clean(kept).split())
    assert all(0 <= m.start < m.end <= len(shown) for m in marks)
    assert shown == shown.strip() and "  " not in shown


@given(st.text(max_size=300))
def test_any_text(text):
    """Any text gives tidy NFC text, and marks inside it."""
    shown, marks = strip_markup(text)
    assert all(0 <= m.start < m.end <= len(shown) for m in marks)
    assert shown == " ".join(shown.split())


@pytest.mark.parametrize(
    "unit",
    ["*", "**", "*a ", "<b", "<b>", "<!--", "[", "[a](", "&", "&a", "\\", "~~", "![", "(*", "**a"],
)
def test_hostile_lines_take_linear_time(unit):
    """A hundred thousand characters of half-open markup are read at once."""
    begin = time.process_time()
    strip_markup(unit * (100_000 // len(unit)))
    assert time.process_time() - begin < 2

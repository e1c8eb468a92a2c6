"""Texts cut at the places of records: nothing is lost, citations come first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.browse.chart import draw_fan
from extract.browse.excel import excel_csv
from extract.browse.highlight import Span, cut, find_words

KINDS = {"c": "citation", "d": "deadline", "u": "unit", "?": "doubt"}
CASES = {  # text, spans drawn below it (one line each: letter of the kind), pieces
    "apart": ("căn cứ A trước B", ["       c        ", "         ddddddd"],
              [("căn cứ ", ""), ("A", "c"), (" ", ""), ("trước B", "d")]),
    "a citation inside a deadline": ("trước ngày A xong", ["ddddddddddddddddd", "           c     "],
                                     [("trước ngày ", "d"), ("A", "c"), (" xong", "d")]),
    "a doubt over both": ("AB", ["c ", " d", "??"], [("A", "c?"), ("B", "d?")]),
    "none": ("abc", [], [("abc", "")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "drawn", "pieces"), CASES.values(), ids=CASES)
def test_pieces(text, drawn, pieces):
    """Each piece has the mark that counts most; a doubt is laid over it."""
    spans = [
        Span(len(line) - len(line.lstrip()), len(line.rstrip()), KINDS[line.strip()[0]], str(n), "")
        for n, line in enumerate(drawn)
    ]
    found = [
        (p.text, (p.span.kind[0] if p.span else "") + ("?" if p.doubtful else ""))
        for p in cut(text, spans)
    ]
    assert found == pieces


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70), st.sampled_from(list(KINDS)))),
)
def test_nothing_is_lost(text, places):
    """Joined, the pieces are the text; each known place begins exactly once."""
    spans = [Span(a, b, KINDS[kind], str(n), "t") for n, (a, b, kind) in enumerate(places)]
    found = cut(text, spans)
    assert "".join(p.text for p in found) == text
    known = [s.id for s in spans if 0 <= s.start < s.end <= len(text)]
    assert sorted(i for p in found for i in p.ids) == sorted(known)


def test_words_are_found_without_marks():
    """Whole words only, marks and case apart."""
    assert find_words("Đoàn kiểm tra, đoạn khác", ["doan"]) == [(0, 4), (15, 19)]
    assert find_words("Đoàn", ["do", ""]) == []


@given(st.lists(st.tuples(st.text(max_size=60), st.integers(1, 10**6)), max_size=15))
def test_a_fan_stays_in_its_frame(rows):
    """Names lie one below the other, lines have a width."""
    fan = draw_fan([{"label": label, "count": count} for label, count in rows])
    assert [r.y for r in fan.rays] == sorted({r.y for r in fan.rays})
    assert all(0 < r.y < fan.height and 1 <= r.width <= 6 for r in fan.rays)


def test_csv_for_excel():
    """A mark at the start; text that looks like a formula is guarded, numbers are not."""
    text = excel_csv(["a", "=b"], [["=1+1", -5], ["- gạch đầu dòng", None]])
    assert text == "\ufeffa,'=b\r\n'=1+1,-5\r\n'- gạch đầu dòng,\r\n"

"""Standards are found with their numbers, and are no citations."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Header, Passage
from extract.stages.citations import find_citations
from extract.stages.standards import find_standards

CASES = {  # name: text, spans drawn below it, (symbol, year, suspect) of each
    "quality system": (
        "Áp dụng Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015 tại UBND xã",
        "                                         [                ]            ",
        [("TCVN ISO 9001:2015", 2015, None)]),
    "parts in the wrong order, no year": (
        "Việc áp dụng ISO TCVN 9001 tại đơn vị",
        "             [           ]           ",
        [("TCVN ISO 9001", None, "ISO stands before TCVN")]),
    "regulation of a ministry": (
        "nước thải đạt QCVN 40:2011/BTNMT, cột A; QCVN 07-1:2016/BXD",
        "              [                ]         [                ]",
        [("QCVN 40:2011/BTNMT", 2011, None), ("QCVN 07-1:2016/BXD", 2016, None)]),
    "spaces and other dashes": (
        "phòng cháy theo TCVN 2622 – 1995 và TCVN ISO 9001 : 2008.",
        "                [              ]    [                  ] ",
        [("TCVN 2622:1995", 1995, None), ("TCVN ISO 9001:2008", 2008, None)]),
    "international": (
        "ISO/IEC 27001:2013; ISO 9001",
        "[                ]  [      ]",
        [("ISO/IEC 27001:2013", 2013, None), ("ISO 9001", None, None)]),
    "no number, or no standard": (
        "Thư ký ISO; quy trình ISO điện tử; 61/2018/NĐ-CP; 12/TCVN-KH; mức độ 3, 4; ISOLA 9001",
        "                                                                                     ",
        []),
}  # fmt: skip


def spans(drawing):
    starts = [i for i, c in enumerate(drawing) if c == "["]
    return [(start, drawing.index("]", start) + 1) for start in starts]


@pytest.mark.parametrize(("text", "drawing", "expected"), CASES.values(), ids=CASES)
def test_standards(text, drawing, expected):
    """Each standard runs from its body to its year or publisher; none of them is a citation."""
    found = find_standards((Passage(0, text),))
    assert [(s.start, s.end) for s in found] == spans(drawing)
    assert [(s.symbol, s.year, s.suspect) for s in found] == expected
    citations, _ = find_citations((Passage(0, text),), Header())
    assert not [c for c in citations for s in found if c.start < s.end and s.start < c.end]


@given(st.text(st.sampled_from("TCVNQISO/ 019:-–đA"), max_size=60))
def test_offsets(text):
    """Whatever stands there, the words of a standard are the words of the text."""
    for standard in find_standards((Passage(0, text),)):
        assert text[standard.start : standard.end] == standard.raw


@pytest.mark.parametrize("piece", ["TCVN ", "ISO/IEC TCVN-", "9001:", "QCVN 40:2011/BTNMT"])
def test_hostile_text(piece):
    """A megabyte of anything takes seconds."""
    start = time.process_time()
    find_standards((Passage(0, piece * (1_000_000 // len(piece))),))
    assert time.process_time() - start < 10

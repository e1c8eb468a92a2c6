"""Type words that a scan damaged: found before their symbols, told, and nowhere else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pipeline import extract
from extract.readers import read_bytes
from extract.stages.citations.damaged import find_damaged, mend
from extract.stages.citations.grammar import load_grammar

CASES = {  # name: text as it was read, start of the citation as read, its type, its doubt
    "a letter taken for a bar": (
        "Căn cứ Ngh| định số 61/2018/NĐ-CP ngày 23/4/2018;", "Ngh| định số", "Nghị định", "Ngh| định"),
    "two letters run together": (
        "Căn cứ Nghị đmh số 61/2018/NĐ-CP ngày 23/4/2018;", "Nghị đmh số", "Nghị định", "Nghị đmh"),
    "without the word for number": (
        "Căn cứ Quyếi định 45/2016/QĐ-TTg ngày 19/10/2016;", "Quyếi định", "Quyết định", "Quyếi định"),
    "a letter and a mark": (
        "Thực hiện Ké boạch số 12/KH-UBND ngày 19/10/2016;", "Ké boạch", "Kế hoạch", "Ké boạch"),
    "a letter lost": ("theo Thông t số 02/2017/TT-VPCP", "Thông t số", "Thông tư", "Thông t"),
    "in small letters": ("theo chí tbị số 12/CT-TTg", "chí tbị", "Chỉ thị", "chí tbị"),
    "a letter, marks alone": (
        "theo Công vãn số 12/UBND-NC ngày 19/10/2016", "Công vãn", "Công văn", "Công vãn"),
    "a law by its name": ("Căn cứ Luât Đất đai năm 2013;", "Luât Đất", "Luật", "Luât"),
}  # fmt: skip

LEFT = {  # what stands before a symbol and is no type word, or another one
    "another type word": "quy hoạch số 12/KH-UBND",
    "other words": "phòng họp số 3/QĐ-UBND ngày 4/5/2019",
    "alike, of another code": "chỉ định số 5/NQ-CP ngày 3/4/2018",
    "a name": "xã Công Vân số 12/UBND-NC ngày 2/3/2018",
    "no name of a law": "Luât giao thông và LUAT",
    "right as it is": "Nghị định số 61/2018/NĐ-CP",
}


def read(text: str, scanned: bool):
    document = read_bytes(f"KẾ HOẠCH\nVề việc thử\n\n{text}\n".encode(), "thu.txt")
    return extract(replace(document, scanned=scanned))


@pytest.mark.parametrize(("text", "start", "kind", "was"), CASES.values(), ids=CASES)
def test_damaged_type_words(text, start, kind, was):
    """The citation begins at the damaged word, its type is what is printed, `raw` what was read."""
    plan = read(text, True)
    (citation,) = plan.citations
    assert citation.type == kind
    assert citation.raw.startswith(start)
    assert plan.passages[citation.passage].text[citation.start : citation.end] == citation.raw
    assert f"the scan reads {was}" in citation.suspect


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_other_words_are_left_alone(text):
    """A scan gives what print would give."""
    assert read(text, True).citations == read(text, False).citations


@pytest.mark.parametrize("text", [text for text, *_ in CASES.values()], ids=CASES)
def test_print_is_not_mended(text):
    """What an author typed is no fault of an engine."""
    assert all("the scan reads" not in (c.suspect or "") for c in read(text, False).citations)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ngh| định số 61/2018/NĐ-CP; ", "Luât Đất đai; ", "và ", "Thông t số 2/2017/TT-BNV "]
        )
    )
)
def test_places_lead_back(parts):
    """Whatever is mended, each citation stands in the text that was read."""
    text = "Căn cứ " + "".join(parts)
    mends = find_damaged(text, load_grammar())
    mended = mend(text, mends)
    assert mended.count("Nghị định") == parts.count("Ngh| định số 61/2018/NĐ-CP; ")
    plan = read(text, True)
    for citation in plan.citations:
        assert plan.passages[citation.passage].text[citation.start : citation.end] == citation.raw


def test_a_page_of_nothing_else():
    """Thousands of symbols without types, or with almost a type, are looked at one by one."""
    assert find_damaged("12/QĐ-UBND nghi " * 2000, load_grammar()) == []
    assert find_damaged("nnnnnnghhhh địịịnh 61/NĐ-CP " * 2000, load_grammar()) == []

"""What holds for every text: offsets, order, parity of normal forms, and bounded time."""

import time
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Header, Passage
from extract.stages.citations import find_citations
from extract.stages.citations.left import parse_pinpoints
from extract.stages.instruments import find_instruments
from extract.text import nfc

HEADER = Header(doc_type="Kế hoạch", number="50", symbol="50/KH-UBND", issuer="UBND huyện A",
                issued_on=date(2020, 3, 3))  # fmt: skip

WORDS = [
    "Nghị định", "Quyết định", "Kế hoạch", "Luật Đất đai", "Luật", "số", "số:", "Căn cứ", "của",
    "Chính phủ", "UBND huyện", "về việc", "sửa đổi, bổ sung một số điều của", "và", ",", ";", ".",
    "(", ")", "Điều 5", "khoản 2", "điểm a", "đến", "ngày 23/4/2018", "ngày 3.../3.../2020",
    "ngày 31 tháng 01 năm 2020", "61/2018/NĐ-CP", "225/QĐ-TTg", "18-NQ/TW", "50 BC-UBND",
    "/KH-UBND", "232/UBND-NV", "30c/NQ-CP", "kèm theo", "thực hiện", "năm 2020", "61", "NĐ", "-",
    "\u00a0", "102/2017/N\u00d0-CP", "66.25/2026/NQ-CP", "Mẫu số", "được sửa đổi bởi", "2016-2020",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200)


def cite(text):
    return find_citations((Passage(0, text),), HEADER)


@given(TEXTS)
def test_spans_point_at_what_is_printed(text):
    """Each raw stands where its offsets say, spans stand in order and never overlap."""
    text = nfc(text)
    citations, relations = cite(text)
    last = 0
    for citation in citations:
        assert text[citation.start : citation.end] == citation.raw
        assert last <= citation.start < citation.end
        last = citation.end
    for relation in relations:
        assert 0 <= relation.target < len(citations)
        assert relation.source is None or 0 <= relation.source < len(citations)
        assert relation.source != relation.target


@given(TEXTS)
def test_instruments_hold_every_citation_or_say_why_not(text):
    """Each citation is bound to an instrument that exists, or to none when two could fit."""
    citations, _ = cite(nfc(text))
    bound, instruments = find_instruments(citations, HEADER)
    assert len(bound) == len(citations)
    assert len({i.key for i in instruments}) == len(instruments)
    assert all(c.instrument is None or 0 <= c.instrument < len(instruments) for c in bound)
    assert {c.instrument for c in bound} - {None} == set(range(len(instruments)))


@given(TEXTS)
def test_a_symbol_read_again_is_the_same(text):
    """Normalising is done once and for all: a normalised symbol is its own normal form."""
    for citation in cite(nfc(text))[0]:
        if citation.symbol and citation.kind != "short" and citation.number:
            again, _ = cite(f"{citation.type} số {citation.symbol}")
            assert [c.symbol for c in again] == [citation.symbol]


@given(TEXTS)
def test_normal_forms_are_one(text):
    """NFC and NFD of one text give the same citations once the text is NFC, as readers make it."""
    one, two = (cite(nfc(unicodedata.normalize(form, text)))[0] for form in ("NFC", "NFD"))
    assert one == two


@given(
    st.text(alphabet="0123456789abcđ,;- ", max_size=80)
    | st.sampled_from(
        ["Điều 1 đến Điều 99999", "điểm a đến đ khoản 1 Điều 2", "Điều 9 đến 3", "khoản", ""]
    )
)
def test_pinpoints_are_bounded(text):
    """Lists and ranges never grow beyond what a person would print."""
    assert len(parse_pinpoints(f"Điều {text}")) <= 200


def seconds(text):
    started = time.process_time()
    cite(text)
    return time.process_time() - started


SIZE = 300_000
HOSTILE = {  # name: a text of some 300,000 characters
    "số": "số " * (SIZE // 3),
    "slashes": "/" * 10_000 + "1/" * 400_000,
    "articles": "Điều " + ", ".join(str(n % 1000) for n in range(100_000)) + " Nghị định 1/2018/NĐ-CP",
    "points": "điểm a khoản 1 Điều 2, " * (SIZE // 23) + "Nghị định 61/2018/NĐ-CP",
    "one word": "a" * SIZE,
    "digits": "1" * SIZE,
    "dots": "số " + "." * SIZE + "/KH-UBND",
    "codes": "1/KH" + "-UBND" * (SIZE // 5),
    "capitals": "Luật " + "Ăn " * (SIZE // 3) + "ngày 1/1/2020",
    "brackets": "(" * (SIZE // 2) + "Điều 5)" * (SIZE // 14),
    "types": "Kế hoạch Quyết định " * (SIZE // 20),
    "amended": "sửa đổi, bổ sung " * (SIZE // 17) + "Nghị định 61/2018/NĐ-CP",
    "issuer": "Quyết định 1/QĐ-UBND ngày 1/1/2020 của " + "Ủy ban nhân dân " * (SIZE // 16),
    "nested": "Quyết định 1/QĐ-UBND về " * (SIZE // 24),
    "listed subjects": "Quyết định 1/QĐ-UBND về x y, " * (SIZE // 29),
    "spaces": "Quyết định số" + " " * SIZE + "1/QĐ-UBND",
    "one letter a line": "Nghị định 61/2018/NĐ-CP về " + "x " * (SIZE // 2),
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_longer(text):
    """Hostile text takes seconds, where a rescan for each hit would take minutes."""
    assert seconds(text) < 15


def test_many_open_keys_take_no_longer():
    """Binding ten thousand mentions, each of another number, stays quick."""
    text = "; ".join(f"Quyết định {n}/QĐ-UBND" for n in range(10_000))
    citations, _ = cite(text)
    started = time.process_time()
    bound, _ = find_instruments(citations, HEADER)
    assert len(bound) == 10_000
    assert time.process_time() - started < 20


def test_time_grows_with_length_alone():
    """Twice the citations in one passage take about twice the time."""
    line = "Nghị định số 61/2018/NĐ-CP, "
    short, long = (min(seconds(line * n) for _ in range(2)) for n in (2_000, 8_000))
    assert long < 12 * max(short, 0.1)  # sixteen times, were it quadratic

"""Symbols of scans: put right where type word and date agree, else left as read."""

from dataclasses import replace

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes

CASES = {  # name: text, symbol and doubt on a scan
    "a stroke lost": (
        "Căn cứ Nghị định số 61/2018/ND-CP ngày 23/4/2018 của Chính phủ;",
        ("61/2018/NĐ-CP", "the scan reads 61/2018/ND-CP"),
    ),
    "in a decision": (
        "Căn cứ Quyết định số 45/2016/QD-TTg ngày 19/10/2016 của Thủ tướng Chính phủ;",
        ("45/2016/QĐ-TTg", "the scan reads 45/2016/QD-TTg"),
    ),
    "a digit taken for a letter": (
        "Căn cứ Nghị định số 6l/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;",
        ("61/2018/NĐ-CP", "the scan reads 6l/2018/NĐ-CP"),
    ),
    "a letter of the number": (
        "Căn cứ Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ;", ("30c/NQ-CP", None)),
    "right as it is": (
        "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;", ("61/2018/NĐ-CP", None)),
    "another type word": (
        "Căn cứ Kế hoạch số 61/2018/ND-CP ngày 23/4/2018 của Chính phủ;",
        ("61/2018/ND-CP", "type word and symbol disagree")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_symbols_of_scans(text, expected):
    """The words stay as read, the symbol is what is printed, and the doubt says so."""
    printed = read_bytes(f"KẾ HOẠCH\nVề việc thử\n\n{text}\n".encode(), "thu.txt")
    (citation,) = extract(replace(printed, scanned=True)).citations
    assert (citation.symbol, citation.suspect) == expected
    assert text[5:].startswith(citation.raw[:20]) or citation.raw in text


def test_print_is_not_corrected():
    """What an author typed is no reading of ours: a file with text keeps its symbol."""
    text = "KẾ HOẠCH\nVề việc thử\n\nCăn cứ Nghị định số 61/2018/ND-CP ngày 23/4/2018;\n"
    (citation,) = extract(read_bytes(text.encode(), "thu.txt")).citations
    assert (citation.symbol, citation.suspect) == ("61/2018/ND-CP", None)

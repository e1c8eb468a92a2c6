"""Text files: tables in their many forms, page furniture, columns side by side."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import LimitExceeded
from extract.model import Block, Grid
from extract.readers import Limits, read_bytes
from extract.readers.plaintext import read_plaintext


def shown(items):
    return [
        item.text if isinstance(item, Block) else [[c.text for c in r.cells] for r in item.rows]
        for item in items
    ]


TABLES = {  # name: text, items
    "tabs": ("TT\tXã\tGhi chú\n1\tXã A\t\n\t\tx", [[["TT", "Xã", "Ghi chú"], ["1", "Xã A", ""], ["", "", "x"]]]),
    "short rows are filled up": ("TT\tViệc\tHạn\n1\tHọp", [[["TT", "Việc", "Hạn"], ["1", "Họp", ""]]]),
    "a blank line ends a table": ("TT\tA\n1\tb\n\n2\tc", [[["TT", "A"], ["1", "b"]], [["2", "c"]]]),
    "rest of a row that a page cut": (
        "TT\tA\tB\n1\tb\tc\n\n\t\tphần còn lại", [[["TT", "A", "B"], ["1", "b", "c"]], [["", "", "phần còn lại"]]]),
    "marks in cells": ("<b>TT</b>\t**Việc**\n1\t<i>Họp</i>", [[["TT", "Việc"], ["1", "Họp"]]]),
    "break in a cell": ("TT\tViệc\n1\ta<br>b", [[["TT", "Việc"], ["1", "a b"]]]),
    "tab after a list number": ("1.\tMục đích\na)\tRà soát", ["1. Mục đích", "a) Rà soát"]),
    "tab before a paragraph": ("\tCăn cứ Luật;\n\tXét đề nghị", ["Căn cứ Luật;", "Xét đề nghị"]),
    "tab inside one line": ("Kính gửi:\tUBND xã", ["Kính gửi: UBND xã"]),
    "pipes": ("| TT | Việc |\n|----|:---:|\n| 1 | Họp \\| bàn |\n", [[["TT", "Việc"], ["1", "Họp | bàn"]]]),
    "pipes without outer bars": ("TT | Việc\n---|---\n1 | Họp", [[["TT", "Việc"], ["1", "Họp"]]]),
    "pipes without a rule": ("|TT|Việc|\n|1|Họp|", [[["TT", "Việc"], ["1", "Họp"]]]),
    "box of crosses alone": ("┼──┼────┼\n│TT│Việc│\n┼──┼────┼\n│1 │Họp │\n┼──┼────┼", [[["TT", "Việc"], ["1", "Họp"]]]),
    "a bar in prose": ("a | b", ["a | b"]),
    "bars alone are blank": ("UBND XÃ A\n|\nSố: 1/KH-UBND", ["UBND XÃ A", "Số: 1/KH-UBND"]),
    "box": (
        "+----+-------+\n| TT | Việc  |\n+====+=======+\n| 1  | Họp   |\n|    | giao  |\n+----+-------+",
        [[["TT", "Việc"], ["1", "Họp giao"]]]),
    "box without rules between rows": (
        "┌────┬──────┐\n│ TT │ Việc │\n├────┼──────┤\n│ 1  │ Họp  │\n│    │ giao │\n│ 2  │ Gửi  │\n└────┴──────┘",
        [[["TT", "Việc"], ["1", "Họp giao"], ["2", "Gửi"]]]),
    "box with a merged cell": (
        "+---+---+---+\n| a     | b |\n+---+---+---+\n| c | d | e |\n+---+---+---+",
        [[["a", "", "b"], ["c", "d", "e"]]]),
    "HTML table": (
        "Biểu 1\n<table><tr><th>TT</th><th>Việc</th></tr>\n<tr><td>1</td><td>Họp</td></tr></table>\nsau",
        ["Biểu 1", [["TT", "Việc"], ["1", "Họp"]], "sau"]),
    "table right after text": ("Danh sách\nTT\tXã\n1\tA", ["Danh sách", [["TT", "Xã"], ["1", "A"]]]),
    "rules drawn in text": ("A\n-------\n\n___\n* * *\nB", ["A", "B"]),
    "bullet of a bullet": ("  - + 100% hồ sơ\n- một", ["+ 100% hồ sơ", "- một"]),
    "headings": ("## **KẾ HOẠCH**\n# I", ["KẾ HOẠCH", "I"]),
    "fences": ("```text\nKế hoạch\n```", ["Kế hoạch"]),
    "backslash at the end": ("Kế hoạch\\\nnăm", ["Kế hoạch", "năm"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_items(text, expected):
    """Tables become grids of even width, everything else lines of text."""
    assert shown(read_plaintext(text)) == expected


def test_lines_are_those_of_the_file():
    """Lines count as an editor counts them, whatever ends them; headings keep their level."""
    items = read_plaintext("\r\n# A\r\rb\n\x0bc\n\nTT\tX\tY\n1\ta\tb\n")
    assert [(i.line if isinstance(i, Grid) else i.origins[0].line) for i in items] == [2, 4, 5, 7]
    assert [row.line for row in items[-1].rows] == [7, 8]
    assert (items[0].heading_level, items[0].role) == (1, "heading")


LETTERHEAD = """\
      ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       HUYỆN BÌNH LỤC                Độc lập - Tự do - Hạnh phúc
           _______                       _______________
       Số: 12/KH-UBND             Bình Lục, ngày 05 tháng 01 năm
                                              2022

                        KẾ HOẠCH
"""
SIGNATURE = """\
Nơi nhận:                         TM. ỦY BAN NHÂN DÂN
- UBND tỉnh;                          CHỦ TỊCH
- Lưu: VT.


                                    Nguyễn Văn Bình

PHỤ LỤC
"""


def test_letterhead_side_by_side():
    """The left column is read to its end, then the right one."""
    items = read_plaintext(LETTERHEAD)
    assert shown(items) == [
        "ỦY BAN NHÂN DÂN", "HUYỆN BÌNH LỤC", "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Bình Lục, ngày 05 tháng 01 năm 2022", "KẾ HOẠCH",
    ]  # fmt: skip
    assert [i.role for i in items] == ["letterhead"] * 6 + ["body"]
    assert [(o.start, o.line) for o in items[5].origins] == [(0, 4), (31, 5)]


def test_signature_side_by_side():
    """Nơi nhận on the left, the signature with the name under it on the right."""
    items = read_plaintext(SIGNATURE)
    assert [(i.role, i.text) for i in items] == [
        ("recipients", "Nơi nhận:"), ("recipients", "- UBND tỉnh;"), ("recipients", "- Lưu: VT."),
        ("signature", "TM. ỦY BAN NHÂN DÂN"), ("signature", "CHỦ TỊCH"),
        ("signature", "Nguyễn Văn Bình"), ("body", "PHỤ LỤC"),
    ]  # fmt: skip


FOOTS = {  # what follows a signature beside its recipients, without more room than it takes
    "appendix": "PHỤ LỤC",
    "appendix in the middle": " " * 33 + "PHỤ LỤC I",
    "form": "Mẫu số 01",
    "title alone": "NỘI DUNG CÔNG VIỆC",
}


@pytest.mark.parametrize("below", FOOTS.values(), ids=FOOTS)
def test_what_follows_a_signature(below):
    """The heading under a signature is in neither of its columns, and the name is not lost."""
    text = f"""\
Nơi nhận:                         TM. ỦY BAN NHÂN DÂN
- UBND tỉnh;                          CHỦ TỊCH
- Các phòng;
- Các xã;                         Nguyễn Văn Bình
- Lưu: VT.

{below}
"""
    items = read_plaintext(text)
    assert [i.role for i in items] == ["recipients"] * 5 + ["signature"] * 3 + ["body"]
    assert shown(items)[-2:] == ["Nguyễn Văn Bình", below.strip()]


BARRED = {  # lines of two columns that a tab or a bar parts, some of them only at left
    "signature in tabs": (
        "Nơi nhận:\tGIÁM ĐỐC\n- Sở Y tế (b/c);\n- Các khoa, phòng;\tChâu Minh Trí\n- Lưu: VT.\n\nPHỤ LỤC",
        [("recipients", "Nơi nhận:"), ("recipients", "- Sở Y tế (b/c);"), ("recipients", "- Các khoa, phòng;"),
         ("recipients", "- Lưu: VT."), ("signature", "GIÁM ĐỐC"), ("signature", "Châu Minh Trí"), ("body", "PHỤ LỤC")]),
    "letterhead with bars": (
        "TỈNH ĐOÀN HẢI LÂM | ĐOÀN TNCS HỒ CHÍ MINH |\n*** | Hải Lâm, ngày 06 tháng 5 năm 2019 |\nSố: 145-KH/TĐTN | |\n\nKẾ HOẠCH",
        [("letterhead", "TỈNH ĐOÀN HẢI LÂM"), ("letterhead", "*"), ("letterhead", "Số: 145-KH/TĐTN"), ("letterhead", "ĐOÀN TNCS HỒ CHÍ MINH"),
         ("letterhead", "Hải Lâm, ngày 06 tháng 5 năm 2019"), ("body", "KẾ HOẠCH")]),
    "no letterhead": ("Họ và tên | chức vụ |\nLý A | trưởng ban |", [("body", "Họ và tên | chức vụ |"), ("body", "Lý A | trưởng ban |")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BARRED.values(), ids=BARRED)
def test_columns_parted_by_tabs_or_bars(text, expected):
    """One column after the other, as if spaces parted them."""
    assert [(i.role, i.text) for i in read_plaintext(text)] == expected


def test_letterhead_in_tabs_and_pipes():
    """A table that holds only a letterhead is no table."""
    tabs = "UBND XÃ A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/KH-UBND\tA, ngày 01 tháng 3 năm 2020\n"
    left_to_right = [
        "UBND XÃ A", "Số: 1/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "A, ngày 01 tháng 3 năm 2020",
    ]  # fmt: skip
    assert shown(read_plaintext(tabs)) == left_to_right
    pipes = "|" + tabs.strip().replace("\t", "|").replace("\n", "|\n|---|---|\n|") + "|"
    assert shown(read_plaintext(pipes)) == left_to_right
    assert [i.origins[0].line for i in read_plaintext(tabs)] == [1, 2, 1, 2]


WIDE_GAPS = {
    "a gap alone": "Tổng số        12",
    "a name list": "Nguyễn Văn A      Trưởng phòng\nTrần Thị B        Phó phòng",
    "an ordinal table": "STT     Số: 1      CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
}


@pytest.mark.parametrize("text", WIDE_GAPS.values(), ids=WIDE_GAPS)
def test_wide_gaps_prove_nothing(text):
    """Without a letterhead or a signature, lines are not taken apart."""
    assert shown(read_plaintext(text)) == [" ".join(line.split()) for line in text.splitlines()]


PAGE = "\n\n".join(
    ["Rà soát các quy định về thủ tục hành chính trên địa bàn huyện năm 2020." * 4] * 5
)
NUMBERS = {  # name: text, lines that stay
    "at a form feed": ("a\n\n2\n\fb", ["a", "b"]),
    "under a form feed": ("a\n\f 2\n\nb", ["a", "b"]),
    "with dashes": ("a\n\n- 2 -\n\nb", ["a", "b"]),
    "with its word": ("a\n\nTrang 2/10\n\nb", ["a", "b"]),
    "growing over pages": (f"{PAGE}\n\n2\n\n{PAGE}\n\n3\n\nb", ["b"]),
    "a number of a list": ("a\n\n2\n\nb", ["a", "2", "b"]),
    "numbers of rows": ("1\n\na\n\n2\n\nb\n\n3\n\nc", ["1", "a", "2", "b", "3", "c"]),
    "a year": (f"{PAGE}\n\n2020\n\nb", ["2020", "b"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_page_numbers(text, expected):
    """Page numbers go; a number that may be content stays."""
    assert [t for t in shown(read_plaintext(text)) if not t.startswith("Rà soát")] == expected


def test_form_feeds_count_pages():
    """Form feeds tell pages, for lines, tables and paragraphs that run over."""
    document = read_bytes("một\n\fhai\nTT\tX\tY\n\fba".encode(), "x.txt")
    pages = [i.page if isinstance(i, Grid) else i.origins[0].page for i in document.items]
    assert (pages, document.pages) == ([1, 2, 2, 3], 3)
    assert read_bytes("một".encode(), "x.txt").pages is None


@given(st.text(st.sampled_from("aăB1 \n\t|-+*<>#\f.,;:/─│"), max_size=200))
def test_any_lines(text):
    """Any text gives items whose grids are even and whose origins lie in their text."""
    for item in read_plaintext(text):
        if isinstance(item, Grid):
            assert len({len(row.cells) for row in item.rows}) == 1
        else:
            assert item.text and all(0 <= o.start < len(item.text) for o in item.origins)
            assert [o.start for o in item.origins] == sorted({o.start for o in item.origins})
            assert all(0 <= m.start < m.end <= len(item.text) for m in item.marks)


@given(st.text(max_size=200))
def test_any_text(text):
    """No text makes the reader fail."""
    assert isinstance(read_plaintext(text), tuple)


HOSTILE = {
    "one line of a megabyte": "kế hoạch " * 110_000,
    "lines that all go on": "và thực hiện kế hoạch\n" * 40_000,
    "form feeds": "\f" * 300_000,
    "numbers": "2\n\n" * 100_000,
    "open tables": "<table>\n" * 50_000,
    "rules": "+--+\n" * 50_000,
    "bars": "|\n" * 100_000 + "|" * 900,
    "gaps": ("Số: 1   " * 30 + "\n") * 2_000,
    "signatures": ("Nơi nhận:     TM. ỦY BAN\n") * 4_000,
    "dashes": "-" * 500_000,
    "spaces": " " * 500_000 + "a",
    "fields to fill in": "." * 500_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_linear_time(text):
    """Half a megabyte of anything is read within seconds."""
    begin = time.process_time()
    with contextlib.suppress(LimitExceeded):
        read_plaintext(text)
    assert time.process_time() - begin < 6


def test_limits():
    """A row of a hundred thousand columns is refused."""
    with pytest.raises(LimitExceeded, match="columns"):
        read_bytes(b"TT" + b"\tx" * 100_000, "x.txt")
    with pytest.raises(LimitExceeded, match="paragraphs"):
        read_bytes(b"a\n\n" * 50, "x.txt", limits=Limits(items=10))

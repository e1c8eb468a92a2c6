"""Flags of outlines, rows and sums."""

import pytest

from extract.model import Origin
from tests.extract.stages.flag_records import FULL, at, find, flags_of, outline, table_of

# --- ordinals ---------------------------------------------------------------------------------
OUTLINES = {  # name: passages, codes
    "running": (outline("I", "II", "III"), []),
    "gap": (outline("I", "II", "III", "V"), ["ordinal_gap"]),
    "twice": (outline("I", "II", "II", "III"), ["duplicate_ordinal"]),
    "starts again": (outline("I", "II", "I", "II"), []),
    "a quarter is no label": (
        (*outline("I", "II"), at(2, "Đối thoại trong quý III/2022.", label="1", section=1),
         at(3, "IV. TỔ CHỨC", "heading", label="IV")), ["ordinal_gap"]),
    "jump too wide to be a gap": (outline("I", "II", "IX"), []),
    "the skipped one stands inside a paragraph": (
        (*outline("I", "II"), at(2, "Nội dung trước. III. TỔ CHỨC THỰC HIỆN"),
         at(3, "IV. KINH PHÍ", "heading", label="IV")), [],
    ),
    "comma for dot": ((at(0, "2,1. Mục tiêu", "heading", label="2,1"),), ["ordinal_format"]),
}  # fmt: skip


@pytest.mark.parametrize(("passages", "codes"), OUTLINES.values(), ids=OUTLINES)
def test_outline(passages, codes):
    """Sections that are skipped, doubled or written wrongly."""
    assert [code for code, _ in flags_of(FULL, passages)] == codes


TABLES = {  # name: table, codes with the line of the row
    "running": (table_of(("1", "a"), ("2", "b"), ("3", "c")), []),
    "twice": (table_of(("1", "a"), ("2", "b"), ("2", "c")), [("duplicate_ordinal", 32)]),
    "group twice": (
        table_of(("I", "a"), ("II", "b", "", None, "group"), ("II", "c", "", None, "group")),
        [("duplicate_ordinal", 32)],
    ),
    "dotted twice, under one another": (
        table_of(("5.1.1", "a"), ("5.1.2", "b"), ("5.1.2", "c")), [("duplicate_ordinal", 32)],
    ),
    "a new series": (table_of(("1", "a"), ("2", "b"), ("1", "c"), ("2", "d")), []),
    "series under two groups": (
        table_of(("I", "a"), ("2", "b", "", 0), ("II", "c"), ("2", "d", "", 2)), [],
    ),
    "a row printed again": (table_of(("1", "a"), ("2", "b"), ("2", "b")), []),
    "merged cell is no twin": (table_of(("1", "a"), ("2", "b"), ("", "c"), ("3", "d")), []),
    "skipped": (table_of(("1", "a"), ("2", "b"), ("4", "c")), [("ordinal_gap", 32)]),
    "skipped, but a row has no number": (table_of(("1", "a"), ("", "b"), ("3", "c")), []),
    "comma for dot": (table_of(("2.1", "a"), ("2,2,1", "b")), [("ordinal_format", 31)]),
    "one number on all rows of an item": (
        table_of(("1", "a"), ("1", "b"), ("2", "c"), ("2", "d"), ("3", "e")), [],
    ),
    "no ordinal column": (
        table_of(("2", "a"), ("2", "b"), columns=("task", "task", "budget")), [],
    ),
    "orphan header": (
        table_of(("1", "a"), orphan_headers=(Origin(0, None, 135),)), [("orphan_header", 135)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "flags"), TABLES.values(), ids=TABLES)
def test_rows(table, flags):
    """Rows whose ordinal is doubled, skipped or written wrongly, and headers without rows."""
    assert flags_of(FULL, tables=(table,)) == flags


TOTALS = {  # name: table, whys
    "sound": (table_of(("", "Cộng", "300", None, "total"), ("1", "a", "100"), ("2", "b", "200")), []),
    "total differs": (
        table_of(("1", "a", "12.000.000"), ("2", "b", "1.500.000"), ("", "Cộng", "14.800.000", None, "total")),
        ["14.800.000 stated, the parts make 13.500.000"],
    ),
    "group differs": (
        table_of(("1", "a", "12.900.000", None, "group"), ("1.1", "b", "3.960.000", 0), ("1.2", "c", "7.940.000", 0)),
        ["12.900.000 stated, the parts make 11.900.000"],
    ),
    "a part states none, its own parts do": (
        table_of(("1", "a", "300", None, "group"), ("1.1", "b", "", 0, "group"), ("x", "c", "100", 1), ("y", "d", "200", 1)),
        [],
    ),
    "no part states any": (table_of(("1", "a", "300", None, "group"), ("1.1", "b", "", 0)), []),
    "a cell that cannot be read": (
        table_of(("1", "a", "100"), ("2", "b", "theo thực tế"), ("", "Cộng", "500", None, "total")), [],
    ),
    "units differ": (
        table_of(("1", "a", "1 triệu"), ("2", "b", "500.000 đồng"), ("", "Cộng", "2 triệu", None, "total")), [],
    ),
    "rounded": (
        table_of(("1", "a", "10,4"), ("2", "b", "20,4"), ("", "Cộng", "31", None, "total")), [],
    ),
    "several subtotals": (
        table_of(("1", "a", "1"), ("", "Cộng", "1", None, "total"), ("2", "b", "2"), ("", "Tổng", "9", None, "total")), [],
    ),
    "a top group leaves its sum open": (
        table_of(("1", "a", "100"), ("2", "b", "", None, "group"), ("2.1", "c", "50", 1), ("", "Cộng", "999", None, "total")), [],
    ),
    "some of the parts": (
        table_of(("1", "a", "300", None, "group"), ("", "Trong đó: huyện", "100", 0)), [],
    ),
    "form": (table_of(("1", "a", "1"), ("2", "b", "2"), ("", "Cộng", "9", None, "total"), kind="form"), []),
}  # fmt: skip


@pytest.mark.parametrize(("table", "whys"), TOTALS.values(), ids=TOTALS)
def test_totals(table, whys):
    """A stated figure that its parts do not make, said with both figures."""
    assert [flag.why for flag in find(FULL, tables=(table,))] == whys


SUMS = {  # name: paragraphs, whys
    "differs": (
        ["Tổng kinh phí: 50.000.000 đồng, gồm: giá kệ 30.000.000 đồng; công 15.000.000 đồng."],
        ["50.000.000 đồng stated, the parts make 45.000.000"],
    ),
    "sound": (
        ["Tổng kinh phí: 45 triệu đồng, gồm: giá kệ 30.000.000 đồng; công 15 triệu đồng."], [],
    ),
    "in bullets": (
        ["Tổng dự toán: 50 triệu đồng, cụ thể:", "- Giá kệ: 30 triệu đồng;", "- Công: 10 triệu đồng."],
        ["50.000.000 đồng stated, the parts make 40.000.000"],
    ),
    "a bullet without amount": (
        ["Tổng dự toán: 50 triệu đồng, cụ thể:", "- Giá kệ: 30 triệu đồng;", "- Công theo thực tế."], [],
    ),
    "of which": (
        ["Tổng kinh phí 50 triệu đồng, trong đó: xã 10 triệu đồng; huyện 20 triệu đồng."], [],
    ),
    "of which, too much": (
        ["Tổng kinh phí 50 triệu đồng, trong đó: xã 30 triệu đồng; huyện 40 triệu đồng."],
        ["50.000.000 đồng stated, the parts make 70.000.000"],
    ),
    "next sentence is another matter": (
        ["Tổng kinh phí 50 triệu đồng, gồm: xã 50 triệu đồng. Năm trước đã chi 40 triệu đồng."], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "whys"), SUMS.values(), ids=SUMS)
def test_sums_in_text(lines, whys):
    """A sum of money in running text that its parts do not make."""
    passages = tuple(
        at(seq, line, label="-" if line[0] == "-" else None) for seq, line in enumerate(lines)
    )
    assert [flag.why for flag in find(FULL, passages)] == whys

"""Tables that only place text become paragraphs; tables of data never do."""

import pytest

from extract.model import Cell, Grid, GridRow, Mark
from extract.readers.layout import find_signs, flatten_layout, is_rule_line, one_line_cells


def grid(*rows):
    return Grid(tuple(GridRow(tuple(Cell(text) for text in row)) for row in rows))


FLAT = {  # name: rows, (role, text) of each line
    "letterhead in one row": (
        [["UBND HUYỆN A\n-----\nSố: 1/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]],
        [("letterhead", "UBND HUYỆN A"), ("letterhead", "Số: 1/KH-UBND"),
         ("letterhead", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("letterhead", "Độc lập - Tự do - Hạnh phúc")]),
    "letterhead of the Party with an empty column": (
        [["HUYỆN ỦY A", "", "ĐẢNG CỘNG SẢN VIỆT NAM"], ["Số 12-KH/HU", "", "A, ngày 01 tháng 3 năm 2020"]],
        [("letterhead", "HUYỆN ỦY A"), ("letterhead", "Số 12-KH/HU"),
         ("letterhead", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("letterhead", "A, ngày 01 tháng 3 năm 2020")]),
    "number and date alone": (
        [["Số: /KH-PGDĐT", "An Bá, ngày … tháng … năm 2021"]],
        [("letterhead", "Số: /KH-PGDĐT"), ("letterhead", "An Bá, ngày … tháng … năm 2021")]),
    "recipients and signature": (
        [["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nNguyễn Văn A"]],
        [("recipients", "Nơi nhận:"), ("recipients", "- Như trên;"), ("recipients", "- Lưu: VT."),
         ("signature", "TM. ỦY BAN NHÂN DÂN"), ("signature", "KT. CHỦ TỊCH"), ("signature", "Nguyễn Văn A")]),
    "signature on the right only": (
        [["", "HIỆU TRƯỞNG\n(Đã ký)\nTrần Thị B"]],
        [("signature", "HIỆU TRƯỞNG"), ("signature", "(Đã ký)"), ("signature", "Trần Thị B")]),
    "two signatures of a form": (
        [["NGƯỜI LẬP BIỂU\n(Ký tên)", "THỦ TRƯỞNG ĐƠN VỊ\n(Ký tên, đóng dấu)"]],
        [("signature", "NGƯỜI LẬP BIỂU"), ("signature", "(Ký tên)"),
         ("signature", "THỦ TRƯỞNG ĐƠN VỊ"), ("signature", "(Ký tên, đóng dấu)")]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), FLAT.values(), ids=FLAT)
def test_layout_tables(rows, expected):
    """Columns are read left to right, each line a block with its role."""
    blocks = flatten_layout(grid(*rows))
    assert blocks is not None
    assert [(block.role, block.text) for block in blocks] == expected


DATA = {
    "ordinal column": [["TT", "Văn bản"], ["1", "Số: 12/KH-UBND\nA, ngày 01 tháng 3 năm 2020"]],
    "a unit that signs": [["Đơn vị", "Việc"], ["UBND xã", "TM. ỦY BAN ký"], ["x", "y" * 250]],
    "no sign at all": [["Họ tên", "Chức vụ"], ["Nguyễn Văn A", "Chủ tịch UBND xã"]],
    "many columns": [["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "a", "b", "c"]],
    "many rows": [["CHỦ TỊCH", "a"]] * 15,
    "empty": [["", ""]],
}


@pytest.mark.parametrize("rows", DATA.values(), ids=DATA)
def test_data_tables(rows):
    """A table of data is left as it is."""
    assert flatten_layout(grid(*rows)) is None


def test_a_row_over_all_columns_ends_the_columns():
    """A title that spans the table is read after the columns above it."""
    rows = (
        GridRow((Cell("UBND XÃ A"), Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))),
        GridRow((Cell("KẾ HOẠCH", column_span=2), Cell("", covered=True))),
        GridRow((Cell("trái"), Cell("phải"))),
    )
    blocks = flatten_layout(Grid(rows))
    assert [b.text for b in blocks or ()] == [
        "UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH", "trái", "phải",
    ]  # fmt: skip


def test_marks_follow_their_lines():
    """Each line of a cell keeps the part of a mark that lies in it."""
    cell = Cell("TM. ỦY BAN\nCHỦ TỊCH", marks=(Mark(4, 14, "bold"),))
    blocks = flatten_layout(Grid((GridRow((Cell("Nơi nhận:"), cell)),)))
    assert [b.marks for b in blocks or ()] == [(), (Mark(4, 10, "bold"),), (Mark(0, 3, "bold"),)]


def test_a_cut_date_is_whole_again():
    """A date or the name of the state that a narrow column cut is joined."""
    rows = [["Số: 1/KH", "CỘNG HÒA XÃ HỘI CHỦ\nNGHĨA VIỆT NAM\nA, ngày 01 tháng 3 năm\n2020\nBan"]]
    assert [b.text for b in flatten_layout(grid(*rows)) or ()] == [
        "Số: 1/KH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "A, ngày 01 tháng 3 năm 2020", "Ban",
    ]  # fmt: skip


def test_one_line_cells():
    """Lines of a cell are joined by a space, so offsets stay."""
    joined = one_line_cells(grid(["a\nb", "c"]))
    assert [c.text for c in joined.rows[0].cells] == ["a b", "c"]
    assert joined.made_by == "docx"


def test_rule_lines():
    """Drawn rules are known; dots to fill in are none."""
    assert all(map(is_rule_line, ["-----", "____", "– – –", "=====", "* * *"]))
    assert not any(map(is_rule_line, [".....", "--", "- a -", "", "…"]))


def test_long_lines_show_nothing():
    """Prose is not searched for signs."""
    assert not find_signs(["Độc lập - Tự do " + "x" * 300]).parts

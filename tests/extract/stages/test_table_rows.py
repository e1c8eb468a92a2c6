"""Rows and their ordinals, kinds of tables, and grids that are only layout."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Block, Cell, Grid, GridRow, Mark
from tests.extract.stages.table_grids import TITLES, read, text_grid

ROWS = {  # name: rows, then (ordinal, level, parent, kind) of each
    "roman and numbers": (
        ["I|A|||", "1|a|X||", "2|b|X||", "II|B|||", "1|c|X||"],
        [("I", 0, None, "group"), ("1", 1, 0, "body"), ("2", 1, 0, "body"),
         ("II", 0, None, "group"), ("1", 1, 3, "body")]),
    "dotted, rows without ordinal": (
        ["1|A|||", "1.1|b|||", "|c|X||", "|d|X||", "1.2|e|X||"],
        [("1", 0, None, "group"), ("1.1", 1, 0, "group"), (None, 2, 1, "body"),
         (None, 2, 1, "body"), ("1.2", 1, 0, "body")]),
    "malformed ordinal": (
        ["2.1|A|||", "2,1,1|b|X||"], [("2.1", 0, None, "group"), ("2,1,1", 1, 0, "body")]),
    "title in the first column": (
        ["I. THỂ CHẾ||||", "1|a|X||"], [("I", 0, None, "group"), ("1", 1, 0, "body")]),
    "letters up to I": (
        [f"{letter}|Nhóm {letter}|||" for letter in "GHIK"],
        [(letter, 0, None, "group") for letter in "GHIK"]),
    "merged task": (
        ["1|a|X||Quý I", "||Y||Quý II"], [("1", 0, None, "body"), ("1", 0, None, "body")]),
    "total by name": (["1|a|X||", "|Tổng cộng|||5"], [("1", 0, None, "body"), (None, 0, None, "total")]),
    "a task of summing up is no total": (
        ["1|Tổng kết công tác|X||", "2|Cộng tác viên|X||"],
        [("1", 0, None, "body"), ("2", 0, None, "body")]),
    "work is no total": (
        ["1|Rà soát|X||5", "2|Công việc khác|X||5", "|Cộng|||10"],
        [("1", 0, None, "body"), ("2", 0, None, "body"), (None, 0, None, "total")]),
    "wrapped ordinal": (["1.1. 2|a|X||"], [("1.1.2", 0, None, "body")]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), ROWS.values(), ids=ROWS)
def test_rows(lines, expected):
    """Ordinals make levels and parents; rows without values are groups; totals are told apart."""
    _, (table,) = read(text_grid("TT|Nội dung|Chủ trì|Phối hợp|Thời gian", *lines))
    assert [
        (r.ordinal and r.ordinal.rstrip("."), r.level, r.parent, r.kind) for r in table.rows
    ] == expected


KINDS = {
    "task plan": ([TITLES, "1|a|b|c|d|e"], "task_plan"),
    "task plan by time alone": (["Nội dung|Thời gian", "Rà soát thủ tục|Quý I"], "task_plan"),
    "unit list": (["TT|Các xã, thị trấn|Ghi chú", "1|Xã An Bình|", "2|Thị trấn Vân Du|"], "unit_list"),
    "schedule of inspection": (
        ["STT|Đơn vị được kiểm tra|Thời gian|Ghi chú", "1|Phòng Tư pháp|Tháng 5|"], "unit_list"),
    "inspected units with contents": (
        ["STT|Đơn vị được kiểm tra|Nội dung kiểm tra|Thời gian", "1|Xã An Bình|Toàn bộ|Tháng 5"],
        "unit_list"),
    "units that do something": (["TT|Nội dung|Đơn vị|Thời gian", "1|a|Xã An Bình|Quý I"], "task_plan"),
    "members": (["TT|Họ và tên|Đơn vị|Nhiệm vụ", "1|Nguyễn Văn A|Phòng Nội vụ|Trưởng đoàn"], "other"),
    "figures by commune": (
        ["TT|Xã|Số hộ|Số khẩu|Diện tích|Dân số", "1|Xã An Bình|3|4|5|6"], "other"),
    "units under an unknown title": (
        ["TT|Đối tượng|Ghi chú", "1|Xã An Bình|", "2|Xã An Phú|", "3|Phường 2|"],
        "unit_list",
    ),
    "vacancies by school": (
        ["TT|Đơn vị|Vị trí việc làm|Chỉ tiêu", "1|Trường Mầm non Sao Mai|Giáo viên|4"], "unit_list"),
    "targets in words": (["TT|Chỉ tiêu|Chủ trì", "1|90% hồ sơ đúng hạn|Phòng Nội vụ"], "task_plan"),
    "costs": (["TT|Nội dung chi|Số tiền", "1|In ấn|500.000"], "other"),
    "header only": ([TITLES], "form"),
    "rows to fill in": ([TITLES, "1|.....||||", "2|…||||", "|||||"], "form"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "kind"), KINDS.values(), ids=KINDS)
def test_kinds(lines, kind):
    _, (table,) = read(text_grid(*lines))
    assert table.kind == kind


LAYOUT = {  # grids that are no tables: their paragraphs, with roles
    "letterhead": (
        ["UBND HUYỆN A|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/KH-UBND|A, ngày 3 tháng 3 năm 2020"],
        ["UBND HUYỆN A", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
         "A, ngày 3 tháng 3 năm 2020"]),
    "signature": (
        ["Nơi nhận:|TM. ỦY BAN NHÂN DÂN", "- Lưu: VT.|CHỦ TỊCH"],
        ["Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
    "frame": (["MẬT"], ["MẬT"]),
    "list set with tabs": (["1.|Mục đích", "2.|Yêu cầu"], ["1. Mục đích", "2. Yêu cầu"]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "paragraphs"), LAYOUT.values(), ids=LAYOUT)
def test_layout_is_no_table(lines, paragraphs):
    """Letterhead, signature, frames and lists become paragraphs, column by column."""
    passages, tables = read(text_grid(*lines))
    assert not tables
    assert [p.text for p in passages] == paragraphs


def test_a_signature_is_no_caption():
    """Post and name of the signer end the title of a table printed right below them."""
    bold = [Block(t, marks=(Mark(0, len(t), "bold"),)) for t in ("THỨ TRƯỞNG", "Trương Hữu Phước")]
    table = read(*bold, "BẢNG PHÂN CÔNG", text_grid(TITLES, "1|Rà soát|A|B|C|Quý I"))[1][0]
    assert table.caption == "BẢNG PHÂN CÔNG"


def test_small_table_is_no_layout():
    """Two columns with titles stay a table."""
    _, tables = read(text_grid("STT|Tên đơn vị", "1|Xã An Bình"))
    assert len(tables) == 1


def test_time_is_linear_in_rows():
    """Ten thousand rows cost about ten times as much as a thousand."""

    def seconds(count: int) -> float:
        grid = text_grid(TITLES, *(f"{n}|Nội dung số {n}|A|B|C|Quý I" for n in range(count)))
        start = time.process_time()
        _, (table,) = read(grid)
        assert len(table.rows) == count
        return time.process_time() - start

    seconds(100)
    assert seconds(10_000) < 40 * max(seconds(1000), 0.01)


TEXTS = st.text("aB1.-(| Đ", max_size=6)


@given(
    st.lists(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=4), max_size=4)
)
def test_no_text_is_lost(grids):
    """Whatever the cells hold, each text is in a passage, and rows point to rows above them."""
    made = [
        Grid(tuple(GridRow(tuple(Cell(t.strip()) for t in row)) for row in grid)) for grid in grids
    ]
    passages, tables = read(*made)
    whole = " ".join(p.text for p in passages) + " ".join(
        c for t in tables for r in t.header for c in r
    )
    assert all(c.text in whole for g in made for row in g.rows for c in row.cells)
    for table in tables:
        for index, row in enumerate(table.rows):
            assert row.parent is None or row.parent < index

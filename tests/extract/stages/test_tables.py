"""Logical tables: what is joined, what is a header, what each row is."""

from dataclasses import replace

import pytest

from extract.model import Block, Cell, Grid, GridRow, Mark, Origin
from tests.extract.stages.table_grids import (
    TITLES,
    cells,
    page_grid,
    read,
    rows_of,
    scanned,
    text_grid,
)

JOINED = {  # name: pieces, header rows, body rows, reasons of the joins (doubtful with "?")
    "blank line, no header again": (
        [text_grid(TITLES, "1|Rà soát|A|B|C|Quý I"), text_grid("2|Kiểm tra|A|B|C|Quý II")],
        1, ["1|Rà soát|A|B|C|Quý I", "2|Kiểm tra|A|B|C|Quý II"], ["same columns"]),
    "blank line, header again": (
        [text_grid(TITLES, "1|Rà soát|A|B|C|Quý I"), text_grid(TITLES.upper(), "2|Kiểm tra|A|B|C|")],
        1, ["1|Rà soát|A|B|C|Quý I", "2|Kiểm tra|A|B|C|"], ["header row repeated"]),
    "header again inside one grid": (
        [text_grid(TITLES, "1|Rà soát|A|B|C|Quý I", TITLES, "2|Kiểm tra|A|B|C|Quý II")],
        1, ["1|Rà soát|A|B|C|Quý I", "2|Kiểm tra|A|B|C|Quý II"], []),
    "header again, damaged by a scan": (
        [page_grid(1, TITLES.replace("trì", "tr"), "1|Rà soát|A|B|C|Quý I"),
         page_grid(2, TITLES.replace("phối", "phôii"), "2|Kiểm tra|A|B|C|")],
        1, ["1|Rà soát|A|B|C|Quý I", "2|Kiểm tra|A|B|C|"], ["header row repeated"]),
    "header again inside a scanned page, damaged": (
        [scanned(page_grid(1, TITLES.replace("trì", "tr"), "1|Rà soát|A|B|C|Quý I")),
         scanned(page_grid(2, "|theo kế hoạch||||", TITLES.replace("phối", "ph2ối"), "2|Kiểm tra|A|B|C|"))],
        1, ["1|Rà soát theo kế hoạch|A|B|C|Quý I", "2|Kiểm tra|A|B|C|"], ["text goes on"]),
    "what looks like a damaged header is a row where the page is no scan": (
        [page_grid(1, TITLES, "1|Rà soát|A|B|C|Quý I", TITLES.replace("trì", "tr"), "2|Kiểm tra|A|B|C|")],
        1, ["1|Rà soát|A|B|C|Quý I", TITLES.replace("trì", "tr"), "2|Kiểm tra|A|B|C|"], []),
    "next page, only column numbers again": (
        [page_grid(1, "STT|Nhiệm vụ|Chủ trì", "(1)|(2)|(3)", "1|Rà soát|A"),
         page_grid(2, "(1)|(2)|(3)", "2|Kiểm tra|B")],
        2, ["1|Rà soát|A", "2|Kiểm tra|B"], ["header row repeated"]),
    "row cut in mid-sentence": (
        [text_grid(TITLES, "1|Rà soát|A|B|C|Ban hành trước 15/2; kiểm tra"),
         text_grid("|||||trước 15/8/2020")],
        1, ["1|Rà soát|A|B|C|Ban hành trước 15/2; kiểm tra trước 15/8/2020"], ["text goes on"]),
    "row cut in several cells": (
        [page_grid(1, TITLES, "1|Tổ chức tuyên truyền các|Phòng Văn hóa và|UBND|Tin, bài|Cả năm"),
         page_grid(2, "|văn bản mới|Thông tin||đăng tải|", "2|Kiểm tra|A|B|C|D")],
        1, ["1|Tổ chức tuyên truyền các văn bản mới|Phòng Văn hóa và Thông tin|UBND"
            "|Tin, bài đăng tải|Cả năm", "2|Kiểm tra|A|B|C|D"], ["text goes on"]),
    "row cut, capital in mid-sentence": (
        [page_grid(1, TITLES, "1|Công khai trên Trang|A|B|C|D", "2|Kết quả giải quyết|A|B|C|D"),
         page_grid(2, "|TTHC trên phần mềm||||")],
        1, ["1|Công khai trên Trang|A|B|C|D", "2|Kết quả giải quyết TTHC trên phần mềm|A|B|C|D"],
        ["?only more of the task"]),
    "short cells set overleaf as a whole": (
        [page_grid(1, TITLES, "1|Rà soát các quy định,|||C|Quý I"),
         page_grid(2, "|thủ tục|Phòng A|Phòng B||")],
        1, ["1|Rà soát các quy định, thủ tục|Phòng A|Phòng B|C|Quý I"], ["?text goes on"]),
    "one cell goes on, another stands overleaf": (
        [page_grid(1, TITLES, "1|Rà soát|A||Bản giám|Quý I"), page_grid(2, "|||Phòng B|sát mới|")],
        1, ["1|Rà soát|A|Phòng B|Bản giám sát mới|Quý I"], ["?text goes on"]),
    "a list of the task goes on": (
        [page_grid(1, TITLES, "1|Rà soát: - Quy chế; - Quy định;|A|B|C|D"),
         page_grid(2, "|- Hướng dẫn.||||")],
        1, ["1|Rà soát: - Quy chế; - Quy định; - Hướng dẫn.|A|B|C|D"], ["?list of its task"]),
    "an item of its own": (
        [page_grid(1, TITLES, "1|Rà soát quy chế;|A|B|C|D"), page_grid(2, "|- Hướng dẫn.||||")],
        1, ["1|Rà soát quy chế;|A|B|C|D", "|- Hướng dẫn.||||"], ["next page"]),
    "symbol cut at its hyphen": (
        [page_grid(1, TITLES, "1|Thực hiện Quyết định số 10/2014/QĐ-|A|B|C|D"),
         page_grid(2, "|UBND ngày 24/3/2014||||")],
        1, ["1|Thực hiện Quyết định số 10/2014/QĐ-UBND ngày 24/3/2014|A|B|C|D"], ["text goes on"]),
    "new row without ordinal": (
        [text_grid(TITLES, "1|Báo cáo|A|B|C|D", "|Báo cáo quý|Tư pháp|Nội vụ|Báo cáo|Trước 30/9"),
         text_grid("|Báo cáo năm|Văn phòng|Nội vụ|Báo cáo|Trước 15/11")],
        1, ["1|Báo cáo|A|B|C|D", "|Báo cáo quý|Tư pháp|Nội vụ|Báo cáo|Trước 30/9",
            "|Báo cáo năm|Văn phòng|Nội vụ|Báo cáo|Trước 15/11"], ["same columns"]),
    "values under a merged task": (
        [text_grid(TITLES, "1|Xây dựng tài liệu|A|B|Tờ gấp|Cả năm"),
         text_grid("||Văn phòng|Các phòng|Sổ tay|Quý II")],
        1, ["1|Xây dựng tài liệu|A|B|Tờ gấp|Cả năm", "||Văn phòng|Các phòng|Sổ tay|Quý II"],
        ["same columns"]),
    "a total after the break": (
        [text_grid("TT|Nội dung|Kinh phí", "1|Tuyên truyền|500.000"), text_grid("||1.200.000")],
        1, ["1|Tuyên truyền|500.000", "||1.200.000"], ["same columns"]),
    "page number between": (
        [page_grid(1, TITLES, "1|Rà soát|A|B|C|D"), Block("- 2 -"), page_grid(2, "2|Kiểm tra|A|B|C|D")],
        1, ["1|Rà soát|A|B|C|D", "2|Kiểm tra|A|B|C|D"], ["next page"]),
    "ends high on its page": (
        [page_grid(1, TITLES, "1|Rà soát|A|B|C|D", bottom=400.0), page_grid(2, "2|Kiểm tra|A|B|C|D")],
        1, ["1|Rà soát|A|B|C|D", "2|Kiểm tra|A|B|C|D"], ["?next page"]),
    "header alone on the first page": (
        [
            page_grid(1, "TT|Nội dung|Chủ trì"),
            page_grid(2, "1|rà soát thủ tục|phòng Nội vụ", "2|kiểm tra|phòng Tư pháp"),
        ],
        1,
        ["1|rà soát thủ tục|phòng Nội vụ", "2|kiểm tra|phòng Tư pháp"],
        ["next page"],
    ),
    "only the ordinal before the break": (
        [page_grid(1, TITLES, "1|Rà soát|A|B|C|D", "2|||||"),
         page_grid(2, TITLES, "|Kiểm tra|A|B|C|D", "3|Báo cáo|A|B|C|D")],
        1, ["1|Rà soát|A|B|C|D", "2|Kiểm tra|A|B|C|D", "3|Báo cáo|A|B|C|D"],
        ["its task stands overleaf"]),
    "ordinal and task before the break": (
        [page_grid(1, TITLES, "1|Rà soát|A|B|C|D", "2|Kiểm tra||||"),
         page_grid(2, TITLES, "||A|B|C|D")],
        1, ["1|Rà soát|A|B|C|D", "2|Kiểm tra|A|B|C|D"], ["?cells without ordinal and task"]),
    "a task under a group": (
        [page_grid(1, TITLES, "I|Công tác chung||||"), page_grid(2, TITLES, "|Kiểm tra|A|B|C|D")],
        1, ["I|Công tác chung||||", "|Kiểm tra|A|B|C|D"], ["header row repeated"]),
    "header cut by the page and printed again": (
        [page_grid(1, "TT|Tổng số thủ tục|Chất lượng|", "||Đúng hạn|Quá hạn so với"),
         page_grid(2, "TT|Tổng số thủ tục|Chất lượng|", "|||tổng số đã trả", "(1)|(2)|(3)|(4)")],
        3, [], []),
    "title of the header overleaf": (
        [page_grid(1, "STT|Nội dung|Đơn vị|"), page_grid(2, "|||Kinh phí", "1|Rà soát|A|500")],
        1, ["1|Rà soát|A|500"], ["next page"]),
    "header cut by the page": (
        [page_grid(1, "TT|Tổng số thủ tục|Số thủ tục được cập nhật, công khai"),
         page_grid(2, "|thuộc thẩm quyền|trên trang thông tin", "(1)|(2)|(3)")],
        2, [], []),
}  # fmt: skip


@pytest.mark.parametrize(("pieces", "header", "rows", "reasons"), JOINED.values(), ids=JOINED)
def test_pieces_of_one_table(pieces, header, rows, reasons):
    """Pieces make one table; a row cut by the page is whole; every join says why."""
    _, (table,) = read(*pieces)
    assert rows_of(table) == rows
    assert len(table.header) == header
    assert len(table.joins) == len(reasons)
    for join, reason in zip(table.joins, reasons, strict=True):
        assert reason.lstrip("?") in join.reason
        assert join.doubtful == reason.startswith("?")


APART = {
    "other titles": [text_grid(TITLES, "1|a|b|c|d|e"), text_grid("TT|Họ và tên|Chức vụ|x|y|z", "1|a|b|c|d|e")],
    "text between": [text_grid(TITLES, "1|a|b|c|d|e"), "Phụ lục 2", text_grid(TITLES, "1|a|b|c|d|e")],
    "other number of columns": [text_grid(TITLES, "1|a|b|c|d|e"), text_grid("1|a|b|c|d|e|f|g")],
    "other borders": [
        page_grid(1, TITLES, "1|a|b|c|d|e"),
        page_grid(2, "1|a|b|c|d|e", edges=(80.0, 100.0, 200.0, 300.0, 400.0, 500.0, 520.0))],
    "titles that differ by numbers": [
        page_grid(1, "TT|Nội dung|Năm 2021|Năm 2022", "1|Rà soát|A|B"),
        page_grid(2, "TT|Nội dung|Năm 2023|Năm 2024", "2|Kiểm tra|A|B")],
    "a page left out": [page_grid(1, TITLES, "1|a|b|c|d|e"), page_grid(3, "2|a|b|c|d|e")],
    "low on the next page": [page_grid(1, TITLES, "1|a|b|c|d|e"), page_grid(2, "2|a|b|c|d|e", top=400.0)],
}  # fmt: skip


@pytest.mark.parametrize("pieces", APART.values(), ids=APART)
def test_tables_that_stay_apart(pieces):
    """What has other titles or borders, or text before it, is a table of its own."""
    _, tables = read(*pieces)
    assert len(tables) == 2


HEADERS = {  # name: rows, header rows among them
    "one row": ([TITLES, "1|a|b|c|d|e"], 1),
    "merged titles": (["STT|Nhiệm vụ|Phân công thực hiện||Thời hạn", "||Chủ trì|Phối hợp|", "1|a|b|c|d"], 2),
    "merged titles and numbers": (
        ["STT|Nhiệm vụ|Phân công||Thời hạn", "||Chủ trì|Phối hợp|", "(1)|(2)|(3)|(4)|(5)", "1|a|b|c|d"], 3),
    "numbers without brackets": (["TT|Nội dung|Chủ trì|Thời gian", "1|2|3|4", "1|a|b|c"], 2),
    "letters and numbers": (["TT|Nội dung|Số lượng|Thành tiền", "A|B|1|2=1x500", "1|a|2|1.000"], 2),
    "numbers that a scan damaged": (
        ["TT|Nội dung|Chủ trì|Phối hợp|Thời gian", "q)|(2)|(3)|@)|(5)", "1|a|b|c|d"], 2),
    "no ordinal column": (["Nội dung|Đơn vị thực hiện|Thời gian", "Rà soát|Phòng Nội vụ|Quý I"], 1),
    "unknown titles": (["Thôn|Trưởng thôn|Số hộ", "Đông Thượng|Nguyễn Văn A|120"], 1),
    "no header": (["1|Rà soát thủ tục|Phòng Nội vụ|Quý I", "2|Kiểm tra|Phòng Tư pháp|Quý II"], 0),
    "first figures are no column numbers": (["TT|Xã|Số hộ|Số khẩu", "1|Xã An Bình|3|4"], 1),
    "title over all columns": (["BẢNG PHÂN CÔNG|||", "TT|Nội dung|Chủ trì|Thời gian", "1|a|b|c"], 2),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "count"), HEADERS.values(), ids=HEADERS)
def test_header_rows(lines, count):
    """Titles, sub-titles under merged titles and column numbers are header; the rest is body."""
    _, (table,) = read(text_grid(*lines))
    assert len(table.header) == count
    assert rows_of(table) == lines[count:]


def test_repeated_header_without_rows():
    """A header printed again with nothing below is no table and no row, but remembered."""
    passages, (table,) = read(text_grid(TITLES, "1|a|b|c|d|e", line=10), text_grid(TITLES, line=20))
    assert [origin.line for origin in table.orphan_headers] == [20]
    assert sum(passage.text == "TT" for passage in passages) == 1


def test_cell_joined_over_pages_keeps_both_places():
    """The second part of a cell knows its own page; marks move with their words."""
    first = page_grid(1, TITLES, "1|Rà soát|A|B|C|kiểm tra")
    last = Cell("trước 15/8", marks=(Mark(0, 5, "bold"),), origins=(Origin(0, 2, None),))
    rest = GridRow((*cells("||||"), last), 2)
    second = page_grid(2, "2|Kiểm tra|A|B|C|D")
    second = Grid((rest, *second.rows), 2, None, second.box, second.column_edges, 842.0, "rulings")
    passages, (table,) = read(first, second)
    passage = next(p for p in passages if p.text.startswith("kiểm tra"))
    assert passage.text == "kiểm tra trước 15/8"
    assert passage.origin_at(0).page == 1
    assert passage.origin_at(9).page == 2
    assert [passage.text[m.start : m.end] for m in passage.marks] == ["trước"]
    assert (table.page_from, table.page_to) == (1, 2)


def test_passages_of_a_table():
    """Every non-empty cell is a passage with its row and column; header rows count downwards."""
    passages, _ = read(
        "Mở đầu", text_grid("TT|Nội dung|Chủ trì", "(1)|(2)|(3)", "1|Rà soát|"), "Kết"
    )
    placed = [(p.text, p.kind, p.row, p.column) for p in passages]
    assert placed == [
        ("Mở đầu", "paragraph", None, None),
        ("TT", "cell", -1, 0), ("Nội dung", "cell", -1, 1), ("Chủ trì", "cell", -1, 2),
        ("(1)", "cell", -2, 0), ("(2)", "cell", -2, 1), ("(3)", "cell", -2, 2),
        ("1", "cell", 0, 0), ("Rà soát", "cell", 0, 1),
        ("Kết", "paragraph", None, None),
    ]  # fmt: skip
    assert [p.seq for p in passages] == list(range(len(passages)))


def test_merged_cells_of_a_file():
    """A cell merged downwards fills the rows it covers; in `cells` it stands once."""
    covered = Cell("", covered=True)
    rows = (
        GridRow(cells("TT|Nội dung|Chủ trì|Thời gian")),
        GridRow((Cell("1", row_span=2), Cell("Rà soát", row_span=2), Cell("A"), Cell("Quý I"))),
        GridRow((covered, covered, Cell("B"), Cell("Quý II"))),
        GridRow((Cell("II"), Cell("KIỂM TRA", column_span=3), covered, covered)),
    )
    _, (table,) = read(Grid(rows))
    assert [row.cells for row in table.rows[:2]] == [
        ("1", "Rà soát", "A", "Quý I"), ("", "", "B", "Quý II")]  # fmt: skip
    assert table.rows[1].filled == ("1", "Rà soát", "B", "Quý II")
    assert [row.kind for row in table.rows] == ["body", "body", "group"]


def test_merged_cell_over_pages():
    """A tall empty cell at the top of a page is the rest of the merged one above the break."""
    covered = Cell("", covered=True)
    above = page_grid(1, "TT|Nội dung|Chủ trì|Thời gian", "1|Rà soát|Phòng A|Quý I")
    below = page_grid(2, "2|Kiểm tra||Quý II", "3|Báo cáo||Quý III", "4|Tổng kết||Quý IV")
    tall = Cell("", row_span=2)
    rows = [list(row.cells) for row in below.rows]
    rows[0][2], rows[1][2] = tall, covered
    below = replace(below, rows=tuple(GridRow(tuple(row), 2) for row in rows))
    _, (table,) = read(above, below)
    assert [row.filled[2] for row in table.rows] == ["Phòng A", "Phòng A", "Phòng A", ""]
    assert [row.cells[2] for row in table.rows] == ["Phòng A", "", "", ""]


def test_merged_unit_with_one_row_overleaf():
    """The unit of several rows before the break goes on with a row of values, not with a group."""
    covered = Cell("", covered=True)
    rows = (
        GridRow(cells("TT|Nội dung|Chủ trì|Thời gian"), 1),
        GridRow((Cell("1"), Cell("Rà soát"), Cell("Phòng A", row_span=2), Cell("Quý I")), 1),
        GridRow((Cell("2"), Cell("Kiểm tra"), covered, Cell("Quý I")), 1),
    )
    first = replace(
        page_grid(1, "||||"), rows=rows, column_edges=(80.0, 190.0, 300.0, 410.0, 520.0)
    )
    for line, filled, kind in (
        ("3|Báo cáo||Quý II", "Phòng A", "body"),
        ("II|CÔNG BỐ||", "", "group"),
    ):
        _, (table,) = read(first, page_grid(2, line))
        assert (table.rows[-1].filled[2], table.rows[-1].kind) == (filled, kind)


def test_page_with_merged_rows_only():
    """Rows merged over all columns have fewer borders; they are put into those of the table."""
    first = page_grid(1, "TT|Nội dung|Chủ trì|Thời gian", "1|Rà soát|A|Quý I")
    edges = first.column_edges
    second = page_grid(2, "II|KIỂM TRA", edges=(edges[0], edges[1], edges[-1]))
    _, (table,) = read(first, second)
    assert rows_of(table) == ["1|Rà soát|A|Quý I", "II|KIỂM TRA||"]
    assert table.rows[1].kind == "group"

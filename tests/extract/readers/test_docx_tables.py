"""DOCX: tables, their merged cells and limits, and columns set with tabs."""

import io
import time

import docx
import pytest

from extract.errors import LimitExceeded
from extract.model import Block, Grid
from extract.readers import Limits, read_bytes
from tests.extract.readers.docx_making import (
    P,
    box,
    cell,
    cells,
    para,
    row,
    run,
    table,
    texts,
)

GRIDS = {
    "merged down and across": (
        [row(cell("TT", '<w:vMerge w:val="restart"/>'), cell("Đơn vị", '<w:gridSpan w:val="2"/>')),
         row(cell("giấu", "<w:vMerge/>"), cell("xã"), cell("phường"))],
        [["TT", "Đơn vị", ""], ["", "xã", "phường"]],
        [[(2, 1, False), (1, 2, False), (1, 1, True)],
         [(1, 1, True), (1, 1, False), (1, 1, False)]]),
    "merge mark without a cell above": (
        [row(cell("a", "<w:vMerge/>"), cell("b"))], [["a", "b"]], None),
    "merged across in the old way": (
        [row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge/>')),
         row(cell("b"), cell("c"))], [["a", ""], ["b", "c"]], None),
    "columns left out": (
        [row(cell("a"), cell("b"), cell("c")),
         row(cell("d"), cell("e"), properties='<w:gridBefore w:val="1"/>'),
         row(cell("f"), properties='<w:gridAfter w:val="2"/>')],
        [["a", "b", "c"], ["", "d", "e"], ["f", "", ""]], None),
    "row in a content control": (
        [row(cell("a"), cell("b")),
         f"<w:sdt><w:sdtContent>{row(cell('c'), cell('d'))}</w:sdtContent></w:sdt>"],
        [["a", "b"], ["c", "d"]], None),
    "deleted row": (
        [row(cell("a"), cell("b")), row(cell("c"), cell("d"), properties="<w:del/>")],
        [["a", "b"]], None),
    "nested table in its cell": (
        [row(f"<w:tc>{P.format('trước')}{table(row(cell('x'), cell('y')))}{P.format('sau')}</w:tc>",
             cell("b")), row(cell("c"), cell("d"))],
        [["trước x y sau", "b"], ["c", "d"]], None),
    "lines of a cell": (
        [row(f"<w:tc>{P.format('- một;')}{P.format('- hai')}</w:tc>", cell("b"))],
        [["- một; - hai", "b"]], None),
    "text box in a cell": (
        [row(f"<w:tc>{para(run('a') + box('hộp'))}</w:tc>", cell("b"))], [["a hộp", "b"]], None),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "expected", "spans"), GRIDS.values(), ids=GRIDS)
def test_grids(make_docx, rows, expected, spans):
    """Every row has the same width, merged places are covered cells."""
    (grid,) = read_bytes(make_docx(table(*rows)), "x.docx").items
    assert cells(grid) == expected
    if spans:
        assert [
            [(c.row_span, c.column_span, c.covered) for c in r.cells] for r in grid.rows
        ] == spans


def test_header_rows(make_docx):
    """Only rows from the top on that the file repeats are header rows."""
    repeat = "<w:tblHeader/>"
    body = table(
        row(cell("TT"), cell("A"), properties=repeat), row(cell("1"), cell("a")),
        row(cell("2"), cell("b"), properties=repeat),
    )  # fmt: skip
    (grid,) = read_bytes(make_docx(body), "x.docx").items
    assert [r.is_header for r in grid.rows] == [True, False, False]


def test_frames_and_layout_tables(make_docx):
    """A single cell is a frame; a frame around a table gives the table."""
    assert texts(read_bytes(make_docx(table(row(cell("khung")))), "x.docx")) == ["khung"]
    inner = table(row(cell("TT"), cell("b")), row(cell("1"), cell("d")))
    body = table(row(f"<w:tc>{P.format('trên')}{inner}</w:tc>"))
    assert texts(read_bytes(make_docx(body), "x.docx")) == ["trên", [["TT", "b"], ["1", "d"]]]


HOSTILE = {
    "nested tables": "<w:tbl><w:tr><w:tc>" * 10_000 + P.format("x") + "</w:tc></w:tr></w:tbl>" * 10_000,
    "nested text boxes": "<w:p><w:r><w:txbxContent>" * 5_000 + "</w:txbxContent></w:r></w:p>" * 5_000,
    "100,000 columns": table(row(*[cell("x")] * 1_500)),
    "a span of nine million": table(row(cell("y"), cell("x", '<w:gridSpan w:val="9000000"/>'))),
    "a shift of nine million": table(row(cell("x"), cell("y"), properties='<w:gridBefore w:val="9000000"/>')),
}  # fmt: skip


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_limits(make_docx, body):
    """What passes a limit is refused, and the message names the limit."""
    with pytest.raises(LimitExceeded, match="limit"):
        read_bytes(make_docx(body), "x.docx")


def test_cell_limit_counts_over_all_tables(make_docx):
    """Cells are counted over the whole file."""
    body = table(row(cell("a"), cell("b"))) * 3
    with pytest.raises(LimitExceeded, match="cells"):
        read_bytes(make_docx(body), "x.docx", limits=Limits(cells=5))


def test_deep_content_controls(make_docx):
    """Ten thousand nested content controls are no obstacle."""
    open_, close = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
    data = make_docx(open_ * 10_000 + P.format("sâu") + close * 10_000)
    assert texts(read_bytes(data, "x.docx")) == ["sâu"]


def test_what_python_docx_writes():
    """A document from another writer: letterhead, title, table and signature block in order."""
    source = docx.Document()
    head = source.add_table(1, 2)
    head.cell(0, 0).text = "UBND HUYỆN A\nSố: 1/KH-UBND"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n____\nA, ngày 01 tháng 02 năm 2020"
    source.add_heading("KẾ HOẠCH", 1)
    data = source.add_table(2, 2)
    for place, text in zip(
        ((0, 0), (0, 1), (1, 0), (1, 1)), ["TT", "Việc", "1", "Họp"], strict=True
    ):
        data.cell(*place).text = text
    buffer = io.BytesIO()
    source.save(buffer)
    document = read_bytes(buffer.getvalue(), "x.docx")
    assert texts(document) == [
        "UBND HUYỆN A", "Số: 1/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "A, ngày 01 tháng 02 năm 2020", "KẾ HOẠCH", [["TT", "Việc"], ["1", "Họp"]],
    ]  # fmt: skip
    assert [b.role for b in document.items if isinstance(b, Block)][:4] == ["letterhead"] * 4
    assert isinstance(document.items[-1], Grid)


def test_long_tables_take_linear_time(make_docx):
    """Ten times the rows take about ten times the time, not a hundred."""
    line = row(*(cell(text) for text in ("1", "Xây dựng kế hoạch", "Phòng Nội vụ", "Quý I")))

    def seconds(count):
        data = make_docx(table(line * count))
        times = []
        for _ in range(2):
            begin = time.process_time()
            (grid,) = read_bytes(data, "x.docx").items
            times.append(time.process_time() - begin)
        assert len(grid.rows) == count
        return min(times)

    assert seconds(5_000) < 30 * seconds(500)


def test_columns_set_with_tabs(make_docx):
    """A letterhead and a signature block set with tabs or spaces are read column by column."""
    tab = "<w:r><w:tab/></w:r>"
    body = (
        para(run("UBND XÃ AN BÁ", "<w:b/>") + tab + run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        + para(run("Số: 1/KH-UBND") + tab + run("An Bá, ngày 01 tháng 3 năm 2010"))
        + para(run("KẾ HOẠCH"))
        + para(run("Tổng số") + tab + run("12"))
        + para(run("Nơi nhận:        TM. ỦY BAN NHÂN DÂN"))
        + para(run("- UBND huyện;"))
        + para(run("- Lưu: VT.") + tab + run("Nguyễn Văn A"))
    )
    blocks = read_bytes(make_docx(body), "x.docx").items
    assert [(b.role, b.text) for b in blocks] == [
        ("letterhead", "UBND XÃ AN BÁ"), ("letterhead", "Số: 1/KH-UBND"),
        ("letterhead", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("letterhead", "An Bá, ngày 01 tháng 3 năm 2010"),
        ("body", "KẾ HOẠCH"), ("body", "Tổng số 12"),
        ("recipients", "Nơi nhận:"), ("recipients", "- UBND huyện;"), ("recipients", "- Lưu: VT."),
        ("signature", "TM. ỦY BAN NHÂN DÂN"), ("signature", "Nguyễn Văn A"),
    ]  # fmt: skip
    assert [(m.start, m.end) for m in blocks[0].marks] == [(0, 13)]


def test_columns_centred_with_tabs(make_docx):
    """Tabs before a line centre it in its column; a gap inside the number parts nothing."""
    lines = (
        "\tĐẢNG BỘ TỈNH A\tĐẢNG CỘNG SẢN VIỆT NAM", "\tHUYỆN ỦY B\tB, ngày 06 tháng 11 năm 2018", "\t*\t",
        "\tSố     12-KH/HU", "KẾ HOẠCH", "Nơi nhận:\t\tTM. BAN THƯỜNG VỤ", "\t\tPHÓ BÍ THƯ", "- Lưu VT.\t\t", "\t\tLý A",
    )  # fmt: skip
    tab = "</w:t><w:tab/><w:t xml:space='preserve'>"
    body = "".join(para(run(line.replace("\t", tab))) for line in lines)
    blocks = read_bytes(make_docx(body), "x.docx").items
    assert [(b.role, b.text) for b in blocks] == [
        ("letterhead", "ĐẢNG BỘ TỈNH A"), ("letterhead", "HUYỆN ỦY B"), ("letterhead", "*"),
        ("letterhead", "Số 12-KH/HU"), ("letterhead", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("letterhead", "B, ngày 06 tháng 11 năm 2018"), ("body", "KẾ HOẠCH"),
        ("recipients", "Nơi nhận:"), ("recipients", "- Lưu VT."),
        ("signature", "TM. BAN THƯỜNG VỤ"), ("signature", "PHÓ BÍ THƯ"), ("signature", "Lý A"),
    ]  # fmt: skip

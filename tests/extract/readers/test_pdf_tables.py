"""Tables of PDFs: rulings of many makers, tables without borders, turned pages."""

import io
import shutil
import subprocess

import pytest

from extract.readers.pdf import read_pdf

pytest.importorskip("reportlab", reason="reportlab makes the PDFs of these tests")
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Spacer

from tests.extract.readers.pdf_making import (
    HEIGHT,
    ROWS,
    WIDTH,
    Sheet,
    cells,
    grids,
    needs_font,
    raw_pdf,
    report,
    texts,
)

pytestmark = needs_font


def test_stroked_grid():
    """A ruled table is one grid with its page, edges and text, and keeps its place."""
    document = report(ROWS, [("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    first, grid = document.items
    assert first.text == "PHỤ LỤC"
    assert cells(grid) == ROWS
    assert (grid.page, grid.made_by, len(grid.column_edges)) == (1, "rulings", 5)
    assert grid.page_height == pytest.approx(HEIGHT, abs=0.1)
    assert grid.box[0] < grid.box[2] < WIDTH
    assert grid.box[1] < grid.box[3] < HEIGHT
    assert document.notes == ()


def test_spans_come_from_missing_borders():
    """A group row over all columns, and a cell over two rows, are merged cells."""
    rows = [ROWS[0], ["I. NHIỆM VỤ CHUNG", "", "", ""], *ROWS[1:3]]
    grid = grids(
        report(
            rows,
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                ("SPAN", (0, 1), (-1, 1)),
                ("SPAN", (3, 2), (3, 3)),
            ],
        )
    )[0]
    assert grid.rows[1].cells[0].column_span == 4
    assert [cell.covered for cell in grid.rows[1].cells] == [False, True, True, True]
    assert grid.rows[2].cells[3].row_span == 2
    assert grid.rows[3].cells[3].covered


def draw_table(sheet, side):
    """Rows of one-line cells; side(x, y, width, height) draws the border of one cell."""
    y = 100
    for row in ROWS:
        x = 60
        for text, width in zip(row, [30, 300, 90, 120], strict=True):
            side(x, HEIGHT - y - 20, width, 20)
            sheet.put(x + 4, y + 14, text, size=8)
            x += width
        y += 20


def draw_ring(canvas, x, y, w, h):
    """Paint a border as a rectangle with another cut out of it, a little apart from the next."""
    path = canvas.beginPath()
    path.rect(x + 0.5, y + 0.5, w - 1, h - 1)
    path.rect(x + 1.2, y + 1.2, w - 2.4, h - 2.4)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=0)


BORDERS = {  # how other programs draw the border of a cell
    "a rectangle per cell": lambda c, x, y, w, h: c.rect(x, y, w, h),
    "a ring per cell": draw_ring,
    "thin filled bars": lambda c, x, y, w, h: [
        c.rect(*bar, stroke=0, fill=1)
        for bar in [(x, y, w, 0.6), (x, y + h, w, 0.6), (x, y, 0.6, h), (x + w, y, 0.6, h)]
    ],
    "a stroke per side": lambda c, x, y, w, h: [
        c.line(*side)
        for side in [
            (x, y, x + w, y),
            (x, y + h, x + w, y + h),
            (x, y, x, y + h),
            (x + w, y, x + w, y + h),
        ]
    ],
}


@pytest.mark.parametrize("draw", BORDERS.values(), ids=BORDERS)
def test_borders_of_other_makers(draw):
    """The same cells come out however the borders were drawn."""
    sheet = Sheet()
    draw_table(sheet, lambda *place: draw(sheet.canvas, *place))
    assert cells(grids(sheet.read())[0]) == ROWS


def test_borders_inside_a_form_object():
    """A page wrapped in a form, shifted and turned into one object, still shows its table."""
    sheet = Sheet()
    sheet.canvas.beginForm("wrapped")
    draw_table(sheet, sheet.canvas.rect)
    sheet.canvas.endForm()
    sheet.canvas.translate(10, -20)
    sheet.canvas.doForm("wrapped")
    grid = grids(sheet.read())[0]
    assert cells(grid) == ROWS
    assert grid.box[0] == pytest.approx(70, abs=1)


def test_white_lines_and_shading_part_no_cells():
    """What nobody sees is no border, and a shaded title row is no table of its own."""
    sheet = Sheet()
    sheet.canvas.setFillGray(0.85)
    sheet.canvas.rect(60, HEIGHT - 120, 540, 20, stroke=0, fill=1)
    sheet.canvas.setFillGray(0)
    draw_table(sheet, sheet.canvas.rect)
    sheet.canvas.setStrokeColorRGB(1, 1, 1)
    sheet.canvas.line(240, HEIGHT - 100, 240, HEIGHT - 200)
    assert cells(grids(sheet.read())[0]) == ROWS


def test_a_box_round_text_is_no_table():
    """A frame with one cell keeps its words as prose."""
    sheet = Sheet().put(300, 60, "DỰ THẢO", align="center")
    sheet.canvas.rect(250, HEIGHT - 70, 100, 25)
    document = sheet.read()
    assert texts(document) == ["DỰ THẢO"]
    assert grids(document) == []


def test_a_table_without_borders():
    """Aligned columns under known titles are a grid, and the note says how it was found."""
    after = Paragraph("Các cơ quan báo cáo kết quả.", ParagraphStyle("p", fontName="Body"))
    document = report(ROWS, [("VALIGN", (0, 0), (-1, -1), "TOP")], extra=[Spacer(1, 60), after])
    grid = grids(document)[0]
    right = sum(
        a == b for r, s in zip(cells(grid), ROWS, strict=True) for a, b in zip(r, s, strict=True)
    )
    assert right >= 0.9 * 20
    assert grid.made_by == "columns"
    assert [note.code for note in document.notes] == ["page_reader"]
    assert texts(document) == ["PHỤ LỤC", "Các cơ quan báo cáo kết quả."]


PLACES = ["TOP", "MIDDLE"]


@pytest.mark.parametrize("place", PLACES)
def test_titles_of_two_levels_without_borders(place):
    """A title over two columns stands above their own titles, which are no rest of its words."""
    titles = [
        ["TT", "Nội dung công việc", "Cơ quan thực hiện", ""],
        ["", "", "Chủ trì", "Phối hợp"],
    ]
    style = [("SPAN", (2, 0), (3, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)),
             ("VALIGN", (0, 0), (-1, 1), place), ("VALIGN", (0, 2), (-1, -1), "TOP")]  # fmt: skip
    (grid,) = grids(report([*titles, *ROWS[1:]], style))
    assert cells(grid) == [*titles, *ROWS[1:]]
    assert grid.rows[0].cells[2].column_span == 2
    assert grid.rows[0].cells[0].row_span == 2


TIGHT = {  # name: x of the columns, printed lines, cells of the table
    "no ordinals": (
        (85, 230, 420),
        [("Thời gian", "Nội dung công việc", "Cơ quan chủ trì"), ("Tháng 9 năm", "Phổ biến kế hoạch,", "Phòng Nội vụ"),
         ("2022", "đăng ký nội dung", ""), ("Quý IV", "Tự đánh giá", "Các phòng")],
        [["Thời gian", "Nội dung công việc", "Cơ quan chủ trì"],
         ["Tháng 9 năm 2022", "Phổ biến kế hoạch, đăng ký nội dung", "Phòng Nội vụ"], ["Quý IV", "Tự đánh giá", "Các phòng"]]),
    "a total under ordinals": (
        (85, 130, 420),
        [("TT", "Nội dung", "Kinh phí (đồng)"), ("1", "Mua xe đẩy rác", "12.000.000"),
         ("2", "Nước uống ngày ra quân", "1.500.000"), ("3", "In tờ rơi", "800.000"), ("", "Cộng", "14.300.000")],
        [["TT", "Nội dung", "Kinh phí (đồng)"], ["1", "Mua xe đẩy rác", "12.000.000"],
         ["2", "Nước uống ngày ra quân", "1.500.000"], ["3", "In tờ rơi", "800.000"], ["", "Cộng", "14.300.000"]]),
}  # fmt: skip


@pytest.mark.parametrize(("places", "lines", "expected"), TIGHT.values(), ids=TIGHT)
def test_rows_without_borders_and_without_space(places, lines, expected):
    """Where nothing parts rows, an ordinal, a total or a line without lower case begins one."""
    sheet = Sheet()
    for number, line in enumerate(lines):
        for x, text in zip(places, line, strict=True):
            if text:
                sheet.put(x, 100 + 14 * number, text)
    assert cells(grids(sheet.read())[0]) == expected


def test_aligned_text_without_titles_is_no_table():
    """Tabs in prose make no table."""
    sheet = Sheet()
    for number in range(4):
        sheet.put(85, 100 + 16 * number, f"Người thứ {number}").put(
            350, 100 + 16 * number, "có mặt"
        )
    document = sheet.read()
    assert grids(document) == []
    assert texts(document)[0] == "Người thứ 0 có mặt"


TURNS = {"upright": 0, "quarter": 90, "half": 180, "three quarters": 270}


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
def test_turned_pages(turn):
    """/Rotate and turned text are undone: lines in a cell keep their order."""
    sheet = Sheet((600, 600))
    c = sheet.canvas
    c.translate(300, 300)
    c.rotate(turn)
    c.translate(-300, -300)
    for x in (50, 250, 550):
        c.line(x, 500, x, 400)
    for y in (500, 450, 400):
        c.line(50, y, 550, y)
    sheet.put(60, 120, "TT").put(260, 120, "dòng một").put(260, 134, "dòng hai").put(60, 170, "1")
    sheet.put(60, 60, "Dòng đầu trang")
    document = sheet.read()
    assert texts(document) == ["Dòng đầu trang"]
    assert cells(grids(document)[0]) == [["TT", "dòng một dòng hai"], ["1", ""]]


WAYS = {"rising": 90, "falling": -90}


@pytest.mark.parametrize("angle", WAYS.values(), ids=WAYS)
def test_titles_that_stand_on_their_sides(angle):
    """Titles that run up or down a narrow cell are read along their lines, short words too."""
    sheet = Sheet((600, 600))
    c = sheet.canvas
    for x in (50, 90, 130, 550):
        c.line(x, 560, x, 400)
    for y in (560, 430, 400):
        c.line(50, y, 550, y)

    def stand(x, *lines):
        for number, line in enumerate(lines):
            c.saveState()
            step = 12 * number - 6 * len(lines) + 9
            c.translate(x + step if angle > 0 else x - step, 440 if angle > 0 else 550)
            c.rotate(angle)
            c.setFont("Body", 10)
            c.drawString(0, 0, line)
            c.restoreState()

    stand(70, "TT")
    stand(110, "Cơ quan", "chủ trì")
    sheet.put(150, 100, "Nội dung").put(60, 190, "1").put(140, 190, "Rà soát thủ tục hành chính")
    assert cells(grids(sheet.read())[0]) == [
        ["TT", "Cơ quan chủ trì", "Nội dung"],
        ["1", "", "Rà soát thủ tục hành chính"],
    ]


def test_a_drawing_is_no_table():
    """Thousands of lines that cross would take hours to make cells of; text is still read."""
    lines = b"".join(
        b"0 %d m 9000 %d l S %d 0 m %d 9000 l S\n" % (5 * n, 5 * n, 5 * n, 5 * n)
        for n in range(1700)
    )
    data = raw_pdf(lines + b"BT /F1 9 Tf 20 400 Td (12 345) Tj ET")
    document = read_pdf(data.replace(b"0 0 595 842", b"0 0 9000 9000"), "x.pdf")
    assert texts(document) == ["12 345"]
    assert [note.code for note in document.notes] == ["page_reader"]


def test_tables_of_weasyprint():
    """One stroke per cell side, in points of a browser engine."""
    weasyprint = pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
    page = (
        "<style>table{border-collapse:collapse;font-family:'DejaVu Serif'}"
        f"td{{border:1px solid #000;width:130px}}</style><h3>PHỤ LỤC</h3><table>{rows}</table>"
    )
    document = read_pdf(weasyprint.HTML(string=page).write_pdf(), "bảng.pdf")
    assert cells(grids(document)[0]) == ROWS


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_tables_of_libreoffice(tmp_path):
    """A Word table with repeated titles that LibreOffice prints."""
    docx = pytest.importorskip("docx", reason="python-docx makes the file")
    source = docx.Document()
    source.add_paragraph("Kế hoạch kiểm tra năm 2020.")
    table = source.add_table(len(ROWS), 4)
    table.style = "Table Grid"
    for row, words in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    source.save(tmp_path / "plan.docx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "plan.docx"],
        check=True, capture_output=True, timeout=90,
    )  # fmt: skip
    document = read_pdf((tmp_path / "plan.pdf").read_bytes(), "plan.pdf")
    assert texts(document) == ["Kế hoạch kiểm tra năm 2020."]
    assert cells(grids(document)[0]) == ROWS


def test_ruled_pages_agree_with_pdfplumber():
    """On a ruled page both readers see the same cells."""
    import pdfplumber

    sheet = Sheet()
    draw_table(sheet, sheet.canvas.rect)
    data = sheet.data()
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        theirs = pdf.pages[0].extract_table()
    assert cells(grids(read_pdf(data, "x.pdf"))[0]) == theirs

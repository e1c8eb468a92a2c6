"""PDFs made here, read back: tables, letterheads, symbols over page breaks, bad files."""

import io
import random
import shutil
import subprocess
import zlib
from functools import cache
from pathlib import Path

import pytest

from extract.errors import DamagedFile, EncryptedFile, LimitExceeded, NoText, TrichlucError
from extract.model import Block, Grid
from extract.readers.limits import LIMITS, Limits
from extract.readers.pdf import read_pdf
from extract.readers.pdf_quality import find_text_fault

pytest.importorskip("reportlab", reason="reportlab makes the PDFs of these tests")

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

WIDTH, HEIGHT = A4
FOLDERS = [
    Path("/usr/share/fonts/truetype/dejavu"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
]
NAMES = [("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"), ("times.ttf", "timesbd.ttf")]


@cache
def fonts() -> bool:
    """Register a font with Vietnamese letters as "Body" and "Bold"."""
    for folder in FOLDERS:
        for plain, bold in NAMES:
            if (folder / plain).exists():
                pdfmetrics.registerFont(TTFont("Body", str(folder / plain)))
                pdfmetrics.registerFont(
                    TTFont("Bold", str(folder / (bold if (folder / bold).exists() else plain)))
                )
                return True
    return False


needs_font = pytest.mark.skipif(not fonts(), reason="no font with Vietnamese letters is installed")
pytestmark = needs_font


class Sheet:
    """A canvas whose y runs from the top, as a typist sees the page."""

    def __init__(self, size=A4, **options):
        self.buffer = io.BytesIO()
        self.canvas = canvas.Canvas(self.buffer, pagesize=size, **options)
        self.height = size[1]

    def put(self, x, y, text, font="Body", size=12, align="left"):
        self.canvas.setFont(font, size)
        draw = {
            "left": self.canvas.drawString,
            "center": self.canvas.drawCentredString,
            "right": self.canvas.drawRightString,
        }[align]
        draw(x, self.height - y, text)
        return self

    def fill(self, y, *lines, x=85, indent=0, last=False):
        """Draw justified lines that reach the right margin, but for the last when asked."""
        for number, line in enumerate(lines):
            start = x + (indent if number == 0 else 0)
            text = self.canvas.beginText(start, self.height - y - 16 * number)
            text.setFont("Body", 12)
            natural = pdfmetrics.stringWidth(line, "Body", 12)
            if not (last and number == len(lines) - 1):
                text.setWordSpace((510 - start - natural) / max(1, line.count(" ")))
            text.textOut(line)
            self.canvas.drawText(text)
        return self

    def page(self):
        self.canvas.showPage()
        return self

    def read(self, **options):
        return read_pdf(self.data(), "thử.pdf", **options)

    def data(self):
        self.canvas.save()
        return self.buffer.getvalue()


def texts(document):
    return [item.text for item in document.items if isinstance(item, Block)]


def grids(document):
    return [item for item in document.items if isinstance(item, Grid)]


def cells(grid):
    return [[cell.text for cell in row.cells] for row in grid.rows]


TITLES = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian"]
ROWS = [
    TITLES,
    ["1", "Rà soát thủ tục hành chính", "Phòng Nội vụ", "Trước ngày 15/6/2021"],
    ["2", "Kiểm tra công tác cải cách hành chính tại các xã, thị trấn", "UBND huyện", "Quý III"],
    ["3", "Báo cáo theo Quyết định số 10/2014/QĐ-UBND", "", "Hằng năm"],
    ["4", "Niêm yết công khai", "UBND các xã", ""],
]
WIDTHS = [30, 200, 110, 110]


def report(rows, style, *, repeat=0, extra=()):
    plain = ParagraphStyle("p", fontName="Body", fontSize=10, leading=12)
    buffer = io.BytesIO()
    table = Table(
        [[Paragraph(text, plain) for text in row] for row in rows],
        colWidths=WIDTHS,
        repeatRows=repeat,
    )
    table.setStyle(style)
    before = Paragraph("PHỤ LỤC", plain)
    SimpleDocTemplate(buffer, pagesize=A4).build([before, Spacer(1, 20), table, *extra])
    return read_pdf(buffer.getvalue(), "bảng.pdf")


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


def letterhead(sheet, number="50", y=60):
    sheet.put(150, y, "ỦY BAN NHÂN DÂN", "Bold", align="center")
    sheet.put(400, y, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bold", 11, align="center")
    sheet.put(150, y + 16, "HUYỆN MẪU LÂM", "Bold", align="center")
    sheet.put(400, y + 16, "Độc lập - Tự do - Hạnh phúc", "Bold", align="center")
    sheet.put(150, y + 40, f"Số: {number}/KH-UBND", align="center")
    sheet.put(400, y + 40, "Mẫu Lâm, ngày 03 tháng 3 năm 2020", align="center")
    return sheet


def test_letterhead_is_read_by_columns():
    """Issuer and number first, then motto and date; the title below belongs to neither."""
    sheet = letterhead(Sheet()).put(WIDTH / 2, 140, "KẾ HOẠCH", "Bold", 14, align="center")
    sheet.put(WIDTH / 2, 158, "Kiểm tra cải cách hành chính năm 2020", "Bold", align="center")
    sheet.fill(
        190,
        "Thực hiện chương trình công tác năm nay, Ủy ban nhân dân huyện",
        "ban hành Kế hoạch kiểm tra tại các cơ quan, đơn vị trực thuộc",
        indent=30,
    )
    document = sheet.read()
    assert texts(document)[:8] == [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN MẪU LÂM",
        "Số: 50/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Mẫu Lâm, ngày 03 tháng 3 năm 2020",
        "KẾ HOẠCH",
        "Kiểm tra cải cách hành chính năm 2020",
    ]
    assert [item.role for item in document.items[:8]] == ["letterhead"] * 6 + ["body"] * 2
    title = document.items[6]
    assert (title.align, [(m.start, m.end, m.kind) for m in title.marks]) == (
        "center",
        [(0, 8, "bold")],
    )


@pytest.mark.parametrize("gap", [4, 12, 30])
def test_a_narrow_gutter_parts_the_letterhead(gap):
    """Issuer and motto that nearly touch are still two columns."""
    motto, issuer = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ỦY BAN NHÂN DÂN TỈNH"
    x = 540 - pdfmetrics.stringWidth(motto, "Bold", 11)
    sheet = Sheet().put(x, 60, motto, "Bold", 11).put(x - gap, 60, issuer, size=11, align="right")
    sheet.put(140, 76, "SỞ NỘI VỤ", "Bold", 11, "center")
    sheet.put((x + 540) / 2, 76, "Độc lập - Tự do - Hạnh phúc", "Bold", 11, "center")
    sheet.fill(
        140, "Thực hiện chương trình công tác năm, Sở Nội vụ ban hành", "kế hoạch này.", last=True
    )
    assert texts(sheet.read())[:4] == [issuer, "SỞ NỘI VỤ", motto, "Độc lập - Tự do - Hạnh phúc"]


def test_squeezed_spaces_stay_spaces():
    """Words that the file parts by a space are two words, however close they are printed."""
    sheet = Sheet()
    text = sheet.canvas.beginText(85, HEIGHT - 60)
    text.setFont("Body", 12)
    text.setWordSpace(-3.5)
    text.textOut("Sở Nội vụ ban hành kế hoạch như sau:")
    sheet.canvas.drawText(text)
    assert texts(sheet.read()) == ["Sở Nội vụ ban hành kế hoạch như sau:"]


def test_recipients_and_signature():
    """Nơi nhận on the line of TM. is parted from it; each column is read from top to bottom."""
    sheet = Sheet().fill(60, "Các cơ quan thực hiện nghiêm túc Kế hoạch này./.", last=True)
    sheet.put(85, 100, "Nơi nhận:", "Bold", 11).put(
        420, 100, "TM. ỦY BAN NHÂN DÂN", "Bold", align="center"
    )
    sheet.put(85, 116, "- Sở Nội vụ (để báo cáo);", size=10).put(
        420, 116, "CHỦ TỊCH", "Bold", align="center"
    )
    sheet.put(85, 130, "- Lưu: VT.", size=10).put(
        420, 200, "Nguyễn Văn Mẫu", "Bold", align="center"
    )
    document = sheet.read()
    assert [(item.role, item.text) for item in document.items[1:]] == [
        ("recipients", "Nơi nhận:"),
        ("recipients", "- Sở Nội vụ (để báo cáo);"),
        ("recipients", "- Lưu: VT."),
        ("signature", "TM. ỦY BAN NHÂN DÂN"),
        ("signature", "CHỦ TỊCH"),
        ("signature", "Nguyễn Văn Mẫu"),
    ]


def test_columns_out_of_step_tell_no_distance_of_lines():
    """Lines of a letterhead that stand between one another's do not cut the paragraph below."""
    sheet = Sheet()
    for number in range(4):
        sheet.put(150, 60 + 17 * number, f"CƠ QUAN {number}", align="center")
        sheet.put(
            400, 68.5 + 17 * number, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "*", "-")[number]
        )
    lines = ("Thực hiện Kế hoạch số 41/KH-UBND của Ủy ban nhân dân tỉnh Hải",
             "Lâm về công tác năm nay, Ủy ban nhân dân huyện báo cáo.")  # fmt: skip
    for number, line in enumerate(lines):
        sheet.fill(160 + 17.6 * number, line, last=number == 1)
    assert texts(sheet.read())[-1] == " ".join(lines)


def test_a_full_bold_title_ends_before_plain_text():
    """A title that fills its line does not run into the text below it; bold words in text do."""
    title, text = (
        "Phòng, chống dịch bệnh trên địa bàn xã Yên Thịnh năm 2021",
        "Thực hiện Chỉ thị của",
    )
    sheet = Sheet().put(85, 60, title, "Bold", 12).put(85, 76, text).put(85, 92, title)
    right = 85 + pdfmetrics.stringWidth(title, "Bold", 12)
    for y in (108, 124, 140):
        sheet.put(right, y, "x" * 58, align="right")
    assert texts(sheet.read())[:2] == [title, text]


def test_signature_goes_on_overleaf():
    """The name on the next page still belongs to the signature, the recipients to theirs."""
    sheet = (
        Sheet().put(85, 700, "Nơi nhận:", "Bold").put(420, 700, "CHỦ TỊCH", "Bold", align="center")
    )
    sheet.put(85, 716, "- Sở Nội vụ;").page()
    sheet.put(85, 60, "- Lưu: VT.").put(420, 60, "Nguyễn Văn Mẫu", "Bold", align="center")
    document = sheet.read()
    assert [(item.role, item.text) for item in document.items[-5:]] == [
        ("recipients", "Nơi nhận:"),
        ("recipients", "- Sở Nội vụ;"),
        ("recipients", "- Lưu: VT."),
        ("signature", "CHỦ TỊCH"),
        ("signature", "Nguyễn Văn Mẫu"),
    ]


def test_recipients_go_on_overleaf():
    """Long recipients alone may stand on the next page, wider than those above; no heading does."""
    sheet = Sheet().put(85, 700, "Nơi nhận:", "Bold").put(85, 716, "- Sở Y;")
    sheet.put(420, 700, "CHỦ TỊCH", "Bold", align="center").put(420, 760, "Lý A", align="center")
    sheet.page().put(85, 60, "- Các phòng, trung tâm thuộc;").put(85, 76, "- Lưu: VT.")
    sheet.put(85, 110, "TIẾN ĐỘ THỰC HIỆN")
    assert [(item.role, item.text) for item in sheet.read().items] == [
        ("recipients", "Nơi nhận:"),
        ("recipients", "- Sở Y;"),
        ("recipients", "- Các phòng, trung tâm thuộc;"),
        ("recipients", "- Lưu: VT."),
        ("signature", "CHỦ TỊCH"),
        ("signature", "Lý A"),
        ("body", "TIẾN ĐỘ THỰC HIỆN"),
    ]


def test_two_signatures():
    """The signatures of a joint plan stand side by side above the recipients."""
    sheet = Sheet().fill(60, "Hai sở thực hiện nghiêm túc Kế hoạch này./.", last=True)
    for x, lines in ((160, ("GIÁM ĐỐC", "Lý A")), (430, ("HỘI NÔNG DÂN", "Vi B"))):
        sheet.put(x, 110, lines[0], "Bold", align="center").put(x, 180, lines[1], align="center")
    sheet.put(85, 240, "Nơi nhận:").put(85, 256, "- Lưu: VT.")
    assert [(item.role, item.text) for item in sheet.read().items[1:5]] == [
        ("signature", "GIÁM ĐỐC"),
        ("signature", "Lý A"),
        ("signature", "HỘI NÔNG DÂN"),
        ("signature", "Vi B"),
    ]


def test_capacity_of_two_lines():
    """A body too long for its column goes on below; the title and the name do not join it."""
    sheet = Sheet().put(85, 100, "Nơi nhận:").put(85, 116, "- Lưu: VT.")
    lines = ("TM. HỘI ĐỒNG NGHĨA VỤ", "QUÂN SỰ", "CHỦ TỊCH")
    for number, line in enumerate(lines):
        sheet.put(420, 100 + 15 * number, line, "Bold", align="center")
    sheet.put(420, 200, "LÝ A", align="center")
    assert texts(sheet.read())[2:] == ["TM. HỘI ĐỒNG NGHĨA VỤ QUÂN SỰ", "CHỦ TỊCH", "LÝ A"]


def test_letterhead_of_the_youth_union():
    """Its name stands where others print the motto."""
    sheet = Sheet().put(160, 60, "TỈNH ĐOÀN HẢI LÂM", align="center")
    sheet.put(420, 60, "ĐOÀN TNCS HỒ CHÍ MINH", "Bold", align="center")
    sheet.put(160, 76, "Số: 145-KH/TĐTN", align="center").put(
        420, 76, "Hải Lâm, ngày 06 tháng 5 năm 2019", align="center"
    )
    assert texts(sheet.read()) == [
        "TỈNH ĐOÀN HẢI LÂM", "Số: 145-KH/TĐTN", "ĐOÀN TNCS HỒ CHÍ MINH",
        "Hải Lâm, ngày 06 tháng 5 năm 2019",
    ]  # fmt: skip


def test_paragraphs():
    """Wrapped lines join; indents, labels and short lines begin paragraphs."""
    sheet = Sheet()
    sheet.fill(
        60,
        "Căn cứ Luật Tổ chức chính quyền địa phương và các văn bản có",
        "liên quan.",
        indent=30,
        last=True,
    )
    sheet.fill(92, "1. Mục đích", indent=30, last=True)
    sheet.fill(
        108,
        "- Nâng cao trách nhiệm của cán bộ, công chức trong giai đoạn 2016-",
        "2020 trên địa bàn huyện.",
        indent=30,
        last=True,
    )
    sheet.fill(
        140,
        "Thực hiện nghiêm Quyết định của Ủy ban nhân dân tỉnh số 10/QĐ-",
        "UBND về kỷ cương.",
        indent=30,
        last=True,
    )
    assert texts(sheet.read()) == [
        "Căn cứ Luật Tổ chức chính quyền địa phương và các văn bản có liên quan.",
        "1. Mục đích",
        "- Nâng cao trách nhiệm của cán bộ, công chức trong giai đoạn 2016-2020 trên địa bàn huyện.",
        "Thực hiện nghiêm Quyết định của Ủy ban nhân dân tỉnh số 10/QĐ-UBND về kỷ cương.",
    ]


def test_a_note_in_brackets_over_two_centred_lines():
    """The second line of "(Kèm theo ... của UBND huyện⏎Vân Hải)" belongs to the note."""
    sheet = Sheet().fill(60, "Đoạn văn đủ dài để cho thấy lề trái và lề phải của trang giấy này.")
    sheet.put(WIDTH / 2, 120, "PHỤ LỤC", "Bold", align="center")
    sheet.put(WIDTH / 2, 136, "(Kèm theo Kế hoạch số 88/KH-UBND của UBND huyện", align="center")
    sheet.put(WIDTH / 2, 152, "Vân Hải)", align="center")
    sheet.put(WIDTH / 2, 168, "Danh mục nhiệm vụ", align="center")
    assert texts(sheet.read())[1:] == [
        "PHỤ LỤC",
        "(Kèm theo Kế hoạch số 88/KH-UBND của UBND huyện Vân Hải)",
        "Danh mục nhiệm vụ",
    ]


def test_symbol_cut_by_a_page_break():
    """A page number between the two halves of a symbol is dropped, and the symbol is whole."""
    sheet = Sheet()
    for page, lines in enumerate(
        [
            (
                "Đoạn mở đầu của văn bản gồm nhiều dòng để có lề trái và lề phải,",
                "theo quy định tại Quyết định của Ủy ban nhân dân số 10/2014/QĐ-",
            ),
            (
                "UBND ngày 05 tháng 6 năm 2014 về công tác văn thư, lưu trữ trên",
                "địa bàn toàn tỉnh.",
            ),
        ]
    ):
        sheet.put(WIDTH / 2, 30, str(page + 1), align="center")
        sheet.fill(740 if page == 0 else 60, *lines, indent=30 * (page == 0), last=page == 1).page()
    document = sheet.read()
    (block,) = document.items
    assert "số 10/2014/QĐ-UBND ngày 05" in block.text
    assert [origin.page for origin in block.origins] == [1, 2]
    assert block.text[block.origins[1].start :].startswith("UBND ngày")


def test_footnotes_do_not_part_a_paragraph():
    """A footnote at the foot of the page comes after the paragraph that goes on overleaf."""
    sheet = Sheet()
    sheet.fill(
        690,
        "Đoạn văn mở đầu của trang thứ nhất gồm nhiều dòng để lề rõ ràng,",
        "và câu này còn tiếp tục ở trang sau theo quy định của pháp luật về",
        indent=30,
    )
    sheet.put(85, 780, "1 Theo Báo cáo năm 2019.", size=9).page()
    sheet.fill(60, "cải cách hành chính.", last=True)
    document = sheet.read()
    body, note = document.items
    assert body.text.endswith("pháp luật về cải cách hành chính.")
    assert (note.role, note.text) == ("footnote", "1 Theo Báo cáo năm 2019.")


def test_titles_of_appendices_are_no_furniture():
    """PHỤ LỤC 1, 2, 3 at the top of their pages stay."""
    sheet = Sheet()
    for page in (1, 2, 3):
        sheet.put(WIDTH / 2, 60, f"PHỤ LỤC {page}", "Bold", align="center")
        sheet.fill(100, "Danh sách các cơ quan, đơn vị được kiểm tra trong năm nay gồm:").page()
    assert [text for text in texts(sheet.read()) if "PHỤ" in text] == [
        f"PHỤ LỤC {page}" for page in (1, 2, 3)
    ]


def test_page_furniture_is_dropped():
    """Running headers and page numbers are no text; a lone number in the text is."""
    sheet = Sheet()
    for page in range(1, 4):
        sheet.put(85, 30, "Kế hoạch kiểm tra năm 2020", size=9).put(
            WIDTH / 2, 810, f"- {page} -", align="center"
        )
        sheet.fill(100, f"Nội dung của trang số {page} kết thúc tại đây.", last=True)
        sheet.put(WIDTH / 2, 400, "7", align="center").page()
    assert texts(sheet.read()) == [
        text
        for page in (1, 2, 3)
        for text in (f"Nội dung của trang số {page} kết thúc tại đây.", "7")
    ]


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


def test_a_space_at_the_line_end_is_kept():
    """What the file has behind a slash or hyphen decides whether the next line joins."""
    sheet = Sheet((600, 600))
    for x in (50, 180, 300, 420):
        sheet.canvas.line(x, 560, x, 400)
    for y in (560, 530, 400):
        sheet.canvas.line(50, y, 420, y)
    sheet.put(60, 60, "TT").put(190, 60, "Nội dung").put(310, 60, "Cơ quan")
    sheet.put(60, 90, "1").put(185, 90, "chế độ tử tuất/ ").put(185, 104, "Hỗ trợ chi phí")
    sheet.put(305, 90, "Văn phòng HĐND-").put(305, 104, "UBND huyện")
    assert cells(grids(sheet.read())[0])[1] == [
        "1", "chế độ tử tuất/ Hỗ trợ chi phí", "Văn phòng HĐND-UBND huyện",
    ]  # fmt: skip


def test_form_fields_are_read_in_place():
    """A number typed into a form field joins the printed line round it."""
    sheet = letterhead(Sheet(), number="        ")
    start = 150 - pdfmetrics.stringWidth("Số:         /KH-UBND", "Body", 12) / 2
    sheet.canvas.acroForm.textfield(
        value="125", x=start + 24, y=HEIGHT - 104, width=24, height=15, fontSize=11, borderWidth=0
    )
    sheet.canvas.acroForm.textfield(
        value="Da ky so", x=380, y=HEIGHT - 700, width=80, height=20, fontSize=11, borderWidth=0
    )
    document = sheet.read()
    assert "Số: 125 /KH-UBND" in texts(document)
    assert document.items[-1].role == "form_field"
    assert document.items[-1].text == "Da ky so"


def image(sheet):
    pillow = pytest.importorskip("PIL.Image", reason="Pillow makes the scanned page")
    picture = ImageReader(pillow.new("L", (60, 85), 220))
    sheet.canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT)
    return sheet


def test_pages_without_text():
    """A scanned page among others is noted; a file of nothing else is refused with a remedy."""
    sheet = Sheet().fill(60, "Trang có chữ.", last=True).page()
    document = image(sheet).page().read()
    assert document.scanned
    assert [(note.code, note.page) for note in document.notes] == [("page_without_text", 2)]
    with pytest.raises(NoText, match="scanned PDF"):
        image(Sheet()).read()


FAULTS = {  # name: words, whether they are unusable
    "Vietnamese": (["Kế", "hoạch", "kiểm", "tra", "hành", "chính"] * 40, False),
    "English OCR": (["Ke", "hoach", "kiem", "tra", "cai", "cach", "hanh", "chinh"] * 40, True),
    "private characters": (["\ue012\ue013\ue020"] * 30, True),
    "a short page of numbers": (["1", "2", "3,4"] * 5, False),
    "names without marks": (["Kim", "Tân", "Nam", "An"] * 100, False),
    "a table of numbers": (["12.900.000", "UBND", "3/2020"] * 60, False),
}


@pytest.mark.parametrize(("words", "unusable"), FAULTS.values(), ids=FAULTS)
def test_text_faults(words, unusable):
    """A text layer that cannot be Vietnamese text is found out."""
    assert (find_text_fault(words) is not None) == unusable


def test_an_unusable_text_layer_is_not_believed():
    """Its page is dropped with a note; alone, the file has no text."""
    garbage = "Uy ban nhan dan huyen ban hanh ke hoach cai cach hanh chinh nam nay"
    sheet = Sheet()
    for line in range(10):
        sheet.put(85, 60 + 16 * line, garbage)
    sheet.page().fill(60, "Trang này đọc được.", last=True)
    document = sheet.read()
    assert texts(document) == ["Trang này đọc được."]
    assert [(note.code, note.page) for note in document.notes] == [("unusable_text", 1)]
    assert document.scanned


def test_several_documents_in_one_file():
    """A second letterhead with a number of its own is noted with its page."""
    sheet = letterhead(Sheet()).page().fill(60, "Trang hai.", last=True).page()
    document = letterhead(sheet, number="51").read()
    assert [(note.code, note.page) for note in document.notes] == [("several_documents", 3)]
    single = letterhead(Sheet()).page().fill(60, "Trang hai.", last=True).read()
    assert single.notes == ()


def test_encrypted():
    """A file that asks for a password is refused as such."""
    with pytest.raises(EncryptedFile, match="password"):
        Sheet(encrypt="mật khẩu").put(85, 60, "Chữ").read()


def plain_pdf():
    return letterhead(Sheet()).page().fill(60, "Trang hai có vài chữ.", last=True).data()


def test_not_a_pdf_inside():
    """A file that only begins like a PDF is damaged, never a crash."""
    with pytest.raises(DamagedFile):
        read_pdf(b"%PDF-1.7\n" + b"\x00garbage" * 50, "hỏng.pdf")


def test_no_pages():
    """A PDF without pages is damaged."""
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    )
    with pytest.raises(DamagedFile):
        read_pdf(data, "rỗng.pdf")


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_truncated_files_end_in_a_known_way(share):
    """What is left of a file is read, or refused with a cause; nothing else is raised."""
    data = plain_pdf()
    try:
        document = read_pdf(data[: int(len(data) * share)], "cụt.pdf")
    except TrichlucError as error:
        assert error.refused
    else:
        assert document.items


def test_limits():
    """Too many pages end in a clear refusal."""
    with pytest.raises(LimitExceeded, match="pages"):
        read_pdf(plain_pdf(), "dài.pdf", Limits(pages=1))


HOSTILE = {  # name: what is drawn on the page, limits, the limit that is named
    "packed drawing": (b"0 0 m 1 1 l S\n" * 400_000, Limits(stream_bytes=10**6), "stream_bytes"),
    "many words": (
        b"BT /F1 1 Tf 20 800 Td " + b"0 -1 Td (1 2 3) Tj " * 500 + b"ET",
        Limits(words=1000),
        "words",
    ),
}


@pytest.mark.parametrize(("drawn", "limits", "name"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_end_in_a_named_limit(drawn, limits, name):
    """What would take all memory is refused before pdfium unpacks it, or page by page."""
    with pytest.raises(LimitExceeded, match=f"limit {name} ="):
        read_pdf(raw_pdf(drawn), "x.pdf", limits)
    assert LIMITS.stream_bytes > 10**7  # ordinary drawings stay far below


def nested_forms(depth, times, *, indirect=False, pack=False):
    """A page that draws a form, which draws another so many times, and so on."""
    drawn = b"BT /F1 9 Tf 20 400 Td (12 345) Tj ET /X Do"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    resources = []
    for number in range(6, 6 + depth):
        is_last = number == 5 + depth
        content = b"0 0 m 9 9 l S" if is_last else b"/Y Do " * times
        names = b"<</XObject<</Y %d 0 R>>>>" % (number + 1)
        if indirect:
            resources.append(names)
            names = b"%d 0 R" % (5 + depth + len(resources))
        kind = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + (
            b"" if is_last else b"/Resources " + names
        )
        if pack:
            content, kind = zlib.compress(content), kind + b"/Filter/FlateDecode"
        parts.append(b"<<%b/Length %d>>stream\n%b\nendstream" % (kind, len(content), content))
    if indirect:  # the dictionaries of names stand packed in an object stream
        places = [sum(map(len, resources[:i])) for i in range(len(resources))]
        first = b" ".join(b"%d %d" % (6 + depth + i, p) for i, p in enumerate(places)) + b" "
        packed = zlib.compress(first + b"".join(resources))
        parts.append(
            b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\n%b\nendstream"
            % (len(resources), len(first), len(packed), packed)
        )
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize("kind", [{}, {"pack": True}, {"indirect": True}], ids=str)
def test_forms_that_draw_one_another(kind):
    """A kilobyte that would become millions of drawings is refused before pdfium follows it."""
    with pytest.raises(LimitExceeded, match="limit forms ="):
        read_pdf(nested_forms(12, 10, **kind), "x.pdf")


@pytest.mark.parametrize("kind", [{}, {"pack": True}], ids=str)
def test_forms_of_ordinary_files(kind):
    """Forms that draw others a few times are read."""
    assert texts(read_pdf(nested_forms(4, 3, **kind), "x.pdf")) == ["12 345"]


def raw_pdf(drawn):
    """A page that a packed stream draws."""
    packed = zlib.compress(drawn, 9)
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


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


def test_same_bytes_same_document():
    """Reading twice gives the same document, with the hash of the bytes as its name."""
    data = plain_pdf()
    first, second = read_pdf(data, "a.pdf"), read_pdf(data, "a.pdf")
    assert first == second
    assert (first.format, first.pages, first.size, len(first.id)) == ("pdf", 2, len(data), 16)


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


def test_text_of_old_fonts():
    """TCVN3 text without a telling font name is Unicode; its ư is no soft hyphen."""
    sheet = Sheet()
    sheet.fill(
        60,
        "KÕ ho¹ch kiÓm tra c«ng t¸c c¶i c¸ch hµnh chÝnh n¨m 2020",
        "cña ñy ban nh©n d©n huyÖn vÒ l­u tr÷ hå s¬.",
        last=True,
    )
    assert texts(sheet.read()) == [
        "Kế hoạch kiểm tra công tác cải cách hành chính năm 2020 của ủy ban nhân dân huyện về lưu trữ hồ sơ."
    ]


@pytest.mark.parametrize("seed", range(12))
def test_corrupted_files_end_in_a_known_way(seed):
    """Bytes changed at random give a document or a known refusal, never another error."""
    chance = random.Random(seed)  # noqa: S311 - the same damage on every run
    data = bytearray(plain_pdf())
    for _ in range(40):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        document = read_pdf(bytes(data), "hỏng.pdf")
    except TrichlucError:
        return
    assert document.format == "pdf"


def test_lines_of_two_columns_that_overlap_each_other_are_not_one():
    """Small recipients beside a large signature: each line overlaps two of the other column."""
    from extract.readers.words import Word, find_lines

    left = [Word(f"trái{k}", 60, 100 + 12 * k, 90, 111 + 12 * k) for k in range(5)]
    more = [Word(f"nữa{k}", 94, 100 + 12 * k, 120, 111 + 12 * k) for k in range(5)]
    right = [Word(f"PHẢI{k}", 330, 94 + 17 * k, 420, 110 + 17 * k) for k in range(3)]
    texts = [line.text for line in find_lines([*left, *more, *right])]
    for k in range(5):
        assert any(f"trái{k} nữa{k}" in text for text in texts)
    assert not any(f"trái{k}" in t and f"trái{k + 1}" in t for t in texts for k in range(4))

"""PDFs of one page or a few, made by reportlab and read back."""

import io
import zlib
from functools import cache
from pathlib import Path

import pytest

from extract.model import Block, Grid
from extract.readers.pdf import read_pdf

pytest.importorskip("reportlab", reason="reportlab makes the PDFs of these tests")
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


def letterhead(sheet, number="50", y=60):
    sheet.put(150, y, "ỦY BAN NHÂN DÂN", "Bold", align="center")
    sheet.put(400, y, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Bold", 11, align="center")
    sheet.put(150, y + 16, "HUYỆN MẪU LÂM", "Bold", align="center")
    sheet.put(400, y + 16, "Độc lập - Tự do - Hạnh phúc", "Bold", align="center")
    sheet.put(150, y + 40, f"Số: {number}/KH-UBND", align="center")
    sheet.put(400, y + 40, "Mẫu Lâm, ngày 03 tháng 3 năm 2020", align="center")
    return sheet


def image(sheet):
    pillow = pytest.importorskip("PIL.Image", reason="Pillow makes the scanned page")
    picture = ImageReader(pillow.new("L", (60, 85), 220))
    sheet.canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT)
    return sheet


def plain_pdf():
    return letterhead(Sheet()).page().fill(60, "Trang hai có vài chữ.", last=True).data()


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

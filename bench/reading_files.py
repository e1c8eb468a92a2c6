"""Files for `bench/reading.py`: plans of invented text, and the true cells of their tables."""

from __future__ import annotations

import html
import importlib.util
import random
import shutil
import subprocess
from pathlib import Path

Rows = list[list[str]]
TITLES = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
WORDS = """
    rà soát kiểm tra thủ tục hành chính công khai niêm yết báo cáo kết quả thực hiện kế hoạch cải
    cách tổ chức tuyên truyền hướng dẫn cán bộ công chức tiếp nhận hồ sơ xây dựng văn bản quy định
    pháp luật đơn vị trực thuộc nâng cao chất lượng phục vụ nhân dân ứng dụng công nghệ thông tin
    đánh giá giám sát định kỳ
""".split()  # noqa: SIM905 - a list of syllables would take a page
UNITS = ["Phòng Nội vụ", "Văn phòng HĐND-UBND", "UBND các xã, thị trấn", "Phòng Tư pháp", ""]
TIMES = ["Trước ngày 15/6/2021", "Quý III", "Hằng năm", "Tháng 9/2021", ""]
ROW_COUNTS = (1_000, 2_500, 5_000, 10_000)
FONT_FOLDERS = [Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/dejavu")]


def sentence(random_: random.Random, length: int) -> str:
    """Return words of an invented sentence."""
    text = " ".join(random_.choice(WORDS) for _ in range(length))
    return text[0].upper() + text[1:]


def table(random_: random.Random, count: int) -> Rows:
    """Return titles and rows of an invented task table, now and then with a cited symbol."""
    rows = [TITLES]
    for number in range(1, count + 1):
        task = sentence(random_, random_.randint(5, 22))
        if random_.random() < 0.3:
            task += f" theo Quyết định số {random_.randint(1, 4000)}/QĐ-UBND"
        rows.append(
            [
                str(number),
                task,
                random_.choice(UNITS[:4]),
                random_.choice(UNITS),
                random_.choice(TIMES),
            ]
        )
    return rows


def content(pages: int) -> list[tuple[list[str], Rows]]:
    """Return about so many pages of prose and tables, the same on every run."""
    random_ = random.Random(2020)  # noqa: S311 - the same text on every run
    return [
        (
            [f"{n + 1}. " + sentence(random_, random_.randint(30, 90)) + "." for n in range(5)],
            table(random_, 16),
        )
        for _ in range(max(1, pages * 3 // 4))
    ]


def make_reportlab(path: Path, parts: list[tuple[list[str], Rows]], *, ruled: bool = True) -> None:
    """Write the parts with reportlab, with a stroked grid or without borders."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    folder = next((f for f in FONT_FOLDERS if (f / "DejaVuSerif.ttf").exists()), None)
    if folder is None:
        raise SystemExit("bench: no DejaVu Serif; install fonts-dejavu")
    pdfmetrics.registerFont(TTFont("Body", str(folder / "DejaVuSerif.ttf")))
    style = ParagraphStyle("p", fontName="Body", fontSize=10, leading=12.5)
    flow: list[object] = []
    for prose, rows in parts:
        flow += [Paragraph(text, style) for text in prose] + [Spacer(1, 14)]
        cells = [[Paragraph(text, style) for text in row] for row in rows]
        made = Table(cells, colWidths=[26, 190, 90, 90, 90], repeatRows=1)
        made.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
        if ruled:
            made.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        flow += [made, Spacer(1, 14)]
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=50, rightMargin=50).build(flow)


def make_weasyprint(path: Path, parts: list[tuple[list[str], Rows]]) -> None:
    """Write the parts as a page of HTML and let WeasyPrint print it."""
    from weasyprint import HTML

    shown = [
        "<style>@page{size:A4;margin:2cm}body{font:11pt serif}table{border-collapse:collapse}"
        "td{border:.5pt solid;padding:2pt 4pt;vertical-align:top}</style>"
    ]
    for prose, rows in parts:
        shown += [f"<p>{html.escape(text)}</p>" for text in prose]
        lines = ["".join(f"<td>{html.escape(text)}</td>" for text in row) for row in rows]
        body = "".join(f"<tr>{line}</tr>" for line in lines[1:])
        shown.append(f"<table><thead><tr>{lines[0]}</tr></thead>{body}</table>")
    HTML(string="".join(shown)).write_pdf(str(path))


def make_docx(path: Path, parts: list[tuple[list[str], Rows]]) -> None:
    """Write the parts as a Word file."""
    import docx
    from docx.oxml import OxmlElement

    source = docx.Document()
    for prose, rows in parts:
        for text in prose:
            source.add_paragraph(text)
        made = source.add_table(len(rows), len(rows[0]))
        made.style = "Table Grid"
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row, words in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text
    source.save(str(path))


def print_docx(path: Path) -> None:
    """Let LibreOffice print a Word file as a PDF beside it."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(path.parent), str(path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def make_files(folder: Path, pages: int) -> dict[str, list[Rows]]:
    """Write all files; return the true tables of each by the name of the file."""
    few, many = content(12), content(pages)
    tables, long = [rows for _, rows in few], [rows for _, rows in many]
    truth: dict[str, list[Rows]] = {}
    make_reportlab(folder / "reportlab.pdf", few)
    make_reportlab(folder / "borderless.pdf", few, ruled=False)
    make_reportlab(folder / "long.pdf", many)
    truth |= {"reportlab.pdf": tables, "borderless.pdf": tables, "long.pdf": long}
    if importlib.util.find_spec("weasyprint"):
        make_weasyprint(folder / "weasyprint.pdf", few)
        truth["weasyprint.pdf"] = tables
    if not importlib.util.find_spec("docx"):
        print("left out: all Word files (python-docx is missing)")
        return truth
    make_docx(folder / "libreoffice.docx", few)
    if shutil.which("soffice"):
        print_docx(folder / "libreoffice.docx")
        truth["libreoffice.pdf"] = tables
    make_docx(folder / "short.docx", content(2)[:1])
    truth |= {"short.docx": [rows for _, rows in content(2)[:1]], "libreoffice.docx": tables}
    for count in ROW_COUNTS:
        rows = table(random.Random(count), count)  # noqa: S311 - the same text on every run
        make_docx(folder / f"rows-{count}.docx", [([], rows)])
        truth[f"rows-{count}.docx"] = [rows]
    return truth

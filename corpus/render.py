"""Sample plans as files: text and web pages, DOCX as Word writes it, PDF as printers do."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

from corpus.render_html import render_page
from corpus.render_text import above, render_lines
from corpus.write import UP, Par, Sample, Table, text_of


def lines_above(sample: Sample) -> tuple[list[str], list[str]]:
    """Return the two columns of the letterhead."""
    left = [*sample.letterhead]
    if sample.printed_number:
        left.append(sample.printed_number)
    right = [*sample.motto]
    if sample.printed_date:
        right.append(sample.printed_date)
    return left, right


def title_lines(sample: Sample) -> list[str]:
    """Return the type word and the title, as their lines stand."""
    head, lines = sample.doc_type.upper(), [text_of(line) for line in sample.title]
    return [f"{head} {' '.join(lines)}"] if sample.same_line else [head, *lines]


def recipient_lines(sample: Sample) -> list[str]:
    """Return the lines of Nơi nhận with its heading; none when there are none."""
    return ["Nơi nhận:", *(f"- {r}" for r in sample.recipients)] if sample.recipients else []


def render_text(sample: Sample) -> bytes:
    """Return the plan as text in the layout of the sample."""
    return render_lines(sample, *lines_above(sample))


def render_html(sample: Sample) -> bytes:
    """Return the plan as a web page."""
    return render_page(sample, *lines_above(sample))


# ---------------------------------------------------------------- DOCX


def render_docx(sample: Sample) -> bytes:
    """Return the plan as Word writes it: layout tables, merged cells, repeated header rows."""
    from docx import Document
    from docx.enum.section import WD_ORIENT, WD_SECTION
    from docx.shared import Cm

    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    left, right = lines_above(sample)
    if left or right:
        _docx_columns(document, left, right)
    for line in title_lines(sample):
        _docx_line(document, line, bold=True, centred=True)
    if sample.under_title:
        _docx_line(document, text_of(sample.under_title), italic=True, centred=True)
    for item in sample.body:
        _docx_item(document, item)
    if sample.beside:
        _docx_columns(document, [*sample.signature], [*sample.beside])
        for line in recipient_lines(sample):
            _docx_line(document, line)
    elif sample.recipients or sample.signature:
        _docx_columns(document, recipient_lines(sample), [*sample.signature])
    if sample.appendices:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        for item in sample.appendices:
            _docx_item(document, item)
    document.core_properties.author = "trichluc"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _docx_line(
    document: Any, text: str, *, bold: bool = False, italic: bool = False, centred: bool = False
) -> None:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if centred:
        paragraph.alignment = 1


def _docx_columns(document: Any, left: list[str], right: list[str]) -> None:
    cells = document.add_table(1, 2).rows[0].cells
    for cell, lines in zip(cells, (left, right), strict=True):
        for number, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
            paragraph.add_run(line)


def _docx_item(document: Any, item: Par | Table) -> None:
    if isinstance(item, Par):
        _docx_line(document, text_of(item.pieces), bold=item.style in ("h1", "h2"))
        return
    for line in above(item):
        _docx_line(document, line, bold=True, centred=True)
    if item.note:
        _docx_line(document, text_of(item.note), italic=True, centred=True)
    _docx_table(document, item)


def _docx_table(document: Any, item: Table) -> None:
    from docx.oxml import OxmlElement

    grid = [list(row) for row in item.header] + [[text_of(c) for c in row] for row in item.rows]
    table = document.add_table(len(grid), len(grid[0]), style="Table Grid")
    places = [list(row.cells) for row in table.rows]
    for r, row in enumerate(grid):
        for c, text in enumerate(row):
            if text and text != UP:
                places[r][c].text = text
    for number in range(len(item.header)):
        properties = table.rows[number]._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:tblHeader"))
    for top, first, bottom, last in item.header_spans:
        places[top][first].merge(places[bottom][last])
    for number in item.wide:
        row = places[len(item.header) + number]
        row[0].merge(row[-1])
    for c in range(len(grid[0])):
        for r in range(len(grid) - 1):
            last = r
            while last + 1 < len(grid) and grid[last + 1][c] == UP and grid[r][c] != UP:
                last += 1
            if last > r:
                places[r][c].merge(places[last][c])


# ---------------------------------------------------------------- PDF


def _font(*names: str) -> str:
    for name in names:
        shown = subprocess.run(
            ["fc-match", "-f", "%{file}", name], capture_output=True, text=True, check=False
        ).stdout
        if shown and Path(shown).exists():
            return shown
    raise SystemExit("no font with Vietnamese letters: install fonts-dejavu-core and fontconfig")


def render_pdf(sample: Sample) -> bytes:
    """Return the plan as a born-digital PDF: A4, ruled tables that run over pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, SimpleDocTemplate, Spacer

    pdfmetrics.registerFont(TTFont("Body", _font("Liberation Serif", "DejaVu Serif")))
    pdfmetrics.registerFont(TTFont("Bold", _font("Liberation Serif:bold", "DejaVu Serif:bold")))
    body = ParagraphStyle("body", fontName="Body", fontSize=12, leading=16, spaceAfter=5)
    styles = {
        "body": body,
        "item": body,
        "note": ParagraphStyle("note", body, alignment=1),
        "h1": ParagraphStyle("h1", body, fontName="Bold"),
        "h2": ParagraphStyle("h2", body, fontName="Bold"),
        "title": ParagraphStyle("title", body, fontName="Bold", alignment=1, spaceAfter=1),
        "cell": ParagraphStyle("cell", body, fontSize=10, leading=12.5, spaceAfter=0),
        "column": ParagraphStyle("column", body, alignment=1, spaceAfter=1),
    }
    left, right = lines_above(sample)
    flow: list[Any] = []
    if left or right:
        flow += [_pdf_columns(left, right, styles["column"]), Spacer(0, 12)]
    flow += [_pdf_line(t, styles["title"]) for t in title_lines(sample)]
    if sample.under_title:
        flow.append(_pdf_line(text_of(sample.under_title), styles["note"]))
    flow.append(Spacer(0, 8))
    for item in sample.body:
        flow += _pdf_item(item, styles)
    if sample.beside:
        flow.append(_pdf_columns([*sample.signature], [*sample.beside], styles["column"]))
        flow += [_pdf_line(t, styles["cell"]) for t in recipient_lines(sample)]
    elif sample.recipients or sample.signature:
        names = recipient_lines(sample)
        flow.append(_pdf_columns(names, [*sample.signature], styles["column"], styles["cell"]))
    if sample.appendices:
        flow.append(PageBreak())
        for item in sample.appendices:
            flow += _pdf_item(item, styles)
    out = io.BytesIO()
    made = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=60, rightMargin=45, topMargin=50, bottomMargin=50,
        title=" ".join(text_of(t) for t in sample.title), author="trichluc", invariant=1,
    )  # fmt: skip

    def number_page(canvas: Any, template: Any) -> None:
        if template.page > 1:
            canvas.setFont("Body", 11)
            canvas.drawCentredString(A4[0] / 2, A4[1] - 30, str(template.page))

    made.build(flow, onFirstPage=number_page, onLaterPages=number_page)
    return out.getvalue()


def _pdf_line(text: str, style: Any) -> Any:
    from xml.sax.saxutils import escape

    from reportlab.platypus import Paragraph

    return Paragraph(escape(text) if text.strip() else "\u00a0", style)


def _pdf_columns(left: list[str], right: list[str], style: Any, left_style: Any = None) -> Any:
    from reportlab.platypus import Table as Layout

    rows = [
        [[_pdf_line(t, left_style or style) for t in left], [_pdf_line(t, style) for t in right]]
    ]
    return Layout(rows, colWidths=[200, 290], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])


def _pdf_item(item: Par | Table, styles: dict[str, Any]) -> list[Any]:
    from reportlab.platypus import Spacer
    from reportlab.platypus import Table as Ruled

    if isinstance(item, Par):
        return [_pdf_line(text_of(item.pieces), styles[item.style])]
    out = [_pdf_line(line, styles["title"]) for line in above(item)]
    if item.note:
        out.append(_pdf_line(text_of(item.note), styles["note"]))
    grid = [list(row) for row in item.header] + [[text_of(c) for c in row] for row in item.rows]
    rules: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")
    ]  # fmt: skip
    for top, first, bottom, last in item.header_spans:
        rules.append(("SPAN", (first, top), (last, bottom)))
    for number in item.wide:
        row = len(item.header) + number
        rules.append(("SPAN", (0, row), (-1, row)))
    for c in range(len(grid[0])):
        for r in range(len(grid)):
            last = r
            while last + 1 < len(grid) and grid[last + 1][c] == UP and grid[r][c] != UP:
                last += 1
            if last > r:
                rules.append(("SPAN", (c, r), (c, last)))
    cells = [[_pdf_line("" if t == UP else t, styles["cell"]) for t in row] for row in grid]
    shares = item.widths or (1.0,) * len(grid[0])
    widths = [490 * share / sum(shares) for share in shares]
    table = Ruled(cells, colWidths=widths, repeatRows=len(item.header), style=rules)
    return [*out, Spacer(0, 6), table, Spacer(0, 10)]


RENDERERS = {
    "docx": render_docx,
    "html": render_html,
    "pdf": render_pdf,
    "txt": render_text,
}

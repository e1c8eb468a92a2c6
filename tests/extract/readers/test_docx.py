"""DOCX: each construct that Word writes, as Word shows it."""

import io
import time

import docx
import pytest

from extract.errors import LimitExceeded
from extract.model import Block, Grid
from extract.readers import Limits, read_bytes
from extract.readers.docx_styles import cut_unused

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{P.format(text)}</w:tc>"


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def box(text):
    """A text box as Word writes it: a drawing, and its older twin for other programs."""
    content = f"<w:txbxContent>{P.format(text)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}'
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def texts(document):
    return [item.text if isinstance(item, Block) else cells(item) for item in document.items]


def cells(grid):
    return [[c.text for c in r.cells] for r in grid.rows]


INLINE = {  # name: what stands in the body, the texts that are read
    "hyperlink": (
        para(f'<w:hyperlink r:id="x">{run("Nghị định 61")}</w:hyperlink>{run("/2018")}'),
        ["Nghị định 61/2018"]),
    "smart tag": (para(f"<w:smartTag>{run('Sở Nội vụ')}</w:smartTag>"), ["Sở Nội vụ"]),
    "content control around a paragraph": (
        f"<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>{P.format('Một')}"
        "</w:sdtContent></w:sdt>", ["Một"]),
    "content control inside a paragraph": (
        para(f"{run('Số ')}<w:sdt><w:sdtContent>{run('12')}</w:sdtContent></w:sdt>"), ["Số 12"]),
    "tracked insertion": (para(f"{run('Kế ')}<w:ins>{run('hoạch')}</w:ins>"), ["Kế hoạch"]),
    "tracked deletion": (
        para(f"{run('Kế hoạch')}<w:del><w:r><w:tab/><w:delText> cũ</w:delText></w:r></w:del>"),
        ["Kế hoạch"]),
    "moved text": (
        para(f"<w:moveFrom>{run('đi')}</w:moveFrom><w:moveTo>{run('đến')}</w:moveTo>"), ["đến"]),
    "deleted paragraph mark": (
        para(run("Ủy ban "), "<w:rPr><w:del/></w:rPr>") + para(run("nhân dân")),
        ["Ủy ban nhân dân"]),
    "old properties of a change": (
        para("<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
             "<w:t>còn</w:t></w:r>"), ["còn"]),
    "hyphen that does not break": (
        para("<w:r><w:t>10/QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>"), ["10/QĐ-UBND"]),
    "soft hyphen": (para("<w:r><w:t>thông</w:t><w:softHyphen/><w:t>tin</w:t></w:r>"), ["thôngtin"]),
    "tab is a space, a tab stop is none": (
        para("<w:r><w:t>1.</w:t><w:tab/><w:t>Mục đích</w:t></w:r>", '<w:tabs><w:tab w:val="left"/></w:tabs>'),
        ["1. Mục đích"]),
    "break in prose": (
        para("<w:r><w:t>triển khai</w:t><w:br/><w:t>thực hiện</w:t></w:r>"), ["triển khai thực hiện"]),
    "break after a sentence": (
        para("<w:r><w:t>Hết năm.</w:t><w:br/><w:t>Sang năm</w:t></w:r>"), ["Hết năm.", "Sang năm"]),
    "break before a list item": (
        para("<w:r><w:t>gồm</w:t><w:cr/><w:t>- một</w:t></w:r>"), ["gồm", "- một"]),
    "break in a centred title": (
        para("<w:r><w:t>Kế hoạch</w:t><w:br/><w:t>năm 2020</w:t></w:r>", '<w:jc w:val="center"/>'),
        ["Kế hoạch", "năm 2020"]),
    "page break inside a paragraph": (
        para('<w:r><w:t>hết</w:t><w:br w:type="page"/><w:t>phụ lục</w:t></w:r>'), ["hết", "phụ lục"]),
    "symbol of a symbol font": (
        para('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" đạt")), ["✓ đạt"]),
    "symbol of a text font": (
        para('<w:r><w:sym w:font="Times New Roman" w:char="00B0"/></w:r>'), ["°"]),
    "hidden text": (para(run("rõ ") + run("giấu", "<w:vanish/>")), ["rõ"]),
    "text that was hidden": (para(run("rõ", '<w:vanish w:val="0"/>')), ["rõ"]),
    "capitals": (para(run("ủy ban", "<w:caps/>")), ["ỦY BAN"]),
    "field": (
        para(f"{field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>{field('separate')}"
             f"{run('05/6/2020')}{field('end')}{run(' nay')}"), ["05/6/2020 nay"]),
    "field inside the code of a field": (
        para(f"{field('begin')}{field('begin')}{field('separate')}{run('mã')}{field('end')}"
             f"{field('separate')}{run('kết quả')}{field('end')}"), ["kết quả"]),
    "field that never ends": (
        para(f"{field('begin')}{run('trong mã')}") + para(run("sau đó")), ["trong mã", "sau đó"]),
    "simple field": (para(f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>'), ["7"]),
    "formula": (para("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), ["x=1"]),
    "text box once, after its anchor": (para(box("DỰ THẢO") + run("neo")), ["neo", "DỰ THẢO"]),
    "text box in its older form only": (
        para(f"<w:r><w:pict><v:textbox><w:txbxContent>{P.format('cũ')}</w:txbxContent></v:textbox>"
             f"</w:pict></w:r>{run('neo')}"), ["neo", "cũ"]),
    "empty Choice, text in Fallback": (
        para('<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice>'
             "<mc:Fallback><w:t>thay</w:t></mc:Fallback></mc:AlternateContent></w:r>"), ["thay"]),
    "NFD over two runs": (para(run("Ke") + run("\u0302\u0301 hoa", "<w:b/>") + run("\u0323ch")), ["Kế hoạch"]),
    "old font": (
        para("<w:r><w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/></w:rPr>"
             "<w:t>KÕ ho¹ch</w:t></w:r>"), ["Kế hoạch"]),
    "another font of a near name": (
        para("<w:r><w:rPr><w:rFonts w:ascii='Times New Roman'/></w:rPr><w:t>¹</w:t></w:r>"), ["¹"]),
    "empty paragraphs": (para("") + para(run("  ")) + para(run("chữ")), ["chữ"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), INLINE.values(), ids=INLINE)
def test_text(make_docx, body, expected):
    """What Word shows is read once; what it does not show is not read."""
    assert texts(read_bytes(make_docx(body), "x.docx")) == expected


def test_strict_namespaces(make_docx):
    """A package in the strict namespaces reads like its transitional twin."""
    body = para(run("Số 1", "<w:b/>"), '<w:jc w:val="center"/>') + table(row(cell("a"), cell("b")))
    plain, strict = (read_bytes(make_docx(body, strict=s), "x.docx") for s in (False, True))
    assert strict.items == plain.items


def test_other_prefix(make_docx):
    """The prefix does not matter, only the namespace."""
    xml = (
        '<d:document xmlns:d="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<d:body><d:p><d:r><d:t>chữ</d:t></d:r></d:p></d:body></d:document>"
    )
    assert texts(read_bytes(make_docx("", document=xml), "x.docx")) == ["chữ"]


def test_marks(make_docx):
    """Bold, italic, struck and underlined runs keep their place; styles count too."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Đậm"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="N"><w:rPr><w:i/><w:b w:val="0"/></w:rPr></w:style>'
    )
    body = para(
        run("Số ") + run("~", "<w:strike/>") + run("nghiêng", '<w:rStyle w:val="N"/>'),
        '<w:pStyle w:val="T"/>',
    )
    (block,) = read_bytes(make_docx(body, styles=styles), "x.docx").items
    shown = {(block.text[m.start : m.end], m.kind) for m in block.marks}
    assert shown == {("Số ~", "bold"), ("~", "struck"), ("nghiêng", "italic")}
    assert block.style == "Đậm"


def test_headings(make_docx):
    """A style with an outline level is a heading, also through basedOn; level 9 is body text."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="K"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="L"/></w:style>'
    )
    body = "".join(para(run(s), f'<w:pStyle w:val="{s}"/>') for s in "HKL")
    body += para(run("9"), '<w:outlineLvl w:val="9"/>')
    document = read_bytes(make_docx(body, styles=styles), "x.docx")
    assert [b.heading_level for b in document.items] == [2, 2, None, None]
    assert [b.role for b in document.items] == ["heading", "heading", "body", "body"]


def test_footnotes_follow_their_paragraph(make_docx):
    """A note stands after the paragraph that holds its mark, and after the table of its cell."""
    notes = (
        f'<w:footnote w:id="-1" w:type="separator">{P.format("gạch")}</w:footnote>'
        f'<w:footnote w:id="2">{P.format("chú thích")}</w:footnote>'
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = para(run("một") + mark) + para(run("hai"))
    body += table(row(f"<w:tc>{para(run('ô') + mark)}</w:tc>", cell("b")))
    document = read_bytes(make_docx(body, footnotes=notes), "x.docx")
    assert texts(document) == ["một", "chú thích", "hai", [["ô", "b"]], "chú thích"]
    assert document.items[1].role == "footnote"


def test_letterhead_in_the_header_comes_first(make_docx):
    """The header of the first page is read when it holds the letterhead, else left out."""
    section = '<w:sectPr><w:headerReference w:type="{}" r:id="rheader1"/></w:sectPr>'
    head = P.format("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    body = P.format("KẾ HOẠCH") + section.format("first")
    assert len(read_bytes(make_docx(body, header1=head), "x.docx").items) == 2
    body = P.format("KẾ HOẠCH") + section.format("default")
    assert texts(read_bytes(make_docx(body, header1=P.format("Trang 1")), "x.docx")) == ["KẾ HOẠCH"]


def test_pages_where_word_noted_them(make_docx):
    """Page breaks that Word saved give pages; a paragraph over two pages has two origins."""
    seen = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = para(run("một")) + para(run("hai ") + seen + run("ba")) + para(run("bốn"))
    document = read_bytes(make_docx(body), "x.docx")
    assert [[(o.start, o.page) for o in b.origins] for b in document.items] == [
        [(0, 1)], [(0, 1), (4, 2)], [(0, 2)],
    ]  # fmt: skip
    assert document.pages == 2
    assert read_bytes(make_docx(para(run("một"))), "x.docx").pages is None


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


CHUNKS = {
    "HTML": ("<html><p>Kế hoạch</p></html>", ["trước", "Kế hoạch", "sau"]),
    "text": ("Kế hoạch", ["trước", "Kế hoạch", "sau"]),
    "RTF": ("{\\rtf1 x}", ["trước", "sau"]),
}


@pytest.mark.parametrize(("content", "expected"), CHUNKS.values(), ids=CHUNKS)
def test_embedded_files(make_docx, content, expected):
    """Embedded HTML and text stand where they are shown; of other formats a note remains."""
    body = P.format("trước") + '<w:altChunk r:id="raFChunk"/>' + P.format("sau")
    document = read_bytes(make_docx(body, aFChunk=content), "x.docx")
    assert texts(document) == expected
    assert [note.code for note in document.notes] == ["embedded_file"] * (len(expected) == 2)


PARTS = {  # name: styles, what is left
    "table style": (
        b'<w:styles><w:style w:type="table" w:styleId="T"><w:name w:val="T"/></w:style>'
        b'<w:style w:type="paragraph" w:styleId="P"><w:b/></w:style></w:styles>',
        b'<w:styles><w:style w:type="paragraph" w:styleId="P"><w:b/></w:style></w:styles>',
    ),
    "type after the id, two in a row": (
        b'<w:styles><w:style w:styleId="A" w:type="table"><w:b/></w:style>'
        b'<w:style w:styleId="B" w:type="table"><w:b/></w:style></w:styles>',
        b"<w:styles></w:styles>",
    ),
    "known styles": (
        b'<w:styles><w:latentStyles w:count="9"><w:lsdException w:name="x"/></w:latentStyles>'
        b"</w:styles>",
        b"<w:styles></w:styles>",
    ),
    "the words in a text": (
        b'<w:styles><w:style w:styleId="A"><w:name w:val=\' w:type="table"\'/></w:style></w:styles>',
        b'<w:styles><w:style w:styleId="A"><w:name w:val=\' w:type="table"\'/></w:style></w:styles>',
    ),
    "an empty one": (
        b'<w:styles><w:style w:type="table"/><w:style w:styleId="P"></w:style></w:styles>',
        b'<w:styles><w:style w:type="table"/><w:style w:styleId="P"></w:style></w:styles>',
    ),
    "another prefix": (
        b'<x:styles><x:style x:type="table"/></x:styles>',
        b'<x:styles><x:style x:type="table"/></x:styles>',
    ),
}


@pytest.mark.parametrize(("xml", "left"), PARTS.values(), ids=PARTS)
def test_unused_styles_are_left_out(xml, left):
    """Styles of tables are not parsed; those of paragraphs and runs all stay."""
    assert cut_unused(xml) == left

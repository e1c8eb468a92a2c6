"""DOCX: each construct that Word writes, as Word shows it."""

import pytest

from extract.readers import read_bytes
from extract.readers.docx_styles import cut_unused
from tests.extract.readers.docx_making import P, box, cell, field, para, row, run, table, texts

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

"""Eighteen constructs of Word that readers often lose, together in one file."""

import pytest

from extract.model import Block
from extract.readers import read_bytes
from tests.extract.readers.docx_making import para, row, run, table


def cell(text, properties="", inner=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}{para(run(text) if text else '')}</w:tc>"


def listed(level, text):
    return para(run(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def control(content):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def level(index, form, text):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "Điều %1.")}'
    f"{level(1, 'lowerLetter', '%2)')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
NOTES = f'<w:footnote w:id="2">{para(run("theo báo cáo của xã"))}</w:footnote>'
BOX = f"<w:txbxContent>{para(run('DỰ THẢO'))}</w:txbxContent>"

BODY = "".join(
    [
        listed(0, "Phạm vi"),
        listed(1, "các xã"),
        listed(1, "các phường"),
        listed(0, "Kinh phí"),
        para(run("Hạn là ") + f"<w:ins>{run('15/9')}</w:ins>"
             "<w:del><w:r><w:delText>30/9</w:delText></w:r></w:del>"),
        para(run("Xem ") + f"<w:hyperlink>{run('cổng thông tin')}</w:hyperlink>"),
        control(para(run("Đoạn trong điều khiển"))),
        para(run("Ngày ") + control(run("05")) + run(" tháng 3")),
        para(run("neo ")
             + f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}'
             f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}"
             "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
        para(run("Số hộ nghèo") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        para("<w:r><w:t>Số 12/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>"),
        para(f"<w:smartTag>{run('Sở Nội vụ')}</w:smartTag>"),
        para(field("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + field("separate")
             + run("Trang 7") + field("end")),
        para(run("rõ") + run("giấu", "<w:vanish/>")),
        table(
            row(cell("TT"), cell("Nội dung"), cell("Chủ trì")),
            row(cell("1", '<w:vMerge w:val="restart"/>'), cell("Rà soát"), cell("Xã A")),
            row(cell("", "<w:vMerge/>"), cell("Kiểm tra"), cell("Xã B")),
            control(row(cell("2"), cell("", inner=table(row(cell("trong"), cell("lồng")))),
                        cell("Xã C"))),
            row(cell("Xã D"), properties='<w:gridBefore w:val="2"/>'),
        ),
    ]
)  # fmt: skip

CONSTRUCTS = {  # name: what must stand in the text, what must not
    "1 automatic number": (["Điều 1. Phạm vi", "Điều 2. Kinh phí"], []),
    "2 automatic number of the second level": (["a) các xã", "b) các phường"], ["c)"]),
    "3 tracked insertion": (["Hạn là 15/9"], []),
    "4 tracked deletion": ([], ["30/9"]),
    "5 hyperlink": (["Xem cổng thông tin"], []),
    "6 content control round a paragraph": (["Đoạn trong điều khiển"], []),
    "7 content control in a line": (["Ngày 05 tháng 3"], []),
    "8 text box once": (["DỰ THẢO"], []),
    "9 footnote": (["Số hộ nghèo", "theo báo cáo của xã"], []),
    "10 hyphen that does not break": (["Số 12/KH-UBND"], []),
    "11 smart tag": (["Sở Nội vụ"], []),
    "12 field": (["Trang 7"], ["PAGE"]),
    "13 hidden text": (["rõ"], ["giấu"]),
}
ROWS = {
    "14 nested table": (3, 1, "trong lồng"),
    "15 row in a content control": (3, 0, "2"),
    "16 merged down": (2, 0, ""),
    "16 merged down, the next column stays": (2, 1, "Kiểm tra"),
    "17 columns left out before": (4, 2, "Xã D"),
}


@pytest.fixture(scope="module", params=["transitional", "18 strict"])
def document(request, make_docx):
    strict = request.param != "transitional"
    data = make_docx(BODY, strict=strict, numbering=NUMBERING, footnotes=NOTES)
    return read_bytes(data, "x.docx")


@pytest.mark.parametrize(("shown", "left_out"), CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_text(document, shown, left_out):
    """Text that Word shows is read once and in place, text that it does not show is not."""
    lines = [item.text for item in document.items if isinstance(item, Block)]
    for text in shown:
        assert lines.count(text) == 1
    for text in left_out:
        assert not any(text in line for line in lines)


@pytest.mark.parametrize(("line", "column", "text"), ROWS.values(), ids=ROWS)
def test_rows(document, line, column, text):
    """Cells stand in their row and column, however the row is written."""
    grid = document.items[-1]
    assert grid.column_count == 3
    assert " ".join(grid.rows[line].cells[column].text.split()) == text

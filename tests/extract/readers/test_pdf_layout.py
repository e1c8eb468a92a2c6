"""Lines of PDFs in reading order: columns, paragraphs, page breaks, furniture."""

import pytest

pytest.importorskip("reportlab", reason="reportlab makes the PDFs of these tests")
from reportlab.pdfbase import pdfmetrics

from tests.extract.readers.pdf_making import (
    HEIGHT,
    WIDTH,
    Sheet,
    cells,
    grids,
    letterhead,
    needs_font,
    texts,
)

pytestmark = needs_font


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

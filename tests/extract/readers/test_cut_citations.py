"""Citations that a line end cuts, in text and in PDF."""

import time

import pytest

from extract.model import Block
from extract.readers import read
from extract.readers.cut_citations import goes_on_citing

CUT = {
    "symbol | date": ("THỰC HIỆN NGHỊ ĐỊNH SỐ 61/2018/NĐ-CP", "NGÀY 23/4/2018 CỦA CHÍNH PHỦ"),
    "symbol | issuer": ("Triển khai Nghị quyết số 57-NQ/TW", "của Bộ Chính trị"),
    "symbol | year": ("TRIỂN KHAI KẾ HOẠCH SỐ 12/KH-UBND", "NĂM 2024 CỦA UBND TỈNH"),
    "word of the day | day": ("THỰC HIỆN QUYẾT ĐỊNH SỐ 985/QĐ-TTG NGÀY", "08 THÁNG 8 NĂM 2018"),
    "day | month": ("theo Chỉ thị số 19/CT-TTg ngày 02", "tháng 9 năm 2020 của Thủ tướng"),
    "month | year": ("NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22 THÁNG 12", "NĂM 2024 CỦA BỘ CHÍNH TRỊ"),
    "date | issuer": ("NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22/12/2024", "CỦA BỘ CHÍNH TRỊ VỀ ĐỘT PHÁ"),
    "of | issuer": ("NGHỊ ĐỊNH SỐ 61/2018/NĐ-CP NGÀY 23/4/2018 CỦA", "CHÍNH PHỦ VỀ THỰC HIỆN"),
    "type word | symbol": ("quy định tại Thông tư", "02/2017/TT-VPCP của Văn phòng Chính phủ"),
    "type word and số | symbol": ("theo chỉ đạo tại Quyết định số", "12/QĐ-UBND ngày 12/3/2020"),
    "issuing | what": ("Quyết định số 12/QĐ-UBND của UBND tỉnh về ban hành", "Kế hoạch năm 2020"),
    "hyphen | code": ("Thực hiện Kế hoạch số 50/KH -", "UBND ngày 12/3/2020"),
}  # fmt: skip

WHOLE = {
    "two headings": ("I. MỤC ĐÍCH, YÊU CẦU", "II. NHIỆM VỤ"),
    "the document's own number and date": ("Số: 12/KH-UBND", "Hải Lâm, ngày 12 tháng 3 năm 2020"),
    "number of a letterhead and a date": ("Số: 12/KH-UBND", "ngày 12 tháng 3 năm 2020"),
    "a type word as heading": ("KẾ HOẠCH", "12/KH-UBND"),
    "letterhead": ("ỦY BAN NHÂN DÂN", "TỈNH HẢI LÂM"),
    "signature": ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    "title and place": ("THỰC HIỆN NGHỊ ĐỊNH SỐ 61/2018/NĐ-CP", "Hải Lâm, ngày 12 tháng 3 năm 2020"),
    "items": ("- Nghị định số 61/2018/NĐ-CP", "- Nghị định số 107/2021/NĐ-CP"),
    "a title and the first basis": ("NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22/12/2024", "Căn cứ Luật Tổ chức"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), CUT.values(), ids=CUT)
def test_a_cut_citation(before, after, tmp_path):
    """The lines are one paragraph, also where both are bold."""
    assert goes_on_citing(before, after)
    for mark in ("", "**"):
        plan = tmp_path / "plan.txt"
        plan.write_text(f"{mark}{before}{mark}\n{mark}{after}{mark}\n", "utf-8")
        assert [item.text for item in read(plan).items] == [f"{before} {after}"]


@pytest.mark.parametrize(("before", "after"), WHOLE.values(), ids=WHOLE)
def test_lines_that_end(before, after, tmp_path):
    """Lines that end what they say stay two."""
    assert not goes_on_citing(before, after)
    plan = tmp_path / "plan.txt"
    plan.write_text(f"{before}\n{after}\n", "utf-8")
    assert [item.text for item in read(plan).items if isinstance(item, Block)] == [before, after]


def test_time_of_hostile_lines():
    """Lines that begin a citation again and again are settled at once."""
    line = "Nghị định số 1/A-A ngày 1 tháng 1 " * 20_000
    start = time.process_time()
    assert not goes_on_citing(line, "ngày x")
    assert not goes_on_citing(line, "của ai")
    assert time.process_time() - start < 5


def test_a_title_in_the_middle_of_a_page():
    """Centred bold capitals are cut where the typist liked."""
    pytest.importorskip("reportlab", reason="reportlab makes the PDF of this test")
    from tests.extract.readers.pdf_making import Sheet, fonts, texts

    if not fonts():
        pytest.skip("no font with Vietnamese letters is installed")
    sheet = Sheet()
    lines = ["KẾ HOẠCH", "THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW", "NGÀY 22/12/2024 CỦA BỘ CHÍNH TRỊ"]
    for number, line in enumerate(lines):
        sheet.put(297, 100 + 16 * number, line, "Bold", align="center")
    sheet.fill(170, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm", "2015;")
    assert texts(sheet.read())[:2] == [lines[0], f"{lines[1]} {lines[2]}"]

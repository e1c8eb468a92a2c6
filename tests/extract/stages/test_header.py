"""The header as a whole: issuers of the text, years, names, parts of the frame, real plans."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import extract_file
from extract.model import Passage
from extract.stages.header import find_header
from extract.stages.header.casing import natural_case
from tests.extract.stages.header_texts import BODY, header_of, passages_of
from tests.extract.stages.test_letterhead import HEADS
from tests.extract.stages.test_signature import FEET

ISSUERS = {  # name: text without letterhead, the issuer it gives
    "body of a minister": (
        "KẾ HOẠCH\nCải cách hành chính năm 2024\n(Ban hành kèm theo Quyết định số "
        "1065/QĐ-BNV ngày 29/12/2023 của Bộ trưởng Bộ Nội vụ)",
        "Bộ Nội vụ",
    ),
    "says it of itself": (
        "KẾ HOẠCH\nKiểm tra\nCăn cứ Luật Lưu trữ; UBND huyện Tân Hòa ban hành Kế hoạch như sau:",
        "UBND huyện Tân Hòa",
    ),
    "completed by the place": (
        "Tân Hòa, ngày 1 tháng 2 năm 2020\nKẾ HOẠCH\nKiểm tra\nCăn cứ Luật Lưu trữ; Ủy ban nhân dân huyện xây dựng Kế hoạch như sau:",
        "UBND huyện Tân Hòa",
    ),
    "completed by the title": (
        "KẾ HOẠCH\nCải cách hành chính năm 2020 của xã An Bình\nCăn cứ Luật Lưu trữ; Ủy ban nhân dân xã xây dựng Kế hoạch như sau:",
        "UBND xã An Bình",
    ),
    "begun with a capital": (
        "KẾ HOẠCH\nRà soát hộ nghèo trên địa bàn huyện Tân Hòa\nCăn cứ Luật Lưu trữ.\nỦy ban nhân dân huyện Xây dựng Kế hoạch như sau:",
        "UBND huyện Tân Hòa",
    ),
    "a city under the centre is no district": (
        "Hải Phòng, ngày 1 tháng 2 năm 2020\nKẾ HOẠCH\nKiểm tra\nCăn cứ Luật Lưu trữ; Ủy ban nhân dân huyện xây dựng Kế hoạch như sau:",
        None,
    ),
    "another's plan is not its own": (
        "KẾ HOẠCH\nKiểm tra\nThực hiện Quyết định số 5/QĐ-UBND của UBND tỉnh về việc ban hành Kế hoạch, các đơn vị thực hiện:",
        None,
    ),
}


@pytest.mark.parametrize(("text", "issuer"), ISSUERS.values(), ids=ISSUERS)
def test_issuer_without_letterhead(text, issuer):
    """Without a letterhead the issuer is what the text says, with the reason; else None."""
    header = header_of(text)
    assert header.issuer == issuer
    assert ("issuer" in {i.field for i in header.inferred}) == (issuer is not None)


def test_number_from_an_appendix_note():
    """A number that stands only over an appendix counts, and is marked as inferred."""
    header = header_of(
        "KẾ HOẠCH\nChuyển đổi số năm 2020" + BODY + "PHỤ LỤC\nNHIỆM VỤ\n"
        "(Ban hành kèm theo Kế hoạch số: 01/KH-UBND ngày 06 tháng 01 năm 2020 của UBND xã An Bình)"
    )
    assert (header.number, header.symbol) == ("01", "01/KH-UBND")
    assert (header.issued_on, header.issuer) == (date(2020, 1, 6), "UBND xã An Bình")
    assert {i.field for i in header.inferred} == {"symbol", "issued_on", "issuer"}


def test_year_of_the_file_name_is_the_last_hint():
    """A plan without any year takes the one of its file name, and says so."""
    passages = passages_of("KẾ HOẠCH\nPhát động thi đua")
    header = find_header(passages, "ke-hoach-thi-dua-2019.docx")
    assert (header.plan_year, [i.field for i in header.inferred]) == (2019, ["plan_year"])
    assert find_header(passages, "bao-cao-2018-2019.docx").plan_year is None


def test_notes_that_disagree_give_no_number():
    """Two appendices that name two plans leave the number open."""
    header = header_of(
        "KẾ HOẠCH\nChuyển đổi số" + BODY + "(Kèm theo Kế hoạch số 01/KH-UBND ngày 06/01/2020)\n"
        "(Kèm theo Kế hoạch số 02/KH-UBND ngày 06/01/2020)"
    )
    assert header.symbol is None


def test_parts_name_every_passage_of_the_frame():
    """Each passage of letterhead, title and foot is labelled once."""
    head, _ = HEADS["two blocks, left before right"]
    text = head + BODY + FEET["plain"][0]
    kinds = [kind for _, kind in header_of(text).parts]
    assert kinds == [
        "letterhead", "letterhead", "number", "letterhead", "letterhead", "place_date",
        "doc_type", "title", "recipients", "recipients", "recipients", "recipients",
        "signature", "signature", "signature", "signature",
    ]  # fmt: skip


NAMES = {
    "ỦY BAN NHÂN DÂN HUYỆN THẠCH THÀNH": "UBND huyện Thạch Thành",
    "UBND TP. HỒ CHÍ MINH": "UBND TP. Hồ Chí Minh",
    "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI": "Sở Lao động - Thương binh và Xã hội",
    "TRƯỜNG TH&THCS LÊ LỢI": "Trường TH&THCS Lê Lợi",
    "BỘ CHỈ HUY QUÂN SỰ TỈNH HẢI LÂM": "Bộ Chỉ huy Quân sự tỉnh Hải Lâm",
    "BẢO HIỂM XÃ HỘI TỈNH HẢI LÂM": "Bảo hiểm xã hội tỉnh Hải Lâm",
    "HUYỆN ĐOÀN TÂN HÒA": "Huyện đoàn Tân Hòa",
    "VĂN PHÒNG HĐND VÀ UBND": "Văn phòng HĐND và UBND",
    "Sở Nội vụ Hải Lâm": "Sở Nội vụ Hải Lâm",
    "SỞ GD&ĐT QUẢNG TRỊ": "Sở GD&ĐT Quảng Trị",
    "KHO BẠC NHÀ NƯỚC BẮC NINH": "Kho bạc Nhà nước Bắc Ninh",
    "TRƯỜNG TH, THCS VÀ THPT LÊ LỢI": "Trường TH, THCS và THPT Lê Lợi",
    "LIÊN ĐỘI LÊ LỢI": "Liên đội Lê Lợi",
    "LIÊN ĐỘI TRƯỜNG TH LÊ LỢI": "Liên đội trường TH Lê Lợi",
    "SỞ Y TẾ - CÔNG AN TỈNH": "Sở Y tế - Công an tỉnh",
    "BỘ Y TẾ-BỘ TÀI CHÍNH": "Bộ Y tế-Bộ Tài chính",
    "ÙY BAN NHẨN DÂN XÃ AN BÌNH": "UBND xã An Bình",
    "ỦY BAN DÂN TỘC": "Ủy ban Dân tộc",
    "CHI BỘ SỞ NỘI VỤ": "Chi bộ Sở Nội vụ",
    "CHI BỘ THÔN 3": "Chi bộ thôn 3",
    "CỤC Y TẾ DỰ PHÒNG": "Cục Y tế dự phòng",
    "BỆNH VIỆN PHỤC HỒI CHỨC NĂNG": "Bệnh viện Phục hồi chức năng",
    "ỦY BAN BẦU CỬ XÃ TÂN LẬP": "Ủy ban Bầu cử xã Tân Lập",
    "BAN CHỈ ĐẠO 138 HUYỆN TÂN HÒA": "Ban Chỉ đạo 138 huyện Tân Hòa",
    "THANH TRA HUYỆN": "Thanh tra huyện",
    "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH": "Đảng ủy các cơ quan đảng tỉnh",
    "ĐẢNG ỦY UBND TỈNH HẢI LÂM": "Đảng ủy UBND tỉnh Hải Lâm",
    "BTV TỈNH ĐOÀN HẢI LÂM": "BTV Tỉnh đoàn Hải Lâm",
    "TRƯỜNG CAO ĐẲNG SƯ PHẠM HẢI LÂM": "Trường Cao đẳng Sư phạm Hải Lâm",
    "UBND THÀNH PHỐ HỘI AN": "UBND thành phố Hội An",
    "UBND TP.HỘI AN": "UBND TP.Hội An",
    "HĐND - UBND XÃ ĐOÀN KẾT": "HĐND - UBND xã Đoàn Kết",
    "UBND XÃ TRUNG TÂM": "UBND xã Trung Tâm",
    "XÃ ĐOÀN HẢI SƠN": "Xã đoàn Hải Sơn",
}


@pytest.mark.parametrize(("printed", "shown"), NAMES.items(), ids=NAMES)
def test_natural_case(printed, shown):
    """Capitals become running text; places, fields and abbreviations keep theirs."""
    assert natural_case(printed) == shown


SAMPLES = Path(__file__).parents[4] / "shared"


@pytest.mark.skipif(not (SAMPLES / "gold").is_dir(), reason="the shared samples are not here")
@pytest.mark.parametrize("stem", ["000", "002", "004"])
def test_samples(stem):
    """Every document field of the three annotated samples is right."""
    gold = json.loads((SAMPLES / "gold" / f"{stem}.json").read_text("utf-8"))["document"]
    found = extract_file(SAMPLES / "samples" / f"{stem}.txt").to_dict()["document"]
    assert {name: found[name] for name in gold} == gold


LINES = st.one_of(
    st.sampled_from([line.strip() for head, _ in HEADS.values() for line in head.split("\n")]),
    st.sampled_from([line.strip() for foot, *_ in FEET.values() for line in foot.split("\n")]),
    st.text(max_size=60),
)


@given(st.lists(LINES, max_size=25))
def test_any_lines(lines):
    """Whatever stands in a document, the header is consistent and its parts exist."""
    passages = tuple(Passage(seq, line) for seq, line in enumerate(lines))
    header = find_header(passages, "plan.txt")
    assert all(0 <= seq < len(passages) for seq, _ in header.parts)
    assert len({seq for seq, _ in header.parts}) == len(header.parts)
    assert header.number is None or header.symbol is None or header.number in header.symbol
    assert header == find_header(passages, "plan.txt")

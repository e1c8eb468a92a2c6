"""Letterheads and feet of two columns: the facts are the same in whatever order lines come."""

from itertools import zip_longest

import pytest

from extract.model import Passage
from extract.stages.header import find_header

STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
PARTY = ["ĐẢNG CỘNG SẢN VIỆT NAM"]
UNION = ["ĐOÀN TNCS HỒ CHÍ MINH"]
TITLE = ["KẾ HOẠCH", "Kiểm tra công tác năm 2021", "Căn cứ Luật Lưu trữ;"]
DAY = "ngày 05 tháng 02 năm 2021"

LETTERHEADS = {  # name: left column, right column, issuer, place
    "district": (
        ["ỦY BAN NHÂN DÂN", "HUYỆN TÂN HÒA", "Số: 12/KH-UBND"],
        [*STATE, f"Tân Hòa, {DAY}"], "UBND huyện Tân Hòa", "Tân Hòa",
    ),
    "short name": (
        ["UBND HUYỆN TÂN HÒA", "Số: 12/KH-UBND"],
        [*STATE, f"Tân Hòa, {DAY}"], "UBND huyện Tân Hòa", "Tân Hòa",
    ),
    "ward with a number": (
        ["ỦY BAN NHÂN DÂN", "PHƯỜNG 5", "Số: 12/KH-UBND"],
        [*STATE, f"Phường 5, {DAY}"], "UBND phường 5", "Phường 5",
    ),
    "department, wrapped, with rules": (
        ["UBND TỈNH HẢI LÂM", "SỞ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI", "-----", "Số: 12/KH-SLĐ"],
        [*STATE, "---------", f"Hải Lâm, {DAY}"],
        "Sở Lao động - Thương binh và Xã hội tỉnh Hải Lâm", "Hải Lâm",
    ),
    "department of a city under the centre": (
        ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH", "SỞ XÂY DỰNG", "Số: 12/KH-SXD"],
        [*STATE, f"Thành phố Hồ Chí Minh, {DAY}"],
        "Sở Xây dựng thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh",
    ),
    "school": (
        ["PHÒNG GD&ĐT TÂN HÒA", "TRƯỜNG TIỂU HỌC LÊ LỢI", "Số: 12/KH-THLL"],
        [*STATE, f"TP. Tân Hòa, {DAY}"], "Trường Tiểu học Lê Lợi", "TP. Tân Hòa",
    ),
    "Party committee": (
        ["ĐẢNG BỘ HUYỆN TÂN HÒA", "ĐẢNG ỦY XÃ AN BÌNH", "*", "Số 12-KH/ĐU"],
        [*PARTY, f"An Bình, {DAY}"], "Đảng ủy xã An Bình", "An Bình",
    ),
    "commission of a Party committee": (
        ["HUYỆN ỦY TÂN HÒA", "BAN TUYÊN GIÁO", "*", "Số 12-KH/BTGHU"],
        [*PARTY, f"Tân Hòa, {DAY}"], "Ban Tuyên giáo Huyện ủy Tân Hòa", "Tân Hòa",
    ),
    "steering committee, wrapped": (
        ["UBND HUYỆN TÂN HÒA", "BAN CHỈ ĐẠO PHÒNG, CHỐNG", "DỊCH BỆNH Ở NGƯỜI", "Số: 12/KH-BCĐ"],
        [*STATE, f"Tân Hòa, {DAY}"],
        "Ban Chỉ đạo Phòng, chống dịch bệnh ở người huyện Tân Hòa", "Tân Hòa",
    ),
    "Fatherland Front, wrapped": (
        ["ỦY BAN MẶT TRẬN TỔ QUỐC", "VIỆT NAM HUYỆN TÂN HÒA", "BAN THƯỜNG TRỰC", "Số: 12/KH-BTT"],
        [*STATE, f"Tân Hòa, {DAY}"],
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam huyện Tân Hòa", "Tân Hòa",
    ),
    "Youth Union": (
        ["BCH ĐOÀN TỈNH HẢI LÂM", "BCH HUYỆN ĐOÀN TÂN HÒA", "***", "Số: 12-KH/ĐTN"],
        [*UNION, f"Tân Hòa, {DAY}"], "BCH Huyện đoàn Tân Hòa", "Tân Hòa",
    ),
    "committee of a people's council": (
        ["HỘI ĐỒNG NHÂN DÂN", "TỈNH HẢI LÂM", "BAN PHÁP CHẾ", "Số: 12/KH-BPC"],
        [*STATE, f"Hải Lâm, {DAY}"], "Ban Pháp chế HĐND tỉnh Hải Lâm", "Hải Lâm",
    ),
}  # fmt: skip


def join(sign, *columns):
    return [sign.join(part for part in row if part) for row in zip_longest(*columns, fillvalue="")]


def level(left, right):
    """Both columns end on one line: number beside date."""
    longest = max(len(left), len(right))
    return [[*c[:-1], *[""] * (longest - len(c)), c[-1]] for c in (left, right)]


ORDERS = {
    "left, then right": lambda left, right: [*left, *right],
    "right, then left": lambda left, right: [*right, *left],
    "line by line": lambda left, right: [x for row in zip_longest(left, right) for x in row if x],
    "one line for both": lambda left, right: join(" ", left, right),
    "number beside date": lambda left, right: join(" ", *level(left, right)),
    "set apart": lambda left, right: [
        f"{a:<40}{b}".rstrip() for a, b in zip_longest(left, right, fillvalue="")
    ],
    "bars": lambda left, right: [line + " |" for line in join(" | ", left, right)],
    "right column higher": lambda left, right: [right[0], *join(" ", left, right[1:])],
    "two passages": lambda left, right: ["\n".join(left), "\n".join(right)],
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize(
    ("left", "right", "issuer", "place"), LETTERHEADS.values(), ids=LETTERHEADS
)
def test_letterheads(left, right, issuer, place, order):
    """Issuer, symbol, place and date do not depend on how a reader takes the two columns."""
    lines = [*order(left, right), *TITLE]
    header = find_header(tuple(Passage(seq, line) for seq, line in enumerate(lines)), "plan.txt")
    symbol = left[-1].removeprefix("Số").lstrip(": ")
    assert (header.issuer, header.symbol, header.place, str(header.issued_on), header.title) == (
        issuer, symbol, place, "2021-02-05", "Kiểm tra công tác năm 2021",
    )  # fmt: skip


ABOVE = [
    "UBND XÃ AN BÌNH",
    "KẾ HOẠCH",
    "Vệ sinh",
    "Căn cứ Luật Lưu trữ;",
    "I. NỘI DUNG",
    "1. Việc.",
]
BELOW = ["PHỤ LỤC 1", "- Danh mục nhiệm vụ"]

FEET = {  # name: left column, right column, recipients, name of the signer, title
    "plain": (
        ["Nơi nhận:", "- Như trên;", "- TT Huyện ủy, HĐND huyện;", "- Lưu: VT, NV."],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Trần Văn Nam"],
        ("Như trên", "TT Huyện ủy, HĐND huyện", "Lưu: VT, NV"), "Trần Văn Nam", "PHÓ CHỦ TỊCH",
    ),
    "wrapped": (
        ["Nơi nhận:", "- Chủ tịch, các Phó Chủ tịch", "UBND huyện;", "- Lưu: VT, LĐTBXH,", "NV."],
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "(Đã ký)", "", "Lò Thị Mai"],
        ("Chủ tịch, các Phó Chủ tịch UBND huyện", "Lưu: VT, LĐTBXH, NV"), "Lò Thị Mai", "CHỦ TỊCH",
    ),
    "longer list": (
        ["Nơi nhận:", "- Sở Nội vụ (b/c);", "- Các phòng, ban huyện;", "- UBND các xã;",
         "- Cổng TTĐT huyện;", "- Lưu: VT, NV(Hoa)."],
        ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Quốc Bình"],
        ("Sở Nội vụ (b/c)", "Các phòng, ban huyện", "UBND các xã", "Cổng TTĐT huyện",
         "Lưu: VT, NV(Hoa)"), "Nguyễn Quốc Bình", "PHÓ CHỦ TỊCH",
    ),
    "Party, commas": (
        ["Nơi nhận:", "- Tỉnh ủy (b/c),", "- Các chi, đảng bộ,", "- Lưu Văn phòng Huyện ủy."],
        ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "", "Hoàng A Páo"],
        ("Tỉnh ủy (b/c)", "Các chi, đảng bộ", "Lưu Văn phòng Huyện ủy"), "Hoàng A Páo", "PHÓ BÍ THƯ",
    ),
    "degree": (
        ["Nơi nhận:", "- UBND tỉnh;", "- GĐ, các PGĐ Sở;", "- Lưu: VT, VP."],
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "TS. Đỗ Minh Anh"],
        ("UBND tỉnh", "GĐ, các PGĐ Sở", "Lưu: VT, VP"), "TS. Đỗ Minh Anh", "PHÓ GIÁM ĐỐC",
    ),
    "family name that is a body too": (
        ["Nơi nhận:", "- Công an huyện;", "- Đoàn Thanh niên;", "- Lưu: VT."],
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Đoàn Hữu Lộc"],
        ("Công an huyện", "Đoàn Thanh niên", "Lưu: VT"), "Đoàn Hữu Lộc", "CHỦ TỊCH",
    ),
}  # fmt: skip


def printed(right):
    return [line for line in right if line]


FOOT_ORDERS = {
    "left, then right": lambda left, right: [*left, *printed(right)],
    "right, then left": lambda left, right: [*printed(right), *left],
    "name last": lambda left, right: [*printed(right)[:-1], *left, right[-1]],
    "line by line": lambda left, right: [x for row in zip_longest(left, right) for x in row if x],
    "right line first": lambda left, right: [
        x for row in zip_longest(left, right) for x in row[::-1] if x
    ],
    "one line for both": lambda left, right: join(" ", left, right),
    "set apart": lambda left, right: [
        f"{a:<45}{b}".rstrip() for a, b in zip_longest(left, right, fillvalue="")
    ],
    "bars": lambda left, right: [line + " |" for line in join(" | ", left, right)],
    "right column higher": lambda left, right: [
        right[0], *join(" ", left, printed(right)[1:])
    ],
    "two passages": lambda left, right: ["\n".join(left), "\n".join(printed(right))],
}  # fmt: skip


@pytest.mark.parametrize("order", FOOT_ORDERS.values(), ids=FOOT_ORDERS)
@pytest.mark.parametrize(("left", "right", "recipients", "name", "title"), FEET.values(), ids=FEET)
def test_feet(left, right, recipients, name, title, order):
    """Recipients and signer do not depend on how a reader takes the two columns."""
    lines = [*ABOVE, *order(left, right), *BELOW]
    header = find_header(tuple(Passage(seq, line) for seq, line in enumerate(lines)), "plan.txt")
    signers = [(signer.name, signer.title) for signer in header.signers]
    assert (header.recipients, signers) == (recipients, [(name, title)])

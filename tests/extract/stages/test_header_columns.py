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

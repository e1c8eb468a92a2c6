"""Cells of leading and coordinating columns, split into units."""

from datetime import date

import pytest

from extract.model import Header, Passage
from extract.stages.units import find_abbreviations, find_units, split_units

DISTRICT = Header(
    issuer="UBND huyện Thạch Thành", issuer_level="district", issued_on=date(2020, 3, 3)
)
COMMUNE = Header(issuer="UBND xã Thượng Lộ", issuer_level="commune", issued_on=date(2020, 1, 6))
NEW_WARD = Header(
    issuer="UBND phường Hạc Thành", issuer_level="commune", issued_on=date(2025, 9, 6)
)
PROVINCE = Header(issuer="UBND tỉnh Thanh Hóa", issuer_level="province", issued_on=date(2022, 9, 6))
CITY = Header(issuer="UBND thành phố Hà Nội", issuer_level="province", issued_on=date(2022, 9, 6))
MINISTRY = Header(issuer="Bộ Nội vụ", issuer_level="central", issued_on=date(2022, 9, 6))
DEPARTMENT = Header(
    issuer="Sở Nội vụ tỉnh Thanh Hóa", issuer_level="province", issued_on=date(2022, 9, 6)
)
PARTY = Header(issuer="Huyện ủy Thạch Thành", issuer_level="district", issued_on=date(2022, 9, 6))
NOBODY = Header()

NAMES = {  # name: header, cell, names of its units
    "two agencies": (
        DISTRICT, "Văn phòng HĐND-UBND huyện; UBND cấp xã.",
        ["Văn phòng HĐND và UBND huyện Thạch Thành", "UBND cấp xã"]),
    "an office of two bodies is one": (
        DISTRICT, "Văn phòng HĐND và UBND huyện", ["Văn phòng HĐND và UBND huyện Thạch Thành"]),
    "its full and short forms are one": (
        NOBODY, "VP HĐND&UBND; Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân",
        ["Văn phòng HĐND và UBND", "Văn phòng HĐND và UBND"]),
    "fields after a colon take the word of the list": (
        DISTRICT, "Các phòng, ngành: Tư pháp, LĐTBXH, Công an huyện, BHXH huyện; UBND cấp xã",
        ["Phòng Tư pháp huyện Thạch Thành",
         "Phòng Lao động - Thương binh và Xã hội huyện Thạch Thành",
         "Công an huyện Thạch Thành", "Bảo hiểm xã hội huyện Thạch Thành", "UBND cấp xã"]),
    "fields without a colon": (
        DISTRICT, "Các phòng Nội vụ, Tư pháp và Văn phòng HĐND và UBND huyện",
        ["Phòng Nội vụ huyện Thạch Thành", "Phòng Tư pháp huyện Thạch Thành",
         "Văn phòng HĐND và UBND huyện Thạch Thành"]),
    "the first word serves the others": (
        PROVINCE, "Sở Nội vụ, Tài chính, Kế hoạch và Đầu tư",
        ["Sở Nội vụ tỉnh Thanh Hóa", "Sở Tài chính tỉnh Thanh Hóa",
         "Sở Kế hoạch và Đầu tư tỉnh Thanh Hóa"]),
    "a field with commas of its own": (
        NOBODY, "Các Sở: Tài chính, Văn hóa, Thể thao và Du lịch, Kế hoạch và Đầu tư và Tư pháp",
        ["Sở Tài chính", "Sở Văn hóa, Thể thao và Du lịch", "Sở Kế hoạch và Đầu tư", "Sở Tư pháp"]),
    "dashes and spaces do not count": (
        NOBODY, "Phòng Văn hóa – Thông tin; phòng Văn hóa- Thông tin; Phòng VH&TT",
        ["Phòng Văn hóa và Thông tin"] * 3),
    "spellings of one field": (
        NOBODY, "Phòng LĐ-TB&XH; Phòng LĐTBXH; Phòng Lao động - Thương binh và Xã hội; "
        "Phòng Lao động TB và XH",
        ["Phòng Lao động - Thương binh và Xã hội"] * 4),
    "short heads": (
        NOBODY, "P. Nội vụ, P.TCKH, TT HCC huyện",
        ["Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "Trung tâm Hành chính công huyện"]),
    "addressees stay as they are": (
        DISTRICT, "Các phòng, ban, ngành, cơ quan đơn vị cấp huyện, UBND cấp xã",
        ["Các phòng, ban, ngành, cơ quan đơn vị cấp huyện", "UBND cấp xã"]),
    "addressees of two levels": (
        PROVINCE, "Các sở, ban, ngành; UBND các huyện, thị xã, thành phố",
        ["Các sở, ban, ngành", "UBND các huyện, thị xã, thành phố"]),
    "addressees without the word for many": (
        NOBODY, "Phòng, ban liên quan", ["Phòng, ban liên quan"]),
    "a second unit in brackets": (
        DISTRICT, "Văn phòng HĐND-UBND huyện ( Trung tâm HCC huyện)",
        ["Văn phòng HĐND và UBND huyện Thạch Thành",
         "Trung tâm Hành chính công huyện Thạch Thành"]),
    "a remark in brackets": (
        NOBODY, "Phòng Nội vụ (cơ quan thường trực)", ["Phòng Nội vụ"]),
    "officials of a commune": (
        COMMUNE, "Tư pháp – Hộ tịch; Văn phòng, thống kê; công chức Tài chính – Kế toán",
        ["Công chức Tư pháp - Hộ tịch", "Công chức Văn phòng - Thống kê",
         "Công chức Tài chính - Kế toán"]),
    "what an official also does": (
        COMMUNE, "Văn phòng – Thống kê tổng hợp", ["Công chức Văn phòng - Thống kê"]),
    "divisions of a commune since 2025": (
        NEW_WARD, "Phòng Văn hóa - Xã hội; Phòng Kinh tế, Hạ tầng và Đô thị",
        ["Phòng Văn hóa - Xã hội phường Hạc Thành",
         "Phòng Kinh tế, Hạ tầng và Đô thị phường Hạc Thành"]),
    "the last place serves those before it": (
        COMMUNE, "Đảng ủy - HĐND - UBND - UBMTTQVN xã",
        ["Đảng ủy xã Thượng Lộ", "HĐND xã Thượng Lộ", "UBND xã Thượng Lộ",
         "Ủy ban Mặt trận Tổ quốc Việt Nam xã Thượng Lộ"]),
    "leaders of several bodies": (
        COMMUNE, "Lãnh đạo Đảng ủy, HĐND, UBND xã",
        ["Lãnh đạo Đảng ủy xã Thượng Lộ", "Lãnh đạo HĐND xã Thượng Lộ",
         "Lãnh đạo UBND xã Thượng Lộ"]),
    "posts": (
        DISTRICT, "Chủ tịch UBND huyện; Trưởng phòng Nội vụ; Trưởng các phòng, ban, ngành",
        ["Chủ tịch UBND huyện Thạch Thành", "Trưởng Phòng Nội vụ huyện Thạch Thành",
         "Trưởng các phòng, ban, ngành"]),
    "a person's post": (
        COMMUNE, "Đ/c Nguyễn Văn A - Chủ tịch UBND xã", ["Chủ tịch UBND xã Thượng Lộ"]),
    "Party bodies": (
        DISTRICT, "Ban Tuyên giáo Huyện ủy; Văn phòng Huyện uỷ; Thường trực HĐND huyện",
        ["Ban Tuyên giáo Huyện ủy Thạch Thành", "Văn phòng Huyện ủy Thạch Thành",
         "Thường trực HĐND huyện Thạch Thành"]),
    "unions": (
        DISTRICT, "Hội LHPN, Đoàn Thanh niên, Hội CCB huyện",
        ["Hội Liên hiệp Phụ nữ huyện Thạch Thành", "Đoàn Thanh niên huyện Thạch Thành",
         "Hội Cựu chiến binh huyện Thạch Thành"]),
    "a place without its kind word": (
        DISTRICT, "Sở Nội vụ Thanh Hóa; Điện lực Thạch Thành",
        ["Sở Nội vụ tỉnh Thanh Hóa", "Điện lực huyện Thạch Thành"]),
    "an agency of two districts": (
        DISTRICT, "Chi cục Thuế khu vực Thạch Thành - Vĩnh Lộc",
        ["Chi cục Thuế khu vực Thạch Thành - Vĩnh Lộc"]),
    "names that no table knows": (
        NOBODY, "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ; Vụ Tổ chức - Biên chế",
        ["Trung tâm Ứng dụng tiến bộ khoa học và công nghệ", "Vụ Tổ chức - Biên chế"]),
    "schools": (
        NOBODY, "Trường THCS Lê Lợi, THCS Kim Đồng, MN Hoa Sen",
        ["Trường THCS Lê Lợi", "Trường THCS Kim Đồng", "Trường Mầm non Hoa Sen"]),
    "divisions of a department": (
        DEPARTMENT, "Phòng Cải cách hành chính; Thanh tra Sở; Chi cục Văn thư - Lưu trữ",
        ["Phòng Cải cách hành chính", "Thanh tra Sở", "Chi cục Văn thư - Lưu trữ"]),
    "ministries": (
        MINISTRY, "Bộ KH&ĐT; Văn phòng Chính phủ; Vụ Pháp chế; UBND TP. Hồ Chí Minh",
        ["Bộ Kế hoạch và Đầu tư", "Văn phòng Chính phủ", "Vụ Pháp chế",
         "UBND thành phố Hồ Chí Minh"]),
    "a city under the centre": (
        CITY, "UBND Thành phố; Công an Thành phố; UBND quận Ba Đình",
        ["UBND thành phố Hà Nội", "Công an thành phố Hà Nội", "UBND quận Ba Đình"]),
    "a Party committee as issuer": (
        PARTY, "Ủy ban Kiểm tra Huyện ủy; Chi bộ Công an huyện; Đảng ủy xã Thành Tiến",
        ["Ủy ban Kiểm tra Huyện ủy Thạch Thành", "Chi bộ Công an huyện Thạch Thành",
         "Đảng ủy xã Thành Tiến"]),
    "communes of a list": (
        DISTRICT, "UBND các xã: Thành Tiến, Thành Vinh và thị trấn Kim Tân",
        ["Xã Thành Tiến", "Xã Thành Vinh", "Thị trấn Kim Tân"]),
    "a list of two kinds of places": (
        Header(issuer="UBND thành phố Vũng Tàu", issuer_level="district",
               issued_on=date(2023, 2, 8)),
        "UBND các phường, xã: Nguyễn An Ninh, Long Sơn",
        ["Phường Nguyễn An Ninh", "Xã Long Sơn"]),
    "words printed without a space": (
        NOBODY, "Phường Nguyễn An Ninh, PhườngThắng Tam", ["Phường Nguyễn An Ninh",
                                                           "Phường Thắng Tam"]),
    "numbered places": (NOBODY, "Phường 02; Thôn 1, thôn 2", ["Phường 2", "Thôn 1", "Thôn 2"]),
    "a place with larger places": (
        NOBODY, "UBND xã Thành Tiến, huyện Thạch Thành, tỉnh Thanh Hóa", ["UBND xã Thành Tiến"]),
    "invented places": (
        DISTRICT, "UBND xã Hoa Mận; UBND xã Hoa Đào", ["UBND xã Hoa Mận", "UBND xã Hoa Đào"]),
    "two fields in one division": (
        NOBODY, "Phòng Nội vụ - Lao động Thương binh và Xã hội; Phòng Dân tộc-Tôn giáo",
        ["Phòng Nội vụ - Lao động - Thương binh và Xã hội", "Phòng Dân tộc và Tôn giáo"]),
    "a centre of many fields": (
        NOBODY, "Trung tâm Văn hoá, Thể thao, Du lịch và Truyền thông",
        ["Trung tâm Văn hóa, Thể thao, Du lịch và Truyền thông"]),
    "capitals": (
        DISTRICT, "UBND HUYỆN; PHÒNG NỘI VỤ; CÁC PHÒNG, BAN; UBND XÃ THÀNH TIẾN",
        ["UBND huyện Thạch Thành", "Phòng Nội vụ huyện Thạch Thành", "Các phòng, ban",
         "UBND xã Thành Tiến"]),
    "a number of addressees": (
        DISTRICT, "UBND 24 xã, thị trấn; 06 đơn vị: xã Thành Tiến, xã Thành An",
        ["UBND 24 xã, thị trấn", "Xã Thành Tiến", "Xã Thành An"]),
    "places right after the body": (
        DISTRICT, "UBND các xã Thành Tiến, Thành An", ["Xã Thành Tiến", "Xã Thành An"]),
    "slash, plus and ampersand": (
        NOBODY, "Phòng Nội vụ/UBND cấp xã; Phòng Tư pháp + Phòng Y tế; Phòng Nội vụ & Phòng Y tế",
        ["Phòng Nội vụ", "UBND cấp xã", "Phòng Tư pháp", "Phòng Y tế", "Phòng Nội vụ",
         "Phòng Y tế"]),
    "departments that many districts have": (
        PROVINCE, "Phòng Nội vụ các huyện, thị xã, thành phố",
        ["Phòng Nội vụ các huyện, thị xã, thành phố"]),
    "lines": (NOBODY, "- Phòng Nội vụ;\n- Phòng Tư pháp.", ["Phòng Nội vụ", "Phòng Tư pháp"]),
    "who leads and who helps in one cell": (
        NOBODY, "Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp",
        ["Phòng Nội vụ", "Phòng Tư pháp"]),
    "an unknown wording": (NOBODY, "Thư viện xanh", ["Thư viện xanh"]),
    "as above": (DISTRICT, "Như trên", []),
    "as above, short": (DISTRICT, "-nt-", []),
    "a ditto mark": (DISTRICT, '"', []),
    "empty": (DISTRICT, "", []),
    "numbers and marks": (DISTRICT, "12; - ; ...", []),
    "a person": (DISTRICT, "Ông Nguyễn Văn A", []),
}  # fmt: skip


@pytest.mark.parametrize(("header", "cell", "names"), NAMES.values(), ids=NAMES)
def test_names(header, cell, names):
    """A cell gives its units in order, each under the name that all its spellings share."""
    assert [unit.name for unit in split_units(cell, header)] == names


FIELDS = {  # name: header, cell, (kind, level, code, parent, inferred fields) of its first unit
    "place completed from the issuer": (
        DISTRICT, "UBND huyện", ("committee", "district", "391", None, ["place"])),
    "place printed": (
        DISTRICT, "UBND huyện Thạch Thành", ("committee", "district", "391", None, [])),
    "province found through the district": (
        DISTRICT, "UBND tỉnh", ("committee", "province", "38", None, ["place"])),
    "the issuer's level": (
        DISTRICT, "HĐND", ("council", "district", "391", None, ["level", "place"])),
    "division of the district": (
        DISTRICT, "Phòng Nội vụ",
        ("division", "district", None, "UBND huyện Thạch Thành", ["place"])),
    "kind from its list": (
        DISTRICT, "Các phòng: Tư pháp",
        ("division", "district", None, "UBND huyện Thạch Thành", ["kind", "place"])),
    "commune of the district": (
        DISTRICT, "Xã Thành Tiến",
        ("commune", "commune", "15256", "huyện Thạch Thành", ["parent"])),
    "unknown commune": (
        DISTRICT, "Xã Hoa Mận", ("commune", "commune", None, "huyện Thạch Thành", ["parent"])),
    "a commune of old without its district is never guessed": (
        NOBODY, "Xã Thành Tiến", ("commune", "commune", None, None, [])),
    "collective": (DISTRICT, "UBND cấp xã", ("collective", "commune", None, None, [])),
    "post": (
        DISTRICT, "Chủ tịch UBND huyện",
        ("post", "district", None, "UBND huyện Thạch Thành", ["place"])),
    "official": (
        COMMUNE, "Tư pháp – Hộ tịch", ("post", "commune", None, "UBND xã Thượng Lộ", [])),
    "division of an agency": (
        DEPARTMENT, "Phòng Cải cách hành chính",
        ("division", "province", None, "Sở Nội vụ tỉnh Thanh Hóa", [])),
    "ministry": (MINISTRY, "Bộ Tài chính", ("ministry", "central", None, None, [])),
    "a district that the commune's plan does not name": (
        COMMUNE, "UBND huyện", ("committee", "district", None, None, [])),
    "another kind of district than the issuer": (
        Header(issuer="UBND thị xã Hoài Nhơn", issuer_level="district"), "UBND huyện",
        ("committee", "district", None, None, [])),
}  # fmt: skip


@pytest.mark.parametrize(("header", "cell", "fields"), FIELDS.values(), ids=FIELDS)
def test_fields(header, cell, fields):
    """Kind, level and code come from the name; what the issuer adds is marked as inferred."""
    unit = split_units(cell, header)[0]
    inferred = [i.field for i in unit.inferred]
    assert (unit.kind, unit.level, unit.code, unit.parent, inferred) == fields


def test_raw_is_what_is_printed():
    """The printed words stay, whatever the name becomes; only they are cut from the cell."""
    cell = "Các phòng, ngành: Tư pháp, LĐTBXH; PhườngThắng Tam"
    found = find_units(cell, DISTRICT, running=False)
    assert [f.unit.raw for f in found] == ["Tư pháp", "LĐTBXH", "PhườngThắng Tam"]
    assert all(cell[f.start : f.end] == f.unit.raw for f in found)


NAMED = {
    "a commune": ("Xã Thành Tiến", [True]),
    "an agency of the issuer": ("Phòng Nội vụ; Công an huyện", [True, True]),
    "one of many below the issuer": ("Công an xã; Trạm Y tế", [False, False]),
    "addressees": ("UBND các xã, thị trấn", [False]),
    "a post": ("Chủ tịch UBND huyện", [False]),
    "a kind of school": ("Trường THCS; Trường THCS Lê Lợi", [False, True]),
    "an unknown wording": ("Điều gì đó", [False]),
}


@pytest.mark.parametrize(("cell", "named"), NAMED.values(), ids=NAMED)
def test_named(cell, named):
    """Only one certain unit counts as named."""
    assert [f.named for f in find_units(cell, DISTRICT, running=False)] == named


def test_abbreviations_of_the_document():
    """What a document explains in brackets is written out in names; what it does not, stays."""
    passages = [
        Passage(0, "Giao Ban Quản lý khu kinh tế (BQLKKT), Ủy ban nhân dân (UBND) huyện"),
        Passage(1, "phản ánh, kiến nghị của dân (PAKN); đơn vị sự nghiệp (viết tắt là ĐVSN)"),
    ]
    known = find_abbreviations(passages)
    assert known == {
        "BQLKKT": "Ban Quản lý khu kinh tế", "UBND": "Ủy ban nhân dân", "ĐVSN": "đơn vị sự nghiệp",
    }  # fmt: skip
    units = split_units("BQLKKT; Hội XYZ", NOBODY, known)
    assert [(u.raw, u.name) for u in units] == [
        ("BQLKKT", "Ban Quản lý khu kinh tế"), ("Hội XYZ", "Hội XYZ"),
    ]  # fmt: skip


RUNNING = {
    "a verb ends a name": (
        "Trung tâm Văn hóa – Truyền thông huyện tổ chức tuyên truyền", ["centre"]),
    "an open name ends at a verb": (
        "Giao Trung tâm Kiểm định công trình chủ trì thực hiện", ["centre"]),
    "an inspection is no inspectorate": (
        "Thanh tra trách nhiệm tại Phòng Y tế; Thanh tra huyện thành lập đoàn",
        ["division", "inspectorate"]),
    "what founds is not part of a name": ("Phòng Nội vụ thành lập các tổ", ["division", "collective"]),
    "lower-case words are no agencies": (
        "việc thanh tra, kiểm tra, xây dựng kế hoạch của công an", []),
    "words that look like heads": (
        "Tổ chức thực hiện; Phòng ngừa tiêu cực; Hội nghị giao ban; Trường hợp cần thiết", []),
    "two in a sentence": (
        "gửi về UBND huyện (qua Phòng Nội vụ) trước ngày 20/10", ["committee", "division"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), RUNNING.values(), ids=RUNNING)
def test_running_text(text, kinds):
    """In a sentence only names written as names are found."""
    assert [f.unit.kind for f in find_units(text, DISTRICT)] == kinds

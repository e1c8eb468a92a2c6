"""Each part of a header by itself: number, date, place, level, years, foot."""

from datetime import date

import pytest

from extract.model import Signer
from extract.stages.header.issuer import find_level
from extract.stages.header.title import find_years
from tests.extract.stages.header_texts import BODY, header_of

NUMBERS = {  # name: the number line, number and symbol
    "number only": ("Số: 12", "12", None),
    "in brackets": ("(Số: 12/KH-UBND)", "12", "12/KH-UBND"),
    "mark lost": ("Sỏ: 12/KH-UBND", "12", "12/KH-UBND"),
    "blank without its sign": ("Số:      KH/ĐU", None, "-KH/ĐU"),
    "words behind the symbol": ("Số: 12/KH-BCĐ(ATTP)", "12", "12/KH-BCĐ"),
    "year": ("Số: 05/2021/KH-MN", "05", "05/2021/KH-MN"),
    "code that OCR spoilt": ("Số: 12/KH-ƯBND", "12", "12/KH-UBND"),
    "written by hand": ("Số: AZ /KH-UBND", None, None),
    "a count is no number": ("Số: 12 người", None, None),
}


@pytest.mark.parametrize(("line", "number", "symbol"), NUMBERS.values(), ids=NUMBERS)
def test_numbers(line, number, symbol):
    """The number line gives number and symbol, and nothing of it goes to the issuer."""
    header = header_of(f"UBND XÃ AN BÌNH\n{line}\nKẾ HOẠCH\nVệ sinh" + BODY)
    assert (header.number, header.symbol, header.issuer) == (number, symbol, "UBND xã An Bình")


DATES = {  # name: the line, place and date
    "figures taken for letters": (
        "An Bình, ngày O5 tháng 02 năm 202l",
        "An Bình",
        date(2021, 2, 5),
    ),
    "a stroke and a word": ("An Bình, ngày 5/2 năm 2021", "An Bình", date(2021, 2, 5)),
    "blanks between strokes": ("An Bình, ngày    /    /2021", "An Bình", None),
    "day written by hand": ("An Bình, ngày Aotháng 3 năm 2020", "An Bình", None),
    "letters that may be any figure": ("An Bình, ngày Ol tháng 3 năm 2020", "An Bình", None),
    "month in words": ("An Bình, ngày 5 tháng Hai năm 2021", None, None),
}


@pytest.mark.parametrize(("line", "place", "issued_on"), DATES.values(), ids=DATES)
def test_dates(line, place, issued_on):
    """A date is read in the forms that typists and OCR leave, else it is null."""
    header = header_of(f"UBND XÃ AN BÌNH\n{line}\nKẾ HOẠCH\nVệ sinh" + BODY)
    assert (header.place, header.issued_on) == (place, issued_on)


PLACES = {  # name: the words before the date, the place
    "sounds like họp": ("Hợp Lý", "Hợp Lý"),
    "sounds like hồi": ("Hội An", "Hội An"),
    "sounds like từ": ("Từ Sơn", "Từ Sơn"),
    "sounds like nhận": ("Nhân Cơ", "Nhân Cơ"),
    "begins like các": ("Các Sơn", "Các Sơn"),
    "apostrophe": ("Đắk R'lấp", "Đắk R'lấp"),
    "dash": ("Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    "sentence": ("Kể từ", None),
    "list": ("Các đơn vị", None),
    "meeting": ("Sau khi họp", None),
}


@pytest.mark.parametrize(("words", "place"), PLACES.values(), ids=PLACES)
def test_places(words, place):
    """Names of places that begin like words of a sentence stay places."""
    text = f"UBND HUYỆN TÂN HÒA\nSố: 1/KH-UBND\n{words}, ngày 5 tháng 2 năm 2021\nKẾ HOẠCH\nThi đua"
    assert header_of(text + BODY).place == place


LEVELS = {  # issuing body, year of the document, level
    "city under the centre": ("UBND TP.HCM", 2020, "province"),
    "city of a province": ("UBND thành phố Huế", 2023, "district"),
    "the same under the centre": ("UBND thành phố Huế", 2025, "province"),
    "Party of a city under the centre": ("Thành ủy Hà Nội", 2020, "province"),
    "Party of another city": ("Thành ủy Vinh", 2020, "district"),
    "kind without a name": ("Công an tỉnh", 2020, "province"),
    "xã that is no commune": ("Thông tấn xã Việt Nam", 2020, "central"),
    "supreme court": ("Tòa án nhân dân tối cao", 2020, "central"),
    "the name does not say": ("Ban Dân tộc", 2020, None),
}


@pytest.mark.parametrize(("name", "year", "level"), LEVELS.values(), ids=LEVELS)
def test_levels(name, year, level):
    """The level follows from the kind of body and place, and from the year."""
    assert find_level(name, None, year) == level


YEARS = {  # title, year of issue: first and last year, the one year
    "until a year": ("Xóa mù chữ đến năm 2020", 2014, (2014, 2020), None),
    "until a year, date unknown": ("Xóa mù chữ đến năm 2020", None, (2020, 2020), None),
    "until the year of issue": ("Công tác từ nay đến hết năm 2020", 2020, (2020, 2020), 2020),
    "a vision is no year of the plan": (
        "Phát triển giai đoạn 2021-2025, tầm nhìn đến năm 2045", 2021, (2021, 2025), None,
    ),
    "an end beside a year": ("Năm 2021 và định hướng đến năm 2025", 2021, (2021, 2025), None),
    "one year": ("Công tác năm 2021", 2020, (2021, 2021), 2021),
}  # fmt: skip


@pytest.mark.parametrize(("title", "issued", "span", "year"), YEARS.values(), ids=YEARS)
def test_years(title, issued, span, year):
    """An end ("đến năm 2030") is no plan year, unless the plan is issued in it."""
    assert find_years(title, issued) == (span, year)


NAM = "Trần Văn Nam"
SHORT = ("Như trên", "Lưu: VT")
PLAIN = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n"
FEET = {  # name: foot of the document, its recipients, its signers
    "small letters": (
        PLAIN + "TM. Ủy ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch\n(Đã ký)\nTrần Văn Nam",
        SHORT, [Signer(NAM, "Phó Chủ tịch", "KT. Chủ tịch")],
    ),
    "small title alone": (
        PLAIN + "Hiệu trưởng\nTrần Văn Nam", SHORT, [Signer(NAM, "Hiệu trưởng", None)],
    ),
    "small title beside one in capitals is no second signer": (
        PLAIN + "CHỦ TỊCH\nTrần Văn Nam\nHiệu trưởng\nLê Thị Hoa",
        SHORT, [Signer(NAM, "CHỦ TỊCH", None)],
    ),
    "mark of signing before the name": (
        PLAIN + "CHỦ TỊCH\n(Đã ký) Trần Văn Nam", SHORT, [Signer(NAM, "CHỦ TỊCH", None)],
    ),
    "mark of signing with a colon": (
        PLAIN + "CHỦ TỊCH\nĐã ký: Trần Văn Nam", SHORT, [Signer(NAM, "CHỦ TỊCH", None)],
    ),
    "mark of signing after the name": (
        PLAIN + "CHỦ TỊCH\nTrần Văn Nam (đã ký)", SHORT, [Signer(NAM, "CHỦ TỊCH", None)],
    ),
    "mark of signing beside a recipient": (
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như trên; CHỦ TỊCH\n- Sở Nội vụ; (Đã ký)\n"
        "- Lưu: VT. Trần Văn Nam",
        ("Như trên", "Sở Nội vụ", "Lưu: VT"),
        [Signer(NAM, "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")],
    ),
    "notes of the electronic signature are no names": (
        PLAIN + "CHỦ TỊCH\nSignature Not Verified\nĐược ký bởi: TRẦN VĂN NAM\n"
        "Ngày ký: 08-04-2021\nTrần Văn Nam",
        SHORT, [Signer(NAM, "CHỦ TỊCH", None)],
    ),
    "only the electronic signature names the signer": (
        PLAIN + "CHỦ TỊCH\nKý bởi: Trần Văn Nam\nThời gian ký: 08/04/2021",
        SHORT, [Signer(NAM, "CHỦ TỊCH", None)],
    ),
    "signed by the office, not by a person": (
        PLAIN + "CHỦ TỊCH\nKý bởi: Ủy ban nhân dân huyện Tân Hòa", SHORT, [],
    ),
    "run together with semicolons": (
        "Nơi nhận: Như trên; TT Huyện ủy, HĐND (b/c); CT, các PCT; Lưu: VT, NV.\nCHỦ TỊCH\n" + NAM,
        ("Như trên", "TT Huyện ủy, HĐND (b/c)", "CT, các PCT", "Lưu: VT, NV"),
        [Signer(NAM, "CHỦ TỊCH", None)],
    ),
    "run together with dashes": (
        "Nơi nhận: - Như trên - Sở Lao động - TBXH - TT Huyện ủy (b/c) - Lưu: VT, NV.",
        ("Như trên", "Sở Lao động - TBXH", "TT Huyện ủy (b/c)", "Lưu: VT, NV"), [],
    ),
    "how the copies are sent": (
        "Nơi nhận (bản điện tử):\n- Như trên;\n- Lưu: VT.", SHORT, [],
    ),
    "how the copies are sent, behind the colon": (
        "Nơi nhận: (Gửi bản điện tử)\n- Như trên;\n- Lưu: VT.", SHORT, [],
    ),
    "where files are received is no list of recipients": (
        "Nơi nhận hồ sơ: bộ phận một cửa.", (), [],
    ),
    "page number between recipients": (
        "Nơi nhận:\n- Như trên;\n7\n- Lưu: VT.", SHORT, [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("foot", "recipients", "signers"), FEET.values(), ids=FEET)
def test_feet(foot, recipients, signers):
    """Names are persons, recipients come one by one, whatever is printed beside them."""
    header = header_of("UBND XÃ AN BÌNH\nKẾ HOẠCH\nVệ sinh môi trường" + BODY + "\n" + foot)
    assert (header.recipients, list(header.signers)) == (recipients, signers)

"""Headers with stamps, portals' lines, drafts and joined lines: what is own and what is not."""

from datetime import date

import pytest

from extract.model import Passage, Signer
from extract.stages.header import find_header
from extract.stages.header.issuer import find_level
from extract.stages.header.title import find_years

BODY = "\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\nI. MỤC ĐÍCH\n1. Mục đích"


def header_of(text):
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return find_header(tuple(Passage(seq, line) for seq, line in enumerate(lines)), "plan.txt")


HEADS = {  # name: lines above the body, and the facts they give
    "stamp of incoming papers between the columns": (
        """UBND TỈNH HẢI LÂM
        SỞ TÀI CHÍNH
        Số: 1020/KH-STC
        ĐẾN
        Số: 3321
        Ngày: 12/9/2017
        Chuyển: ......
        Hải Lâm, ngày 08 tháng 9 năm 2017
        KẾ HOẠCH
        Thực hành tiết kiệm năm 2017""",
        {"issuer": "Sở Tài chính tỉnh Hải Lâm", "symbol": "1020/KH-STC",
         "issued_on": date(2017, 9, 8)},
    ),
    "copy": (
        """BẢN SAO
        ỦY BAN NHÂN DÂN
        XÃ AN BÌNH
        Số: 3/KH-UBND
        KẾ HOẠCH
        Phát động""",
        {"issuer": "UBND xã An Bình"},
    ),
    "the title names the country": (
        """UBND QUẬN BÌNH AN
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 33/KH-UBND
        KẾ HOẠCH
        Tổ chức Ngày Pháp luật
        nước Cộng hòa xã hội chủ nghĩa Việt Nam
        trên địa bàn quận năm 2022""",
        {"title": "Tổ chức Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam trên địa bàn "
         "quận năm 2022"},
    ),
    "the title names the Union": (
        """BAN CHẤP HÀNH TRUNG ƯƠNG
        ***
        Số: 12-CTr/TWĐTN-VP
        ĐOÀN TNCS HỒ CHÍ MINH
        Hà Nội, ngày 19 tháng 5 năm 2021
        CHƯƠNG TRÌNH HÀNH ĐỘNG
        CỦA ĐOÀN TNCS HỒ CHÍ MINH
        thực hiện Nghị quyết Đại hội Đảng""",
        {"issuer": "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh", "issuer_level": "central",
         "title": "CỦA ĐOÀN TNCS HỒ CHÍ MINH thực hiện Nghị quyết Đại hội Đảng"},
    ),
    "Union of a district, dash of the symbol lost": (
        """BCH ĐOÀN TỈNH HẢI LÂM
        BCH HUYỆN ĐOÀN TÂN HÒA
        ***
        Số: 22 KH/ĐTN
        ĐOÀN TNCS HỒ CHÍ MINH
        Tân Hòa, ngày 01 tháng 3 năm 2016
        KẾ HOẠCH
        Tháng Thanh niên năm 2016""",
        {"issuer": "BCH Huyện đoàn Tân Hòa", "symbol": "22-KH/ĐTN", "issuer_level": "district"},
    ),
    "the committee of the Party is not the Union's": (
        """BAN CHẤP HÀNH TRUNG ƯƠNG
        *
        Số 12-KH/TW
        ĐẢNG CỘNG SẢN VIỆT NAM
        KẾ HOẠCH
        Sơ kết Nghị quyết""",
        {"issuer": "Ban Chấp hành Trung ương"},
    ),
    "office of the People's Committee": (
        """UBND TỈNH HẢI LÂM
        VĂN PHÒNG
        Số: 310/KH-VP
        KẾ HOẠCH
        Kiểm soát thủ tục hành chính""",
        {"issuer": "Văn phòng UBND tỉnh Hải Lâm", "issuer_level": "province"},
    ),
    "star of the left column before the date": (
        """HỘI NÔNG DÂN HUYỆN TÂN HÒA
        *** Tân Hòa, ngày 30 tháng 01 năm 2009
        Số: 12/KH-HND
        KẾ HOẠCH
        Phong trào nông dân năm 2009""",
        {"symbol": "12/KH-HND", "issued_on": date(2009, 1, 30), "place": "Tân Hòa"},
    ),
    "draft and type word on the line of the date": (
        """SỞ GD&ĐT HẢI LÂM
        TRƯỜNG THPT CHUYÊN LÊ LỢI
        Số: …/KH-LL
        Hải Lâm, ngày 15 tháng 9 năm 2020 DỰ THẢO KẾ HOẠCH
        Hoạt động ngoài giờ năm học 2020 - 2021""",
        {"doc_type": "Kế hoạch", "issuer": "Trường THPT Chuyên Lê Lợi", "number": None,
         "title": "Hoạt động ngoài giờ năm học 2020 - 2021"},
    ),
    "draft and type word on one line": (
        "UBND XÃ AN BÌNH\nSố: /KH-UBND\nDỰ THẢO KẾ HOẠCH\nPhát động thi đua",
        {"doc_type": "Kế hoạch", "title": "Phát động thi đua", "issuer": "UBND xã An Bình"},
    ),
    "the whole letterhead on one line": (
        "SỞ NỘI VỤ HẢI LÂM CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM ------- Độc lập - Tự do - Hạnh phúc "
        "Số: 28/KH-SNV ------- Hải Lâm, ngày 26 tháng 8 năm 2014 KẾ HOẠCH Bồi dưỡng nghiệp vụ văn "
        "thư Căn cứ Luật Lưu trữ; Sở Nội vụ ban hành Kế hoạch như sau: I. MỤC ĐÍCH",
        {"doc_type": "Kế hoạch", "symbol": "28/KH-SNV", "place": "Hải Lâm",
         "issued_on": date(2014, 8, 26), "issuer": "Sở Nội vụ Hải Lâm",
         "title": "Bồi dưỡng nghiệp vụ văn thư"},
    ),
    "a sentence with a date and a plan is no letterhead": (
        "UBND XÃ AN BÌNH\nKẾ HOẠCH\nThi đua\n"
        "Ngày 26 tháng 8 năm 2014 KẾ HOẠCH đã được thông qua tại kỳ họp",
        {"issued_on": None, "number": None},
    ),
    "teacher's plan": (
        """TRƯỜNG THCS TRẦN PHÚ
        KẾ HOẠCH CÁ NHÂN
        Năm học 2016 - 2017
        Họ và tên: Nguyễn Văn Bình
        Môn: Toán""",
        {"title": "CÁ NHÂN Năm học 2016 - 2017", "plan_years": (2016, 2017)},
    ),
    "title that lists": (
        """UBND XÃ AN BÌNH
        KẾ HOẠCH
        Tổng kết công tác Hội năm 2018,
        Phương hướng công tác Hội năm 2019.
        Năm 2018 là năm có nhiều khó khăn.""",
        {"title": "Tổng kết công tác Hội năm 2018, Phương hướng công tác Hội năm 2019"},
    ),
    "whose plan it is, then what it is about": (
        """UBND XÃ AN BÌNH
        KẾ HOẠCH
        CỦA ỦY BAN NHÂN DÂN XÃ
        Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016
        của Bộ Chính trị""",
        {"title": "CỦA ỦY BAN NHÂN DÂN XÃ Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 "
         "của Bộ Chính trị"},
    ),
    "what it is about, then whose plan it is": (
        """UBND XÃ AN BÌNH
        KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH
        CỦA ỦY BAN NHÂN DÂN XÃ
        Thực hiện Chỉ thị số 05-CT/TW, xã ban hành Kế hoạch như sau:""",
        {"title": "CẢI CÁCH HÀNH CHÍNH CỦA ỦY BAN NHÂN DÂN XÃ"},
    ),
    "dates of an anniversary on a line of their own": (
        """UBND XÃ AN BÌNH
        KẾ HOẠCH
        Kỷ niệm 90 năm Ngày thành lập Hội
        (01/01/1931 - 01/01/2021)
        (Có lịch riêng)""",
        {"title": "Kỷ niệm 90 năm Ngày thành lập Hội (01/01/1931 - 01/01/2021)"},
    ),
    "heading and date of a portal above the letterhead": (
        """KẾ HOẠCH Y TẾ NĂM HỌC 2018-2019
        Ngày 16 tháng 01 năm 2025
        PHÒNG GD-ĐT TÂN HÒA
        TRƯỜNG TH AN BÌNH
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 01/KH-TH
        An Bình, ngày 5 tháng 9 năm 2018
        KẾ HOẠCH
        CÔNG TÁC Y TẾ TRƯỜNG HỌC""",
        {"title": "CÔNG TÁC Y TẾ TRƯỜNG HỌC", "issued_on": date(2018, 9, 5), "place": "An Bình",
         "issuer": "Trường TH An Bình", "symbol": "01/KH-TH"},
    ),
    "a decision says its type twice": (
        """UBND TỈNH HẢI LÂM
        QUYẾT ĐỊNH VỀ VIỆC BAN HÀNH KẾ HOẠCH
        ỦY BAN NHÂN DÂN TỈNH HẢI LÂM
        QUYẾT ĐỊNH:""",
        {"title": "VỀ VIỆC BAN HÀNH KẾ HOẠCH"},
    ),
    "place only in the date line of a decision": (
        """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
        Số: 855/QĐ-UBND | Hải Lâm, ngày 17 tháng 4 năm 2021 |
        BAN HÀNH KẾ HOẠCH PHÒNG CHÁY
        ỦY BAN NHÂN DÂN TỈNH""",
        {"issuer": "UBND tỉnh Hải Lâm", "title": "BAN HÀNH KẾ HOẠCH PHÒNG CHÁY"},
    ),
    "superiors whose names end like a name cut short": (
        """PHÒNG GD&ĐT VỤ BẢN
        TRƯỜNG TH MINH TÂN
        Số: 01/KH-TH
        KẾ HOẠCH
        Y tế""",
        {"issuer": "Trường TH Minh Tân"},
    ),
    "a superior that ends in HỘI": (
        """SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI
        TRUNG TÂM DỊCH VỤ VIỆC LÀM
        Số: 01/KH-TT
        KẾ HOẠCH
        Hội chợ""",
        {"issuer": "Trung tâm Dịch vụ việc làm"},
    ),
    "standing members of a council, named with it": (
        "HĐND XÃ AN BÌNH\nTHƯỜNG TRỰC HĐND\nSố: 1/KH-HĐND\nKẾ HOẠCH\nGiám sát",
        {"issuer": "Thường trực HĐND xã An Bình"},
    ),
    "branch of a bank": (
        """NGÂN HÀNG NHÀ NƯỚC VIỆT NAM
        CHI NHÁNH TỈNH HẢI LÂM
        Số: 1/KH-HLA
        KẾ HOẠCH
        Tín dụng""",
        {"issuer": "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Hải Lâm"},
    ),
    "superior and school round the motto": (
        """PHÒNG GD&ĐT PHONG AN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM TRƯỜNG THCS AN BÌNH
        Số: 01/KH-TH
        KẾ HOẠCH
        Y tế""",
        {"issuer": "Trường THCS An Bình"},
    ),
    "heading of a catalogue above, type line lost": (
        """Kế hoạch 155/KH-UBND năm 2017 thực hiện Chương trình hộ tịch
        Số hiệu: | 155/KH-UBND | Loại văn bản: | Văn bản khác |
        Nơi ban hành: | Tỉnh Hải Lâm | Người ký: | Trần Văn Bình |
        ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
        Số: 155/KH-UBND | Hải Lâm, ngày 26 tháng 5 năm 2017 |""",
        {"doc_type": "Kế hoạch", "title": "thực hiện Chương trình hộ tịch", "symbol": "155/KH-UBND",
         "issued_on": date(2017, 5, 26)},
    ),
    "list of links above the letterhead": (
        """- 1Chỉ thị 15/CT-TTg năm 2020 về phòng, chống dịch
        - 2Chỉ thị 16/CT-TTg năm 2020 về biện pháp cấp bách
        ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
        Số: 8/KH-UBND | Hải Lâm, ngày 21 tháng 5 năm 2021 |
        PHÒNG, CHỐNG DỊCH NĂM 2021""",
        {"symbol": "8/KH-UBND", "place": "Hải Lâm", "title": "PHÒNG, CHỐNG DỊCH NĂM 2021"},
    ),
    "a form with a letterhead below the body": (
        """KẾ HOẠCH
        Phát động thi đua
        1. Thời gian: tháng 5
        - Đơn vị báo cáo theo mẫu
        UBND XÃ TÂN LẬP
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 12/BC-UBND""",
        {"symbol": None, "issuer": None, "title": "Phát động thi đua"},
    ),
    "the superior's place lost": (
        """HUYỆN TÂN HÒA TRƯỜNG THCS TRẦN PHÚ
        Số: 18/KH-TP
        KẾ HOẠCH
        Khai giảng""",
        {"issuer": "Trường THCS Trần Phú"},
    ),
    "TP. on a line of its own": (
        """ỦY BAN NHÂN DÂN
        THÀNH PHỐ HỒ CHÍ MINH
        Số: 1363/KH-UBND
        TP.
        Hồ Chí Minh, ngày 25 tháng 03 năm 2010
        KẾ HOẠCH
        Phổ biến pháp luật""",
        {"issuer": "UBND thành phố Hồ Chí Minh", "place": "TP. Hồ Chí Minh"},
    ),
    "capitals below the number are no part of the name": (
        """UBND HUYỆN TÂN HÒA
        BAN CHỈ ĐẠO PCGD
        Số: 255/KH-BCĐPCGD-
        XMC
        KẾ HOẠCH
        Phổ cập""",
        {"issuer": "Ban Chỉ đạo PCGD huyện Tân Hòa"},
    ),
    "place and body on the second line": (
        """ỦY BAN NHÂN DÂN
        HUYỆN TÂN HÒA PHÒNG NỘI VỤ
        Số: 18/KH-PNV
        KẾ HOẠCH
        Kiểm tra""",
        {"issuer": "Phòng Nội vụ huyện Tân Hòa"},
    ),
    "heading of a catalogue above a whole document": (
        """Kế hoạch 155/KH-UBND năm 2017 thực hiện Chương trình hộ tịch
        Số hiệu: 155/KH-UBND Loại văn bản: Văn bản khác
        UBND TỈNH HẢI LÂM
        Số: 155/KH-UBND
        KẾ HOẠCH
        THỰC HIỆN CHƯƠNG TRÌNH HỘ TỊCH""",
        {"title": "THỰC HIỆN CHƯƠNG TRÌNH HỘ TỊCH", "issuer": "UBND tỉnh Hải Lâm"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("head", "facts"), HEADS.values(), ids=HEADS)
def test_heads(head, facts):
    """What is not of the letterhead does not become number, issuer, date or title."""
    header = header_of(head + BODY)
    assert {name: getattr(header, name) for name in facts} == facts


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

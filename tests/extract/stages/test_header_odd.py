"""Headers with stamps, portals' lines, drafts and joined lines: what is own and what is not."""

from datetime import date

import pytest

from tests.extract.stages.header_texts import BODY, header_of

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

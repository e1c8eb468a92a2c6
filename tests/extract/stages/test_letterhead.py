"""Every print of a letterhead and title gives the same facts."""

from datetime import date

import pytest

from tests.extract.stages.header_texts import BODY, header_of

HEADS = {  # name: lines above the body, and the facts they give
    "two blocks, left before right": (
        """ỦY BAN NHÂN DÂN
        HUYỆN TÂN HÒA
        Số: 12/KH-UBND
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Tân Hòa, ngày 05 tháng 02 năm 2021
        KẾ HOẠCH
        Công tác văn thư, lưu trữ năm 2021""",
        {
            "doc_type": "Kế hoạch", "number": "12", "symbol": "12/KH-UBND", "place": "Tân Hòa",
            "issued_on": date(2021, 2, 5), "issuer": "UBND huyện Tân Hòa",
            "title": "Công tác văn thư, lưu trữ năm 2021", "plan_year": 2021,
            "issuer_level": "district",
        },
    ),
    "columns set one right behind the other": (
        """UBND XÃ AN BÌNHCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 12/KH-UBNDĐộc lập - Tự do - Hạnh phúc
        An Bình, ngày 05 tháng 02 năm 2021
        KẾ HOẠCH
        Công tác văn thư năm 2021""",
        {"symbol": "12/KH-UBND", "place": "An Bình", "issuer": "UBND xã An Bình"},
    ),
    "number and place set one right behind the other": (
        """UBND XÃ AN BÌNH
        Số: 14/KH-UBNDAn Bình, ngày 05 tháng 02 năm 2021
        KẾ HOẠCH
        Công tác văn thư năm 2021""",
        {"symbol": "14/KH-UBND", "place": "An Bình", "issued_on": date(2021, 2, 5)},
    ),
    "columns read as one line": (
        """UBND HUYỆN TÂN HÒA CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TRƯỜNG MẦM NON HOA SEN Độc lập – Tự do – Hạnh phúc
        Số: 05/KH-MNHS Tân Hòa, ngày 3 tháng 9 năm 2019
        KẾ HOẠCH
        Năm học 2019 – 2020""",
        {
            "symbol": "05/KH-MNHS", "place": "Tân Hòa", "issued_on": date(2019, 9, 3),
            "issuer": "Trường Mầm non Hoa Sen", "title": "Năm học 2019 - 2020",
            "plan_year": None, "plan_years": (2019, 2020),
        },
    ),
    "right block first": (
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        ---------------
        UBND TỈNH HẢI LÂM
        SỞ NỘI VỤ
        -------
        Hải Lâm, ngày 15 tháng 3 năm 2022
        Số: 27 /KH-SNV
        KẾ HOẠCH
        Kiểm tra công tác cải cách hành chính năm 2022""",
        {
            "symbol": "27/KH-SNV", "place": "Hải Lâm", "issuer": "Sở Nội vụ tỉnh Hải Lâm",
            "issuer_level": "province", "issued_on": date(2022, 3, 15),
        },
    ),
    "wrapped everywhere": (
        """ỦY BAN NHÂN
        DÂN
        TỈNH HẢI LÂM
        -------
        |
        CỘNG HÒA XÃ
        HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        ---------------
        |
        Số:
        1312/KH-UBND
        |
        Hải Lâm, ngày
        28 tháng 3 năm 2013
        |
        KẾ HOẠCH
        TIẾP TỤC THỰC HIỆN ĐỀ ÁN PHỔ BIẾN PHÁP LUẬT
        TRÊN ĐỊA BÀN TỈNH HẢI LÂM GIAI ĐOẠN 2013-2016""",
        {
            "symbol": "1312/KH-UBND", "place": "Hải Lâm", "issued_on": date(2013, 3, 28),
            "issuer": "UBND tỉnh Hải Lâm", "plan_year": None, "plan_years": (2013, 2016),
            "title": "TIẾP TỤC THỰC HIỆN ĐỀ ÁN PHỔ BIẾN PHÁP LUẬT TRÊN ĐỊA BÀN TỈNH HẢI LÂM GIAI ĐOẠN 2013-2016",
        },
    ),
    "type word and title on one line": (
        """UBND XÃ AN BÌNH
        Số: 09/KH-UBND
        An Bình, ngày 06/01/2020
        KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2020
        Thực hiện Kế hoạch số 11/KH-UBND ngày 03/01/2020 của UBND huyện, UBND xã xây dựng Kế hoạch như sau:""",
        {"doc_type": "Kế hoạch", "title": "CẢI CÁCH HÀNH CHÍNH NĂM 2020", "plan_year": 2020,
         "issued_on": date(2020, 1, 6), "place": "An Bình"},
    ),
    "blank number and date": (
        """ỦY BAN NHÂN DÂN
        PHƯỜNG 5
        Số:      /KH-UBND
        Phường 5, ngày      tháng     năm 2022
        KẾ HOẠCH
        Tuyên truyền năm 2022""",
        {"number": None, "symbol": "/KH-UBND", "issued_on": None, "place": "Phường 5",
         "issuer": "UBND phường 5"},
    ),
    "blanks as dots": (
        """UBND QUẬN BÌNH AN
        Số: ...../KH-UBND
        Bình An, ngày ..... tháng ..... năm 2018
        KẾ HOẠCH
        Phòng, chống tham nhũng năm 2018""",
        {"number": None, "symbol": "/KH-UBND", "issued_on": None, "issuer": "UBND quận Bình An"},
    ),
    "Party number left blank": (
        """HUYỆN ỦY TÂN HÒA
        *
        Số         -KH/HU
        Tân Hòa, ngày      tháng 5 năm 2020
        KẾ HOẠCH
        Tổ chức hội nghị""",
        {"number": None, "symbol": "-KH/HU", "issued_on": None, "issuer": "Huyện ủy Tân Hòa"},
    ),
    "slash lost": (
        """UBND HUYỆN TÂN HÒA
        Số: 66 KH-UBND
        Tân Hòa, ngày 01 tháng 6 năm 2017
        KẾ HOẠCH
        Phát động tháng hành động""",
        {"number": "66", "symbol": "66/KH-UBND"},
    ),
    "word Số lost": (
        """UBND HUYỆN TÂN HÒA
        66/KH-UBND
        Tân Hòa, ngày 01 tháng 6 năm 2017
        KẾ HOẠCH
        Phát động tháng hành động""",
        {"number": "66", "symbol": "66/KH-UBND"},
    ),
    "letters set apart, OCR marks lost": (
        """UBND HUYỆN TÂN HÒA
        Sô: 66/KH-UBND
        Tân Hòa, ngày 01 tháng 6 năm 2017
        K É  H O Ạ C H
        Phát động tháng hành động năm 2017""",
        {"doc_type": "Kế hoạch", "symbol": "66/KH-UBND",
         "title": "Phát động tháng hành động năm 2017"},
    ),
    "draft marks are no title": (
        """UBND HUYỆN TÂN HÒA
        DỰ THẢO
        Số: /KH-UBND
        KẾ HOẠCH
        (Dự thảo lần 2)
        Tổ chức hội thi năm 2019""",
        {"title": "Tổ chức hội thi năm 2019", "issuer": "UBND huyện Tân Hòa", "place": None},
    ),
    "a date of figures alone after its place": (
        """UBND HUYỆN TÂN HÒA
        Số: 5/KH-UBND
        Tân Hòa, 05/02/2021
        KẾ HOẠCH
        Trồng cây năm 2021""",
        {"place": "Tân Hòa", "issued_on": date(2021, 2, 5)},
    ),
    "the day on which a portal printed it": (
        """Thứ ba, 09/02/2021
        UBND HUYỆN TÂN HÒA
        Số: 5/KH-UBND
        Tân Hòa, ngày 05/02/2021
        KẾ HOẠCH
        Trồng cây năm 2021""",
        {"place": "Tân Hòa", "issued_on": date(2021, 2, 5)},
    ),
    "a title whose line breaks before a body's name": (
        """UBND HUYỆN TÂN HÒA
        Số: 5/KH-UBND
        KẾ HOẠCH
        Thực hiện Chương trình hành động của
        Ủy ban nhân dân tỉnh về cải cách hành chính""",
        {
            "title": "Thực hiện Chương trình hành động của Ủy ban nhân dân tỉnh về cải cách "
            "hành chính"
        },
    ),
    "a form on one line, its blanks below the printed rules": (
        """ỦY BAN NHÂN DÂN XÃ TÂN AN ______ Số: …/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc _______ ……, ngày … tháng … năm …
        KẾ HOẠCH
        Trồng cây năm 2021""",
        {"place": None, "issued_on": None, "issuer": "UBND xã Tân An"},
    ),
    "a whole letterhead on one line, with its rules": (
        """UBND XÃ TÂN AN ______ Số: 7/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc _______ Tân An, ngày 2 tháng 3 năm 2021 |
        KẾ HOẠCH
        Trồng cây năm 2021""",
        {
            "place": "Tân An",
            "issued_on": date(2021, 3, 2),
            "issuer": "UBND xã Tân An",
            "symbol": "7/KH-UBND",
        },
    ),
    "a commune named like its Youth Union, below its committee": (
        """ỦY BAN NHÂN DÂN
        XÃ ĐOÀN KẾT
        Số: 11/KH-UBND
        KẾ HOẠCH
        Trồng cây năm 2021""",
        {"issuer": "UBND xã Đoàn Kết"},
    ),
    "bold title above a plain opening": (
        """UBND XÃ AN BÌNH
        Số: 3/KH-UBND
        **KẾ HOẠCH**
        **Chuyển đổi số năm 2022**
        Năm 2022 là năm đầu thực hiện chuyển đổi số trên địa bàn xã, có nhiều thuận lợi và khó khăn
        Ủy ban nhân dân xã ban hành kế hoạch""",
        {"title": "Chuyển đổi số năm 2022"},
    ),
    "impossible date": (
        """UBND XÃ AN BÌNH
        Số: 3/KH-UBND
        An Bình, ngày 31 tháng 02 năm 2022
        KẾ HOẠCH
        Chuyển đổi số""",
        {"issued_on": None, "place": "An Bình", "issued_on_raw": "ngày 31 tháng 02 năm 2022"},
    ),
    "the title cites, the number is missing": (
        """UBND XÃ AN BÌNH
        KẾ HOẠCH
        THỰC HIỆN CHỈ THỊ SỐ 19/CT-TTG NGÀY 16 THÁNG 7 NĂM 2021
        VÀ NGHỊ QUYẾT
        SỐ 05/NQ-CP VỀ THI ĐUA NĂM 2022""",
        {"symbol": None, "issued_on": None, "plan_year": 2022,
         "title": "THỰC HIỆN CHỈ THỊ SỐ 19/CT-TTG NGÀY 16 THÁNG 7 NĂM 2021 VÀ NGHỊ QUYẾT SỐ 05/NQ-CP VỀ THI ĐUA NĂM 2022"},
    ),
    "columns parted by a bar, place and type word lost": (
        """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
        Số: 2254/KH-UBND | Hải Lâm, ngày 29 tháng 11 năm 2017 |
        PHÒNG, CHỐNG DỊCH BỆNH TRUYỀN NHIỄM NĂM 2018
        Trước diễn biến phức tạp của dịch bệnh trên địa bàn, để chủ
        động phòng bệnh, Ủy ban nhân dân tỉnh xây dựng Kế hoạch như sau:""",
        {"doc_type": "Kế hoạch", "symbol": "2254/KH-UBND", "issuer": "UBND tỉnh Hải Lâm",
         "title": "PHÒNG, CHỐNG DỊCH BỆNH TRUYỀN NHIỄM NĂM 2018", "plan_year": 2018},
    ),
    "prose cut by its column under a title in capitals": (
        """UBND TỈNH HẢI LÂM
        Số: 17/KH-UBND
        KẾ HOẠCH
        PHÒNG, CHỐNG DỊCH BỆNH NĂM 2016
        Qua thông tin của ngành, trong năm
        2015 tình hình dịch bệnh diễn biến phức tạp""",
        {"title": "PHÒNG, CHỐNG DỊCH BỆNH NĂM 2016"},
    ),
    "spoilt by OCR": (
        """UBND HUYỆN TÂN HÒA
        CÔNG HOA XA HỘI CHÚ NGHĨA VIẸT NAM
        Độc lâp - Tự do - Hạnh phuc
        Số : 66 / KH - UBND
        Tân Hòa, ngày 0 3 tháng 12 năm 2 017
        KÉ HOACH
        Phát động tháng hành động""",
        {"doc_type": "Kế hoạch", "symbol": "66/KH-UBND", "issued_on": date(2017, 12, 3),
         "issuer": "UBND huyện Tân Hòa", "place": "Tân Hòa"},
    ),
    "motto that no rule knows": (
        """UBND XÃ AN BÌNH
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT N4M
        Số: 6/KH-UBND
        KẾ HOẠCH
        Phát động""",
        {"issuer": "UBND xã An Bình"},
    ),
    "names and places that the end of a line cut": (
        """ỦY
        BAN NHÂN DÂN
        TỈNH HẢI LÂM
        CỘNG
        HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Số: 38/KH-UBND
        Hải
        Lâm, ngày 07 tháng 12 năm 2022
        KẾ HOẠCH
        Chuyển đổi số năm 2023""",
        {"place": "Hải Lâm", "issuer": "UBND tỉnh Hải Lâm", "issued_on": date(2022, 12, 7)},
    ),
    "the number stands on a card above the letterhead too": (
        """Số hiệu: 85/QĐ-UBND
        ỦY BAN NHÂN DÂN
        TỈNH HẢI LÂM
        Số: 85/QĐ-UBND
        Hải Lâm, ngày 07 tháng 5 năm 2018
        QUYẾT ĐỊNH
        VỀ VIỆC PHÊ DUYỆT ĐỀ ÁN ĐỌC SÁCH""",
        {"issuer": "UBND tỉnh Hải Lâm", "symbol": "85/QĐ-UBND"},
    ),
    "the type stands before the number": (
        """ỦY BAN THƯỜNG VỤ
        QUỐC HỘI
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Nghị quyết số: 653/2019/UBTVQH14
        Hà Nội, ngày 12 tháng 3 năm 2019
        NGHỊ QUYẾT
        VỀ VIỆC SẮP XẾP ĐƠN VỊ
        ỦY BAN THƯỜNG VỤ QUỐC HỘI""",
        {"symbol": "653/2019/UBTVQH14", "title": "VỀ VIỆC SẮP XẾP ĐƠN VỊ",
         "issuer": "Ủy ban Thường vụ Quốc hội"},
    ),
    "a symbol in a sentence is no number line": (
        """Ngày 01 tháng 8 năm 2013, Hội Khuyến học ra Nghị quyết số 04/NQ-HKH về việc học""",
        {"symbol": None, "doc_type": None},
    ),
    "last word of the body on a line of its own": (
        """UBND TỈNH HẢI LÂM
        BAN CHỈ ĐẠO CHUYỂN ĐỔI
        SỐ
        Số: 31/KH-BCĐ
        KẾ HOẠCH
        Đọc sách""",
        {"issuer": "Ban Chỉ đạo Chuyển đổi số tỉnh Hải Lâm"},
    ),
    "name cut inside môi trường": (
        """BỘ TÀI NGUYÊN VÀ MÔI
        TRƯỜNG
        Số: 3316/KH-BTNMT
        KẾ HOẠCH
        Đọc sách""",
        {"issuer": "Bộ Tài nguyên và Môi trường"},
    ),
    "first letter of the body lost": (
        """Y BAN NHÂN DÂN
        TỈNH HẢI LÂM
        Số: 12/KH-UBND
        Hải Lâm, ngày 3 tháng 10 năm 2014
        KẾ HOẠCH
        Đọc sách""",
        {"issuer": "UBND tỉnh Hải Lâm"},
    ),
    "title in capitals, then who with whom": (
        """CÔNG AN HUYỆN TÂN HÒA
        Số: 01/KH-CAH
        Tân Hòa, ngày 27 tháng 3 năm 2013
        KẾ HOẠCH
        GIỮ GÌN TRẬT TỰ
        Của Công an huyện và Phòng Giáo dục và Đào tạo huyện Tân Hòa
        ở trường học""",
        {"title": "GIỮ GÌN TRẬT TỰ Của Công an huyện và Phòng Giáo dục và Đào tạo huyện Tân Hòa "
         "ở trường học"},
    ),
    "a note that the end of a line cut": (
        """KẾ HOẠCH
        Đọc sách của xã An Bình (Ban hành
        kèm theo Quyết định số: 59/QĐ-UBND ngày 22/7/2021 của UBND xã An Bình)""",
        {"title": "Đọc sách của xã An Bình", "issued_with": "59/QĐ-UBND"},
    ),
    "nothing": ("Danh sách các hộ nghèo", {"doc_type": None, "symbol": None, "title": None,
                                            "issuer": None, "signers": (), "recipients": ()}),
}  # fmt: skip


@pytest.mark.parametrize(("head", "facts"), HEADS.values(), ids=HEADS)
def test_heads(head, facts):
    """Every print of a letterhead gives the same facts."""
    header = header_of(head + BODY)
    assert {name: getattr(header, name) for name in facts} == facts

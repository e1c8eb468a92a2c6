"""Every kind of body that issues plans, and every type of document, is named in full."""

import pytest

from tests.extract.stages.header_texts import BODY, header_of

HEADS = {  # name: lines above the body, and the facts they give
    "Party": (
        """ĐẢNG BỘ HUYỆN TÂN HÒA ĐẢNG CỘNG SẢN VIỆT NAM
        ĐẢNG ỦY XÃ AN BÌNH
        *
        Số 34-KH/ĐU An Bình, ngày 10 tháng 01 năm 2023
        KẾ HOẠCH
        kiểm tra, giám sát năm 2023
        -----""",
        {
            "symbol": "34-KH/ĐU", "place": "An Bình", "issuer": "Đảng ủy xã An Bình",
            "title": "kiểm tra, giám sát năm 2023", "issuer_level": "commune",
        },
    ),
    "Party committee of a province": (
        """TỈNH ỦY HẢI LÂM
        *
        Số 145-KH/TU
        ĐẢNG CỘNG SẢN VIỆT NAM
        Hải Lâm, ngày 07 tháng 11 năm 2022
        KẾ HOẠCH
        thực hiện Nghị quyết số 18-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng
        về tiếp tục đổi mới, hoàn thiện thể chế, chính sách
        ----""",
        {
            "symbol": "145-KH/TU", "issuer": "Tỉnh ủy Hải Lâm", "issuer_level": "province",
            "title": "thực hiện Nghị quyết số 18-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng về tiếp tục đổi mới, hoàn thiện thể chế, chính sách",
        },
    ),
    "two bodies together, one below the other": (
        """CÔNG AN PHƯỜNG AN BÌNH
        HỘI LIÊN HIỆP PHỤ NỮ PHƯỜNG AN BÌNH
        Số: 02/KHPH-CAP-HPN
        KẾ HOẠCH
        Phối hợp bảo vệ trẻ em năm 2026""",
        {"issuer": "Công an phường An Bình - Hội Liên hiệp Phụ nữ phường An Bình"},
    ),
    "who organises a festival, with its whole name": (
        """UBND TỈNH HẢI LÂM
        BAN TỔ CHỨC
        LIÊN HOAN VĂN NGHỆ,
        THỂ THAO QUẦN CHÚNG
        Số: 192/KH-BTC
        KẾ HOẠCH
        Đăng cai liên hoan năm 2013
        Căn cứ Quyết định số 29/QĐ-UBND ngày 15/10/2012 của Chủ tịch UBND tỉnh,
        Ban Tổ chức xây dựng Kế hoạch như sau:""",
        {
            "issuer": "Ban Tổ chức Liên hoan văn nghệ, thể thao quần chúng tỉnh Hải Lâm",
            "symbol": "192/KH-BTC", "title": "Đăng cai liên hoan năm 2013",
        },
    ),
    "a contest under a division": (
        """PHÒNG GD&ĐT TÂN HÒA
        BAN TỔ CHỨC
        HỘI DIỄN VĂN NGHỆ
        Kỷ niệm ngày 20.11.2010
        An Bình, ngày 04 tháng 11 năm 2010
        CHƯƠNG TRÌNH
        Tổ chức Hội diễn văn nghệ
        Chủ đề : “Ca ngợi thầy cô giáo”""",
        {"issuer": "Ban Tổ chức Hội diễn văn nghệ", "title": "Tổ chức Hội diễn văn nghệ"},
    ),
    "a superior above a joint symbol": (
        """UBND HUYỆN TÂN HÒA
        PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
        Số: 02/KHPH-PGDĐT-HKH
        KẾ HOẠCH
        Phối hợp khuyến học năm 2026""",
        {"issuer": "Phòng Giáo dục và Đào tạo huyện Tân Hòa"},
    ),
    "ministry": (
        """BỘ NỘI VỤ
        -------
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Số: 88/KH-BNV
        Hà Nội, ngày 11 tháng 01 năm 2021
        KẾ HOẠCH
        CẢI CÁCH HÀNH CHÍNH NĂM 2021 CỦA BỘ NỘI VỤ""",
        {"issuer": "Bộ Nội vụ", "issuer_level": "central", "place": "Hà Nội",
         "title": "CẢI CÁCH HÀNH CHÍNH NĂM 2021 CỦA BỘ NỘI VỤ"},
    ),
    "several bodies": (
        """UBND TỈNH HẢI LÂM
        BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH
        Số: 02/KH-BCĐ
        Hải Lâm, ngày 02 tháng 02 năm 2021
        KẾ HOẠCH
        Hoạt động năm 2021""",
        {"issuer": "Ban Chỉ đạo Cải cách hành chính tỉnh Hải Lâm"},
    ),
    "office of a commune's school with place of its own": (
        """PHÒNG GD&ĐT HUYỆN TÂN HÒA
        TRƯỜNG TIỂU HỌC NGUYỄN VĂN TRỖI
        Số: 11/KH-TH
        An Bình, ngày 08 tháng 10 năm 2021
        KẾ HOẠCH
        Bồi dưỡng thường xuyên năm học 2021-2022""",
        {"issuer": "Trường Tiểu học Nguyễn Văn Trỗi", "issuer_level": "district",
         "plan_years": (2021, 2022)},
    ),
    "division of a district": (
        """UBND HUYỆN TÂN HÒA
        PHÒNG GIÁO DỤC VÀ ĐÀO TẠO
        Số: 211/KH-PGDĐT
        Tân Hòa, ngày 08 tháng 10 năm 2021
        KẾ HOẠCH
        Tổ chức hội thi giáo viên dạy giỏi""",
        {"issuer": "Phòng Giáo dục và Đào tạo huyện Tân Hòa", "issuer_level": "district",
         "plan_year": 2021},
    ),
    "other type": (
        """HỘI ĐỒNG NHÂN DÂN
        TỈNH HẢI LÂM
        Số: 05/CTr-HĐND
        Hải Lâm, ngày 08 tháng 01 năm 2020
        CHƯƠNG TRÌNH
        Giám sát năm 2020 của Hội đồng nhân dân tỉnh""",
        {"doc_type": "Chương trình", "symbol": "05/CTr-HĐND", "issuer": "HĐND tỉnh Hải Lâm"},
    ),
    "compound type on its own line": (
        """UBND TỈNH HẢI LÂM
        Số: 05/KH-UBND
        KẾ HOẠCH HÀNH ĐỘNG
        Thực hiện Nghị quyết số 02/NQ-CP ngày 01/01/2020 của Chính phủ""",
        {"doc_type": "Kế hoạch hành động",
         "title": "Thực hiện Nghị quyết số 02/NQ-CP ngày 01/01/2020 của Chính phủ",
         "plan_year": None},
    ),
    "letter": (
        """UBND HUYỆN TÂN HÒA
        Số: 123/UBND-NV
        V/v xây dựng kế hoạch
        cải cách hành chính năm 2021
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Tân Hòa, ngày 12 tháng 10 năm 2020
        Kính gửi: Các phòng, ban, ngành""",
        {"doc_type": "Công văn", "symbol": "123/UBND-NV", "issuer": "UBND huyện Tân Hòa",
         "title": "xây dựng kế hoạch cải cách hành chính năm 2021"},
    ),
    "decision that issues a plan": (
        """ỦY BAN NHÂN DÂN
        HUYỆN TÂN HÒA
        Số: 585/QĐ-UBND
        Tân Hòa, ngày 08 tháng 02 năm 2023
        QUYẾT ĐỊNH
        Về việc ban hành Kế hoạch kiểm tra năm 2023
        CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN TÂN HÒA""",
        {"doc_type": "Quyết định", "symbol": "585/QĐ-UBND",
         "title": "Về việc ban hành Kế hoạch kiểm tra năm 2023"},
    ),
    "plan issued with a decision": (
        """KẾ HOẠCH
        Kiểm tra công tác văn thư năm 2023
        (Ban hành kèm theo Quyết định số 585/QĐ-UBND
        ngày 08 tháng 02 năm 2023 của Chủ tịch UBND huyện Tân Hòa)""",
        {"doc_type": "Kế hoạch", "number": None, "symbol": None, "issued_on": None,
         "issued_with": "585/QĐ-UBND", "issuer": "UBND huyện Tân Hòa",
         "title": "Kiểm tra công tác văn thư năm 2023", "plan_year": 2023},
    ),
    "city under the centre": (
        """ỦY BAN NHÂN DÂN
        THÀNH PHỐ HỒ CHÍ MINH
        Số: 1576/KH-UBND
        Thành phố Hồ Chí Minh, ngày 26 tháng 4 năm 2019
        KẾ HOẠCH
        Đánh giá sự hài lòng""",
        {"issuer": "UBND thành phố Hồ Chí Minh", "issuer_level": "province",
         "place": "Thành phố Hồ Chí Minh", "plan_year": 2019},
    ),
    "two bodies that issue together": (
        """SỞ Y TẾ -
        SỞ GIÁO DỤC VÀ ĐÀO TẠO
        Số: 15/KHLN-YT-GDĐT
        Hải Lâm, ngày 09 tháng 9 năm 2019
        KẾ HOẠCH LIÊN NGÀNH
        Y tế trường học năm học 2019-2020""",
        {"issuer": "Sở Y tế - Sở Giáo dục và Đào tạo", "symbol": "15/KHLN-YT-GDĐT",
         "doc_type": "Kế hoạch liên ngành", "issuer_level": "province"},
    ),
    "place in the name of the department": (
        """UBND TỈNH HẢI LÂM
        SỞ NỘI VỤ HẢI LÂM
        Số: 6/KH-SNV
        KẾ HOẠCH
        Phát động""",
        {"issuer": "Sở Nội vụ Hải Lâm"},
    ),
    "a decision names who decides below its title": (
        """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
        Số: 232/QĐ-UBND | Hải Lâm, ngày 12 tháng 4 năm 2019 |
        QUYẾT ĐỊNH
        VỀ VIỆC BAN HÀNH KẾ HOẠCH ĐỌC SÁCH
        CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI LÂM""",
        {"issuer": "UBND tỉnh Hải Lâm", "title": "VỀ VIỆC BAN HÀNH KẾ HOẠCH ĐỌC SÁCH"},
    ),
    "a commission of the Central Committee": (
        """BAN CHẤP HÀNH TRUNG ƯƠNG
        ỦY BAN KIỂM TRA
        *
        Số 03-KH/UBKTTW
        ĐẢNG CỘNG SẢN VIỆT NAM
        Hà Nội, ngày 29 tháng 7 năm 2013
        KẾ HOẠCH
        Giám sát năm 2013""",
        {"issuer": "Ủy ban Kiểm tra Trung ương", "symbol": "03-KH/UBKTTW"},
    ),
    "a court decides": (
        """TÒA ÁN NHÂN DÂN
        TỐI CAO
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 45/QĐ-TANDTC
        Hà Nội, ngày 28 tháng 07 năm 2014
        QUYẾT ĐỊNH
        VỀ VIỆC BAN HÀNH BẢNG ĐIỂM THI ĐUA
        CHÁNH ÁN TÒA ÁN NHÂN DÂN TỐI CAO""",
        {"issuer": "Tòa án nhân dân tối cao", "title": "VỀ VIỆC BAN HÀNH BẢNG ĐIỂM THI ĐUA"},
    ),
    "committee of a council": (
        """HỘI ĐỒNG NHÂN DÂN HUYỆN VÂN HẢI
        BAN PHÁP CHẾ
        Số: 09/KH-BPC
        KẾ HOẠCH
        Đọc sách""",
        {"issuer": "Ban Pháp chế HĐND huyện Vân Hải"},
    ),
    "court under a court": (
        """TÒA ÁN NHÂN DÂN TỈNH HẢI LÂM
        TÒA ÁN NHÂN DÂN KHU VỰC 4
        Số: 19/KH-TAKV4
        KẾ HOẠCH
        Đọc sách""",
        {"issuer": "Tòa án nhân dân khu vực 4 tỉnh Hải Lâm"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("head", "facts"), HEADS.values(), ids=HEADS)
def test_heads(head, facts):
    """Issuer, type and number are those of the letterhead."""
    header = header_of(head + BODY)
    assert {name: getattr(header, name) for name in facts} == facts

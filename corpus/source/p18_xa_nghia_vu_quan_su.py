"""A commune council's call-up plan: hours of a day, hamlet lists, hard-wrapped lines (text)."""

from corpus.words import STATE, basis, basis_law, before, h, h2, item, on_day, p, span
from corpus.write import Listing, Sample, Unit

FIRST = "Buổi sáng"

PLAN = Sample(
    name="p18_xa_nghia_vu_quan_su",
    format="txt",
    layout="wrapped",
    doc_type="Kế hoạch",
    title=("Tổ chức sơ tuyển sức khỏe nghĩa vụ quân sự năm 2025",),
    issuer="Hội đồng Nghĩa vụ quân sự xã Phước Thới",
    letterhead=("UBND XÃ PHƯỚC THỚI", "HỘI ĐỒNG NGHĨA VỤ QUÂN SỰ"),
    printed_number="Số: 09/KH-HĐNVQS",
    number="09",
    symbol="09/KH-HĐNVQS",
    printed_date="Phước Thới, ngày 16 tháng 9 năm 2024",
    issued_on="2024-09-16",
    place="Phước Thới",
    **STATE,
    body=(
        p("Căn cứ ", basis_law("Luật Nghĩa vụ quân sự", "ngày 19 tháng 6 năm 2015"), ";"),
        p(
            "Căn cứ ",
            basis(
                "Thông tư 148/2018/TT-BQP",
                "04 tháng 10 năm 2018",
                "Bộ trưởng Bộ Quốc phòng",
                "quy định tuyển chọn và gọi công dân nhập ngũ",
            ),
            ";",
        ),
        p(
            "Thực hiện ",
            basis(
                "Kế hoạch 33/KH-HĐNVQS",
                "09 tháng 9 năm 2024",
                "Hội đồng Nghĩa vụ quân sự huyện",
                "về tuyển quân năm 2025",
            ),
            ".",
        ),
        p(
            "Hội đồng Nghĩa vụ quân sự xã xây dựng Kế hoạch tổ chức sơ tuyển sức khỏe nghĩa vụ quân sự "
            "năm 2025, cụ thể như sau:"
        ),
        h("I. MỤC ĐÍCH, YÊU CẦU"),
        p("Sơ tuyển đúng độ tuổi, đúng đối tượng, không bỏ sót công dân trong diện."),
        h("II. NỘI DUNG"),
        h2("1. Thời gian, địa điểm"),
        item("- Thời gian: ", on_day("07 giờ 00, ngày 08/10/2024", "2024-10-08"), "."),
        item("- Địa điểm: Trạm Y tế xã."),
        h2("2. Phân công theo buổi"),
        item(
            "- Buổi sáng: ",
            Unit("Ấp Bình Lợi", FIRST),
            ", ",
            Unit("Ấp Bình Phú", FIRST),
            ", ",
            Unit("Ấp Thới Hòa", FIRST),
            ".",
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Ban Chỉ huy Quân sự xã phát lệnh gọi đến công dân ",
            before("trước ngày 27/9/2024", "2024-09-27", responsible="Ban Chỉ huy Quân sự xã"),
            ".",
        ),
        item(
            "2. Trạm Y tế xã bố trí phòng khám, ",
            before(
                "hoàn thành trước 17 giờ ngày 07/10/2024", "2024-10-07", responsible="Trạm Y tế xã"
            ),
            ".",
        ),
        item(
            "3. Các ấp rà soát công dân tạm vắng ",
            span(
                "từ ngày 18/9 đến ngày 25/9/2024", "2024-09-18", "2024-09-25", responsible="Các ấp"
            ),
            "./.",
        ),
    ),
    signature=("TM. HỘI ĐỒNG NGHĨA VỤ QUÂN SỰ", "CHỦ TỊCH", "", "Huỳnh Tấn Đạt"),
    signers=(("Huỳnh Tấn Đạt", "CHỦ TỊCH", "TM. HỘI ĐỒNG NGHĨA VỤ QUÂN SỰ"),),
    recipients=(
        "Hội đồng NVQS huyện;",
        "Đảng ủy, UBND xã;",
        "Thành viên Hội đồng;",
        "Các ấp;",
        "Lưu: VT.",
    ),
    lists=(Listing(FIRST, "other"),),
)

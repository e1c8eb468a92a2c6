"""A Party committee's plan with Party symbols (text)."""

from corpus.write import Cite, Due, Par, Sample

PLAN = Sample(
    name="p06_huyen_uy",
    format="txt",
    doc_type="Kế hoạch",
    title=(
        "Học tập, quán triệt, triển khai thực hiện Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XII",
    ),
    issuer="Huyện ủy Đông Khê",
    letterhead=("ĐẢNG BỘ TỈNH HẢI LÂM", "HUYỆN ỦY ĐÔNG KHÊ", "*"),
    motto=("ĐẢNG CỘNG SẢN VIỆT NAM",),
    printed_number="Số 118-KH/HU",
    number="118",
    symbol="118-KH/HU",
    printed_date="Đông Khê, ngày 26 tháng 11 năm 2018",
    issued_on="2018-11-26",
    place="Đông Khê",
    body=(
        Par(
            (
                "Thực hiện ",
                Cite(
                    "Kế hoạch",
                    "79-KH/TU",
                    "15/11/2018",
                    "Ban Thường vụ Tỉnh ủy",
                    about="về việc học tập, quán triệt Nghị quyết Trung ương tám khóa XII",
                    role="legal_basis",
                ),
                ", Ban Thường vụ Huyện ủy xây dựng kế hoạch cụ thể như sau:",
            )
        ),
        Par("I- MỤC ĐÍCH, YÊU CẦU", "h1"),
        Par(
            (
                "1- Làm cho cán bộ, đảng viên nắm vững ",
                Cite(
                    "Nghị quyết",
                    "36-NQ/TW",
                    "22/10/2018",
                    about="về Chiến lược phát triển bền vững kinh tế biển Việt Nam đến năm 2030, tầm nhìn đến năm 2045",
                ),
                " và ",
                Cite(
                    "Quy định",
                    "08-QĐi/TW",
                    "25/10/2018",
                    "Ban Chấp hành Trung ương",
                    about="về trách nhiệm nêu gương của cán bộ, đảng viên",
                ),
                ".",
            ),
            "item",
        ),
        Par("2- Tránh hình thức; gắn học tập với công việc của từng chi bộ.", "item"),
        Par("II- THỜI GIAN, THÀNH PHẦN", "h1"),
        Par(
            (
                "- Cấp huyện: ",
                Due("hoàn thành trước ngày 15/12/2018", "date", "before", due="2018-12-15"),
                ".",
            ),
            "item",
        ),
        Par(
            (
                "- Cấp cơ sở: ",
                Due(
                    "hoàn thành trong tháng 01/2019", "period", start="2019-01-01", due="2019-01-31"
                ),
                ".",
            ),
            "item",
        ),
        Par("III- TỔ CHỨC THỰC HIỆN", "h1"),
        Par(
            (
                "1- Ban Tuyên giáo Huyện ủy hướng dẫn, theo dõi; báo cáo Ban Thường vụ Huyện ủy ",
                Due(
                    "trước ngày 20/02/2019",
                    "date",
                    "before",
                    due="2019-02-20",
                    action="báo cáo Ban Thường vụ Huyện ủy",
                    responsible="Ban Tuyên giáo Huyện ủy",
                ),
                ".",
            ),
            "item",
        ),
    ),
    signature=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "", "Bùi Đăng Khoa"),
    signers=(("Bùi Đăng Khoa", "PHÓ BÍ THƯ THƯỜNG TRỰC", "T/M BAN THƯỜNG VỤ"),),
    recipients=("Ban Thường vụ Tỉnh ủy;", "Các chi, đảng bộ cơ sở;", "Lưu Văn phòng Huyện ủy."),
)

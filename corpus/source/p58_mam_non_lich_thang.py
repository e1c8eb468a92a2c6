"""A nursery school's year: months merged down, weeks with days, people as leads (text, tabs)."""

from corpus.words import STATE, basis, h, item, p, span
from corpus.write import UP, Sample, Table

PLAN = Sample(
    name="p58_mam_non_lich_thang",
    format="txt",
    layout="tabs",
    doc_type="Kế hoạch",
    title=("Nuôi dưỡng, chăm sóc, giáo dục trẻ năm học 2023 - 2024",),
    issuer="Trường Mầm non Hoa Gạo",
    letterhead=("PHÒNG GD&ĐT HUYỆN SÔNG KIẾM", "TRƯỜNG MẦM NON HOA GẠO"),
    printed_number="Số: 21/KH-MNHG",
    number="21",
    symbol="21/KH-MNHG",
    printed_date="Sông Kiếm, ngày 14 tháng 9 năm 2023",
    issued_on="2023-09-14",
    place="Sông Kiếm",
    **STATE,
    body=(
        h("A. CĂN CỨ XÂY DỰNG KẾ HOẠCH"),
        item(
            "- ",
            basis(
                "Thông tư 52/2020/TT-BGDĐT",
                "31/12/2020",
                "Bộ Giáo dục và Đào tạo",
                "ban hành Điều lệ Trường mầm non",
            ),
            ";",
        ),
        item(
            "- ",
            basis(
                "Công văn 617/PGDĐT-MN",
                "08/9/2023",
                "Phòng Giáo dục và Đào tạo huyện",
                "về việc hướng dẫn nhiệm vụ năm học 2023 - 2024",
            ),
            ".",
        ),
        h("B. ĐẶC ĐIỂM TÌNH HÌNH"),
        p("Trường có 09 nhóm, lớp với 214 trẻ; 100% trẻ ăn bán trú."),
        h("C. LỊCH CÔNG TÁC HỌC KỲ I"),
        Table(
            header=(("Tháng", "Tuần", "Nội dung công việc", "Người phụ trách", "Thời gian"),),
            columns=("month", "week", "task", "lead", "deadline"),
            rows=(
                (
                    "9/2023",
                    "Tuần 3",
                    "Cân đo, vào biểu đồ tăng trưởng đợt 1",
                    "Nhân viên y tế",
                    span("Từ 18/9 đến 22/9/2023", "2023-09-18", "2023-09-22"),
                ),
                (
                    UP,
                    "Tuần 4",
                    "Họp cha mẹ trẻ đầu năm",
                    "Ban Giám hiệu",
                    span("Từ 25/9 đến 29/9/2023", "2023-09-25", "2023-09-29"),
                ),
                (
                    "10/2023",
                    "Tuần 2",
                    "Hội thi giáo viên dạy giỏi cấp trường",
                    "Phó Hiệu trưởng",
                    span("Từ 09/10 đến 13/10/2023", "2023-10-09", "2023-10-13"),
                ),
                (
                    UP,
                    "Tuần 4",
                    "Kiểm tra bếp ăn",
                    "Hiệu trưởng",
                    span("Tháng 10/2023", "2023-10-01", "2023-10-31"),
                ),
            ),
            kind="task_plan",
            widths=(2, 2, 6, 3, 4),
        ),
        h("D. TỔ CHỨC THỰC HIỆN"),
        item(
            "Các tổ chuyên môn căn cứ lịch này xây dựng kế hoạch của tổ, trình Hiệu trưởng duyệt./."
        ),
    ),
    signature=("HIỆU TRƯỞNG", "", "Cầm Thị Ơn"),
    signers=(("Cầm Thị Ơn", "HIỆU TRƯỞNG", None),),
    recipients=("Phòng GD&ĐT;", "Các tổ CM;", "Lưu: HSNT."),
)

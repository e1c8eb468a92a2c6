"""A district's recruitment of teachers: steps with ranges of days, vacancies by school (DOCX)."""

from corpus.words import STATE, basis, basis_law, by, cite, h, item, on_day, own, p, span
from corpus.write import Listing, Sample, Table, Unit

KH = "Kế hoạch 205/KH-UBND"
SCHOOLS = "CHỈ TIÊU TUYỂN DỤNG THEO TRƯỜNG"

PLAN = Sample(
    name="p62_huyen_tuyen_dung",
    format="docx",
    doc_type="Kế hoạch",
    title=("Xét tuyển viên chức sự nghiệp giáo dục năm 2023",),
    issuer="UBND huyện Bình Khê",
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN BÌNH KHÊ"),
    printed_number="Số: 205/KH-UBND",
    number="205",
    symbol="205/KH-UBND",
    printed_date="Bình Khê, ngày 03 tháng 8 năm 2023",
    issued_on="2023-08-03",
    place="Bình Khê",
    **STATE,
    body=(
        p("Căn cứ ", basis_law("Luật Viên chức", "ngày 15 tháng 11 năm 2010"), ";"),
        p(
            "Căn cứ ",
            basis(
                "Nghị định 115/2020/NĐ-CP",
                "25 tháng 9 năm 2020",
                "Chính phủ",
                "quy định về tuyển dụng, sử dụng và quản lý viên chức",
            ),
            ";",
        ),
        p(
            "Thực hiện ",
            basis(
                "Văn bản 1876/SNV-CCVC",
                "20 tháng 7 năm 2023",
                "Sở Nội vụ",
                "về việc thống nhất kế hoạch tuyển dụng viên chức",
            ),
            ",",
        ),
        p("UBND huyện ban hành Kế hoạch xét tuyển như sau:"),
        h("I. NGUYÊN TẮC"),
        p("Công khai, đúng vị trí việc làm, đúng số lượng người làm việc được giao."),
        h("II. HỒ SƠ"),
        item(
            "1. Phiếu đăng ký dự tuyển theo mẫu ban hành kèm theo ",
            cite(
                "Nghị định 85/2023/NĐ-CP",
                "07/12/2023",
                "Chính phủ",
                role="issued_with",
                suspect="dated after this document",
            ),
            ".",
        ),
        item(
            "2. Hồ sơ nộp tại Phòng Nội vụ, ",
            by(
                "chậm nhất 17 giờ 00 phút ngày 11/9/2023",
                "2023-09-11",
            ),
            ".",
        ),
        h("III. LỊCH THỰC HIỆN"),
        Table(
            header=(("TT", "Nội dung", "Cơ quan thực hiện", "Cơ quan phối hợp", "Thời gian"),),
            columns=("ordinal", "task", "lead", "coordinating", "deadline"),
            rows=(
                (
                    "1",
                    "Thông báo tuyển dụng",
                    "Phòng Nội vụ",
                    "Trung tâm Văn hóa, Thông tin và Thể thao",
                    on_day("Ngày 10/8/2023", "2023-08-10"),
                ),
                (
                    "2",
                    "Tiếp nhận phiếu đăng ký",
                    "Phòng Nội vụ",
                    "Phòng Giáo dục và Đào tạo",
                    span("Từ ngày 11/8/2023 đến hết ngày 11/9/2023", "2023-08-11", "2023-09-11"),
                ),
                (
                    "3",
                    "Kiểm tra điều kiện, tiêu chuẩn",
                    "Ban Kiểm tra phiếu đăng ký",
                    "",
                    span("12 - 22/9/2023", "2023-09-12", "2023-09-22"),
                ),
                (
                    "4",
                    "Tổ chức phỏng vấn, thực hành",
                    "Hội đồng xét tuyển",
                    "Các trường",
                    (
                        "Dự kiến ",
                        on_day("ngày 07", "2023-10-07"),
                        " và ",
                        on_day("08/10/2023", "2023-10-08"),
                    ),
                ),
            ),
            kind="task_plan",
            widths=(1, 4, 3, 3, 4),
        ),
        h("IV. TỔ CHỨC THỰC HIỆN"),
        item("Phòng Nội vụ là cơ quan thường trực, tham mưu giúp Hội đồng xét tuyển./."),
    ),
    signature=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Đinh Thị Hồng Nhạn"),
    signers=(("Đinh Thị Hồng Nhạn", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=("Sở Nội vụ;", "Các trường học trực thuộc;", "Lưu: VT, NV."),
    appendices=(
        Table(
            appendix="PHỤ LỤC",
            caption=(SCHOOLS,),
            note=("(Kèm theo ", own(KH, "03/8/2023", "UBND huyện Bình Khê"), ")"),
            header=(("TT", "Đơn vị", "Vị trí việc làm", "Chỉ tiêu"),),
            columns=("ordinal", "unit", "post", "number"),
            rows=(
                ("1", Unit("Trường Mầm non Sao Mai", SCHOOLS), "Giáo viên mầm non", "4"),
                ("2", Unit("Trường Tiểu học Trà Xuân", SCHOOLS), "Giáo viên Tiếng Anh", "2"),
                ("3", Unit("Trường THCS Nguyễn Huệ", SCHOOLS), "Giáo viên Toán", "3"),
                ("", "Tổng cộng", "", "9"),
            ),
            kind="unit_list",
            widths=(1, 5, 4, 2),
        ),
    ),
    lists=(Listing(SCHOOLS, "other"),),
    flags=(("date_after_issue", "Nghị định 85/2023/NĐ-CP is dated after the plan"),),
)

"""A school's plan for a school year: title beside the type word, months of two years (text)."""

from corpus.words import STATE, basis, before, h, item, p, span, times
from corpus.write import Sample, Table

PLAN = Sample(
    name="p15_truong_nam_hoc",
    format="txt",
    same_line=True,
    doc_type="Kế hoạch",
    title=("Bồi dưỡng thường xuyên giáo viên năm học 2022 - 2023",),
    issuer="Trường THPT Trần Cao Vân",
    letterhead=("SỞ GIÁO DỤC VÀ ĐÀO TẠO HẢI LÂM", "TRƯỜNG THPT TRẦN CAO VÂN"),
    printed_number="Số: 112/KH-THPTTCV",
    number="112",
    symbol="112/KH-THPTTCV",
    printed_date="Hải Lâm, ngày 15 tháng 9 năm 2022",
    issued_on="2022-09-15",
    place="Hải Lâm",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Thông tư 19/2019/TT-BGDĐT",
                "12/11/2019",
                "Bộ Giáo dục và Đào tạo",
                "ban hành Quy chế bồi dưỡng thường xuyên giáo viên, cán bộ quản lý cơ sở giáo dục mầm non, "
                "cơ sở giáo dục phổ thông và giáo viên trung tâm giáo dục thường xuyên",
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis(
                "Công văn 1602/SGDĐT-GDTrH",
                "05/9/2022",
                "Sở Giáo dục và Đào tạo Hải Lâm",
                "v/v hướng dẫn nhiệm vụ năm học 2022 - 2023",
            ),
            ";",
        ),
        p("Trường THPT Trần Cao Vân xây dựng Kế hoạch như sau:"),
        h("I. MỤC ĐÍCH"),
        p("Giáo viên tự học, tự đánh giá để dạy tốt chương trình mới."),
        h("II. THỜI GIAN"),
        item(
            "1. Mỗi tổ chuyên môn sinh hoạt chuyên đề ",
            times("ít nhất 02 lần/tháng", "2/P1M", "at_least", responsible="Mỗi tổ chuyên môn"),
            ".",
        ),
        item("2. Lịch cụ thể:"),
        Table(
            header=(("Thời gian", "Nội dung", "Người phụ trách"),),
            columns=("deadline", "task", "lead"),
            rows=(
                (
                    span("Tháng 9/2022", "2022-09-01", "2022-09-30"),
                    "Phổ biến kế hoạch, đăng ký nội dung",
                    "Ban Giám hiệu",
                ),
                (
                    span("Từ tháng 10/2022 đến tháng 4/2023", "2022-10-01", "2023-04-30"),
                    "Tự bồi dưỡng, sinh hoạt cụm",
                    "Các tổ chuyên môn",
                ),
                (
                    before("Trước 15/5/2023", "2023-05-15"),
                    "Đánh giá, xếp loại",
                    "Hội đồng đánh giá",
                ),
            ),
            kind="task_plan",
            widths=(3, 6, 3),
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "- Tổ trưởng chuyên môn nộp kết quả cho văn phòng nhà trường ",
            # two years in the title: the year of a bare day stays open (deadlines.md, K4)
            before("trước ngày 20/5", None, responsible="Tổ trưởng chuyên môn"),
            "./.",
        ),
    ),
    signature=("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "", "Trương Quốc Bình"),
    signers=(("Trương Quốc Bình", "PHÓ HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG"),),
    recipients=("Sở GDĐT (b/c);", "Các tổ chuyên môn;", "Lưu: VT."),
)

"""A military command's training plan: a directive of a military zone, days by group (text, tabs)."""

from corpus.words import STATE, basis, basis_law, by, h, item, p, span
from corpus.write import Sample, Table

PLAN = Sample(
    name="p66_ban_chi_huy_quan_su",
    format="txt",
    layout="tabs",
    doc_type="Kế hoạch",
    title=("Huấn luyện dân quân tự vệ năm 2023",),
    issuer="Ban Chỉ huy Quân sự huyện Kỳ Lộc",
    letterhead=("BỘ CHỈ HUY QUÂN SỰ TỈNH LAM HỒNG", "BAN CHỈ HUY QUÂN SỰ HUYỆN KỲ LỘC"),
    printed_number="Số: 210/KH-BCH",
    number="210",
    symbol="210/KH-BCH",
    printed_date="Kỳ Lộc, ngày 06 tháng 02 năm 2023",
    issued_on="2023-02-06",
    place="Kỳ Lộc",
    **STATE,
    body=(
        p("Căn cứ ", basis_law("Luật Dân quân tự vệ", "ngày 22 tháng 11 năm 2019"), ";"),
        p(
            "Căn cứ ",
            basis(
                "Thông tư 69/2020/TT-BQP",
                "15/6/2020",
                "Bộ trưởng Bộ Quốc phòng",
                "quy định chương trình tập huấn, huấn luyện và tổ chức, hoạt động bồi dưỡng, tập"
                " huấn, huấn luyện, hội thi, hội thao cho Dân quân tự vệ",
            ),
            ";",
        ),
        p(
            "Thực hiện ",
            basis(
                "Chỉ lệnh 14/CL-BTL",
                "09/01/2023",
                "Tư lệnh Quân khu",
                "về công tác quân sự, quốc phòng địa phương năm 2023",
            ),
            ", Ban Chỉ huy Quân sự huyện xây dựng kế hoạch như sau:",
        ),
        h("I. ĐỐI TƯỢNG, THỜI GIAN"),
        Table(
            header=(("TT", "Nội dung", "Đơn vị chủ trì", "Số ngày", "Thời gian thực hiện"),),
            columns=("ordinal", "task", "lead", "days", "deadline"),
            rows=(
                (
                    "1",
                    "Huấn luyện dân quân năm thứ nhất",
                    "Cụm 1",
                    "15",
                    span("Từ 06/3 đến 22/3/2023", "2023-03-06", "2023-03-22"),
                ),
                (
                    "2",
                    "Huấn luyện dân quân cơ động",
                    "Cụm 2",
                    "07",
                    span("Trong tháng 4/2023", "2023-04-01", "2023-04-30"),
                ),
                (
                    "3",
                    "Hội thao trung đội dân quân",
                    "Ban Tham mưu",
                    "02",
                    span("Quý III/2023", "2023-07-01", "2023-09-30"),
                ),
            ),
            kind="task_plan",
            widths=(1, 6, 3, 2, 4),
        ),
        h("II. BẢO ĐẢM"),
        item("- Vật chất huấn luyện do xã, thị trấn và cơ quan tự vệ bảo đảm."),
        h("III. BÁO CÁO"),
        item(
            "- Các cụm báo cáo kết quả về Ban Chỉ huy Quân sự huyện ",
            by("chậm nhất là ngày 30/9/2023", "2023-09-30", responsible="Các cụm"),
            "./.",
        ),
    ),
    signature=("CHỈ HUY TRƯỞNG", "", "Thượng tá Võ Văn Lĩnh"),
    signers=(("Thượng tá Võ Văn Lĩnh", "CHỈ HUY TRƯỞNG", None),),
    recipients=("Bộ CHQS tỉnh;", "TT Huyện ủy, UBND huyện;", "Lưu: VT, TM; L12."),
)

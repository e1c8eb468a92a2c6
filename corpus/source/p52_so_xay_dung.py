"""A department's plan whose groups are rows over all columns, with money in a merged title (DOCX)."""

from corpus.words import STATE, basis, before, by, cite, event, h, item, own, p, span
from corpus.write import Sample, Table

KH = "Kế hoạch 2120/KH-SXD"

PLAN = Sample(
    name="p52_so_xay_dung",
    format="docx",
    doc_type="Kế hoạch",
    title=("Chuyển đổi số ngành Xây dựng năm 2023",),
    issuer="Sở Xây dựng tỉnh Sơn Nguyên",
    letterhead=("UBND TỈNH SƠN NGUYÊN", "SỞ XÂY DỰNG"),
    printed_number="Số: 2120/KH-SXD",
    number="2120",
    symbol="2120/KH-SXD",
    printed_date="Sơn Nguyên, ngày 30 tháng 12 năm 2022",
    issued_on="2022-12-30",
    place="Sơn Nguyên",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Quyết định 942/QĐ-TTg",
                "15/6/2021",
                "Thủ tướng Chính phủ",
                "phê duyệt Chiến lược phát triển Chính phủ điện tử hướng tới Chính phủ số giai đoạn 2021 - 2025, "
                "định hướng đến năm 2030",
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis("Quyết định 1004/QĐ-BXD", "31/7/2020", "Bộ trưởng Bộ Xây dựng"),
            ", Sở Xây dựng ban hành Kế hoạch như sau:",
        ),
        h("I. MỤC TIÊU"),
        p("Hồ sơ cấp phép xây dựng trực tuyến đạt 60%."),
        h("II. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Văn phòng Sở theo dõi; các phòng, đơn vị báo cáo ",
            by("chậm nhất ngày 10/12/2023", "2023-12-10", responsible="các phòng, đơn vị"),
            ".",
        ),
        item("2. Kế toán Sở thanh toán theo ", cite("Thông tư 12/2022/TT-BTTTT"), "./."),
    ),
    signature=("GIÁM ĐỐC", "", "Hoàng Bảo Châu"),
    signers=(("Hoàng Bảo Châu", "GIÁM ĐỐC", None),),
    recipients=("UBND tỉnh (b/c);", "Sở TT&TT;", "Các phòng, đơn vị;", "Lưu: VT."),
    appendices=(
        Table(
            appendix="PHỤ LỤC 01",
            caption=("DANH MỤC NHIỆM VỤ, DỰ ÁN",),
            note=("(Kèm theo ", own(KH, "30/12/2022", "Sở Xây dựng"), ")"),
            header=(
                (
                    "STT",
                    "Nhiệm vụ",
                    "Đơn vị chủ trì",
                    "Đơn vị phối hợp",
                    "Kinh phí (triệu đồng)",
                    "Thời gian hoàn thành",
                ),
            ),
            columns=("ordinal", "task", "lead", "coordinating", "budget", "deadline"),
            rows=(
                ("I. Nhận thức số", "", "", "", "", ""),
                (
                    "1",
                    "Tập huấn kỹ năng số",
                    "Văn phòng Sở",
                    "Các phòng",
                    "45",
                    span("Tháng 3/2023", "2023-03-01", "2023-03-31"),
                ),
                ("II. Dữ liệu số", "", "", "", "", ""),
                (
                    "2",
                    "Số hóa hồ sơ quy hoạch",
                    "Phòng Quy hoạch - Kiến trúc",
                    "Trung tâm Quy hoạch",
                    "1.250",
                    before("Trước 30/9/2023", "2023-09-30"),
                ),
                (
                    "3",
                    "Cập nhật giá vật liệu",
                    "Phòng Kinh tế và Vật liệu xây dựng",
                    "",
                    "60,5",
                    event("Sau khi có công bố giá", "có công bố giá", "after"),
                ),
            ),
            kind="task_plan",
            budgets={1: 45_000_000, 3: 1_250_000_000, 4: 60_500_000},
            wide=(0, 2),
            widths=(1.2, 5, 4, 3, 2.4, 3),
        ),
    ),
)

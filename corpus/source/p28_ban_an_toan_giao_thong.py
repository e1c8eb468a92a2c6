"""A road-safety board's plan: two duties with two days for one report, a truncated year (text)."""

from corpus.words import STATE, always, basis, before, h, h2, item, p, span
from corpus.write import Sample, Table

PLAN = Sample(
    name="p28_ban_an_toan_giao_thong",
    format="txt",
    doc_type="Kế hoạch",
    title=("Năm An toàn giao thông 2024 trên địa bàn huyện Phú Sơn Đông",),
    issuer="Ban An toàn giao thông huyện Phú Sơn Đông",
    letterhead=("UBND HUYỆN PHÚ SƠN ĐÔNG", "BAN AN TOÀN GIAO THÔNG"),
    printed_number="Số: 03/KH-BATGT",
    number="03",
    symbol="03/KH-BATGT",
    printed_date="Phú Sơn Đông, ngày 22 tháng 01 năm 2024",
    issued_on="2024-01-22",
    place="Phú Sơn Đông",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Chỉ thị 31/CT-TTg",
                "21/12/2023",
                "Thủ tướng Chính phủ",
                "về tăng cường công tác bảo đảm trật tự, an toàn giao thông cho lứa tuổi học sinh trong tình "
                "hình mới",
            ),
            ";",
        ),
        p(
            "Thực hiện ",
            basis("Kế hoạch 05/KH-BATGT", "10/01/2024", "Ban An toàn giao thông tỉnh"),
            ", Ban An toàn giao thông huyện xây dựng Kế hoạch như sau:",
        ),
        h("I. MỤC TIÊU"),
        p("Giảm từ 5% đến 10% cả ba tiêu chí so với năm 2023."),
        h("II. NHIỆM VỤ"),
        Table(
            header=(("STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian thực hiện"),),
            columns=("ordinal", "task", "lead", "coordinating", "deadline"),
            rows=(
                (
                    "1",
                    "Tuyên truyền trước cổng trường",
                    "Huyện đoàn",
                    "Các trường học",
                    always("Thường xuyên trong năm 20", "2024-01-01", "2024-12-31"),
                ),
                (
                    "2",
                    "Sửa chữa điểm đen quốc lộ qua xã Hòa Thọ",
                    "Phòng Kinh tế và Hạ tầng",
                    "UBND xã Hòa Thọ",
                    span("Quý II/2024", "2024-04-01", "2024-06-30"),
                ),
                (
                    "3",
                    "Xử lý vi phạm nồng độ cồn",
                    "Công an huyện",
                    "",
                    always("Thường xuyên", None, None),
                ),
            ),
            kind="task_plan",
            widths=(1, 5, 3, 3, 4),
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        h2("1. Công an huyện"),
        item(
            "- Gửi báo cáo tổng kết năm về Thường trực Ban An toàn giao thông huyện ",
            before("trước ngày 05/12/2024", "2024-12-05", responsible="Công an huyện"),
            ".",
        ),
        h2("2. Thành viên Ban An toàn giao thông huyện"),
        item(
            "- Gửi báo cáo tổng kết năm về Thường trực Ban An toàn giao thông huyện ",
            before(
                "trước ngày 15/12/2024",
                "2024-12-15",
                responsible="Thành viên Ban An toàn giao thông huyện",
            ),
            ".",
        ),
    ),
    signature=("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "", "Cao Xuân Định"),
    signers=(("Cao Xuân Định", "PHÓ TRƯỞNG BAN", "KT. TRƯỞNG BAN"),),
    recipients=(
        "Ban ATGT tỉnh;",
        "TT Huyện ủy, UBND huyện;",
        "Thành viên Ban ATGT huyện;",
        "Lưu: VT, KTHT.",
    ),
    # two different senders: not "the same report due at two different times"
    flags=(("truncated_year", '"Thường xuyên trong năm 20"'),),
)

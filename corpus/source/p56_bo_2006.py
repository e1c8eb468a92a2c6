"""A ministry's plan of 2006 on a wide page: nine columns, sums, products, cells merged down (HTML)."""

from corpus.words import STATE, basis, cite, does, h, item, law, own, p, span
from corpus.write import UP, Sample, Table

KH = "Kế hoạch 3316/KH-BTNMT"

PLAN = Sample(
    name="p56_bo_2006",
    format="html",
    doc_type="Kế hoạch",
    title=(
        (
            "Triển khai ",
            does(
                "Chỉ thị 05/2006/CT-TTg",
                "22/02/2006",
                "Thủ tướng Chính phủ",
                (
                    "về việc khắc phục yếu kém, sai phạm, tiếp tục đẩy mạnh tổ chức thi hành ",
                    law("Luật Đất đai"),
                ),
            ),
        ),
    ),
    issuer="Bộ Tài nguyên và Môi trường",
    letterhead=("BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG",),
    printed_number="Số: 3316/KH-BTNMT",
    number="3316",
    symbol="3316/KH-BTNMT",
    printed_date="Hà Nội, ngày 15 tháng 8 năm 2006",
    issued_on="2006-08-15",
    place="Hà Nội",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Nghị định 91/2002/NĐ-CP",
                "11 tháng 11 năm 2002",
                "Chính phủ",
                "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tài nguyên và Môi trường",
            ),
            ", Bộ Tài nguyên và Môi trường ban hành Kế hoạch như sau:",
        ),
        h("A. Mục đích"),
        p("Giải quyết dứt điểm việc cấp giấy chứng nhận còn tồn đọng; công khai quy hoạch."),
        h("B. Nội dung"),
        p("Các đơn vị thực hiện theo bảng phân công kèm theo."),
        h("C. Thực hiện"),
        item(
            "Các Vụ, Cục báo cáo Bộ trưởng trong buổi giao ban; riêng kết quả cả năm báo cáo ",
            span("trong tháng 12 năm 2006", "2006-12-01", "2006-12-31", responsible="Các Vụ, Cục"),
            ".",
        ),
    ),
    signature=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", " ", "Trương Hữu Phước"),
    signers=(("Trương Hữu Phước", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG"),),
    recipients=(
        "Văn phòng Chính phủ;",
        "Sở TN&MT các tỉnh, thành phố;",
        "Các Vụ, Cục;",
        "Lưu VT, ĐĐ.",
    ),
    appendices=(
        Table(
            caption=("BẢNG PHÂN CÔNG THỰC HIỆN",),
            note=("(Kèm theo ", own(KH, "15 tháng 8 năm 2006", "Bộ Tài nguyên và Môi trường"), ")"),
            header=(
                (
                    "TT",
                    "Nội dung công việc",
                    "Đơn vị chủ trì",
                    "Đơn vị phối hợp",
                    "Địa bàn",
                    "Sản phẩm",
                    "Thời gian bắt đầu",
                    "Thời gian hoàn thành",
                    "Kinh phí (triệu đồng)",
                ),
            ),
            columns=(
                "ordinal",
                "task",
                "lead",
                "coordinating",
                "area",
                "product",
                "start",
                "deadline",
                "budget",
            ),
            rows=(
                (
                    "1",
                    "Kiểm tra việc cấp giấy chứng nhận",
                    "Vụ Đất đai",
                    "Thanh tra Bộ",
                    "12 tỉnh",
                    "Báo cáo kiểm tra",
                    "8/2006",
                    span("Tháng 10/2006", "2006-10-01", "2006-10-31"),
                    "420",
                ),
                (
                    "2",
                    ("Rà soát văn bản trái với ", cite("Nghị định 181/2004/NĐ-CP", "29/10/2004")),
                    "Vụ Pháp chế",
                    UP,
                    "Cả nước",
                    "Danh mục văn bản",
                    "9/2006",
                    span("Quý IV năm 2006", "2006-10-01", "2006-12-31"),
                    "85,5",
                ),
                (
                    "3",
                    "Tập huấn cho cán bộ địa chính xã",
                    "Vụ Tổ chức cán bộ",
                    "Các Sở",
                    "Vùng Tây Bắc",
                    "10 lớp học",
                    "9/2006",
                    span("Tháng 12/2006", "2006-12-01", "2006-12-31"),
                    "1.200",
                ),
            ),
            kind="task_plan",
            budgets={0: 420_000_000, 1: 85_500_000, 2: 1_200_000_000},
            widths=(1, 5, 3, 3, 2, 3, 2.5, 3, 2.5),
        ),
    ),
)

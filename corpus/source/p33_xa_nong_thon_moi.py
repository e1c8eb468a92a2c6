"""A commune's rural plan: forms without rows, tasks whose lead is merged, a total row first (DOCX)."""

from corpus.words import STATE, always, basis, before, h, item, own, p, span
from corpus.write import UP, Sample, Table

KH = "Kế hoạch 31/KH-UBND"

PLAN = Sample(
    name="p33_xa_nong_thon_moi",
    format="docx",
    formats=("docx", "html", "pdf"),  # text shows no merged lead
    doc_type="Kế hoạch",
    title=("Xây dựng nông thôn mới nâng cao năm 2023",),
    issuer="UBND xã Hưng Lộc Thượng",
    letterhead=("ỦY BAN NHÂN DÂN", "XÃ HƯNG LỘC THƯỢNG"),
    printed_number="Số: 31/KH-UBND",
    number="31",
    symbol="31/KH-UBND",
    printed_date="Hưng Lộc Thượng, ngày 24 tháng 02 năm 2023",
    issued_on="2023-02-24",
    place="Hưng Lộc Thượng",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Quyết định 263/QĐ-TTg",
                "22/02/2022",
                "Thủ tướng Chính phủ",
                "phê duyệt Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025",
            ),
            "; ",
            basis(
                "Quyết định 318/QĐ-TTg",
                "08/3/2022",
                "Thủ tướng Chính phủ",
                "ban hành Bộ tiêu chí quốc gia về xã nông thôn mới và Bộ tiêu chí quốc gia về xã nông "
                "thôn mới nâng cao giai đoạn 2021 - 2025",
            ),
            ", UBND xã xây dựng Kế hoạch như sau:",
        ),
        h("1. MỤC TIÊU"),
        p("Đạt thêm 03 tiêu chí; thu nhập bình quân 62 triệu đồng/người/năm."),
        h("2. NHIỆM VỤ"),
        p("Theo Phụ lục 1; báo cáo theo Biểu số 1."),
        h("3. TỔ CHỨC THỰC HIỆN"),
        item(
            "3.1. Công chức Địa chính - Nông nghiệp tổng hợp kết quả, báo cáo UBND xã ",
            before(
                "trước ngày 05/12/2023",
                "2023-12-05",
                responsible="Công chức Địa chính - Nông nghiệp",
            ),
            ".",
        ),
        item("3.2. Trưởng các thôn vận động Nhân dân hiến đất, góp công."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Đặng Ngọc Khuê"),
    signers=(("Đặng Ngọc Khuê", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=(
        "Văn phòng Điều phối NTM huyện;",
        "TT Đảng ủy, TT HĐND xã;",
        "Các thôn;",
        "Lưu: VT.",
    ),
    appendices=(
        Table(
            appendix="PHỤ LỤC 1",
            caption=("NHIỆM VỤ, KINH PHÍ XÂY DỰNG NÔNG THÔN MỚI NÂNG CAO NĂM 2023",),
            note=("(Kèm theo ", own(KH, "24/02/2023", "UBND xã Hưng Lộc Thượng"), ")"),
            header=(
                (
                    "TT",
                    "Tên tiêu chí/Nhiệm vụ",
                    "Phụ trách",
                    "Thời gian",
                    "Kinh phí (triệu đồng)",
                    "",
                ),
                ("", "", "", "", "Ngân sách", "Nhân dân"),
            ),
            header_spans=((0, 4, 0, 5), (0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3)),
            columns=("ordinal", "task", "lead", "deadline", "budget", "people"),
            rows=(
                ("", "Tổng cộng", "", "", "1.450", "320"),
                ("I", "Giao thông", "", "", "1.200", "250"),
                (
                    "1",
                    "Bê tông hóa đường thôn Đông",
                    "Ban Quản lý xây dựng xã",
                    span("Quý I-II năm 2023", "2023-01-01", "2023-06-30"),
                    "700",
                    "150",
                ),
                (
                    "2",
                    "Cứng hóa đường nội đồng",
                    UP,
                    span("Quý III/2023", "2023-07-01", "2023-09-30"),
                    "500",
                    "100",
                ),
                ("II", "Môi trường", "", "", "250", "70"),
                (
                    "1",
                    "Xây bể chứa vỏ thuốc bảo vệ thực vật",
                    "Hội Nông dân xã",
                    always("Cả năm", "2023-01-01", "2023-12-31"),
                    "250",
                    "70",
                ),
            ),
            kind="task_plan",
            budgets={
                1: 1_200_000_000,
                2: 700_000_000,
                3: 500_000_000,
                4: 250_000_000,
                5: 250_000_000,
            },
            total_rows=(0,),
            widths=(1, 5, 3, 3, 2, 2),
        ),
        Table(
            appendix="Biểu số 1",
            caption=("KẾT QUẢ HUY ĐỘNG NGUỒN LỰC",),
            header=(
                ("TT", "Thôn", "Tiền (triệu đồng)", "Ngày công", "Đất hiến (m2)", "Ghi chú"),
                ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
            ),
            columns=("ordinal", "unit", "a", "b", "c", "d"),
            rows=(),
            kind="form",
            widths=(1, 4, 2, 2, 2, 2),
        ),
    ),
)

"""A commune's plan with a task table, budgets and group rows (DOCX)."""

from corpus.write import Cite, Due, Par, Sample, Table

KH = "44/KH-UBND"

PLAN = Sample(
    name="p01_xa_chuyen_doi_so",
    format="docx",
    doc_type="Kế hoạch",
    title=("Chuyển đổi số xã Suối Lam năm 2022",),
    issuer="UBND xã Suối Lam",
    letterhead=("ỦY BAN NHÂN DÂN", "XÃ SUỐI LAM"),
    printed_number="Số: 44/KH-UBND",
    number="44",
    symbol=KH,
    printed_date="Suối Lam, ngày 21 tháng 02 năm 2022",
    issued_on="2022-02-21",
    place="Suối Lam",
    body=(
        Par(
            (
                "Căn cứ ",
                Cite(
                    "Luật",
                    None,
                    role="legal_basis",
                    printed_type="Luật Tổ chức chính quyền địa phương",
                    on="ngày 19/6/2015",
                    iso="2015-06-19",
                ),
                ";",
            )
        ),
        Par(
            (
                "Căn cứ ",
                Cite(
                    "Quyết định",
                    "749/QĐ-TTg",
                    "03/6/2020",
                    "Thủ tướng Chính phủ",
                    about="phê duyệt Chương trình chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030",
                    role="legal_basis",
                ),
                ";",
            )
        ),
        Par(
            (
                "Thực hiện ",
                Cite(
                    "Kế hoạch",
                    "15/KH-UBND",
                    "14/01/2022",
                    "UBND huyện Đông Khê",
                    about="về chuyển đổi số huyện Đông Khê năm 2022",
                    role="legal_basis",
                ),
                ", UBND xã Suối Lam ban hành Kế hoạch chuyển đổi số năm 2022 như sau:",
            )
        ),
        Par("I. MỤC ĐÍCH, YÊU CẦU", "h1"),
        Par("1. Mục đích", "h2"),
        Par(
            "- Đưa việc của xã lên môi trường số, bắt đầu từ những việc người dân cần nhất.", "item"
        ),
        Par("2. Yêu cầu", "h2"),
        Par(
            (
                "- Bảo đảm an toàn thông tin theo ",
                Cite(
                    "Nghị định",
                    "85/2016/NĐ-CP",
                    "01/7/2016",
                    "Chính phủ",
                    about="về bảo đảm an toàn hệ thống thông tin theo cấp độ",
                ),
                ".",
            ),
            "item",
        ),
        Par("II. NHIỆM VỤ", "h1"),
        Par("Các nhiệm vụ, đơn vị thực hiện và tiến độ nêu tại Phụ lục kèm theo Kế hoạch này."),
        Par("III. TỔ CHỨC THỰC HIỆN", "h1"),
        Par("1. Công chức Văn hóa - Xã hội", "h2"),
        Par(
            (
                "- Tổng hợp kết quả, báo cáo UBND xã ",
                Due(
                    "trước ngày 10 tháng 12 năm 2022",
                    "date",
                    "before",
                    due="2022-12-10",
                    action="Tổng hợp kết quả, báo cáo UBND xã",
                    responsible="Công chức Văn hóa - Xã hội",
                ),
                ".",
            ),
            "item",
        ),
        Par("2. Công chức Tài chính - Kế toán", "h2"),
        Par("- Cân đối nguồn chi thường xuyên, tham mưu UBND xã bố trí kinh phí.", "item"),
        Par("Trên đây là Kế hoạch chuyển đổi số xã Suối Lam năm 2022./."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Lò Văn Thảo"),
    signers=(("Lò Văn Thảo", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=(
        "UBND huyện (b/c);",
        "Phòng Văn hóa và Thông tin huyện;",
        "TT. Đảng ủy, HĐND xã;",
        "Các thôn;",
        "Lưu: VT.",
    ),
    appendices=(
        Table(
            appendix="PHỤ LỤC",
            caption=("DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ NĂM 2022",),
            note=(
                "(Kèm theo ",
                Cite("Kế hoạch", KH, "21/02/2022", "UBND xã Suối Lam", role="self"),
                ")",
            ),
            header=(
                (
                    "TT",
                    "Nội dung",
                    "Chủ trì",
                    "Phối hợp",
                    "Kết quả",
                    "Thời gian hoàn thành",
                    "Kinh phí (đồng)",
                ),
            ),
            columns=("ordinal", "task", "lead", "coordinating", "product", "deadline", "budget"),
            rows=(
                ("I", "Hạ tầng số", "", "", "", "", "35.000.000"),
                (
                    "1",
                    "Lắp mạng không dây tại trụ sở và ba nhà văn hóa thôn",
                    "Công chức Văn hóa - Xã hội",
                    "Các thôn",
                    "04 điểm truy cập",
                    Due("Quý II/2022", "period", start="2022-04-01", due="2022-06-30"),
                    "27.000.000",
                ),
                (
                    "2",
                    "Thay máy tính của bộ phận một cửa",
                    "Văn phòng - Thống kê",
                    "",
                    "02 máy tính",
                    Due("Tháng 9 năm 2022", "period", start="2022-09-01", due="2022-09-30"),
                    "8.000.000",
                ),
                ("II", "Chính quyền số", "", "", "", "", "5.500.000"),
                (
                    "1",
                    "Số hóa hồ sơ hộ tịch đã giải quyết",
                    "Tư pháp - Hộ tịch",
                    "Văn phòng - Thống kê",
                    "Dữ liệu hộ tịch điện tử",
                    Due("Trước 30/11/2022", "date", "before", due="2022-11-30"),
                    "4.000.000",
                ),
                (
                    "2",
                    "Hướng dẫn người dân nộp hồ sơ trực tuyến",
                    "Bộ phận TN&TKQ",
                    "Đoàn Thanh niên xã",
                    "Sổ theo dõi",
                    Due("Thường xuyên", "continuous"),
                    "1.500.000",
                ),
                ("", "Tổng cộng", "", "", "", "", "40.500.000"),
            ),
            kind="task_plan",
            budgets={
                0: 35_000_000,
                1: 27_000_000,
                2: 8_000_000,
                3: 5_500_000,
                4: 4_000_000,
                5: 1_500_000,
            },
            total_rows=(6,),
            widths=(1, 5, 3, 3, 3, 3, 2.4),
        ),
    ),
)

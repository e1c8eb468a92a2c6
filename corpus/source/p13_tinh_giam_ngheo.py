"""A province's poverty plan: money in millions under a header of two rows, one wrong total (DOCX)."""

from corpus.words import STATE, basis, by, cite, every, h, item, own, p, span, yearly
from corpus.write import Sample, Table

KH = "Kế hoạch 388/KH-UBND"

PLAN = Sample(
    name="p13_tinh_giam_ngheo",
    format="docx",
    doc_type="Kế hoạch",
    title=(
        "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững",
        "tỉnh Sơn Nguyên năm 2023",
    ),
    issuer="UBND tỉnh Sơn Nguyên",
    letterhead=("ỦY BAN NHÂN DÂN", "TỈNH SƠN NGUYÊN"),
    printed_number="Số: 388/KH-UBND",
    number="388",
    symbol="388/KH-UBND",
    printed_date="Sơn Nguyên, ngày 20 tháng 02 năm 2023",
    issued_on="2023-02-20",
    place="Sơn Nguyên",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Quyết định 90/QĐ-TTg",
                "18/01/2022",
                "Thủ tướng Chính phủ",
                "phê duyệt Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025",
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis(
                "Nghị định 27/2022/NĐ-CP",
                "19 tháng 4 năm 2022",
                "Chính phủ",
                "quy định cơ chế quản lý, tổ chức thực hiện các chương trình mục tiêu quốc gia",
            ),
            ";",
        ),
        p(
            "Xét đề nghị của Sở Lao động - Thương binh và Xã hội tại ",
            basis("Tờ trình 41/TTr-SLĐTBXH", "10/02/2023"),
            ",",
        ),
        p("Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"),
        h("I. MỤC TIÊU"),
        p("Tỷ lệ hộ nghèo giảm 2,5% so với năm 2022; không có hộ tái nghèo do thiên tai."),
        h("II. KINH PHÍ"),
        p("Nhu cầu kinh phí theo Phụ lục I; nhiệm vụ theo Phụ lục II."),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Sở Lao động - Thương binh và Xã hội: chủ trì, theo dõi; tham mưu UBND tỉnh báo cáo Bộ "
            "Lao động - Thương binh và Xã hội ",
            every(
                "trước ngày 20 tháng 12 hằng năm",
                yearly(12, 20),
                "before",
                responsible="Sở Lao động - Thương binh và Xã hội",
            ),
            " theo ",
            cite("Thông tư 10/2022/TT-BLĐTBXH"),
            ".",
        ),
        item(
            "2. Sở Tài chính: thẩm định, trình phân bổ vốn ",
            by("chậm nhất ngày 31/3/2023", "2023-03-31", responsible="Sở Tài chính"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Vàng A Páo"),
    signers=(("Vàng A Páo", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "Bộ Lao động - Thương binh và Xã hội;",
        "TT. Tỉnh ủy, TT. HĐND tỉnh;",
        "Các sở, ban, ngành tỉnh;",
        "UBND các huyện, thành phố;",
        "Lưu: VT, KGVX.",
    ),
    appendices=(
        Table(
            appendix="Phụ lục I",
            caption=("NHU CẦU KINH PHÍ NĂM 2023",),
            note=("(Kèm theo ", own(KH, "20/02/2023", "UBND tỉnh"), ")"),
            header=(
                ("TT", "Nội dung", "Nhu cầu vốn (triệu đồng)", "", "Ghi chú"),
                ("", "", "Ngân sách trung ương", "Ngân sách địa phương", ""),
            ),
            header_spans=((0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4)),
            columns=("ordinal", "task", "budget", "budget2", "note"),
            rows=(
                ("1", "Dự án 1. Hạ tầng các huyện nghèo", "120.500", "12.050", ""),
                ("2", "Dự án 2. Đa dạng hóa sinh kế", "45.200", "4.500", ""),
                ("3", "Dự án 3. Cải thiện dinh dưỡng", "30.000", "3.000", ""),
                ("", "Tổng cộng", "195.700", "20.550", ""),
            ),
            kind="other",
            total_rows=(3,),
            widths=(1, 6, 3, 3, 2),
        ),
        Table(
            appendix="Phụ lục II",
            caption=("PHÂN CÔNG NHIỆM VỤ",),
            header=(
                (
                    "STT",
                    "Nội dung nhiệm vụ",
                    "Cơ quan chủ trì",
                    "Cơ quan phối hợp",
                    "Tiến độ thực hiện",
                    "Kinh phí (triệu đồng)",
                ),
            ),
            columns=("ordinal", "task", "lead", "coordinating", "deadline", "budget"),
            rows=(
                (
                    "1",
                    "Rà soát hộ nghèo, hộ cận nghèo",
                    "Sở Lao động - Thương binh và Xã hội",
                    "UBND các huyện, thành phố",
                    span("Từ ngày 01/9 đến ngày 15/12/2023", "2023-09-01", "2023-12-15"),
                    "850",
                ),
                (
                    "2",
                    "Hỗ trợ cây, con giống",
                    "Sở Nông nghiệp và Phát triển nông thôn",
                    "Hội Nông dân tỉnh",
                    span("Quý II-III/2023", "2023-04-01", "2023-09-30"),
                    "4.500",
                ),
                (
                    "3",
                    "Dạy nghề cho lao động nông thôn",
                    "Trường Cao đẳng nghề tỉnh",
                    "",
                    span("6 tháng cuối năm 2023", "2023-07-01", "2023-12-31"),
                    "1.200,5",
                ),
                ("", "Tổng cộng", "", "", "", "6.550,5"),
            ),
            kind="task_plan",
            budgets={0: 850_000_000, 1: 4_500_000_000, 2: 1_200_500_000},
            total_rows=(3,),
            widths=(1, 5, 4, 4, 3, 2.5),
        ),
    ),
    flags=(("total_mismatch", "20.550 stated, the parts make 19.550"),),
)

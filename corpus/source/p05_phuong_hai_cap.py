"""A ward's plan after the districts ended on 1 July 2025, without borders round its letterhead (PDF)."""

from corpus.write import Cite, Due, Par, Sample, Table

KH = "07/KH-UBND"

PLAN = Sample(
    name="p05_phuong_hai_cap",
    format="pdf",
    doc_type="Kế hoạch",
    title=("Kiểm soát thủ tục hành chính quý IV năm 2025", "trên địa bàn phường Cửa Lĩnh"),
    issuer="UBND phường Cửa Lĩnh",
    letterhead=("ỦY BAN NHÂN DÂN", "PHƯỜNG CỬA LĨNH"),
    printed_number="Số: 07/KH-UBND",
    number="07",
    symbol=KH,
    printed_date="Cửa Lĩnh, ngày 29 tháng 9 năm 2025",
    issued_on="2025-09-29",
    place="Cửa Lĩnh",
    body=(
        Par(
            (
                "Thực hiện ",
                Cite(
                    "Nghị định",
                    "118/2025/NĐ-CP",
                    "09/6/2025",
                    "Chính phủ",
                    about="về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia",
                    role="legal_basis",
                ),
                "; ",
                Cite(
                    "Quyết định",
                    "36/2025/QĐ-UBND",
                    "15 tháng 8 năm 2025",
                    "UBND tỉnh Hải Lâm",
                    role="legal_basis",
                    about="ban hành Quy chế phối hợp giải quyết thủ tục hành chính",
                ),
                ", UBND phường Cửa Lĩnh ban hành Kế hoạch như sau:",
            )
        ),
        Par("I. YÊU CẦU", "h1"),
        Par("1. Hồ sơ của người dân được giải quyết không phụ thuộc địa giới trong tỉnh.", "item"),
        Par("2. Kết quả phải đo được, công khai.", "item"),
        Par("II. NHIỆM VỤ", "h1"),
        Par("Phân công cụ thể như bảng sau:"),
        Table(
            header=(
                (
                    "STT",
                    "Nội dung công việc",
                    "Đơn vị chủ trì",
                    "Đơn vị phối hợp",
                    "Thời gian thực hiện",
                ),
            ),
            columns=("ordinal", "task", "lead", "coordinating", "deadline"),
            rows=(
                (
                    "1",
                    "Niêm yết thủ tục hành chính mới công bố",
                    "Trung tâm Phục vụ hành chính công",
                    "Văn phòng HĐND và UBND",
                    Due("Trước ngày 10/10/2025", "date", "before", due="2025-10-10"),
                ),
                (
                    "2",
                    (
                        "Rà soát quy trình nội bộ theo ",
                        Cite(
                            "Nghị định",
                            "118/2025/NĐ-CP",
                            pin="Điều 12, 13",
                            pins=("Điều 12", "Điều 13"),
                        ),
                    ),
                    "Phòng Văn hóa - Xã hội",
                    "Phòng Kinh tế, Hạ tầng và Đô thị",
                    Due("Tháng 11/2025", "period", start="2025-11-01", due="2025-11-30"),
                ),
                (
                    "3",
                    "Khảo sát mức độ hài lòng của người dân",
                    "Ủy ban MTTQ Việt Nam phường",
                    "Các tổ dân phố",
                    Due("01 lần/quý", "recurring", freq="1/P3M"),
                ),
                (
                    "4",
                    "Báo cáo kết quả kiểm soát thủ tục hành chính",
                    "Văn phòng HĐND và UBND",
                    "Các phòng chuyên môn",
                    Due("Chậm nhất ngày 15/12/2025", "date", "by", due="2025-12-15"),
                ),
            ),
            kind="task_plan",
            widths=(1, 6, 4, 4, 3.5),
        ),
        Par("III. KINH PHÍ", "h1"),
        Par("Sử dụng dự toán chi thường xuyên năm 2025 của phường."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", " ", "Phan Lệ Thu"),
    signers=(("Phan Lệ Thu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=(
        "Sở Tư pháp;",
        "TT Đảng ủy, HĐND phường;",
        "Các phòng, trung tâm thuộc UBND phường;",
        "Lưu: VT.",
    ),
)

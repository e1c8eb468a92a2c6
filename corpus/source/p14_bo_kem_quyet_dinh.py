"""A ministry's plan without letterhead, issued with a decision; table without ordinals (text)."""

from corpus.words import NONE, always, by, cite, h, item, p, span
from corpus.write import Sample, Table

PLAN = Sample(
    name="p14_bo_kem_quyet_dinh",
    format="txt",
    doc_type="Kế hoạch",
    title=("Cải cách hành chính năm 2024 của Bộ Nội vụ",),
    issuer="Bộ Nội vụ",
    letterhead=(),
    printed_number="",
    number=None,
    symbol=None,
    printed_date="",
    issued_on=None,
    place=None,
    **NONE,
    under_title=(
        "(Ban hành kèm theo ",
        cite(
            "Quyết định 1065/QĐ-BNV",
            "29 tháng 12 năm 2023",
            "Bộ trưởng Bộ Nội vụ",
            role="issued_with",
        ),
        ")",
    ),
    body=(
        h("I. MỤC TIÊU"),
        item(
            "1. Thực hiện đúng tiến độ các nhiệm vụ tại ",
            cite(
                "Nghị quyết 76/NQ-CP",
                "15/7/2021",
                "Chính phủ",
                "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030",
            ),
            ".",
        ),
        item("2. Nâng chỉ số cải cách hành chính của Bộ năm 2024 so với năm 2023."),
        h("II. NHIỆM VỤ"),
        p("Nhiệm vụ cụ thể tại bảng sau:"),
        Table(
            header=(("Nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Thời gian hoàn thành"),),
            columns=("task", "lead", "product", "deadline"),
            rows=(
                (
                    "Rà soát thủ tục hành chính",
                    "Vụ Pháp chế",
                    "Quyết định công bố",
                    span("Quý III năm 2024", "2024-07-01", "2024-09-30"),
                ),
                (
                    "Theo dõi thi hành pháp luật",
                    "Vụ Pháp chế",
                    "Báo cáo",
                    always("Cả năm 2024", "2024-01-01", "2024-12-31"),
                ),
                (
                    "Công bố chỉ số hài lòng năm 2023",
                    "Vụ Cải cách hành chính",
                    "Hội nghị công bố",
                    span("Tháng 4/2024", "2024-04-01", "2024-04-30"),
                ),
            ),
            kind="task_plan",
            widths=(5, 3, 3, 3),
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Các đơn vị thuộc, trực thuộc Bộ gửi kế hoạch của đơn vị về Vụ Cải cách hành chính ",
            by(
                "chậm nhất ngày 31/01/2024",
                "2024-01-31",
                responsible="Các đơn vị thuộc, trực thuộc Bộ",
            ),
            ".",
        ),
        item("2. Vụ Cải cách hành chính theo dõi, đôn đốc việc thực hiện Kế hoạch này./."),
    ),
    flags=(
        ("missing_letterhead", "no issuing body above the type word"),
        ("missing_number", "no number line"),
        ("missing_date", "no date line"),
        ("missing_signature", "no signature block"),
    ),
)

"""A district's savings plan: sums in the text, a money table whose parts do not add up (PDF)."""

from corpus.words import STATE, basis, basis_law, by, h, item, p, span
from corpus.write import Sample, Table

PLAN = Sample(
    name="p39_huyen_ngan_sach",
    format="pdf",
    doc_type="Kế hoạch",
    title=("Thực hành tiết kiệm, chống lãng phí năm 2021",),
    issuer="UBND huyện Ea Drăng Nam",
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN EA DRĂNG NAM"),
    printed_number="Số: 133/KH-UBND",
    number="133",
    symbol="133/KH-UBND",
    printed_date="Ea Drăng Nam, ngày 18 tháng 3 năm 2021",
    issued_on="2021-03-18",
    place="Ea Drăng Nam",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis_law("Luật Thực hành tiết kiệm, chống lãng phí", "ngày 26/11/2013"),
            "; ",
            basis_law("Luật Ngân sách nhà nước", "ngày 25/6/2015"),
            "; ",
            basis("Thông tư 342/2016/TT-BTC", "30/12/2016", "Bộ Tài chính"),
            ", UBND huyện xây dựng Kế hoạch như sau:",
        ),
        h("I. CHỈ TIÊU TIẾT KIỆM"),
        Table(
            header=(("STT", "Khoản chi", "Dự toán (triệu đồng)", "Tiết kiệm (triệu đồng)"),),
            columns=("ordinal", "task", "budget", "saved"),
            rows=(
                ("1", "Hội nghị, khánh tiết", "900", "90"),
                ("2", "Xăng dầu", "650", "65"),
                ("3", "Văn phòng phẩm", "450", "45"),
                ("", "Cộng", "2.000", "210"),
            ),
            kind="other",
            widths=(1, 5, 3, 3),
        ),
        h("II. NHIỆM VỤ"),
        Table(
            header=(("Nội dung", "Cơ quan chủ trì", "Thời gian"),),
            columns=("task", "lead", "deadline"),
            rows=(
                (
                    "Công khai quyết toán",
                    "Phòng Tài chính - Kế hoạch",
                    span("Quý III/2021", "2021-07-01", "2021-09-30"),
                ),
                (
                    "Sắp xếp xe công",
                    "Văn phòng HĐND và UBND huyện",
                    span("Đến hết năm 2021", None, "2021-12-31", mod="by"),
                ),
                (
                    "Rà soát trụ sở dôi dư",
                    "Phòng Tài chính - Kế hoạch",
                    by("Chậm nhất 30/10/2021", "2021-10-30"),
                ),
            ),
            kind="task_plan",
            widths=(5, 4, 3),
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "- Các cơ quan, đơn vị công khai kết quả; Phòng Tài chính - Kế hoạch tổng hợp trình UBND "
            "huyện ",
            by(
                "chậm nhất ngày 15 tháng 01 năm 2022",
                "2022-01-15",
                responsible="Phòng Tài chính - Kế hoạch",
            ),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Y Bhiông Niê"),
    signers=(("Y Bhiông Niê", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=("Sở Tài chính;", "TT. Huyện ủy;", "Các cơ quan, đơn vị;", "Lưu: VT."),
    flags=(("total_mismatch", "210 stated, the parts make 200"),),
)

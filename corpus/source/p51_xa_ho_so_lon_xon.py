"""A commune's archived copy with the mistakes of many hands, each a flag (text)."""

from corpus.words import (
    MONTHLY,
    STATE,
    always,
    basis,
    before,
    cite,
    every,
    h,
    item,
    own,
    p,
    span,
)  # fmt: skip
from corpus.write import Sample, Table

KH = "Kế hoạch 17/KH-UBND"

PLAN = Sample(
    name="p51_xa_ho_so_lon_xon",
    format="txt",
    formats=("txt",),  # the repeated header without rows is a mark of text exports
    doc_type="Kế hoạch",
    title=("Cải cách hành chính năm 2019",),
    issuer="UBND xã Tam Sơn Đoài",
    letterhead=("ỦY BAN NHÂN DÂN", "XÃ TAM SƠN ĐOÀI"),
    printed_number="Số: 17/KH-UBND",
    number="17",
    symbol="17/KH-UBND",
    printed_date="Tam Sơn Đoài, ngày 30 tháng 01 năm 2019",
    issued_on="2019-01-30",
    place="Tam Sơn Đoài",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Quyết định 301/KH-UBND",
                "29/12/2018",
                "UBND huyện",
                "về cải cách hành chính năm 2019",
                suspect="type word and symbol disagree",
            ),
            "; ",
            basis(
                "Kế hoạch 12/KH-SNV", "31/02/2019", "Sở Nội vụ", iso=None, suspect="impossible date"
            ),
            ", UBND xã xây dựng Kế hoạch như sau:",
        ),
        h("I. MỤC TIÊU"),
        p(
            "Giữ vững kết quả năm 2018; khắc phục các tiêu chí bị trừ điểm tại ",
            cite("Thông báo 45/TB-UBND", "04/01/2019", "UBND huyện"),
            ".",
        ),
        h("II. NHIỆM VỤ"),
        item(
            "1. Công chức Tư pháp - Hộ tịch gửi báo cáo cải cách hành chính năm về UBND huyện ",
            before(
                "trước ngày 20/11/2019", "2019-11-20", responsible="Công chức Tư pháp - Hộ tịch"
            ),
            ".",
        ),
        item(
            "2. Khắc phục tồn tại nêu tại ",
            cite("Thông báo 45/TB-UBND", "14/01/2019", "UBND huyện"),
            ".",
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Công chức Tư pháp - Hộ tịch gửi báo cáo cải cách hành chính năm về UBND huyện ",
            before(
                "trước ngày 05/12/2019", "2019-12-05", responsible="Công chức Tư pháp - Hộ tịch"
            ),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Quách Văn Ngọ"),
    signers=(("Quách Văn Ngọ", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=("UBND huyện;", "Các ban, ngành, thôn;", "Lưu: VT."),
    appendices=(
        Table(
            appendix="PHỤ LỤC",
            caption=("NHIỆM VỤ CỤ THỂ NĂM 2019",),
            note=("(Kèm theo ", own(KH, "30/01/2019", "UBND xã"), ")"),
            header=(("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"),),
            columns=("ordinal", "task", "lead", "coordinating", "deadline"),
            rows=(
                ("I", "Thể chế", "", "", ""),
                (
                    "1",
                    "Tự kiểm tra văn bản",
                    "Tư pháp - Hộ tịch",
                    "Văn phòng - Thống kê",
                    span("Quý II năm 2019", "2019-04-01", "2019-06-30"),
                ),
                ("II", "Thủ tục hành chính", "", "", ""),
                (
                    "1",
                    "Niêm yết công khai",
                    "Bộ phận TN&TKQ",
                    "",
                    always("Thường xuyên trong năm 201", "2019-01-01", "2019-12-31"),
                ),
                (
                    "2",
                    "Trả kết quả tại nhà",
                    "Bưu điện văn hóa xã",
                    "Bộ phận TN&TKQ",
                    every("Hàng tháng", MONTHLY),
                ),
                ("II", "Tuyên truyền", "", "", ""),
                ("1", "Phát thanh", "Văn hóa - Xã hội", "Các thôn", every("Hàng tháng", MONTHLY)),
            ),
            kind="task_plan",
            pages=(4, 6),
            widths=(1, 5, 3, 3, 3),
        ),
    ),
    flags=(
        ("type_symbol_mismatch", "Quyết định with the symbol of a Kế hoạch: 301/KH-UBND"),
        ("impossible_date", "31/02/2019"),
        ("conflicting_dates", "45/TB-UBND is cited with 2019-01-04 and 2019-01-14"),
        ("deadline_conflict", '"trước ngày 20/11/2019" and "trước ngày 05/12/2019" for one report'),
        ("truncated_year", '"Thường xuyên trong năm 201"'),
        ("duplicate_ordinal", "group II stands twice"),
        ("orphan_header", "a repeated header row with no rows after it"),
    ),
)

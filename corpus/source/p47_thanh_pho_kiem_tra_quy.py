"""A city's inspection by quarters: units in lines, numbered wards, team with a conflict (text)."""

from corpus.words import NONE, cite, event, h, h2, item, offset, p, span
from corpus.write import Listing, Sample, Unit

Q1A, Q1B, Q2 = (
    "Trong quý II năm 2022: cơ quan",
    "Trong quý II năm 2022: phường",
    "Trong quý III năm 2022",
)
TEAM = "Thành phần Đoàn kiểm tra"

PLAN = Sample(
    name="p47_thanh_pho_kiem_tra_quy",
    format="txt",
    doc_type="Kế hoạch",
    title=("Kiểm tra công vụ và cải cách hành chính năm 2022 trên địa bàn thành phố Lộc Giang",),
    issuer="UBND thành phố Lộc Giang",
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
            "Quyết định 812/QĐ-UBND",
            "21 tháng 3 năm 2022",
            "Chủ tịch UBND thành phố Lộc Giang",
            role="issued_with",
        ),
        ")",
    ),
    body=(
        h("I. MỤC ĐÍCH"),
        p("Đánh giá đúng việc làm của từng cơ quan; nhắc nhở, khắc phục kịp thời."),
        h("II. ĐỐI TƯỢNG, THỜI GIAN KIỂM TRA"),
        h2("1. ", span("Trong quý II năm 2022", "2022-04-01", "2022-06-30"), ":"),
        item(
            "- Các cơ quan chuyên môn: ",
            Unit("Phòng Quản lý đô thị", Q1A),
            ", ",
            Unit("Phòng Y tế", Q1A),
            ".",
        ),
        item(
            "- UBND các phường, xã: ",
            Unit("Phường 1", Q1B),
            ", ",
            Unit("Phường 3", Q1B),
            ", ",
            Unit("Xã Tân Hội", Q1B),
            ".",
        ),
        h2("2. ", span("Trong quý III năm 2022", "2022-07-01", "2022-09-30"), ":"),
        item("- UBND các phường: ", Unit("Phường 8", Q2), ", ", Unit("Phường 9", Q2), "."),
        h("III. THÀNH PHẦN"),
        h2("1. Thành phần Đoàn kiểm tra:"),
        item(
            "- Đại diện các cơ quan: ",
            Unit("Phòng Nội vụ", TEAM),
            ", ",
            Unit("Thanh tra thành phố", TEAM),
            ", ",
            Unit("Phòng Y tế", TEAM),
            ", ",
            Unit("Văn phòng HĐND và UBND", TEAM),
            ": Thành viên.",
        ),
        h("IV. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Đơn vị được kiểm tra gửi báo cáo (theo Đề cương kèm theo Kế hoạch này) về Phòng Nội vụ ",
            offset(
                "trước ngày kiểm tra ít nhất 05 ngày làm việc",
                "P5D",
                "ngày kiểm tra",
                "at_least",
                business=True,
                responsible="Đơn vị được kiểm tra",
            ),
            ".",
        ),
        item(
            "2. ",
            event("Kết thúc đợt kiểm tra", "Kết thúc đợt kiểm tra", "after"),
            ", Đoàn kiểm tra họp rút kinh nghiệm, báo cáo Chủ tịch UBND thành phố./.",
        ),
    ),
    lists=(
        Listing(Q1A, "inspected"),
        Listing(Q1B, "inspected"),
        Listing(Q2, "inspected"),
        Listing(TEAM, "member"),
    ),
    flags=(
        ("missing_letterhead", "no issuing body above the type word"),
        ("missing_number", "no number line"),
        ("missing_date", "no date line"),
        ("missing_signature", "no signature block"),
        ("role_conflict", "Phòng Y tế is inspected and in the team"),
        ("missing_attachment", '"Đề cương kèm theo Kế hoạch này" is not in the file'),
    ),
)

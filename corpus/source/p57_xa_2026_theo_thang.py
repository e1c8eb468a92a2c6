"""A merged commune's plan of 2026: a calendar of crosses by month, tasks in sentences (DOCX)."""

from corpus.words import (
    STATE,
    basis,
    basis_law,
    by,
    cite,
    every,
    h,
    h2,
    item,
    law,
    monthly,
    own,
    p,
    span,
)
from corpus.write import Listing, Sample, Table, Unit

KH = "Kế hoạch 12/KH-UBND"
VILLAGES = "Danh sách thôn thực hiện điểm"
MONTHS = tuple(f"T{m}" for m in range(1, 13))


def crosses(*months):
    return tuple("x" if m in months else "" for m in range(1, 13))


PLAN = Sample(
    name="p57_xa_2026_theo_thang",
    format="docx",
    doc_type="Kế hoạch",
    title=("Thu gom, phân loại chất thải rắn sinh hoạt tại nguồn năm 2026",),
    issuer="UBND xã Đồng Vân",
    letterhead=("UBND XÃ ĐỒNG VÂN",),
    printed_number="Số: 12/KH-UBND",
    number="12",
    symbol="12/KH-UBND",
    printed_date="Đồng Vân, ngày 19 tháng 01 năm 2026",
    issued_on="2026-01-19",
    place="Đồng Vân",
    **STATE,
    body=(
        p("Căn cứ ", basis_law("Luật Bảo vệ môi trường", "năm 2020"), ";"),
        p(
            "Căn cứ ",
            basis(
                "Nghị định 08/2022/NĐ-CP",
                "10/01/2022",
                "Chính phủ",
                ("quy định chi tiết một số điều của ", law("Luật Bảo vệ môi trường")),
            ),
            ", được sửa đổi, bổ sung bởi ",
            cite("Nghị định 05/2025/NĐ-CP", "06/01/2025", role="amends"),
            ";",
        ),
        p("Xét đề nghị của Trưởng phòng Kinh tế, UBND xã ban hành Kế hoạch như sau:"),
        h("Phần I. YÊU CẦU"),
        p("Hộ gia đình phân loại thành ba nhóm; thôn nào làm xong trước thì nhân rộng trước."),
        h("Phần II. CÁC VIỆC CỤ THỂ"),
        h2("1. Phòng Kinh tế"),
        item(
            "- Ký hợp đồng vận chuyển, ",
            span(
                "hoàn thành trong quý I/2026",
                "2026-01-01",
                "2026-03-31",
                responsible="Phòng Kinh tế",
            ),
            ".",
        ),
        item(
            "- Trình UBND xã phương án giá dịch vụ theo ",
            cite("Thông tư 02/2022/TT-BTNMT", pin="Điều 30", pins=("Điều 30",)),
            ", ",
            by("chậm nhất ngày 10/3/2026", "2026-03-10", responsible="Phòng Kinh tế"),
            ".",
        ),
        h2("2. Công an xã"),
        item("- Xử phạt hành vi đổ trộm rác; lập biên bản ngay tại chỗ."),
        h2("3. Trưởng các thôn"),
        item(
            "- Nộp bảng kê số hộ về Phòng Kinh tế ",
            every("trước ngày 03 hằng tháng", monthly(3), "before", responsible="Trưởng các thôn"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", " ", "Lò Văn Hặc"),
    signers=(("Lò Văn Hặc", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "Sở Nông nghiệp và Môi trường;",
        "Đảng ủy, HĐND xã;",
        "Công an xã;",
        "Các thôn;",
        "Lưu: VT, KT.",
    ),
    appendices=(
        Table(
            appendix="Phụ lục 1",
            caption=("Lịch thực hiện theo tháng",),
            note=("(Kèm theo ", own(KH, "19/01/2026", "UBND xã"), ")"),
            header=(
                ("STT", "Hoạt động", "Tháng trong năm 2026", *[""] * 11),
                ("", "", *MONTHS),
            ),
            header_spans=((0, 2, 0, 13), (0, 0, 1, 0), (0, 1, 1, 1)),
            columns=("ordinal", "activity", *MONTHS),
            rows=(
                ("1", "Phát thùng rác", *crosses(2, 3)),
                ("2", "Tập huấn", *crosses(3)),
                ("3", "Cân rác tại điểm tập kết", *crosses(4, 5, 6, 7, 8, 9, 10, 11, 12)),
            ),
            kind="other",
            widths=(1.3, 3, *[1.7] * 12),
        ),
        Table(
            appendix="Phụ lục 2",
            caption=(VILLAGES,),
            note=("(Kèm theo ", own(KH, "19/01/2026", "UBND xã"), ")"),
            header=(("STT", "Tên thôn", "Số hộ"),),
            columns=("ordinal", "unit", "households"),
            rows=(
                ("1", Unit("Thôn Nà Lốc", VILLAGES), "112"),
                ("2", Unit("Thôn Pom Bẹ", VILLAGES), "87"),
                ("3", Unit("Bản Huổi Sáy", VILLAGES), "64"),
                ("", "Cộng", "263"),
            ),
            kind="unit_list",
            widths=(1, 5, 2),
        ),
    ),
    lists=(Listing(VILLAGES, "other"),),
)

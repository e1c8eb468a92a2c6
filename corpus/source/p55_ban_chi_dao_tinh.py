"""A provincial steering committee's plan with five appendices: units, tasks, sums, a form (PDF)."""

from corpus.words import (
    STATE,
    always,
    basis,
    before,
    by,
    cite,
    every,
    h,
    item,
    monthly,
    own,
    p,
    span,
)
from corpus.write import UP, Listing, Sample, Table, Unit

KH = "Kế hoạch 31/KH-BCĐ"
DAY, BODY = "11/4/2022", "Ban Chỉ đạo Chuyển đổi số tỉnh"
FIRST = "DANH SÁCH XÃ CHỌN LÀM ĐIỂM"
MEMBERS = "DANH SÁCH CƠ QUAN THAM GIA TỔ CÔNG TÁC"


def names(number, title, units):
    return Table(
        appendix=f"PHỤ LỤC {number}",
        caption=(title,),
        note=("(Ban hành kèm theo ", own(KH, DAY, BODY), ")"),
        header=(("TT", "Đơn vị", "Ghi chú"),),
        columns=("ordinal", "unit", "note"),
        rows=tuple((str(i), Unit(unit, title), "") for i, unit in enumerate(units, 1)),
        kind="unit_list",
        widths=(1, 6, 2),
    )


PLAN = Sample(
    name="p55_ban_chi_dao_tinh",
    format="pdf",
    doc_type="Kế hoạch",
    title=("Hoạt động của Ban Chỉ đạo Chuyển đổi số tỉnh năm 2022",),
    issuer="Ban Chỉ đạo Chuyển đổi số tỉnh Hải Lâm",
    letterhead=("UBND TỈNH HẢI LÂM", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"),
    printed_number="Số: 31/KH-BCĐ",
    number="31",
    symbol="31/KH-BCĐ",
    printed_date="Hải Lâm, ngày 11 tháng 4 năm 2022",
    issued_on="2022-04-11",
    place="Hải Lâm",
    **STATE,
    body=(
        p(
            "Triển khai ",
            basis(
                "Quyết định 942/QĐ-TTg",
                "15/6/2021",
                "Thủ tướng Chính phủ",
                "phê duyệt Chiến lược phát triển Chính phủ điện tử hướng tới Chính phủ số giai đoạn 2021 - 2025, "
                "định hướng đến năm 2030",
            ),
            " và ",
            basis("Nghị quyết 06-NQ/TU", "18/10/2021", "Ban Thường vụ Tỉnh ủy", "về chuyển đổi số"),
            ", Ban Chỉ đạo thống nhất chương trình hoạt động năm 2022 như sau:",
        ),
        h("1. Mục tiêu"),
        p("Mỗi cơ quan có ít nhất một việc của người dân được giải quyết hoàn toàn trên mạng."),
        h("2. Nhiệm vụ"),
        p("Thực hiện theo Phụ lục III; kinh phí theo Phụ lục IV; báo cáo theo mẫu tại Phụ lục V."),
        h("3. Tổ chức thực hiện"),
        item(
            "a) Sở Thông tin và Truyền thông là cơ quan thường trực, tổng hợp tình hình gửi Trưởng Ban ",
            every(
                "trước ngày 25 hằng tháng",
                monthly(25),
                "before",
                responsible="Sở Thông tin và Truyền thông",
            ),
            ";",
        ),
        item(
            "b) Thành viên Ban Chỉ đạo gửi kế hoạch cá nhân về cơ quan thường trực ",
            before("trước ngày 29/4/2022", "2022-04-29", responsible="Thành viên Ban Chỉ đạo"),
            "./.",
        ),
    ),
    signature=("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH", " ", "Mạc Đình Khôi"),
    signers=(("Mạc Đình Khôi", "PHÓ TRƯỞNG BAN", "KT. TRƯỞNG BAN"),),
    recipients=(
        "Ủy ban Quốc gia về Chuyển đổi số (b/c);",
        "Thành viên BCĐ;",
        "UBND các huyện, thành phố;",
        "Lưu: VT, STTTT.",
    ),
    appendices=(
        names("I", FIRST, ["Xã Hải Bình Đông", "Xã Tân Mỹ Hạ", "Thị trấn Cồn Sậy"]),
        names("II", MEMBERS, ["Sở Thông tin và Truyền thông", "Công an tỉnh", "Bưu điện tỉnh"]),
        Table(
            appendix="PHỤ LỤC III",
            caption=("NHIỆM VỤ TRỌNG TÂM",),
            note=("(Ban hành kèm theo ", own(KH, DAY, BODY), ")"),
            header=(
                ("STT", "Nội dung", "Cơ quan", "", "Thời gian"),
                ("", "", "Chủ trì", "Phối hợp", ""),
            ),
            header_spans=((0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4)),
            columns=("ordinal", "task", "lead", "coordinating", "deadline"),
            rows=(
                ("I", "Hạ tầng số", "", "", ""),
                (
                    "1",
                    "Phủ sóng băng rộng tới các thôn còn trắng sóng",
                    "Sở Thông tin và Truyền thông",
                    "Các doanh nghiệp viễn thông",
                    by("Hoàn thành chậm nhất ngày 30/11/2022", "2022-11-30"),
                ),
                ("II", "Dữ liệu số", "", "", ""),
                (
                    "1",
                    "Số hóa sổ hộ tịch còn lại",
                    "Sở Tư pháp",
                    "UBND cấp huyện",
                    span("Quý II - Quý III/2022", "2022-04-01", "2022-09-30"),
                ),
                (
                    "2",
                    ("Làm sạch dữ liệu dân cư theo ", cite("Quyết định 06/QĐ-TTg", "06/01/2022")),
                    "Công an tỉnh",
                    UP,
                    always("Thường xuyên"),
                ),
            ),
            kind="task_plan",
            widths=(1, 6, 3.5, 3.5, 4),
        ),
        Table(
            appendix="PHỤ LỤC IV",
            caption=("KINH PHÍ NĂM 2022",),
            note=("(Ban hành kèm theo ", own(KH, DAY, BODY), ")"),
            header=(("TT", "Nội dung chi", "Số tiền (triệu đồng)"),),
            columns=("ordinal", "content", "sum"),
            rows=(
                ("1", "Thuê đường truyền", "1.250"),
                ("2", "Số hóa hồ sơ", "2.400"),
                ("3", "Tập huấn", "350"),
                ("", "Tổng cộng", "4.100"),
            ),
            kind="other",
            widths=(1, 6, 3),
        ),
        Table(
            appendix="PHỤ LỤC V",
            caption=("MẪU BÁO CÁO THÁNG",),
            header=(("TT", "Nhiệm vụ", "Kết quả trong tháng", "Lũy kế", "Vướng mắc"),),
            columns=("ordinal", "a", "b", "c", "d"),
            rows=(),
            kind="form",
            widths=(1, 5, 3, 2, 3),
        ),
    ),
    lists=(Listing(FIRST, "other"), Listing(MEMBERS, "member")),
    flags=(("total_mismatch", "the total 4.100 differs from the sum 4.000"),),
)

"""A city's festival: a programme by hours and days, work by sub-committees (PDF)."""

from corpus.words import STATE, basis, before, h, h2, item, p, span
from corpus.write import Sample

PLAN = Sample(
    name="p63_thanh_pho_le_hoi",
    format="pdf",
    doc_type="Kế hoạch",
    title=("Tổ chức Lễ hội Cầu ngư thành phố Hải Lăng năm 2024",),
    issuer="UBND thành phố Hải Lăng",
    letterhead=("UBND TỈNH ĐÔNG HÀ", "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI LĂNG"),
    printed_number="Số: 61/KH-UBND",
    number="61",
    symbol="61/KH-UBND",
    printed_date="Hải Lăng, ngày 26 tháng 02 năm 2024",
    issued_on="2024-02-26",
    place="Hải Lăng",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Nghị định 110/2018/NĐ-CP",
                "29/8/2018",
                "Chính phủ",
                "quy định về quản lý và tổ chức lễ hội",
            ),
            ";",
        ),
        p(
            "Theo đề nghị của Phòng Văn hóa và Thông tin tại ",
            basis("Tờ trình 19/TTr-PVHTT", "21/02/2024"),
            ", UBND thành phố ban hành Kế hoạch như sau:",
        ),
        h("I. MỤC ĐÍCH, Ý NGHĨA"),
        p("Giữ nếp làng biển; thu hút khách trước mùa du lịch."),
        h("II. THỜI GIAN, ĐỊA ĐIỂM"),
        item(
            "1. Thời gian: ",
            span("Từ ngày 21/4 đến ngày 23/4/2024", "2024-04-21", "2024-04-23"),
            " (nhằm ngày 13 đến 15 tháng 3 năm Giáp Thìn).",
        ),
        item("2. Địa điểm: Bãi biển Mỹ Thủy, phường Hải An."),
        h("III. PHÂN CÔNG"),
        h2("1. Phòng Văn hóa và Thông tin"),
        item(
            "- Xây dựng kịch bản, trình UBND thành phố ",
            before("trước ngày 15/3/2024", "2024-03-15", responsible="Phòng Văn hóa và Thông tin"),
            ".",
        ),
        h2("2. Công an thành phố"),
        item("- Bảo đảm an ninh, phân luồng giao thông trong những ngày diễn ra lễ hội."),
        h2("3. UBND phường Hải An"),
        item(
            "- Vệ sinh bãi biển, ",
            before(
                "hoàn thành trước ngày 18/4/2024", "2024-04-18", responsible="UBND phường Hải An"
            ),
            "; bố trí nơi gửi xe không thu phí.",
        ),
        h("IV. KINH PHÍ"),
        p("Từ ngân sách thành phố và nguồn xã hội hóa./."),
    ),
    signature=(
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "(Đã ký)",
        "Hoàng Thị Diệu Ái",
    ),
    signers=(("Hoàng Thị Diệu Ái", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "Sở VH, TT và DL;",
        "TT Thành ủy, TT HĐND thành phố;",
        "Các phòng, ban, phường, xã;",
        "Lưu: VT, VHTT.",
    ),
)

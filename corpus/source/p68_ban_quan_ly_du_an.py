"""A project board's land clearance of 2024: offsets from offsets, "kể từ", a unit asked to act (web page)."""

from corpus.words import STATE, basis, basis_law, cite, h, item, offset, p, span
from corpus.write import Sample

PLAN = Sample(
    name="p68_ban_quan_ly_du_an",
    format="html",
    doc_type="Kế hoạch",
    title=("Thu hồi đất, kiểm đếm dự án Cải tạo kênh Bắc Thịnh",),
    issuer="Ban Quản lý dự án đầu tư xây dựng huyện Thịnh Long",
    letterhead=("UBND HUYỆN THỊNH LONG", "BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG"),
    printed_number="Số: 95/KH-BQLDA",
    number="95",
    symbol="95/KH-BQLDA",
    printed_date="Thịnh Long, ngày 12 tháng 9 năm 2024",
    issued_on="2024-09-12",
    place="Thịnh Long",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis_law("Luật Đất đai", symbol="31/2024/QH15"),
            "; ",
            basis(
                "Nghị định 88/2024/NĐ-CP",
                "15/7/2024",
                "Chính phủ",
                "quy định về bồi thường, hỗ trợ, tái định cư khi Nhà nước thu hồi đất",
            ),
            "; ",
            basis(
                "Quyết định 2210/QĐ-UBND",
                "19/8/2024",
                "UBND huyện",
                "phê duyệt dự án đầu tư xây dựng Cải tạo kênh Bắc Thịnh",
            ),
            ".",
        ),
        h("I. PHẠM VI"),
        p("Kênh dài 4,2 km qua ba xã; diện tích thu hồi khoảng 6,8 ha của 143 hộ."),
        h("II. TRÌNH TỰ"),
        item(
            "1. Thông báo thu hồi đất: ",
            span("trong tháng 9 năm 2024", "2024-09-01", "2024-09-30"),
            ".",
        ),
        item(
            "2. Niêm yết phương án bồi thường tại trụ sở UBND xã ",
            offset(
                "trong thời hạn 30 ngày kể từ ngày lập xong phương án",
                "P30D",
                "ngày lập xong phương án",
                "at_most",
            ),
            " theo ",
            cite(
                "Nghị định 88/2024/NĐ-CP",
                pin="điểm a khoản 2 Điều 3",
                pins=("điểm a khoản 2 Điều 3",),
            ),
            ".",
        ),
        item(
            "3. Chi trả tiền ",
            offset(
                "không quá 30 ngày kể từ ngày quyết định phê duyệt có hiệu lực",
                "P30D",
                "ngày quyết định phê duyệt có hiệu lực",
                "at_most",
            ),
            ".",
        ),
        h("III. PHỐI HỢP"),
        item(
            "Đề nghị UBND các xã Thịnh Bắc, Thịnh Hòa cử công chức địa chính tham gia kiểm đếm./."
        ),
    ),
    signature=("GIÁM ĐỐC", "", "Trịnh Xuân Hải"),
    signers=(("Trịnh Xuân Hải", "GIÁM ĐỐC", None),),
    recipients=("UBND huyện;", "Phòng TN&MT;", "UBND các xã;", "Lưu: VT, GPMB."),
)

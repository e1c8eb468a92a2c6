"""A town's plan whose tasks give unit and time in lines of their own, under each task (text)."""

from corpus.words import STATE, always, basis, before, h, h2, item, law, p, span
from corpus.write import Sample

PLAN = Sample(
    name="p50_thi_xa_nhiem_vu_dong",
    format="txt",
    doc_type="Kế hoạch",
    title=(
        ("Triển khai thi hành ", law("Luật Căn cước", role="implements"), " trên địa bàn thị xã"),
    ),
    issuer="UBND thị xã Hòa Lạc Bắc",
    letterhead=("ỦY BAN NHÂN DÂN", "THỊ XÃ HÒA LẠC BẮC"),
    printed_number="Số: 88/KH-UBND",
    number="88",
    symbol="88/KH-UBND",
    printed_date="Hòa Lạc Bắc, ngày 22 tháng 4 năm 2024",
    issued_on="2024-04-22",
    place="Hòa Lạc Bắc",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Quyết định 175/QĐ-TTg",
                "05/02/2024",
                "Thủ tướng Chính phủ",
                ("ban hành Kế hoạch triển khai thi hành ", law("Luật Căn cước")),
            ),
            ", UBND thị xã ban hành Kế hoạch như sau:",
        ),
        h("I. NỘI DUNG"),
        h2("1. Tổ chức hội nghị quán triệt"),
        item("- Đơn vị chủ trì: Công an thị xã."),
        item("- Đơn vị phối hợp: Phòng Tư pháp, UBND các xã, phường."),
        item(
            "- Thời gian thực hiện: ",
            span("Tháng 5/2024", "2024-05-01", "2024-05-31", responsible="Công an thị xã"),
            ".",
        ),
        h2("2. Rà soát văn bản có liên quan"),
        item("- Đơn vị chủ trì: Phòng Tư pháp."),
        item(
            "- Thời gian thực hiện: ",
            before("Trước ngày 15/6/2024", "2024-06-15", responsible="Phòng Tư pháp"),
            ".",
        ),
        h2("3. Tuyên truyền trên hệ thống truyền thanh"),
        item("- Đơn vị chủ trì: Trung tâm Văn hóa - Thể thao thị xã."),
        item(
            "- Thời gian thực hiện: ",
            always("Thường xuyên", responsible="Trung tâm Văn hóa - Thể thao thị xã"),
            ".",
        ),
        h("II. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Công an thị xã theo dõi, báo cáo UBND thị xã ",
            before("trước ngày 10/12/2024", "2024-12-10", responsible="Công an thị xã"),
            ".",
        ),
        item("2. UBND các xã, phường căn cứ Kế hoạch này tổ chức thực hiện./."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Lý Minh Hoàng"),
    signers=(("Lý Minh Hoàng", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=("Công an tỉnh;", "TT Thị ủy;", "UBND các xã, phường;", "Lưu: VT."),
)

"""A plan that amends another plan: amends and amended_by in text, articles and clauses (text)."""

from corpus.words import STATE, basis, before, cite, h, item, p
from corpus.write import Sample

PLAN = Sample(
    name="p37_dieu_chinh_ke_hoach",
    format="txt",
    doc_type="Kế hoạch",
    title=("Điều chỉnh nhiệm vụ cải cách hành chính năm 2023",),
    issuer="UBND quận Bình Lợi",
    letterhead=("ỦY BAN NHÂN DÂN", "QUẬN BÌNH LỢI"),
    printed_number="Số: 290/KH-UBND",
    number="290",
    symbol="290/KH-UBND",
    printed_date="Bình Lợi, ngày 21 tháng 7 năm 2023",
    issued_on="2023-07-21",
    place="Bình Lợi",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Nghị quyết 131/NQ-CP",
                "06/10/2022",
                "Chính phủ",
                "về đẩy mạnh cải cách thủ tục hành chính và hiện đại hóa phương thức chỉ đạo, điều hành",
            ),
            "; xét đề nghị của Phòng Nội vụ tại ",
            basis("Tờ trình 88/TTr-NV", "14/7/2023"),
            ", UBND quận ban hành Kế hoạch như sau:",
        ),
        h("I. NỘI DUNG ĐIỀU CHỈNH"),
        item(
            "1. Các nhiệm vụ khác giữ nguyên theo ",
            cite(
                "Kế hoạch 15/KH-UBND", "13/01/2023", "UBND quận", "về cải cách hành chính năm 2023"
            ),
            ".",
        ),
        item(
            "2. Niêm yết thủ tục theo ",
            cite(
                "Nghị định 107/2021/NĐ-CP",
                "06/12/2021",
                "Chính phủ",
                (
                    "sửa đổi, bổ sung một số điều của ",
                    cite(
                        "Nghị định 61/2018/NĐ-CP",
                        "23/4/2018",
                        "Chính phủ",
                        "về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính",
                        role="amended_by",
                    ),
                ),
                role="amends",
            ),
            ".",
        ),
        item(
            "3. Áp dụng ",
            cite(
                "Nghị định 61/2018/NĐ-CP",
                pin="điểm a khoản 1 Điều 14 và Điều 17",
                pins=("điểm a khoản 1 Điều 14", "Điều 17"),
            ),
            ".",
        ),
        h("II. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Phòng Nội vụ đôn đốc; các phòng, ban báo cáo khó khăn về UBND quận ",
            before("trước ngày 31/7/2023", "2023-07-31", responsible="các phòng, ban"),
            ".",
        ),
        item(
            "2. UBND các phường rà soát, cập nhật ",
            before("trước ngày 15 tháng 8 năm 2023", "2023-08-15", responsible="UBND các phường"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Nghiêm Thu Trà"),
    signers=(("Nghiêm Thu Trà", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=("Sở Nội vụ;", "TT. Quận ủy;", "Các phòng, ban; UBND các phường;", "Lưu: VT."),
)

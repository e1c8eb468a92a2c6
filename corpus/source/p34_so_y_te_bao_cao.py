"""A health department's plan: reporting rules of every rhythm, school and fiscal years (text)."""

from corpus.words import (
    QUARTERLY,
    STATE,
    basis,
    before,
    by,
    cite,
    event,
    every,
    h,
    h2,
    item,
    offset,
    p,
    yearly,
)  # fmt: skip
from corpus.write import Sample

PLAN = Sample(
    name="p34_so_y_te_bao_cao",
    format="txt",
    doc_type="Kế hoạch",
    title=("Thực hiện chế độ báo cáo thống kê ngành y tế năm 2024",),
    issuer="Sở Y tế tỉnh Hải Lâm",
    letterhead=("UBND TỈNH HẢI LÂM", "SỞ Y TẾ"),
    printed_number="Số: 77 /KH - SYT",
    number="77",
    symbol="77/KH-SYT",
    printed_date="Hải Lâm, ngày 08 tháng 01 năm 2024",
    issued_on="2024-01-08",
    place="Hải Lâm",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Nghị định 09/2019/NĐ-CP",
                "24/01/2019",
                "Chính phủ",
                "quy định về chế độ báo cáo của cơ quan hành chính nhà nước",
            ),
            ", Sở Y tế ban hành Kế hoạch:",
        ),
        h("I. THỜI HẠN GỬI BÁO CÁO"),
        item(
            "1. Báo cáo tháng: ",
            every("chậm nhất ngày 18 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=18", "by"),
            ".",
        ),
        item(
            "2. Báo cáo quý: ",
            every("trước ngày 15 của tháng cuối quý", yearly("3,6,9,12", 15), "before"),
            ".",
        ),
        item(
            "3. Báo cáo năm: ",
            every("trước ngày 10 tháng 12 hằng năm", yearly(12, 10), "before"),
            ".",
        ),
        item(
            "4. Báo cáo đột xuất: ",
            event("khi có yêu cầu của Bộ Y tế", "có yêu cầu của Bộ Y tế"),
            ".",
        ),
        h("II. TRÁCH NHIỆM"),
        h2("1. Trung tâm Y tế các huyện, thành phố"),
        item(
            "- Nhập số liệu lên phần mềm, gửi bản điện tử về Sở ",
            before(
                "trước 10 giờ 00 phút ngày 25/6/2024",
                "2024-06-25",
                responsible="Trung tâm Y tế các huyện, thành phố",
            ),
            ".",
        ),
        item(
            "- Đính chính số liệu ",
            offset(
                "trong vòng 02 ngày kể từ ngày nhận được thông báo",
                "P2D",
                "ngày nhận được thông báo",
                "at_most",
                responsible="Trung tâm Y tế các huyện, thành phố",
            ),
            ".",
        ),
        h2("2. Văn phòng Sở"),
        item(
            "- Kiểm tra chất lượng số liệu ",
            every("định kỳ hằng quý", QUARTERLY, responsible="Văn phòng Sở"),
            "; tổng hợp theo ",
            cite("Thông tư 37/2019/TT-BYT", "30/12/2019", "Bộ Y tế"),
            ".",
        ),
        item(
            "- Trình Giám đốc Sở báo cáo tổng kết ",
            by("chậm nhất vào ngày 20 tháng 12 năm 2024", "2024-12-20", responsible="Văn phòng Sở"),
            ".",
        ),
    ),
    signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Tô Hải Yến"),
    signers=(("Tô Hải Yến", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),),
    recipients=("UBND tỉnh;", "Trung tâm Y tế các huyện, thành phố;", "Lưu: VT, KHTC."),
)

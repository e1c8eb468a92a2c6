"""A joint plan of the police and the Women's Union of a ward, 2026, two signers (PDF)."""

from corpus.words import STATE, basis, before, cite, every, h, h2, item, p, span, times, yearly
from corpus.write import Sample

PLAN = Sample(
    name="p59_lien_tich_cong_an_phu_nu",
    format="pdf",
    doc_type="Kế hoạch",
    title=("Phối hợp phòng, chống bạo lực gia đình và lừa đảo qua mạng năm 2026",),
    issuer="Công an phường Cửa Lĩnh - Hội Liên hiệp Phụ nữ phường Cửa Lĩnh",
    letterhead=("CÔNG AN PHƯỜNG CỬA LĨNH", "HỘI LIÊN HIỆP PHỤ NỮ PHƯỜNG CỬA LĨNH"),
    printed_number="Số: 02/KHPH-CAP-HPN",
    number="02",
    symbol="02/KHPH-CAP-HPN",
    printed_date="Cửa Lĩnh, ngày 05 tháng 02 năm 2026",
    issued_on="2026-02-05",
    place="Cửa Lĩnh",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Nghị quyết liên tịch 01/2022/NQLT-BCA-TWHLHPNVN",
                "16/8/2022",
                "Bộ Công an và Trung ương Hội Liên hiệp Phụ nữ Việt Nam",
                "về phối hợp quản lý, giáo dục con em trong gia đình",
            ),
            ", hai ngành thống nhất nội dung phối hợp năm 2026:",
        ),
        h("I. NỘI DUNG"),
        item(
            "1. Hai ngành gặp mặt, trao đổi tin tức ",
            times("ít nhất 01 lần/tháng", "1/P1M", "at_least"),
            ".",
        ),
        item("2. Duy trì các tổ phụ nữ tự quản ở 11 tổ dân phố."),
        item(
            "3. Tổ chức phiên tòa giả định ",
            span("trong tháng 6/2026", "2026-06-01", "2026-06-30"),
            " và diễn đàn ",
            span("từ ngày 15/10/2026 đến ngày 20/10/2026", "2026-10-15", "2026-10-20"),
            ".",
        ),
        h("II. PHÂN CÔNG"),
        h2("1. Công an phường"),
        item(
            "a) Cử cán bộ tập huấn cho các tổ phụ nữ tự quản; nội dung theo ",
            cite("Chỉ thị 13/CT-TTg", "13/6/2023", "Thủ tướng Chính phủ"),
            ".",
        ),
        item(
            "b) Gửi danh sách đối tượng cần cảm hóa cho Hội Phụ nữ ",
            before("trước ngày 28/02/2026", "2026-02-28", responsible="Công an phường"),
            ".",
        ),
        h2("2. Hội Liên hiệp Phụ nữ phường"),
        item(
            "- Sơ kết ",
            before("trước ngày 15/6", "2026-06-15", responsible="Hội Liên hiệp Phụ nữ phường"),
            ", tổng kết gửi hai ngành cấp trên ",
            every(
                "trước ngày 30/11 hằng năm",
                yearly(11, 30),
                "before",
                responsible="Hội Liên hiệp Phụ nữ phường",
            ),
            "./.",
        ),
    ),
    signature=("TM. BAN THƯỜNG VỤ HỘI LHPN", "CHỦ TỊCH", "", "Kiều Thị Hợi"),
    beside=("CÔNG AN PHƯỜNG", "TRƯỞNG CÔNG AN PHƯỜNG", "", "Thượng tá Vi Văn Sáng"),
    signers=(
        ("Kiều Thị Hợi", "CHỦ TỊCH", "TM. BAN THƯỜNG VỤ HỘI LHPN"),
        ("Thượng tá Vi Văn Sáng", "TRƯỞNG CÔNG AN PHƯỜNG", None),
    ),
    recipients=("Công an tỉnh;", "Hội LHPN tỉnh;", "Đảng ủy phường;", "Lưu: mỗi ngành 01 bản."),
)

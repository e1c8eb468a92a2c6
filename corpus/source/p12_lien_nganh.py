"""A joint plan of two departments with two signers side by side (DOCX)."""

from corpus.words import STATE, basis, before, every, h, h2, item, p, span, yearly
from corpus.write import Sample

PLAN = Sample(
    name="p12_lien_nganh",
    format="txt",
    doc_type="Kế hoạch",
    title=("Phối hợp công tác y tế trường học năm học 2023 - 2024",),
    issuer="Sở Y tế - Sở Giáo dục và Đào tạo tỉnh Hải Lâm",
    letterhead=("UBND TỈNH HẢI LÂM", "SỞ Y TẾ - SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
    printed_number="Số: 1120/KHLN-SYT-SGDĐT",
    number="1120",
    symbol="1120/KHLN-SYT-SGDĐT",
    printed_date="Hải Lâm, ngày 12 tháng 9 năm 2023",
    issued_on="2023-09-12",
    place="Hải Lâm",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Quyết định 85/QĐ-TTg",
                "17/01/2022",
                "Thủ tướng Chính phủ",
                "phê duyệt Chương trình Y tế trường học trong các cơ sở giáo dục mầm non và phổ thông gắn với "
                "y tế cơ sở giai đoạn 2021 - 2025",
            ),
            "; ",
            basis(
                "Thông tư liên tịch 13/2016/TTLT-BYT-BGDĐT",
                "12/5/2016",
                "Bộ Y tế, Bộ Giáo dục và Đào tạo",
                "quy định về công tác y tế trường học",
            ),
            "; liên ngành Y tế - Giáo dục và Đào tạo xây dựng Kế hoạch phối hợp như sau:",
        ),
        h("I. NỘI DUNG PHỐI HỢP"),
        item(
            "1. Khám sức khỏe đầu năm học cho học sinh, ",
            span("hoàn thành trong tháng 10/2023", "2023-10-01", "2023-10-31"),
            ".",
        ),
        item(
            "2. Kiểm tra liên ngành bếp ăn bán trú ",
            every("định kỳ 06 tháng một lần", "FREQ=MONTHLY;INTERVAL=6"),
            ".",
        ),
        h("II. TỔ CHỨC THỰC HIỆN"),
        h2("1. Sở Y tế"),
        item(
            "- Chỉ đạo trung tâm y tế cấp huyện tập huấn cho nhân viên y tế trường học ",
            before("trước ngày 15/11/2023", "2023-11-15", responsible="Sở Y tế"),
            ".",
        ),
        h2("2. Sở Giáo dục và Đào tạo"),
        item(
            "- Tổng hợp kết quả, gửi Sở Y tế ",
            every(
                "trước ngày 31/5 hằng năm",
                yearly(5, 31),
                "before",
                responsible="Sở Giáo dục và Đào tạo",
            ),
            "./.",
        ),
    ),
    signature=("SỞ Y TẾ", "GIÁM ĐỐC", "", "Lưu Bá Khải"),
    beside=("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Ngô Thị Diệu Hằng"),
    signers=(
        ("Lưu Bá Khải", "GIÁM ĐỐC", None),
        ("Ngô Thị Diệu Hằng", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
    ),
    recipients=(
        "UBND tỉnh (b/c);",
        "Trung tâm Kiểm soát bệnh tật tỉnh;",
        "Phòng GD&ĐT các huyện;",
        "Lưu: VT, NVY, CTTT.",
    ),
)

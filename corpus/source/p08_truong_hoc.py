"""A school's plan for a school year, issued with a decision (text)."""

from corpus.write import Cite, Due, Listing, Par, Sample, Unit

TEAM = "Thành phần Tổ tự kiểm tra"

PLAN = Sample(
    name="p08_truong_hoc",
    format="txt",
    doc_type="Kế hoạch",
    title=("Kiểm tra nội bộ năm học 2020-2021",),
    issuer="Trường THCS Lý Tự Trọng",
    letterhead=("UBND HUYỆN ĐÔNG KHÊ", "TRƯỜNG THCS LÝ TỰ TRỌNG"),
    printed_number="Số: 35/KH-THCSLTT",
    number="35",
    symbol="35/KH-THCSLTT",
    printed_date="Đông Khê, ngày 14 tháng 9 năm 2020",
    issued_on="2020-09-14",
    place="Đông Khê",
    under_title=(
        "(Ban hành kèm theo ",
        Cite(
            "Quyết định",
            "41/QĐ-THCSLTT",
            "14/9/2020",
            "Hiệu trưởng Trường THCS Lý Tự Trọng",
            role="issued_with",
        ),
        ")",
    ),
    body=(
        Par(
            (
                "Căn cứ ",
                Cite("Luật", "43/2019/QH14", printed_type="Luật Giáo dục", role="legal_basis"),
                "; ",
                Cite(
                    "Thông tư",
                    "39/2013/TT-BGDĐT",
                    "04/12/2013",
                    "Bộ Giáo dục và Đào tạo",
                    about="hướng dẫn về thanh tra chuyên ngành trong lĩnh vực giáo dục",
                    role="legal_basis",
                ),
                ". Trường THCS Lý Tự Trọng xây dựng Kế hoạch kiểm tra nội bộ như sau:",
            )
        ),
        Par("I. MỤC ĐÍCH", "h1"),
        Par("Giúp tổ chuyên môn, giáo viên thấy rõ việc tốt, việc chưa tốt để sửa."),
        Par("II. TỔ CHỨC", "h1"),
        Par("1. Thành phần Tổ tự kiểm tra", "h2"),
        Par(
            (
                "- Đại diện các tổ: ",
                Unit("Tổ Toán - Tin", TEAM),
                ", ",
                Unit("Tổ Ngữ văn", TEAM),
                ", ",
                Unit("Tổ Văn phòng", TEAM),
                ".",
            ),
            "item",
        ),
        Par("2. Lịch kiểm tra", "h2"),
        Par(
            (
                "- Tổ kiểm tra công bố kết luận ",
                Due(
                    "chậm nhất là 05 ngày làm việc sau khi kết thúc kiểm tra",
                    "relative",
                    "at_most",
                    offset="P5D",
                    business=True,
                    anchor="kết thúc kiểm tra",
                    action="công bố kết luận",
                    responsible="Tổ kiểm tra",
                ),
                ".",
            ),
            "item",
        ),
        Par(
            (
                "- Báo cáo Phòng Giáo dục và Đào tạo ",
                Due(
                    "trước ngày 30/5/2021",
                    "date",
                    "before",
                    due="2021-05-30",
                    action="Báo cáo Phòng Giáo dục và Đào tạo",
                ),
                "./.",
            ),
            "item",
        ),
    ),
    signature=("HIỆU TRƯỞNG", "", "Vi Thị Hoài Thương"),
    signers=(("Vi Thị Hoài Thương", "HIỆU TRƯỞNG", None),),
    recipients=("Phòng GD&ĐT huyện;", "Các tổ chuyên môn;", "Lưu: VT."),
    lists=(Listing(TEAM, "member"),),
)

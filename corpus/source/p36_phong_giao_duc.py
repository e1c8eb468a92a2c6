"""An education office's inspection plan: schools as units, in bullets under a quarter (text)."""

from corpus.words import STATE, basis, h, h2, item, offset, p, span, times
from corpus.write import Listing, Sample, Unit

FIRST, SECOND = "Trong học kỳ I", "Trong học kỳ II"

PLAN = Sample(
    name="p36_phong_giao_duc",
    format="txt",
    doc_type="Kế hoạch",
    title=("Kiểm tra các cơ sở giáo dục năm học 2018 - 2019",),
    issuer="Phòng Giáo dục và Đào tạo huyện Vân Hải",
    letterhead=("UBND HUYỆN VÂN HẢI", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"),
    printed_number="Số: 455/KH-PGDĐT",
    number="455",
    symbol="455/KH-PGDĐT",
    printed_date="Vân Hải, ngày 20 tháng 9 năm 2018",
    issued_on="2018-09-20",
    place="Vân Hải",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Nghị định 42/2013/NĐ-CP",
                "09/5/2013",
                "Chính phủ",
                "về tổ chức và hoạt động thanh tra giáo dục",
            ),
            "; ",
            basis("Thông tư 39/2013/TT-BGDĐT", "04/12/2013", "Bộ trưởng Bộ Giáo dục và Đào tạo"),
            "; ",
            basis("Hướng dẫn 1290/HD-SGDĐT", "10/9/2018", "Sở Giáo dục và Đào tạo"),
            ", Phòng Giáo dục và Đào tạo xây dựng Kế hoạch kiểm tra như sau:",
        ),
        h("I. NỘI DUNG"),
        p("Quản lý dạy thêm, học thêm; thu, chi đầu năm; an toàn trường học."),
        h("II. ĐỐI TƯỢNG KIỂM TRA"),
        h2("1. ", span("Trong học kỳ I", None, None)),
        item("- ", Unit("Trường Mầm non Hoa Sen", FIRST), ";"),
        item("- ", Unit("Trường Tiểu học Cồn Sậy", FIRST), ";"),
        item("- ", Unit("Trường THCS Hải Bình", FIRST), "."),
        h2("2. ", span("Trong học kỳ II", None, None)),
        item("- ", Unit("Trường Mầm non Ánh Dương", SECOND), ";"),
        item("- ", Unit("Trường Tiểu học số 2 An Lộc", SECOND), "."),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Hiệu trưởng các trường tự kiểm tra ",
            times("ít nhất 02 lần/năm", "2/P1Y", "at_least", responsible="Hiệu trưởng các trường"),
            ".",
        ),
        item(
            "2. Đoàn kiểm tra lưu hồ sơ, thông báo kết quả ",
            offset(
                "sau khi kết thúc kiểm tra 05 ngày",
                "P5D",
                "kết thúc kiểm tra",
                "after",
                responsible="Đoàn kiểm tra",
            ),
            ".",
        ),
        item(
            "3. Thời gian kiểm tra: ",
            span("Từ tháng 10/2018 đến tháng 4/2019", "2018-10-01", "2019-04-30"),
            ".",
        ),
    ),
    signature=("TRƯỞNG PHÒNG", "", "Ma Văn Tiệp"),
    signers=(("Ma Văn Tiệp", "TRƯỞNG PHÒNG", None),),
    recipients=("Sở GD&ĐT (b/c);", "UBND huyện (b/c);", "Các trường trực thuộc;", "Lưu: VT."),
    lists=(Listing(FIRST, "inspected"), Listing(SECOND, "inspected")),
)

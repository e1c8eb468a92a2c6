"""A provincial department's plan of 2016 with cited lists and no table (text)."""

from corpus.write import Cite, Due, Par, Sample

PLAN = Sample(
    name="p04_so_tuyen_truyen",
    format="txt",
    doc_type="Kế hoạch",
    title=("Tuyên truyền, phổ biến pháp luật cho cán bộ, công chức, viên chức năm 2016",),
    issuer="Sở Tư pháp tỉnh Hải Lâm",
    letterhead=("UBND TỈNH HẢI LÂM", "SỞ TƯ PHÁP"),
    printed_number="Số: 210/KH-STP",
    number="210",
    symbol="210/KH-STP",
    printed_date="Hải Lâm, ngày 02 tháng 02 năm 2016",
    issued_on="2016-02-02",
    place="Hải Lâm",
    body=(
        Par(
            (
                "Căn cứ ",
                Cite(
                    "Luật",
                    None,
                    role="legal_basis",
                    printed_type="Luật Phổ biến, giáo dục pháp luật",
                    on="năm 2012",
                    iso=None,
                ),
                "; các ",
                Cite(
                    "Nghị định",
                    "28/2013/NĐ-CP",
                    "04/4/2013",
                    role="legal_basis",
                    shared_by="Chính phủ",
                ),
                " và ",
                Cite(
                    "Nghị định",
                    "55/2011/NĐ-CP",
                    "04/7/2011",
                    "Chính phủ",
                    role="legal_basis",
                    printed_type="",
                    so="số ",
                ),
                "; ",
                Cite(
                    "Thông tư liên tịch",
                    "14/2014/TTLT-BTC-BTP",
                    "27/01/2014",
                    "Bộ Tài chính, Bộ Tư pháp",
                    about="quy định việc lập dự toán, quản lý, sử dụng và quyết toán kinh phí bảo đảm cho công tác phổ biến, giáo dục pháp luật",
                    role="legal_basis",
                ),
                "; ",
                Cite(
                    "Công văn",
                    "4285/BTP-PBGDPL",
                    "20/11/2015",
                    "Bộ Tư pháp",
                    about="về việc hướng dẫn công tác phổ biến, giáo dục pháp luật",
                    role="legal_basis",
                ),
                ", Sở Tư pháp ban hành Kế hoạch như sau:",
            )
        ),
        Par("I. MỤC ĐÍCH", "h1"),
        Par(
            "Giúp cán bộ, công chức, viên chức của Sở hiểu và làm đúng pháp luật trong công việc hằng ngày."
        ),
        Par("II. NỘI DUNG", "h1"),
        Par(
            (
                "1. Quán triệt ",
                Cite(
                    "Chỉ thị",
                    "32-CT/TW",
                    "09/12/2003",
                    "Ban Bí thư",
                    about="về tăng cường sự lãnh đạo của Đảng trong công tác phổ biến, giáo dục pháp luật",
                ),
                ".",
            ),
            "item",
        ),
        Par(
            (
                "2. Giới thiệu ",
                Cite("Bộ luật", "91/2015/QH13", printed_type="Bộ luật Dân sự"),
                "; điểm mới của ",
                Cite("Nghị định", "34/2016/NĐ-CP"),
                " khi được ban hành.",
            ),
            "item",
        ),
        Par(
            (
                "3. Tổ chức hội nghị chuyên đề ",
                Due(
                    "ít nhất 02 lần/năm",
                    "recurring",
                    "at_least",
                    freq="2/P1Y",
                    action="Tổ chức hội nghị chuyên đề",
                ),
                ".",
            ),
            "item",
        ),
        Par("III. TỔ CHỨC THỰC HIỆN", "h1"),
        Par(
            (
                "1. Phòng Phổ biến, giáo dục pháp luật: chủ trì, phối hợp với Văn phòng Sở triển khai Kế hoạch; "
                "tổng hợp báo cáo Giám đốc Sở ",
                Due(
                    "trước ngày 05 tháng cuối cùng của mỗi quý",
                    "recurring",
                    "before",
                    rrule="FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=5",
                    action="tổng hợp báo cáo Giám đốc Sở",
                    responsible="Phòng Phổ biến, giáo dục pháp luật",
                ),
                ".",
            ),
            "item",
        ),
        Par(
            (
                "2. Các phòng, đơn vị thuộc Sở: đăng ký nội dung về Phòng Phổ biến, giáo dục pháp luật ",
                Due(
                    "chậm nhất ngày 29/02/2016",
                    "date",
                    "by",
                    due="2016-02-29",
                    action="đăng ký nội dung",
                    responsible="Các phòng, đơn vị thuộc Sở",
                ),
                "./.",
            ),
            "item",
        ),
    ),
    signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Hoàng Thế Vĩnh"),
    signers=(("Hoàng Thế Vĩnh", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),),
    recipients=(
        "Hội đồng PHPBGDPL tỉnh (để b/c);",
        "Giám đốc, các PGĐ Sở;",
        "Các phòng, đơn vị thuộc Sở;",
        "Lưu: VT, PBGDPL.",
    ),
)

"""A district's land survey: one instrument with two dates, one dated after the plan (text)."""

from corpus.words import STATE, basis, basis_law, before, cite, h, item, p
from corpus.write import Sample

PLAN = Sample(
    name="p27_huyen_dat_dai",
    format="txt",
    layout="pipes",
    doc_type="Kế hoạch",
    title=("Kiểm kê đất đai, lập bản đồ hiện trạng sử dụng đất năm 2019",),
    issuer="UBND huyện Thanh Hòa Trung",
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN THANH HÒA TRUNG"),
    printed_number="Số: 176/KH-UBND",
    number="176",
    symbol="176/KH-UBND",
    printed_date="Thanh Hòa Trung, ngày 11 tháng 9 năm 2019",
    issued_on="2019-09-11",
    place="Thanh Hòa Trung",
    **STATE,
    body=(
        p("Căn cứ ", basis_law("Luật Đất đai", "ngày 29/11/2013"), ";"),
        p(
            "Căn cứ ",
            basis(
                "Chỉ thị 15/CT-TTg",
                "01/8/2019",
                "Thủ tướng Chính phủ",
                "về việc kiểm kê đất đai, lập bản đồ hiện trạng sử dụng đất năm 2019",
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis(
                "Thông tư 27/2018/TT-BTNMT",
                "14/12/2018",
                "Bộ Tài nguyên và Môi trường",
                "quy định về thống kê, kiểm kê đất đai và lập bản đồ hiện trạng sử dụng đất",
            ),
            ";",
        ),
        p(
            "Thực hiện ",
            basis("Kế hoạch 305/KH-UBND", "28/8/2019", "UBND tỉnh"),
            ", UBND huyện xây dựng Kế hoạch như sau:",
        ),
        h("I. NỘI DUNG"),
        item(
            "1. Cấp xã hoàn thành khoanh vẽ thực địa ",
            before("trước ngày 16/01/2020", "2020-01-16", responsible="Cấp xã"),
            "; cấp huyện tổng hợp ",
            before("trước ngày 01/3/2020", "2020-03-01", responsible="cấp huyện"),
            ".",
        ),
        item("2. Số liệu kiểm kê tính đến hết ngày 31/12/2019."),
        h("II. KINH PHÍ"),
        p(
            "Thực hiện theo ",
            cite(
                "Công văn 4120/UBND-KT", "15/10/2019", "UBND tỉnh", suspect="dated after the plan"
            ),
            "; ngân sách huyện bảo đảm phần còn thiếu.",
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Phòng Tài nguyên và Môi trường bám sát ",
            cite("Kế hoạch 305/KH-UBND", "26/8/2019", "UBND tỉnh"),
            ".",
        ),
        item("2. UBND các xã, thị trấn bố trí người dẫn đạc, phối hợp đơn vị tư vấn."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Thái Bảo Toàn"),
    signers=(("Thái Bảo Toàn", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=(
        "Sở TNMT;",
        "TTHU, TT HĐND huyện;",
        "Các phòng, ban;",
        "UBND các xã, thị trấn;",
        "Lưu: VT, TNMT.",
    ),
    flags=(
        ("conflicting_dates", "305/KH-UBND is cited with 2019-08-28 and 2019-08-26"),
        ("date_after_issue", "4120/UBND-KT is dated 2019-10-15, plan issued 2019-09-11"),
    ),
)

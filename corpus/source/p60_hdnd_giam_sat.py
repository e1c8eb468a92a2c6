"""A people's council committee's supervision plan: a schedule of units by day, pipe tables (text)."""

from corpus.words import STATE, basis, basis_law, before, h, item, law, on_day, p, span
from corpus.write import Listing, Sample, Table, Unit

UNDER = "Lịch giám sát tại các đơn vị"

PLAN = Sample(
    name="p60_hdnd_giam_sat",
    format="txt",
    layout="pipes",
    doc_type="Kế hoạch",
    title=("Giám sát việc giải quyết ý kiến, kiến nghị của cử tri", "năm 2018 trên địa bàn huyện"),
    issuer="Ban Pháp chế HĐND huyện Vân Hải",
    letterhead=("HỘI ĐỒNG NHÂN DÂN HUYỆN VÂN HẢI", "BAN PHÁP CHẾ"),
    printed_number="Số: 09/KH-BPC",
    number="09",
    symbol="09/KH-BPC",
    printed_date="Vân Hải, ngày 17 tháng 8 năm 2018",
    issued_on="2018-08-17",
    place="Vân Hải",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis_law("Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân", "năm 2015"),
            "; ",
            basis(
                "Nghị quyết 14/NQ-HĐND",
                "20/12/2017",
                "HĐND huyện",
                "về chương trình giám sát của HĐND huyện năm 2018",
            ),
            ", Ban Pháp chế xây dựng kế hoạch giám sát như sau:",
        ),
        h("I. PHẠM VI, NỘI DUNG"),
        p(
            "Giám sát các ý kiến cử tri gửi từ kỳ họp thứ 5 đến kỳ họp thứ 7; trách nhiệm trả lời theo ",
            law("Luật Tiếp công dân", pin="Điều 28", pins=("Điều 28",)),
            ".",
        ),
        h("II. THỜI GIAN, ĐỊA ĐIỂM"),
        item(
            "1. Thời kỳ số liệu: từ 01/01/2017 đến 30/6/2018.",
        ),
        item(
            "2. Báo cáo của đơn vị gửi về Ban Pháp chế ",
            before("trước ngày 31/8/2018", "2018-08-31", responsible="đơn vị"),
            ".",
        ),
        item("3. Đoàn làm việc theo lịch sau:"),
        Table(
            caption=(UNDER,),
            header=(("TT", "Đơn vị", "Thời gian làm việc"),),
            columns=("ordinal", "unit", "deadline"),
            rows=(
                (
                    "1",
                    Unit("UBND xã An Lộc Sơn", UNDER),
                    on_day("Sáng ngày 05/9/2018", "2018-09-05"),
                ),
                ("2", Unit("UBND xã Phú Khê", UNDER), on_day("Chiều ngày 05/9/2018", "2018-09-05")),
                (
                    "3",
                    Unit("Phòng Tài nguyên và Môi trường", UNDER),
                    on_day("Ngày 07/9/2018", "2018-09-07"),
                ),
            ),
            kind="unit_list",
            widths=(1, 6, 4),
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "Văn phòng HĐND và UBND huyện hoàn thiện báo cáo kết quả giám sát ",
            span(
                "trong tháng 10/2018",
                "2018-10-01",
                "2018-10-31",
                responsible="Văn phòng HĐND và UBND huyện",
            ),
            "./.",
        ),
    ),
    signature=("TM. BAN PHÁP CHẾ", "TRƯỞNG BAN", "", "Tống Khánh Hòa"),
    signers=(("Tống Khánh Hòa", "TRƯỞNG BAN", "TM. BAN PHÁP CHẾ"),),
    recipients=("Thường trực HĐND huyện;", "UBND huyện;", "Các đơn vị được giám sát;", "Lưu: VT."),
    lists=(Listing(UNDER, "inspected"),),
)

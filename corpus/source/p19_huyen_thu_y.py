"""A district's vaccination plan: rounds, an outline that is promised and missing, pipe tables (text)."""

from corpus.words import STATE, basis, basis_law, every, h, item, monthly, p, span
from corpus.write import Sample, Table

PLAN = Sample(
    name="p19_huyen_thu_y",
    format="txt",
    layout="pipes",
    doc_type="Kế hoạch",
    title=("Phòng, chống dịch bệnh gia súc, gia cầm trên địa bàn huyện năm 2021",),
    issuer="UBND huyện Cầu Treo",
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN CẦU TREO"),
    printed_number="Số: 214/KH-UBND",
    number="214",
    symbol="214/KH-UBND",
    printed_date="Cầu Treo, ngày 25 tháng 02 năm 2021",
    issued_on="2021-02-25",
    place="Cầu Treo",
    **STATE,
    body=(
        p("Căn cứ ", basis_law("Luật Thú y", "ngày 19/6/2015"), ";"),
        p(
            "Căn cứ ",
            basis(
                "Thông tư 07/2016/TT-BNNPTNT",
                "31/5/2016",
                "Bộ Nông nghiệp và Phát triển nông thôn",
                "quy định về phòng, chống dịch bệnh động vật trên cạn",
            ),
            ";",
        ),
        p(
            "Thực hiện ",
            basis(
                "Văn bản 127/SNN-CNTY",
                "18/01/2021",
                "Sở Nông nghiệp và PTNT",
                "về việc tiêm phòng vụ Xuân năm 2021",
            ),
            ", UBND huyện ban hành Kế hoạch như sau:",
        ),
        h("I. MỤC TIÊU"),
        p("Tỷ lệ tiêm phòng đạt từ 80% tổng đàn; không để phát sinh ổ dịch mới."),
        h("II. THỜI GIAN TIÊM PHÒNG"),
        item("- Đợt 1: ", span("từ ngày 10/3 đến ngày 15/4/2021", "2021-03-10", "2021-04-15"), ";"),
        item(
            "- Đợt 2: ", span("từ tháng 9 đến tháng 10 năm 2021", "2021-09-01", "2021-10-31"), "."
        ),
        h("III. KINH PHÍ"),
        Table(
            caption=("DỰ TOÁN KINH PHÍ",),
            header=(("STT", "Nội dung", "ĐVT", "Số lượng", "Thành tiền (đồng)"),),
            columns=("ordinal", "task", "unit", "count", "budget"),
            rows=(
                ("1", "Vắc xin lở mồm long móng", "liều", "12.000", "216.000.000"),
                ("2", "Vắc xin dại", "liều", "3.500", "52.500.000"),
                ("3", "Hóa chất khử trùng", "lít", "400", "60.000.000"),
                ("", "Tổng cộng", "", "", "328.500.000"),
            ),
            kind="other",
            widths=(1, 5, 2, 2, 3),
        ),
        h("IV. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Trung tâm Dịch vụ nông nghiệp huyện: tổng hợp tiến độ, báo cáo UBND huyện ",
            every(
                "trước ngày 25 hằng tháng",
                monthly(25),
                "before",
                responsible="Trung tâm Dịch vụ nông nghiệp huyện",
            ),
            " theo Mẫu biểu kèm theo Kế hoạch này.",
        ),
        item("2. UBND các xã, thị trấn chuẩn bị nhân lực, bảo quản vắc xin."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Tống Văn Hiển"),
    signers=(("Tống Văn Hiển", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "Chi cục Chăn nuôi và Thú y;",
        "TT. Huyện ủy, TT. HĐND huyện;",
        "UBND các xã, thị trấn;",
        "Lưu: VT, NN.",
    ),
    flags=(("missing_attachment", '"Mẫu biểu kèm theo Kế hoạch này" is not in the file'),),
)

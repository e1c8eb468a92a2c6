"""A district's food-safety month: sections that skip a number, team and inspected lists (text)."""

from corpus.words import STATE, basis, basis_law, before, by, h, h2, item, p, span
from corpus.write import Listing, Sample, Table, Unit

TEAM, PLACES = "Thành phần Đoàn kiểm tra liên ngành", "Địa bàn kiểm tra"

PLAN = Sample(
    name="p31_huyen_an_toan_thuc_pham",
    format="txt",
    doc_type="Kế hoạch",
    title=("Triển khai Tháng hành động vì an toàn thực phẩm năm 2018",),
    issuer="UBND huyện Trà Cú Nam",
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN TRÀ CÚ NAM"),
    printed_number="Số: 39/KH-UBND",
    number="39",
    symbol="39/KH-UBND",
    printed_date="Trà Cú Nam, ngày 28 tháng 3 năm 2018",
    issued_on="2018-03-28",
    place="Trà Cú Nam",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis_law("Luật An toàn thực phẩm", "ngày 17 tháng 6 năm 2010"),
            "; ",
            basis(
                "Nghị định 15/2018/NĐ-CP",
                "02/02/2018",
                "Chính phủ",
                (
                    "quy định chi tiết thi hành một số điều của ",
                    basis_law("Luật An toàn thực phẩm", role="mention"),
                ),
            ),
            "; ",
            basis("Kế hoạch 24/KH-UBND", "13/3/2018", "Ủy ban nhân dân tỉnh"),
            ". Ủy ban nhân dân huyện ban hành Kế hoạch như sau:",
        ),
        h("I. THỜI GIAN"),
        p("Thời gian triển khai: ", span("từ 15/4 đến 15/5/2018", "2018-04-15", "2018-05-15"), "."),
        h("II. KIỂM TRA LIÊN NGÀNH"),
        h2("1. Thành phần Đoàn kiểm tra liên ngành"),
        p(
            "Gồm đại diện ",
            Unit("Phòng Y tế", TEAM),
            ", ",
            Unit("Phòng Nông nghiệp và Phát triển nông thôn", TEAM),
            ", ",
            Unit("Phòng Kinh tế và Hạ tầng", TEAM),
            " và ",
            Unit("Công an huyện", TEAM),
            ".",
        ),
        h2("2. Địa bàn kiểm tra"),
        p(
            "Tiến hành kiểm tra tại ",
            Unit("xã Ngọc Biên Hạ", PLACES),
            ", ",
            Unit("xã Hàm Giang Tây", PLACES),
            " và ",
            Unit("thị trấn Định An Đông", PLACES),
            ".",
        ),
        h("IV. KINH PHÍ"),
        Table(
            header=(("TT", "Nội dung chi", "Số tiền"),),
            columns=("ordinal", "task", "budget"),
            rows=(
                ("2,1", "In băng rôn", "3.600.000"),
                ("2.2", "Test nhanh", "7.400.000"),
                ("", "Cộng", "11.000.000"),
            ),
            kind="other",
            widths=(1, 6, 3),
        ),
        h("V. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Phòng Y tế tổng hợp, báo cáo Sở Y tế ",
            before("trước ngày 25/5/2018", "2018-05-25", responsible="Phòng Y tế"),
            ".",
        ),
        item(
            "2. UBND các xã, thị trấn gửi kế hoạch về Phòng Y tế ",
            by("hạn chót ngày 10/4/2018", "2018-04-10", responsible="UBND các xã, thị trấn"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Kim Thị Sa Rây"),
    signers=(("Kim Thị Sa Rây", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=("Sở Y tế;", "TT.HU, TT.HĐND huyện;", "BCĐ ATTP huyện;", "Lưu: VT, YT."),
    lists=(Listing(TEAM, "member"), Listing(PLACES, "inspected")),
    flags=(("ordinal_gap", "the outline goes from II to IV"), ("ordinal_format", '"2,1"')),
)

"""A district's plan whose top is lost: no letterhead, motto or date; number only over an appendix (text)."""

from corpus.words import NONE, basis, before, h, item, own, p
from corpus.write import Listing, Sample, Table, Unit

KH = "Kế hoạch 102/KH-UBND"
LIST = "Danh sách xã làm điểm"

PLAN = Sample(
    name="p40_huyen_khong_tieu_de",
    format="txt",
    doc_type="Kế hoạch",
    title=("Xây dựng xã đạt chuẩn tiếp cận pháp luật năm 2020",),
    issuer="UBND huyện Lâm Bình Thượng",
    letterhead=(),
    printed_number="",
    number="102",
    symbol="102/KH-UBND",
    printed_date="",
    issued_on="2020-04-22",
    place=None,
    **NONE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Quyết định 619/QĐ-TTg",
                "08/5/2017",
                "Thủ tướng Chính phủ",
                "ban hành Quy định về xây dựng xã, phường, thị trấn đạt chuẩn tiếp cận pháp luật",
            ),
            ", Ủy ban nhân dân huyện xây dựng kế hoạch như sau:",
        ),
        h("I. NỘI DUNG"),
        p("Chọn 03 xã làm điểm theo Phụ lục; các xã còn lại tự chấm điểm."),
        h("II. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Phòng Tư pháp hướng dẫn nghiệp vụ, thẩm định hồ sơ ",
            before("trước ngày 15/01/2021", "2021-01-15", responsible="Phòng Tư pháp"),
            ".",
        ),
        item(
            "2. UBND các xã nộp hồ sơ về Phòng Tư pháp ",
            before("trước ngày 25/12/2020", "2020-12-25", responsible="UBND các xã"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Ma Phúc Toàn"),
    signers=(("Ma Phúc Toàn", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=("Sở Tư pháp;", "UBND các xã;", "Lưu: VT."),
    appendices=(
        Table(
            appendix="PHỤ LỤC",
            caption=(LIST,),
            note=("(Ban hành kèm theo ", own(KH, "22/4/2020", "UBND huyện Lâm Bình Thượng"), ")"),
            header=(("TT", "Tên xã", "Ghi chú"),),
            columns=("ordinal", "unit", "note"),
            rows=(
                ("1", Unit("Xã Khuôn Hà Nam", LIST), ""),
                ("2", Unit("Xã Thượng Lâm Đông", LIST), "Xã điểm"),
                ("3", Unit("Xã Hồng Quang Tây", LIST), ""),
            ),
            kind="unit_list",
            widths=(1, 5, 2),
        ),
    ),
    lists=(Listing(LIST, "other"),),
    flags=(
        ("missing_letterhead", "no issuing body above the type word"),
        ("missing_number", "the number stands only over the appendix"),
        ("missing_date", "the date stands only over the appendix"),
    ),
)

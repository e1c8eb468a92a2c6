"""A district's inspection plan with two lists of communes and deadlines in sentences (PDF)."""

from corpus.write import Cite, Due, Listing, Par, Sample, Table, Unit

KH = "92/KH-UBND"
FIRST = "Danh sách các xã, thị trấn được kiểm tra trực tiếp"
SECOND = "Danh sách các xã, thị trấn tự kiểm tra"


def table(label, title, names):
    return Table(
        appendix=label,
        caption=(title,),
        note=("(Kèm theo ", Cite("Kế hoạch", KH, "08/5/2019", "UBND huyện", role="self"), ")"),
        header=(("STT", "Tên đơn vị", "Ghi chú"),),
        columns=("ordinal", "unit", "note"),
        rows=tuple((str(i), Unit(name, title), "") for i, name in enumerate(names, 1)),
        kind="unit_list",
        widths=(1, 5, 2),
    )


PLAN = Sample(
    name="p02_huyen_kiem_tra",
    format="pdf",
    doc_type="Kế hoạch",
    title=("Kiểm tra công tác văn thư, lưu trữ năm 2019",),
    issuer="UBND huyện Vân Hải",
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN VÂN HẢI"),
    printed_number="Số: 92/KH-UBND",
    number="92",
    symbol=KH,
    printed_date="Vân Hải, ngày 08 tháng 5 năm 2019",
    issued_on="2019-05-08",
    place="Vân Hải",
    body=(
        Par(
            (
                "Căn cứ ",
                Cite(
                    "Luật",
                    None,
                    role="legal_basis",
                    printed_type="Luật Lưu trữ",
                    on="ngày 11/11/2011",
                    iso="2011-11-11",
                ),
                "; ",
                Cite(
                    "Nghị định",
                    "01/2013/NĐ-CP",
                    "03 tháng 01 năm 2013",
                    "Chính phủ",
                    about=(
                        "quy định chi tiết thi hành một số điều của ",
                        Cite("Luật", None, printed_type="Luật Lưu trữ"),
                    ),
                    role="legal_basis",
                ),
                "; ",
                Cite(
                    "Thông tư",
                    "07/2012/TT-BNV",
                    "22/11/2012",
                    "Bộ Nội vụ",
                    about="hướng dẫn quản lý văn bản, lập hồ sơ và nộp lưu hồ sơ, tài liệu vào Lưu trữ cơ quan",
                    role="legal_basis",
                ),
                "; UBND huyện Vân Hải xây dựng Kế hoạch kiểm tra công tác văn thư, lưu trữ năm 2019 như sau:",
            )
        ),
        Par("I. MỤC ĐÍCH, YÊU CẦU", "h1"),
        Par(
            "- Nắm thực trạng lập hồ sơ và giao nộp tài liệu ở cơ sở để hướng dẫn kịp thời.", "item"
        ),
        Par("- Việc kiểm tra không làm gián đoạn công việc của đơn vị.", "item"),
        Par("II. NỘI DUNG, THỜI GIAN", "h1"),
        Par("1. Nội dung: việc ban hành quy chế, lập danh mục hồ sơ, bố trí kho lưu trữ.", "item"),
        Par(
            (
                "2. Thời gian kiểm tra: ",
                Due(
                    "Từ tháng 6/2019 đến tháng 9/2019",
                    "period",
                    start="2019-06-01",
                    due="2019-09-30",
                    action="Kiểm tra công tác văn thư, lưu trữ",
                ),
                ".",
            ),
            "item",
        ),
        Par("III. TỔ CHỨC THỰC HIỆN", "h1"),
        Par("1. Phòng Nội vụ", "h2"),
        Par(
            (
                "- Thông báo lịch làm việc cho đơn vị ",
                Due(
                    "trước ngày kiểm tra 07 ngày",
                    "relative",
                    "before",
                    offset="P7D",
                    anchor="ngày kiểm tra",
                    action="Thông báo lịch làm việc cho đơn vị",
                    responsible="Phòng Nội vụ",
                ),
                ".",
            ),
            "item",
        ),
        Par(
            (
                "- Báo cáo Chủ tịch UBND huyện kết quả kiểm tra ",
                Due(
                    "chậm nhất ngày 15/10/2019",
                    "date",
                    "by",
                    due="2019-10-15",
                    action="Báo cáo Chủ tịch UBND huyện kết quả kiểm tra",
                    responsible="Phòng Nội vụ",
                ),
                ".",
            ),
            "item",
        ),
        Par("2. Đối với các xã, thị trấn tự kiểm tra", "h2"),
        Par(
            (
                "- Gửi báo cáo tự kiểm tra về UBND huyện ",
                Due(
                    "trước ngày 31/8/2019",
                    "date",
                    "before",
                    due="2019-08-31",
                    action="Gửi báo cáo tự kiểm tra",
                    responsible="các xã, thị trấn",
                ),
                "./.",
            ),
            "item",
        ),
    ),
    signature=(
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        " ",
        " ",
        "Trịnh Thị Bích Ngà",
    ),
    signers=(("Trịnh Thị Bích Ngà", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "Chi cục Văn thư - Lưu trữ tỉnh;",
        "Chủ tịch, các PCT UBND huyện;",
        "Các phòng, ban huyện;",
        "UBND các xã, thị trấn;",
        "Lưu: VT, NV.",
    ),
    appendices=(
        table(
            "Phụ lục I",
            FIRST,
            ["Thị trấn Cồn Sậy", "Xã Hải Bình Đông", "Xã An Lộc Sơn", "Xã Tân Mỹ Hạ"],
        ),
        table("Phụ lục II", SECOND, ["Xã Vĩnh Trà", "Xã Phú Khê", "Xã Long Đước"]),
    ),
    lists=(Listing(FIRST, "inspected"), Listing(SECOND, "self_inspected")),
)

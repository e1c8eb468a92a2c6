"""A district's plan as an OCR program writes Markdown: bold in cells, emphasis in citations (text)."""

from corpus.words import basis, before, cite, h, item, p, span
from corpus.write import Listing, Sample, Table, Unit

ZONES = "Các xã thực hiện thí điểm"

PLAN = Sample(
    name="p44_huyen_markdown",
    format="txt",
    formats=("txt",),  # its marks are Markdown's
    doc_type="Kế hoạch",
    title=("**Thí điểm mô hình “Ngày thứ Năm không viết, không hẹn” năm 2023**",),
    issuer="UBND huyện Mai Sơn Trung",
    letterhead=("**ỦY BAN NHÂN DÂN**", "**HUYỆN MAI SƠN TRUNG**"),
    motto=("**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**", "**Độc lập - Tự do - Hạnh phúc**"),
    printed_number="Số: **74** /KH-UBND",
    number="74",
    symbol="74/KH-UBND",
    printed_date="*Mai Sơn Trung, ngày **17** tháng 3 năm 2023*",
    issued_on="2023-03-17",
    place="Mai Sơn Trung",
    body=(
        p(
            "*Căn cứ ",
            basis(
                "Nghị định 107/2021/NĐ-CP",
                "06/12/2021",
                "Chính phủ",
                (
                    "sửa đổi, bổ sung một số điều của ",
                    cite("Nghị định 61/2018/NĐ-CP", "23/4/2018", "Chính phủ", role="amended_by"),
                ),
            ),
            ";*",
        ),
        p(
            "*Căn cứ ",
            basis(
                "Kế hoạch 31/KH-UBND", "09/02/2023", "UBND tỉnh", printed_symbol="**31**/KH-UBND"
            ),
            ";*",
        ),
        p("UBND huyện xây dựng Kế hoạch như sau:"),
        h("I. NỘI DUNG"),
        p(
            "Các xã thực hiện thí điểm gồm: ",
            Unit("Xã Chiềng Lương", ZONES),
            ", ",
            Unit("Xã Nà Bó", ZONES),
            ", ",
            Unit("Thị trấn Hát Lót", ZONES),
            ".",
        ),
        h("II. PHÂN CÔNG"),
        Table(
            header=(("**TT**", "**Nội dung**", "**Chủ trì**", "**Thời gian**"),),
            columns=("ordinal", "task", "lead", "deadline"),
            rows=(
                ("**I**", "**Chuẩn bị**", "", ""),
                (
                    "1",
                    "Lắp bảng hướng dẫn",
                    "Văn phòng HĐND-UBND huyện",
                    before("Trước 31/3/2023", "2023-03-31"),
                ),
                ("**II**", "**Thực hiện**", "", ""),
                (
                    "1",
                    "*Vận hành thí điểm*",
                    "UBND các xã",
                    span("Quý II/2023", "2023-04-01", "2023-06-30"),
                ),
            ),
            kind="task_plan",
            widths=(1, 5, 4, 3),
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "- Phòng Nội vụ sơ kết, báo cáo UBND huyện ",
            before("trước ngày 15/7/2023", "2023-07-15", responsible="Phòng Nội vụ"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Cầm Thị Phong"),
    signers=(("Cầm Thị Phong", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "Văn phòng UBND tỉnh;",
        "TT Huyện ủy, HĐND huyện;",
        "UBND các xã, thị trấn;",
        "Lưu: VT.",
    ),
    lists=(Listing(ZONES, "other"),),
)

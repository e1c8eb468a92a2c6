"""A district's plan whose bases are printed carelessly: lists, glue, spaces, lower-case types (text)."""

from corpus.words import STATE, basis, before, cite, h, item, p
from corpus.write import Sample

PLAN = Sample(
    name="p45_huyen_vien_dan_nhieu",
    format="txt",
    doc_type="Kế hoạch",
    title=("Phòng, chống dịch bệnh động vật năm 2022",),
    issuer="UBND huyện Bình Gia Đông",
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN BÌNH GIA ĐÔNG"),
    printed_number="Số : 45/KH -UBND",
    number="45",
    symbol="45/KH-UBND",
    printed_date="Bình Gia Đông, ngày 28 tháng 02 năm 2022",
    issued_on="2022-02-28",
    place="Bình Gia Đông",
    **STATE,
    body=(
        item(
            "- Căn cứ các ",
            basis(
                "Thông tư 07/2016/TT-BNNPTNT",
                "31/5/2016",
                shared_by="Bộ Nông nghiệp và Phát triển nông thôn",
            ),
            " và ",
            basis(
                "Thông tư 24/2019/TT-BNNPTNT",
                "24/12/2019",
                "Bộ Nông nghiệp và Phát triển nông thôn",
            ),
            ";",
        ),
        item(
            "- Căn cứ ",
            basis(
                "Công điện khẩn 9638/CĐ-BNN-TY",
                "14/11/2016",
                "Bộ Nông nghiệp và PTNT",
                "về việc tăng cường phòng, chống dịch bệnh gia súc",
            ),
            ";",
        ),
        item(
            "- Căn cứ các Quyết định của UBND tỉnh: ",
            basis(
                "Quyết định 624/QĐ-UBND",
                "23/4/2019",
                None,
                "về việc ban hành Kế hoạch phòng, chống bệnh Cúm gia cầm",
                shared_by="UBND tỉnh",
            ),
            "; ",
            basis(
                "Quyết định 73/QĐ-UBND",
                "15/01/2021",
                None,
                "về việc phê duyệt Kế hoạch phòng, chống bệnh Lở mồm long móng",
                shared_by="UBND tỉnh",
            ),
            ";",
        ),
        item(
            "- Căn cứ ",
            basis(
                "Nghị quyết 57-NQ/TW",
                "22/12/2024",
                "Bộ Chính trị",
                printed_symbol="57- NQ/TW",
                suspect="dated after the plan",
            ),
            ";",
        ),
        item(
            "- Thực hiện ",
            basis(
                "Công văn 4757/SNN-TY",
                "16/7/2021",
                "Sở Nông nghiệp và Phát triển nông thôn",
                "v/v xây dựng kế hoạch năm 2022",
                printed_type="công văn",
            ),
            "; ",
            basis(
                "Kế hoạch 12/KH-UBND",
                "11/01/2022",
                "UBND tỉnh",
                "về phòng, chống dịch bệnh động vật",
            ),
            ",",
        ),
        p("Ủy ban nhân dân huyện xây dựng Kế hoạch như sau:"),
        h("I. NHIỆM VỤ"),
        item(
            "1. Chốt kiểm dịch theo ",
            cite("Quyết định 16/2016/QĐ-TTg", "29/4/2016", "Thủ tướng Chính phủ", so=""),
            "; xử phạt theo khoản 2 Điều này và ",
            cite(
                "Nghị định 90/2017/NĐ-CP",
                "31/7/2017",
                "Chính phủ",
                pin="Điều 6, Điều 7",
                pins=("Điều 6", "Điều 7"),
            ),
            ".",
        ),
        item(
            "2. Hỗ trợ thiệt hại theo ",
            cite("Nghị định 02/2017/NĐ-CP"),
            " (sau đây gọi là ",
            cite("Nghị định 02/2017/NĐ-CP"),
            ").",
        ),
        h("II. TỔ CHỨC THỰC HIỆN"),
        item(
            "- UBND các xã, thị trấn báo cáo UBND huyện (qua Phòng Nông nghiệp và PTNT) ",
            before("trước ngày 10/3/2022", "2022-03-10", responsible="UBND các xã, thị trấn"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Hoàng Văn Nghì"),
    signers=(("Hoàng Văn Nghì", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "Chi cục CNTY tỉnh;",
        "TT HU, TT HĐND huyện;",
        "UBND các xã, thị trấn;",
        "Lưu: VT, NN.",
    ),
    flags=(("date_after_issue", "57-NQ/TW is dated 2024-12-22, plan issued 2022-02-28"),),
)

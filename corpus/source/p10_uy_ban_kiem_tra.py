"""A Party inspection committee's plan: Party symbols with commas, inspected cells in a sentence (text)."""

from corpus.words import PARTY, basis, before, by, does, h, item, offset, p, span
from corpus.write import Listing, Sample, Unit

CELLS = "Đối tượng kiểm tra"

PLAN = Sample(
    name="p10_uy_ban_kiem_tra",
    format="txt",
    doc_type="Kế hoạch",
    title=("Kiểm tra việc thực hiện Quy định về những điều đảng viên không được làm",),
    issuer="Ủy ban Kiểm tra Huyện ủy Đông Khê",
    letterhead=("HUYỆN ỦY ĐÔNG KHÊ", "ỦY BAN KIỂM TRA", "*"),
    printed_number="Số 21-KH/UBKTHU",
    number="21",
    symbol="21-KH/UBKTHU",
    printed_date="Đông Khê, ngày 14 tháng 3 năm 2022",
    issued_on="2022-03-14",
    place="Đông Khê",
    **PARTY,
    body=(
        item(
            "- Căn cứ ",
            basis(
                "Quy định 22-QĐ/TW",
                "28/7/2021",
                "Ban Chấp hành Trung ương",
                "về công tác kiểm tra, giám sát và kỷ luật của Đảng",
                comma=",",
            ),
            ";",
        ),
        item(
            "- Căn cứ ",
            basis(
                "Quy định 37-QĐ/TW",
                "25/10/2021",
                "Ban Chấp hành Trung ương",
                "về những điều đảng viên không được làm",
                comma=",",
            ),
            ";",
        ),
        item(
            "- Thực hiện ",
            basis(
                "Chương trình 12-CTr/HU",
                "20/01/2022",
                "Ban Chấp hành Đảng bộ huyện",
                "về kiểm tra, giám sát năm 2022",
                comma=",",
            ),
            ",",
        ),
        p("Ủy ban Kiểm tra Huyện ủy xây dựng kế hoạch kiểm tra như sau:"),
        h("I- NỘI DUNG, ĐỐI TƯỢNG"),
        item("1- Nội dung: việc quán triệt, cam kết thực hiện ", does("Quy định 37-QĐ/TW"), "."),
        item(
            "2- Đối tượng kiểm tra: ",
            Unit("Chi bộ Trạm Y tế", CELLS),
            ", ",
            Unit("Chi bộ Trường THPT Đông Khê", CELLS),
            ", ",
            Unit("Đảng ủy xã Nà Sầm", CELLS),
            ".",
        ),
        item("3- Mốc kiểm tra: từ khi có Quy định đến hết tháng 02/2022."),
        h("II- THỜI GIAN, PHƯƠNG PHÁP"),
        item(
            "- Thời gian kiểm tra: ",
            span("từ ngày 18/4/2022 đến ngày 20/5/2022", "2022-04-18", "2022-05-20"),
            ".",
        ),
        item(
            "- Đối tượng kiểm tra gửi báo cáo tự kiểm tra cho Đoàn kiểm tra ",
            before("trước ngày 15/4/2022", "2022-04-15", responsible="Đối tượng kiểm tra"),
            ".",
        ),
        h("III- TỔ CHỨC THỰC HIỆN"),
        item(
            "1- Đoàn kiểm tra báo cáo kết quả với Ủy ban Kiểm tra Huyện ủy ",
            offset(
                "chậm nhất 10 ngày sau khi kết thúc kiểm tra",
                "P10D",
                "kết thúc kiểm tra",
                "at_most",
                responsible="Đoàn kiểm tra",
            ),
            ".",
        ),
        item(
            "2- Ủy ban Kiểm tra Huyện ủy thông báo kết luận ",
            by("chậm nhất ngày 30/6/2022", "2022-06-30", responsible="Ủy ban Kiểm tra Huyện ủy"),
            ".",
        ),
    ),
    signature=("T/M ỦY BAN KIỂM TRA", "CHỦ NHIỆM", "", "Mạc Thị Lan Chi"),
    signers=(("Mạc Thị Lan Chi", "CHỦ NHIỆM", "T/M ỦY BAN KIỂM TRA"),),
    recipients=(
        "Thường trực Huyện ủy (b/c);",
        "Các đồng chí Ủy viên UBKT;",
        "Các tổ chức đảng được kiểm tra;",
        "Lưu UBKT.",
    ),
    lists=(Listing(CELLS, "inspected"),),
)

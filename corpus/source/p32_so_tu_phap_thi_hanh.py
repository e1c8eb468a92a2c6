"""A justice department's plan: amendments in a row, pinpoints, consolidated text, web page."""

from corpus.words import basis, before, cite, every, h, item, law, offset, p, span, yearly
from corpus.write import Sample

PLAN = Sample(
    name="p32_so_tu_phap_thi_hanh",
    format="html",
    doc_type="Kế hoạch",
    title=("Theo dõi tình hình thi hành pháp luật năm 2022",),
    issuer="UBND tỉnh Hải Lâm",
    letterhead=("ỦY BAN NHÂN DÂN", "TỈNH HẢI LÂM", "-------"),
    motto=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "---------------"),
    printed_number="Số: 26/KH-UBND",
    number="26",
    symbol="26/KH-UBND",
    printed_date="Hải Lâm, ngày 28 tháng 01 năm 2022",
    issued_on="2022-01-28",
    place="Hải Lâm",
    body=(
        p(
            "Căn cứ ",  # an amending decree in the opening block: the block decides (the format is silent)
            basis(
                "Nghị định 32/2020/NĐ-CP",
                "05/3/2020",
                "Chính phủ",
                (
                    "sửa đổi, bổ sung một số điều của ",
                    cite(
                        "Nghị định 59/2012/NĐ-CP",
                        "23/7/2012",
                        "Chính phủ",
                        "về theo dõi tình hình thi hành pháp luật",
                        role="amended_by",
                    ),
                ),
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis("Thông tư 04/2021/TT-BTP", "21/6/2021", "Bộ Tư pháp"),
            "; ",
            basis(
                "Quyết định 46/QĐ-BTP",
                "14/01/2022",
                "Bộ trưởng Bộ Tư pháp",
                "ban hành Kế hoạch theo dõi tình hình thi hành pháp luật năm 2022",
            ),
            "; UBND tỉnh ban hành Kế hoạch như sau:",
        ),
        h("I. PHẠM VI"),
        item(
            "1. Lĩnh vực trọng tâm: quy định của ",
            law("Luật Xử lý vi phạm hành chính"),
            "; ",
            law("Pháp lệnh Ưu đãi người có công với cách mạng"),
            ".",
        ),
        item(
            "2. Xem xét các quy định tại ",
            cite(
                "Nghị định 59/2012/NĐ-CP",
                pin="khoản 2, khoản 3 Điều 7",
                pins=("khoản 2 Điều 7", "khoản 3 Điều 7"),
            ),
            " và ",
            cite("Nghị định 59/2012/NĐ-CP", pin="Điều 8, Điều 9", pins=("Điều 8", "Điều 9")),
            ".",
        ),
        h("II. THỜI GIAN"),
        item(
            "1. Thu thập thông tin: ",
            span("Trong quý II năm 2022", "2022-04-01", "2022-06-30"),
            ".",
        ),
        item(
            "2. Sở Tư pháp tham mưu UBND tỉnh báo cáo Bộ Tư pháp ",
            every("trước ngày 15/12 hàng năm", yearly(12, 15), "before", responsible="Sở Tư pháp"),
            ".",
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "- Các sở, ban, ngành xử lý kiến nghị ",
            offset(
                "trong thời hạn 30 ngày kể từ ngày nhận được văn bản",
                "P30D",
                "ngày nhận được văn bản",
                "at_most",
                responsible="Các sở, ban, ngành",
            ),
            "; gửi báo cáo về Sở Tư pháp ",
            before("trước ngày 01/11/2022", "2022-11-01", responsible="Các sở, ban, ngành"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Đỗ Trung Nghĩa"),
    signers=(("Đỗ Trung Nghĩa", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "Bộ Tư pháp (b/c);",
        "Chủ tịch, các PCT UBND tỉnh;",
        "Các sở, ban, ngành;",
        "Lưu: VT, NC.",
    ),
)

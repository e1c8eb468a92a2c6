"""A district's plan of 2007: old spelling, days with dots, a joint circular, no slash in a symbol (text)."""

from corpus.words import basis, before, cite, h, item, p, span
from corpus.write import Sample

PLAN = Sample(
    name="p22_huyen_2007",
    format="txt",
    doc_type="Kế hoạch",
    title=("Thực hiện Đề án đơn giản hoá thủ tục hành chính năm 2007",),
    issuer="UBND huyện Lạc Thuỷ Đông",
    letterhead=("UỶ BAN NHÂN DÂN", "HUYỆN LẠC THUỶ ĐÔNG"),
    printed_number="Số: 34/KH-UB",
    number="34",
    symbol="34/KH-UB",
    printed_date="Lạc Thuỷ Đông, ngày 15 tháng 8 năm 2007",
    issued_on="2007-08-15",
    place="Lạc Thuỷ Đông",
    motto=("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    body=(
        p(
            "Căn cứ ",
            basis(
                "Quyết định 30/QĐ-TTg",
                "10.01.2007",
                "Thủ tướng Chính phủ",
                "phê duyệt Đề án Đơn giản hoá thủ tục hành chính trên các lĩnh vực quản lý nhà nước giai đoạn "
                "2007 - 2010",
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis(
                "Quyết định 93/2007/QĐ-TTg",
                "22/6/2007",
                "Thủ tướng Chính phủ",
                "ban hành Quy chế thực hiện cơ chế một cửa, cơ chế một cửa liên thông tại cơ quan hành chính "
                "nhà nước ở địa phương",
            ),
            ";",
        ),
        p(
            "Theo ",
            basis(
                "Kế hoạch 512/KH-UB",
                "30-7-2007",
                "Uỷ ban nhân dân tỉnh",
                printed_symbol="512 KH-UB",
                suspect="no slash in the symbol",
            ),
            ", Uỷ ban nhân dân huyện lập kế hoạch như sau:",
        ),
        h("I. YÊU CẦU"),
        p("Thủ tục rõ ràng, dễ hiểu, giảm giấy tờ và thời gian đi lại cho dân."),
        h("II. CÁC BƯỚC"),
        item(
            "- Bước 1: Thống kê thủ tục, ", before("xong trước ngày 30/9/2007", "2007-09-30"), "."
        ),
        item(
            "- Bước 2: Rà soát, kiến nghị sửa đổi, ",
            span("từ tháng 10/2007 đến hết quý I/2008", "2007-10-01", "2008-03-31"),
            ".",
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Văn phòng HĐND và UBND huyện hướng dẫn cách trình bày văn bản theo ",
            cite(
                "Thông tư liên tịch 55/2005/TTLT-BNV-VPCP",
                "06/5/2005",
                "Bộ Nội vụ và Văn phòng Chính phủ",
            ),
            ".",
        ),
        item(
            "2. Phòng Nội vụ tổng hợp, báo cáo Chủ tịch UBND huyện theo ",
            cite(
                "Công văn 77/NV-CCHC",
                "02/8/2007",
                "Sở Nội vụ",
                printed_symbol="77 NV-CCHC",
                suspect="no slash in the symbol",
            ),
            "./.",
        ),
    ),
    signature=("TM. UỶ BAN NHÂN DÂN", "CHỦ TỊCH", "", "Bàn Văn Phúc"),
    signers=(("Bàn Văn Phúc", "CHỦ TỊCH", "TM. UỶ BAN NHÂN DÂN"),),
    recipients=("Sở Nội vụ;", "TT Huyện uỷ, HĐND huyện;", "UBND các xã, thị trấn;", "Lưu VP, NV."),
    flags=(("symbol_without_slash", '"512 KH-UB"'), ("symbol_without_slash", '"77 NV-CCHC"')),
)

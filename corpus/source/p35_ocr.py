"""A scanned district plan as OCR gives it: stray spaces, lost marks, page numbers, no signature name."""

from corpus.words import basis, before, h, item, p, span
from corpus.write import Par, Sample

PLAN = Sample(
    name="p35_ocr",
    format="txt",
    formats=("txt",),
    layout="wrapped",
    doc_type="Kế hoạch",
    title=("Tuyên truyền cải cách hành chính năm 2017",),
    issuer="UBND thị xã An Khê Tây",
    letterhead=("ỦY BAN NHÂN DÂN", "THỊ XÃ AN KHÊ TÂY"),
    printed_number="Số:  118  / KH - UBND",
    number="118",
    symbol="118/KH-UBND",
    printed_date="An Khê Tây , ngày  09  tháng 3  năm 2017",
    issued_on="2017-03-09",
    place="An Khê Tây",
    motto=("CỘNG HÒA XÃ HỘl CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    body=(
        p(
            "Căn cứ ",
            basis(
                "Nghị quyết 30c/NQ-CP",
                "08/11/2011",
                "Chính phủ",
                "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2011-2020",
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis(
                "Quyết định 225/QĐ-TTg",
                "04/02/2016",
                "Thủ tướng Chính phủ",
                "phê duyệt Kế hoạch cải cách hành chính nhà nước giai đoạn 2016-2020",
                printed_symbol="225/ QĐ-TTg",
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis(
                "Kế hoạch 415/KH-UBND",
                "20/02/2017",
                "UBND tỉnh",
                "về tuyên truyền cải cách hành chính năm 2017",
                printed_symbol="415 /KH -UBND",
            ),
            ",",
        ),
        p("UBND thị xã xây dựng Kế hoạch như sau :"),
        h("I. MỤC ĐÍCH, YÊU CẦU"),
        item("- Nâng cao nhận thức của cán bộ , công chức."),
        h("II. NỘI DUNG"),
        item(
            "1. Xây dựng chuyên mục trên Đài Truyền thanh, phát sóng ",
            span("trong quý II năm 2017", "2017-04-01", "2017-06-30"),
            ".",
        ),
        item(
            "2. Tổ chức hội nghị đối thoại với doanh nghiệp, hoàn tất ",
            before("trước ngày 30 /9/2017", "2017-09-30"),
            ".",
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Phòng Văn hóa và Thông tin tổng hợp, báo cáo UBND thị xã (qua Phòng Nội vụ) ",
            before("trước ngày 05/12/2017", "2017-12-05", responsible="Phòng Văn hóa và Thông tin"),
            ".",
        ),
        Par("2. UBND các xã, phường căn cứ Kế hoạch này triển khai thực hiện ./.", "item"),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", ""),
    signers=(),
    recipients=(
        "Sở Nội vụ;",
        "TT. Thị ủy, TT. HĐND thị xã;",
        "UBND các xã, phường;",
        "Lưu: VT, NV.",
    ),
    flags=(("missing_signature", "the signature block has no name"),),
)

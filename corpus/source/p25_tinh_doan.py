"""A youth union's plan: its own symbols, stars under the letterhead, several citations in a sentence (text)."""

from corpus.words import basis, before, by, h, item, p, span
from corpus.write import Sample

PLAN = Sample(
    name="p25_tinh_doan",
    format="txt",
    layout="tabs",
    doc_type="Kế hoạch",
    title=("Tổ chức Chiến dịch Thanh niên tình nguyện hè năm 2019",),
    issuer="BCH Đoàn tỉnh Hải Lâm",
    letterhead=("BCH ĐOÀN TỈNH HẢI LÂM", "***"),
    motto=("ĐOÀN TNCS HỒ CHÍ MINH",),
    printed_number="Số: 145-KH/TĐTN-BPT",
    number="145",
    symbol="145-KH/TĐTN-BPT",
    printed_date="Hải Lâm, ngày 06 tháng 5 năm 2019",
    issued_on="2019-05-06",
    place="Hải Lâm",
    body=(
        p(
            "Thực hiện ",
            basis(
                "Kế hoạch 158-KH/TWĐTN-TNXP",
                "28/3/2019",
                "Ban Bí thư Trung ương Đoàn",
                "về tổ chức Chiến dịch Thanh niên tình nguyện hè năm 2019",
            ),
            ", ",
            basis(
                "Chương trình 21-CTr/TĐTN-VP",
                "10/01/2019",
                "Ban Thường vụ Tỉnh đoàn",
                "về công tác Đoàn và phong trào thanh thiếu nhi năm 2019",
            ),
            " và ",
            basis("Công văn 902/UBND-VX", "25/4/2019", "UBND tỉnh"),
            ", Ban Thường vụ Tỉnh đoàn xây dựng kế hoạch như sau:",
        ),
        h("I. MỤC ĐÍCH"),
        p("Phát huy sức trẻ giúp dân ở vùng khó khăn."),
        h("II. THỜI GIAN"),
        item(
            "- Thời gian ra quân: ",
            span("từ ngày 01/6/2019 đến ngày 31/7/2019", "2019-06-01", "2019-07-31"),
            ".",
        ),
        item("- Ngày cao điểm: Chủ nhật xanh, Ngày thứ bảy tình nguyện."),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Các huyện, thành, thị đoàn đăng ký công trình về Tỉnh đoàn ",
            before("trước ngày 20/5/2019", "2019-05-20", responsible="Các huyện, thành, thị đoàn"),
            ".",
        ),
        item(
            "2. Ban Phong trào Tỉnh đoàn tổng kết Chiến dịch ",
            by("chậm nhất là ngày 15/8/2019", "2019-08-15", responsible="Ban Phong trào Tỉnh đoàn"),
            ".",
        ),
    ),
    signature=("TM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "PHÓ BÍ THƯ", "", "Lâm Gia Huy"),
    signers=(("Lâm Gia Huy", "PHÓ BÍ THƯ", "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"),),
    recipients=(
        "Ban Bí thư TW Đoàn (b/c);",
        "TT Tỉnh ủy, UBND tỉnh (b/c);",
        "Các huyện, thành, thị đoàn;",
        "Lưu: VP, BPT.",
    ),
)

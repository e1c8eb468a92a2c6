"""A commune's Party committee after 1 July 2025: numbers without "số", roman parts with dashes (text)."""

from corpus.words import PARTY, basis, before, cite, does, every, h, item, monthly, p, span
from corpus.write import Sample

PLAN = Sample(
    name="p23_dang_uy_xa_2025",
    format="txt",
    layout="spaces",
    doc_type="Kế hoạch",
    title=(
        (
            "thực hiện ",
            does(
                "Nghị quyết 57-NQ/TW",
                None,
                "Bộ Chính trị",
                "về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
            ),
        ),
    ),
    issuer="Đảng ủy xã Tà Lèng",
    letterhead=("ĐẢNG BỘ TỈNH HẢI LÂM", "ĐẢNG ỦY XÃ TÀ LÈNG", "*"),
    printed_number="Số 15-KH/ĐU",
    number="15",
    symbol="15-KH/ĐU",
    printed_date="Tà Lèng, ngày 18 tháng 8 năm 2025",
    issued_on="2025-08-18",
    place="Tà Lèng",
    **PARTY,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Nghị quyết 57-NQ/TW",
                "22/12/2024",
                "Bộ Chính trị",
                "về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
                comma=",",
            ),
            "; ",
            basis(
                "Chương trình hành động 03-CTr/TU",
                "21/7/2025",
                "Ban Chấp hành Đảng bộ tỉnh",
                comma=",",
            ),
            ", Ban Chấp hành Đảng bộ xã ban hành kế hoạch như sau:",
        ),
        h("I- MỤC ĐÍCH, YÊU CẦU"),
        item(
            "1- Mỗi chi bộ, cán bộ, đảng viên hiểu và làm theo ",
            cite("Nghị quyết 57-NQ/TW", so=""),
            ".",
        ),
        h("II- NHIỆM VỤ"),
        item(
            "1- Kết nối đường truyền cho 100% nhà văn hóa bản, ",
            span("hoàn thành trong quý IV/2025", "2025-10-01", "2025-12-31"),
            ".",
        ),
        item(
            "2- Tổ công nghệ số cộng đồng hướng dẫn người dân nộp hồ sơ trực tuyến theo ",
            cite("Kế hoạch 02-KH/BCĐTW", "19/6/2025", "Ban Chỉ đạo Trung ương"),
            ".",
        ),
        h("III- TỔ CHỨC THỰC HIỆN"),
        item(
            "1- Các chi bộ trực thuộc xây dựng kế hoạch, gửi Văn phòng Đảng ủy ",
            before("trước ngày 05/9/2025", "2025-09-05", responsible="Các chi bộ trực thuộc"),
            ".",
        ),
        item(
            "2- Văn phòng Đảng ủy báo cáo Ban Thường vụ Đảng ủy ",
            every(
                "chậm nhất ngày 20 hằng tháng", monthly(20), "by", responsible="Văn phòng Đảng ủy"
            ),
            ".",
        ),
    ),
    signature=("T/M BAN CHẤP HÀNH", "BÍ THƯ", "", "Quàng Văn Sơn"),
    signers=(("Quàng Văn Sơn", "BÍ THƯ", "T/M BAN CHẤP HÀNH"),),
    recipients=(
        "Ban Thường vụ Tỉnh ủy (để b/c),",
        "Các chi bộ trực thuộc,",
        "Lưu Văn phòng Đảng ủy.",
    ),
)

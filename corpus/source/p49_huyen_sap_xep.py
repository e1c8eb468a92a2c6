"""A district's merger of hamlets: steps with their day behind a colon, years as headings (text)."""

from corpus.words import STATE, basis, before, by, cite, h, h2, item, p, span
from corpus.write import Sample

PLAN = Sample(
    name="p49_huyen_sap_xep",
    format="txt",
    doc_type="Kế hoạch",
    title=("Sắp xếp, sáp nhập thôn, tổ dân phố trên địa bàn huyện năm 2019",),
    issuer="UBND huyện Đồng Phú Hạ",
    letterhead=("ỦY BAN NHÂN DÂN", "HUYỆN ĐỒNG PHÚ HẠ"),
    printed_number="Số: 66/KH-UBND",
    number="66",
    symbol="66/KH-UBND",
    printed_date="Đồng Phú Hạ, ngày 02 tháng 5 năm 2019",
    issued_on="2019-05-02",
    place="Đồng Phú Hạ",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Nghị quyết 18-NQ/TW",
                "25/10/2017",
                "Hội nghị lần thứ Sáu Ban Chấp hành Trung ương Đảng (khóa XII)",
                "về một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, "
                "hoạt động hiệu lực, hiệu quả",
                comma=",",
            ),
            " và ",
            basis("Kế hoạch 52-KH/TU", "26/01/2018", "Ban Thường vụ Tỉnh ủy"),
            ";",
        ),
        p(
            "Căn cứ ",
            basis(
                "Thông tư 04/2012/TT-BNV",
                "31/8/2012",
                "Bộ trưởng Bộ Nội vụ",
                "hướng dẫn về tổ chức và hoạt động của thôn, tổ dân phố",
            ),
            "; ",
            basis(
                "Thông tư 14/2018/TT-BNV",
                "03/12/2018",
                "Bộ trưởng Bộ Nội vụ",
                (
                    "sửa đổi, bổ sung một số điều của ",
                    cite("Thông tư 04/2012/TT-BNV", "31/8/2012", role="amended_by"),
                ),
            ),
            "; UBND huyện ban hành Kế hoạch như sau:",
        ),
        h("I. NGUYÊN TẮC"),
        p("Dân chủ, công khai; đa số cử tri đồng thuận mới thực hiện."),
        h("II. CÁC BƯỚC"),
        item(
            "a) UBND các xã niêm yết danh sách cử tri: ",
            before("Xong trước ngày 10/6/2019", "2019-06-10", responsible="UBND các xã"),
            ".",
        ),
        item(
            "b) UBND các xã tổ chức lấy ý kiến cử tri: Thời gian ",
            by("chậm nhất ngày 25/6/2019", "2019-06-25", responsible="UBND các xã"),
            ".",
        ),
        item(
            "c) HĐND cấp xã thông qua đề án: ",
            span(
                "từ ngày 01/7 đến ngày 10/7/2019",
                "2019-07-01",
                "2019-07-10",
                responsible="HĐND cấp xã",
            ),
            ".",
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        h2("1. Phòng Nội vụ"),
        item(
            "- Thẩm định đề án của các xã, trình UBND huyện ",
            before("trước ngày 20/7/2019", "2019-07-20", responsible="Phòng Nội vụ"),
            ".",
        ),
        h2("2. Phòng Tài chính - Kế hoạch"),
        item("- Tham mưu kinh phí trong dự toán năm 2019 của huyện./."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Phạm Sơn Hà"),
    signers=(("Phạm Sơn Hà", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=(
        "Sở Nội vụ;",
        "TT. Huyện ủy, TT. HĐND huyện;",
        "UBND các xã, thị trấn;",
        "Lưu: VT, NV.",
    ),
)

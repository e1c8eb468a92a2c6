"""A city's gender plan: two reporting days a year, a title with a citation in capitals (text)."""

from corpus.words import STATE, basis, before, cite, does, h, item, p, span, times
from corpus.write import Sample

PLAN = Sample(
    name="p20_thanh_pho_binh_dang_gioi",
    format="txt",
    doc_type="Kế hoạch",
    title=(
        (
            "TRIỂN KHAI THỰC HIỆN ",
            does(
                "NGHỊ QUYẾT 28/NQ-CP",
                "03/3/2021",
                "CHÍNH PHỦ",
                so="SỐ ",
                printed_type="NGHỊ QUYẾT",
                glue="CỦA ",
                on_word="NGÀY",
            ),
        ),
        "TRÊN ĐỊA BÀN THÀNH PHỐ NĂM 2022",
    ),
    issuer="UBND thành phố Lộc Giang",
    letterhead=("ỦY BAN NHÂN DÂN", "THÀNH PHỐ LỘC GIANG"),
    printed_number="Số: 57/KH-UBND",
    number="57",
    symbol="57/KH-UBND",
    printed_date="Lộc Giang, ngày 07 tháng 3 năm 2022",
    issued_on="2022-03-07",
    place="Lộc Giang",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Nghị quyết 28/NQ-CP",
                "03/3/2021",
                "Chính phủ",
                "ban hành Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030",
            ),
            " và ",
            basis("Kế hoạch 1542/KH-UBND", "11/4/2021", "UBND tỉnh"),
            ", UBND thành phố ban hành Kế hoạch năm 2022 như sau:",
        ),
        h("I. CHỈ TIÊU"),
        item("- Tỷ lệ cơ quan có nữ lãnh đạo đạt 55%."),
        h("II. GIẢI PHÁP"),
        item(
            "1. Truyền thông Tháng hành động vì bình đẳng giới ",
            span("từ ngày 15/11 đến ngày 15/12/2022", "2022-11-15", "2022-12-15"),
            ".",
        ),
        item(
            "2. Hội Liên hiệp Phụ nữ thành phố sinh hoạt câu lạc bộ ",
            times("01 lần/tháng", "1/P1M", responsible="Hội Liên hiệp Phụ nữ thành phố"),
            ".",
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Các phòng, ban, UBND các xã, phường báo cáo kết quả về Phòng Lao động - Thương binh và "
            "Xã hội: 6 tháng ",
            before(
                "trước ngày 10/6", "2022-06-10", responsible="Các phòng, ban, UBND các xã, phường"
            ),
            ", năm ",
            before(
                "trước ngày 10/12", "2022-12-10", responsible="Các phòng, ban, UBND các xã, phường"
            ),
            ".",
        ),
        item(
            "2. Kinh phí theo ",
            cite("Thông tư 191/2009/TT-BTC", "01/10/2009", "Bộ Tài chính"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Phùng Ngọc Lan"),
    signers=(("Phùng Ngọc Lan", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "Sở Lao động - TB&XH;",
        "TT Thành ủy, TT HĐND thành phố;",
        "UBND các xã, phường;",
        "Lưu: VT, LĐ.",
    ),
)

"""A commune's election plan: a table of last days, offsets before the polling day (text)."""

from corpus.words import STATE, basis, basis_law, by, h, item, law, offset, on_day, p
from corpus.write import Sample, Table

PLAN = Sample(
    name="p26_xa_bau_cu",
    format="txt",
    doc_type="Kế hoạch",
    title=(
        "Triển khai công tác bầu cử đại biểu Quốc hội khóa XVI và",
        "đại biểu HĐND các cấp nhiệm kỳ 2026 - 2031 trên địa bàn xã Nà Hừ",
    ),
    issuer="UBND xã Nà Hừ",
    letterhead=("ỦY BAN NHÂN DÂN", "XÃ NÀ HỪ"),
    printed_number="Số: 201/KH-UBND",
    number="201",
    symbol="201/KH-UBND",
    printed_date="Nà Hừ, ngày 10 tháng 12 năm 2025",
    issued_on="2025-12-10",
    place="Nà Hừ",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis_law(
                "Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", "ngày 25/6/2015"
            ),
            ";",
        ),
        p(
            "Thực hiện ",
            basis(
                "Kế hoạch 2210/KH-UBND",
                "01/12/2025",
                "UBND tỉnh Hải Lâm",
                "về triển khai công tác bầu cử",
            ),
            ", UBND xã Nà Hừ ban hành Kế hoạch như sau:",
        ),
        h("I. CÁC MỐC CÔNG VIỆC"),
        Table(
            header=(("TT", "Nội dung công việc", "Cơ quan thực hiện", "Thời hạn hoàn thành"),),
            columns=("ordinal", "task", "lead", "deadline"),
            rows=(
                (
                    "1",
                    "Thành lập Ủy ban bầu cử xã",
                    "UBND xã",
                    by("Chậm nhất 30/11/2025", "2025-11-30"),
                ),
                (
                    "2",
                    (
                        "Niêm yết danh sách cử tri theo ",
                        law(
                            "Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",
                            pin="Điều 32",
                            pins=("Điều 32",),
                        ),
                    ),
                    "UBND xã",
                    on_day("03/02/2026", "2026-02-03"),
                ),
                (
                    "3",
                    "Hội nghị hiệp thương lần thứ ba",
                    "Ủy ban MTTQ Việt Nam xã",
                    on_day("Ngày 20/02/2026", "2026-02-20"),
                ),
                (
                    "4",
                    "Ngày bầu cử",
                    "Các tổ bầu cử",
                    on_day("Chủ nhật, ngày 15/3/2026", "2026-03-15"),
                ),
            ),
            kind="task_plan",
            widths=(1, 6, 4, 4),
        ),
        h("II. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Tổ bầu cử phát thẻ cử tri ",
            offset(
                "chậm nhất 03 ngày trước ngày bầu cử",
                "P3D",
                "ngày bầu cử",
                "at_most",
                responsible="Tổ bầu cử",
            ),
            ".",
        ),
        item(
            "2. Công an xã lập phương án bảo đảm an ninh trật tự, trình UBND xã ",
            by("chậm nhất ngày 31/01/2026", "2026-01-31", responsible="Công an xã"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Tao Văn Ín"),
    signers=(("Tao Văn Ín", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=(
        "UBND tỉnh;",
        "Ủy ban bầu cử tỉnh;",
        "TT Đảng ủy, HĐND xã;",
        "Các bản;",
        "Lưu: VT.",
    ),
    flags=(("deadline_before_issue", '"Chậm nhất 30/11/2025", plan issued 2025-12-10'),),
)

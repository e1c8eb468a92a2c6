"""A union's plan: two bodies above, a date glued to its issuer, a deadline before the plan (text)."""

from corpus.words import STATE, basis, before, h, item, p, span
from corpus.write import Sample, Table

PLAN = Sample(
    name="p24_lien_doan_lao_dong",
    format="txt",
    doc_type="Kế hoạch",
    title=("Tổ chức Tháng Công nhân năm 2022",),
    issuer="Liên đoàn Lao động huyện Mỹ Thuận",
    letterhead=("LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI LÂM", "LIÊN ĐOÀN LAO ĐỘNG HUYỆN MỸ THUẬN"),
    printed_number="Số: 27 /KH-LĐLĐ",
    number="27",
    symbol="27/KH-LĐLĐ",
    printed_date="Mỹ Thuận, ngày 05 tháng 4 năm 2022",
    issued_on="2022-04-05",
    place="Mỹ Thuận",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Kế hoạch 41/KH-LĐLĐ",
                "21/3/2022",
                "LĐLĐ tỉnh Hải Lâm",
                "về tổ chức Tháng Công nhân năm 2022",
            ),
            ", Ban Thường vụ Liên đoàn Lao động huyện xây dựng kế hoạch như sau:",
        ),
        h("I. MỤC ĐÍCH"),
        p("Chăm lo đoàn viên, người lao động khó khăn; lắng nghe ý kiến từ cơ sở."),
        h("II. NỘI DUNG"),
        Table(
            header=(("STT", "Hoạt động", "Đơn vị thực hiện", "Thời gian", "Kinh phí (đồng)"),),
            columns=("ordinal", "task", "lead", "deadline", "budget"),
            rows=(
                (
                    "1",
                    "Khảo sát đối tượng khó khăn",
                    "Công đoàn cơ sở",
                    before("Trước ngày 30/3/2022", "2022-03-30"),
                    "",
                ),
                (
                    "2",
                    "Lễ phát động",
                    "LĐLĐ huyện",
                    span("Tuần thứ tư của tháng 4", "2022-04-25", "2022-05-01"),
                    "12.000.000",
                ),
                (
                    "3",
                    "Thăm, tặng quà công nhân bị tai nạn",
                    "LĐLĐ huyện",
                    span("Từ 01/5 - 31/5/2022", "2022-05-01", "2022-05-31"),
                    "24.000.000",
                ),
                ("", "Tổng cộng", "", "", "36.000.000"),
            ),
            kind="task_plan",
            budgets={1: 12_000_000, 2: 24_000_000},
            total_rows=(3,),
            widths=(1, 5, 3, 3.4, 3),
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "- Công đoàn cơ sở báo cáo kết quả về LĐLĐ huyện ",
            before("trước ngày 05/6/2022", "2022-06-05", responsible="Công đoàn cơ sở"),
            "./.",
        ),
    ),
    signature=("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "", "Tăng Thị Hồng Nhung"),
    signers=(("Tăng Thị Hồng Nhung", "CHỦ TỊCH", "TM. BAN THƯỜNG VỤ"),),
    recipients=("LĐLĐ tỉnh;", "Huyện ủy, UBND huyện;", "CĐCS trực thuộc;", "Lưu: VP."),
    flags=(("deadline_before_issue", '"Trước ngày 30/3/2022", plan issued 2022-04-05'),),
)

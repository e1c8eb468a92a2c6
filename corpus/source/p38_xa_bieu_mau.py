"""A commune's survey plan with three forms, one without title, and one report due at two times (text)."""

from corpus.words import STATE, basis, before, h, item, own, p
from corpus.write import Sample, Table

KH = "Kế hoạch 66/KH-UBND"

PLAN = Sample(
    name="p38_xa_bieu_mau",
    format="txt",
    doc_type="Kế hoạch",
    title=("Đo lường sự hài lòng của người dân về sự phục vụ hành chính năm 2022",),
    issuer="UBND thị trấn Bản Lầu",
    letterhead=("ỦY BAN NHÂN DÂN", "THỊ TRẤN BẢN LẦU"),
    printed_number="Số: 66/KH-UBND",
    number="66",
    symbol="66/KH-UBND",
    printed_date="Bản Lầu, ngày 01 tháng 6 năm 2022",
    issued_on="2022-06-01",
    place="Bản Lầu",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Kế hoạch 97/KH-UBND", "25/5/2022", "UBND huyện", "về đo lường sự hài lòng năm 2022"
            ),
            ", UBND thị trấn xây dựng Kế hoạch như sau:",
        ),
        h("I. CÁCH LÀM"),
        item("1. Phát phiếu theo Mẫu số 01; tổng hợp theo Mẫu số 02."),
        item(
            "2. Công chức Văn phòng - Thống kê gửi báo cáo kết quả khảo sát về UBND huyện ",
            before(
                "trước ngày 15/9/2022", "2022-09-15", responsible="Công chức Văn phòng - Thống kê"
            ),
            ".",
        ),
        h("II. TỔ CHỨC THỰC HIỆN"),
        item("1. Các tổ dân phố cử người dẫn đường cho điều tra viên."),
        item(
            "2. Công chức Văn phòng - Thống kê gửi báo cáo kết quả khảo sát về UBND huyện ",
            before(
                "trước ngày 30/9/2022", "2022-09-30", responsible="Công chức Văn phòng - Thống kê"
            ),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Giàng Thị Mỷ"),
    signers=(("Giàng Thị Mỷ", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=("Phòng Nội vụ huyện;", "Các tổ dân phố;", "Lưu: VT."),
    appendices=(
        Table(
            appendix="Mẫu số 01",
            caption=("PHIẾU KHẢO SÁT",),
            note=("(Kèm theo ", own(KH, "01/6/2022", "UBND thị trấn"), ")"),
            header=(("STT", "Câu hỏi", "Rất hài lòng", "Hài lòng", "Không hài lòng"),),
            columns=("ordinal", "task", "a", "b", "c"),
            rows=(),
            kind="form",
            widths=(1, 6, 2, 2, 2),
        ),
        Table(
            appendix="Mẫu số 02",
            caption=("BẢNG TỔNG HỢP KẾT QUẢ KHẢO SÁT",),
            header=(
                ("STT", "Lĩnh vực", "Số phiếu", "", "Tỷ lệ hài lòng (%)"),
                ("", "", "Phát ra", "Thu về", ""),
                ("(1)", "(2)", "(3)", "(4)", "(5)"),
            ),
            header_spans=((0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4)),
            columns=("ordinal", "field", "a", "b", "c"),
            rows=(),
            kind="form",
            widths=(1, 5, 2, 2, 3),
        ),
    ),
    flags=(
        ("deadline_conflict", '"trước ngày 15/9/2022" and "trước ngày 30/9/2022" for one report'),
    ),
)

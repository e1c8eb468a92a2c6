"""A district inspectorate's programme of 2012: old laws, inspections by quarter, numbered a) b) c) (text)."""

from corpus.words import STATE, basis, basis_law, before, by, h, item, law, offset, p, span
from corpus.write import Sample, Table

PLAN = Sample(
    name="p17_thanh_tra_huyen",
    format="txt",
    doc_type="Kế hoạch",
    title=("Công tác thanh tra năm 2013",),
    issuer="Thanh tra huyện Tân Kỳ Đông",
    letterhead=("UBND HUYỆN TÂN KỲ ĐÔNG", "THANH TRA HUYỆN"),
    printed_number="Số: 61 /KH-TTr",
    number="61",
    symbol="61/KH-TTr",
    printed_date="Tân Kỳ Đông, ngày 04 tháng 12 năm 2012",
    issued_on="2012-12-04",
    place="Tân Kỳ Đông",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis_law("Luật Thanh tra", "ngày 15/11/2010"),
            "; ",
            basis(
                "Nghị định 86/2011/NĐ-CP",
                "22/9/2011",
                "Chính phủ",
                ("quy định chi tiết và hướng dẫn thi hành một số điều của ", law("Luật Thanh tra")),
            ),
            "; ",
            basis(
                "Công văn 318/TTT-NV",
                "12/11/2012",
                "Thanh tra tỉnh",
                "về việc hướng dẫn xây dựng kế hoạch thanh tra năm 2013",
            ),
            "; Thanh tra huyện lập Kế hoạch công tác thanh tra năm 2013 như sau:",
        ),
        h("A. MỤC ĐÍCH, YÊU CẦU"),
        p("Thanh tra có trọng tâm, không chồng chéo với kiểm toán và thanh tra cấp trên."),
        h("B. NỘI DUNG"),
        p("1. Các cuộc thanh tra theo kế hoạch:"),
        Table(
            header=(
                (
                    "TT",
                    "Nội dung thanh tra",
                    "Đơn vị chủ trì",
                    "Đơn vị phối hợp",
                    "Thời hạn",
                    "Thời gian triển khai",
                ),
            ),
            columns=("ordinal", "task", "lead", "coordinating", "length", "deadline"),
            rows=(
                (
                    "1",
                    "Quản lý, sử dụng ngân sách xã năm 2012",
                    "Thanh tra huyện",
                    "Phòng Tài chính - Kế hoạch",
                    "30 ngày",
                    span("Quý I/2013", "2013-01-01", "2013-03-31"),
                ),
                (
                    "2",
                    "Cấp giấy chứng nhận quyền sử dụng đất",
                    "Thanh tra huyện",
                    "Phòng Tài nguyên và Môi trường",
                    "45 ngày",
                    span("Quý II - III/2013", "2013-04-01", "2013-09-30"),
                ),
                (
                    "3",
                    "Thực hiện chính sách người có công",
                    "Thanh tra huyện",
                    "Phòng Lao động - Thương binh và Xã hội",
                    "30 ngày",
                    span("Quý 4 năm 2013", "2013-10-01", "2013-12-31"),
                ),
            ),
            kind="task_plan",
            widths=(1, 5, 3, 4, 2, 3),
        ),
        p("2. Thanh tra đột xuất khi có dấu hiệu vi phạm hoặc do Chủ tịch UBND huyện giao."),
        h("C. TỔ CHỨC THỰC HIỆN"),
        item(
            "a) Trưởng đoàn thanh tra báo cáo kết quả với Chánh Thanh tra huyện ",
            offset(
                "chậm nhất 15 ngày kể từ ngày kết thúc thanh tra",
                "P15D",
                "ngày kết thúc thanh tra",
                "at_most",
                responsible="Trưởng đoàn thanh tra",
            ),
            ";",
        ),
        item(
            "b) Các phòng, ban có thành viên tham gia cử người ",
            before(
                "trước ngày 10 tháng 01 năm 2013",
                "2013-01-10",
                responsible="Các phòng, ban có thành viên tham gia",
            ),
            ";",
        ),
        item(
            "c) Bộ phận tổng hợp trình UBND huyện phê duyệt Kế hoạch ",
            by("chậm nhất ngày 15/12/2012", "2012-12-15", responsible="Bộ phận tổng hợp"),
            "./.",
        ),
    ),
    signature=("CHÁNH THANH TRA", "", "", "Lê Viết Thuận"),
    signers=(("Lê Viết Thuận", "CHÁNH THANH TRA", None),),
    recipients=("Thanh tra tỉnh (báo cáo);", "TTHU, TTHĐND, UBND huyện;", "Lưu: TTr."),
)

"""A tax branch's plan of 2022: teams as leads, weeks and quarters, percent that is no sum (text, pipes)."""

from corpus.words import STATE, always, basis, basis_law, every, h, item, monthly, p, span
from corpus.write import Sample, Table

PLAN = Sample(
    name="p65_chi_cuc_thue",
    format="txt",
    layout="pipes",
    formats=("docx", "html", "pdf", "txt"),
    doc_type="Kế hoạch",
    title=("Chống thất thu thuế đối với hộ kinh doanh năm 2022",),
    issuer="Chi cục Thuế khu vực Lâm Thao - Hạ Bằng",
    letterhead=("CỤC THUẾ TỈNH PHONG CHÂU", "CHI CỤC THUẾ KHU VỰC", "LÂM THAO - HẠ BẰNG"),
    printed_number="Số: 388/KH-CCTKV",
    number="388",
    symbol="388/KH-CCTKV",
    printed_date="Lâm Thao, ngày 28 tháng 02 năm 2022",
    issued_on="2022-02-28",
    place="Lâm Thao",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis_law("Luật Quản lý thuế", symbol="38/2019/QH14"),
            "; ",
            basis(
                "Thông tư 40/2021/TT-BTC",
                "01/6/2021",
                "Bộ Tài chính",
                "hướng dẫn thuế giá trị gia tăng, thuế thu nhập cá nhân và quản lý thuế đối với hộ"
                " kinh doanh, cá nhân kinh doanh",
            ),
            "; Chi cục Thuế khu vực xây dựng Kế hoạch như sau:",
        ),
        h("I. CHỈ TIÊU"),
        item("- Rà soát 100% hộ kinh doanh trên địa bàn; thu thêm tối thiểu 7% so với năm 2021."),
        h("II. NHIỆM VỤ"),
        Table(
            header=(
                ("STT", "Nội dung công việc", "Bộ phận chủ trì", "Bộ phận phối hợp", "Thời hạn"),
            ),
            columns=("ordinal", "task", "lead", "coordinating", "deadline"),
            rows=(
                (
                    "1",
                    "Khảo sát doanh thu hộ khoán",
                    "Đội Quản lý thuế liên xã số 1",
                    "Hội đồng tư vấn thuế",
                    (
                        span("Tháng 3", "2022-03-01", "2022-03-31"),
                        " và ",
                        span("tháng 4/2022", "2022-04-01", "2022-04-30"),
                    ),
                ),
                (
                    "2",
                    "Công khai mức thuế dự kiến",
                    "Đội Nghiệp vụ",
                    "UBND xã, thị trấn",
                    span("Quý II/2022", "2022-04-01", "2022-06-30"),
                ),
                (
                    "3",
                    "Đối chiếu hóa đơn điện tử",
                    "Đội Kiểm tra thuế",
                    "Đội Nghiệp vụ",
                    always("Thường xuyên"),
                ),
            ),
            kind="task_plan",
            widths=(1, 5, 4, 3, 3),
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        item(
            "Các đội báo cáo kết quả về Đội Nghiệp vụ ",
            every("trước ngày 20 hằng tháng", monthly(20), "before", responsible="Các đội"),
            " để tổng hợp./.",
        ),
    ),
    signature=("KT. CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG", "", "Khuất Duy Tiến"),
    signers=(("Khuất Duy Tiến", "PHÓ CHI CỤC TRƯỞNG", "KT. CHI CỤC TRƯỞNG"),),
    recipients=("Cục Thuế tỉnh;", "UBND huyện;", "Các đội;", "Lưu: VT, NV."),
)

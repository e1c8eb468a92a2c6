"""A hospital's quality plan: quarters, offsets in working days, repeated header after a page (text)."""

from corpus.words import QUARTERLY, STATE, always, basis, cite, every, h, item, offset, own, p, span
from corpus.write import Sample, Table

KH = "Kế hoạch 88/KH-BVĐK"

PLAN = Sample(
    name="p16_benh_vien",
    format="txt",
    layout="wrapped",
    doc_type="Kế hoạch",
    title=("Cải tiến chất lượng bệnh viện năm 2020",),
    issuer="Bệnh viện Đa khoa huyện Vân Hải",
    letterhead=("TRUNG TÂM Y TẾ HUYỆN VÂN HẢI", "BỆNH VIỆN ĐA KHOA HUYỆN VÂN HẢI"),
    printed_number="Số: 88/KH-BVĐK",
    number="88",
    symbol="88/KH-BVĐK",
    printed_date="Vân Hải, ngày 10 tháng 02 năm 2020",
    issued_on="2020-02-10",
    place="Vân Hải",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Thông tư 19/2013/TT-BYT",
                "12/7/2013",
                "Bộ Y tế",
                "hướng dẫn thực hiện quản lý chất lượng dịch vụ khám bệnh, chữa bệnh tại bệnh viện",
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis(
                "Quyết định 6858/QĐ-BYT",
                "18/11/2016",
                "Bộ trưởng Bộ Y tế",
                "về việc ban hành Bộ tiêu chí chất lượng bệnh viện Việt Nam",
            ),
            ";",
        ),
        p(
            "Bệnh viện Đa khoa huyện Vân Hải xây dựng Kế hoạch cải tiến chất lượng năm 2020 như sau:"
        ),
        h("I. MỤC TIÊU"),
        item("- Điểm trung bình chất lượng tăng 0,2 điểm so với năm 2019."),
        item("- Tỷ lệ hài lòng của người bệnh từ 90% trở lên."),
        h("II. BIỆN PHÁP"),
        item(
            "1. Tổ quản lý chất lượng trả lời phản ánh của người bệnh ",
            offset(
                "không quá 03 ngày làm việc kể từ ngày tiếp nhận",
                "P3D",
                "ngày tiếp nhận",
                "at_most",
                business=True,
                responsible="Tổ quản lý chất lượng",
            ),
            ".",
        ),
        item("2. Các khoa, phòng thực hiện nhiệm vụ theo Phụ lục."),
    ),
    signature=("GIÁM ĐỐC", "", "BSCKII. Châu Minh Trí"),
    # the format is silent on degrees; the name stands as printed
    signers=(("BSCKII. Châu Minh Trí", "GIÁM ĐỐC", None),),
    recipients=("Sở Y tế (b/c);", "Các khoa, phòng;", "Lưu: VT, QLCL."),
    appendices=(
        Table(
            appendix="PHỤ LỤC",
            caption=("CÁC HOẠT ĐỘNG CẢI TIẾN CHẤT LƯỢNG NĂM 2020",),
            note=(
                "(Ban hành kèm theo ",
                own(KH, "10/02/2020", "Bệnh viện Đa khoa huyện Vân Hải"),
                ")",
            ),
            header=(("TT", "Hoạt động", "Người thực hiện", "Phối hợp", "Thời gian"),),
            columns=("ordinal", "task", "lead", "coordinating", "deadline"),
            rows=(
                (
                    "1",
                    "Sắp xếp khu khám bệnh theo 5S",
                    "Khoa Khám bệnh",
                    "Phòng Điều dưỡng",
                    span("Quý II/2020", "2020-04-01", "2020-06-30"),
                ),
                (
                    "2",
                    "Khảo sát hài lòng người bệnh nội trú",
                    "Phòng Điều dưỡng",
                    "Các khoa lâm sàng",
                    every("Hàng quý", QUARTERLY),
                ),
                (
                    "3",
                    "Báo cáo sự cố y khoa",
                    "Các khoa, phòng",
                    "Tổ quản lý chất lượng",
                    offset("Trong 24 giờ kể từ khi phát hiện", "PT24H", "phát hiện", "at_most"),
                ),
                (
                    "4",
                    ("Tự chấm điểm theo ", cite("Quyết định 6858/QĐ-BYT")),
                    "Tổ quản lý chất lượng",
                    "Các khoa, phòng",
                    span("Tháng 11/2020", "2020-11-01", "2020-11-30"),
                ),
                ("5", "Bình phiếu chăm sóc", "Phòng Điều dưỡng", "", always("Thường xuyên")),
            ),
            kind="task_plan",
            pages=(2,),
            widths=(1, 5, 3, 3, 3),
        ),
    ),
)

"""A college's plan of 2015: no motto, number under the title line, pipe table without ordinals (text)."""

from corpus.words import basis, basis_law, before, by, h, item, on_day, p, span
from corpus.write import Sample, Table

PLAN = Sample(
    name="p42_truong_cao_dang",
    format="txt",
    layout="pipes",
    doc_type="Kế hoạch",
    title=("Tự đánh giá chất lượng giáo dục năm 2015",),
    issuer="Trường Cao đẳng Nghề Hải Lâm",
    letterhead=("UBND TỈNH HẢI LÂM", "TRƯỜNG CAO ĐẲNG NGHỀ HẢI LÂM"),
    printed_number="Số: 19/KH-CĐN",
    number="19",
    symbol="19/KH-CĐN",
    printed_date="Hải Lâm, ngày 09 tháng 3 năm 2015",
    issued_on="2015-03-09",
    place="Hải Lâm",
    body=(
        p("Căn cứ ", basis_law("Luật Giáo dục nghề nghiệp", "ngày 27/11/2014"), ";"),
        p(
            "Căn cứ ",
            basis(
                "Thông tư 42/2011/TT-BLĐTBXH",
                "29/12/2011",
                "Bộ Lao động - Thương binh và Xã hội",
                "quy định về quy trình thực hiện kiểm định chất lượng dạy nghề",
            ),
            ", Nhà trường xây dựng kế hoạch như sau:",
        ),
        h("1. Hội đồng tự đánh giá"),
        p("Hội đồng gồm 11 thành viên do Hiệu trưởng làm Chủ tịch."),
        h("2. Tiến độ"),
        Table(
            header=(("Thời gian", "Công việc", "Người thực hiện"),),
            columns=("deadline", "task", "lead"),
            rows=(
                (
                    span("Tuần thứ hai của tháng 4", "2015-04-13", "2015-04-19"),
                    "Tập huấn",
                    "Hội đồng",
                ),
                (
                    span("Từ ngày 20/4/2015 đến ngày 29/5/2015", "2015-04-20", "2015-05-29"),
                    "Thu thập minh chứng",
                    "Các khoa, phòng",
                ),
                (
                    by("Chậm nhất 30/6/2015", "2015-06-30"),
                    "Viết báo cáo tự đánh giá",
                    "Nhóm thư ký",
                ),
                (on_day("Ngày 15/7/2015", "2015-07-15"), "Nghiệm thu báo cáo", "Hội đồng"),
            ),
            kind="task_plan",
            widths=(3, 5, 3),
        ),
        h("3. Tổ chức thực hiện"),
        item(
            "- Trưởng các khoa, phòng cử người tham gia, gửi danh sách về Phòng Đào tạo ",
            before("trước ngày 20/3/2015", "2015-03-20", responsible="Trưởng các khoa, phòng"),
            "./.",
        ),
    ),
    signature=("HIỆU TRƯỞNG", "(Đã ký)", "Kiều Mạnh Tường"),
    signers=(("Kiều Mạnh Tường", "HIỆU TRƯỞNG", None),),
    recipients=("Sở LĐTBXH;", "Các khoa, phòng;", "Lưu VT."),
)

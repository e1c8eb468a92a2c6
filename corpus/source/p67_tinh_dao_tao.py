"""A province's training of officials: classes with people and sums, a total that is wrong (PDF)."""

from corpus.words import STATE, basis, before, h, item, own, p, span
from corpus.write import Sample, Table

KH = "Kế hoạch 318/KH-UBND"

PLAN = Sample(
    name="p67_tinh_dao_tao",
    format="pdf",
    doc_type="Kế hoạch",
    title=("Đào tạo, bồi dưỡng cán bộ, công chức, viên chức tỉnh Thái Sơn năm 2021",),
    issuer="UBND tỉnh Thái Sơn",
    letterhead=("ỦY BAN NHÂN DÂN", "TỈNH THÁI SƠN"),
    printed_number="Số: 318/KH-UBND",
    number="318",
    symbol="318/KH-UBND",
    printed_date="Thái Sơn, ngày 30 tháng 12 năm 2020",
    issued_on="2020-12-30",
    place="Thái Sơn",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Nghị định 101/2017/NĐ-CP",
                "01/9/2017",
                "Chính phủ",
                "về đào tạo, bồi dưỡng cán bộ, công chức, viên chức",
            ),
            ", UBND tỉnh ban hành Kế hoạch như sau:",
        ),
        h("I. MỤC TIÊU"),
        p("80% công chức xã được bồi dưỡng kỹ năng ít nhất một lần trong nhiệm kỳ."),
        h("II. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Sở Nội vụ mở các lớp tại Phụ lục kèm theo, báo cáo UBND tỉnh ",
            before("trước ngày 20/12/2021", "2021-12-20", responsible="Sở Nội vụ"),
            ".",
        ),
        item("2. Sở Tài chính cấp kinh phí theo dự toán được giao./."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Bùi Quang Ngự"),
    signers=(("Bùi Quang Ngự", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=("Bộ Nội vụ;", "Các sở, ban, ngành;", "UBND các huyện, thành phố;", "Lưu: VT, NC."),
    appendices=(
        Table(
            appendix="PHỤ LỤC",
            caption=("DANH MỤC CÁC LỚP BỒI DƯỠNG NĂM 2021",),
            note=("(Ban hành kèm theo ", own(KH, "30/12/2020", "UBND tỉnh"), ")"),
            header=(
                ("STT", "Tên lớp", "Cơ quan chủ trì", "Số học viên", "Thời gian mở lớp"),
                ("(1)", "(2)", "(3)", "(4)", "(5)"),
            ),
            columns=("ordinal", "task", "lead", "people", "deadline"),
            rows=(
                (
                    "1",
                    "Kỹ năng soạn thảo văn bản",
                    "Sở Nội vụ",
                    "120",
                    span("Tháng 4/2021", "2021-04-01", "2021-04-30"),
                ),
                (
                    "2",
                    "Chuyển đổi số trong cơ quan nhà nước",
                    "Sở Thông tin và Truyền thông",
                    "90",
                    span("Quý II/2021", "2021-04-01", "2021-06-30"),
                ),
                (
                    "3",
                    "Tiếng dân tộc thiểu số",
                    "Trường Chính trị tỉnh",
                    "60",
                    span("6 tháng cuối năm 2021", "2021-07-01", "2021-12-31"),
                ),
                ("", "Tổng cộng", "", "280", ""),
            ),
            kind="task_plan",
            total_rows=(3,),
            widths=(1, 6, 4, 2, 4),
        ),
    ),
    flags=(("total_mismatch", "280 stated, 120 + 90 + 60 = 270"),),
)

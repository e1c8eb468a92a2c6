"""A province's plan as a portal prints it: rules under the letterhead, parts, nested numbering (HTML)."""

from corpus.words import (
    always,
    basis,
    basis_law,
    before,
    by,
    cite,
    every,
    h,
    h2,
    item,
    own,
    p,
    span,
    yearly,
)  # fmt: skip
from corpus.write import Sample, Table

KH = "Kế hoạch 4155/KH-UBND"

PLAN = Sample(
    name="p41_tinh_de_an",
    format="html",
    doc_type="Kế hoạch",
    title=(
        "Triển khai Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử",
        "trên địa bàn tỉnh Sơn Nguyên năm 2022",
    ),
    issuer="UBND tỉnh Sơn Nguyên",
    letterhead=("ỦY BAN NHÂN DÂN", "TỈNH SƠN NGUYÊN", "-------"),
    motto=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "---------------"),
    printed_number="Số: 4155/KH-UBND",
    number="4155",
    symbol="4155/KH-UBND",
    printed_date="Sơn Nguyên, ngày 14 tháng 02 năm 2022",
    issued_on="2022-02-14",
    place="Sơn Nguyên",
    body=(
        p(
            "Căn cứ ",
            basis_law("Luật Tổ chức chính quyền địa phương", "ngày 19 tháng 6 năm 2015"),
            "; ",
            basis_law(
                "Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính "
                "quyền địa phương",
                "ngày 22 tháng 11 năm 2019",
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis(
                "Quyết định 06/QĐ-TTg",
                "06 tháng 01 năm 2022",
                "Thủ tướng Chính phủ",
                "phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ "
                "chuyển đổi số quốc gia giai đoạn 2022 - 2025, tầm nhìn đến năm 2030",
            ),
            " (sau đây gọi tắt là Đề án 06);",
        ),
        p(
            "Theo đề nghị của Giám đốc Công an tỉnh tại ",
            basis("Tờ trình 310/TTr-CAT-PC06", "10 tháng 02 năm 2022"),
            ".",
        ),
        p("Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai Đề án 06 với các nội dung sau:"),
        h("Phần thứ nhất. MỤC ĐÍCH, YÊU CẦU"),
        p("1.1. Việc nào có dữ liệu thì không yêu cầu người dân nộp lại giấy tờ."),
        h("Phần thứ hai. NHIỆM VỤ"),
        p("Nhiệm vụ của từng cơ quan theo Phụ lục."),
        h("Phần thứ ba. TỔ CHỨC THỰC HIỆN"),
        h2("1. Công an tỉnh"),
        item(
            "a) Là cơ quan thường trực; tổng hợp, báo cáo Bộ Công an ",
            every(
                "trước ngày 20/12 hằng năm", yearly(12, 20), "before", responsible="Công an tỉnh"
            ),
            ";",
        ),
        item(
            "b) Hoàn thành cấp căn cước công dân gắn chip cho người đủ điều kiện ",
            before("trước ngày 01/7/2022", "2022-07-01", responsible="Công an tỉnh"),
            ".",
        ),
        h2("2. Các sở, ban, ngành; UBND các huyện, thành phố"),
        item(
            "a) Ban hành kế hoạch của đơn vị, gửi Công an tỉnh ",
            by(
                "chậm nhất ngày 28/02/2022",
                "2022-02-28",
                responsible="Các sở, ban, ngành; UBND các huyện, thành phố",
            ),
            ";",
        ),
        item(
            "b) Thực hiện nghiêm ",
            cite(
                "Chỉ thị 05/CT-TTg",
                "23/02/2022",
                "Thủ tướng Chính phủ",
                role="implements",
                suspect="dated after the plan",
            ),
            ".",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Lự Văn Hặc"),
    signers=(("Lự Văn Hặc", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=(
        "Bộ Công an;",
        "Văn phòng Chính phủ;",
        "TT Tỉnh ủy, TT HĐND tỉnh;",
        "Các sở, ban, ngành tỉnh;",
        "UBND các huyện, thành phố;",
        "Lưu: VT, NC (02b).",
    ),
    appendices=(
        Table(
            appendix="PHỤ LỤC",
            caption=("DANH MỤC NHIỆM VỤ",),
            note=(
                "(Kèm theo ",
                own(KH, "14 tháng 02 năm 2022", "Ủy ban nhân dân tỉnh Sơn Nguyên"),
                ")",
            ),
            header=(
                ("STT", "Nhiệm vụ", "Cơ quan thực hiện", "", "Thời gian", ""),
                ("", "", "Chủ trì", "Phối hợp", "Bắt đầu", "Hoàn thành"),
            ),
            header_spans=((0, 2, 0, 3), (0, 4, 0, 5), (0, 0, 1, 0), (0, 1, 1, 1)),
            columns=("ordinal", "task", "lead", "coordinating", "start", "deadline"),
            rows=(
                ("I", "Hạ tầng", "", "", "", ""),
                (
                    "1",
                    "Kết nối cơ sở dữ liệu dân cư",
                    "Sở Thông tin và Truyền thông",
                    "Công an tỉnh",
                    "02/2022",
                    span("Tháng 6/2022", "2022-06-01", "2022-06-30"),
                ),
                (
                    "2",
                    "Bảo đảm an toàn thông tin",
                    "Công an tỉnh",
                    "VNPT Sơn Nguyên",
                    "02/2022",
                    always("Thường xuyên"),
                ),
                ("II", "Dịch vụ công", "", "", "", ""),
                (
                    "1",
                    "Tích hợp 25 dịch vụ công thiết yếu",
                    "Văn phòng UBND tỉnh",
                    "Các sở, ngành",
                    "03/2022",
                    span("Quý II/2022", "2022-04-01", "2022-06-30"),
                ),
            ),
            kind="task_plan",
            widths=(1, 5, 4, 3, 2, 3),
        ),
    ),
    flags=(("date_after_issue", "05/CT-TTg is dated 2022-02-23, plan issued 2022-02-14"),),
)

"""A province's plan with a two-row header, merged cells and a table over several pages (DOCX)."""

from corpus.write import UP, Cite, Due, Par, Sample, Table

KH = "1175/KH-UBND"

PLAN = Sample(
    name="p03_tinh_phong_chong_thien_tai",
    format="docx",
    doc_type="Kế hoạch",
    title=("Phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn tỉnh năm 2023",),
    issuer="UBND tỉnh Hải Lâm",
    letterhead=("ỦY BAN NHÂN DÂN", "TỈNH HẢI LÂM"),
    printed_number="Số: 1175/KH-UBND",
    number="1175",
    symbol=KH,
    printed_date="Hải Lâm, ngày 17 tháng 3 năm 2023",
    issued_on="2023-03-17",
    place="Hải Lâm",
    body=(
        Par(
            (
                "Căn cứ ",
                Cite(
                    "Luật",
                    "33/2013/QH13",
                    printed_type="Luật Phòng, chống thiên tai",
                    role="legal_basis",
                ),
                " và ",
                Cite(
                    "Luật",
                    "60/2020/QH14",
                    role="legal_basis",
                    printed_type="Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều",
                ),
                ";",
            )
        ),
        Par(
            (
                "Căn cứ ",
                Cite(
                    "Nghị định",
                    "66/2021/NĐ-CP",
                    "06/7/2021",
                    "Chính phủ",
                    about=(
                        "quy định chi tiết thi hành một số điều của ",
                        Cite("Luật", None, printed_type="Luật Phòng, chống thiên tai"),
                    ),
                    role="legal_basis",
                ),
                ";",
            )
        ),
        Par(
            (
                "Theo đề nghị của Sở Nông nghiệp và Phát triển nông thôn tại ",
                Cite("Tờ trình", "58/TTr-SNNPTNT", "02/3/2023", role="legal_basis"),
                ", Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:",
            )
        ),
        Par("I. MỤC TIÊU", "h1"),
        Par("Giảm thiệt hại về người và tài sản; chủ động phương châm bốn tại chỗ từ thôn, bản."),
        Par("II. NHIỆM VỤ CỤ THỂ", "h1"),
        Par("Nhiệm vụ của các sở, ngành, địa phương theo Phụ lục 01."),
        Par("III. CHẾ ĐỘ BÁO CÁO", "h1"),
        Par(
            (
                "Các sở, ngành, UBND các huyện, thành phố báo cáo kết quả ",
                Due(
                    "trước ngày 20/11 hằng năm",
                    "recurring",
                    "before",
                    rrule="FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20",
                    action="báo cáo kết quả",
                    responsible="Các sở, ngành, UBND các huyện, thành phố",
                ),
                " theo quy định tại ",
                Cite(
                    "Thông tư",
                    "13/2021/TT-BNNPTNT",
                    "27/10/2021",
                    "Bộ Nông nghiệp và Phát triển nông thôn",
                    pin="khoản 2 Điều 5",
                    pins=("khoản 2 Điều 5",),
                ),
                ".",
            )
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Đinh Quang Tuyến"),
    signers=(("Đinh Quang Tuyến", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "Bộ Nông nghiệp và PTNT;",
        "TT Tỉnh ủy, TT HĐND tỉnh;",
        "Các sở, ban, ngành;",
        "UBND các huyện, thành phố;",
        "Lưu: VT, NN2.",
    ),
    appendices=(
        Table(
            appendix="PHỤ LỤC 01",
            caption=("PHÂN CÔNG NHIỆM VỤ PHÒNG, CHỐNG THIÊN TAI NĂM 2023",),
            note=(
                "(Ban hành kèm theo ",
                Cite("Kế hoạch", KH, "17/3/2023", "Ủy ban nhân dân tỉnh", role="self"),
                ")",
            ),
            header=(
                ("STT", "Nhiệm vụ", "Phân công thực hiện", "", "Sản phẩm", "Thời hạn"),
                ("", "", "Chủ trì", "Phối hợp", "", ""),
                ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
            ),
            header_spans=((0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1), (0, 4, 1, 4), (0, 5, 1, 5)),
            columns=("ordinal", "task", "lead", "coordinating", "product", "deadline"),
            rows=(
                ("A", "Phòng ngừa", "", "", "", ""),
                (
                    "1",
                    "Rà soát vùng có nguy cơ sạt lở, lũ quét",
                    "Sở Tài nguyên và Môi trường",
                    "UBND các huyện, thành phố",
                    "Bản đồ cảnh báo tỷ lệ 1/25.000",
                    Due("Trong quý II năm 2023", "period", start="2023-04-01", due="2023-06-30"),
                ),
                (
                    "2",
                    "Tập huấn lực lượng xung kích cấp xã",
                    "Bộ Chỉ huy Quân sự tỉnh",
                    "Sở Nông nghiệp và Phát triển nông thôn",
                    "Báo cáo kết quả",
                    Due(
                        "Tháng 4 đến tháng 6 năm 2023",
                        "period",
                        start="2023-04-01",
                        due="2023-06-30",
                    ),
                ),
                (
                    UP,
                    UP,
                    "Hội Chữ thập đỏ tỉnh",
                    "Tỉnh đoàn",
                    "Tài liệu tập huấn",
                    Due("Trước 15/5/2023", "date", "before", due="2023-05-15"),
                ),
                ("B", "Ứng phó", "", "", "", ""),
                (
                    "3",
                    "Trực ban, thông tin cảnh báo sớm",
                    "Văn phòng Thường trực Ban Chỉ huy",
                    "Đài Khí tượng Thủy văn tỉnh",
                    "Bản tin",
                    Due(
                        "Thường xuyên trong năm", "continuous", start="2023-01-01", due="2023-12-31"
                    ),
                ),
                (
                    "4",
                    "Huy động phương tiện cứu hộ",
                    "Công an tỉnh",
                    "Sở Giao thông vận tải",
                    "Phương án",
                    Due("Khi có yêu cầu", "event", anchor="có yêu cầu"),
                ),
                ("C", "Khắc phục hậu quả", "", "", "", ""),
                (
                    "5",
                    "Thống kê, đánh giá thiệt hại",
                    "UBND các huyện, thành phố",
                    "Cục Thống kê tỉnh",
                    "Báo cáo thiệt hại",
                    Due(
                        "03 ngày làm việc sau khi kết thúc đợt thiên tai",
                        "relative",
                        "after",
                        offset="P3D",
                        business=True,
                        anchor="kết thúc đợt thiên tai",
                    ),
                ),
                (
                    "6",
                    (
                        "Quyết toán kinh phí hỗ trợ theo ",
                        Cite("Nghị định", "02/2017/NĐ-CP", "09/01/2017", "Chính phủ"),
                    ),
                    "Sở Tài chính",
                    "Kho bạc Nhà nước tỉnh",
                    "Hồ sơ quyết toán",
                    Due("Hàng quý", "recurring", rrule="FREQ=MONTHLY;INTERVAL=3"),
                ),
            ),
            kind="task_plan",
            widths=(1.3, 5, 4, 4, 4, 4),
        ),
    ),
)

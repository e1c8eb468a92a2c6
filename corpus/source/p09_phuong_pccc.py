"""A ward's fire plan: blank number, letterhead in tabs, monthly and weekly reports, hours (text)."""

from corpus.words import (
    STATE,
    basis,
    basis_law,
    before,
    by,
    every,
    h,
    item,
    law,
    monthly,
    offset,
    p,
)  # fmt: skip
from corpus.write import Listing, Sample, Unit

BLOCKS = "Các khu dân cư có nguy cơ cháy, nổ cao"

PLAN = Sample(
    name="p09_phuong_pccc",
    format="txt",
    layout="tabs",
    doc_type="Kế hoạch",
    title=("Bảo đảm an toàn phòng cháy, chữa cháy mùa hanh khô năm 2023 - 2024",),
    issuer="UBND phường Bến Gỗ",
    letterhead=("ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN GỖ"),
    printed_number="Số:       /KH-UBND",
    number=None,
    symbol="/KH-UBND",
    printed_date="Bến Gỗ, ngày 06 tháng 11 năm 2023",
    issued_on="2023-11-06",
    place="Bến Gỗ",
    **STATE,
    body=(
        p("Căn cứ ", basis_law("Luật Phòng cháy và chữa cháy", "ngày 29/6/2001"), ";"),
        p(
            "Căn cứ ",
            basis(
                "Nghị định 136/2020/NĐ-CP",
                "24/11/2020",
                "Chính phủ",
                (
                    "quy định chi tiết một số điều và biện pháp thi hành ",
                    law("Luật Phòng cháy và chữa cháy"),
                ),
            ),
            ";",
        ),
        p("UBND phường Bến Gỗ xây dựng Kế hoạch như sau:"),
        h("I. MỤC ĐÍCH"),
        p("Kéo giảm số vụ cháy; người dân biết tự bảo vệ mình và gia đình."),
        h("II. ĐỊA BÀN TRỌNG ĐIỂM"),
        p(
            "Các khu dân cư có nguy cơ cháy, nổ cao: ",
            Unit("Tổ dân phố 4", BLOCKS),
            ", ",
            Unit("Tổ dân phố 7", BLOCKS),
            ", ",
            Unit("Tổ dân phố 12", BLOCKS),
            ".",
        ),
        h("III. NHIỆM VỤ"),
        item(
            "1. Công an phường: thông báo kết quả xử lý vi phạm cho UBND phường ",
            offset(
                "trong thời hạn 05 ngày làm việc kể từ ngày lập biên bản",
                "P5D",
                "ngày lập biên bản",
                "at_most",
                business=True,
                responsible="Công an phường",
            ),
            ".",
        ),
        item(
            "2. Các tổ dân phố: báo cáo tình hình về UBND phường ",
            every("trước ngày 15 hàng tháng", monthly(15), "before", responsible="Các tổ dân phố"),
            ".",
        ),
        item(
            "3. Đội dân phòng: tự kiểm tra phương tiện ",
            every("thứ Bảy hằng tuần", "FREQ=WEEKLY;BYDAY=SA", responsible="Đội dân phòng"),
            ".",
        ),
        h("IV. CHẾ ĐỘ BÁO CÁO"),
        item(
            "- Báo cáo sơ kết gửi về Công an phường ",
            before("trước 16 giờ ngày 15/01/2024", "2024-01-15"),
            "; báo cáo tổng kết ",
            by("chậm nhất ngày 10/4/2024", "2024-04-10"),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Đoàn Hữu Lộc"),
    signers=(("Đoàn Hữu Lộc", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=("Công an thành phố;", "Thường trực Đảng ủy;", "Các tổ dân phố;", "Lưu: VT."),
    lists=(Listing(BLOCKS, "other"),),
    flags=(("missing_number", "the number is blank"),),
)

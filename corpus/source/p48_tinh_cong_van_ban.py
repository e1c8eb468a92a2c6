"""A province's plan copied from a law portal: bars between cells, broken lines, glued words (text)."""

from corpus.words import STATE, basis, basis_law, before, cite, does, every, h, h2, item, p, yearly
from corpus.write import Sample

PLAN = Sample(
    name="p48_tinh_cong_van_ban",
    format="txt",
    formats=("txt",),
    layout="portal",
    doc_type="Kế hoạch",
    title=(
        (
            "THỰC HIỆN ",
            does(
                "QUYẾT ĐỊNH 705/QĐ-TTG",
                "25/5/2017",
                "THỦ TƯỚNG CHÍNH PHỦ",
                so="SỐ ",
                printed_type="QUYẾT ĐỊNH",
                glue="CỦA ",
                on_word="NGÀY",
            ),
        ),
        "TRÊN ĐỊA BÀN TỈNH HẢI LÂM",
    ),
    issuer="UBND tỉnh Hải Lâm",
    letterhead=("ỦY BAN NHÂN DÂN", "TỈNH HẢI LÂM"),
    printed_number="Số: 108/KH-UBND",
    number="108",
    symbol="108/KH-UBND",
    printed_date="Hải Lâm, ngày 15 tháng 6 năm 2017",
    issued_on="2017-06-15",
    place="Hải Lâm",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis_law("Luật Phổ biến, giáo dục pháp luật", "năm 2012"),
            " và ",
            basis(
                "Quyết định 705/QĐ-TTg",
                "25/5/2017",
                "Thủ tướng Chính phủ",
                "ban hành Chương trình phổ biến, giáo dục pháp luật giai đoạn 2017 - 2021",
            ),
            ", Ủy ban nhân dân tỉnh ban hành Kế hoạch với những nội dung sau:",
        ),
        h("I. QUAN ĐIỂM"),
        item(
            "1. Phổ biến pháp luật là trách nhiệm của cả hệ thống chính trị; người dân là trung tâm của "
            "mọi hoạt động, nội dung gắn với việc thi hành ở cơ sở."
        ),
        h("II. NHIỆM VỤ"),
        item(
            "1. Phổ biến nội dung ",
            cite(
                "Nghị định 28/2013/NĐ-CP",
                "04/4/2013",
                "Chính phủ",
                (
                    "quy định chi tiết một số điều và biện pháp thi hành ",
                    cite(
                        "Luật 14/2012/QH13",
                        None,
                        printed_type="Luật Phổ biến, giáo dục pháp luật",
                        so="số ",
                    ),
                ),
            ),
            ".",
        ),
        item(
            "2. Rà soát, công nhận báo cáo viên; lập danh sách đăng trên cổng thông tin điện tử ",
            before("trước ngày 30 tháng 9 năm 2017", "2017-09-30"),
            ".",
        ),
        h("III. TỔ CHỨC THỰC HIỆN"),
        h2("1. Sở Tư pháp"),
        item(
            "a) Hướng dẫn, đôn đốc; tổng hợp báo cáo Ủy ban nhân dân tỉnh và Bộ Tư pháp ",
            every(
                "trước ngày 15 tháng 12 hằng năm",
                yearly(12, 15),
                "before",
                responsible="Sở Tư pháp",
            ),
            ".",
        ),
        h2("2. Ủy ban nhân dân các huyện, thành phố"),
        item(
            "a) Ban hành kế hoạch ở địa phương, gửi Sở Tư pháp ",
            before(
                "trước ngày 15/7/2017",
                "2017-07-15",
                responsible="Ủy ban nhân dân các huyện, thành phố",
            ),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Tạ Duy Khánh"),
    signers=(("Tạ Duy Khánh", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=("Bộ Tư pháp;", "TT. Tỉnh ủy;", "Các sở, ban, ngành;", "Lưu: VT, NC."),
)

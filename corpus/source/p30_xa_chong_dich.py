"""A commune's epidemic plan: articles, hours after an event, self-citations with a wrong day (text)."""

from corpus.words import STATE, basis, cite, every, h, item, offset, own, p
from corpus.write import Listing, Sample, Table, Unit

KH = "Kế hoạch 58/KH-UBND"
POSTS = "DANH SÁCH CHỐT KIỂM SOÁT DỊCH"

PLAN = Sample(
    name="p30_xa_chong_dich",
    format="txt",
    doc_type="Kế hoạch",
    title=("Phòng, chống dịch Covid-19 trên địa bàn xã Yên Thịnh năm 2021",),
    issuer="UBND xã Yên Thịnh",
    letterhead=("UBND HUYỆN YÊN LẬP HẠ", "ỦY BAN NHÂN DÂN XÃ YÊN THỊNH"),
    printed_number="Số: 58/KH-UBND",
    number="58",
    symbol="58/KH-UBND",
    printed_date="Yên Thịnh, ngày 09 tháng 7 năm 2021",
    issued_on="2021-07-09",
    place="Yên Thịnh",
    **STATE,
    body=(
        p(
            "Thực hiện ",
            basis(
                "Chỉ thị 16/CT-TTg",
                "31/3/2020",
                "Thủ tướng Chính phủ",
                "về thực hiện các biện pháp cấp bách phòng, chống dịch COVID-19",
            ),
            "; ",
            basis("Công điện 914/CĐ-TTg", "07/7/2021", "Thủ tướng Chính phủ"),
            "; ",
            basis("Phương án 19/PA-UBND", "05/7/2021", "UBND huyện"),
            ", UBND xã xây dựng Kế hoạch như sau:",
        ),
        h("Điều 1. Mục đích"),
        p("Phát hiện sớm, khoanh vùng gọn, điều trị kịp thời."),
        h("Điều 2. Nhiệm vụ"),
        item(
            "1. Tổ Covid cộng đồng rà soát người từ vùng dịch về, báo Trạm Y tế xã ",
            offset(
                "trong 02 giờ kể từ khi phát hiện",
                "PT2H",
                "phát hiện",
                "at_most",
                responsible="Tổ Covid cộng đồng",
            ),
            ".",
        ),
        item(
            "2. Trạm Y tế xã báo cáo Ban Chỉ đạo huyện ",
            every("trước 16 giờ hằng ngày", "FREQ=DAILY", "before", responsible="Trạm Y tế xã"),
            ".",
        ),
        item("3. Các chốt kiểm soát hoạt động theo Phụ lục, theo lệnh của Trưởng ban."),
        h("Điều 3. Tổ chức thực hiện"),
        p(
            "Công an xã, Ban Chỉ huy Quân sự xã phối hợp ",
            cite(
                "Quyết định 77/QĐ-UBND",
                "01/7/2021",
                "Chủ tịch UBND xã",
                "về việc thành lập chốt kiểm soát",
            ),
            "./.",
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Phan Đức Cường"),
    signers=(("Phan Đức Cường", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    recipients=(
        "BCĐ phòng, chống dịch huyện;",
        "TT Đảng ủy, HĐND xã;",
        "Trưởng các thôn;",
        "Lưu: VT.",
    ),
    appendices=(
        Table(
            appendix="Phụ lục",
            caption=(POSTS,),
            note=(
                "(Kèm theo ",
                own(KH, "07/9/2021", "UBND xã Yên Thịnh", suspect="date disagrees with the header"),
                ")",
            ),
            header=(("TT", "Thôn", "Vị trí chốt"),),
            columns=("ordinal", "unit", "place"),
            rows=(
                ("1", Unit("Thôn Đồng Mạ", POSTS), "Cổng làng"),
                ("2", Unit("Thôn Khe Sú", POSTS), "Ngã ba chợ"),
                ("3", Unit("Thôn Gốc Đa", POSTS), "Đường liên xã"),
            ),
            kind="unit_list",
            widths=(1, 5, 4),
        ),
    ),
    lists=(Listing(POSTS, "other"),),
    flags=(("self_date_mismatch", "self-citation dated 07/9/2021, header 09/7/2021"),),
)

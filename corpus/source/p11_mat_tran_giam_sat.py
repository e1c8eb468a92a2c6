"""The Front's supervision plan: a unit both supervised and in the team, wide-space letterhead (text)."""

from corpus.words import STATE, basis, before, h, h2, item, law, offset, p, span
from corpus.write import Listing, Sample, Unit

UNDER, TEAM = "Đơn vị được giám sát", "Thành phần Đoàn giám sát"

PLAN = Sample(
    name="p11_mat_tran_giam_sat",
    format="txt",
    layout="spaces",
    doc_type="Kế hoạch",
    title=("Giám sát việc tiếp nhận và giải quyết thủ tục hành chính năm 2024",),
    issuer="Ban Thường trực Ủy ban MTTQ Việt Nam huyện Sông Kiếm",
    letterhead=("ỦY BAN MTTQ VIỆT NAM", "HUYỆN SÔNG KIẾM", "BAN THƯỜNG TRỰC"),
    printed_number="Số: 46/KH-MTTQ-BTT",
    number="46",
    symbol="46/KH-MTTQ-BTT",
    printed_date="Sông Kiếm, ngày 02 tháng 5 năm 2024",
    issued_on="2024-05-02",
    place="Sông Kiếm",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis(
                "Quyết định 217-QĐ/TW",
                "12/12/2013",
                "Bộ Chính trị",
                "về việc ban hành Quy chế giám sát và phản biện xã hội",
            ),
            "; ",
            basis("Chỉ thị 18-CT/TW", "26/10/2022", "Ban Bí thư"),
            "; Ban Thường trực Ủy ban MTTQ Việt Nam huyện xây dựng kế hoạch giám sát như sau:",
        ),
        h("I. MỤC ĐÍCH"),
        p("Ghi nhận ý kiến người dân; góp ý với chính quyền để phục vụ tốt hơn."),
        h("II. NỘI DUNG"),
        p(
            "Việc thực hiện ",
            law("Luật Tiếp cận thông tin", role="implements"),
            " và quy chế một cửa tại cơ sở.",
        ),
        h("III. ĐỐI TƯỢNG, THÀNH PHẦN, THỜI GIAN"),
        h2("1. Đơn vị được giám sát"),
        item("- ", Unit("UBND xã Cẩm Lũng", UNDER), ";"),
        item("- ", Unit("UBND thị trấn Phố Cát", UNDER), ";"),
        item("- ", Unit("Phòng Tư pháp huyện", UNDER), "."),
        h2("2. Thành phần Đoàn giám sát"),
        item(
            "- Đại diện: ",
            Unit("Hội Nông dân huyện", TEAM),
            ", ",
            Unit("Huyện đoàn", TEAM),
            ", ",
            Unit("Phòng Tư pháp huyện", TEAM),
            ".",
        ),
        h2("3. Thời gian giám sát"),
        p(
            "Thời gian giám sát: ",
            span("Từ ngày 20/5 đến ngày 14/6/2024", "2024-05-20", "2024-06-14"),
            ".",
        ),
        h("IV. TỔ CHỨC THỰC HIỆN"),
        item(
            "1. Đơn vị được giám sát gửi báo cáo về Ban Thường trực Ủy ban MTTQ Việt Nam huyện ",
            offset(
                "trước ngày làm việc 05 ngày",
                "P5D",
                "ngày làm việc",
                "before",
                responsible="Đơn vị được giám sát",
            ),
            ".",
        ),
        item(
            "2. Đoàn giám sát hoàn thành báo cáo ",
            before("trước ngày 30/6/2024", "2024-06-30", responsible="Đoàn giám sát"),
            "./.",
        ),
    ),
    signature=("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "", "", "Hà Thị Kim Oanh"),
    signers=(("Hà Thị Kim Oanh", "CHỦ TỊCH", "TM. BAN THƯỜNG TRỰC"),),
    recipients=(
        "Ban Thường trực UBMTTQVN tỉnh;",
        "Thường trực Huyện ủy;",
        "UBND huyện;",
        "Các đơn vị được giám sát;",
        "Lưu: VP.",
    ),
    lists=(Listing(UNDER, "inspected"), Listing(TEAM, "member")),
    flags=(("role_conflict", "Phòng Tư pháp huyện is supervised and in the team"),),
)

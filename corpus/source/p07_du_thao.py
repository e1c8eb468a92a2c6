"""A draft with blanks and mistakes of the kind that archives hold (DOCX)."""

from corpus.write import Cite, Due, Par, Sample, Table

PLAN = Sample(
    name="p07_du_thao",
    format="docx",
    doc_type="Kế hoạch",
    title=("Vệ sinh môi trường nông thôn năm 2021",),
    issuer="UBND xã Hòa Thạnh Tây",
    letterhead=("UBND HUYỆN ĐÔNG KHÊ", "ỦY BAN NHÂN DÂN XÃ HÒA THẠNH TÂY"),
    printed_number="Số:      /KH-UBND",
    number=None,
    symbol="/KH-UBND",
    printed_date="Hòa Thạnh Tây, ngày      tháng 4 năm 2021",
    issued_on=None,
    place="Hòa Thạnh Tây",
    body=(
        Par(
            (
                "Thực hiện ",
                Cite(
                    "Kế hoạch",
                    "215/QĐ-UBND",
                    "30/3/2021",
                    "UBND huyện",
                    about="về vệ sinh môi trường nông thôn năm 2021",
                    role="legal_basis",
                    suspect="type word and symbol disagree",
                ),
                ", UBND xã xây dựng kế hoạch như sau:",
            )
        ),
        Par("I. MỤC ĐÍCH", "h1"),
        Par("Giữ đường làng, ngõ xóm sạch; thu gom rác đúng nơi, đúng giờ."),
        Par("II. NỘI DUNG", "h1"),
        Par(
            (
                "1. Ra quân tổng vệ sinh vào sáng chủ nhật tuần đầu; các thôn báo cáo kết quả ",
                Due(
                    "trước ngày 31/02/2021",
                    "date",
                    "before",
                    action="báo cáo kết quả",
                    responsible="các thôn",
                ),
                ".",
            ),
            "item",
        ),
        Par(
            (
                "2. Thu phí theo ",
                Cite(
                    "Nghị quyết",
                    "12/2018/NQ-HĐND",
                    "07/13/2018",
                    "HĐND tỉnh",
                    iso=None,
                    suspect="impossible date",
                ),
                ".",
            ),
            "item",
        ),
        Par("IV. KINH PHÍ", "h1"),
        Table(
            header=(("TT", "Nội dung chi", "Số tiền (đồng)"),),
            columns=("ordinal", "task", "budget"),
            rows=(
                ("1", "Mua xe đẩy rác", "12.000.000"),
                ("2", "Nước uống ngày ra quân", "1.500.000"),
                ("3", "In tờ rơi", "800.000"),
                ("", "Cộng", "14.800.000"),
            ),
            kind="other",
            widths=(1, 6, 3),
        ),
        Par("Yêu cầu các ban, ngành, thôn nghiêm túc thực hiện./."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signers=(),
    recipients=("UBND huyện;", "Các ban, ngành, thôn;", "Lưu: VT."),
    flags=(
        ("missing_number", "the number is blank"),
        ("missing_date", "the day is blank"),
        ("missing_signature", "the signature block has no name"),
        ("type_symbol_mismatch", "Kế hoạch with the symbol of a Quyết định: 215/QĐ-UBND"),
        ("impossible_date", "07/13/2018"),
        ("impossible_date", "31/02/2021"),
        ("ordinal_gap", "the outline goes from II to IV"),
        ("total_mismatch", "14.800.000 stated, the parts make 14.300.000"),
    ),
)

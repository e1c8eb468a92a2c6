"""A department's inspection plan: a list of units with days, self-citations that disagree (DOCX)."""

from corpus.words import STATE, basis, basis_law, before, h, h2, item, law, offset, on_day, own, p
from corpus.write import Listing, Sample, Table, Unit

KH = "Kế hoạch 640/KH-SNV"
LIST = "LỊCH KIỂM TRA CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2025"

PLAN = Sample(
    name="p21_so_noi_vu_luu_tru",
    format="docx",
    doc_type="Kế hoạch",
    title=("Kiểm tra công tác văn thư, lưu trữ năm 2025",),
    issuer="Sở Nội vụ tỉnh Sơn Nguyên",
    letterhead=("UBND TỈNH SƠN NGUYÊN", "SỞ NỘI VỤ"),
    printed_number="Số: 640/KH-SNV",
    number="640",
    symbol="640/KH-SNV",
    printed_date="Sơn Nguyên, ngày 03 tháng 9 năm 2025",
    issued_on="2025-09-03",
    place="Sơn Nguyên",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis_law("Luật Lưu trữ", "ngày 21 tháng 6 năm 2024"),
            "; ",
            basis(
                "Nghị định 30/2020/NĐ-CP", "05 tháng 3 năm 2020", "Chính phủ", "về công tác văn thư"
            ),
            "; ",
            basis(
                "Quyết định 1310/QĐ-UBND",
                "20 tháng 8 năm 2025",
                "Chủ tịch UBND tỉnh",
                "phê duyệt Kế hoạch kiểm tra năm 2025",
            ),
            "; Sở Nội vụ ban hành Kế hoạch kiểm tra như sau:",
        ),
        h("I. NỘI DUNG"),
        p(
            "Việc thực hiện ",
            law("Luật Lưu trữ", role="implements"),
            " và ",
            basis("Nghị định 30/2020/NĐ-CP", role="implements"),
            " tại xã, phường sau sắp xếp.",
        ),
        h("II. ĐỐI TƯỢNG, THỜI GIAN"),
        p("Đơn vị, thời gian kiểm tra theo Phụ lục kèm theo."),
        h("III. TỔ CHỨC THỰC HIỆN"),
        h2("1. Phòng Văn thư - Lưu trữ"),
        item(
            "- Dự thảo thông báo kết quả ",
            offset(
                "sau khi kết thúc kiểm tra chậm nhất 10 ngày làm việc",
                "P10D",
                "kết thúc kiểm tra",
                "at_most",
                business=True,
                responsible="Phòng Văn thư - Lưu trữ",
            ),
            ".",
        ),
        h2("2. Đơn vị được kiểm tra"),
        item(
            "- Gửi báo cáo bằng văn bản cho Sở Nội vụ ",
            before("trước ngày 15/9/2025", "2025-09-15", responsible="Đơn vị được kiểm tra"),
            "./.",
        ),
    ),
    signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Nông Thị Bích Vân"),
    signers=(("Nông Thị Bích Vân", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),),
    recipients=("UBND tỉnh (b/c);", "UBND các xã, phường được kiểm tra;", "Lưu: VT, VTLT."),
    appendices=(
        Table(
            appendix="PHỤ LỤC",
            caption=(LIST,),
            note=(
                "(Kèm theo ",
                own(KH, "30/9/2025", "Sở Nội vụ", suspect="date disagrees with the header"),
                ")",
            ),
            header=(("STT", "Đơn vị được kiểm tra", "Thời gian kiểm tra"),),
            columns=("ordinal", "unit", "deadline"),
            rows=(
                ("1", Unit("UBND xã Mường Lự", LIST), on_day("Ngày 22/9/2025", "2025-09-22")),
                ("2", Unit("UBND xã Nậm Cuổi", LIST), on_day("Ngày 24/9/2025", "2025-09-24")),
                ("3", Unit("UBND phường Pha Đin", LIST), on_day("Ngày 26/9/2025", "2025-09-26")),
            ),
            kind="unit_list",
            widths=(1, 5, 4),
        ),
    ),
    lists=(Listing(LIST, "inspected"),),
    flags=(("self_date_mismatch", "self-citation dated 30/9/2025, header 03/9/2025"),),
)

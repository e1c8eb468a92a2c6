"""A procuracy's plan of 2009: old spelling, spaces in the symbol, articles of a code, no table (text)."""

from corpus.words import basis, basis_law, before, cite, h, item, law, offset, p, span
from corpus.write import Listing, Sample, Unit

UNDER = "Các đơn vị được kiểm sát trực tiếp"

PLAN = Sample(
    name="p54_vien_kiem_sat_2009",
    format="txt",
    layout="spaces",
    doc_type="Kế hoạch",
    title=("Kiểm sát trực tiếp việc tạm giữ, tạm giam", "và thi hành án dân sự năm 2009"),
    issuer="Viện kiểm sát nhân dân huyện Lạc Thuỷ Đông",
    letterhead=("VIỆN KIỂM SÁT NHÂN DÂN", "HUYỆN LẠC THUỶ ĐÔNG"),
    printed_number="Số: 07 /KH - VKS",
    number="07",
    symbol="07/KH-VKS",
    printed_date="Lạc Thuỷ Đông, ngày 02 tháng 3 năm 2009",
    issued_on="2009-03-02",
    place="Lạc Thuỷ Đông",
    motto=("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    body=(
        p(
            "Căn cứ các ",
            basis_law(
                "Luật Tổ chức Viện kiểm sát nhân dân",
                "năm 2002",
                pin="Điều 23, 24",
                pins=("Điều 23", "Điều 24"),
            ),
            ";",
        ),
        p(
            "Căn cứ ",
            basis(
                "Chỉ thị 01/2009/CT-VKSTC",
                "05/01/2009",
                "Viện trưởng Viện kiểm sát nhân dân tối cao",
                "về công tác của ngành Kiểm sát nhân dân năm 2009",
            ),
            ";",
        ),
        p("Viện kiểm sát nhân dân huyện xây dựng Kế hoạch kiểm sát trực tiếp như sau:"),
        h("I/ Mục đích, yêu cầu"),
        p("Phát hiện vi phạm, kiến nghị khắc phục; không gây phiền hà cho đơn vị được kiểm sát."),
        h("II/ Nội dung"),
        item(
            "1/ Việc lập hồ sơ, thời hạn, chế độ đối với người bị tạm giữ theo ",
            cite(
                "Nghị định 89/1998/NĐ-CP",
                "07/11/1998",
                "Chính phủ",
                "ban hành Quy chế về tạm giữ, tạm giam",
            ),
            ".",
        ),
        item(
            "2/ Việc ra quyết định thi hành án theo ",
            law("Luật Thi hành án dân sự", "năm 2008"),
            ".",
        ),
        h("III/ Các đơn vị được kiểm sát trực tiếp"),
        item("- ", Unit("Nhà tạm giữ Công an huyện", UNDER), ";"),
        item("- ", Unit("Chi cục Thi hành án dân sự huyện", UNDER), ";"),
        item("- ", Unit("UBND thị trấn Chợ Vàm", UNDER), "."),
        h("IV/ Thời gian"),
        item(
            "- Thời gian kiểm sát: ",
            span("Từ ngày 16/3/2009 đến ngày 27/3/2009", "2009-03-16", "2009-03-27"),
            ".",
        ),
        item(
            "- Các đơn vị gửi báo cáo bằng văn bản cho Viện kiểm sát ",
            before("trước ngày 12/3/2009", "2009-03-12", responsible="Các đơn vị"),
            ".",
        ),
        item(
            "- Đoàn kiểm sát ban hành kết luận ",
            offset(
                "chậm nhất 10 ngày kể từ ngày kết thúc cuộc kiểm sát",
                "P10D",
                "ngày kết thúc cuộc kiểm sát",
                "at_most",
                responsible="Đoàn kiểm sát",
            ),
            ".",
        ),
        p("Nơi nào có khó khăn thì phản ánh về Viện kiểm sát nhân dân huyện để giải quyết./."),
    ),
    signature=("VIỆN TRƯỞNG", "(Đã ký)", "", "Bùi Quang Tạo"),
    signers=(("Bùi Quang Tạo", "VIỆN TRƯỞNG", None),),
    recipients=("VKSND tỉnh (b/c);", "TT Huyện uỷ, HĐND huyện;", "Các đơn vị mục III;", "Lưu: VP."),
    lists=(Listing(UNDER, "inspected"),),
)

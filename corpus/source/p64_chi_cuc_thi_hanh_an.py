"""A civil enforcement office of 2019: a title over two lines, offsets before the day (text, spaces)."""

from corpus.words import STATE, basis, basis_law, by, h, item, offset, on_day, p
from corpus.write import Listing, Sample, Unit

TEAM = "Thành phần"

PLAN = Sample(
    name="p64_chi_cuc_thi_hanh_an",
    format="txt",
    layout="spaces",
    doc_type="Kế hoạch",
    title=("Cưỡng chế giao quyền sử dụng đất", "tại xã Phước Lộc, huyện Tuy An Đông"),
    issuer="Chi cục Thi hành án dân sự huyện Tuy An Đông",
    letterhead=(
        "CỤC THI HÀNH ÁN DÂN SỰ TỈNH PHÚ HÒA",
        "CHI CỤC THI HÀNH ÁN DÂN SỰ",
        "HUYỆN TUY AN ĐÔNG",
    ),
    printed_number="Số: 07/KH-CCTHADS",
    number="07",
    symbol="07/KH-CCTHADS",
    printed_date="Tuy An Đông, ngày 11 tháng 3 năm 2019",
    issued_on="2019-03-11",
    place="Tuy An Đông",
    **STATE,
    body=(
        p(
            "Căn cứ ",
            basis_law("Luật Thi hành án dân sự", "năm 2008", pin="Điều 72", pins=("Điều 72",)),
            " (được sửa đổi, bổ sung năm 2014);",
        ),
        p(
            "Căn cứ ",
            basis(
                "Quyết định 05/QĐ-CCTHADS",
                "04 tháng 3 năm 2019",
                "Chi cục trưởng Chi cục Thi hành án dân sự huyện Tuy An Đông",
                "về việc cưỡng chế giao quyền sử dụng đất",
            ),
            ";",
        ),
        p("Chấp hành viên lập Kế hoạch cưỡng chế như sau:"),
        h("1. Thời gian, địa điểm"),
        item(
            "- Thời gian: ",
            on_day("08 giờ 00 phút ngày 28/3/2019", "2019-03-28"),
            ".",
        ),
        item("- Địa điểm: Thửa đất số 112, tờ bản đồ số 9, xã Phước Lộc."),
        h("2. Phương án tiến hành"),
        item(
            "- Thông báo cho đương sự ",
            offset(
                "ít nhất 05 ngày làm việc trước ngày cưỡng chế",
                "P5D",
                "ngày cưỡng chế",
                "at_least",
                business=True,
            ),
            ".",
        ),
        item(
            "- Các cơ quan cử người tham gia, gửi danh sách về Chi cục ",
            by("chậm nhất ngày 22/3/2019", "2019-03-22"),
            ".",
        ),
        h("3. Thành phần"),
        item(
            "- Đại diện ",
            Unit("Viện kiểm sát", TEAM),
            ", ",
            Unit("Công an", TEAM),
            ", ",
            Unit("Phòng Tài nguyên và Môi trường huyện", TEAM),
            ".",
        ),
        h("4. Chi phí"),
        p("Dự trù 18.500.000 đồng, người phải thi hành án chịu./."),
    ),
    signature=("CHẤP HÀNH VIÊN", "", "Ngô Bá Thước"),
    signers=(("Ngô Bá Thước", "CHẤP HÀNH VIÊN", None),),
    lists=(Listing(TEAM, "member"),),
    recipients=("Cục THADS tỉnh;", "VKSND huyện;", "UBND xã Phước Lộc;", "Lưu: VT, HSTHA."),
)

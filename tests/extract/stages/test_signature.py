"""The foot of a plan: signers, their names, recipients."""

import pytest

from extract.model import Signer
from extract.stages.header.signature import read_name
from tests.extract.stages.header_texts import BODY, header_of

FEET = {  # name: lines of the foot, recipients, signers
    "a type word is nobody's name": (
        """BỘ TRƯỞNG BỘ NỘI VỤ
        QUYẾT ĐỊNH:
        Nơi nhận:
        - Như Điều 3;
        - Lưu: VT.
        BỘ TRƯỞNG
        Nguyễn Văn An""",
        ("Như Điều 3", "Lưu: VT"),
        (Signer("Nguyễn Văn An", "BỘ TRƯỞNG", None),),
    ),
    "for the secretariat": (
        """Nơi nhận:
        - Lưu VT.
        TM. BAN BÍ THƯ TỈNH ĐOÀN
        BÍ THƯ THƯỜNG TRỰC
        Phan Văn An""",
        ("Lưu VT",),
        (Signer("Phan Văn An", "BÍ THƯ THƯỜNG TRỰC", "TM. BAN BÍ THƯ TỈNH ĐOÀN"),),
    ),
    "plain": (
        """Nơi nhận:
        - Sở Nội vụ (để b/c);
        - UBND các xã, thị trấn;
        - Lưu: VT, NV.
        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH
        Nguyễn Văn An""",
        ("Sở Nội vụ (để b/c)", "UBND các xã, thị trấn", "Lưu: VT, NV"),
        (Signer("Nguyễn Văn An", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    ),
    "signature first": (
        """TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        (Đã ký)
        Lò Thị Bích
        Nơi nhận:
        - Như trên;
        - Lưu VT.""",
        ("Như trên", "Lưu VT"),
        (Signer("Lò Thị Bích", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    ),
    "on one line": (
        """Nơi nhận: - Như Điều 3; - Phòng Nội vụ; - Lưu: VT.
        HIỆU TRƯỞNG
        NGUYỄN THỊ HOA""",
        ("Như Điều 3", "Phòng Nội vụ", "Lưu: VT"),
        (Signer("Nguyễn Thị Hoa", "HIỆU TRƯỞNG", None),),
    ),
    "columns read as one line": (
        """Nơi nhận: TM. ỦY BAN NHÂN DÂN
        - Như trên; KT. CHỦ TỊCH
        - Các phòng, ban; PHÓ CHỦ TỊCH
        - Lưu: VT. Trần Văn Bình""",
        ("Như trên", "Các phòng, ban", "Lưu: VT"),
        (Signer("Trần Văn Bình", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    ),
    "dash inside a name": (
        """Nơi nhận:
        - Chi cục Văn thư - Lưu trữ tỉnh;
        - Lưu: VT.
        CHỦ TỊCH
        Nguyễn Văn An""",
        ("Chi cục Văn thư - Lưu trữ tỉnh", "Lưu: VT"),
        (Signer("Nguyễn Văn An", "CHỦ TỊCH", None),),
    ),
    "recipients and titles line by line": (
        """Nơi nhận:
        TM. ỦY BAN NHÂN DÂN
        - Sở Nội vụ;
        CHỦ TỊCH
        - Lưu: VT.
        Phạm Văn Bảo""",
        ("Sở Nội vụ", "Lưu: VT"),
        (Signer("Phạm Văn Bảo", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    ),
    "without dashes": (
        """Nơi nhận
        Huyện ủy (b/c);
        Các đơn vị trực thuộc;
        Lưu: VT
        TRƯỞNG PHÒNG
        Đại tá Lê Văn Cường""",
        ("Huyện ủy (b/c)", "Các đơn vị trực thuộc", "Lưu: VT"),
        (Signer("Đại tá Lê Văn Cường", "TRƯỞNG PHÒNG", None),),
    ),
    "one who enforces judgments": (
        """Nơi nhận:
        - VKSND huyện;
        - Lưu: VT, HSTHA.
        CHẤP HÀNH VIÊN
        Ngô Bá Thước""",
        ("VKSND huyện", "Lưu: VT, HSTHA"),
        (Signer("Ngô Bá Thước", "CHẤP HÀNH VIÊN", None),),
    ),
    "wrapped recipients": (
        """Nơi nhận:
        - Chủ tịch, các Phó Chủ tịch
        UBND huyện;
        - Lưu: VT, LĐTBXH,
        NV.
        TL. CHỦ TỊCH
        CHÁNH VĂN PHÒNG
        Phan Thị Yến""",
        ("Chủ tịch, các Phó Chủ tịch UBND huyện", "Lưu: VT, LĐTBXH, NV"),
        (Signer("Phan Thị Yến", "CHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH"),),
    ),
    "Party": (
        """Nơi nhận:
        - Tỉnh ủy (báo cáo),
        - Các chi, đảng bộ,
        - Lưu Văn phòng Huyện ủy.
        T/M BAN THƯỜNG VỤ
        PHÓ BÍ THƯ
        Hoàng A Páo""",
        ("Tỉnh ủy (báo cáo)", "Các chi, đảng bộ", "Lưu Văn phòng Huyện ủy"),
        (Signer("Hoàng A Páo", "PHÓ BÍ THƯ", "T/M BAN THƯỜNG VỤ"),),
    ),
    "electronic signature": (
        """Nơi nhận:
        - Lưu: VT.
        CHỦ TỊCH
        Ký bởi: Ủy ban nhân dân xã An Bình
        Cơ quan: Tỉnh Hải Lâm
        Thời gian ký: 05/02/2021 08:00:00 +07:00
        Vũ Đình Long""",
        ("Lưu: VT",),
        (Signer("Vũ Đình Long", "CHỦ TỊCH", None),),
    ),
    "joint plan": (
        """Nơi nhận:
        - Lưu: VT.
        GIÁM ĐỐC SỞ NỘI VỤ
        Đỗ Văn Dũng
        GIÁM ĐỐC SỞ TÀI CHÍNH
        Mai Thị Lan""",
        ("Lưu: VT",),
        (Signer("Đỗ Văn Dũng", "GIÁM ĐỐC SỞ NỘI VỤ", None),
         Signer("Mai Thị Lan", "GIÁM ĐỐC SỞ TÀI CHÍNH", None)),
    ),
    "one line for the whole signature": (
        """Nơi nhận:
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn An""",
        ("Lưu: VT",),
        (Signer("Nguyễn Văn An", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),),
    ),
    "form in an appendix": (
        """Nơi nhận:
        - Lưu: VT.
        CHỦ TỊCH
        Nguyễn Văn An
        Phụ lục số 01
        NGƯỜI LẬP BIỂU
        THỦ TRƯỞNG ĐƠN VỊ
        Trần Văn Bình""",
        ("Lưu: VT",),
        (Signer("Nguyễn Văn An", "CHỦ TỊCH", None),),
    ),
    "draft without a name": (
        """Nơi nhận:
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH""",
        ("Lưu: VT",),
        (),
    ),
    "none": ("Trên đây là Kế hoạch, đề nghị các đơn vị thực hiện./.", (), ()),
}  # fmt: skip


@pytest.mark.parametrize(("foot", "recipients", "signers"), FEET.values(), ids=FEET)
def test_feet(foot, recipients, signers):
    """Recipients and signers are read in whatever order the page gives them."""
    header = header_of("UBND XÃ AN BÌNH\nKẾ HOẠCH\nVệ sinh môi trường" + BODY + foot)
    assert (header.recipients, header.signers) == (recipients, signers)


PERSONS = {
    "Cầm Thị Phong": "Cầm Thị Phong",
    "Thị trấn Phố Cát": None,
    "Phạm Đình Minh": "Phạm Đình Minh",
    "NGUYỄN VĂN AN": "Nguyễn Văn An",
    "ThS. Trần Thị Bích Ngà": "ThS. Trần Thị Bích Ngà",
    "Đại tá Lê Văn Cường": "Đại tá Lê Văn Cường",
    "H'Hen Niê": "H'Hen Niê",
    "Y Thông": "Y Thông",
    "Ký tên": None,
    "Phòng Nội Vụ": None,
    "NƠI NHẬN": None,
    "Trang 2": None,
    "Ủy Ban Nhân Dân": None,
    "Đã nhận văn bản": None,
}


@pytest.mark.parametrize(("line", "name"), PERSONS.items(), ids=PERSONS)
def test_names(line, name):
    """A line is a name or it is not; degrees stay as printed."""
    assert read_name(line) == name

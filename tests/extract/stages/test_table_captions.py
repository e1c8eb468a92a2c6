"""Appendix and caption: the lines above a table that name it."""

import pytest

from extract.model import Block, Cell, Document, Grid, GridRow, Mark
from extract.stages.tables import join_tables

TABLE = Grid(
    tuple(
        GridRow(tuple(Cell(text) for text in line.split("|")), None, 50)
        for line in ("TT|Nội dung|Chủ trì|Thời gian", "1|Rà soát|Phòng Nội vụ|Quý I")
    ),
    made_by="tabs",
)
OTHER = Grid(
    tuple(
        GridRow(tuple(Cell(text) for text in line.split("|")), None, 80)
        for line in ("STT|Tên đơn vị|Ghi chú", "1|Xã An Bình|")
    ),
    made_by="tabs",
)
NOTE = "(Kèm theo Kế hoạch số 12/KH-UBND ngày 01/02/2020 của UBND huyện)"


def bold(text: str) -> Block:
    return Block(text, marks=(Mark(0, len(text), "bold"),))


def headings(*items):
    blocks = tuple(Block(item) if isinstance(item, str) else item for item in items)
    passages, tables = join_tables(Document("a.txt", "text", "0" * 64, 1, blocks))
    return passages, [(table.appendix, table.caption) for table in tables]


CASES = {  # name: what stands above the table, (appendix, caption)
    "heading, title, note": (
        ["PHỤ LỤC 1", "NHIỆM VỤ NĂM 2020", NOTE], ("PHỤ LỤC 1", "NHIỆM VỤ NĂM 2020")),
    "title on two lines": (
        ["Phụ lục số 01", "Danh sách các xã được kiểm tra thông qua", "Báo cáo tự kiểm tra", NOTE],
        ("Phụ lục số 01", "Danh sách các xã được kiểm tra thông qua Báo cáo tự kiểm tra")),
    "heading in brackets": (["(Phụ lục số 3)", "DANH MỤC HỒ SƠ"], ("Phụ lục số 3", "DANH MỤC HỒ SƠ")),
    "heading without number": (["PHỤ LỤC", "DANH MỤC NHIỆM VỤ"], ("PHỤ LỤC", "DANH MỤC NHIỆM VỤ")),
    "title after the number": (
        ["Phụ lục II: Danh mục nhiệm vụ năm 2022"], ("Phụ lục II", "Danh mục nhiệm vụ năm 2022")),
    "all on one line": (
        [f"PHỤ LỤC 2A NHIỆM VỤ TRỌNG TÂM {NOTE}"], ("PHỤ LỤC 2A", "NHIỆM VỤ TRỌNG TÂM")),
    "note not closed": (
        ["PHỤ LỤC I", "DANH MỤC", "(Kèm theo Báo cáo số: 50 BC-UBND ngày 3.../3.../2020 của UBND"],
        ("PHỤ LỤC I", "DANH MỤC")),
    "note over two lines": (
        ["PHỤ LỤC I", "DANH MỤC", "(Ban hành kèm theo Kế hoạch số 12/KH-UBND", "ngày 01/02/2020)"],
        ("PHỤ LỤC I", "DANH MỤC")),
    "note before the title": (["Phụ lục 1", NOTE, "LỊCH KIỂM TRA"], ("Phụ lục 1", "LỊCH KIỂM TRA")),
    "unit line": (
        ["PHỤ LỤC", "DỰ TOÁN KINH PHÍ", "Đơn vị tính: triệu đồng"], ("PHỤ LỤC", "DỰ TOÁN KINH PHÍ")),
    "number of a form": (["Biểu số 02", "TỔNG HỢP KẾT QUẢ"], ("Biểu số 02", "TỔNG HỢP KẾT QUẢ")),
    "text and sections in between": (
        ["Phụ lục số 3", "ĐỀ CƯƠNG BÁO CÁO", "I. KẾT QUẢ", "- Việc ban hành văn bản.", ".....",
         "DANH MỤC THỦ TỤC", NOTE], ("Phụ lục số 3", "DANH MỤC THỦ TỤC")),
    "title of two kinds of lines": (
        ["PHỤ LỤC", "1. Nội dung.", "(Ký tên, đóng dấu)", "BÁO CÁO", "Kết quả cập nhật thủ tục", NOTE],
        ("PHỤ LỤC", "BÁO CÁO Kết quả cập nhật thủ tục")),
    "signature and date in between": (
        ["Phụ lục 1", "NGƯỜI LẬP BIỂU", "(Ký tên, đóng dấu)", "....., ngàytháng năm 2020"],
        ("Phụ lục 1", None)),
    "table of the body": (["Các nhiệm vụ cụ thể như sau:"], (None, None)),
    "body, title above": ([bold("Bảng phân công nhiệm vụ")], (None, "Bảng phân công nhiệm vụ")),
    "body, numbered table": (["Bảng 1. Danh mục nhiệm vụ"], (None, "Bảng 1. Danh mục nhiệm vụ")),
    "body, section above": (["II. PHÂN CÔNG NHIỆM VỤ"], (None, None)),
    "body, long sentence above": (["Ủy ban nhân dân huyện yêu cầu các đơn vị thực hiện."], (None, None)),
    "title of the plan": (["KẾ HOẠCH", "CÔNG TÁC THÁNG 5"], (None, None)),
    "an appendix is only named": (
        ["Các nhiệm vụ tại Phụ lục 1 kèm theo.", "Phụ lục 1 kèm theo Kế hoạch này."], (None, None)),
}  # fmt: skip


@pytest.mark.parametrize(("above", "expected"), CASES.values(), ids=CASES)
def test_headings(above, expected):
    """The caption is the title alone; the appendix is the heading as printed."""
    _, found = headings(*above, TABLE)
    assert found == [expected]


def test_appendix_holds_until_the_next():
    """Tables after the first stand in the same appendix, each with its own title or none."""
    _, found = headings(
        "PHỤ LỤC 1", "NHIỆM VỤ", TABLE, "DANH SÁCH ĐƠN VỊ", OTHER, "PHỤ LỤC 2", "LỊCH", TABLE
    )
    assert found == [
        ("PHỤ LỤC 1", "NHIỆM VỤ"), ("PHỤ LỤC 1", "DANH SÁCH ĐƠN VỊ"), ("PHỤ LỤC 2", "LỊCH")
    ]  # fmt: skip


def test_kinds_of_passages():
    """Appendix headings and captions are named as such; the note is not."""
    passages, _ = headings("Mở đầu", "PHỤ LỤC 1", "NHIỆM VỤ", NOTE, TABLE)
    assert [p.kind for p in passages[:5]] == [
        "paragraph", "appendix", "caption", "paragraph", "cell"]  # fmt: skip

"""The outline: labels, headings, the legal basis, and where each passage stands."""

import pytest

from extract.model import Header, Mark, Passage
from extract.stages.sections import find_sections, label_passages


def plan(*lines: str, parts=(), bold=()) -> tuple[Passage, ...]:
    passages = tuple(
        Passage(seq, text, marks=(Mark(0, len(text), "bold"),) if seq in bold else ())
        for seq, text in enumerate(lines)
    )
    return label_passages(passages, Header(parts=tuple(parts)))


BODY = (
    "KẾ HOẠCH",
    "Kiểm tra năm 2020",
    "Căn cứ Luật Tổ chức chính quyền địa phương;",
    "Thực hiện Kế hoạch số 12/KH-UBND, UBND xã ban hành kế hoạch như sau:",
    "I. MỤC ĐÍCH",
    "1. Mục đích",
    "- Đánh giá đúng thực trạng.",
    "2. Yêu cầu:",
    "a) Kiểm tra đúng nội dung, đúng thời gian, đúng đối tượng, không gây trở ngại;",
    "- Báo cáo đầy đủ;",
    "Đoàn kiểm tra làm việc tại trụ sở của các đơn vị được kiểm tra.",
    "II. NỘI DUNG",
    "1. Công tác chỉ đạo.",
    "2. Công tác tự kiểm tra.",
    "Trên đây là Kế hoạch kiểm tra, đề nghị các đơn vị thực hiện.",
)


def test_labels_and_kinds():
    """Short numbered lines with text below are headings; items of a list are not."""
    passages = plan(*BODY, parts=[(0, "doc_type"), (1, "title")])
    assert [(p.kind, p.label) for p in passages] == [
        ("doc_type", None), ("title", None), ("legal_basis", None), ("legal_basis", None),
        ("heading", "I"), ("heading", "1"), ("paragraph", "-"), ("heading", "2"),
        ("paragraph", "a"), ("paragraph", "-"), ("paragraph", None),
        ("heading", "II"), ("paragraph", "1"), ("paragraph", "2"), ("paragraph", None),
    ]  # fmt: skip


def test_sections_of_passages():
    """A bullet stands under the nearest item, plain text under its heading, the end under the part."""
    passages = plan(*BODY, parts=[(0, "doc_type"), (1, "title")])
    assert [p.section for p in passages] == [
        None, None, None, None, None, 4, 5, 4, 7, 8, 7, None, 11, 11, 11
    ]  # fmt: skip


def test_outline():
    """Levels and parents follow the ordinals, with or without a heading."""
    sections = find_sections(plan(*BODY, parts=[(0, "doc_type"), (1, "title")]))
    assert [(s.seq, s.label, s.level, s.parent, s.heading) for s in sections] == [
        (4, "I", 0, None, True), (5, "1", 1, 4, True), (7, "2", 1, 4, True),
        (8, "a", 2, 7, False), (11, "II", 0, None, True), (12, "1", 1, 11, False),
        (13, "2", 1, 11, False),
    ]  # fmt: skip
    assert sections[0].title == "MỤC ĐÍCH"


def test_outline_restarts_in_an_appendix():
    """I after an appendix heading is no second I of the body."""
    passages = plan("I. A", "II. B", "Phụ lục số 3", "I. C", "1. D", parts=[(2, "appendix")])
    sections = find_sections(passages)
    assert [(s.label, s.appendix, s.parent) for s in sections] == [
        ("I", None, None), ("II", None, None), ("I", "Phụ lục số 3", None),
        ("1", "Phụ lục số 3", 3),
    ]  # fmt: skip
    assert passages[3].section is None


HEADINGS = {  # lines: kind of the first
    "roman": (["III. TỔ CHỨC THỰC HIỆN"], "heading"),
    "number over bullets": (["1. Phòng Nội vụ", "- Chủ trì kiểm tra;"], "heading"),
    "number that ends with a colon": (["2. Thời gian kiểm tra:", "Tháng 5."], "heading"),
    "number over deeper numbers": (["2. Hình thức", "2.1. Qua báo cáo"], "heading"),
    "article": (["Điều 1. Mục tiêu"], "heading"),
    "item of a list": (["1. Công tác chỉ đạo.", "2. Công tác tuyên truyền."], "paragraph"),
    "sentence": (["1. Phòng Nội vụ chủ trì, phối hợp với các đơn vị liên quan;"], "paragraph"),
    "long paragraph": (["1. " + "Văn phòng chủ trì theo dõi. " * 12, "- Báo cáo."], "paragraph"),
    "bullet": (["- Sở Nội vụ;"], "paragraph"),
    "no label": (["Mục đích"], "paragraph"),
}


@pytest.mark.parametrize(("lines", "kind"), HEADINGS.values(), ids=HEADINGS)
def test_headings(lines, kind):
    assert plan(*lines)[0].kind == kind


def test_bold_item_is_a_heading():
    """Bold all over sets a numbered line apart."""
    assert plan("1. Mục tiêu.", "2. Yêu cầu.", bold=[0])[0].kind == "heading"


BASIS = {  # opening lines: how many are legal basis
    "two grounds": (["Căn cứ Luật A;", "Căn cứ Nghị định B;", "UBND xã ban hành:", "I. A"], 2),
    "list": (["Căn cứ:", "- Luật A;", "- Nghị định số 1/2020/NĐ-CP;", "I. A"], 3),
    "none": (["UBND xã ban hành Kế hoạch như sau:", "I. A", "Căn cứ tình hình, thực hiện."], 0),
    "after the first section": (["I. A", "Thực hiện Luật A."], 0),
    "broken off": (["Thực hiện Luật A, UBND xã báo cáo.", "Nội dung.", "Theo đó, xã làm."], 1),
}


@pytest.mark.parametrize(("lines", "count"), BASIS.values(), ids=BASIS)
def test_legal_basis(lines, count):
    """Only the block between title and first section is legal basis."""
    assert sum(p.kind == "legal_basis" for p in plan(*lines)) == count

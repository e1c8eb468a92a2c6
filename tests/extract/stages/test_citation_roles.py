"""Roles, relations and doubts that need more than one passage, a header or marks."""

from datetime import date

import pytest

from extract.model import Header, Mark, Passage
from extract.stages.citations import find_citations

HEADER = Header(
    doc_type="Kế hoạch",
    number="50",
    symbol="50/KH-UBND",
    issued_on=date(2020, 3, 3),
    issuer="UBND huyện Thạch Thành",
    title="Triển khai thực hiện Nghị quyết số 02-NQ/HU về cải cách hành chính",
)
UNNUMBERED = Header(doc_type="Kế hoạch", symbol="/KH-UBND", issuer="UBND xã Thượng Lộ")


def roles(*texts, header=HEADER):
    passages = tuple(Passage(seq, text) for seq, text in enumerate(texts))
    citations, _ = find_citations(passages, header)
    return [(c.symbol or c.raw, c.role) for c in citations]


HEADING = "I. MỤC ĐÍCH, YÊU CẦU"
ROLES = {  # name: header, passages, (symbol, role) of each citation
    "bases in a row and a line each": (
        HEADER,
        ["KẾ HOẠCH", "Căn cứ Luật Đất đai ngày 29/11/2013;",
         "Căn cứ Nghị định số 61/2018/NĐ-CP; Kế hoạch số 6/KH-UBND của UBND tỉnh, UBND huyện xây dựng kế hoạch:",
         HEADING, "Căn cứ Nghị định số 30/2020/NĐ-CP"],
        [("Luật Đất đai ngày 29/11/2013", "legal_basis"), ("61/2018/NĐ-CP", "legal_basis"),
         ("6/KH-UBND", "legal_basis"), ("30/2020/NĐ-CP", "mention")]),
    "the title is no basis": (
        HEADER,
        ["KẾ HOẠCH", "Triển khai thực hiện Nghị quyết số 02-NQ/HU về cải cách hành chính",
         "Thực hiện Nghị quyết số 02-NQ/HU ngày 01/02/2020, UBND huyện ban hành Kế hoạch", HEADING],
        [("02-NQ/HU", "implements"), ("02-NQ/HU", "legal_basis")]),
    "inside the subject of a basis": (
        HEADER,
        ["Thực hiện Kế hoạch số 6/KH-UBND ngày 08/01/2020 của UBND tỉnh về việc triển khai Nghị quyết số 76/NQ-CP; UBND huyện ban hành Kế hoạch"],
        [("6/KH-UBND", "legal_basis"), ("76/NQ-CP", "mention")]),
    "what the plan sets out to implement": (
        HEADER,
        ["Căn cứ Nghị định số 61/2018/NĐ-CP; UBND huyện ban hành Kế hoạch thực hiện Nghị quyết số 76/NQ-CP như sau:"],
        [("61/2018/NĐ-CP", "legal_basis"), ("76/NQ-CP", "implements")]),
    "contents laid down elsewhere": (
        HEADER,
        [HEADING,
         "- Triển khai kịp thời, thống nhất các nội dung đã được quy định tại Nghị định số 61/2018/NĐ-CP",
         "- Kiện toàn Trung tâm theo đúng quy định tại Nghị định số 61/2018/NĐ-CP",
         "- Thực hiện tốt cơ chế tự chủ theo các Nghị định số 130/2005/NĐ-CP",
         "- Tổng kết 05 năm thực hiện Nghị quyết 02-NQ/TU"],
        [("61/2018/NĐ-CP", "implements"), ("61/2018/NĐ-CP", "mention"),
         ("130/2005/NĐ-CP", "mention"), ("02-NQ/TU", "implements")]),
    "amendments in capitals": (
        HEADER,
        [HEADING, "SỬA ĐỔI THÔNG TƯ SỐ 79/2024/TT-BCA NGÀY 15 THÁNG 11 NĂM 2024 CỦA BỘ TRƯỞNG BỘ CÔNG AN ĐÃ ĐƯỢC SỬA ĐỔI, BỔ SUNG BỞI THÔNG TƯ SỐ 13/2025/TT-BCA NGÀY 28 THÁNG 02 NĂM 2025 VÀ THÔNG TƯ SỐ 51/2025/TT-BCA"],
        [("79/2024/TT-BCA", "amended_by"), ("13/2025/TT-BCA", "amends"), ("51/2025/TT-BCA", "amends")]),
    "a list shares what governs it": (
        HEADER,
        [HEADING, "Tiếp tục thực hiện Nghị quyết số 76/NQ-CP về cải cách; Quyết định số 225/QĐ-TTg về kế hoạch; theo dõi Chỉ thị số 13/CT-TTg"],
        [("76/NQ-CP", "implements"), ("225/QĐ-TTg", "implements"), ("13/CT-TTg", "mention")]),
    "issued with another": (
        HEADER,
        ["(Ban hành kèm theo Quyết định số 585/QĐ-UBND ngày 08 tháng 02 năm 2020 của UBND huyện)"],
        [("585/QĐ-UBND", "issued_with")]),
    "its own number, known from the note alone": (
        UNNUMBERED,
        [HEADING, "(Kèm theo Kế hoạch số: 01/KH-UBND ngày 06 tháng 01 năm 2020 của UBND xã)",
         "(Kèm theo Kế hoạch số      /KH-UBND ngày     /01/2020 của UBND xã)",
         "(Kèm theo Báo cáo số      /BC-UBND ngày     /01/2020 của UBND xã)"],
        [("01/KH-UBND", "self"), ("/KH-UBND", "self")]),
    "another's plan of the same number": (
        HEADER,
        [HEADING, "theo Kế hoạch số 50/KH-UBND ngày 12/3/2019 của UBND tỉnh",
         "theo Kế hoạch số 50/KH-UBND của UBND huyện"],
        [("50/KH-UBND", "mention"), ("50/KH-UBND", "self")]),
    "the aim after the subject of a basis": (
        HEADER,
        ["Thực hiện Chỉ thị số 31/CT-TTg về an toàn giao thông, UBND huyện ban hành kế hoạch thực hiện Chỉ thị số 31/CT-TTg như sau:"],
        [("31/CT-TTg", "legal_basis"), ("31/CT-TTg", "implements")]),
    "what follows from a text is no basis": (
        HEADER, ["Theo đó, Chỉ thị số 31/CT-TTg đã được gửi đến các xã"], [("31/CT-TTg", "mention")]),
    "own number line": (
        HEADER, ["Số: 50 /KH-UBND", "Số: 50/KH-UBND Thạch Thành, ngày 03 tháng 3 năm 2020"], []),
}  # fmt: skip


def test_bases_under_a_heading_of_their_own():
    """What a section CĂN CỨ lists are bases; the section after it lists none."""
    passages = (
        Passage(0, "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH", "heading", "I"),
        Passage(1, "1. Nghị quyết số 05-NQ/TU về nông thôn mới", label="1", section=0),
        Passage(2, "II. MỤC TIÊU", "heading", "II"),
        Passage(3, "1. Xã đạt chuẩn theo Nghị quyết số 05-NQ/TU", label="1", section=2),
    )
    citations, _ = find_citations(passages, HEADER)
    assert [c.role for c in citations] == ["legal_basis", "mention"]


SUBJECTS = {  # name: a list of bases, the subject of its first citation
    "goes on in lower case": (
        "Căn cứ Thông tư số 7/2021/TT-BNV hướng dẫn lập hồ sơ; nộp lưu hồ sơ; Luật Lưu trữ",
        "hướng dẫn lập hồ sơ; nộp lưu hồ sơ"),
    "another basis in lower case": (
        "Căn cứ Thông tư số 7/2021/TT-BNV hướng dẫn lập hồ sơ; thực hiện ý kiến của Chủ tịch",
        "hướng dẫn lập hồ sơ"),
    "who plans": (
        "Căn cứ Thông tư số 7/2021/TT-BNV hướng dẫn lập hồ sơ; Ủy ban nhân dân xã lập kế hoạch",
        "hướng dẫn lập hồ sơ"),
    "a department that plans": (
        "Căn cứ Kế hoạch số 7/KH-VKS về công tác năm 2022, Vụ Công tác lưu trữ (Vụ 9) hướng dẫn các Viện",
        "về công tác năm 2022"),
    "preventing is no office": (
        "Căn cứ Nghị định số 50/2013/NĐ-CP về phòng, chống cháy kho; Luật Lưu trữ",
        "về phòng, chống cháy kho"),
    "two bodies that ask": (
        "Thực hiện Kết luận số 126-KL/TW về bộ máy năm 2025, Ban Thường vụ, Ban Chấp hành yêu cầu các chi bộ",
        "về bộ máy năm 2025"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "subject"), SUBJECTS.values(), ids=SUBJECTS)
def test_subjects_of_bases(text, subject):
    """The subject of a basis ends where another basis or the plan itself begins."""
    citations, _ = find_citations((Passage(0, text),), HEADER)
    assert citations[0].subject == subject


@pytest.mark.parametrize(("header", "texts", "expected"), ROLES.values(), ids=ROLES)
def test_roles(header, texts, expected):
    """The role says what the citation is to its document."""
    assert roles(*texts, header=header) == expected


RELATIONS = {  # name: text, (source symbol or None for the document, kind, target symbol)
    "amends": (
        "Nghị định số 113/2018/NĐ-CP về việc sửa đổi, bổ sung một số điều của Nghị định số 108/2014/NĐ-CP",
        [("113/2018/NĐ-CP", "amends", "108/2014/NĐ-CP")]),
    "was amended by, each of a list": (
        "Luật Xây dựng số 50/2014/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 03/2016/QH14, Luật số 35/2018/QH14",
        [("03/2016/QH14", "amends", "50/2014/QH13"), ("35/2018/QH14", "amends", "50/2014/QH13")]),
    "the document replaces": (
        "Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 03/2/2019 của UBND huyện.",
        [(None, "replaces", "12/KH-UBND")]),
    "repeals a list": (
        "Bãi bỏ các Quyết định số 98/QĐ-UBND và số 13/QĐ-UBND của UBND huyện",
        [(None, "repeals", "98/QĐ-UBND"), (None, "repeals", "13/QĐ-UBND")]),
    "guides": (
        "Thông tư số 01/2018/TT-VPCP hướng dẫn thi hành một số quy định của Nghị định số 61/2018/NĐ-CP",
        [("01/2018/TT-VPCP", "guides", "61/2018/NĐ-CP")]),
    "implements": (
        "Kế hoạch số 65/KH-UBND về thực hiện Nghị định số 108/2014/NĐ-CP",
        [("65/KH-UBND", "implements", "108/2014/NĐ-CP")]),
    "issued with": (
        "(Ban hành kèm theo Quyết định số 585/QĐ-UBND ngày 08/02/2020)",
        [(None, "issued_with", "585/QĐ-UBND")]),
    "what cannot be amended is left out": (
        "Nghị định số 107/2021/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP và Thông tư số 01/2018/TT-VPCP",
        [("107/2021/NĐ-CP", "amends", "61/2018/NĐ-CP")]),
    "replaced is not amended": (
        "Quyết định số 119/QĐ-UBND đã được thay thế bởi Quyết định số 366/QĐ-UBND",
        [("366/QĐ-UBND", "replaces", "119/QĐ-UBND")]),
    "this plan replaces two": (
        "Kế hoạch này thay thế Kế hoạch số 12/KH-UBND và Kế hoạch số 14/KH-UBND",
        [(None, "replaces", "12/KH-UBND"), (None, "replaces", "14/KH-UBND")]),
    "another is asked to repeal": (
        "Tham mưu UBND tỉnh bãi bỏ Quyết định số 12/QĐ-UBND; dự thảo Quyết định thay thế Quyết định số 9/QĐ-UBND",
        []),
    "a decree amends a decree, not the law between": (
        "Nghị định số 34/2016/NĐ-CP quy định chi tiết một số điều của Luật Đất đai (được sửa đổi, bổ sung tại Nghị định số 154/2020/NĐ-CP)",
        [("34/2016/NĐ-CP", "guides", None), ("154/2020/NĐ-CP", "amends", "34/2016/NĐ-CP")]),
    "a task is no relation": (
        "Tham mưu sửa đổi quy chế theo Nghị định số 61/2018/NĐ-CP và Nghị định số 107/2021/NĐ-CP", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RELATIONS.values(), ids=RELATIONS)
def test_relations(text, expected):
    """Edges point from what acts to what is acted on; history keeps that direction."""
    citations, relations = find_citations((Passage(0, HEADING), Passage(1, text)), HEADER)
    found = [
        (None if r.source is None else citations[r.source].symbol, r.kind,
         citations[r.target].symbol)
        for r in relations
    ]  # fmt: skip
    assert found == expected


def test_struck_letters_are_a_doubt():
    """A month that was struck through is said, and the date is kept as printed (hard case 8)."""
    text = "(Ban hành kèm theo Kế hoạch số 50 /KH-UBND ngày 3 /03/2020)"
    at = text.index("03/2020")
    (citation,), _ = find_citations(
        (Passage(0, text, marks=(Mark(at, at + 2, "struck"),)),), HEADER
    )
    assert citation.suspect == "struck through or overwritten"
    assert (citation.issued_on, citation.role) == (date(2020, 3, 3), "self")


def test_marks_elsewhere_are_none():
    text = "Bỏ. Kế hoạch số 65/KH-UBND"
    (citation,), _ = find_citations((Passage(0, text, marks=(Mark(0, 2, "struck"),)),), HEADER)
    assert citation.suspect is None


@pytest.mark.parametrize("kind", ["number", "recipients", "place_date", "signature"])
def test_parts_that_cite_nothing(kind):
    """The number line, recipients and signature of a document cite nothing."""
    passages = (Passage(0, "Kế hoạch số 65/KH-UBND", kind),)
    assert find_citations(passages, HEADER) == ((), ())


def test_cells_that_hold_only_a_symbol():
    """A column of symbols is read; its type comes from the code and is marked as inferred."""
    (citation,), _ = find_citations((Passage(0, "225/QĐ-UBND", "cell", table=0),), HEADER)
    assert (citation.type, [i.field for i in citation.inferred]) == ("Quyết định", ["type"])


ABBREVIATED = {  # name: passages, (raw, symbol) of each citation
    "a code and number that was cited in full": (
        ["Nghị định số 356/2025/NĐ-CP (sau đây gọi tắt là NĐ 356)", "theo NĐ 356 và TT 12"],
        [("Nghị định số 356/2025/NĐ-CP", "356/2025/NĐ-CP"), ("NĐ 356", "356"),
         ("NĐ 356", "356")]),
    "nothing was cited in full": (["theo NĐ 356, QĐ 12"], []),
    "declared first": (
        ["NĐ 356, NĐ 330 là các Nghị định số 356/2025/NĐ-CP, 330/2026/NĐ-CP"],
        [("NĐ 356", "356"), ("NĐ 330", "330"), ("Nghị định số 356/2025/NĐ-CP", "356/2025/NĐ-CP"),
         ("330/2026/NĐ-CP", "330/2026/NĐ-CP")]),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), ABBREVIATED.values(), ids=ABBREVIATED)
def test_abbreviated_mentions(texts, expected):
    """NĐ 356 counts where the document cites that decree in full, before or after (case 25c)."""
    passages = tuple(Passage(seq, text) for seq, text in enumerate([HEADING, *texts]))
    citations, _ = find_citations(passages, HEADER)
    assert [(c.raw, c.symbol) for c in citations] == expected


def test_own_number_in_a_letterhead_cell():
    """A letterhead set as a table holds the document's own number, which cites nothing."""
    assert find_citations((Passage(0, "Số: 50/KH-UBND", "cell", table=0),), HEADER) == ((), ())

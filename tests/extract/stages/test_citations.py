"""Citations in one text: where each begins and ends, and what it says."""

from datetime import date

import pytest

from extract.model import Header, Passage
from extract.pipeline import extract
from extract.readers import read_bytes
from extract.stages.citations import find_citations

HEADER = Header(
    doc_type="Kế hoạch",
    number="50",
    symbol="50/KH-UBND",
    issued_on=date(2020, 3, 3),
    issuer="UBND huyện Thạch Thành",
)


def cite(text, header=HEADER, kind="paragraph"):
    """Return the citations of one text that stands under a heading."""
    passages = (
        Passage(0, "I. MỤC ĐÍCH", "heading", "I"),
        Passage(1, text, kind, section=0),
    )
    citations, _ = find_citations(passages, header)
    for citation in citations:
        assert text[citation.start : citation.end] == citation.raw
    return citations


def spans(drawn):
    """Return (start, end) of each [ ... ] drawn under a text."""
    found, opened = [], []
    for at, character in enumerate(drawn):
        if character == "[":
            opened.append(at)
        elif character == "]":
            found.append((opened.pop(), at + 1))
    return sorted(found)


# name: text, its spans drawn below it, what each citation must say. Numbers are those of the
# hard cases in the notes on citations.
CASES = {
    "1 number with a letter, year from the date": (
        "Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ ban hành Chương trình tổng thể; x",
        "[                                                   ]                                  ",
        [{"symbol": "30c/NQ-CP", "number": "30c", "issued_on": date(2011, 11, 8),
          "issuer": "Chính phủ", "subject": "ban hành Chương trình tổng thể"}]),
    "2 type word and symbol disagree": (
        "Quyết định số 10495/KH-UBND ngày 30/12/2020 của UBND thị xã Hoài Nhơn về việc ban hành",
        "[                                                                   ]                 ",
        [{"type": "Quyết định", "symbol": "10495/KH-UBND",
          "suspect": "type word and symbol disagree; dated after the document itself (2020-03-03)"}]),
    "3 the same, reversed": (
        "Kế hoạch số 174/QĐ-UBND ngày 26/12/2019 của UBND huyện về công tác cải cách, UBND xã",
        "[                                                    ]                              ",
        [{"type": "Kế hoạch", "suspect": "type word and symbol disagree",
          "issuer": "UBND huyện"}]),
    "4 the issuer of a list flows back": (
        "theo Thông tư số 02/2017/TT-VPCP ngày 31/10/2017, Thông tư số 01/2018/TT-VPCP ngày 23/11/2018 của Văn phòng Chính phủ; x",
        "     [                                         ]  [                                                                 ]   ",
        [{"issuer": "Văn phòng Chính phủ", "inferred": ["issuer"]},
         {"issuer": "Văn phòng Chính phủ", "inferred": []}]),
    "5 two articles": (
        "theo quy định tại Điều 60, 61 Thông tư số 02/2017/TT-VPCP, tổng hợp",
        "                  [                                     ]          ",
        [{"pinpoints": ["Điều 60", "Điều 61"]}]),
    "6 what amends ends before a document it cannot amend": (
        "triển khai Nghị định số 107/2021/NĐ-CP của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ và Thông tư số 01/2018/TT-VPCP",
        "           [                                       ]                                  [                                                               ]    [                         ]",
        [{"role": "amends"}, {"role": "amended_by", "issued_on": date(2018, 4, 23)},
         {"role": "implements"}]),
    "7 one decree three times, six mentions": (
        "Triển khai Nghị quyết số 39-NQ/TW của Bộ Chính trị về biên chế, Nghị định số 108/2014/NĐ-CP về tinh giản, Nghị định số 113/2018/NĐ-CP về việc sửa đổi, bổ sung một số điều của Nghị định số 108/2014/NĐ-CP về tinh giản và Kế hoạch số 65/KH-UBND về thực hiện Nghị định số 108/2014/NĐ-CP",
        "           [                                     ]              [                         ]               [                         ]                                          [                         ]                 [                    ]              [                         ]",
        [{"role": "implements"}, {"role": "implements"}, {"role": "amends"},
         {"role": "amended_by"}, {"role": "implements"}, {"role": "mention"}]),
    "9 the document itself, with another date": (
        "(Ban hành kèm theo Kế hoạch số 50 /KH-UBND ngày 3 /02/2020)",
        "                   [                                     ] ",
        [{"role": "self", "symbol": "50/KH-UBND", "issued_on": date(2020, 2, 3),
          "suspect": "date disagrees with the header (2020-03-03)"}]),
    "10 no slash, impossible date": (
        "(Kèm theo Báo cáo số: 50 BC-UBND ngày 07/13/2020 của UBND",
        "          [                                             ]",
        [{"symbol": "50/BC-UBND", "issued_on": None, "issued_on_raw": "07/13/2020",
          "suspect": "no slash in the symbol; impossible date", "role": "issued_with"}]),
    "11 date over dots": (
        "(Kèm theo Báo cáo số: 57 BC-UBND ngày 3.../3.../2020 của UBND",
        "          [                                                 ]",
        [{"issued_on": date(2020, 3, 3), "issued_on_raw": "3.../3.../2020",
          "suspect": "no slash in the symbol; date written over dots"}]),
    "12 the document's own number": (
        "Số: /KH-UBND",
        "            ",
        []),
    "12b its own number beside place and date": (
        "Số: 181 /KH-UBND          Cẩm Xuyên, ngày 31 tháng 01 năm 2020",
        "                                                              ",
        []),
    "13 two Party resolutions, one issuer": (
        "về thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 19-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII.",
        "             [                                    ]    [                                                                                               ] ",
        [{"issuer": "Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII", "kind": "party"},
         {"symbol": "19-NQ/TW"}]),
    "14 without số": (
        "Nghị quyết 02-NQ/TU ngày 20/7/2016 của Tỉnh ủy Thừa Thiên Huế về đẩy mạnh cải cách hành chính, nâng cao hiệu lực",
        "[                                                           ]                                                   ",
        [{"symbol": "02-NQ/TU", "subject": "về đẩy mạnh cải cách hành chính, nâng cao hiệu lực"}]),
    "15 a date does not flow forward": (
        "theo các Nghị định số 130/2005/NĐ-CP ngày 17/10/2005 và Nghị định số 117/2013/NĐ-CP đối với",
        "         [                                         ]    [                         ]        ",
        [{"issued_on": date(2005, 10, 17)}, {"issued_on": None}]),
    "16 law by name": (
        "theo quy định của Luật ban hành văn bản quy phạm pháp luật và các văn bản liên quan",
        "                  [                                      ]                         ",
        [{"type": "Luật", "symbol": None, "kind": "law_by_name"}]),
    "17 công văn, issuer without của": (
        "- Công văn số 232/UBND-NV ngày 03/02/2018 Chủ tịch UBND huyện về việc chấn chỉnh kỷ luật",
        "  [                                                         ]                           ",
        [{"issuer": "Chủ tịch UBND huyện", "suspect": None}]),
    "18 no issuer printed": (
        "Quyết định số 10/2014/QĐ-UBND ngày 24/3/2014 quy định mức chi và các quy định khác",
        "[                                          ]                                      ",
        [{"issuer": None, "subject": "quy định mức chi", "kind": "legislative"}]),
    "19 standards": (
        "theo tiêu chuẩn ISO TCVN 9001; TCVN ISO 9001:2015; QCVN 01:2021/BXD; TCVN 7113/2008",
        "                                                                                   ",
        []),
    "20a bare số inherits the type": (
        "Bãi bỏ các Nghị định số 98/2007/NĐ-CP ngày 07 tháng 6 năm 2007 và số 13/2009/NĐ-CP ngày 13 tháng 02 năm 2009 của Chính phủ",
        "           [                                                 ]    [                                                      ]",
        [{"issued_on": date(2007, 6, 7), "issuer": "Chính phủ"},
         {"type": "Nghị định", "inferred": ["type"]}]),
    "20b date and issuer of a list": (
        "các Nghị định số 24/2026/NĐ-CP, 25/2026/NĐ-CP, 26/2026/NĐ-CP ngày 17/01/2026 của Chính phủ",
        "    [                        ]  [           ]  [                                         ]",
        [{"issued_on": date(2026, 1, 17), "issuer": "Chính phủ"},
         {"issued_on": date(2026, 1, 17), "type": "Nghị định"},
         {"issued_on": date(2026, 1, 17)}]),
    "21 history of amendments": (
        "Luật Xây dựng số 50/2014/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 03/2016/QH14, Luật số 35/2018/QH14 và Luật số 55/2024/QH15",
        "[                           ]                                           [                  ]  [                  ]    [                  ]",
        [{"role": "amended_by", "type": "Luật"}, {"role": "amends"}, {"role": "amends"},
         {"role": "amends"}]),
    "22a pinpoints around brackets": (
        "khoản 1 Điều 5 (được sửa đổi, bổ sung bởi khoản 2 Điều 1 Nghị định số 99/2021/NĐ-CP); khoản 3 Điều 7 của Nghị định số 50/2019/NĐ-CP",
        "                                          [                                       ]   [                                           ]",
        [{"pinpoints": ["khoản 2 Điều 1"]}, {"pinpoints": ["khoản 1 Điều 5", "khoản 3 Điều 7"]}]),
    "22b three pinpoints": (
        "điểm c khoản 1 Điều 4 và Điều 7, Điều 8 của Nghị định số 59/2006/NĐ-CP",
        "[                                                                    ]",
        [{"pinpoints": ["điểm c khoản 1 Điều 4", "Điều 7", "Điều 8"]}]),
    "23 joint issuers and odd symbols": (
        "Thông tư liên tịch số 09/2013/TTLT-BTP-BCA-BQP-BTC-TANDTC-VKSNDTC; Nghị quyết số 102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN; Quyết định số 1988/QĐ - BTC; Quyết định số 24/11/1979-A; Nghị quyết số 05/NQ-1997-QH10",
        "[                                                               ]  [                                                   ]  [                         ]  [                        ]  [                           ]",
        [{"kind": "joint"}, {"kind": "joint"}, {"symbol": "1988/QĐ-BTC"},
         {"kind": "historic", "symbol": "24/11/1979-A", "issued_on": None},
         {"kind": "historic"}]),
    "24a spans of years, levels": (
        "giai đoạn 2016-2020 - Kế hoạch; mức độ 3,4; 02 lần/năm; tháng 01/2020; 24/7",
        "                                                                           ",
        []),
    "24b forms and oblique words": (
        "theo Mẫu số 29-TTr; mẫu số 01/TT-LLTP; Sở Kế hoạch và Đầu tư; các điều kiện sau; Luật này",
        "                                                                                         ",
        []),
    "25a another Đ": (
        "Nghị định số 102/2017/N\u00d0-CP ngày 01/9/2017",
        "[                                        ]",
        [{"symbol": "102/2017/NĐ-CP", "issued_on": date(2017, 9, 1)}]),
    "25b lost digit": (
        "Luật Đường sắt số 95/2025/QH1 của",
        "[                           ]    ",
        [{"suspect": "term of the National Assembly does not fit the year (QH15)"}]),
    "+ dotted number, old and new Party codes": (
        "Nghị quyết số 66.25/2026/NQ-CP; Quy định số 08-QĐi/TW; Quy định số 205-QĐ/TW",
        "[                            ]  [                   ]  [                   ]",
        [{"symbol": "66.25/2026/NQ-CP", "suspect": None}, {"suspect": None},
         {"suspect": None}]),
    "comma before the date": (
        "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2025 của Đảng ủy xã Thượng Lộ về lãnh đạo",
        "[                                                             ]            ",
        [{"issuer": "Đảng ủy xã Thượng Lộ", "subject": "về lãnh đạo"}]),
    "issuer before the number": (
        "Quyết định của Thủ tướng Chính phủ số 225/QĐ-TTg ngày 04/02/2016 phê duyệt Kế hoạch",
        "[                                                              ]                   ",
        [{"issuer": "Thủ tướng Chính phủ", "issued_on": date(2016, 2, 4)}]),
    "issuers of a joint circular": (
        "Thông tư liên tịch số 14/2014/TTLT-BTC-BTP ngày 27/01/2014 của Bộ Tài chính, Bộ Tư pháp quy định việc lập dự toán; Kế hoạch số 6/KH-UBND của UBND tỉnh, UBND huyện",
        "[                                                                                     ]                            [                                 ]            ",
        [{"issuer": "Bộ Tài chính, Bộ Tư pháp", "subject": "quy định việc lập dự toán"},
         {"issuer": "UBND tỉnh"}]),
    "number alone": (
        "thực hiện Nghị định 61 của Chính phủ và Kế hoạch 5 năm, Đề án 06",
        "          [                        ]                             ".rstrip().ljust(64),
        [{"symbol": "61", "kind": "short", "issuer": "Chính phủ", "role": "implements"}]),
    "numbers that count": (
        "05 Nghị quyết; Nghị quyết 35 trang; Kết luận 5 nội dung; Kế hoạch 5 năm",
        "                                                                       ",
        []),
    "commas between the parts of a pinpoint": (
        "tại Khoản 2, Điều 5, Nghị định số 61/2018/NĐ-CP",
        "    [                                         ]",
        [{"pinpoints": ["khoản 2 Điều 5"]}]),
    "a clause after a comma is no subject": (
        "Theo Công văn số 12/VPCP-KSTT ngày 3/3/2019 của Văn phòng Chính phủ, đề nghị các đơn vị",
        "     [                                                            ]                    ",
        [{"subject": None}]),
    "văn bản": (
        "theo Văn bản số 123/UBND-NC ngày 02/3/2019 của UBND tỉnh",
        "     [                                                 ]",
        [{"type": "Văn bản", "suspect": None}]),
    "a report goes to an office": (
        "theo Điều 60 Thông tư số 02/2017/TT-VPCP về Văn phòng UBND huyện để tổng hợp",
        "     [                                 ]                                    ",
        [{"subject": None}]),
    "struck letters do not matter here: date spelled out": (
        "Kế hoạch số:181/KH-UBND ngày 31 tháng 01 năm 2019 của UBND huyện)",
        "[                                                              ] ",
        [{"issued_on_raw": "31 tháng 01 năm 2019", "symbol": "181/KH-UBND"}]),
    "dates of the future": (
        "Kế hoạch số 12/KH-UBND ngày 31/12/2020 của UBND tỉnh",
        "[                                                  ]",
        [{"suspect": "dated after the document itself (2020-03-03)"}]),
    "year of symbol and date": (
        "Nghị định số 61/2018/NĐ-CP ngày 23/4/2019 của Chính phủ",
        "[                                                     ]",
        [{"suspect": "year of the symbol and date disagree (2019)"}]),
    "a date printed without a space": (
        "Thông báo số 70-TB/TWngày 06/01/2012 của Ban Bí thư về lễ hội",
        "[                                                 ]          ",
        [{"symbol": "70-TB/TW", "issued_on": date(2012, 1, 6)}]),
    "a bare number before its date": (
        "theo Công văn 614, ngày 16/9/2011 của Sở Nội vụ về biên chế; Kế hoạch 60 ngày",
        "     [                                        ]                              ",
        [{"symbol": "614", "issued_on": date(2011, 9, 16), "subject": "về biên chế"}]),
    "those whom a decree covers are in its subject": (
        "Nghị định số 92/2009/NĐ-CP của Chính phủ về cán bộ xã và những người không chuyên trách và các văn bản liên quan",
        "[                                      ]                                                                        ",
        [{"subject": "về cán bộ xã và những người không chuyên trách"}]),
    "note of an abbreviation with a capital": (
        "Quyết định số 97/QĐ-TTg phê duyệt Đề án đọc sách (Sau đây viết tắt là Đề án), x",
        "[                     ]                                                        ",
        [{"subject": "phê duyệt Đề án đọc sách"}]),
    "a long name of an issuer": (
        "Công văn 285/CCTTHC ngày 08/9/2009 của Tổ công tác chuyên trách cải cách thủ tục hành chính của Thủ tướng Chính phủ về chuẩn bị",
        "[                                                                                                                 ]            ",
        [{"subject": "về chuẩn bị"}]),
    "two slashes": (
        "ra Nghị quyết số 04/NQ/ĐCT-MTTW về việc tổ chức Ngày hội",
        "   [                          ]                         ",
        [{"symbol": "04/NQ/ĐCT-MTTW", "subject": "về việc tổ chức Ngày hội"}]),
    "a law printed in lower case": (
        "Căn cứ Luật dự trữ gạo ngày 20/11/2012; theo luật ngày 1/2/2013",
        "       [                             ]                         ",
        [{"type": "Luật", "issued_on": date(2012, 11, 20)}]),
    "advice of a committee is no subject": (
        "Hướng dẫn số 35/HD-BTT về ngày hội năm 2020 và ý kiến chỉ đạo của Thường trực",
        "[                    ]                                                       ",
        [{"subject": "về ngày hội năm 2020"}]),
    "who has carried it out is no subject": (
        "Quyết định số 15/QĐ-UBND về kế hoạch năm 2015, các cơ quan, đơn vị, địa phương đã quán triệt",
        "[                      ]                                                                    ",
        [{"subject": "về kế hoạch năm 2015"}]),
    "a bloc of the Party": (
        "Hướng dẫn số 23-HD/ĐUK, ngày 28/11/2019 của Đảng ủy Khối Doanh nghiệp Trung ương về đại hội",
        "[                                                                              ]",
        [{"issuer": "Đảng ủy Khối Doanh nghiệp Trung ương", "subject": "về đại hội"}]),
    "nothing at all": (
        "Kế hoạch này; các Nghị định của Chính phủ; trước ngày 20/10 hàng năm",
        "                                                                    ",
        []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "drawn", "expected"), CASES.values(), ids=CASES)
def test_citations(text, drawn, expected):
    """Each citation runs from its pinpoint or type word to its issuer, and doubts are said."""
    assert len(drawn) <= len(text)
    found = cite(text)
    assert [(c.start, c.end) for c in found] == spans(drawn), [c.raw for c in found]
    for citation, fields in zip(found, expected, strict=True):
        for name, want in fields.items():
            got = getattr(citation, name)
            if name == "pinpoints":
                got = [str(pinpoint) for pinpoint in got]
            elif name == "inferred":
                got = [inferred.field for inferred in got]
            assert got == want, (citation.raw, name)


def test_who_makes_the_plan_is_no_subject():
    """After the last basis a clause in lower case may say who makes the plan."""
    (citation,) = cite(
        "Thực hiện Quyết định số 85/QĐ-TTg ngày 17/01/2022 của Thủ tướng Chính phủ phê duyệt Chương "
        "trình Y tế trường học; liên ngành Y tế - Giáo dục xây dựng Kế hoạch phối hợp như sau:",
        kind="legal_basis",
    )
    assert citation.subject == "phê duyệt Chương trình Y tế trường học"


def test_issuer_at_the_head_of_a_list():
    """An issuer printed once before a list belongs to each member, and says so."""
    text = (
        "Căn cứ các Quyết định của UBND tỉnh: Quyết định số 624/QĐ-UBND ngày 23/4/2019 về cúm gia cầm; "
        "Quyết định số 73/QĐ-UBND ngày 15/01/2021 về lở mồm long móng. Quyết định số 5/QĐ-UBND."
    )
    found = cite(text)
    assert [c.issuer for c in found] == ["UBND tỉnh", "UBND tỉnh", None]
    assert [bool(c.inferred) for c in found[:2]] == [True, True]


def test_an_instrument_inside_a_subject_takes_no_date_from_the_next_member():
    """What the first decision is about is no member of the list of decisions."""
    text = (
        "Căn cứ các Quyết định của Thủ tướng Chính phủ số: 1521/QĐ-TTg ngày 06/10/2020 ban hành Kế hoạch "
        "thực hiện Kết luận số 80-KL/TW; 21/2021/QĐ-TTg ngày 21/6/2021; 25/2021/QĐ-TTg ngày 22/7/2021;"
    )
    found = cite(text, kind="legal_basis")
    assert [(c.symbol, c.type, c.issued_on and str(c.issued_on), c.role) for c in found] == [
        ("1521/QĐ-TTg", "Quyết định", "2020-10-06", "legal_basis"),
        ("80-KL/TW", "Kết luận", None, "mention"),
        ("21/2021/QĐ-TTg", "Quyết định", "2021-06-21", "legal_basis"),
        ("25/2021/QĐ-TTg", "Quyết định", "2021-07-22", "legal_basis"),
    ]


def test_a_document_without_line_ends_keeps_its_citations():
    """Letterhead and body are one passage then; its own number is no citation."""
    letterhead = (
        "ỦY BAN NHÂN DÂN XÃ TÂN AN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
        "Số: 45/KH-UBND Tân An, ngày 15 tháng 3 năm 2024 KẾ HOẠCH Cải cách hành chính năm 2024 "
    )
    body = "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ; UBND xã xây dựng Kế hoạch. "
    rest = "1. Công chức Văn phòng báo cáo kết quả trước ngày 15/12/2024. " * 15
    plan = extract(read_bytes((letterhead + body + rest).encode(), "plan.txt"))
    assert [c.symbol for c in plan.citations] == ["61/2018/NĐ-CP"]
    assert plan.header.symbol == "45/KH-UBND"
    assert {str(d.due_on) for d in plan.deadlines} == {"2024-12-15"}

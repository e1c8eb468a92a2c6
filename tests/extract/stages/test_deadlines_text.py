"""Deadlines of running text: triggered forms, labels, headings; who acts, and what is none."""

from datetime import date

import pytest

from extract.model import Citation, Header, Passage
from extract.stages.deadlines import find_deadlines, find_in_text

YEAR = 2024
PLAN = Header(plan_year=YEAR, issued_on=date(2024, 1, 15))

TEXTS = {  # name: text, the deadlines drawn under it, (kind, due or rule) of each
    "a day with its bound": (
        "Gửi báo cáo về Sở Nội vụ (qua Văn phòng) trước ngày 20/10/2024.",
        "                                         [                   ] ",
        [("date", "2024-10-20")],
    ),
    "results are reported before a day": (
        "Các thôn báo cáo kết quả trước ngày 28/02/2024; gửi số liệu trước 15/3/2024.",
        "                         [                   ]              [             ] ",
        [("date", "2024-02-28"), ("date", "2024-03-15")],
    ),
    "what is in brackets after a day": (
        "Thời gian: Trước ngày 15/6 (báo cáo 6 tháng) và trước ngày 15/12 (đối với báo cáo năm).",
        "           [             ]                      [              ]                        ",
        [("date", "2024-06-15"), ("date", "2024-12-15")],
    ),
    "a goal of a day": (
        "- Đến 31/12/2024, 100% xã đạt chuẩn nông thôn mới.",
        "  [            ]                                  ", [("date", "2024-12-31")],
    ),
    "several openings": (
        "Quý I: Xây dựng kế hoạch, Quý II: Triển khai.",
        "[   ]                     [    ]             ",
        [("period", "2024-03-31"), ("period", "2024-06-30")],
    ),
    "a cycle that names the report": (
        "Định kỳ hằng quý (trước ngày 20 của tháng cuối quý) báo cáo UBND huyện.",
        "                  [                              ]                     ",
        [("recurring", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20")],
    ),
    "a goal that leads": (
        "- Đến năm 2025, 100% hồ sơ được số hóa.",
        "  [          ]                         ", [("period", "2025-12-31")],
    ),
    "a cycle that closes its clause": (
        "Kiểm tra bếp ăn định kỳ 06 tháng một lần; giao ban định kỳ hằng quý.",
        "                [                      ]           [              ] ",
        [("recurring", "FREQ=MONTHLY;INTERVAL=6"), ("recurring", "FREQ=MONTHLY;INTERVAL=3")],
    ),
    "an hour of every day": (
        "Trạm Y tế báo cáo Ban Chỉ đạo trước 16 giờ hằng ngày.",
        "                              [                    ] ",
        [("recurring", "FREQ=DAILY")],
    ),
    "two months, each with its word": (
        "Đoàn xã tuyên truyền trong tháng 4 và tháng 11/2024.",
        "                     [           ]    [           ]  ",
        [("period", "2024-04-30"), ("period", "2024-11-30")],
    ),
    "a month or a quarter, and at once what is done in it": (
        "Trong quý II/2024, hoàn thành rà soát; quý III/2024 trình phê duyệt.",
        "[               ]                      [          ]                 ",
        [("period", "2024-06-30"), ("period", "2024-09-30")],
    ),
    "what is done, and in brackets when": (
        "UBND xã tổ chức sơ kết (tháng 6/2024), tổng kết (tháng 12/2024).",
        "                        [          ]             [           ]  ",
        [("period", "2024-06-30"), ("period", "2024-12-31")],
    ),
    "a number of bodies after a month is no month": (
        "Họp trong tháng 4, 5 xã báo cáo.",
        "    [           ]               ",
        [("period", "2024-04-30")],
    ),
    "the end of a month in which a meeting is held": (
        "Công an xã sơ kết vào cuối tháng 6/2024; khai mạc lúc 8 giờ 00 phút, ngày 15/8/2024.",
        "                  [                   ]           [                               ] ",
        [("period", "2024-06-30"), ("date", "2024-08-15")],
    ),
    "two duties": (
        "Báo cáo quý trước ngày 15 của tháng cuối quý; báo cáo năm trước ngày 15/11 hằng năm.",
        "            [                              ]              [                       ] ",
        [("recurring", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15"),
         ("recurring", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15")],
    ),
    "citation dates are masked": (
        "Theo Quyết định số 12/QĐ-UBND ngày 05/02/2024 của UBND huyện, hoàn thành trước 30/6/2024",
        "                                                              [                        ]",
        [("date", "2024-06-30")],
    ),
    "the event in brackets": (
        "Các phòng bố trí cán bộ tham gia đoàn kiểm tra (khi có yêu cầu).",
        "                                                [            ]  ",
        [("event", None)],
    ),
    "a label line": (
        "2. Thời gian thực hiện: Quý II năm 2024, thường xuyên.",
        "                        [             ]  [          ] ",
        [("period", "2024-06-30"), ("continuous", None)],
    ),
    "a label in brackets": (
        "Tổ chức hội nghị (thời gian hoàn thành: tháng 5/2024), có kinh phí năm 2024.",
        "                                        [          ]                        ",
        [("period", "2024-05-31")],
    ),
    "a heading that dates its list": (
        "1. Trong quý II năm 2024:", "   [                   ] ", [("period", "2024-06-30")],
    ),
    "a bare span as heading": (
        "- Tháng 3/2024: Tổ chức hội nghị", "  [          ]                  ",
        [("period", "2024-03-31")],
    ),
    "in a span": (
        "Phấn đấu hoàn thành trong 6 tháng cuối năm.", "         [                               ] ",
        [("period", "2024-12-31")],
    ),
    "an offset": (
        "Báo cáo trong thời hạn 05 ngày làm việc kể từ ngày kết thúc kiểm tra.",
        "        [                                                          ] ",
        [("relative", None)],
    ),
    "after the end": (
        "- Kết thúc đợt kiểm tra, tổ chức họp rút kinh nghiệm.",
        "  [                   ]                              ", [("event", None)],
    ),
    "a cycle that leads": (
        "- Định kỳ hằng quý, tổng hợp kết quả gửi Sở Nội vụ.",
        "  [              ]                                 ",
        [("recurring", "FREQ=MONTHLY;INTERVAL=3")],
    ),
    "from day to day": (
        "Tổ chức lấy ý kiến từ ngày 01/3 đến hết ngày 15/3/2024 tại trụ sở.",
        "                   [                                 ]            ",
        [("period", "2024-03-15")],
    ),
}  # fmt: skip


def spans_of(drawn):
    starts = [i for i, c in enumerate(drawn) if c == "["]
    ends = [i + 1 for i, c in enumerate(drawn) if c == "]"]
    return list(zip(starts, ends, strict=True))


def in_plan(text, citations=()):
    return find_deadlines((Passage(0, text),), (), (), tuple(citations), PLAN)


@pytest.mark.parametrize(("text", "drawn", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(text, drawn, expected):
    """Running text gives its triggered times, with exact words and values."""
    found = in_plan(text)
    assert [(d.start, d.end) for d in found] == spans_of(drawn)
    for deadline, (kind, value) in zip(found, expected, strict=True):
        got = deadline.rrule or (deadline.due_on.isoformat() if deadline.due_on else None)
        assert (deadline.kind, got, deadline.source) == (kind, value, "text")
        assert deadline.raw == text[deadline.start : deadline.end]


NOT_DEADLINES = {
    "what a past quarter brought": "Quý I/2023 hoàn thành được 5 hồ sơ; kết quả kiểm tra (tháng 6/2024).",
    "what was done with success": "Tháng 5/2024 tổ chức thành công hội thi, có 50 đội.",
    "how long a state lasts": "Theo dõi người được tiêm trong 24 giờ sau tiêm.",
    "data of a quarter": "Số liệu quý III/2024 trình Hội đồng nhân dân.",
    "a cycle in the name of a report": "Thực hiện chế độ báo cáo định kỳ hằng quý.",
    "what data an inspection is about": "Mốc kiểm tra: từ khi có Quy định đến hết tháng 02/2024.",
    "report names": "Thực hiện báo cáo hàng quý, 6 tháng, năm theo quy định",
    "attributive hàng năm": "gắn với đánh giá chất lượng cán bộ, công chức hàng năm.",
    "manner": "Cập nhật thường xuyên, kịp thời, đúng thời hạn; là nhiệm vụ thường xuyên.",
    "data span": "(thời điểm báo cáo: từ tháng 01/2024 đến ngày được kiểm tra)",
    "data span by days": "Số liệu tính từ ngày 15/12/2023 đến ngày 14/6/2024.",
    "counted up to a day": "Kết quả thực hiện tính đến hết ngày 30/6/2024 đạt 80%.",
    "condition": "Đoàn có thể tái kiểm tra trong trường hợp cần thiết.",
    "vague": "Thực hiện theo quy định, theo lộ trình, trong thời gian tới.",
    "to be announced": "Thời gian kiểm tra sẽ được Đoàn kiểm tra thông báo cụ thể.",
    "a plan of a year": "Chương trình công tác năm 2024 của UBND xã; kế hoạch năm 2024",
    "a stage": "Tổng kết Chương trình cải cách hành chính giai đoạn 2011-2020",
    "standards": "Áp dụng TCVN ISO 9001:2015 vào hoạt động của UBND xã",
    "in force": "Nghị định này có hiệu lực từ ngày 01/7/2024.",
    "a number and its date": "Căn cứ Công văn số 232/UBND-NV ngày 03/02/2024 của UBND huyện",
    "the past year": "Khắc phục tồn tại trong năm 2022; kết quả đạt được trong năm 2024",
    "period under inspection": "Thời kỳ kiểm tra: từ ngày 01/01/2023 đến ngày 31/12/2023.",
    "age": "Trẻ em dưới 6 tuổi, 12 tháng tuổi; rút ngắn từ 15 ngày xuống còn 10 ngày",
    "history": "Từ năm 2020 đến nay; sinh ngày 15/6/1980; bổ nhiệm từ ngày 01/01/2020.",
    "a day of remembrance": "Ngày 10/10 hằng năm là Ngày Chuyển đổi số; Ngày Pháp luật (09/11 hằng năm).",
    "span of data under its label": (
        "Thời gian chốt số liệu: tính từ ngày 15 tháng trước kỳ báo cáo đến ngày 14 tháng cuối kỳ."
    ),
    "achieved": "Đến ngày 31/12/2023, toàn huyện có 12 xã đạt chuẩn.",
    "same day": "Trả kết quả trong ngày làm việc; nếu nhận sau 15 giờ thì trả vào ngày tiếp theo.",
    "first of all": "Trước hết là các lĩnh vực phục vụ nhân dân; trước đây, sau này",
    "on time": "Tỷ lệ hồ sơ giải quyết đúng hoặc trước hạn; quá 01 lần",
    "time of a procedure": "Thời hạn giải quyết: 05 ngày làm việc",
    "attached note": "(Kèm theo Kế hoạch số 50/KH-UBND ngày 30/1/2024 của UBND)",
    "blank date": "Hoài Nhơn, ngày     tháng     năm 2024",
}


@pytest.mark.parametrize("text", NOT_DEADLINES.values(), ids=NOT_DEADLINES)
def test_not_deadlines(text):
    """Time words that name, qualify or count something are no deadlines."""
    assert in_plan(text) == ()


@pytest.mark.parametrize(
    "kind",
    ["title", "number", "place_date", "recipients", "signature", "appendix", "caption",
     "issued_with", "doc_type", "legal_basis", "letterhead"],
)  # fmt: skip
def test_parts_of_the_layout_hold_none(kind):
    assert find_deadlines((Passage(0, "trước ngày 1/6/2024", kind),), (), (), (), PLAN) == ()


def test_outlines_of_reports_hold_none():
    """An annex that is the outline of a report dates data, not duties."""
    passages = (
        Passage(0, "Phụ lục 3", "appendix"),
        Passage(1, "ĐỀ CƯƠNG BÁO CÁO", "caption"),
        Passage(2, "Kết quả trong 6 tháng đầu năm 2024"),
        Passage(3, "Phụ lục 4", "appendix"),
        Passage(4, "Gửi trước ngày 15/6/2024"),
    )
    found = find_deadlines(passages, (), (), (), PLAN)
    assert [d.passage for d in found] == [4]


def test_a_citation_is_masked_with_its_date():
    """What the citation stage found is masked, even in a form that no mask row knows."""
    text = "Hoàn thành theo Nghị quyết trước ngày 01/6/2024 của HĐND"
    assert len(in_plan(text)) == 1
    citation = Citation(0, 16, 47, text[16:47], "Nghị quyết")
    assert in_plan(text, [citation]) == ()


def test_an_event_ends_before_the_instrument_that_rules_it():
    """ "within ten days of receipt, by circular so-and-so": the circular is no part of the event."""
    text = "Xử lý trong thời hạn 10 ngày kể từ ngày nhận được đơn theo Thông tư số 05/2021/TT-TTCP."
    citation = Citation(
        0, text.index("Thông"), len(text) - 1, "Thông tư số 05/2021/TT-TTCP", "Thông tư"
    )
    (deadline,) = in_plan(text, [citation])
    assert deadline.raw == "trong thời hạn 10 ngày kể từ ngày nhận được đơn"
    assert deadline.anchor == "ngày nhận được đơn"


SILENT = {  # wrong answers seen in other tools: text, start, due, rule, kind
    "Quý I năm 2020": ("2020-01-01", "2020-03-31", None, "period"),
    "Trước 10/01/2020": (None, "2020-01-10", None, "date"),
    "trước ngày 20/10 hàng năm": (
        None, None, "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=20", "recurring"),
    "trước ngày 25 các tháng 2, 5, 8": (
        None, None, "FREQ=YEARLY;BYMONTH=2,5,8;BYMONTHDAY=25", "recurring"),
    "10 ngày sau khi nhận được PA,KN": (None, None, None, "relative"),
    "Thường xuyên trong năm 20": ("2020-01-01", "2020-12-31", None, "continuous"),
    "Tháng 3 đến tháng 7 năm 2020": ("2020-03-01", "2020-07-31", None, "period"),
    "**1. Trong quý II năm 2023": ("2023-04-01", "2023-06-30", None, "period"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SILENT.items(), ids=SILENT)
def test_silent_errors_of_other_tools(text, expected):
    """Each value that a peer got wrong without a sign is right here."""
    (found,) = find_in_text(f"Thời gian: {text}", 2020)
    iso = [d.isoformat() if d else None for d in (found.start_on, found.due_on)]
    assert (*iso, found.rrule, found.kind) == expected


ACTORS = {  # passages (text, section): responsible of the one deadline
    "a union": ([("- Công đoàn cơ sở báo cáo kết quả trước ngày 05/6/2024.", None)],
                "Công đoàn cơ sở"),
    "who is inspected": ([("- Đối tượng kiểm tra gửi báo cáo trước ngày 15/4/2024.", None)],
                         "Đối tượng kiểm tra"),
    "subject of the clause": (
        [("Các cơ quan, đơn vị được kiểm tra (có thông báo) gửi báo cáo trước ngày 1/6/2024", None)],
        "Các cơ quan, đơn vị được kiểm tra"),
    "after a fronted clause": (
        [("Căn cứ kế hoạch kiểm tra, các cơ quan, đơn vị có trách nhiệm gửi báo cáo trước ngày 1/6", None)],
        "các cơ quan, đơn vị"),
    "after the time": (
        [("Trước ngày 15/11/2024, UBND các xã, thị trấn báo cáo kết quả về huyện.", None)],
        "UBND các xã, thị trấn"),
    "heading of the list": (
        [("2. Đối với các xã, thị trấn tự kiểm tra công tác CCHC", None),
         ("- Gửi báo cáo trước ngày 20/10/2024.", 0)], "các xã, thị trấn"),
    "heading is a unit": (
        [("1. Phòng Nội vụ:", None), ("- Gửi báo cáo trước ngày 20/10/2024.", 0)], "Phòng Nội vụ"),
    "standing agency": (
        [("1. Giao Phòng Nội vụ là cơ quan thường trực", None),
         ("- Tổng hợp trước ngày 20/10/2024.", 0)], "Phòng Nội vụ"),
    "responsibility of": (
        [("1. Trách nhiệm của công chức Tư pháp – Hộ tịch", None),
         ("- Gửi báo cáo trước ngày 20/10/2024.", 0)], "công chức Tư pháp – Hộ tịch"),
    "line of the leading unit": (
        [("a) Tổ chức hội nghị tập huấn", None), ("- Đơn vị chủ trì: Sở Nội vụ.", 0),
         ("- Thời gian thực hiện: Quý II/2024.", 0)], "Sở Nội vụ"),
    "the team of an inspection": (
        [("Đoàn kiểm tra làm việc trực tiếp", None), ("3. Thời gian kiểm tra: tháng 5/2024", None)],
        "Đoàn kiểm tra"),
    "head of the item": (
        [("1. Phòng Nội vụ: tham mưu ban hành kế hoạch; hoàn thành trước ngày 15/02/2024.", None)],
        "Phòng Nội vụ"),
    "head of the item, with commas": (
        [("2. Các phòng, đơn vị thuộc Sở: đăng ký nội dung chậm nhất ngày 29/02/2024.", None)],
        "Các phòng, đơn vị thuộc Sở"),
    "party numbering": (
        [("1- Ban Tuyên giáo Huyện ủy hướng dẫn; báo cáo trước ngày 20/02/2024.", None)],
        "Ban Tuyên giáo Huyện ủy"),
    "nobody": ([("II. NỘI DUNG", None), ("- Hoàn thành trước ngày 1/6/2024", 0)], None),
    "a verb is no unit": (
        [("Tổ chức thực hiện", None), ("- Ban hành kế hoạch trước ngày 1/6/2024", 0)], None),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "responsible"), ACTORS.values(), ids=ACTORS)
def test_responsible(lines, responsible):
    """Who acts is the subject of the clause, the unit of the item, or that of the heading."""
    passages = tuple(Passage(n, text, section=s) for n, (text, s) in enumerate(lines))
    (found,) = find_deadlines(passages, (), (), (), PLAN)
    assert found.responsible == responsible


ACTIONS = {
    "before the time": (
        "- Gửi báo cáo (phụ lục số 03) về UBND huyện trước ngày 20/10/2024.",
        "Gửi báo cáo về UBND huyện"),
    "a bracket that closes the clause": (
        "Tiến độ: Đề cương (chi tiết) trước 16/12/2024", "Đề cương"),
    "without the subject": (
        "Các đơn vị có trách nhiệm xây dựng kế hoạch trước ngày 20/10/2024",
        "xây dựng kế hoạch"),
    "after the time": ("Trước ngày 20/10/2024, tổng hợp kết quả; gửi Sở", "tổng hợp kết quả"),
    "own clause after a label": (
        "Thời hạn gửi báo cáo: Báo cáo năm gửi trước ngày 25/11", "Báo cáo năm gửi"),
    "own clause": (
        "Phổ biến kế hoạch; báo cáo lần 02 trước ngày 15/11/2024", "báo cáo lần 02"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "action"), ACTIONS.values(), ids=ACTIONS)
def test_action(text, action):
    (found,) = in_plan(text)
    assert found.action == action


def test_preparation_before_the_year_of_the_title():
    """What a plan for next year dates between its issue and that year is no past."""
    plan = Header(plan_year=2025, issued_on=date(2024, 9, 16))
    text = "Các ấp rà soát công dân tạm vắng từ ngày 18/9/2024 đến ngày 25/9/2024."
    (found,) = find_deadlines((Passage(0, text),), (), (), (), plan)
    assert (found.start_on, found.due_on) == (date(2024, 9, 18), date(2024, 9, 25))


def test_a_time_heading_opens_every_form_below():
    """Under "2. Thời gian kiểm tra" a bare span is a time; under another heading it is none."""

    def dated(heading):
        passages = (Passage(0, heading, "heading"), Passage(1, "Tháng 5, tháng 6.", section=0))
        return [d.raw for d in find_deadlines(passages, (), (), (), PLAN)]

    assert dated("2. Thời gian kiểm tra:") == ["Tháng 5", "tháng 6"]
    assert dated("2. Nội dung kiểm tra:") == []


ITEMS = (
    ("IV. NHIỆM VỤ", None),
    ("1. Xây dựng kế hoạch tuyên truyền", 0),
    ("- Cơ quan chủ trì: Sở Nội vụ.", 0),
    ("- Cơ quan phối hợp: Các sở, ban, ngành.", 0),
    ("- Thời gian thực hiện: Quý I/2024.", 0),
    ("2. Tổ chức tập huấn nghiệp vụ", 0),
    ("- Thời gian hoàn thành: tháng 5/2024.", 0),
    ("- Đơn vị chủ trì: Trường Chính trị tỉnh.", 0),
    ("3. Kiểm tra việc thực hiện. Cơ quan chủ trì: Thanh tra tỉnh. Thời gian: Quý III/2024.", 0),
)


def test_items_of_several_lines():
    """The lines of an item say what is done, by whom and when; its neighbours do not."""
    passages = tuple(Passage(n, text, section=s) for n, (text, s) in enumerate(ITEMS))
    found = find_deadlines(passages, (), (), (), PLAN)
    assert [(d.raw, d.action, d.responsible) for d in found] == [
        ("Quý I/2024", "Xây dựng kế hoạch tuyên truyền", "Sở Nội vụ"),
        ("tháng 5/2024", "Tổ chức tập huấn nghiệp vụ", "Trường Chính trị tỉnh"),
        ("Quý III/2024", "Kiểm tra việc thực hiện", "Thanh tra tỉnh"),
    ]


def test_a_label_in_the_heading_cuts_nothing_off():
    """What is done stays whole when the words that announce the time stand in the heading above."""
    texts = ("2. Lịch kiểm tra", "- Báo cáo Phòng Giáo dục và Đào tạo trước ngày 30/5/2024.")
    passages = (Passage(0, texts[0], "heading"), Passage(1, texts[1], section=0))
    (found,) = find_deadlines(passages, (), (), (), PLAN)
    assert found.action == "Báo cáo Phòng Giáo dục và Đào tạo"

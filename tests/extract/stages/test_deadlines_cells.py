"""What a time cell gives: several records, their actions, what is doubted and what is none."""

from datetime import date
from itertools import pairwise

import pytest

from extract.model import Header, Passage, Row, Table, Task, UnitName
from extract.stages.deadlines import find_deadlines
from tests.extract.stages.deadline_texts import cell, day

TWO_PER_YEAR = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15"
QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"

SEVERAL = {
    "Hàng quý và cuối năm": [
        ("Hàng quý", None, None, QUARTERLY), ("cuối năm", None, "2024-12-31", None)],
    "Quý I, II": [
        ("Quý I", "2024-01-01", "2024-03-31", None), ("II", "2024-04-01", "2024-06-30", None)],
    "Quý II, quý IV/2021": [
        ("Quý II", "2021-04-01", "2021-06-30", None),
        ("quý IV/2021", "2021-10-01", "2021-12-31", None)],
    "trong tháng 3, 4/2022": [
        ("trong tháng 3", "2022-03-01", "2022-03-31", None),
        ("4/2022", "2022-04-01", "2022-04-30", None)],
    "Trước ngày 20 tháng 12 hằng năm hoặc đột xuất khi có yêu cầu": [
        ("Trước ngày 20 tháng 12 hằng năm", None, None, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20"),
        ("đột xuất khi có yêu cầu", None, None, None)],
    "trước ngày 15/6, 10/12 hàng năm": [
        ("trước ngày 15/6", None, None, "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15"),
        ("10/12 hàng năm", None, None, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10")],
    "Quý II và quý III năm 2021": [
        ("Quý II", "2021-04-01", "2021-06-30", None),
        ("quý III năm 2021", "2021-07-01", "2021-09-30", None)],
    "Trước ngày 20/3, 20/6/2021": [
        ("Trước ngày 20/3", None, "2021-03-20", None), ("20/6/2021", None, "2021-06-20", None)],
    "Ngày 10 và 11/3/2021": [
        ("Ngày 10", None, "2021-03-10", None), ("11/3/2021", None, "2021-03-11", None)],
    "Quý I/2021 (trước 31/3)": [("trước 31/3", None, "2021-03-31", None)],
    "Báo cáo quý IV/2023 trước ngày 15/01": [("trước ngày 15/01", None, "2024-01-15", None)],
    "Trước 31/3/2021 (Quý I)": [("Trước 31/3/2021", None, "2021-03-31", None)],
    "Báo cáo quý I trước ngày 15/3; 6 tháng trước ngày 15/6": [
        ("trước ngày 15/3", None, "2024-03-15", None),
        ("trước ngày 15/6", None, "2024-06-15", None)],
    "Ngay sau khi Kế hoạch năm 2021 được phê duyệt, hoàn thành trong tháng 3/2021": [
        ("Ngay sau khi Kế hoạch năm 2021 được phê duyệt", None, None, None),
        ("hoàn thành trong tháng 3/2021", "2021-03-01", "2021-03-31", None)],
    "Quý I: trước ngày 15/3; Quý II: trước ngày 15/6": [
        ("trước ngày 15/3", None, "2024-03-15", None),
        ("trước ngày 15/6", None, "2024-06-15", None)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL.items(), ids=SEVERAL)
def test_several_in_one_cell(text, expected):
    """A cell that names several times gives several deadlines, in order, without overlap."""
    found = cell(text)
    assert [(d.raw, d.start_on, d.due_on, d.rrule) for d in found] == [
        (raw, day(start), day(due), rule) for raw, start, due, rule in expected
    ]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_each_record_of_a_cell_has_its_own_action():
    """What the clause of the cell names is the action, not the task of the row."""
    found = cell(
        "- Ban hành Kế hoạch trước 28/02/2020; - Thời gian kiểm tra trước 15/8/2020; "
        "- Ban hành thông báo kết luận sau kiểm tra chậm nhất là 01 tuần."
    )
    assert [d.action for d in found] == [
        "Ban hành Kế hoạch", "kiểm tra", "Ban hành thông báo kết luận",
    ]  # fmt: skip
    assert [d.raw for d in found] == [
        "trước 28/02/2020", "trước 15/8/2020", "sau kiểm tra chậm nhất là 01 tuần",
    ]  # fmt: skip


def test_reports_named_by_their_period_are_no_deadlines():
    """In "Quý I, 6 tháng, quý III trước ngày 25 ..." the periods name the reports."""
    found = cell(
        "Quý I, 6 tháng, quý III trước ngày 25 các tháng 2, 5, 8; báo cáo năm lần 01 trước ngày "
        "20/10/2020; báo cáo lần 02 trước ngày 15/11/2020"
    )
    assert [(d.raw, d.action) for d in found] == [
        ("trước ngày 25 các tháng 2, 5, 8", "Quý I, 6 tháng, quý III"),
        ("trước ngày 20/10/2020", "báo cáo năm lần 01"),
        ("trước ngày 15/11/2020", "báo cáo lần 02"),
    ]


# printed words: start, due, suspect
BROKEN = {
    "Thường xuyên trong năm 20": ("2024-01-01", "2024-12-31", "the year is cut short"),
    "trước ngày 31/4/2024": ("", "", "no such day"),
    "trước ngày 07/13/2020": ("", "", "no such day"),
    "trước ngày 30/02": ("", "", "no such day"),
    "Tháng 10 đến tháng 3 năm 2025": ("", "2025-03-31", "the range runs backwards"),
    "Tháng 9 đến tháng 5": ("", "", "the range runs backwards"),
    "trước ngày 30/6/24": ("", "2024-06-30", "the year has two digits"),
    "trước ngày 30/6/99": ("", "", "the year has two digits"),
    "trước ngày 31/11 hằng năm": ("", "", "no such day"),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.items(), ids=BROKEN)
def test_broken_values_are_doubted(text, expected):
    """A cut year is completed to the plan year and doubted; what cannot be is None."""
    start, due, suspect = expected
    (found,) = cell(text)
    assert (found.raw, found.start_on, found.due_on) == (text, day(start), day(due))
    assert found.suspect == suspect
    assert found.rrule is None


@pytest.mark.parametrize("text", ["Trước ngày 15/11", "Trong năm", "cuối năm", "Quý II", "T3"])
def test_an_unknown_year_stays_unknown(text):
    """Without a plan year, or with a plan of several years, a missing year gives no date."""
    (found,) = cell(text, year=None)
    assert (found.raw, found.start_on, found.due_on) == (text, None, None)
    (found,) = cell(text, year=None, plan_years=(2021, 2025), issued_on=date(2021, 1, 5))
    assert (found.start_on, found.due_on) == (None, None)


def test_the_issue_date_gives_the_year_when_the_title_gives_none():
    (found,) = cell("Trước ngày 15/11", year=None, issued_on=date(2021, 1, 5))
    assert (found.due_on, found.basis) == (date(2021, 11, 15), "plan_year")


@pytest.mark.parametrize(("text", "time"), [
    ("trước 17 giờ ngày 10/09/2026", "17:00"), ("8h30 ngày 12/5/2021", "08:30"),
    ("trước 17 giờ 30 phút ngày 10/9/2026", "17:30"), ("trước ngày 10/9/2026", None),
])  # fmt: skip
def test_the_hour_is_kept_apart(text, time):
    (found,) = cell(text)
    assert (found.raw, found.due_time) == (text, time)


@pytest.mark.parametrize("text", [
    "", "-", "Theo quy định", "theo lộ trình", "thời gian tới", "kịp thời", "đúng thời hạn", "x",
    "nt", "trước đây", "sau đó", "90%", "3,4", "Phường 2, Phường 5", "12.900.000",
    "Trong quá trình thực hiện",
])  # fmt: skip
def test_no_deadline_in_a_time_cell(text):
    """Vague words, numbers and manners are no times."""
    assert cell(text) == ()


def test_only_the_time_column_gives_deadlines():
    """The same words in a product column name a product (K12)."""
    text = "Báo cáo trước ngày 20/10/2020"
    table = Table((("TT", "Sản phẩm"),), (Row(("1", text), ("1", text)),), "task_plan",
                  ("ordinal", "product"))  # fmt: skip
    passages = (
        Passage(0, "Thời gian thực hiện trước ngày 1/1/2020", "cell", table=0, row=-1, column=1),
        Passage(1, text, "cell", table=0, row=0, column=1),
    )
    assert find_deadlines(passages, (table,), (), (), Header()) == ()


def test_a_cell_may_break_its_lines():
    """A wrapped line goes on with a small letter; another line is another time."""
    assert [d.raw for d in cell("Thường xuyên\ntrong năm")] == ["Thường xuyên\ntrong năm"]
    (event,) = cell("Sau khi có kết quả rà soát\nvăn bản QPPL")
    assert event.anchor == "có kết quả rà soát văn bản QPPL"
    assert [d.raw for d in cell("Khi có yêu cầu\nThường xuyên")] == [
        "Khi có yêu cầu", "Thường xuyên",
    ]  # fmt: skip


def test_a_row_without_a_task_still_says_what_and_who():
    """In a table that is no task plan the cells of the row give action and unit."""
    table = Table((("Nội dung", "Thực hiện", "Thời gian"),),
                  (Row(("Tập huấn", "Sở Nội vụ", "Quý II"), ("Tập huấn", "Sở Nội vụ", "Quý II")),),
                  "other", ("task", "lead", "deadline"))  # fmt: skip
    passage = Passage(0, "Quý II", "cell", table=0, row=0, column=2)
    (found,) = find_deadlines((passage,), (table,), (), (), Header(plan_year=2024))
    assert (found.action, found.responsible, found.task) == ("Tập huấn", "Sở Nội vụ", None)


@pytest.mark.parametrize(("names", "unit"), [
    (["Phòng Nội vụ"], "Phòng Nội vụ"), (["Phòng Nội vụ", "UBND cấp xã"], None), ([], None),
])  # fmt: skip
def test_a_deadline_has_the_one_leading_unit(names, unit):
    """Two leading units are no one unit: the field stays None."""
    text = "Quý II"
    table = Table((("Thời gian",),), (Row((text,), (text,)),), "task_plan", ("deadline",))
    passage = Passage(0, text, "cell", table=0, row=0, column=0)
    units = tuple(UnitName(n, n) for n in names)
    task = Task("1", "Việc", "; ".join(names), table=0, row=0, lead_units=units)
    (found,) = find_deadlines((passage,), (table,), (task,), (), Header(plan_year=2024))
    assert (found.unit.name if found.unit else None) == unit

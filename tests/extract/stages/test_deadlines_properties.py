"""What holds for every text: exact offsets, no overlap, the printed year, bounded time."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.model import Header, Passage, Row, Table
from extract.stages.deadlines import find_deadlines, find_in_text

PIECES = [
    "trước", "ngày", "tháng", "quý", "năm", "hàng", "mỗi", "từ", "đến", "hết", "trong", "kể từ",
    "sau khi", "khi có", "theo", "thường xuyên", "chậm nhất", "ít nhất", "hoàn thành", "tuần",
    "thời hạn", "làm việc", "cuối", "đầu", "định kỳ", "lần", "của", "và", "I", "IV", "3", "15",
    "02", "2020", "2021", "20/10", "31/2/2020", "30/6/2021", "15/11", "(", ")", ":", ";", ",",
    "/", "-", ".", "\n", "  ", "Thời gian:", "kiểm tra", "Phòng Nội vụ", "xyz", "Đ", "\u00a0",
]  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.text(max_size=80),
)


def in_cell(text, year=2021):
    table = Table((("Thời gian",),), (Row((text,), (text,)),), "task_plan", ("deadline",))
    passage = Passage(0, text, "cell", table=0, row=0, column=0)
    return find_deadlines((passage,), (table,), (), (), Header(plan_year=year))


@given(texts)
def test_offsets_hold_and_records_do_not_overlap(text):
    """raw is what stands between start and end; records are in order; the same text, the same."""
    for find in (in_cell, lambda t: find_in_text(t, 2021)):
        found = find(text)
        for d in found:
            assert 0 <= d.start < d.end <= len(text)
            assert d.raw == text[d.start : d.end]
            assert d.start_on is None or d.due_on is None or d.start_on <= d.due_on
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert find(text) == found


def years(text):
    return {int(y) for y in re.findall(r"(?:19|20)\d\d", text)}


@given(texts)
@example("15/11 và 31/2/2020")
def test_dates_stay_in_the_printed_year(text):
    """A date lies in a year that it or a later member of its list prints, or in the plan year."""
    found = in_cell(text)
    for number, d in enumerate(found):
        printed = years(d.raw)
        allowed = {2021}.union(printed, *(years(later.raw) for later in found[number + 1 :]))
        if re.search(r"năm\s+(?:trước|sau|tới)", d.raw.lower()):
            allowed |= {2020, 2022}
        if len(printed) > 1:
            allowed |= set(range(min(printed), max(printed) + 1))
        for value in (d.start_on, d.due_on):
            assert value is None or value.year in allowed, d
        if len(printed) == 1 and d.due_on and d.kind == "date":
            assert {d.due_on.year} == printed


HOSTILE = {
    "digits and slashes": "1/1/" * 2083,
    "digits": "1" * 33333,
    "before": "trước " * 5000,
    "before the day": "trước ngày " * 3333,
    "day day": "ngày ngày " * 3333,
    "months": "tháng 1, 2, " * 3333,
    "from": "từ ngày 1 " * 3333,
    "brackets": "(" * 16666 + "trước ngày 1/1",
    "quarters": "quý i, " * 4166,
    "colons": "thời gian " * 1666 + ":" * 2083,
    "labels": "thời gian: " * 2500,
    "after": "sau khi " * 4166,
    "offsets": "trong thời hạn 5 ngày kể từ ngày " * 1000,
    "blanks": "trước" + " " * 33333 + "ngày 1/1/2020",
    "lines": "trước\n" * 5000,
    "sentences": "Hoàn thành trước ngày 1/1/2020. " * 833,
    "events": "theo kế hoạch " * 2500,
    "weekdays": "thứ 2, 3, 4, " * 2500,
    "days of a month": "các ngày 1, 2, 3, " * 2000,
    "days with dashes": "từ ngày 1-1 đến 2-2, " * 1600,
    "days with dots": "từ ngày 1.1 - 2.2 " * 1800,
    "named days": "trước ngày a (" * 2400,
    "what was done": "đến ngày 1/1/2020 đã " * 1600,
    "scopes": "kết quả từ 01/01/2020 đến 02/02/2020 " * 900,
    "hours": "từ 8 giờ 00 đến 10 giờ 30 " * 1300,
    "lead-ins": "a: b: Phòng trước 1/1/2020, " * 1200,
    "headings": "nội dung,,, thời gian... " * 1300,
    "fronted": "Trước ngày 1/1, Phòng A báo cáo và trước ngày 2/2, Phòng B báo cáo; " * 480,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("where", [in_cell, find_in_text], ids=["cell", "text"])
def test_time_grows_with_the_text_only(text, where):
    """A text made to hurt takes time in proportion: four times as much, no more than ten times."""

    def seconds(piece):
        start = time.process_time()
        where(piece)
        return time.process_time() - start

    quarter = seconds(text[: len(text) // 4])
    whole = seconds(text)
    assert whole < max(13 * quarter, 4.0)  # sixteen times, were it quadratic
    assert whole < 30

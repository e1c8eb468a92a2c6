"""Codes said in Vietnamese: days, rules, offsets, reasons of flags."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.browse.labels import WORDS
from extract.browse.reasons import explain, say_suspect
from extract.browse.say import say_day, say_duration, say_number, say_rule, say_when

EMPTY = dict.fromkeys(
    ("mod", "side", "start_on", "due_on", "due_time", "rrule", "freq", "offset", "anchor")
) | {"business_days": 0, "kind": "date"}

WHEN = {
    "a day": ({"mod": "before", "due_on": "2020-10-19"}, "trước 19/10/2020"),
    "an hour": ({"due_on": "2020-10-19", "due_time": "17:00"}, "17:00 19/10/2020"),
    "a period": ({"start_on": "2020-04-01", "due_on": "2020-06-30"}, "01/04/2020 – 30/06/2020"),
    "monthly": ({"rrule": "FREQ=MONTHLY"}, "hàng tháng"),
    "quarterly": ({"rrule": "FREQ=MONTHLY;INTERVAL=3"}, "hàng quý"),
    "yearly on a day": (
        {"mod": "before", "rrule": "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=20"},
        "hàng năm, trước ngày 20 tháng 10"),
    "end of months": (
        {"rrule": "FREQ=YEARLY;BYMONTH=2,5;BYMONTHDAY=-1"}, "hàng năm, ngày cuối tháng 2, 5"),
    "times": ({"mod": "at_least", "freq": "2/P1Y"}, "ít nhất 2 lần mỗi năm"),
    "working days before": (
        {"mod": "at_least", "side": "before", "offset": "P3D", "business_days": 1,
         "anchor": "ngày kiểm tra"}, "ít nhất 3 ngày làm việc trước ngày kiểm tra"),
    "before before": (
        {"mod": "before", "side": "before", "offset": "P5D", "anchor": "kiểm tra"},
        "5 ngày trước kiểm tra"),
    "an event": ({"anchor": "có yêu cầu"}, "khi có yêu cầu"),
    "an event with its word": ({"anchor": "Khi có yêu cầu"}, "Khi có yêu cầu"),
    "continuous": ({"kind": "continuous"}, "thường xuyên"),
    "nothing known": ({}, ""),
    "an unknown rule": ({"rrule": "FREQ=HOURLY"}, "FREQ=HOURLY"),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "said"), WHEN.values(), ids=WHEN)
def test_when(fields, said):
    """A deadline in one phrase."""
    assert say_when({**EMPTY, **fields}) == said


def test_days_and_numbers():
    """Days as 20/10/2020, thousands with points; what is none is left as it is."""
    assert say_day("2020-10-19") == "19/10/2020"
    assert say_day("2020-10-19T08:15:00Z") == "19/10/2020 08:15"
    assert (say_day("tháng 10"), say_day(None)) == ("tháng 10", "")
    assert say_number(12900000) == "12.900.000"
    assert say_duration("P1W") == "1 tuần"
    assert say_rule(None, None) == ""


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_said(rule, other):
    """Whatever a database holds, saying it is no error."""
    say_rule(rule, other)
    say_duration(rule)
    say_day(other)
    assert explain(rule, other).label == WORDS["code"].get(rule, rule)


REASONS = {
    "blank number": ("missing_number", 'the number is blank: "Số: /KH-UBND"',
                     "số để trống: “Số: /KH-UBND”", ("Số: /KH-UBND",)),
    "impossible": ("impossible_date", "31/02/2021", "không có ngày 31/02/2021 trong lịch",
                   ("31/02/2021",)),
    "dates are turned": (
        "date_after_issue", "cited instrument dated 2020-12-30, plan issued 2020-03-03",
        "văn bản được viện dẫn đề ngày 30/12/2020, sau ngày ban hành kế hoạch 03/03/2020",
        ("2020-12-30", "2020-03-03")),
    "place": (
        "deadline_conflict", '"trước ngày 25" here, "trước ngày 20" on page 3, for the same report',
        "ở đây ghi “trước ngày 25”, nơi khác ghi “trước ngày 20” cho cùng một báo cáo (trang 3)",
        ("trước ngày 25", "trước ngày 20")),
    "unsure page": ("low_ocr_confidence", "confidence 61 of 100",
                    "độ tin cậy đọc trang quét: 61/100", ("61",)),
    "another wording": ("ordinal_gap", 'something new about "abc"', "“abc”", ("abc",)),
    "no quote": ("ordinal_gap", "something new", "something new", ()),
}  # fmt: skip


@pytest.mark.parametrize(("code", "why", "sentence", "values"), REASONS.values(), ids=REASONS)
def test_reasons(code, why, sentence, values):
    """A flag is said in Vietnamese with its values; another wording is shown as it is."""
    found = explain(code, why)
    assert (found.label, found.sentence, found.values) == (WORDS["code"][code], sentence, values)


def test_doubts_about_readings():
    """Several doubts are said one by one; an unknown one is kept."""
    said = say_suspect("no slash in the symbol; dated after the document itself (2020-03-03); x")
    assert said == "ký hiệu thiếu gạch chéo; ngày sau ngày của chính văn bản (03/03/2020); x"
    assert say_suspect(None) == ""


def test_every_flag_of_the_documentation_has_a_name():
    """No code is shown bare."""
    from pathlib import Path

    source = Path(__file__).parents[3] / "extract" / "stages" / "flags"
    codes = {
        code
        for path in source.glob("*.py")
        for code in re.findall(r'_?flag\(\s*"([a-z_]+)"', path.read_text("utf-8"))
    }
    assert codes
    assert codes <= set(WORDS["code"])

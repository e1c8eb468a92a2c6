"""Deadlines as ICS: whole days, stable, derived days said to be so."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import sqlite_utils
from dateutil.rrule import rrulestr

from extract.calendar import write_calendar
from extract.model import Deadline
from extract.store.migrations import open_read_only

RAW = "trước ngày 20/10/2020"


def deadline(start=0, **fields):
    return Deadline(3, start, start + 5, "trước", "text", **fields)


@pytest.fixture
def calendar_of(tmp_path, store, make_plan):
    """Return the entries of a plan of 2020 that has the given deadlines."""

    def make(*deadlines, unit=None, year=None, **more):
        path = tmp_path / "one.db"
        store(path, [replace(make_plan(), deadlines=deadlines)])
        with closing(open_read_only(path)) as connection:
            written = write_calendar(connection, unit, year, **more)
        path.unlink()
        return icalendar.Calendar.from_ical(written).walk("VEVENT")

    return make


def test_a_day(calendar_of):
    """A day is one whole day: DTEND, the day after, is not part of it."""
    (entry,) = calendar_of(
        deadline(kind="date", mod="before", due_on=date(2020, 10, 20), action="Gửi báo cáo",
                 responsible="các xã, thị trấn")
    )  # fmt: skip
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2020, 10, 20), date(2020, 10, 21))
    assert entry["summary"] == "Gửi báo cáo"
    assert "Trách nhiệm: các xã\\, thị trấn" in entry["description"].to_ical().decode()
    assert entry["dtstamp"].dt == datetime(2026, 1, 1, tzinfo=UTC)
    assert "Suy ra" not in entry["description"]


@pytest.mark.parametrize(("mod", "morning"), [
    ("before", datetime(2020, 10, 18, 9)), ("by", datetime(2020, 10, 19, 9)),
])  # fmt: skip
def test_the_alarm_rings_before_the_last_day(calendar_of, mod, morning):
    """Of "trước ngày 20" the last day is the 19th, so the 18th; of "chậm nhất" the 19th."""
    (entry,) = calendar_of(deadline(kind="date", mod=mod, due_on=date(2020, 10, 20)))
    (alarm,) = entry.walk("VALARM")
    assert alarm["trigger"].params["RELATED"] == "END"
    assert datetime(2020, 10, 21) + alarm["trigger"].dt == morning


def test_a_period_runs_from_start_to_due(calendar_of):
    (entry,) = calendar_of(
        deadline(kind="period", start_on=date(2020, 4, 1), due_on=date(2020, 6, 30),
                 basis="plan_year+period_end")
    )  # fmt: skip
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2020, 4, 1), date(2020, 7, 1))
    assert "năm lấy theo năm của kế hoạch" in entry["description"]
    assert "ngày đầu và ngày cuối" in entry["description"]


RULES = {
    "FREQ=YEARLY;BYMONTH=2,5,8;BYMONTHDAY=25": [(2, 25), (5, 25), (8, 25)],
    "FREQ=YEARLY;BYMONTH=2,5,8;BYMONTHDAY=-1": [(2, 29), (5, 31), (8, 31)],
    "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15": [(11, 15)],
    "FREQ=MONTHLY;INTERVAL=3": [(3, 31), (6, 30), (9, 30), (12, 31)],
}


@pytest.mark.parametrize(("rule", "days"), RULES.items(), ids=RULES)
def test_a_rule_ends_with_the_plan_year(calendar_of, rule, days):
    """The first entry fits the rule; the end, and the days of a bare "hàng quý", are derived."""
    (entry,) = calendar_of(deadline(kind="recurring", rrule=rule))
    written = entry["rrule"].to_ical().decode()
    start = entry["dtstart"].dt
    got = rrulestr(written, dtstart=datetime(start.year, start.month, start.day))
    assert [(d.year, d.month, d.day) for d in got] == [(2020, *day) for day in days]
    assert entry["rrule"]["UNTIL"] == [date(2020, 12, 31)]
    assert (start.month, start.day) == days[0]
    assert "suy ra" in entry["description"]
    assert ("hàng quý" in entry["description"]) == (rule == "FREQ=MONTHLY;INTERVAL=3")


LEFT_OUT = {
    "continuous": deadline(kind="continuous", start_on=date(2020, 1, 1), due_on=date(2020, 12, 31)),
    "event": deadline(kind="event", anchor="có yêu cầu"),
    "relative": deadline(kind="relative", offset="P5D", anchor="ngày kiểm tra"),
    "month without a day": deadline(kind="recurring", rrule="FREQ=MONTHLY"),
    "times without days": deadline(kind="recurring", freq="2/P1M"),
    "open end": deadline(kind="period", start_on=date(2020, 1, 1)),
    "no date": deadline(kind="date", mod="before", suspect="no such day"),
}


@pytest.mark.parametrize("left_out", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_has_no_day_is_left_out(calendar_of, left_out):
    assert calendar_of(left_out) == []


OFFSET = {"kind": "relative", "offset": "P5D", "side": "before", "anchor": "ngày kiểm tra"}


def test_a_known_event_dates_what_hangs_on_it(calendar_of):
    """The day is counted from the event, and said to be so."""
    (entry,) = calendar_of(deadline(**OFFSET), events={"Ngày kiểm tra": date(2020, 6, 12)})
    assert entry["dtstart"].dt == date(2020, 6, 7)
    assert "đếm từ Ngày kiểm tra ngày 12/06/2020" in entry["description"]


def test_another_event_dates_nothing(calendar_of):
    assert calendar_of(deadline(**OFFSET), events={"ngày họp": date(2020, 6, 12)}) == []
    assert calendar_of(deadline(**OFFSET)) == []


def test_filters(calendar_of):
    """A unit is found without marks or case, as responsible or in its task; a year by its days."""
    own = deadline(kind="date", due_on=date(2020, 10, 20), responsible="Đoàn kiểm tra")
    of_task = deadline(10, kind="date", due_on=date(2021, 1, 5), task=0)

    def days(**wanted):
        return [e["dtstart"].dt for e in calendar_of(own, of_task, **wanted)]

    assert days() == [date(2020, 10, 20), date(2021, 1, 5)]
    assert days(unit="doan KIEM tra") == [date(2020, 10, 20)]
    assert days(unit="noi vu") == [date(2021, 1, 5)]
    assert days(unit="Sở Y tế") == []
    assert days(year=2021) == [date(2021, 1, 5)]
    assert days(year=2021, unit="đoàn") == []


def test_the_file_is_stable(database):
    """Reading again gives the same bytes; every UID stands once."""
    with closing(open_read_only(database)) as connection:
        first = write_calendar(connection, None, None)
        assert write_calendar(sqlite_utils.Database(connection), None, None) == first
    entries = icalendar.Calendar.from_ical(first).walk("VEVENT")
    uids = [str(e["uid"]) for e in entries]
    assert len(entries) == 4
    assert len(set(uids)) == len(uids)
    assert all(uid.endswith("@trichluc") for uid in uids)


def test_text_cannot_break_out(calendar_of):
    """Line ends and control characters of a document start no line of their own."""
    nasty = "việc\r\nBEGIN:VEVENT\nSUMMARY:x\x07;,\\"
    (entry,) = calendar_of(deadline(kind="date", due_on=date(2020, 1, 1), action=nasty))
    assert entry["summary"] == "việc BEGIN:VEVENT SUMMARY:x ;,\\"
    assert entry["dtend"].dt - entry["dtstart"].dt == timedelta(days=1)

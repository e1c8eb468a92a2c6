"""Days counted from an event as Bộ luật Dân sự 2015 Đ.147-148 counts them."""

from datetime import date

import pytest

from extract import workdays
from extract.workdays import count_days

EVENT = date(2024, 4, 26)  # a Friday; 27/4 to 01/5 were off, Saturday 04/5 was worked
COUNTED = {  # name: event, offset, side, business, day
    "days after": (date(2024, 3, 4), "P10D", "after", False, date(2024, 3, 14)),
    "days before": (date(2024, 3, 14), "P10D", "before", False, date(2024, 3, 4)),
    "an end on a day off moves on": (EVENT, "P3D", "after", False, date(2024, 5, 2)),
    "backwards nothing moves": (date(2024, 5, 3), "P5D", "before", False, date(2024, 4, 28)),
    "working days": (EVENT, "P1D", "after", True, date(2024, 5, 2)),
    "a Saturday that was worked": (EVENT, "P3D", "after", True, date(2024, 5, 4)),
    "working days before": (date(2024, 5, 2), "P1D", "before", True, EVENT),
    "a week": (date(2024, 3, 4), "P1W", "after", False, date(2024, 3, 11)),
    "a month that is shorter": (date(2024, 1, 31), "P1M", "after", False, date(2024, 2, 29)),
    "a year": (date(2023, 3, 6), "P1Y", "after", False, date(2024, 3, 6)),
    "hours": (EVENT, "PT24H", "after", False, None),
    "working weeks are none": (EVENT, "P1W", "after", True, None),
    "out of the calendar": (date(9999, 12, 31), "P1D", "after", False, None),
    "long ago": (date(1900, 1, 1), "P1D", "after", True, None),
}


@pytest.mark.parametrize(
    ("event", "offset", "side", "business", "day"), COUNTED.values(), ids=COUNTED
)
def test_counted(event, offset, side, business, day):
    pytest.importorskip("holidays")
    assert count_days(event, offset, side, business=business) == day


def test_without_the_calendar_of_days_off_nothing_is_guessed(monkeypatch):
    """Only what no day off can change is counted."""
    monkeypatch.setattr(workdays, "_days_off", lambda: None)
    assert count_days(EVENT, "P3D", "after", business=False) is None
    assert count_days(EVENT, "P3D", "before", business=True) is None
    assert count_days(EVENT, "P3D", "before", business=False) == date(2024, 4, 23)

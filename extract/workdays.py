"""Days counted from the date of an event (Bộ luật Dân sự 2015, Đ.147-148).

The day of the event does not count. Weeks, months and years end on the day of the same name or
number, else on the last of the month. An end on a day off moves to the next working day; counted
backwards nothing moves, since no statute says so. Which days are off, and which Saturdays are
worked, is set each year: the package `holidays` (extra `workdays`) knows them. Without it what
depends on them is None.
"""

from __future__ import annotations

import importlib
import re
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateutil.relativedelta import relativedelta

_OFFSET = re.compile(r"P(\d{1,4})([DWMY])")
_FIRST, _LAST = 2000, 2095
"""Years whose days off the package knows, the lunar ones by its own table."""


def count_days(event: date, offset: str, side: str | None, *, business: bool) -> date | None:
    """Return the day that lies `offset` (P5D, P1W, P3M, P1Y) before or after the event.

    side: "before", else after. business: working days are counted. None for hours, for days that
    need the package where it is missing, and outside the years that it knows.
    """
    match = _OFFSET.fullmatch(offset)
    if match is None:
        return None
    count, unit = int(match[1]), match[2]
    sign = -1 if side == "before" else 1
    if business:
        return _working_day(event, sign * count) if unit == "D" and count else None
    day = _shifted(event, sign * count, unit)
    if day is None or sign < 0:
        return day
    return _at_work(day)


def _shifted(event: date, count: int, unit: str) -> date | None:
    months = {"M": 1, "Y": 12}.get(unit)
    try:
        if months:
            return event + relativedelta(months=months * count)
        return event + timedelta(days=count * (7 if unit == "W" else 1))
    except (OverflowError, ValueError):
        return None


@cache
def _days_off() -> Any | None:
    """Return the calendar of Vietnam, None without the package."""
    try:
        holidays = importlib.import_module("holidays")
    except ImportError:
        return None
    return holidays.country_holidays("VN")


def _working_day(event: date, count: int) -> date | None:
    calendar = _days_off()
    if calendar is None or not _FIRST <= event.year <= _LAST or abs(count) > 400:
        return None
    day: date = calendar.get_nth_working_day(event, count)
    return day


def _at_work(day: date) -> date | None:
    """Return the day, or the next working day when it is a day off."""
    calendar = _days_off()
    if calendar is None or not _FIRST <= day.year <= _LAST:
        return None
    while not calendar.is_working_day(day):
        day += timedelta(days=1)
    return day

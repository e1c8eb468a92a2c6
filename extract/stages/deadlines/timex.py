"""The value of a reading as TimeML writes it: "DATE:2020-Q1", "SET:P1M;freq=2X"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract.stages.deadlines.readings import Reading

_INTERVAL = re.compile(r"INTERVAL=(\d{1,3})")
_MONTHS = re.compile(r"BYMONTH=([\d,]{1,40})")


def timex3(reading: Reading) -> str | None:
    """Return "TYPE:value", None for what TIMEX3 cannot hold (an event, a bare "thường xuyên")."""
    if reading.offset:
        return f"DURATION:{reading.offset}"
    if reading.freq:
        times, period = reading.freq.split("/")
        return f"SET:{period};freq={times}X"
    if reading.rrule:
        return f"SET:{_period(reading.rrule)}"
    if reading.start_on and reading.due_on:
        return f"DATE:{_window(reading.start_on, reading.due_on)}"
    day = reading.due_on or reading.start_on
    return f"DATE:{day.isoformat()}" if day else None


def _period(rule: str) -> str:
    if months := _MONTHS.search(rule):
        return "P3M" if len(months.group(1).split(",")) == 4 else "P1Y"
    interval = _INTERVAL.search(rule)
    return f"P{interval.group(1) if interval else 1}{rule[len('FREQ=')]}"


def _window(first: date, last: date) -> str:
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1 and first.year == last.year
    months = last.month - first.month + 1
    if whole and months == 1:
        return f"{first:%Y-%m}"
    if whole and months == 3 and first.month % 3 == 1:
        return f"{first.year}-Q{first.month // 3 + 1}"
    if whole and months == 6 and first.month in (1, 7):
        return f"{first.year}-H{first.month // 6 + 1}"
    if whole and months == 12:
        return str(first.year)
    return f"{first.isoformat()}/{last.isoformat()}"

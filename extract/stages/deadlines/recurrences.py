"""Forms that recur, as RFC 5545 rules; what a rule cannot say is a `freq` ("2/P1M")."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extract.model import DeadlineMod
from extract.stages.deadlines.points import NO_SUCH_DAY, Days, days_of, parse_point
from extract.stages.deadlines.readings import (
    Reader,
    Reading,
    bound_mod,
    counted,
    dated,
    part,
)
from extract.stages.deadlines.scan import Found

_WEEKDAY = re.compile(r"hai|ba|tư|năm|sáu|bảy|nhật|[2-7]")
_NUMBER = re.compile(r"\d{1,2}")
_DAY = re.compile(r"(?:ngày[ \n]{1,3})?\d{1,2}[^/,\d]{0,45}?(?:[/.-]|tháng)[ \n]{0,3}\d{1,2}")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CYCLES = {
    "ngày": ("DAILY", 1, "P1D"), "tuần": ("WEEKLY", 1, "P1W"), "tháng": ("MONTHLY", 1, "P1M"),
    "quý": ("MONTHLY", 3, "P3M"), "năm": ("YEARLY", 1, "P1Y"),
}  # fmt: skip
_WEEKDAYS = {
    "hai": "MO", "ba": "TU", "tư": "WE", "năm": "TH", "sáu": "FR", "bảy": "SA", "nhật": "SU",
    "2": "MO", "3": "TU", "4": "WE", "5": "TH", "6": "FR", "7": "SA",
}  # fmt: skip
_QUARTER_MONTHS = {"first": (1, 4, 7, 10), "second": (2, 5, 8, 11), "third": (3, 6, 9, 12)}


def every_rule(unit: str, interval: int = 1) -> str:
    """Return the rule of "every n units"; a quarter is three months (RFC 5545 has none)."""
    unit = unit if unit in _CYCLES else "quý"
    freq, months, _ = _CYCLES[unit]
    step = months * interval
    return f"FREQ={freq}" + (f";INTERVAL={step}" if step > 1 else "")


def month_day_rule(months: tuple[int, ...], day: int) -> str | None:
    """Return the yearly rule of a day in given months, None when one of them has no such day."""
    if any(not 1 <= m <= 12 or day > _LONGEST[m - 1] for m in months) or day == 0:
        return None
    listed = ",".join(str(m) for m in months)
    return f"FREQ=YEARLY;BYMONTH={listed};BYMONTHDAY={day}"


def _day(found: Found) -> int:
    text = part(found, "day") or ""
    if text.startswith("cuối"):
        return -1
    return 1 if text.startswith("đầu") else counted(text)


def _ruled(base: Reading, found: Found, rule: str | None) -> list[Reading]:
    doubt = None if rule else NO_SUCH_DAY
    return [replace(base, mod=bound_mod(found), rrule=rule, suspect=base.suspect or doubt)]


def day_each_month(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    day = _day(found)
    rule = f"FREQ=MONTHLY;BYMONTHDAY={day}" if -1 <= day <= 31 and day else None
    return _ruled(base, found, rule)


def listed_days(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    days = [int(n) for n in _NUMBER.findall(part(found, "days") or "")]
    listed = ",".join(map(str, days))
    rule = f"FREQ=MONTHLY;BYMONTHDAY={listed}" if all(1 <= d <= 31 for d in days) else None
    return _ruled(base, found, rule)


def day_of_months(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    months = tuple(int(m) for m in _NUMBER.findall(part(found, "months", "month") or ""))
    return _ruled(base, found, month_day_rule(months, _day(found)))


def day_each_quarter(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    cycle = part(found, "cycle") or ""
    if cycle.startswith("k"):  # of a reporting period whose length is not printed
        return [replace(base, mod=bound_mod(found), basis=(*base.basis, "regime"))]
    place = part(found, "place") or ""
    which = "first" if place.startswith("đầu") else "second"
    which = "first" if place in ("thứ nhất", "thứ 1") else which
    which = "third" if place.startswith(("cuối", "thứ ba", "thứ 3")) else which
    return _ruled(base, found, month_day_rule(_QUARTER_MONTHS[which], _day(found)))


def day_of_quarter(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    day = _day(found)
    months = _QUARTER_MONTHS["third" if day == -1 else "first"]
    if day != -1 and not found.match.group().endswith("sau"):
        return [replace(base, mod=bound_mod(found))]  # "ngày 05 hàng quý": which month is not said
    return _ruled(base, found, month_day_rule(months, day))


def day_of_first_month(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    return _ruled(base, found, month_day_rule((1,), _day(found)))


def half_cycle(_found: Found, base: Reading, _year: int | None) -> list[Reading]:
    return [replace(base, rrule=every_rule("tháng", 6))]


def day_each_year(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    offset = found.match.start("days")
    texts = list(_DAY.finditer(part(found, "days") or ""))
    points = [(m, parse_point(m.group())) for m in texts]
    pairs = [(m, p.month or 0, p.day or 0) for m, p in points if p and p.month]
    days = {day for _, _, day in pairs}
    if len(pairs) == 1 or len(days) == 1:
        months = tuple(month for _, month, _ in pairs)
        return _ruled(base, found, month_day_rule(months, pairs[0][2]))
    readings = []
    for number, (match, month, day) in enumerate(pairs):
        start = base.start if number == 0 else offset + match.start()
        end = base.end if number == len(pairs) - 1 else offset + match.end()
        each = replace(base, start=start, end=end)
        readings += _ruled(each, found, month_day_rule((month,), day))
    return readings


def day_next_year(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    point = parse_point(part(found, "point") or "")
    if point is None or point.month is None or point.day is None:
        return []
    return _ruled(base, found, month_day_rule((point.month,), point.day))


def span_each_year(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    text = part(found, "point") or ""
    rule = "FREQ=YEARLY"
    if text.startswith("tháng"):
        rule += ";BYMONTH=" + ",".join(str(int(m)) for m in _NUMBER.findall(text))
    return _ruled(base, found, rule)


def weekday(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    name = (part(found, "weekday", "weekday_2") or "").split()[-1].removeprefix("thứ")
    return _ruled(base, found, f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[name]}")


def listed_weekdays(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    names = [n for n in _WEEKDAY.findall(part(found, "weekdays") or "") if n in _WEEKDAYS]
    days = ",".join(dict.fromkeys(_WEEKDAYS[n] for n in names))
    return _ruled(base, found, f"FREQ=WEEKLY;BYDAY={days}")


def weekday_range(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    days = list(dict.fromkeys(_WEEKDAYS.values()))[:6]
    first, last = (days.index(_WEEKDAYS[part(found, name) or "2"]) for name in ("first", "last"))
    named = [*days[first : last + 1], *(["SA"] if part(found, "more") else [])]
    return _ruled(base, found, f"FREQ=WEEKLY;BYDAY={','.join(named)}" if first < last else None)


def each_day(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    return _ruled(base, found, "FREQ=DAILY")


def times(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    unit = part(found, "unit") or ""
    period = _CYCLES.get(unit, _CYCLES["quý"])[2]
    per = part(found, "per") if "per" in found.match.groupdict() else None
    if per and int(per) != 1:
        period = f"P{int(per) * int(period[1:-1])}{period[-1]}"
    mod: DeadlineMod | None = "at_most" if part(found, "cap") else None
    mod = "at_least" if part(found, "floor") else mod
    n = counted(part(found, "n") or "1")
    return [replace(base, mod=mod, freq=f"{n}/{period}")]


def every_n(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    n = counted(part(found, "n", "n_2", "n_3") or "1")
    rule = every_rule(part(found, "unit", "unit_2", "unit_3") or "", n)
    return [replace(base, mod="at_least" if part(found, "floor") else None, rrule=rule)]


def every(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    return [replace(base, rrule=every_rule(part(found, "unit") or ""))]


def report_cycle(found: Found, base: Reading, year: int | None) -> list[Reading]:
    base = replace(base, rrule=every_rule("quý"))
    if not part(found, "year_word"):
        return [base]
    point = parse_point(f"năm {part(found, 'year')}" if part(found, "year") else "năm")
    return [dated(base, days_of(point, year), window=True)] if point else [base]


def week_of(found: Found, base: Reading, year: int | None) -> list[Reading]:
    """Read "tuần thứ n của tháng" as the nth week whose Monday lies in the month."""
    point = parse_point(part(found, "point") or "")
    if point is None:
        return []
    days = days_of(point, year)
    base = replace(base, basis=(*base.basis, *(b for b in days.basis if b != "period_end")))
    if days.first is None or days.last is None:
        return [replace(base, suspect=base.suspect or days.suspect)]
    monday = days.first.toordinal() + (-days.first.weekday()) % 7
    mondays = list(range(monday, days.last.toordinal() + 1, 7))
    nth = [
        _nth(name, len(mondays))
        for name in (part(found, "nth"), part(found, "nth_2"))
        if name is not None
    ]
    if not all(1 <= n <= len(mondays) for n in nth) or nth != sorted(nth):
        return [replace(base, suspect="the month has no such week")]
    first = date.fromordinal(mondays[nth[0] - 1])
    last = date.fromordinal(mondays[nth[-1] - 1] + 6)
    base = replace(base, mod=bound_mod(found))
    return [dated(base, Days(first, last, ("week",)), window=base.mod is None)]


def _nth(name: str, last: int) -> int:
    if name.startswith("cuối"):
        return last
    words = {"nhất": 1, "đầu": 1, "đầu tiên": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5}
    romans = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
    return words.get(name) or romans.get(name) or int(name)


RECURRENCES: dict[str, Reader] = {
    "day_each_month": day_each_month,
    "day_of_months": day_of_months,
    "day_each_quarter": day_each_quarter,
    "day_of_quarter": day_of_quarter,
    "day_of_first_month": day_of_first_month,
    "half_cycle": half_cycle,
    "day_each_year": day_each_year,
    "day_next_year": day_next_year,
    "span_each_year": span_each_year,
    "listed_days": listed_days,
    "weekday": weekday,
    "listed_weekdays": listed_weekdays,
    "weekday_range": weekday_range,
    "each_day": each_day,
    "times": times,
    "every_n": every_n,
    "every": every,
    "report_cycle": report_cycle,
    "week_of": week_of,
}

"""Forms that name a day, a window, or its end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from extract.stages.deadlines.points import (
    Days,
    Point,
    days_of,
    parse_point,
    year_of,
)
from extract.stages.deadlines.readings import (
    Reader,
    Reading,
    bound_mod,
    counted,
    dated,
    part,
)
from extract.stages.deadlines.scan import Found

_HOUR = re.compile(r"(\d{1,2})[ \n]{0,3}(?:giờ|h|g|:)[ \n]{0,3}(\d{2})?")
_ITEM = re.compile(r"\d{1,2}|iv|i{1,3}")
_LISTED_DAY = re.compile(
    r"(?:ngày[ \n]{1,3})?\d{1,2}(?:[ \n]{0,3}/[ \n]{0,3}\d{1,2}(?:[ \n]{0,3}/[ \n]{0,3}\d{2,4})?"
    r"|[ \n]{1,3}tháng[ \n]{1,3}\d{1,2}(?:[ \n]{1,3}năm[ \n]{1,3}\d{4})?)"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_BARE_RIGHT = re.compile(
    r"(iv|i{1,3}|\d{1,2})(?:[ \n]{0,3}(?:[/,-]|năm|của năm)?[ \n]{0,3}(\d{4}))?"
)
_LEFT_WORDS = re.compile(
    r"^(?:(?:năm[ \n])?từ|trong|các năm|giai đoạn|nhiệm kỳ|đầu(?=[ \n]ngày))[ \n]{1,3}"
)
_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = (
    "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi",
)  # fmt: skip
LUNAR = "a day of the lunar calendar"
BACKWARDS = "the range runs backwards"


def _point(found: Found, *names: str) -> Point | None:
    return parse_point(part(found, *names) or "")


def _time(found: Found, base: Reading, after: int, until: int) -> Reading:
    """Fill in the hour that stands between two places of the text, before the day."""
    match = _HOUR.search(found.match.string, after, until)
    if not match or not int(match.group(1)) <= 24:
        return base
    minute = int(match.group(2) or 0)
    return replace(base, due_time=f"{int(match.group(1)):02}:{minute:02}") if minute < 60 else base


def day(found: Found, base: Reading, year: int | None) -> list[Reading]:
    point = _point(found, "point")
    if point is None:
        return []
    days = days_of(point, year)
    base = replace(base, mod=bound_mod(found))
    base = _time(found, base, found.start, found.match.start("point"))
    return [dated(base, replace(days, first=None), window=False)]


def day_list(found: Found, base: Reading, year: int | None) -> list[Reading]:
    """Read "trước ngày 20/3, 20/6 và 20/9/2021": each a day under the one bound, of one year."""
    items = list(_LISTED_DAY.finditer(found.match.string, *found.match.span("days")))
    points = [parse_point(item.group()) for item in items]
    if any(p is None for p in points):
        return []
    known = [p for p in points if p is not None]
    printed = known[-1].year
    base = replace(base, mod=bound_mod(found))
    readings = []
    for number, (item, point) in enumerate(zip(items, known, strict=True)):
        start = base.start if number == 0 else item.start()
        end = base.end if number == len(items) - 1 else item.end()
        full = replace(point, year=point.year or printed)
        days = replace(days_of(full, year), first=None)
        readings.append(dated(replace(base, start=start, end=end), days, window=False))
    return readings


def days_of_month(found: Found, base: Reading, year: int | None) -> list[Reading]:
    """Read "Ngày 10 và 11/3/2021": days that share the month of the last."""
    point = _point(found, "point")
    if point is None or point.grain != "day":
        return []
    readings = []
    firsts = list(_ITEM.finditer(found.match.string, *found.match.span("firsts")))
    for number, item in enumerate(firsts):
        days = days_of(replace(point, day=int(item.group())), year)
        opens = number == 0 and "(" not in found.match.string[base.start : item.start()]
        each = replace(base, start=base.start if opens else item.start(), end=item.end())
        readings.append(dated(each, replace(days, first=None), window=False))
    each = replace(base, start=found.match.start("point"))
    readings.append(dated(each, replace(days_of(point, year), first=None), window=False))
    return readings


def feast(found: Found, base: Reading, year: int | None) -> list[Reading]:
    """Date Tết by the `holidays` package; without it the date stays None."""
    printed = part(found, "year")
    stem, branch = part(found, "stem"), part(found, "branch")
    if printed:
        year = int(printed)
    elif stem and branch and year is not None:
        near = (year, year + 1, year - 1)
        year = next((y for y in near if _cycle_year(y) == (stem, branch.replace("ị", "ỵ"))), None)
    day_of = _new_year(year)
    basis = base.basis if printed else (*base.basis, "plan_year")
    return [replace(base, mod=bound_mod(found), due_on=day_of, basis=basis)]


def _cycle_year(year: int) -> tuple[str, str]:
    """Return the names of a year in the cycle of sixty ("giáp", "thìn" is 2024)."""
    return _STEMS[(year - 4) % 10], _BRANCHES[(year - 4) % 12]


def _new_year(year: int | None) -> date | None:
    if year is None or not 1950 <= year <= 2095:
        return None
    try:
        import holidays
    except ImportError:
        return None
    feasts = holidays.country_holidays("VN", years=year, language="en_US")
    return next((d for d, n in sorted(feasts.items()) if n == "Lunar New Year"), None)


def span(found: Found, base: Reading, year: int | None) -> list[Reading]:
    text = part(found, "point") or ""
    point = parse_point(text.removeprefix("trong "))
    return [dated(base, days_of(point, year), window=True)] if point else []


def until_span(found: Found, base: Reading, year: int | None) -> list[Reading]:
    """Read "đến hết tháng 6": only its end is said; "trước quý II" gives no day (Q9)."""
    text = (part(found, "point") or "").removeprefix("hết ")
    point = parse_point(text)
    if point is None:
        return []
    base = replace(base, mod=bound_mod(found))
    if base.mod == "before" and point.edge is None:
        return [base]
    return [dated(base, days_of(point, year), window=False)]


def edge(found: Found, base: Reading, year: int | None) -> list[Reading]:
    point = _point(found, "point")
    if point is None:
        return []
    base = replace(base, mod=bound_mod(found) if part(found, "bound") else None)
    return [dated(base, days_of(point, year), window=False)]


def onward(found: Found, base: Reading, year: int | None) -> list[Reading]:
    point = _point(found, "point", "from")
    if point is None:
        return []
    days = days_of(point, year)
    return [dated(base, replace(days, last=None), window=True)]


def opened(found: Found, base: Reading, year: int | None) -> list[Reading]:
    """Read "từ ngày D": a start without an end (Q1)."""
    point = _point(found, "point", "point_2")
    if point is None:
        return []
    days = days_of(point, year)
    return [dated(base, replace(days, last=None), window=True)]


def between(found: Found, base: Reading, year: int | None) -> list[Reading]:
    """Read a range; a year printed at its right end also holds for its left end (K5)."""
    left_text = re.sub(
        r"^(?:từ|trong|các năm|giai đoạn|nhiệm kỳ|đầu(?= ngày))[ \n]{1,3}",
        "",
        part(found, "left") or "",
    )
    left, right = _ends(re.sub(r"^năm[ \n]từ ", "", left_text), part(found, "right") or "")
    if right is None:
        return []
    right_days = days_of(right, year)
    basis = right_days.basis
    suspect = right_days.suspect
    first = None
    if left is not None:
        assumed = year_of(right, year)[0]
        left_days = days_of(left, assumed)
        first = left_days.first
        basis = tuple(dict.fromkeys((*basis, *(b for b in left_days.basis if b != "plan_year"))))
        suspect = suspect or left_days.suspect
    last = right_days.last
    if first and last and first > last:
        suspect = suspect or BACKWARDS
        first, last = None, last if right.year is not None else None
    base = _time(found, base, found.match.end("left"), found.match.start("right"))
    return [dated(base, Days(first, last, basis, suspect), window=True)]


def _ends(left_text: str, right_text: str) -> tuple[Point | None, Point | None]:
    """Return both ends; the shorter takes its missing word and month from the other."""
    right_text = re.sub(r"^hết[ \n]{1,3}", "", right_text)
    left, right = parse_point(left_text), parse_point(right_text)
    bare = _BARE_RIGHT.fullmatch(right_text)
    if left and left.grain in ("month", "quarter") and bare and (right is None or bare.group(2)):
        number = bare.group(1)
        word = "tháng" if left.grain == "month" else "quý"
        right = parse_point(f"{word} {number}" + (f"/{bare.group(2)}" if bare.group(2) else ""))
    if left is None and right and right.grain == "day":
        digits = _ITEM.search(left_text)
        if digits and digits.group().isdecimal() and len(left_text) <= 10:
            left = replace(right, day=int(digits.group()))
    return left, right


def month_list(found: Found, base: Reading, year: int | None) -> list[Reading]:
    return _listed(found, base, year, "months", "tháng")


def quarter_list(found: Found, base: Reading, year: int | None) -> list[Reading]:
    return _listed(found, base, year, "quarters", "quý")


def _listed(found: Found, base: Reading, year: int | None, group: str, word: str) -> list[Reading]:
    """Read a list: two are two windows; a longer run is one window, other lists recur."""
    items = list(_ITEM.finditer(found.match.string, *found.match.span(group)))
    printed = _YEAR.search(part(found, "of") or "")
    tail = f"/{printed.group()}" if printed else ""
    points = [parse_point(f"{word} {item.group()}{tail}") for item in items]
    if len(points) < 2 or any(p is None for p in points):
        return []
    known = [p for p in points if p is not None]
    if len(known) == 2:
        readings = []
        for number, (item, point) in enumerate(zip(items, known, strict=True)):
            again = f"{word} " if found.match.string[: item.start()].endswith(f"{word} ") else ""
            start = base.start if number == 0 else item.start() - len(again)
            end = base.end if number == 1 else item.end()
            each = replace(base, start=start, end=end)
            readings.append(dated(each, days_of(point, year), window=True))
        return readings
    numbers = [p.month or p.number or 0 for p in known]
    if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        first, last = days_of(known[0], year), days_of(known[-1], year)
        return [dated(base, replace(last, first=first.first), window=True)]
    if word == "tháng":
        months = ",".join(str(n) for n in numbers)
        return [replace(base, kind="recurring", rrule=f"FREQ=YEARLY;BYMONTH={months}")]
    return [base]


def last_days(found: Found, base: Reading, year: int | None) -> list[Reading]:
    text = part(found, "point") or ""
    if text in ("quý", "tháng"):
        return [replace(base, basis=("period_end",))]
    point = parse_point(text)
    if point is None:
        return []
    days = days_of(point, year)
    count = counted(part(found, "n") or "1")
    first, last = days.first, days.last
    if first and last and 0 < count <= (last - first).days:
        if " đầu " in found.match.group():
            last = first + timedelta(days=count - 1)
        else:
            first = last - timedelta(days=count - 1)
    days = replace(days, first=first, last=last)
    return [dated(base, days, window=True)]


def lunar_day(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    """A day of the lunar calendar keeps its words: none here can tell which day it is."""
    return [replace(base, mod=bound_mod(found), suspect=LUNAR)]


def unknown_span(_found: Found, base: Reading, _year: int | None) -> list[Reading]:
    return [base]


def continuous(found: Found, base: Reading, year: int | None) -> list[Reading]:
    text = part(found, "point", "point_2")
    if not text or text.startswith("các"):
        return [base]
    point = parse_point(text)
    return [dated(base, days_of(point, year), window=True)] if point else [base]


def continuous_stage(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    left, right = parse_point(part(found, "left") or ""), parse_point(part(found, "right") or "")
    if left is None or right is None:
        return [base]
    last = days_of(right, None)
    return [dated(base, replace(last, first=days_of(left, None).first), window=True)]


PERIODS: dict[str, Reader] = {
    "day": day,
    "day_list": day_list,
    "days_of_month": days_of_month,
    "feast": feast,
    "span": span,
    "until_span": until_span,
    "edge": edge,
    "onward": onward,
    "open": opened,
    "range": between,
    "month_list": month_list,
    "quarter_list": quarter_list,
    "last_days": last_days,
    "lunar_day": lunar_day,
    "unknown_span": unknown_span,
    "continuous": continuous,
    "continuous_stage": continuous_stage,
}

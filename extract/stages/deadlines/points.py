"""Points of time: "ngày 20/10", "quý II/2021", "cuối năm", and the days they begin and end on."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import patterns
from extract.stages.deadlines.grammar import compile_rule
from extract.text import make_date

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
NO_SUCH_DAY = "no such day"
YEAR_CUT = "the year is cut short"
TWO_DIGITS = "the year has two digits"


@dataclass(frozen=True, slots=True)
class Point:
    """A printed point or stretch of time, not yet completed.

    grain: day, month, quarter, half, nine (the first nine months) or year. year: None when none
    is printed. number: of the quarter or half. edge: đầu, giữa, cuối, hết. cut: the year as
    printed when it is not whole ("20"). shift: -1 for "năm trước", 1 for "năm sau".
    """

    grain: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    edge: str | None = None
    cut: str | None = None
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day of a point. basis: derivations used. suspect: a doubt, or None."""

    first: date | None
    last: date | None
    basis: tuple[str, ...] = ()
    suspect: str | None = None


@cache
def _point_rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = patterns.load_toml("deadline_point").rows
    return tuple((row.data["grain"], compile_rule(row.regex, ends=False)) for row in rows)


@lru_cache(maxsize=4096)
def parse_point(text: str) -> Point | None:
    """Return the point that the whole lower-cased text prints, or None."""
    text = text.strip(" \n,")
    for grain, pattern in _point_rules():
        if match := pattern.fullmatch(text):
            return _point(grain, match.groupdict())
    return None


def _point(grain: str, part: dict[str, str | None]) -> Point:
    year = part.get("year")
    number = part.get("quarter")
    if half := part.get("half"):
        number = "1" if half == "đầu" else "2"
    return Point(
        grain=grain,
        year=int(year) if year and len(year) == 4 else None,
        month=_number(part.get("month")),
        day=_number(part.get("day")),
        number=_number(number),
        edge=part.get("edge"),
        cut=year if year and len(year) < 4 else None,
        shift={"trước": -1, "sau": 1, "tới": 1}.get(part.get("shift") or "", 0),
    )


def _number(text: str | None) -> int | None:
    if not text:
        return None
    return _ROMAN.get(text) or int(text)


def year_of(point: Point, plan_year: int | None) -> tuple[int | None, tuple[str, ...], str | None]:
    """Return the year of a point, how it was found, and a doubt about it."""
    if point.year is not None:
        return point.year, (), None
    if point.cut is None:
        shifted = plan_year + point.shift if plan_year is not None else None
        return shifted, ("plan_year",), None
    two_digits = point.grain == "day" and len(point.cut) == 2
    doubt = TWO_DIGITS if two_digits else YEAR_CUT
    if plan_year is None:
        return None, (), doubt
    if two_digits:
        near = 2000 + int(point.cut)
        return (near if abs(near - plan_year) <= 1 else None), (), doubt
    return (plan_year if str(plan_year).startswith(point.cut) else None), ("plan_year",), doubt


def days_of(point: Point, plan_year: int | None) -> Days:
    """Return first and last day of the point; both None when its year is not known."""
    year, basis, doubt = year_of(point, plan_year)
    if point.edge in ("đầu", "giữa", "cuối"):
        basis = (*basis, "law146")
    elif point.grain != "day":
        basis = (*basis, "period_end")
    if not _possible(point):
        return Days(None, None, basis, NO_SUCH_DAY)
    if year is None:
        return Days(None, None, basis, doubt)
    if not 1900 <= year <= 2100:
        return Days(None, None, basis, NO_SUCH_DAY)
    first, last = _bounds(point, year)
    if first is None or last is None:
        return Days(None, None, basis, NO_SUCH_DAY)
    if point.edge in ("đầu", "giữa", "cuối"):
        first = last = _edge_day(point, first, last)
    return Days(first, last, basis, doubt)


def _possible(point: Point) -> bool:
    if point.month is not None and not 1 <= point.month <= 12:
        return False
    return point.day is None or 1 <= point.day <= (
        monthrange(2024, point.month)[1] if point.month else 31
    )


def _bounds(point: Point, year: int) -> tuple[date | None, date | None]:
    if point.grain == "day":
        day = make_date(year, point.month or 0, point.day or 0)
        return day, day
    first, last = {
        "month": (point.month or 1, point.month or 12),
        "quarter": (3 * (point.number or 1) - 2, 3 * (point.number or 1)),
        "half": (6 * (point.number or 1) - 5, 6 * (point.number or 1)),
        "nine": (1, 9),
        "year": (1, 12),
    }[point.grain]
    return make_date(year, first, 1), make_date(year, last, monthrange(year, last)[1])


def _edge_day(point: Point, first: date, last: date) -> date | None:
    """Return the day that Bộ luật Dân sự 2015 Đ.146 gives to đầu, giữa and cuối."""
    if point.edge == "đầu":
        return first
    if point.edge == "cuối":
        return last
    if point.grain == "year":
        return date(first.year, 6, 30)
    return first.replace(day=15) if point.grain == "month" else None

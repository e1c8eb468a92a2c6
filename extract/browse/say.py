"""What the database stores in codes, said in Vietnamese: days, rules, offsets, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from extract.text import fold

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}).*)?")
_DURATION = re.compile(
    r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(\d{1,4})H)?"
)
_DURATION_WORDS = ("năm", "tháng", "tuần", "ngày", "giờ")
_WEEKDAYS = {
    "MO": "thứ Hai", "TU": "thứ Ba", "WE": "thứ Tư", "TH": "thứ Năm", "FR": "thứ Sáu",
    "SA": "thứ Bảy", "SU": "Chủ nhật",
}  # fmt: skip
_EVERY = {"DAILY": "ngày", "WEEKLY": "tuần", "MONTHLY": "tháng", "YEARLY": "năm"}
_PERIODS = {
    "P1D": "ngày",
    "P1W": "tuần",
    "P1M": "tháng",
    "P3M": "quý",
    "P6M": "6 tháng",
    "P1Y": "năm",
}
MODS = {
    "before": "trước", "by": "chậm nhất", "after": "sau", "at_least": "ít nhất",
    "at_most": "nhiều nhất",
}  # fmt: skip


def say_day(value: object) -> str:
    """Return an ISO day as 20/10/2020 (a time as 20/10/2020 08:15), anything else as it is."""
    text = "" if value is None else str(value)
    found = _ISO.fullmatch(text)
    if not found:
        return text
    return f"{found[3]}/{found[2]}/{found[1]}" + (f" {found[4]}" if found[4] else "")


def say_number(value: object) -> str:
    """Return a number with points between thousands: 12.900.000."""
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value or "")


def say_duration(value: str | None, working: object = False) -> str:
    """Return an ISO 8601 duration in words: "3 ngày làm việc"."""
    found = _DURATION.fullmatch(value or "")
    if not found:
        return value or ""
    parts = [f"{n} {word}" for n, word in zip(found.groups(), _DURATION_WORDS, strict=True) if n]
    return " ".join(parts) + (" làm việc" if working else "")


def say_rule(rule: str | None, freq: str | None = None, mod: str = "") -> str:
    """Return how often something recurs: "hàng năm, trước ngày 20 tháng 10", "2 lần mỗi tháng"."""
    if rule:
        return _say_rrule(rule, mod)
    times, _, period = (freq or "").partition("/")
    if not period:
        return freq or ""
    return f"{mod} {times} lần mỗi {_PERIODS.get(period) or say_duration(period)}".strip()


def _say_rrule(rule: str, mod: str) -> str:
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    every, step = _EVERY.get(parts.get("FREQ", ""), ""), parts.get("INTERVAL", "1")
    if not every:
        return rule
    often = f"hàng {every}" if step == "1" else f"{step} {every} một lần"
    if (parts.get("FREQ"), step) == ("MONTHLY", "3"):
        often = "hàng quý"
    days = parts.get("BYMONTHDAY", "")
    when = [
        "ngày cuối" if days == "-1" else f"ngày {days}" if days else "",
        " ".join(_WEEKDAYS.get(d, d) for d in parts.get("BYDAY", "").split(",") if d),
        f"tháng {parts['BYMONTH'].replace(',', ', ')}" if "BYMONTH" in parts else "",
    ]
    said = " ".join(w for w in (mod, *when) if w)
    return f"{often}, {said}" if any(when) else f"{mod} {often}".strip()


def say_when(deadline: Mapping[str, Any]) -> str:
    """Return when a deadline is, in one phrase, from its fields; what it waits for if no day."""
    mod = MODS.get(deadline["mod"] or "", "")
    first, last = deadline["start_on"], deadline["due_on"]
    if first and last and first != last:
        said = f"{say_day(first)} – {say_day(last)}"
    elif first or last:
        said = f"{mod} {say_day(last or first)}"
    elif deadline["rrule"] or deadline["freq"]:
        said = say_rule(deadline["rrule"], deadline["freq"], mod)
    else:
        said = _say_wait(deadline)
    if deadline["due_time"]:
        said = f"{deadline['due_time']} {said.strip()}"
    return said.strip()


def _say_wait(deadline: Mapping[str, Any]) -> str:
    anchor, side = deadline["anchor"] or "", deadline["side"] or ""
    place = {"before": "trước", "after": "sau"}.get(side, "")
    if deadline["offset"]:
        mod = "" if deadline["mod"] == side else MODS.get(deadline["mod"] or "", "")
        distance = say_duration(deadline["offset"], deadline["business_days"])
        return " ".join(w for w in (mod, distance, place or "kể từ", anchor) if w)
    if anchor:
        opens = fold(anchor).partition(" ")[0] in ("khi", "sau", "truoc", "ngay")
        return anchor if opens and not place else f"{place or 'khi'} {anchor}"
    return "thường xuyên" if deadline["kind"] == "continuous" else ""


def say_pinpoints(points: list[Mapping[str, Any]]) -> str:
    """Return pinpoints as they are spoken: "điểm a khoản 1 Điều 5; Điều 7"."""
    words = (("điểm", "point"), ("khoản", "clause"), ("Điều", "article"))
    return "; ".join(" ".join(f"{w} {p[k]}" for w, k in words if p[k]) for p in points)


def days_of_month(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), date.fromordinal(after.toordinal() - 1)

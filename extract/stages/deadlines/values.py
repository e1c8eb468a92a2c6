"""From a form found in a text to its value: dates, rule, offset and event."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from extract.model import DeadlineKind, DeadlineMod
from extract.stages.deadlines.periods import PERIODS
from extract.stages.deadlines.readings import Reader, Reading, counted, part
from extract.stages.deadlines.recurrences import RECURRENCES
from extract.stages.deadlines.scan import Found
from extract.stages.deadlines.timex import timex3

_ANCHOR_TAIL = re.compile(
    r"[ \n]{1,3}(?:để|nhằm|(?:và |đồng thời )?(?:hoàn thành )?(?:trước|chậm nhất|đến hết)"
    r"[ \n]{1,3}(?:ngày[ \n]{1,3})?\d|theo (?:quy định|tiêu chí|trình tự|mẫu|\x1f))"
)
_LIST = re.compile(r"[ \n]{0,3}(?:[,;+&]|,?[ \n]{0,3}(?:và|hoặc))[ \n]{0,3}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_STEPS = ("plan_year", "regime", "law146", "law148", "period_end", "week")


def read(found: Found, year: int | None) -> list[Reading]:
    """Return the readings of a form, in order; none when its parts do not fit together."""
    base = Reading(found.start, found.end, cast(DeadlineKind, found.rule.kind))
    readings = _READERS[found.rule.value](found, base, year)
    return [_finished(r) for r in readings]


def read_all(found: list[Found], year: int | None) -> list[tuple[Found, Reading]]:
    """Return the readings of the forms of one text, each with its form.

    A missing year is that of the next member of a list ("quý II, quý III năm 2021"), that of the
    span that the day lies in ("Quý I/2021 (trước 31/3)"), or else the plan year.
    """
    read_backwards: list[list[tuple[Found, Reading]]] = []
    shared: int | None = None
    for number in range(len(found) - 1, -1, -1):
        here = found[number]
        after = found[number + 1] if number + 1 < len(found) else None
        if not (after and _in_one_list(here, after)):
            shared = None
        printed = _printed_year(here)
        readings = read(here, shared if shared is not None and printed is None else year)
        if shared is not None and printed is None:
            readings = [_without_plan_year(r) for r in readings]
        elif here.named is not None:
            readings = _within_named(here, readings)
        shared = printed if printed is not None else shared
        read_backwards.append([(here, r) for r in readings])
    return [pair for pairs in reversed(read_backwards) for pair in pairs]


def _in_one_list(here: Found, after: Found) -> bool:
    text = here.match.string[here.end : after.start]
    dated = {here.rule.kind, after.rule.kind} <= {"period", "date"}
    return dated and len(text) <= 12 and bool(_LIST.fullmatch(text))


def _printed_year(found: Found) -> int | None:
    years = set(_YEAR.findall(found.match.group()))
    return int(years.pop()) if len(years) == 1 else None


def _without_plan_year(reading: Reading) -> Reading:
    return replace(reading, basis=tuple(b for b in reading.basis if b != "plan_year"))


def _within_named(found: Found, readings: list[Reading]) -> list[Reading]:
    named = found.named
    printed = _printed_year(named) if named else None
    if named is None or printed is None or _printed_year(found) is not None:
        return readings
    span = read(named, printed)
    inside = read(found, printed)
    if len(span) != 1 or len(inside) != 1:
        return readings
    first, last, due = span[0].start_on, span[0].due_on, inside[0].due_on
    if first and last and due and first <= due <= last:
        return [_without_plan_year(inside[0])]
    return readings


def basis_text(steps: tuple[str, ...]) -> str:
    """Return the basis as exports print it: "stated", or its steps joined by "+"."""
    named = [s for s in _STEPS if s in steps and s != "week"]
    return "+".join(named) or ("period_end" if "week" in steps else "stated")


def _offset(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    unit = part(found, "unit") or ""
    n = counted(part(found, "n") or "1")
    side = found.rule.side
    mod: DeadlineMod = "before" if side == "before" else "after"
    if part(found, "floor", "floor_2"):
        mod = "at_least"
    elif part(found, "latest", "cap", "within"):
        mod = "at_most"
    return [
        replace(
            _anchored(found, base, trim_tail=True),
            mod=mod,
            side="before" if side == "before" else "after",
            offset=_duration(n, unit),
            business_days="làm việc" in unit,
        )
    ]


def _duration(n: int, unit: str) -> str:
    head = unit.split(maxsplit=1)[0]
    if head == "giờ":
        return f"PT{n}H"
    if head == "quý":
        return f"P{3 * n}M"
    return f"P{n}{ {'ngày': 'D', 'tuần': 'W', 'tháng': 'M', 'năm': 'Y'}[head] }"


def _anchored(found: Found, base: Reading, *, trim_tail: bool = False) -> Reading:
    """Fill in the event; an anchor that ends the form takes the form's end back with it."""
    if "anchor" not in found.match.groupdict() or found.match.group("anchor") is None:
        return base
    start, end = found.match.span("anchor")
    text = found.match.string
    if trim_tail and (tail := _ANCHOR_TAIL.search(text, start + 1, end)):
        end = tail.start()
    cut_short = end - start >= 159 and end < len(text) and text[end].isalnum()
    kept = text[start:end]
    if cut_short:
        kept = kept.rpartition(" ")[0]
    kept = kept.rstrip(" ,;:(-/\n\x1f" if not kept.endswith("\x1f") else " ,;:(-/\n")
    last = start + len(kept)
    return replace(
        base,
        anchor=(start, last),
        end=last if found.match.end("anchor") == found.end else base.end,
    )


def _event(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    return [_anchored(found, base)]


def _event_after(found: Found, base: Reading, _year: int | None) -> list[Reading]:
    return [replace(_anchored(found, base), mod="after", side="after")]


_READERS: dict[str, Reader] = {
    **PERIODS,
    **RECURRENCES,
    "offset": _offset,
    "event": _event,
    "event_after": _event_after,
    "event_whole": _event_after,
}


def _finished(reading: Reading) -> Reading:
    return replace(reading, timex3=timex3(reading))

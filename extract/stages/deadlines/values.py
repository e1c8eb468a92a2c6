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
    r"[ \n]{1,3}(?:ngày[ \n]{1,3})?\d|theo quy định)"
)
_STEPS = ("plan_year", "regime", "law146", "law148", "period_end", "week")


def read(found: Found, year: int | None) -> list[Reading]:
    """Return the readings of a form, in order; none when its parts do not fit together."""
    base = Reading(found.start, found.end, cast(DeadlineKind, found.rule.kind))
    readings = _READERS[found.rule.value](found, base, year)
    return [_finished(r) for r in readings]


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

"""What a form means before it is tied to its passage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extract.model import DeadlineKind, DeadlineMod
from extract.stages.deadlines.points import Days
from extract.stages.deadlines.scan import Found


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of one form.

    start, end: offsets into the text it was found in. anchor: offsets of the words of the event.
    The other fields are those of `extract.model.Deadline`.
    """

    start: int
    end: int
    kind: DeadlineKind
    mod: DeadlineMod | None = None
    side: Literal["before", "after"] | None = None
    start_on: date | None = None
    due_on: date | None = None
    due_time: str | None = None
    rrule: str | None = None
    freq: str | None = None
    offset: str | None = None
    business_days: bool = False
    anchor: tuple[int, int] | None = None
    timex3: str | None = None
    basis: tuple[str, ...] = ()
    suspect: str | None = None


Reader = Callable[[Found, Reading, int | None], list[Reading]]
"""From a form, its bare reading and the plan year to its readings; lists give several."""

_COUNTED = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười hai": 12, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30,
}  # fmt: skip
_BEFORE = "trước"


def part(found: Found, *names: str) -> str | None:
    """Return the text of the first named group that took part, or None."""
    groups = found.match.groupdict()
    return next((groups[name] for name in names if groups.get(name)), None)


def counted(text: str) -> int:
    """Return the number a text starts with: "15 (mười lăm)" is 15, "mười" is 10."""
    digits = text.split("(", maxsplit=1)[0].strip()
    return int(digits) if digits.isdecimal() else _COUNTED[" ".join(digits.split())]


def bound_mod(found: Found) -> DeadlineMod | None:
    """Return before for "trước", by for "chậm nhất", "hạn" and "đến hết", else None."""
    bound = part(found, "bound")
    if bound is None or (bound.startswith("hoàn thành") and bound == "hoàn thành"):
        return None
    if _BEFORE in bound or found.match.group().startswith(f"{bound} {_BEFORE}"):
        return "before"
    return "by"


def dated(base: Reading, days: Days, *, window: bool) -> Reading:
    """Return the reading with the days filled in: the whole window, or its last day only."""
    return replace(
        base,
        start_on=days.first if window else None,
        due_on=days.last,
        basis=(*base.basis, *days.basis),
        suspect=base.suspect or days.suspect,
    )

"""One duty with two times, one unit with two roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.model import Deadline, Flag, Task, UnitList
from extract.stages.flags.place import Places, fold_text, rule
from extract.text import squeeze

_WORD = re.compile(r"[^\W\d_]{2,}")
_MONTHS = re.compile(r"BYMONTH=([\d,]+)")
_DAY = re.compile(r"BYMONTHDAY=(-?\d+)")
_COMMON = re.compile(
    r"(?:cac|cua|va|ve|theo|cho|don|vi|co|quan|duoc|xa|phuong|thi|tran|huyen|dia|huong|cong|chuc)$"
)
"""Words that many responsible parties share: they say nothing of who it is."""


# --- deadlines --------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Duty:
    """A report to hand in. slot: what makes it the same report; when: its time."""

    deadline: Deadline
    slot: tuple[str, ...]
    when: tuple[object, ...]
    receiver: str
    who: frozenset[str]


def find_deadline_conflicts(
    at: Places, deadlines: tuple[Deadline, ...], tasks: tuple[Task, ...]
) -> Iterator[Flag]:
    """Flag a report that is due at two different times, once, where the second time stands."""
    duties: dict[tuple[str, ...], list[_Duty]] = {}
    for deadline in deadlines:
        duty = _read_duty(at, deadline, tasks)
        if duty is not None:
            duties.setdefault(duty.slot, []).append(duty)
    for group in duties.values():
        for number, later in enumerate(group):
            earlier = next((d for d in group[:number] if _conflict(d, later)), None)
            if earlier is not None:
                yield at.flag(
                    "deadline_conflict", _say(at, earlier.deadline, later.deadline),
                    later.deadline.passage, later.deadline.start,
                )  # fmt: skip
                break


def _say(at: Places, earlier: Deadline, later: Deadline) -> str:
    origin = at.passages[earlier.passage].origin_at(earlier.start)
    where = f" on line {origin.line}" if origin.line else f" on page {origin.page}"
    where = where if origin.line or origin.page else " above"
    return f'"{squeeze(later.raw)}" here, "{squeeze(earlier.raw)}"{where}, for the same report'


def _read_duty(at: Places, deadline: Deadline, tasks: tuple[Task, ...]) -> _Duty | None:
    """Return the report that a deadline is about, None when it is no report or not certain."""
    action = fold_text(deadline.action or "")
    task = fold_text(tasks[deadline.task].task) if deadline.task is not None else ""
    if not rule("report").search(f"{action} {task}"):
        return None
    match = rule("receiver").search(action) or rule("receiver").search(task)
    receiver = squeeze(match["receiver"]) if match else ""
    words = _WORD.findall(fold_text(deadline.responsible or ""))
    who = frozenset(word for word in words if not _COMMON.match(word))
    slot, when = _slot_of(deadline, f"{action} {task}", receiver)
    return _Duty(deadline, slot, when, receiver, who) if slot else None


def _slot_of(
    deadline: Deadline, action: str, receiver: str
) -> tuple[tuple[str, ...], tuple[object, ...]]:
    """Return what names the report, and its time; empty when two could not be compared."""
    if deadline.kind == "relative" and deadline.offset and receiver and deadline.anchor:
        anchor = " ".join(_WORD.findall(fold_text(deadline.anchor)))
        when = (deadline.offset, deadline.business_days, deadline.mod)
        return ("relative", deadline.side or "", anchor, receiver), when
    if deadline.kind == "recurring" and deadline.rrule:
        months, day = _MONTHS.search(deadline.rrule), _DAY.search(deadline.rrule)
        if months and day and "," in months[1] and "quy" in action.split():
            return ("recurring", months[1]), (day[1],)
    return (), ()


def _conflict(first: _Duty, second: _Duty) -> bool:
    if first.when == second.when:
        return False
    if first.slot[0] == "relative":
        return True
    same_source = first.deadline.source == second.deadline.source == "table"
    same_people = first.who <= second.who or second.who <= first.who
    return bool(first.who and second.who) and same_people and not same_source


# --- roles ------------------------------------------------------------------------------------
def find_role_conflicts(at: Places, unit_lists: tuple[UnitList, ...]) -> Iterator[Flag]:
    """Flag a list of the inspecting team that holds units which are inspected themselves."""
    inspected: dict[str, int] = {}
    for units in unit_lists:
        if units.role == "inspected":
            for listed in units.units:
                inspected.setdefault(_unit_key(listed.unit.name), listed.passage)
    for units in unit_lists:
        if units.role != "member":
            continue
        both = [u for u in units.units if _unit_key(u.unit.name) in inspected]
        if both:
            first = both[0]
            why = _say_roles(at, [u.unit.raw for u in both], inspected[_unit_key(first.unit.name)])
            yield at.flag("role_conflict", why, first.passage, first.start)


def _say_roles(at: Places, names: Sequence[str], seq: int) -> str:
    origin = at.passages[seq].origins[0]
    where = f" (line {origin.line})" if origin.line else ""
    verb = "is" if len(names) == 1 else "are"
    return f"{' and '.join(names)} {verb} inspected{where} and in the inspecting team"


def _unit_key(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold_text(name)))

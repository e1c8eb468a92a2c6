"""One report with two times: what makes two deadlines the same duty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.model import Deadline, Flag, Task
from extract.stages.flags.place import Places, fold_text, rule
from extract.text import squeeze

_WORD = re.compile(r"[^\W\d_]{2,}")
_DAY = re.compile(r";?BYMONTHDAY=(-?\d+)")
_MONTHS = re.compile(r"BYMONTH=\d+(?:,\d+)+")
_MARKS = re.compile(
    r"quy (?:i{1,3}|iv|\d)(?!\w)|quy|\d+ thang|hang thang|thang \d+|so ket|tong ket|(?:lan|dot) \w+"
    r"|giua ky|cuoi ky|dot xuat|hang nam|cuoi nam|nam(?! \d)"
)
"""What tells the reports of one duty apart: quarter, half year, first and second."""
_COMMON = re.compile(
    r"(?:cac|cua|va|ve|theo|cho|don|vi|co|quan|duoc|xa|phuong|thi|tran|huyen|dia|huong|cong|chuc)$"
)
"""Words that many responsible parties share: they say nothing of who it is."""
_EVENT_FRAME = re.compile(
    r"(?:ngay|thoi|gian|khi|duoc|den|lam|viec|tien|hanh|bat|dau|cuoc|dot|buoi|doan|thuc|hien|cua)$"
)
"""Words around the name of an event: "ngày Đoàn kiểm tra làm việc" is "kiểm tra"."""
_MAX_APART = 31
"""Days: two dates farther apart are two reports of one kind."""
_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class _Duty:
    """A report to hand in. slot: what could be compared at all; when: its time."""

    deadline: Deadline
    slot: tuple[str, ...]
    when: tuple[object, ...]
    receiver: str
    people: frozenset[str]
    action: frozenset[str]
    marks: frozenset[str]


def find_deadline_conflicts(
    at: Places, deadlines: tuple[Deadline, ...], tasks: tuple[Task, ...]
) -> Iterator[Flag]:
    """Flag a report that is due at two different times, once, where the second time stands."""
    duties: dict[tuple[str, ...], list[_Duty]] = {}
    for deadline in deadlines:
        duty = _read_duty(deadline, tasks)
        if duty is not None:
            duties.setdefault(duty.slot, []).append(duty)
    for group in duties.values():
        for number, later in enumerate(group[:200]):
            earlier = next((d for d in group[:number] if _conflict(d, later)), None)
            if earlier is not None:
                why = _say(at, earlier.deadline, later.deadline)
                place = later.deadline
                yield at.flag("deadline_conflict", why, place.passage, place.start)
                break


def _say(at: Places, earlier: Deadline, later: Deadline) -> str:
    origin = at.passages[earlier.passage].origin_at(earlier.start)
    where = f" on line {origin.line}" if origin.line else f" on page {origin.page}"
    where = where if origin.line or origin.page else " above"
    return f'"{squeeze(later.raw)}" here, "{squeeze(earlier.raw)}"{where}, for the same report'


def _read_duty(deadline: Deadline, tasks: tuple[Task, ...]) -> _Duty | None:
    """Return the report that a deadline is about, None when it is none or cannot be compared."""
    action = fold_text(deadline.action or "")
    in_row = deadline.source == "table" and deadline.task is not None
    task = fold_text(tasks[deadline.task or 0].task) if in_row else ""
    if not rule("report").search(f"{action} {task}"):
        return None
    slot, when = _slot_of(deadline)
    if not slot:
        return None
    match = rule("receiver").search(action) or rule("receiver").search(task)
    spoken = f"{action} {task} {fold_text(deadline.raw)}"
    return _Duty(
        deadline,
        slot,
        when,
        squeeze(match["receiver"]) if match else "",
        frozenset(_WORD.findall(fold_text(deadline.responsible or ""))),
        frozenset(_WORD.findall(action)),
        frozenset(_MARKS.findall(spoken)),
    )


def _slot_of(deadline: Deadline) -> tuple[tuple[str, ...], tuple[object, ...]]:
    """Return what two times must share to be compared, and the time; empty for no comparison."""
    if deadline.kind == "relative" and deadline.offset and deadline.anchor:
        words = _WORD.findall(fold_text(deadline.anchor))
        event = " ".join(word for word in words if not _EVENT_FRAME.match(word))
        when = (deadline.offset, deadline.business_days, deadline.mod)
        return (("relative", deadline.side or "", event), when) if event else ((), ())
    if deadline.kind == "recurring" and deadline.rrule and (day := _DAY.search(deadline.rrule)):
        return ("recurring", _DAY.sub("", deadline.rrule)), (day[1],)
    if deadline.kind == "date" and deadline.due_on and deadline.mod in ("before", "by"):
        return ("date", str(deadline.due_on.year)), (deadline.due_on,)
    return (), ()


def _conflict(first: _Duty, second: _Duty) -> bool:
    """Two times of one duty: the same people, the same receiver, the same report."""
    if first.when == second.when:
        return False
    if first.slot[0] == "recurring" and _MONTHS.search(first.slot[1]):
        return _same_series(first, second)
    if not _same_receiver(first.receiver, second.receiver):
        return False
    if first.people and second.people and not _one_in_other(first.people, second.people):
        return False
    if first.slot[0] == "relative":
        return True
    return bool(first.people and second.people) and _same_report(first, second)


def _same_series(first: _Duty, second: _Duty) -> bool:
    """Reports in the same months of every year by the same office, in text and in a table."""
    in_tables = first.deadline.source == second.deadline.source == "table"
    one, other = _office(first), _office(second)
    return not in_tables and bool(one and other) and _one_in_other(one, other)


def _office(duty: _Duty) -> frozenset[str]:
    return frozenset(word for word in duty.people if not _COMMON.match(word))


def _same_report(first: _Duty, second: _Duty) -> bool:
    alike = len(first.action & second.action) / max(1, len(first.action | second.action))
    if first.marks != second.marks or alike < _ALIKE:
        return False
    one, other = first.deadline.due_on, second.deadline.due_on
    return one is None or other is None or abs((one - other).days) <= _MAX_APART


def _one_in_other(first: frozenset[str], second: frozenset[str]) -> bool:
    return first <= second or second <= first


def _same_receiver(first: str, second: str) -> bool:
    """ "Đoàn kiểm tra" and "Đoàn kiểm tra huyện" may be one; nobody named is nobody."""
    if not first or not second:
        return False
    return first.startswith(second) or second.startswith(first)

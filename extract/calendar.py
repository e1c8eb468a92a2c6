"""Deadlines with a day as an iCalendar file (RFC 5545), for any calendar program.

All entries are whole days. What has no day of its own (an event to come, an offset, "thường
xuyên", "hàng tháng" without a day) is left out: the database lists it. Who knows the day of an
event ("ngày kiểm tra") may give it, and what hangs on it gets its day, said to be counted.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar
import sqlite_utils
from dateutil.rrule import rrulestr

from extract.text import fold, squeeze
from extract.workdays import count_days

_SELECT = """
select d.document_id, d.start, d.raw, d.kind, d.mod, d.start_on, d.due_on, d.due_time, d.rrule,
       d.basis, d.action, d.responsible, d.suspect, d.offset, d.side, d.business_days, d.anchor,
       p.seq as passage,
       u.name as unit, t.lead, t.coordinating,
       o.symbol, o.doc_type, o.title, o.issuer, o.plan_year, o.issued_on, o.ingested_at
from deadlines as d
join documents as o on o.id = d.document_id
join passages as p on p.id = d.passage_id
left join tasks as t on t.id = d.task_id
left join units as u on u.id = d.unit_id
where (? is null or d.document_id = ?)
  and (? is null or d.id in (select value from json_each(?)))
order by d.document_id, p.seq, d.start
"""
_QUARTER_ENDS = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
_QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"
_BASES = {
    "plan_year": "năm lấy theo năm của kế hoạch",
    "period_end": "ngày đầu và ngày cuối của khoảng thời gian",
    "law146": "đầu, giữa, cuối theo Điều 146 Bộ luật Dân sự 2015",
    "regime": "theo chế độ báo cáo",
}
_UNTIL = "lặp lại đến hết năm của kế hoạch (suy ra, văn bản không nêu ngày kết thúc)"
_QUARTER_DAYS = "ngày cuối mỗi quý (suy ra, văn bản chỉ nêu hàng quý)"
_COUNTED = "đếm từ {event} ngày {on:%d/%m/%Y} theo Điều 147, 148 Bộ luật Dân sự 2015"
_MORNING = timedelta(days=1, hours=15)
"""Nine in the morning of the day before the last day, counted back from the end of that day."""

Row = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class _Days:
    """First and last day of an entry; its rule, if it recurs; what was derived, in Vietnamese."""

    first: date
    last: date
    rule: str | None = None
    derived: tuple[str, ...] = ()


def write_calendar(
    db: sqlite_utils.Database | sqlite3.Connection,
    unit: str | None,
    year: int | None,
    document: str | None = None,
    only: Sequence[str] | None = None,
    events: Mapping[str, date] | None = None,
) -> bytes:
    """Return the dated deadlines of a database as ICS.

    unit: a part of the name of a unit, marks and case apart, looked for in who is responsible and
    in the units of the task. year: only what falls into it. document: id of the one
    document wanted. only: ids of the deadlines wanted, which saves reading all. events: days of
    events, by words of their names ("ngày kiểm tra"). The same database gives the same bytes.
    """
    connection = db.conn if isinstance(db, sqlite_utils.Database) else db
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//trichluc//deadlines//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Thời hạn: {_plain(unit)}" if unit else "Thời hạn")
    for row in _rows(connection, document, only):
        days = _days(row) or _counted(row, events or {})
        if days and (unit is None or _is_of(row, unit)) and (year is None or _is_in(days, year)):
            calendar.add_component(_entry(row, days))
    return bytes(calendar.to_ical())


def _rows(
    connection: sqlite3.Connection, document: str | None, only: Sequence[str] | None
) -> Iterator[Row]:
    wanted = None if only is None else json.dumps(list(only))
    cursor = connection.execute(_SELECT, [document, document, wanted, wanted])
    names = [column[0] for column in cursor.description]
    for values in cursor:
        yield dict(zip(names, values, strict=True))


def _days(row: Row) -> _Days | None:
    """Return the days of a deadline, None when it has no day to enter."""
    derived = tuple(text for step, text in _BASES.items() if step in str(row["basis"]).split("+"))
    if row["kind"] == "recurring":
        return _recurring(row, derived)
    last = _date(row["due_on"])
    if last is None or row["kind"] == "continuous":
        return None
    first = _date(row["start_on"]) if row["kind"] == "period" else None
    return _Days(first if first and first <= last else last, last, derived=derived)


def _counted(row: Row, events: Mapping[str, date]) -> _Days | None:
    """Return the day of an offset whose event has a known day, None for all else."""
    if row["kind"] != "relative" or not row["anchor"]:
        return None
    anchor = squeeze(fold(str(row["anchor"])))
    for event, on in events.items():
        if squeeze(fold(event)) in anchor:
            day = count_days(
                on, str(row["offset"]), str(row["side"]), business=bool(row["business_days"])
            )
            return _Days(day, day, derived=(_COUNTED.format(event=event, on=on),)) if day else None
    return None


def _recurring(row: Row, derived: tuple[str, ...]) -> _Days | None:
    rule, year = str(row["rrule"] or ""), _year(row)
    if rule == _QUARTERLY:
        rule, derived = _QUARTER_ENDS, (*derived, _QUARTER_DAYS)
    if year is None or ("BYMONTHDAY" not in rule and "BYDAY" not in rule):
        return None
    until = f"{rule};UNTIL={year}1231"
    first = next(iter(rrulestr(until, dtstart=datetime(year, 1, 1))), None)
    if first is None:
        return None
    return _Days(first.date(), first.date(), until, (*derived, _UNTIL))


def _year(row: Row) -> int | None:
    if isinstance(row["plan_year"], int):
        return row["plan_year"]
    issued = _date(row["issued_on"])
    return issued.year if issued else None


def _is_of(row: Row, unit: str) -> bool:
    wanted = squeeze(fold(unit))
    names = (row["responsible"], row["unit"], row["lead"], row["coordinating"])
    return any(wanted in squeeze(fold(str(name))) for name in names if name)


def _is_in(days: _Days, year: int) -> bool:
    return days.first.year <= year <= days.last.year


def _entry(row: Row, days: _Days) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{row['document_id']}-{row['passage']}-{row['start']}@trichluc")
    event.add("dtstamp", _stamp(row["ingested_at"]))
    event.add("dtstart", days.first)
    event.add("dtend", days.last + timedelta(days=1))
    event.add("summary", _summary(row))
    event.add("description", _description(row, days))
    event.add("transp", "TRANSPARENT")
    if days.rule:
        event.add("rrule", icalendar.vRecur.from_ical(days.rule))
    event.add_component(_alarm(row))
    return event


def _alarm(row: Row) -> icalendar.Alarm:
    """Return a reminder on the morning before the last day: of "trước D" that is D minus one."""
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _summary(row))
    early = timedelta(days=1) if row["mod"] == "before" else timedelta()
    alarm.add("trigger", -(_MORNING + early), parameters={"RELATED": "END"})
    return alarm


def _summary(row: Row) -> str:
    return _plain(row["action"] or row["raw"])[:200]


def _description(row: Row, days: _Days) -> str:
    plan = " ".join(_plain(row[k]) for k in ("doc_type", "symbol", "title") if row[k])
    lines = [
        ("Nguyên văn", row["raw"]),
        ("Trách nhiệm", row["responsible"] or row["unit"]),
        ("Giờ", row["due_time"]),
        ("Văn bản", plan),
        ("Cơ quan ban hành", row["issuer"]),
        ("Suy ra", "; ".join(days.derived)),
        ("Nghi vấn", row["suspect"]),
    ]
    return "\n".join(f"{name}: {_plain(value)}" for name, value in lines if value)


def _plain(value: object) -> str:
    """Return text on one line, without characters that no calendar shows."""
    return squeeze("".join(c if c.isprintable() else " " for c in str(value)))


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _stamp(value: object) -> datetime:
    """Return when the document was taken in: the same for the same database."""
    try:
        stamp = datetime.fromisoformat(str(value))
    except ValueError:
        return datetime(2000, 1, 1, tzinfo=UTC)
    return stamp.astimezone(UTC) if stamp.tzinfo else stamp.replace(tzinfo=UTC)

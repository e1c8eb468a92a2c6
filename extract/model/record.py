"""The parts of the record of one plan as plain values: what `extract` prints, `score` compares.

Field names and meanings are fixed; fields may be added, not renamed or dropped.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from extract.model.found import (
    Citation,
    Deadline,
    Flag,
    Header,
    Passage,
    Standard,
    Table,
    Task,
)
from extract.model.inferred import Inferred
from extract.model.unit import UnitList, UnitName


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _inferred(inferred: Iterable[Inferred]) -> dict[str, str]:
    return {i.field: i.reason for i in inferred}


def document_record(header: Header) -> dict[str, Any]:
    return {
        "doc_type": header.doc_type,
        "number": header.number,
        "symbol": header.symbol,
        "place": header.place,
        "issued_on": _iso(header.issued_on),
        "issued_on_raw": header.issued_on_raw,
        "issuer": header.issuer,
        "issuer_level": header.issuer_level,
        "title": header.title,
        "plan_year": header.plan_year,
        "issued_with": header.issued_with,
        "signers": [
            {"name": s.name, "title": s.title, "capacity": s.capacity} for s in header.signers
        ],
        "recipients": list(header.recipients),
        "inferred": _inferred(header.inferred),
    }


def _place(passages: tuple[Passage, ...], seq: int, start: int) -> dict[str, int | None]:
    origin = passages[seq].origin_at(start)
    return {"line": origin.line, "page": origin.page}


def citation_record(citation: Citation, passages: tuple[Passage, ...]) -> dict[str, Any]:
    return {
        **_place(passages, citation.passage, citation.start),
        "raw": citation.raw,
        "type": citation.type,
        "kind": citation.kind,
        "symbol": citation.symbol,
        "issued_on": _iso(citation.issued_on),
        "issued_on_raw": citation.issued_on_raw,
        "issuer": citation.issuer,
        "subject": citation.subject,
        "pinpoints": [str(p) for p in citation.pinpoints],
        "role": citation.role,
        "suspect": citation.suspect,
        "inferred": _inferred(citation.inferred),
        "passage": citation.passage,
        "start": citation.start,
        "end": citation.end,
    }


def standard_record(standard: Standard, passages: tuple[Passage, ...]) -> dict[str, Any]:
    return {
        **_place(passages, standard.passage, standard.start),
        "raw": standard.raw,
        "symbol": standard.symbol,
        "year": standard.year,
        "suspect": standard.suspect,
        "passage": standard.passage,
        "start": standard.start,
        "end": standard.end,
    }


def table_record(table: Table) -> dict[str, Any]:
    return {
        "line": table.line,
        "page_from": table.page_from,
        "page_to": table.page_to,
        "appendix": table.appendix,
        "caption": table.caption,
        "header": [list(row) for row in table.header],
        "rows": [list(row.cells) for row in table.rows],
        "kind": table.kind,
        "columns": list(table.columns),
        "joins": [
            {"row": j.row, "page": j.page, "reason": j.reason, "doubtful": j.doubtful}
            for j in table.joins
        ],
    }


def task_record(task: Task) -> dict[str, Any]:
    return {
        "table": task.table,
        "row": task.row,
        "ordinal": task.ordinal,
        "task": task.task,
        "lead": task.lead,
        "coordinating": task.coordinating,
        "product": task.product,
        "deadline": task.deadline,
        "budget_vnd": task.budget_vnd,
        "group": task.group,
        "parent": task.parent,
        "lead_units": [_unit(u) for u in task.lead_units],
        "coordinating_units": [_unit(u) for u in task.coordinating_units],
    }


def text_task_record(task: Task, passages: tuple[Passage, ...]) -> dict[str, Any]:
    seq = task.passage if task.passage is not None else 0
    return {**task_record(task), **_place(passages, seq, 0), "passage": task.passage}


def _unit(unit: UnitName) -> dict[str, Any]:
    return {
        "raw": unit.raw,
        "name": unit.name,
        "kind": unit.kind,
        "level": unit.level,
        "code": unit.code,
        "inferred": _inferred(unit.inferred),
    }


def unit_list_record(units: UnitList, passages: tuple[Passage, ...]) -> dict[str, Any]:
    return {
        **_place(passages, units.passage, 0),
        **({"line": units.line} if units.line is not None else {}),
        "title": units.title,
        "role": units.role,
        "units": [u.unit.spaced for u in units.units],
    }


def deadline_record(deadline: Deadline, passages: tuple[Passage, ...]) -> dict[str, Any]:
    return {
        **_place(passages, deadline.passage, deadline.start),
        "raw": deadline.raw,
        "source": deadline.source,
        "kind": deadline.kind,
        "mod": deadline.mod,
        "side": deadline.side,
        "start_on": _iso(deadline.start_on),
        "due_on": _iso(deadline.due_on),
        "due_time": deadline.due_time,
        "rrule": deadline.rrule,
        "freq": deadline.freq,
        "offset": deadline.offset,
        "business_days": deadline.business_days,
        "anchor": deadline.anchor,
        "timex3": deadline.timex3,
        "basis": deadline.basis,
        "action": deadline.action,
        "responsible": deadline.responsible,
        "task": deadline.task,
        "suspect": deadline.suspect,
        "passage": deadline.passage,
        "start": deadline.start,
        "end": deadline.end,
    }


def flag_record(flag: Flag, passages: tuple[Passage, ...]) -> dict[str, Any]:
    place: dict[str, int | None] = {"line": flag.line, "page": flag.page}
    if flag.passage is not None and flag.line is None:
        place = _place(passages, flag.passage, 0)
    return {**place, "code": flag.code, "why": flag.why}

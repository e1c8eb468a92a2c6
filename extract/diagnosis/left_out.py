"""What looks like a citation or a time and was not taken, with the reason."""

from __future__ import annotations

import re
from typing import Any

from extract.diagnosis.place import place_of
from extract.model import Passage, Plan
from extract.stages.deadlines.grammar import lowered
from extract.stages.deadlines.scan import scan
from extract.stages.deadlines.zones import is_outside, mask

_SYMBOL = re.compile(
    r"(?<![\w/])\d{1,5}[a-zđ]?(?:/\d{4})?\s?[/-]\s?(?=[A-ZĐ])[A-ZĐa-zđ]{1,8}(?:[-/][A-ZĐa-zđ]{1,10}){1,5}"
)
_FORM = re.compile(r"(?:mẫu|biểu|phụ lục)\s{1,3}(?:số\s{1,3})?$", re.IGNORECASE)
_STANDARD = re.compile(r"(?:TCVN|QCVN|ISO|TCXDVN)[\w :.-]{0,20}$")
_MOST = 200
"""Lines of each list: enough for any plan, and a bound for hostile files."""


def _row(passage: Passage, start: int, text: str, why: str) -> dict[str, Any]:
    return {"place": place_of(passage, start), "printed": text, "why": why}


def citations_left_out(plan: Plan) -> list[dict[str, Any]]:
    """Return what has the shape of a symbol and is part of no citation."""
    cited: dict[int, list[tuple[int, int]]] = {}
    for c in plan.citations:
        cited.setdefault(c.passage, []).append((c.start, c.end))
    rows = []
    for passage in plan.passages:
        for found in _SYMBOL.finditer(passage.text):
            spans = cited.get(passage.seq, [])
            if any(start < found.end() and found.start() < end for start, end in spans):
                continue
            rows.append(_row(passage, found.start(), found[0], _why_no_citation(passage, found)))
    return rows[:_MOST]


def _why_no_citation(passage: Passage, found: re.Match[str]) -> str:
    before = passage.text[: found.start()]
    if passage.kind in ("number", "letterhead"):
        return "the document's own number line"
    if _FORM.search(before[-30:]):
        return "number of a form"
    if _STANDARD.search(before[-30:]):
        return "a technical standard"
    if passage.kind in ("recipients", "signature"):
        return f"stands in the {passage.kind}"
    return "no type word that patterns/citation.toml knows stands in front of it"


def deadlines_left_out(plan: Plan) -> list[dict[str, Any]]:
    """Return each form of a time that no deadline came from."""
    rows: list[dict[str, Any]] = []
    taken: dict[int, list[tuple[int, int]]] = {}
    for d in plan.deadlines:
        taken.setdefault(d.passage, []).append((d.start, d.end))
    for passage in plan.passages:
        citations = [c for c in plan.citations if c.passage == passage.seq]
        low = lowered(passage.text)
        masked = mask(low, citations, in_text=passage.table is None)
        for found in scan(low, 0, len(low), in_text=False):
            spans = taken.get(passage.seq, [])
            if found.rule.kind == "event" or any(
                start < found.end and found.start < end for start, end in spans
            ):
                continue
            hidden = masked[found.start : found.end] != low[found.start : found.end]
            why = "masked: part of a citation, a note or a range of years" if hidden else ""
            why = why or _why_no_deadline(passage, plan, found.rule.in_text)
            rows.append(_row(passage, found.start, passage.text[found.start : found.end], why))
        if len(rows) > _MOST:
            break
    return rows[:_MOST]


def _why_no_deadline(passage: Passage, plan: Plan, in_text: bool) -> str:
    if is_outside(passage):
        return f"stands in the {passage.kind}"
    if passage.table is not None:
        if passage.row is not None and passage.row < 0:
            return "a header cell"
        columns = plan.tables[passage.table].columns
        column = passage.column or 0
        role = columns[column] if column < len(columns) else None
        if role != "deadline":
            return f"its column is no time column ({role or 'role unknown'})"
        return "names a report or restates the time beside it"
    if not in_text:
        return "this form counts only after a label (Thời gian: ...) or in a time column"
    return "dropped: time of data, of another text or of the past, or the name of a report"

"""What each stage saw in a document, and why something was taken or was not.

`diagnose` returns plain values (the JSON of `trichluc diagnose`); `as_lines` says them to a reader.
"""

from __future__ import annotations

from typing import Any

from extract.diagnosis.left_out import citations_left_out, deadlines_left_out
from extract.diagnosis.place import place_of
from extract.diagnosis.reading import describe_reading
from extract.diagnosis.say import as_lines
from extract.model import Header, Passage, Plan, Table

__all__ = ["as_lines", "diagnose"]

_HEADER_FIELDS = (
    "doc_type", "number", "symbol", "place", "issued_on", "issuer", "issuer_level", "title",
    "plan_year", "issued_with",
)  # fmt: skip
_FRAME_ENDS = ("paragraph", "heading", "cell", "legal_basis")


def diagnose(plan: Plan) -> dict[str, Any]:
    """Return stage by stage: reading, header, tables, citations, deadlines, flags."""
    record = plan.to_dict()
    citations: Any = record["citations"]
    deadlines: Any = record["deadlines"]
    return {
        "reading": describe_reading(plan),
        "header": _describe_header(plan.header, plan.passages),
        "tables": [_describe_table(n, table) for n, table in enumerate(plan.tables)],
        "citations": [
            {"place": place_of(plan.passages[made.passage], made.start), **_layers(shown)}
            for made, shown in zip(plan.citations, citations, strict=True)
        ],
        "citations_left_out": citations_left_out(plan),
        "deadlines": [
            {"place": place_of(plan.passages[made.passage], made.start), **_of_deadline(shown)}
            for made, shown in zip(plan.deadlines, deadlines, strict=True)
        ],
        "deadlines_left_out": deadlines_left_out(plan),
        "flags": record["flags"],
    }


def _describe_header(header: Header, passages: tuple[Passage, ...]) -> dict[str, Any]:
    """Fields with the reason of those filled from elsewhere, and what each line was taken for."""
    reasons = {i.field: i.reason for i in header.inferred}
    values = {name: getattr(header, name) for name in _HEADER_FIELDS}
    return {
        "fields": {name: None if v is None else str(v) for name, v in values.items()},
        "inferred": reasons,
        "not_found": [name for name in ("doc_type", "symbol", "issued_on", "issuer", "title")
                      if values[name] is None],
        "signers": [
            {"name": s.name, "title": s.title, "capacity": s.capacity} for s in header.signers
        ],
        "recipients": len(header.recipients),
        "lines": _frame(header, passages),
    }  # fmt: skip


def _frame(header: Header, passages: tuple[Passage, ...]) -> list[dict[str, Any]]:
    """Every line of the frame, and those among the first twelve that were taken for body."""
    taken = dict(header.parts)
    return [
        {"place": place_of(p), "taken_as": taken.get(p.seq, p.kind), "text": p.text[:120]}
        for p in passages
        if p.seq in taken or (p.seq < 12 and p.table is None)
    ]


def _describe_table(number: int, table: Table) -> dict[str, Any]:
    titles = [
        " / ".join(dict.fromkeys(filter(None, column)))
        for column in zip(*table.header, strict=True)
    ]
    return {
        "table": number,
        "kind": table.kind,
        "appendix": table.appendix,
        "caption": table.caption,
        "pages": [table.page_from, table.page_to],
        "rows": len(table.rows),
        "groups": sum(row.kind == "group" for row in table.rows),
        "totals": sum(row.kind == "total" for row in table.rows),
        "columns": [
            {"title": title, "role": role}
            for title, role in zip(titles or [""] * len(table.columns), table.columns, strict=False)
        ],
        "joins": [
            {"row": j.row, "page": j.page, "reason": j.reason, "doubtful": j.doubtful}
            for j in table.joins
        ],
        "orphan_headers": len(table.orphan_headers),
    }


def _layers(record: dict[str, Any]) -> dict[str, Any]:
    """The three layers of a citation: printed, parsed, filled in from elsewhere."""
    parsed = ("type", "symbol", "issued_on", "issuer", "subject", "pinpoints", "role")
    inferred = record.get("inferred") or {}
    return {
        "printed": record["raw"],
        "parsed": {k: record[k] for k in parsed if record.get(k) and k not in inferred},
        "inferred": {k: {"value": record.get(k), "reason": v} for k, v in inferred.items()},
        "suspect": record["suspect"],
    }


def _of_deadline(record: dict[str, Any]) -> dict[str, Any]:
    keys = (
        "source", "kind", "mod", "start_on", "due_on", "rrule", "freq", "offset", "anchor",
        "basis", "action", "responsible", "suspect",
    )  # fmt: skip
    return {"printed": record["raw"], **{k: record[k] for k in keys if record.get(k)}}

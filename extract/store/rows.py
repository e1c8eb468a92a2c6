"""From a `Plan` to the rows of every table: pure, and the same for the same plan.

Ids are made of the document's id and the place of the record in the plan; ids of instruments and
units are made of what they are, so that all documents share them.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from extract.model import Citation, Deadline, Inferred, Plan, Standard, UnitName
from extract.text import fold, nfc, squeeze, symbol_key

Value = str | int | float | None
Rows = dict[str, list[dict[str, Value]]]

CONTEXT_WIDTH = 80
STATED = ("type", "number", "year", "symbol", "issuer", "issued_on", "title", "iri")
"""What a document may say of an instrument."""


def plan_rows(plan: Plan, version: str, ingested_at: str) -> Rows:
    """Return table name -> rows, shared rows (instruments, units) included."""
    return _PlanRows(plan).rows(version, ingested_at)


def instrument_id(key: str) -> str:
    """Return the id of the instrument with this key."""
    return _hash(key)


def unit_id(unit: UnitName) -> str:
    """Return the id of a unit: its name (case ignored), kind, level and parent."""
    name = squeeze(nfc(unit.name)).casefold()
    return _hash("\x1f".join((name, unit.kind or "", unit.level or "", unit.parent or "")))


def instrument_label(type_: str, symbol: str | None, title: str | None) -> str:
    """Return how lists show an instrument: "Nghị định 61/2018/NĐ-CP", or the name of a law."""
    if symbol:
        return f"{type_} {symbol}"
    if not title:
        return type_
    return title if fold(title).startswith(fold(type_)) else f"{type_} {title}"


def context(text: str, start: int, end: int, width: int = CONTEXT_WIDTH) -> str:
    """Return the span with up to `width` characters on each side, cut at words, … where cut."""
    left, right = max(0, start - width), min(len(text), end + width)
    if left:
        space = text.find(" ", left, start)
        left = space + 1 if space >= 0 else left
    if right < len(text):
        space = text.rfind(" ", end, right)
        right = space if space >= 0 else right
    return ("…" if left else "") + text[left:right] + ("…" if right < len(text) else "")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _inferred(inferred: Iterable[Inferred]) -> str:
    return _json({i.field: i.reason for i in inferred}) if inferred else "{}"


def printable(name: str) -> str:
    """Return a file name with bytes that are no text shown as \\udc80."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _clip(text: str, width: int = 100) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


class _PlanRows:
    """The ids of one document, and its rows table by table."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.document = plan.document.id
        self.row_ids: dict[tuple[int, int], str] = {
            (t, r): f"{self.table_id(t)}-r{r:05d}"
            for t, table in enumerate(plan.tables)
            for r in range(len(table.rows))
        }
        self.units: dict[str, dict[str, Value]] = {}
        self.unit_ids: dict[tuple[str | None, ...], str] = {}

    def passage_id(self, seq: int) -> str:
        return f"{self.document}-p{seq:05d}"

    def table_id(self, index: int) -> str:
        return f"{self.document}-b{index:03d}"

    def task_id(self, index: int) -> str:
        return f"{self.document}-t{index:04d}"

    def citation_id(self, index: int) -> str:
        return f"{self.document}-c{index:04d}"

    def row_id(self, table: int | None, row: int | None) -> str | None:
        return None if table is None or row is None else self.row_ids.get((table, row))

    def rows(self, version: str, ingested_at: str) -> Rows:
        found: Rows = {
            "documents": [self._document(version, ingested_at)],
            "signers": list(self._signers()),
            "recipients": list(self._recipients()),
            "appendix_tables": list(self._tables()),
            "table_rows": list(self._table_rows()),
            "passages": list(self._passages()),
            "instruments": list(self._instruments()),
            "document_instruments": list(self._document_instruments()),
            "citations": list(self._citations()),
            "pinpoints": list(self._pinpoints()),
            "relations": list(self._relations()),
            "standards": list(self._standards()),
            "tasks": list(self._tasks()),
            "task_units": list(self._task_units()),
            "unit_lists": list(self._unit_lists()),
            "unit_list_items": list(self._unit_list_items()),
            "deadlines": list(self._deadlines()),
            "flags": list(self._flags()),
            "notes": list(self._notes()),
        }
        found["units"] = list(self.units.values())
        return found

    def _document(self, version: str, ingested_at: str) -> dict[str, Value]:
        document, header = self.plan.document, self.plan.header
        parts = (header.symbol, header.title or printable(document.file_name))
        return {
            "id": self.document, "sha256": document.sha256,
            "label": _clip(" – ".join(p for p in parts if p)),
            "file_name": printable(document.file_name), "format": document.format,
            "bytes": document.size,
            "pages": document.pages, "scanned": int(document.scanned),
            "ocr_confidence": document.ocr_confidence, "doc_type": header.doc_type,
            "number": header.number, "symbol": header.symbol,
            "symbol_key": symbol_key(header.symbol) if header.symbol else None,
            "place": header.place, "issued_on": _iso(header.issued_on),
            "issued_on_raw": header.issued_on_raw, "issuer": header.issuer,
            "issuer_level": header.issuer_level, "title": header.title,
            "plan_year": header.plan_year, "issued_with": header.issued_with,
            "inferred": _inferred(header.inferred), "citation_count": len(self.plan.citations),
            "flag_count": len(self.plan.flags), "extractor_version": version,
            "ingested_at": ingested_at,
        }  # fmt: skip

    def _signers(self) -> Iterator[dict[str, Value]]:
        for seq, s in enumerate(self.plan.header.signers):
            yield {
                "document_id": self.document, "seq": seq, "name": s.name, "title": s.title,
                "capacity": s.capacity,
            }  # fmt: skip

    def _recipients(self) -> Iterator[dict[str, Value]]:
        for seq, line in enumerate(self.plan.header.recipients):
            yield {"document_id": self.document, "seq": seq, "text": line}

    def _passages(self) -> Iterator[dict[str, Value]]:
        base = int(self.plan.document.sha256[:12], 16) >> 2 << 17  # 46 bits of hash, 17 of place
        for p in self.plan.passages:
            yield {
                "id": self.passage_id(p.seq), "fts_id": base + p.seq, "document_id": self.document,
                "seq": p.seq, "page": p.page, "line": p.line, "kind": p.kind, "label": p.label,
                "section": None if p.section is None else self.passage_id(p.section),
                "heading_level": p.heading_level,
                "table_id": None if p.table is None else self.table_id(p.table),
                "row_id": self.row_id(p.table, p.row), "column_seq": p.column, "text": p.text,
            }  # fmt: skip

    def _tables(self) -> Iterator[dict[str, Value]]:
        for index, t in enumerate(self.plan.tables):
            joins = [
                {"row": j.row, "page": j.page, "reason": j.reason, "doubtful": j.doubtful}
                for j in t.joins
            ]
            yield {
                "id": self.table_id(index), "document_id": self.document, "seq": index,
                "appendix": t.appendix, "caption": t.caption, "kind": t.kind,
                "page_from": t.page_from, "page_to": t.page_to, "line": t.line,
                "row_count": len(t.rows), "column_count": len(t.columns), "header": _json(t.header),
                "columns": _json(t.columns), "joins": _json(joins),
            }  # fmt: skip

    def _table_rows(self) -> Iterator[dict[str, Value]]:
        for index, table in enumerate(self.plan.tables):
            for seq, r in enumerate(table.rows):
                yield {
                    "id": self.row_ids[index, seq], "table_id": self.table_id(index), "seq": seq,
                    "page": r.page, "line": r.line, "ordinal": r.ordinal, "level": r.level,
                    "parent_id": self.row_id(index, r.parent), "kind": r.kind,
                    "cells": _json(r.cells), "filled": _json(r.filled),
                }  # fmt: skip

    def _instruments(self) -> Iterator[dict[str, Value]]:
        for key in dict.fromkeys(i.key for i in self.plan.instruments):
            yield {"id": instrument_id(key), "key": key}

    def _document_instruments(self) -> Iterator[dict[str, Value]]:
        mentions = Counter(c.instrument for c in self.plan.citations)
        for seq, i in enumerate(self.plan.instruments):
            yield {
                "document_id": self.document, "instrument_id": instrument_id(i.key), "seq": seq,
                "type": i.type, "number": i.number, "year": i.year, "symbol": i.symbol,
                "issuer": i.issuer, "issued_on": _iso(i.issued_on), "title": i.title, "iri": i.iri,
                "mentions": mentions[seq], "stated_key": i.key,
            }  # fmt: skip

    def _place(self, record: Citation | Deadline | Standard) -> dict[str, Value]:
        passage = self.plan.passages[record.passage]
        origin = passage.origin_at(record.start)
        return {
            "passage_id": self.passage_id(record.passage),
            "row_id": self.row_id(passage.table, passage.row), "page": origin.page,
            "line": origin.line, "start": record.start, "end": record.end, "raw": record.raw,
        }  # fmt: skip

    def _citations(self) -> Iterator[dict[str, Value]]:
        for seq, c in enumerate(self.plan.citations):
            yield {
                "id": self.citation_id(seq), "document_id": self.document, "seq": seq,
                "instrument_id": self._instrument_of(seq), **self._place(c), "type": c.type,
                "kind": c.kind, "number": c.number, "symbol": c.symbol,
                "symbol_key": symbol_key(c.symbol) if c.symbol else None,
                "issued_on": _iso(c.issued_on), "issued_on_raw": c.issued_on_raw,
                "issuer": c.issuer, "subject": c.subject, "role": c.role, "suspect": c.suspect,
                "inferred": _inferred(c.inferred),
                "context": context(self.plan.passages[c.passage].text, c.start, c.end),
                "stated_id": self._instrument_of(seq),
            }  # fmt: skip

    def _instrument_of(self, citation: int | None) -> str | None:
        if citation is None:
            return None
        index = self.plan.citations[citation].instrument
        return None if index is None else instrument_id(self.plan.instruments[index].key)

    def _pinpoints(self) -> Iterator[dict[str, Value]]:
        for index, c in enumerate(self.plan.citations):
            for seq, p in enumerate(c.pinpoints):
                yield {
                    "citation_id": self.citation_id(index), "seq": seq, "article": p.article,
                    "clause": p.clause, "point": p.point,
                }  # fmt: skip

    def _relations(self) -> Iterator[dict[str, Value]]:
        for seq, r in enumerate(self.plan.relations):
            yield {
                "document_id": self.document, "seq": seq,
                "source_id": self._instrument_of(r.source),
                "target_id": self._instrument_of(r.target), "kind": r.kind, "cue": r.cue,
                "source_citation_id": None if r.source is None else self.citation_id(r.source),
                "citation_id": self.citation_id(r.target),
            }  # fmt: skip

    def _standards(self) -> Iterator[dict[str, Value]]:
        for seq, s in enumerate(self.plan.standards):
            yield {
                "document_id": self.document, "seq": seq, **self._place(s), "symbol": s.symbol,
                "symbol_key": symbol_key(s.symbol), "year": s.year, "suspect": s.suspect,
            }  # fmt: skip

    def _unit(self, unit: UnitName) -> str:
        """Return the id of the unit, and keep its row and that of its parent."""
        said = (unit.name, unit.kind, unit.level, unit.parent, unit.code)
        if said not in self.unit_ids:
            self.unit_ids[said] = self._add_unit(unit)
        return self.unit_ids[said]

    def _add_unit(self, unit: UnitName) -> str:
        parent = self._unit(UnitName(unit.parent, unit.parent)) if unit.parent else None
        key, name = unit_id(unit), squeeze(nfc(unit.name))
        known = self.units.get(key)
        self.units[key] = {
            "id": key, "name": max(name, str(known["name"])) if known else name,
            "name_key": fold(name), "kind": unit.kind, "level": unit.level,
            "code": unit.code or (known["code"] if known else None), "parent_id": parent,
        }  # fmt: skip
        return key

    def _tasks(self) -> Iterator[dict[str, Value]]:
        for seq, t in enumerate(self.plan.tasks):
            yield {
                "id": self.task_id(seq), "document_id": self.document, "seq": seq,
                "source": t.source, "row_id": self.row_id(t.table, t.row),
                "passage_id": None if t.passage is None else self.passage_id(t.passage),
                "ordinal": t.ordinal, "task": t.task, "lead": t.lead,
                "coordinating": t.coordinating, "product": t.product, "deadline": t.deadline,
                "budget_vnd": t.budget_vnd, "is_group": int(t.group),
                "parent_id": None if t.parent is None else self.task_id(t.parent),
            }  # fmt: skip

    def _task_units(self) -> Iterator[dict[str, Value]]:
        for index, t in enumerate(self.plan.tasks):
            for role, units in (("lead", t.lead_units), ("coordinating", t.coordinating_units)):
                named = {self._unit(unit): unit for unit in reversed(units)}
                for key, unit in reversed(named.items()):
                    yield {
                        "task_id": self.task_id(index), "unit_id": key, "role": role,
                        "raw": unit.raw, "inferred": _inferred(unit.inferred),
                    }  # fmt: skip

    def _list_id(self, index: int) -> str:
        return f"{self.document}-l{index:03d}"

    def _unit_lists(self) -> Iterator[dict[str, Value]]:
        for seq, u in enumerate(self.plan.unit_lists):
            line = self.plan.passages[u.passage].line if u.line is None else u.line
            yield {
                "id": self._list_id(seq), "document_id": self.document, "seq": seq,
                "passage_id": self.passage_id(u.passage), "line": line, "title": u.title,
                "role": u.role,
            }  # fmt: skip

    def _unit_list_items(self) -> Iterator[dict[str, Value]]:
        for index, u in enumerate(self.plan.unit_lists):
            for seq, item in enumerate(u.units):
                yield {
                    "list_id": self._list_id(index), "seq": seq, "unit_id": self._unit(item.unit),
                    "raw": item.unit.raw, "passage_id": self.passage_id(item.passage),
                    "start": item.start, "end": item.end,
                }  # fmt: skip

    def _deadlines(self) -> Iterator[dict[str, Value]]:
        for seq, d in enumerate(self.plan.deadlines):
            yield {
                "id": f"{self.document}-d{seq:04d}", "document_id": self.document, "seq": seq,
                **self._place(d), "task_id": None if d.task is None else self.task_id(d.task),
                "source": d.source, "kind": d.kind, "mod": d.mod, "side": d.side,
                "start_on": _iso(d.start_on), "due_on": _iso(d.due_on), "due_time": d.due_time,
                "rrule": d.rrule, "freq": d.freq, "offset": d.offset,
                "business_days": int(d.business_days), "anchor": d.anchor, "timex3": d.timex3,
                "basis": d.basis, "action": d.action, "responsible": d.responsible,
                "unit_id": self._unit(d.unit) if d.unit else None, "suspect": d.suspect,
            }  # fmt: skip

    def _flags(self) -> Iterator[dict[str, Value]]:
        for seq, f in enumerate(self.plan.flags):
            origin = None if f.passage is None else self.plan.passages[f.passage].origins[0]
            yield {
                "id": f"{self.document}-f{seq:04d}", "document_id": self.document, "seq": seq,
                "code": f.code, "why": f.why,
                "page": origin.page if f.page is None and origin else f.page,
                "line": origin.line if f.line is None and origin else f.line,
                "passage_id": None if f.passage is None else self.passage_id(f.passage),
                "row_id": self.row_id(f.table, f.row),
            }  # fmt: skip

    def _notes(self) -> Iterator[dict[str, Value]]:
        for seq, n in enumerate(self.plan.document.notes):
            yield {
                "document_id": self.document, "seq": seq, "code": n.code, "message": n.message,
                "page": n.page,
            }  # fmt: skip


def merge_statements(statements: Iterable[Any]) -> dict[str, Value]:
    """Return what most documents say of one instrument, whatever the order they came in.

    statements: rows of document_instruments, or groups of equal ones with their number in
    `times`. Of values said equally often the smallest wins.
    """
    rows = list(statements)
    times = [row["times"] if "times" in row.keys() else 1 for row in rows]  # noqa: SIM118 - sqlite3.Row
    merged: dict[str, Value] = {name: _most_said(name, rows, times) for name in STATED}
    title, symbol, type_ = (_text(merged[name]) for name in ("title", "symbol", "type"))
    merged["symbol_key"] = symbol_key(symbol) if symbol else None
    merged["title_key"] = fold(title) if title else None
    merged["label"] = _clip(instrument_label(type_ or "", symbol, title))
    return merged


def _most_said(name: str, rows: list[Any], times: list[int]) -> Any:
    if len(rows) == 1:
        return rows[0][name]
    counted: Counter[Any] = Counter()
    for row, number in zip(rows, times, strict=True):
        if row[name] is not None:
            counted[row[name]] += number
    return min(counted, key=lambda value: (-counted[value], str(value)), default=None)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)

"""The page of a plan: all its parts."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from extract.store.pages.reading import Row, read

_PARTS = {
    "signers": "select name, title, capacity from signers where document_id = ? order by seq",
    "recipients": "select text from recipients where document_id = ? order by seq",
    "citations": """select c.id, c.passage_id, c.page, c.start, c."end", c.raw, c.type, c.symbol,
        c.issued_on, c.issuer, c.subject, c.role, c.suspect, c.instrument_id,
        i.label as instrument, i.title as instrument_title, i.held_document_id
      from citations c left join instruments i on i.id = c.instrument_id
      where c.document_id = ? order by c.seq""",
    "pinpoints": """select p.citation_id, p.article, p.clause, p.point from citations c
      join pinpoints p on p.citation_id = c.id where c.document_id = ? order by c.seq, p.seq""",
    "deadlines": """select l.id, l.passage_id, l.task_id, l.page, l.start, l."end", l.raw, l.kind,
        l.mod, l.side, l.start_on, l.due_on, l.due_time, l.rrule, l.freq, l."offset",
        l.business_days, l.anchor, l.basis, l.action, l.responsible, l.suspect, l.unit_id,
        u.name as unit, t.task
      from deadlines l left join units u on u.id = l.unit_id left join tasks t on t.id = l.task_id
      where l.document_id = ? order by l.seq""",
    "tasks": """select id, source, row_id, passage_id, ordinal, task, lead, coordinating, product,
        deadline, budget_vnd, is_group, parent_id from tasks where document_id = ? order by seq""",
    "task_units": """select tu.task_id, tu.unit_id, tu.role, tu.raw, u.name from tasks t
      join task_units tu on tu.task_id = t.id join units u on u.id = tu.unit_id
      where t.document_id = ? order by t.seq, tu.role desc, u.name""",
    "unit_lists": """select id, passage_id, title, role from unit_lists
      where document_id = ? order by seq""",
    "unit_list_items": """select m.list_id, m.seq, m.unit_id, m.raw, m.passage_id, m.start, m."end",
        u.name, u.kind, u.level from unit_lists l
      join unit_list_items m on m.list_id = l.id join units u on u.id = m.unit_id
      where l.document_id = ? order by l.seq, m.seq""",
    "flags": """select id, code, why, page, line, passage_id, row_id from flags
      where document_id = ? order by seq""",
    "passages": """select id, seq, page, kind, label, heading_level, table_id, row_id, column_seq,
        text from passages where document_id = ? order by seq""",
    "appendix_tables": """select id, seq, appendix, caption, kind, page_from, page_to, header
      from appendix_tables where document_id = ? order by seq""",
    "table_rows": """select r.id, r.table_id, r.page, r.ordinal, r.level, r.parent_id, r.kind,
        r.cells from appendix_tables t join table_rows r on r.table_id = t.id
      where t.document_id = ? order by t.seq, r.seq""",
    "notes": "select code, message, page from notes where document_id = ? order by seq",
}
_DOCUMENT = """select id, sha256, label, file_name, format, bytes, pages, scanned, ocr_confidence,
  doc_type, number, symbol, place, issued_on, issued_on_raw, issuer, issuer_level, title,
  plan_year, issued_with, inferred, extractor_version, ingested_at from documents where id = ?"""


def read_plan(connection: sqlite3.Connection, document: str) -> dict[str, Any] | None:
    """Return the document and its parts (lists of rows, JSON columns read), None when unknown.

    Members of lists, units of tasks and pinpoints of citations stand with their owners.
    """
    documents = read(connection, _DOCUMENT, [document])
    if not documents:
        return None
    parts: dict[str, list[Row]] = {
        name: read(connection, sql, [document]) for name, sql in _PARTS.items()
    }
    for table in parts["appendix_tables"]:
        table["header"] = json.loads(table["header"])
    for row in parts["table_rows"]:
        row["cells"] = json.loads(row["cells"])
    _hang(parts["citations"], "pinpoints", parts.pop("pinpoints"), "citation_id")
    _hang(parts["tasks"], "units", parts.pop("task_units"), "task_id")
    _hang(parts["unit_lists"], "units", parts.pop("unit_list_items"), "list_id")
    _hang(parts["appendix_tables"], "rows", parts.pop("table_rows"), "table_id")
    held = _read_instrument_of(connection, document)
    return {"document": documents[0], "instrument_id": held, **parts}


def _hang(owners: list[Row], name: str, rows: list[Row], key: str) -> None:
    by_owner: dict[str, list[Row]] = {}
    for row in rows:
        by_owner.setdefault(row.pop(key), []).append(row)
    for owner in owners:
        owner[name] = by_owner.get(owner["id"], [])


def _read_instrument_of(connection: sqlite3.Connection, document: str) -> str | None:
    """Return the instrument that this document is, when another one cites it."""
    sql = """select id from instruments where held_document_id = ? and citation_count > 0
      order by citation_count desc limit 1"""
    found = read(connection, sql, [document])
    return found[0]["id"] if found else None

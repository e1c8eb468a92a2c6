"""A diagnosis as lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def as_lines(found: dict[str, Any]) -> Iterator[str]:
    """Yield the diagnosis as text, stage by stage, one fact a line."""
    yield from _reading(found["reading"])
    yield from _header(found["header"])
    yield from _tables(found["tables"])
    yield from _citations(found["citations"], found["citations_left_out"])
    yield from _deadlines(found["deadlines"], found["deadlines_left_out"])
    yield f"FLAGS ({len(found['flags'])})"
    for flag in found["flags"]:
        line = f", line {flag['line']}" if flag.get("line") else ""
        yield f"  {flag['code']}{line}: {flag['why']}"


def _reading(r: dict[str, Any]) -> Iterator[str]:
    pages = f", {r['pages']} pages" if r["pages"] else ""
    scanned = f", read by OCR (confidence {r['ocr_confidence']})" if r["scanned"] else ""
    yield f"READING {r['file']}: {r['format']}, {r['bytes']:,} bytes{pages}{scanned}"
    for note in r["notes"]:
        page = f"page {note['page']}: " if note["page"] else ""
        yield f"  note {note['code']}: {page}{note['message']}"
    for row in r["by_page"]:
        counts = ", ".join(f"{value} {key}" for key, value in row.items() if key != "page")
        yield f"  page {row['page'] or '-'}: {counts}"
    for grid in r["grids"]:
        place = f"page {grid['page']}" if grid["page"] else f"line {grid['line'] or '-'}"
        size = f"{grid['rows']} x {grid['columns']} cells, {grid['merged']} merged"
        yield f"  grid on {place} by {grid['made_by']}: {size} -> {grid['became']}"


def _header(h: dict[str, Any]) -> Iterator[str]:
    yield "HEADER"
    for name, value in h["fields"].items():
        reason = f"  [filled in: {h['inferred'][name]}]" if name in h["inferred"] else ""
        if value is not None or reason:
            yield f"  {name}: {value}{reason}"
    if h["not_found"]:
        yield f"  not found: {', '.join(h['not_found'])}"
    for s in h["signers"]:
        yield f"  signer: {s['name']} ({s['title'] or '-'}, {s['capacity'] or '-'})"
    yield f"  recipients: {h['recipients']}"
    for line in h["lines"]:
        yield f"    {line['taken_as']:<12} {line['place']}: {_cut(line['text'])}"


def _tables(tables: list[dict[str, Any]]) -> Iterator[str]:
    yield f"TABLES ({len(tables)})"
    for t in tables:
        title = " - ".join(filter(None, (t["appendix"], t["caption"]))) or "(no caption)"
        size = f"{t['rows']} rows, {t['groups']} groups, {t['totals']} totals"
        yield f"  {t['table']}: {t['kind']}, {size}: {_cut(title)}"
        roles = "; ".join(f"{_cut(c['title'], 30)} = {c['role'] or '?'}" for c in t["columns"])
        yield f"     columns: {roles}"
        for join in t["joins"]:
            doubt = " (doubtful)" if join["doubtful"] else ""
            place = f"before row {join['row']}, page {join['page']}"
            yield f"     joined {place}: {join['reason']}{doubt}"
        if t["orphan_headers"]:
            yield f"     repeated header without rows: {t['orphan_headers']}"


def _citations(taken: list[dict[str, Any]], left_out: list[dict[str, Any]]) -> Iterator[str]:
    yield f"CITATIONS ({len(taken)})"
    for c in taken:
        yield f"  {c['place']}: {c['printed']}"
        yield "     parsed: " + "; ".join(f"{k} {_say(v)}" for k, v in c["parsed"].items())
        for name, filled in c["inferred"].items():
            value = "" if filled["value"] is None else f" {_say(filled['value'])}"
            yield f"     filled in: {name}{value} ({filled['reason']})"
        if c["suspect"]:
            yield f"     suspect: {c['suspect']}"
    yield from _left_out(left_out)


def _deadlines(taken: list[dict[str, Any]], left_out: list[dict[str, Any]]) -> Iterator[str]:
    yield f"DEADLINES ({len(taken)})"
    for d in taken:
        yield f"  {d['place']}: {d['printed']}"
        facts = (f"{k} {_say(v)}" for k, v in d.items() if k not in ("place", "printed"))
        yield "     " + "; ".join(facts)
    yield from _left_out(left_out)


def _left_out(rows: list[dict[str, Any]]) -> Iterator[str]:
    if rows:
        yield f"  not taken ({len(rows)})"
    for row in rows:
        yield f"    {row['place']}: {_cut(row['printed'])}: {row['why']}"


def _say(value: object) -> str:
    return _cut(", ".join(map(str, value)) if isinstance(value, list) else str(value))


def _cut(text: str, most: int = 100) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"

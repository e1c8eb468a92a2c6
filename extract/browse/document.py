"""One plan as its page shows it: text with marks where records stand, tables in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from extract.browse.highlight import Span, cut
from extract.browse.labels import WORDS
from extract.browse.reasons import explain
from extract.browse.say import say_day, say_pinpoints, say_when

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_ROMAN = re.compile(r"[IVXLC]{1,7}")
_SHORTEST = 3  # characters of a value that is looked for in the text
_OUTLINED = ("heading", "appendix")
_MOST_IN_OUTLINE = 120


def show_plan(parts: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of `read_plan`, ready for the template.

    blocks: paragraphs and tables in reading order. A paragraph has "pieces"; a table has rows of
    cells, each with "pieces" and the "id" of its passage. outline: headings with their anchors.
    """
    for flag in parts["flags"]:
        flag["reason"] = explain(flag["code"], flag["why"])
    for deadline in parts["deadlines"]:
        deadline["when"] = say_when(deadline)
    for citation in parts["citations"]:
        citation["points"] = say_pinpoints(citation["pinpoints"])
    spans = _spans(parts)
    doubtful = _place_flags(parts, spans)
    for passage in parts["passages"]:
        passage["pieces"] = cut(passage["text"], spans.get(passage["id"], ()))
        passage["doubt"] = doubtful.get(passage["id"], "")
    anchors = {s.id for found in spans.values() for s in found}
    for flag in parts["flags"]:
        flag["anchor"] = flag["id"] if flag["id"] in anchors else flag["passage_id"]
    return {
        **parts,
        "blocks": list(_blocks(parts)),
        "outline": _outline(parts["passages"]),
        "task_places": _task_places(parts),
    }


def _spans(parts: dict[str, Any]) -> dict[str, list[Span]]:
    """Return passage -> what is marked in it."""
    found: dict[str, list[Span]] = {}

    def add(passage: str, span: Span) -> None:
        found.setdefault(passage, []).append(span)

    for c in parts["citations"]:
        role = WORDS["role"].get(c["role"], c["role"])
        title = ". ".join(
            p for p in (f"Viện dẫn ({role}): {c['instrument'] or c['raw']}", c["points"]) if p
        )
        add(
            c["passage_id"],
            Span(c["start"], c["end"], "citation", c["id"], title, c["instrument_id"]),
        )
    for d in parts["deadlines"]:
        title = f"Thời hạn: {d['when'] or d['raw']}"
        add(d["passage_id"], Span(d["start"], d["end"], "deadline", d["id"], title))
    for unit_list in parts["unit_lists"]:
        role = WORDS["role"].get(unit_list["role"], unit_list["role"])
        for place, u in enumerate(unit_list["units"]):
            id_ = f"{unit_list['id']}-{place}"
            title = f"Đơn vị ({role}): {u['name']}"
            add(u["passage_id"], Span(u["start"], u["end"], "unit", id_, title, u["unit_id"]))
    for passage, span in _task_units(parts):
        add(passage, span)
    return found


def _task_units(parts: dict[str, Any]) -> Iterator[tuple[str, Span]]:
    """Yield the places of the units of tasks: in the cells of the row, or in the passage."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for passage in parts["passages"]:
        rows.setdefault(passage["row_id"] or passage["id"], []).append(passage)
    for task in parts["tasks"]:
        for number, unit in enumerate(task["units"]):
            for passage in rows.get(task["row_id"] or task["passage_id"], ()):
                start = passage["text"].find(unit["raw"]) if unit["raw"] else -1
                if start >= 0:
                    role = WORDS["role"].get(unit["role"], unit["role"])
                    yield passage["id"], Span(
                        start, start + len(unit["raw"]), "unit",
                        f"{task['id']}-{passage['seq']}-{number}",
                        f"Đơn vị ({role}): {unit['name']}", unit["unit_id"],
                    )  # fmt: skip


def _place_flags(parts: dict[str, Any], spans: dict[str, list[Span]]) -> dict[str, str]:
    """Mark the words that flags quote; return passage -> doubt for those without such words."""
    texts = {p["id"]: p["text"] for p in parts["passages"]}
    whole: dict[str, list[str]] = {}
    for flag in parts["flags"]:
        text = texts.get(flag["passage_id"])
        if text is None:
            continue
        said = f"Cảnh báo: {flag['reason'].label} – {flag['reason'].sentence}"
        place = _find_value(text, flag["reason"].values)
        if place is None:
            whole.setdefault(flag["passage_id"], []).append(said)
        else:
            span = Span(*place, "doubt", flag["id"], said)
            spans.setdefault(flag["passage_id"], []).append(span)
    return {passage: "; ".join(said) for passage, said in whole.items()}


def _find_value(text: str, values: tuple[str, ...]) -> tuple[int, int] | None:
    for value in values:
        forms = [value, say_day(value)] if _ISO.fullmatch(value) else [value]
        for form in forms:
            start = text.find(form) if len(form) >= _SHORTEST else -1
            if start >= 0:
                return start, start + len(form)
    return None


def _blocks(parts: dict[str, Any]) -> Iterator[dict[str, Any]]:
    tables = {t["id"]: t for t in parts["appendix_tables"]}
    cells = {
        (p["row_id"], p["column_seq"]): p for p in parts["passages"] if p["row_id"] is not None
    }
    placed: set[str] = set()
    page = None
    for passage in parts["passages"]:
        table = passage["table_id"]
        if table in placed:
            continue
        starts = passage["page"] is not None and passage["page"] != page
        page = passage["page"] if starts else page
        shown = {"new_page": page if starts else None}
        if table is None:
            yield {**shown, "passage": passage}
        else:
            placed.add(table)
            yield {**shown, "table": _table(tables[table], cells, parts["passages"])}
    for id_, table in tables.items():
        if id_ not in placed:
            yield {"new_page": None, "table": _table(table, cells, ())}


def _table(table: dict[str, Any], cells: dict[Any, Any], passages: Any) -> dict[str, Any]:
    heads = [p["id"] for p in passages if p["table_id"] == table["id"] and p["row_id"] is None]
    rows = [
        {**row, "cells": [cells.get((row["id"], n)) or {"text": text, "pieces": cut(text, ())}
                          for n, text in enumerate(row["cells"])]}
        for row in table["rows"]
    ]  # fmt: skip
    return {**table, "rows": rows, "heads": heads}


def _outline(passages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    kept = [p for p in passages if p["kind"] in _OUTLINED and p["text"].strip()]
    if len(kept) > _MOST_IN_OUTLINE:
        kept = [p for p in kept if p["kind"] == "appendix" or (p["heading_level"] or 1) == 1]
    return [
        {"id": p["id"], "level": _level(p), "text": _clip(p["text"])}
        for p in kept[:_MOST_IN_OUTLINE]
    ]


def _level(passage: dict[str, Any]) -> int:
    """Return 1 for I, 2 for 1, 3 for 1.1 and a: the printed label says more than the style."""
    label = passage["label"]
    if passage["kind"] == "appendix" or not label:
        return 1 if passage["kind"] == "appendix" else min(passage["heading_level"] or 1, 3)
    if _ROMAN.fullmatch(label):
        return 1
    return 2 if label.isdigit() else 3


def _clip(text: str, width: int = 90) -> str:
    text = " ".join(text[: 4 * width].split())
    return text if len(text) <= width else text[:width].rsplit(" ", 1)[0] + "…"


def _task_places(parts: dict[str, Any]) -> dict[str, str]:
    """Return task -> passage where it stands."""
    first: dict[str, str] = {}
    for passage in parts["passages"]:
        if passage["row_id"]:
            first.setdefault(passage["row_id"], passage["id"])
    return {
        task["id"]: task["passage_id"] or first.get(task["row_id"], "") for task in parts["tasks"]
    }

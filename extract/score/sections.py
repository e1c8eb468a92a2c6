"""The sections of a record, each with what makes a hit and which fields are then compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.score.compare import align, likeness, plain, plain_issuer, plain_symbol

Record = dict[str, Any]
SECTIONS = ("document", "citations", "tables", "cells", "tasks", "units", "deadlines", "flags")


@dataclass(slots=True)
class Score:
    """Counts of one section over all documents. fields: name -> (right, compared)."""

    gold: int = 0
    found: int = 0
    hit: int = 0
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        if self.found:
            return self.hit / self.found
        return 0.0 if self.gold else 1.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def count(self, gold: int, found: int, hit: int) -> None:
        self.gold += gold
        self.found += found
        self.hit += hit

    def compare(self, name: str, right: bool) -> None:
        was_right, compared = self.fields.get(name, (0, 0))
        self.fields[name] = (was_right + right, compared + 1)

    def to_dict(self) -> dict[str, Any]:
        """Return the figures, rounded to four places."""
        return {
            "gold": self.gold,
            "found": self.found,
            "hit": self.hit,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "fields": {n: round(r / c, 4) for n, (r, c) in sorted(self.fields.items())},
        }


@dataclass(frozen=True, slots=True)
class _Section:
    """A list of records: what makes two of them one, and the fields compared then.

    match, least: see `align`. compare: yields (field, right). show: a record in a miss.
    """

    match: Callable[[Record, Record], float]
    least: float
    compare: Callable[[Record, Record], Iterator[tuple[str, bool]]]
    show: Callable[[Record], str]


def score_record(gold: Record, found: Record, scores: dict[str, Score], name: str) -> None:
    """Add one document to the scores; found is {} for a document without a record."""
    _score_header(gold["document"], found.get("document") or {}, scores["document"], name)
    for section in ("citations", "tasks", "deadlines", "flags"):
        wanted, got = gold[section], found.get(section) or []
        _score_list(_LISTS[section], wanted, got, scores[section], f"{name} {section}")
    tables = found.get("tables") or []
    pairs = _score_list(_TABLES, gold["tables"], tables, scores["tables"], f"{name} tables")
    _score_cells(gold["tables"], tables, pairs, scores["cells"], name)
    _score_units(gold["unit_lists"], found.get("unit_lists") or [], scores["units"], name)


def _score_header(gold: Record, found: Record, score: Score, name: str) -> None:
    for key in ("doc_type", "symbol", "place", "issued_on", "issuer", "title"):
        wanted, got = gold.get(key), found.get(key)
        fold = {"symbol": plain_symbol, "issuer": plain_issuer}.get(key, plain)
        right = likeness(wanted, got) >= 0.95 if key == "title" else fold(wanted) == fold(got)
        score.count(1, 1, int(right))
        score.compare(key, right)
        if not right:
            score.misses.append(f"{name} document.{key}: want {wanted!r}, got {got!r}")
    names = [[plain(s.get("name")) for s in d.get("signers") or []] for d in (gold, found)]
    score.compare("signers", names[0] == names[1])
    lines = [[plain(r) for r in d.get("recipients") or []] for d in (gold, found)]
    score.compare("recipients", lines[0] == lines[1])


def _score_list(
    section: _Section, gold: Sequence[Record], found: Sequence[Record], score: Score, name: str
) -> list[tuple[int, int]]:
    pairs = align(gold, found, section.match, section.least)
    score.count(len(gold), len(found), len(pairs))
    for i, j in pairs:
        for key, right in section.compare(gold[i], found[j]):
            score.compare(key, right)
            if not right:
                wanted, got = (_show_field(r, key) for r in (gold[i], found[j]))
                place = f"{name} {section.show(gold[i])} {key}"
                score.misses.append(f"{place}: want {wanted}, got {got}")
    met = {i for i, _ in pairs}, {j for _, j in pairs}
    score.misses += [
        f"{name} missed: line {r.get('line')} {section.show(r)}"
        for i, r in enumerate(gold)
        if i not in met[0]
    ]
    score.misses += [
        f"{name} not in gold: {section.show(r)}" for j, r in enumerate(found) if j not in met[1]
    ]
    return pairs


def _show_field(record: Record, name: str) -> str:
    """Return what was compared as `name`, cut to a line."""
    keys = _COMPARED.get(name, (name,))
    return ", ".join(repr(record.get(key)) for key in keys)[:160]


def _cells(table: Record) -> set[tuple[int, int, str]]:
    return {
        (r, c, text)
        for r, row in enumerate(table.get("rows") or [])
        for c, cell in enumerate(row)
        if (text := plain(cell))
    }


def _score_cells(
    gold: Sequence[Record],
    found: Sequence[Record],
    pairs: list[tuple[int, int]],
    score: Score,
    name: str,
) -> None:
    for i, j in pairs:
        wanted, got = _cells(gold[i]), _cells(found[j])
        score.count(len(wanted), len(got), len(wanted & got))
        score.misses += [
            f"{name} table {i} cell ({r},{c}) missed: {text[:80]!r}"
            for r, c, text in sorted(wanted - got)[:5]
        ]
    met = {i for i, _ in pairs}, {j for _, j in pairs}
    score.gold += sum(len(_cells(t)) for i, t in enumerate(gold) if i not in met[0])
    score.found += sum(len(_cells(t)) for j, t in enumerate(found) if j not in met[1])


def _score_units(gold: Sequence[Record], found: Sequence[Record], score: Score, name: str) -> None:
    lists = [[[plain(u) for u in units.get("units") or []] for units in d] for d in (gold, found)]
    wanted, got = (Counter(unit for units in side for unit in units) for side in lists)
    score.count(wanted.total(), got.total(), (wanted & got).total())
    for units in lists[0]:
        score.compare("list_exact", units in lists[1])
    score.misses += [f"{name} unit missed: {unit!r}" for unit in (wanted - got).elements()]
    score.misses += [f"{name} unit not in gold: {unit!r}" for unit in (got - wanted).elements()]


def _match_citation(gold: Record, found: Record) -> float:
    same_type = plain(gold.get("type")) == plain(found.get("type"))
    if gold.get("symbol") or found.get("symbol"):
        if plain_symbol(gold.get("symbol")) != plain_symbol(found.get("symbol")):
            return 0.0
        return 1.0 if same_type else 0.9
    return float(same_type and likeness(gold["raw"], found.get("raw")) >= 0.8)


def _compare_citation(gold: Record, found: Record) -> Iterator[tuple[str, bool]]:
    yield "type", plain(gold["type"]) == plain(found.get("type"))
    yield "issued_on", gold["issued_on"] == found.get("issued_on")
    yield "issuer", plain_issuer(gold["issuer"]) == plain_issuer(found.get("issuer"))
    pinpoints = [[plain(p) for p in r.get("pinpoints") or []] for r in (gold, found)]
    yield "pinpoints", pinpoints[0] == pinpoints[1]
    yield "role", gold["role"] == found.get("role")
    if gold.get("subject"):
        yield "subject", likeness(gold["subject"], found.get("subject")) >= 0.9
    yield "suspect", bool(gold.get("suspect")) == bool(found.get("suspect"))


def _header_texts(table: Record) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in table.get("header") or []]


def _match_table(gold: Record, found: Record) -> float:
    """Share of cell texts in common; of header texts where neither has a body."""
    wanted, got = ({text for _, _, text in _cells(t)} for t in (gold, found))
    if not wanted and not got:
        wanted, got = ({c for row in _header_texts(t) for c in row} for t in (gold, found))
    return len(wanted & got) / len(wanted | got) if wanted | got else 0.0


def _compare_table(gold: Record, found: Record) -> Iterator[tuple[str, bool]]:
    yield "appendix", plain(gold["appendix"]) == plain(found.get("appendix"))
    caption = found.get("caption")
    yield (
        "caption",
        likeness(gold["caption"], caption) >= 0.9 if gold["caption"] else not caption,
    )
    yield "header", _header_texts(gold) == _header_texts(found)
    yield "row_count", len(gold["rows"]) == len(found.get("rows") or [])
    yield "kind", gold["kind"] == found.get("kind")


def _match_task(gold: Record, found: Record) -> float:
    return float(all(plain(gold[key]) == plain(found.get(key)) for key in ("task", "ordinal")))


def _compare_task(gold: Record, found: Record) -> Iterator[tuple[str, bool]]:
    for key in ("lead", "coordinating", "product", "deadline"):
        yield key, plain(gold.get(key)) == plain(found.get(key))
    yield "budget_vnd", gold.get("budget_vnd") == found.get("budget_vnd")
    yield "group", bool(gold.get("group")) == bool(found.get("group"))


def _compare_deadline(gold: Record, found: Record) -> Iterator[tuple[str, bool]]:
    yield "span_exact", plain(gold["raw"]) == plain(found.get("raw"))
    yield "kind", gold["kind"] == found.get("kind")
    yield "dates", all(gold[key] == found.get(key) for key in ("start_on", "due_on"))
    yield "source", gold["source"] == found.get("source")
    if gold["kind"] == "recurring":
        rules = [sorted((r.get("rrule") or "").split(";")) for r in (gold, found)]
        yield "rrule", rules[0] == rules[1]
    if gold["kind"] == "relative":
        days = [bool(r.get("business_days")) for r in (gold, found)]
        yield "offset", gold["offset"] == found.get("offset") and days[0] == days[1]
        yield "anchor", likeness(gold["anchor"], found.get("anchor")) >= 0.6
    if gold.get("responsible"):
        yield "responsible", likeness(gold["responsible"], found.get("responsible")) >= 0.6


def _same_code(gold: Record, found: Record) -> float:
    return float(plain(gold["code"]) == plain(found.get("code")))


def _no_fields(gold: Record, found: Record) -> Iterator[tuple[str, bool]]:
    yield from ()


_COMPARED = {  # name of a compared field -> keys of the record, where they differ
    "span_exact": ("raw",),
    "dates": ("start_on", "due_on"),
    "offset": ("offset", "business_days"),
    "row_count": ("rows",),
}


def _raw(record: Record) -> str:
    return repr(record.get("raw"))


_TABLES = _Section(_match_table, 0.3, _compare_table, lambda r: repr(r.get("caption")))
_LISTS = {
    "citations": _Section(_match_citation, 0.9, _compare_citation, _raw),
    "tasks": _Section(
        _match_task, 1.0, _compare_task, lambda r: f"{r.get('ordinal')} {str(r.get('task'))[:70]!r}"
    ),
    "deadlines": _Section(
        lambda g, p: likeness(g["raw"], p.get("raw")), 0.6, _compare_deadline, _raw
    ),
    "flags": _Section(_same_code, 1.0, _no_fields, lambda r: f"{r.get('code')}: {r.get('why')}"),
}

"""A plan as the writer takes it: plain tuples in the order of the columns, made by the worker.

The writer is alone while many read: all that one document decides is worked out here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import itemgetter

from extract.model import Plan
from extract.store.rows import Rows, Value, merge_statements, plan_rows
from extract.store.tables import BY_NAME, TABLES

Tuples = tuple[tuple[Value, ...], ...]

SHARED = ("documents", "instruments", "units")  # written in ways of their own
_INSTRUMENT = BY_NAME["instruments"].stored


@dataclass(frozen=True, slots=True)
class Prepared:
    """All rows of one document. owned: table -> rows, in the order in which they are written.

    instruments: as this document alone describes them, with its own counts. fts_ids: first and
    last number of its passages in the full-text index, or None when it has no text.
    """

    id: str
    sha256: str
    document: tuple[Value, ...]
    instruments: Tuples
    units: Tuples
    owned: tuple[tuple[str, Tuples], ...]
    fts_ids: tuple[int, int] | None

    @property
    def instrument_ids(self) -> set[str]:
        return {str(row[0]) for row in self.instruments}


def prepare_plan(plan: Plan, version: str, ingested_at: str) -> Prepared:
    """Return the rows of the plan, ready to be written."""
    rows = plan_rows(plan, version, ingested_at)
    found = {table.name: _tuples(table.name, rows) for table in TABLES if rows.get(table.name)}
    passages = rows["passages"]
    return Prepared(
        id=plan.document.id,
        sha256=plan.document.sha256,
        document=found["documents"][0],
        instruments=_instruments(rows),
        units=found.get("units", ()),
        owned=tuple((name, found[name]) for name in found if name not in SHARED),
        fts_ids=(_number(passages[0]["fts_id"]), _number(passages[-1]["fts_id"]))
        if passages
        else None,
    )


def _tuples(name: str, rows: Rows) -> Tuples:
    if name == "instruments":
        return ()
    return tuple(map(itemgetter(*BY_NAME[name].stored), rows[name]))


def _number(value: Value) -> int:
    return int(value or 0)


def _instruments(rows: Rows) -> Tuples:
    cited = Counter(row["instrument_id"] for row in rows["citations"])
    made = []
    for row in rows["instruments"]:
        own = [s for s in rows["document_instruments"] if s["instrument_id"] == row["id"]]
        said = {
            "held_document_id": None, **merge_statements(own), **row,
            "citation_count": cited[row["id"]], "document_count": 1,
        }  # fmt: skip
        said["type"] = said["type"] or ""
        made.append(tuple(said[column] for column in _INSTRUMENT))
    return tuple(made)

"""Tables and tasks of the real samples against their gold."""

import json

import pytest

from extract.model import Header
from extract.readers import read
from extract.stages.tables import join_tables
from extract.stages.tasks import find_tasks


def squeeze(rows):
    return [[" ".join(cell.split()) for cell in row] for row in rows]


@pytest.mark.parametrize("name", ["000", "002", "004"])
def test_gold(shared, name):
    """Every table, cell and task of the gold is found, and nothing else."""
    gold = json.loads((shared / "gold" / f"{name}.json").read_text("utf-8"))
    passages, tables = join_tables(read(shared / "samples" / f"{name}.txt"))
    assert [(t.appendix, t.caption, t.kind, t.line) for t in tables] == [
        (t["appendix"], t["caption"], t["kind"], t["line"]) for t in gold["tables"]
    ]
    for found, expected in zip(tables, gold["tables"], strict=True):
        assert squeeze(found.header) == squeeze(expected["header"])
        assert squeeze(row.cells for row in found.rows) == squeeze(expected["rows"])
    tasks = [t for t in find_tasks(passages, tables, Header()) if t.source == "table"]
    fields = (
        "ordinal",
        "task",
        "lead",
        "coordinating",
        "product",
        "deadline",
        "budget_vnd",
        "group",
    )
    assert [[getattr(t, f) for f in fields] for t in tasks] == [
        [t[f] for f in fields] for t in gold["tasks"]
    ]


def test_long_table(shared):
    """Sample 001: one table of 104 rows over eleven pages, two rows cut by the page, one total."""
    passages, (table,) = join_tables(read(shared / "samples" / "001.txt"))
    assert len(table.rows) == 104
    assert [(j.row, j.doubtful) for j in table.joins if "cut" in j.reason] == [
        (11, False), (35, False)]  # fmt: skip
    assert [row.kind for row in table.rows].count("total") == 1
    assert table.rows[-1].kind == "total"
    tasks = [t for t in find_tasks(passages, (table,), Header()) if t.source == "table"]
    assert len(tasks) == 103
    groups = {t.ordinal: t.budget_vnd for t in tasks if t.ordinal in ("1", "1.2", "7")}
    assert groups == {"1": 12_900_000, "1.2": 3_960_000, "7": 4_000_000}


def test_orphan_header(shared):
    """Sample 002 ends with a header row that no rows follow (line 135)."""
    _, tables = join_tables(read(shared / "samples" / "002.txt"))
    assert [[o.line for o in table.orphan_headers] for table in tables] == [[], [135]]

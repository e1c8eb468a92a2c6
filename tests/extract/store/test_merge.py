"""Merging: parts read apart give what one run gives; a foreign file changes nothing."""

import sqlite3

import pytest

from extract.errors import DatabaseError
from extract.store.check import check_database
from extract.store.merge import finish_merge, merge_database
from extract.store.migrations import open_database
from extract.store.publish import publish_copy
from extract.store.tables import TABLES


def dump(path) -> dict[str, list[tuple]]:
    connection = open_database(path)
    return {
        t.name: [
            tuple(row)
            for row in connection.execute(
                "select {} from {}".format(  # noqa: S608
                    ", ".join(f'"{c}"' for c in t.stored if c != "run_id"), t.name
                )
            )
        ]
        for t in TABLES
        if t.name != "runs"
    }


def merge(target, *parts) -> list[int]:
    connection = open_database(target, create=True)
    added = [merge_database(connection, part, "0") for part in parts]
    finish_merge(connection)
    connection.close()
    return added


def test_parts_in_any_order_give_the_whole(tmp_path, make_plan, store):
    """Two parts that share a document, merged either way, equal one database of all."""
    plans = [make_plan(f"{i}.docx", bytes([i]), f"Kế hoạch {i % 2}") for i in range(4)]
    store(tmp_path / "a.db", plans[:3])
    store(tmp_path / "b.db", plans[2:])
    store(tmp_path / "all.db", plans)
    finish_merge(open_database(tmp_path / "all.db"))
    assert merge(tmp_path / "ab.db", tmp_path / "a.db", tmp_path / "b.db") == [3, 1]
    assert merge(tmp_path / "ba.db", tmp_path / "b.db", tmp_path / "a.db") == [2, 2]
    assert dump(tmp_path / "ab.db") == dump(tmp_path / "all.db") == dump(tmp_path / "ba.db")
    problems = list(check_database(open_database(tmp_path / "ab.db")))
    assert not [p for p in problems if p.damage]


def test_merging_again_adds_nothing(tmp_path, database):
    """A part that was merged before is skipped."""
    target = tmp_path / "target.db"
    assert merge(target, database) == [2]
    before = dump(target)
    assert merge(target, database) == [0]
    assert dump(target) == before


def test_other_files_are_refused(tmp_path, database):
    """A public copy lacks what a merge needs; another program's file is none of ours."""
    publish_copy(database, tmp_path / "pub.db")
    sqlite3.connect(tmp_path / "other.db").execute("create table t (x)").connection.close()
    for name in ("pub.db", "other.db", "no.db"):
        with pytest.raises(DatabaseError):
            merge(tmp_path / "target.db", tmp_path / name)
    connection = open_database(tmp_path / "target.db")
    assert connection.execute("select count(*) from documents").fetchone()[0] == 0

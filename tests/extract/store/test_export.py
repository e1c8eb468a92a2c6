"""Exports and the public copy: complete, harmless, without private tables."""

import csv
import json
import sqlite3

import pytest
from pyarrow import parquet

from extract.errors import DatabaseError, WrongUsage
from extract.store.export import export_tables, guard_cell
from extract.store.migrations import open_database, open_read_only
from extract.store.publish import inspect, publish_copy
from extract.store.read import public_tables


def test_jsonl_holds_every_row_with_its_lists(database, tmp_path):
    """One JSON value a line; cells are lists, not text."""
    export_tables(open_read_only(database), tmp_path / "out", "jsonl")
    lines = (tmp_path / "out" / "table_rows.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["cells"][1] for line in lines] == ["Phòng Nội vụ"] * 2
    passage = json.loads((tmp_path / "out" / "passages.jsonl").read_text("utf-8").splitlines()[0])
    assert "text_kd" not in passage


def test_csv_is_for_excel(database, tmp_path):
    """A byte order mark, and no cell that a spreadsheet would run."""
    connection = open_database(database)
    connection.execute("update tasks set task = '=HYPERLINK(\"http://x\")' where seq = 0")
    export_tables(connection, tmp_path, "csv")
    data = (tmp_path / "tasks.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert rows[0]["task"].startswith("'=")


GUARDED = {"formula": ("=1+1", "'=1+1"), "dash": ("- a", "'- a"), "empty": ("", ""),
           "null": (None, ""), "negative number": (-1, -1), "text": ("a=b", "a=b")}  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), GUARDED.values(), ids=GUARDED)
def test_guard(value, expected):
    """Only text that begins like a formula is changed."""
    assert guard_cell(value) == expected


def test_parquet_keeps_types_and_counts(database, tmp_path):
    """Numbers stay numbers, also in tables without rows."""
    export_tables(open_read_only(database), tmp_path, "parquet")
    for table in public_tables():
        found = parquet.read_table(tmp_path / f"{table.name}.parquet")
        assert found.column_names == list(table.exported)
    assert parquet.read_table(tmp_path / "documents.parquet")["bytes"].to_pylist() == [3, 3]


def test_the_public_copy_is_clean_and_whole(database, tmp_path):
    """No paths, failures or runs; search still works; a second time is refused."""
    target = tmp_path / "pub" / "kho.db"
    target.parent.mkdir()
    publish_copy(database, target)
    copy = sqlite3.connect(target)
    names = {r[0] for r in copy.execute("select name from sqlite_master")}
    assert not {"paths", "files", "runs", "_sqlite_migrations"} & names
    assert b"/archive/" not in target.read_bytes()
    found = copy.execute("select count(*) from passages_fts where passages_fts match 'doan'")
    assert found.fetchone()[0] == 2
    assert copy.execute("pragma journal_mode").fetchone()[0] == "delete"
    assert inspect(target)["tables"]["documents"] == {"count": 2}
    with pytest.raises(WrongUsage):
        publish_copy(database, target)


def test_a_damaged_database_is_not_published(database, tmp_path):
    """Rows that point nowhere stop it, and no copy is left under the name."""
    connection = open_database(database)
    connection.execute("pragma foreign_keys = off")
    connection.execute("delete from units")
    connection.close()
    with pytest.raises(DatabaseError):
        publish_copy(database, tmp_path / "pub.db")
    assert not (tmp_path / "pub.db").exists()

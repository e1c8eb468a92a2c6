"""The schema: every promised table and column, and SQL that SQLite takes."""

import sqlite3

import pytest

from extract.errors import DatabaseError
from extract.store.migrations import open_database, open_read_only
from extract.store.tables import TABLES, VIEWS

PROMISED = {
    "documents": "id sha256 file_name format bytes pages scanned ocr_confidence doc_type number symbol symbol_key place issued_on issuer issuer_level title plan_year issued_with extractor_version ingested_at",
    "paths": "path document_id seen_at",
    "signers": "document_id seq",
    "recipients": "document_id seq",
    "passages": "id document_id seq page kind label section text",
    "instruments": "id type number year symbol symbol_key issuer issued_on title citation_count held_document_id iri",
    "citations": "id document_id instrument_id passage_id row_id page start end raw type symbol issued_on issued_on_raw issuer subject role suspect inferred context",
    "pinpoints": "citation_id article clause point",
    "relations": "source_id target_id kind citation_id",
    "standards": "document_id passage_id row_id page start end raw symbol year suspect",
    "appendix_tables": "id document_id seq appendix caption kind page_from page_to row_count column_count header",
    "table_rows": "id table_id seq page ordinal level parent_id cells",
    "tasks": "id document_id row_id ordinal task lead coordinating product deadline budget_vnd is_group parent_id",
    "units": "id name kind level code parent_id",
    "task_units": "task_id unit_id role",
    "unit_lists": "id document_id title role",
    "unit_list_items": "list_id seq unit_id raw",
    "deadlines": "id document_id passage_id row_id task_id page start end raw source kind mod start_on due_on rrule freq offset business_days anchor timex3 basis action responsible unit_id",
    "flags": "id document_id code why page passage_id row_id",
    "files": "sha256 path status attempts stage error message seconds run_id",
    "runs": "id started_at ended_at version options done failed refused",
}  # fmt: skip


@pytest.mark.parametrize("table", PROMISED)
def test_the_promised_columns_are_there(table, database):
    """Names of tables and columns are a contract: columns may be added, never renamed."""
    connection = open_read_only(database)
    found = [row["name"] for row in connection.execute(f"pragma table_xinfo({table})")]
    assert set(PROMISED[table].split()) <= set(found)


@pytest.mark.parametrize("view", VIEWS, ids=[v.name for v in VIEWS])
def test_a_view_has_the_columns_it_describes(view, database):
    """The description of a view names its columns in order."""
    cursor = open_read_only(database).execute(f"select * from {view.name}")  # noqa: S608
    assert [c[0] for c in cursor.description] == [name for name, _ in view.columns]


def test_every_foreign_key_and_facet_is_indexed(database):
    """A column that is filtered or joined by is the first of an index or of the key."""
    connection = open_read_only(database)
    for table in TABLES:
        indexed = {table.key[0]}
        for row in connection.execute(f"pragma index_list({table.name})").fetchall():
            first = connection.execute(f"pragma index_info({row['name']})").fetchone()
            indexed.add(first["name"])
        wanted = {c.name for c in table.columns if c.references or c.facet}
        assert wanted <= indexed, table.name


def test_the_views_say_what_is_due_and_who_amends_whom(database):
    """Dated and undated deadlines part; an amendment is followed from its source."""
    connection = open_read_only(database)
    due = connection.execute("select due_on, unit, document_symbol from v_due order by due_on")
    assert [tuple(r) for r in due][::2] == [
        ("2020-06-30", "Phòng Nội vụ", "50/KH-UBND"),
        ("2020-10-19", None, "50/KH-UBND"),
    ]
    assert connection.execute("select count(*) from v_undated").fetchone()[0] == 2
    chain = connection.execute("select source, kind, target, depth from v_amendments").fetchall()
    assert [tuple(r) for r in chain] == [
        ("Quyết định 9/QĐ-UBND", "amends", "Quyết định 7/QĐ-UBND", 1)
    ]


def test_amendments_are_followed_over_several_steps_and_end_in_a_circle(tmp_path):
    """C amends B, B amends A, A amends C: each pair once, and the view ends."""
    path = tmp_path / "x.db"
    connection = open_database(path, create=True)
    connection.execute("pragma foreign_keys = off")
    for i in "abc":
        connection.execute(
            "insert into instruments (id, key, label, type, citation_count, document_count)"
            " values (?, ?, ?, '', 0, 0)", [i, i, i],
        )  # fmt: skip
    for seq, (source, target) in enumerate(["cb", "ba", "ac"]):
        connection.execute(
            "insert into relations values ('d', ?, ?, ?, 'amends', '', null, 'x')",
            [seq, source, target],
        )
    rows = connection.execute("select source_id, target_id, depth from v_amendments").fetchall()
    assert sorted((r[0] + r[1], r[2]) for r in rows) == [
        ("ab", 2), ("ac", 1), ("ba", 1), ("bc", 2), ("ca", 2), ("cb", 1),
    ]  # fmt: skip


SEARCHES = {
    "with marks": ("quyết định", True), "without marks": ("quyet dinh", True),
    "đ as d": ("doan kiem tra", True), "d as đ is another letter": ("đoan", True),
    "symbol": ('"61/2018/ND-CP"', True), "nonsense": ("xyzzy", False),
}  # fmt: skip


@pytest.mark.parametrize(("query", "found"), SEARCHES.values(), ids=SEARCHES)
def test_search_needs_no_marks(query, found, database):
    """Text is found with marks and without, đ included; symbols as phrases."""
    rows = open_read_only(database).execute(
        "select p.id from passages_fts f join passages p on p.fts_id = f.rowid"
        " where passages_fts match ?", [query],
    ).fetchall()  # fmt: skip
    assert bool(rows) == found


def test_a_foreign_or_missing_or_newer_database_is_refused(tmp_path, database):
    """Only our own files of a known version are opened, and nothing is made by asking."""
    missing, other = tmp_path / "no.db", tmp_path / "other.db"
    sqlite3.connect(other).execute("create table t (x)").connection.close()
    text = tmp_path / "text.db"
    text.write_text("this is no database, only a text that is long enough" * 3)
    for path in (missing, other, text):
        for opened in (open_database, open_read_only):
            with pytest.raises(DatabaseError):
                opened(path)
    assert not missing.exists()
    connection = open_database(database)
    connection.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at)"
        " values ('trichluc', 'm999_later', '')"
    )
    connection.close()
    with pytest.raises(DatabaseError, match="newer version"):
        open_database(database)


def test_opening_again_migrates_nothing(database):
    """Each migration is recorded by name and applied once."""
    names = [r["name"] for r in open_database(database).execute("select * from _sqlite_migrations")]
    assert len(names) == len(set(names)) >= 1

"""Writing: whole documents or nothing, stable ids, shared rows whatever the order."""

import dataclasses
import itertools
import json
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import UnitName
from extract.store.check import check_database
from extract.store.migrations import database_error, open_database
from extract.store.rows import context, instrument_id, merge_statements, plan_rows, unit_id
from extract.store.tables import BY_NAME, TABLES
from extract.store.write import transaction, write_plan


def dump(connection) -> dict[str, list[tuple]]:
    return {
        t.name: [tuple(r) for r in connection.execute(f'select * from "{t.name}"')]  # noqa: S608
        for t in TABLES
    }


def test_every_column_of_every_row_is_written(plan):
    """Rows have exactly the columns that the schema stores; nothing is dropped unseen."""
    for name, rows in plan_rows(plan, "0", "now").items():
        if name != "instruments":  # written from what all documents say
            for row in rows:
                assert set(row) == set(BY_NAME[name].stored), name


def test_all_records_arrive(database, plan):
    """Each record of the plan is a row of its table, and points where it should."""
    connection = open_database(database)
    one = plan.document.id
    counts = {
        name: connection.execute(
            f"select count(*) from {name} where document_id = ?", [one]  # noqa: S608
        ).fetchone()[0]
        for name in ("signers", "recipients", "passages", "citations", "relations", "tasks",
                     "appendix_tables", "unit_lists", "deadlines", "flags", "notes")
    }  # fmt: skip
    assert counts == {
        "signers": 1, "recipients": 2, "passages": 8, "citations": 3, "relations": 1, "tasks": 2,
        "appendix_tables": 1, "unit_lists": 1, "deadlines": 3, "flags": 3, "notes": 1,
    }  # fmt: skip
    row = connection.execute("select * from table_rows").fetchone()
    assert json.loads(row["cells"]) == ["Rà soát thủ tục", "Phòng Nội vụ", "Quý II/2020"]
    deadline = connection.execute("select * from deadlines where source = 'table'").fetchone()
    assert (deadline["row_id"], deadline["page"]) == (row["id"], 2)
    unit = connection.execute(
        "select u.name, p.name as parent from units u join units p on p.id = u.parent_id"
    ).fetchone()
    assert tuple(unit) == ("Phòng Nội vụ", "UBND huyện A")
    assert not [p for p in check_database(connection) if p.damage]


def test_writing_again_changes_nothing_else(database, plan):
    """A document written twice leaves the same database, full-text index included."""
    connection = open_database(database)
    before = dump(connection)
    for _ in range(2):
        with transaction(connection):
            write_plan(connection, plan, "0", "2026-01-01T00:00:00Z")
    assert dump(connection) == before
    assert not [p for p in check_database(connection) if p.damage]


def test_a_shorter_reading_leaves_nothing_of_the_longer(database, plan):
    """What a document no longer holds is gone, with instruments that only it cited."""
    connection = open_database(database)
    poorer = dataclasses.replace(
        plan, citations=plan.citations[:1], instruments=plan.instruments[:1], relations=(),
        deadlines=(), tasks=(), unit_lists=(), flags=(), passages=plan.passages[:2], tables=(),
    )  # fmt: skip
    with transaction(connection):
        write_plan(connection, poorer, "0", "now")
    label = "select count(*) from instruments where label = 'Quyết định 9/QĐ-UBND'"
    assert connection.execute(label).fetchone()[0] == 1  # the other document cites it
    counts = connection.execute("select citation_count, document_count from instruments").fetchall()
    assert sorted(map(tuple, counts)) == [(1, 1), (1, 1), (2, 2)]
    assert not [p for p in check_database(connection) if p.damage]


def test_a_plan_that_does_not_fit_leaves_no_trace(database, plan):
    """A row that breaks a rule undoes the whole document, not the rest."""
    connection = open_database(database)
    before = dump(connection)
    wrong = dataclasses.replace(
        plan, document=dataclasses.replace(plan.document, sha256="f" * 64),
        flags=(dataclasses.replace(plan.flags[0], why=None),),
    )  # fmt: skip
    with pytest.raises(sqlite3.IntegrityError), transaction(connection):
        write_plan(connection, wrong, "0", "now")
    assert dump(connection) == before


def test_a_full_disk_is_said_as_such(tmp_path, plan):
    """SQLite rolls back by itself when no room is left: the cause is told, and nothing is half there."""
    connection = open_database(tmp_path / "a.db", create=True)
    pages = connection.execute("pragma page_count").fetchone()[0]
    connection.execute(f"pragma max_page_count = {pages + 1}")
    with pytest.raises(sqlite3.OperationalError, match="full") as caught, transaction(connection):
        write_plan(connection, plan, "1", "2020-01-01T00:00:00Z")
        connection.execute("create table filler as select zeroblob(9000000) as x")
    assert database_error("a.db", caught.value).cause == "disk_full"
    assert not connection.in_transaction
    assert connection.execute("select count(*) from documents").fetchone()[0] == 0


def test_the_order_of_writing_does_not_matter(tmp_path, make_plan):
    """Three documents in any order give one and the same database."""
    plans = [make_plan(f"{i}.docx", bytes([i]), f"Kế hoạch {i % 2}") for i in range(3)]
    dumps = []
    for number, order in enumerate(itertools.permutations(plans)):
        connection = open_database(tmp_path / f"{number}.db", create=True)
        for plan in order:
            with transaction(connection):
                write_plan(connection, plan, "0", "now")
        dumps.append(dump(connection))
    assert all(d == dumps[0] for d in dumps)


def test_two_documents_with_one_index_number_both_stay(tmp_path, make_plan):
    """When two hashes begin alike, the second document takes the next free numbers."""
    connection = open_database(tmp_path / "x.db", create=True)
    plans = [make_plan("a.txt"), make_plan("b.txt")]
    for plan, tail in zip(plans, "01", strict=True):
        sha = "a" * 12 + tail * 52
        document = dataclasses.replace(plan.document, sha256=sha)
        with transaction(connection):
            write_plan(connection, dataclasses.replace(plan, document=document), "0", "now")
    assert connection.execute("select count(distinct fts_id) from passages").fetchone()[0] == 16
    assert not [p for p in check_database(connection) if p.damage]


def test_ids_are_made_of_what_they_name():
    """Ids do not change between versions: they stand in links and in other people's notes."""
    assert instrument_id("61/2018/nd-cp") == "19985b09255fe8d7"
    unit = UnitName("Phòng  Nội vụ", "Phòng  Nội vụ", "agency", "district", parent="UBND huyện A")
    same = UnitName("PHÒNG NỘI VỤ", "PHÒNG NỘI VỤ", "agency", "district", parent="UBND huyện A")
    other = UnitName("Phòng Nội vụ", "Phòng Nội vụ", "agency", "district", parent="UBND huyện B")
    assert unit_id(unit) == unit_id(same) != unit_id(other)


STATEMENTS = st.lists(
    st.fixed_dictionaries({
        "document_id": st.sampled_from("abc"), "type": st.sampled_from(["Luật", "Nghị định"]),
        "number": st.none() | st.sampled_from("12"), "year": st.none() | st.integers(2018, 2019),
        "symbol": st.none() | st.sampled_from(["1/A", "2/B"]), "issuer": st.none(),
        "issued_on": st.none() | st.sampled_from(["2018-01-01", "2018-01-02"]),
        "title": st.none() | st.text(max_size=3), "iri": st.none(),
    }), min_size=1, max_size=6,
)  # fmt: skip


@given(STATEMENTS, st.randoms())
def test_what_documents_say_together_has_no_order(statements, random):
    """The value most documents give wins, in whatever order they are read."""
    shuffled = list(statements)
    random.shuffle(shuffled)
    assert merge_statements(shuffled) == merge_statements(statements)


def test_the_majority_wins():
    """Two documents against one; null is no vote."""
    base = {"type": "Luật", "number": None, "year": None, "symbol": None, "issuer": None,
            "issued_on": None, "iri": None}  # fmt: skip
    rows = [{**base, "document_id": i, "title": t} for i, t in enumerate(["A", "B", "B", None])]
    assert merge_statements(rows)["title"] == "B"


CONTEXTS = {  # text, span, width, expected
    "whole": ("a bc d", (2, 4), 80, "a bc d"),
    "cut at words on both sides": ("một hai ba bốn năm", (8, 10), 5, "…hai ba bốn…"),
    "no blank to cut at": ("aaaaaaaaaaXbbbbbbbbbb", (10, 11), 3, "…aaaXbbb…"),
    "a symbol is never cut": ("xem 61/2018/NĐ-CP và 62/2018/NĐ-CP", (4, 17), 8,
                              "xem 61/2018/NĐ-CP và…"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "at", "width", "expected"), CONTEXTS.values(), ids=CONTEXTS)
def test_context_is_a_window_of_whole_words(text, at, width, expected):
    """The words around a match, … where something is left out."""
    assert context(text, *at, width) == expected


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_context_always_holds_the_match(text, a, b, width):
    """Whatever the text, the match stands whole in its context."""
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    shown = context(text, start, end, width)
    assert text[start:end] in shown
    assert len(shown) <= end - start + 2 * width + 2

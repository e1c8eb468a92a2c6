"""The check finds planted damage, and none where there is none."""

import pytest

from extract.errors import DatabaseDamaged
from extract.store.check import check_database
from extract.store.migrations import open_database

DAMAGE = {  # statement, name of the check that finds it
    "offset": ("update citations set start = start + 1 where seq = 0", "offsets"),
    "words of a deadline": ("update deadlines set raw = 'x' where seq = 0", "offsets"),
    "orphan": ("delete from passages where seq = 3", "keys"),
    "stale index": ("drop trigger passages_au", "search"),
    "count": ("update instruments set citation_count = 99", "counts"),
    "json": ("update table_rows set cells = '['", "json"),
    "id": ("update documents set sha256 = 'f' || substr(sha256, 2) where file_name = 'kh-50.docx'",
           "ids"),
    "lost document": ("update files set sha256 = '0'", "files"),
}  # fmt: skip


@pytest.mark.parametrize(("sql", "check"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_found(sql, check, database):
    """Each kind of damage is named by the check that is there for it."""
    connection = open_database(database)
    connection.execute("pragma foreign_keys = off")
    connection.execute(sql)
    if "trigger" in sql:
        connection.execute("update passages set text = 'khác' where seq = 1")
    assert check in {p.check for p in check_database(connection) if p.damage}


def test_pages_that_cannot_be_read_end_no_check(database):
    """What a bad sector leaves is named, and so is what else is wrong."""
    connection = open_database(database)
    sql = "select rootpage from sqlite_schema where name = 'citations'"
    (page,) = connection.execute(sql).fetchone()
    (size,) = connection.execute("pragma page_size").fetchone()
    connection.close()
    whole = database.read_bytes()
    database.write_bytes(whole[: (page - 1) * size] + b"\xff" * size + whole[page * size :])
    found = list(check_database(open_database(database)))
    assert {"pages", "offsets"} <= {p.check for p in found if p.damage}
    assert "originals" in {p.check for p in found}
    database.write_bytes(whole[: size * 2])
    with pytest.raises(DatabaseDamaged, match="Restore a copy"):
        open_database(database)


def test_a_whole_database_has_no_damage(database):
    """Originals that were moved away are noted, not taken for damage."""
    problems = list(check_database(open_database(database)))
    assert {(p.check, p.damage) for p in problems} == {("originals", False)}


def test_no_right_to_write_is_no_damage(database):
    """Where the database may not be written, its search index is not compared, and said so."""
    connection = open_database(database)
    connection.execute("pragma query_only = on")
    found = [p for p in check_database(connection) if p.check == "search"]
    assert found
    assert not any(p.damage for p in found)
    assert "not compared" in found[0].what


def test_rows_that_nothing_names_are_noted(database):
    """Left over by a killed run, or a document whose files are gone: no damage, but told."""
    connection = open_database(database)
    connection.execute("delete from paths where path like '%50%'")
    connection.execute(
        "insert into units (id, name, name_key) values ('x', 'Phòng cũ', 'phong cu')"
    )
    found = [p for p in check_database(connection) if p.check == "orphans"]
    assert [p.damage for p in found] == [False, False]
    assert {p.what.split()[0] for p in found} == {"units", "documents"}


def test_a_changed_original_is_found(database, tmp_path):
    """A file that is no longer what was read is damage: it should be ingested."""
    file = tmp_path / "plan.docx"
    file.write_bytes(b"other than one")
    connection = open_database(database)
    connection.execute("update paths set path = ? where path like '%50%'", [str(file)])
    assert any("was changed" in p.what for p in check_database(connection))
    file.write_bytes(b"one")
    assert not any("was changed" in p.what for p in check_database(connection))


def test_much_damage_of_one_kind_is_counted_not_listed(database):
    """A hundred wrong rows do not make a hundred lines."""
    connection = open_database(database)
    connection.execute(
        """with recursive n (i) as (select 10 union all select i + 1 from n where i < 110)
           insert into deadlines select id || i, document_id, i, passage_id, row_id, task_id, page,
             line, start, "end", 'x', source, kind, mod, side, start_on, due_on, due_time, rrule,
             freq, "offset", business_days, anchor, timex3, basis, action, responsible, unit_id,
             suspect from deadlines, n where seq = 0"""
    )
    found = [p for p in check_database(connection) if p.check == "offsets"]
    assert len(found) == 21
    assert "more like these" in found[-1].what

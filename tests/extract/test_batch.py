"""Batches: a second run stores nothing, and neither order nor workers change what is stored."""

import random
import time

import pytest

from extract.batch import work as batch_work
from extract.batch.ingest import ingest
from extract.batch.work import Options
from extract.store.check import check_database
from extract.store.migrations import open_database, open_read_only
from tests.extract.batch_archives import (
    ONE,
    dump,
    everything,
    here,
    ingest_here,
    status,
    write_plans,
)


def test_a_folder_is_stored_and_a_second_run_changes_nothing(tmp_path):
    """Every file once; the second run leaves every row as it is, times included."""
    folder, database = write_plans(tmp_path / "in", 3), tmp_path / "kho.db"
    first = ingest_here([folder], database, ONE)
    assert (first.files, first.done, first.troubled) == (3, 3, False)
    before = everything(database)
    time.sleep(1.1)  # a new second would show
    second = ingest_here([folder, folder / "ke-hoach-001.txt"], database, ONE)
    assert (second.files, second.done, second.unchanged) == (3, 0, 3)
    assert everything(database) == before
    assert [p for p in check_database(open_database(database)) if p.damage] == []


def test_copies_are_paths_not_errors(tmp_path):
    """One content under three names, two at once and one later: one document, three paths."""
    folder, database = write_plans(tmp_path / "in", 1), tmp_path / "kho.db"
    text = (folder / "ke-hoach-001.txt").read_bytes()
    (folder / "ban-sao.txt").write_bytes(text)
    assert ingest_here([folder], database, ONE).duplicates == 1
    (folder / "z.txt").write_bytes(text)
    assert ingest_here([folder], database, ONE).duplicates == 1
    connection = open_read_only(database)
    assert connection.execute("select count(*) from documents").fetchone()[0] == 1
    assert connection.execute("select count(*) from paths").fetchone()[0] == 3
    assert {row[0] for row in status(database).values()} == {"done"}


def test_a_file_that_changed_is_read_again(tmp_path):
    """New content under an old name is a new document; the path leads to it."""
    folder, database = write_plans(tmp_path / "in", 1), tmp_path / "kho.db"
    ingest_here([folder], database, ONE)
    file = folder / "ke-hoach-001.txt"
    file.write_text(file.read_text("utf-8").replace("61/2018", "62/2018"), "utf-8")
    assert ingest_here([folder], database, ONE).done == 1
    connection = open_read_only(database)
    assert connection.execute("select count(*) from documents").fetchone()[0] == 2
    assert connection.execute("select count(*) from paths").fetchone()[0] == 1


def test_the_number_of_workers_does_not_matter(tmp_path):
    """One worker, two or four: the same rows in every table."""
    folder = write_plans(tmp_path / "in", 6)
    for workers in (1, 2, 4):
        ingest([folder], tmp_path / f"{workers}.db", Options(workers=workers))
    assert dump(tmp_path / "1.db") == dump(tmp_path / "2.db") == dump(tmp_path / "4.db")


@pytest.mark.parametrize(
    ("workers", "files", "memory_mb", "threads"),
    [
        (8, 1, 2048, 4),
        (8, 2, 2048, 4),
        (8, 3, 0, 2),
        (8, 7, 2048, 1),
        (8, 100, 2048, 1),
        (3, 1, 2048, 3),
        (64, 4, 2048, 2),
        (8, 1, 512, 1),
    ],
)
def test_scans_get_the_cores_that_no_file_needs(monkeypatch, workers, files, memory_mb, threads):
    """With eight cores: fewer files than workers have more threads each, at most four, never
    more together than there are cores, and one each where memory is short."""
    monkeypatch.setattr(batch_work, "count_cores", lambda: 8)
    options = Options(workers=workers, memory_mb=memory_mb)
    assert options.ocr_settings(files).threads == threads


def test_the_order_of_outcomes_does_not_matter(tmp_path):
    """Whoever is first, and however many come together: the same rows in every table."""
    folder = write_plans(tmp_path / "in", 12)
    (folder / "empty.txt").write_bytes(b"")

    def shuffled(sources, options, stopped, task, expected):
        done = [(source, task(source)) for source in sources]
        random.Random(3).shuffle(done)  # noqa: S311
        while done:
            yield [done.pop() for _ in range(min(len(done), 5))]

    ingest([folder], tmp_path / "a.db", ONE, engine=here)
    ingest([folder], tmp_path / "b.db", ONE, engine=shuffled)
    assert dump(tmp_path / "a.db") == dump(tmp_path / "b.db")


def test_other_patterns_are_another_version(tmp_path):
    """Users' tables change what is found: their fingerprint is part of the version."""
    tables = tmp_path / "tables"
    tables.mkdir()
    assert Options(patterns=tables).version.startswith(Options().version + "+patterns.")
    before = Options(patterns=tables).version
    other = tmp_path / "other"
    other.mkdir()
    (other / "units.csv").write_text("x")
    assert Options(patterns=other).version != before


def test_real_samples_are_stored_whole(shared, tmp_path):
    """The five real plans: all stored, nothing damaged, every offset right."""
    database = tmp_path / "kho.db"
    assert ingest_here([shared / "samples"], database, Options(workers=2)).done == 5
    assert [p for p in check_database(open_database(database)) if p.damage] == []

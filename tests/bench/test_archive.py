"""The archive that the benchmark of batches reads is one that can be read."""

import sqlite3
from contextlib import closing

from bench.archive import expected, make_archive
from bench.ingest import wrong_causes
from extract.batch.ingest import ingest
from extract.batch.work import Options


def here(sources, options, stopped, task, expected):
    for source in sources:
        yield [(source, task(source))]


def test_each_good_file_is_a_plan_and_each_bad_one_has_its_cause(tmp_path, monkeypatch):
    """No two files are alike, and each good one has citations, tables and deadlines."""
    monkeypatch.setattr("bench.archive.TEMPLATES", 1)
    archive, database = tmp_path / "in", tmp_path / "kho.db"
    counted = make_archive(archive, 50, first=50)
    summary = ingest([archive], database, Options(workers=1), engine=here)
    assert summary.done == sum(counted.values()) - len(expected(archive)) == 49
    assert wrong_causes(archive, database) == {}
    with closing(sqlite3.connect(database)) as connection:
        for table in ("citations", "appendix_tables", "deadlines"):
            sql = f"select count(distinct document_id) from {table}"  # noqa: S608
            assert connection.execute(sql).fetchone() == (49,)

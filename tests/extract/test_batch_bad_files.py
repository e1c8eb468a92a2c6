"""Batches: a bad file costs only itself, and its outcome is its own."""

import mmap
import os
import signal
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from extract.batch.apart import outcomes_apart
from extract.batch.ingest import Again, ingest
from extract.batch.pool import outcomes
from extract.batch.work import Failure, Options, Outcome, Source, work
from extract.errors import DiskFull
from tests.extract.batch_archives import (
    ONE,
    everything,
    ingest_here,
    status,
    write_plans,
)


def misbehave(source: Source) -> Outcome:
    """What a bad file could make a worker do."""
    path = source.path
    if path.name == "hang":
        time.sleep(600)
    if path.name == "die":
        os._exit(9)
    if path.name == "eat":
        return Outcome(None, None, float(len(bytearray(3 << 30))))
    if path.name == "shout":
        sys.stdout.write("noise")
        sys.stdout.flush()
    return Outcome(None, None, 1.0)


@pytest.mark.skipif(sys.platform == "win32", reason="memory is limited on POSIX systems only")
def test_one_bad_file_costs_only_itself(capfd):
    """A file that hangs, ends its worker or eats memory fails alone, each with its cause."""
    names = ("good1", "hang", "die", "eat", "shout", "good2", "good3")
    options = Options(workers=2, timeout=3, memory_mb=1500)
    done = outcomes([Source(Path(n)) for n in names], options, task=misbehave)
    found = {source.name: outcome.failure for some in done for source, outcome in some}
    causes = {name: failure and failure.cause for name, failure in found.items()}
    assert causes.pop("eat") in ("unexpected", "memory")  # raised by a task that is not ours
    assert causes == {
        "good1": None, "good2": None, "good3": None, "shout": None,
        "hang": "timeout", "die": "crashed",
    }  # fmt: skip
    assert "9" in found["die"].message
    assert "noise" not in capfd.readouterr().out


_read_before: list[str] = []


def depend(source: Source) -> Outcome:
    """A reader that fares badly in a worker which has read something before."""
    used = bool(_read_before)
    _read_before.append(source.name)
    with (source.path.parent / "read").open("a") as log:
        log.write(f"{source.name}\n")
    if used and "still" in source.name:
        time.sleep(1000)
    if used and "crash" in source.name:
        os._exit(3)
    if "hungry" in source.name and (used or "always" in source.name):
        time.sleep(0.1)
        failure = Failure("failed", "extract", "memory", "too little")
        return Outcome(None, failure, 10.0)
    return Outcome(None, None, 0.1)


def test_what_a_worker_read_before_does_not_matter(tmp_path):
    """A file that fails in a used worker for want of memory, or ends it, is read in a new one."""
    names = [f"{n:02d}-{kind}" for n in range(9) for kind in ("good", "crash", "hungry")]
    names.append("hungry-always")
    sources = [Source(tmp_path / name) for name in names]
    for workers in (1, 3):
        done = list(outcomes(sources, Options(workers=workers, timeout=60), task=depend))
        found = {s.name: outcome.failure for some in done for s, outcome in some}
        assert sum(map(len, done)) == len(names)
        assert {name for name, failure in found.items() if failure} == {"hungry-always"}


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="there the clock is the only limit")
def test_a_worker_that_stands_still_costs_no_file(tmp_path):
    """A file at which a used worker waits without end, using no CPU, is read in a new one."""
    sources = [Source(tmp_path / name) for name in ("1", "2-still", "3")]
    done = list(outcomes(sources, Options(workers=1, timeout=1), task=depend))
    assert [outcome.failure for some in done for _, outcome in some] == [None, None, None]


def test_an_archive_of_bad_files_does_not_take_twice_the_time(tmp_path):
    """Where most files have to be read again, the rest is read once, each in a new process."""
    sources = [Source(tmp_path / f"{n:03d}-hungry-always") for n in range(60)]
    done = list(outcomes(sources, Options(workers=2, timeout=60), task=depend))
    assert sum(map(len, done)) == 60
    assert (tmp_path / "read").read_text().count("\n") < 100


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell what was left")
@pytest.mark.parametrize(("taken", "cause"), [(0, "damaged"), (450, "memory")])
def test_a_reader_that_fails_near_the_limit_fails_for_want_of_memory(tmp_path, taken, cause):
    """Libraries make many things of too little memory; the file is not called damaged for it."""
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04" + b"\0" * 40)
    sources = [Source(tmp_path / "broken.docx")]
    options = Options(workers=1, timeout=60, memory_mb=500)
    task = partial(read_after_taking, taken)
    done = [one for some in outcomes_apart(sources, options, task=task) for one in some]
    assert [outcome.failure.cause for _, outcome in done] == [cause]


def read_after_taking(megabytes: int, source: Source) -> Outcome:
    with mmap.mmap(-1, (megabytes << 20) + 1):
        pass
    return work(source)


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="time of CPU is limited on POSIX only")
@pytest.mark.parametrize("engine", [outcomes, outcomes_apart])
def test_the_time_for_a_file_is_time_of_work(engine):
    """Waiting for a turn on a busy machine is no fault of the file; work without end is ended."""
    sources = [Source(Path("waits")), Source(Path("works")), Source(Path("good"))]
    options = Options(workers=1, timeout=1)
    done = [one for some in engine(sources, options, task=take_time) for one in some]
    causes = {s.name: outcome.failure and outcome.failure.cause for s, outcome in done}
    assert causes == {"waits": None, "works": "timeout", "good": None}


def take_time(source: Source) -> Outcome:
    if source.name == "waits":
        time.sleep(1.5)
    if source.name == "works":
        sum(range(1 << 60))  # inside C: no line of Python is run meanwhile
    return Outcome(None, None, 1.0)


def test_bad_files_are_rows_with_cause_and_attempts(tmp_path):
    """Refused and failed files are recorded, not tried again unasked, and dead after three."""
    folder, database = write_plans(tmp_path / "in", 1), tmp_path / "kho.db"
    (folder / "empty.docx").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04" + b"\0" * 40)
    (folder / "~$open.docx").write_bytes(b"lock")
    (folder / ".hidden").write_text("x")
    summary = ingest_here([folder], database, ONE)
    assert (summary.done, summary.refused + summary.failed, len(summary.skipped)) == (1, 3, 2)
    found = status(database)
    assert found.pop("ke-hoach-001.txt") == ("done", None, 1)
    assert found["empty.docx"] == ("refused", "empty", 1)
    assert all(row[0] == "refused" and row[2] == 1 for row in found.values())
    before = everything(database)
    again = ingest_here([folder], database, ONE)
    assert (again.known, again.troubled) == (3, True)
    assert everything(database) == before
    ingest_here([folder], database, ONE, again=Again(failed=True))
    assert status(database)["empty.docx"] == ("refused", "empty", 2)


def test_a_file_that_always_fails_is_dead_after_three_attempts(tmp_path):
    """Time and again too slow: then it is left alone, until asked for by name."""
    folder, database = write_plans(tmp_path / "in", 1, lines=20_000), tmp_path / "kho.db"
    hasty = Options(workers=1, timeout=0.01)
    for expected in (("failed", "timeout", 1), ("failed", "timeout", 2), ("dead", "timeout", 3)):
        ingest([folder], database, hasty, again=Again(failed=True))
        assert status(database)["ke-hoach-001.txt"] == expected
    assert ingest([folder], database, hasty, again=Again(failed=True)).known == 1
    assert status(database)["ke-hoach-001.txt"][2] == 3


def test_a_full_disk_marks_no_file_as_failed(tmp_path, monkeypatch):
    """A fault of the disk ends the run; the files stay to be done."""
    folder, database = write_plans(tmp_path / "in", 2, lines=100), tmp_path / "kho.db"

    def begin_writing(connection):
        (pages,) = connection.execute("pragma page_count").fetchone()
        connection.execute(f"pragma max_page_count = {pages + 3}")

    with monkeypatch.context() as full:
        full.setattr("extract.batch.ingest.begin_writing", begin_writing)
        with pytest.raises(DiskFull, match="Make room"):
            ingest_here([folder], database, ONE)
    assert status(database) == {}
    assert ingest_here([folder], database, ONE).done == 2


def test_stopping_begins_no_more_files():
    """After the wish to stop, what is running is finished and nothing else is begun."""
    seen: list = []
    sources = [Source(Path(str(i))) for i in range(3000)]
    for some in outcomes(sources, ONE, stopped=lambda: bool(seen), task=misbehave):  # noqa: B023
        seen += some
    assert 1 <= len(seen) < 600  # what was given out before the first result came

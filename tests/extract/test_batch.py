"""Batches: one bad file costs only itself, a killed run is finished by the next, order is nothing."""

import mmap
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import unicodedata
from functools import partial
from pathlib import Path

import pytest

from extract.batch import work as batch_work
from extract.batch.apart import outcomes_apart
from extract.batch.ingest import Again, ingest
from extract.batch.lock import run_lock
from extract.batch.pool import outcomes
from extract.batch.walk import Found, Skipped, walk
from extract.batch.work import Failure, Options, Outcome, Source, work
from extract.errors import DatabaseError, DiskFull, WrongUsage
from extract.store.check import check_database
from extract.store.migrations import open_database, open_read_only
from extract.store.tables import TABLES

TEXT = """ỦY BAN NHÂN DÂN
XÃ SỐ {n}

Số: {n}/KH-UBND

Xã số {n}, ngày 05 tháng 02 năm 2021

KẾ HOẠCH
Cải cách hành chính năm 2021

Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;
Căn cứ Quyết định số {n}/QĐ-UBND ngày 10/01/2021 của UBND huyện A;

1. Công chức Văn phòng gửi báo cáo trước ngày 15/12/2021.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""
WHEN = {"ingested_at", "seen_at", "seconds", "run_id"}
ONE = Options(workers=1, timeout=60)


def here(sources, options, stopped=lambda: False, task=None, expected=0):
    """An engine without processes: what a run decides does not depend on who reads."""
    for source in sources:
        if stopped():
            return
        yield [(source, task(source))]


def ingest_here(*given, **named):
    return ingest(*given, engine=here, **named)


def write_plans(folder: Path, count: int, lines: int = 0) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(1, count + 1):
        more = "".join(f"{i}. Việc thứ {i} xong trước ngày 20/10/2021.\n" for i in range(lines))
        (folder / f"ke-hoach-{n:03d}.txt").write_text(TEXT.format(n=n) + more, "utf-8")
    return folder


def dump(path: Path, without: frozenset = frozenset({"runs"})) -> dict[str, list[tuple]]:
    """Every row of every table, but for what says when it was done."""
    connection = open_read_only(path)
    found = {}
    for table in TABLES:
        if table.name not in without:
            names = ", ".join(f'"{c}"' for c in table.stored if c not in WHEN)
            found[table.name] = [
                tuple(r)
                for r in connection.execute(f'select {names} from "{table.name}"')  # noqa: S608
            ]
    return found


def everything(path: Path) -> dict[str, list[tuple]]:
    connection = open_read_only(path)
    return {
        t.name: [tuple(r) for r in connection.execute(f'select * from "{t.name}"')]  # noqa: S608
        for t in TABLES
        if t.name != "runs"
    }


def status(path: Path) -> dict[str, tuple]:
    rows = open_read_only(path).execute("select * from files")
    return {Path(r["path"]).name: (r["status"], r["error"], r["attempts"]) for r in rows}


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


def test_stopping_begins_no_more_files():
    """After the wish to stop, what is running is finished and nothing else is begun."""
    seen: list = []
    sources = [Source(Path(str(i))) for i in range(1000)]
    for some in outcomes(sources, ONE, stopped=lambda: bool(seen), task=misbehave):  # noqa: B023
        seen += some
    assert 1 <= len(seen) < 200


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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to be copied and killed")
def test_killed_in_the_midst_of_any_statement(tmp_path, monkeypatch):
    """SIGKILL inside the database, at many places, the end of the run too: nothing is damaged,
    and the last run leaves what an unbroken one does."""
    folder = write_plans(tmp_path / "in", 20)
    whole, broken = tmp_path / "whole.db", tmp_path / "broken.db"
    counted = []
    monkeypatch.setattr("extract.batch.ingest.TOGETHER", 2)  # many transactions
    monkeypatch.setattr("extract.batch.ingest.open_database", watched(counted.append))
    ingest_here([folder], whole, ONE)
    chance = random.Random(5)  # noqa: S311
    killed = 0
    for _ in range(12):
        steps = chance.randrange(len(counted) // 4)
        child = os.fork()
        if not child:
            left = iter(range(steps))
            monkeypatch.setattr(
                "extract.batch.ingest.open_database",
                watched(lambda _: next(left, None) is None and os.kill(os.getpid(), 9)),  # noqa: B023
            )
            ingest_here([folder], broken, ONE)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            break
        killed += 1
        assert not [p for p in check_database(open_database(broken, create=True)) if p.damage]
    monkeypatch.undo()
    ingest_here([folder], broken, ONE)
    assert killed >= 3
    assert dump(broken) == dump(whole)


def watched(see):
    """A way to open a database that calls `see` every few instructions that SQLite does."""

    def opened(path, *, create):
        connection = open_database(path, create=create)
        connection.set_progress_handler(lambda: see(None) and 0, 50)
        return connection

    return opened


def test_a_killed_run_is_finished_by_the_next(tmp_path):
    """kill -9 in the middle: nothing half stored; the next run ends where an unbroken one does."""
    folder = write_plans(tmp_path / "in", 500, lines=10)
    whole, broken = tmp_path / "whole.db", tmp_path / "broken.db"
    command = [sys.executable, "-c", "from extract.cli import main; main()", "ingest", folder,
               "--workers", "2", "--db"]  # fmt: skip
    with subprocess.Popen([*command, broken], stdout=subprocess.PIPE) as run:
        while run.poll() is None and stored(broken) < 5:
            time.sleep(0.01)
        os.kill(run.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    middle = stored(broken)
    assert 5 <= middle < 500
    assert not [p for p in check_database(open_database(broken)) if p.damage]
    ingest_here([folder], broken, ONE)
    ingest_here([folder], whole, ONE)
    assert dump(broken) == dump(whole)
    assert stored(broken) == 500


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_nothing_outlives_a_killed_run(tmp_path):
    """Workers, and what they were copied from, end with the run that was killed."""
    folder = write_plans(tmp_path / "in", 500, lines=10)
    command = [sys.executable, "-c", "from extract.cli import main; main()", "ingest", folder,
               "--workers", "2", "--db", tmp_path / "kho.db"]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        while run.poll() is None and stored(tmp_path / "kho.db") < 5:
            time.sleep(0.01)
        started = below(run.pid)
        run.kill()
    assert len(started) >= 3
    until = time.monotonic() + 30
    while any(Path(f"/proc/{one}").exists() for one in started) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [one for one in started if Path(f"/proc/{one}").exists()]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no process groups")
def test_a_worker_that_finds_its_run_gone_ends_alone():
    """Killed while its workers start, a run takes nothing with it that the user has running."""
    code = """if 1:
        import os, signal
        from extract.batch.work import prepare_worker
        gone = os.fork()
        if not gone:
            os._exit(0)
        os.waitpid(gone, 0)
        for _ in range(20):
            worker = os.fork()
            if not worker:
                prepare_worker(gone, 0, None)
                signal.pause()
            os.waitpid(worker, 0)
        print("still here")
    """
    ended = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True,
                           timeout=60, start_new_session=True)  # fmt: skip
    assert ended.stdout == "still here\n", ended
    assert ended.returncode == 0


def below(process: int) -> list[int]:
    """The processes that this one started, and those that they did."""
    children = []
    for thread in Path(f"/proc/{process}/task").iterdir():
        children += map(int, (thread / "children").read_text().split())
    return children + [one for child in children for one in below(child)]


def stored(path: Path) -> int:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            return connection.execute("select count(*) from documents").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_two_runs_never_write_one_database(tmp_path):
    """The second run is told so, and the lock is free again afterwards."""
    folder, database = write_plans(tmp_path / "in", 1), tmp_path / "kho.db"
    with run_lock(database), pytest.raises(DatabaseError, match="another run"):
        ingest([folder], database, ONE)
    assert ingest([folder], database, ONE).done == 1


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


def test_names_in_nfc_and_nfd_are_one_name(tmp_path):
    """A name is stored in NFC, however the file system spells it."""
    folder, database = tmp_path / "in", tmp_path / "kho.db"
    folder.mkdir()
    name = unicodedata.normalize("NFD", "Kế hoạch đợt 1.txt")
    (folder / name).write_text(TEXT.format(n=1), "utf-8")
    ingest_here([folder], database, ONE)
    connection = open_read_only(database)
    path = connection.execute("select path from paths").fetchone()[0]
    file_name = connection.execute("select file_name from documents").fetchone()[0]
    assert unicodedata.is_normalized("NFC", path + file_name)
    assert not [p for p in check_database(open_database(database)) if p.check == "originals"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these are one name there")
def test_one_name_in_nfc_and_in_nfd_are_two_files(tmp_path):
    """Side by side in one folder, each keeps a path of its own; the one in NFC keeps the plain."""
    folder, database = tmp_path / "in", tmp_path / "kho.db"
    folder.mkdir()
    for number, form in enumerate(("NFD", "NFC"), 1):
        name = unicodedata.normalize(form, "Kế hoạch.txt")
        (folder / name).write_text(TEXT.format(n=number), "utf-8")
    for _ in range(2):
        assert ingest_here([folder], database, ONE).files == 2
    rows = (
        open_read_only(database)
        .execute("select path, symbol from paths join documents on id = document_id")
        .fetchall()
    )
    assert {Path(r["path"]).name: r["symbol"] for r in rows} == {
        unicodedata.normalize("NFD", "Kế hoạch.txt"): "1/KH-UBND",
        unicodedata.normalize("NFC", "Kế hoạch.txt"): "2/KH-UBND",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="how long a path may be differs")
def test_folders_deeper_than_a_path_may_be_are_failures(tmp_path, monkeypatch):
    """What lies too deep for the system is recorded as unreadable, and the run goes on."""
    folder = write_plans(tmp_path / "in", 1)
    monkeypatch.chdir(folder)
    for _ in range(25):  # 25 x 200 is more than the 4096 of Linux
        Path("d" * 200).mkdir()
        os.chdir("d" * 200)
    monkeypatch.chdir(tmp_path)
    summary = ingest_here([folder], tmp_path / "kho.db", ONE)
    assert (summary.done, summary.failed) == (1, 1)
    assert summary.causes == {"unreadable": 1}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are always text")
def test_a_name_that_is_no_text_is_no_obstacle(tmp_path):
    """A file name of broken bytes is shown escaped, and the file is read."""
    folder, database = tmp_path / "in", tmp_path / "kho.db"
    folder.mkdir()
    (folder / os.fsdecode(b"a\xff.txt")).write_text(TEXT.format(n=1), "utf-8")
    assert ingest_here([folder], database, ONE).done == 1
    assert not [p for p in check_database(open_database(database)) if p.check == "originals"]


def test_the_walk_is_in_order_and_ends(tmp_path):
    """Sorted by name; links that lead back are followed once; each file is met once."""
    write_plans(tmp_path / "b", 2)
    write_plans(tmp_path / "a", 1)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = list(walk([tmp_path, tmp_path / "b"]))
    files = [f.path.relative_to(tmp_path).as_posix() for f in found if isinstance(f, Found)]
    assert files == ["a/ke-hoach-001.txt", "b/ke-hoach-001.txt", "b/ke-hoach-002.txt"]
    assert {s.path.name for s in found if isinstance(s, Skipped)} == {"loop", "gone.txt"}


def test_a_missing_path_is_wrong_usage(tmp_path):
    """It is said before anything is done, and makes no database."""
    with pytest.raises(WrongUsage):
        ingest_here([tmp_path / "nothing"], tmp_path / "kho.db", ONE)
    assert not (tmp_path / "kho.db").exists()


def test_the_database_in_the_folder_is_not_read(tmp_path):
    """The database, its log and its lock are no documents."""
    folder = write_plans(tmp_path, 1)
    for _ in range(2):
        assert ingest_here([folder], tmp_path / "kho.db", ONE).files == 1


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


@pytest.mark.skipif(sys.platform == "win32", reason="a console event there, not a signal")
def test_ctrl_c_finishes_what_is_being_read(tmp_path):
    """The first Ctrl-C ends the run early and cleanly: exit code 1, the run has its end."""
    folder, database = write_plans(tmp_path / "in", 400, lines=60), tmp_path / "kho.db"
    command = [sys.executable, "-c", "from extract.cli import main; main()", "ingest", folder,
               "--workers", "1", "--db", database]  # fmt: skip
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        while run.poll() is None and stored(database) < 3:
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        err = run.communicate(timeout=60)[1]
    assert run.returncode == 1, err
    assert b"run it again" in err
    assert 3 <= stored(database) < 400
    ended = open_read_only(database).execute("select ended_at, done from runs").fetchone()
    assert ended["ended_at"]
    assert ended["done"] == stored(database)

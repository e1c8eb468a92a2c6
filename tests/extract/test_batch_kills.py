"""Batches: a run that is killed or stopped leaves a whole database, and the next finishes it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract.batch.ingest import ingest
from extract.batch.lock import run_lock
from extract.errors import DatabaseError
from extract.store.check import check_database
from extract.store.migrations import open_database, open_read_only
from tests.extract.batch_archives import (
    ONE,
    below,
    dump,
    ingest_here,
    stored,
    write_plans,
)


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


def test_two_runs_never_write_one_database(tmp_path):
    """The second run is told so, and the lock is free again afterwards."""
    folder, database = write_plans(tmp_path / "in", 1), tmp_path / "kho.db"
    with run_lock(database), pytest.raises(DatabaseError, match="another run"):
        ingest([folder], database, ONE)
    assert ingest([folder], database, ONE).done == 1

"""Reading on a Dask cluster: the same database as on one machine, also when a worker is lost."""

import os
import signal
import subprocess
import sys
import time

import pytest

from extract.batch.cluster import cluster_engine
from extract.batch.ingest import Again, ingest
from extract.batch.report import Report
from extract.batch.work import Options
from extract.errors import WrongUsage
from extract.store.migrations import open_read_only
from extract.store.tables import TABLES

distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")

PLAN = """KẾ HOẠCH
Kiểm tra năm 2021

Căn cứ Nghị định số {n}/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;

1. UBND xã số {n} gửi báo cáo trước ngày 15/12/2021.
"""
WHEN = {"ingested_at", "seen_at", "seconds", "run_id"}


def dump(path):
    connection = open_read_only(path)
    return {
        t.name: [
            tuple(row[c] for c in t.stored if c not in WHEN)
            for row in connection.execute(f'select * from "{t.name}"')  # noqa: S608
        ]
        for t in TABLES
        if t.name != "runs"
    }


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and two workers, processes of their own on this machine: address, workers."""
    dask = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    address = tmp_path / "scheduler.json"
    local = ["--host", "127.0.0.1", "--no-dashboard"]
    started = [
        subprocess.Popen(
            [*dask, "scheduler", "--port", "0", "--scheduler-file", address, *local], **quiet
        )
    ]
    worker = ["worker", "--scheduler-file", address, "--nthreads", "1", "--no-nanny", *local]
    started += [subprocess.Popen([*dask, *worker], **quiet) for _ in range(2)]
    try:
        with distributed.Client(scheduler_file=str(address), timeout=30) as client:
            client.wait_for_workers(2, timeout=30)
            where = client.scheduler.address
        yield where, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_cluster_gives_the_same_database_though_a_worker_is_killed(
    cluster, tmp_path, monkeypatch
):
    """Two workers read, one is killed in the middle; bad files are failures there as here."""
    monkeypatch.setattr("extract.batch.ingest.TOGETHER", 1)  # told of each as it comes
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(1, 41):
        (folder / f"{n:03d}.txt").write_text(PLAN.format(n=n), "utf-8")
    (folder / "000.docx").write_bytes(b"PK\x03\x04" + b"\0" * 40)
    address, workers = cluster
    stored = []

    def kill(event):
        stored.append(event.path)
        if len(stored) == 5:
            os.kill(workers[0].pid, signal.SIGKILL)

    options = Options(workers=2, timeout=60)
    summary = ingest(
        [folder], tmp_path / "cluster.db", options, engine=cluster_engine(address),
        report=Report(on_file=kill),
    )  # fmt: skip
    assert (summary.done, summary.refused) == (40, 1)
    assert workers[0].wait(10) == -signal.SIGKILL
    ingest([folder], tmp_path / "here.db", options)
    assert dump(tmp_path / "cluster.db") == dump(tmp_path / "here.db")
    again = ingest([folder], tmp_path / "cluster.db", options, again=Again(verify=True))
    assert (again.done, again.unchanged) == (0, 40)


def test_an_engine_without_its_scheduler_is_wrong_usage():
    """It is said at once what is missing, and nothing waits for ever."""
    with pytest.raises(WrongUsage, match="scheduler"):
        cluster_engine(None)
    started = time.monotonic()
    with pytest.raises(WrongUsage, match="no scheduler answers"):
        cluster_engine("tcp://127.0.0.1:9", seconds=1)
    assert time.monotonic() - started < 20

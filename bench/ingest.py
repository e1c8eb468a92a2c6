"""Ingest a generated archive: documents a second, memory, size, reruns, kills.

    python bench/ingest.py [--files 1000] [--workers 2] [--kill 0] [--archive DIR] [--out FILE]

Makes the archive of `bench/archive.py` (unless it is there), reads it into a new database in a
process of its own, then again with nothing new, then with 100 more files. `--kill 5` also reads
it once more with five SIGKILLs at random moments and compares the databases row by row. Rates
are of wall time; CPU is that of all processes together: 2 / CPU is what two idle cores reach where
others share the machine (per good document it leaves out what bad ones took). Memory is the sum
over parent and workers, of what no two of them share, looked at twice a second.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.archive import CRASH, expected, make_archive  # noqa: E402 - not installed
from extract.batch.ingest import ingest  # noqa: E402
from extract.batch.work import Options, Outcome, Source, work_rows  # noqa: E402

WHEN = {"ingested_at", "seen_at", "seconds", "run_id"}
NEW = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--memory", type=int, default=700, help="megabytes per worker")
    parser.add_argument("--timeout", type=float, default=20)
    parser.add_argument("--kill", type=int, default=0)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--database", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        run_once(given)
        return
    with tempfile.TemporaryDirectory() as scratch:
        found = measure(given, Path(scratch))
    print(json.dumps(found, indent=1, ensure_ascii=False))
    if given.out:
        known = json.loads(given.out.read_text("utf-8")) if given.out.exists() else []
        given.out.write_text(json.dumps([*known, found], indent=1, ensure_ascii=False), "utf-8")


def run_once(given: argparse.Namespace) -> None:
    """Read the archive: what the processes that are measured and killed do."""
    options = Options(given.workers, given.timeout, given.memory)
    started = time.perf_counter()
    summary = ingest([given.archive], given.database, options, task=work_or_die)
    own = resource.getrusage(resource.RUSAGE_SELF)
    found = {
        "seconds": time.perf_counter() - started, "done": summary.done,
        "writer_cpu": own.ru_utime + own.ru_stime,
        "workers_cpu": cpu_of_children(),
        "files": summary.files, "unchanged": summary.unchanged,
        "bad": summary.failed + summary.refused, "causes": dict(summary.causes),
    }  # fmt: skip
    print(json.dumps(found))


def cpu_of_children() -> float:
    """Return the seconds of CPU of all workers, those that are copies of a server's included."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    total = ended.ru_utime + ended.ru_stime
    for thread in Path("/proc/self/task").iterdir():
        for child in (thread / "children").read_text().split():
            fields = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
            total += sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return total


_ended_at = 0.0  # CPU of this worker when it was done with its last file


def work_or_die(source: Source, ocr: Any, version: str, ingested_at: str) -> Outcome:
    """Do what a worker does; a marked file ends it as a fault in a C library would.

    Its seconds are those of CPU since the file before: sending that one's rows included, and
    nothing of the time in which the worker waited or others had its core.
    """
    global _ended_at
    if source.path.suffix == ".txt" and source.path.read_bytes().startswith(CRASH):
        ctypes.string_at(0)
    outcome = work_rows(source, ocr, version, ingested_at)
    before, _ended_at = _ended_at, time.process_time()
    return replace(outcome, seconds=_ended_at - before)


def measure(given: argparse.Namespace, scratch: Path) -> dict[str, Any]:
    """Return the figures of one archive."""
    archive = given.archive or scratch / "archive"
    more = archive / "more"
    shutil.rmtree(more, ignore_errors=True)
    if not archive.exists():
        make_archive(archive, given.files)
    database = given.database or scratch / "kho.db"
    database.unlink(missing_ok=True)
    first = run(given, archive, database)
    good = first["done"]
    wrong = wrong_causes(archive, database)
    assert first["done"], "nothing was read"
    found: dict[str, Any] = {
        "files": first["files"], "good": good, "bad": first["bad"], "wrong_causes": wrong,
        "workers": given.workers, "documents_per_second": round(good / first["seconds"], 1),
        "seconds": round(first["seconds"], 1), "load_before": first["load_before"],
        "cpu_ms_per_document": {
            "writer": round(first["writer_cpu"] / good * 1000, 1),
            "workers": round(first["workers_cpu"] / good * 1000, 1),
        },
        "cpu_ms_per_good_document": {
            "writer": round(first["writer_cpu"] / good * 1000, 1),
            "workers": round(seconds_of_good(database) / good * 1000, 1),
        },
        "memory_mb": first["memory_mb"],
        "database_kb_per_document": round(database.stat().st_size / 1024 / good, 1),
        "rerun_seconds": round(run(given, archive, database)["wall"], 2),
        "latency_ms": latency(database),
    }  # fmt: skip
    make_archive(more, NEW, first=10**6)
    again = run(given, archive, database)
    found["new_files"] = {
        "files": again["done"] + again["bad"], "seconds": round(again["wall"], 2),
    }  # fmt: skip
    shutil.rmtree(more)
    if given.kill:
        found["kills"] = compare_killed(given, archive, scratch, first["seconds"])
    return found


def run(given: argparse.Namespace, archive: Path, database: Path) -> dict[str, Any]:
    """Return what one run says of itself, with the memory that it took."""
    started = time.perf_counter()
    load = round(os.getloadavg()[0], 1)
    with start(given, archive, database) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, memory_of(process.pid))
            time.sleep(0.5)
        assert process.stdout
        said = process.stdout.read()
    if process.returncode:
        raise SystemExit(f"the run ended with {process.returncode}")
    return {**json.loads(said), "memory_mb": peak >> 20, "load_before": load,
            "wall": time.perf_counter() - started}  # fmt: skip


def start(given: argparse.Namespace, archive: Path, database: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, __file__, "--once", "--archive", archive, "--database", database]
    command += ["--workers", str(given.workers), "--memory", str(given.memory)]
    return subprocess.Popen([*command, "--timeout", str(given.timeout)], stdout=subprocess.PIPE)


def memory_of(pid: int) -> int:
    """Return the bytes that a process and its children hold for themselves."""
    total = 0
    try:
        with Path(f"/proc/{pid}/smaps_rollup").open() as file:
            for line in file:
                if line.startswith("Pss:"):
                    total = int(line.split()[1]) * 1024
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for thread in Path(f"/proc/{pid}/task").iterdir():
            if thread.name != str(pid):
                children += (thread / "children").read_text().split()
    except OSError:
        return total
    return total + sum(memory_of(int(child)) for child in children)


def wrong_causes(archive: Path, database: Path) -> dict[str, str]:
    """Return the bad files that are not recorded as they should be, and good ones that are bad."""
    right = {name: causes.split("|") for name, causes in expected(archive).items()}
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("select path, error from files").fetchall()
    found = {Path(path).name: error for path, error in rows}
    return {
        name: f"{found.get(name)} instead of {right.get(name)}"
        for name in {*right, *(n for n, error in found.items() if error)}
        if found.get(name) not in right.get(name, [None])
    }


def seconds_of_good(database: Path) -> float:
    """Return the CPU that the workers took for the documents that are stored."""
    with closing(sqlite3.connect(database)) as connection:
        sql = "select sum(seconds) from files where status = 'done'"
        return float(connection.execute(sql).fetchone()[0])


def latency(database: Path) -> dict[str, float]:
    """Return milliseconds of what people ask for: a citation, a page, a search (median of 20)."""
    from extract.store.lookup import lookup
    from extract.store.migrations import open_read_only

    with closing(open_read_only(database)) as connection:
        ids = [row[0] for row in connection.execute("select id from documents limit 20")]
        asked = {
            "cite": lambda _: lookup(connection, "Nghị định 61/2018"),
            "page": lambda id_: connection.execute(
                "select * from passages where document_id = ? order by seq", [id_]
            ).fetchall(),
            "search": lambda _: connection.execute(
                "select rowid from passages_fts where passages_fts match 'kiem tra' limit 50"
            ).fetchall(),
        }
        return {name: _median(ask, ids) for name, ask in asked.items()}


def _median(ask: Any, ids: list[str]) -> float:
    times = []
    for id_ in ids:
        started = time.perf_counter()
        ask(id_)
        times.append(time.perf_counter() - started)
    return round(statistics.median(times) * 1000, 2)


def compare_killed(
    given: argparse.Namespace, archive: Path, scratch: Path, seconds: float
) -> dict[str, Any]:
    """Return how far each killed run came, and whether the last database is as an unbroken one."""
    whole, broken = scratch / "whole.db", scratch / "broken.db"
    run(given, archive, whole)
    stored = []
    random_ = random.Random(7)  # noqa: S311
    for _ in range(given.kill):
        with start(given, archive, broken) as process:
            time.sleep(random_.uniform(1, seconds / given.kill))
            process.send_signal(signal.SIGKILL)
        with closing(sqlite3.connect(broken)) as connection:
            stored.append(connection.execute("select count(*) from documents").fetchone()[0])
    run(given, archive, broken)
    same = dump(broken) == dump(whole)
    return {"stored_after_each": stored, "same_as_unbroken": same}


def dump(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, but for what says when it was done."""
    from extract.store.tables import TABLES

    found = {}
    with closing(sqlite3.connect(database)) as connection:
        for table in TABLES:
            if table.name != "runs":
                names = ", ".join(f'"{c}"' for c in table.stored if c not in WHEN)
                rows = connection.execute(f'select {names} from "{table.name}"')  # noqa: S608
                found[table.name] = rows.fetchall()
    return found


if __name__ == "__main__":
    main()

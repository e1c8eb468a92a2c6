"""Is the database the same, row by row, however an archive is read?

    python bench/same.py [--archive DIR] [--files 10000] [--workers 1,2,4] [--kills 5] [--dask]
                         [--out FILE]

Reads the archive of `bench/archive.py` with two workers and without a break, then in each other
way that is asked for, and compares every row of every table, but for what says when it was done:
with other numbers of workers; killed (SIGKILL) at random moments and begun again, the database
checked after each; on a Dask cluster of two worker processes, and with one of these killed when a
third of the files is stored. Memory is the most that all processes of a run held together.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.ingest import (  # noqa: E402 - not installed
    ENVIRONMENT,
    add_options,
    folders,
    make_archive,
    run,
    start,
    wrong_causes,
)
from extract.store.check import check_database  # noqa: E402
from extract.store.migrations import open_database, open_read_only  # noqa: E402
from extract.store.schema import quote  # noqa: E402
from extract.store.tables import BY_NAME, TABLES  # noqa: E402

WHEN = {"ingested_at", "seen_at", "seconds", "run_id"}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    add_options(parser)
    parser.add_argument("--workers", default="1,2,4", help="numbers of workers to compare")
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--dask", action="store_true")
    parser.add_argument("--seed", type=int, default=7, help="of the moments of the kills")
    parser.add_argument("--scratch", type=Path, help="folder for the databases")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.scratch) as scratch:
        compare(given, Path(scratch))


def compare(given: argparse.Namespace, scratch: Path) -> None:
    """Read the archive in every way, telling of each as soon as it is known."""
    if given.archive is None:
        given.archive = scratch / "archive"
        make_archive(given.archive, given.files)
    paths = folders(given.archive, given.files)
    whole = scratch / "whole.db"
    numbers = [int(number) for number in given.workers.split(",")]
    given.workers = 2
    first = run(given, paths, whole)
    right = digests(whole)
    told = {"way": "2 workers, no break", "wrong_causes": wrong_causes(given.archive, whole)}
    tell(
        given, {**told, "rows": {name: rows for name, (rows, _) in right.items()}, **figures(first)}
    )

    ways: dict[str, Callable[[Path], dict[str, Any]]] = {}
    if given.kills:
        ways[f"killed {given.kills} times"] = lambda path: read_killed(
            given, paths, path, first["wall"]
        )
    for number in numbers:
        if number != 2:
            ways[f"{number} workers"] = lambda path, number=number: run(  # type: ignore[misc]
                argparse.Namespace(**{**vars(given), "workers": number}), paths, path
            )
    if given.dask:
        third = first["done"] // 3
        ways["Dask, one of two workers killed"] = lambda path: on_cluster(given, paths, path, third)
        ways["Dask, two workers"] = lambda path: on_cluster(given, paths, path, 0)
    for way, read in ways.items():
        database = scratch / "other.db"
        found = read(database)
        differing = differences(whole, database, right)
        tell(given, {"way": way, "same": not differing, "differences": differing, **figures(found)})
        for path in scratch.glob("other.db*"):
            path.unlink()


def tell(given: argparse.Namespace, found: dict[str, Any]) -> None:
    print(json.dumps(found, ensure_ascii=False), flush=True)
    if given.out:
        known = json.loads(given.out.read_text("utf-8")) if given.out.exists() else []
        given.out.write_text(json.dumps([*known, found], indent=1, ensure_ascii=False), "utf-8")


def figures(found: dict[str, Any]) -> dict[str, Any]:
    names = ("files", "done", "bad", "causes", "memory_mb", "load_before", "stored_at", "unsound")
    picked = {name: found[name] for name in names if name in found}
    return {**picked, "seconds": round(found["wall"], 1)}


# ---------------------------------------------------------------- ways to read


def read_killed(
    given: argparse.Namespace, paths: list[Path], database: Path, seconds: float
) -> dict[str, Any]:
    """Read with SIGKILLs in between; the last run comes to its end."""
    random_ = random.Random(given.seed)  # noqa: S311 - to measure, not to hide
    stored: list[int] = []
    unsound: list[str] = []
    for _ in range(given.kills):
        with start(given, paths, database) as process:
            time.sleep(random_.uniform(2, seconds / given.kills))
            process.send_signal(signal.SIGKILL)
        time.sleep(3)  # until its workers have seen that it is gone
        stored.append(count(database))
        with closing(open_database(database, create=True)) as connection:
            unsound += [str(problem) for problem in check_database(connection) if problem.damage]
    return {**run(given, paths, database), "stored_at": stored, "unsound": unsound}


def count(database: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return int(connection.execute("select count(*) from documents").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet, or in the midst of it
        return 0


def on_cluster(
    given: argparse.Namespace, paths: list[Path], database: Path, kill_at: int
) -> dict[str, Any]:
    """Read on two Dask workers; kill_at: one of them is killed when so many are stored, or 0."""
    with cluster(database.parent) as (address, processes):
        left = [kill_at]

        def watch() -> None:
            if left[0] and count(database) >= left[0]:
                os.kill(processes[1].pid, signal.SIGKILL)
                left[0] = 0

        given = argparse.Namespace(**{**vars(given), "scheduler": address})
        found = run(given, paths, database, [p.pid for p in processes], watch)
        assert not left[0], "nothing was killed"
        return found


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and two workers on this machine; its address, and the three processes."""
    import distributed

    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    quiet: dict[str, Any] = {
        "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder,
        "env": ENVIRONMENT,
    }  # fmt: skip
    dask = [sys.executable, "-m", "dask"]
    local = ["--scheduler-file", str(file), "--host", "127.0.0.1", "--no-dashboard"]
    started = [subprocess.Popen([*dask, "scheduler", "--port", "0", *local], **quiet)]
    worker = [*dask, "worker", "--nthreads", "1", "--no-nanny", *local]
    started += [subprocess.Popen(worker, **quiet) for _ in range(2)]
    try:
        with distributed.Client(scheduler_file=str(file), timeout=120) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(2, timeout=120)  # type: ignore[no-untyped-call]
            address = client.scheduler.address
        yield address, started
    finally:
        for process in started:
            process.kill()
            process.wait()


# ---------------------------------------------------------------- comparing


def digests(database: Path) -> dict[str, tuple[int, str]]:
    """Return table -> number of rows, and a hash of all in the order of their keys."""
    found = {}
    with closing(open_read_only(database)) as connection:
        for table in TABLES:
            if table.name == "runs":
                continue
            digest, rows = hashlib.sha256(), 0
            for row in connection.execute(_rows_sql(table.name)):
                digest.update(repr(tuple(row)).encode())
                rows += 1
            found[table.name] = (rows, digest.hexdigest())
    return found


def differences(
    whole: Path, other: Path, right: dict[str, tuple[int, str]]
) -> dict[str, list[str]]:
    """Return table -> some rows that only one of the databases has."""
    found = digests(other)
    differing = [name for name in right if right[name] != found[name]]
    said: dict[str, list[str]] = {}
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("attach ? as other", [str(other)])
        for name in differing:
            ours, theirs = _rows_sql(name, order=False), _rows_sql(name, "other.", order=False)
            rows = connection.execute(f"{ours} except {theirs} limit 3").fetchall()
            rows += connection.execute(f"{theirs} except {ours} limit 3").fetchall()
            said[name] = [repr(row)[:400] for row in rows]
    return said


def _rows_sql(name: str, where: str = "", *, order: bool = True) -> str:
    table = BY_NAME[name]
    names = ", ".join(quote(column) for column in table.stored if column not in WHEN)
    keys = f" order by {', '.join(map(quote, table.key))}" if order else ""
    return f"select {names} from {where}{quote(name)}{keys}"  # noqa: S608 - our own names


if __name__ == "__main__":
    main()

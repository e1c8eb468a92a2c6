"""Ingest a generated archive: documents a second, memory, size, reruns, latency at each size.

    python bench/ingest.py [--files 1000 | --scale 1000,10000,50000] [--archive DIR] [--workers 2]
                           [--good] [--out FILE] [--svg FILE]

Makes the archive of `bench/archive.py` (unless it is there), reads its first files into a new
database in a process of its own, then again with nothing new, then with 100 more files; with
`--scale`, so for each size, and with `--good` without the bad ones. Rates are of wall time; CPU is
that of all processes together: 2 / CPU is what two idle cores reach where others share the machine
(per good document it leaves out what bad ones took). Memory is the sum over parent and workers, of
what no two of them share, looked at twice a second. `bench/same.py` compares databases.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.archive import CRASH, expected, make_archive  # noqa: E402 - not installed
from bench.plot import draw  # noqa: E402
from extract.batch.ingest import ingest  # noqa: E402
from extract.batch.pool import Engine, outcomes  # noqa: E402
from extract.batch.work import Options, Outcome, Source, work_rows  # noqa: E402

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
IN_A_FOLDER = 100  # files, see bench/archive.py
NEW = 100
PAGES = ("plan", "instrument", "look-up", "search", "deadlines: month")
SYMBOLS = """select symbol from instruments where symbol like '%/%/%' and citation_count > 0
  order by {order}, id limit 10"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    add_options(parser)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--scale", help="numbers of files, parted by commas")
    parser.add_argument("--good", action="store_true", help="leave out the bad files")
    parser.add_argument("--scratch", type=Path, help="folder for archive and databases")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--svg", type=Path)
    given = parser.parse_args()
    sizes = sorted(int(size) for size in (given.scale or str(given.files)).split(","))
    with tempfile.TemporaryDirectory(dir=given.scratch) as scratch:
        if given.archive is None:
            given.archive = Path(scratch) / "archive"
            make_archive(given.archive, sizes[-1])
        found = []
        for size in sizes:
            found.append(measure(given, size, Path(scratch)))
            print(json.dumps(found[-1], indent=1, ensure_ascii=False), flush=True)
            if given.out:  # after each: the next may take hours
                given.out.write_text(json.dumps(found, indent=1, ensure_ascii=False), "utf-8")
    if given.svg:
        given.svg.write_text(draw(found), "utf-8")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what every benchmark of a run may be given."""
    parser.add_argument("--archive", type=Path, help="made by bench/archive.py")
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--memory", type=int, default=480, help="megabytes per worker")
    parser.add_argument("--timeout", type=float, default=5, help="seconds of CPU per file")


def folders(archive: Path, files: int) -> list[Path]:
    """Return the folders with the first files of the archive."""
    count, rest = divmod(files, IN_A_FOLDER)
    if rest:
        raise SystemExit(f"{files} is no multiple of {IN_A_FOLDER}: so many lie in a folder")
    found = [archive / f"{number:04d}" for number in range(count)]
    if not found[-1].exists():
        raise SystemExit(f"{archive} has fewer than {files} files")
    return found


def once() -> None:
    """Read the paths of a list: what the processes that are measured and killed do."""
    parser = argparse.ArgumentParser()
    add_options(parser)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--database", type=Path)
    parser.add_argument("--scheduler", default="")
    run_once(parser.parse_args())


def run_once(given: argparse.Namespace) -> None:
    paths = [Path(line) for line in sys.stdin.read().splitlines()]
    options = Options(given.workers, given.timeout, given.memory)
    engine: Engine = outcomes
    if given.scheduler:
        from extract.batch.cluster import cluster_engine

        engine = cluster_engine(given.scheduler, 60)
    started = time.perf_counter()
    summary = ingest(paths, given.database, options, task=work_or_die, engine=engine)
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


def measure(given: argparse.Namespace, files: int, scratch: Path) -> dict[str, Any]:
    """Return the figures of the first files of the archive."""
    paths, more = folders(given.archive, files), scratch / "more"
    if given.good:
        bad = expected(given.archive).keys()
        paths = [p for folder in paths for p in sorted(folder.iterdir()) if p.name not in bad]
    database = scratch / "kho.db"
    first = run(given, paths, database)
    good = first["done"]
    assert good, "nothing was read"
    found: dict[str, Any] = {
        "files": first["files"], "good": good, "bad": first["bad"], "causes": first["causes"],
        "wrong_causes": wrong_causes(given.archive, database),
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
        "database_mb": round(database.stat().st_size / 1e6, 1),
        "database_kb_per_document": round(database.stat().st_size / 1024 / good, 1),
        "rerun_seconds": round(run(given, paths, database)["wall"], 2),
        "latency_ms": latency(database),
    }  # fmt: skip
    make_archive(more, NEW, first=10**6)
    again = run(given, [*paths, more], database)
    shutil.rmtree(more)
    database.unlink()
    found["new_files"] = {
        "files": again["done"] + again["bad"], "seconds": round(again["wall"], 2),
        "cpu_seconds": {"writer": round(again["writer_cpu"], 2),
                        "workers": round(again["workers_cpu"], 2)},
        "memory_mb": again["memory_mb"],
    }  # fmt: skip
    return found


def run(
    given: argparse.Namespace, paths: list[Path], database: Path, others: Sequence[int] = (),
    watch: Callable[[], None] = lambda: None,
) -> dict[str, Any]:  # fmt: skip
    """Return what one run says of itself, with the memory that it took.

    others: further processes whose memory counts. watch: called twice a second.
    """
    started = time.perf_counter()
    load = round(os.getloadavg()[0], 1)
    with start(given, paths, database) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(memory_of, [process.pid, *others])))
            watch()
            time.sleep(0.5)
        assert process.stdout
        said = process.stdout.read()
    if process.returncode:
        raise SystemExit(f"the run ended with {process.returncode}")
    return {**json.loads(said), "memory_mb": peak >> 20, "load_before": load,
            "wall": time.perf_counter() - started}  # fmt: skip


def start(given: argparse.Namespace, paths: list[Path], database: Path) -> subprocess.Popen[bytes]:
    """Start a run of its own; its task has a name that other processes can import."""
    words = {
        "--database": database,
        "--workers": given.workers,
        "--memory": given.memory,
        "--timeout": given.timeout,
        "--scheduler": getattr(given, "scheduler", ""),
    }
    command = [sys.executable, "-c", "from bench.ingest import once; once()"]
    command += [f"{name}={value}" for name, value in words.items()]
    process = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, env=ENVIRONMENT)
    assert process.stdin
    process.stdin.write("\n".join(map(str, paths)).encode())
    process.stdin.close()
    return process


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
    """Return the files read whose cause of failure, or whose success, is not as it should be."""
    right = {name: causes.split("|") for name, causes in expected(archive).items()}
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("select path, error from files").fetchall()
    found = {Path(path).name: error for path, error in rows}
    return {
        name: f"{error} instead of {right.get(name)}"
        for name, error in found.items()
        if error not in right.get(name, [None])
    }


def seconds_of_good(database: Path) -> float:
    """Return the CPU that the workers took for the documents that are stored."""
    with closing(sqlite3.connect(database)) as connection:
        sql = "select sum(seconds) from files where status = 'done'"
        return float(connection.execute(sql).fetchone()[0])


def latency(database: Path) -> dict[str, float]:
    """Return milliseconds of what people ask for, by the clock (medians over several).

    cite: every mention of an instrument that many plans cite; cite_rare: of one that few do. The
    others are web pages, answered by a server of its own.
    """
    from bench.pages import fetch, list_pages, served
    from extract.store.lookup import lookup
    from extract.store.migrations import open_read_only

    def time_of(ask: Callable[[Any], object], asked: Iterable[Any]) -> float:
        times = []
        for one in asked:
            started = time.perf_counter()
            ask(one)
            times.append(time.perf_counter() - started)
        return round(statistics.median(times) * 1000, 1)

    with closing(open_read_only(database)) as connection:
        symbols = {
            name: [row[0] for row in connection.execute(SYMBOLS.format(order=order))]
            for name, order in (("cite", "citation_count desc"), ("cite_rare", "citation_count"))
        }
        found = {
            name: time_of(lambda symbol: lookup(connection, symbol), some)
            for name, some in symbols.items()
        }
        count = connection.execute("select max(citation_count) from instruments").fetchone()[0]
    pages = list_pages(database)
    with served(database) as (address, _):
        fetch(address + "/")
        for page in PAGES:
            some = [address + path for path in pages[page][:10]]
            fetch(some[-1])  # the first answer of a kind compiles its template
            found[page] = time_of(fetch, some)
    return {**found, "most_cited": count}


if __name__ == "__main__":
    main()

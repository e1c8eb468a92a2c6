"""What each page costs the server, on an archive of generated plans.

    python bench/pages.py [--plans 10000] [--database kho.db] [--repeat 15] [--clients 8]

Without `--database` the archive of `bench/archive.py` is made and read first (its bad files left
out): for 10,000 plans that takes a quarter of an hour on two cores. Then the pages are asked for in
turn, over several plans, instruments and words each, from a server in a process of its own that is
bound to one core: the time is the CPU of that process for one answer (median, 95th percentile,
most), and wall time beside it. The first answer, before anything is kept in mind, is told apart.
After that eight clients ask for random pages at once, first only for those that people open most.
Memory is the peak of the server.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

_SERVE = "import sys; from extract.cli import run; sys.exit(run(sys.argv[1:]))"
MAIN = ("home", "plan", "instrument", "look-up", "deadlines: month", "search")
_SPREAD = """select id from (select id, ntile(20) over (order by id) as part from documents)
  group by part"""
_MOST_CITED = """select {column} from instruments where symbol like '%/%'
  order by citation_count desc limit 20"""
_BUSY_MONTHS = """select substr(due_on, 1, 7) as month from deadlines where due_on is not null
  group by month order by count(*) desc limit 20"""
_BUSY_UNITS = "select unit_id from task_units group by unit_id order by count(*) desc limit 20"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--database", type=Path)
    parser.add_argument("--repeat", type=int, default=15, help="answers measured of each page")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=6, help="of all pages, for each client")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        database = given.database or make_database(Path(scratch), given.plans)
        asked = list_pages(database)
        with served(database) as (address, process):
            alone = {name: measure(address, process, paths, given.repeat)
                     for name, paths in asked.items()}  # fmt: skip
            few = {name: asked[name] for name in MAIN}
            together = {
                which: load(address, process, pages, given.clients, given.rounds)
                for which, pages in (("main pages", few), ("all pages", asked))
            }
            memory = peak_mb(process)
        show(database, alone, together, memory, given.clients)


def make_database(folder: Path, plans: int) -> Path:
    """Return a database of that many generated plans."""
    from bench.archive import expected, make_archive
    from extract.batch.ingest import ingest
    from extract.batch.work import Options

    archive, database = folder / "archive", folder / "kho.db"
    make_archive(archive, plans + plans // 99 + 1)  # one in a hundred is bad
    for path in archive.rglob("*"):
        if path.name in expected(archive):
            path.unlink()
    ingest([archive], database, Options())
    return database


def list_pages(database: Path) -> dict[str, list[str]]:
    """Return name of a page -> addresses to ask for, cheap and dear ones."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:

        def ids(sql: str) -> list[str]:
            return [str(row[0]) for row in connection.execute(sql)]

        plans = ids(_SPREAD)
        cited = ids(_MOST_CITED.format(column="id"))
        symbols = ids(_MOST_CITED.format(column="symbol"))
        months, units = ids(_BUSY_MONTHS), ids(_BUSY_UNITS)
    words = ("kiem tra", "cải cách hành chính", "61/2018/NĐ-CP", "phòng nội vụ", "xyzzy")
    return {
        "home": ["/"],
        "plan": [f"/kho/documents/{id_}" for id_ in plans],
        "instrument": [f"/kho/instruments/{id_}" for id_ in cited],
        "look-up": [f"/tra-cuu?q={quote(s)}" for s in (*symbols, "nghi dinh 30", "mot hai")],
        "deadlines: month": [f"/thoi-han?thang={m}" for m in months],
        "deadlines: month of a unit": [f"/thoi-han?thang={m}&don_vi=noi+vu" for m in months],
        "deadlines: year by unit": [f"/thoi-han?xem=don-vi&nam={m[:4]}" for m in months],
        "deadlines: past": ["/thoi-han?xem=qua-han&ngay=30/06/2026"],
        "deadlines: without a day": ["/thoi-han?xem=khong-ngay"],
        "tasks of a unit": [f"/nhiem-vu?don_vi={quote(w)}" for w in ("noi vu", "công an", "sở")],
        "unit": [f"/kho/units/{id_}" for id_ in units],
        "inspected units": ["/don-vi?vai_tro=inspected"],
        "flags": ["/canh-bao", "/canh-bao?loai=duplicate_ordinal", "/canh-bao?trang=9"],
        "search": [f"/tim?q={quote(w)}" for w in words],
        "table of plans, facets": ["/kho/documents", "/kho/documents?issuer_level=district"],
        "table of citations, facets": ["/kho/citations"],
        "table of tasks, facets": ["/kho/tasks"],
        "table of deadlines, facets": ["/kho/deadlines"],
    }


def quote(text: str) -> str:
    return urllib.parse.quote_plus(text)


@contextmanager
def served(database: Path) -> Iterator[tuple[str, int]]:
    """Serve the database from one core; address and process."""
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    words = ["serve", "--db", str(database), "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    program = subprocess.Popen([sys.executable, "-c", _SERVE, *words], env=environment,
                               stderr=subprocess.DEVNULL)  # fmt: skip
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(program.pid, {min(os.sched_getaffinity(0))})
    try:
        while program.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}", program.pid
    finally:
        program.terminate()
        program.wait(20)


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
        return bytes(answer.read())


def cpu_ms(process: int) -> float:
    """Return the CPU that a process has used, to the microsecond where Linux tells it."""
    total = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        total += int((task / "schedstat").read_text().split()[0])  # nanoseconds on a core
    return total / 1e6


def measure(address: str, process: int, paths: list[str], repeat: int) -> dict[str, float]:
    """Return milliseconds of the answers of a page; each address is asked for in turn."""
    cpu: list[float] = []
    wall: list[float] = []
    late = 0
    for number in range(repeat + 1):
        path = paths[number % len(paths)]
        before, start = cpu_ms(process), time.perf_counter()
        text = fetch(address + path)
        wall.append(1000 * (time.perf_counter() - start))
        cpu.append(cpu_ms(process) - before)
        late += "Chưa kịp đếm nhóm".encode() in text
    return {"first": cpu[0], "median": statistics.median(cpu[1:]), "p95": p95(cpu[1:]),
            "most": max(cpu), "wall": statistics.median(wall[1:]), "late": late}  # fmt: skip


def load(
    address: str, process: int, asked: dict[str, list[str]], clients: int, rounds: int
) -> dict[str, float]:
    """Return milliseconds of wall time while so many clients ask for random pages at once.

    Share of its core: what other work left to the server; below 1 the times are too long.
    """
    times: list[float] = []
    failed: list[str] = []

    def visit(seed: int) -> None:
        random_ = random.Random(seed)  # noqa: S311 - the same visits on every run
        pages = [random_.choice(paths) for paths in asked.values() for _ in range(rounds)]
        random_.shuffle(pages)
        for path in pages:
            start = time.perf_counter()
            try:
                fetch(address + path)
            except OSError:
                failed.append(path)
            times.append(1000 * (time.perf_counter() - start))

    visitors = [threading.Thread(target=visit, args=(seed,)) for seed in range(clients)]
    used, start = cpu_ms(process), time.perf_counter()
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    seconds = time.perf_counter() - start
    return {
        "answers": len(times),
        "median": statistics.median(times),
        "p95": p95(times),
        "most": max(times),
        "a second": len(times) / seconds,
        "share of its core": (cpu_ms(process) - used) / 1000 / seconds,
        "failed": len(failed),
    }


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def peak_mb(process: int) -> float:
    """Return the most memory that the process held."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return float("nan")


def show(
    database: Path, alone: dict[str, dict[str, float]],
    together: dict[str, dict[str, float]],
    memory: float, clients: int,
) -> None:  # fmt: skip
    held = {}
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        for name in ("documents", "passages", "citations", "tasks", "deadlines"):
            sql = f"select count(*) from {name}"  # noqa: S608 - names of ours
            held[name] = connection.execute(sql).fetchone()[0]
    print(json.dumps({**held, "megabytes": round(database.stat().st_size / 1e6)}))
    titles = "".join(f"{title:>8}" for title in ("median", "p95", "most", "first", "wall"))
    print(f"{'page':<30}{titles}  (ms of CPU; wall)")
    for name, f in alone.items():
        late = f"  {f['late']:.0f} facets late" if f["late"] else ""
        print(f"{name:<30}" + "".join(f"{f[k]:8.0f}" for k in ("median", "p95", "most", "first",
                                                              "wall")) + late)  # fmt: skip
    for which, figures in together.items():
        said = json.dumps({name: round(value, 1) for name, value in figures.items()})
        print(f"{clients} clients, {which}: {said}")
    print(f"memory of the server: {memory:.0f} MB at most")


if __name__ == "__main__":
    main()

"""Plans to ingest in tests, an engine without processes, and what a database holds after a run."""

import sqlite3
from pathlib import Path

from extract.batch.ingest import ingest
from extract.batch.work import Options
from extract.store.migrations import open_read_only
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


def stored(path: Path) -> int:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            return connection.execute("select count(*) from documents").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def below(process: int) -> list[int]:
    """The processes that this one started, and those that they did."""
    children = []
    for thread in Path(f"/proc/{process}/task").iterdir():
        children += map(int, (thread / "children").read_text().split())
    return children + [one for child in children for one in below(child)]

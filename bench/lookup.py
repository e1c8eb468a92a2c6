"""How well a lookup understands what people type: variants of every instrument of an archive.

    python bench/lookup.py [FOLDER...]      (default: corpus/plans, and ../shared/samples if there)

Ingests the folders, then asks for each cited instrument in many spellings: without marks, in
lower case, with spaces, in another order, with a leading zero, with Ð for Đ, without its type, as
a name of a file, without any sign, and as the whole citation. Prints how often the right instrument
is found, what was missed, and every answer "one" that is wrong.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from extract.store.lookup import lookup  # noqa: E402 - the root must be on the path first
from extract.store.query import LONGEST  # noqa: E402
from extract.text import fold  # noqa: E402


def variants(row: sqlite3.Row) -> Iterator[tuple[str, str]]:
    """Yield (kind, query) for an instrument: type, symbol, number, year."""
    symbol, kind = row["symbol"], row["type"]
    rest = symbol[len(row["number"]) :] if row["number"] else symbol
    yield "as printed", f"{kind} số {symbol}"
    yield "symbol", symbol
    yield "lower case", symbol.lower()
    yield "no marks", fold(f"{kind} {symbol}")
    yield "eth", symbol.replace("Đ", "Ð")
    yield "spaces", symbol.replace("/", " / ").replace("-", " - ")
    yield "order", f"{symbol} {kind}"
    yield "file name", re.sub(r"[^a-z0-9]+", "-", fold(f"{kind} {symbol}")) + ".pdf"
    yield "no signs", re.sub(r"[-/]", " ", fold(symbol))
    if row["issued_on"] and row["issuer"]:
        day = date.fromisoformat(row["issued_on"])
        subject = f" {row['title']}" if row["title"] else ""
        whole = f"{kind} số {symbol} ngày {day:%d/%m/%Y} của {row['issuer']}{subject}"
        yield "whole citation", whole[:LONGEST]
    if row["number"]:
        yield "leading zero", f"0{row['number']}{rest}"
    if row["number"] and row["year"] and "/" in rest:
        yield "number and year", f"{row['number']}/{row['year']}"
        yield "type, number, year", f"{kind} {row['number']}/{row['year']}"
        yield "words", fold(f"{kind} so {row['number']} nam {row['year']}")
        yield "type and number", f"{kind} {row['number']}"


def main() -> int:
    from extract.batch.ingest import ingest
    from extract.batch.work import Options

    folders = [Path(a) for a in sys.argv[1:]] or [
        p for p in (ROOT / "corpus/plans", ROOT.parent / "shared/samples") if p.is_dir()
    ]
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "kho.db"
        ingest(folders, path, Options())
        db = sqlite3.connect(path)
        db.row_factory = sqlite3.Row
        rows = db.execute(
            "select id, type, symbol, number, year, issued_on, issuer, title from instruments"
            " where symbol like '%/%'"
        ).fetchall()
        asked = [(row["id"], *v) for row in rows for v in variants(row)]
        random.Random(1).shuffle(asked)  # noqa: S311 - the same order on every run
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        wrong: list[str] = []
        missed: list[str] = []
        started = time.perf_counter()
        for wanted, kind, query in asked:
            answer = lookup(db, query)
            found = [i["id"] for i in answer["instruments"]]
            total[kind] += 1
            hit = wanted in found[:1] or (answer["status"] == "several" and wanted in found)
            right[kind] += hit
            if not hit:
                missed.append(f"{kind}: {query}")
            if answer["status"] == "one" and found != [wanted]:
                wrong.append(query)
        seconds = time.perf_counter() - started
    report = {
        "instruments": len(rows),
        "queries": len(asked),
        "found": round(sum(right.values()) / len(asked), 4),
        "wrong_one": wrong,
        "missed": sorted(missed),
        "ms_per_query": round(1000 * seconds / len(asked), 2),
        "by_kind": {kind: f"{right[kind]}/{total[kind]}" for kind in total},
    }
    print(json.dumps(report, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

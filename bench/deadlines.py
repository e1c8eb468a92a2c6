"""Deadlines: characters a second on one core, and values right beside a general date parser.

    python bench/deadlines.py [FILE...] [--gold DIR] [--repeat 5]

Reads the files (those of corpus/plans by default), runs only the deadline stage on them and prints
characters per second of CPU time, best of several. Then it gives the words of every deadline of
the gold (corpus/gold by default) alone to our grammar and, where it is installed, to dateparser,
with the same reference date, and counts: found (a span is found), value (both dates equal, the
rule, the offset), silent (dates that are wrong without a sign). dateparser knows days only, so for
it a day equal to the due day is right, too, and what has no day to compare is left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
import warnings
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from extract.model import Header, Passage, Plan, Row, Table  # noqa: E402
from extract.pipeline import extract  # noqa: E402
from extract.readers import read  # noqa: E402
from extract.stages.deadlines import find_deadlines  # noqa: E402


@dataclass
class Count:
    """What a tool did with the deadlines of the gold."""

    asked: int = 0
    found: int = 0
    right: int = 0
    silent: int = 0

    def line(self, name: str) -> str:
        return f"{name:12} {self.asked:6} {self.found:6} {self.right:6} {self.silent:7}"


def speed(plans: list[Plan], repeat: int) -> tuple[int, float]:
    """Return the characters of the plans and the best CPU seconds of the stage over them."""
    characters = sum(len(p.text) for plan in plans for p in plan.passages)
    seconds = []
    for _ in range(repeat):
        start = time.process_time()
        for p in plans:
            find_deadlines(p.passages, p.tables, p.tasks, p.citations, p.header)
        seconds.append(time.process_time() - start)
    return characters, min(seconds)


def ask_us(gold: dict[str, object], year: int | None, count: Count) -> None:
    """Read the words of one deadline in a time cell, as they stood in a table."""
    text = str(gold["raw"])
    table = Table((("Thời gian",),), (Row((text,), (text,)),), "task_plan", ("deadline",))
    passage = Passage(0, text, "cell", table=0, row=0, column=0)
    found = find_deadlines((passage,), (table,), (), (), Header(plan_year=year))
    count.asked += 1
    if not found:
        return
    count.found += 1
    one = found[0]
    dates = [d.isoformat() if d else None for d in (one.start_on, one.due_on)]
    same_dates = dates == [gold["start_on"], gold["due_on"]]
    same_rule = (one.rrule, one.offset) == (gold["rrule"], gold["offset"])
    count.right += same_dates and same_rule
    count.silent += not same_dates and dates != [None, None] and not one.suspect


def ask_dateparser(gold: dict[str, object], reference: date, count: Count) -> None:
    """Ask dateparser for the day in the words of one deadline that has a due day."""
    from dateparser.search import search_dates

    if not gold["due_on"]:
        return
    count.asked += 1
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        base = datetime(reference.year, reference.month, reference.day)
        hits = search_dates(str(gold["raw"]), languages=["vi"], settings={"RELATIVE_BASE": base})
    if not hits:
        return
    count.found += 1
    right = any(day.date().isoformat() == gold["due_on"] for _, day in hits)
    count.right += right
    count.silent += not right


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path, default=ROOT / "corpus" / "gold")
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    files = args.files or sorted((ROOT / "corpus" / "plans").iterdir())
    plans = [extract(read(path)) for path in files]
    characters, seconds = speed(plans, args.repeat)
    print(f"{len(plans)} plans, {characters} characters, {characters / seconds / 1e6:.2f} M/s")
    years = {path.stem: plan.header for path, plan in zip(files, plans, strict=True)}
    ours, theirs = Count(), Count()
    peer = importlib.util.find_spec("dateparser") is not None
    for path in sorted(args.gold.glob("*.json")):
        header = years.get(path.stem, Header())
        for gold in json.loads(path.read_text("utf-8"))["deadlines"]:
            ask_us(gold, header.plan_year, ours)
            if peer:
                reference = header.issued_on or date(header.plan_year or 2020, 1, 1)
                ask_dateparser(gold, reference, theirs)
    print(f"{'tool':12} {'asked':>6} {'found':>6} {'right':>6} {'silent':>7}")
    print(ours.line("trichluc"))
    print(theirs.line("dateparser") if peer else "dateparser   not installed, left out")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

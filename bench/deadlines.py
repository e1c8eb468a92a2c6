"""Deadlines: characters a second on one core, and values right beside general date parsers.

    python bench/deadlines.py [FILE...] [--gold DIR] [--repeat 5]

Reads the files (those of corpus/plans by default) and times the deadline stage alone on them: CPU
time, best of the repeats. Then our stage and the peers read the same passages of the files that
have gold (corpus/gold by default), each peer with the issue date of the plan as its reference, and
are judged alike: found (any overlap with the printed words), value (the right days, rule or
offset; for a peer, which knows days only, days that begin and end as the gold does, and a window
by its last month), mod (the bound kept), P (spans on a deadline among all), silent (an item whose
days are wrong, or that has none, with no sign of doubt). Peers: dateparser, importable by this
Python (PYTHONPATH), and chrono-node with its vi locale, found by node (NODE_PATH). A peer that is
missing is named as left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from extract.model import Plan  # noqa: E402 - the root must be on the path first
from extract.pipeline import extract  # noqa: E402
from extract.readers import read  # noqa: E402
from extract.stages.deadlines import find_deadlines  # noqa: E402

KINDS = ("date", "period", "continuous", "recurring", "relative")
CHRONO = """
const chrono = require("chrono-node");
const asked = JSON.parse(require("fs").readFileSync(0, "utf8"));
const day = (c) => [c.get("year"), c.get("month"), c.isCertain("day") ? c.get("day") : null];
let found = [], best = Infinity;
for (let round = 0; round < asked.repeat; round++) {
  const started = process.cpuUsage();
  found = asked.texts.map(([text, y, m, d]) => chrono.vi.parse(text, new Date(y, m - 1, d, 12)));
  const used = process.cpuUsage(started);
  best = Math.min(best, (used.user + used.system) / 1e6);
}
const spans = found.map((results) => results.map(
  (r) => [r.index, r.index + r.text.length, day(r.start), r.end ? day(r.end) : null]));
process.stdout.write(JSON.stringify({ seconds: best, spans }));
"""


@dataclass(frozen=True)
class Asked:
    """A deadline of the gold and where it is printed: passage of the list of texts, offsets."""

    gold: dict[str, Any]
    text: int
    start: int
    end: int


@dataclass(frozen=True)
class Span:
    """What a tool found: its words and days; right: what our own fields say beyond days."""

    start: int
    end: int
    first: date | None
    last: date | None
    mod: str | None = None
    rule: tuple[str | None, ...] | None = None
    doubt: bool = False


@dataclass
class Score:
    """What a tool did with the deadlines asked for, and its speed."""

    name: str
    found: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    mods: int = 0
    silent: int = 0
    hits: int = 0
    spans: int = 0
    seconds: float = 0.0


def speed(plans: Iterable[Plan], repeat: int) -> tuple[int, float]:
    """Return the characters of the plans and the best CPU seconds of the stage over them."""
    plans = list(plans)
    seconds = []
    for _ in range(repeat):
        start = time.process_time()
        for p in plans:
            find_deadlines(p.passages, p.tables, p.tasks, p.citations, p.header)
        seconds.append(time.process_time() - start)
    return sum(len(p.text) for plan in plans for p in plan.passages), min(seconds)


def place(plans: dict[str, Plan], gold: Path) -> tuple[list[str], list[date], list[Asked]]:
    """Return the passages of the plans with gold, their reference dates, and the deadlines."""
    texts: list[str] = []
    references: list[date] = []
    asked: list[Asked] = []
    for stem, plan in plans.items():
        file = gold / f"{stem}.json"
        if not file.exists():
            continue
        first, at, offset = len(texts), 0, 0
        texts += [p.text for p in plan.passages]
        issued = plan.header.issued_on or date(plan.header.plan_year or 2021, 1, 1)
        references += [issued] * len(plan.passages)
        for one in json.loads(file.read_text("utf-8"))["deadlines"]:
            order = [(n, offset if n == at else 0) for n in range(at, len(plan.passages))]
            hits = ((n, plan.passages[n].text.find(one["raw"], o)) for n, o in order)
            n, start = next(((n, s) for n, s in hits if s >= 0), (-1, -1))
            if n >= 0:
                at, offset = n, start + 1
                asked.append(Asked(one, first + n, start, start + len(one["raw"])))
    return texts, references, asked


def ours(plans: dict[str, Plan], gold: Path, repeat: int) -> tuple[list[list[Span]], float]:
    known = [plan for stem, plan in plans.items() if (gold / f"{stem}.json").exists()]
    spans: list[list[Span]] = []
    for plan in known:
        of_plan: list[list[Span]] = [[] for _ in plan.passages]
        for d in plan.deadlines:
            rule = (d.rrule, d.offset, d.freq)
            of_plan[d.passage].append(
                Span(d.start, d.end, d.start_on, d.due_on, d.mod, rule, bool(d.suspect))
            )
        spans += of_plan
    return spans, speed(known, repeat)[1]


def dateparser_spans(texts: list[str], references: list[date]) -> tuple[list[list[Span]], float]:
    from dateparser.search import search_dates

    found = []
    started = time.process_time()
    for text, on in zip(texts, references, strict=True):
        base = {"RELATIVE_BASE": datetime(on.year, on.month, on.day)}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            hits = search_dates(text, languages=["vi"], settings=base) or []
        place, spans = 0, []
        for words, day in hits:
            start = text.find(words, place)
            place = max(place, start)
            spans.append(Span(start, start + len(words), None, day.date()))
        found.append(spans)
    return found, time.process_time() - started


def chrono_spans(
    texts: list[str], references: list[date], repeat: int
) -> tuple[list[list[Span]], float]:
    asked = [[t, d.year, d.month, d.day] for t, d in zip(texts, references, strict=True)]
    done = subprocess.run(
        ["node", "-e", CHRONO], input=json.dumps({"texts": asked, "repeat": repeat}),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    answer = json.loads(done.stdout)
    return [[_window(*s) for s in spans] for spans in answer["spans"]], answer["seconds"]


def _window(start: int, end: int, left: list[Any], right: list[Any] | None) -> Span:
    """Return the days of a result; a month without a day is a window."""
    first, last = _days(left), _days(right or left)
    alone = right is None and left[2] is not None
    return Span(start, end, None if alone else first[0], last[1])


def _days(parts: list[Any]) -> tuple[date, date]:
    year, month, day = parts
    if day is not None:
        return date(year, month, day), date(year, month, day)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def judge(name: str, asked: list[Asked], spans: list[list[Span]], seconds: float) -> Score:
    score = Score(name, seconds=seconds, spans=sum(map(len, spans)))
    hit: set[tuple[int, int, int]] = set()
    for one in asked:
        on = [s for s in spans[one.text] if s.start < one.end and s.end > one.start]
        hit |= {(one.text, s.start, s.end) for s in on}
        if not on:
            continue
        score.found += 1
        right = _is_right(one.gold, on)
        if one.gold["kind"] in KINDS:
            score.right[one.gold["kind"]] += right and has_value(one.gold)
        score.mods += one.gold["mod"] is not None and on[0].mod == one.gold["mod"]
        dated = any((s.first or s.last) and not s.doubt for s in on)
        score.silent += dated and not right
    score.hits = len(hit)
    return score


def has_value(gold: dict[str, Any]) -> bool:
    return any(gold[k] for k in ("start_on", "due_on", "rrule", "freq", "offset"))


def _is_right(gold: dict[str, Any], on: list[Span]) -> bool:
    start, due = gold["start_on"], gold["due_on"]
    if on[0].rule is not None:
        days = [d.isoformat() if d else None for d in (on[0].first, on[0].last)]
        return days == [start, due] and on[0].rule == (
            gold["rrule"], gold["offset"], gold.get("freq"),
        )  # fmt: skip
    if gold["kind"] in ("recurring", "relative") or due is None:
        return False
    days = sorted(d.isoformat() for s in on for d in (s.first, s.last) if d)
    if start is None:
        return due in days
    return bool(days) and days[-1][:7] == due[:7] and days[0][:7] == start[:7]


def line(score: Score, characters: int) -> str:
    kinds = " ".join(f"{score.right[kind]:>10}" for kind in KINDS)
    share = score.hits / score.spans if score.spans else 0
    rate = characters / score.seconds / 1e6 if score.seconds else 0
    total = sum(score.right.values())
    return (
        f"{score.name:12} {score.found:>6} {total:>6} {kinds} {score.mods:>5} {share:>5.2f} "
        f"{score.silent:>6} {rate:>7.3f}"
    )


def head(asked: list[Asked]) -> str:
    wanted = [a.gold for a in asked if has_value(a.gold)]
    of = {kind: sum(g["kind"] == kind for g in wanted) for kind in KINDS}
    mods = sum(a.gold["mod"] is not None for a in asked)
    kinds = " ".join(f"{f'{kind} {of[kind]}':>10}" for kind in KINDS)
    found, value = f"/{len(asked)}", f"/{sum(of.values())}"
    return f"{'tool':12} {found:>6} {value:>6} {kinds} {f'/{mods}':>5} {'P':>5} {'silent':>6} M/s"


def has_chrono() -> bool:
    if not shutil.which("node"):
        return False
    tried = ["node", "-e", "require('chrono-node').vi.parse('')"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path, default=ROOT / "corpus" / "gold")
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    files = args.files or sorted((ROOT / "corpus" / "plans").iterdir())
    plans = {path.stem: extract(read(path)) for path in files}
    characters, seconds = speed(plans.values(), args.repeat)
    print(f"{len(plans)} plans, {characters} characters, {characters / seconds / 1e6:.2f} M/s")
    texts, references, asked = place(plans, args.gold)
    size = sum(map(len, texts))
    print(head(asked))
    print(line(judge("trichluc", asked, *ours(plans, args.gold, args.repeat)), size))
    if importlib.util.find_spec("dateparser"):
        print(line(judge("dateparser", asked, *dateparser_spans(texts, references)), size))
    else:
        print("dateparser   not installed, left out")
    if has_chrono():
        spans, seconds = chrono_spans(texts, references, args.repeat)
        print(line(judge("chrono-node", asked, spans, seconds), size))
    else:
        print("chrono-node  not installed, left out (npm install chrono-node, NODE_PATH)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""All benchmarks in one run: `make bench`, or `python bench/everything.py [--out DIR] [--full]`.

Runs each benchmark of this folder, ours and the installed peers on the same files, and writes into
DIR (build/bench): results.json (machine, versions, each benchmark with its command, CPU seconds
and figures), reading.svg and ingest.svg (ratios first), and the full output of each as NAME.txt.
Peers that are not installed are named as left out, by the benchmark that asks for them;
`make bench-peers` installs those of bench/peers.txt into an environment of their own and runs all
this in it.
Without --full the sizes are small, so that all is done in some minutes.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from reading import describe_machine

HERE = Path(__file__).resolve().parent


def steps(out: Path, full: bool) -> dict[str, list[str]]:
    """Return name -> script and arguments, in the order of the run."""
    files, pages, repeat = ("10000", "60", "3") if full else ("200", "26", "2")
    svg = str(out / "reading.svg")
    peers = all(map(importlib.util.find_spec, ("ocrmypdf", "img2table")))
    return {
        "reading": ["reading.py", "--out", str(out / "reading.json"), "--svg", svg,
                    "--pages", pages, "--repeat", repeat],
        "citations": ["citations.py", "--out", str(out / "citations.json"), "--repeat", repeat],
        "deadlines": ["deadlines.py", "--repeat", repeat],
        "lookup": ["lookup.py"],
        "ocr": ["ocr.py", *([] if full else ["--variants", "s200", "--files", "6"]),
                *(["--peers", sys.executable] if peers else [])],
        "ingest": ["ingest.py", "--files", files, "--out", str(out / "ingest.json")],
        "ingest-plot": ["plot.py", str(out / "ingest.json"), str(out / "ingest.svg")],
        "pages": ["pages.py", "--plans", "10000" if full else "300"],
        "memory": ["memory.py", "--files", "5000" if full else "500",
                   "--out", str(out / "memory.json")],
    }  # fmt: skip


def run(name: str, words: list[str], out: Path) -> dict[str, Any]:
    """Run one benchmark; return what it was, what it cost and what it found."""
    before = os.times()
    done = subprocess.run(
        [sys.executable, str(HERE / words[0]), *words[1:]],
        cwd=HERE.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    after = os.times()
    (out / f"{name}.txt").write_text(done.stdout + done.stderr, "utf-8")
    kept = out / f"{name}.json"
    cpu = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return {
        "command": " ".join(["bench/" + words[0], *words[1:]]),
        "exit_code": done.returncode,
        "cpu_seconds": round(cpu, 1),
        "left_out": sorted(line for line in done.stdout.splitlines() if "left out" in line),
        "figures": json.loads(kept.read_text("utf-8")) if kept.is_file() else done.stdout,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE.parent / "build" / "bench")
    parser.add_argument("--full", action="store_true", help="the sizes of docs/benchmarks.md")
    parser.add_argument("--only", action="append", help="name of a benchmark")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for old in given.out.glob("*.json"):
        old.unlink()
    results: dict[str, Any] = {"machine": describe_machine(), "full": given.full, "benchmarks": {}}
    for name, words in steps(given.out, given.full).items():
        if given.only and name not in given.only:
            continue
        found = results["benchmarks"][name] = run(name, words, given.out)
        state = "" if found["exit_code"] == 0 else f"  FAILED, see {given.out / name}.txt"
        print(f"{name:12} {found['cpu_seconds']:7.1f} s of CPU{state}", flush=True)
        for line in found["left_out"]:
            print(f"  {line}")
        text = json.dumps(results, ensure_ascii=False, indent=1)
        (given.out / "results.json").write_text(text + "\n", "utf-8")
    print(f"Written to {given.out}: results.json, *.svg, *.txt")
    return int(any(r["exit_code"] for r in results["benchmarks"].values()))


if __name__ == "__main__":
    sys.exit(main())

"""Score every plan in every format against its gold, beside the committed figures.

    python -m corpus.score [--format FORM]... [--misses N] [--write] [PLAN...]

Prints F1 by section and format and, against corpus/scores.json, what was gained and lost, line by
line. Exit code 1 when a plan lost something.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.build import HERE, samples
from corpus.files import FORMATS, can_make, write_files
from corpus.write import Sample, gold_of

TESTED_SHARE = {"pdf": 3, "doc": 5, "scan": 20}
"""Of the slow formats, tests score one plan in so many."""
FIGURES = HERE / "scores.json"


def score_samples(chosen: Iterable[Sample], form: str) -> dict[str, Any]:
    """Return the scores by section of the samples in one format."""
    from extract import extract_file
    from extract.errors import TrichlucError
    from extract.score import SECTIONS, Score, score_record

    chosen = list(chosen)
    scores = {name: Score() for name in SECTIONS}
    with tempfile.TemporaryDirectory() as folder:
        paths = write_files(chosen, form, Path(folder))
        for sample in (s for s in chosen if s.name in paths):
            try:
                found: dict[str, Any] = extract_file(paths[sample.name]).to_dict()
            except TrichlucError as error:
                print(error, file=sys.stderr)
                found = {}
            score_record(gold_of(sample), found, scores, sample.name)
    return scores


def samples_of(form: str) -> list[Sample]:
    """Return the plans that the tests score in a format."""
    return samples()[:: TESTED_SHARE.get(form, 1)]


def figures_of(scores: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return F1 and fields by section."""
    dicts = {name: score.to_dict() for name, score in scores.items()}
    return {name: {"f1": d["f1"], **d["fields"]} for name, d in dicts.items()}


def misses_of(scores: dict[str, Any]) -> list[str]:
    """Return every miss, one a line."""
    return sorted(miss for score in scores.values() for miss in score.misses)


def as_table(figures: dict[str, dict[str, dict[str, Any]]]) -> str:
    """Return sections x formats, F1 in each cell."""
    sections = list(next(iter(figures.values())))
    rows = [["", *figures]]
    rows += [[name, *(f"{figures[form][name]['f1']:.3f}" for form in figures)] for name in sections]
    return "\n".join(f"{row[0]:<10}" + "".join(f"{cell:>8}" for cell in row[1:]) for row in rows)


def compare(then: list[str], now: list[str], names: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return the misses that are gone and those that are new. names: plans looked at."""
    before, after = (Counter(m for m in side if m.startswith(names)) for side in (then, now))
    return sorted((before - after).elements()), sorted((after - before).elements())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures in scores.json")
    parser.add_argument("--misses", type=int, default=0, help="show so many misses a section")
    parser.add_argument("--format", choices=FORMATS, action="append")
    parser.add_argument("names", nargs="*", help="plans whose name begins so")
    options = parser.parse_args()
    names = tuple(options.names or ("",))
    chosen = [s for s in samples() if s.name.startswith(names)]
    kept = json.loads(FIGURES.read_text("utf-8")) if FIGURES.is_file() else {}
    figures: dict[str, Any] = {}
    misses: dict[str, list[str]] = {}
    for form in options.format or FORMATS:
        if not can_make(form):
            print(f"{form}: left out, the program that makes or reads it is not installed")
            continue
        scores = score_samples(chosen, form)
        figures[form], misses[form] = figures_of(scores), misses_of(scores)
        _show_misses(form, scores, options.misses)
    print(as_table(figures))
    lost = _show_changes(kept.get("misses", {}), misses, names)
    if options.write:
        tested = {form: figures_of(score_samples(samples_of(form), form)) for form in TESTED_SHARE}
        table = {"all": figures, "tested": {**figures, **tested}, "misses": misses}
        text = json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True)
        FIGURES.write_text(text + "\n", "utf-8")
        return 0
    return int(lost)


def _show_misses(form: str, scores: dict[str, Any], most: int) -> None:
    for name, score in scores.items():
        low = {f: v for f, v in score.to_dict()["fields"].items() if v < 1}
        if most and (low or score.misses):
            print(f"{form} {name} {low or ''}")
            for miss in score.misses[:most]:
                print("    -", miss)


def _show_changes(
    kept: dict[str, list[str]], misses: dict[str, list[str]], names: tuple[str, ...]
) -> bool:
    """Print what changed against the committed misses; say whether anything was lost."""
    lost_any = False
    for form in (form for form in misses if form in kept):
        gained, lost = compare(kept[form], misses[form], names)
        lost_any |= bool(lost)
        for mark, lines in (("+", gained), ("-", lost)):
            for line in lines:
                print(f"{mark} {form} {line}")
        if gained or lost:
            print(f"{form}: gains {len(gained)}, losses {len(lost)}")
    if kept and not lost_any:
        print("No losses against corpus/scores.json.")
    return lost_any


if __name__ == "__main__":
    sys.exit(main())

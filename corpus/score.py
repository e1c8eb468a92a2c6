"""Score every plan in every format against its gold: `python -m corpus.score [--write] [--misses N]`."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.build import HERE, samples
from corpus.render import RENDERERS
from corpus.write import Sample, gold_of

FORMATS = ("txt", "docx", "pdf", "html")
TESTED_SHARE = {"pdf": 3}
"""Of the slow formats, tests score one plan in so many."""
FIGURES = HERE / "scores.json"


def score_samples(chosen: Iterable[Sample], form: str) -> dict[str, Any]:
    """Return the scores by section of the samples rendered in one format."""
    from extract import extract_file
    from extract.score import SECTIONS, Score, score_record

    scores = {name: Score() for name in SECTIONS}
    with tempfile.TemporaryDirectory() as folder:
        for sample in chosen:
            if form not in sample.formats:
                continue
            path = Path(folder) / f"{sample.name}.{form}"
            path.write_bytes(RENDERERS[form](sample))
            score_record(gold_of(sample), extract_file(path).to_dict(), scores, sample.name)
    return scores


def samples_of(form: str) -> list[Sample]:
    """Return the plans that the tests score in a format."""
    return samples()[:: TESTED_SHARE.get(form, 1)]


def figures_of(scores: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return F1 and fields by section."""
    dicts = {name: score.to_dict() for name, score in scores.items()}
    return {name: {"f1": d["f1"], **d["fields"]} for name, d in dicts.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures in scores.json")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--format", choices=FORMATS, action="append")
    parser.add_argument("names", nargs="*", help="plans whose name begins so")
    options = parser.parse_args()
    chosen = [s for s in samples() if s.name.startswith(tuple(options.names or ("",)))]
    table: dict[str, Any] = {}
    for form in options.format or FORMATS:
        scores = score_samples(chosen, form)
        table[form] = figures_of(scores)
        print(form, "  ".join(f"{name} {score.f1:.3f}" for name, score in scores.items()))
        for name, score in scores.items():
            low = {f: v for f, v in score.to_dict()["fields"].items() if v < 1}
            if options.misses and (low or score.misses):
                print(f"  {name} {low}")
                for miss in score.misses[: options.misses]:
                    print("    -", miss)
    if options.write:
        tested = {form: figures_of(score_samples(samples_of(form), form)) for form in TESTED_SHARE}
        figures = {"all": table, "tested": {**table, **tested}}
        FIGURES.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()

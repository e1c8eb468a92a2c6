"""`trichluc score`: how well files are read, against gold written by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extract.cli import print_json
from extract.cli.extracting import check_patterns
from extract.cli.options import format_option, patterns_option
from extract.errors import WrongUsage

if TYPE_CHECKING:
    from extract.score import Score


@click.command("score")
@click.option(
    "--gold",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of gold records: NAME.json for FILE NAME.*",
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--misses",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Misses shown per section.",
)
@patterns_option()
@format_option()
def score_command(
    gold: Path, files: tuple[Path, ...], misses: int, patterns: Path | None, form: str
) -> int:
    """Compare what FILES hold with gold: precision, recall and F1 by section and field.

    FILES are documents, or records (.json) that `trichluc extract` printed. A file that cannot be
    read counts as one in which nothing was found.
    """
    from extract.score import SECTIONS, Score, score_record

    scores = {name: Score() for name in SECTIONS}
    troubled = False
    for name, wanted, file in _pairs(gold, files):
        found, problem = _record(file, check_patterns(patterns))
        if problem:
            troubled = True
            click.echo(f"Error: {problem}", err=True)
        score_record(wanted, found, scores, name)
    if form == "json":
        print_json({n: {**s.to_dict(), "misses": s.misses[:misses]} for n, s in scores.items()})
    else:
        click.echo(_as_text(scores, misses))
    return 3 if troubled else 0


def _pairs(gold: Path, files: tuple[Path, ...]) -> list[tuple[str, dict[str, Any], Path]]:
    """Return name, gold record and file of each file that has gold."""
    pairs = []
    for file in sorted(files):
        path = gold / f"{file.stem}.json"
        if not path.is_file():
            click.echo(f"No gold for {file.name}: left out.", err=True)
            continue
        try:
            pairs.append((file.stem, json.loads(path.read_text("utf-8-sig")), file))
        except ValueError as error:
            raise WrongUsage(str(path), f"this is no gold record ({error})") from error
    if not pairs:
        raise WrongUsage(str(gold), "no file has gold there")
    return pairs


def _record(file: Path, patterns: Path | None) -> tuple[dict[str, Any], str | None]:
    """Return the record of the file, and why there is none."""
    if file.suffix == ".json":
        try:
            return json.loads(file.read_text("utf-8-sig")), None
        except ValueError as error:
            return {}, f"{file.name}: this is no record ({error})"
    from extract.batch.alone import extract_alone
    from extract.batch.work import Options

    outcome = extract_alone(file, Options(1, patterns=patterns))
    if outcome.plan is None:
        return {}, outcome.failure.message if outcome.failure else file.name
    return outcome.plan.to_dict(), None


def _as_text(scores: dict[str, Score], misses: int) -> str:
    lines = []
    for name, score in scores.items():
        lines.append(
            f"{name:10} gold {score.gold:4}  found {score.found:4}  P {score.precision:.3f}"
            f"  R {score.recall:.3f}  F1 {score.f1:.3f}"
        )
        fields = score.to_dict()["fields"]
        if fields:
            lines.append(" " * 11 + "  ".join(f"{n} {share:.3f}" for n, share in fields.items()))
        lines += [f"{'':13}- {miss}" for miss in score.misses[:misses]]
    return "\n".join(lines)

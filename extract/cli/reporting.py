"""What a run of `trichluc ingest` shows: progress, one line per file, the summary."""

from __future__ import annotations

import json
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extract.cli import print_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.batch.report import Event, Progress, Report, Summary
    from extract.batch.walk import Skipped

CAUSES = 10  # of failure that a summary names
SKIPPED = 20  # files that it names one by one


@contextmanager
def draining() -> Iterator[Callable[[], bool]]:
    """Turn the first Ctrl-C into "begin no more files"; the second ends at once."""
    asked = False

    def ask(signum: int, frame: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True
        click.echo("\nFinishing the files that are being read. Ctrl-C again to end now.", err=True)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def reporting(log_json: bool) -> Iterator[Report]:
    """Show a bar with counts, rate and time left on a terminal; or a line of JSON per file."""
    from extract.batch.report import Report

    if log_json:
        yield Report(on_file=_log)
    elif not sys.stderr.isatty():
        yield Report()
    else:
        with _bar() as show:
            yield Report(on_progress=show)


def _log(event: Event) -> None:
    _log_line(
        path=event.path, status=event.status,
        document_id=event.sha256[:16] if event.sha256 else None, cause=event.cause,
        message=event.message, seconds=event.seconds,
    )  # fmt: skip


def _log_line(**record: str | float | None) -> None:
    click.echo(json.dumps(record, ensure_ascii=False), err=True)


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn(),
    )  # fmt: skip
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)

        def show(progress: Progress) -> None:
            speed = bar.tasks[0].speed
            words = [f"{speed:.0f}/s"] if speed else []
            words += [
                f"{number} {name}"
                for name, number in progress.files.items()
                if name not in ("done", "unchanged")
            ]
            bar.update(
                task, total=progress.total, completed=progress.settled,
                description=", ".join(words),
            )  # fmt: skip

        yield show


def show_summary(summary: Summary, database: Path, form: str, *, log_json: bool = False) -> int:
    """Print what a run did and return the exit code.

    log_json: stderr has lines of JSON only, one for each file that was left out as well.
    """
    if form == "json":
        print_json(_as_json(summary))
    else:
        click.echo(_as_text(summary))
    if log_json:
        for one in summary.skipped:
            _log_line(path=str(one.path), status="skipped", document_id=None, cause=None,
                      message=one.why, seconds=None)  # fmt: skip
    else:
        _show_hints(summary, database, form)
    if summary.stopped:
        return 1
    return 3 if summary.troubled else 0


def _show_hints(summary: Summary, database: Path, form: str) -> None:
    """Say on stderr what was left out, why files failed, and what can be done."""
    for line in _skipped(summary.skipped):
        click.echo(line, err=True)
    if summary.causes and form == "text":
        click.echo("Most frequent causes:", err=True)
        for cause in find_causes(summary.causes):
            click.echo(f"{cause['files']:7}  {cause['cause']}: {cause['remedy']}", err=True)
    if summary.older:
        what = f"{summary.older} documents were read by another version or with other options"
        click.echo(f"{what}: --reprocess reads them again", err=True)
    if summary.troubled:
        click.echo(f"See why: trichluc status --db {database}", err=True)
    if summary.stopped:
        click.echo("Stopped before the end; run it again to finish the rest.", err=True)


def find_causes(causes: Counter[str]) -> list[dict[str, Any]]:
    """Return the most frequent causes of failure, each with its remedy."""
    from extract.store.read import remedy_of

    ordered = sorted(causes.items(), key=lambda item: (-item[1], item[0]))[:CAUSES]
    return [{"cause": c, "files": number, "remedy": remedy_of(c)} for c, number in ordered]


def _skipped(skipped: list[Skipped]) -> Iterator[str]:
    """Yield a line per skipped file, and one per kind where there are many."""
    if len(skipped) <= SKIPPED:
        yield from (f"Skipped: {s.path} ({s.why})" for s in skipped)
        return
    for why, number in sorted(Counter(s.why for s in skipped).items()):
        yield f"Skipped: {number} files ({why})"


def _as_json(summary: Summary) -> dict[str, Any]:
    names = (
        "files", "done", "failed", "refused", "unchanged", "duplicates", "known", "older",
        "stopped",
    )  # fmt: skip
    return {
        **{name: getattr(summary, name) for name in names},
        "skipped": [{"path": str(s.path), "why": s.why} for s in summary.skipped],
        "causes": find_causes(summary.causes),
    }


def _as_text(summary: Summary) -> str:
    parts = [f"{summary.files} files", f"{summary.done} stored"]
    if summary.unchanged:
        parts.append(f"{summary.unchanged} stored before")
    if summary.duplicates:
        parts.append(f"{summary.duplicates} copies of others")
    if summary.failed:
        parts.append(f"{summary.failed} failed")
    if summary.refused:
        parts.append(f"{summary.refused} refused")
    if summary.known:
        parts.append(f"{summary.known} failed before (not tried again)")
    return ", ".join(parts)

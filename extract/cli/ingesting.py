"""`trichluc ingest`: files and folders to the database."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extract.cli import database_option, print_json
from extract.cli.extracting import check_patterns

if TYPE_CHECKING:
    from extract.batch.ingest import Progress, Summary


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@database_option()
@click.option("--workers", type=click.IntRange(min=1), help="Files read at once.  [default: cores]")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=120.0,
    show_default=True,
    help="Seconds per file.",
)
@click.option(
    "--memory",
    "memory_mb",
    type=click.IntRange(min=0),
    default=2048,
    show_default=True,
    help="Megabytes per worker; 0 for no limit.",
)
@click.option(
    "--patterns",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of your own knowledge tables, put before ours.",
)
@click.option("--retry-failed", is_flag=True, help="Try failed and refused files again.")
@click.option("--retry-dead", is_flag=True, help="Also those that failed three times.")
@click.option("--reprocess", is_flag=True, help="Read everything again.")
@click.option(
    "--shard",
    default="1/1",
    callback=lambda context, option, value: parse_shard(value),
    help="Read only part i of n (2/4), to merge the databases later.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the summary is printed.",
)
def ingest_command(
    paths: tuple[Path, ...], database: Path, workers: int | None, timeout: float, memory_mb: int,
    patterns: Path | None, retry_failed: bool, retry_dead: bool, reprocess: bool,
    shard: tuple[int, int], form: str,
) -> int:  # fmt: skip
    """Read the files and folders PATHS into a database.

    Files that are stored already are left alone. It may be stopped or killed at any moment and
    run again: what is done stays done.
    """
    from extract.batch.ingest import ingest
    from extract.batch.work import Options

    folder = check_patterns(patterns)
    given: dict[str, Any] = {} if workers is None else {"workers": workers}
    given |= {"timeout": timeout, "memory_mb": memory_mb, "patterns": folder, "shard": shard}
    options = Options(**given)
    with _draining() as stopped, _progress() as report:
        summary = ingest(
            paths, database, options, retry_failed=retry_failed or retry_dead,
            retry_dead=retry_dead, reprocess=reprocess, stopped=stopped, report=report,
        )  # fmt: skip
    if form == "json":
        print_json(_as_json(summary))
    else:
        click.echo(_as_text(summary))
    for skipped in summary.skipped:
        click.echo(f"Skipped: {skipped.path} ({skipped.why})", err=True)
    if summary.troubled:
        click.echo(f"See why: trichluc status --db {database}", err=True)
    if summary.stopped:
        click.echo("Stopped before the end; run it again to finish the rest.", err=True)
        return 1
    return 3 if summary.troubled else 0


def parse_shard(typed: str) -> tuple[int, int]:
    """Return (2, 4) for "2/4"; raise `BadParameter` for what is no part of a whole."""
    number, _, of = typed.partition("/")
    if number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
        return int(number), int(of)
    raise click.BadParameter(f"{typed!r} is not like 2/4")


def _as_json(summary: Summary) -> dict[str, Any]:
    names = ("files", "done", "failed", "refused", "unchanged", "duplicates", "known", "stopped")
    found = {name: getattr(summary, name) for name in names}
    return {**found, "skipped": [{"path": str(s.path), "why": s.why} for s in summary.skipped]}


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


@contextmanager
def _draining() -> Iterator[Callable[[], bool]]:
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
def _progress() -> Iterator[Callable[[Progress], None]]:
    """Show a bar with counts and time left, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda progress: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn(),
    )  # fmt: skip
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)

        def show(progress: Progress) -> None:
            troubled = progress.failed + progress.refused
            text = f"{progress.failed} failed, {progress.refused} refused" if troubled else ""
            finished = progress.done + troubled
            bar.update(task, total=progress.todo, completed=finished, description=text)

        yield show

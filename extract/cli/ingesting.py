"""`trichluc ingest`: files and folders to the database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extract.cli import database_option
from extract.cli.extracting import check_patterns
from extract.cli.options import (
    format_option,
    memory_option,
    ocr_option,
    patterns_option,
    timeout_option,
)
from extract.cli.reporting import draining, reporting, show_summary

if TYPE_CHECKING:
    from extract.batch.pool import Engine
    from extract.readers.ocr import OcrMode


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True)
@database_option()
@click.option("--workers", type=click.IntRange(min=1), help="Files read at once.  [default: cores]")
@timeout_option("Seconds of CPU per file; three times as many by the clock.")
@memory_option("Megabytes per worker; 0 for no limit.")
@ocr_option()
@patterns_option()
@click.option("--retry-failed", is_flag=True, help="Try failed and refused files again.")
@click.option("--retry-dead", is_flag=True, help="Also those that failed three times.")
@click.option(
    "--reprocess", is_flag=True, help="Read again what another version or other options read."
)
@click.option("--reprocess-all", is_flag=True, help="Read everything again.")
@click.option("--verify", is_flag=True, help="Compare contents, not only sizes and times of files.")
@click.option(
    "--shard",
    default="1/1",
    callback=lambda context, option, value: parse_shard(value),
    help="Read only part i of n (2/4), to merge the databases later.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="This machine, or a Dask cluster.",
)
@click.option("--scheduler", help="Address of the Dask scheduler (tcp://host:8786).")
@click.option("--log-json", is_flag=True, help="One line of JSON per file on stderr.")
@format_option(about="How the summary is printed.")
def ingest_command(
    paths: tuple[str, ...], database: Path, workers: int | None, timeout: float, memory_mb: int,
    ocr: OcrMode, patterns: Path | None, retry_failed: bool, retry_dead: bool, reprocess: bool,
    reprocess_all: bool, verify: bool, shard: tuple[int, int], engine: str,
    scheduler: str | None, log_json: bool, form: str,
) -> int:  # fmt: skip
    """Read the files and folders PATHS into a database.

    PATHS may be ZIP archives and patterns (plans/*.pdf); with - a list of files is read from
    stdin. Files that are stored already are left alone. It may be stopped or killed at any moment
    and run again: what is done stays done.
    """
    from extract.batch.ingest import Again, ingest
    from extract.batch.inputs import find_inputs, read_list
    from extract.batch.work import Options

    named = find_inputs(path for path in paths if path != "-")
    listed = list(read_list(sys.stdin.buffer.read())) if "-" in paths else []
    folder = check_patterns(patterns)
    given: dict[str, Any] = {} if workers is None else {"workers": workers}
    options = Options(
        timeout=timeout, memory_mb=memory_mb, patterns=folder, shard=shard, ocr=ocr, **given
    )
    again = Again(retry_failed or retry_dead, retry_dead, reprocess, reprocess_all, verify)
    with draining() as stopped, reporting(log_json) as report:
        summary = ingest(
            named, database, options, listed=listed, again=again, stopped=stopped, report=report,
            engine=find_engine(engine, scheduler),
        )  # fmt: skip
    return show_summary(summary, database, form, log_json=log_json)


def find_engine(name: str, scheduler: str | None) -> Engine:
    """Return who does the work; raise `WrongUsage` when it is not said where."""
    if name == "dask":
        from extract.batch.cluster import cluster_engine

        return cluster_engine(scheduler)
    from extract.batch.pool import outcomes

    if scheduler:
        raise click.UsageError("--scheduler goes with --engine dask")
    return outcomes


def parse_shard(typed: str) -> tuple[int, int]:
    """Return (2, 4) for "2/4"; raise `BadParameter` for what is no part of a whole."""
    number, _, of = typed.partition("/")
    if number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
        return int(number), int(of)
    raise click.BadParameter(f"{typed!r} is not like 2/4")

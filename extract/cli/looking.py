"""`trichluc status`: what a database holds and what went wrong."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import click

from extract.cli import database_option, print_json
from extract.cli.options import format_option


@click.command("status")
@database_option()
@format_option()
def status_command(database: Path, form: str) -> int:
    """Show counts, failed files with the reason and the remedy, and the last runs."""
    from extract.store.migrations import open_read_only
    from extract.store.read import read_status

    with closing(open_read_only(database)) as connection:
        status = {"database": str(database), **read_status(connection)}
    if form == "json":
        print_json(status)
    else:
        click.echo(_as_text(status))
    return 0


def _as_text(status: dict[str, Any]) -> str:
    lines = [status["database"]]
    lines += [f"  {name:16}{number:>10}" for name, number in status["counts"].items()]
    files = ", ".join(f"{number} {name}" for name, number in status["files"].items())
    lines.append(f"Files: {files}")
    for failure in status["failures"]:
        tries = "" if failure["attempts"] < 2 else f", tried {failure['attempts']} times"
        lines.append(f"  {failure['path']}")
        lines.append(
            f"    {failure['status']} at {failure['stage']}, {failure['error']}{tries}: "
            f"{failure['message']}"
        )
    lines += [
        f"Run {run['id']}: {run['started_at']} to {run['ended_at'] or '(not finished)'}, "
        f"{run['done']} stored, {run['failed']} failed, {run['refused']} refused"
        for run in status["runs"]
    ]
    return "\n".join(lines)


@click.command("check")
@database_option()
@format_option()
def check_command(database: Path, form: str) -> int:
    """Look for damage: pages, keys, full-text index, offsets, counts, hashes of the originals.

    Nothing is changed. Exit code 1 when something is damaged.
    """
    from extract.store.check import check_database
    from extract.store.migrations import open_database

    with closing(open_database(database)) as connection:
        problems = list(check_database(connection))
    damaged = any(problem.damage for problem in problems)
    if form == "json":
        found = [
            {"check": p.check, "what": p.what, "remedy": p.remedy, "damage": p.damage}
            for p in problems
        ]
        print_json({"database": str(database), "whole": not damaged, "problems": found})
    else:
        for p in problems:
            click.echo(f"{'DAMAGE' if p.damage else 'note'} {p.check}: {p.what}. {p.remedy}")
        click.echo("Damaged." if damaged else "Whole.")
    return int(damaged)


@click.command("backup")
@database_option()
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
def backup_command(database: Path, target: Path) -> int:
    """Copy the database to the new file TARGET, also while a run writes to it."""
    from extract.store.backup import backup_database

    size = backup_database(database, target)
    click.echo(f"{target}: {size:,} bytes")
    return 0

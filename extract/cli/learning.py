"""`trichluc learn`: what an archive teaches for the reading of its scans."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from extract.cli import database_option


@click.command("learn")
@database_option()
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of your own knowledge tables, for --patterns.",
)
def learn_command(database: Path, folder: Path) -> int:
    """Learn from the plans of a database that no engine read which words stand side by side.

    The table it writes puts marks right in scans that are read with --patterns FOLDER.
    """
    from extract.store.learn import learn_pairs
    from extract.store.migrations import open_read_only

    with closing(open_read_only(database)) as connection:
        path, plans, pairs = learn_pairs(connection, folder)
    click.echo(f"{path}: {pairs} pairs of syllables from {plans} plans")
    return 0

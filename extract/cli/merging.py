"""`trichluc merge`: databases made on several machines into one."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from extract.cli import database_option
from extract.errors import WrongUsage


@click.command("merge")
@click.argument("parts", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
@database_option()
def merge_command(parts: tuple[Path, ...], database: Path) -> int:
    """Add the databases PARTS to the one of --db, which is made if it is not there.

    For archives read in shards: `trichluc ingest ... --shard 1/4` on each of four machines, then
    one merge. The result is that of a single run.
    """
    from extract import __version__
    from extract.batch.lock import run_lock
    from extract.store.merge import finish_merge, merge_database
    from extract.store.migrations import open_database, open_read_only
    from extract.store.write import begin_writing, end_writing

    for part in parts:
        open_read_only(part).close()
        if part.resolve() == database.resolve():
            raise WrongUsage(str(part), "a database cannot be merged into itself")
    with run_lock(database), closing(open_database(database, create=True)) as connection:
        begin_writing(connection)
        try:
            for part in parts:
                added = merge_database(connection, part, __version__)
                click.echo(f"{part}: {added} documents added")
            finish_merge(connection)
        finally:
            end_writing(connection)
    return 0

"""`trichluc export` and `trichluc calendar`: the tables, and the deadlines, as files."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import click

from extract.cli import database_option


@click.command("export")
@database_option()
@click.option(
    "--to",
    "form",
    required=True,
    type=click.Choice(["jsonl", "csv", "parquet"]),
    help="Format; csv is made for Excel.",
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export_command(database: Path, form: str, folder: Path) -> int:
    """Write every table to FOLDER, one file each, and print their names.

    In CSV a text that a spreadsheet would take for a formula gets a ' in front.
    """
    from extract.store.export import export_tables
    from extract.store.migrations import open_read_only

    with closing(open_read_only(database)) as connection:
        for path in export_tables(connection, folder, form):
            click.echo(str(path))
    return 0


@click.command("calendar")
@database_option()
@click.option("--unit", help="Only deadlines of this unit; a part of its name will do.")
@click.option("--year", type=click.IntRange(1900, 2200), help="Only deadlines of this year.")
@click.option(
    "--event",
    "events",
    multiple=True,
    metavar="NAME=DATE",
    help='The day of an event, to count from: "ngày kiểm tra=2024-06-12". May be repeated.',
)
def calendar_command(
    database: Path, unit: str | None, year: int | None, events: tuple[str, ...]
) -> int:
    """Print the deadlines as an iCalendar file (ICS)."""
    from extract.calendar import write_calendar
    from extract.store.migrations import open_read_only

    with closing(open_read_only(database)) as connection:
        known = dict(map(_event, events))
        click.echo(write_calendar(connection, unit, year, events=known), nl=False)
    return 0


def _event(text: str) -> tuple[str, date]:
    """Return the name and day of an event; raise BadParameter when the text has not both."""
    name, _, day = text.rpartition("=")
    try:
        on = date.fromisoformat(day.strip())
    except ValueError:
        on = None
    if on is None or not name.strip():
        raise click.BadParameter(f"{text!r} is not NAME=YYYY-MM-DD", param_hint="--event")
    return name.strip(), on

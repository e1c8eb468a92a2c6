"""The command `trichluc`: results on stdout, all else on stderr, exit codes of docs/errors.md.

Each command is imported when it is called, so that `--help` answers at once.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from extract import __version__
from extract.errors import TrichlucError

# name: (module, what --help says of it)
COMMANDS = {
    "extract": ("extracting", "Print what one file holds."),
    "ingest": ("ingesting", "Read files and folders into a database."),
    "merge": ("merging", "Put databases of several machines together."),
    "cite": ("citing", "Say which documents cite an instrument."),
    "status": ("looking", "Show counts, failures with their remedies, and the last runs."),
    "check": ("looking", "Look for damage in a database."),
    "backup": ("looking", "Copy a database to a new file, safely at any time."),
    "serve": ("serving", "Browse a database with Datasette, read-only."),
    "publish": ("serving", "Write a clean copy of a database for the public."),
    "calendar": ("exporting", "Print the deadlines as an iCalendar file."),
    "export": ("exporting", "Write the tables as JSON lines, CSV or Parquet."),
    "learn": ("learning", "Learn from a database how words of its scans are written."),
    "score": ("scoring", "Compare what files hold with gold written by hand."),
    "diagnose": ("diagnosing", "Explain what each stage saw in one file, and why."),
    "doctor": ("doctor", "Show what is installed, what it gives, and how to get it."),
}


class _Lazy(click.Group):
    """A group that knows the names of its commands, and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"extract.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="trichluc")
def trichluc() -> None:
    """Read archived Vietnamese administrative plans (kế hoạch) into a database to browse.

    Exit codes: 0 all well; 1 anything unexpected; 2 wrong usage; 3 some documents failed or were
    refused; 4 nothing found; 5 query not understood.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    _speak_utf8()
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    return _guarded(lambda: trichluc.main(arguments, "trichluc", standalone_mode=False))


def _guarded(call: Callable[[], Any]) -> int:
    try:
        code = call()
    except click.ClickException as error:
        error.show(sys.stderr)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return 1
    except TrichlucError as error:
        click.echo(f"Error: {error}", err=True)
        return error.exit_code
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - closed by the end of the process
        return 0
    except Exception as error:
        if os.environ.get("TRICHLUC_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        click.echo(f"Error: {what}. Set TRICHLUC_DEBUG=1 to see where.", err=True)
        return 1
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; what cannot be written is escaped, not an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def database_option(required: bool = True) -> Callable[[Any], Any]:
    """Return the option --db, the same for every command."""
    return click.option(
        "--db",
        "database",
        required=required,
        type=click.Path(dir_okay=False, path_type=Path),
        help="The SQLite database.",
    )


def print_json(value: object) -> None:
    """Print one JSON value on stdout."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=1))

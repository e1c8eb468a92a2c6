"""Write docs/cli.md from the program itself: `python tools/cli_reference.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from extract.cli import COMMANDS, trichluc  # noqa: E402 - after the path of the checkout

TARGET = ROOT / "docs" / "cli.md"
_HEAD = """# Command line

Written by `make docs` from the program. Results go to stdout, all else to stderr; `--format json`
prints one JSON value. Causes of failures are in [errors](errors.md).

| exit code | meaning |
|---|---|
| 0 | all well |
| 1 | anything unexpected |
| 2 | wrong usage |
| 3 | some documents failed or were refused; the rest is stored |
| 4 | a lookup found nothing |
| 5 | a lookup was not understood |
"""


def reference() -> str:
    """Return the page: each command with its arguments, options and defaults."""
    parts = [_HEAD]
    context = click.Context(trichluc, info_name="trichluc")
    for name in COMMANDS:
        command = trichluc.get_command(context, name)
        assert command is not None  # noqa: S101 - COMMANDS lists what there is
        parts.append("\n".join(_describe(name, command)) + "\n")
    return "\n".join(parts)


def _describe(name: str, command: click.Command) -> Iterator[str]:
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    options = [p for p in command.params if isinstance(p, click.Option)]
    shown = " ".join(p.make_metavar(click.Context(command)) for p in arguments)
    yield f"## trichluc {name}"
    yield ""
    yield f"    trichluc {name}{' [OPTIONS]' if options else ''}{' ' + shown if shown else ''}"
    yield ""
    for paragraph in (command.help or "").split("\n\n"):
        yield " ".join(paragraph.replace("\b", "").split())
        yield ""
    if options:
        yield "| option | default | meaning |"
        yield "|---|---|---|"
        yield from map(_row, options)


def _row(option: click.Option) -> str:
    context = click.Context(click.Command("x"))
    kind = "" if option.is_flag else f" {option.make_metavar(context)}"
    names = ", ".join(option.opts + option.secondary_opts)
    default = option.get_default(context, call=False)
    says_default = option.show_default and default is not None and not option.is_flag
    meaning = (option.help or "").strip() + (" Required." if option.required else "")
    cells = (f"`{names}{kind}`", f"`{default}`" if says_default else "", meaning)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    TARGET.write_text(reference(), "utf-8")

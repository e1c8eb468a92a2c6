"""`trichluc diagnose`: what each stage saw in one file, and why something was or was not taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.cli import print_json
from extract.cli.extracting import check_patterns
from extract.cli.options import format_option, ocr_option, patterns_option, timeout_option

if TYPE_CHECKING:
    from extract.readers.ocr import OcrMode


@click.command("diagnose")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@format_option()
@timeout_option()
@ocr_option()
@patterns_option()
def diagnose_command(
    file: Path, form: str, timeout: float, ocr: OcrMode, patterns: Path | None
) -> int:
    """Explain what each stage saw in FILE, and why something was or was not taken.

    Reader, notes and grids by page; what each line of the letterhead was taken for; tables with
    the role of their columns and why pages were joined; citations as printed, parsed and filled
    in; times that gave no deadline, with the reason; flags.
    """
    from extract.batch.alone import extract_alone
    from extract.batch.work import Options
    from extract.diagnosis import as_lines, diagnose

    outcome = extract_alone(file, Options(1, timeout, patterns=check_patterns(patterns), ocr=ocr))
    if outcome.plan is None:
        failure = outcome.failure
        if failure is None:
            return 1
        click.echo(f"Error in stage {failure.stage} ({failure.cause}): {failure.message}", err=True)
        return 1 if failure.cause == "unexpected" else 3
    found = diagnose(outcome.plan)
    if form == "json":
        print_json(found)
    else:
        click.echo("\n".join(as_lines(found)))
    return 0

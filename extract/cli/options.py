"""Options that several commands share, each with one meaning and one wording."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Any], Any]


def format_option(*forms: str, about: str = "How it is printed.") -> Decorator:
    """Return --format, passed as `form`; the first form is the default."""
    return click.option(
        "--format", "form", type=click.Choice(forms or ("text", "json")),
        default=forms[0] if forms else "text", show_default=True, help=about,
    )  # fmt: skip


def timeout_option(about: str = "Seconds before it is given up.") -> Decorator:
    """Return --timeout, in seconds."""
    return click.option(
        "--timeout", type=click.FloatRange(min=0, min_open=True), default=120.0, show_default=True,
        help=about,
    )  # fmt: skip


def memory_option(about: str = "Megabytes it may use; 0 for no limit.") -> Decorator:
    """Return --memory, passed as `memory_mb`."""
    return click.option(
        "--memory", "memory_mb", type=click.IntRange(min=0), default=2048, show_default=True,
        help=about,
    )  # fmt: skip


def ocr_option() -> Decorator:
    """Return --ocr: auto, never, always."""
    return click.option(
        "--ocr", type=click.Choice(["auto", "never", "always"]), default="auto", show_default=True,
        help="Pages read by OCR: those without text, none, or all.",
    )  # fmt: skip


def patterns_option() -> Decorator:
    """Return --patterns: a folder, or None."""
    return click.option(
        "--patterns", type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Folder of your own knowledge tables, put before ours.",
    )  # fmt: skip

"""`trichluc doctor`: what is installed, what it gives, how to get what is missing."""

from __future__ import annotations

import importlib.util
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import click

from extract import __version__
from extract.cli import print_json
from extract.cli.options import format_option


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that may be installed. required: trichluc does not work without it."""

    name: str
    found: bool
    version: str | None
    gives: str
    get: str
    required: bool = False


@click.command("doctor")
@format_option()
def doctor_command(form: str) -> int:
    """Show what is installed, what each part gives, and how to get it."""
    findings = list(find_parts())
    if form == "json":
        print_json([asdict(finding) for finding in findings])
    else:
        for f in findings:
            mark = "ok     " if f.found else "MISSING" if f.required else "absent "
            click.echo(f"{mark} {f.name}{f' {f.version}' if f.version else ''}: {f.gives}")
            if not f.found:
                click.echo(f"        to get it: {f.get}")
    return int(any(f.required and not f.found for f in findings))


def find_parts() -> Iterator[Finding]:
    """Yield each part, the required ones first."""
    yield Finding("trichluc", True, __version__, "this program", "", True)
    yield Finding(
        "Python", sys.version_info >= (3, 11), platform.python_version(), "runs everything",
        "install Python 3.11 or newer", True,
    )  # fmt: skip
    yield Finding(
        "SQLite with FTS5", _has_fts5(), sqlite3.sqlite_version, "the database and its search",
        "install a Python whose SQLite has FTS5", True,
    )  # fmt: skip
    yield from _readers()
    yield _package("pyarrow", "export --to parquet", "pip install 'trichluc[parquet]'")
    yield _package("holidays", "working days without public holidays",
                   "pip install 'trichluc[workdays]'")  # fmt: skip


def _readers() -> Iterator[Finding]:
    version, languages = _tesseract()
    note = "OCR of scanned pages" + ("" if _reads("scan") else " (not supported yet)")
    yield Finding(
        "Tesseract with Vietnamese", "vie" in languages, version, note,
        "apt install tesseract-ocr tesseract-ocr-vie",
    )  # fmt: skip
    office = shutil.which("soffice") or shutil.which("libreoffice")
    note = "RTF, OpenDocument and Word 6/95 files; Word 97 .doc is read without it"
    yield Finding("LibreOffice", bool(office), None, note, "apt install libreoffice-writer")
    note = "images of scanned pages" + ("" if _reads("scan") else " (not supported yet)")
    yield _package("cv2", note, "pip install 'trichluc[ocr]'", "OpenCV")


def _reads(reader: str) -> bool:
    """Say whether this version has a reader of that name."""
    return importlib.util.find_spec(f"extract.readers.{reader}") is not None


def _package(module: str, gives: str, get: str, name: str | None = None) -> Finding:
    found = importlib.util.find_spec(module) is not None
    return Finding(name or module, found, None, gives, get)


def _has_fts5() -> bool:
    try:
        with sqlite3.connect(":memory:") as connection:
            connection.execute(
                "create virtual table t using fts5 (x, tokenize='unicode61 remove_diacritics 2')"
            )
    except sqlite3.OperationalError:
        return False
    return True


def _tesseract() -> tuple[str | None, list[str]]:
    """Return its version and languages; nothing where it is not installed."""
    program = shutil.which("tesseract")
    if not program:
        return None, []
    try:
        version, languages = (
            subprocess.run(  # noqa: S603 - the program found on the path, fixed arguments
                [program, option], capture_output=True, timeout=10, check=False
            ).stdout.decode("utf-8", "replace")
            for option in ("--version", "--list-langs")
        )
    except (OSError, subprocess.TimeoutExpired):
        return None, []
    return version.split("\n")[0].removeprefix("tesseract").strip() or None, languages.split()

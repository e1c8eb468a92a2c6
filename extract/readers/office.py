"""Formats that only an office program reads (Word 6/95, RTF, OpenDocument): LibreOffice, headless.

The program gets a profile of its own that runs no macros and follows no links, and a time limit.
It stays in the process group of its caller, so that whoever stops a worker stops it too.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from extract.errors import DamagedFile, TimedOut, UnsupportedFormat
from extract.model import Document, Note
from extract.readers.limits import LIMITS, Limits
from extract.readers.programs import end_below

SECONDS = 90.0
_FIRST_START = 81  # the program made its profile and asks to be started again
_FILTERS = {
    "doc": ("doc", "MS Word 97"),
    "rtf": ("rtf", "Rich Text Format"),
    "odt": ("odt", "writer8"),
}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""


class OfficeMissing(UnsupportedFormat):
    """Only LibreOffice reads the format, and it is not installed."""

    remedy = "Install libreoffice-writer, or save it as DOCX or PDF first."


def read_office(
    data: bytes, kind: str, name: str, file_name: str, limits: Limits = LIMITS
) -> Document:
    """Return a document that LibreOffice converts to DOCX first.

    kind: "doc", "rtf" or "odt". name: what to call the format in a message. Raises OfficeMissing,
    TimedOut, DamagedFile, and what the DOCX reader raises.
    """
    from extract.readers.docx import read_docx

    converted = convert(data, kind, name, file_name)
    document = read_docx(converted, file_name, limits)
    return replace(
        document,
        format=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        notes=(Note("office", f"{name}, converted by LibreOffice"), *document.notes),
    )


def convert(data: bytes, kind: str, name: str, file_name: str, seconds: float = SECONDS) -> bytes:
    """Return the file as DOCX. Raises as `read_office` does."""
    program = find_office()
    if program is None:
        raise OfficeMissing(file_name, f"this is {name}, which only LibreOffice reads")
    suffix, reader = _FILTERS[kind]
    # A killed program may leave files behind for a moment.
    with tempfile.TemporaryDirectory(
        prefix="trichluc-office-", ignore_cleanup_errors=True
    ) as folder:
        source = Path(folder) / f"source.{suffix}"
        source.write_bytes(data)
        user = Path(folder) / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        command = [
            str(program), f"-env:UserInstallation={user.parent.as_uri()}", "--headless",
            "--norestore", "--nologo", f"--infilter={reader}", "--convert-to", "docx",
            "--outdir", folder, str(source),
        ]  # fmt: skip
        _run(command, folder, name, file_name, seconds)
        made = source.with_suffix(".docx")
        if not made.is_file() or not made.stat().st_size:
            raise DamagedFile(file_name, f"LibreOffice cannot read this as {name}")
        return made.read_bytes()


def find_office() -> Path | None:
    """Return LibreOffice itself rather than its starter, which would outlive a kill."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if not found:
        return None
    starter = Path(found).resolve()
    itself = starter.with_name("soffice.bin")
    return itself if sys.platform != "darwin" and itself.is_file() else starter


def _run(command: list[str], folder: str, name: str, file_name: str, seconds: float) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
    environment["SAL_USE_VCLPLUGIN"] = "svp"
    try:
        for _ in range(2):
            started = subprocess.Popen(  # noqa: S603 - no shell, own file names
                command, cwd=folder, env=environment,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            try:
                if started.wait(seconds) != _FIRST_START:
                    return
            finally:
                end_below(started.pid)
                started.kill()
                started.wait()
    except subprocess.TimeoutExpired as error:
        what = f"LibreOffice needs more than {seconds:g} seconds for this {name}"
        raise TimedOut(file_name, what) from error
    except OSError as error:
        raise OfficeMissing(file_name, f"this is {name}, and LibreOffice cannot start") from error

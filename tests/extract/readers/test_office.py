"""Formats that only LibreOffice reads: converted where it is installed, refused with a remedy."""

import io
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from extract.errors import DamagedFile, TimedOut, TrichlucError, UnsupportedFormat
from extract.readers import office, read_bytes

RTF = (
    rb"{\rtf1\ansi\ansicpg1258\uc1 {\b K\u7871?} ho\u7841?ch n\u259?m 2020\par \'d0i\u7873?u 1\par}"
)

needs_office = pytest.mark.skipif(office.find_office() is None, reason="no LibreOffice here")


def odt():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return out.getvalue()


WITHOUT = {"RTF": (RTF, "RTF"), "OpenDocument": (odt(), "OpenDocument")}


@pytest.mark.parametrize(("data", "name"), WITHOUT.values(), ids=WITHOUT)
def test_missing(data, name, monkeypatch):
    """Without LibreOffice the error names the format and what to install."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    with pytest.raises(UnsupportedFormat, match=f"{name}.*libreoffice-writer"):
        read_bytes(data, "a.doc")


@needs_office
def test_rtf():
    """RTF becomes a document with the text in Unicode, marked as converted."""
    document = read_bytes(RTF, "a.doc")
    assert [item.text for item in document.items] == ["Kế hoạch năm 2020", "Điều 1"]
    assert (document.format, document.size) == ("rtf", len(RTF))
    assert document.notes[0].code == "office"


@needs_office
def test_what_is_no_document():
    """Content that LibreOffice refuses is an error, not an empty document."""
    with pytest.raises(TrichlucError):
        read_bytes(odt(), "a.odt")


HANGS = """#!/bin/sh
sleep 3600 & echo $! >> "{0}"
setsid sleep 3600 & echo $! >> "{0}"
( sleep 3600 & echo $! >> "{0}"; sleep 3600 ) &
trap '' TERM
sleep 3600
"""


def program(folder, script):
    """A program in place of LibreOffice, and the file that it writes to."""
    path, written = folder / "soffice", folder / "written.txt"
    path.write_text(script.format(written), "utf-8")
    path.chmod(0o755)
    return path, written


def living(pids, seconds=10):
    """Those of the processes that are there and no zombies; a killed one takes a moment to go."""
    until = time.monotonic() + seconds
    while found := [pid for pid in pids if runs(pid)]:
        if time.monotonic() > until:
            break
        time.sleep(0.05)
    return found


def runs(pid):
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="tells processes by /proc")


@needs_proc
def test_a_program_that_hangs(tmp_path, monkeypatch):
    """It is killed with what it started, and the file is recorded as too slow."""
    path, written = program(tmp_path, HANGS)
    monkeypatch.setattr(office, "find_office", lambda: path)
    with pytest.raises(TimedOut, match="LibreOffice needs more than"):
        office.convert(RTF, "rtf", "an RTF document", "a.rtf", seconds=5)
    pids = written.read_text().split()
    assert len(pids) == 3
    assert living(pids) == []


@needs_proc
@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_program_that_hangs_in_a_run(command, tmp_path):
    """At the limit of its file it goes with all that it started, whatever session that is in.

    In a batch the file is read once more, in a new process: the worker might have been harmed.
    """
    _, written = program(tmp_path, HANGS)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    plan = tmp_path / "a.rtf"
    plan.write_bytes(RTF)
    more = ["--db", str(tmp_path / "kho.db"), "--workers", "1"] if command == "ingest" else []
    code = "import sys; from extract.cli import main; main(sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", code, command, str(plan), "--timeout", "3", *more],
        check=False, capture_output=True, timeout=120, env={**os.environ, "PATH": path},
    )  # fmt: skip
    assert done.returncode == 3
    pids = written.read_text().split()
    assert len(pids) == (6 if command == "ingest" else 3)
    assert living(pids, seconds=20) == []


def test_a_program_that_writes_nothing(tmp_path, monkeypatch):
    """A conversion without a result is an error with its cause."""
    path, _ = program(tmp_path, "#!/bin/sh\nexit 0\n")
    monkeypatch.setattr(office, "find_office", lambda: path)
    with pytest.raises(DamagedFile, match="LibreOffice cannot read"):
        read_bytes(RTF, "a.rtf")


def test_it_starts_again_after_making_its_profile(tmp_path, monkeypatch):
    """The first start ends with a code that asks for another one."""
    path, written = program(tmp_path, '#!/bin/sh\necho started >> "{0}"\nexit 81\n')
    monkeypatch.setattr(office, "find_office", lambda: path)
    with pytest.raises(DamagedFile):
        office.convert(RTF, "rtf", "an RTF document", "a.rtf")
    assert written.read_text().split() == ["started", "started"]

"""Formats that only LibreOffice reads: converted where it is installed, refused with a remedy."""

import io
import subprocess
import zipfile

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


def test_a_program_that_hangs(monkeypatch):
    """It is killed, and the file is recorded as too slow."""

    def hang(*_, timeout, **__):
        raise subprocess.TimeoutExpired("soffice", timeout)

    monkeypatch.setattr(office, "find_office", lambda: "soffice")
    monkeypatch.setattr(office.subprocess, "run", hang)
    with pytest.raises(TimedOut, match="LibreOffice needs more than"):
        read_bytes(RTF, "a.rtf")


def test_a_program_that_writes_nothing(monkeypatch):
    """A conversion without a result is an error with its cause."""
    done = subprocess.CompletedProcess([], 0)
    monkeypatch.setattr(office, "find_office", lambda: "soffice")
    monkeypatch.setattr(office.subprocess, "run", lambda *_, **__: done)
    with pytest.raises(DamagedFile, match="LibreOffice cannot read"):
        read_bytes(RTF, "a.rtf")


@needs_office
def test_it_starts_again_after_making_its_profile(monkeypatch):
    """The first start ends with a code that asks for another one."""
    codes = iter([81, 0])
    starts = []

    def run(command, **_):
        starts.append(command)
        return subprocess.CompletedProcess(command, next(codes))

    monkeypatch.setattr(office.subprocess, "run", run)
    with pytest.raises(DamagedFile):
        office.convert(RTF, "rtf", "an RTF document", "a.rtf")
    assert len(starts) == 2

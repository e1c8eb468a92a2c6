"""A published folder, served with its own command: what the public sees, and what it does not."""

import contextlib
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from extract.browse.hosting import hosting_files
from extract.browse.metadata import HEADERS, SETTINGS
from extract.cli import run

STATUSES = {
    "/": 200, "/tra-cuu?q=61/2018": 200, "/kho/documents": 200, "/moi.atom": 200,
    "/kho/tim_toan_van.json?q=kiem&_shape=array": 200, "/kho?sql=select+1": 403,
    "/kho/documents?_where=1": 403, "/kho.db": 403, "/kho/passages_fts": 403,
    "/kho/passages_fts_data": 403, "/kho/passages_fts_idx": 403, "/kho/sqlite_stat1": 403,
    "/kho/files": 404, "/kho/paths": 404, "/kho/runs": 404, "/_memory": 404,
}  # fmt: skip


@pytest.fixture(scope="module")
def published(browsed, tmp_path_factory):
    """The folder that `trichluc publish` makes of the database."""
    folder = tmp_path_factory.mktemp("published") / "new"
    assert run(["publish", "--db", str(browsed), str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def address(published):
    """Run the command of the folder in it, as an office would."""
    with contextlib.closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    words = shlex.split((published / "command.txt").read_text("ascii").replace("\\\n", ""))
    assert words[0] == "datasette"
    command = [sys.executable, "-m", *words, "--port", str(port)]
    program = subprocess.Popen(command, cwd=published, stderr=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL)  # fmt: skip
    try:
        for _ in range(300):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        program.terminate()
        program.wait(20)


def fetch(url: str) -> tuple[int, dict[str, str], str]:
    try:
        answer = urllib.request.urlopen(url, timeout=30)  # noqa: S310 - our own server
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, dict(answer.headers), answer.read().decode()


def test_the_public_sees_the_plans_and_nothing_else(address):
    """Pages, search and feeds; no SQL of visitors, no file, no inside of the index, no paths."""
    assert {path: fetch(address + path)[0] for path in STATUSES} == STATUSES
    _, headers, text = fetch(f"{address}/tra-cuu?q=61/2018")
    assert "61/2018/NĐ-CP" in text
    assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("name", ["command.txt", "trichluc.service", "serve.cmd"])
def test_every_way_to_serve_has_the_same_settings(name):
    """The unit, the command and the batch file of Windows say all settings of `serve`."""
    said = re.findall(r"--setting (\w+) (\d+)", hosting_files()[name].decode())
    assert dict(said) == {key: str(int(value)) for key, value in SETTINGS.items()}


def test_files_for_windows_are_read_there():
    """Lines end as Windows ends them; Notepad sees that the note is UTF-8."""
    files = hosting_files()
    for name in ("serve.cmd", "windows.txt"):
        assert files[name].count(b"\n") == files[name].count(b"\r\n") > 3
    assert files["windows.txt"].startswith(b"\xef\xbb\xbf")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_the_unit_is_one_that_systemd_takes(published, tmp_path):
    """systemd has nothing to say but that our program is not where the unit expects it."""
    text = (published / "trichluc.service").read_text("ascii")
    unit = tmp_path / "trichluc.service"
    unit.write_text(text.replace("/opt/trichluc/.venv/bin/datasette", "/bin/true"))
    done = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True,
                          check=False)  # fmt: skip
    ours = [line for line in done.stderr.splitlines() if Path(unit).name in line]
    assert ours == []


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is not installed")
def test_the_site_is_one_that_nginx_takes(published, tmp_path):
    """nginx finds the site well formed."""
    whole = tmp_path / "nginx.conf"
    whole.write_text(f"events {{}} http {{ include {published / 'nginx.conf'}; }}")
    done = subprocess.run(["nginx", "-t", "-c", str(whole)], capture_output=True, text=True,
                          check=False)  # fmt: skip
    assert "syntax is ok" in done.stderr, done.stderr

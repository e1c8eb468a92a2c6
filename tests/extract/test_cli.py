"""The command line: exit codes, what goes to stdout and what does not, the commands end to end."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from extract.cli import COMMANDS, run

ROOT = Path(__file__).parents[2]
MAIN = [sys.executable, "-c", "from extract.cli import main; main()"]
GOOD = "KẾ HOẠCH\nKiểm tra năm 2020\n\nCăn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018;\n"


@pytest.fixture
def trichluc(capfd, monkeypatch):
    """Call a command in this process: exit code, stdout, stderr."""

    def call(*arguments):
        capfd.readouterr()
        code = run([str(a) for a in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return call


@pytest.fixture
def folder(tmp_path):
    """A folder with one readable plan and three files that give none."""
    path = tmp_path / "in"
    path.mkdir()
    (path / "tốt.txt").write_text(GOOD, "utf-8")
    (path / "rỗng.txt").write_bytes(b"")
    (path / "ảnh.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    (path / "hỏng.docx").write_bytes(b"PK\x03\x04" + b"\0" * 40)
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_is_in_the_readme(command, trichluc):
    """Each command explains itself, and the README names it."""
    code, out, _ = trichluc(command, "--help")
    assert code == 0
    assert len(out) > 100
    assert re.search(rf"[`| ]{command}\b", (ROOT / "README.md").read_text("utf-8"))


WRONG = {
    "no such command": ["frobnicate"], "no such option": ["extract", "--frob", __file__],
    "missing argument": ["extract"], "missing file": ["extract", "no/such/file.txt"],
    "missing option": ["status"], "wrong value": ["extract", "--format", "xml", __file__],
    "missing path": ["ingest", "no/such/folder", "--db", "x.db"],
    "empty gold": ["score", "--gold", ".", __file__],
}  # fmt: skip


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_wrong_usage_is_2(arguments, trichluc, tmp_path, monkeypatch):
    """Said on stderr, with nothing on stdout and nothing made."""
    monkeypatch.chdir(tmp_path)
    code, out, err = trichluc(*arguments)
    assert (code, out) == (2, "")
    assert err
    assert not list(tmp_path.iterdir())


def test_extract_prints_one_json_value(trichluc, folder):
    """The record alone on stdout, in Vietnamese letters."""
    code, out, err = trichluc("extract", folder / "tốt.txt")
    assert (code, err) == (0, "")
    assert json.loads(out)["file"] == "tốt.txt"
    assert "\\u" not in out
    code, out, _ = trichluc("extract", folder / "tốt.txt", "--format", "text")
    assert code == 0
    assert out.startswith("tốt.txt\n  Loại:")


@pytest.mark.parametrize("name", ["rỗng.txt", "ảnh.png", "hỏng.docx"])
def test_extract_of_a_file_that_gives_nothing_is_3(name, trichluc, folder):
    """Where, what, and what to do; nothing on stdout."""
    code, out, err = trichluc("extract", folder / name)
    assert (code, out) == (3, "")
    assert err.startswith(f"Error: {name}")
    assert err.count(". ") >= 1


def test_ingest_status_check_and_export(trichluc, folder, tmp_path):
    """A folder with bad files: the rest is stored, exit code 3, causes and remedies on demand."""
    database = tmp_path / "kho.db"
    code, out, err = trichluc("ingest", folder, "--db", database, "--workers", 1)
    assert code == 3
    assert "4 files, 1 stored" in out
    assert "trichluc status" in err
    code, out, _ = trichluc("status", "--db", database, "--format", "json")
    status = json.loads(out)
    assert code == 0
    assert status["counts"]["documents"] == 1
    assert status["files"]["done"] == 1
    causes = {Path(f["path"]).name: f for f in status["failures"]}
    assert set(causes) == {"rỗng.txt", "ảnh.png", "hỏng.docx"}
    assert all(f["status"] == "refused" and f["remedy"] for f in causes.values())
    assert causes["rỗng.txt"]["error"] == "empty"
    _, out, _ = trichluc("status", "--db", database)
    assert "rỗng.txt" in out
    code, out, _ = trichluc("ingest", folder, "--db", database, "--format", "json")
    assert (code, json.loads(out)["unchanged"], json.loads(out)["known"]) == (3, 1, 3)
    assert trichluc("check", "--db", database)[:2] == (0, "Whole.\n")
    code, out, _ = trichluc("export", "--db", database, "--to", "jsonl", tmp_path / "out")
    assert code == 0
    assert all(Path(line).is_file() for line in out.splitlines())
    assert json.loads((tmp_path / "out" / "documents.jsonl").read_text("utf-8"))["format"] == "text"


def test_check_of_a_damaged_database_is_1(trichluc, database):
    """Damage is named, in JSON too."""
    import sqlite3

    with sqlite3.connect(database) as connection:
        connection.execute("update citations set start = start + 1")
    code, out, _ = trichluc("check", "--db", database, "--format", "json")
    assert code == 1
    assert json.loads(out)["whole"] is False
    assert {p["check"] for p in json.loads(out)["problems"] if p["damage"]} == {"offsets"}


@pytest.mark.parametrize("command", ["status", "check", "serve", "publish", "export"])
def test_a_missing_database_is_wrong_usage_and_is_not_made(command, trichluc, tmp_path):
    """Asking makes no empty database."""
    more = {"publish": [tmp_path / "o"], "export": ["--to", "csv", tmp_path / "o"]}
    code, out, err = trichluc(command, "--db", tmp_path / "no.db", *more.get(command, []))
    assert (code, out) == (2, "")
    assert "no such database" in err
    assert not list(tmp_path.iterdir())


def test_publish_makes_a_folder_that_datasette_serves(trichluc, database, tmp_path):
    """Copy, counts, metadata, services; a second time into the folder is wrong usage."""
    code, out, _ = trichluc("publish", "--db", database, tmp_path / "pub")
    assert code == 0
    names = {Path(line).name for line in out.splitlines()}
    assert names == {
        "kho.db", "counts.json", "datasette_metadata.json", "command.txt", "trichluc.service",
        "nginx.conf", "serve.cmd", "windows.txt",
    }  # fmt: skip
    counts = json.loads((tmp_path / "pub" / "counts.json").read_text("ascii"))
    assert counts["kho"]["tables"]["documents"]["count"] == 2
    assert trichluc("publish", "--db", database, tmp_path / "pub")[0] == 2


def test_patterns_of_the_user_are_checked(trichluc, folder, tmp_path):
    """A wrong table is named before any file is read; a right folder is taken."""
    tables = tmp_path / "tables"
    tables.mkdir()
    assert trichluc("extract", folder / "tốt.txt", "--patterns", tables)[0] == 0
    (tables / "no_such_table.csv").write_text("a,b\n1,2\n")
    code, out, err = trichluc("extract", folder / "tốt.txt", "--patterns", tables)
    assert (code, out) == (2, "")
    assert "no_such_table.csv" in err


def test_score_of_records_and_of_documents(trichluc, shared, tmp_path):
    """Gold against itself is perfect; a document is read first; one without gold is left out."""
    gold = shared / "gold"
    code, out, _ = trichluc("score", "--gold", gold, gold / "004.json", "--format", "json")
    assert code == 0
    assert all(section["f1"] == 1 for section in json.loads(out).values())
    samples = shared / "samples"
    code, out, err = trichluc("score", "--gold", gold, samples / "003.txt", samples / "004.txt")
    assert code == 0
    assert out.startswith("document   gold    6")
    assert "No gold for 003.txt" in err


def test_doctor_tells_what_is_there(trichluc):
    """Required parts are there, or no test would run; each part says what it gives."""
    code, out, _ = trichluc("doctor", "--format", "json")
    parts = {p["name"]: p for p in json.loads(out)}
    assert code == 0
    assert parts["SQLite with FTS5"]["found"]
    assert all(p["gives"] and (p["get"] or p["found"]) for p in parts.values())


def test_an_unexpected_error_is_1_and_short(trichluc, database, monkeypatch):
    """No traceback for users; a switch for those who report it."""

    def fail(*args):
        raise RuntimeError("odd")

    monkeypatch.setattr("extract.store.read.read_status", fail)
    code, out, err = trichluc("status", "--db", database)
    assert (code, out) == (1, "")
    assert err.startswith("Error: RuntimeError: odd. ")
    monkeypatch.setenv("TRICHLUC_DEBUG", "1")
    with pytest.raises(RuntimeError):
        trichluc("status", "--db", database)


def test_output_is_utf8_whatever_the_locale(folder):
    """The C locale does not garble or stop Vietnamese output."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*MAIN, "extract", folder / "tốt.txt"], capture_output=True,
                          env=environment, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["file"] == "tốt.txt"


def test_help_is_quick():
    """Nothing heavy is imported to show help."""
    code = ("import sys; from extract.cli import run; run(['--help']);"
            "print(sorted({m.split('.')[0] for m in sys.modules}), file=sys.stderr)")  # fmt: skip
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                            cwd=ROOT, check=True).stderr  # fmt: skip
    for heavy in ("datasette", "sqlite_utils", "pebble", "numpy", "spacy", "rich", "sqlite3"):
        assert f"'{heavy}'" not in loaded


def test_a_closed_pipe_is_no_error(database):
    """`trichluc status | head -1` ends quietly."""
    shell = f"{sys.executable} -c 'from extract.cli import main; main()' status --db {database}"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {shell} | head -1"], check=False,
                          capture_output=True, text=True, cwd=ROOT)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_serve_answers_and_a_taken_port_is_said(database, trichluc):
    """A free port is taken and named; a port in use is an error, not a traceback."""
    with subprocess.Popen([*MAIN, "serve", "--db", database, "--port", "0"], cwd=ROOT,
                          stderr=subprocess.PIPE, text=True) as server:  # fmt: skip
        try:
            address = re.search(r"http://127\.0\.0\.1:(\d+)/", server.stderr.readline())
            page = fetch(address[0] + "kho/documents.json?_shape=array")
            assert len(json.loads(page)) == 2
            code, out, err = trichluc("serve", "--db", database, "--port", address[1])
            assert (code, out) == (1, "")
            assert "try another --port" in err
        finally:
            server.terminate()


def fetch(url: str) -> bytes:
    for _ in range(100):
        try:
            return urllib.request.urlopen(url, timeout=10).read()  # noqa: S310
        except OSError:
            time.sleep(0.1)
    raise AssertionError(url)


def test_cite_finds_the_samples_that_cite_a_decree(trichluc, shared, tmp_path):
    """The question that the whole thing is for, as a person types it."""
    database = tmp_path / "kho.db"
    assert trichluc("ingest", shared / "samples", "--db", database)[0] == 0
    for query in ("61/2018", "nd 61/2018", "Nghị định 61/2018/NĐ-CP"):
        code, out, err = trichluc("cite", query, "--db", database, "--format", "json")
        answer = json.loads(out)
        assert (code, answer["status"], err) == (0, "one", "")
        found = answer["instruments"][0]
        assert {c["file_name"] for c in found["citations"]} == {
            "000.txt", "001.txt", "002.txt", "003.txt",
        }  # fmt: skip
        assert set(found) >= {"id", "type", "symbol", "issued_on", "issuer", "title",
                              "held_document_id", "citations"}  # fmt: skip
        assert set(found["citations"][0]) >= {
            "document_id", "document_symbol", "document_title", "file_name", "page", "role",
            "pinpoints", "raw", "context",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "code", "status"),
    [("61/2018", 0, "one"), ("99/2030/NĐ-CP", 4, "none"), ("xin chào", 5, "unparsable")],
)
def test_cite_exit_codes(query, code, status, trichluc, database):
    """Found, not found, not understood: three codes, one JSON value each time."""
    found, out, _ = trichluc("cite", query, "--db", database, "--format", "json")
    assert (found, json.loads(out)["status"]) == (code, status)


LISTS = {
    "utf-8": "Văn bản,Ghi chú\n61/2018/NĐ-CP,a\n99/2030,b\n".encode(),
    "excel in Vietnamese": "\ufeffVăn bản;Ghi chú\r\n61/2018/NĐ-CP;a\r\n99/2030;b\r\n".encode(),
    "semicolons, and a comma in the heading": (
        "Số, ký hiệu;Ghi chú\n61/2018/NĐ-CP;a\n99/2030;b\n".encode()
    ),
    "excel unicode text": "61/2018/NĐ-CP\ta\n99/2030\tb\n".encode("utf-16"),
}


@pytest.mark.parametrize("data", LISTS.values(), ids=LISTS)
def test_cite_many_from_a_list(data, trichluc, database, tmp_path):
    """Each line of a list is looked up; the answer is CSV that a spreadsheet can open."""
    import csv

    (tmp_path / "list.csv").write_bytes(data)
    code, out, err = trichluc("cite", "--file", tmp_path / "list.csv", "--db", database,
                              "--format", "csv", "--output", tmp_path / "out.csv")  # fmt: skip
    assert (code, out) == (0, "")
    text = (tmp_path / "out.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(text.decode("utf-8-sig").splitlines()))
    found = [(r["query"], r["status"], r["file_name"]) for r in rows]
    assert sorted(found) == [
        ("61/2018/NĐ-CP", "one", "kh-50.docx"), ("61/2018/NĐ-CP", "one", "kh-51.docx"),
        ("99/2030", "none", ""),
    ]  # fmt: skip
    assert "Nothing found: 99/2030" in err


def test_cite_wants_one_kind_of_question(trichluc, database, tmp_path):
    """Neither or both is wrong usage; so is a list in another encoding, or an empty one."""
    (tmp_path / "l.csv").write_bytes("Nghị định".encode("utf-16-le"))
    (tmp_path / "empty.csv").write_text("Văn bản\n", "utf-8")
    for arguments in (["--db", database], ["x", "--file", __file__, "--db", database],
                      ["--file", tmp_path / "l.csv", "--db", database],
                      ["--file", tmp_path / "empty.csv", "--db", database]):  # fmt: skip
        assert trichluc("cite", *arguments)[0] == 2


def test_calendar_prints_ics(trichluc, database):
    """Deadlines with a day, one unit or year where asked; the text is never cut by the terminal."""
    code, out, _ = trichluc("calendar", "--db", database, "--year", "2020")
    assert code == 0
    assert out.startswith("BEGIN:VCALENDAR")
    assert out.count("BEGIN:VEVENT") >= 2
    assert trichluc("calendar", "--db", database, "--year", "2031")[1].count("VEVENT") == 0


def test_shards_merged_are_the_whole(trichluc, folder, tmp_path):
    """Two machines read half each; merged they hold what one machine would."""
    for n in range(6):
        (folder / f"{n}.txt").write_text(f"{GOOD}\n{n}\n", "utf-8")
    parts = [tmp_path / "1.db", tmp_path / "2.db"]
    counts = []
    for number, part in enumerate(parts, 1):
        _, out, _ = trichluc(
            "ingest", folder, "--db", part, "--shard", f"{number}/2", "--format", "json"
        )
        counts.append(json.loads(out))
    assert sum(c["done"] for c in counts) == 7
    assert sum(c["refused"] for c in counts) == 3
    assert 0 < counts[0]["done"] < 7
    code, out, _ = trichluc("merge", *parts, "--db", tmp_path / "all.db")
    assert code == 0
    assert "documents added" in out
    _, out, _ = trichluc("status", "--db", tmp_path / "all.db", "--format", "json")
    assert json.loads(out)["files"] == {"done": 7, "failed": 0, "refused": 3, "dead": 0}
    assert trichluc("ingest", folder, "--db", parts[0], "--shard", "3/2")[0] == 2
    assert trichluc("merge", parts[0], "--db", parts[0])[0] == 2

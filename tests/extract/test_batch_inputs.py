"""What a run is given: archives, lists, patterns, folders with other files, files that change."""

import json
import mmap
import os
import zipfile
from pathlib import Path

import pytest

from extract.batch.alone import extract_alone
from extract.batch.ingest import Again, ingest
from extract.batch.inputs import find_inputs, read_list
from extract.batch.report import Report
from extract.batch.walk import Found, Skipped, hash_source, walk
from extract.batch.work import Options, Source, failure_of
from extract.cli import run
from extract.errors import DamagedFile, EncryptedFile, LimitExceeded, WrongUsage
from extract.readers.archive import read_member
from extract.readers.limits import Limits
from extract.store.check import check_database
from extract.store.migrations import open_database, open_read_only
from extract.store.read import read_status

PLAN = "KẾ HOẠCH\nKiểm tra năm 2021\n\nCăn cứ Nghị định số {}/2018/NĐ-CP ngày 23/4/2018;\n"
OPTIONS = Options(workers=1)


def here(sources, options, stopped=lambda: False, task=None, expected=0):
    """An engine without processes."""
    for source in sources:
        yield [(source, task(source))]


def read(paths, database, **given):
    return ingest(paths, database, OPTIONS, engine=here, **given)


def plan(path: Path, number: int) -> Path:
    path.write_text(PLAN.format(number), "utf-8")
    return path


def pack(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def events(paths, database, **given) -> dict[str, str]:
    """What became of each file, by its name."""
    found = {}
    read(paths, database, report=Report(on_file=lambda e: found.update({e.path: e.status})),
         **given)  # fmt: skip
    return {name.rpartition("/in/")[2]: status for name, status in found.items()}


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "in"
    path.mkdir()
    return path


def test_files_of_an_archive_are_documents(folder, tmp_path):
    """Each member is a file of its own; what is none of ours in there is left out."""
    one = PLAN.format(1).encode()
    pack(folder / "hồ sơ.zip", {
        "2021/một.txt": one, "2021/bản sao.txt": one, "rỗng.txt": b" ", "__MACOSX/._x.txt": b"x",
        "dữ liệu.json": b"{}", "trong.zip": b"PK", "thư mục/": b"",
    })  # fmt: skip
    database = tmp_path / "kho.db"
    expected = {
        "hồ sơ.zip/2021/bản sao.txt": "done", "hồ sơ.zip/2021/một.txt": "duplicate",
        "hồ sơ.zip/rỗng.txt": "refused",
    }  # fmt: skip
    assert events([folder], database) == expected
    assert set(events([folder], database).values()) == {"unchanged", "known"}
    connection = open_database(database)
    assert not [p for p in check_database(connection) if p.check == "originals"]
    (folder / "hồ sơ.zip").unlink()
    gone = [p for p in check_database(connection) if p.check == "originals"]
    assert [p.damage for p in gone] == [False, False]


def test_an_office_file_called_zip_is_no_archive(folder):
    """What a file is says its content: a DOCX is a ZIP archive too."""
    pack(folder / "a.zip", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"})
    assert [f.name.rpartition("/")[2] for f in walk([folder]) if isinstance(f, Found)] == ["a.zip"]


def test_members_are_read_within_limits(folder, tmp_path):
    """A bomb, a protected member and a broken one are refused, each with its cause."""
    path = pack(folder / "a.zip", {"bomb": b"\0" * 6_000_000, "good": b"x" * 900})
    with pytest.raises(LimitExceeded, match="unzipping"):
        read_member(path, "bomb")
    with pytest.raises(LimitExceeded, match="bytes in the file"):
        read_member(path, "good", Limits(file_bytes=100))
    data = bytearray(path.read_bytes())
    at = data.index(b"good", data.index(b"PK\x01\x02")) - 46
    data[at + 8] |= 1  # the flag of encryption
    secret = tmp_path / "secret.zip"
    secret.write_bytes(data)
    with pytest.raises(EncryptedFile):
        read_member(secret, "good")
    data[at + 8] &= ~1
    start = data.index(b"good") + 4
    data[start : start + 4] = b"\xff\xff\xff\xff"
    broken = tmp_path / "broken.zip"
    broken.write_bytes(data)
    with pytest.raises(DamagedFile):
        read_member(broken, "good")


def test_members_are_named_without_what_leads_out(tmp_path):
    """./, ../ and a slash before a name, and those of Windows; two of one name are both read."""
    archive = tmp_path / "old.zip"
    names = ("./2012/a.txt", "../../b.txt", "b.txt", "/c.txt", "2013\\d.txt")
    with zipfile.ZipFile(archive, "w") as package:
        for number, name in enumerate(names):
            package.writestr(name, PLAN.format(number))
    found = [f for f in walk([archive]) if isinstance(f, Found)]
    labels = {f.name.removeprefix(f"{archive}/"): f.source.name for f in found}
    assert labels == {
        "2012/a.txt": "a.txt", "2013/d.txt": "d.txt", "b.txt": "b.txt", "c.txt": "c.txt",
        "../../b.txt": "b.txt",
    }  # fmt: skip
    assert len({hash_source(f.source) for f in found}) == 5


def test_too_many_members_are_one_refusal(folder, tmp_path, monkeypatch):
    """An archive above the limits is a row with its cause; the run goes on."""
    pack(folder / "a.zip", {f"{i}.txt": b"x" for i in range(5)})
    plan(folder / "b.txt", 1)
    monkeypatch.setattr("extract.batch.walk.list_members", _no_room)
    assert events([folder], tmp_path / "kho.db") == {"a.zip": "refused", "b.txt": "done"}


def _no_room(path):
    raise LimitExceeded(path.name, "too many files")


def test_folders_hold_other_files_too(folder, tmp_path):
    """Programs and data beside the plans are left out and counted; named, they are read."""
    for name in ("a.py", "b.JSON", "c.toml", "d.csv", "e.db", "f.ini", "g.css", "h.js", "i.lock",
                 "k.yml"):  # fmt: skip
        plan(folder / name, 1)
    (folder / "f.db").mkdir()
    plan(folder / "f.db" / "x.txt", 2)
    found = list(walk([folder]))
    assert [f.source.name for f in found if isinstance(f, Found)] == ["x.txt"]
    assert len([f for f in found if isinstance(f, Skipped) and "no document" in f.why]) == 10
    assert events([folder / "d.csv"], tmp_path / "kho.db") == {"d.csv": "done"}


def test_patterns_and_lists_name_files(folder, tmp_path, monkeypatch):
    """A pattern that no shell filled in is filled in; one that fits nothing is wrong usage."""
    for name in ("a1.txt", "a2.txt", "b [1].txt"):
        plan(folder / name, 1)
    names = find_inputs([str(folder / "a?.txt"), str(folder / "b [1].txt")])
    assert [p.name for p in names] == ["a1.txt", "a2.txt", "b [1].txt"]
    with pytest.raises(WrongUsage):
        find_inputs([str(folder / "z*.txt")])
    lines = "\ufeffa b.txt\r\n\n  kế.txt \n".encode()
    assert [p.name for p in read_list(lines)] == ["a b.txt", "kế.txt"]
    assert [p.name for p in read_list(b"a\n.txt\0b.txt\0")] == ["a\n.txt", "b.txt"]


def test_a_listed_file_that_is_gone_is_a_failure(folder, tmp_path):
    """Of a long list one missing file does not stop the rest, and is not forgotten."""
    listed = [plan(folder / "a.txt", 1), folder / "b.txt"]
    found = events([], tmp_path / "kho.db", listed=listed)
    assert found == {"a.txt": "done", "b.txt": "failed"}


def test_a_file_that_changed_is_seen_by_size_or_time_or_verify(folder, tmp_path):
    """Known files are not even opened; --verify finds what only the content shows."""
    path, database = plan(folder / "a.txt", 1), tmp_path / "kho.db"
    read([folder], database)
    status = path.stat()
    plan(path, 2)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert events([folder], database) == {"a.txt": "unchanged"}
    assert events([folder], database, again=Again(verify=True)) == {"a.txt": "done"}
    plan(path, 333)
    assert events([folder], database) == {"a.txt": "done"}
    os.utime(path)  # touched, not changed
    assert events([folder], database) == {"a.txt": "unchanged"}
    assert open_read_only(database).execute("select count(*) from documents").fetchone()[0] == 3


def test_a_file_that_changes_while_it_is_read_is_looked_at_again(folder, tmp_path):
    """What was read is stored under its own hash, and the next run looks at the file anew."""
    path, database = plan(folder / "a.txt", 1), tmp_path / "kho.db"

    def late(sources, options, stopped, task, expected):
        for source in sources:
            plan(path, 2)
            yield [(source, task(source))]

    ingest([folder], database, OPTIONS, engine=late)
    row = open_read_only(database).execute("select bytes, modified_ns from files").fetchone()
    assert tuple(row) == (None, None)
    assert events([folder], database) == {"a.txt": "unchanged"}


def test_other_options_are_told_and_read_again_when_asked(folder, tmp_path):
    """What another version read stays as it is, and is said; --reprocess reads it again."""
    plan(folder / "a.txt", 1)
    database = tmp_path / "kho.db"
    read([folder], database)
    other = Options(workers=1, ocr="never")
    assert other.version != OPTIONS.version
    summary = ingest([folder], database, other, engine=here)
    assert (summary.unchanged, summary.older, summary.done) == (1, 1, 0)
    summary = ingest([folder], database, other, engine=here, again=Again(older=True))
    assert (summary.older, summary.done) == (0, 1)
    assert ingest([folder], database, other, engine=here, again=Again(older=True)).done == 0
    assert ingest([folder], database, other, engine=here, again=Again(all=True)).done == 1


def test_the_command_logs_each_file_and_names_causes(folder, tmp_path, capfd):
    """--log-json: a line per file on stderr, no other; the summary names causes and remedies."""
    plan(folder / "a.txt", 1)
    (folder / "rỗng.txt").write_bytes(b"")
    (folder / "list.csv").write_bytes(b"1,2")
    database = tmp_path / "kho.db"
    given = ["ingest", str(folder), "--db", str(database), "--workers", "1", "--format", "json"]
    assert run([*given, "--log-json"]) == 3
    out, err = capfd.readouterr()
    logged = [json.loads(line) for line in err.splitlines()]
    assert {(e["status"], e["cause"]) for e in logged} == {
        ("done", None), ("refused", "empty"), ("skipped", None),
    }  # fmt: skip
    assert all(Path(e["path"]).exists() for e in logged)
    causes = json.loads(out)["causes"]
    assert causes == [{"cause": "empty", "files": 1, "remedy": "Look for another copy of it."}]


def test_a_backup_is_whole_and_never_overwrites(folder, tmp_path, capfd):
    """The copy holds what the database holds; a file that is there is left alone."""
    plan(folder / "a.txt", 1)
    database, copy = tmp_path / "kho.db", tmp_path / "bản sao" / "kho.db"
    read([folder], database)
    assert run(["backup", "--db", str(database), str(copy)]) == 0
    assert not [p for p in check_database(open_database(copy)) if p.damage]
    assert open_read_only(copy).execute("select count(*) from documents").fetchone()[0] == 1
    assert run(["backup", "--db", str(database), str(copy)]) == 2
    assert run(["backup", "--db", str(tmp_path / "no.db"), str(tmp_path / "x.db")]) == 2
    assert not (tmp_path / "x.db").exists()


def test_one_file_alone_is_held_to_its_limits(folder, monkeypatch):
    """Too slow, or ended by a fault: said as such, and the caller lives on."""
    import time

    # other tests may have left threads behind, with which no copy of a process is made
    monkeypatch.setattr("extract.batch.alone.threading.active_count", lambda: 1)
    path = plan(folder / "a.txt", 1)
    assert extract_alone(path, OPTIONS).plan.document.file_name == "a.txt"
    monkeypatch.setattr("extract.batch.alone.work", lambda source, ocr: time.sleep(30))
    found = extract_alone(path, Options(timeout=0.3))
    assert found.failure.cause == "timeout"
    monkeypatch.setattr("extract.batch.alone.work", lambda source, ocr: os._exit(7))
    found = extract_alone(path, OPTIONS)
    assert found.failure.cause == "crashed"
    assert "exit code 7" in found.failure.message


def test_the_memory_of_the_caller_is_not_that_of_the_file(folder, monkeypatch):
    """A program that has mapped much itself reads a small file within a small limit."""
    monkeypatch.setattr("extract.batch.alone.threading.active_count", lambda: 1)
    path = plan(folder / "a.txt", 1)
    with mmap.mmap(-1, 3 << 30):
        assert extract_alone(path, Options(memory_mb=1024)).failure is None


def test_a_source_is_called_by_its_own_name():
    """A member of an archive by its last part, whatever the archive is called."""
    assert Source(Path("x/a.zip"), "2021/b.txt").name == "b.txt"
    assert Source(Path("x/a.txt")).name == "a.txt"


def test_the_status_of_a_run_without_end_is_counted(folder, tmp_path):
    """While a run goes on, or when it was killed, what it did is known from the files."""
    plan(folder / "a.txt", 1)
    (folder / "b.txt").write_bytes(b"")
    database = tmp_path / "kho.db"
    read([folder], database)
    connection = open_database(database)
    connection.execute("update runs set ended_at = null, done = 0, refused = 0")
    found = read_status(connection)["runs"][0]
    assert (found["done"], found["failed"], found["refused"]) == (1, 0, 1)


def test_messages_are_the_same_in_every_process():
    """Where an object lies in memory is no part of a message: runs are compared word by word."""
    error = DamagedFile("a.png", "cannot identify <_io.BytesIO object at 0x7f0871582070>")
    assert "cannot identify <_io.BytesIO object>." in failure_of(error).message

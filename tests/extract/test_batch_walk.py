"""Batches: which files of a folder are found, under which names."""

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from extract.batch.walk import Found, Skipped, walk
from extract.errors import WrongUsage
from extract.store.check import check_database
from extract.store.migrations import open_database, open_read_only
from tests.extract.batch_archives import (
    ONE,
    TEXT,
    ingest_here,
    write_plans,
)


def test_names_in_nfc_and_nfd_are_one_name(tmp_path):
    """A name is stored in NFC, however the file system spells it."""
    folder, database = tmp_path / "in", tmp_path / "kho.db"
    folder.mkdir()
    name = unicodedata.normalize("NFD", "Kế hoạch đợt 1.txt")
    (folder / name).write_text(TEXT.format(n=1), "utf-8")
    ingest_here([folder], database, ONE)
    connection = open_read_only(database)
    path = connection.execute("select path from paths").fetchone()[0]
    file_name = connection.execute("select file_name from documents").fetchone()[0]
    assert unicodedata.is_normalized("NFC", path + file_name)
    assert not [p for p in check_database(open_database(database)) if p.check == "originals"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these are one name there")
def test_one_name_in_nfc_and_in_nfd_are_two_files(tmp_path):
    """Side by side in one folder, each keeps a path of its own; the one in NFC keeps the plain."""
    folder, database = tmp_path / "in", tmp_path / "kho.db"
    folder.mkdir()
    for number, form in enumerate(("NFD", "NFC"), 1):
        name = unicodedata.normalize(form, "Kế hoạch.txt")
        (folder / name).write_text(TEXT.format(n=number), "utf-8")
    for _ in range(2):
        assert ingest_here([folder], database, ONE).files == 2
    rows = (
        open_read_only(database)
        .execute("select path, symbol from paths join documents on id = document_id")
        .fetchall()
    )
    assert {Path(r["path"]).name: r["symbol"] for r in rows} == {
        unicodedata.normalize("NFD", "Kế hoạch.txt"): "1/KH-UBND",
        unicodedata.normalize("NFC", "Kế hoạch.txt"): "2/KH-UBND",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="how long a path may be differs")
def test_folders_deeper_than_a_path_may_be_are_failures(tmp_path, monkeypatch):
    """What lies too deep for the system is recorded as unreadable, and the run goes on."""
    folder = write_plans(tmp_path / "in", 1)
    monkeypatch.chdir(folder)
    for _ in range(25):  # 25 x 200 is more than the 4096 of Linux
        Path("d" * 200).mkdir()
        os.chdir("d" * 200)
    monkeypatch.chdir(tmp_path)
    summary = ingest_here([folder], tmp_path / "kho.db", ONE)
    assert (summary.done, summary.failed) == (1, 1)
    assert summary.causes == {"unreadable": 1}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are always text")
def test_a_name_that_is_no_text_is_no_obstacle(tmp_path):
    """A file name of broken bytes is shown escaped, and the file is read."""
    folder, database = tmp_path / "in", tmp_path / "kho.db"
    folder.mkdir()
    (folder / os.fsdecode(b"a\xff.txt")).write_text(TEXT.format(n=1), "utf-8")
    assert ingest_here([folder], database, ONE).done == 1
    assert not [p for p in check_database(open_database(database)) if p.check == "originals"]


def test_the_walk_is_in_order_and_ends(tmp_path):
    """Sorted by name; links that lead back are followed once; each file is met once."""
    write_plans(tmp_path / "b", 2)
    write_plans(tmp_path / "a", 1)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = list(walk([tmp_path, tmp_path / "b"]))
    files = [f.path.relative_to(tmp_path).as_posix() for f in found if isinstance(f, Found)]
    assert files == ["a/ke-hoach-001.txt", "b/ke-hoach-001.txt", "b/ke-hoach-002.txt"]
    assert {s.path.name for s in found if isinstance(s, Skipped)} == {"loop", "gone.txt"}


def test_a_missing_path_is_wrong_usage(tmp_path):
    """It is said before anything is done, and makes no database."""
    with pytest.raises(WrongUsage):
        ingest_here([tmp_path / "nothing"], tmp_path / "kho.db", ONE)
    assert not (tmp_path / "kho.db").exists()


def test_the_database_in_the_folder_is_not_read(tmp_path):
    """The database, its log and its lock are no documents."""
    folder = write_plans(tmp_path, 1)
    for _ in range(2):
        assert ingest_here([folder], tmp_path / "kho.db", ONE).files == 1

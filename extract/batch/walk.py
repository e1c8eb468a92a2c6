"""The files of a run: walked in one order, hashed, named in NFC."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.batch.work import Source
from extract.errors import TrichlucError, Unreadable, WrongUsage
from extract.readers.archive import is_archive, list_members, read_member
from extract.text import nfc

_LITTER = {"thumbs.db", "desktop.ini", ".ds_store"}
_CHUNK = 1 << 20
# Found in a folder, files with these endings are no documents; named by the user, they are read.
_FOREIGN = frozenset(
    [
        ".bak",
        ".bat",
        ".bin",
        ".c",
        ".cfg",
        ".cmd",
        ".conf",
        ".cpp",
        ".css",
        ".csv",
        ".db",
        ".db-journal",
        ".db-shm",
        ".db-wal",
        ".dll",
        ".exe",
        ".h",
        ".ini",
        ".java",
        ".js",
        ".json",
        ".jsonl",
        ".lnk",
        ".lock",
        ".log",
        ".map",
        ".parquet",
        ".pkl",
        ".py",
        ".pyc",
        ".pyd",
        ".sh",
        ".so",
        ".sql",
        ".sqlite",
        ".sqlite3",
        ".sys",
        ".tmp",
        ".toml",
        ".ts",
        ".tsv",
        ".url",
        ".yaml",
        ".yml",
    ]
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the run. name: absolute path in NFC, as stored.

    bytes, modified_ns: size and time of its last change as the system tells them, None when it
    does not. problem: why it cannot be read, where that is known already.
    """

    source: Source
    name: str
    bytes: int | None = None
    modified_ns: int | None = None
    problem: TrichlucError | None = None

    @property
    def path(self) -> Path:
        return self.source.path


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is none of ours to read, and why."""

    path: Path
    why: str


def walk(
    paths: Iterable[Path], not_these: frozenset[Path] = frozenset()
) -> Iterator[Found | Skipped]:
    """Yield the files under the paths, each once, in the order of their names.

    Members of ZIP archives are files as well. not_these: files never to read (the database).
    """
    seen: set[str] = set()
    given: set[Path] = set()
    for path in sorted({_absolute(p) for p in paths}, key=lambda p: _order(str(p))):
        for entry in _under(path, set()):
            if isinstance(entry, Skipped):
                yield entry
            elif entry not in not_these and entry not in given:
                given.add(entry)
                yield from _files(entry, seen)


def check_paths(paths: Iterable[Path]) -> None:
    """Raise `WrongUsage` for the first path that is not there."""
    for path in paths:
        if not os.path.exists(path):  # noqa: PTH110 - raises nothing, however long the path is
            raise WrongUsage(str(path), "there is no such file or folder")


def hash_source(source: Source) -> str:
    """Return the SHA-256 of the content in hex; raise `TrichlucError` when it cannot be read."""
    if source.member is not None:
        return hashlib.sha256(read_member(source.path, source.member)).hexdigest()
    digest = hashlib.sha256()
    try:
        if not stat.S_ISREG(source.path.stat().st_mode):  # a pipe may never end
            raise Unreadable(source.name, "this is no ordinary file")
        with source.path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise Unreadable(source.name, error.strerror or str(error)) from error
    return digest.hexdigest()


def _files(path: Path, seen: set[str]) -> Iterator[Found | Skipped]:
    """Yield the file, or those in it when it is an archive."""
    name = _name(path, seen)
    try:
        status = path.stat()
        size, modified = status.st_size, status.st_mtime_ns
    except OSError as error:
        problem = Unreadable(path.name, error.strerror or str(error))
        yield Found(Source(path), name, problem=problem)
        return
    if not is_archive(path):
        yield Found(Source(path), name, size, modified)
        return
    try:
        members = list_members(path)
    except TrichlucError as error:
        yield Found(Source(path), name, size, modified, error)
        return
    for member in members:
        if why := _unwanted_member(member.label):
            yield Skipped(path / member.label, why)
        else:
            label = f"{name}/{member.label}"
            yield Found(Source(path, member.name), label, member.size, modified)


def _unwanted_member(label: str) -> str | None:
    parts = [part for part in label.split("/") if part not in (".", "..")]
    if parts[-1].lower().endswith(".zip"):
        return "an archive in an archive"
    return next(filter(None, (_unwanted(p) for p in parts)), None) or (
        "of the system" if "__MACOSX" in parts else None
    )


def _under(path: Path, above: set[tuple[int, int]]) -> Iterator[Path | Skipped]:
    """Yield what lies under the path; above: the folders it lies in, against links that loop."""
    if not os.path.isdir(path):  # noqa: PTH112 - raises nothing, however long the path is
        yield path
        return
    try:
        info = path.stat()
        with os.scandir(path) as scanned:
            entries = sorted(scanned, key=lambda e: _order(e.name))
    except OSError as error:
        yield Skipped(path, error.strerror or str(error))
        return
    here = (info.st_dev, info.st_ino)
    if here in above:
        yield Skipped(path, "a link back to a folder above it")
        return
    for entry in entries:
        if why := _unwanted(entry.name, folder=_is_folder(entry)):
            yield Skipped(path / entry.name, why)
        elif _is_folder(entry):
            yield from _under(path / entry.name, above | {here})
        elif _is_file(entry):
            yield path / entry.name
        else:
            link = entry.is_symlink()
            yield Skipped(path / entry.name, "a broken link" if link else "not a file")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _order(name: str) -> tuple[str, bool, str]:
    """Return what names are sorted by: of two spellings of one, the one in NFC goes first."""
    normal = nfc(name)
    return normal, name != normal, name


def _absolute(path: Path) -> Path:
    return Path(os.path.normpath(path.absolute()))  # "a/../b" is b; links stay as they are


def _unwanted(name: str, *, folder: bool = False) -> str | None:
    if name.startswith(("~$", ".~lock.")):
        return "a lock file of an office program"
    lower = name.lower()
    if lower in _LITTER:
        return "a file of the system"
    if name.startswith("."):
        return "hidden"
    ending = os.path.splitext(lower)[1]  # noqa: PTH122 - a Path per file costs more than the rest
    return f"no document ({ending})" if ending in _FOREIGN and not folder else None


def _name(path: Path, seen: set[str]) -> str:
    """Return the name to store: NFC, unless another file of the run has that name already."""
    plain = os.fsencode(path).decode("utf-8", "backslashreplace")
    name = nfc(plain)
    if name in seen:
        name = plain
    seen.add(name)
    return name

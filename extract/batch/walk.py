"""The files of a run: walked in one order, hashed, named in NFC."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.errors import WrongUsage
from extract.text import nfc

_LITTER = {"thumbs.db", "desktop.ini", ".ds_store"}
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the run. name: absolute path in NFC, as stored; path: as the system opens it."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is none of ours to read, and why."""

    path: Path
    why: str


def walk(
    paths: Iterable[Path], not_these: frozenset[Path] = frozenset()
) -> Iterator[Found | Skipped]:
    """Yield the files under the paths, each once, in the order of their names.

    not_these: files never to read (the database itself).
    """
    seen: set[str] = set()
    given: set[Path] = set()
    for path in sorted({_absolute(p) for p in paths}, key=lambda p: (nfc(str(p)), str(p))):
        for found in _under(path, set()):
            if isinstance(found, Skipped):
                yield found
            elif found not in not_these and found not in given:
                given.add(found)
                yield Found(found, _name(found, seen))


def check_paths(paths: Iterable[Path]) -> None:
    """Raise `WrongUsage` for the first path that is not there."""
    for path in paths:
        if not path.exists():
            raise WrongUsage(str(path), "there is no such file or folder")


def hash_file(path: Path) -> str:
    """Return the SHA-256 of the file in hex; raise OSError when it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _under(path: Path, above: set[tuple[int, int]]) -> Iterator[Path | Skipped]:
    """Yield what lies under the path; above: the folders it lies in, against links that loop."""
    if not path.is_dir():
        yield path
        return
    try:
        info = path.stat()
        entries = sorted(path.iterdir(), key=lambda p: (nfc(p.name), p.name))
    except OSError as error:
        yield Skipped(path, error.strerror or str(error))
        return
    here = (info.st_dev, info.st_ino)
    if here in above:
        yield Skipped(path, "a link back to a folder above it")
        return
    for entry in entries:
        if why := _unwanted(entry):
            yield Skipped(entry, why)
        elif entry.is_dir() or entry.is_file():
            yield from _under(entry, above | {here})
        else:
            yield Skipped(entry, "a broken link" if entry.is_symlink() else "not a file")


def _absolute(path: Path) -> Path:
    return Path(os.path.normpath(path.absolute()))  # "a/../b" is b; links stay as they are


def _unwanted(path: Path) -> str | None:
    name = path.name
    if name.startswith(("~$", ".~lock.")):
        return "a lock file of an office program"
    if name.lower() in _LITTER:
        return "a file of the system"
    return "hidden" if name.startswith(".") else None


def _name(path: Path, seen: set[str]) -> str:
    """Return the name to store: NFC, unless another file of the run has that name already."""
    plain = os.fsencode(path).decode("utf-8", "backslashreplace")
    name = nfc(plain)
    if name in seen:
        name = plain
    seen.add(name)
    return name

"""ZIP archives of documents: their members by name, each read within limits.

DOCX files are ZIP archives too; what is an Office package by its content is no archive here.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.errors import DamagedFile, EncryptedFile, LimitExceeded, Unreadable
from extract.readers.limits import LIMITS, Limits
from extract.text import nfc

_PACKAGE = ("[Content_Types].xml", "mimetype")  # Office and OpenDocument files
_ENCRYPTED = 0x1
_UTF8 = 0x800
_CHUNK = 1 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive. name: as the archive spells it; label: NFC, to be shown and stored."""

    name: str
    label: str
    size: int


def is_archive(path: Path) -> bool:
    """Say whether the file is a ZIP archive of files, by name and content."""
    if path.suffix.lower() != ".zip":
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return not any(name in _PACKAGE for name in archive.NameToInfo)
    except _BROKEN:
        return False


def list_members(path: Path, limits: Limits = LIMITS) -> list[Member]:
    """Return the files in the archive by label; raise `LimitExceeded` or `DamagedFile`."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except _BROKEN as error:
        raise DamagedFile(path.name, f"the archive cannot be opened ({error})") from error
    limits.check(path.name, "zip_entries", len(infos))
    members: dict[str, Member] = {}
    named = sorted((_label(info), info.filename, info.file_size) for info in infos)
    for label, name, size in sorted(named, key=lambda m: m[0] != m[1]):  # plain ones first
        own = label if label not in members else nfc(name)
        members[own] = Member(name, own, size)
    return sorted(members.values(), key=lambda m: m.label)


def read_member(path: Path, name: str, limits: Limits = LIMITS) -> bytes:
    """Return the content of a member; raise a `TrichlucError` that says why it cannot be read."""
    where = f"{path.name}/{name.rpartition('/')[2]}"
    try:
        status = path.stat()
        archive = _opened(path, status.st_size, status.st_mtime_ns)
        info = archive.getinfo(name)
    except KeyError as error:
        raise Unreadable(where, "the archive has no such file any more") from error
    except _BROKEN as error:
        raise Unreadable(where, f"the archive cannot be opened ({error})") from error
    if info.flag_bits & _ENCRYPTED:
        raise EncryptedFile(where, "this file of the archive is protected by a password")
    limits.check(where, "file_bytes", info.file_size)
    if info.file_size > limits.zip_ratio_from:
        limits.check(where, "zip_ratio", info.file_size // max(1, info.compress_size))
    try:
        return b"".join(_read(archive, info, where, limits))
    except _BROKEN as error:
        raise DamagedFile(where, f"the archive is broken here ({error})") from error


def _read(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, limits: Limits
) -> Iterator[bytes]:
    """Yield the content in pieces: the size that an archive states may be a lie."""
    size = 0
    with archive.open(info) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > max(info.file_size, 0):
                raise LimitExceeded(where, "it unpacks to more than the archive states")
            limits.check(where, "file_bytes", size)
            yield chunk


@lru_cache(maxsize=1)
def _opened(path: Path, size: int, modified_ns: int) -> zipfile.ZipFile:
    """Return the open archive: its list of files is long, and asked for once per file."""
    return zipfile.ZipFile(path)


def _label(info: zipfile.ZipInfo) -> str:
    """Return the name as people wrote it: many programs write UTF-8 without saying so.

    What would lead out of the archive is left out: nothing is unpacked to a disk.
    """
    name = info.filename
    if not info.flag_bits & _UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    parts = nfc(name).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", ".."))

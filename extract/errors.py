"""Why a file or a command failed: one class per cause, each with its exit code and remedy.

Every message says where, what, and what to do; `docs/errors.md` lists them.
"""

from __future__ import annotations

from typing import ClassVar


class TrichlucError(Exception):
    """A known cause of failure.

    cause: stable code, stored in `files.error`. stage: where it is raised (open, read, extract,
    store). exit_code: of the command when this ends it. refused: the file can never be read as it
    is, so retrying is useless.
    """

    cause: ClassVar[str] = "unexpected"
    stage: ClassVar[str] = "open"
    exit_code: ClassVar[int] = 1
    refused: ClassVar[bool] = False
    remedy: ClassVar[str] = "Report it with the file, if you may share it."

    def __init__(self, where: str, what: str, *, page: int | None = None) -> None:
        self.where, self.what, self.page = where, what, page
        place = f"{where}, page {page}" if page else where
        super().__init__(f"{place}: {what}. {self.remedy}")

    def __reduce__(self) -> tuple[object, ...]:  # crosses process borders whole
        return _rebuild, (type(self), self.where, self.what, self.page)


def _rebuild(cls: type[TrichlucError], where: str, what: str, page: int | None) -> TrichlucError:
    return cls(where, what, page=page)


class RefusedFile(TrichlucError):
    """The file cannot be read as it is."""

    exit_code = 3
    refused = True


class FailedFile(TrichlucError):
    """Reading the file went wrong; another try or another tool may succeed."""

    exit_code = 3


class EmptyFile(RefusedFile):
    cause = "empty"
    remedy = "Look for another copy of it."


class UnknownFormat(RefusedFile):
    cause = "unknown_format"
    remedy = "Give a DOCX, PDF or text file."


class UnsupportedFormat(RefusedFile):
    """A format that is known but not read by this version."""

    cause = "unsupported_format"
    remedy = "Save it as DOCX or PDF first."


class EncryptedFile(RefusedFile):
    cause = "encrypted"
    remedy = "Remove the password and ingest it again."


class DamagedFile(RefusedFile):
    cause = "damaged"
    stage = "read"
    remedy = "Look for another copy, or open and save it again in Word or a PDF program."


class LimitExceeded(RefusedFile):
    """A limit on size, pages, cells or decompression ratio was passed; the message names it."""

    cause = "limit"
    stage = "read"
    remedy = "Split the file, or raise the limit."


class NoText(RefusedFile):
    """Nothing to read was found: an empty result is never a success."""

    cause = "no_text"
    stage = "read"
    remedy = "If it is a scan, look at it: a better one may be readable."


class Unreadable(FailedFile):
    """The file vanished, or the system does not let us read it."""

    cause = "unreadable"
    remedy = "Check that it exists and that you may read it."


class TimedOut(FailedFile):
    cause = "timeout"
    stage = "extract"
    remedy = "Raise --timeout, or look at the file by hand."


class OutOfMemory(FailedFile):
    cause = "memory"
    stage = "extract"
    remedy = "Raise the limit with --memory, or split it."


class WorkerDied(FailedFile):
    cause = "crashed"
    stage = "extract"
    remedy = "Report it: a file must not be able to end a worker."


class StoreFailed(FailedFile):
    """The plan was read, and the database refuses what was found in it."""

    cause = "store"
    stage = "store"
    remedy = "Report it with the file, if you may share it."


class WrongUsage(TrichlucError):
    cause = "usage"
    stage = "command"
    exit_code = 2
    remedy = "See --help."


class DatabaseError(TrichlucError):
    """The database is locked, not ours, or made by a newer version."""

    cause = "database"
    stage = "store"
    exit_code = 1
    remedy = "Check the path given with --db."


class NoDatabase(DatabaseError):
    """There is no database at the path given: wrong usage."""

    cause = "no_database"
    exit_code = 2


class DiskFull(DatabaseError):
    """There is no room left for the database; what was stored before is kept."""

    cause = "disk_full"
    remedy = "Make room on its disk, then run the same command again."


class DatabaseDamaged(DatabaseError):
    """SQLite cannot read its own pages."""

    cause = "database_damaged"
    remedy = "Restore a copy, or ingest into a new database."


class PatternError(TrichlucError):
    """A knowledge table breaks its own rules; names table and row."""

    cause = "patterns"
    stage = "start"
    exit_code = 2
    remedy = "Correct the row, or leave out --patterns."

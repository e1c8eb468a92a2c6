"""One run at a time on one database."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from extract.errors import DatabaseError


@contextmanager
def run_lock(database: Path) -> Iterator[None]:
    """Hold the lock file beside the database; raise `DatabaseError` when another run has it.

    The system lets go of it when the process ends, however it ends; the file itself stays.
    """
    path = database.with_name(database.name + ".lock")
    try:
        file = path.open("a+b")
    except OSError as error:
        raise DatabaseError(str(database), error.strerror or str(error)) from error
    with file:
        if not _take(file):
            raise DatabaseError(str(database), "another run is writing to it; wait for its end")
        yield


def _take(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

"""A copy of a whole database, taken while others may read it or a run may write to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from extract.errors import DatabaseError, WrongUsage
from extract.store.migrations import open_read_only


def backup_database(database: Path, target: Path) -> int:
    """Write a copy of the database to a new file and return its size in bytes.

    The copy is one plain file of one moment; copying the file itself while a run writes would
    lose what its log holds. Raise `WrongUsage` when the target is there.
    """
    if target.exists():
        raise WrongUsage(str(target), "it is there already; back up to a new file")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(open_read_only(database)) as source:
            source.execute("vacuum into ?", [str(part)])
        with closing(sqlite3.connect(part)) as copy:
            found = copy.execute("pragma quick_check(1)").fetchone()[0]
    except (sqlite3.Error, OSError) as error:
        part.unlink(missing_ok=True)
        raise DatabaseError(str(target), f"the copy could not be written ({error})") from error
    if found != "ok":
        part.unlink()
        raise DatabaseError(str(database), f"it is damaged ({found}); nothing was copied")
    part.replace(target)
    return target.stat().st_size

"""What the user names: files, folders, patterns with * and ?, and lists of files."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.errors import WrongUsage


def find_inputs(named: Iterable[str]) -> list[Path]:
    """Return the files and folders that are named, patterns filled in where the shell did not.

    Raise `WrongUsage` for a pattern that fits nothing.
    """
    found: list[Path] = []
    for name in named:
        path = Path(name)
        if glob.has_magic(name) and not os.path.exists(path):  # noqa: PTH110 - raises nothing
            fits = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - absolute or not
            if not fits:
                raise WrongUsage(name, "no file or folder fits this pattern")
            found += map(Path, fits)
        else:
            found.append(path)
    return found


def read_list(data: bytes) -> Iterator[Path]:
    """Yield the paths of a list, one a line, or parted by NUL as `find -print0` does."""
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    for line in text.split("\0") if "\0" in text else text.splitlines():
        if line.strip():
            yield Path(line if "\0" in text else line.strip())

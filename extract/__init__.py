"""trichluc: archived Vietnamese administrative plans into data.

`extract_file(path)` reads one file and returns its `Plan`; `Plan.to_dict()` is the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from extract.model import Plan

__version__ = "0.1.0"


def extract_file(path: str | PathLike[str]) -> Plan:
    """Return the plan that the file holds; raise a `TrichlucError` when it cannot be read."""
    from extract.pipeline import extract
    from extract.readers import read

    return extract(read(path))


__all__ = ["__version__", "extract_file"]

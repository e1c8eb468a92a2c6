"""When pages are read by OCR, with what, and what to do where it is missing.

Nothing here imports an image library: a run without scans loads none.
"""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from extract.errors import NoText

OcrMode = Literal["auto", "never", "always"]
OCR_MODES: tuple[OcrMode, ...] = get_args(OcrMode)

LARGEST_THREADS = 4
"""Pages of a file read at once, however many cores there are: each takes memory."""

CACHE_VARIABLE = "TRICHLUC_OCR_CACHE"
"""Names the folder of the cache; "off" or an empty value switches it off."""

_MODULES = ("numpy", "cv2")
_PACKAGES = "pip install 'trichluc[ocr]'"
_PROGRAM = "Install tesseract-ocr tesseract-ocr-vie"


class OcrMissing(NoText):
    """The pages are images, and what OCR needs is not installed."""

    remedy = f"{_PROGRAM} (and {_PACKAGES}), then ingest it again."


def find_cache_folder() -> Path | None:
    """Return where OCR results are kept: by the variable, else under the user's cache."""
    named = os.environ.get(CACHE_VARIABLE)
    if named is not None:
        return None if named.strip().lower() in ("", "off", "0") else Path(named)
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "trichluc" / "ocr"
    except RuntimeError:  # a user without a home
        return None


def count_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class OcrSettings:
    """How scanned pages are read.

    mode: "auto" reads pages without usable text, "always" every page, "never" none. dpi: at which
    pages of a PDF are rendered. page_seconds: longest time for one page; what is read by then
    counts. file_seconds: when this is over, no further page of a file is begun. cache:
    folder of earlier results, or None. cache_bytes: its largest size. threads: pages of a file
    that are read at once, never more than there are cores; the result does not depend on it.
    """

    mode: OcrMode = "auto"
    dpi: int = 200
    page_seconds: float = 60.0
    file_seconds: float = 3600.0
    cache: Path | None = field(default_factory=find_cache_folder)
    cache_bytes: int = 256 * 2**20
    threads: int = LARGEST_THREADS

    def __post_init__(self) -> None:
        if self.mode not in OCR_MODES:
            raise ValueError(f"ocr must be one of {', '.join(OCR_MODES)}, not {self.mode!r}")
        if not 72 <= self.dpi <= 600 or self.cache_bytes < 0 or self.threads < 1:
            raise ValueError(f"OCR settings make no sense: {self}")
        if self.page_seconds <= 0 or self.file_seconds <= 0:
            raise ValueError(f"OCR settings leave no time: {self}")


@cache
def find_missing() -> str | None:
    """Return what OCR lacks and how to get it ("Install ..."), or None when it can run."""
    if any(importlib.util.find_spec(name) is None for name in _MODULES):
        return f"OCR needs numpy and OpenCV: {_PACKAGES}"
    from extract.readers.ocr_engine import find_engine

    return None if find_engine() else f"{_PROGRAM} to read it"

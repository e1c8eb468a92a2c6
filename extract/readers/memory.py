"""How the process handles memory while it reads a file: what the readers make is no rubbish."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_MMAP_THRESHOLD, _TRIM_THRESHOLD = -3, -1
_KEPT = 16 << 20
_OWN_PAGES = 4 << 20


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the cycle collector: it would look at every word and cell again and again (up to a
    quarter of the time of a long table), and the records hold no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def collect_young() -> None:
    """Drop what other libraries left behind while the collector is paused."""
    if not gc.isenabled():
        gc.collect(0)


@cache
def keep_freed_memory() -> None:
    """Let the C library keep up to 16 MB of freed memory for its next use.

    pdfium takes and frees some hundred KB for every page. Given back to the system each time, as
    is usual, they are fetched anew for every page, which takes a tenth of the time of reading.
    glibc alone has this setting; elsewhere nothing changes.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt:
        mallopt(_MMAP_THRESHOLD, _OWN_PAGES)
        mallopt(_TRIM_THRESHOLD, _KEPT)

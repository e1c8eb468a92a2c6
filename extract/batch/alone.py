"""One file in a process of its own, within the limits, and without the start-up of a pool."""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import threading
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

from extract.batch.work import (
    Options,
    Outcome,
    Source,
    ended,
    prepare_worker,
    timed_out,
    within,
    work,
)
from extract.readers.programs import end_below

_CHUNK = 1 << 20


def extract_alone(path: Path, options: Options) -> Outcome:
    """Return the outcome of one file, read in a process of its own within the limits."""
    if sys.platform != "win32" and threading.active_count() == 1:
        return _forked(Source(path), options)
    from extract.batch.apart import outcomes_apart

    task = partial(work, ocr=options.ocr_settings(files=1))
    return next(some for some in outcomes_apart([Source(path)], options, task=task) if some)[0][1]


def _forked(source: Source, options: Options) -> Outcome:
    """Return the outcome by a child that starts as a copy of this process."""
    inlet, outlet = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if not child:
        _answer(source, options, outlet, parent)
    os.close(outlet)
    try:
        data = _read(inlet, options.longest)
    finally:
        os.close(inlet)
        end_below(child)
        for end in (os.killpg, os.kill):  # with what it started; it may not have its group yet
            with suppress(OSError):
                end(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    if data is None:
        return timed_out(source.name, options)
    try:
        found = pickle.loads(data)  # noqa: S301 - of our own child
    except (pickle.UnpicklingError, EOFError):
        return ended(source.name, os.waitstatus_to_exitcode(status), options)
    return found if isinstance(found, Outcome) else Outcome(None, None)


def _answer(source: Source, options: Options, outlet: int, parent: int) -> None:
    """Read the file and write its outcome to the pipe; never return."""
    code = 1
    try:
        prepare_worker(parent, options.memory_mb, options.patterns)
        task = partial(work, ocr=options.ocr_settings(files=1))
        data = pickle.dumps(within(options.timeout, task, source))
        with open(outlet, "wb") as pipe:
            pipe.write(data)
        code = 0
    finally:
        os._exit(code)


def _read(inlet: int, timeout: float) -> bytes | None:
    """Return all that comes through the pipe, or None when its end is not reached in time."""
    until = time.monotonic() + timeout
    data = bytearray()
    while True:
        left = until - time.monotonic()
        if left <= 0 or not select.select([inlet], [], [], left)[0]:
            return None
        chunk = os.read(inlet, _CHUNK)
        if not chunk:
            return bytes(data)
        data += chunk

"""Each file in a process that has read nothing before and reads nothing after.

What a file leads to here is what it is held to lead to: a worker that has read other files has
less memory left, and may have been harmed by one of them.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import NamedTuple

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

Finished = list[tuple[Source, Outcome]]
Task = Callable[[Source], Outcome]

PAUSE = 0.5  # seconds between two looks at the clock


class _Child(NamedTuple):
    """A process that reads one file. until: when it is given up, by `time.monotonic`."""

    process: BaseProcess
    source: Source
    until: float


def outcomes_apart(
    sources: Iterable[Source],
    options: Options,
    stopped: Callable[[], bool] = lambda: False,
    task: Task = work,
) -> Iterator[Finished]:
    """Yield what `extract.batch.pool.outcomes` does, with a process for each file."""
    waiting = iter(sources)
    running: dict[Connection, _Child] = {}
    try:
        while True:
            room = 0 if stopped() else options.workers - len(running)
            for source in islice(waiting, room):
                inlet, child = _start(source, options, task)
                running[inlet] = child
            if not running:
                break
            ready = set(wait(running, PAUSE))
            now = time.monotonic()
            over = [i for i, child in running.items() if i in ready or child.until <= now]
            yield [
                (
                    running[inlet].source,
                    _outcome(inlet, running.pop(inlet), inlet in ready, options),
                )
                for inlet in over
            ]
    finally:
        for child in running.values():
            _end(child.process)


def start_context(options: Options) -> BaseContext:
    """Return how workers start: as copies of one that is ready, or from nothing.

    The copied process is made once and knows our own tables only.
    """
    if sys.platform != "linux" or options.patterns is not None:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.batch.ready"])
    return context


def _start(source: Source, options: Options, task: Task) -> tuple[Connection, _Child]:
    context = start_context(options)
    inlet, outlet = context.Pipe(duplex=False)
    process = context.Process(  # type: ignore[attr-defined]
        target=_answer, args=[source, options, task, outlet, os.getpid()], daemon=True
    )
    process.start()
    outlet.close()  # else its end would not be seen
    return inlet, _Child(process, source, time.monotonic() + options.longest)


def _answer(source: Source, options: Options, task: Task, outlet: Connection, parent: int) -> None:
    """Read the file and send what became of it: what the process does."""
    prepare_worker(parent, options.memory_mb, options.patterns)
    outlet.send(within(options.timeout, task, source))


def _outcome(inlet: Connection, child: _Child, is_ready: bool, options: Options) -> Outcome:
    """Return what the process sent, or why it sent nothing; it is gone afterwards."""
    name = child.source.name
    try:
        if not is_ready:
            return timed_out(name, options)
        found = inlet.recv()
        return found if isinstance(found, Outcome) else Outcome(None, None)
    except (EOFError, OSError):
        child.process.join(5)
        return ended(name, child.process.exitcode, options)
    finally:
        inlet.close()
        _end(child.process)


def _end(process: BaseProcess) -> None:
    """End the process with all that it started, in sessions of their own too."""
    if sys.platform == "linux" and process.pid:
        end_below(process.pid)
    if hasattr(os, "killpg") and process.pid:
        with suppress(OSError):  # it is gone already, or has no group of its own yet
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()

"""The pool: each file in a worker that can be ended alone, and few results waiting."""

from __future__ import annotations

import math
import multiprocessing
import multiprocessing.context
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeout
from itertools import islice
from typing import Protocol

from pebble import ProcessExpired, ProcessPool

from extract.batch.work import (
    Failure,
    Options,
    Outcome,
    Source,
    failure_of,
    prepare_worker,
    work,
)
from extract.errors import TimedOut, WorkerDied

TASKS_PER_WORKER = 1000  # about: then it is renewed, for libraries leak
IN_FLIGHT = 96  # files given out per worker: enough to keep it busy, few enough to hold in memory
TOGETHER = 0.8  # seconds in which results are gathered: stored together they change fewer pages

Finished = list[tuple[Source, Outcome]]
Task = Callable[[Source], Outcome]


class Engine(Protocol):
    """Who does the work: see `outcomes`, which is the engine of one machine."""

    def __call__(
        self,
        sources: Iterable[Source],
        options: Options,
        stopped: Callable[[], bool] = ...,
        task: Task = ...,
        expected: int = ...,
    ) -> Iterator[Finished]: ...


def outcomes(
    sources: Iterable[Source],
    options: Options,
    stopped: Callable[[], bool] = lambda: False,
    task: Task = work,
    expected: int = 0,
) -> Iterator[Finished]:
    """Yield the sources with their outcomes, as they finish, some together; at times none.

    A file that takes too long or ends its worker costs only itself. When `stopped` turns true no
    further file is begun; those that are being read are finished. task: what a worker does with
    a source; it has no side effects, so it may be done again elsewhere. expected: about how many
    sources there are.
    """
    waiting = iter(sources)
    running: dict[Future[Outcome], Source] = {}
    pool = make_pool(options, _tasks_per_worker(expected, options.workers))
    try:
        while True:
            stop = stopped()
            if stop:
                _cancel(running)
            room = 0 if stop else IN_FLIGHT * options.workers - len(running)
            for source in islice(waiting, room):
                running[pool.schedule(task, args=[source], timeout=options.timeout)] = source
            if not running:
                break
            many = len(running) > options.workers
            wait(running, TOGETHER if many else 1.0, ALL_COMPLETED if many else FIRST_COMPLETED)
            finished = [future for future in running if future.done()]
            yield [(s := running.pop(f), outcome_of(s.name, f, options)) for f in finished]
        pool.close()  # type: ignore[no-untyped-call]
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def make_pool(options: Options, tasks: int) -> ProcessPool:
    """Return a pool of fresh processes within the limits; each is renewed after `tasks` files."""
    return ProcessPool(
        max_workers=options.workers,
        max_tasks=tasks,
        context=_context(options),
        initializer=prepare_worker,
        initargs=[os.getpid(), options.memory_mb, options.patterns],
    )


def _context(options: Options) -> multiprocessing.context.BaseContext:
    """Return how workers start: as copies of one that is ready, or from nothing.

    The copied process is made once and knows our own tables only.
    """
    if sys.platform != "linux" or options.patterns is not None:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.batch.ready"])
    return context


def _cancel(running: dict[Future[Outcome], Source]) -> None:
    """Take back what no worker has begun."""
    for future in [f for f in running if not f.running() and not f.done()]:
        if future.cancel():
            del running[future]


def _tasks_per_worker(files: int, workers: int) -> int:
    """Return after how many files a worker is renewed: never near the end, when it is in vain."""
    share = max(TASKS_PER_WORKER, files / workers)
    return math.ceil(share / (math.ceil(share / TASKS_PER_WORKER) - 0.5))


def outcome_of(name: str, future: Future[Outcome], options: Options) -> Outcome:
    """Return what the finished future holds; name: of the file, for the message."""
    try:
        return future.result()
    except FutureTimeout:
        what = f"it was not done after {options.timeout:g} seconds"
        return Outcome(None, failure_of(TimedOut(name, what)), options.timeout)
    except ProcessExpired as error:
        code = error.exitcode
        what = f"the process that read it ended (exit code {code})"
        return Outcome(None, failure_of(WorkerDied(name, what)))
    except Exception as error:  # the plan could not be sent, for example
        what = f"{name}: {type(error).__name__}: {error}"[:400]
        return Outcome(None, Failure("failed", "extract", "unexpected", what))

"""The pool: each file in a worker that can be ended alone, and few results waiting.

A worker reads many files. Where one ends it, or finds too little memory, that may be for what the
worker read before: then it is read once more, apart (see `extract.batch.apart`), and that counts.
A worker never has more memory left than a new process, so what it can read those can as well. Thus
how a run is cut up, and who reads what, changes nothing.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from typing import Protocol

from pebble import ProcessExpired, ProcessPool

from extract.batch.apart import Finished, Task, outcomes_apart, start_context
from extract.batch.work import (
    Failure,
    Options,
    Outcome,
    Source,
    ended,
    prepare_worker,
    timed_out,
    within,
    work,
)
from extract.errors import OutOfMemory, WorkerDied

TASKS_PER_WORKER = 1000  # about: then it is renewed, for libraries leak
IN_FLIGHT, IN_FLIGHT_EACH = 384, 4
"""Files given out: in all, since results that wait for the writer are held in memory whoever made
them, and beside that per worker. Two workers read about as many while as many are stored."""
TOGETHER = 0.8  # seconds in which results are gathered: stored together they change fewer pages
HANDED_OVER = 128  # results at a time: while they are stored no file is given out
_DOUBTFUL = (OutOfMemory.cause, WorkerDied.cause)
_WASTE, _WASTE_FROM = 0.1, 20.0
"""Of the time of all workers, and in seconds: what reading twice may cost before no worker reads
a second file. A file that ends its worker counts as one second."""


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
    doubts = _Doubts()
    for finished in _pooled(waiting, options, stopped, task, expected, doubts):
        yield doubts.take_from(finished)
    yield from outcomes_apart(chain(doubts.again, waiting), options, stopped, task)


@dataclass(slots=True)
class _Doubts:
    """Files to be read once more, apart. worked, wasted: seconds of all workers, and for these."""

    again: list[Source] = field(default_factory=list)
    worked: float = 0.0
    wasted: float = 0.0

    def take_from(self, finished: Finished) -> Finished:
        """Return the outcomes that hold; keep the sources of the others."""
        held: Finished = []
        for source, outcome in finished:
            seconds = outcome.seconds or 1.0
            self.worked += seconds
            if is_doubtful(outcome):
                self.wasted += seconds
                self.again.append(source)
            else:
                held.append((source, outcome))
        return held

    def are_many(self) -> bool:
        """Say whether reading twice costs more than it may: in an archive made to do harm."""
        return self.wasted > _WASTE_FROM and self.wasted > _WASTE * self.worked


def is_doubtful(outcome: Outcome) -> bool:
    """Say whether what a worker read before may be the cause of this failure.

    A worker that stands still may wait for another that ended in the midst of an answer.
    """
    failed = outcome.failure is not None and outcome.failure.cause in _DOUBTFUL
    return failed or outcome.stood


def _pooled(
    waiting: Iterator[Source], options: Options, stopped: Callable[[], bool], task: Task,
    expected: int, doubts: _Doubts,
) -> Iterator[Finished]:  # fmt: skip
    """Yield outcomes by workers that read many files, until there are too many doubts."""
    running: dict[Future[Outcome], Source] = {}
    pool = make_pool(options, _tasks_per_worker(expected, options.workers))
    do = partial(within, options.timeout, task)

    def fill() -> None:
        room = IN_FLIGHT + IN_FLIGHT_EACH * options.workers - len(running)
        if stopped():
            _cancel(running)
            room = 0
        elif doubts.are_many() or not pool.active:
            doubts.again += _cancel(running)
            room = 0
        for source in islice(waiting, room):
            running[pool.schedule(do, args=[source], timeout=options.longest)] = source

    try:
        fill()
        while running:
            if sum(future.done() for future in running) < HANDED_OVER:
                many = len(running) > options.workers
                wait(running, TOGETHER if many else 1.0, ALL_COMPLETED if many else FIRST_COMPLETED)
            ready = islice((future for future in running if future.done()), HANDED_OVER)
            finished = [(running.pop(f), f) for f in list(ready)]
            fill()  # before the results are stored: that takes as long as reading as many files
            yield [(source, outcome_of(source.name, f, options)) for source, f in finished]
        pool.close()  # type: ignore[no-untyped-call]
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def make_pool(options: Options, tasks: int) -> ProcessPool:
    """Return a pool of fresh processes within the limits; each is renewed after `tasks` files."""
    return ProcessPool(
        max_workers=options.workers,
        max_tasks=tasks,
        context=start_context(options),
        initializer=prepare_worker,
        initargs=[os.getpid(), options.memory_mb, options.patterns],
    )


def _cancel(running: dict[Future[Outcome], Source]) -> list[Source]:
    """Take back what no worker has begun, and return it."""
    waiting = [f for f in running if not f.running() and not f.done()]
    return [running.pop(future) for future in waiting if future.cancel()]


def _tasks_per_worker(files: int, workers: int) -> int:
    """Return after how many files a worker is renewed: never near the end, when it is in vain."""
    share = max(TASKS_PER_WORKER, files / workers)
    return math.ceil(share / (math.ceil(share / TASKS_PER_WORKER) - 0.5))


def outcome_of(name: str, future: Future[Outcome], options: Options) -> Outcome:
    """Return what the finished future holds; name: of the file, for the message."""
    try:
        return future.result()
    except FutureTimeout:
        return replace(timed_out(name, options), stood=options.longest > options.timeout)
    except ProcessExpired as error:
        return ended(name, error.exitcode, options)
    except BrokenProcessPool:  # a worker ended between two files: this one was not even begun
        return ended(name, None, options)
    except Exception as error:  # the plan could not be sent, for example
        what = f"{name}: {type(error).__name__}: {error}"[:400]
        return Outcome(None, Failure("failed", "extract", "unexpected", what))

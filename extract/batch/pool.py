"""The pool: each file in a worker that can be ended alone, and few results waiting."""

from __future__ import annotations

import math
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeout
from itertools import islice
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from extract.batch.work import Failure, Options, Outcome, failure_of, prepare_worker, work
from extract.errors import TimedOut, WorkerDied

TASKS_PER_WORKER = 200  # about: then it is renewed, for libraries leak
IN_FLIGHT = 4  # files given out per worker: enough to keep it busy, few enough to hold in memory


def outcomes(
    paths: Iterable[Path],
    options: Options,
    stopped: Callable[[], bool] = lambda: False,
    task: Callable[[Path], Outcome] = work,
) -> Iterator[tuple[Path, Outcome]]:
    """Yield each path with its outcome, as they finish.

    A file that takes too long or ends its worker costs only itself. When `stopped` turns true no
    further file is begun; those that are being read are finished. task: what a worker does with
    a path; it has no side effects, so it may be done again elsewhere.
    """
    paths = list(paths)
    waiting = iter(paths)
    running: dict[Future[Outcome], Path] = {}
    pool = ProcessPool(
        max_workers=options.workers,
        max_tasks=_tasks_per_worker(len(paths), options.workers),
        context=multiprocessing.get_context("spawn"),
        initializer=prepare_worker,
        initargs=[options.memory_mb, options.patterns],
    )
    try:
        while True:
            room = 0 if stopped() else IN_FLIGHT * options.workers - len(running)
            for path in islice(waiting, room):
                running[pool.schedule(task, args=[path], timeout=options.timeout)] = path
            if not running:
                break
            finished, _ = wait(running, timeout=1.0, return_when=FIRST_COMPLETED)
            for future in [f for f in running if f in finished]:
                path = running.pop(future)
                yield path, _outcome(path, future, options)
        pool.close()  # type: ignore[no-untyped-call]
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _tasks_per_worker(files: int, workers: int) -> int:
    """Return after how many files a worker is renewed: never near the end, when it is in vain."""
    share = max(1, files / workers)
    return math.ceil(share / (math.ceil(share / TASKS_PER_WORKER) - 0.5))


def extract_alone(path: Path, options: Options) -> Outcome:
    """Return the outcome of one file, read in a process of its own within the limits."""
    return next(outcomes([path], options))[1]


def _outcome(path: Path, future: Future[Outcome], options: Options) -> Outcome:
    try:
        return future.result()
    except FutureTimeout:
        what = f"it was not done after {options.timeout:g} seconds"
        return Outcome(None, failure_of(TimedOut(path.name, what)), options.timeout)
    except ProcessExpired as error:
        code = error.exitcode
        what = f"the process that read it ended (exit code {code})"
        return Outcome(None, failure_of(WorkerDied(path.name, what)))
    except Exception as error:  # the plan could not be sent, for example
        what = f"{path.name}: {type(error).__name__}: {error}"[:400]
        return Outcome(None, Failure("failed", "extract", "unexpected", what))

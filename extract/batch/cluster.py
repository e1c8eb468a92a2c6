"""The engine for many machines: a Dask cluster reads, this process stores.

The workers need no access to the files: their bytes travel with the task. Each Dask worker keeps
a small pool of its own, so that limits hold there as here and a bad file ends no Dask worker; a
worker that is lost costs only time, for its tasks are done again elsewhere; those that were lost
three times are read here.
"""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from extract.batch.apart import Finished, Task, outcomes_apart
from extract.batch.pool import (
    TASKS_PER_WORKER,
    Engine,
    is_doubtful,
    make_pool,
    outcome_of,
)
from extract.batch.work import Failure, Options, Outcome, Source, failure_of, within, work
from extract.errors import TrichlucError, Unreadable, WrongUsage
from extract.readers.archive import read_member
from extract.text import nfc

if TYPE_CHECKING:
    from pebble import ProcessPool

IN_FLIGHT = 16  # files given out per thread of the cluster
PAUSE = 0.4  # seconds between two looks at what is done


def cluster_engine(scheduler: str | None, seconds: float = 10) -> Engine:
    """Return the engine that has its files read by the cluster.

    seconds: to wait for an answer of its scheduler. Raise `WrongUsage` when there is none.
    """
    if not scheduler:
        raise WrongUsage("--engine dask", "say where its scheduler is (--scheduler tcp://...)")
    try:
        from distributed import Client
    except ImportError as error:
        what = "this needs the package distributed: pip install 'trichluc[dask]'"
        raise WrongUsage("--engine dask", what) from error
    try:
        client = Client(scheduler, timeout=seconds, set_as_default=False)  # type: ignore[no-untyped-call, unused-ignore]
    except (OSError, ValueError) as error:
        raise WrongUsage(scheduler, f"no scheduler answers there ({error})") from error
    return partial(_outcomes, client)


def _outcomes(
    client: Any,
    sources: Iterable[Source],
    options: Options,
    stopped: Callable[[], bool] = lambda: False,
    task: Task = work,
    expected: int = 0,
) -> Iterator[Finished]:
    """Yield what `extract.batch.pool.outcomes` does."""
    waiting = iter(sources)
    running: dict[Any, Source] = {}
    lost: list[Source] = []
    options = _remote(options)
    try:
        while True:
            threads = max(1, sum(client.nthreads().values()))
            room = 0 if stopped() else max(0, IN_FLIGHT * threads - len(running))
            finished: Finished = []
            for source in islice(waiting, room):
                loaded = _load(source)
                if isinstance(loaded, Outcome):
                    finished.append((source, loaded))
                    continue
                future = client.submit(work_guarded, loaded, task, options, pure=False, retries=2)
                running[future] = source
            if not running and not finished:
                break
            time.sleep(PAUSE)
            for future in [f for f in running if f.done()]:
                source = running.pop(future)
                outcome = _outcome(source, future)
                if outcome:
                    finished.append((source, outcome))
                else:
                    lost.append(source)
                future.release()
            yield finished
        yield from outcomes_apart(lost, options, stopped, task)
    finally:
        client.cancel(list(running))
        client.close()


def work_guarded(source: Source, task: Task, options: Options) -> Outcome:
    """Do the task on a worker of the cluster, in a process of its own within the limits."""
    do = partial(within, options.timeout, task)
    future = _pool(options).schedule(do, args=[source], timeout=options.longest)
    outcome = outcome_of(source.name, future, options)
    if not is_doubtful(outcome):
        return outcome
    with _one_apart:  # these may be hungry
        apart = outcomes_apart([source], options, task=task)
        return next(finished[0][1] for finished in apart if finished)


_pools: dict[Options, ProcessPool] = {}
_lock, _one_apart = threading.Lock(), threading.Lock()


def _pool(options: Options) -> ProcessPool:
    with _lock:
        if options not in _pools or not _pools[options].active:
            # Dask marks its workers as processes that may have no children; ours end with them.
            multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
            _pools[options] = make_pool(options, TASKS_PER_WORKER)
        return _pools[options]


def _remote(options: Options) -> Options:
    """Return the options for one worker of the cluster: its threads share a pool of this size."""
    if options.patterns is not None:
        raise WrongUsage("--patterns", "own tables are not sent to a cluster")
    return Options(1, options.timeout, options.memory_mb, ocr=options.ocr)


def _load(source: Source) -> Source | Outcome:
    """Return the source with its bytes, or why it cannot be read."""
    try:
        if source.member is not None:
            data = read_member(source.path, source.member)
        else:
            data = source.path.read_bytes()
    except TrichlucError as error:
        return Outcome(None, failure_of(error))
    except OSError as error:
        problem = Unreadable(nfc(source.name), error.strerror or str(error))
        return Outcome(None, failure_of(problem))
    return Source(source.path, source.member, data)


def _outcome(source: Source, future: Any) -> Outcome | None:
    """Return what became of the file, None when the workers that read it were lost."""
    try:
        found = future.result()
    except Exception as error:  # whatever Dask may raise: a file must not end the run
        if type(error).__name__ == "KilledWorker":
            return None
        what = f"{source.name}: {type(error).__name__}: {error}"[:400]
        return Outcome(None, Failure("failed", "extract", "unexpected", what))
    return found if isinstance(found, Outcome) else Outcome(None, None)

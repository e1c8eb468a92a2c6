"""Scanned pages of one file read by several threads, in order: the result is that of one thread.

The engine gives Python's lock free while it reads. The file itself is opened and its pages are
drawn by one thread alone, for pdfium bears no other.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, NoReturn, TypeVar

T = TypeVar("T")

_PIXELS = 20_000_000
"""Of the pages that are read at once, unless it is one: two of A4 at 300 dpi have 17.4 million."""


class PageThreads:
    """Reads pages beside one another while the time for a file allows it.

    threads: at most so many; with one, each page is read when it is begun. page_seconds: what a
    page takes at most. file_seconds: when pages took so long, no other is begun. This counts CPU,
    and the clock while any page is read: beside one another pages use up no more than in a row.
    """

    def __init__(self, threads: int, page_seconds: float, file_seconds: float) -> None:
        self._threads = threads
        self._page_seconds = page_seconds
        self._file_seconds = file_seconds
        self._cpu = self._clock = self._ended = 0.0
        self._executor: ThreadPoolExecutor | None = None
        self._running: dict[Future[_Timed[Any]], int] = {}

    @property
    def is_over(self) -> bool:
        """Whether the time for the file is over."""
        self._settle()
        return max(self._cpu, self._clock) > self._file_seconds

    @property
    def has_room(self) -> bool:
        """Whether a page may be begun beside one that is being read.

        It may when it would be begun even if those take as long as they can: so the CPU that
        pages take in sum is bounded as for one thread.
        """
        if self.is_over:
            return False
        running = len(self._running)
        longest = self._cpu + running * self._page_seconds
        return 0 < running < self._threads and longest <= self._file_seconds

    def begin(self, read: Callable[[], T], pixels: int, seconds: float) -> Callable[[], T]:
        """Have a page read; return what waits for it and returns the result or raises.

        pixels: rows by columns. seconds: what was spent on the page already.
        """
        self._cpu += seconds
        if not self._running:
            self._clock += seconds
        timed = partial(_timed, read)
        if self._threads == 1:
            done = timed()
            self._count(done)
            return lambda: done.result
        while self._running and sum(self._running.values()) + pixels > _PIXELS:
            wait(self._running, return_when=FIRST_COMPLETED)
            self._settle()
        if self._executor is None:
            self._executor = ThreadPoolExecutor(self._threads, "ocr")
        future = self._executor.submit(timed)
        self._running[future] = pixels
        return lambda: future.result().result

    def in_order(self, begun: Iterable[Callable[[], T]]) -> Iterator[T]:
        """Yield the results in order; those to come are begun while there is room.

        What beginning a page raises is raised when its turn comes.
        """
        source = iter(begun)
        waiting: deque[Callable[[], T]] = deque()
        while True:
            while not waiting or (self.has_room and len(waiting) < 2 * self._threads):
                try:
                    waiting.append(next(source))
                except StopIteration:
                    break
                except Exception as error:
                    waiting.append(partial(_raise, error))
            if not waiting:
                return
            yield waiting.popleft()()

    def close(self) -> None:
        """Wait for the pages that are being read; begin no other."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def _settle(self) -> None:
        done = [future for future in self._running if future.done()]
        for future in done:
            del self._running[future]
        read = [future.result() for future in done if future.exception() is None]
        for page in sorted(read, key=lambda page: page.ended):
            self._count(page)

    def _count(self, page: _Timed[Any]) -> None:
        self._cpu += page.cpu
        self._clock += max(0.0, page.ended - max(page.started, self._ended))
        self._ended = max(self._ended, page.ended)


@dataclass(frozen=True, slots=True)
class _Timed(Generic[T]):
    """started, ended: by `time.monotonic`. cpu: seconds of this process."""

    result: T
    started: float
    ended: float
    cpu: float


def _timed(read: Callable[[], T]) -> _Timed[T]:
    started, cpu = time.monotonic(), time.thread_time()
    result = read()
    return _Timed(result, started, time.monotonic(), time.thread_time() - cpu)


def _raise(error: Exception) -> NoReturn:
    raise error

"""What a worker does: one source in, one outcome out, and nothing else touched."""

from __future__ import annotations

import hashlib
import math
import os
import re
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from extract import __version__
from extract.errors import OutOfMemory, RefusedFile, TimedOut, TrichlucError, WorkerDied
from extract.model import Document, Plan
from extract.readers.ocr import LARGEST_THREADS, OcrMode, OcrSettings, count_cores
from extract.readers.programs import adopt_orphans, end_below
from extract.text import nfc

if TYPE_CHECKING:
    from extract.store.prepare import Prepared

DEFAULT_MEMORY_MB = 2048
_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")  # of an object in memory: new in every process
_OCR_SHARE, _PAGE_SHARE = 0.7, 0.25
"""Of the time for a file: for OCR of all its pages, and for one page begun just before its end."""

_ROOMY_MB = 1024
"""Memory of a worker from which on it may read pages by several threads: each reserves some."""

_MEMORY = "more memory is needed than allowed"

_OR_MEMORY = ("damaged", "no_text", "unexpected")
_TIGHT = 64 << 20
"""What libraries make of too little memory, and the bytes that this takes: more than the largest
library that a reader loads late."""

_CPU_OVER = getattr(signal, "SIGPROF", None)
"""What ends a process whose time of CPU is over; None where there is no such signal."""
_BY_THE_CLOCK = 3


@dataclass(frozen=True, slots=True)
class Options:
    """How files are processed. timeout: seconds of CPU per file, which are the same however many
    others work beside it. memory_mb: per worker, 0 for no limit.

    patterns: folder of the user's own knowledge tables, or None. shard: (2, 4) reads the second
    of four parts, parted by content. ocr: which pages are read by OCR.
    """

    workers: int = field(default_factory=count_cores)
    timeout: float = 120.0
    memory_mb: int = DEFAULT_MEMORY_MB
    patterns: Path | None = None
    shard: tuple[int, int] = (1, 1)
    ocr: OcrMode = "auto"

    @property
    def longest(self) -> float:
        """Seconds by the clock after which a file is given up that does not use its CPU."""
        return self.timeout if _CPU_OVER is None else _BY_THE_CLOCK * self.timeout

    def is_ours(self, sha256: str) -> bool:
        """Say whether the content belongs to this shard: the same on every machine."""
        number, of = self.shard
        return int(sha256[:8], 16) % of == number - 1

    def ocr_settings(self, files: int) -> OcrSettings:
        """Return how scans are read: OCR ends early enough that what it read is still stored.

        files: how many are to be read; where they are fewer than the workers, each has the rest
        of the cores for its pages, if it has the memory for it too.
        """
        roomy = not self.memory_mb or self.memory_mb >= _ROOMY_MB
        threads = min(self.workers, count_cores()) // max(1, files) if roomy else 1
        return OcrSettings(
            self.ocr,
            page_seconds=min(60.0, _PAGE_SHARE * self.timeout),
            file_seconds=_OCR_SHARE * self.timeout,
            threads=max(1, min(threads, LARGEST_THREADS)),
        )

    @property
    def version(self) -> str:
        """What a result depends on: our version, the user's patterns, how scans are treated."""
        parts = [__version__]
        if self.patterns is not None:
            parts.append(f"patterns.{_fingerprint(self.patterns)}")
        if self.ocr != "auto":
            parts.append(f"ocr.{self.ocr}")
        return "+".join(parts)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a content is: a file, a member of the ZIP archive at `path`, or its own bytes."""

    path: Path
    member: str | None = None
    data: bytes | None = None

    @property
    def name(self) -> str:
        """File name, for messages and as the document is called."""
        return self.path.name if self.member is None else re.split(r"[/\\]", self.member)[-1]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file gave no plan: as stored in `files`."""

    status: Literal["failed", "refused"]
    stage: str
    cause: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a plan, its rows, or a failure. seconds: time the worker took.

    stood: it was given up by the clock although it had not used its CPU.
    """

    plan: Plan | None
    failure: Failure | None
    seconds: float | None = None
    rows: Prepared | None = None
    stood: bool = False


def prepare_worker(parent: int, memory_mb: int, patterns: Path | None) -> None:
    """Set up a worker process: limits, silence, own process group, the user's patterns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which drains
    if hasattr(os, "setsid"):
        os.setsid()  # before anything may end this group: it is the user's until here
        signal.signal(signal.SIGTERM, _end_with_children)
        adopt_orphans()
    threading.Thread(target=_end_with_parent, args=[parent], daemon=True).start()
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_THREAD_LIMIT"):
        os.environ.setdefault(name, "1")  # one file is one core; threads also reserve memory
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)  # results are returned; nothing of a library may reach stdout
    os.dup2(quiet, 2)
    if memory_mb:
        _limit_memory(memory_mb)
    if patterns is not None:
        from patterns import use_overlay

        use_overlay(patterns)
    with suppress(Exception):  # if it cannot be imported, the first file says so
        import extract.pipeline
        import extract.readers
        import extract.store.prepare  # noqa: F401 - loaded before the first file's clock starts


def within(seconds: float, task: Callable[[Source], Outcome], source: Source) -> Outcome:
    """Do the task; this process ends when it takes more seconds of CPU. For worker processes.

    The default action of the signal ends the process in the midst of a C library too.
    """
    if _CPU_OVER is None:
        return task(source)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return task(source)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def work(source: Source, ocr: OcrMode | OcrSettings = "auto") -> Outcome:
    """Return the plan in the file, or why there is none; never raise."""
    return _work(source, ocr, None)


def work_rows(
    source: Source, ocr: OcrMode | OcrSettings, version: str, ingested_at: str
) -> Outcome:
    """Return the rows of the plan in the file, or why there are none; never raise."""
    return _work(source, ocr, (version, ingested_at))


def _work(source: Source, ocr: OcrMode | OcrSettings, prepare: tuple[str, str] | None) -> Outcome:
    started = time.perf_counter()
    plan, rows, failure = None, None, None
    stage = "read"
    try:
        document = _read(source, ocr)
        stage = "extract"
        from extract.pipeline import extract

        plan = extract(document)
        if prepare:
            from extract.store.prepare import prepare_plan

            stage = "store"
            rows, plan = prepare_plan(plan, *prepare), None
    except MemoryError:
        plan, failure = None, failure_of(OutOfMemory(source.name, _MEMORY))
    except TrichlucError as error:
        plan, failure = None, failure_of(error)
    except Exception as error:
        plan, failure = None, Failure("failed", stage, "unexpected", _describe(source.name, error))
    if failure and failure.cause in _OR_MEMORY and _memory_left() < _TIGHT:
        failure = failure_of(OutOfMemory(source.name, _MEMORY))
    return Outcome(plan, failure, round(time.perf_counter() - started, 3), rows)


def _read(source: Source, ocr: OcrMode | OcrSettings) -> Document:
    from extract.readers import read, read_bytes

    if source.data is not None:
        return read_bytes(source.data, nfc(source.name), ocr=ocr)
    if source.member is not None:
        from extract.readers.archive import read_member

        return read_bytes(read_member(source.path, source.member), nfc(source.name), ocr=ocr)
    return read(source.path, ocr=ocr)


def failure_of(error: TrichlucError) -> Failure:
    """Return the error as it is stored."""
    status: Literal["failed", "refused"] = "refused" if isinstance(error, RefusedFile) else "failed"
    return Failure(status, error.stage, error.cause, _ADDRESS.sub("", str(error)))


def timed_out(name: str, options: Options) -> Outcome:
    """Return what becomes of a file that took too long: the same whichever clock ended it."""
    what = f"it was not done after {options.timeout:g} seconds"
    return Outcome(None, failure_of(TimedOut(name, what)), options.timeout)


def ended(name: str, exit_code: int | None, options: Options) -> Outcome:
    """Return what becomes of a file whose process ended before it was done."""
    if _CPU_OVER is not None and exit_code == -_CPU_OVER:
        return timed_out(name, options)
    what = f"the process that read it ended (exit code {exit_code})"
    return Outcome(None, failure_of(WorkerDied(name, what)))


def _describe(name: str, error: Exception) -> str:
    """Return "plan.docx: KeyError: 'x' (header.py, line 12). Report it ..."."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if f"{os.sep}extract{os.sep}" in f.filename] or frames
    place = " > ".join(f"{Path(f.filename).name}, line {f.lineno}" for f in ours[-2:])
    what = _ADDRESS.sub("", f"{type(error).__name__}: {error}")[:300]
    return f"{name}: {what} ({place}). {TrichlucError.remedy}"


def _end_with_parent(parent: int) -> None:
    """Wait until the process that gives us work is gone, killed perhaps; then end as well.

    Ours is another one where we are a copy of a server's, which ends with it.
    """
    above = os.getppid()
    while os.getppid() == above and _is_there(parent):
        time.sleep(1)
    end_below(os.getpid())
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _is_there(process: int) -> bool:
    if sys.platform == "win32":
        return True  # its workers end with it by themselves: there are no orphans to adopt
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _end_with_children(signum: int, frame: object) -> None:
    """A worker that is stopped takes the OCR or office program that it started with it."""
    end_below(os.getpid())
    os.killpg(0, signal.SIGKILL)


def _limit_memory(megabytes: int) -> None:
    """Limit what this process may take beside what it starts with: a copy of another has much."""
    if sys.platform == "win32":
        return  # there is no such limit per process without a job object
    import resource

    size = megabytes * 1024 * 1024 + _mapped()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        size = min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (size, hard))


def _memory_left() -> float:
    """Return the bytes that were left where this process had the most, infinity without a limit."""
    if sys.platform == "win32":
        return math.inf
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text("ascii", "replace").splitlines():
            if line.startswith("VmPeak:") and limit != resource.RLIM_INFINITY:
                return limit - int(line.split()[1]) * 1024
    return math.inf


def _mapped() -> int:
    """Return the bytes of address space that the process has, 0 where the system does not tell."""
    with suppress(OSError):
        pages = Path("/proc/self/statm").read_text("ascii").split()[0]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    return 0


@cache
def _fingerprint(folder: Path) -> str:
    """Return a short hash of the tables in the folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in (".toml", ".csv"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]

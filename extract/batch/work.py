"""What a worker does: one path in, one outcome out, and nothing else touched."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from extract import __version__
from extract.errors import OutOfMemory, RefusedFile, TrichlucError
from extract.model import Plan

DEFAULT_MEMORY_MB = 2048


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Options:
    """How files are processed. timeout: seconds per file. memory_mb: per worker, 0 for no limit.

    patterns: folder of the user's own knowledge tables, or None. shard: (2, 4) reads the second
    of four parts, parted by content.
    """

    workers: int = field(default_factory=_cores)
    timeout: float = 120.0
    memory_mb: int = DEFAULT_MEMORY_MB
    patterns: Path | None = None
    shard: tuple[int, int] = (1, 1)

    def is_ours(self, sha256: str) -> bool:
        """Say whether the content belongs to this shard: the same on every machine."""
        number, of = self.shard
        return int(sha256[:8], 16) % of == number - 1

    @property
    def version(self) -> str:
        """The version that a result depends on: ours, and the user's patterns if there are any."""
        if self.patterns is None:
            return __version__
        return f"{__version__}+patterns.{_fingerprint(self.patterns)}"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file gave no plan: as stored in `files`."""

    status: Literal["failed", "refused"]
    stage: str
    cause: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a plan, or a failure. seconds: time the worker took."""

    plan: Plan | None
    failure: Failure | None
    seconds: float | None = None


def prepare_worker(memory_mb: int, patterns: Path | None) -> None:
    """Set up a worker process: limits, silence, own process group, the user's patterns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which drains
    if hasattr(os, "setsid"):
        os.setsid()
        signal.signal(signal.SIGTERM, _end_with_children)
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
        import extract.readers  # noqa: F401 - loaded before the first file's clock starts


def work(path: Path) -> Outcome:
    """Return the plan in the file, or why there is none; never raise."""
    started = time.perf_counter()
    plan, failure = None, None
    stage = "read"
    try:
        from extract.pipeline import extract
        from extract.readers import read

        document = read(path)
        stage = "extract"
        plan = extract(document)
    except MemoryError:
        failure = failure_of(OutOfMemory(path.name, "more memory is needed than allowed"))
    except TrichlucError as error:
        failure = failure_of(error)
    except Exception as error:
        failure = Failure("failed", stage, "unexpected", _describe(path.name, error))
    return Outcome(plan, failure, round(time.perf_counter() - started, 3))


def failure_of(error: TrichlucError) -> Failure:
    """Return the error as it is stored."""
    status: Literal["failed", "refused"] = "refused" if isinstance(error, RefusedFile) else "failed"
    return Failure(status, error.stage, error.cause, str(error))


def _describe(name: str, error: Exception) -> str:
    """Return "plan.docx: KeyError: 'x' (header.py, line 12). Report it ..."."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if f"{os.sep}extract{os.sep}" in f.filename] or frames
    place = " > ".join(f"{Path(f.filename).name}, line {f.lineno}" for f in ours[-2:])
    what = f"{type(error).__name__}: {error}"[:300]
    return f"{name}: {what} ({place}). {TrichlucError.remedy}"


def _end_with_children(signum: int, frame: object) -> None:
    """A worker that is stopped takes the OCR or office program that it started with it."""
    os.killpg(0, signal.SIGKILL)


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "win32":
        return  # there is no such limit per process without a job object
    import resource

    size = megabytes * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        size = min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (size, hard))


@cache
def _fingerprint(folder: Path) -> str:
    """Return a short hash of the tables in the folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in (".toml", ".csv"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]

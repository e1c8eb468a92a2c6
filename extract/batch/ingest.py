"""One run: choose the files, have them read, store each as it comes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from extract.batch.lock import run_lock
from extract.batch.pool import outcomes
from extract.batch.walk import Found, Skipped, check_paths, hash_file, walk
from extract.batch.work import Failure, Options, Outcome, failure_of
from extract.errors import DatabaseError, StoreFailed, Unreadable
from extract.store.migrations import open_database
from extract.store.rows import Value
from extract.store.write import (
    begin_run,
    begin_writing,
    end_run,
    end_writing,
    forget_unused_units,
    transaction,
    write_file,
    write_path,
    write_plan,
)

MAX_ATTEMPTS = 3


@dataclass(slots=True)
class Progress:
    """How far a run is: files found so far to be read, and what became of them."""

    todo: int = 0
    done: int = 0
    failed: int = 0
    refused: int = 0


@dataclass(slots=True)
class Summary:
    """What a run did. files: all it met; unchanged: stored before; duplicates: further copies.

    known: failures of earlier runs that were not tried again. skipped: files not ours to read.
    """

    files: int = 0
    done: int = 0
    failed: int = 0
    refused: int = 0
    unchanged: int = 0
    duplicates: int = 0
    known: int = 0
    stopped: bool = False
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def troubled(self) -> bool:
        return bool(self.failed or self.refused or self.known)


@dataclass(slots=True)
class _Job:
    """One content to read: its first path, and every name it was met under."""

    found: Found
    sha256: str
    attempts: int
    names: list[str]


def ingest(
    paths: Iterable[Path],
    database: Path,
    options: Options,
    *,
    retry_failed: bool = False,
    retry_dead: bool = False,
    reprocess: bool = False,
    stopped: Callable[[], bool] = lambda: False,
    report: Callable[[Progress], None] = lambda progress: None,
) -> Summary:
    """Read the files and folders into the database and return what was done.

    What is stored already is left alone unless `reprocess`; files that failed before are tried
    again only when asked for. Raise `WrongUsage` or `DatabaseError`; a file never raises.
    """
    paths = list(paths)
    check_paths(paths)
    with run_lock(database):
        connection = open_database(database, create=True)
        try:
            run = _Run(connection, options, (retry_failed, retry_dead, reprocess))
            begin_writing(connection)
            return run.go(paths, database, stopped, report)
        except sqlite3.Error as error:
            raise DatabaseError(str(database), str(error)) from error
        finally:
            end_writing(connection)
            connection.close()


class _Run:
    """The state of one run; only this writes to the database."""

    def __init__(
        self, connection: sqlite3.Connection, options: Options, again: tuple[bool, bool, bool]
    ) -> None:
        self.connection = connection
        self.options = options
        self.retry_failed, self.retry_dead, self.reprocess = again
        self.version = options.version
        self.summary = Summary()
        self.progress = Progress()
        self.changed = False
        self.run_id = 0
        self.started_at = ""

    def go(
        self,
        paths: list[Path],
        database: Path,
        stopped: Callable[[], bool],
        report: Callable[[Progress], None],
    ) -> Summary:
        self._begin()
        jobs = {job.found.path: job for job in self._choose(paths, database)}
        self.progress.todo = len(jobs)
        report(self.progress)
        if jobs:
            options = _fewer_workers(self.options, len(jobs))
            for path, outcome in outcomes(jobs, options, stopped):
                self._store(jobs[path], outcome)
                report(self.progress)
        self.summary.stopped = stopped()
        self._finish()
        return self.summary

    def _begin(self) -> None:
        self.changed = self._was_killed()
        options = {
            "workers": self.options.workers, "timeout": self.options.timeout,
            "memory_mb": self.options.memory_mb,
            "patterns": str(self.options.patterns) if self.options.patterns else None,
            "shard": "{}/{}".format(*self.options.shard),
            "retry_failed": self.retry_failed, "retry_dead": self.retry_dead,
            "reprocess": self.reprocess,
        }  # fmt: skip
        with transaction(self.connection):
            self.run_id = begin_run(self.connection, self.version, options)
        row = self.connection.execute("select started_at from runs where id = ?", [self.run_id])
        self.started_at = row.fetchone()[0]

    def _was_killed(self) -> bool:
        """Say whether the run before this one never came to its end."""
        row = self.connection.execute("select ended_at from runs order by id desc limit 1")
        last = row.fetchone()
        return last is not None and last[0] is None

    def _finish(self) -> None:
        with transaction(self.connection):
            if self.changed:
                forget_unused_units(self.connection)
        if self.changed:
            self._resolve()
        s = self.summary
        with transaction(self.connection):
            counts = {"done": s.done, "failed": s.failed, "refused": s.refused}
            end_run(self.connection, self.run_id, counts)

    def _resolve(self) -> None:
        from extract.store.resolve import resolve_instruments  # loads the grammar of citations

        resolve_instruments(self.connection)

    def _choose(self, paths: list[Path], database: Path) -> Iterator[_Job]:
        """Yield one job per content that is to be read; settle all other files at once."""
        own = frozenset(
            database.absolute().with_name(database.name + tail)
            for tail in ("", "-wal", "-shm", "-journal", ".lock")
        )
        jobs: dict[str, _Job] = {}
        for found in walk(paths, own):
            if isinstance(found, Skipped):
                self.summary.skipped.append(found)
                continue
            self.summary.files += 1
            try:
                sha256 = hash_file(found.path)
            except OSError as error:
                problem = Unreadable(found.path.name, error.strerror or str(error))
                self._settle_failure(found.name, None, 1, Outcome(None, failure_of(problem)))
                continue
            if not self.options.is_ours(sha256):
                self.summary.files -= 1
            elif sha256 in jobs:
                jobs[sha256].names.append(found.name)
                self.summary.duplicates += 1
            elif (attempts := self._attempts(found.name, sha256)) is not None:
                jobs[sha256] = _Job(found, sha256, attempts, [found.name])
        yield from jobs.values()

    def _attempts(self, name: str, sha256: str) -> int | None:
        """Return how often this content was tried, or None when it is not to be read now."""
        if not self.reprocess and self._is_stored(sha256):
            self._settle_known(name, sha256)
            return None
        row = self.connection.execute(
            """select status, attempts, stage, error, message, seconds, version, run_id from files
               where sha256 = ? and status <> 'done' order by attempts desc, path limit 1""",
            [sha256],
        ).fetchone()
        if row is None or row["version"] != self.version or self.reprocess:
            return 0
        if self.retry_dead if row["status"] == "dead" else self.retry_failed:
            return int(row["attempts"])
        self.summary.known += 1
        self._write_file({**dict(row), "path": name, "sha256": sha256})
        return None

    def _is_stored(self, sha256: str) -> bool:
        return bool(
            self.connection.execute(
                "select 1 from documents where id = ? and sha256 = ? and extractor_version = ?",
                [sha256[:16], sha256, self.version],
            ).fetchone()
        )

    def _settle_known(self, name: str, sha256: str) -> None:
        """Note a file whose content is stored: unchanged, or one more copy."""
        known = self.connection.execute(
            "select 1 from paths where path = ? and document_id = ?", [name, sha256[:16]]
        ).fetchone()
        if known:
            self.summary.unchanged += 1
        else:
            self.summary.duplicates += 1
        with transaction(self.connection):
            self._write_done(name, sha256, None, 0)

    def _store(self, job: _Job, outcome: Outcome) -> None:
        """Store one outcome in one transaction."""
        if outcome.plan is not None:
            try:
                with transaction(self.connection):
                    write_plan(self.connection, outcome.plan, self.version, self.started_at)
                    for name in job.names:
                        seconds = outcome.seconds if name == job.found.name else None
                        sha256 = outcome.plan.document.sha256  # of what was read in the end
                        self._write_done(name, sha256, seconds, job.attempts + 1)
                self.changed = True
                self.summary.done += 1
                self.progress.done += 1
                return
            except sqlite3.OperationalError:
                raise  # a full disk or a lost drive is no fault of the file
            except (sqlite3.Error, ValueError, LookupError, OverflowError) as error:
                what = f"it could not be stored ({type(error).__name__}: {error})"
                outcome = Outcome(None, failure_of(StoreFailed(job.found.path.name, what)))
        for name in job.names:
            self._settle_failure(name, job.sha256, job.attempts + 1, outcome)

    def _settle_failure(
        self, name: str, sha256: str | None, attempts: int, outcome: Outcome
    ) -> None:
        failure = outcome.failure or Failure("failed", "extract", "unexpected", "no result")
        dead = failure.status == "failed" and attempts >= MAX_ATTEMPTS
        if failure.status == "refused":
            self.summary.refused += 1
            self.progress.refused += 1
        else:
            self.summary.failed += 1
            self.progress.failed += 1
        row: dict[str, Value] = {
            "path": name, "sha256": sha256, "status": "dead" if dead else failure.status,
            "attempts": attempts, "stage": failure.stage, "error": failure.cause,
            "message": failure.message, "seconds": outcome.seconds, "version": self.version,
            "run_id": self.run_id,
        }  # fmt: skip
        self._write_file(row)

    def _write_file(self, row: dict[str, Value]) -> None:
        with transaction(self.connection):
            write_file(self.connection, row)

    def _write_done(self, name: str, sha256: str, seconds: float | None, attempts: int) -> None:
        """Record path and file; a row that says so already stays as it is."""
        document = sha256[:16]
        write_path(self.connection, name, document, self.started_at)
        same = self.connection.execute(
            "select 1 from files where path = ? and sha256 = ? and status = 'done'", [name, sha256]
        ).fetchone()
        if same and not attempts:
            return
        row: dict[str, Value] = {
            "path": name, "sha256": sha256, "status": "done", "attempts": attempts, "stage": None,
            "error": None, "message": None, "seconds": seconds, "version": self.version,
            "run_id": self.run_id,
        }  # fmt: skip
        write_file(self.connection, row)


def _fewer_workers(options: Options, jobs: int) -> Options:
    return replace(options, workers=max(1, min(options.workers, jobs)))

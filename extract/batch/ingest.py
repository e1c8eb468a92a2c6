"""One run: choose the files, have them read, store each as it comes."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from extract.batch.choose import Again, Chosen, Job
from extract.batch.lock import run_lock
from extract.batch.pool import Engine, outcomes
from extract.batch.report import Event, Progress, Report, Summary, What
from extract.batch.walk import check_paths
from extract.batch.work import Failure, Options, Outcome, failure_of, work_rows
from extract.errors import StoreFailed
from extract.store.migrations import database_error, open_database
from extract.store.prepare import Prepared
from extract.store.rows import Value
from extract.store.write import (
    begin_run,
    begin_writing,
    end_run,
    end_writing,
    forget_unused_units,
    refresh_instruments,
    transaction,
    write_done,
    write_file,
    write_prepared,
)

MAX_ATTEMPTS = 3
TOGETHER = 384
"""Documents stored in one transaction at most: each changes pages all over the file, and a page
that several change is written once."""
SHORTEST, LONGEST, SLOWER = 1.0, 10.0, 0.1
"""Seconds between two transactions: at the start, at most, and more with each second of the run. A
long run makes a large file; at its start people look whether it goes on."""


def ingest(
    paths: Iterable[Path],
    database: Path,
    options: Options,
    *,
    listed: Iterable[Path] = (),
    again: Again = Again(),  # noqa: B008 - frozen
    stopped: Callable[[], bool] = lambda: False,
    report: Report | None = None,
    engine: Engine = outcomes,
    task: Callable[..., Outcome] = work_rows,
) -> Summary:
    """Read the files and folders into the database and return what was done.

    listed: further files, of which one that is not there is a failure and no wrong usage. again:
    what is read although it is known. engine: who does the work. Raise `WrongUsage` or
    `DatabaseError`; a file never raises.
    """
    paths = list(paths)
    check_paths(paths)
    with run_lock(database):
        connection = open_database(database, create=True)
        try:
            run = _Run(connection, options, again, report or Report())
            begin_writing(connection)
            own = frozenset(
                database.absolute().with_name(database.name + tail)
                for tail in ("", "-wal", "-shm", "-journal", ".lock")
            )
            return run.go([*paths, *listed], own, stopped, engine, task)
        except sqlite3.Error as error:
            raise database_error(database, error) from error
        finally:
            end_writing(connection)
            connection.close()


class _Run:
    """The state of one run; only this writes to the database."""

    def __init__(
        self, connection: sqlite3.Connection, options: Options, again: Again, report: Report
    ) -> None:
        self.connection = connection
        self.options = options
        self.again = again
        self.version = options.version
        self.report = report
        self.summary = Summary()
        self.touched: set[str] = set()
        self.unfinished = False
        self.run_id = 0
        self.started_at = ""

    def go(
        self,
        paths: list[Path],
        own: frozenset[Path],
        stopped: Callable[[], bool],
        engine: Engine,
        task: Callable[..., Outcome],
    ) -> Summary:
        self._begin()
        chosen = Chosen(self.connection, self.options, self.again, self)
        todo = chosen.find(paths, own)
        progress = self.report.progress
        progress.total = self.summary.files
        self.report.show()
        if todo:
            options = replace(self.options, workers=max(1, min(self.options.workers, len(todo))))
            do = partial(
                task,
                ocr=self.options.ocr_settings(len(todo)),
                version=self.version,
                ingested_at=self.started_at,
            )
            jobs = chosen.jobs(todo)
            waiting: list[tuple[Job, Outcome]] = []
            began = stored_at = time.monotonic()
            for finished in engine(jobs, options, stopped, do, len(todo)):
                waiting += [(chosen.take(source), outcome) for source, outcome in finished]
                patience = min(LONGEST, SHORTEST + SLOWER * (stored_at - began))
                late = time.monotonic() - stored_at > patience
                if waiting and (late or len(waiting) >= TOGETHER):
                    self._store(waiting)
                    waiting, stored_at = [], time.monotonic()
                progress.total = self.summary.files
                self.report.show()
            self._store(waiting)
            self.report.show()
        self.summary.stopped = stopped()
        self._finish()
        return self.summary

    def _begin(self) -> None:
        self.unfinished = self._was_killed()
        o = self.options
        options = {
            "workers": o.workers, "timeout": o.timeout, "memory_mb": o.memory_mb, "ocr": o.ocr,
            "patterns": str(o.patterns) if o.patterns else None,
            "shard": "{}/{}".format(*o.shard),
            "retry_failed": self.again.failed, "retry_dead": self.again.dead,
            "reprocess": self.again.older, "reprocess_all": self.again.all,
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
        if self.touched or self.unfinished:
            self._agree()
        s = self.summary
        with transaction(self.connection):
            counts = {"done": s.done, "failed": s.failed, "refused": s.refused}
            end_run(self.connection, self.run_id, counts)

    def _agree(self) -> None:
        """Work out what all documents together say of instruments and units."""
        from extract.store.resolve import resolve_instruments  # loads the grammar of citations

        if self.unfinished:
            every = self.connection.execute("select id from instruments")
            self.touched |= {row[0] for row in every}
        with transaction(self.connection):
            refresh_instruments(self.connection, self.touched)
            forget_unused_units(self.connection)
        resolve_instruments(self.connection)

    def _store(self, finished: list[tuple[Job, Outcome]]) -> None:
        """Store outcomes in one transaction: of each document all rows or none."""
        read = [(job, outcome.rows, outcome) for job, outcome in finished if outcome.rows]
        self._store_rows(read)
        for job, outcome in finished:
            if not outcome.rows:
                self.settle_failure(job, outcome)

    def _store_rows(self, read: list[tuple[Job, Prepared, Outcome]]) -> None:
        if not read:
            return
        try:
            touched: set[str] = set()
            with transaction(self.connection):
                for job, rows, outcome in read:
                    touched |= write_prepared(self.connection, rows)
                    for row in self._done_rows(job, rows.sha256, outcome.seconds):
                        write_done(self.connection, row, self.started_at)
        except sqlite3.OperationalError:
            raise  # a full disk or a lost drive is no fault of the file
        except (sqlite3.Error, ValueError, LookupError, OverflowError) as error:
            if len(read) > 1:  # one of them is the cause: each by itself
                for one in read:
                    self._store_rows([one])
                return
            job, _, outcome = read[0]
            what = f"it could not be stored ({type(error).__name__}: {error})"
            failure = failure_of(StoreFailed(job.found.source.name, what))
            self.settle_failure(job, Outcome(None, failure, outcome.seconds))
            return
        self.touched |= touched
        for job, rows, outcome in read:
            job.stored = rows.sha256
            for place, found in enumerate(job.places):
                became: What = "duplicate" if place else "done"
                self.note(Event(found.name, became, rows.sha256, seconds=outcome.seconds))

    def _done_rows(
        self, job: Job, sha256: str, seconds: float | None
    ) -> Iterator[dict[str, Value]]:
        same = sha256 == job.sha256  # else it was changed after it was hashed
        for found in job.places:
            yield {
                "path": found.name, "sha256": sha256, "status": "done",
                "attempts": job.attempts + 1, "stage": None, "error": None, "message": None,
                "seconds": seconds if found is job.found else None, "version": self.version,
                "run_id": self.run_id, "bytes": found.bytes if same else None,
                "modified_ns": found.modified_ns if same else None,
            }  # fmt: skip

    def settle_failure(self, job: Job, outcome: Outcome) -> None:
        """Record that the content could not be read, under every name it was met by."""
        failure = outcome.failure or Failure("failed", "extract", "unexpected", "no result")
        job.outcome = Outcome(None, failure, outcome.seconds)
        attempts = job.attempts + 1
        dead = failure.status == "failed" and attempts >= MAX_ATTEMPTS
        with transaction(self.connection):
            for found in job.places:
                write_file(self.connection, {
                    "path": found.name, "sha256": job.sha256,
                    "status": "dead" if dead else failure.status, "attempts": attempts,
                    "stage": failure.stage, "error": failure.cause, "message": failure.message,
                    "seconds": outcome.seconds, "version": self.version, "run_id": self.run_id,
                    "bytes": found.bytes, "modified_ns": found.modified_ns,
                })  # fmt: skip
        for found in job.places:
            self.note(Event(found.name, failure.status, job.sha256, failure.cause,
                            failure.message, outcome.seconds))  # fmt: skip

    def note(self, event: Event) -> None:
        """Count what became of a file and tell who wants to know."""
        self.summary.count(event)
        self.report.tell(event)


__all__ = ["Again", "Progress", "Report", "Summary", "ingest"]

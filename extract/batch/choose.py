"""Which files a run reads: what is stored or known to fail is settled without reading it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from extract.batch.report import Event, Summary
from extract.batch.walk import Found, Skipped, hash_source, walk
from extract.batch.work import Options, Outcome, Source, failure_of
from extract.errors import TrichlucError
from extract.store.write import transaction, write_done, write_file


@dataclass(frozen=True, slots=True)
class Again:
    """What is read although it is known.

    failed, dead: files that failed before, and those that failed too often. older: documents
    that another version read, or other options. all: everything. verify: nothing more is read,
    but contents are compared by their hashes, not by size and time.
    """

    failed: bool = False
    dead: bool = False
    older: bool = False
    all: bool = False
    verify: bool = False


@dataclass(slots=True)
class Job:
    """One content to read, and every place it was met at.

    stored: hash of the content when it is stored; outcome: when it failed.
    """

    found: Found
    sha256: str | None
    attempts: int = 0
    places: list[Found] = field(default_factory=list)
    stored: str | None = None
    outcome: Outcome | None = None


class Clerk(Protocol):
    """Who records what is settled here."""

    summary: Summary
    run_id: int
    started_at: str

    def note(self, event: Event) -> None: ...

    def settle_failure(self, job: Job, outcome: Outcome) -> None: ...


class Chosen:
    """The files of one run, by source and by content."""

    def __init__(
        self, connection: sqlite3.Connection, options: Options, again: Again, clerk: Clerk
    ) -> None:
        self.connection = connection
        self.options = options
        self.version = options.version
        self.again = again
        self.clerk = clerk
        self.by_hash: dict[str, Job] = {}
        self.running: dict[Source, Job] = {}

    def find(self, paths: list[Path], own: frozenset[Path]) -> list[Found]:
        """Return the files to look into; those with known size and time are settled at once."""
        todo = []
        summary = self.clerk.summary
        for found in walk(paths, own):
            if isinstance(found, Skipped):
                summary.skipped.append(found)
                continue
            summary.files += 1
            if found.problem or not self._is_known(found):
                todo.append(found)
        return todo

    def jobs(self, todo: list[Found]) -> Iterator[Source]:
        """Yield one source per content that is to be read; settle all others."""
        for found in todo:
            job = self._job(found)
            if job:
                # A source that carries its bytes is made from this one: see the cluster engine.
                self.running[found.source] = job
                yield found.source

    def take(self, source: Source) -> Job:
        """Return the job of a source that is done with."""
        return self.running.pop(Source(source.path, source.member))

    def _is_known(self, found: Found) -> bool:
        """Settle a file that is as it was when it was read, going by its size and time."""
        if self.again.verify or self.again.all or found.modified_ns is None:
            return False
        row = self.connection.execute(
            """select sha256, status, version, error, message from files
               where path = ? and bytes = ? and modified_ns = ?""",
            [found.name, found.bytes, found.modified_ns],
        ).fetchone()
        if row is None or not row["sha256"]:
            return False
        if not self.options.is_ours(row["sha256"]):
            self.clerk.summary.files -= 1
        elif row["status"] == "done" and self._may_stay(row["version"]):
            self.clerk.note(Event(found.name, "unchanged", row["sha256"]))
        elif row["status"] != "done" and not self._is_retried(row):
            self._note_known(found.name, row)
        else:
            return False
        return True

    def _job(self, found: Found) -> Job | None:
        try:
            if found.problem:
                raise found.problem
            sha256 = hash_source(found.source)
        except TrichlucError as error:
            self.clerk.settle_failure(
                Job(found, None, places=[found]), Outcome(None, failure_of(error))
            )
            return None
        if not self.options.is_ours(sha256):
            self.clerk.summary.files -= 1
            return None
        job = self.by_hash.get(sha256)
        if job is None:
            attempts = self._attempts(found, sha256)
            if attempts is None:
                return None
            job = self.by_hash[sha256] = Job(found, sha256, attempts, [found])
            return job
        if job.stored == sha256:
            self._settle_stored(found, sha256)
        elif job.outcome:
            self.clerk.settle_failure(Job(found, sha256, job.attempts, [found]), job.outcome)
        elif job.stored is None:
            job.places.append(found)
        else:  # the first was changed while it was read, so this is the only one of its content
            job = self.by_hash[sha256] = Job(found, sha256, 0, [found])
            return job
        return None

    def _attempts(self, found: Found, sha256: str) -> int | None:
        """Return how often this content was tried, or None when it is not to be read now."""
        stored = self.connection.execute(
            "select extractor_version from documents where id = ? and sha256 = ?",
            [sha256[:16], sha256],
        ).fetchone()
        if stored and not self.again.all and self._may_stay(stored[0]):
            self._settle_stored(found, sha256)
            return None
        row = self.connection.execute(
            """select status, attempts, stage, error, message, seconds, version, run_id from files
               where sha256 = ? and status <> 'done' order by attempts desc, path limit 1""",
            [sha256],
        ).fetchone()
        if row is None or row["version"] != self.version or self.again.all:
            return 0
        if self._is_retried(row):
            return int(row["attempts"])
        with transaction(self.connection):
            write_file(self.connection, {
                **dict(row), "path": found.name, "sha256": sha256, "bytes": found.bytes,
                "modified_ns": found.modified_ns,
            })  # fmt: skip
        self._note_known(found.name, row)
        return None

    def _may_stay(self, version: str) -> bool:
        """Say whether a document that this version read is left as it is."""
        if version == self.version:
            return True
        if self.again.older:
            return False
        self.clerk.summary.older += 1
        return True

    def _is_retried(self, row: sqlite3.Row) -> bool:
        """Say whether a failure is tried again: another version always does."""
        asked = self.again.dead if row["status"] == "dead" else self.again.failed
        return asked or row["version"] != self.version

    def _note_known(self, name: str, row: sqlite3.Row) -> None:
        self.clerk.note(Event(name, "known", None, row["error"], row["message"]))

    def _settle_stored(self, found: Found, sha256: str) -> None:
        """Note a file whose content is stored: unchanged, or one more copy."""
        known = self.connection.execute(
            "select 1 from paths where path = ? and document_id = ?", [found.name, sha256[:16]]
        ).fetchone()
        before = self.connection.execute(
            "select attempts, seconds, version, run_id from files where path = ? and sha256 = ?",
            [found.name, sha256],
        ).fetchone()
        own = {"attempts": 0, "seconds": None, "version": self.version, "run_id": self.clerk.run_id}
        with transaction(self.connection):
            write_done(self.connection, {
                **(dict(before) if before else own), "path": found.name, "sha256": sha256,
                "status": "done", "stage": None, "error": None, "message": None,
                "bytes": found.bytes, "modified_ns": found.modified_ns,
            }, self.clerk.started_at)  # fmt: skip
        self.clerk.note(Event(found.name, "unchanged" if known else "duplicate", sha256))

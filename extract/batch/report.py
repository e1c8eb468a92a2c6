"""What a run tells: each file as it is settled, how far it is, and what it did in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from extract.batch.walk import Skipped

What = Literal[
    "done", "failed", "refused", "unchanged", "duplicate", "known", "skipped"
]  # known: failed in an earlier run


@dataclass(frozen=True, slots=True)
class Event:
    """What became of one file. cause, message: of a failure. seconds: time the worker took."""

    path: str
    status: What
    sha256: str | None = None
    cause: str | None = None
    message: str | None = None
    seconds: float | None = None


@dataclass(slots=True)
class Progress:
    """How far a run is: how many files there are, and what became of those that are settled."""

    total: int = 0
    files: Counter[What] = field(default_factory=Counter)

    @property
    def settled(self) -> int:
        return self.files.total()


@dataclass(slots=True)
class Report:
    """Who is told. on_file: called for each file; on_progress: now and then."""

    on_file: Callable[[Event], None] = lambda event: None
    on_progress: Callable[[Progress], None] = lambda progress: None
    progress: Progress = field(default_factory=Progress)

    def tell(self, event: Event) -> None:
        self.progress.files[event.status] += 1
        self.on_file(event)

    def show(self) -> None:
        self.on_progress(self.progress)


@dataclass(slots=True)
class Summary:
    """What a run did. files: all it met; unchanged: stored before; duplicates: further copies.

    known: failures of earlier runs that were not tried again. older: unchanged files that another
    version read, or other options. skipped: files not ours to read. causes: cause of failure ->
    number of files, known ones included.
    """

    files: int = 0
    done: int = 0
    failed: int = 0
    refused: int = 0
    unchanged: int = 0
    duplicates: int = 0
    known: int = 0
    older: int = 0
    stopped: bool = False
    skipped: list[Skipped] = field(default_factory=list)
    causes: Counter[str] = field(default_factory=Counter)

    @property
    def troubled(self) -> bool:
        return bool(self.failed or self.refused or self.known)

    def count(self, event: Event) -> None:
        """Add one file."""
        match event.status:
            case "done":
                self.done += 1
            case "failed":
                self.failed += 1
            case "refused":
                self.refused += 1
            case "unchanged":
                self.unchanged += 1
            case "duplicate":
                self.duplicates += 1
            case "known":
                self.known += 1
        if event.cause:
            self.causes[event.cause] += 1

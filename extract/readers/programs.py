"""Programs that were started, and all that they started in turn, ended together."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

_ADOPT = 36  # PR_SET_CHILD_SUBREAPER of prctl(2)


def adopt_orphans() -> None:
    """Make this process the parent of what its programs leave behind, on Linux.

    A program may start another in a session of its own and end: no signal to our group reaches
    that one, and nobody would know whose it was.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(_ADOPT, 1, 0, 0, 0)


def end_below(process: int) -> None:
    """Kill everything that a process started, directly or not; it stays itself. Linux only."""
    for _ in range(3):  # what was started while we looked
        found = find_below(process)
        for child in found:
            with suppress(OSError):
                os.kill(child, signal.SIGKILL)
        if not found:
            return


def find_below(process: int) -> list[int]:
    """Return the processes that a process started, directly or not; none where /proc is not."""
    found: list[int] = []
    waiting = [process]
    while waiting:
        tasks = Path(f"/proc/{waiting.pop()}/task")
        with suppress(OSError):
            for task in tasks.iterdir():
                with suppress(OSError):
                    children = [int(c) for c in (task / "children").read_text("ascii").split()]
                    found += children
                    waiting += children
    return found

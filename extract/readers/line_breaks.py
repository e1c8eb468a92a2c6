"""Breaks that a writer put inside a paragraph: which of them end a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.readers.runs import Line, Run, join_lines, join_runs, split_runs

PAGE = "\f"
"""Stands in the runs where the file breaks the page or column itself."""

_LISTED = re.compile(
    r"(?:[-+*•–]|\d{1,3}(?:\.\d{1,3}){0,4}[.)]|[a-zđ]{1,2}\)|[IVX]{1,6}\.|(?:Điều|Chương|Mục) \d)\s"
)


def shown_lines(runs: Sequence[Run], *, split: bool) -> list[Line]:
    """Return the tidy lines of a paragraph, empty ones left out.

    A line break ends a line where it ends a sentence, a title or a list item, always with
    `split` and at page breaks; elsewhere it becomes a space.
    """
    if len(runs) == 1:
        has_break = "\n" in runs[0][0] or PAGE in runs[0][0]
    else:
        has_break = any("\n" in text or PAGE in text for text, _ in runs)
    if not has_break:
        line = join_runs(runs)
        return [line] if line[0] else []
    parts: list[list[Run]] = [[]]
    for text, flags in runs:
        first, *rest = text.split(PAGE)
        parts[-1].append((first, flags))
        parts += [[(piece, flags)] for piece in rest]
    lines: list[Line] = []
    for part in parts:
        own = [line for line in map(join_runs, split_runs(part)) if line[0]]
        lines += own if split else _joined(own)
    return lines


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Join the lines of prose that line breaks cut."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1][0], line[0]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [join_lines(group) for group in groups]


def _continues(before: str, after: str) -> bool:
    if before[-1] in ".;:!?" or _LISTED.match(after):
        return False
    return not (before.isupper() or after.isupper())

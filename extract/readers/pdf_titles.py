"""Titles of tables without borders: which lines they are, and the columns that they show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.readers.words import Line, LineTolerances, split_line
from extract.text import fold
from patterns import load_toml

_FINE = LineTolerances(gap=0.6)
_ORDINAL_TITLES = {"tt", "stt", "số", "s"}
ORDINAL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}|[a-zđA-ZĐ])[.)]?")
_NO_WORD = re.compile(r"[^\w\s]|_")


class Strip(NamedTuple):
    """A free strip between two columns: no word of the rows so far stands in it."""

    start: float
    end: float


@cache
def _title_rule() -> re.Pattern[str]:
    """All known titles as one rule, which is searched several times quicker."""
    return re.compile("|".join(f"(?:{row.regex})" for row in load_toml("table_columns").rows))


@lru_cache(maxsize=256)
def split_titles(line: Line) -> list[Line]:
    """Return the pieces of a line between gaps of more than a space."""
    return split_line(line, _FINE)


@lru_cache(maxsize=256)
def _is_title(text: str) -> bool:
    key = " ".join(_NO_WORD.sub(" ", fold(text)).split())
    return 0 < len(key) < 60 and _title_rule().search(key) is not None


def are_titles(line: Line) -> bool:
    """Tell a line of titles: TT and at least two more pieces, or three known titles."""
    ordinal = line.words[0].text.casefold().strip(".") in _ORDINAL_TITLES
    pieces = split_titles(line)
    if len(pieces) < 3:
        return False
    if ordinal and _is_title(pieces[0].text):
        return True
    wanted, left = 3, len(pieces)
    for piece in pieces:
        wanted -= len(piece.text) < 80 and _is_title(piece.text)
        left -= 1
        if wanted <= 0 or left < wanted:
            break
    return wanted <= 0


def are_spread_titles(lines: Sequence[Line], index: int) -> bool:
    """Tell TT and a title with more titles on lines half a line higher or lower."""
    if index >= len(lines):
        return False
    line = lines[index]
    pieces = list(split_titles(line))
    if line.words[0].text.casefold().strip(".") not in _ORDINAL_TITLES or len(pieces) != 2:
        return False
    if index and find_gap(lines[index - 1], line) < 0:
        pieces += split_titles(lines[index - 1])
    if index + 1 < len(lines) and find_gap(line, lines[index + 1]) < 0:
        pieces += split_titles(lines[index + 1])
    return sum(_is_title(piece.text) for piece in pieces) >= 4


def find_gap(above: Line, below: Line) -> float:
    """Return the space between two lines in points; negative where they overlap."""
    return below.top - above.bottom


def find_title_block(lines: Sequence[Line], index: int, lowest: int) -> tuple[int, int]:
    """Return where the lines of wrapped titles begin and end round the line that was told."""
    height = lines[index].height
    start = index
    while (
        start > max(0, index - 3)
        and start > 0
        and (gap := find_gap(lines[start - 1], lines[start])) < 0.45 * height
        and (gap < 0 or len(split_titles(lines[start - 1])) > 1)
        and lowest
    ):
        start -= 1
    end = index + 1
    while (
        end < min(len(lines), index + 5)
        and find_gap(lines[end - 1], lines[end]) < 0.45 * height
        and not ORDINAL.fullmatch(lines[end].words[0].text)
        and not _fills_first(lines[end], lines[index])
    ):
        end += 1
    if end < len(lines) and _are_sub_titles(lines[start:end], lines[end]):
        end += 1
    return start, end


def _are_sub_titles(titles: Sequence[Line], line: Line) -> bool:
    """A line set off a little, of which at least two pieces share a title above them."""
    if find_gap(titles[-1], line) > 1.2 * line.height or _fills_first(line, titles[0]):
        return False
    below = split_titles(line)
    return any(_stand_under(title, below) for row in titles for title in split_titles(row))


def _fills_first(line: Line, titles: Line) -> bool:
    """The line has a word under the first title: it is a row, not the rest of the titles."""
    return line.x0 < titles.words[0].x1 + 2


class Group(NamedTuple):
    """A title over several columns that have titles of their own below it.

    bottom: of the group title. below: top of the titles under it. first, last: centres of the
    outermost of them, across.
    """

    bottom: float
    below: float
    first: float
    last: float


def find_groups(lines: Sequence[Line]) -> dict[Line, Group]:
    """Return the group titles among the pieces of titles, with what stands under each."""
    rows = [split_titles(line) for line in lines]
    groups: dict[Line, Group] = {}
    for number, row in enumerate(rows):
        for piece in row:
            for below in rows[number + 1 :]:
                under = _stand_under(piece, below)
                if under:
                    first, last = under[0], under[-1]
                    groups[piece] = Group(piece.bottom, first.top, first.centre, last.centre)
                    break
    return groups


def _stand_under(title: Line, below: Sequence[Line]) -> list[Line]:
    """The neighbours of a lower line whose gaps the title bridges."""
    found: list[Line] = []
    for a, b in pairwise(below):
        if not (a.text[0].isupper() and b.text[0].isupper()):
            continue  # the rest of wrapped titles
        if a.top >= title.bottom - 0.3 * title.height and a.x1 < title.x1 and b.x0 > title.x0:
            overlap = min(b.x0, title.x1) - max(a.x1, title.x0)
            if overlap > 0.5 * (b.x0 - a.x1):
                found += [a, b] if not found else [b]
    return found


def find_title_strips(lines: Sequence[Line]) -> tuple[Strip, ...]:
    """Return the strips between titles, whose wrapped lines overlap one another across."""
    groups = find_groups(lines)
    pieces = [p for line in lines for p in split_titles(line) if p not in groups]
    spans: list[list[float]] = []
    for piece in sorted(pieces, key=lambda p: p.x0):
        if spans and piece.x0 < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], piece.x1)
        else:
            spans.append([piece.x0, piece.x1])
    return tuple(Strip(a[1], b[0]) for a, b in pairwise(spans))

"""Titles of tables without borders: which lines they are, and the columns that they show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.readers.words import BOLD, Line, LineTolerances, split_line
from extract.text import fold
from patterns import load_toml

FINE = LineTolerances(gap=0.6)
_ORDINAL_TITLES = {"tt", "stt", "số", "s"}
ORDINAL = re.compile(r"\(?(?:\d{1,3}(?:[.,]\d{1,3}){0,4}|[IVXLC]{1,6}|[a-zđA-ZĐ])[.)]?")
TOTAL = re.compile(r"(?:Tổng(?: cộng| số)?|TỔNG(?: CỘNG| SỐ)?|Cộng|CỘNG)(?=:| *[\d(]|$)")
_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?")
_NO_WORD = re.compile(r"[^\w\s]|_")
_CLOSE = 0.45
"""Share of the font size: less space parts the lines of one title."""
_MOST_TITLE_LINES = 6


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
    return split_line(line, FINE)


_FEWEST_TITLES = 3


@lru_cache(maxsize=256)
def _is_title(text: str) -> bool:
    key = " ".join(_NO_WORD.sub(" ", fold(text)).split())
    return 0 < len(key) < 60 and _title_rule().search(key) is not None


def are_titles(lines: Sequence[Line], index: int = 0) -> bool:
    """Tell a line of titles: TT and at least two more pieces, or three known titles.

    A title may go on in the lines below ("Người phụ", "trách").
    """
    line = lines[index]
    counts = _is_ordinal_title(line.words[0].text)
    if not counts and (_count_capitals(line) < _FEWEST_TITLES or _has_ordinal(line)):
        return False  # asked of every line of a table: most are told by this
    pieces = split_titles(line)
    if len(pieces) < _FEWEST_TITLES:
        return False
    if counts and _is_title(pieces[0].text):
        return True
    known, unknown = 0, list[Line]()
    for piece in pieces:
        if not piece.text[0].isupper():
            continue  # a word of a justified cell, or the rest of a title
        if len(piece.text) < 80 and _is_title(piece.text):
            known += 1
        else:
            unknown.append(piece)
    if known and known < _FEWEST_TITLES <= known + len(unknown):
        known += _count_wrapped(lines, index, unknown)
    return known >= 3 and not _begins_row(line)


def _count_capitals(line: Line) -> int:
    return sum(1 for word in line.words if word[0][0].isupper())


def _count_wrapped(lines: Sequence[Line], index: int, titles: Sequence[Line]) -> int:
    """How many of the pieces are known titles with what stands close below them."""
    texts = {title: title.text for title in titles}
    known: set[Line] = set()
    for at in range(index + 1, min(len(lines), index + 3)):
        if find_gap(lines[at - 1], lines[at]) > _CLOSE * lines[at].height:
            break
        for piece in split_titles(lines[at]):
            for title in titles:
                if piece.x0 < title.x1 and piece.x1 > title.x0:
                    texts[title] += " " + piece.text
        known |= {title for title, text in texts.items() if len(text) < 80 and _is_title(text)}
    return len(known)


def _is_ordinal_title(word: str) -> bool:
    return word[0].isupper() and word.casefold().strip(".") in _ORDINAL_TITLES


def counts_rows(titles: Sequence[Line]) -> bool:
    """Return whether the first of the titles is TT; a table that goes on overleaf has none."""
    if not titles:
        return False
    first = min(titles, key=lambda line: line.x0).words[0].text
    return _is_ordinal_title(first)


def are_spread_titles(lines: Sequence[Line], index: int) -> bool:
    """Tell TT and a title with more titles on lines half a line higher or lower."""
    if index >= len(lines):
        return False
    if _known_in_band(lines, index) >= 3:
        return True
    line = lines[index]
    pieces = list(split_titles(line))
    if not _is_ordinal_title(line.words[0].text) or len(pieces) != 2:
        return False
    if index and find_gap(lines[index - 1], line) < 0:
        pieces += split_titles(lines[index - 1])
    if index + 1 < len(lines) and find_gap(line, lines[index + 1]) < 0:
        pieces += split_titles(lines[index + 1])
    return sum(_is_title(piece.text) for piece in pieces) >= 4


def _known_in_band(lines: Sequence[Line], index: int) -> int:
    """How many known titles the lines make that stand between one another from here on."""
    end = index + 1
    while end < min(len(lines), index + _MOST_TITLE_LINES) and (
        find_gap(lines[end - 1], lines[end]) < -0.1 * lines[end].height
    ):
        end += 1
    if end == index + 1 or _begins_row(lines[index]):
        return 0
    columns: list[list[Line]] = []
    for piece in sorted((p for x in lines[index:end] for p in split_titles(x)), key=lambda p: p.x0):
        if columns and piece.x0 < max(p.x1 for p in columns[-1]):
            columns[-1].append(piece)
        else:
            columns.append([piece])
    texts = [" ".join(p.text for p in sorted(column, key=lambda p: p.top)) for column in columns]
    return sum(text[0].isupper() and len(text) < 80 and _is_title(text) for text in texts)


def find_gap(above: Line, below: Line) -> float:
    """Return the space between two lines in points; negative where they overlap."""
    return below.top - above.bottom


def find_title_block(
    lines: Sequence[Line], index: int, lowest: int, rules: Sequence[float] = ()
) -> tuple[int, int]:
    """Return where the lines of wrapped titles begin and end round the line that was told.

    rules: heights at which a line is drawn over the width of the table.
    """
    height = lines[index].height
    start = index
    while (
        start > max(0, index - 3)
        and start > 0
        and (gap := find_gap(lines[start - 1], lines[start])) < _CLOSE * height
        and (gap < 0 or len(split_titles(lines[start - 1])) > 1)
        and lowest
    ):
        start -= 1
    below = [rule for rule in rules if rule > lines[index].bottom - 0.3 * height]
    if below:
        end = index + 1
        limit = min(len(lines), index + _MOST_TITLE_LINES)
        while end < limit and lines[end].top < min(below) - 0.3 * height:
            if _begins_row(lines[end]):
                break
            end += 1
        if end == len(lines) or lines[end].top >= min(below) - 0.3 * height:
            return start, end
    return start, _titles_end(lines, index)


def _titles_end(lines: Sequence[Line], index: int) -> int:
    """Where titles end: at an ordinal, a total, an amount; bold ones where bold ends."""
    height, bold = lines[index].height, _is_bold(lines[index])
    end = index + 1
    while end < min(len(lines), index + _MOST_TITLE_LINES):
        line, gap = lines[end], find_gap(lines[end - 1], lines[end])
        if gap < -0.1 * height and not _begins_row(line):
            end += 1  # titles set in the middle: their lines stand between one another
            continue
        if bold and (not _is_bold(line) or (gap > _CLOSE * height and len(split_titles(line)) < 2)):
            break
        if gap > (1.2 if bold else _CLOSE) * height or _begins_row(line):
            break
        if _fills_first(line, lines[index]) and not _completes_first(line, lines[index]):
            break
        end += 1
    if end < len(lines) and not _begins_row(lines[end]):
        end += _are_sub_titles(lines[index:end], lines[end])
    return end


def _is_bold(line: Line) -> bool:
    return all(word.style & BOLD for word in line.words)


def _has_ordinal(line: Line) -> bool:
    return ORDINAL.fullmatch(line.words[0].text) is not None


def _begins_row(line: Line) -> bool:
    return bool(
        _has_ordinal(line)
        or any(TOTAL.match(piece.text) for piece in split_titles(line))
        or any(_AMOUNT.fullmatch(word.text) for word in line.words)
    )


def _completes_first(line: Line, titles: Line) -> bool:
    """The words under the first title are its rest: "Số" and "TT"."""
    first, rest = split_titles(titles)[0].text, split_titles(line)[0].text
    return rest[0].islower() or (_is_ordinal_title(first) and _is_title(f"{first} {rest}"))


def _are_sub_titles(titles: Sequence[Line], line: Line) -> bool:
    """A line set off a little, of which at least two pieces share a title above them."""
    if find_gap(titles[-1], line) > 1.2 * line.height or _fills_first(line, titles[0]):
        return False
    below = split_titles(line)
    return any(
        _stand_under(title, below) or _stand_beside(title, row, below)
        for row in map(split_titles, titles)
        for title in row
    )


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
                under = _stand_beside(piece, row, below) or _stand_under(piece, below)
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


def _stand_beside(title: Line, row: Sequence[Line], below: Sequence[Line]) -> list[Line]:
    """Titles of a lower line that belong to this one, some of them with no title above.

    So a short group title stands: at the left over its columns, or in their midst.
    """
    if row[0].x0 > below[0].x0 + 2 or below[0].top < title.bottom - 0.3 * title.height:
        return []  # not the uppermost titles of all columns
    new = [piece for piece in below if piece.text[0].isupper()]  # others are the rest of a title
    bare = {p for p in new if all(p.x0 > t.x1 or p.x1 < t.x0 for t in row)}
    groups = [t for t in row if any(p.x0 <= t.x1 and p.x1 >= t.x0 for p in new)]
    groups = groups or [
        t for t in row if any(a.x1 < t.x0 and t.x1 < b.x0 for a, b in pairwise(new))
    ]
    under = [p for p in new if groups and min(groups, key=lambda t: _distance(t, p)) is title]
    return under if len(under) > 1 and not bare.isdisjoint(under) else []


def _distance(title: Line, below: Line) -> float:
    return max(title.x0 - below.x1, below.x0 - title.x1, 0.0)


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

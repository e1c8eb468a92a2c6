"""Where the rows of a table without borders begin.

Drawn lines, space, ordinals, totals and rows of column numbers tell; and, where the cells of a row
begin on one line, a column whose text begins again after it had ended.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.readers.pdf_strips import COLUMN_TOLERANCES, Body, ColumnTolerances
from extract.readers.pdf_titles import ORDINAL, TOTAL, find_gap
from extract.readers.words import Line, Word, join_texts

_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?")
_SHARE_AT_TOP = 0.75
_SHARE_BETWEEN = 0.1


class Piece:
    """The words of a line that stand in one column, from left to right; its text when asked."""

    __slots__ = ("bottom", "top", "words")

    def __init__(self, word: Word) -> None:
        self.words = [word]
        self.top, self.bottom = word[2], word[4]

    def add(self, word: Word) -> None:
        self.words.append(word)
        self.top = min(self.top, word[2])
        self.bottom = max(self.bottom, word[4])

    @property
    def text(self) -> str:
        return join_texts(self.words)


class _Lines(NamedTuple):
    """Body lines of a table: `pieces[i]` holds those of line `first + i`, by column from 0."""

    first: int
    pieces: list[dict[int, Piece]]
    ordinals: list[int]
    certain: set[int]


def find_row_starts(
    lines: Sequence[Line],
    start: int,
    body: Body,
    rules: Sequence[float] = (),
    tolerances: ColumnTolerances = COLUMN_TOLERANCES,
) -> list[int]:
    """Return the lines at which rows begin, from `start` to the end of the body.

    rules: heights at which a line is drawn over the width of the table.
    """
    table = _look_at(lines, start, body)
    ruled = _parts_by_rules(lines, start, body.end, rules)
    if len(ruled) > 1 and _are_rows(ruled, table.ordinals):
        return [first for first, _ in ruled]
    height = lines[start].height
    least = _line_gap(table.pieces, height) + tolerances.row_gap * height
    cuts = {start} | table.certain | _gap_cuts(lines, start, body.end, least)
    cuts |= {first for first, _ in ruled}
    parts = _parts(cuts, body.end)
    ordinals = table.ordinals
    bare = sum(1 for part in parts if not _inside(ordinals, part))
    if len(ordinals) >= 3 and bare > len(parts) / 2:
        cuts = {start} | table.certain
        parts = _parts(cuts, body.end)
    if not _interleave(lines[start : body.end]) and _is_top_aligned(table):
        cuts |= set(ordinals) | _resumed(table, height)
    else:
        for part in parts:
            inside = _inside(ordinals, part)
            if len(inside) > 1:
                cuts |= _centred_cuts(lines, part, inside)
    if not ordinals:
        width = len(body.strips) + 1
        fewest = 2 if len(parts) == 1 else width
        cuts |= {
            at
            for at in range(start + 1, body.end)
            if _begins_anew(table.pieces[at - start], fewest, width)
        }
    return sorted(cuts)


def _look_at(lines: Sequence[Line], start: int, body: Body) -> _Lines:
    edges = [(strip.start + strip.end) / 2 for strip in body.strips]
    pieces, ordinals, certain = list[dict[int, Piece]](), list[int](), set[int]()
    for at in range(start, body.end):
        found = _part(lines[at], edges)
        pieces.append(found)
        if at in body.crossing:
            certain.add(at)
            if at + 1 < body.end and at + 1 not in body.crossing:
                certain.add(at + 1)
        elif _are_column_numbers(found) or _is_total(found):
            certain |= {at, at + 1} if at + 1 < body.end else {at}
        elif _has_ordinal(lines[at], edges[0]):
            ordinals.append(at)
    return _Lines(start, pieces, ordinals, certain)


def _is_total(pieces: dict[int, Piece]) -> bool:
    """ "Tổng cộng" or "Cộng" in one of the first two columns."""
    for column in (0, 1):
        piece = pieces.get(column)
        if piece and piece.words[0].text[0] in "TC" and TOTAL.match(piece.text):
            return True
    return False


def _part(line: Line, edges: Sequence[float]) -> dict[int, Piece]:
    """What a line holds of each column; a justified cell is one piece in spite of its gaps."""
    pieces: dict[int, Piece] = {}
    for word in line.words:
        column = bisect_right(edges, (word[1] + word[3]) / 2)
        if column in pieces:
            pieces[column].add(word)
        else:
            pieces[column] = Piece(word)
    return pieces


def _are_column_numbers(pieces: dict[int, Piece]) -> bool:
    """(1), (2), (3), ...: one number in each column."""
    if len(pieces) < 3:
        return False
    numbers = []
    for piece in pieces.values():
        if len(piece.words) > 1 or not _COLUMN_NUMBER.fullmatch(piece.words[0].text):
            return False
        numbers.append(int(piece.words[0].text.strip("()")))
    return all(b - a == 1 for a, b in pairwise(numbers))


def _has_ordinal(line: Line, first_edge: float) -> bool:
    words = line.words
    if words[0].x1 > first_edge + 1 or (len(words) > 1 and words[1].x1 <= first_edge + 1):
        return False
    return ORDINAL.fullmatch(words[0].text) is not None


def _parts_by_rules(
    lines: Sequence[Line], start: int, end: int, rules: Sequence[float]
) -> list[tuple[int, int]]:
    """The parts that drawn lines leave between them; one part without any."""
    cuts = {start}
    for at in range(start + 1, end):
        above = (lines[at - 1].top + lines[at - 1].bottom) / 2
        below = (lines[at].top + lines[at].bottom) / 2
        if bisect_right(rules, above) < bisect_left(rules, below):
            cuts.add(at)
    return _parts(cuts, end)


def _are_rows(parts: Sequence[tuple[int, int]], ordinals: Sequence[int]) -> bool:
    """No part holds two ordinals, and most hold one where there are any."""
    counts = [len(_inside(ordinals, part)) for part in parts]
    return max(counts) <= 1 and (not ordinals or 2 * sum(counts) >= len(counts) - 1)


def _parts(cuts: set[int], end: int) -> list[tuple[int, int]]:
    ordered = sorted(cuts)
    return list(zip(ordered, [*ordered[1:], end], strict=True))


def _inside(places: Sequence[int], part: tuple[int, int]) -> list[int]:
    return list(places[bisect_left(places, part[0]) : bisect_left(places, part[1])])


def _gap_cuts(lines: Sequence[Line], start: int, end: int, least: float) -> set[int]:
    cuts: set[int] = set()
    lowest = lines[start].bottom
    for at in range(start + 1, end):
        if lines[at].top - lowest > least:
            cuts.add(at)
        lowest = max(lowest, lines[at].bottom)
    return cuts


def _line_gap(pieces: Sequence[dict[int, Piece]], height: float) -> float:
    """Usual space between two lines of one cell."""
    bottoms: dict[int, float] = {}
    gaps: list[float] = []
    for row in pieces:
        for column, piece in row.items():
            if column in bottoms:
                gaps.append(piece.top - bottoms[column])
            bottoms[column] = piece.bottom
    # Rows of one line each show no space but that between rows: then lines are set single.
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.2 * height
    return usual if usual < 0.5 * height else 0.25 * height


def _interleave(lines: Sequence[Line]) -> bool:
    """Lines stand half a line between others: cells are set in the middle of their rows."""
    between = sum(find_gap(a, b) < -0.1 * b.height for a, b in pairwise(lines))
    return between > _SHARE_BETWEEN * len(lines)


def _is_top_aligned(table: _Lines) -> bool:
    """The cells of a row begin on one line: that of its ordinal, or the first with any text."""
    if not table.ordinals:
        widest = max((len(row) for row in table.pieces[:3]), default=0)
        return len(table.pieces[0]) >= widest
    if table.ordinals[0] > table.first and table.first not in table.certain:
        is_rest = all(len(row) < 3 for row in table.pieces[: table.ordinals[0] - table.first])
        if not is_rest:
            return False
    level = total = going_on = 0
    ends = [*table.ordinals[1:], table.first + len(table.pieces)]
    for first, end in zip(table.ordinals, ends, strict=True):
        rows = table.pieces[first - table.first : end - table.first]
        level += len(rows[0])
        total += len({column for row in rows for column in row})
        # What goes on in small letters on the line of the ordinal began above it.
        going_on += any(_goes_on(p) and len(p.words) > 1 for p in rows[0].values())
    return level >= _SHARE_AT_TOP * total and 4 * going_on <= len(table.ordinals)


def _goes_on(piece: Piece) -> bool:
    """Small letters go on with a text; a single one is a mark ("x") or an item."""
    return piece.words[0].text[0].islower() and len(piece.words[0].text.strip(".)")) > 1


def _resumed(table: _Lines, height: float) -> set[int]:
    """Lines at which columns begin again that had ended, and none goes on in small letters."""
    found: set[int] = set()
    bottoms: dict[int, float] = {}
    for index, row in enumerate(table.pieces):
        met = again = 0
        for column, piece in row.items():
            if column in bottoms:
                met += 1
                again += piece.top - bottoms[column] > 0.8 * height
            bottoms[column] = piece.bottom
        if len(row) > 1 and again and 2 * again >= met and not any(map(_goes_on, row.values())):
            found.add(table.first + index)
    return found


def _begins_anew(pieces: dict[int, Piece], fewest: int, width: int) -> bool:
    """The line fills the first column and others, or most of them, and nothing goes on in it."""
    is_whole = len(pieces) >= fewest if 0 in pieces else len(pieces) >= max(3, fewest, width - 1)
    return is_whole and not any(_goes_on(piece) for piece in pieces.values())


def _centred_cuts(
    lines: Sequence[Line], part: tuple[int, int], ordinals: Sequence[int]
) -> set[int]:
    """Row starts where an ordinal stands in the middle of its row: as far below as above it."""
    cuts = {part[0]}
    top = lines[part[0]].top
    for this, following in pairwise(ordinals):
        bottom = lines[this].top + lines[this].bottom - top
        at = this + 1
        while at < following and (lines[at].top + lines[at].bottom) / 2 < bottom:
            at += 1
        cuts.add(at)
        top = lines[at].top
    return cuts

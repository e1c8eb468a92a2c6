"""Page furniture: page numbers, running headers and footers are no text of the document.

They go before paragraphs are joined, or a symbol that a page break cuts keeps a page number in it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extract.readers.words import Line

_NUMBER = re.compile(
    r"(?:(?:trang|page|tr\.?)\s*)?[-–—(|]?\s*(?P<number>\d{1,4})\s*[-–—)|.]?(?:\s*(?:/|of|trên)\s*\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_TITLE = re.compile(
    r"\(?(?i:phụ lục|phụ biểu|biểu|mẫu|bảng|danh sách|đề cương|kèm theo|ban hành kèm|kế hoạch\b$)"
)

EDGE = 0.13
"""Share of the page height, at its top and at its bottom, where furniture stands."""

Rows = list[list[Line]]
"""Printed lines from top to bottom, each in pieces from left to right."""


def drop_furniture(pages: Sequence[Rows], heights: Sequence[float]) -> list[Rows]:
    """Return the rows of every page without page numbers, running headers and footers."""
    offset = _number_offset(pages, heights)
    running = _running_lines(pages, heights)
    kept: list[Rows] = []
    for index, (rows, height) in enumerate(zip(pages, heights, strict=True)):
        edges = {id(row) for row in _edge_rows(rows, height)}
        kept.append(
            [
                row
                for row in rows
                if id(row) not in edges
                or not (
                    _key(row, height) in running
                    or _is_page_number(row, index + 1, offset, len(pages))
                )
            ]
        )
    return kept


def _edge_rows(rows: Rows, height: float) -> list[list[Line]]:
    """The first and last two rows, as far as they stand at an edge of the page."""
    top = [row for row in rows[:2] if row[0].bottom < EDGE * height]
    return top + [row for row in rows[-2:] if row[0].top > (1 - EDGE) * height]


def _text(row: list[Line]) -> str:
    return " ".join(piece.text for piece in row)


def _page_number(row: list[Line]) -> int | None:
    match = _NUMBER.fullmatch(_text(row))
    return int(match["number"]) if match else None


def _number_offset(pages: Sequence[Rows], heights: Sequence[float]) -> int:
    """By how much printed page numbers run ahead of the pages of the file."""
    offsets: Counter[int] = Counter()
    for index, (rows, height) in enumerate(zip(pages, heights, strict=True)):
        for row in _edge_rows(rows, height):
            number = _page_number(row)
            if number is not None:
                offsets[number - index - 1] += 1
    return offsets.most_common(1)[0][0] if offsets else 0


def _is_page_number(row: list[Line], page: int, offset: int, pages: int) -> bool:
    """A lone number at the edge that fits the count; appendices may start again from 1."""
    number = _page_number(row)
    return number is not None and (number == page + offset or 0 < number <= pages + max(0, offset))


def _key(row: list[Line], height: float) -> tuple[str, int]:
    """What makes two running lines the same: text but for digits, and the place."""
    return _DIGITS.sub("#", _text(row)), round(row[0].top / max(1.0, height) * 100)


def _running_lines(pages: Sequence[Rows], heights: Sequence[float]) -> set[tuple[str, int]]:
    """Lines at the same place of at least three pages, or of both pages of two at the very edge."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    outermost: set[tuple[str, int]] = set()
    for index, (rows, height) in enumerate(zip(pages, heights, strict=True)):
        for row in _set_off(rows, height):
            key = _key(row, height)
            seen[key].add(index)
            if row[0].bottom < 0.07 * height or row[0].top > 0.93 * height:
                outermost.add(key)
    return {
        key
        for key, found in seen.items()
        if len(found) >= max(3, 0.4 * len(pages)) or (len(found) >= 2 and key in outermost)
    }


def _set_off(rows: Rows, height: float) -> Rows:
    """Rows at the edges that clear space parts from the text; no titles of an appendix."""
    edge = _edge_rows(rows, height)
    found: Rows = []
    for above, below in pairwise(rows[:3]):
        if below[0].top - above[0].bottom > 0.6 * above[0].height:
            found += rows[: rows.index(above) + 1]
            break
    last = rows[-3:]
    for index in range(len(last) - 1, 0, -1):
        if last[index][0].top - last[index - 1][0].bottom > 0.6 * last[index][0].height:
            found += last[index:]
            break
    return [row for row in edge if row in found and not _TITLE.match(_text(row))]

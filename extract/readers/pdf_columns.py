"""Two-column parts of a plan: letterhead at the top, recipients and signature at the end.

A gutter is a strip that no word of consecutive lines crosses. It is looked for only where such a
part is to be expected: elsewhere a wide gap in a line is a tab, and the line is read across.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.model import BlockRole
from extract.readers.layout import begins_appendix, find_signs
from extract.readers.pdf_paragraphs import Margins
from extract.readers.words import Line, make_line

_MOTTO = re.compile(
    r"(?i:cộng\s+h(?:òa|oà)\s+xã\s+hội|độc\s+lập\s*[-–.]\s*tự\s+do)|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT"
    r"|ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ"
)
_MOTTO_START = re.compile(
    r"(?i:cộng h(?:òa|oà) xã|độc lập *[-–]|độc lập-)|ĐẢNG CỘNG SẢN|ĐOÀN (?:TNCS|THANH NIÊN)"
)
_ITEM = re.compile(r"[-–+*•] ?\w|(?i:lưu|như trên)\b")
_RECIPIENTS = re.compile(r"[*_+ -]{0,5}(?i:nơi\s+(?:nhận|gửi))\s{0,3}(?:[:;./]|$|(?=[A-ZĐ]{2}))")

Span = tuple[float, float]
_SIGNATURES: tuple[BlockRole, ...] = ("signature", "signature")
_NARROW = 5.0  # points: less is no gap between two columns


class Region(NamedTuple):
    """Consecutive printed lines that are read together; one column, or two with their roles.

    strip: free between the columns; None for one column.
    """

    columns: tuple[tuple[Line, ...], ...]
    roles: tuple[BlockRole, ...]
    strip: Span | None = None


def find_regions(
    rows: Sequence[Line], margins: Margins, height: float, strip: Span | None = None
) -> list[Region]:
    """Return the printed lines of a page as regions from top to bottom.

    rows: whole printed lines from top to bottom. height: of the page. strip: of the signature
    that ended the page before, whose name may stand here.
    """
    regions: list[Region] = []
    plain: list[Line] = []
    index = 0
    if strip and (rest := _signature_rest(rows, strip, margins)):
        index, strip = rest
        regions.append(Region(_part(rows[:index], strip), ("recipients", "signature"), strip))
    while index < len(rows):
        found = _letterhead(rows, index, margins, height) or _signature(rows, index, margins)
        if found is None:
            plain.append(rows[index])
            index += 1
            continue
        start, end, region = found
        # The signature may begin above the line of "Nơi nhận".
        del plain[len(plain) - (index - start) :]
        if plain:
            regions.append(Region((tuple(plain),), ("body",)))
        plain = []
        regions.append(region)
        index = end
    if plain:
        regions.append(Region((tuple(plain),), ("body",)))
    return regions


def _signature_rest(rows: Sequence[Line], strip: Span, margins: Margins) -> tuple[int, Span] | None:
    """How many of the first lines go on with the columns of the page before, and their strip."""
    count = 0
    for row in rows[:12]:
        runs = _runs(row)
        narrowed = [strip]
        for taken in runs:
            narrowed = _subtract(narrowed, taken)
        # Lines of prose begin at the margin and cross.
        widest = max(narrowed, key=lambda span: span[1] - span[0], default=(0.0, 0.0))
        middle = abs(row.centre - margins.centre) < 20 and len(runs) == 1
        if middle or widest[1] - widest[0] < _NARROW or begins_appendix(row.text):
            break
        if _MOTTO.search(row.text):
            break
        strip, count = widest, count + 1
    if not any(row.x1 > strip[1] for row in rows[:count]):
        # Left lines alone are the next heading, unless the recipients go on.
        count = next((i for i, row in enumerate(rows[:count]) if not _ITEM.match(row.text)), count)
    return (count, strip) if count else None


def _letterhead(
    rows: Sequence[Line], index: int, margins: Margins, height: float
) -> tuple[int, int, Region] | None:
    """A letterhead that begins with this row: the motto is in one of its first lines, at right."""
    first = rows[index]
    if not _MOTTO.search(first.text):
        if index > 0 or first.top > 0.3 * height:
            return None
        if not any(_MOTTO.search(row.text) for row in rows[:4]):
            return None
        if rows[1].top - first.bottom > 0.8 * first.height:
            return None  # a stamp or running line above the letterhead
    end, spans = _free_strips(rows, index, index + 14, margins, letterhead=True)
    strip = _strip(rows[index:end], spans)
    if strip is None:
        return None
    columns = _part(rows[index:end], strip)
    return index, end, Region(columns, ("letterhead", "letterhead"), strip)


def _signature(
    rows: Sequence[Line], index: int, margins: Margins
) -> tuple[int, int, Region] | None:
    """Recipients at left and signature at right, round a line that begins with "Nơi nhận"; or
    the two signatures of a joint plan."""
    row = rows[index]
    if _signs_twice(row):
        end, spans = _free_strips(rows, index, index + 12, margins, letterhead=False)
        strip = _strip(rows[index:end], spans)
        return strip and (index, end, Region(_part(rows[index:end], strip), _SIGNATURES, strip))
    if not _RECIPIENTS.match(row.text) or row.x0 > margins.centre:
        return None
    end, spans = _free_strips(rows, index, index + 45, margins, letterhead=False)
    strip = _strip(rows[index:end], spans)
    start = index
    if strip is None:
        # Recipients end before the signature begins, or the signature stands above them.
        return None
    while start > 0 and index - start < 5 and _stands_right(rows[start - 1], strip, margins):
        start -= 1
    return start, end, Region(_part(rows[start:end], strip), ("recipients", "signature"), strip)


def _signs_twice(row: Line) -> bool:
    """A capacity or title beside another line in capitals: "TM. BAN THƯỜNG VỤ | CÔNG AN XÃ"."""
    if not row.text.isupper():
        return False
    starts = {start for start, _ in _runs(row)}
    pieces: list[list[str]] = []
    for word in row.words:
        if word.x0 in starts:
            pieces.append([])
        pieces[-1].append(word.text)
    return len(pieces) == 2 and any(find_signs([" ".join(p)]).signature for p in pieces)


def _stands_right(row: Line, strip: Span, margins: Margins) -> bool:
    quarter = 0.25 * (margins.right - margins.left)
    return row.x0 > max(_middle(strip) - 12, margins.left + quarter)


def _free_strips(
    rows: Sequence[Line], start: int, stop: int, margins: Margins, *, letterhead: bool
) -> tuple[int, list[Span]]:
    """How far down rows leave a strip free, and the strips left free by all of them."""
    spans: list[Span] = [(margins.left - 40, margins.right + 40)]
    end = start
    for index in range(start, min(stop, len(rows))):
        row = rows[index]
        if index > start and _ends_region(rows, start, index, margins, spans, letterhead):
            break
        narrowed = spans
        for taken in _runs(row):
            narrowed = _subtract(narrowed, taken)
        narrowed = [
            span for span in narrowed if span[1] - span[0] >= (3 if letterhead else _NARROW)
        ]
        if not _inner(narrowed, margins):
            break
        spans = narrowed
        end = index + 1
    return end, spans


def _ends_region(
    rows: Sequence[Line],
    start: int,
    index: int,
    margins: Margins,
    spans: list[Span],
    letterhead: bool,
) -> bool:
    row, before = rows[index], rows[index - 1]
    gap = row.top - before.bottom
    if letterhead:
        return gap > 60 or _is_title(rows[start:index], row, margins, spans)
    ended = begins_appendix(row.text) or bool(_MOTTO.search(row.text))
    return gap > 170 or ended or bool(_RECIPIENTS.match(row.text))


def _is_title(above: Sequence[Line], row: Line, margins: Margins, spans: list[Span]) -> bool:
    """A line of its own in the middle of the page, nearer to it than to either column."""
    line = row
    if len(_runs(row)) > 1:
        return False
    strip = _strip(above, spans)
    if strip is None:
        return False
    left, right = _part(above, strip)
    column = left if line.centre < _middle(strip) else right
    if not column:
        return False
    centre = (min(x.x0 for x in column) + max(x.x1 for x in column)) / 2
    return abs(line.centre - margins.centre) + 6 < abs(line.centre - centre)


def _runs(row: Line) -> list[Span]:
    """Stretches that words take; a gap of a few spaces, or before the motto, parts them.

    A few spaces of that line: those of justified prose may all be wide.
    """
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(row.words))
    usual = gaps[len(gaps) // 2] if len(gaps) > 3 else 0.0
    runs: list[Span] = []
    for index, word in enumerate(row.words):
        height = word.bottom - word.top
        if runs:
            gap = word.x0 - runs[-1][1]
            is_space = gap < max(0.8 * height, 1.8 * usual)
            if is_space and not (gap > 0.2 * height and _begins_motto(row, index)):
                runs[-1] = (runs[-1][0], max(runs[-1][1], word.x1))
                continue
        runs.append((word.x0, word.x1))
    return runs


def _begins_motto(row: Line, index: int) -> bool:
    return bool(_MOTTO_START.match(" ".join(w.text for w in row.words[index : index + 3])))


def _subtract(spans: list[Span], taken: Span) -> list[Span]:
    left: list[Span] = []
    for start, end in spans:
        if taken[1] <= start or taken[0] >= end:
            left.append((start, end))
            continue
        if taken[0] > start:
            left.append((start, taken[0]))
        if taken[1] < end:
            left.append((taken[1], end))
    return left


def _inner(spans: list[Span], margins: Margins) -> list[Span]:
    """Strips that can part two columns: not outside the text."""
    width = margins.right - margins.left
    return [
        span
        for span in spans
        if span[1] > margins.left + 0.12 * width and span[0] < margins.right - 0.12 * width
    ]


def _strip(rows: Sequence[Line], spans: list[Span]) -> Span | None:
    """The widest strip with words on both sides; None when there is none."""
    best: Span | None = None
    for span in spans:
        middle = _middle(span)
        lefts = [w.x1 for row in rows for w in row.words if w.x1 <= middle]
        rights = [w.x0 for row in rows for w in row.words if w.x0 >= middle]
        if not lefts or not rights:
            continue
        free = max(lefts), min(rights)
        if best is None or free[1] - free[0] > best[1] - best[0]:
            best = free
    return best


def _middle(span: Span) -> float:
    return (span[0] + span[1]) / 2


def _part(rows: Sequence[Line], strip: Span) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The words on either side of the strip, as lines."""
    twice = 2 * _middle(strip)
    left = [[w for w in row.words if w.x0 + w.x1 < twice] for row in rows]
    right = [[w for w in row.words if w.x0 + w.x1 >= twice] for row in rows]
    return (
        tuple(make_line(row) for row in left if row),
        tuple(make_line(row) for row in right if row),
    )

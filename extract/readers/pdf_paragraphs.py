"""Printed lines into paragraphs, on one page and over page breaks.

A paragraph ends where the typist ended it: the next word would have had room on the line, or the
next line is set off by space, indent, label or style.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.model import Block, BlockRole, Mark, Origin
from extract.readers.cut_citations import goes_on_citing
from extract.readers.words import Line, join_lines, parts_lines
from extract.text import fold

_LABEL = re.compile(
    r"(?:[-–—+*•●○▪▫■□✓➢]|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}"
    r"|[IVXLC]{1,6}[.)]|\(?[a-zđ]{1,2}\)|[A-ZĐ][.)]"
    r"|(?:Điều|Chương|Mục|Phần|PHẦN|CHƯƠNG|MỤC|Phụ lục|PHỤ LỤC|Biểu|BIỂU)\s+(?:số\s+)?"
    r"[\dIVXLC]{1,6})(?=\s|$|[.:])"
)
_GLUED_BULLET = re.compile(r"[-–+•*][^\W\d_]")
_MOTTOS = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam")
_ENDS = ".;:!?…"
_CAPACITY = re.compile(r"(?:T/?M|T\.?U\.?Q)\b")
_SIGNER_TITLE = re.compile(
    r"(?:(?:Q\.|QUYỀN|PHÓ|TỔNG|CHI) ?)*(?:CHỦ|TRƯỞNG|GIÁM|BÍ THƯ|ỦY VIÊN|UỶ VIÊN|CHÁNH|HIỆU|VIỆN"
    r"|CỤC|CHỈ HUY|CHÍNH|THỦ|ĐỘI|TỔ|PHÓ|K/?T|T/?L|TUQ|T/?M)\b"
)


@dataclass(frozen=True, slots=True)
class Margins:
    """Where text begins and ends across a column, and how far its lines stand apart (points).

    indent: where the first lines of paragraphs begin; None when they are not indented. size: of
    the font that most long lines are set in; 0 when there are none.
    """

    left: float
    right: float
    pitch: float
    indent: float | None = None
    size: float = 0.0

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one paragraph on one page. align: "center" or None."""

    lines: tuple[Line, ...]
    page: int
    margins: Margins
    role: BlockRole = "body"
    align: str | None = None

    @property
    def top(self) -> float:
        return self.lines[0].top


def find_margins(lines: Sequence[Line], width: float) -> Margins:
    """Return the margins that the long lines of a page, or of several alike, show.

    width: of the page. Without long lines the outermost words count, and the
    usual margin at right.
    """
    if not lines:
        return Margins(0.1 * width, 0.9 * width, 18.0)
    long = [line for line in lines if line.x1 - line.x0 > 0.5 * width]
    if not long:
        left = min(line.x0 for line in lines)
        right = max([width - max(left, 0.08 * width), *(line.x1 for line in lines)])
        return Margins(left, right, find_pitch(lines))
    lefts = Counter(round(line.x0 / 4) for line in long)
    common = max(lefts.values())
    # A first-line indent may be commoner than the margin itself, so the leftmost frequent one.
    column = min(x for x, count in lefts.items() if count >= max(1, 0.2 * common))
    left = min(line.x0 for line in long if round(line.x0 / 4) == column)
    rights = sorted(line.x1 for line in long)
    right = rights[max(0, int(0.97 * len(rights)) - 1)] if len(rights) > 20 else rights[-1]
    indents = Counter(round(line.x0) for line in lines if left + 8 < line.x0 < left + 90)
    indent = max(indents, key=lambda x: (indents[x], -x)) if indents else None
    return Margins(
        left,
        max(right, left + 1),
        find_pitch(lines),
        float(indent) if indent is not None and indents[indent] > 2 else None,
        Counter(round(line.height, 1) for line in long).most_common(1)[0][0],
    )


def find_pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance from one line of a paragraph to the next."""
    steps = sorted(
        step
        for a, b in pairwise(lines)
        # Nearer than the size of the font are lines of two columns side by side.
        if 0.9 * a.height < (step := b.bottom - a.bottom) < 2.2 * a.height
    )
    if steps:
        return steps[len(steps) // 3]
    return 1.2 * lines[0].height if lines else 18.0


def split_paragraphs(
    lines: Sequence[Line], margins: Margins, page: int, role: BlockRole = "body"
) -> list[Paragraph]:
    """Return the paragraphs of one column, from top to bottom."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not starts_paragraph(groups[-1], line, margins):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Paragraph(
            tuple(group),
            page,
            margins,
            role,
            "center" if all(is_centred(line, margins) for line in group) else None,
        )
        for group in groups
    ]


def is_centred(line: Line, margins: Margins) -> bool:
    """Return whether the line stands in the middle of its column, clear of both margins."""
    clear = 0.04 * (margins.right - margins.left) + 4
    return (
        abs(line.centre - margins.centre) < 7
        and line.x0 > margins.left + clear
        and line.x1 < margins.right - clear
        and (margins.indent is None or abs(line.x0 - margins.indent) > 2)
        and not _LABEL.match(line.text)
    )


def split_lines(
    lines: Sequence[Line], margins: Margins, page: int, role: BlockRole
) -> list[Paragraph]:
    """Return the printed lines of a letterhead or signature, each a paragraph of its own.

    Only what clearly goes on is joined: a line that starts in lower case, the rest of the motto.
    """
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, margins):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(group), page, margins, role) for group in groups]


def _goes_on(before: Line, line: Line, margins: Margins) -> bool:
    if _starts_lower(line.text):
        return before.text[-1] not in _ENDS
    if not parts_lines(before, line):
        return True
    if _is_open_capacity(before, line, margins):
        return True
    joined = fold(f"{before.text} {line.text}")
    return len(before.text) > 8 and any(motto.startswith(joined) for motto in _MOTTOS)


def _is_open_capacity(before: Line, line: Line, margins: Margins) -> bool:
    """A body too long for its column: "TM. HỘI ĐỒNG NGHĨA VỤ⏎QUÂN SỰ", its title below."""
    near = line.top - before.bottom < 0.5 * before.height
    if not (near and _CAPACITY.match(before.text) and line.text.isupper()):
        return False
    return not (_has_room(before, line, margins) or _SIGNER_TITLE.match(line.text))


def starts_paragraph(
    group: Sequence[Line], line: Line, margins: Margins, gap: float | None = None
) -> bool:
    """Return whether the line begins a paragraph after those of the group.

    gap: distance of the two lines; None takes it from where they stand (one page).
    """
    before = group[-1]
    gap = line.bottom - before.bottom if gap is None else gap
    far = gap > 2.4 * margins.pitch
    goes_on = not parts_lines(before, line) or _is_open_note(group, line) or _cites_on(before, line)
    if far or goes_on:
        return far
    ended = before.text[-1] in _ENDS
    room = _has_room(before, line, margins)
    lower = _starts_lower(line.text)
    if is_centred(line, margins) or is_centred(before, margins):
        return _parts_centred(before, line, margins, lower, ended, room)
    spaced = gap > 1.18 * margins.pitch + 0.5
    if lower:
        return spaced and room
    if abs(line.height - before.height) > 0.2 * before.height:
        return True
    indented = line.x0 > before.x0 + 8 and line.x0 > margins.left + 8
    if _LABEL.match(line.text) or _GLUED_BULLET.match(line.text):
        return room or ended or spaced or indented
    restyled = ended and _is_bold(before) != _is_bold(line)
    restyled = restyled or (all(map(_is_bold, group)) and _is_plain_start(line))
    return spaced or room or restyled or (indented and not _is_hanging(group, line))


def _is_open_note(group: Sequence[Line], line: Line) -> bool:
    """Return whether the line goes on with a note in brackets: "(Kèm theo ... của UBND⏎huyện)"."""
    first, before = group[0].text, group[-1].text
    if not first.startswith("(") or len(group) > 3 or before[-1] in _ENDS or line.text[0] == "(":
        return False
    shown = " ".join(other.text for other in group)
    return shown.count("(") > shown.count(")") and _is_bold(group[-1]) == _is_bold(line)


def _cites_on(before: Line, line: Line) -> bool:
    return _is_bold(before) == _is_bold(line) and goes_on_citing(before.text, line.text)


def _parts_centred(
    before: Line, line: Line, margins: Margins, lower: bool, ended: bool, room: bool
) -> bool:
    """Each centred line stays alone, but one that clearly goes on belongs to its title.

    It begins in lower case, or both are capitals and the line before is full.
    """
    capitals = before.text.isupper() and line.text.isupper() and not room
    if ended or not (lower or capitals) or _is_bold(before) != _is_bold(line):
        return True
    if is_centred(line, margins):
        return not (is_centred(before, margins) or not room)
    return before.x1 < margins.right - 0.1 * (margins.right - margins.left)


def _has_room(before: Line, line: Line, margins: Margins) -> bool:
    """The first word would have had room on the line before."""
    word = line.words[0]
    return margins.right - before.x1 > word.x1 - word.x0 + 0.3 * before.height + 2


def _starts_lower(text: str) -> bool:
    first = text.lstrip("(“\"'")[:1]
    return first.islower() and not _LABEL.match(text)


def _is_bold(line: Line) -> bool:
    return all(word.style & 1 for word in line.words)


def _is_plain_start(line: Line) -> bool:
    """A line without bold words that begins with a capital: text under a bold title."""
    return line.text[0].isupper() and not any(word.style & 1 for word in line.words)


def _is_hanging(group: Sequence[Line], line: Line) -> bool:
    """Lines of a list item stand under its text, to the right of its bullet."""
    first = group[0]
    if len(group) > 1:
        return abs(line.x0 - group[-1].x0) < 8
    return (
        len(first.words) > 1
        and bool(_LABEL.match(first.words[0].text))
        and abs(line.x0 - first.words[1].x0) < 8
    )


def make_block(paragraphs: Sequence[Paragraph]) -> Block:
    """Return the block of a paragraph, or of its parts on consecutive pages."""
    first = paragraphs[0]
    text, marks = join_lines(first.lines)
    origins = [Origin(0, first.page)]
    for last, part in pairwise(paragraphs):
        more, more_marks = join_lines(part.lines)
        start = len(text) + parts_lines(last.lines[-1], part.lines[0])
        origins.append(Origin(start, part.page))
        text = text.ljust(start) + more
        marks = _join_marks(
            marks, tuple(replace(m, start=m.start + start, end=m.end + start) for m in more_marks)
        )
    return Block(
        text,
        tuple(origins),
        first.role,
        align=first.align,
        marks=marks,
        box=(
            min(line.x0 for line in first.lines),
            first.lines[0].top,
            max(line.x1 for line in first.lines),
            first.lines[-1].bottom,
        ),
    )


def _join_marks(marks: tuple[Mark, ...], more: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Marks of two texts put together; a style that goes on over the seam is one mark."""
    joined = list(marks)
    for mark in more:
        for index, last in enumerate(joined):
            if last.kind == mark.kind and 0 <= mark.start - last.end <= 1:
                joined[index] = replace(last, end=mark.end)
                break
        else:
            joined.append(mark)
    return tuple(sorted(joined, key=lambda m: (m.start, m.end)))


def continues_over_page(last: Paragraph, first: Paragraph) -> bool:
    """Return whether the first paragraph of a page goes on with the last one of the page before."""
    if last.role != first.role or last.role != "body" or first.align == "center":
        return False
    before, line = last.lines[-1], first.lines[0]
    if last.align == "center" and not _starts_lower(line.text):
        return False
    # Margins of two pages may differ (landscape): measure each line against its own.
    shift = last.margins.left - first.margins.left
    moved = line._replace(x0=line.x0 + shift, x1=line.x1 + shift)
    return not starts_paragraph(last.lines, moved, last.margins, gap=last.margins.pitch) and (
        before.x1 > last.margins.centre
    )

"""The head of a document: the lines above its body, whatever the reader made of two columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.model import Passage
from extract.stages.header.rules import LOWER, fold_line, opens_with, rule
from extract.stages.ordinals import find_label
from extract.text import unify

_MAX_PASSAGES = 60
_MAX_LINES = 120
_MAX_CELLS = 16
"""A letterhead set as a table has few cells; a larger table is data."""
_PROSE = 700
_OPENING = 600
_MAX_PORTAL = 25
_BARE_TYPE = re.compile(r"(?:ke hoach|chuong trinh|phuong an|quyet dinh|de an)(?: \w+){0,2}")
_TYPE_AFTER = re.compile(
    r"[\s.…_*|-]{1,40}(?P<type>(?:DỰ THẢO\s+)?(?:KẾ HOẠCH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|QUYẾT ĐỊNH)(?!\w))"
    r"(?:\s{0,99}$|(?=\s+[^\W\d_" + LOWER + "]))"
)
_BODY_AFTER = re.compile(
    r"\s(Căn cứ |Thực hiện |Để (?:thực|triển)|Nhằm |[-_]{5,60}\s|(?:I|A|1)[./] {0,2}[^\W\d_]{2})"
)


_GLUED_COLUMN = re.compile(
    r"(?<=[^\W\d_])(?=CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ)"
    r"|(?<=[A-ZĐ]{2})(?=Độc lập ?[-–] ?Tự do)"
    rf"|(?<=[A-ZĐ]{{2}})(?=[A-ZĐ][{LOWER}]{{1,6}}(?: [A-ZĐ][{LOWER}]{{1,6}}){{0,3}}, ?ngày )"
)
"""Where an export set the second column of a letterhead right behind the first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. seq: of its passage. text: dashes and spaces made one. bold: all of it."""

    seq: int
    text: str
    folded: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """Lines of the head joined by newlines, as printed and folded; offsets of both are equal."""

    lines: tuple[Line, ...]
    text: str
    folded: str
    starts: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        """Return the index of the line that holds the offset."""
        return max(0, bisect_right(self.starts, offset) - 1)


def make_head(lines: Iterable[Line]) -> Head:
    """Return the lines as one text."""
    kept = tuple(lines)
    starts, length = [], 0
    for line in kept:
        starts.append(length)
        length += len(line.text) + 1
    return Head(
        kept,
        "\n".join(line.text for line in kept),
        "\n".join(line.folded for line in kept),
        tuple(starts),
    )


def split_lines(passages: Iterable[Passage]) -> Iterator[Line]:
    """Yield the printed lines of the passages, empty ones left out."""
    for passage in passages:
        bold = sum(m.end - m.start for m in passage.marks if m.kind == "bold")
        is_bold = passage.heading_level is not None or 2 * bold >= max(1, len(passage.text))
        for piece in _GLUED_COLUMN.sub("\n", passage.text[:4000]).split("\n"):
            if shown := unify(piece).strip():
                yield Line(passage.seq, shown, fold_line(shown), is_bold)


def read_head(passages: tuple[Passage, ...]) -> Head:
    """Return the lines above the body: up to the first Căn cứ, section, or long paragraph."""
    lines = [line for p in _first_passages(passages) for line in _split_joined(split_lines([p]))]
    above = _count_above(lines)
    kept: list[Line] = []
    for index, line in enumerate(lines[:_MAX_LINES]):
        if _ends_head(line, bool(kept)) and index >= above:
            break
        kept.append(line)
    return make_head(kept)


def _count_above(lines: Sequence[Line]) -> int:
    """Return how many lines a portal put above the letterhead: lists of links, its own title.

    0 when the body may have begun: a plan without letterhead may hold a form with one.
    """
    for index, line in enumerate(lines[:_MAX_PORTAL]):
        if rule("motto").search(line.folded):
            return index
        if opens_with("hard_stop", line.text) or _BARE_TYPE.fullmatch(line.folded.strip(" *_:")):
            return 0
    return 0


def _split_joined(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines, apart where a reader joined the parts of a letterhead on one line."""
    for line in lines:
        start = 0
        for cut in sorted(_joints(line)):
            if piece := line.text[start:cut].strip():
                yield Line(line.seq, piece, fold_line(piece), line.bold)
            start = cut
        yield line if start == 0 else _rest_of(line, start)


def _rest_of(line: Line, start: int) -> Line:
    rest = line.text[start:].strip()
    return Line(line.seq, rest, fold_line(rest), line.bold)


def _joints(line: Line) -> set[int]:
    """Return where the date of a letterhead ends before the type word of the same line.

    Where national name, number and date share the line, all that stands around them too.
    """
    opening = line.folded[:_OPENING]
    dated = rule("date").search(opening)
    if dated is None or not (after := _TYPE_AFTER.match(line.text, dated.end())):
        return set()
    cuts = {after.start("type")}
    mottos = list(rule("motto").finditer(opening[: dated.start()]))
    if not mottos:
        return cuts
    cuts |= {end for motto in mottos for end in motto.span()} - {0}
    if number := rule("number").search(line.text, 0, dated.start()):
        cuts |= set(number.span()) - {0}
    if body := _BODY_AFTER.search(line.text, after.end(), after.end() + _PROSE):
        cuts.add(body.start(1))
    return cuts


def _first_passages(passages: tuple[Passage, ...]) -> Iterator[Passage]:
    sizes: dict[int, int] = {}
    for passage in passages[: _MAX_PASSAGES * 3]:
        if passage.table is not None:
            sizes[passage.table] = sizes.get(passage.table, 0) + 1
    for passage in passages[:_MAX_PASSAGES]:
        if passage.kind == "footnote":
            continue
        if passage.table is not None and sizes.get(passage.table, 0) > _MAX_CELLS:
            return
        yield passage


def _is_dated(line: Line) -> bool:
    """Place and date behind the mark of the other column: "* Hà Nội, ngày 3 tháng 2 năm 2009"."""
    dated = rule("date").search(line.folded)
    return dated is not None and len(line.text) <= 90 and dated.end() == len(line.text)


def _ends_head(line: Line, is_later: bool) -> bool:
    if opens_with("hard_stop", line.text) or len(line.text) > _PROSE:
        return True
    if rule("number").search(line.text[:80]) or rule("number_alone").match(line.text):
        return False
    if opens_with("about", line.text) or _is_dated(line):
        return False
    label = find_label(line.text)
    if not label or not is_later:
        return False
    words = line.text[label[1] :].strip()
    return bool(words) and any(c.isalpha() for c in words) and label[0] != "*"

"""Lines of plain text into paragraphs: what a page break or a fixed width cut is joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.model import Block, Mark, Origin
from extract.readers.cut_citations import goes_on_citing
from extract.readers.layout import find_signs, is_cut
from extract.readers.text_tables import SourceLine

_ITEM = re.compile(
    r"(?:[-+*•–—▪❖➢✓]\s|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)](?:\s|$)|\d{1,2}(?:\.\d{1,2}){1,4}\s"
    r"|\(?[a-zđ]{1,2}\)\s|[a-zđA-ZĐ]\.\s|[IVXL]{1,6}[.)\-]?\s"
    r"|(?:Điều|Chương|Mục|Phần|Bước|Phụ lục|PHỤ LỤC|Biểu|Mẫu) (?:số )?[\dIVX])"
)
_FINAL = re.compile(r"[.;:!?…]['\"”’»)\]]{0,3}$")
# What no line ends with: the next line holds the rest, capital letter or not.
_CUT_SYMBOL = re.compile(r"\d[a-zđ]?/(?:\d{4}/)?(?:[A-ZĐ][A-Za-zĐđ]{0,7}-?)?$")
_CUT_DATE = re.compile(
    r"(?:\bngày|\btháng|\bnăm|\bgiai đoạn|\bnhiệm kỳ|\bnăm học|\d{1,2}/|\d{1,2}/\d{1,2}/|\bsố)$"
)
_CUT_QUARTER = re.compile(r"\b[Qq]uý$")
_YEARLY = re.compile(r"[IV]{1,3}/\d{4}\b")
_QUARTER = re.compile(r"[IV]{1,3}\b(?! ?[.)-])")
_CUT_WORD = re.compile(
    r"\b(?:của|và|về|tại|theo|các|những|với|do|bởi|hoặc|cùng|trong|trên|từ|đến|cho|là|thuộc|giữa)$"
)
_NARROWEST, _WIDEST = 50, 130  # columns of a text with lines of one width
_FEWEST_FULL = 4
# Names that cannot end so: the law, ministry or head of government is named on the next line.
_CUT_NAME = re.compile(
    r"(?:\b(?:[Cc]ăn cứ|[Tt]hực hiện|[Tt]heo|của|và) (?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định"
    r"|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Công văn)|(?:[;,] |^)Luật(?: [Tt]ổ chức)?|Thủ"
    r"|Bộ trưởng(?: Bộ)?|Giám đốc(?: Sở)?|[ỦU][ỷy](?: ban(?: nhân)?)?|Hội đồng(?: nhân)?"
    r"|Luật [Tt]ổ chức|Chánh(?: Văn)?"
    r"|\b(?:của|và|do) (?:Bộ|Sở|Ban|Cục|Tổng cục|Chi cục|Phòng|Văn phòng|UBND|HĐND)"
    r"|\b(?:Bộ|Sở|Phòng) [^\W\d_]{2,8} [^\W\d_]{2,8}(?: -|,))$"
)
_CUT_HEAD = re.compile(r"\bThủ tướng$")
_MIN_CUT = 25  # a line that a page break cut is no title of three words
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text as shown.

    blanks: blank lines above it. hard_end: Markdown's two spaces end it on purpose. level:
    of a heading. indent: spaces before it. width: characters in the file without them.
    """

    text: str
    marks: tuple[Mark, ...]
    source: SourceLine
    blanks: int = 0
    hard_end: bool = False
    level: int | None = None
    indent: int = 0
    width: int = 0

    @property
    def is_bold(self) -> bool:
        return any(
            m.kind == "bold" and m.start == 0 and m.end >= len(self.text) - 1 for m in self.marks
        )

    @property
    def is_capital(self) -> bool:
        """All in capitals, as titles are; a symbol is no title."""
        text = self.text
        return text.isupper() and not text[0].isdigit() and not _YEARLY.match(text)


def find_width(lines: Sequence[TextLine]) -> int | None:
    """Return the width a text was cut to, or None when a line of it is a paragraph.

    A cut text has many lines that break off and go on in lower case on the next line.
    """
    pairs = cut = 0
    widths: list[int] = []
    for before, after in pairwise(lines):
        if after.blanks or not before.text or before.level or after.level:
            continue
        pairs += 1
        if after.text[0].islower() and not _ITEM.match(after.text) and _is_open(before.text):
            cut += 1
            widths.append(before.indent + before.width)
    if cut < 3 or cut * 6 < pairs:
        return _find_full_width(lines)
    widths.sort()
    width = widths[len(widths) * 3 // 4]
    return width if width <= 220 else None


def _find_full_width(lines: Sequence[TextLine]) -> int | None:
    """Return the width of a short text whose lines stop where the next word had no room."""
    widest = max((line.indent + line.width for line in lines), default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return None
    full = open_lines = 0
    for before, after in pairwise(lines):
        if after.blanks or not before.text or not after.text or before.level or after.level:
            continue
        if _ITEM.match(after.text) or not _is_open(before.text) or after.is_capital:
            continue
        if before.width < widest // 2:
            continue
        open_lines += 1
        word = _WORD.match(after.text)
        full += word is not None and before.indent + before.width + 1 + len(word[0]) > widest
    return widest if full >= _FEWEST_FULL and full * 5 >= open_lines * 4 else None


def join_text(lines: Sequence[TextLine], width: int | None) -> list[Block]:
    """Return the paragraphs of lines that follow one another without a table between them.

    width: of a text cut to a fixed width, else None.
    """
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group) for group in groups]


def _continues(group: Sequence[TextLine], after: TextLine, width: int | None) -> bool:
    """Say whether the line goes on with the paragraph that the group holds so far."""
    before = group[-1]
    if before.level or after.level or before.hard_end:
        return False
    cut_quarter = bool(_CUT_QUARTER.search(before.text) and _QUARTER.match(after.text))
    if cut_quarter or _ITEM.match(after.text):
        return cut_quarter
    if after.text.isdecimal() and len(after.text) < 4:  # a page number, or of a row
        return False
    if is_cut(before.text, after.text) or _is_open_note(group, after) or _cites_on(before, after):
        return True
    if width and not after.blanks and before.source.page == after.source.page:
        return _was_wrapped(before, after, width)
    is_long = len(group) > 1 or len(before.text) >= _MIN_CUT
    return _was_cut(before, after, is_long=is_long) and not _stands_alone(before.text)


def _is_open_note(group: Sequence[TextLine], after: TextLine) -> bool:
    """A note in brackets goes on below: "(Kèm theo Kế hoạch ... của UBND⏎huyện Vân Hải)"."""
    first, before = group[0], group[-1]
    if (
        after.blanks
        or len(group) > 3
        or not first.text.startswith("(")
        or not _is_open(before.text)
    ):
        return False
    shown = " ".join(line.text for line in group)
    closes = ")" in after.text and "(" not in after.text
    return closes and shown.count("(") > shown.count(")") and before.is_bold == after.is_bold


def _cites_on(before: TextLine, after: TextLine) -> bool:
    same = not after.blanks and before.is_bold == after.is_bold
    return same and goes_on_citing(before.text, after.text)


def _was_cut(before: TextLine, after: TextLine, *, is_long: bool) -> bool:
    """A page break, or one line end, went through the middle of a sentence."""
    if before.is_bold or after.is_bold or (after.is_capital and not _is_symbol_tail(before, after)):
        return False
    if _CUT_SYMBOL.search(before.text):
        return _is_symbol_tail(before, after)
    if _CUT_DATE.search(before.text):
        return after.text[0].isdigit() or after.text[0].islower()
    if before.is_capital or not is_long or not _is_open(before.text):
        return False
    goes_on = after.text[0].islower() or _CUT_WORD.search(before.text)
    return bool(goes_on) or _names_on(before.text, after.text)


def _is_symbol_tail(before: TextLine, after: TextLine) -> bool:
    return bool(_CUT_SYMBOL.search(before.text)) and bool(
        re.match(r"-?[A-ZĐ\d][A-ZĐa-z\d\-/]{0,20}(?:[\s;,.]|$)", after.text)
    )


def _was_wrapped(before: TextLine, after: TextLine, width: int) -> bool:
    """The next word had no room left in a text of fixed width."""
    if before.is_bold != after.is_bold:
        return False
    if (_CUT_DATE.search(before.text) and after.text[0].isdigit()) or _is_symbol_tail(
        before, after
    ):
        return True
    if _is_centred(before, width) or _is_centred(after, width):
        return False
    if before.is_capital or after.is_capital:
        return before.is_capital == after.is_capital and before.text.endswith((",", "-"))
    lower = after.text[0].islower() or _CUT_WORD.search(before.text)
    if (lower and _is_open(before.text)) or _names_on(before.text, after.text):
        return True
    return _had_no_room(before, after, width)


def _names_on(before: str, after: str) -> bool:
    """Say whether a name begins on one line and goes on with a capital on the next."""
    if _CUT_HEAD.search(before):
        return after.startswith("Chính phủ")
    return bool(_CUT_NAME.search(before)) and after[0].isalpha()


def _had_no_room(before: TextLine, after: TextLine, width: int) -> bool:
    if before.text[-1] in ";:" or after.indent > before.indent + 1 or _stands_alone(before.text):
        return False
    if before.text.endswith("./.") or _stands_alone(after.text):
        return False
    word = _WORD.match(after.text)
    room = width - before.indent - before.width - 1
    return word is not None and len(word[0]) > room and before.width >= 0.6 * width


def _is_centred(line: TextLine, width: int) -> bool:
    right = width - line.indent - line.width
    return line.indent >= 8 and abs(line.indent - right) <= 6 and line.width < 0.8 * width


def _is_open(text: str) -> bool:
    return not _FINAL.search(text)


def _stands_alone(text: str) -> bool:
    """Say whether the line is one of a letterhead, of Nơi nhận or of a signature."""
    return len(text) < 120 and bool(find_signs([text]).parts)


def _block(group: Sequence[TextLine]) -> Block:
    texts: list[str] = []
    marks: list[Mark] = []
    origins: list[Origin] = []
    length = 0
    for line in group:
        if texts and not _glued(texts[-1], line.text):
            texts.append(" ")
            length += 1
        origins.append(Origin(length, line.source.page, line.source.number))
        marks += [Mark(m.start + length, m.end + length, m.kind) for m in line.marks]
        texts.append(line.text)
        length += len(line.text)
    level = group[0].level
    return Block(
        "".join(texts),
        tuple(origins),
        "heading" if level else "body",
        heading_level=level,
        marks=tuple(marks),
    )


def _glued(before: str, after: str) -> bool:
    """A symbol cut after its hyphen or slash goes on without a space."""
    return bool(_CUT_SYMBOL.search(before)) and before[-1] in "-/" and not after[0].islower()

"""Two columns printed side by side in plain text: letterheads and signature blocks.

"UBND HUYỆN X        CỘNG HÒA XÃ HỘI ..." is read as the left column, then the right one. Only
lines that show a letterhead or a signature are taken apart; wide gaps alone prove nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Block, BlockRole, Origin
from extract.readers.layout import Signs, begins_appendix, column_blocks, find_signs, is_rule_line
from extract.readers.markup import strip_markup
from extract.readers.text_tables import SourceLine

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_BARRED = re.compile(r"(?P<left>[^|\t]{0,120}?) ?(?P<bar>[|\t]) ?(?P<right>[^|]{0,120}?) ?\|?")
_ITEM = re.compile(r"[-–+*•] ?|(?i:lưu|như trên)\b")
_PIECE = re.compile(r"\S+(?: \S+)*")
_MAX_LINES = 40
_MAX_GAPS = 4
_MAX_BLANKS = 8  # room left for the signature and the seal
_Span = tuple[int, int]


def find_columns(lines: Sequence[SourceLine], start: int) -> tuple[list[Block], int] | None:
    """Return the blocks of two columns that start at this line and the index after them."""
    first = _BARRED.fullmatch(lines[start].text.strip(" "))
    if first is None:
        return _read_columns(lines, start)
    if not find_signs((first["left"].strip(), first["right"].strip())).parts:
        return None
    part = lines[start : start + _MAX_LINES]
    found = _read_columns(_align(part, first["bar"]), 0)
    return (found[0], start + found[1]) if found else None


def _align(lines: Sequence[SourceLine], bar: str) -> list[SourceLine]:
    """Return lines that tabs or bars part as if spaces did: "A | B |" and "C" below it."""
    parted = [_BARRED.fullmatch(line.text.strip(" ")) for line in lines]
    lefts = [
        match["left"].strip() if match and match["bar"] == bar else line.text
        for match, line in zip(parted, lines, strict=True)
    ]
    short = (t for t, m in zip(lefts, parted, strict=True) if m or _ITEM.match(t.strip()))
    width = max((len(text) for text in short if len(text) <= 120), default=0)
    aligned: list[SourceLine] = []
    for left, match, line in zip(lefts, parted, lines, strict=True):
        right = match["right"].replace("\t", " ").strip() if match and match["bar"] == bar else ""
        aligned.append(replace(line, text=f"{left:<{width}}   {right}".rstrip()))
    return aligned


def _read_columns(lines: Sequence[SourceLine], start: int) -> tuple[list[Block], int] | None:
    text = lines[start].text
    if not 1 <= len(_GAP.findall(text.rstrip()[:300])) <= _MAX_GAPS or len(text) > 300:
        return None
    first = find_signs(re.split(r" {3,}", text.strip()))
    if not first.parts or "data" in first.parts:
        return None
    end, split = _reach(lines, start, first)
    if split is None:
        return None
    part = [line for line in lines[start:end] if not line.is_blank]
    left = [(line.text[:split].strip(), line) for line in part]
    right = [(line.text[split:].strip(), line) for line in part]
    left_signs = find_signs(text for text, _ in left if text)
    right_signs = find_signs(text for text, _ in right if text)
    if not _proved(left_signs, right_signs):
        return None
    both = Signs(left_signs.parts | right_signs.parts)
    blocks = _blocks(left, left_signs, both) + _blocks(right, right_signs, both)
    return blocks, end


def _reach(lines: Sequence[SourceLine], start: int, first: Signs) -> tuple[int, int | None]:
    """Return where the columns end, and at which character they part."""
    corridors: list[_Span] = [m.span() for m in _GAP.finditer(lines[start].text.rstrip())]
    is_letterhead = not first.signature
    parts = set(first.parts)
    end, blanks = start + 1, 0
    for index in range(start + 1, min(len(lines), start + _MAX_LINES)):
        line = lines[index]
        if line.is_blank or is_rule_line(line.text):
            blanks += line.is_blank
            done = is_letterhead and not parts.isdisjoint({"place_date", "number"})
            if blanks > (1 if is_letterhead else _MAX_BLANKS) or (done and line.is_blank):
                break
            continue
        if not is_letterhead and _ends_signature(line.text, corridors, blanks):
            break
        kept = _narrow(corridors, line.text.rstrip())
        has_gap = bool(_GAP.search(line.text.rstrip()))
        own = find_signs(re.split(r" {3,}", line.text.strip()[:300]))
        if not kept or (is_letterhead and not has_gap and blanks and not own.parts):
            break
        corridors, end = kept, index + 1
        parts |= own.parts
        if not is_letterhead and blanks >= 2 and not line.text[: kept[0][0]].strip():
            break  # the name under the signature
        blanks = 0
    part = [line.text for line in lines[start:end] if not line.is_blank]
    best = max(corridors, key=lambda span: (_parted(part, span), span[1] - span[0]), default=None)
    return end, best[1] if best else None


def _ends_signature(text: str, corridors: Sequence[_Span], blanks: int) -> bool:
    """What follows the columns: the heading of an appendix, or prose at left after a blank."""
    bare = text.strip()
    if begins_appendix(bare):
        return True
    first = min(begin for begin, _ in corridors)
    is_left = len(text) - len(text.lstrip()) < first and not _GAP.search(text.rstrip())
    return blanks > 0 and is_left and not _ITEM.match(bare)


def _parted(texts: Sequence[str], span: _Span) -> int:
    """Return how many lines have text on both sides of the corridor."""
    return sum(bool(text[: span[0]].strip() and text[span[1] :].strip()) for text in texts)


def _narrow(corridors: Sequence[_Span], text: str) -> list[_Span]:
    """Return what stays blank of the corridors in this line too, at least two wide."""
    kept: list[_Span] = []
    for begin, end in corridors:
        at = begin
        for piece in _PIECE.finditer(text):
            if piece.end() <= begin:
                continue
            if piece.start() >= end:
                break
            if piece.start() - at >= 2:
                kept.append((at, piece.start()))
            at = piece.end()
        if end - at >= 2:
            kept.append((at, end))
    return kept


def _proved(left: Signs, right: Signs) -> bool:
    parts = left.parts | right.parts
    if "data" in parts:
        return False
    if "letterhead" in parts or {"number", "place_date"} <= parts:
        return True
    return ("recipients" in left.parts | right.parts and "signature" in parts) or (
        "signature" in left.parts and "signature" in right.parts
    )


def _blocks(column: Sequence[tuple[str, SourceLine]], own: Signs, both: Signs) -> list[Block]:
    role: BlockRole = "letterhead" if both.letterhead else "signature"
    if "recipients" in own.parts:
        role = "recipients"
    lines = [(strip_markup(text), (Origin(0, line.page, line.number),)) for text, line in column]
    return column_blocks(lines, role)

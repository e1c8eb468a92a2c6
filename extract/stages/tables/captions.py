"""Appendix and caption of each table, from the lines printed above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.model import Block
from extract.stages.ordinals import find_label
from extract.stages.tables.join import Draft
from extract.text import fold_keep_length, squeeze
from patterns import load_toml

_MAX_LINES = 12
_REACH = _MAX_LINES + 6
_MAX_TITLE = 300
_OUTSIDE = frozenset(("signature", "recipients", "letterhead"))
LineKind = Literal["appendix", "form", "note", "unit", "stop", "heading", "title", "weak", "text"]


@dataclass(frozen=True, slots=True)
class Line:
    """What a paragraph is to the table below it. words: its title words, without label or note."""

    kind: LineKind
    label: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a table. lines: places of the blocks that make the caption."""

    appendix: str | None
    caption: str | None
    lines: tuple[int, ...] = ()


@cache
def _rules(use: str) -> tuple[re.Pattern[str], ...]:
    rows = (row for row in load_toml("sections").rows if row.data.get("use") == use)
    return tuple(re.compile(row.regex) for row in rows)


def _folded(text: str) -> str:
    return fold_keep_length(text)


def find_headings(
    items: Sequence[Block | Draft],
) -> tuple[dict[int, Heading], frozenset[int]]:
    """Return the heading of each table by its place, and the places of appendix headings."""
    wanted = _lines_above_tables(items)
    lines = [
        _read_line(item) if isinstance(item, Block) and (at in wanted or _may_head(item)) else None
        for at, item in enumerate(items)
    ]
    _close_notes(items, lines)
    headings: dict[int, Heading] = {}
    appendix: str | None = None
    appendices: set[int] = set()
    for place, item in enumerate(items):
        line = lines[place]
        if isinstance(item, Draft):
            headings[place] = _heading_above(lines, items, place, appendix)
        elif line is not None and line.kind == "appendix":
            appendix = line.label
            appendices.add(place)
    return headings, frozenset(appendices)


def _lines_above_tables(items: Sequence[Block | Draft]) -> set[int]:
    """Places near enough above a table to be read as its heading."""
    tables = (at for at, item in enumerate(items) if isinstance(item, Draft))
    return {at for table in tables for at in range(table - _REACH - 1, table)}


def _may_head(block: Block) -> bool:
    """Cheap test for an appendix heading anywhere."""
    return block.text.lstrip("([ \u00a0")[:1] in ("P", "p")


def _read_line(block: Block) -> Line:
    text = squeeze(block.text)
    if len(text) > 800:
        return Line("text")
    folded = _folded(text)
    for kind, use in (("appendix", "appendix"), ("form", "form_number")):
        for rule in _rules(use):
            if (match := rule.match(folded)) and (line := _labelled(text, match, kind, block)):
                return line
    if any(rule.match(folded) for rule in _rules("note")):
        return Line("note")
    if len(text) <= 80 and any(rule.fullmatch(folded) for rule in _rules("money_unit")):
        return Line("unit")
    if block.role in _OUTSIDE or any(rule.fullmatch(folded) for rule in _rules("stop")):
        return Line("stop")
    return _read_words(block, text, folded)


def _read_words(block: Block, text: str, folded: str) -> Line:
    """A title, a heading, or running text."""
    words = _without_note(text)
    labelled = find_label(text) is not None
    if len(words) > _MAX_TITLE or not words:
        return Line("text")
    if not labelled and _is_title(block, words, folded):
        return Line("title", None, words)
    if labelled:
        return Line("heading")
    ends = words[-1:] in (".", ";", ":", ",") or len(words) > 200
    return Line("text" if ends else "weak", None, words)


def _labelled(text: str, match: re.Match[str], kind: str, block: Block) -> Line | None:
    """An appendix heading, with the title that may follow its number on the same line."""
    label = text[match.start("label") : match.end("label")].strip()
    rest = text[match.end() :].strip().strip("()[]:.–- ").strip()
    tail = _without_note(text[match.end() :].strip())
    words = tail.strip("()[] ").lstrip(":.–- ").strip() if tail else ""
    numbered = match["number"] is not None if "number" in match.re.groupindex else True
    marked = bool(match["mark"].strip(" )]"))
    made: LineKind = "appendix" if kind == "appendix" else "form"
    if not rest or not words:
        return Line(made, label)
    if not words[0].isupper() and not words[0].isdigit():
        return None
    if words.isupper() and (numbered or label.isupper()):
        return Line(made, label, words)
    if not numbered or words[-1] in ".;," or len(words) > _MAX_TITLE:
        return None
    strong = marked or tail != text[match.end() :].strip() or _is_strong(block)
    return Line(made, label, words) if strong or len(words) <= 150 else None


def _without_note(text: str) -> str:
    folded = _folded(text)
    for rule in _rules("note_inside"):
        if match := rule.search(folded):
            return text[: match.start()].strip()
    return text


def _is_strong(block: Block) -> bool:
    if block.heading_level is not None or block.role == "heading" or block.align == "center":
        return True
    bold = sum(m.end - m.start for m in block.marks if m.kind == "bold")
    return bold * 5 >= len(block.text) * 4


def _is_title(block: Block, words: str, folded: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    if len(letters) < 3 or words[-1] in ";,":
        return False
    if sum(c.isupper() for c in letters) * 10 >= len(letters) * 8:
        return True
    if words[-1] in ".:" and not any(rule.match(folded) for rule in _rules("title")):
        return False
    if _is_strong(block) and words[0].isupper():
        return True
    return any(rule.match(folded) for rule in _rules("title")) and words[-1] not in ".:"


def _close_notes(items: Sequence[Block | Draft], lines: list[Line | None]) -> None:
    """A note over two lines: the second closes the bracket that the first opened."""
    for place in range(1, len(items)):
        item, before, line = items[place], items[place - 1], lines[place - 1]
        if not (isinstance(item, Block) and isinstance(before, Block) and line):
            continue
        text = item.text.strip()
        opened = line.kind == "note" and before.text.count("(") > before.text.count(")")
        if opened and len(text) < 200 and text.endswith(")") and "(" not in text:
            lines[place] = Line("note")


def _heading_above(
    lines: Sequence[Line | None],
    items: Sequence[Block | Draft],
    place: int,
    appendix: str | None,
) -> Heading:
    """Walk up from the table to the appendix heading, the table before it, or other text."""
    found: list[int] = []
    form: Line | None = None
    under_heading = False
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        line = lines[at]
        if line is None or line.kind in ("stop", "text"):
            if line and line.kind == "stop" and found and _is_name(lines[found[-1]]):
                found.pop()
            break
        if line.kind == "appendix":
            words = [line.words] if line.words else []
            return _make(appendix, words, found, lines, at)
        if line.kind == "form":
            form = line
            words = [line.words] if line.words else []
            return _make(line.label, words, found, lines, at)
        if line.kind == "heading":
            if found:
                break
            under_heading = True
            continue
        if line.kind in ("title", "weak"):
            if len(found) >= _MAX_LINES:
                break
            found.append(at)
    if under_heading:
        found = []
    while found and (line := lines[found[-1]]) and line.kind != "title":
        found.pop()
    if appendix is None and found and _is_document_title(items, found):
        found = []
    return _make(form.label if form else appendix, [], found, lines, None)


def _is_name(line: Line | None) -> bool:
    """Two to six words with capitals: below a signer's title, his name."""
    return line is not None and line.words.istitle() and 2 <= len(line.words.split()) <= 6


def _is_document_title(items: Sequence[Block | Draft], found: Sequence[int]) -> bool:
    """The title of the plan itself is no caption of a table below it."""
    first = items[found[-1]]
    kinds = _rules("document_kind")
    return isinstance(first, Block) and any(k.fullmatch(_folded(first.text.strip())) for k in kinds)


def _make(
    appendix: str | None,
    words: list[str],
    found: Sequence[int],
    lines: Sequence[Line | None],
    head: int | None,
) -> Heading:
    for at in reversed(found):
        if line := lines[at]:
            words.append(line.words)
    places = tuple(reversed(found))
    caption = squeeze(" ".join(words)) or None
    return Heading(appendix, caption, places)

"""Sections: what each passage is in the outline of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.model import Header, Passage, PassageKind
from extract.stages.ordinals import Levels, Ordinal, find_label, parse_ordinal
from extract.text import fold_keep_length, squeeze
from patterns import load_toml

_MAX_HEADING = 250
_BULLETS = frozenset("-+")
_OUTSIDE: frozenset[PassageKind] = frozenset(
    ("cell", "footnote", "letterhead", "number", "place_date", "doc_type", "title", "issued_with",
     "recipients", "signature", "appendix", "caption")
)  # fmt: skip
_RESTARTS: frozenset[PassageKind] = frozenset(("appendix", "doc_type", "signature", "recipients"))
_ALWAYS = frozenset(("part", "chapter", "division", "article", "upper", "roman", "title"))
"""Styles of ordinals that open sections, not items of a list."""
_OPENING = 60
"""Passages at the start in which the legal basis is looked for when no section ever opens."""


@dataclass(frozen=True, slots=True)
class Section:
    """One item of the outline: a heading, or a paragraph that carries a number or letter.

    seq: of its passage. label: "I", "2.1", "a", "Điều 3"; None for a heading without one.
    title: its words without label, cut where a run-in heading ends. level: from 0.
    parent: seq of the section it stands in. appendix: label of its appendix, None in the body.
    heading: False for a numbered paragraph that only lists.
    """

    seq: int
    label: str | None
    title: str
    level: int
    parent: int | None
    appendix: str | None
    heading: bool
    ordinal: Ordinal | None = None


@cache
def _rules(use: str) -> tuple[re.Pattern[str], ...]:
    rows = (row for row in load_toml("sections").rows if row.data.get("use") == use)
    return tuple(re.compile(row.regex) for row in rows)


def _matches(use: str, text: str) -> bool:
    folded = fold_keep_length(text[:300]).strip()
    return any(rule.match(folded) for rule in _rules(use))


def label_passages(passages: tuple[Passage, ...], header: Header) -> tuple[Passage, ...]:
    """Return the passages with kind, label and section filled in."""
    parts = dict(header.parts)
    labelled = [
        p if p.kind == "cell" else _with_label(replace(p, kind=parts.get(p.seq, p.kind)))
        for p in passages
    ]
    labelled = _with_headings(labelled)
    labelled = _with_legal_basis(labelled)
    return tuple(_with_sections(labelled))


def find_sections(passages: Sequence[Passage]) -> tuple[Section, ...]:
    """Return the outline of labelled passages in reading order; it restarts in an appendix."""
    return tuple(section for _, section in _outline(passages) if section is not None)


def _with_label(passage: Passage) -> Passage:
    if passage.kind in _OUTSIDE and passage.kind != "footnote":
        return passage
    found = find_label(passage.text)
    return replace(passage, label=found[0]) if found else passage


def _with_headings(passages: list[Passage]) -> list[Passage]:
    result = list(passages)
    after: Passage | None = None
    for index in range(len(passages) - 1, -1, -1):
        passage = passages[index]
        if passage.kind == "paragraph" and _is_heading(passage, after):
            result[index] = replace(passage, kind="heading")
        after = passage
    return result


def _is_heading(passage: Passage, after: Passage | None) -> bool:
    """A heading is numbered, short, and set apart, or has text of its own below it."""
    text = passage.text.strip()
    if len(text) > _MAX_HEADING or passage.role in ("letterhead", "signature", "recipients"):
        return False
    label = passage.label
    if label is None:
        styled = passage.heading_level is not None or passage.role == "heading"
        return styled and not _matches("stop", text)
    ordinal = parse_ordinal(label)
    set_apart = passage.heading_level is not None or _is_set_apart(passage)
    if ordinal is None or label in _BULLETS:
        return passage.heading_level is not None and label != "+"
    if ordinal.style in _ALWAYS or set_apart:
        return True
    if len(text) <= 200 and text[-1] == ":":
        return True
    limit = 120 if text[-1] == "." else 200
    return len(text) <= limit and text[-1] not in ";," and _has_text_below(ordinal, after)


def _is_set_apart(passage: Passage) -> bool:
    """Bold all over, or in capitals."""
    text = passage.text
    bold = sum(mark.end - mark.start for mark in passage.marks if mark.kind == "bold")
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return bold * 5 >= len(text) * 4 or (len(letters) >= 4 and capitals * 5 >= len(letters) * 4)


def _has_text_below(ordinal: Ordinal, after: Passage | None) -> bool:
    """What follows is a cell, a bullet, a deeper number, or a paragraph without one."""
    if after is None or after.kind in ("appendix", "signature", "recipients"):
        return False
    if after.kind == "cell" or after.label is None or after.label in _BULLETS:
        ends = _matches("stop", after.text) or _matches("closing", after.text)
        return after.kind in ("cell", "paragraph") and not ends
    below = parse_ordinal(after.label)
    return below is not None and below.style != ordinal.style and below.value == 1


def _with_legal_basis(passages: list[Passage]) -> list[Passage]:
    """The block of Căn cứ, Thực hiện, Theo between the title and the first section."""
    result = list(passages)
    before: Passage | None = None
    for index, passage in enumerate(passages[:_OPENING]):
        if passage.kind == "heading" and passage.label is not None:
            break
        if passage.kind in ("appendix", "cell", "recipients", "signature"):
            break
        if passage.kind != "paragraph":
            continue
        if _matches("legal_basis", passage.text) or (before and _goes_on(before, passage)):
            before = result[index] = replace(passage, kind="legal_basis")
        elif before is not None:
            break
    return result


def _goes_on(before: Passage, passage: Passage) -> bool:
    open_end = before.text.rstrip()[-1:] in (";", ":", ",")
    return open_end and _matches("basis_item", passage.text)


def _outline(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Section | None]]:
    """Walk the passages with the section that each one opens."""
    levels = Levels()
    appendix: str | None = None
    previous: dict[str, Ordinal] = {}
    for passage in passages:
        section: Section | None = None
        if passage.kind in _RESTARTS:
            levels, previous = Levels(), {}
            if passage.kind == "appendix":
                appendix = _appendix_label(passage.text)
        elif passage.kind in ("heading", "paragraph"):
            section = _open(passage, levels, previous, appendix)
        yield passage, section


def _appendix_label(text: str) -> str:
    folded = fold_keep_length(text)
    match = next((m for rule in _rules("appendix") if (m := rule.match(folded))), None)
    return squeeze(text[match.start("label") : match.end("label")] if match else text)


def _open(
    passage: Passage, levels: Levels, previous: dict[str, Ordinal], appendix: str | None
) -> Section | None:
    heading = passage.kind == "heading"
    if passage.label is None or passage.label in _BULLETS:
        if not heading:
            return None
        inner = levels.innermost()
        level, parent = (inner[0] + 1, inner[1]) if inner else (0, None)
        return Section(passage.seq, None, _title(passage), level, parent, appendix, heading)
    ordinal = parse_ordinal(passage.label, previous.get("upper"))
    if ordinal is None:
        return None
    previous[ordinal.style] = ordinal
    level, parent = levels.push(ordinal.style, passage.seq)
    title = _title(passage)
    return Section(passage.seq, passage.label, title, level, parent, appendix, heading, ordinal)


def _title(passage: Passage) -> str:
    found = find_label(passage.text)
    words = passage.text[found[1] :] if found else passage.text
    if len(words) > _MAX_HEADING:
        words = words[:_MAX_HEADING].partition(":")[0]
    return squeeze(words).rstrip(" :.")


def _with_sections(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Give each passage the section above it: bullets the nearest, plain text the heading."""
    open_sections: list[Section] = []
    for passage, section in _outline(passages):
        if passage.kind in _RESTARTS:
            open_sections.clear()
        if section is not None:
            while open_sections and open_sections[-1].level >= section.level:
                open_sections.pop()
        above = _section_above(passage, open_sections)
        yield replace(passage, section=above) if above is not None else passage
        if section is not None:
            open_sections.append(section)


def _section_above(passage: Passage, open_sections: Sequence[Section]) -> int | None:
    if not open_sections or passage.kind in _OUTSIDE - {"cell", "footnote", "caption"}:
        return None
    if passage.label is not None:
        return open_sections[-1].seq
    headings = [section for section in open_sections if section.heading]
    if passage.kind == "paragraph" and _matches("closing", passage.text):
        headings = headings[:1]
    return headings[-1].seq if headings else None

"""Where the subject (trích yếu) of each citation ends."""

from __future__ import annotations

import re

from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar
from extract.text import squeeze

_LIMIT = 700
_TRAILING = re.compile(r"(?:[\s,;.:/–-]|\s(?:và|hoặc|tại|các|theo)){1,20}$")


def end_subjects(drafts: list[Draft], printed: str, text: str, grammar: Grammar) -> None:
    """Set the subject of each draft that one follows; `text` is `printed` with look-alikes one."""
    for index, draft in enumerate(drafts):
        if draft.subject_start is None:
            continue
        later = drafts[index + 1 :]
        limit = _limit(draft, later, len(text))
        end = _end(text, draft.subject_start, limit, later, _is_entry(draft, text), grammar)
        subject = _trim(printed[draft.subject_start : end])
        if len(subject.split()) >= 2:
            draft.subject, draft.subject_end = subject, end


def _limit(draft: Draft, later: list[Draft], length: int) -> int:
    """The next citation that is not part of this subject, or so many characters."""
    assert draft.subject_start is not None  # noqa: S101 - narrowed for the type checker
    limit = min(length, draft.subject_start + _LIMIT)
    for other in later:
        if other.start >= limit:
            break
        if not _inside(other, draft):
            return other.start
    return limit


def _inside(later: Draft, outer: Draft) -> bool:
    parent = later.parent
    while parent is not None:
        if parent is outer:
            return True
        parent = parent.parent
    return False


def _is_entry(draft: Draft, text: str) -> bool:
    """Whether a bullet holds nothing but this citation: "- Công văn số 628/UBND-NV ... về ..."."""
    before = text[max(0, draft.start - 8) : draft.start]
    return draft.start <= 6 and bool(before.strip()) and not before.strip(" -+*•")


def _end(
    text: str, start: int, limit: int, later: list[Draft], entry: bool, grammar: Grammar
) -> int:
    """The first stop that does not stand inside a nested citation or a bracket.

    entry: the text is one entry of a list of instruments, in which ";" parts no clauses.
    """
    at = start
    while stop := grammar.uses["subject_end"].search(text, at, limit):
        inside = next((d for d in later[:8] if d.start < stop.start() < d.end), None)
        if inside is None and not (entry and stop.group() == ";" and text[stop.end() :].strip()):
            limit = stop.start()
            break
        at = inside.end if inside else stop.end()
    close = text.find(")", start, limit)
    return close if close >= 0 and "(" not in text[start:close] else limit


def _trim(piece: str) -> str:
    piece = _TRAILING.sub("", squeeze(piece))
    return piece.rstrip(")") if piece.count(")") > piece.count("(") else piece

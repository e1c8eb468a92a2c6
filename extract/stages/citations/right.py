"""Rightwards from a symbol: date, issuer, and where the subject begins."""

from __future__ import annotations

import re

from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar
from extract.text import make_date

_JOINT = re.compile(r"(?:,|;| -| và|, và) ")
_MOST_ISSUERS = 8
_DOTS = re.compile(r"[.…_]{2,}|…")


def read_right(draft: Draft, text: str, ceiling: int, grammar: Grammar) -> None:
    """Fill in date, issuer and the place where a subject begins; nothing beyond `ceiling`."""
    at = _read_date(draft, text, draft.core_end, ceiling, grammar)
    at = _read_issuer(draft, text, at, ceiling, grammar)
    if draft.issued_on_raw is None:
        at = _read_date(draft, text, at, ceiling, grammar)
        if draft.issuer is None:
            at = _read_issuer(draft, text, at, ceiling, grammar)
    draft.end = max(draft.end, at)
    if draft.law_name is not None:  # the name says what it is about
        return
    lead = grammar.subject.match(text, draft.end, ceiling)
    if lead and not grammar.uses["subject_not"].match(text, lead.start("lead")):
        draft.subject_start = lead.start("lead")


def _read_date(draft: Draft, text: str, at: int, ceiling: int, grammar: Grammar) -> int:
    match = grammar.date.match(text, at, ceiling)
    if match is None:
        return _read_blank_date(draft, text, at, ceiling, grammar)
    year = int(match["year"])
    if year < 100:
        draft.doubts.append("the year has two digits")
        year += 2000 if year < 50 else 1900
    draft.issued_on_raw = match["raw"]
    draft.issued_on = make_date(year, int(match["month"]), int(match["day"]))
    draft.year_hint = year
    if draft.issued_on is None:
        draft.doubts.append("impossible date")
    if _DOTS.search(match["raw"]):
        draft.doubts.append("date written over dots")
    return _closed(text, match)


def _closed(text: str, match: re.Match[str]) -> int:
    """A bracket that the date did not open is not part of it."""
    return match.end() - (match.group().endswith(")") and "(" not in match.group())


def _read_blank_date(draft: Draft, text: str, at: int, ceiling: int, grammar: Grammar) -> int:
    match = grammar.blank_date.match(text, at, ceiling)
    if match:
        draft.issued_on_raw = match["raw"].strip() or None
        draft.year_hint = int(match["year"]) if match["year"] else None
        draft.doubts.append("the date is blank")
        return _closed(text, match)
    year = grammar.year_only.match(text, at, ceiling)
    if year is None and draft.kind == "law_by_name":
        year = grammar.bare_year.match(text, at, ceiling)
    if year and (draft.kind in ("law_by_name", "short") or draft.symbol is not None):
        draft.year_hint = int(year["year"])
        return year.end()
    return at


def _read_issuer(draft: Draft, text: str, at: int, ceiling: int, grammar: Grammar) -> int:
    if draft.issuer is not None:
        return at
    by = grammar.issued_by.match(text, at, ceiling)
    if by:
        match = grammar.issuer.match(text, by.end(), ceiling)
    elif draft.issued_on_raw is not None:
        space = at + (text[at : at + 1] == " ")
        match = grammar.known_issuer.match(text, space, ceiling)
    else:
        return at
    if match is None or match.end() == match.start():
        return at
    end = match.end()
    if draft.kind == "joint":
        end = _joint_end(text, end, ceiling, grammar)
    draft.issuer = text[match.start() : end].rstrip(" -,")
    return match.start() + len(draft.issuer)


def _joint_end(text: str, end: int, ceiling: int, grammar: Grammar) -> int:
    """Go on over the other issuers of a joint paper: "Bộ Tài chính, Bộ Tư pháp"."""
    for _ in range(_MOST_ISSUERS):
        joint = _JOINT.match(text, end, ceiling)
        more = grammar.known_issuer.match(text, joint.end(), ceiling) if joint else None
        if more is None:
            break
        end = more.end()
    return end

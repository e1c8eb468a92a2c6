"""Why an archivist should look at a citation: each doubt is a fact, never a verdict."""

from __future__ import annotations

import re
from datetime import date

from extract.model import Header, Passage
from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar
from extract.stages.citations.left import first_code

_SECOND = re.compile(r"[-/]([^-/\d]+)")
_ISSUERS = {"ubnd", "cp", "ttg", "hdnd", "tu", "tw", "hu", "du", "ub"}


def add_doubts(draft: Draft, passage: Passage, header: Header, grammar: Grammar) -> None:
    """Append the doubts about the draft to those its reading already raised."""
    if _type_disagrees(draft, grammar):
        draft.doubts.insert(0, "type word and symbol disagree")
    if struck := _struck(draft, passage):
        draft.doubts.append(struck)
    if draft.year and draft.issued_on and draft.issued_on.year != draft.year:
        draft.doubts.append(f"year of the symbol and date disagree ({draft.issued_on.year})")
    if draft.kind == "assembly" and (doubt := _term_doubt(draft)):
        draft.doubts.append(doubt)
    if draft.role == "self":
        if draft.issued_on and header.issued_on and draft.issued_on != header.issued_on:
            draft.doubts.append(f"date disagrees with the header ({header.issued_on.isoformat()})")
    elif draft.issued_on and header.issued_on and draft.issued_on > header.issued_on:
        draft.doubts.append(f"dated after the document itself ({header.issued_on.isoformat()})")


def _type_disagrees(draft: Draft, grammar: Grammar) -> bool:
    """Whether the type word and the type code of the symbol are of two kinds of document.

    Codes that no table knows pass, and so do letters (công văn), whose symbols carry none.
    """
    if not draft.has_type or draft.type is None or draft.rule in ("short", "law_by_name"):
        return False
    word = grammar.types.get(draft.type.lower())
    code = first_code(draft)
    if word is None or word.kind == "generic" or code not in grammar.strict_codes:
        return False
    if code in word.codes or code in _joint_forms(word.codes):
        return False
    if word.kind == "letter":
        second = _SECOND.search(draft.code)
        return (
            code in grammar.letter_clashes
            and bool(second)
            and (second is not None and second[1].lower() in _ISSUERS)
        )
    return True


def _joint_forms(codes: tuple[str, ...]) -> set[str]:
    """A joint or inter-agency paper adds letters to the code: KH, KHLN, KHPH, KHLT."""
    return {code + more for code in codes for more in ("lt", "ln", "ph", "ls", "hd", "lb")}


def _struck(draft: Draft, passage: Passage) -> str | None:
    for mark in passage.marks:
        if mark.kind == "struck" and mark.start < draft.end and draft.start < mark.end:
            return "struck through or overwritten"
    return None


# First sitting day of each National Assembly from the tenth on.
_TERMS = (
    (10, date(1997, 9, 20)), (11, date(2002, 7, 19)), (12, date(2007, 7, 19)),
    (13, date(2011, 7, 21)), (14, date(2016, 7, 20)), (15, date(2021, 7, 20)),
    (16, date(2026, 4, 1)),
)  # fmt: skip


def _term_doubt(draft: Draft) -> str | None:
    digits = re.search(r"QH(\d{0,2})$", draft.code)
    if digits is None or draft.year is None or draft.year < 1998:
        return None
    possible = {
        term
        for index, (term, first) in enumerate(_TERMS)
        if first.year <= draft.year
        and (index + 1 == len(_TERMS) or draft.year <= _TERMS[index + 1][1].year)
    }
    if not digits[1] or int(digits[1]) not in possible:
        terms = ", ".join(f"QH{term}" for term in sorted(possible))
        return f"term of the National Assembly does not fit the year ({terms})"
    return None

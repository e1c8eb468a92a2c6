"""Which version of a law a name means: by its date, its year, or the day it is cited on."""

from __future__ import annotations

import re
from datetime import date

from extract.model import Citation
from extract.stages.citations.grammar import Grammar, Law, law_key
from extract.text import fold, squeeze

_AMENDING = re.compile(r"(?:bo luat|luat|phap lenh) sua doi,? .*")
_TAIL = re.compile(r",? (?:ngay \d.*|(?:nam )?(?:19|20)\d{2})?(?: cua quoc hoi)?$")
_PRINTED_TAIL = re.compile(r",? (?:ngày ?\d|năm \d|(?:19|20)\d\d).*$")
_YEARS = re.compile(r"(?<=[a-z] )(?:19|20)\d{2}(?!\w)")


def find_law(citation: Citation, cited_on: date | None, grammar: Grammar) -> tuple[Law | None, str]:
    """Return the version that is meant and why it is believed; None where several could be."""
    versions = grammar.laws.get(law_name(citation, grammar), ())
    if citation.issued_on is not None:
        day = citation.issued_on.isoformat()
        exact = [law for law in versions if law.issued_on == day]
        if exact:
            return exact[0], "date of issue"
        year = str(citation.issued_on.year)
        return _only([law for law in versions if _year(law) == year]), "year"
    if printed := _printed_year(citation):
        return _only([law for law in versions if _year(law) == printed]), "year"
    if cited_on is None:
        return None, ""
    day = cited_on.isoformat()
    in_force = [
        law for law in versions
        if law.valid_from and law.valid_from <= day <= (law.valid_to or "9999")
    ]  # fmt: skip
    return _only(in_force), f"version in force on {day}"


def law_name(citation: Citation, grammar: Grammar) -> str:
    """Return the folded name of the law, without year, date and pinpoint."""
    folded = fold(citation.raw)
    amending = _AMENDING.search(folded)
    if amending:
        return law_key(_TAIL.sub("", amending.group()))
    found = grammar.law.search(folded)
    return law_key(found.group() if found else _TAIL.sub("", folded))


def title_of(citation: Citation, grammar: Grammar) -> str:
    """Return the name of the law as the table has it, else as printed, without date or year."""
    versions = grammar.laws.get(law_name(citation, grammar), ())
    if versions:
        return versions[0].name
    name = citation.raw[citation.raw.find(citation.type) :] if citation.type in citation.raw else ""
    return _PRINTED_TAIL.sub("", squeeze(name or citation.raw))


def _year(law: Law) -> str:
    return law.symbol.split("/")[1] if law.symbol.count("/") > 1 else law.issued_on[:4]


def printed_year(citation: Citation) -> str | None:
    """Return the year of a law cited by name: of its date, or the one printed after "năm"."""
    return str(citation.issued_on.year) if citation.issued_on else _printed_year(citation)


def _only(laws: list[Law]) -> Law | None:
    """The one version; a law that stands in the table under two names is one."""
    return laws[0] if laws and len({law.symbol for law in laws}) == 1 else None


def _printed_year(citation: Citation) -> str | None:
    found = _YEARS.findall(fold(citation.raw))
    return found[-1] if found else None

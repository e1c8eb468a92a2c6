"""Symbols on scans: a stroke or a digit that the engine lost, where type word and date agree.

The words keep what was read; the symbol holds what is printed, and `suspect` says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from extract.model import Citation
from extract.text import fold
from patterns import load_csv

_SYMBOL = re.compile(
    r"(?P<number>[\dlIOo]{1,5}[a-zđ]?)(?P<year>/(?:19|20)\d\d)?(?P<sign>[/-])(?P<code>[^\W\d_]{1,6})"
    r"(?P<rest>[-/].{1,40})?"
)
_DIGITS = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0"})
_BODIES = {"TTG": "TTg", "TTq": "TTg", "UBNĐ": "UBND", "HDND": "HĐND", "CÐ": "CĐ"}
"""Bodies of symbols as engines read them, and as they are printed."""


def repair_symbols(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return the citations of a scan with their symbols put right where the type word tells how."""
    return tuple(_repaired(citation) for citation in citations)


def _repaired(citation: Citation) -> Citation:
    match = _SYMBOL.fullmatch(citation.symbol or "")
    if match is None or citation.symbol is None or not _agrees(match["year"], citation):
        return citation
    code = _printed_code(citation.type or "", match["code"])
    if code is None:
        return citation
    number = match["number"]
    if number[-1:] in "lo" or not number.isdecimal():
        number = re.sub(r"^[\dlIOo]+(?=[a-zđ]?$)", lambda m: m[0].translate(_DIGITS), number)
    body = (match["rest"] or "")[1:]
    rest = (match["rest"] or "")[:1] + _BODIES.get(body, body)
    symbol = f"{number}{match['year'] or ''}{match['sign']}{code}{rest}"
    if symbol == citation.symbol:
        return citation
    doubt = f"the scan reads {citation.symbol}"
    before = citation.suspect if citation.suspect != "type word and symbol disagree" else None
    return replace(citation, symbol=symbol, suspect=f"{before}; {doubt}" if before else doubt)


def _agrees(year: str | None, citation: Citation) -> bool:
    return not year or citation.issued_on is None or int(year[1:]) == citation.issued_on.year


def _printed_code(type_word: str, code: str) -> str | None:
    """The code as the type word has it; None where it has no such code, whatever its marks."""
    codes = _codes().get(type_word.casefold(), ())
    if code in codes:
        return code
    alike = [known for known in codes if fold(known) == fold(code)]
    return alike[0] if len(alike) == 1 else None


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    return {
        row["word"].casefold(): tuple(row["codes"].split(";")) for row in load_csv("type_words")
    }

"""The key of an instrument: what makes two mentions, in any documents, one instrument.

Parts after the symbol say what the kind of the symbol needs beside it: "#2020" the year of an
administrative number, "#k12" the term of the Party's Central Committee, "@d.thach thanh" the
place of a local body. "?" stands for a part that the document does not give: such a key is open,
and the archive closes it when exactly one closed key fits.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extract.model import Citation, Header
from extract.stages.citations.grammar import Grammar, load_grammar
from extract.stages.instruments.places import Place, known_places, parse_place
from extract.stages.units.context import read_context
from extract.text import fold, symbol_key, unify

OPEN = "?"
_YEAR_INSIDE = re.compile(r"/((?:19|20)\d{2})[/-]")
_TOLD_BY_D = re.compile(r"[-/](hđ|đa)(?=[-/])")
_TERM = re.compile(r"khoa ([ivx]{1,6}|\d{1,2})\b")
_LOCAL_ASSEMBLY = re.compile(r"(?:ubnd|hdnd|-ub$|tthdnd)")
_WORDS = re.compile(r"[-/]")

# First day of each term of the Party's Central Committee from the seventh on.
_PARTY_TERMS = (
    (7, date(1991, 6, 27)), (8, date(1996, 7, 1)), (9, date(2001, 4, 22)),
    (10, date(2006, 4, 25)), (11, date(2011, 1, 19)), (12, date(2016, 1, 28)),
    (13, date(2021, 2, 1)), (14, date(2026, 1, 25)),
)  # fmt: skip
# A body whose own name tells it from all others.
_NAMED_BODY = re.compile(r"(?:truong|benh vien|hoc vien|dai hoc|cong ty|tong cong ty) \w+ \w+")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def make_key(
    citation: Citation, header: Header, places: dict[str, str], grammar: Grammar
) -> tuple[str, Place | None, str | None]:
    """Return the key of a numbered citation, its place, and how the place was inferred."""
    symbol = _symbol(citation.symbol or "")
    year = year_of(citation)
    if citation.kind == "assembly":
        return f"{fold(citation.type)}:{symbol}", None, None
    if citation.kind in ("joint", "legislative") and _YEAR_INSIDE.search(symbol):
        if not _is_local(symbol, grammar):
            return symbol, None, None
        place, why = find_place(citation, header, places)
        return f"{symbol}{_at(place, header)}", place, why
    if citation.kind == "party" and symbol.endswith(("/tw", "/t.u", "/vptw", "/btctw", "/ubkttw")):
        return f"{symbol}#{_term_part(citation, year)}", None, None
    when = f"#{year or OPEN}"
    if not _is_local(symbol, grammar):
        return f"{symbol}{when}", None, None
    place, why = find_place(citation, header, places)
    return f"{symbol}{when}{_at(place, header)}", place, why


def _symbol(symbol: str) -> str:
    """Return the key of a symbol; where đ alone parts two types of document it stays.

    HD is Hướng dẫn and HĐ Hợp đồng, DA Dự án and ĐA Đề án.
    """
    key = symbol_key(symbol)
    found = _TOLD_BY_D.search(unify(symbol).lower())
    return key if found is None else key.replace(fold(found[1]), found[1], 1)


def own_citation(citation: Citation, header: Header) -> Citation:
    """Return a mention of the document by itself with the date and issuer of its header."""
    return replace(
        citation,
        issued_on=header.issued_on or citation.issued_on,
        issuer=header.issuer or citation.issuer,
        symbol=header.symbol if header.number else citation.symbol,
    )


def find_held_key(header: Header) -> str | None:
    """Return the key of the document itself; None without a number or a date."""
    if not (header.symbol and header.number and header.issued_on):
        return None
    kind = "party" if "-" in header.symbol.partition("/")[0] else "administrative"
    if _YEAR_INSIDE.search(header.symbol):
        kind = "legislative"
    itself = Citation(
        0, 0, 0, "", header.doc_type or "", kind, header.number, header.symbol, header.issued_on,
        issuer=header.issuer,
    )  # fmt: skip
    places = known_places([header.issuer] if header.issuer else [])
    return make_key(itself, header, places, load_grammar())[0]


def year_of(citation: Citation) -> int | None:
    """Return the year in the symbol, else that of the date."""
    inside = _YEAR_INSIDE.search(citation.symbol or "")
    if inside:
        return int(inside[1])
    if citation.issued_on:
        return citation.issued_on.year
    if citation.kind == "law_by_name":
        return None
    printed = re.search(r"(?:năm |/)((?:19|20)\d{2})$", citation.issued_on_raw or citation.raw)
    return int(printed[1]) if printed else None


def _term_part(citation: Citation, year: int | None) -> str:
    if citation.issued_on:
        terms = [term for term, first in _PARTY_TERMS if first <= citation.issued_on]
        return f"k{terms[-1]}" if terms else str(year)
    printed = _TERM.search(fold(citation.issuer or ""))
    if printed:
        return f"k{read_term(printed[1])}"
    return str(year) if year else OPEN


def read_term(text: str) -> int:
    """Return the number of a term in Roman or Arabic digits: "xii" -> 12."""
    if text.isdigit():
        return int(text)
    values = [_ROMAN[c] for c in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-a if a < b else a for a, b in pairs)


def _is_local(symbol: str, grammar: Grammar) -> bool:
    """Whether the issuer code names a body that every province, district or commune has."""
    code = symbol.rpartition("/")[2] if symbol.count("/") > 1 else symbol.partition("/")[2]
    if _LOCAL_ASSEMBLY.search(code):
        return True
    groups = [group for group in _WORDS.split(code) if group]
    issuers = groups[1:] if len(groups) > 1 and groups[0] in grammar.type_codes else groups
    return not (issuers and issuers[0].rstrip("0123456789") in grammar.central_codes)


def find_place(
    citation: Citation, header: Header, places: dict[str, str]
) -> tuple[Place | None, str | None]:
    """Return the place of the issuer, completed from the document, and how it was completed."""
    place = parse_place(citation.issuer) if citation.issuer else _level_of_code(citation)
    if place is None and citation.issuer and _NAMED_BODY.match(fold(citation.issuer)):
        return Place("body", fold(citation.issuer)), None
    if place is None or place.name:
        return place, None
    own = parse_place(header.issuer) if header.issuer else None
    if own and own.level == place.level and own.name:
        return own, "the document's own issuer"
    if name := places.get(place.level):
        return Place(place.level, name), "the one place of this level that the document names"
    if above := read_context(header).above(place.level):
        larger = parse_place(above[0])
        if larger and larger.name:
            return larger, "the place that holds the document's issuer"
    return place, None


def _level_of_code(citation: Citation) -> Place | None:
    """The level that the code tells: TU a province's committee, HU a district's, SNV a Sở."""
    code = fold((citation.symbol or "").rpartition("/")[2])
    if citation.kind == "party":
        return {"tu": Place("province", ""), "hu": Place("district", "")}.get(code)
    groups = [g for g in _WORDS.split(code) if g]
    departments = load_grammar().department_codes
    return Place("province", "") if any(g in departments for g in groups[:2]) else None


def _at(place: Place | None, header: Header) -> str:
    """An open place is kept apart by the body that wrote the document: its province is one."""
    if place is not None and place.name:
        return f"@{place.key}"
    around = fold(header.issuer or OPEN)
    return f"@{place.key if place else OPEN}({around})"

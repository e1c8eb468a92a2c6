"""Symbols that contradict their type word, or lack their slash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.model import Citation, Flag, Header
from extract.stages.flags.place import Places
from extract.text import fold, sentence_case, unify
from patterns import load_csv

_CODE = re.compile(r"\d[a-zđ]?\s?[/-]\s?(?:\d{4}/)?\s?([A-ZĐa-zđ]{1,6})(?=[-/\s]|$)")
_NO_SLASH = re.compile(r"(?P<symbol>\d{1,5}[a-zđ]? +[A-ZĐ][\w]{0,5} ?- ?[A-ZĐ][\w-]{1,30})")


@cache
def _words_by_code() -> dict[str, str]:
    """The type word of a code that stands for one type alone: "kh" -> "Kế hoạch"."""
    return {fold(row["code"]): row["word"] for row in load_csv("doc_types") if row["code"]}


@cache
def _codes_by_word() -> dict[str, frozenset[str]]:
    return {
        fold(row["word"]): frozenset(fold(code) for code in row["codes"].split(";") if code)
        for row in load_csv("type_words")
    }


def find_type_mismatches(
    at: Places, header: Header, citations: tuple[Citation, ...]
) -> Iterator[Flag]:
    """Flag "Kế hoạch số 174/QĐ-UBND": type word and symbol of two kinds of document."""
    if why := _own_mismatch(header):
        yield at.part_flag("type_symbol_mismatch", why, header, "number", "doc_type")
    for citation in citations:
        if "type word and symbol disagree" in (citation.suspect or ""):
            why = _say(citation.type, citation.symbol)
            yield at.flag("type_symbol_mismatch", why, citation.passage, citation.start)


def _own_mismatch(header: Header) -> str | None:
    """Compare the document's own type word with its symbol, where both are printed."""
    if not header.symbol or not header.doc_type or header.issued_with:
        return None
    if any(i.field in ("symbol", "doc_type") for i in header.inferred):
        return None
    match = _CODE.search(f"0{header.symbol.lstrip('0123456789')}")
    code = fold(match[1]) if match else ""
    known = _codes_by_word().get(fold(header.doc_type), frozenset())
    if code == "ct" and "ctr" in known:  # CT is also written for Chương trình
        return None
    if not known or code in known or any(code.startswith(one) for one in known):
        return None
    return _say(header.doc_type, header.symbol) if code in _words_by_code() else None


def _say(word: str, symbol: str | None) -> str:
    match = _CODE.search(symbol or "")
    other = _words_by_code().get(fold(match[1])) if match else None
    kind = f"the symbol of a {other}" if other else "the symbol of another type"
    return f"{sentence_case(word)} with {kind}: {symbol}"


def find_symbols_without_slash(
    at: Places, header: Header, citations: tuple[Citation, ...]
) -> Iterator[Flag]:
    """Flag "50 BC-UBND"."""
    for seq, part in header.parts:
        if part == "number" and (shown := _NO_SLASH.search(unify(at.passages[seq].text))):
            yield at.flag("symbol_without_slash", f'"{shown["symbol"]}"', seq)
    for citation in citations:
        if "no slash" in (citation.suspect or ""):
            shown = _NO_SLASH.search(unify(citation.raw))
            why = f'"{shown["symbol"] if shown else citation.raw}"'
            yield at.flag("symbol_without_slash", why, citation.passage, citation.start)

"""The scan: where symbols, short numbers and named laws stand in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar, SymbolRule
from extract.text import fold_keep_length

_SPACES = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
_LAW_WORD = re.compile(r"(?<![\wÀ-ỹ])(?:bo luat|luat|phap lenh|hien phap)(?= )")


def find_symbols(text: str, grammar: Grammar, passage: int) -> list[Draft]:
    """Return a draft for each symbol in unified text, in order; types are not read yet."""
    if not _DIGIT.search(text) and "/" not in text:
        return []
    drafts = []
    for match in grammar.symbol.finditer(text):
        for rule in grammar.rules:
            found = rule.pattern.match(text, match.start())
            if found:
                drafts.append(_draft(found, rule, passage))
                break
    if "/" in text:
        drafts += _blank_numbers(text, grammar, passage)
        drafts.sort(key=lambda draft: draft.core_start)
    return drafts


def _draft(match: re.Match[str], rule: SymbolRule, passage: int) -> Draft:
    groups = match.groupdict()
    code = _SPACES.sub("", groups["code"])
    number = groups["number"]
    symbol = _SPACES.sub("", match.group())
    if rule.id == "no_slash":
        symbol = f"{number}/{code}"
    elif rule.id == "legislative" and "/" not in symbol[len(number) + 5 :]:
        symbol = f"{number}/{groups['year']}/{code}"
    draft = Draft(
        passage, match.start(), match.end(), rule.kind, rule.id, number, None, code, symbol,
        start=match.start(), end=match.end(), type_start=match.start(),
    )  # fmt: skip
    draft.year = int(groups["year"]) if groups.get("year") else None
    if rule.id == "no_slash":
        draft.doubts.append("no slash in the symbol")
    if rule.id == "historic_dated":
        draft.number = number
    return draft


def _blank_numbers(text: str, grammar: Grammar, passage: int) -> Iterator[Draft]:
    for match in grammar.uses["blank_number"].finditer(text):
        at = match.start("blank")
        code = _SPACES.sub("", match["code"])
        yield Draft(
            passage, at, match.end(), "administrative", "blank_number", None, None, code,
            f"/{code}", start=at, end=match.end(), type_start=at, blank=True, has_so=True,
            doubts=["the number is blank"],
        )  # fmt: skip


def find_short(text: str, grammar: Grammar, passage: int) -> Iterator[Draft]:
    """Yield a draft for each type word with a bare number ("Nghị định 61")."""
    if not _DIGIT.search(text):
        return
    for match in grammar.short.finditer(text):
        word = match["type"]
        if not match["so"].strip() and not word[0].isupper():
            continue
        yield Draft(
            passage, match.start("number"), match.end(), "short", "short", match["number"],
            symbol=match["number"], type=word, type_start=match.start(), has_type=True,
            has_so=bool(match["so"].strip()), start=match.start(), end=match.end(),
        )  # fmt: skip


def find_laws(text: str, grammar: Grammar, passage: int) -> Iterator[Draft]:
    """Yield a draft for each law, code or ordinance cited by a name that the table knows."""
    if "uật" not in text and "UẬT" not in text and "áp l" not in text and "iến" not in text:
        return
    folded = fold_keep_length(text)
    for word in _LAW_WORD.finditer(folded):
        match = grammar.law.match(folded, word.start())
        if (match and text[match.start()].isupper()) or (match and _has_capital(text, word.end())):
            start, end = match.start(), match.end()
            yield Draft(
                passage, start, end, "law_by_name", "law_by_name", type=text[start : word.end()],
                type_start=start, has_type=True, start=start, end=end,
                law_name=folded[start:end],
            )  # fmt: skip


def _has_capital(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isupper()

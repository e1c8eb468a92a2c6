"""Type words that a scan damaged ("Ngh| đmh số 61/2018/NĐ-CP"), found by what stands behind them.

Only the few words before a symbol are looked at, and only for a type whose code the symbol has;
of a letter (công văn), whose symbol has none, only the marks may be lost. What was read stays in
`raw`, and `suspect` tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

import regex

from extract.model import Citation
from extract.stages.citations.grammar import Grammar
from extract.text import fold, fold_keep_length

_SYMBOL = re.compile(
    r"(?P<so> (?:[Ss][ốồổỗộôóòỏõọo]|SỐ) ?:?)? ?(?<![\w/.-])"
    r"\d{1,5}[a-zđ]?(?:/(?:19|20)\d\d)? ?[/-] ?(?P<code>[^\W\d_]{1,6})(?=[-/]|\W|$)"
)
_WINDOW = 18
"""Characters before a symbol in which its type word ends; the longest is fifteen letters long."""
_SHORTEST, _ERRORS = 7, 2
"""Letters of a word that may be damaged, and letters lost, added or taken for others at most."""
_SECONDS = 0.05
_LETTER = "công văn"
_LAW = re.compile(r"(?<!\w)(?:L|(?<=[Bb]ộ )l)[^\W\d_]{3}(?= [^\W\d_])")


class Mend(NamedTuple):
    """A type word put right. start, end: half-open, what was read; word: what is printed."""

    start: int
    end: int
    word: str


def find_damaged(text: str, grammar: Grammar) -> list[Mend]:
    """Return the damaged type words of NFC text that a scan gave, in order."""
    found = [*_before_symbols(text, grammar), *_laws(text)]
    return sorted(found)


def mend(text: str, mends: Sequence[Mend]) -> str:
    """Return the text with its type words as they are printed."""
    for start, end, word in reversed(mends):
        text = text[:start] + word + text[end:]
    return text


def as_read(citation: Citation, text: str, mends: Sequence[Mend]) -> Citation:
    """Return a citation found in mended text as it stands in the text that was read."""
    start, end = (_place(at, mends) for at in (citation.start, citation.end))
    read = [text[m.start : m.end] for m in mends if start <= m.start and m.end <= end]
    doubts = [citation.suspect, *(f"the scan reads {word}" for word in read)]
    return replace(
        citation,
        start=start,
        end=end,
        raw=text[start:end],
        suspect="; ".join(doubt for doubt in doubts if doubt) or None,
    )


def _place(at: int, mends: Sequence[Mend]) -> int:
    """Where a place of the mended text stands in the text that was read."""
    for start, end, word in mends:
        if at <= start:
            break
        grown = len(word) - (end - start)
        at = max(at - grown, min(at, end))
    return at


def _before_symbols(text: str, grammar: Grammar) -> Iterator[Mend]:
    folded = ""
    for match in _SYMBOL.finditer(text):
        end = match.start()
        low = max(0, end - _WINDOW)
        if end == 0 or _has_type(text[low:end], grammar):
            continue
        folded = folded or fold_keep_length(text)
        best: tuple[int, int, str] | None = None
        for word, errors in _words(fold(match["code"]), bool(match["so"]), grammar):
            found = _search(word, errors, folded[low:end])
            if found and (best is None or found[0] < best[0]):
                best = (*found, word)
        if best:
            start = low + best[1]
            if _is_name(text[start:end]):
                continue
            printed = best[2].capitalize() if text[start].isupper() else best[2]
            yield Mend(start, end, printed)


def _words(code: str, so: bool, grammar: Grammar) -> Iterator[tuple[str, int]]:
    """The type words that a symbol of this code may have, and how many errors each."""
    for word, entry in grammar.types.items():
        if code in entry.codes and len(word) >= _SHORTEST:
            yield word, _ERRORS
    if so and code not in grammar.strict_codes:
        yield _LETTER, 0


def _search(word: str, errors: int, window: str) -> tuple[int, int] | None:
    """Errors and start of the word at the end of a window; both are without marks."""
    try:
        match = _pattern(fold(word), errors).search(window, timeout=_SECONDS)
    except TimeoutError:
        return None
    if match is None or match.group().count(" ") != word.count(" "):
        return None
    return sum(match.fuzzy_counts), match.start()


@lru_cache(maxsize=256)
def _pattern(word: str, errors: int) -> Any:
    return regex.compile(
        rf"(?b)(?<![^\W_])(?:{regex.escape(word, literal_spaces=True)}){{e<={errors}}}$"
    )


def _is_name(words: str) -> bool:
    """Capitals on every word are a name of a place: "xã Công Vân"."""
    return not words.isupper() and all(word[0].isupper() for word in words.split())


def _has_type(window: str, grammar: Grammar) -> bool:
    words = window.lower().split()
    return any(" ".join(words[-count:]) in grammar.types for count in range(1, 5))


def _laws(text: str) -> Iterator[Mend]:
    """Luật with its marks lost, in front of the name of a law."""
    for match in _LAW.finditer(text):
        if fold(match[0]) == "luat" and match[0][1:] != "uật" and _names_law(text, match.end()):
            yield Mend(match.start(), match.end(), match[0][0] + "uật")


def _names_law(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isupper()

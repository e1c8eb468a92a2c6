"""Text as words and separators, each with its offsets and its folded key."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extract.text import fold_keep_length, unify

LINE = "\n"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’´`ʼ][^\W\d_]+)*|\d+|\n|[^\w\s]")
_GLUED_OFFICE = re.compile(r"(?i:ubnd|hđnd|mttq)(?=[^\W\d_])")
_LONGEST_KNOWN = 24


class Token(NamedTuple):
    """A word, a number, or one separator. start, end: offsets into the text.

    key: folded word, or the separator with every dash as "-". capital: starts with a capital
    letter or is a number. upper: all capitals.
    """

    start: int
    end: int
    text: str
    key: str
    word: bool
    capital: bool
    upper: bool


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    key: str
    capital: bool
    upper: bool


def tokenize(text: str) -> list[Token]:
    """Return the tokens of the text; words printed without a space between them are split.

    "PhườngThắng Tam" gives "Phường", "Thắng", "Tam"; "UBNDhuyện" gives "UBND", "huyện".
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(unify_lines(text)):
        start, printed = match.start(), match[0]
        if not printed[0].isalnum():
            tokens.append(Token(start, match.end(), printed, printed, False, False, False))
            continue
        words = _words(printed) if len(printed) <= _LONGEST_KNOWN else _read(printed)
        for word in words:
            tokens.append(
                Token(
                    start + word.start, start + word.end, word.text, word.key, True,
                    word.capital, word.upper,
                )
            )  # fmt: skip
    return tokens


def unify_lines(text: str) -> str:
    """Return `unify` of the text with its line ends kept."""
    return "\n".join(map(unify, text.split("\n"))) if "\n" in text else unify(text)


def _read(printed: str) -> tuple[_Word, ...]:
    return tuple(
        _Word(
            start, end, printed[start:end], fold_keep_length(printed[start:end]),
            printed[start].isupper() or printed[start].isdigit(), printed[start:end].isupper(),
        )
        for start, end in _cuts(printed)
    )  # fmt: skip


_words = lru_cache(maxsize=8192)(_read)
"""Plans use few words: what a word is, is worked out once."""


def _cuts(word: str) -> list[tuple[int, int]]:
    if word.islower() or word.istitle() or word.isupper() or len(word) < 4:
        return [(0, len(word))]
    edges = [0]
    if glued := _GLUED_OFFICE.match(word):
        edges.append(glued.end())
    edges += [
        i
        for i in range(max(edges) + 3, len(word) - 1)
        if word[i].isupper() and word[i - 1].islower() and word[i + 1].islower()
    ]
    return list(pairwise([*edges, len(word)]))

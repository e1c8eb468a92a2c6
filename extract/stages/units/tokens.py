"""Text as words and separators, each with its offsets and its folded key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extract.text import fold_keep_length, unify

LINE = "\n"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’´`ʼ][^\W\d_]+)*|\d+|\n|[^\w\s]")
_GLUED_OFFICE = re.compile(r"(?i:ubnd|hđnd|mttq)(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, or one separator. start, end: offsets into the text.

    key: folded word, or the separator with every dash as "-". capital: starts with a capital
    letter or is a number.
    """

    start: int
    end: int
    text: str
    key: str
    word: bool
    capital: bool
    upper: bool


def tokenize(text: str) -> list[Token]:
    """Return the tokens of the text; words printed without a space between them are split.

    "PhườngThắng Tam" gives "Phường", "Thắng", "Tam"; "UBNDhuyện" gives "UBND", "huyện".
    """
    unified = "\n".join(unify(line) for line in text.split("\n"))
    folded = fold_keep_length(unified)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(unified):
        start, end = match.span()
        if not unified[start].isalnum():
            tokens.append(Token(start, end, match[0], match[0], False, False, False))
            continue
        for cut_start, cut_end in _cuts(match[0], start):
            word = unified[cut_start:cut_end]
            tokens.append(
                Token(
                    cut_start, cut_end, word, folded[cut_start:cut_end], True,
                    word[0].isupper() or word[0].isdigit(), word.isupper(),
                )
            )  # fmt: skip
    return tokens


def _cuts(word: str, start: int) -> list[tuple[int, int]]:
    if word.islower() or word.istitle() or word.isupper() or len(word) < 4:
        return [(start, start + len(word))]
    edges = [0]
    if glued := _GLUED_OFFICE.match(word):
        edges.append(glued.end())
    edges += [
        i
        for i in range(max(edges) + 3, len(word) - 1)
        if word[i].isupper() and word[i - 1].islower() and word[i + 1].islower()
    ]
    edges.append(len(word))
    return [(start + a, start + b) for a, b in pairwise(edges)]

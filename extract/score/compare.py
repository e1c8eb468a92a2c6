"""When two values count as the same, and which records belong to one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from extract.text import nfc

_MARKUP = re.compile(r"</?[a-z]+/?>|\*+|~~")
_DASHES_AND_QUOTES = str.maketrans({"–": "-", "“": '"', "”": '"'})
_OUTER = " \t\n.;:,-"
_SAME_ISSUERS = (
    (re.compile(r"\b[uủ][yỷ] ban nhân dân\b"), "ubnd"),
    (re.compile(r"\bhội đồng nhân dân\b"), "hđnd"),
)

G = TypeVar("G")
P = TypeVar("P")


def plain(value: object) -> str:
    """Return the value as compared: "" for None."""
    if value is None:
        return ""
    text = _MARKUP.sub("", nfc(str(value))).translate(_DASHES_AND_QUOTES)
    return " ".join(text.split()).strip(_OUTER).casefold()


def plain_symbol(value: object) -> str:
    """Return a symbol as compared: without spaces."""
    return "".join(plain(value).split())


def plain_issuer(value: object) -> str:
    """Return an issuer as compared: UBND and Ủy ban nhân dân are one."""
    text = plain(value)
    for regex, short in _SAME_ISSUERS:
        text = regex.sub(short, text)
    return text


def likeness(a: object, b: object) -> float:
    """Return 0 to 1: how alike two texts are; at least a half when one holds the other."""
    left, right = plain(a), plain(b)
    if not left or not right:
        return 0.0
    if left in right or right in left:
        return 0.5 + 0.5 * min(len(left), len(right)) / max(len(left), len(right))
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def align(
    gold: Sequence[G], found: Sequence[P], match: Callable[[G, P], float], least: float
) -> list[tuple[int, int]]:
    """Return index pairs, one to one: the best matches first, of equals those nearest in order.

    match: 0 to 1; pairs below `least` never meet.
    """
    candidates = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            score = match(wanted, got)
            if score >= least:
                distance = abs(i / max(1, len(gold)) - j / max(1, len(found)))
                candidates.append((-score, distance, i, j))
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(gold))), set(range(len(found)))
    for _, _, i, j in sorted(candidates):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return sorted(pairs)

"""Abbreviations that a document explains: "Ban Quản lý khu kinh tế (BQLKKT)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.model import Passage
from extract.text import fold, unify

_EXPLAINED = re.compile(
    r"\((?:(?:sau đây )?(?:gọi|viết) (?:tắt )?là:? ?)?"
    r"[\"“”']?(?P<short>[A-ZĐ][A-ZĐ&-]{1,11})[\"“”']?\)"
)
_WORD = re.compile(r"[^\W\d_]+")
_LOOK_BACK = 160
_CONNECTORS = {"và", "của"}


def find_abbreviations(passages: Iterable[Passage]) -> dict[str, str]:
    """Return each abbreviation that the text explains in brackets, with the words it stands for.

    The initials of the words before the bracket must be its letters; the first explanation wins.
    """
    found: dict[str, str] = {}
    for passage in passages:
        text = unify(passage.text)
        for match in _EXPLAINED.finditer(text):
            words = _words_before(text, match.start(), match["short"])
            if words is not None:
                found.setdefault(match["short"], words)
    return found


def _words_before(text: str, end: int, short: str) -> str | None:
    letters = [_initial(c) for c in short if c.isalpha()]
    start = max(0, end - _LOOK_BACK)
    words = [m for m in _WORD.finditer(text, start, end) if m[0].lower() not in _CONNECTORS]
    if len(words) < len(letters):
        return None
    chosen = words[-len(letters) :]
    if [_initial(word[0][0]) for word in chosen] != letters or text[chosen[-1].end() : end].strip():
        return None
    return " ".join(text[chosen[0].start() : end].split())


def _initial(letter: str) -> str:
    return "đ" if letter in "đĐ" else fold(letter)

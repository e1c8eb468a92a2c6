"""The part of a passage that a search found, cut from the text itself."""

from __future__ import annotations

import re

from extract.text import fold, fold_keep_length

_WORD = re.compile(r"\w+")


def snippet(text: str, query: str, width: int = 240) -> str:
    """Return up to `width` characters around the place where most words of the query stand.

    Marks and đ do not matter; words are cut whole, … where something is left out.
    """
    if len(text) <= width:
        return text
    wanted = set(_WORD.findall(fold(query)))
    places = [m.start() for m in _WORD.finditer(fold_keep_length(text)) if m[0] in wanted]
    start = _best_window(places, width)
    left = max(0, min(start - width // 4, len(text) - width))
    right = min(len(text), left + width)
    if left:
        left = text.find(" ", left, right) + 1 or left
    if right < len(text):
        right = max(text.rfind(" ", left, right), left) or right
    return ("…" if left else "") + text[left:right] + ("…" if right < len(text) else "")


def _best_window(places: list[int], width: int) -> int:
    """Return the place from which most others lie within the width; 0 without any."""
    best, most, last = 0, 0, 0
    for first, place in enumerate(places):
        last = max(last, first)
        while last < len(places) and places[last] < place + width * 3 // 4:
            last += 1
        if last - first > most:
            best, most = place, last - first
    return best

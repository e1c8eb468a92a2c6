"""Marks put right by the neighbours that words have in the user's own archive.

`trichluc learn` counts which syllable follows which in plans that no engine read, and writes a
table for the folder of `--patterns`. A word that stands beside its neighbours nowhere in the
archive, while one that differs by a mark does so often, was that word. Lengths are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.readers.ocr_compounds import (
    USUAL,
    WORD,
    Repair,
    can_be_said,
    load_words,
    plain,
    with_case,
)
from extract.text import fold
from patterns import load_csv

TABLE = "syllable_pairs"
_OFTEN, _VERY_OFTEN = 3, 8
"""How often the neighbours of a word must be counted; where one of them speaks for it alone."""
_CLEARER = 4
"""So many times commoner than the next best."""
_SHORTEST_CAPITALS = 4
_PAIR = re.compile(r"(?P<second>[^\W\d_]{1,7}):(?P<count>[1-9]\d{0,8})")

Pair = tuple[str, str]


def find_pairs(text: str) -> Iterator[Pair]:
    """Yield the neighbours in NFC text that are syllables, in small letters."""
    words = list(WORD.finditer(text))
    for first, second in pairwise(words):
        if text[first.end() : second.start()] == " ":
            pair = plain(first[0]), plain(second[0])
            if all(map(can_be_said, pair)):
                yield pair


def repair_pairs(text: str) -> tuple[str, list[Repair]]:
    """Return NFC text of the same length with its marks put right, and what was changed."""
    counted = _load()
    if not counted.pairs:
        return text, []
    words = list(WORD.finditer(text))
    linked = [text[first.end() : second.start()] == " " for first, second in pairwise(words)]
    read = [plain(word[0]) for word in words]
    known = load_words().known
    taken = {
        index + step
        for index, is_linked in enumerate(linked)
        if is_linked and (read[index], read[index + 1]) in known
        for step in (0, 1)
    }
    repairs: list[Repair] = []
    for index, word in enumerate(words):
        if index in taken or _may_be_name(word[0], index):
            continue
        before = read[index - 1] if index and linked[index - 1] else None
        after = read[index + 1] if index < len(linked) and linked[index] else None
        printed = _find_printed(read[index], before, after, counted)
        if printed and len(printed) == len(word[0]):
            read[index] = printed
            shown = with_case(printed, word[0])
            repairs.append(Repair(word[0], shown))
            text = text[: word.start()] + shown + text[word.end() :]
    return text, repairs


def _may_be_name(word: str, index: int) -> bool:
    """A capital inside a line begins a name; a few capitals are an abbreviation."""
    if word.isupper():
        return len(word) < _SHORTEST_CAPITALS
    return len(word) < 2 or (word[0].isupper() and index > 0)


def _find_printed(
    read: str, before: str | None, after: str | None, counted: _Counted
) -> str | None:
    """The one word whose neighbours are often these, when they never are for the word as read."""

    def support(word: str) -> tuple[int, int]:
        return counted.pairs.get((before or "", word), 0), counted.pairs.get((word, after or ""), 0)

    if sum(support(read)):
        return None
    is_word = read in counted.syllables or read in load_words().syllables
    found: list[tuple[int, str]] = []
    for word in counted.alike.get(fold(read), ()):
        changes = [a + b for a, b in zip(read, word, strict=False) if a != b]
        if len(word) != len(read) or len(changes) != 1:
            continue
        left, right = support(word)
        usual = changes[0] in USUAL
        alone = (before and not left) or (after and not right)
        if is_word and (not usual or (alone and left + right < _VERY_OFTEN)):
            continue
        if left + right >= (_OFTEN if usual else 2 * _OFTEN):
            found.append((left + right, word))
    found.sort(reverse=True)
    if not found or (len(found) > 1 and found[0][0] < _CLEARER * found[1][0]):
        return None
    return found[0][1]


class _Counted(NamedTuple):
    """pairs: how often each stands in the archive. alike: words of the same letters."""

    pairs: Mapping[Pair, int]
    syllables: frozenset[str]
    alike: Mapping[str, tuple[str, ...]]


_loaded: list[tuple[Sequence[Mapping[str, str]], _Counted]] = []


def _load() -> _Counted:
    """Return what the table in force holds; another folder of patterns is another table."""
    rows = load_csv(TABLE)
    if not _loaded or _loaded[0][0] is not rows:
        _loaded[:] = [(rows, _index(rows))]
    return _loaded[0][1]


def _index(rows: Sequence[Mapping[str, str]]) -> _Counted:
    pairs = {
        (row["first"], match["second"]): int(match["count"])
        for row in rows
        for match in _PAIR.finditer(row["seconds"])
    }
    syllables = frozenset(word for pair in pairs for word in pair)
    alike: dict[str, tuple[str, ...]] = {}
    for word in sorted(syllables):
        alike[fold(word)] = (*alike.get(fold(word), ()), word)
    return _Counted(pairs, syllables, alike)

"""Marks that OCR takes for one another, put right by the word of two syllables they stand in.

The engine sees "tố chức" for "tổ chức" and "trưc" for "trực": marks are small. Where two
syllables make no known word, and one known word alone differs from them by a mark, that word was
printed. A syllable that is a word by itself is changed only in the ways that engines are known
to err in, and what belongs to a known word already never. Lengths are kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from extract.readers.legacy_fonts import is_syllable
from extract.text import fold
from patterns import load_csv

WORD = re.compile(r"[^\W\d_]{1,7}")
_STOPPED = re.compile(r"(?:[cpt]|ch)$")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_OLD_STYLE = {
    old: new
    for olds, news in (("oà oá oả oã oạ", "òa óa ỏa õa ọa"), ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
                       ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"))
    for old, new in zip(olds.split(), news.split(), strict=True)
}  # fmt: skip
_FILED = re.compile(r"Lưu: ?V[FIYl1](?=[,.;:]|$)")
"""A copy is always filed with the clerks (VT); the two letters touch."""

USUAL = frozenset(
    """
    ốổ ổố ếể ểế ấẩ ẩấ ớở ởớ óỏ ỏó áả ảá éẻ ẻé úủ ủú ứử ửứ íỉ ỉí
    ỉi ìi iỉ iì úứ ụự ùừ ưứ ôố ôổ êế êể âấ âẩ ôộ êệ âậ ăắ oọ aạ uụ ưự iị eẹ ơợ
    """.split()  # noqa: SIM905 - read as pairs
)
"""What is read and what is printed: marks taken for one another, added or lost."""

Pair = tuple[str, str]


class Repair(NamedTuple):
    """What the engine read, and what is printed."""

    read: str
    printed: str


def repair_text(text: str) -> tuple[str, list[Repair]]:
    """Return NFC text of the same length with its marks put right, and what was changed."""
    words = list(WORD.finditer(text))
    links = [
        index
        for index in range(len(words) - 1)
        if text[words[index].end() : words[index + 1].start()] == " "
    ]
    known = load_words().known
    taken = {
        index + step
        for index in links
        if (plain(words[index][0]), plain(words[index + 1][0])) in known
        for step in (0, 1)
    }
    repairs: list[Repair] = []
    for match in _FILED.finditer(text):
        repairs.append(Repair(match[0], match[0][:-1] + "T"))
        text = text[: match.end() - 1] + "T" + text[match.end() :]
    for index in links:
        if index in taken or index + 1 in taken:
            continue
        first, second = words[index], words[index + 1]
        printed = _find_printed(first[0], second[0])
        if printed:
            repairs.append(Repair(text[first.start() : second.end()], printed))
            text = text[: first.start()] + printed + text[second.end() :]
            taken |= {index, index + 1}
    for index, word in enumerate(words):
        printed = None if index in taken else _find_sayable(word[0])
        if printed:
            repairs.append(Repair(word[0], printed))
            text = text[: word.start()] + printed + text[word.end() :]
    return text, repairs


def _find_printed(first: str, second: str) -> str | None:
    """The one known word that differs by a mark in either syllable; names are left alone."""
    if second[0].isupper() and not (first + second).isupper():
        return None
    pair = plain(first), plain(second)
    by_letters = load_words().by_letters
    fits = {
        word
        for word in by_letters.get(f"{fold(first)} {fold(second)}", ())
        if all(_may_be(a, b) for a, b in zip(pair, word, strict=True))
    }
    if len(fits) != 1:
        return None
    return " ".join(
        with_case(printed, read) for printed, read in zip(fits.pop(), (first, second), strict=True)
    )


def _find_sayable(read: str) -> str | None:
    """The one word that has a tone more than a syllable whose end asks for one."""
    word = plain(read)
    if word.isascii() or not is_syllable(word) or can_be_said(word):
        return None
    fits = [said for said in load_words().alike.get(fold(word), ()) if _without_tone(said) == word]
    return with_case(fits[0], read) if len(fits) == 1 else None


def _without_tone(word: str) -> str:
    return normalize("NFC", _TONE.sub("", normalize("NFD", word)))


def can_be_said(word: str) -> bool:
    """Return whether a word is a syllable whose end allows its tone: none but two before a stop."""
    tones = _TONE.findall(normalize("NFD", word))
    return is_syllable(word) and not (
        _STOPPED.search(word) and tones not in (["\u0301"], ["\u0323"])
    )


def _may_be(read: str, printed: str) -> bool:
    """Whether the engine may have seen one for the other: one letter with other marks."""
    if len(read) != len(printed):
        return False
    changes = [a + b for a, b in zip(read, printed, strict=True) if a != b]
    if read in load_words().syllables:
        return not changes or (len(changes) == 1 and changes[0] in USUAL)
    return len(changes) < 2


def with_case(printed: str, read: str) -> str:
    """Return what is printed, in small letters, with the capitals of what was read."""
    return "".join(
        b if a == b.casefold() else (a.upper() if b.isupper() else a)
        for a, b in zip(printed, read, strict=True)
    )


def plain(word: str) -> str:
    """In small letters, with the tone mark where the new style puts it ("uỷ" as "ủy")."""
    low = word.lower()
    return low[:-2] + _OLD_STYLE[low[-2:]] if low[-2:] in _OLD_STYLE and low[0] != "q" else low


class _Words(NamedTuple):
    """known: words of two syllables. by_letters: those of the same letters without marks.

    syllables: words of one. alike: those of the same letters without marks.
    """

    known: frozenset[Pair]
    by_letters: Mapping[str, tuple[Pair, ...]]
    syllables: frozenset[str]
    alike: Mapping[str, tuple[str, ...]]


@cache
def load_words() -> _Words:
    known = frozenset(
        (row["first"], second) for row in load_csv("compounds") for second in row["seconds"].split()
    )
    by_letters: dict[str, tuple[Pair, ...]] = {}
    for pair in sorted(known):
        key = f"{fold(pair[0])} {fold(pair[1])}"
        by_letters[key] = (*by_letters.get(key, ()), pair)
    syllables = {word for row in load_csv("syllables") for word in row["syllables"].split()}
    alike: dict[str, tuple[str, ...]] = {}
    for word in sorted(syllables):
        alike[fold(word)] = (*alike.get(fold(word), ()), word)
    return _Words(known, by_letters, frozenset(syllables), alike)

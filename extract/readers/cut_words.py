"""Words that office programs cut because a cell is too narrow for them, made whole again.

Such a cut shows no hyphen ("Th" / "ời gian"). It is undone where the pieces by themselves cannot
be words and the whole can: a word that stands elsewhere in the file, a Vietnamese syllable, a sum,
a date. Otherwise the lines stay as printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from unicodedata import normalize

from extract.readers.legacy_fonts import is_syllable
from extract.readers.words import SPACED, Line, Word

_FULL = 0.95
"""Part of its height by which a cut line may be narrower than the widest of the cell."""
_MOST = 8
"""Pieces of one word at most."""
_MOST_PAGES = 60
"""Pages whose words wait to be looked at: they hold the words of a file, and little memory."""

_NUMBER_PART = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}\.?")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}")
_WHOLE = re.compile(
    r"\(\d{1,3}\)|\d{1,2}/\d{1,2}/(?:19|20)\d\d|\d{1,2}/(?:19|20)\d\d|(?:19|20)\d\d"
)
_JOINT = re.compile(r"[-–/&]")
_MISSPELT = re.compile(r"n?gh(?![ei])|k(?![eihy])|(?:c|ng)(?=[eiy])")
"""Onsets that are written otherwise before such a vowel; decomposed letters."""
_EDGES = "“”\"'‘’()[]{}.,;:…!?"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz")

Knows = Callable[[str], bool]
"""Says of a word in small letters whether it stands whole elsewhere in the file."""


class KnownWords:
    """The words of pages read so far that stand inside printed lines, where nothing cuts them.

    Looked at only when a cell asks: most files have no cell so narrow.
    """

    def __init__(self) -> None:
        self._pages: list[Sequence[Word]] = []
        self._known: set[str] = set()

    def add(self, words: Sequence[Word]) -> None:
        """Take the words of a page, in the order of the file."""
        if len(self._pages) < _MOST_PAGES:
            self._pages.append(words)

    def __call__(self, word: str) -> bool:
        for words in self._pages:
            self._known.update(_inner_words(words))
        self._pages = []
        return word in self._known


def _inner_words(words: Sequence[Word]) -> Iterator[str]:
    """Words with others before and behind them in their line, in small letters."""
    for index in range(1, len(words) - 1):
        run = words[index].run
        if run and words[index - 1].run == run == words[index + 1].run:
            bare = words[index].text.strip(_EDGES).lower()
            if len(bare) > 1 or not bare.isascii():
                yield bare


def know_nothing(_word: str) -> bool:
    """Return False: no word of the file is known."""
    return False


def join_cut_words(lines: list[Line], knows: Knows = know_nothing) -> list[Line]:
    """Return the lines of a cell with the words joined that its narrowness cut."""
    if not any(len(line.words) == 1 for line in lines[:-1]):
        return lines
    widest = max(line.x1 - line.x0 for line in lines)
    joined: list[Line] = []
    start = 0
    for index, line in enumerate(lines):
        if index + 1 < len(lines) and _may_be_cut(line, widest):
            continue
        chain = lines[start : index + 1]
        joined += _join_chain(chain, knows) if len(chain) > 1 else chain
        start = index + 1
    return joined


def _may_be_cut(line: Line, widest: float) -> bool:
    """The line is one word, fills the cell, and the file has no space behind it."""
    if len(line.words) > 1 or line.words[0].style & SPACED:
        return False
    return line.x1 - line.x0 >= widest - _FULL * line.height


def _join_chain(chain: Sequence[Line], knows: Knows) -> list[Line]:
    """Join the pieces of a chain of lines that may each go on in the next one."""
    pieces = [line.words[0].text for line in chain]
    sizes = find_whole_words(pieces, knows)
    joined: list[Line] = []
    at = 0
    for size in sizes:
        joined.append(_join(chain[at : at + size]))
        at += size
    return joined


def find_whole_words(pieces: Sequence[str], knows: Knows = know_nothing) -> list[int]:
    """Return how many of the pieces each word is made of; as printed unless joining makes sense.

    The cheapest parting wins: pieces that are no words are dear, known words are free.
    """
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for end in range(1, len(pieces) + 1):
        ways = [
            (best[start][0] + _cost(pieces[start:end], knows), [*best[start][1], end - start])
            for start in range(max(0, end - _MOST), end)
        ]
        # Of equal ways the one with more words: nothing is joined without a reason.
        best.append(min(ways, key=lambda way: (way[0], -len(way[1]))))
    cost, sizes = best[-1]
    printed = sum(_cost([piece], knows) for piece in pieces)
    return sizes if cost < printed else [1] * len(pieces)


def _cost(pieces: Sequence[str], knows: Knows) -> float:
    """How unlikely it is that the pieces make one word; joining always costs something."""
    text = "".join(pieces)
    bare = text.strip(_EDGES).lower()
    if _WHOLE.fullmatch(text.rstrip(".,;:")):
        return 1.0
    if len(pieces) == 1:
        return _cost_of_piece(bare, knows)
    if _is_number(pieces) or (knows(bare) and bare not in _PLAIN):
        return 0.5
    return 3.0 if _is_built_well(bare) else 6.0 * len(pieces)


def _cost_of_piece(bare: str, knows: Knows) -> float:
    if bare in _PLAIN:
        return 4.0
    if bare and knows(bare):
        return 0.0
    if not (any(character.isdigit() for character in bare) or _is_built_well(bare)):
        return 6.0
    # A rhyme without onset ("ền") is mostly the rest of a word.
    return 3.5 if normalize("NFD", bare[0])[0] in "aeiouy" else 2.0


def _is_built_well(bare: str) -> bool:
    return all(
        part.isalpha() and is_syllable(part) and not _MISSPELT.match(normalize("NFD", part))
        for part in _JOINT.split(bare)
    )


def _is_number(pieces: Sequence[str]) -> bool:
    """A sum with groups of three digits, or an ordinal whose dot ends the line."""
    *heads, tail = pieces
    head = "".join(heads)
    if not (_NUMBER_PART.fullmatch(head) and tail.strip(").").isdigit()):
        return False
    grouped = _GROUPED.fullmatch(head + tail) is not None and not _GROUPED.fullmatch(head)
    return grouped or (head[-1] == "." and len(tail) <= 2)


def _join(lines: Sequence[Line]) -> Line:
    """The lines with their first words as one word; only the last has more."""
    if len(lines) == 1:
        return lines[0]
    first, last = lines[0], lines[-1]
    text = "".join(line.words[0].text for line in lines)
    style = first.words[0].style & ~SPACED | last.words[0].style & SPACED
    whole = Word(text, *first.words[0][1:5], style)
    return Line(
        (whole, *last.words[1:]),
        "".join(line.text for line in lines),
        first.x0,
        first.top,
        max(line.x1 for line in lines),
        last.bottom,
    )

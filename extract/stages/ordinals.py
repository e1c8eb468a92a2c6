"""Ordinals (số thứ tự) as plans print them: I, 1, 1.1, 2,2,1, a), -, and the levels they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from patterns import load_toml

_DOTTED = re.compile(r"\d{1,3}(?:[.,]\d{1,3}){1,5}")
_ROMAN = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,4})", re.IGNORECASE)
_COMPOUND = re.compile(r"(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,3})(?:[.](?:\d{1,3}|[a-zđ])){1,5}")
_WORDED = re.compile(
    r"(?P<word>Phần|Chương|Mục|Điều|Bước|Tháng|Quý)\s{1,3}(?P<value>\w{1,6})", re.IGNORECASE
)
_WORD_STYLES = {"phần": "part", "chương": "chapter", "mục": "division", "điều": "article"}
_MAX_ORDINAL = 24
_SERIES = "abcdđeghiklmnopqrstuvxy"
"""Letters in the order plans number with them; f, j, w, z are not used."""
_BULLETS = frozenset("-–—+*•·●○▪◦")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

STYLES = (
    "title", "part", "chapter", "division", "article", "upper", "roman", "number", "dotted2",
    "dotted3", "dotted4", "dotted5", "dotted6", "lower", "bullet", "plus",
)  # fmt: skip
"""From the outermost in: how Vietnamese outlines nest them when nothing else says."""
_ORDER = {style: place for place, style in enumerate(STYLES)}


@dataclass(frozen=True, slots=True)
class Ordinal:
    """One printed ordinal.

    text: without outer dots and brackets ("1.1", "a", "IV", "-"). style: one of `STYLES`.
    value: place in its own series, from 1; None for a bullet. parts: numbers of a dotted one.
    malformed: written with commas ("2,2,1").
    """

    text: str
    style: str
    value: int | None = None
    parts: tuple[int, ...] = ()
    malformed: bool = False


def parse_ordinal(raw: str, previous: Ordinal | None = None) -> Ordinal | None:
    """Return the ordinal that the whole of `raw` is, or None.

    previous: the ordinal above it, which settles a lone I, V or C: after H comes the letter I.
    """
    text = raw.strip()
    if text in _BULLETS:
        return Ordinal(text, "plus" if text == "+" else "bullet")
    text = text.strip("()[]").rstrip(".):/").strip()
    if not text or len(raw) > _MAX_ORDINAL:
        return None
    return _parse_numbers(text) or _parse_letters(text, previous)


def _parse_numbers(text: str) -> Ordinal | None:
    """1, 1.1, 2,2,1; I.1 and 1.a; Điều 1."""
    if (text.isdecimal() and len(text) <= 5) or _DOTTED.fullmatch(text):
        parts = tuple(int(part) for part in re.split("[.,]", text))
        style = f"dotted{len(parts)}" if len(parts) > 1 else "number"
        return Ordinal(text, style, parts[-1], parts, "," in text)
    if _COMPOUND.fullmatch(text):
        last = text.rpartition(".")[2]
        inner = parse_ordinal(last)
        return Ordinal(text, f"dotted{text.count('.') + 1}", inner.value if inner else None)
    if worded := _WORDED.fullmatch(text):
        inner = parse_ordinal(worded["value"])
        style = _WORD_STYLES.get(worded["word"].lower(), "title")
        return Ordinal(text, style, inner.value if inner else None)
    return None


def _parse_letters(text: str, previous: Ordinal | None) -> Ordinal | None:
    letter = text.lower()
    if len(text) == 1 and letter in _SERIES:
        style = "upper" if text.isupper() else "lower"
        value = _SERIES.index(letter) + 1
        continues = previous is not None and previous.style == style and previous.value == value - 1
        if continues or style == "lower" or letter not in "ivx":
            return Ordinal(text, style, value)
    if _ROMAN.fullmatch(text) and (text.isupper() or text.islower()):
        return Ordinal(text, "roman" if text.isupper() else "lower", roman_value(text))
    return None


def roman_value(text: str) -> int:
    """Return the number a Roman numeral stands for."""
    total = last = 0
    for letter in reversed(text.lower()):
        value = _ROMAN_VALUES[letter]
        total += value if value >= last else -value
        last = max(last, value)
    return total


@cache
def _label_rules() -> tuple[re.Pattern[str], ...]:
    rows = (row for row in load_toml("sections").rows if row.data.get("use") == "label")
    return tuple(re.compile(row.regex) for row in rows)


def find_label(text: str) -> tuple[str, int] | None:
    """Return the ordinal that opens a paragraph, without its mark, and where the words start.

    Bullets of any shape are "-"; "- +" counts as "+". None when the paragraph opens with words.
    """
    start = len(text) - len(text.lstrip())
    found = _label_of(text[start : start + 40])
    return (found[0], start + found[1]) if found else None


@lru_cache(maxsize=1024)
def _label_of(head: str) -> tuple[str, int] | None:
    """Return the label and its end; several stages ask it of each paragraph."""
    for rule in _label_rules():
        if match := rule.match(head):
            label = " ".join(match["label"].split())
            return ("-" if label in _BULLETS - {"+"} else label), match.end()
    return None


class Levels:
    """The open styles of an outline, outermost first; items are pushed in reading order."""

    __slots__ = ("_open",)

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []

    def push(self, style: str, item: int) -> tuple[int, int | None]:
        """Return level (from 0) and parent of `item`, which carries this style."""
        names = [name for name, _ in self._open]
        if style in names:
            del self._open[names.index(style) :]
        else:
            while self._open and _ORDER[self._open[-1][0]] >= _ORDER[style]:
                self._open.pop()
        parent = self._open[-1][1] if self._open else None
        self._open.append((style, item))
        return len(self._open) - 1, parent

    def innermost(self) -> tuple[int, int] | None:
        """Return level and item of what was pushed last, None at the start."""
        return (len(self._open) - 1, self._open[-1][1]) if self._open else None

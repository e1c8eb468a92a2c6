"""Automatic numbers of a document's lists, as Word shows them ("Điều 1.", "a)", "-")."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_LEVELS = 9
# Bullets stand in symbol fonts, in a private area that no other program shows.
_BULLETS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☑", 0xF0A8: "□", 0xF06F: "□",
    0xF06E: "■", 0xF076: "❖", 0xF0E8: "➔", 0xF0E0: "→", 0xF02D: "-", 0xF0BE: "-", 0xF02A: "*",
    0xF02B: "+", 0xF0AE: "→", 0xF0B0: "°", 0xF06C: "●", 0xF0F0: "⇨", 0xF0A3: "≤", 0xF0B3: "≥",
    0xF0B4: "×", 0xF0B8: "÷", 0xF0B1: "±", 0xF0A5: "∞", 0xF052: "☑", 0xF0FB: "✗", 0xF0DE: "⇒",
}  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def shown_symbol(code: int) -> str:
    """Return what a character of a symbol font looks like; an unknown one is a box."""
    code = code | 0xF000 if code < 0x100 else code
    if code in _BULLETS:
        return _BULLETS[code]
    return "□" if 0xE000 <= code < 0xF900 else chr(code)


def show_private(text: str) -> str:
    """Return the text with characters of symbol fonts as they look."""
    return _PRIVATE.sub(lambda match: shown_symbol(ord(match[0])), text)


def format_number(number: int, form: str) -> str:
    """Return a counter as a list shows it; an unknown form is decimal."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        times, index = divmod(number - 1, 26)
        text = chr(ord("a") + index) * (min(times, 50) + 1)
    elif form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        text = _roman(number)
    elif form == "none":
        return ""
    elif form == "decimalZero":
        return f"{number:02d}"
    else:
        return str(number)
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


@dataclass(frozen=True, slots=True)
class Level:
    """start: first number. restart: level (from 1) after which it restarts, 0 never."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int | None = None
    suffix: str = " "
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class ListDefinition:
    """A list definition and how far its counters are; all lists made from it share them."""

    levels: dict[int, Level]
    style_link: str | None
    counters: list[int | None] = field(default_factory=lambda: [None] * MAX_LEVELS)


@dataclass(slots=True)
class NumberedList:
    """A list (num): overrides of levels, and start numbers it still has to apply."""

    definition: ListDefinition
    levels: dict[int, Level]
    starts: dict[int, int]


def count_paragraph(entry: NumberedList, level: int) -> tuple[str, str]:
    """Count one paragraph of the list and return its number with what follows it.

    ("", "") when the list does not define the level.
    """
    level = min(level, MAX_LEVELS - 1)
    if level not in entry.levels:
        return "", ""
    own = entry.levels[level]
    _step(entry, level)
    if own.form == "bullet":
        return show_private(own.text).strip(), own.suffix
    return _shown(entry, own), own.suffix


def _step(entry: NumberedList, level: int) -> None:
    counters = entry.definition.counters
    if level in entry.starts:
        counters[level] = entry.starts.pop(level)
    else:
        now = counters[level]
        counters[level] = entry.levels[level].start if now is None else now + 1
    for upper in range(level):
        if counters[upper] is None and upper in entry.levels:
            counters[upper] = entry.levels[upper].start
    for deeper in range(level + 1, MAX_LEVELS):
        restart = entry.levels[deeper].restart if deeper in entry.levels else None
        if restart is None or (restart > 0 and level < restart):
            counters[deeper] = None


def _shown(entry: NumberedList, own: Level) -> str:
    text = own.text
    for index in range(MAX_LEVELS):
        mark = f"%{index + 1}"
        if mark in text:
            number = entry.definition.counters[index]
            form = entry.levels[index].form if index in entry.levels else "decimal"
            form = "decimal" if own.legal and form != "none" else form
            text = text.replace(mark, format_number(1 if number is None else number, form))
    return show_private(text).strip()

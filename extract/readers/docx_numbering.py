"""Automatic numbers of a Word document, as Word shows them ("Điều 1.", "a)", "-")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from extract.readers.docx_package import Node
from extract.readers.docx_styles import Styles, is_on

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
class _Level:
    """start: first number. restart: level (from 1) after which it restarts, 0 never."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int | None = None
    suffix: str = " "
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _Abstract:
    """A list definition and how far its counters are; all lists made from it share them."""

    levels: dict[int, _Level]
    style_link: str | None
    counters: list[int | None] = field(default_factory=lambda: [None] * MAX_LEVELS)


@dataclass(slots=True)
class _List:
    """A list (num): overrides of levels, and start numbers it still has to apply."""

    abstract: _Abstract
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """Counts the lists of one document, in document order."""

    def __init__(self, load: Callable[[], Node | None], styles: Styles) -> None:
        self._load = load
        self._styles = styles

    @cached_property
    def _lists(self) -> dict[str, _List]:
        """The lists by id; their part is read when the first number is asked for."""
        tree = self._load()
        abstracts: dict[str, _Abstract] = {}
        for node in tree.all("abstractNum") if tree else []:
            levels = dict(_read_level(child) for child in node.all("lvl"))
            abstracts[node.get("abstractNumId")] = _Abstract(levels, node.value("numStyleLink"))
        return {
            node.get("numId"): _read_list(node, found)
            for node in (tree.all("num") if tree else [])
            if (found := abstracts.get(node.value("abstractNumId") or ""))
        }

    def next_label(self, num_id: str, level: int | None, style: str | None) -> tuple[str, str]:
        """Count one paragraph and return its number with what follows it; ("", "") without.

        level: None when the paragraph does not say; then the level bound to its style counts.
        """
        entry = self._find_list(num_id)
        if entry is None:
            return "", ""
        if level is None:
            bound = (i for i, lvl in entry.levels.items() if lvl.style and lvl.style == style)
            level = next(bound, 0)
        level = min(level, MAX_LEVELS - 1)
        if level not in entry.levels:
            return "", ""
        own = entry.levels[level]
        self._count(entry, level)
        if own.form == "bullet":
            return show_private(own.text).strip(), own.suffix
        return self._shown(entry, own), own.suffix

    def _find_list(self, num_id: str) -> _List | None:
        entry = self._lists.get(num_id)
        for _ in range(5):  # a list may only point to a numbering style, which names the list
            if entry is None or entry.levels or not entry.abstract.style_link:
                return entry
            entry = self._lists.get(self._styles.numbering_style(entry.abstract.style_link))
        return None

    def _count(self, entry: _List, level: int) -> None:
        counters = entry.abstract.counters
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

    def _shown(self, entry: _List, own: _Level) -> str:
        text = own.text
        for index in range(MAX_LEVELS):
            mark = f"%{index + 1}"
            if mark in text:
                number = entry.abstract.counters[index]
                form = entry.levels[index].form if index in entry.levels else "decimal"
                form = "decimal" if own.legal and form != "none" else form
                text = text.replace(mark, format_number(1 if number is None else number, form))
        return show_private(text).strip()


def _read_list(node: Node, abstract: _Abstract) -> _List:
    levels = dict(abstract.levels)
    starts: dict[int, int] = {}
    for override in node.all("lvlOverride"):
        index = _number(override.get("ilvl"), 0)
        if own := override.child("lvl"):
            levels[index] = _read_level(own)[1]
        start = override.value("startOverride")
        if start is not None:
            starts[index] = _number(start, 1)
            levels[index] = replace(levels.get(index, _Level()), start=starts[index])
    return _List(abstract, levels, starts)


def _read_level(node: Node) -> tuple[int, _Level]:
    text = node.child("lvlText")
    form = node.child("numFmt") or _alternative(node, "numFmt")
    restart = node.value("lvlRestart")
    suffix = node.value("suff")
    legal = node.child("isLgl")
    return _number(node.get("ilvl"), 0), _Level(
        form=form.get("val", "decimal") if form else "decimal",
        text=text.get("val") if text else "",
        start=_number(node.value("start"), 0 if node.value("start") is None else 1),
        restart=None if restart is None else _number(restart, 0),
        suffix="" if suffix == "nothing" else " ",
        legal=legal is not None and is_on(legal.get("val")),
        style=node.value("pStyle"),
    )


def _alternative(node: Node, name: str) -> Node | None:
    """Return a child that stands in mc:AlternateContent, from its Fallback."""
    for alternate in node.all("AlternateContent"):
        for branch in ("Fallback", "Choice"):
            holder = alternate.child(branch)
            if holder and (found := holder.child(name)):
                return found
    return None


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else default

"""The lists that a DOCX defines (numbering.xml), ready to be counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from extract.readers.docx_package import Node
from extract.readers.docx_styles import Styles, is_on
from extract.readers.numbering import Level, ListDefinition, NumberedList, count_paragraph


class Numbering:
    """Counts the lists of one document, in document order."""

    def __init__(self, load: Callable[[], Node | None], styles: Styles) -> None:
        self._load = load
        self._styles = styles

    @cached_property
    def _lists(self) -> dict[str, NumberedList]:
        """The lists by id; their part is read when the first number is asked for."""
        tree = self._load()
        abstracts: dict[str, ListDefinition] = {}
        for node in tree.all("abstractNum") if tree else []:
            levels = dict(_read_level(child) for child in node.all("lvl"))
            abstracts[node.get("abstractNumId")] = ListDefinition(
                levels, node.value("numStyleLink")
            )
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
        return count_paragraph(entry, level)

    def _find_list(self, num_id: str) -> NumberedList | None:
        entry = self._lists.get(num_id)
        for _ in range(5):  # a list may only point to a numbering style, which names the list
            if entry is None or entry.levels or not entry.definition.style_link:
                return entry
            entry = self._lists.get(self._styles.numbering_style(entry.definition.style_link))
        return None


def _read_list(node: Node, abstract: ListDefinition) -> NumberedList:
    levels = dict(abstract.levels)
    starts: dict[int, int] = {}
    for override in node.all("lvlOverride"):
        index = _number(override.get("ilvl"), 0)
        if own := override.child("lvl"):
            levels[index] = _read_level(own)[1]
        start = override.value("startOverride")
        if start is not None:
            starts[index] = _number(start, 1)
            levels[index] = replace(levels.get(index, Level()), start=starts[index])
    return NumberedList(abstract, levels, starts)


def _read_level(node: Node) -> tuple[int, Level]:
    text = node.child("lvlText")
    form = node.child("numFmt") or _alternative(node, "numFmt")
    restart = node.value("lvlRestart")
    suffix = node.value("suff")
    legal = node.child("isLgl")
    return _number(node.get("ilvl"), 0), Level(
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

"""Styles of a Word document, resolved through `basedOn`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.readers.docx_package import Node
from extract.readers.runs import BOLD, ITALIC, STRUCK, UNDERLINE

HIDDEN, CAPS = 16, 32
"""Flags beside those of marks: text that is not shown, text shown in capitals."""

FLAGS = {
    "b": BOLD, "i": ITALIC, "strike": STRUCK, "dstrike": STRUCK, "u": UNDERLINE,
    "vanish": HIDDEN, "caps": CAPS,
}  # fmt: skip
_OFF = frozenset({"0", "false", "off", "none"})
_ALIGN = {
    "both": "justify", "distribute": "justify", "left": "left", "start": "left",
    "right": "right", "end": "right", "center": "center",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or character style says, its ancestors included.

    flags_off: flags that it switches off. level: numbering level, None when it names none.
    outline: 0 to 8 for a heading. num_id: "" when it has no automatic number.
    """

    name: str | None = None
    flags: int = 0
    flags_off: int = 0
    num_id: str = ""
    level: int | None = None
    outline: int | None = None
    align: str | None = None
    font: str | None = None


PLAIN = Style()


def is_on(value: str | None) -> bool:
    """Say whether a switch with this `val` is on (an absent `val` is)."""
    return not value or value.lower() not in _OFF


def align_of(value: str | None) -> str | None:
    """Return the alignment as blocks name it."""
    return _ALIGN.get(value or "")


def outline_of(value: str | None) -> int | None:
    """Return an outline level 0 to 8; 9 is body text."""
    return int(value) if value and value.isdecimal() and int(value) < 9 else None


_UNUSED = (
    (b' w:type="table"', b"<w:style ", b"</w:style>"),
    (b"<w:latentStyles", b"<w:latentStyles", b"</w:latentStyles>"),
)
"""What shows an element that nobody asks for, its start and its end."""


def cut_unused(xml: bytes) -> bytes:
    """Return the part without styles of tables and the list of styles that Word only knows of.

    They are nine tenths of the part. Writers that choose another prefix get nothing cut.
    """
    for sign, first, last in _UNUSED:
        kept: list[bytes] = []
        at = 0
        while (found := xml.find(sign, at)) >= 0:
            start = xml.rfind(first, at, found + len(sign))
            end = xml.find(last, found)
            close = xml.find(b">", start)
            if start < 0 or end < 0 or close < found or xml[close - 1 : close] == b"/":
                break
            kept.append(xml[at:start])
            at = end + len(last)
        xml = b"".join([*kept, xml[at:]])
    return xml


class Styles:
    """The styles of one document by id; an unknown id gives the plain style."""

    def __init__(self, tree: Node | None) -> None:
        self._nodes: dict[str, Node] = {}
        self._resolved: dict[str | None, Style] = {}
        self._default: str | None = None
        base = PLAIN
        for node in tree.children if tree else []:
            if node.name == "docDefaults":
                base = _own(_default(node, "rPr"), _default(node, "pPr"), PLAIN)
            elif node.name == "style":
                identity = node.get("styleId")
                self._nodes[identity] = node
                is_default = node.get("default") in ("1", "true", "on")
                if is_default and node.get("type") == "paragraph":
                    self._default = identity
        self._base = base

    def __getitem__(self, identity: str | None) -> Style:
        """Return the resolved style; None is the default paragraph style."""
        found = self._resolved.get(identity)
        if found is None:
            found = self._resolved[identity] = self._resolve(identity or self._default)
        return found

    def numbering_style(self, identity: str) -> str:
        """Return the numId that a numbering style names, "" without one."""
        return self[identity].num_id

    def _resolve(self, identity: str | None) -> Style:
        chain: list[Node] = []
        seen: set[str] = set()
        while identity in self._nodes and identity not in seen:
            seen.add(identity)
            chain.append(self._nodes[identity])
            identity = chain[-1].value("basedOn") or ""
        is_character = bool(chain) and chain[0].get("type") == "character"
        style = PLAIN if is_character else self._base
        for node in reversed(chain):
            style = _own(node.child("rPr"), node.child("pPr"), style)
            style = replace(style, name=node.value("name") or style.name)
        return style


def _default(node: Node, name: str) -> Node | None:
    holder = node.child(f"{name}Default")
    return holder.child(name) if holder else None


def _own(run: Node | None, paragraph: Node | None, base: Style) -> Style:
    """Return a style of these run and paragraph properties on top of what it is based on."""
    flags, off = base.flags, base.flags_off
    for child in run.children if run else []:
        if flag := FLAGS.get(child.name):
            if is_on(child.get("val")):
                flags, off = flags | flag, off & ~flag
            else:
                flags, off = flags & ~flag, off | flag
    style = replace(base, flags=flags, flags_off=off, font=_font(run) or base.font)
    if paragraph is None:
        return style
    number = paragraph.child("numPr")
    num_id, level = style.num_id, style.level
    if number:
        num_id = number.value("numId") or num_id
        text = number.value("ilvl")
        level = int(text) if text and text.isdecimal() else level
    outline = paragraph.value("outlineLvl")
    return replace(
        style,
        num_id=num_id,
        level=level,
        outline=outline_of(outline) if outline is not None else style.outline,
        align=align_of(paragraph.value("jc")) or style.align,
    )


def _font(run: Node | None) -> str | None:
    fonts = run.child("rFonts") if run else None
    if fonts is None:
        return None
    return fonts.get("hAnsi") or fonts.get("ascii") or None

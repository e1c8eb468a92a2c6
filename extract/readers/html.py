"""HTML, mostly as Word wrote it, into blocks and grids.

Elements come as events from libxml2's forgiving parser, so that depth costs no stack; words cut
by tags are joined, scripts, styles and hidden parts are dropped.
"""

from __future__ import annotations

import email
import email.policy
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from lxml import etree

from extract.model import Block, Document, Note
from extract.readers.decoding import decode, find_declared
from extract.readers.legacy_fonts import read_run
from extract.readers.limits import LIMITS, Limits
from extract.readers.line_breaks import shown_lines
from extract.readers.numbering import format_number, show_private
from extract.readers.raw_table import Item, Meter, RawCell, RawRow, read_table
from extract.readers.runs import BOLD, ITALIC, STRUCK, UNDERLINE, Run, join_lines

_SKIPPED_TAGS = """
script style head noscript template svg math object applet iframe select textarea button nav aside
footer audio video canvas map"""
_BLOCK_TAGS = """
p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote center section article address form fieldset
pre table caption tr td th tbody thead tfoot hr body main header figure figcaption details summary
legend html"""
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_FLAGS = {
    "b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC, "u": UNDERLINE, "s": STRUCK,
    "strike": STRUCK, "del": STRUCK, "th": BOLD,
}  # fmt: skip
_STYLE = re.compile(r"([a-z-]{3,30})\s{0,5}:\s{0,5}([^;]{1,200})", re.IGNORECASE)
_LIST_TYPES = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
_ALIGNS = frozenset({"left", "right", "center", "justify"})


def read_html(data: bytes, file_name: str, limits: Limits = LIMITS) -> Document:
    """Return an HTML page, or the page inside a web archive, as a document."""
    items, notes = read_page(data, Meter(file_name, limits))
    return Document(
        file_name=file_name,
        format="html",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        items=tuple(items),
        notes=notes,
    )


def read_page(data: bytes, meter: Meter) -> tuple[list[Item], tuple[Note, ...]]:
    """Return the items of a page, or of the page in a web archive, and doubts on its encoding."""
    html = _archived_page(data) if data[:200].lstrip()[:1] != b"<" else data
    decoded = decode(html, meter.where, declared=find_declared(html) or "cp1252")
    return read_fragment(decoded.text, meter), decoded.notes


def read_fragment(html: str, meter: Meter) -> list[Item]:
    """Return the blocks and grids of some HTML."""
    walker = _Walker(meter)
    # As bytes with the encoding named: a charset declared in the page must not be applied twice.
    parser = etree.HTMLParser(target=cast(Any, walker), encoding="utf-8", huge_tree=False)
    parser.feed(html.encode("utf-8", "replace"))
    parser.close()
    return walker.holders[0]


def _archived_page(data: bytes) -> bytes:
    """Return the page of a web archive (MHTML), which is built like a mail."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload
    return data


class _State(NamedTuple):
    """What an element hands to those inside it."""

    flags: int = 0
    align: str | None = None
    heading: int | None = None
    font: str | None = None
    pre: bool = False


@dataclass(slots=True)
class _List:
    form: str
    number: int


@dataclass(slots=True)
class _Table:
    rows: list[RawRow] = field(default_factory=list)
    in_head: bool = False


class _Walker:
    """Target of the parser: collects inline text until a block starts or ends."""

    def __init__(self, meter: Meter) -> None:
        self.meter = meter
        self.holders: list[list[Item]] = [[]]
        self._states = [_State()]
        self._tables: list[_Table] = []
        self._lists: list[_List] = []
        self._runs: list[Run] = []
        self._label: str | None = None
        self._skipping = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        style = _declarations(attributes.get("style", ""))
        if self._skipping or tag in _SKIPPED or _is_hidden(attributes, style):
            self._skipping += 1
            return
        if tag in _BLOCKS:
            self._flush()
        self._states.append(_inner_state(self._states[-1], tag, attributes, style))
        if tag == "br":
            self._runs.append(("\n", 0))
        elif tag == "table":
            self._tables.append(_Table())
            self.meter.limits.check(self.meter.where, "nesting", len(self._tables))
        elif tag in ("ol", "ul"):
            form = _LIST_TYPES.get(attributes.get("type", ""), "decimal")
            self._lists.append(
                _List(form if tag == "ol" else "bullet", _int(attributes.get("start"), 1))
            )
        elif tag == "li":
            self._label = self._next_label(attributes)
        elif self._tables:
            self._start_in_table(tag, attributes)

    def _start_in_table(self, tag: str, attributes: Mapping[str, str]) -> None:
        table = self._tables[-1]
        if tag in ("thead", "tbody"):
            table.in_head = tag == "thead"
        elif tag == "tr":
            table.rows.append(RawRow(is_header=table.in_head))
        elif tag in ("td", "th"):
            if not table.rows:
                table.rows.append(RawRow(is_header=table.in_head))
            cell = RawCell(
                column_span=max(1, _int(attributes.get("colspan"), 1)),
                # A span of 0 reaches the end of the table; the table itself cuts it off.
                row_span=_int(attributes.get("rowspan"), 1) or 65_534,
            )
            table.rows[-1].cells.append(cell)
            self.holders.append(cell.items)

    def end(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        if tag in _BLOCKS:
            self._flush()
        if len(self._states) > 1:
            self._states.pop()
        if tag in ("td", "th") and len(self.holders) > 1:
            self.holders.pop()
        elif tag == "table" and self._tables:
            self.holders[-1].extend(read_table(self._tables.pop().rows, "html", self.meter))
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._label = None

    def data(self, text: str) -> None:
        if self._skipping:
            return
        state = self._states[-1]
        shown = show_private(text)
        if state.font:
            shown = read_run(shown, state.font)
        self._runs.append((shown if state.pre else shown.replace("\n", " "), state.flags))

    def comment(self, _: str) -> None:
        """Leave out comments, Word's conditional ones too."""

    def pi(self, *_: str) -> None:
        """Leave out processing instructions."""

    def close(self) -> None:
        self._flush()

    def _flush(self) -> None:
        if not self._runs:
            return
        runs, self._runs = self._runs, []
        state = self._states[-1]
        split = bool(self._tables) or state.pre or state.align in ("center", "right")
        lines = shown_lines(runs, split=split)
        for index, line in enumerate(lines):
            label = self._label if index == 0 else None
            self._label = None
            text, marks = join_lines([(label, ()), line]) if label else line
            self.meter.add_item()
            self.holders[-1].append(
                Block(
                    text,
                    role="heading" if state.heading else "body",
                    heading_level=state.heading,
                    label=label,
                    align=state.align,
                    marks=marks,
                )
            )

    def _next_label(self, attributes: Mapping[str, str]) -> str | None:
        if not self._lists:
            return None
        own = self._lists[-1]
        if own.form == "bullet":
            return "•"
        own.number = _int(attributes.get("value"), own.number)
        label = f"{format_number(own.number, own.form)}."
        own.number += 1
        return label


def _inner_state(
    outer: _State, tag: str, attributes: Mapping[str, str], style: Mapping[str, str]
) -> _State:
    flags = outer.flags | _FLAGS.get(tag, 0)
    heading = int(tag[1]) if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else outer.heading
    align = "center" if tag == "center" else attributes.get("align", "").lower() or None
    align = style.get("text-align", align)
    font = style.get("font-family") or (attributes.get("face") if tag == "font" else None)
    weight = style.get("font-weight", "")
    if weight in ("bold", "bolder", "600", "700", "800", "900"):
        flags |= BOLD
    elif weight in ("normal", "400", "lighter"):
        flags &= ~BOLD
    if style.get("font-style") in ("italic", "oblique"):
        flags |= ITALIC
    elif style.get("font-style") == "normal":
        flags &= ~ITALIC
    decoration = style.get("text-decoration", "")
    flags |= STRUCK * ("line-through" in decoration) | UNDERLINE * ("underline" in decoration)
    return _State(
        flags,
        align if align in _ALIGNS else outer.align,
        heading,
        font.split(",")[0].strip(" \"'") if font else outer.font,
        outer.pre or tag == "pre" or style.get("white-space", "").startswith("pre"),
    )


def _declarations(style: str) -> dict[str, str]:
    if not style:
        return {}
    found = {name.lower(): value.strip() for name, value in _STYLE.findall(style[:2000])}
    return {
        name: value if name == "font-family" else value.lower() for name, value in found.items()
    }


def _is_hidden(attributes: Mapping[str, str], style: Mapping[str, str]) -> bool:
    return (
        "hidden" in attributes
        or style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or style.get("visibility") == "hidden"
    )


def _int(value: str | None, default: int) -> int:
    value = (value or "").strip()
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 8 else default

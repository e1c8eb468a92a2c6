"""The words in which a sample plan is written down once: its text and its gold follow from it.

A paragraph or cell is a tuple of pieces: plain strings, `Cite`, `Due` and `Unit`. Rendering joins
their texts; the gold lists their fields. So what a file says and what its gold says cannot drift.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Piece = "str | Cite | Due | Unit"


@dataclass(frozen=True)
class Cite:
    """A citation. on: date as printed. iso: its value, worked out from `on` unless given.

    by: issuer printed with it; shared_by: issuer printed elsewhere in its list. printed_symbol:
    as the file prints it, where it differs. about: its subject, which may hold further pieces.
    """

    type: str
    symbol: str | None
    on: str | None = None
    by: str | None = None
    about: Any = ()
    role: str = "mention"
    pin: str = ""
    pins: tuple[str, ...] = ()
    so: str = "số "
    iso: str | Literal["from on"] | None = "from on"
    shared_by: str | None = None
    shared_on: str | None = None
    printed_symbol: str | None = None
    printed_type: str | None = None
    suspect: str | None = None
    glue: str = "của "
    on_word: str = "ngày"
    comma: str = ""  # Party papers print "số 22-QĐ/TW, ngày ..."

    @property
    def raw(self) -> str:
        words = [self.pin, self.type if self.printed_type is None else self.printed_type]
        if self.symbol:
            words.append(self.so + (self.printed_symbol or self.symbol) + self.comma)
        if self.on:
            words.append(f"{self.on_word} {self.on}" if self.symbol else self.on)
        if self.by:
            words.append(self.glue + self.by)
        return " ".join(w for w in words if w)

    @property
    def text(self) -> str:
        about = text_of(self.about)
        return f"{self.raw} {about}" if about else self.raw

    def gold(self) -> dict[str, Any]:
        return {
            "line": None,
            "raw": self.raw,
            "type": self.type.capitalize() if self.type.isupper() else self.type,
            "symbol": self.symbol,
            "issued_on": self.issued_on,
            "issued_on_raw": (self.on or self.shared_on or "").removeprefix("ngày ") or None,
            "issuer": self.by or self.shared_by,
            "subject": text_of(self.about) or None,
            "pinpoints": list(self.pins),
            "role": self.role,
            "suspect": self.suspect,
        }

    @property
    def issued_on(self) -> str | None:
        if self.iso != "from on":
            return self.iso
        printed = self.on or self.shared_on
        if not printed:
            return None
        numbers = [int(n) for n in re.split(r"[ /.-]", printed) if n.isdigit()]
        if len(numbers) < DAY_MONTH_YEAR:
            return None  # "năm 2012": the year alone is no date
        return "{2:04}-{1:02}-{0:02}".format(*numbers)


@dataclass(frozen=True)
class Due:
    """A deadline; its words stand in the text as `raw`."""

    raw: str
    kind: str
    mod: str | None = None
    start: str | None = None
    due: str | None = None
    rrule: str | None = None
    freq: str | None = None
    offset: str | None = None
    business: bool = False
    anchor: str | None = None
    action: str | None = None
    responsible: str | None = None

    @property
    def text(self) -> str:
        return self.raw

    def gold(self, source: str, action: str | None, responsible: str | None) -> dict[str, Any]:
        return {
            "line": None,
            "raw": self.raw,
            "source": source,
            "kind": self.kind,
            "mod": self.mod,
            "start_on": self.start,
            "due_on": self.due,
            "rrule": self.rrule,
            "freq": self.freq,
            "offset": self.offset,
            "business_days": self.business,
            "anchor": self.anchor,
            "action": self.action or action,
            "responsible": self.responsible or responsible,
        }


@dataclass(frozen=True)
class Unit:
    """A named unit of the unit list `of` (its title). name: with its kind word."""

    name: str
    of: str
    printed: str | None = None

    @property
    def text(self) -> str:
        return self.printed or self.name


DAY_MONTH_YEAR = 3
UP = "\u2191"  # a cell merged with the one above


def text_of(pieces: Any) -> str:
    """Return the pieces as printed."""
    if isinstance(pieces, str):
        return pieces
    if isinstance(pieces, tuple):
        return "".join(text_of(p) for p in pieces)
    return str(pieces.text)


def leaves(pieces: Any) -> Iterator[Any]:
    """Yield every citation, deadline and unit in reading order, those inside subjects too."""
    if isinstance(pieces, tuple):
        for piece in pieces:
            yield from leaves(piece)
    elif isinstance(pieces, Cite):
        yield pieces
        yield from leaves(pieces.about)
    elif not isinstance(pieces, str):
        yield pieces


@dataclass(frozen=True)
class Par:
    """A paragraph. style: h1, h2 (headings), item, body, note (italic, centred)."""

    pieces: Any
    style: str = "body"


@dataclass(frozen=True)
class Table:
    """A table with its gold: columns are roles (ordinal, task, lead...); budget_unit in đồng."""

    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Any, ...], ...]
    kind: str
    columns: tuple[str, ...] = ()
    appendix: str | None = None
    caption: tuple[str, ...] = ()
    note: Any = ()
    widths: tuple[float, ...] = ()
    budgets: dict[int, int] = field(default_factory=dict)
    total_rows: tuple[int, ...] = ()
    header_spans: tuple[tuple[int, int, int, int], ...] = ()
    wide: tuple[int, ...] = ()  # body rows whose first cell spans all columns
    pages: tuple[int, ...] = ()  # body rows after which a text export repeats the header


@dataclass(frozen=True)
class Listing:
    title: str
    role: str


@dataclass(frozen=True)
class Sample:
    """A plan: what its letterhead prints, what its gold says, and its body in order.

    format: of the committed file. formats: those it is scored in. layout: of the text file.
    beside: a second signature, of a joint plan. same_line: "KẾ HOẠCH Kiểm tra ..." on one line.
    """

    name: str
    format: Literal["docx", "html", "pdf", "txt"]
    doc_type: str
    title: tuple[Any, ...]
    issuer: str
    letterhead: tuple[str, ...]
    printed_number: str
    number: str | None
    symbol: str | None
    printed_date: str
    issued_on: str | None
    place: str | None
    body: tuple[Par | Table, ...]
    signature: tuple[str, ...] = ()
    signers: tuple[tuple[str, str | None, str | None], ...] = ()
    recipients: tuple[str, ...] = ()
    appendices: tuple[Par | Table, ...] = ()
    lists: tuple[Listing, ...] = ()
    flags: tuple[tuple[str, str], ...] = ()
    motto: tuple[str, ...] = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    )
    under_title: Any = ()
    formats: tuple[str, ...] = ("docx", "html", "pdf", "txt")
    layout: Literal["plain", "pipes", "portal", "spaces", "tabs", "wrapped"] = "plain"
    beside: tuple[str, ...] = ()
    same_line: bool = False


def gold_of(sample: Sample) -> dict[str, Any]:
    """Return the gold record of the sample."""
    citations: list[dict[str, Any]] = []
    deadlines: list[dict[str, Any]] = []
    tables: list[dict[str, Any]] = []
    tasks: list[dict[str, Any]] = []
    units: dict[str, list[str]] = {}

    def take(pieces: Any, source: str, action: str | None, lead: str | None) -> None:
        for leaf in leaves(pieces):
            if isinstance(leaf, Cite):
                citations.append(leaf.gold())
            elif isinstance(leaf, Due):
                deadlines.append(leaf.gold(source, action, lead))
            else:
                units.setdefault(leaf.of, []).append(leaf.name)

    take(sample.title, "text", None, None)
    take(sample.under_title, "text", None, None)
    for item in (*sample.body, *sample.appendices):
        if isinstance(item, Par):
            take(item.pieces, "text", None, None)
            continue
        take(item.note, "text", None, None)
        for record in _tasks(item, len(tables)):
            tasks.append(record)
        for row in _filled(item.rows):
            texts = dict(zip(item.columns, (_plain(c) for c in row), strict=False))
            take(row, "table", texts.get("task"), texts.get("lead") or None)
        tables.append(_table(item))
    return {
        "file": f"{sample.name}.{sample.format}",
        "document": {
            "doc_type": sample.doc_type,
            "number": sample.number,
            "symbol": sample.symbol,
            "place": sample.place,
            "issued_on": sample.issued_on,
            "issuer": sample.issuer,
            "title": " ".join(_plain(line) for line in sample.title),
            "signers": [
                {"name": name, "title": title, "capacity": capacity}
                for name, title, capacity in sample.signers
            ],
            "recipients": [r.rstrip(";.") for r in sample.recipients],
        },
        "citations": citations,
        "tables": tables,
        "tasks": tasks,
        "unit_lists": [
            {"line": None, "title": x.title, "role": x.role, "units": units.get(x.title, [])}
            for x in sample.lists
        ],
        "deadlines": deadlines,
        "flags": [{"line": None, "code": code, "why": why} for code, why in sample.flags],
    }


def _plain(pieces: Any) -> str:
    """Return the pieces without Markdown emphasis, which is not part of a record."""
    return text_of(pieces).replace("**", "").strip("*")


def _filled(rows: tuple[tuple[Any, ...], ...]) -> Iterator[tuple[Any, ...]]:
    """Yield rows with merged cells filled; a merged deadline or citation is listed once only."""
    above: tuple[Any, ...] = ()
    for row in rows:
        filled = tuple(text_of(above[i]) if cell == UP else cell for i, cell in enumerate(row))
        above = filled
        yield filled


def _tasks(table: Table, index: int) -> Iterator[dict[str, Any]]:
    if table.kind != "task_plan":
        return
    for number, row in enumerate(_filled(table.rows)):
        if number in table.total_rows:
            continue
        texts = dict(zip(table.columns, (_plain(c) for c in row), strict=True))
        if number in table.wide:
            label, _, words = texts[table.columns[0]].partition(" ")
            texts |= {"ordinal": label.rstrip("."), "task": words}
        named = {k: texts.get(k, "") for k in ("lead", "coordinating", "product", "deadline")}
        yield {
            "table": index,
            "ordinal": texts.get("ordinal", ""),
            "task": texts["task"],
            **named,
            "budget_vnd": table.budgets.get(number),
            "group": not any(named.values()),
        }


def _table(table: Table) -> dict[str, Any]:
    return {
        "line": None,
        "appendix": table.appendix,
        "caption": " ".join(table.caption) or None,
        "header": [[_plain(c) for c in row] for row in table.header],
        "rows": [["" if c == UP else _plain(c) for c in row] for row in table.rows],
        "kind": table.kind,
    }


__all__ = [
    "UP", "Cite", "Due", "Listing", "Par", "Sample", "Table", "Unit", "gold_of", "replace",
    "text_of",
]  # fmt: skip

"""What the stages find: passages, and the records that point into them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal

from extract.model.document import BlockRole, Mark, Origin
from extract.model.inferred import Inferred
from extract.model.unit import UnitName

PassageKind = Literal[
    # where a text stands: set by list_passages
    "paragraph", "heading", "cell", "footnote",
    # what it is: set by label_passages from the header and section stages
    "letterhead", "number", "place_date", "doc_type", "title", "issued_with",
    "legal_basis", "recipients", "signature", "appendix", "caption",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """One text that records point into: a paragraph, or a non-empty cell of a joined table.

    seq: place in reading order, from 0; records name their passage by it.
    label: the printed ordinal that opens it ("I", "1", "1.1", "a", "-", "+"), without its dot
        or bracket; None where none is printed.
    section: seq of the heading it stands under, None above the first heading.
    table, row, column: for a cell, index of its table and of its body row (header rows count
        from -1 downwards, -1 the first), and its column.
    """

    seq: int
    text: str
    kind: PassageKind = "paragraph"
    label: str | None = None
    section: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    origins: tuple[Origin, ...] = (Origin(0),)
    marks: tuple[Mark, ...] = ()
    heading_level: int | None = None
    role: BlockRole = "body"
    align: str | None = None

    @property
    def page(self) -> int | None:
        return self.origins[0].page

    @property
    def line(self) -> int | None:
        return self.origins[0].line

    def origin_at(self, offset: int) -> Origin:
        """Return where the character at `offset` was printed."""
        return self.origins[max(0, bisect_right(self.origins, offset, key=lambda o: o.start) - 1)]


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature. capacity: "KT. CHỦ TỊCH" (before "TM. ..." if both are printed)."""

    name: str
    title: str | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What letterhead, title and signature say of the document itself.

    number: as printed; None when blank. symbol: "50/KH-UBND"; "/KH-UBND" with a blank number.
    issued_on_raw: the printed date, blanks included. issuer: the issuing body with its place.
    issuer_raw: as printed in the letterhead; None when no letterhead is printed.
    issuer_level: central, province, district, commune, or None.
    plan_year: the one year the plan is about; None when the title names several or none does.
    plan_years: first and last year the title or date names.
    issued_with: symbol of the instrument that the plan is issued with.
    parts: seq of a passage -> what it is in the layout of the document.
    """

    doc_type: str | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    issued_on: date | None = None
    issued_on_raw: str | None = None
    issuer: str | None = None
    issuer_raw: str | None = None
    issuer_level: str | None = None
    title: str | None = None
    plan_year: int | None = None
    plan_years: tuple[int, int] | None = None
    issued_with: str | None = None
    signers: tuple[Signer, ...] = ()
    recipients: tuple[str, ...] = ()
    inferred: tuple[Inferred, ...] = ()
    parts: tuple[tuple[int, PassageKind], ...] = ()


CitationRole = Literal[
    "legal_basis", "implements", "amends", "amended_by", "issued_with", "self", "mention"
]


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The part of an instrument that is cited: what is printed after Điều, khoản, điểm."""

    article: str | None = None
    clause: str | None = None
    point: str | None = None

    def __str__(self) -> str:
        parts = (("điểm", self.point), ("khoản", self.clause), ("Điều", self.article))
        return " ".join(f"{word} {value}" for word, value in parts if value)


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of an instrument (văn bản) in a document.

    passage: seq of its passage. start, end: `passages[passage].text[start:end] == raw`.
    raw: from the pinpoint or type word to the end of the issuer; the subject is not part of it.
    type: type word as printed, sentence case ("Nghị định").
    number: as printed ("30c"). symbol: spaces removed, a missing slash restored
        ("61/2018/NĐ-CP"); None for a law by name.
    kind: grammar of the symbol: legislative, administrative, letter, party, assembly, joint,
        consolidated, historic, law_by_name.
    issued_on: None when the text gives no date, or an impossible one.
    suspect: why an archivist should look at it, or None.
    inferred: fields not printed with this mention (issuer shared by a list), each with a reason.
    instrument: index into `Plan.instruments`, None when it could be two.
    """

    passage: int
    start: int
    end: int
    raw: str
    type: str
    kind: str = "administrative"
    number: str | None = None
    symbol: str | None = None
    issued_on: date | None = None
    issued_on_raw: str | None = None
    issuer: str | None = None
    subject: str | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    role: CitationRole = "mention"
    suspect: str | None = None
    inferred: tuple[Inferred, ...] = ()
    instrument: int | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """One mention of a technical standard or regulation (tiêu chuẩn, quy chuẩn); no citation.

    symbol: as it should be written ("TCVN ISO 9001:2015"). body: TCVN, TCVN ISO, QCVN ...
    publisher: code after the slash of a regulation (BTNMT). year: None when not printed.
    """

    passage: int
    start: int
    end: int
    raw: str
    symbol: str
    body: str
    number: str
    year: int | None = None
    publisher: str | None = None
    suspect: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument that a document cites: what its mentions say together.

    key: identity within the archive; equal keys are one instrument. It holds number, code and
        what its kind needs beside them (year, term, place).
    """

    key: str
    type: str
    number: str | None = None
    year: int | None = None
    symbol: str | None = None
    issuer: str | None = None
    issued_on: date | None = None
    title: str | None = None
    iri: str | None = None


RelationKind = Literal["amends", "replaces", "repeals", "issued_with", "guides", "implements"]


@dataclass(frozen=True, slots=True)
class Relation:
    """ "A amends B" as a document states it. source, target: indexes into `Plan.citations`.

    source is None when the document itself is the source.
    """

    source: int | None
    target: int
    kind: RelationKind
    cue: str


TableKind = Literal["task_plan", "unit_list", "form", "other"]
ColumnRole = Literal[
    "ordinal", "task", "lead", "coordinating", "product", "deadline", "budget", "unit", "note"
]


@dataclass(frozen=True, slots=True)
class Row:
    """One body row of a table. parent: index of the row it belongs under, None at the top.

    cells: texts; "" where empty or covered by a merge from above. filled: the same with values
    merged downwards filled in. kind: "body", "group" (no values of its own) or "total".
    """

    cells: tuple[str, ...]
    filled: tuple[str, ...]
    page: int | None = None
    line: int | None = None
    ordinal: str | None = None
    level: int = 0
    parent: int | None = None
    kind: Literal["body", "group", "total"] = "body"


@dataclass(frozen=True, slots=True)
class Join:
    """Why rows of two pages were taken for one table or one row. row: index of the body row."""

    row: int
    page: int | None
    reason: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A logical table (rows x columns): continuations joined, repeated headers dropped.

    columns: role of each column, None where unknown. orphan_headers: line (or None) of each
    repeated header row that no rows follow.
    """

    header: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    kind: TableKind
    columns: tuple[ColumnRole | None, ...]
    appendix: str | None = None
    caption: str | None = None
    page_from: int | None = None
    page_to: int | None = None
    line: int | None = None
    joins: tuple[Join, ...] = ()
    orphan_headers: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One task. source "table": a body row of a task_plan table; "text": a sentence.

    table, row: indexes, for source "table". passage: seq, for source "text". budget_vnd: đồng.
    lead_units, coordinating_units: the units that the cells name, in order.
    """

    ordinal: str
    task: str
    lead: str = ""
    coordinating: str = ""
    product: str = ""
    deadline: str = ""
    budget_vnd: int | None = None
    group: bool = False
    source: Literal["table", "text"] = "table"
    table: int | None = None
    row: int | None = None
    parent: int | None = None
    passage: int | None = None
    lead_units: tuple[UnitName, ...] = ()
    coordinating_units: tuple[UnitName, ...] = ()


DeadlineKind = Literal["date", "period", "recurring", "relative", "continuous", "event"]
DeadlineMod = Literal["before", "by", "after", "at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """When something of the plan is due, happens or recurs.

    raw: exact words, with the anchor event of a relative one. rrule: RFC 5545. freq: "2/P1M" for
    twice a month. offset: ISO 8601 duration, positive; its direction is in mod or side.
    due_time: "17:00" when printed. basis: what was printed and what was derived.
    timex3: (type, value) as TimeML writes them. task: index into `Plan.tasks`.
    """

    passage: int
    start: int
    end: int
    raw: str
    source: Literal["text", "table"]
    kind: DeadlineKind
    mod: DeadlineMod | None = None
    side: Literal["before", "after"] | None = None
    start_on: date | None = None
    due_on: date | None = None
    due_time: str | None = None
    rrule: str | None = None
    freq: str | None = None
    offset: str | None = None
    business_days: bool = False
    anchor: str | None = None
    timex3: str | None = None
    basis: str = "stated"
    action: str | None = None
    responsible: str | None = None
    unit: UnitName | None = None
    task: int | None = None
    suspect: str | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt about the document: code (closed list of docs/schema.md) and a factual sentence.

    passage: seq of the place, None for what is missing. table, row: for a doubt about a row.
    """

    code: str
    why: str
    passage: int | None = None
    table: int | None = None
    row: int | None = None
    page: int | None = None
    line: int | None = None

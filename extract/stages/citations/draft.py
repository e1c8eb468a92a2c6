"""A citation while it is being read: fields fill up from the symbol outwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from extract.model import CitationRole, Inferred, Pinpoint


@dataclass(slots=True)
class Draft:
    """One mention under construction. All offsets are into the text of its passage.

    start, end: of `raw` as known so far. core_start, core_end: of number and symbol (or of the
    name of a law). code: letters after the number, spaces removed. has_so: "số" is printed.
    subject_start, subject_end: None when no subject follows. parent: the draft whose subject
    holds this one. sibling: the draft before it in a list.
    """

    passage: int
    core_start: int
    core_end: int
    kind: str
    rule: str
    number: str | None = None
    year: int | None = None
    code: str = ""
    symbol: str | None = None
    type: str | None = None
    has_so: bool = False
    has_type: bool = False
    start: int = 0
    end: int = 0
    pinpoints: tuple[Pinpoint, ...] = ()
    issued_on: date | None = None
    issued_on_raw: str | None = None
    year_hint: int | None = None
    issuer: str | None = None
    subject_start: int | None = None
    subject_end: int | None = None
    subject: str | None = None
    law_name: str | None = None
    blank: bool = False
    role: CitationRole | None = None
    parent: Draft | None = None
    sibling: Draft | None = None
    cue: str = ""
    doubts: list[str] = field(default_factory=list)
    inferred: list[Inferred] = field(default_factory=list)

    @property
    def issuer_code(self) -> str:
        """The part of the code that stands for the issuer: "CP" of "NĐ-CP", "TW" of "NQ/TW"."""
        head, _, rest = self.code.partition("/" if self.kind == "party" else "-")
        return rest or head

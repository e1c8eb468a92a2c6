"""Header: what letterhead, title, signature and recipients say of the document itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from extract.model import Header, Inferred, Passage, PassageKind
from extract.stages.header.casing import natural_case, short_forms
from extract.stages.header.foot import Foot, read_foot
from extract.stages.header.head import Head, read_head
from extract.stages.header.issuer import (
    body_of,
    complete_issuer,
    find_level,
    find_statements,
    has_place,
    name_issuer,
)
from extract.stages.header.letterhead import Letterhead, find_letterhead, find_place_date
from extract.stages.header.rules import fold_line, rule
from extract.stages.header.title import (
    IssuedNote,
    Title,
    TypeLine,
    find_authority,
    find_catalogue_title,
    find_file_year,
    find_title,
    find_type_line,
    find_untyped_title,
    find_years,
    read_note,
    type_of_code,
)
from extract.text import make_date, squeeze, unify

_MAX_NOTE = 500
_LONGEST_PART = 1000
"""Characters: no letterhead and no title is longer than that."""


def find_header(passages: tuple[Passage, ...], file_name: str) -> Header:
    """Return the header facts; the file name is the last hint at the year of an undated plan."""
    head = read_head(passages)
    type_line = find_type_line(head)
    letterhead = find_letterhead(head, type_line.index if type_line else None)
    taken = _taken_lines(head, letterhead)
    title = _read_title(head, letterhead, type_line, taken)
    after = _first_body_passage(passages, head, type_line, title)
    foot = read_foot(passages, after)
    facts = _Facts(letterhead, title, type_line)
    facts.read_notes(passages)
    facts.read_late_date(passages, foot)
    facts.find_issuer(passages, after, find_authority(head, title, facts.doc_type))
    parts = _without_whole_documents(_parts(head, letterhead, title, foot, type_line), passages)
    return facts.header(foot, parts, file_name)


def _read_title(
    head: Head, letterhead: Letterhead, type_line: TypeLine | None, taken: frozenset[int]
) -> Title:
    if type_line:
        return find_title(head, type_line, taken)
    symbol = letterhead.number.symbol if letterhead.number else None
    word = type_of_code(symbol)
    if letterhead.about or word is None:
        return Title(letterhead.about)
    untyped = find_untyped_title(head, word, taken)
    return untyped if untyped.text else Title(find_catalogue_title(head, symbol))


@dataclass(slots=True)
class _Facts:
    """The facts while they are gathered, printed ones before inferred ones."""

    letterhead: Letterhead
    title: Title
    type_line: TypeLine | None
    doc_type: str | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    issued_on: date | None = None
    issued_on_raw: str | None = None
    issuer: str | None = None
    issued_with: str | None = None
    notes: list[IssuedNote] = field(default_factory=list)
    inferred: list[Inferred] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.letterhead.number:
            self.number = self.letterhead.number.number
            self.symbol = self.letterhead.number.symbol
        if self.letterhead.place_date:
            self.place = self.letterhead.place_date.place
            self.issued_on = self.letterhead.place_date.issued_on
            self.issued_on_raw = self.letterhead.place_date.raw
        if self.type_line:
            self.doc_type = self.type_line.word
        elif self.letterhead.about:
            self.doc_type = "Công văn"
        elif word := type_of_code(self.symbol):
            self.doc_type = word
            self._infer("doc_type", "from the code of the symbol")

    def _infer(self, name: str, reason: str) -> None:
        self.inferred.append(Inferred(name, reason))

    def read_notes(self, passages: tuple[Passage, ...]) -> None:
        """Take what notes "kèm theo ..." under the title and over appendices say."""
        own = read_note(self.title.note) if self.title.note else None
        mine = fold_line(self.doc_type or "kế hoạch")
        if own and own.type != mine:
            self.issued_with = own.symbol
            self.notes.append(own)
        found = list(_appendix_notes(passages))
        about_me = [note for note in found if note.type == mine and note.number]
        self.notes += about_me
        if self.number is None and not self.issued_with:
            self._take_number(about_me)
        elif self.number is not None:
            self.notes = [n for n in self.notes if n is own or n.number == self.number]

    def _take_number(self, notes: list[IssuedNote]) -> None:
        if len({note.symbol for note in notes}) != 1:
            return
        if self.symbol and self.symbol.strip("/-") not in notes[0].symbol:
            return
        self.number, self.symbol = notes[0].number, notes[0].symbol
        self._infer("symbol", "from the note over an appendix")
        if self.letterhead.place_date is None:
            dates = {on for note in notes if (on := _note_date(note.rest))}
            if len(dates) == 1:
                self.issued_on = dates.pop()
                self._infer("issued_on", "from the note over an appendix")

    def read_late_date(self, passages: tuple[Passage, ...], foot: Foot) -> None:
        """Take place and date printed above the signature, as schools do."""
        if self.letterhead.place_date or foot.first is None or self.issued_with:
            return
        index = next((i for i, p in enumerate(passages) if p.seq == foot.first), 0)
        for passage in passages[max(0, index - 3) : index + 6]:
            if len(passage.text) > 90 or passage.table is not None:
                continue
            shown = unify(passage.text)
            found = find_place_date(shown, fold_line(shown))
            if found and found.place:
                self.place, self.issued_on_raw = found.place, found.raw
                if self.issued_on is None:
                    self.issued_on = found.issued_on
                self._infer("issued_on", "printed above the signature")
                return

    def find_issuer(self, passages: tuple[Passage, ...], after: int, authority: str | None) -> None:
        """Name the issuer: from the letterhead, else from notes, the body, the title.

        authority: the body in capitals under the title of a decision, which says it in full.
        """
        number = self.letterhead.number
        symbol = (number.symbol if number else None) or ""
        printed = name_issuer(self.letterhead.bodies, self.letterhead.youth_union, symbol)
        if printed:
            self.issuer = complete_issuer(printed, self.place)
            if authority and not has_place(self.issuer):
                self.issuer = complete_issuer(authority, self.place)
            if has_place(self.issuer):
                return
        elif authority:
            full = complete_issuer(authority, self.place)
            self._set_issuer(full, "from the line under the title")
            return
        said = fold_line(self.issuer or "")
        stated = [
            name
            for name in find_statements(passages[after : after + 40])
            if not said.startswith(f"{fold_line(name)} ")  # only the beginning of what is printed
        ]
        for note in self.notes:
            if note.issuer and has_place(short_forms(note.issuer)):
                self._set_issuer(body_of(note.issuer), 'from a note "kèm theo"')
                return
        for name in stated:
            if has_place(name):
                self._set_issuer(name, "from what the text says of itself")
                return
        for name in stated:
            full = complete_issuer(name, self.place, self.title.text)
            if has_place(full):
                self._set_issuer(full, "from what the text says of itself, and its place")
                return

    def _set_issuer(self, name: str, reason: str) -> None:
        self.issuer = squeeze(name)
        self._infer("issuer", reason)

    def header(self, foot: Foot, parts: dict[int, PassageKind], file_name: str) -> Header:
        """Return the record."""
        issued = self.issued_on.year if self.issued_on else None
        years, year = find_years(self.title.text, issued)
        if years is None and issued:
            years, year = (issued, issued), issued
        elif years is None and self.letterhead.place_date and self.letterhead.place_date.year:
            year = self.letterhead.place_date.year
            years = (year, year)
        elif years is None and (year := find_file_year(file_name)):
            years = (year, year)
            self._infer("plan_year", "from the file name")
        bodies = self.letterhead.bodies
        superior = natural_case(bodies[-2]) if len(bodies) > 1 else None
        return Header(
            doc_type=self.doc_type,
            number=self.number,
            symbol=self.symbol,
            place=self.place,
            issued_on=self.issued_on,
            issued_on_raw=self.issued_on_raw,
            issuer=self.issuer,
            issuer_raw=squeeze(" / ".join(bodies)) or None,
            issuer_level=find_level(self.issuer, superior, issued),
            title=self.title.text,
            plan_year=year,
            plan_years=years,
            issued_with=self.issued_with,
            signers=foot.signers,
            recipients=foot.recipients,
            inferred=tuple(self.inferred),
            parts=tuple(sorted(parts.items())),
        )


def _taken_lines(head: Head, letterhead: Letterhead) -> frozenset[int]:
    lines = {head.line_at(at) for start, end, _ in letterhead.taken for at in (start, end - 1)}
    return frozenset(lines | set(letterhead.body_lines))


def _first_body_passage(
    passages: tuple[Passage, ...], head: Head, type_line: TypeLine | None, title: Title
) -> int:
    """Return the index of the first passage below title and note."""
    used = [*title.lines, *title.note_lines, *([type_line.index] if type_line else [])]
    last = max((head.lines[index].seq for index in used), default=-1)
    return next((i for i, p in enumerate(passages) if p.seq > last), len(passages))


def _appendix_notes(passages: tuple[Passage, ...]) -> list[IssuedNote]:
    """Notes that stand by themselves, in brackets, over appendices and forms."""
    notes = []
    for passage in passages:
        if passage.table is not None or len(passage.text) > _MAX_NOTE:
            continue
        start = passage.text.find("(")
        text = passage.text[start:] if start >= 0 else passage.text
        if rule("issued_note").match(fold_line(text[:80])) and (note := read_note(text)):
            notes.append(note)
    return notes


def _note_date(rest: str) -> date | None:
    folded = fold_line(rest[:80])
    match = rule("date").search(folded) or rule("date_short").search(folded)
    if match is None:
        return None
    digits = [(match[part] or "").replace(" ", "") for part in _DATE]
    if not all(part.isdecimal() for part in digits) or len(digits[0]) != 4:
        return None
    return make_date(*map(int, digits))


_DATE = ("year", "month", "day")


def _parts(
    head: Head,
    letterhead: Letterhead,
    title: Title,
    foot: Foot,
    type_line: TypeLine | None,
) -> dict[int, PassageKind]:
    """Return what each passage is; where one holds two parts, the rarer one."""
    parts: dict[int, PassageKind] = {}

    def put(seq: int, kind: PassageKind) -> None:
        parts.setdefault(seq, kind)

    order: dict[str, PassageKind] = {
        "number": "number", "place_date": "place_date", "letterhead": "letterhead",
    }  # fmt: skip
    for wanted, kind in order.items():
        for start, end, what in letterhead.taken:
            if what == wanted:
                for at in range(head.line_at(start), head.line_at(end - 1) + 1):
                    put(head.lines[at].seq, kind)
    for index in letterhead.body_lines:
        put(head.lines[index].seq, "letterhead")
    if type_line:
        put(head.lines[type_line.index].seq, "doc_type")
    for index in title.lines:
        put(head.lines[index].seq, "title")
    for index in title.note_lines:
        put(head.lines[index].seq, "issued_with")
    for seq in foot.recipient_seqs:
        put(seq, "recipients")
    for seq in foot.signature_seqs:
        put(seq, "signature")
    return parts


def _without_whole_documents(
    parts: dict[int, PassageKind], passages: tuple[Passage, ...]
) -> dict[int, PassageKind]:
    """Leave out passages that hold the body too: an export without line ends has but one."""
    whole = {p.seq for p in passages if len(p.text) > _LONGEST_PART}
    foot = ("recipients", "signature")  # lists of recipients may be as long
    return {seq: kind for seq, kind in parts.items() if seq not in whole or kind in foot}

"""The extractors as spaCy components: spans on a `Doc`, by the code that the batch uses.

    nlp = trichluc_pipeline()
    doc = nlp("theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ")
    doc.spans["trichluc_citations"][0]._.citation.symbol      # "61/2018/NĐ-CP"

`trichluc_citations`, `trichluc_deadlines` and `trichluc_units` are registered through entry points,
so `spacy.blank("vi").add_pipe("trichluc_citations")` works without an import, and so is
`trichluc_gazetteer`, which looks up full names with spaCy's own PhraseMatcher. Any tokenizer will
do: a span takes in the tokens that it touches, and its record keeps the exact words. Nothing else
of this package imports spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.model import Citation, Deadline, Header, Passage, UnitName
from extract.stages.citations import find_citations
from extract.stages.citations.grammar import load_grammar
from extract.stages.deadlines import find_deadlines
from extract.stages.instruments import find_instruments
from extract.stages.units import find_units
from extract.text import nfc
from patterns import load_csv

COMPONENTS = ("trichluc_citations", "trichluc_deadlines", "trichluc_units")
_DATE = r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
_DEFAULTS: dict[str, Any] = {"issuer": None, "issued_on": None, "symbol": None}


def trichluc_pipeline(
    *, issuer: str | None = None, issued_on: str | None = None, symbol: str | None = None
) -> Language:
    """Return a blank pipeline with our three components.

    Its tokenizer keeps symbols, dates and numbers whole. issuer, issued_on (ISO date) and symbol
    say what document the text is from; years and places are completed from them.
    """
    nlp = spacy.blank("xx")
    tokenizer: Any = nlp.tokenizer
    whole = f"{load_grammar().symbol.pattern}|{_DATE}"
    tokenizer.token_match = re.compile(whole).fullmatch
    config = {"issuer": issuer, "issued_on": issued_on, "symbol": symbol}
    for name in COMPONENTS:
        nlp.add_pipe(name, config=config)
    return nlp


def _header(issuer: str | None, issued_on: str | None, symbol: str | None) -> Header:
    number = symbol.partition("/")[0] if symbol else None
    on = date.fromisoformat(issued_on) if issued_on else None
    return Header(
        doc_type="Kế hoạch",
        number=number,
        symbol=symbol,
        issuer=issuer,
        issued_on=on,
        plan_year=on.year if on else None,
    )


class _Component:
    """A component: what it finds in the text of a `Doc` becomes spans under its name."""

    def __init__(self, name: str, header: Header, attribute: str) -> None:
        self.name, self.header, self.attribute = name, header, attribute
        if not Span.has_extension(attribute):
            Span.set_extension(attribute, default=None)

    def __call__(self, doc: Doc) -> Doc:
        spans = []
        for label, record, start, end in self.find(doc.text):
            span = doc.char_span(start, end, label=label, alignment_mode="expand")
            if span is not None:
                setattr(span._, self.attribute, record)
                spans.append(span)
        doc.spans[self.name] = spans
        return doc

    def find(self, text: str) -> list[tuple[str, object, int, int]]:
        """Return (label, record, start, end) of everything found."""
        raise NotImplementedError

    def passages(self, text: str) -> tuple[Passage, ...]:
        """Return the text as one passage of the body, or none when offsets would not hold."""
        return (Passage(0, text),) if nfc(text) == text else ()


class _Citations(_Component):
    def find(self, text: str) -> list[tuple[str, object, int, int]]:
        citations, _ = find_citations(self.passages(text), self.header)
        bound, _ = find_instruments(citations, self.header)
        return [(c.kind.upper(), c, c.start, c.end) for c in bound]


class _Deadlines(_Component):
    def find(self, text: str) -> list[tuple[str, object, int, int]]:
        passages = self.passages(text)
        citations, _ = find_citations(passages, self.header)
        found = find_deadlines(passages, (), (), citations, self.header)
        return [(d.kind.upper(), d, d.start, d.end) for d in found]


class _Units(_Component):
    def find(self, text: str) -> list[tuple[str, object, int, int]]:
        if not self.passages(text):
            return []
        found = find_units(text, self.header)
        return [((f.unit.kind or "unit").upper(), f.unit, f.start, f.end) for f in found]


class _Gazetteer:
    """A component that looks up full names: "xã Thượng Lộ", "Sở Nội vụ", "Ban Dân vận".

    It knows names and codes only, whatever the document; `trichluc_units` also reads short forms
    and fills in what the document leaves out.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.codes: dict[str, list[str]] = {}
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        tokenizer: Any = nlp.tokenizer
        phrases: dict[str, list[str]] = {}
        for label, phrase, code in _known_names():
            if phrase not in self.codes:
                phrases.setdefault(label, []).append(phrase)
            self.codes.setdefault(phrase, []).extend([code] if code else [])
        for label, known in phrases.items():
            self.matcher.add(label, list(tokenizer.pipe(known)))
        if not Span.has_extension("codes"):
            Span.set_extension("codes", default=())

    def __call__(self, doc: Doc) -> Doc:
        spans = filter_spans(self.matcher(doc, as_spans=True))
        for span in spans:
            span._.codes = tuple(self.codes.get(" ".join(span.text.lower().split()), ()))
        doc.spans[self.name] = spans
        return doc


def _known_names() -> Iterator[tuple[str, str, str]]:
    """Yield (label, name in small letters, code or "") of places before and since July 2025."""
    for table in ("admin_units", "admin_units_before_2025"):
        for row in load_csv(table):
            yield "PLACE", f"{row['kind']} {row['name']}".lower(), row["code"]
    for row in load_csv("agencies"):
        if row["use"] == "body":
            yield "AGENCY", row["name"].lower(), ""
        elif row["use"] == "field":
            for head in ("Bộ", "Sở", "Phòng"):
                yield "AGENCY", f"{head} {row['name']}".lower(), ""


@Language.factory("trichluc_gazetteer")
def make_gazetteer(nlp: Language, name: str) -> _Gazetteer:
    """Return the component that sets `doc.spans[name]`; each span has `span._.codes`."""
    return _Gazetteer(nlp, name)


@Language.factory("trichluc_citations", default_config=_DEFAULTS)
def make_citations(
    nlp: Language, name: str, issuer: str | None, issued_on: str | None, symbol: str | None
) -> _Component:
    """Return the component that sets `doc.spans[name]`; each span has `span._.citation`."""
    return _Citations(name, _header(issuer, issued_on, symbol), "citation")


@Language.factory("trichluc_deadlines", default_config=_DEFAULTS)
def make_deadlines(
    nlp: Language, name: str, issuer: str | None, issued_on: str | None, symbol: str | None
) -> _Component:
    """Return the component that sets `doc.spans[name]`; each span has `span._.deadline`."""
    return _Deadlines(name, _header(issuer, issued_on, symbol), "deadline")


@Language.factory("trichluc_units", default_config=_DEFAULTS)
def make_units(
    nlp: Language, name: str, issuer: str | None, issued_on: str | None, symbol: str | None
) -> _Component:
    """Return the component that sets `doc.spans[name]`; each span has `span._.unit`."""
    return _Units(name, _header(issuer, issued_on, symbol), "unit")


__all__ = ["COMPONENTS", "Citation", "Deadline", "UnitName", "trichluc_pipeline"]

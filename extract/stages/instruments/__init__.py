"""Instruments: which citations of a document are mentions of one instrument."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extract.model import Citation, Header, Inferred, Instrument
from extract.stages.citations.grammar import Grammar, Law, law_key, load_grammar
from extract.stages.instruments.iri import make_iri
from extract.stages.instruments.keys import OPEN, find_held_key, make_key, own_citation, year_of
from extract.stages.instruments.laws import find_law, law_name, printed_year, title_of
from extract.stages.instruments.places import Place, known_places
from extract.text import fold, symbol_key

__all__ = ["OPEN", "find_held_key", "find_instruments"]


def find_instruments(
    citations: tuple[Citation, ...], header: Header
) -> tuple[tuple[Citation, ...], tuple[Instrument, ...]]:
    """Return the citations bound to their instruments, and the instruments.

    A mention without a date takes the one dated mention of its symbol; when two fit, it is bound
    to none. An open key (with "?") is closed by the archive, where other documents help.
    """
    binder = _Binder(header, citations)
    for citation in citations:
        binder.read(citation)
    return binder.bind(citations), binder.instruments()


class _Binder:
    """Keys of the citations, and what the mentions of each key say together."""

    def __init__(self, header: Header, citations: tuple[Citation, ...]) -> None:
        self.header = header
        self.grammar: Grammar = load_grammar()
        issuers = [c.issuer for c in citations if c.issuer]
        self.places = known_places([*issuers, *([header.issuer] if header.issuer else [])])
        self.keys: list[str] = []
        self.inferred: list[tuple[Inferred, ...]] = []
        self.mentions: dict[str, list[Citation]] = {}
        self.where: dict[str, Place | None] = {}
        self.laws: dict[str, Law] = {}

    def read(self, citation: Citation) -> None:
        key, why = self._key(citation)
        self.keys.append(key)
        self.inferred.append((Inferred("instrument", why),) if why else ())
        self.mentions.setdefault(key, []).append(citation)

    def _key(self, citation: Citation) -> tuple[str, str | None]:
        if citation.role == "self":
            citation = own_citation(citation, self.header)
        if citation.kind == "law_by_name":
            law, why = find_law(citation, self.header.issued_on, self.grammar)
            if law is None:
                year = printed_year(citation) or OPEN
                return f"{law_name(citation, self.grammar)}#{year}", None
            key = f"{fold(law.type)}:{symbol_key(law.symbol)}" if law.symbol else fold(law.name)
            self.laws[key] = law
            return key, None if why == "date of issue" else why
        if citation.kind == "short":
            return f"{fold(citation.type)} {symbol_key(citation.number or '')}#{OPEN}", None
        key, place, how = make_key(citation, self.header, self.places, self.grammar)
        self.where[key] = place
        if citation.kind == "assembly" and (known := self.grammar.laws_by_key.get(key)):
            self.laws[key] = known
        return key, how

    def bind(self, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        """Give each citation the index of its instrument; open keys join the one that fits."""
        full = self._full_keys()
        joined: dict[str, str | None] = {}
        for key in self.mentions:
            if OPEN in key:
                fits = [k for k in full.get(self._sign(key), ()) if self._fits(key, k)]
                joined[key] = fits[0] if len(fits) == 1 else None if fits else key
        self.order = list(dict.fromkeys(k for k in (joined.get(k, k) for k in self.keys) if k))
        index = {key: number for number, key in enumerate(self.order)}
        bound = []
        for citation, key, inferred in zip(citations, self.keys, self.inferred, strict=True):
            final = joined.get(key, key)
            reasons = inferred
            if final is not None and final != key:
                reasons = (Inferred("instrument", "the one full mention that fits"),)
                self.mentions[final].append(citation)
            bound.append(
                replace(
                    citation,
                    instrument=None if final is None else index[final],
                    inferred=(*citation.inferred, *reasons),
                )
            )
        return tuple(bound)

    def _full_keys(self) -> dict[tuple[str, ...], list[str]]:
        """Return the keys that an open one may join, by each sign that an open one may have."""
        full: dict[tuple[str, ...], list[str]] = {}
        for key, mentions in self.mentions.items():
            if _open_date(key):
                continue
            one = mentions[0]
            signs: list[tuple[str, ...]] = [
                ("symbol", symbol_key(one.symbol or "")),
                ("number", one.type.lower(), symbol_key(one.number or "")),
            ]
            if key in self.laws:
                signs.append(("law", law_key(self.laws[key].name)))
            for sign in signs:
                full.setdefault(sign, []).append(key)
        return full

    def _sign(self, key: str) -> tuple[str, ...]:
        """Return what a full mention must share with this open one."""
        one = self.mentions[key][0]
        if one.kind == "short":
            return ("number", one.type.lower(), symbol_key(one.number or ""))
        if one.kind == "law_by_name":
            return ("law", key.partition("#")[0])
        return ("symbol", symbol_key(one.symbol or ""))

    def _fits(self, key: str, other: str) -> bool:
        mention, full = self.mentions[key][0], self.mentions[other][0]
        if other == key:
            return False
        if mention.kind in ("short", "law_by_name"):
            return True
        year, other_year = year_of(mention), year_of(full)
        if year and other_year and year != other_year:
            return False
        return self._places_agree(key, other)

    def _places_agree(self, key: str, other: str) -> bool:
        one, two = self.where.get(key), self.where.get(other)
        if one is None or two is None:
            return True
        return one.level == two.level and (not one.name or not two.name or one.name == two.name)

    def instruments(self) -> tuple[Instrument, ...]:
        """Return what the mentions of each key say together, in order of first mention."""
        return tuple(self._instrument(key) for key in self.order)

    def _instrument(self, key: str) -> Instrument:
        mentions = self.mentions[key]
        first = mentions[0]
        law = self.laws.get(key)
        if law is not None:
            parts = law.symbol.split("/")
            return self._named(Instrument(
                key, law.type, parts[0] or None,
                int(parts[1]) if len(parts) > 2 else None,
                law.symbol or None, "Quốc hội" if "/QH" in law.symbol else None,
                date.fromisoformat(law.issued_on) if law.issued_on else None, law.name,
            ), "law_by_name", None)  # fmt: skip
        numbered = [c for c in mentions if c.kind != "short"]
        full = next(
            (c for c in numbered if not c.raw.isupper()), numbered[0] if numbered else first
        )
        if first.role == "self":
            mentions = [own_citation(c, self.header) for c in mentions]
        dated = [c.issued_on for c in mentions if c.issued_on]
        issuers = [c.issuer for c in mentions if c.issuer]
        titles = [c.subject for c in mentions if c.subject]
        if full.kind == "law_by_name":
            titles = [title_of(full, self.grammar)]
        place = self.where.get(key)
        return self._named(Instrument(
            key, full.type, full.number, next((y for y in map(year_of, mentions) if y), None),
            full.symbol,
            max(issuers, key=_fullness) if issuers else None, dated[0] if dated else None,
            max(titles, key=_fullness) if titles else None,
        ), full.kind, place)  # fmt: skip

    def _named(self, instrument: Instrument, kind: str, place: Place | None) -> Instrument:
        if OPEN in instrument.key:
            return instrument
        province = place.name if place is not None and place.level == "province" else None
        return replace(
            instrument, iri=make_iri(instrument, kind, province, place.name if place else None)
        )


def _fullness(printed: str) -> tuple[bool, int]:
    """The longest print is the best, but capitals of a title only where there is no other."""
    return (not printed.isupper(), len(printed))


def _open_date(key: str) -> bool:
    return key.endswith(f"#{OPEN}") or f"#{OPEN}@" in key

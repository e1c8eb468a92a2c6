"""What a document says of its own place, and how it completes the names in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from extract.model import Header, Inferred, UnitName
from extract.stages.units.pieces import Piece, Place
from extract.stages.units.places import MERGER, Unit, find_place, larger_place
from extract.stages.units.scan import Scanner

_LEVELLED = re.compile(r"(?:Huyện|Quận|Thị|Thành|Tỉnh|Xã) (?:ủy|uỷ|đoàn|đội)$")
RANK = {"central": 0, "province": 1, "district": 2, "commune": 3}
ISSUER = "issuer of the document"
TABLE = "the table of administrative units: it holds the issuer's place"
LIST = "kind word of its list"


@dataclass(slots=True)
class Context:
    """The issuer's level and place, and the places above it (read from the tables when asked).

    agency: an issuer that is no UBND or Party committee ("Sở Nội vụ"), parent of its divisions.
    """

    level: str | None
    place: Place | None
    on: date | None
    agency: str | None = None
    _units: dict[str, Unit | None] = field(default_factory=dict)

    @property
    def officials(self) -> bool:
        """Whether bare fields name officials: in a commune."""
        return self.level == "commune"

    def unit(self) -> Unit | None:
        """Return the issuer's own place in the tables."""
        if "own" not in self._units:
            place = self.place
            found: Unit | None = None
            if place is not None and place.name and place.level:
                code = self._code(place.within[-1:], None)
                parent = self._code(place.within[:1], code) if place.within else None
                found = find_place(place.name, place.level, place.word, self.on, parent or code)
            self._units["own"] = found
        return self._units["own"]

    def _code(self, places: tuple[Place, ...], parent: str | None) -> str | None:
        for place in places:
            if place.name and place.level:
                found = find_place(place.name, place.level, place.word, self.on, parent)
                return found.code if found else None
        return None

    def above(self, level: str) -> tuple[str, str | None] | None:
        """Return (place, code) of the larger place of that level, or None when not certain."""
        if self.place is None:
            return None
        for place in self.place.within:
            if place.level == level and place.name:
                return str(place), self._code((place,), None)
        unit = self.unit()
        while unit is not None and unit.level != level:
            unit = larger_place(unit)
        return (str(unit), unit.code) if unit else None

    def at(self, level: str | None, word: str | None) -> tuple[str, str] | None:
        """Return (place, reason) that completes a bare "huyện", or None."""
        if level is None or self.place is None or self.level is None:
            return None
        if level == self.level:
            same = word is None or word == self.place.word
            return (self._own(), ISSUER) if self.place.name and same else None
        if RANK[level] > RANK[self.level]:
            return None
        found = self.above(level)
        if found is None or (word is not None and not found[0].startswith(f"{word} ")):
            return None
        return found[0], TABLE

    def _own(self) -> str:
        return str(self.place)


def read_context(header: Header) -> Context:
    """Return the context that the header gives; equal headers share one."""
    year = header.plan_year
    on = header.issued_on or (date(year, 6, 30) if year else None)
    if year == MERGER.year and header.issued_on is None:
        on = None
    return _read(header.issuer or "", header.issuer_level, on)


@lru_cache(maxsize=64)
def _read(issuer: str, level: str | None, on: date | None) -> Context:
    pieces = Scanner(issuer).pieces() if issuer else []
    piece = pieces[0] if pieces else None
    if piece is None:
        return Context(level, None, on)
    place = piece.place
    if place is not None and len(pieces) > 1 and not place.within:
        larger = tuple(p.place for p in pieces[1:] if p.place is not None and not p.name)
        place = Place(place.word, place.kind, place.level, place.name, larger)
    own = level or (place.level if place else None) or _fixed(piece)
    if place is not None and place.level != own and place.kind == "city":
        place = Place(place.word, place.kind, own, place.name, place.within)
    agency = None if piece.kind in {"committee", "council", "party"} else issuer
    return Context(own, place if place and place.name else None, on, agency)


def _fixed(piece: Piece) -> str | None:
    return piece.level if piece.level in RANK else None


def complete(piece: Piece, text: str, context: Context) -> UnitName:
    """Return the unit that a piece names, completed from the issuer where that is certain."""
    raw = text[piece.start : piece.end]
    inferred: list[Inferred] = []
    if piece.carried:
        inferred.append(Inferred("kind", LIST))
    if piece.kind == "collective":
        name = piece.name[:1].upper() + piece.name[1:]
        return UnitName(raw, name, "collective", piece.level, None, context.agency or None)
    if not piece.name and piece.place is not None:
        return _place(piece, raw, inferred, context)
    level, located = _level(piece, inferred, context), _located(piece, context)
    name, place, code = piece.name, piece.place, None
    if place is not None and place.name is not None:
        name = f"{name} {place}"
        code = _code(place, context) if piece.kind in {"committee", "council"} else None
    elif place is not None and place.level != "central":
        filled = context.at(place.level, place.word)
        name = f"{name} {filled[0] if filled else place.word}"
        if filled:
            inferred.append(Inferred("place", filled[1]))
            code = _known_code(piece, place.level, context)
    elif place is not None:
        name = f"{name} {place.word}"
    elif located and level in RANK and (filled := context.at(level, None)):
        name = f"{name} {filled[0] if not _LEVELLED.search(name) else _bare(filled[0])}"
        inferred.append(Inferred("place", filled[1]))
        code = _known_code(piece, level, context)
    if piece.prefix:
        return UnitName(
            raw, f"{piece.prefix} {name}", "post", level, None, name, tuple(inferred)
        )  # fmt: skip
    parent = _parent(piece, level, context)
    return UnitName(raw, name, piece.kind, level, code, parent, tuple(inferred))


def _bare(place: str) -> str:
    """Return the name of "huyện Thạch Thành", as "Huyện ủy Thạch Thành" is written."""
    for word in ("thị xã ", "thành phố ", "thị trấn "):
        if place.startswith(word):
            return place.removeprefix(word)
    return place.split(" ", 1)[-1]


def _located(piece: Piece, context: Context) -> bool:
    return piece.located and piece.level != "central" and piece.kind not in {"team", "government"}


def _level(piece: Piece, inferred: list[Inferred], context: Context) -> str | None:
    """Return the level: that of the printed place, of the name, or of the issuer."""
    if piece.place is not None and piece.place.level:
        level = piece.place.level
        if piece.place.word == "thành phố" and context.level == "province" and (
            piece.place.name is None or piece.place.name == getattr(context.place, "name", None)
        ) and getattr(context.place, "kind", "") == "city":  # fmt: skip
            return "province"
        return level
    if piece.level in RANK:
        return piece.level
    if piece.kind == "division":
        return _division_level(context)
    if piece.level == "own" and context.level in RANK:
        inferred.append(Inferred("level", ISSUER))
        return context.level
    return None


def _division_level(context: Context) -> str | None:
    """Return the level of "Phòng Nội vụ": a district's, since July 2025 a commune's."""
    if context.agency is not None:
        return context.level
    if context.level == "commune":
        return "district" if context.on is None or context.on < MERGER else "commune"
    return "district" if context.level == "district" else None


def _known_code(piece: Piece, level: str | None, context: Context) -> str | None:
    if piece.kind not in {"committee", "council"} or level is None:
        return None
    if level == context.level:
        unit = context.unit()
        return unit.code if unit else None
    found = context.above(level)
    return found[1] if found else None


def _code(place: Place, context: Context) -> str | None:
    """Return the official code of a printed place, None when not certain."""
    if not place.name or not place.level or place.level not in RANK:
        return None
    own = context.place
    if own is not None and str(own) == str(place) and place.level == context.level:
        unit = context.unit()
        return unit.code if unit else None
    parent: str | None = None
    if place.within:
        province = context._code(place.within[1:2], None)
        parent = context._code(place.within[:1], province)
        if parent is None:
            return None
    elif context.level in RANK and RANK[context.level] < RANK[place.level]:
        unit = context.unit()
        parent = unit.code if unit else None
        if parent is None and own is not None:
            return None
    elif place.level == "commune" and context.level == "commune":
        found = context.above("district") or context.above("province")
        parent = found[1] if found else None
    unit = find_place(place.name, place.level, place.word or None, context.on, parent)
    return unit.code if unit else None


def _place(piece: Piece, raw: str, inferred: list[Inferred], context: Context) -> UnitName:
    place = piece.place
    assert place is not None  # noqa: S101 - a piece without a name is a place
    code = _code(place, context)
    parent = str(place.within[0]) if place.within else None
    if parent is None and context.place is not None and place.level in RANK:
        own = context.level
        if own in RANK and RANK[own] < RANK[place.level]:
            parent = str(context.place)
            inferred.append(Inferred("parent", ISSUER))
    if parent is None and place.kind == "hamlet" and context.level == "commune":
        parent = str(context.place) if context.place else None
    name = str(place) if place.word else place.name or ""
    return UnitName(
        raw, name[:1].upper() + name[1:], place.kind or None, place.level, code, parent,
        tuple(inferred),
    )  # fmt: skip


def _parent(piece: Piece, level: str | None, context: Context) -> str | None:
    """Return the agency above: the UBND of its place for divisions and departments."""
    if piece.kind == "division" and context.agency is not None and piece.place is None:
        return context.agency
    if piece.kind in {"division", "department"} and level in RANK:
        if piece.place is not None and piece.place.name:
            return f"UBND {piece.place}"
        filled = context.at(level, piece.place.word if piece.place else None)
        return f"UBND {filled[0]}" if filled else None
    return None

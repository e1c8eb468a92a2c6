"""What a document says of its own place, and the places that follow from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from extract.model import Header
from extract.stages.units.pieces import Piece, Place
from extract.stages.units.places import MERGER, Unit, find_place, larger_place
from extract.stages.units.scan import Scanner

RANK = {"central": 0, "province": 1, "district": 2, "commune": 3}
KINDS = {
    "xã": "commune", "phường": "ward", "thị trấn": "town", "đặc khu": "special_zone",
    "huyện": "district", "quận": "urban_district", "thị xã": "district_town",
    "thành phố": "city", "tỉnh": "province",
}  # fmt: skip
ISSUER = "issuer of the document"
TABLE = "table of administrative units"
_COMMITTEES = {"Huyện": "huyện", "Quận": "quận", "Thị": "thị xã", "Thành": "thành phố",
               "Tỉnh": "tỉnh"}  # fmt: skip


@dataclass(slots=True)
class Context:
    """The issuer's level and place, and the places above it (read from the tables when asked).

    on: the day of the document, which places must have existed on. agency: an issuer that is no
    UBND or Party committee ("Sở Nội vụ"), the parent of its divisions.
    """

    level: str | None
    place: Place | None
    on: date | None
    agency: str | None = None
    _units: dict[str, Unit | None] = field(default_factory=dict)

    @property
    def officials(self) -> bool:
        """Whether bare fields name officials: in a commune, until it had divisions in 2025."""
        return self.level == "commune" and (self.on is None or self.on < MERGER)

    def unit(self) -> Unit | None:
        """Return the issuer's own place in the tables, None when not certain."""
        if "own" not in self._units:
            self._units["own"] = self.find(self.place) if self.place else None
        return self._units["own"]

    def find(self, place: Place, parent: str | None = None) -> Unit | None:
        """Return a place in the tables, by the larger places printed after it or `parent`."""
        if not place.name or place.level not in RANK:
            return None
        for larger in reversed(place.within):
            above = self.find(larger, parent)
            if above is None:
                return None
            parent = above.code
        return find_place(place.name, place.level, place.word or None, self.on, parent)

    def above(self, level: str) -> tuple[str, str | None] | None:
        """Return (place, code) of the larger place of that level, None when not certain."""
        if self.place is None:
            return None
        for place in self.place.within:
            if place.level == level and place.name:
                unit = self.find(place)
                return str(place), unit.code if unit else None
        unit = self.unit()
        while unit is not None and unit.level != level:
            unit = larger_place(unit)
        return (str(unit), unit.code) if unit else None

    def at(self, level: str | None, word: str | None) -> tuple[str, str] | None:
        """Return (place, reason) that completes a bare "huyện", None when not certain."""
        if level not in RANK or self.place is None or self.level not in RANK:
            return None
        if level == self.level:
            same = word is None or word == self.place.word
            return (str(self.place), ISSUER) if self.place.name and same else None
        if RANK[level] > RANK[self.level]:
            return None
        found = self.above(level)
        if found is None or (word is not None and not found[0].startswith(f"{word} ")):
            return None
        return found[0], f"{TABLE}: it holds the issuer's place"


def read_context(header: Header) -> Context:
    """Return the context that the header gives; equal headers share one."""
    on = header.issued_on
    year = header.plan_year
    if on is None and year is not None and year != MERGER.year:
        on = date(year, 6, 30)
    return _read(header.issuer or "", header.issuer_level, on)


@lru_cache(maxsize=64)
def _read(issuer: str, level: str | None, on: date | None) -> Context:
    pieces = Scanner(issuer).pieces() if issuer else []
    if not pieces:
        return Context(level, None, on)
    piece, place = pieces[0], pieces[0].place
    if place is not None and not place.within:
        larger = tuple(p.place for p in pieces[1:] if p.place is not None and not p.name)
        place = Place(place.word, place.kind, place.level, place.name, larger)
    own = level or (place.level if place else None) or _level(piece)
    if place is not None and place.name and not place.word:
        place = _worded(place.name, own, piece.name, on)
    if place is not None and place.kind == "city" and place.level != own:
        place = Place(place.word, place.kind, own, place.name, place.within)
    agency = None if piece.kind in {"committee", "council", "party"} else issuer
    return Context(own, place if place and place.name else None, on, agency)


def _level(piece: Piece) -> str | None:
    return piece.level if piece.level in RANK else None


def _worded(name: str, level: str | None, agency: str, on: date | None) -> Place | None:
    """Return the place of "Huyện ủy Thạch Thành" or "Sở Nội vụ Thanh Hóa" with its kind word."""
    word = _COMMITTEES.get(agency.split(" ", 1)[0])
    if level in {"province", "district"}:
        unit = find_place(name, level, word, on)
        word, name = (unit.word, unit.name) if unit else (word, name)
    return Place(word, KINDS[word], level, name) if word else None

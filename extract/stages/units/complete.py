"""From a scanned piece to the unit it names, completed from the issuer where that is certain."""

from __future__ import annotations

import re

from extract.model import Inferred, UnitName
from extract.stages.units.context import ISSUER, KINDS, RANK, TABLE, Context
from extract.stages.units.pieces import Piece, Place
from extract.stages.units.places import MERGER, Unit, find_place, place_key

LIST = "kind word of its list"
_LEVELLED = re.compile(r"(?:Huyện|Quận|Thị|Thành|Tỉnh|Xã) (?:ủy|uỷ|đoàn|đội)$|^(?:Huyện|Quận|Thị|"
                       r"Thành|Tỉnh|Xã) ?(?:ủy|uỷ|đoàn|đội)$")  # fmt: skip
_CODED = {"committee", "council"}


def complete(piece: Piece, text: str, context: Context) -> UnitName:
    """Return the unit that a piece of the text names."""
    raw = text[piece.start : piece.end]
    inferred: list[Inferred] = []
    if piece.kind == "collective":
        name = _lowered(piece.name) if piece.name.isupper() else piece.name
        return UnitName(raw, _capital(name), "collective", piece.level)
    if piece.carried:
        inferred.append(Inferred("kind", LIST))
    if not piece.name and piece.place is not None:
        return _place(piece.place, raw, inferred, context)
    level = _level(piece, inferred, context)
    seat, code = _seat(piece, level, inferred, context)
    name = _capital(f"{piece.name} {seat}" if seat else piece.name)
    if piece.prefix:
        post = f"{_capital(piece.prefix)} {name}"
        return UnitName(raw, post, "post", level, None, name, tuple(inferred))
    parent = _parent(piece, level, context)
    return UnitName(raw, name, piece.kind, level, code, parent, tuple(inferred))


def _lowered(name: str) -> str:
    """Return "CÁC PHÒNG, BAN" in small letters; abbreviations that names keep stay."""
    return name.lower().replace("ubnd", "UBND").replace("hđnd", "HĐND").replace("mttq", "MTTQ")


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _place(place: Place, raw: str, inferred: list[Inferred], context: Context) -> UnitName:
    unit = find_unit(place, context)
    word, kind = place.word, place.kind or None
    if not word and unit is not None:  # "các phường, xã: A, B": the table knows which A is
        word, kind = unit.word, KINDS.get(unit.word)
        inferred.append(Inferred("kind", TABLE))
    parent = str(place.within[0]) if place.within else None
    own = context.level
    if parent is None and context.place is not None:
        inside = place.level in RANK and own in RANK and RANK[own] < RANK[place.level]
        if inside or (place.kind == "hamlet" and own == "commune"):
            parent = str(context.place)
            inferred.append(Inferred("parent", ISSUER))
    name = f"{word} {place.name}" if word else place.name or ""
    code = unit.code if unit else None
    return UnitName(raw, _capital(name), kind, place.level, code, parent, tuple(inferred))


def _level(piece: Piece, inferred: list[Inferred], context: Context) -> str | None:
    """Return the level: that of the printed place, of the name, or of the issuer."""
    place = piece.place
    if place is not None and place.level:
        own = context.place
        both = place.kind == "city" and own is not None and own.kind == "city"
        same = both and own is not None and place.name in {None, own.name}
        return context.level if same else place.level
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


def _seat(
    piece: Piece, level: str | None, inferred: list[Inferred], context: Context
) -> tuple[str | None, str | None]:
    """Return the place a name takes, printed or filled in, and its code for a UBND or HĐND."""
    place = piece.place
    coded = piece.kind in _CODED
    if place is not None and place.name is not None:
        if not place.word:
            return _unworded(place.name, level, piece.name, context), None
        unit = find_unit(place, context) if coded else None
        return str(place), unit.code if unit else None
    if place is not None and (place.level not in RANK or level == "central"):
        return place.word, None
    if place is None and not _takes_place(piece, context):
        return None, None
    filled = context.at(level, place.word if place else None)
    if filled is None:
        return (place.word if place else None), None
    inferred.append(Inferred("place", filled[1]))
    bare = place is None and _LEVELLED.search(piece.name)
    return (_bare(filled[0]) if bare else filled[0]), _code(level, context) if coded else None


def _takes_place(piece: Piece, context: Context) -> bool:
    """Tell whether the place of the issuer belongs in the name."""
    if piece.kind in {"team", "government"} or piece.level == "central":
        return False
    if piece.kind == "division" and context.agency is not None:
        return False
    return piece.located and not piece.name.endswith((" Sở", " Bộ"))


def _unworded(name: str, level: str | None, agency: str, context: Context) -> str:
    """Return the place of "Sở Nội vụ Thanh Hóa" with its kind word, where it is certain."""
    if _LEVELLED.search(agency):
        return name
    own = context.place
    if own is not None and own.name and place_key(own.name) == place_key(name):
        return str(own) if level in {None, context.level} else name
    if level in {"province", "district"}:
        unit = find_place(name, level, None, context.on)
        return str(unit) if unit else name
    return name


def _bare(place: str) -> str:
    """Return the name of "huyện Thạch Thành", as "Huyện ủy Thạch Thành" is written."""
    for word in ("thị xã ", "thành phố ", "thị trấn "):
        if place.startswith(word):
            return place.removeprefix(word)
    return place.split(" ", 1)[-1]


def _code(level: str | None, context: Context) -> str | None:
    if level == context.level:
        unit = context.unit()
        return unit.code if unit else None
    found = context.above(level) if level else None
    return found[1] if found else None


def find_unit(place: Place, context: Context) -> Unit | None:
    """Return a printed place in the tables, None when not certain.

    Its larger place is the one printed after it, else the issuer's when that stands above it,
    else, in the plan of a commune, the district or province of the issuer.
    """
    if not place.name or place.level not in RANK:
        return None
    own = context.place
    if own is not None and str(own) == str(place) and place.level == context.level:
        return context.unit()
    if place.within:
        return context.find(place)
    parent: str | None = None
    if context.level in RANK and RANK[context.level] < RANK[place.level]:
        unit = context.unit()
        parent = unit.code if unit else None
        if parent is None and own is not None:
            return None
    elif place.level == "commune" == context.level:
        found = context.above("district") or context.above("province")
        parent = found[1] if found else None
    return context.find(place, parent)


def _parent(piece: Piece, level: str | None, context: Context) -> str | None:
    """Return the agency above: the UBND of its place for divisions, departments, officials."""
    if piece.name.endswith((" Sở", " Bộ")):
        return context.agency
    if piece.kind == "post" and level == "commune" == context.level and context.place:
        return f"UBND {context.place}"
    if piece.kind == "division" and context.agency is not None and piece.place is None:
        return context.agency
    if piece.kind in {"division", "department"} and level in RANK:
        if piece.place is not None and piece.place.name and piece.place.word:
            return f"UBND {piece.place}"
        filled = context.at(level, piece.place.word if piece.place else None)
        return f"UBND {filled[0]}" if filled else None
    return None

"""Units and agencies: the names in cells, lists and sentences, split, normalised, completed.

Names follow how plans print them: a kind word and a field ("Phòng Nội vụ"), a kind word and a
proper name ("Xã Thành Tiến"), or a known agency with its place ("Công an huyện"). Kind words,
names and abbreviations are tables in patterns/; places and their codes too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.model import Header, UnitName
from extract.stages.units.abbreviations import find_abbreviations
from extract.stages.units.complete import complete
from extract.stages.units.context import RANK, Context, read_context
from extract.stages.units.pieces import Piece
from extract.stages.units.scan import Scanner

_MAX_CACHED = 400
_FLOWS = {"party", "council", "committee", "front", "union", "police", "military"}
_SCHOOL_TYPE = re.compile(
    r"(?:Trường|Ban|(?:Tiểu|Trung|Đại) học|cơ sở|phổ thông|Mầm non|Mẫu giáo|TH|THCS|THPT|MN|MG|"
    r"Giám hiệu|Cao đẳng|và|[\s,&-])*",
    re.IGNORECASE,
)


_PARTY_CELL = re.compile(r"Chi (?:bộ|đoàn|hội) (?!Huyện|Xã|Phường|Tỉnh)[A-ZĐ]")  # of one body
_ABBREVIATION = re.compile(r"(?<![^\W_])(?!UBND|HĐND)[A-ZĐ][A-ZĐ&-]{1,11}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit and where it is printed: `text[start:end] == unit.raw`.

    named: one certain unit, not addressees ("UBND các xã"), a post, or an agency of which there
    are many below the issuer ("Công an xã" in the plan of a district).
    """

    unit: UnitName
    start: int
    end: int
    named: bool
    carried: str | None = None


def split_units(
    text: str, header: Header, abbreviations: Mapping[str, str] | None = None
) -> tuple[UnitName, ...]:
    """Return the units that the cell of a leading or coordinating column names, in order.

    "Các phòng: Tư pháp, Nội vụ; UBND cấp xã" gives "Phòng Tư pháp", "Phòng Nội vụ" and the
    collective "UBND cấp xã". A place left out is filled from the header and marked as inferred.
    abbreviations: what the document explains itself, from `find_abbreviations`.
    """
    return tuple(f.unit for f in find_units(text, header, abbreviations, running=False))


def find_units(
    text: str,
    header: Header,
    abbreviations: Mapping[str, str] | None = None,
    *,
    running: bool = True,
) -> tuple[FoundUnit, ...]:
    """Return the units named in a text, with offsets; in running text only certain names."""
    context = read_context(header)
    find = _find if len(text) > _MAX_CACHED else _find_again
    found = find(text, _ContextKey(context), running)
    if abbreviations:
        return tuple(_spelled_out(f, abbreviations, context) for f in found)
    return found


class _ContextKey:
    """A context as a cache key: contexts are shared, so identity is equality."""

    __slots__ = ("context",)

    def __init__(self, context: Context) -> None:
        self.context = context

    def __hash__(self) -> int:
        return id(self.context)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ContextKey) and other.context is self.context


def _spelled_out(found: FoundUnit, abbreviations: Mapping[str, str], context: Context) -> FoundUnit:
    """Return the unit with the abbreviations in its name written out."""
    unit = found.unit
    whole = _ABBREVIATION.sub(lambda m: abbreviations.get(m[0], m[0]), unit.name)
    if whole == unit.name:
        return found
    again = _find(whole, _ContextKey(context), False)
    if unit.kind is None and len(again) == 1 and again[0].unit.kind is not None:
        return replace(found, unit=replace(again[0].unit, raw=unit.raw), named=again[0].named)
    return replace(found, unit=replace(unit, name=whole))


def _find(text: str, key: _ContextKey, running: bool) -> tuple[FoundUnit, ...]:
    context = key.context
    pieces = Scanner(text, running=running, officials=context.officials).pieces()
    out = []
    for piece in _share_places(pieces):
        unit = complete(piece, text, context)
        out.append(
            FoundUnit(unit, piece.start, piece.end, _named(piece, unit, context), piece.carried)
        )
    return tuple(out)


@lru_cache(maxsize=4096)
def _find_again(text: str, key: _ContextKey, running: bool) -> tuple[FoundUnit, ...]:
    """Return `_find`, remembered: plans repeat the same few cells."""
    return _find(text, key, running)


def _share_places(pieces: list[Piece]) -> list[Piece]:
    """Give the place of "Đảng ủy, HĐND, UBND xã" to the bodies before it."""
    out = list(pieces)
    for index in range(len(out) - 2, -1, -1):
        piece, following = out[index], out[index + 1]
        if (
            piece.place is None
            and not piece.strong
            and piece.kind in _FLOWS
            and following.kind in _FLOWS
            and piece.level in {"own", "commune"}
            and following.place is not None
            and (piece.level == "own" or following.place.level == "commune")
        ):
            out[index] = replace(piece, place=following.place)
    return out


def _named(piece: Piece, unit: UnitName, context: Context) -> bool:
    if unit.kind in {"collective", "post", None} or not piece.known:
        return False
    has_place = piece.place is not None and piece.place.name is not None
    if has_place or (piece.kind == "party" and _PARTY_CELL.match(unit.name)):
        return True
    if piece.kind == "section":
        return context.agency is not None or context.level == "commune"
    if piece.kind == "school":
        return piece.place is not None or not _SCHOOL_TYPE.fullmatch(piece.name)
    if not piece.located:
        return piece.kind not in {"office", "team"}
    return _not_below(unit, context)


def _not_below(unit: UnitName, context: Context) -> bool:
    """Tell whether the unit stands at the issuer's level or above, where there is one of each."""
    if unit.level not in RANK or context.level not in RANK:
        return unit.kind in {"department", "division", "ministry", "centre"}
    return RANK[unit.level] <= RANK[context.level]


__all__ = ["FoundUnit", "find_abbreviations", "find_units", "split_units"]

"""Which place an issuer belongs to: local symbols mean nothing without it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extract.text import fold

_LEVELS = {
    "tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district",
    "tx": "district", "xã": "commune", "phường": "commune", "thị trấn": "commune",
    "đặc khu": "commune",
}  # fmt: skip
# Cities of the first level; every other city is, or was, a district.
_CENTRAL_CITIES = frozenset({"ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue"})
# With marks: folded, "Hà Tĩnh" would hold the word for province.
_KIND = re.compile(
    r"(?<![\wÀ-ỹ])(?P<kind>tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thành phố|tp|tx)\.?"
    r"(?![\w]| [uủ][yỷ]\b| đoàn\b)(?P<name>"
    r"(?: (?!(?:tỉnh|huyện|quận|thị xã|xã|phường|thị trấn|thành phố)\b)[\w'’.-]{1,20}){0,6})",
    re.IGNORECASE,
)
_PROVINCE_BODY = re.compile(r"^(?:(?:lien |giam doc |pho giam doc )?so |tinh uy|tinh doan)")
_CITY_BODY = re.compile(r"^(?:.{0,30} )?thanh uy")
_DISTRICT_BODY = re.compile(r"^(?:.{0,30} )?(?:huyen uy|quan uy|thi uy|huyen doan)")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as an issuer's name gives it. name: folded; "" where only the level is printed."""

    level: str
    name: str

    @property
    def key(self) -> str:
        return f"{self.level[0]}.{self.name or '?'}"


@lru_cache(maxsize=4096)
def parse_place(issuer: str) -> Place | None:
    """Return the place of an issuer's name, the smallest if it names several; None if none."""
    folded = fold(issuer)
    found = _KIND.search(issuer)
    if found:
        name = fold(found["name"]).strip(" .-")
        return Place(_level(found["kind"], name), name)
    if _PROVINCE_BODY.match(folded) or _CITY_BODY.match(folded):
        return Place("province", _name_at_end(issuer))
    if _DISTRICT_BODY.match(folded):
        return Place("district", _name_at_end(issuer))
    return None


def _name_at_end(issuer: str) -> str:
    """The capitalised words that end a name: "thanh hoa" of "Sở Nội vụ Thanh Hóa"."""
    words = issuer.split()
    at = len(words)
    while at > 1 and (words[at - 1][:1].isupper() or words[at - 1] == "-"):
        at -= 1
    if at <= 1:  # "Sở Công Thương": capitals alone do not tell a place from a field
        return ""
    return fold(" ".join(words[at:]))


def _level(kind: str, name: str) -> str:
    kind = kind.lower()
    if kind in ("thành phố", "tp"):
        return "province" if name in _CENTRAL_CITIES else "district"
    return _LEVELS[kind]


def known_places(issuers: Iterable[str]) -> dict[str, str]:
    """Return, for each level, the one place that a document names; none where it names two."""
    names: dict[str, set[str]] = {}
    for issuer in issuers:
        for found in _KIND.finditer(issuer):
            name = fold(found["name"]).strip(" .-")
            if name:
                names.setdefault(_level(found["kind"], name), set()).add(name)
        place = parse_place(issuer)
        if place and place.name:
            names.setdefault(place.level, set()).add(place.name)
    return {level: next(iter(found)) for level, found in names.items() if len(found) == 1}

"""Issuer: the issuing body with its place, from the letterhead or from what the text says."""

from __future__ import annotations

import re
from itertools import takewhile

from extract.model import Passage
from extract.stages.header.casing import natural_case, short_forms
from extract.stages.header.rules import fold_line, rule
from extract.text import squeeze, unify

_LEVELS = {
    "tinh": "province", "huyen": "district", "quan": "district", "thi xa": "district",
    "tx": "district", "thi tran": "commune", "tt": "commune", "xa": "commune",
    "phuong": "commune", "dac khu": "commune",
}  # fmt: skip
_CENTRAL_CITIES = re.compile(r"(?:ha noi|ho chi minh|hcm|hai phong|da nang|can tho)$")
_HUE_SINCE = 2025
"""Nghị quyết 175/2024/QH15."""
_FIRST_WORDS = (
    (r"(?:bo(?! chi huy)|chinh phu|quoc hoi|tong (?:cuc|lien doan)|van phong chinh phu"
     r"|ngan hang nha nuoc viet|thanh tra chinh phu|kiem toan nha nuoc|uy ban trung uong"
     r"|(?:bao hiem xa hoi|thong tan xa) viet nam|(?:toa an|vien kiem sat) nhan dan toi cao"
     r"|(?:ban|uy ban|van phong|hoi dong|bch)(?: \w+){1,5} trung uong)(?!\w)", "central"),
    (r"(?:so|tinh uy|tinh doan)(?!\w)", "province"),
    (r"(?:huyen|quan|thi) (?:uy|doan)(?!\w)", "district"),
)  # fmt: skip
_OWN_NAME = re.compile(r"(?:truong|benh vien|cong ty|hoc vien|dai hoc|bo|nha may)(?!\w)")
"""Bodies whose own name tells them apart: the superior's place is not added."""
_PART_OF_SUPERIOR = re.compile(
    r"ban thuong (?:truc|vu)|ban chap hanh$|ban (?:tuyen giao|to chuc|dan van|noi chinh|xay dung"
    r" dang)|uy ban kiem tra|van phong$|vp$|ubkt|btv$|bch$"
)
_OF_COUNCIL = re.compile(r"(?:ban (?!chi dao)|thuong truc|to dai bieu|van phong)")
"""Parts of a people's council, named with it: "Ban Pháp chế HĐND huyện Vân Hải"."""
_PARTY_OR_UNION = re.compile(
    r"trung uong$|(?:huyen|tinh|thanh|thi|quan|dang) uy|uy ban m|ub ?mttq|mat tran|hoi |doan"
    r"|(?:xa|huyen) doan"
)
_CENTRAL_COMMITTEE = re.compile(r"(?:ban chap hanh|bch|ban bi thu|ban thuong vu) trung uong")
_KINDS = ("huyện", "xã", "phường", "thị trấn", "thị xã", "thành phố", "tỉnh", "quận", "đặc khu")
_BARE = re.compile(
    r"(?:(?:UBND|HĐND|Đảng ủy|Công an|Ban Chỉ đạo).{0,60} )?"
    r"(?:UBND|HĐND|Đảng ủy|Công an|ủy|tạo|chính|vụ) "
    rf"(?P<kind>{'|'.join(_KINDS)})(?: nhà| ta)?"
)

_NAMED = {
    kind: re.compile(
        rf"\b{kind} ((?:[^\W_][^\s,;:()]{{0,12}})(?: [^\W_][^\s,;:()]{{0,12}}){{0,3}})"
    )
    for kind in _KINDS
}
"""A kind of place and up to four words after it; which of them are a name, their capitals tell."""


_JOINT = re.compile(r"[/-](?:KH|CT|QC|HD|NQ|TB|CV|BB|PA)?(?:PH|LT|LN|LS|LB|PHLN|PHLT)-[A-ZĐ]")
"""Codes of what several bodies issue: "02/KHPH-CAP-HPN", "15/KHLT-SYT-CAT"."""
_SUPERIOR = re.compile(r"(?:ubnd|hdnd|uy ban nhan dan|tinh uy|huyen uy|dang (?:bo|uy)|bo )")


def name_issuer(bodies: tuple[str, ...], youth_union: bool = False, symbol: str = "") -> str | None:
    """Return the lowest body of a letterhead with its place: "UBND huyện Thạch Thành".

    youth_union: the letterhead carries the Union's name in place of the motto. symbol: of a joint
    plan it says that no body stands above the other.
    """
    if not bodies:
        return None
    name = natural_case(bodies[-1])
    if youth_union and _CENTRAL_COMMITTEE.fullmatch(fold_line(name)):
        return f"{name} Đoàn TNCS Hồ Chí Minh"
    if len(bodies) == 1:
        return name
    superior = natural_case(bodies[-2])
    if _JOINT.search(symbol) and not _SUPERIOR.match(fold_line(superior)):
        return f"{superior} - {name}"
    if fold_line(name).startswith("chi nhanh "):  # of a bank
        return f"{superior} {name[0].lower()}{name[1:]}"
    return _add_place(name, superior)


def _add_place(name: str, superior: str) -> str:
    """ "Sở Nội vụ" under "UBND tỉnh Thanh Hóa" -> "Sở Nội vụ tỉnh Thanh Hóa"."""
    folded, above = fold_line(name), fold_line(superior)
    if _OWN_NAME.match(folded) or rule("place_kind").search(unify(name)):
        return name
    if above == "ban chap hanh trung uong":
        superior = "Trung ương"
    if _is_named_with(folded, fold_line(superior)):
        first, _, rest = superior.partition(" ")
        return f"{name} {rest if name.endswith(f' {first}') else superior}"
    place = rule("place_kind").search(unify(superior))
    if place is None or not re.match(r"(?:ubnd|hdnd|uy ban|toa an|vien kiem sat)", above):
        return name
    if fold_line(place["name"]).strip() in folded:  # "Sở Nội vụ Thanh Hóa"
        return name
    if folded.endswith(f" {squeeze(fold_line(place['kind']))}"):  # "Thanh tra huyện"
        return f"{name} {superior[place.start('name') :]}"
    return f"{name} {superior[place.start() :]}"


def _is_named_with(name: str, superior: str) -> bool:
    """Say whether the whole superior belongs to the name: "Ban Thường vụ Huyện ủy X"."""
    if re.match(r"(?:hdnd|hoi dong nhan dan)(?!\w)", superior):
        return _OF_COUNCIL.match(name) is not None
    if name in ("van phong", "vp"):  # the office of any body bears its whole name
        return True
    return bool(_PART_OF_SUPERIOR.match(name) and _PARTY_OR_UNION.match(superior))


def _name_in_title(kind: str, title: str) -> str | None:
    """Return the name that follows the kind of place in a title: up to four capitalised words."""
    found = None if title.isupper() else _NAMED[kind].search(title)
    if found is None:
        return None
    words = takewhile(lambda word: word[0].isupper() or word.isdigit(), found[1].split(" "))
    return " ".join(words) or None


def complete_issuer(name: str, place: str | None, title: str | None = None) -> str:
    """Return a body named without its place ("UBND huyện") with the one of title or date line."""
    shown = short_forms(name)
    bare = _BARE.fullmatch(shown)
    if bare is None:
        return shown
    if title and (named := _name_in_title(bare["kind"], title)):
        return f"{shown} {named}"
    if not place:
        return shown
    if bare["kind"] not in ("thành phố", "tỉnh") and _CENTRAL_CITIES.search(fold_line(place)):
        return shown  # a city under the centre is not the district's or commune's name
    own = rule("place_kind").match(unify(place))
    return f"{shown} {place[own.start('name') :] if own else place}"


def has_place(name: str) -> bool:
    """Say whether the name holds a place, or is one that needs none."""
    folded = fold_line(name)
    place = rule("place_kind").search(unify(name))
    if place:
        return not re.match(r"(?:va|nam|ban|xay|trong|da|lap)(?!\w)", fold_line(place["name"]))
    return not re.match(r"(?:ubnd|hdnd|uy ban nhan dan|dang uy|cong an)(?!\w)", folded)


def body_of(name: str) -> str:
    """Return the body, not its head: "Chủ tịch UBND huyện X" -> "UBND huyện X"."""
    posts = (
        r"^(?:(?:Phó )?Chủ tịch|Giám đốc|Trưởng|Hiệu trưởng|Bí thư|(?:Bộ|Thứ|Cục|Vụ|Chi cục) trưởng"
        r"|Chánh(?= Thanh tra))\s+(?=[A-ZĐ])"
    )
    return re.sub(posts, "", short_forms(name))


def find_statements(passages: tuple[Passage, ...]) -> list[str]:
    """Return the bodies that the opening paragraphs say issue this plan."""
    names: list[str] = []
    for passage in passages[:12]:
        if passage.table is None:
            text = unify(passage.text[-1500:])
            names += [_read_statement(m["issuer"]) for m in rule("self_statement").finditer(text)]
    return [name for name in names if name]


def _read_statement(name: str) -> str:
    shown = squeeze(re.sub(r"\s(?:đã|sẽ|vừa|vừa mới|tiến hành)$", "", name))
    if re.search(r"\b(?:về|việc|của|các|theo|tại|được)\b", shown):
        return ""
    return short_forms(shown)


def find_level(
    issuer: str | None, superior: str | None = None, year: int | None = None
) -> str | None:
    """Return central, province, district, commune, or None when the name does not say.

    year: of the document; Huế is a city under the centre since 2025.
    """
    for name in filter(None, (issuer, superior)):
        if level := _level_of(name, year):
            return level
    return None


def _level_of(name: str, year: int | None) -> str | None:
    folded = fold_line(name)
    for pattern, level in _FIRST_WORDS:
        if re.match(pattern, folded):
            return level
    if place := rule("place_kind").search(unify(name)):
        kind, city = squeeze(fold_line(place["kind"])), fold_line(place["name"]).strip()
        return _LEVELS.get(kind) or ("province" if _is_central(city, year) else "district")
    if party := re.match(r"thanh (?:uy|doan) ", folded):
        return "province" if _is_central(folded[party.end() :], year) else "district"
    if folded.startswith("phong "):
        return "district"
    bare = re.search(rf" (?P<kind>{'|'.join(_LEVELS)})$", folded)  # "Công an tỉnh"
    return _LEVELS[bare["kind"]] if bare else None


def _is_central(city: str, year: int | None) -> bool:
    """Say whether a city is under the centre: its name, folded, is the end of a place."""
    since_2025 = year is not None and year >= _HUE_SINCE and city == "hue"
    return since_2025 or _CENTRAL_CITIES.match(city) is not None

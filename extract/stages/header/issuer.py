"""Issuer: the issuing body with its place, from the letterhead or from what the text says."""

from __future__ import annotations

import re
from functools import cache

from extract.stages.header.rules import fold_line, is_upper, rule
from extract.text import fold_keep_length, squeeze, unify
from patterns import load_csv

_UBND = re.compile(r"[uủUỦÚ][ỷyỶY] ban nhân dân", re.IGNORECASE)
_HDND = re.compile(r"hội đồng nhân dân", re.IGNORECASE)
_LEVELS = {
    "tinh": "province", "thanh pho": "", "tp": "", "huyen": "district", "quan": "district",
    "thi xa": "district", "tx": "district", "thi tran": "commune", "tt": "commune",
    "xa": "commune", "phuong": "commune", "dac khu": "commune",
}  # fmt: skip
_CENTRAL_CITIES = frozenset(["ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue"])
_FIRST_WORDS = (
    (r"(?:bo|chinh phu|quoc hoi|tong cuc|van phong chinh phu|ngan hang nha nuoc)(?!\w)(?! chi huy)",
     "central"),
    (r"(?:so|tinh uy|tinh doan)(?!\w)", "province"),
    (r"(?:huyen|quan|thi) (?:uy|doan)(?!\w)", "district"),
    (r"(?:dang uy|ubnd|hdnd) (?:xa|phuong|thi tran)(?!\w)", "commune"),
)  # fmt: skip
_NO_PLACE = re.compile(r"(?:truong|benh vien|cong ty|hoc vien|dai hoc|bo|nha may)(?!\w)")
"""Bodies whose own name tells them apart: the superior's place is not added."""
_WHOLE_SUPERIOR = re.compile(
    r"ban (?:thuong (?:truc|vu)|chap hanh)$|(?:ban (?:tuyen giao|to chuc|dan van|noi chinh"
    r"|tuyen giao va dan van|xay dung dang)|uy ban kiem tra|van phong|vp|ubkt|btv|bch)$"
)


def name_issuer(bodies: tuple[str, ...]) -> str | None:
    """Return the lowest body of a letterhead with its place: "UBND huyện Thạch Thành"."""
    if not bodies:
        return None
    name = natural_case(bodies[-1])
    if len(bodies) == 1:
        return name
    superior = natural_case(bodies[-2])
    return _add_place(name, superior)


def _add_place(name: str, superior: str) -> str:
    folded = fold_line(name)
    if _NO_PLACE.match(folded) or rule("place_kind").search(folded):
        return name
    above = fold_line(superior)
    if _WHOLE_SUPERIOR.match(folded):
        if re.match(r"(?:huyen|tinh|thanh|thi|quan|dang) uy|(?:uy ban )?m|hoi |doan", above):
            return f"{name} {superior}"
    place = rule("place_kind").search(above)
    if place is None or not re.match(r"(?:ubnd|hdnd|uy ban)", above):
        return name
    return f"{name} {superior[place.start() :]}"


def short_forms(name: str) -> str:
    """Return the name with UBND and HĐND for their long forms."""
    return squeeze(_HDND.sub("HĐND", _UBND.sub("UBND", name)))


def natural_case(name: str) -> str:
    """Return a name in capitals as running text writes it; other names stay as printed.

    "ỦY BAN NHÂN DÂN HUYỆN THẠCH THÀNH" -> "UBND huyện Thạch Thành".
    """
    shown = squeeze(name)
    if not is_upper(shown):
        return short_forms(shown)
    lowered = shown.lower()
    folded = fold_line(shown)
    cased = list(lowered)
    known = [False] * len(lowered)
    for start, text in _known_names(folded):
        for offset, letter in enumerate(text):
            cased[start + offset] = lowered[start + offset] if letter.islower() else letter
            cased[start + offset] = (
                cased[start + offset].upper() if letter.isupper() else cased[start + offset]
            )
            known[start + offset] = True
    place = rule("place_kind").search(folded)
    proper = place.start("name") if place else None
    if place:
        for index in range(place.start("kind"), place.end("kind")):
            cased[index], known[index] = lowered[index], True
    for match in re.finditer(r"[^\W_]+", lowered):
        if known[match.start()]:
            continue
        word = shown[match.start() : match.end()]
        if _is_abbreviation(word):
            cased[match.start() : match.end()] = list(word)
        elif _is_proper(match.start(), proper, folded):
            cased[match.start()] = lowered[match.start()].upper()
    result = "".join(cased)
    return short_forms(result[:1].upper() + result[1:])


def _is_proper(start: int, proper: int | None, folded: str) -> bool:
    """Words after a place kind, or after what opens a school's or a Party body's name."""
    if proper is not None and start >= proper:
        return True
    opener = _NAME_OPENER.match(folded)
    return opener is not None and start >= opener.end()


_NAME_OPENER = re.compile(
    r"(?:truong\s(?:mam non|mau giao|tieu hoc|trung hoc co so|trung hoc pho thong|thcs|thpt|th|mn"
    r"|ptdtbt|ptdtnt|cao dang|dai hoc)(?:\s(?:va|&)\s(?:thcs|trung hoc co so|thpt))?"
    r"|(?:huyen|quan|thi|thanh|tinh|dang) (?:uy|doan)(?! khoi)"
    r"|cong an|so \w+ \w+)\s"
)
_ABBREVIATIONS = frozenset(
    [
        "UBND", "HĐND", "MTTQ", "THCS", "THPT", "TH", "MN", "TNCS", "CCHC", "BCH", "BTV", "LĐLĐ",
        "PTDTBT", "PTDTNT", "GDTX", "GDNN", "GD", "ĐT", "VP", "BCĐ", "LHPN", "CNTT", "TTHC",
        "HCM", "BHXH", "KHKT", "TDTT", "VHTT", "BQL", "DA", "ĐTXD", "UBMTTQ", "UBKT", "PCTT",
        "TKCN", "ATGT", "GDĐT", "II", "III", "IV",
    ]
)  # fmt: skip


def _is_abbreviation(word: str) -> bool:
    return word in _ABBREVIATIONS or (
        len(word) >= 2 and not re.search("[AEIOUYĂÂÊÔƠƯ]", _bare(word))
    )


def _bare(word: str) -> str:
    return fold_keep_length(word).upper()


@cache
def _names_by_word() -> dict[str, tuple[tuple[str, str], ...]]:
    """Known names in their natural case by folded first word, longest first."""
    names = [row["name"] for row in load_csv("agencies")]
    names += [name for row in load_csv("issuers") for name in row["names"].split("|")]
    by_word: dict[str, list[tuple[str, str]]] = {}
    for name in {squeeze(unify(n)) for n in names if not n.isupper()}:
        folded = fold_line(name)
        by_word.setdefault(re.split(r"\W", folded, maxsplit=1)[0], []).append((folded, name))
    return {
        word: tuple(sorted(found, key=lambda pair: -len(pair[0])))
        for word, found in by_word.items()
    }


def _known_names(folded: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    end = 0
    for match in re.finditer(r"\w+", folded):
        if match.start() < end:
            continue
        for key, name in _names_by_word().get(match[0], ()):
            stop = match.start() + len(key)
            if folded.startswith(key, match.start()) and not folded[stop : stop + 1].isalnum():
                found.append((match.start(), name))
                end = stop
                break
    return found


def complete_issuer(name: str, place: str | None) -> str:
    """Return a body named without its place ("UBND huyện") with the place of the date line."""
    shown = short_forms(name)
    bare = re.fullmatch(
        r"((?:UBND|HĐND|Đảng ủy|Công an|Ban Chỉ đạo \S+).{0,40}?)"
        r"(huyện|xã|phường|thị trấn|thị xã|thành phố|tỉnh|quận|đặc khu)(?: nhà| ta)?", shown
    )  # fmt: skip
    if bare and place:
        own = rule("place_kind").match(fold_line(place))
        if own:
            place = place[own.start("name") :]
        return f"{shown} {place}"
    return shown


def has_place(name: str) -> bool:
    """Say whether the name holds a place or needs none."""
    folded = fold_line(name)
    if re.fullmatch(r"(?:ubnd|hdnd)(?: cac)?", folded):
        return False
    place = rule("place_kind").search(folded)
    if place:
        return not re.match(r"(?:va|nam|ban|xay|trong|da)\b", place["name"]) and bool(place["name"])
    return not re.match(r"(?:ubnd|hdnd|uy ban nhan dan|dang uy|cong an)(?!\w)", folded)


def find_level(issuer: str | None, superior: str | None = None) -> str | None:
    """Return central, province, district, commune, or None when the name does not say."""
    for name in (issuer, superior):
        if not name:
            continue
        folded = fold_line(name)
        for pattern, level in _FIRST_WORDS:
            if re.match(pattern, folded):
                return level
        place = rule("place_kind").search(folded)
        if place:
            kind = re.sub(r"[.\s]+", " ", place["kind"]).strip()
            if level := _LEVELS.get(kind, ""):
                return level
            return "province" if place["name"].strip() in _CENTRAL_CITIES else "district"
        if re.match(r"phong(?!\w)", folded):
            return "district"
    return None

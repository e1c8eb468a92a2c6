"""Names printed in capitals, as running text writes them."""

from __future__ import annotations

import re
from functools import cache

from extract.stages.header.rules import fold_line, is_upper, rule
from extract.text import squeeze, unify
from patterns import load_csv

_SHORT_FORMS = (
    (re.compile(r"(?<!\w)u?[yi] ban nhan dan(?!\w)"), "UBND"),
    (re.compile(r"(?<!\w)hoi dong nhan dan(?!\w)"), "HĐND"),
)
"""On folded text, so that a mark that OCR lost or put wrong does no harm."""
_OWN_NAMES = (
    "Trường Mầm non", "Trường Mẫu giáo", "Trường Tiểu học", "Trường Trung học cơ sở",
    "Trường Trung học phổ thông", "Trường Tiểu học và Trung học cơ sở", "Trường Cao đẳng",
    "Trường Đại học", "Trường Chính trị", "Tiểu học", "Đại học", "Bệnh viện Đa khoa",
    "Trung tâm Y tế", "Trạm Y tế", "Ban Tuyên giáo", "Ban Tổ chức", "Ban Dân vận",
    "Ban Thường vụ", "Ban Chấp hành", "Ban Thường trực", "Việt Nam", "Hồ Chí Minh", "Đảng bộ",
    "Mặt trận Tổ quốc", "Viện kiểm sát nhân dân", "Văn hóa - Thông tin và Thể thao", "Sư phạm",
    "Đoàn trường", "Đoàn khối", "Hội thi", "Hội diễn", "Hội thao", "Liên hoan", "Ngày hội",
)  # fmt: skip
_NAME_OPENER = re.compile(
    r"(?:chi bo |dang bo |bch |ban chap hanh |ban thuong vu )?"
    r"(?:truong (?:mam non|mau giao|tieu hoc|trung hoc co so|thcs|thpt|th|mn|trung hoc pho thong"
    r"|ptdtbt|ptdtnt|cao dang|dai hoc)"
    r"(?:(?:,| va| ?&| ?-)? ?(?:thcs|trung hoc co so|thpt|trung hoc pho thong|th)(?!\w)){0,2}"
    r"|(?:huyen|quan|thi|thanh|tinh|dang) (?:uy|doan)(?! (?:khoi|cac|co quan|quan su|cong an|ubnd"
    r"|uy ban|bo chi huy|bo doi|so|ban)(?!\w))"
    r"|(?:lien doi|chi doan)(?! (?:truong|co quan|khoi))"
    r"|cong an(?! (?:tinh|huyen|xa|phuong|quan|thi|thanh pho|khu)(?!\w))) "
)
"""After these words comes a proper name."""
_FIELD_OPENER = re.compile(
    r"(?:ban (?:chi dao|chi huy|quan ly)|hoi dong|uy ban|trung tam|vien|benh vien|vu|tong cuc|cuc"
    r"|chi cuc|phong|so|ban|hoi|doi|tram|bcd|quy) "
    r"(?!(?:nhan dan|huyen|xa|tinh|quan|phuong|thi|thanh pho|khu|cap|cac)(?!\w))(?=\w)"
)
"""After these words comes the field, whose first letter is a capital (Nghị định 30/2020/NĐ-CP,
phụ lục II): "Ban Chỉ huy Phòng thủ dân sự"."""
_PLACE_AFTER = re.compile(r"(?:so|phong|chi cuc|cuc|kho bac|bao hiem|ngan hang|benh vien|hoi|bch) ")
_OF_PLACE = re.compile(
    r"(?i:(?<!\w)(?:(?:[uủ][ỷy] ban|hội đồng) nhân dân|ubnd|hđnd) (?P<kind>tỉnh|thành phố|tp|huyện"
    r"|quận|thị xã|tx|xã|phường|thị trấn|tt|đặc khu)(?: |\. ?)"
    r"(?P<name>(?!(?:[uủ][ỷy] ban|hội đồng nhân)(?!\w))\S.{0,40}))"
)
"""A people's council or committee: what follows the kind of place is a name and nothing else."""
_ABBREVIATIONS = frozenset(
    [
        "UBND", "HĐND", "TH", "MN", "GD", "ĐT", "VP", "DA", "HCM", "II", "III", "IV", "UBMTTQ",
        "UBKT", "ATGT", "GDĐT",
    ]
)  # fmt: skip
_DISTRICT_CODE = 3
"""Digits of a district's code; a commune's has five."""
_VOWELS = re.compile("[aeiouy]")


_OWN_START = re.compile(
    r"(?<= - )\w|(?<=^[Cc]hi bộ )(?:s(?=ở )|p(?=hòng )|t(?=r(?:ường|ạm|ung tâm) ))"
)
"""A body that issues with another, or whose Party cell it is, begins with a capital of its own."""


def short_forms(name: str) -> str:
    """Return the name with UBND and HĐND for their long forms."""
    shown = squeeze(name)
    for long_form, short_form in _SHORT_FORMS:
        for match in reversed(list(long_form.finditer(fold_line(shown)))):
            shown = shown[: match.start()] + short_form + shown[match.end() :]
    return shown


def natural_case(name: str) -> str:
    """Return a name in capitals as running text writes it; other names stay as printed.

    "ỦY BAN NHÂN DÂN HUYỆN THẠCH THÀNH" -> "UBND huyện Thạch Thành".
    """
    shown = squeeze(name)
    if not is_upper(shown):
        return short_forms(shown)
    folded = fold_line(shown)
    place = _find_place(shown, folded)
    opener = _NAME_OPENER.search(folded)
    if place and opener and place.start() < opener.end():  # "Huyện đoàn"
        place = None
    starts = ([place.start("name")] if place else []) + ([opener.end()] if opener else [])
    proper = min(starts, default=len(shown))
    cased = list(shown.lower())
    names = _known_names(folded)
    if place and place.re is _OF_PLACE:  # "xã Đoàn Kết", "xã Trung Tâm": no body's name
        names = [(start, known) for start, known in names if start < place.start("kind")]
    if not starts and _PLACE_AFTER.match(folded):
        proper = _run_end(folded, names)
    if (field := _FIELD_OPENER.match(folded)) and not _is_known(names, field.end()):
        cased[field.end()] = cased[field.end()].upper()
    for start, known in names:
        for offset, letter in enumerate(known):
            if letter.isupper():
                cased[start + offset] = cased[start + offset].upper()
    for match in re.finditer(r"[^\W_]+", shown):
        if _is_abbreviation(match[0]):
            cased[match.start() : match.end()] = match[0]
        elif match.start() >= proper and not _is_known(names, match.start()):
            cased[match.start()] = match[0][0]
    if place:
        kind = shown[place.start("kind") : place.end("kind")]
        kind = kind if len(kind) == 2 and kind != "XÃ" else kind.lower()  # "TP.", "TX."
        cased[place.start("kind") : place.end("kind")] = kind
    result = _OWN_START.sub(lambda m: m[0].upper(), "".join(cased))
    return short_forms(result[:1].upper() + result[1:])


def _find_place(shown: str, folded: str) -> re.Match[str] | None:
    """Return kind and name of the place; "các xã xây dựng nông thôn mới" is none."""
    place = _OF_PLACE.search(unify(shown)) or rule("place_kind").search(unify(shown))
    return None if place and folded[: place.start()].endswith("cac ") else place


def _is_known(names: list[tuple[int, str]], offset: int) -> bool:
    """Say whether the offset lies in a known name, whose own case counts."""
    return any(start <= offset < start + len(name) for start, name in names)


def _run_end(folded: str, names: list[tuple[int, str]]) -> int:
    """Return where a place without its kind begins: after "Sở Nội vụ" in "SỞ NỘI VỤ THANH HÓA".

    Known places end the name; others come after known names that fill it from the start. The
    length of the text when there is none.
    """
    for match in re.finditer(r"(?<=\w) (?=\w+(?: \w+){1,3}$)", folded):
        if folded[match.end() :] in _places():
            return match.start()
    end = 0
    for start, known in names:
        if start - end > 1 and folded[end:start].strip() not in ("so", "phong", "cuc", "chi cuc"):
            break
        end = start + len(known)
    rest = folded[end:].split()
    is_run = end > 8 and 0 < len(rest) <= 4 and folded.startswith(("so ", "phong ", "chi cuc "))
    return end if is_run else len(folded)


@cache
def _places() -> frozenset[str]:
    """Folded names of provinces and districts, as they are and as they were."""
    rows = [*load_csv("admin_units"), *load_csv("admin_units_before_2025")]
    return frozenset(fold_line(row["name"]) for row in rows if len(row["code"]) <= _DISTRICT_CODE)


def _is_abbreviation(word: str) -> bool:
    return word in _ABBREVIATIONS or (len(word) > 1 and not _VOWELS.search(fold_line(word)))


@cache
def _names_by_word() -> dict[str, tuple[tuple[str, str], ...]]:
    """Known names in their natural case by folded first word, ours first, then the longest."""
    names = [row["name"] for row in load_csv("agencies")]
    names += [name for row in load_csv("issuers") for name in row["names"].split("|")]
    by_word: dict[str, list[tuple[str, str]]] = {}
    for name in [*_OWN_NAMES, *sorted(names, key=len, reverse=True)]:
        shown = squeeze(unify(name))
        if not shown.isupper():
            folded = fold_line(shown)
            by_word.setdefault(re.split(r"\W", folded, maxsplit=1)[0], []).append((folded, shown))
    return {word: tuple(found) for word, found in by_word.items()}


def _known_names(folded: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    end = 0
    for match in re.finditer(r"\w+", folded):
        if match.start() < end:
            continue
        for key, name in _names_by_word().get(match[0], ()):
            inside = folded[: match.start()].rstrip()[-1:].isalnum()
            if inside and key == match[0]:  # "Phòng" inside "y tế dự phòng"
                continue
            stop = match.start() + len(key)
            if folded.startswith(key, match.start()) and not folded[stop : stop + 1].isalnum():
                found.append((match.start(), name))
                end = stop
                break
    return found

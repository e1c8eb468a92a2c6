"""Amounts of money as plans print them, in đồng."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.text import fold

_UNITS = {
    "ty": 10**9, "ti": 10**9, "trieu": 10**6, "tr": 10**6, "trd": 10**6,
    "nghin": 10**3, "ngan": 10**3, "ngin": 10**3, "k": 10**3,
    "dong": 1, "d": 1, "vnd": 1, "vnđ": 1,
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:[., ]\d{3}){1,4}(?:,\d{1,3})?|\d{1,15}(?:[.,]\d{1,6})?"
_AMOUNT = re.compile(
    rf"(?P<number>{_NUMBER})\s?(?:(?P<unit>ty|ti|trieu|trd|tr|nghin|ngin|ngan|k)(?![a-z]))?\.?\s?"
    r"(?P<dong>dong|vnd|d)?(?![a-z0-9])\.?"
)
_LEADING = re.compile(
    r"(?:(?:khoang|du kien|tong|tong cong|tong so|so tien|kinh phi)\s?:?\s?){0,3}"
)
_TRAILING = re.compile(r"(?:\s?(?:/nam|\(.{0,60}\)|chan|[.;]))?")
_UNIT_IN_TITLE = re.compile(
    r"(?:^|[^a-z])(?P<unit>ty|ti|trieu|tr|nghin|ngan|1\.?000|1\.?000\.?000)?\s?(?P<dong>dong|vnd|d)(?![a-z])"
)
_SPACES = re.compile(r"\s+")


def _folded(text: str) -> str:
    return _SPACES.sub(" ", fold(text)).strip()


def parse_amount(text: str, unit: int | None = None) -> int | None:
    """Return the one amount of a cell in đồng; None when there is none, or it is not clear.

    unit: đồng per printed unit, from a title ("triệu đồng": 1,000,000); a unit printed in the
    cell itself goes before it. Without any unit a number counts as đồng only when its size and
    shape say so (12.900.000): "15" could be anything.
    """
    if len(text) > 120:
        return None
    folded = _folded(text)
    start = _LEADING.match(folded)
    match = _AMOUNT.match(folded, start.end() if start else 0)
    if match is None or not _TRAILING.fullmatch(folded, match.end()):
        return None
    printed = match["unit"] or match["dong"]
    if printed:
        factor = _UNITS[match["unit"]] if match["unit"] else 1
    elif unit is not None:
        factor = unit
    elif (
        re.fullmatch(r"\d{1,3}(?:[. ,]\d{3}){1,4}", match["number"]) and _size(match) >= 10_000
    ) or (match["number"].isdecimal() and int(match["number"]) >= 100_000):
        factor = 1
    else:
        return None
    value = _parse_number(match["number"], factor)
    if value is None:
        return None
    amount = value * factor
    return int(amount) if amount == amount.to_integral_value() else None


def _size(match: re.Match[str]) -> int:
    return int(re.sub(r"\D", "", match["number"]))


def _parse_number(printed: str, factor: int) -> Decimal | None:
    """Dots part thousands and a comma decimals; with a large unit one dot or comma is decimal.

    "1.200" triệu is twelve hundred million; "1.2" tỷ one and two tenths; "3,500" triệu is left
    unread: three and a half, or three thousand five hundred.
    """
    number = printed.replace(" ", ".")
    groups = re.split(r"[.,]", number)
    if len(groups) == 1:
        return Decimal(number)
    separators = re.sub(r"\d", "", number)
    if len(groups) == 2:
        if len(groups[1]) != 3:
            return Decimal(f"{groups[0]}.{groups[1]}")
        if separators == "." or factor == 1:
            return Decimal(groups[0] + groups[1])
        return None
    if len(set(separators)) == 1 and all(len(group) == 3 for group in groups[1:]):
        return Decimal("".join(groups))
    if separators[-1] != separators[0] and all(len(g) == 3 for g in groups[1:-1]):
        return Decimal("".join(groups[:-1]) + "." + groups[-1])
    return None


def find_unit(title: str) -> int | None:
    """Return đồng per unit that a title names: "Kinh phí (triệu đồng)" -> 1,000,000."""
    match = _UNIT_IN_TITLE.search(_folded(title)[:200])
    if match is None:
        return None
    unit = match["unit"]
    if unit is None:
        return 1
    digits = unit.replace(".", "")
    return int(digits) if digits.isdecimal() else _UNITS[unit]


def is_amount(text: str) -> bool:
    """Tell whether the text is only a number or an amount of money."""
    stripped = text.strip()
    if not stripped or not any(c.isdigit() for c in stripped):
        return False
    return bool(re.fullmatch(r"[\d.,\s]{1,30}(?:đồng|đ|VNĐ|triệu|tỷ|%)?\.?", stripped))

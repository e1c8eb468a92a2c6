"""Amounts of money as plans print them, in đồng."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.text import fold, squeeze

_UNITS = {
    "ty": 10**9, "ti": 10**9, "trieu": 10**6, "tr": 10**6, "trd": 10**6,
    "nghin": 10**3, "ngan": 10**3, "ngin": 10**3, "k": 10**3,
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
_GROUPED = re.compile(r"\d{1,3}(?:[., ]\d{3}){1,4}")
_UNIT_IN_TITLE = re.compile(
    r"(?:^|[^a-z])(?:(?P<unit>ty|ti|trieu|tr|nghin|ngan(?! (?:sach|hang|khoan))"
    r"|1[. ]?000(?:[. ]?000)?)\s?"
    r"(?:dong|vnd|d)?|(?<!hoi )(?<!lao )(?<!hop )dong|vnd)(?![a-z])"
)
_FIGURES = re.compile(r"[\d.,\s]{1,30}(?:đồng|đ|VNĐ|triệu|tỷ|%)?\.?")
_CERTAIN = 10_000
"""A grouped number from here on is đồng by itself: smaller ones may count something else."""


def parse_amount(text: str, unit: int | None = None) -> int | None:
    """Return the one amount of a cell in đồng; None when there is none, or it is not clear.

    unit: đồng per printed unit, from a title ("triệu đồng": 1,000,000); a unit printed in the
    cell itself goes before it. Without any unit a number is đồng only when its size and shape
    say so (12.900.000): "15" could be anything.
    """
    if len(text) > 120:
        return None
    folded = squeeze(fold(text))
    joined = folded.replace(" ", "")  # wrapped in a narrow cell: "12.900.0 00"
    if " " in folded and joined.count(".") >= 2 and _GROUPED.fullmatch(joined):
        folded = joined
    start = _LEADING.match(folded)
    match = _AMOUNT.match(folded, start.end() if start else 0)
    if match is None or not _TRAILING.fullmatch(folded, match.end()):
        return None
    factor = _factor(match, unit)
    value = _parse_number(match["number"], factor) if factor else None
    if value is None or factor is None:
        return None
    amount = value * factor
    return int(amount) if amount == amount.to_integral_value() else None


def _factor(match: re.Match[str], unit: int | None) -> int | None:
    if match["unit"] or match["dong"]:
        return _UNITS[match["unit"]] if match["unit"] else 1
    number = match["number"]
    digits = int(re.sub(r"\D", "", number))
    if unit is not None:
        whole_dong = unit > 1 and len(number) > 8 and _GROUPED.fullmatch(number)
        return 1 if whole_dong and number.count(".") >= 2 and digits >= 10**6 else unit
    if _GROUPED.fullmatch(number) and digits >= _CERTAIN:
        return 1
    return 1 if number.isdecimal() and digits >= 10 * _CERTAIN else None


def _parse_number(printed: str, factor: int) -> Decimal | None:
    """Dots part thousands and a comma decimals; with a large unit "3,500" is left unread:
    three and a half, or three thousand five hundred.
    """
    groups = re.split(r"[., ]", printed)
    separators = re.sub(r"\d", "", printed)
    whole = all(len(group) == 3 for group in groups[1:])
    if not separators:
        return Decimal(printed)
    if len(groups) == 2 and not whole:
        return Decimal(".".join(groups))
    if whole and len(set(separators)) == 1:
        unclear = len(groups) == 2 and separators == "," and factor > 1
        return None if unclear else Decimal("".join(groups))
    thousands = all(len(group) == 3 for group in groups[1:-1])
    if thousands and separators[-1] == "," and set(separators[:-1]) <= {".", " "}:
        return Decimal("".join(groups[:-1]) + "." + groups[-1])
    return None


def find_unit(title: str) -> int | None:
    """Return đồng per unit that a title names: "Kinh phí (triệu đồng)" -> 1,000,000."""
    match = _UNIT_IN_TITLE.search(squeeze(fold(title))[:200])
    if match is None:
        return None
    unit = match["unit"]
    if unit is None:
        return 1
    digits = re.sub(r"\D", "", unit)
    return int(digits) if digits else _UNITS[unit]


def is_amount(text: str) -> bool:
    """Tell whether the text is only a number or an amount of money."""
    stripped = text.strip()
    return any(c.isdigit() for c in stripped) and bool(_FIGURES.fullmatch(stripped))

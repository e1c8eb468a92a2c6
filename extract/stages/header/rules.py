"""The rules of `patterns/header.toml`, compiled once."""

from __future__ import annotations

import re
from functools import cache

from extract.text import fold_keep_length
from patterns import load_toml

LOWER = "a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
"""Small letters, for a class of a regex: capitals and small ones alternate in Unicode."""


@cache
def rule(row_id: str) -> re.Pattern[str]:
    """Return the compiled rule; whether it wants folded text is said in the table."""
    return re.compile(load_toml("header")[row_id].regex)


def fold_line(text: str) -> str:
    """Return the line for rules on folded text: same length, dashes and spaces made one."""
    return fold_keep_length(text)


def opens_with(row_id: str, text: str) -> bool:
    """Say whether the rule, on folded text, matches at the start of `text`."""
    return rule(row_id).match(fold_line(text[:400])) is not None


def fills(row_id: str, text: str) -> bool:
    """Say whether the rule, on folded text, matches the whole of `text`."""
    bare = text.strip()
    return len(bare) <= 200 and rule(row_id).fullmatch(fold_line(bare)) is not None


def is_upper(text: str) -> bool:
    """Say whether the letters are capitals, but for a few ("TP. HỒ CHÍ MINH", "QyĐ")."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.8 * len(letters)

"""What an address asks for, read with care: every value may be missing, odd or very long."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from extract.text import make_date

_LONGEST = 500
_ISO_DATE = re.compile(r"\s{0,20}(\d{4})-(\d{1,2})-(\d{1,2})\s{0,20}")
_VN_DATE = re.compile(r"\s{0,20}(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})\s{0,20}")
_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PHRASE = re.compile(r'"([^"]{0,500})"|([^"\s]{1,500})')


def clip(value: object, longest: int = _LONGEST) -> str:
    """Return a value as text of bounded length."""
    return str(value if value is not None else "")[:longest]


def text_of(request: Any, name: str) -> str:
    """Return a parameter as text without control characters, "" when missing."""
    return "".join(c if c.isprintable() else " " for c in clip(request.args.get(name))).strip()


def number_of(request: Any, name: str = "trang") -> int:
    """Return a page number, 1 when it is none."""
    typed = text_of(request, name)
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 8 else 1


def year_of(request: Any, name: str) -> int | None:
    typed = text_of(request, name)
    return int(typed) if _YEAR.fullmatch(typed) else None


def month_of(request: Any, name: str) -> tuple[int, int] | None:
    found = _MONTH.fullmatch(text_of(request, name))
    return (int(found[1]), int(found[2])) if found else None


def day_of(request: Any, name: str) -> date | None:
    day = parse_day(text_of(request, name))
    return date.fromisoformat(day) if day else None


def choice_of(request: Any, name: str, allowed: Any) -> str | None:
    """Return a parameter when it is one of the known values."""
    typed = text_of(request, name)
    return typed if typed in allowed else None


def parse_day(text: object) -> str | None:
    """Return a date typed as 01/06/2026 or 2026-06-01 in ISO form, or None."""
    typed = clip(text)
    day: date | None = None
    if found := _ISO_DATE.fullmatch(typed):
        day = make_date(int(found[1]), int(found[2]), int(found[3]))
    elif found := _VN_DATE.fullmatch(typed):
        day = make_date(int(found[3]), int(found[2]), int(found[1]))
    return day.isoformat() if day else None


def fts_query(text: object) -> str:
    """Return typed words as an FTS5 query: all must occur, words in quotes as one phrase.

    Every word is quoted, so that nothing typed is an operator; no words find nothing.
    """
    typed = "".join(c if c.isprintable() else " " for c in clip(text))
    phrases = (m[1] if m[1] is not None else m[2] for m in _PHRASE.finditer(typed))
    return " ".join(f'"{phrase}"' for phrase in phrases if phrase.strip()) or '""'

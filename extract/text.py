"""Text as the rest of the program sees it: NFC, without marks where wished, offsets kept.

Every function is pure. Nothing here knows documents or patterns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import lru_cache

LOWER = "[a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]"
"""A small Vietnamese letter, for regexes: in Unicode's order small and capital ones alternate."""

# Letters that NFD does not take apart: đ, the eth that some keyboards give, African đ.
_STROKED = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ɖ": "d", "Ɖ": "D"})
_LOOKALIKES = str.maketrans(
    {
        "Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ",
        "\t": " ", "\n": " ", "\r": " ", "\u000b": " ", "\u000c": " ",
        "⁄": "/", "∕": "/", "／": "/",
    }
)  # fmt: skip
_DROPPED = dict.fromkeys(
    [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x200E, 0x200F, *range(0x202A, 0x202F)]
)


# Looked for first: translating costs far more, and hardly any text holds one.
_INVISIBLE = re.compile("[" + "".join(map(chr, _DROPPED)) + "]")
_LOOKALIKE = re.compile("[" + re.escape("".join(map(chr, _LOOKALIKES))) + "]")


def nfc(text: str) -> str:
    """Return the text in NFC; text that is NFC already is returned as it is."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """Return NFC text without characters that nobody sees (zero-width, direction, soft hyphen)."""
    return nfc(text.translate(_DROPPED) if _INVISIBLE.search(text) else text)


def unify(text: str) -> str:
    """Return the text with look-alike letters, dashes and spaces made one; its length is kept.

    Đ in its three code points becomes U+0110, every dash "-", every white space " ". Use it to
    match; cut spans from the original, whose offsets are the same.
    """
    return text.translate(_LOOKALIKES) if _LOOKALIKE.search(text) else text


def fold(text: str) -> str:
    """Return the text without diacritics, đ as d, casefolded: for keys and loose search."""
    return text.translate(_FOLDED)


def fold_keep_length(text: str) -> str:
    """Return `fold` of NFC text with one character for each, so that offsets still hold.

    What `unify` makes one is one here as well.
    """
    if len(text) > _SHORT:
        return text.translate(_FOLDED_ALIKE)
    return _fold_short(text)


def _fold_character(code: int) -> str:
    decomposed = unicodedata.normalize("NFD", chr(code))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.translate(_STROKED).translate(_LOOKALIKES).casefold()


def _fold_alike(code: int) -> str:
    folded = _fold_character(code)
    return folded if len(folded) == 1 else chr(code)  # not of ß, ligatures, lone marks


class _Table(dict[int, str]):
    """What each character becomes, worked out when it is met first."""

    def __init__(self, work_out: Callable[[int], str]) -> None:
        self.work_out = work_out

    def __missing__(self, code: int) -> str:
        became = self.work_out(code)
        if len(self) < _MOST_FOLDED:
            self[code] = became
        return became


_MOST_FOLDED = 10_000
_FOLDED = _Table(_fold_character)
_FOLDED_ALIKE = _Table(_fold_alike)
_SHORT = 1000  # characters of a text worth keeping: stages fold the same lines in turn


@lru_cache(maxsize=1024)
def _fold_short(text: str) -> str:
    return text.translate(_FOLDED_ALIKE)


def symbol_key(symbol: str) -> str:
    """Return the key of a symbol: no case, marks, đ, spaces or leading zeros.

    "061/2018/NĐ - CP" -> "61/2018/nd-cp".
    """
    key = "".join(fold(symbol).split())
    stripped = key.lstrip("0")
    return stripped if stripped[:1].isdigit() else key


def squeeze(text: str) -> str:
    """Return the text on one line with single spaces and no space at either end."""
    return " ".join(text.split())


def sentence_case(text: str) -> str:
    """Return the text in lower case with its first letter capital ("NGHỊ ĐỊNH" -> "Nghị định")."""
    lowered = squeeze(text).lower()
    return lowered[:1].upper() + lowered[1:]


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None

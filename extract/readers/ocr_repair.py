"""What is safe to put right in OCR text without knowing what it says: print, not meaning.

Dashes of all kinds become the hyphen, and remains of table borders go. Everything that needs
knowledge of the field (a symbol without its Đ) is left to who reads the text.
"""

from __future__ import annotations

import re

_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\uff0d]+-*|-+[\u2010-\u2015]+-*")
_BORDERS = "|¦‖│┃"
_MARKS_ONLY = re.compile(r"[\W_\u02b0-\u02ff]{1,6}")
_KEPT = re.compile(r"[-+•*/&%=“”\"()…:;]{1,3}|[._…]{2,6}")
_SOLID = re.compile(r"[“”\"()…]")


_TWICE = re.compile(
    r"[aáàảãạ](?=[ăắằẳẵặâấầẩẫậ])|[eéèẻẽẹ](?=[êếềểễệ])|[oóòỏõọ](?=[ôốồổỗộơớờởỡợ])"
    r"|[uúùủũụ](?=[ưứừửữự])|Đ(?=Ð)|Ð(?=Đ)|(?<=UBN)D(?=Đ\b)",
    re.IGNORECASE,
)
"""One letter given twice, with and without its marks; no word is written so."""
_ABOUT = re.compile(r"\([bhŒß6]/[cC©e]\)")


def repair_word(text: str) -> str:
    """Return the word with plain hyphens and without stray border bars; "" when nothing is left.

    A letter that the engine gives twice is one ("vụực"), "(b/©)" is "(b/c)".
    """
    text = _DASHES.sub("-", text)
    if not text.isascii():
        text = _TWICE.sub("", text).replace("UBNĐ", "UBND")
    if "/" in text:
        text = _ABOUT.sub("(b/c)", text)
    return text.strip(_BORDERS) if any(bar in text for bar in _BORDERS) else text


def is_noise(text: str, confidence: float, is_tiny: bool = False) -> bool:
    """Return whether what was read is a speck or a stroke, not a word.

    is_tiny: its box is far smaller than letters are.
    """
    if not _MARKS_ONLY.fullmatch(text):
        return confidence < 5 and len(text) < 3
    if not _KEPT.fullmatch(text):
        return True
    return confidence < 30 or (is_tiny and not _SOLID.search(text) and confidence < 70)

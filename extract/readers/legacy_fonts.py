"""Vietnamese text from before Unicode: TCVN3 (ABC) and VNI, told by font name or by its syllables.

Such text holds Latin-1 letters that only its font shows as Vietnamese ("KÕ ho¹ch" in .VnTime is
"Kế hoạch"). The font of each run decides where it is known; a file that lost its font names
(most PDFs) is judged by how many of its syllables are Vietnamese under each reading.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal
from unicodedata import normalize

Encoding = Literal["unicode", "tcvn3", "vni"]

# TCVN 5712:1993, third set: byte -> letter. It has no accented capitals; fonts whose name ends
# in H show every letter as a capital.
_TCVN3 = dict(
    zip(
        bytes.fromhex(
            "A1A2A3A4A5A6A7A8A9AAABACADAEB5B6B7B8B9BBBCBDBEC6C7C8C9CACBCCCECFD0D1D2D3D4D5D6D7D8"
            "DCDDDEDFE1E2E3E4E5E6E7E8E9EAEBECEDEEEFF1F2F3F4F5F6F7F8F9FAFBFCFDFE"
        ),
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
# VNI Windows: a base letter and a mark after it, or one letter for a vowel with a horn and so on.
_TONES = "ùøûõï"  # acute, grave, hook, tilde, dot
_TONED = {
    "a": "áàảãạ", "ă": "ắằẳẵặ", "â": "ấầẩẫậ", "e": "éèẻẽẹ", "ê": "ếềểễệ", "o": "óòỏõọ",
    "ô": "ốồổỗộ", "ơ": "ớờởỡợ", "u": "úùủũụ", "ư": "ứừửữự", "y": "ýỳỷỹỵ",
}  # fmt: skip


@cache
def _vni_pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for base, plain in (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"),
                        ("ô", "ơ"), ("ö", "ư")):  # fmt: skip
        for mark, letter in zip(_TONES, _TONED[plain], strict=True):
            pairs[base + mark] = letter
    for base, plain in (("a", "â"), ("e", "ê"), ("o", "ô")):
        for mark, letter in zip("âáàåãä", plain + _TONED[plain], strict=True):
            pairs[base + mark] = letter
    for mark, letter in zip("êéèúüë", "ă" + _TONED["ă"], strict=True):
        pairs["a" + mark] = letter
    pairs |= {"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}
    capitals: dict[str, str] = {}
    for sequence, letter in pairs.items():
        capitals[sequence.upper()] = letter.upper()
        if len(sequence) == 2:  # a capital with a small mark is printed too
            capitals[sequence[0].upper() + sequence[1]] = letter.upper()
    return {**capitals, **pairs}


@cache
def _vni_pattern() -> re.Pattern[str]:
    longest_first = sorted(_vni_pairs(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@cache
def _tcvn3_map() -> dict[int, str]:
    letters: dict[int, str] = {}
    for byte, letter in _TCVN3.items():
        letters[byte] = letter
        shown = bytes([byte]).decode("cp1252", "replace")  # as a Western code page reads the byte
        letters[ord(shown)] = letter
    return letters


def read_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Return text of a TCVN3 font as Unicode. capitals: the font shows capitals only."""
    read = text.translate(_tcvn3_map())
    return read.upper() if capitals else read


def read_vni(text: str) -> str:
    """Return text of a VNI font as Unicode."""
    pairs = _vni_pairs()
    return _vni_pattern().sub(lambda match: pairs[match[0]], text)


@lru_cache(maxsize=256)
def font_encoding(font: str | None) -> Encoding:
    """Return the encoding that a font of this name shows."""
    if not font:
        return "unicode"
    name = font.lower().lstrip(".")
    if font.startswith(".Vn") or re.match(r"\.?vn(time|arial|av|book|cour|helv|south|univ)", name):
        return "tcvn3"
    return "vni" if name.startswith(("vni-", "vni ")) else "unicode"


def read_run(text: str, font: str | None) -> str:
    """Return the text of one run as Unicode, going by its font."""
    encoding = font_encoding(font)
    if encoding == "tcvn3":
        return read_tcvn3(text, capitals=bool(font) and str(font).rstrip().endswith("H"))
    return read_vni(text) if encoding == "vni" else text


# A Vietnamese syllable without its tone: onset, nucleus, coda.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?:iêu|yêu|oai|oao|oay|oeo|uay|uây|uôi|uya|uyê|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu"
    r"|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
# Letters that neither encoding can hold: a text with one of them is Unicode already.
_UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u1ea0-\u1ef9]"
)
_WORD = re.compile(r"[^\W\d_]+")
_INNER_CAPITAL = re.compile("[a-z][\u00c0-\u00de]")
"""No word is written so ("cÇu"): small letters of TCVN3 lie where Latin-1 has capitals."""
_TONE_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MARKED = re.compile("[ăâđêôơư\u0300\u0301\u0303\u0309\u0323]")


def is_syllable(word: str) -> bool:
    """Return whether a word of NFC text is built like a Vietnamese syllable, whatever its tone."""
    return _is_syllable(normalize("NFD", word.lower()))


def _is_syllable(decomposed: str) -> bool:
    toneless, tones = _TONE_MARKS.subn("", decomposed)
    return tones <= 1 and bool(_SYLLABLE.fullmatch(normalize("NFC", toneless)))


def _score(text: str) -> tuple[float, float]:
    """Return the share of words that are Vietnamese syllables, and of those that carry marks."""
    found = [w for w in _WORD.findall(text[:4000]) if len(w) > 1]  # "x" marks a cell of a form
    if not found:
        return 0.0, 0.0
    words = [normalize("NFD", w.lower()) for w in found if not _INNER_CAPITAL.search(w)]
    valid = [w for w in words if _is_syllable(w)]
    marked = sum(1 for w in valid if _MARKED.search(w) or not w.isascii())
    return len(valid) / len(found), marked / len(found)


def find_encoding(text: str) -> Encoding:
    """Return how a text without font names reads as Vietnamese; "unicode" unless clearly not.

    The text is at least some 40 characters long for a safe answer; about one word in a hundred
    must hold a letter that the old encodings use.
    """
    if _UNICODE_ONLY.search(text) or not any("\xa0" < c <= "\xff" for c in text):
        return "unicode"
    scores: dict[Encoding, tuple[float, float]] = {
        "unicode": _score(text),
        "tcvn3": _score(read_tcvn3(text)),
        "vni": _score(read_vni(text)),
    }
    best = max(scores, key=lambda e: (scores[e][0], e == "unicode"))
    # a clear margin: text that is right as it stands must never be touched
    if (
        best != "unicode"
        and scores[best][0] >= scores["unicode"][0] + 0.15
        and (scores[best][0] >= 0.5 and scores[best][1] >= 0.2)
    ):
        return best
    return "unicode"

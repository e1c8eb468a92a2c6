"""Bytes into NFC text: BOM, declared charset, UTF-8, then Vietnamese code pages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.errors import UnknownFormat
from extract.model import Note
from extract.readers.runs import drop_controls
from extract.text import clean

_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s{0,3}=\s{0,3}["']?\s{0,3}([A-Za-z0-9_\-:.]{2,30})""", re.IGNORECASE
)
_ALIASES = {
    "windows-1252": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "x-user-defined": "cp1252", "unicode": "utf-16", "utf8": "utf-8",
    "x-sjis": "cp1252", "gb2312": "cp1252",
}  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]{1,12}")
# Common syllables of administrative Vietnamese that hold a letter outside ASCII.
_COMMON = """
và của các được đơn vị về việc kế hoạch số ngày tháng năm ủy uỷ nhân dân huyện tỉnh xã phường
thị trấn thành phố công tác cải cách hành chính thực hiện tổ chức cơ cán bộ nhiệm vụ quyết định
nghị thông tư chỉ đạo hướng dẫn báo cáo kiểm triển đối với trên địa bàn nội có để những là một
đến từ tại này đảng hội đồng phòng giáo dục sở độc lập tự hạnh phúc cộng hòa chủ nghĩa nước căn
cứ mục đích yêu cầu nơi nhận lưu tịch phó
"""
_SYLLABLES = frozenset(_COMMON.split())
_REPLACED = "\ufffd"
_WRITTEN_LINE_END = r"\r\n"
"""Four signs, which pages of some portals hold where a line end was meant."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Clean text (NFC, no control characters), the encoding it had, and what was doubtful."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, where: str, *, declared: str | None = None) -> Decoded:
    """Return the bytes as text; raise UnknownFormat when no encoding gives readable text."""
    found = _read(data, declared)
    if found is None:
        raise UnknownFormat(where, "the text is in an encoding that is not known")
    encoding, text = found
    notes = [_repaired(text)] if _REPLACED in text else []
    if count := text.count(_WRITTEN_LINE_END):
        text = text.replace(_WRITTEN_LINE_END, " ")
        notes.append(Note("encoding", f"{count} line ends written as signs were read as blanks"))
    return Decoded(clean(drop_controls(text)), encoding, tuple(notes))


def find_declared(head: bytes) -> str | None:
    """Return the charset that an HTML or XML head declares, as Python calls it."""
    found = _DECLARED.search(head[:4096].replace(b"\x00", b""))
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    return _ALIASES.get(name, name)


def vietnamese_share(text: str) -> float:
    """Return the share of words with letters outside ASCII that are common Vietnamese syllables.

    0.0 when there is no such word.
    """
    words = [w.lower() for w in _LETTERS.findall(text[:20_000]) if not w.isascii()]
    if not words:
        return 0.0
    return sum(w in _SYLLABLES for w in words) / len(words)


def _read(data: bytes, declared: str | None) -> tuple[str, str] | None:
    """Return the encoding and the text of the reading to take, None when none is readable."""
    marked = _marked_encoding(data)
    if marked:
        return marked, data.decode(marked, "replace")
    if plain := _strict(data, "utf-8"):
        return "utf-8", plain
    names = dict.fromkeys([declared or "cp1258", "cp1258"])
    read = {name: got for name in names if (got := _strict(data, name)) is not None}
    shares = {name: vietnamese_share(clean(text)) for name, text in read.items()}
    best = max(shares, key=shares.__getitem__, default=None)
    if best and shares[best] >= 0.2:
        return best, read[best]
    if declared in read:
        return declared, read[declared]
    text = data.decode("utf-8", "replace")
    is_readable = text.count(_REPLACED) <= max(2, len(text) // 200)
    return ("utf-8", text) if is_readable else None


def _marked_encoding(data: bytes) -> str | None:
    """Return the encoding that a BOM, or zero bytes on one side only, give away."""
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = data[:4096]
    if not head.count(0):
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        if encoding != "cp1258":
            return None
    # Word writes bytes that the code page leaves open; a few of them are no reason to give up.
    text = data.decode("cp1258", "replace")
    return text if text.count(_REPLACED) <= len(text) // 200 else None


def _repaired(text: str) -> Note:
    count = text.count(_REPLACED)
    return Note("encoding", f"{count} characters could not be decoded and read as \ufffd")

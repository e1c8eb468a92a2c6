"""Parts of the form (Nghị định 30/2020) that the document lacks: letterhead, number, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.model import Flag, Header
from extract.stages.flags.place import Places

_UNREAD = 3
"""So many capital words above the type word that no rule knows: perhaps an unknown body."""


_ILLEGIBLE_NUMBER = re.compile(
    r"[Ss]\w\s{0,3}[:.]\s{0,5}[^\s.…_·/-]{1,8}\s{0,3}[/-]\s{0,3}[A-ZĐ]{2}"
)
_ILLEGIBLE_DAY = re.compile(r"ngày\s{0,3}[^\s\d.…_]{1,6}\s{0,3}tháng", re.IGNORECASE)
"""Written by hand, and not read by OCR: printed all the same."""


def find_missing_letterhead(at: Places, header: Header) -> Iterator[Flag]:
    """Flag a document with no issuing body above its number or type word."""
    if header.issuer_raw or header.doc_type is None or _has_unread_capitals(at, header):
        return
    motto = any(part == "letterhead" for _, part in header.parts)
    anchor = "number" if any(part == "number" for _, part in header.parts) else "type word"
    what = "no issuing body" if motto else "no issuing body and no national motto"
    yield at.start_flag("missing_letterhead", f"{what} above the {anchor}")


def _has_unread_capitals(at: Places, header: Header) -> bool:
    parts = dict(header.parts)
    first = min((seq for seq, part in parts.items() if part == "doc_type"), default=0)
    for passage in at.passages[:first]:
        words = [w for w in re.findall(r"[^\W\d_]{2,}", passage.text) if w.isupper()]
        if passage.seq not in parts and len(words) >= _UNREAD and passage.table is None:
            return True
    return False


def find_missing_number(at: Places, header: Header) -> Iterator[Flag]:
    """Flag a header without a number of its own: none printed, or blank."""
    inferred = any(i.field == "symbol" for i in header.inferred)
    if header.doc_type is None or (header.number is not None and not inferred):
        return
    for seq, part in header.parts:
        if part == "number":
            if _ILLEGIBLE_NUMBER.search(at.passages[seq].text):
                return
            shown = " ".join(at.passages[seq].text.split())[:60]
            yield at.flag("missing_number", f'the number is blank: "{shown}"', seq)
            return
    why = "no number line above the title"
    if inferred:
        why += f"; {header.symbol} stands only over an appendix"
    elif header.issued_with:
        why += f"; issued with {header.issued_with}"
    yield at.part_flag("missing_number", why, header, "doc_type", "title")


def find_missing_date(at: Places, header: Header) -> Iterator[Flag]:
    """Flag a header without a date of its own: no date line, or day or month blank."""
    if header.doc_type is None:
        return
    if header.issued_on_raw is not None:
        spoilt = _ILLEGIBLE_DAY.search(header.issued_on_raw)
        if (
            header.issued_on is None
            and not spoilt
            and len(re.findall(r"\d+", header.issued_on_raw)) < 3
        ):
            why = f'the date is not complete: "{header.issued_on_raw}"'
            yield at.part_flag("missing_date", why, header, "place_date", "doc_type")
        return
    why = "no date line above the title"
    if header.issued_on is not None:
        why += f"; {header.issued_on.isoformat()} stands only over an appendix"
    yield at.part_flag("missing_date", why, header, "doc_type", "title")


def find_missing_signature(at: Places, header: Header) -> Iterator[Flag]:
    """Flag a document that nobody signs."""
    if header.signers or header.doc_type is None or not at.passages:
        return
    for seq, part in header.parts:
        if part == "signature":
            why = f'the signature block "{at.passages[seq].text[:60]}" has no name'
            yield at.flag("missing_signature", why, seq)
            return
    yield at.flag("missing_signature", "no signature block", _last_of_main_text(at))


def _last_of_main_text(at: Places) -> int:
    for passage in at.passages:
        if passage.kind == "appendix" and passage.seq > 0:
            return passage.seq - 1
    return at.passages[-1].seq

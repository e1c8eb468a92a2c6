"""Attachments that the text announces and the file does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.model import Flag, Passage, Table
from extract.stages.flags.place import Places, fold_text, rule
from extract.stages.ordinals import roman_value

_HEADING = re.compile(
    r"\W{0,3}(?P<noun>phu luc|de cuong|bieu mau|phu bieu|bieu|mau|danh sach|danh muc|lich|bang)"
    r"(?:\s{1,3}(?:so\s{0,3}[:.]?\s{0,2})?(?P<number>\d{1,2}[a-d]?|[ivx]{1,5})(?!\w))?"
)
_FAMILIES = {"bieu mau": "bieu", "phu bieu": "bieu", "mau": "bieu"}
_MAX_HEADING = 200


def find_missing_attachments(at: Places, tables: tuple[Table, ...]) -> Iterator[Flag]:
    """Flag "Đề cương kèm theo Kế hoạch này" when nothing of the kind follows in the file."""
    seen: set[tuple[str, str | None]] = set()
    held = _held(at, tables)
    for passage in at.passages:
        if passage.kind in ("appendix", "caption", "issued_with", "recipients", "signature"):
            continue
        if "kèm" not in passage.text.lower():
            continue
        for match in rule("attachment").finditer(fold_text(passage.text)):
            noun = _family(match["noun"])
            number = _number(match["number"])
            if (noun, number) in seen or _is_held(noun, number, passage, held):
                continue
            seen.add((noun, number))
            shown = passage.text[match.start() : match.end()].strip()
            why = f'"{shown}", and no such attachment in the file'
            yield at.flag("missing_attachment", why, passage.seq, match.start())


def _family(noun: str) -> str:
    return _FAMILIES.get(noun, noun)


def _number(text: str | None) -> str | None:
    """Return a number without zeros, Roman ones in figures; None without one."""
    if not text:
        return None
    if re.fullmatch(r"[ivx]+", text):
        return str(roman_value(text))
    return text.lstrip("0")


def _held(at: Places, tables: tuple[Table, ...]) -> list[tuple[int, str, str | None]]:
    """Return place, noun and number of every heading that may open an attachment.

    Text below the signature counts as an attachment of any name: noun "".
    """
    found: list[tuple[int, str, str | None]] = []
    foot = max((p.seq for p in at.passages if p.kind in ("signature", "recipients")), default=None)
    for passage in at.passages:
        if passage.table is None and len(passage.text) <= _MAX_HEADING:
            match = _HEADING.match(fold_text(passage.text[:60]))
            if match and _is_heading(passage):
                found.append((passage.seq, _family(match["noun"]), _number(match["number"])))
        if foot is not None and passage.seq > foot and passage.kind != "footnote":
            found.append((passage.seq, "", None))
    for passage in at.passages:
        if passage.table is not None and (foot is None or passage.seq > foot):
            found.append((passage.seq, "", None))
            break
    return found


def _is_heading(passage: Passage) -> bool:
    return passage.kind in ("appendix", "caption", "heading") or (
        (passage.text[:1].isupper() or passage.text[:1] == "(")
        and not passage.text.rstrip().endswith((";", ".", ":"))
    )


def _is_held(
    noun: str, number: str | None, source: Passage, held: list[tuple[int, str, str | None]]
) -> bool:
    """A numbered attachment wants its number, unless the file holds only unnumbered ones."""
    later = [(kind, count) for seq, kind, count in held if seq > source.seq]
    same = [count for kind, count in later if kind == noun]
    if number is None or noun != "phu luc":
        return bool(later)
    numbered = {count for count in same if count}
    return number in numbered or (bool(later) and not numbered)

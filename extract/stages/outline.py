"""The headings over each paragraph, nearest first, as the section stage labelled them."""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import Header, Passage
from extract.stages.ordinals import find_label

_OUTSIDE = {
    "letterhead", "number", "place_date", "doc_type", "title", "issued_with", "legal_basis",
    "recipients", "signature", "footnote",
}  # fmt: skip
_BULLETS = {"-": 1, "+": 2}
_MAX_LEAD = 300
_MAX_DEPTH = 12


def label_end(text: str) -> int:
    """Return where the printed ordinal or bullet that opens the text ends, 0 without one."""
    found = find_label(text)
    return found[1] if found else 0


def walk_outline(
    passages: tuple[Passage, ...], header: Header
) -> Iterator[tuple[Passage, tuple[Passage, ...]]]:
    """Yield each paragraph of the body with what it stands under, nearest first.

    That is, a bullet above deeper bullets, a paragraph that ends with ":" above the bullets after
    it, and the sections around both. Letterhead, legal basis, recipients, signature are left out.
    """
    parts = dict(header.parts)
    by_seq = {passage.seq: passage for passage in passages}
    leads: list[tuple[int, Passage]] = []
    recipients = False
    for passage in passages:
        if passage.kind == "cell" or _OUTSIDE & {passage.kind, parts.get(passage.seq)}:
            leads.clear()
            continue
        rank = _BULLETS.get(passage.label or "")
        opens = passage.text.lstrip().lower().startswith("nơi nhận")
        recipients = opens or (recipients and rank is not None)
        if recipients:
            continue
        if leads and (leads[-1][1].section != passage.section or (rank is None and passage.label)):
            leads.clear()
        while leads and leads[-1][0] >= (rank or 0):
            leads.pop()
        yield passage, (*(lead for _, lead in reversed(leads)), *_sections(passage, by_seq))
        if len(passage.text) <= _MAX_LEAD and (rank or _introduces(passage)):
            leads.append((rank or 0, passage))


def _introduces(passage: Passage) -> bool:
    return passage.label is None and passage.text.rstrip().endswith(":")


def _sections(passage: Passage, by_seq: dict[int, Passage]) -> Iterator[Passage]:
    for _ in range(_MAX_DEPTH):
        above = by_seq.get(passage.section) if passage.section is not None else None
        if above is None or above.seq >= passage.seq:
            return
        yield above
        passage = above

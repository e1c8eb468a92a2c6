"""The outline over a passage: the headings that it stands under, nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.model import Header, Passage

_LABEL = re.compile(
    r"[ \t]*(?:(?:phần|mục|chương|điều)\s+)?"
    r"(?:(?P<roman>[IVXL]{1,6})|(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})|(?P<letter>[a-zđ]))"
    r"(?P<mark>\s?[.)/:]|\s[-–])(?=\s|$|[^\W\d])",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*(?P<sign>[-–—+*•▪])\s*")
_MAX_HEADING = 300
_OPENS = {"heading", "appendix"}
_OUTSIDE = {
    "letterhead", "number", "place_date", "doc_type", "title", "issued_with", "legal_basis",
    "recipients", "signature",
}  # fmt: skip


def label_end(text: str) -> int:
    """Return where the printed ordinal or bullet that opens the text ends, 0 without one."""
    found = _LABEL.match(text) or _BULLET.match(text)
    return found.end() if found else 0


def label_rank(text: str) -> float | None:
    """Return how deep the label that opens the text stands: I 1, 1 2, 1.1 3, a 5, - 6, + 7."""
    found = _LABEL.match(text)
    if found is None:
        bullet = _BULLET.match(text)
        return (7 if bullet["sign"] in "+*" else 6) if bullet else None
    if found["number"]:
        return 2 + 0.1 * found["number"].count(".")
    if found["roman"] and found["roman"].isupper():
        return 1
    return 5 if found["letter"] and found["mark"].strip() in {")", ".", "/"} else None


def walk_outline(
    passages: tuple[Passage, ...], header: Header
) -> Iterator[tuple[Passage, tuple[Passage, ...]]]:
    """Yield each paragraph of the body with the headings above it, nearest first.

    Letterhead, legal basis, recipients and signature are left out. A labelled paragraph stands
    above those with a deeper label; a paragraph that ends with ":" above the bullets after it.
    """
    parts = dict(header.parts)
    stack: list[tuple[float, Passage]] = []
    outside = False
    for passage in passages:
        if passage.kind == "cell":
            continue
        if passage.kind in _OUTSIDE or parts.get(passage.seq) in _OUTSIDE:
            continue
        text = passage.text
        rank = _rank(passage)
        if text.lstrip().lower().startswith("nơi nhận"):
            outside = True
        elif outside and (passage.kind in _OPENS or (rank is not None and rank < 6)):
            outside = False
        if outside:
            continue
        while stack and stack[-1][0] >= (rank if rank is not None else 8):
            stack.pop()
        yield passage, tuple(p for _, p in reversed(stack))
        if rank is None and text.rstrip().endswith(":"):
            rank = 5.5
        if rank is not None and len(text) <= _MAX_HEADING:
            stack.append((rank, passage))


def _rank(passage: Passage) -> float | None:
    rank = label_rank(passage.text)
    if rank is not None:
        return rank
    if passage.kind == "appendix":
        return 0
    if passage.kind == "heading" or passage.heading_level:
        return 0.5 if passage.text.isupper() else 1.5
    return None

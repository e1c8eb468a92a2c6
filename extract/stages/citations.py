"""Citations: every mention of an identified instrument."""

from __future__ import annotations

from extract.model import Citation, Header, Passage, Relation


def find_citations(
    passages: tuple[Passage, ...], header: Header
) -> tuple[tuple[Citation, ...], tuple[Relation, ...]]:
    """Return the citations in reading order, and what they state of one another."""
    return (), ()

"""What instruments do to one another, as the text states it."""

from __future__ import annotations

from extract.model import Relation
from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar


def find_relations(drafts: list[Draft], text: str, offset: int, grammar: Grammar) -> list[Relation]:
    """Return the relations among the drafts of one text; indexes count from `offset`."""
    return []

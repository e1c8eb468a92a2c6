"""Citations: every mention of an identified instrument.

scan finds symbols, left and right read what stands around them, chain links lists and nested
mentions, roles and doubts judge the result, relations reads what instruments do to one another.
"""

from __future__ import annotations

from extract.model import Citation, Header, Passage, Relation
from extract.stages.citations.grammar import load_grammar
from extract.stages.citations.read import read_passage
from extract.stages.citations.relations import find_relations
from extract.stages.citations.roles import find_opening

__all__ = ["find_citations"]


def find_citations(
    passages: tuple[Passage, ...], header: Header
) -> tuple[tuple[Citation, ...], tuple[Relation, ...]]:
    """Return the citations in reading order, and what they state of one another."""
    grammar = load_grammar()
    opening = find_opening(passages, header, grammar)
    citations: list[Citation] = []
    relations: list[Relation] = []
    for passage in passages:
        drafts, found = read_passage(passage, passage.seq in opening, header, grammar)
        if not drafts:
            continue
        relations += find_relations(drafts, passage.text, len(citations), grammar)
        citations += found
    return tuple(citations), tuple(relations)

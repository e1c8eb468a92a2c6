"""Citations: every mention of an identified instrument.

scan finds symbols, left and right read what stands around them, chain links lists and nested
mentions, roles and doubts judge the result, relations reads what instruments do to one another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extract.model import Citation, Header, Passage, Relation
from extract.stages.citations.damaged import as_read, find_damaged, mend
from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar, load_grammar
from extract.stages.citations.left import first_code
from extract.stages.citations.read import read_passage
from extract.stages.citations.relations import find_relations
from extract.stages.citations.roles import find_opening
from extract.stages.citations.scan import CODE_AND_NUMBER
from extract.stages.citations.scanned import repair_symbols

__all__ = ["find_citations"]


def find_citations(
    passages: tuple[Passage, ...], header: Header, *, scanned: bool = False
) -> tuple[tuple[Citation, ...], tuple[Relation, ...]]:
    """Return the citations in reading order, and what they state of one another.

    scanned: the text was read by OCR, which loses strokes of symbols.
    """
    grammar = load_grammar()
    if scanned:
        return _find_on_scan(passages, header, grammar)
    return _find(passages, header, grammar)


def _find_on_scan(
    passages: tuple[Passage, ...], header: Header, grammar: Grammar
) -> tuple[tuple[Citation, ...], tuple[Relation, ...]]:
    """What is found once damaged type words are put right, at its places in what was read."""
    mends = {p.seq: found for p in passages if (found := find_damaged(p.text, grammar))}
    texts = {p.seq: p.text for p in passages if p.seq in mends}
    mended = tuple(
        replace(p, text=mend(p.text, mends[p.seq])) if p.seq in mends else p for p in passages
    )
    citations, relations = _find(mended, header, grammar)
    placed = (
        as_read(c, texts[c.passage], mends[c.passage]) if c.passage in mends else c
        for c in citations
    )
    return repair_symbols(placed), relations


def _find(
    passages: tuple[Passage, ...], header: Header, grammar: Grammar
) -> tuple[tuple[Citation, ...], tuple[Relation, ...]]:
    opening = find_opening(passages, header, grammar)
    read = {p.seq: read_passage(p, p.seq in opening, header, grammar) for p in passages}
    shortened = [p for p in passages if CODE_AND_NUMBER.search(p.text)]
    if shortened and (known := _cited_in_full(read.values())):
        for p in shortened:
            read[p.seq] = read_passage(p, p.seq in opening, header, grammar, known)
    citations: list[Citation] = []
    relations: list[Relation] = []
    for passage in passages:
        drafts, found = read[passage.seq]
        if drafts:
            relations += find_relations(drafts, passage.text, len(citations), grammar)
            citations += found
    return tuple(citations), tuple(relations)


def _cited_in_full(
    read: Iterable[tuple[list[Draft], list[Citation]]],
) -> frozenset[tuple[str, str]]:
    """Return type code and number of every symbol the document prints."""
    return frozenset(
        (first_code(draft), draft.number.lstrip("0"))
        for drafts, _ in read
        for draft in drafts
        if draft.number and draft.code
    )

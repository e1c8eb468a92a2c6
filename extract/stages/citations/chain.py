"""How the citations of one text hang together: lists, and citations inside a subject."""

from __future__ import annotations

import re

from extract.model import Inferred
from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar
from extract.stages.citations.left import first_code

_SENTENCE_END = re.compile(r"[;!?]|\.(?=\s|$)")
_HEAD = re.compile(r"ác (?P<type>[^\W\d_]{2,10}(?: [^\W\d_]{2,10}){0,2}?) của ")
_COLON = re.compile(r"(?: (?:sau|sau đây|gồm))?,? ?: ?| (?=số[ :])")
_HEAD_END = re.compile(r"[.!?](?=\s|$)|\n")
_BARE_LIST = re.compile(r"[,;]?(?: ?(?:và|hoặc))?(?: (?:các|tại))? ?$", re.IGNORECASE)


def link(drafts: list[Draft], text: str, grammar: Grammar) -> None:
    """Set parent, sibling and cue of each draft from the text between it and those before."""
    open_: list[Draft] = []
    for draft in drafts:
        if open_:
            gap = text[open_[-1].end : draft.start]
            open_ = _close(open_, draft, gap, grammar)
        open_.append(draft)


def _close(open_: list[Draft], draft: Draft, gap: str, grammar: Grammar) -> list[Draft]:
    """Return the drafts whose subject still runs where `draft` stands."""
    last = open_[-1]
    if _BARE_LIST.fullmatch(gap) and gap.strip():
        if len(open_) > 1 and _is_of_other_type(last, draft, grammar):
            return _coordinate(open_, draft)
        draft.sibling, draft.parent, draft.cue = last, last.parent, last.cue
        return open_[:-1]
    listed = grammar.uses["coordinate"].search(gap)
    if _SENTENCE_END.search(gap[: listed.start()] if listed else gap):
        return []
    if listed:
        return _next_entry(open_, draft, listed.group())
    passive = grammar.uses["amended_by"].search(gap)
    if passive:
        open_ = _amended(open_, draft)
    elif last.subject_start is None or not gap.strip():
        return []
    draft.parent, draft.cue = open_[-1], gap
    return open_


def _amended(open_: list[Draft], draft: Draft) -> list[Draft]:
    """Close what stands inside the instrument that `draft` amended: it is of the same type.

    "Nghị định A quy định chi tiết Luật B (được sửa đổi tại Nghị định C)": C amended A.
    """
    for depth in range(len(open_), 0, -1):
        if _same_type(open_[depth - 1], draft):
            return open_[:depth]
    return open_


def _next_entry(open_: list[Draft], draft: Draft, joint: str) -> list[Draft]:
    if ";" not in joint:
        return _coordinate(open_, draft)
    draft.sibling = open_[0]
    return []


def _coordinate(open_: list[Draft], draft: Draft) -> list[Draft]:
    """A citation after a comma or "và" stands beside the innermost one of its own type."""
    outer, inner = open_[0], open_[-1]
    if inner is not outer and _same_type(inner, draft) and not _same_type(outer, draft):
        draft.sibling, draft.parent, draft.cue = inner, inner.parent, inner.cue
        return open_[:-1]
    draft.sibling = outer
    return []


def _is_of_other_type(last: Draft, draft: Draft, grammar: Grammar) -> bool:
    """Say whether the type that is printed or, without one, the code of the symbol differs."""
    if draft.has_type:
        return not _same_type(last, draft)
    own = grammar.type_of_code.get(first_code(draft))
    return own is not None and last.type is not None and own.lower() != last.type.lower()


def _same_type(one: Draft, two: Draft) -> bool:
    return (one.type or "").lower() == (two.type or "").lower()


def share(drafts: list[Draft], text: str, grammar: Grammar) -> None:
    """Let type flow forward, and issuer and date backward, as a printed list shares them."""
    for draft in drafts:
        before = draft.sibling
        if before is not None and not draft.has_type and before.type and not draft.inferred:
            word = grammar.types.get(before.type.lower())
            if word is None or draft.kind == "short" or first_code(draft) in word.codes:
                draft.type = before.type
                draft.inferred.append(Inferred("type", "named once for the list"))
            elif own := grammar.type_of_code.get(first_code(draft)):
                draft.type = own
                draft.inferred.append(Inferred("type", "the code of the symbol"))
    _share_heads(drafts, text, grammar)
    for draft in reversed(drafts):
        before = draft.sibling
        if before is None or not _is_bare(before, draft, text):
            continue
        if before.issuer is None and draft.issuer and _same_issuer(before, draft, grammar):
            before.issuer = draft.issuer
            before.inferred.append(Inferred("issuer", "printed once for the list"))
        shares = not draft.has_type and _same_type(before, draft)
        if before.issued_on_raw is None and draft.issued_on and shares:
            before.issued_on, before.year_hint = draft.issued_on, draft.year_hint
            before.inferred.append(Inferred("issued_on", "printed once for the list"))


def _share_heads(drafts: list[Draft], text: str, grammar: Grammar) -> None:
    """Give the issuer of "các Quyết định của UBND tỉnh: ..." to the members after the colon."""
    for head in _HEAD.finditer(text):
        issuer = grammar.known_issuer.match(text, head.end())
        if issuer is None or not _COLON.match(text, issuer.end()):
            continue
        for draft in drafts:
            if draft.start < issuer.end():
                continue
            if _HEAD_END.search(text[issuer.end() : draft.start]):
                break
            if draft.issuer is None and (draft.type or "").lower() == head["type"].lower():
                draft.issuer = issuer.group().strip()
                draft.inferred.append(Inferred("issuer", "printed once for the list"))


def _is_bare(before: Draft, draft: Draft, text: str) -> bool:
    return len(text[before.end : draft.start].strip(" ,;")) <= 9 and before.subject_start is None


def _same_issuer(before: Draft, draft: Draft, grammar: Grammar) -> bool:
    """Only documents whose symbols name one issuer can share it: not 61/NĐ-CP and 1/TT-VPCP."""
    if draft.kind in ("law_by_name", "short") or before.kind in ("law_by_name", "short"):
        return before.kind == draft.kind == "short"
    return _issuer_code(before, grammar) == _issuer_code(draft, grammar)


def _issuer_code(draft: Draft, grammar: Grammar) -> str:
    """The letters of the issuer: a công văn has them first, "SNV" of "SNV-CCHC"."""
    letter = draft.kind == "administrative" and first_code(draft) not in grammar.type_codes
    return draft.code.partition("-")[0] if letter else draft.issuer_code

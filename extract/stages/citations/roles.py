"""The role of a citation in its document, and what citations state of one another."""

from __future__ import annotations

import re

from extract.model import CitationRole, Header, Passage
from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar
from extract.text import squeeze, symbol_key

_CLAUSE = re.compile(r"[;:!?]|\.(?=\s)")
_WINDOW = 260
_ACTION = re.compile(r"hực hiện|riển khai|hi hành|HỰC HIỆN|RIỂN KHAI")


def find_opening(passages: tuple[Passage, ...], header: Header, grammar: Grammar) -> frozenset[int]:
    """Return the seq of the passages that give the bases of the plan, before its first heading."""
    found = {p.seq for p in passages if p.kind == "legal_basis"}
    title = squeeze(header.title or "").casefold()
    running = False
    for passage in passages:
        if passage.kind not in ("paragraph", "heading"):
            continue
        if grammar.uses["section_heading"].match(passage.text):
            break
        text = squeeze(passage.text)
        is_title = bool(title) and text.casefold()[:60] in title
        starts = bool(grammar.uses["opening"].match(text))
        if (starts or (running and text[:1] in "-+")) and not is_title:
            found.add(passage.seq)
            running = True
    return frozenset(found | _under_basis_headings(passages, grammar))


def _under_basis_headings(passages: tuple[Passage, ...], grammar: Grammar) -> set[int]:
    """Return the seq of what stands under "I. CĂN CỨ PHÁP LÝ": its items are bases too."""
    under: set[int] = set()
    for passage in passages:
        heads = passage.kind == "heading" and grammar.uses["basis_heading"].match(passage.text)
        if heads or (passage.section is not None and passage.section in under):
            under.add(passage.seq)
    return under


def set_roles(
    drafts: list[Draft], text: str, opening: bool, header: Header, grammar: Grammar
) -> None:
    """Set the role of each draft of one text, in order."""
    end = 0
    for draft in drafts:
        draft.role = _role(draft, text, end, opening, header, grammar)
        end = draft.end


def _role(
    draft: Draft, text: str, end: int, opening: bool, header: Header, grammar: Grammar
) -> CitationRole:
    """end: of the citation before; "Tờ trình A kèm theo Báo cáo B" issues nothing with B."""
    before = _clause_before(text, draft.start)
    attached = bool(grammar.uses["issued_with"].search(before, max(0, len(before) - 40)))
    attached = attached and text[end : draft.start].strip(" ,(") != "kèm theo"
    if is_self(draft, header, attached):
        return "self"
    if attached:
        return "issued_with"
    if draft.parent is not None:
        return _inner_role(draft, grammar)
    if opening and not _is_aim(before, grammar):
        return "legal_basis"
    if _implements(before, grammar) or _list_implements(draft):
        return "implements"
    return "mention"


def _list_implements(draft: Draft) -> bool:
    """A member of a list has the role of the list's head, which may since be "amends"."""
    head = draft.sibling
    if head is None or head.parent is not None:
        return False
    return head.role == "implements" or head.cue == "implements"


def _inner_role(draft: Draft, grammar: Grammar) -> CitationRole:
    parent = draft.parent
    assert parent is not None  # noqa: S101 - narrowed for the type checker
    if passive := grammar.uses["amended_by"].search(draft.cue):
        if passive["act"].lower() == "thay thế":
            return "mention"
        if parent.role in ("mention", "implements"):
            parent.role = "amended_by"
        return "amends"
    if grammar.uses["amends"].search(draft.cue) and not _implements(draft.cue, grammar):
        if parent.role == "implements":
            parent.cue = "implements"
        if parent.role in ("mention", "implements"):
            parent.role = "amends"
        return "amended_by"
    return "mention"


def _clause_before(text: str, start: int) -> str:
    window = text[max(0, start - _WINDOW) : start]
    ends = [match.end() for match in _CLAUSE.finditer(window)]
    return window[ends[-1] :] if ends else window


def _implements(before: str, grammar: Grammar) -> bool:
    if not _ACTION.search(before):
        return False
    match = grammar.uses["implements"].search(before)
    if match:
        fill = match["fill"].strip()
        return not fill.endswith(" theo") and fill != "theo"
    return bool(grammar.uses["implements_list"].search(before))


def _is_aim(before: str, grammar: Grammar) -> bool:
    """In the opening, what follows "UBND ban hành Kế hoạch ..." is the aim, not a basis."""
    return bool(grammar.uses["plans_to"].search(before))


def is_self(draft: Draft, header: Header, attached: bool) -> bool:
    """Whether the draft is the document's own number.

    attached: it stands after "kèm theo". Then a different date is a doubt, and a document without
    a printed number is known by its type; elsewhere type, date and issuer must not disagree.
    """
    own_type = (header.doc_type or "Kế hoạch").lower()
    if (draft.type or "").lower() != own_type:
        return False
    own_code = (header.symbol or "").rpartition("/")[2]
    if draft.blank or header.symbol is None or header.number is None:
        return attached and (not own_code or symbol_key(own_code) in symbol_key(draft.code))
    if draft.symbol is None or symbol_key(draft.symbol) != symbol_key(header.symbol):
        return False
    disagrees = draft.issued_on and header.issued_on and draft.issued_on != header.issued_on
    return attached or not (disagrees or _other_issuer(draft.issuer, header.issuer))


def _other_issuer(printed: str | None, own: str | None) -> bool:
    if printed is None or own is None:
        return False
    levels = ("tỉnh", "huyện", "xã", "phường", "thị trấn", "thị xã", "thành phố", "quận")
    one = {level for level in levels if f" {level}" in printed.lower()}
    two = {level for level in levels if f" {level}" in own.lower()}
    return bool(one and two and not one & two)

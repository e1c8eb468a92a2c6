"""One passage: scan, read both sides of each hit, link, judge, and make the records."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.model import Citation, Header, Inferred, Passage
from extract.stages.citations.chain import link, share
from extract.stages.citations.doubts import add_doubts
from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar
from extract.stages.citations.left import first_code, read_left, read_pinpoints
from extract.stages.citations.right import read_right
from extract.stages.citations.roles import is_self, set_roles
from extract.stages.citations.scan import find_known, find_laws, find_short, find_symbols, may_cite
from extract.stages.citations.subjects import end_subjects
from extract.text import fold, sentence_case, squeeze, symbol_key, unify

# Letters, digits and signs that have no look-alike: most texts need no copy.
_PLAIN = re.compile(r"[ -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’…•]*")
_LONGEST_NUMBER_LINE = 1000  # characters, with whatever else stands in the letterhead
_MERGE = re.compile(r"(?:,? ?(?:năm \d{4})?,? ?\(?(?:[Ll]uật )?(?:số|SỐ) ?:? ?| \()$")


def read_passage(
    passage: Passage,
    opening: bool,
    header: Header,
    grammar: Grammar,
    known: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[list[Draft], list[Citation]]:
    """Return the drafts of the passage and the citations made of them, in reading order.

    known: folded type code and number of instruments that the document cites in full; only these
    are recognised by code and number ("NĐ 356").
    """
    if passage.kind in ("number", "recipients", "place_date", "signature"):
        return [], []
    if not may_cite(passage.text):
        return [], []
    text = passage.text if _PLAIN.fullmatch(passage.text) else unify(passage.text)
    own = len(text) <= _LONGEST_NUMBER_LINE and grammar.uses["own_number"].match(text)
    if own and (passage.kind != "cell" or ":" in text[:12]):
        return [], []
    drafts = _scan(text, passage, header, grammar, known)
    if not drafts:
        return [], []
    link(drafts, text, grammar)
    share(drafts, text, grammar)
    end_subjects(drafts, passage.text, text, opening, grammar)
    set_roles(drafts, text, opening, header, grammar)
    for draft in drafts:
        add_doubts(draft, passage, header, grammar)
    return drafts, [_citation(draft, passage) for draft in drafts]


def _scan(
    text: str,
    passage: Passage,
    header: Header,
    grammar: Grammar,
    known: frozenset[tuple[str, str]],
) -> list[Draft]:
    hits = find_symbols(text, grammar, passage.seq)
    if known:
        hits += find_known(text, grammar, passage.seq, known)
    hits += find_short(text, grammar, passage.seq)
    hits += find_laws(text, grammar, passage.seq)
    hits.sort(key=lambda draft: (draft.core_start, -draft.core_end))
    kept: list[Draft] = []
    for index, draft in enumerate(hits):
        floor = kept[-1].end if kept else 0
        if draft.core_start < floor and not _absorbs(kept, draft, text):
            continue
        ceiling = _ceiling(hits, index, len(text))
        if kept and _merge_law(kept[-1], draft, text):
            read_right(kept[-1], text, ceiling, grammar)
            continue
        if not draft.has_type and not read_left(draft, text, floor, grammar):
            continue
        if not _stands(draft, kept, text, header, grammar):
            continue
        read_right(draft, text, ceiling, grammar)
        read_pinpoints(draft, text, kept, grammar)
        kept.append(draft)
    return kept


def _ceiling(hits: list[Draft], index: int, length: int) -> int:
    """Where the next hit begins that is not a part of this one."""
    end = hits[index].core_end
    for later in hits[index + 1 : index + 4]:
        if later.core_start >= end:
            return later.core_start
    return length


def _absorbs(kept: list[Draft], draft: Draft, text: str) -> bool:
    """Whether the last draft, a law by name, ends inside this symbol's left side."""
    return bool(kept) and kept[-1].kind == "law_by_name" and draft.core_start >= kept[-1].core_end


def _merge_law(law: Draft, draft: Draft, text: str) -> bool:
    """Put the symbol of "Luật Xây dựng số 50/2014/QH13" into the draft of the named law."""
    if law.rule != "law_by_name" or law.symbol or draft.rule in ("short", "law_by_name"):
        return False
    if draft.kind not in ("assembly", "historic", "party", "administrative"):
        return False
    if not _MERGE.fullmatch(text[law.core_end : draft.core_start]):
        return False
    law.number, law.symbol, law.code = draft.number, draft.symbol, draft.code
    law.year, law.kind, law.rule = draft.year, draft.kind, draft.rule
    end = draft.core_end
    opened = "(" in text[law.core_end : draft.core_start] and text[end : end + 1] == ")"
    law.core_end = law.end = end + opened
    law.subject_start = law.year_hint = None
    return True


def _stands(draft: Draft, kept: list[Draft], text: str, header: Header, grammar: Grammar) -> bool:
    """Whether a symbol identifies an instrument here: by type word, list, or its own code."""
    rule = grammar.rules_by_id.get(draft.rule)
    if draft.blank:
        before = text[max(0, draft.start - 40) : draft.start]
        attached = bool(grammar.uses["issued_with"].search(before))
        return draft.has_type and attached and is_self(draft, header, attached=True)
    if draft.has_type:
        return not (rule and rule.needs_so and not draft.has_so)
    if rule is None or rule.needs_type:
        return False
    if kept and len(text[kept[-1].end : draft.start].strip(" ,;")) <= 9:
        return True
    if header.symbol and draft.symbol and symbol_key(draft.symbol) == symbol_key(header.symbol):
        return False  # the document's own number, in a passage that holds letterhead and body
    return _is_known_bare(draft, text, grammar)


def _is_known_bare(draft: Draft, text: str, grammar: Grammar) -> bool:
    """Whether a symbol without type word says by itself what it is; then its code gives the type.

    A cell that holds nothing else is a column of symbols; in a sentence a bare symbol counts with
    "số" before it, or with a year or an issuer that exists once.
    """
    code = first_code(draft)
    word = grammar.type_of_code.get(code)
    if draft.kind == "assembly":
        word = "Luật" if code == "qh" else "Pháp lệnh"
    alone = text.strip(" .;") == text[draft.core_start : draft.core_end]
    sure = draft.kind in ("legislative", "assembly", "joint", "consolidated") or (
        fold(draft.issuer_code).split("-")[0].split("/")[0] in grammar.central_codes
    )
    if word is None or not (alone or draft.has_so or sure):
        return False
    draft.type = word
    draft.inferred.append(Inferred("type", "the code of the symbol"))
    return True


def _citation(draft: Draft, passage: Passage) -> Citation:
    raw = passage.text[draft.start : draft.end]
    return Citation(
        passage.seq,
        draft.start,
        draft.end,
        raw,
        _type_case(draft.type or "Văn bản"),
        draft.kind,
        draft.number,
        draft.symbol,
        draft.issued_on,
        _printed(draft.issued_on_raw),
        draft.issuer,
        draft.subject,
        draft.pinpoints,
        draft.role or "mention",
        "; ".join(draft.doubts) or None,
        tuple(draft.inferred),
    )


_type_case = lru_cache(maxsize=1024)(sentence_case)  # the same few words again and again


def _printed(raw: str | None) -> str | None:
    return squeeze(raw) if raw else None

"""What instruments do to one another, as the text states it."""

from __future__ import annotations

import re

from extract.model import Relation, RelationKind
from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar

# What a document can itself do, and what the subject of a cited instrument can say it does.
_OWN: tuple[RelationKind, ...] = ("amends", "replaces", "repeals")
_CITED: tuple[RelationKind, ...] = ("amends", "replaces", "repeals", "guides", "implements")
_WINDOW = 120
# Stems of the verbs in the cues: most citations have none of them in front.
_OWN_ACT = re.compile(r"hay|HAY|bỏ|ửa đổi|ổ sung|ỬA ĐỔI|Ổ SUNG")
_ACT = re.compile(
    _OWN_ACT.pattern + "|ướng dẫn|chi tiết|hực hiện|riển khai|hi hành|điều chỉnh|đính"
)
_CLAUSE_START = re.compile(r"[;:!?\n]|\.(?=\s)|^\W{0,4}(?:Điều )?\d{1,2}(?:\.\d{1,2}){0,3}[.)]")
_THIS = re.compile(r"(?:hoạch|định|chế|quyết|thị|bản|án|trình|dẫn) này(?![\wÀ-ỹ])")
_OWN_NOTE = re.compile(r"(?:^|[(\n]) ?(?:ban hành )?kèm theo(?: \w{1,5}){0,2} ?$", re.IGNORECASE)


def find_relations(drafts: list[Draft], text: str, offset: int, grammar: Grammar) -> list[Relation]:
    """Return the relations among the drafts of one text; indexes count from `offset`.

    The cue of an edge stands right before its target. "đã được sửa đổi bởi Y" is history: there
    Y is the source and the instrument before the words is the target.
    """
    at = {id(draft): offset + index for index, draft in enumerate(drafts)}
    relations: list[Relation] = []
    cues: dict[int, tuple[RelationKind, str, bool]] = {}
    own: set[int] = set()
    for draft in drafts:
        found = _cue(draft, text, grammar) or (
            cues.get(id(draft.sibling)) if draft.sibling and not draft.pinpoints else None
        )
        if draft.role == "issued_with" and _is_own_note(draft, text):
            relations.append(Relation(None, at[id(draft)], "issued_with", "kèm theo"))
        if found is None:
            continue
        cues[id(draft)] = found
        kind, cue, passive = found
        parent = draft.parent
        if parent is None:
            listed = draft.sibling is not None and id(draft.sibling) in own
            if kind in _OWN and (listed or _is_own_act(draft, text, cue)):
                own.add(id(draft))
                relations.append(Relation(None, at[id(draft)], kind, cue))
        elif passive:
            relations.append(Relation(at[id(draft)], at[id(parent)], kind, cue))
        else:
            relations.append(Relation(at[id(parent)], at[id(draft)], kind, cue))
    return relations


def _is_own_note(draft: Draft, text: str) -> bool:
    """Whether "kèm theo" says it of the document and not of a thing named before it."""
    before = text[max(0, draft.start - 60) : draft.start]
    return _OWN_NOTE.search(before) is not None


def _is_own_act(draft: Draft, text: str, cue: str) -> bool:
    """Whether the document does it itself: "Kế hoạch này thay thế", "Điều 2. Bãi bỏ".

    "Tham mưu UBND tỉnh bãi bỏ" and "Dự thảo Quyết định thay thế" are acts of others.
    """
    before = text[max(0, draft.start - _WINDOW) : draft.start]
    head = _CLAUSE_START.split(before[: before.rfind(cue)])[-1].strip(' -+*•“"')
    return not head or bool(_THIS.search(head))


def _cue(draft: Draft, text: str, grammar: Grammar) -> tuple[RelationKind, str, bool] | None:
    before = text[max(0, draft.start - _WINDOW) : draft.start]
    if not (_ACT if draft.parent is not None else _OWN_ACT).search(before):
        return None
    if draft.parent is not None and (passive := grammar.uses["amended_by"].search(before)):
        kind: RelationKind = "replaces" if passive["act"] == "thay thế" else "amends"
        return kind, passive.group().strip(), True
    for kind in _CITED if draft.parent is not None else _OWN:
        match = grammar.uses[f"relation_{kind}"].search(before)
        if match:
            return kind, match.group().strip(), False
    return None

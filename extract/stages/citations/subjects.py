"""Where the subject (trích yếu) of each citation ends."""

from __future__ import annotations

import re

from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar
from extract.text import squeeze

_LIMIT = 500
_MOST = 8  # nested citations whose own words are looked past
_SIGNS = " ,;.:/–-"
_JOINTS = frozenset({"và", "hoặc", "tại", "các", "theo"})
_NEW_CLAUSE = re.compile(
    r"(?:căn cứ|thực hiện|triển khai|thi hành|theo|xét|trên cơ sở|để|nhằm|tiếp tục"
    r"|được|ý kiến|đồng thời|các|những|cùng|từ|trong|tại|sau|qua|vì|do|nay|và|[\wÀ-ỹ ]{0,24} số)"
    r"(?![\wÀ-ỹ])"
)
"""Of a list of bases, what after ";" cannot go on with the subject before it."""
_QUOTE = re.compile('[“"]')
_MOST_LEAD = 60
_LEAD_QUOTE = re.compile(
    r"(?i:về việc|về|v/v|ban hành|phê duyệt)(?: [\wÀ-ỹ]{1,9}){0,4}? ?:? ?(?P<open>[“\"])"
)
_AFTER_QUOTE = re.compile(
    r" ?(?:[;.:)]|$|\(|,(?! ?(?:giai đoạn|trên địa bàn|đến năm|năm|trong|tại|áp dụng|thuộc|của) ))"
)
"""What ends the clause after a title in quotes; "“X”, giai đoạn 2021-2025" goes on."""
_STATEMENT = re.compile(
    r"[^;:]{2,120} (?:xây dựng|ban hành|lập|triển khai|đề ra)[^;:]{0,20} kế hoạch", re.IGNORECASE
)
"""The clause in which the issuers say that they make this plan."""


def end_subjects(
    drafts: list[Draft], printed: str, text: str, opening: bool, grammar: Grammar
) -> None:
    """Set the subject of each draft that one follows; `text` is `printed` with look-alikes one.

    opening: the text lists the bases of the plan, in which a clause after ";" that begins in lower
    case still tells what the instrument before it is about.
    """
    following = _next_outside(drafts)
    for index, draft in enumerate(drafts):
        if draft.subject_start is None:
            continue
        limit = min(len(text), draft.subject_start + _LIMIT)
        limit = _quoted_end(text, draft.subject_start, limit)
        if (after := following[index]) is not None:
            limit = min(limit, drafts[after].start)
        limit = min(limit, _short_name(draft, drafts[index + 1 : index + 1 + _MOST], text, limit))
        nested = drafts[index + 1 : after if after is not None else index + 1 + _MOST][:_MOST]
        lasting = opening or _is_entry(draft, text)
        end = _end(text, draft.subject_start, limit, nested, lasting, opening, grammar)
        subject = _trim(printed[draft.subject_start : end])
        if len(subject.split()) >= 2 and not grammar.uses["subject_lead"].fullmatch(subject):
            draft.subject, draft.subject_end = subject, end
    for draft in drafts:
        above = draft.parent.subject_end if draft.parent else None
        if above and above < draft.start and not grammar.uses["amended_by"].search(draft.cue):
            draft.parent = None


def _quoted_end(text: str, start: int, limit: int) -> int:
    """The end of a title in quotes where that is the whole subject, else the limit."""
    if text[start - 1] in '“”"':
        close = text.find('"' if text[start - 1] == '"' else "”", start, limit)
        return close if close >= 0 else limit
    if not _QUOTE.search(text, start, min(limit, start + _MOST_LEAD)):
        return limit
    lead = _LEAD_QUOTE.match(text, start, limit)
    if lead is None:
        return limit
    close = text.find('"' if lead["open"] == '"' else "”", lead.end(), limit)
    ends = close >= 0 and _AFTER_QUOTE.match(text, close + 1)
    return close + 1 if ends else limit


def _short_name(draft: Draft, later: list[Draft], text: str, limit: int) -> int:
    """Where "(Nghị quyết số 57-NQ/TW)" repeats the symbol of the draft itself, else the limit."""
    for other in later:
        named = other.kind == "short" and (other.type, other.number) == (draft.type, draft.number)
        own = named or (other.symbol is not None and other.symbol == draft.symbol)
        if own and text[other.start - 1] == "(" and text[other.end : other.end + 1] == ")":
            return other.start - 1
    return limit


def _next_outside(drafts: list[Draft]) -> list[int | None]:
    """Return, for each draft, the first later one that is not inside its subject."""
    depths: dict[int, int] = {}
    following: list[int | None] = [None] * len(drafts)
    open_: list[int] = []
    for index, draft in enumerate(drafts):
        depth = depths[id(draft.parent)] + 1 if draft.parent is not None else 0
        depths[id(draft)] = depth
        while open_ and depths[id(drafts[open_[-1]])] >= depth:
            following[open_.pop()] = index
        open_.append(index)
    return following


def _is_entry(draft: Draft, text: str) -> bool:
    """Whether a bullet holds nothing but this citation: "- Công văn số 628/UBND-NV ... về ..."."""
    before = text[max(0, draft.start - 8) : draft.start]
    return draft.start <= 6 and bool(before.strip()) and not before.strip(" -+*•")


def _end(
    text: str,
    start: int,
    limit: int,
    later: list[Draft],
    lasting: bool,
    opening: bool,
    grammar: Grammar,
) -> int:
    """The first stop that does not stand inside a nested citation or a bracket.

    lasting: the text is one entry of a list of instruments, in which ";" parts no clauses, or the
    opening, in which it need not.
    """
    at = start
    while stop := grammar.uses["subject_end"].search(text, at, limit):
        inside = next((d for d in later if d.start < stop.start() < d.end), None)
        goes_on = lasting and stop.group() == ";" and bool(text[stop.end() :].strip())
        if goes_on and opening:
            rest = text[stop.end() : stop.end() + 200].lstrip()
            parts = _NEW_CLAUSE.match(rest) or _STATEMENT.match(rest)
            goes_on = rest[:1].islower() and parts is None
        if inside is None and not goes_on:
            limit = stop.start()
            break
        at = inside.end if inside else stop.end()
    close = text.find(")", start, limit)
    return close if close >= 0 and "(" not in text[start:close] else limit


def _trim(piece: str) -> str:
    piece = squeeze(piece)
    for _ in range(4):
        piece = piece.rstrip(_SIGNS)
        head, _, word = piece.rpartition(" ")
        if word not in _JOINTS:
            break
        piece = head
    return piece.rstrip(")") if piece.count(")") > piece.count("(") else piece

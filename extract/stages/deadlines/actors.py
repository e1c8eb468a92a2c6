"""Who acts and what is done: from the clause, the task row, or the headings above."""

from __future__ import annotations

import re
from itertools import islice

from extract.model import Passage
from extract.stages.deadlines.grammar import lowered
from extract.stages.deadlines.zones import context, ordinal_end
from extract.text import squeeze

_SENTENCE_START = re.compile(r"[.;](?=\s)|\n")
_COMMA = re.compile(r", ")
_LEAD_IN = re.compile(r":[ \n]{1,3}(?:[+–-] )?")
_NEXT_CLAUSE = re.compile(r" {0,2}(?:, (?:và |còn )?|(?:và|còn) )")
_AFTER_TIME = re.compile(r"(?: ?\([^()\n]{0,120}\))?[,:]? {0,2}")
_LONGEST_SENTENCE, _SENTENCES_BACK = 700, 3
_LONGEST_LABEL_LINE = 400
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_LABEL_WORDS = re.compile(
    r"^(?:dự kiến )?(?:thời (?:gian|hạn)|tiến độ|lịch|hạn|mốc thời gian)"
    r"(?:[ ,]{1,2}(?:và |địa điểm|thực hiện|hoàn thành|tổ chức|tiến hành|triển khai))*",
    re.IGNORECASE,
)
_CONNECTORS = re.compile(
    r"^(?:và|hoặc|đồng thời|trong đó|cụ thể|như sau|gồm|vào|theo đó|theo kế hoạch|do đó|vì vậy)"
    r"(?!\w)[\s,:]*",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^ \([^()]{0,160}\)")
_EDGES = " \n\t,;:.-–+*•/()"


def find_actor(text: str) -> str | None:
    """Return the unit that the text names first as the one who acts, or None."""
    match = context("actor")[0].match(text)
    if not match:
        return None
    actor = match.group("actor")
    stop = context("stop")[0].search(actor)
    actor = actor[: stop.start()] if stop else actor
    actor = squeeze(actor).strip(" ,;:*-–")
    return actor if 2 <= len(actor) <= 150 else None


def subject(text: str, start: int, end: int, last: int = 0) -> str | None:
    """Return the unit that is the subject of the sentence around `text[start:end]`, or None.

    Looked for at the head of the clause that follows the time before (which ends at `last`), at
    the head of the sentence, after its fronted clauses, after the time itself, and in the
    sentences before.
    """
    begin = sentence_start(text, start)
    if last > begin and (comma := _NEXT_CLAUSE.match(text, last)):
        clause = text[comma.end() : start]
        actor = find_actor(clause)
        if actor and _is_subject(clause, actor):
            return actor
    if actor := _subject_of(text, begin, start, end):
        return actor
    for colon in islice(_LEAD_IN.finditer(text, begin, start), 3):
        if actor := _subject_of(text, colon.end(), start, end):
            return actor
    for _ in range(_SENTENCES_BACK):
        before = sentence_start(text, begin - 2)
        if before >= begin:
            break
        if actor := _subject_of(text, before, begin - 1, begin - 1):
            return actor
        begin = before
    return _head_of_item(text)


def _head_of_item(text: str) -> str | None:
    """Return the unit that an item names before its colon ("1. Phòng Nội vụ: ...")."""
    head, colon, _ = text[ordinal_end(text) :][:160].partition(":")
    return find_actor(head) if colon else None


def sentence_start(text: str, start: int) -> int:
    """Return where the sentence or the clause between semicolons begins that holds `start`."""
    begin = max(ordinal_end(text), start - _LONGEST_SENTENCE)
    for match in _SENTENCE_START.finditer(text, begin, max(0, start)):
        begin = match.end()
    while begin < start and text[begin] in " \n*-+•(":
        begin += 1
    return min(begin, max(start, 0))


def _subject_of(text: str, begin: int, start: int, end: int) -> str | None:
    places = [begin]
    if context("fronted")[0].match(text, begin):
        places += [m.end() for m in islice(_COMMA.finditer(text, begin, start), 3)]
    if not text[begin:start].strip(_EDGES) and (after := _AFTER_TIME.match(text, end)):
        places.append(after.end())
    for number, place in enumerate(places):
        sentence = text[place : place + 400].split(";", maxsplit=1)[0]
        match = context("actor")[0].match(sentence)
        if match and context("lead_label")[0].match(lowered(sentence[:60])):
            return lead_label([sentence])
        if match and (context("stop")[0].search(match.group("actor")) or "(" in sentence[:160]):
            actor = find_actor(sentence)
            spoken = number == 0 or (place > start and "(" not in sentence[:160])
            if actor and (spoken or _is_subject(sentence, actor)):
                return actor
    return None


def _is_subject(sentence: str, actor: str) -> bool:
    at = sentence.find(actor)
    rest = _IN_BRACKETS.sub("", sentence[at + len(actor) :], count=1)
    return at >= 0 and bool(context("stop")[0].match(rest))


def heading_actor(text: str) -> str | None:
    """Return the unit that a heading or the head of an item gives its list to, or None."""
    return find_actor(text[ordinal_end(text) :][:300].lstrip(" *_"))


def lead_label(texts: list[str]) -> str | None:
    """Return the unit of a line "Đơn vị chủ trì: ..." among the lines of one item, or None."""
    for text in texts:
        low = lowered(text[:_LONGEST_LABEL_LINE])
        for match in context("lead_label")[0].finditer(low):
            lead = text[match.start("lead") : match.end("lead")]
            lead = re.split(r"\.(?=\s|$)", lead)[0].strip(" ,;:-*")
            if lead:
                return squeeze(lead)
    return None


def action_before(text: str, begin: int, start: int, actor: str | None) -> str | None:
    """Return what is done, as the clause says it before the time, without brackets and subject."""
    clause = _BRACKETS.sub(" ", text[begin:start])
    if actor and (at := clause.find(actor)) >= 0 and at < 60:
        clause = clause[at + len(actor) :]
    return tidy(clause)


def tidy(clause: str) -> str | None:
    """Return a clause without outer punctuation and connecting words; None when none is left."""
    text = squeeze(clause).strip(_EDGES)
    text = _LABEL_WORDS.sub("", text).strip(_EDGES)
    text = _CONNECTORS.sub("", text).strip(_EDGES)
    text = re.sub(r"^(?:có trách nhiệm|phải|cần|sẽ) ", "", text)
    text = re.sub(r"[ ,](?:và|hoặc|là|vào|trong|định kỳ|xong)$", "", text).strip(_EDGES)
    text = re.sub(r" ?\([^()]{0,99}$", "", text).rstrip(_EDGES)
    return text if len(text) > 1 else None


def headings_above(passages: tuple[Passage, ...], passage: Passage) -> list[Passage]:
    """Return the headings that the passage stands under, the nearest first."""
    chain: list[Passage] = []
    above = passage.section
    while above is not None and 0 <= above < passage.seq and len(chain) < 8:
        heading = passages[above]
        chain.append(heading)
        above = heading.section if heading.section != above else None
    return chain

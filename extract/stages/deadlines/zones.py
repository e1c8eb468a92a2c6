"""Where times are accepted: what is masked, and which stretches of a text announce a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import patterns
from extract.model import Citation, Passage
from extract.stages.deadlines.grammar import MASKED, compile_rule

_OUTSIDE = frozenset(
    {
        "letterhead", "number", "place_date", "doc_type", "title", "issued_with",
        "legal_basis", "recipients", "signature", "appendix", "caption",
    }
)  # fmt: skip
_ANNEX = frozenset({"appendix", "caption", "title", "doc_type", "issued_with"})
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"\.(?=\s|$)|\n(?=\s{0,3}[-+*•])")
_NEXT_LABEL = re.compile(r";(?=[^;:]{3,50}:)")
_LONGEST_ZONE = 800
_BRACKET_END = re.compile(r"\)")


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a text that tells a time. label: the words that announce it, lower case.

    of_data: the time is that of data or of a procedure, not of the plan.
    """

    start: int
    end: int
    label: str
    of_data: bool = False


@cache
def context(use: str) -> tuple[re.Pattern[str], ...]:
    """Return the compiled rows of `patterns/deadline_context.toml` for one use."""
    rows = patterns.load_toml("deadline_context").rows
    return tuple(compile_rule(r.regex, ends=False) for r in rows if r.data["use"] == use)


def is_outside(passage: Passage) -> bool:
    """Tell whether the passage is a part of the layout that holds no deadline."""
    return passage.kind in _OUTSIDE


def mask(low: str, citations: list[Citation], *, in_text: bool) -> str:
    """Return the text with citations and their dates, notes and standards masked.

    in_text: mask "giai đoạn 2016-2020" too, which in a time cell is the time itself.
    """
    spans = [(c.start, _after_citation(low, c.end)) for c in citations]
    if _DIGIT.search(low):
        for pattern in (*context("mask"), *(context("mask_text") if in_text else ())):
            spans += [m.span() for m in pattern.finditer(low)]
    if not spans:
        return low
    pieces, last = [], 0
    for start, end in sorted(spans):
        if end > last:
            pieces += [low[last:start], MASKED * (end - max(start, last))]
            last = end
    return "".join([*pieces, low[last:]])


def _after_citation(low: str, end: int) -> int:
    match = context("after_citation")[0].match(low, end)
    return match.end() if match else end


def find_zones(low: str) -> list[Zone]:
    """Return what stands after the labels of the text ("Thời gian thực hiện: ...").

    Zones of data, and of how long a procedure takes, are among them and marked so.
    """
    if ":" not in low:
        return []
    zones: list[Zone] = []
    for match in context("label")[0].finditer(low):
        label = match.group("label")
        before = low[max(0, match.start() - 24) : match.start()].rstrip(" \n*_")
        if before and before[-1] not in ".;:(-+)•*,–" and not before[-1].isdecimal():
            continue
        of_data = bool(context("data_label")[0].search(label))
        end = _zone_end(low, match.end(), inside=before.endswith("("))
        if not zones or match.start() >= zones[-1].end:
            zones.append(Zone(match.end(), end, label, of_data))
    return zones


def _zone_end(low: str, start: int, *, inside: bool) -> int:
    stops = [_SENTENCE_END, _NEXT_LABEL, *([_BRACKET_END] if inside else [])]
    limit = min(len(low), start + _LONGEST_ZONE)
    ends = [m.start() for stop in stops if (m := stop.search(low, start, limit))]
    return min(ends, default=limit)


def heading_label(low: str) -> str | None:
    """Return the label when the whole passage is one ("2. Thời gian kiểm tra:"), else None."""
    text = low[ordinal_end(low) :][:120].strip(" *_\n")
    if len(text) > 90 or not context("heading_label")[0].fullmatch(text):
        return None
    return None if context("data_label")[0].search(text) else text.rstrip(" :")


def ordinal_end(text: str) -> int:
    """Return where the text begins after its printed ordinal or bullet."""
    match = context("ordinal")[0].match(text)
    return match.end() if match else 0


def outlined(passages: tuple[Passage, ...]) -> frozenset[int]:
    """Return the passages of annexes that are outlines or forms of a report to come."""
    inside = False
    seqs = []
    annex_text = ""
    for passage in passages:
        if passage.kind in _ANNEX and passage.kind != "title":
            annex_text += " " + passage.text.lower()
            inside = bool(context("outline")[0].search(annex_text))
            continue
        annex_text = "" if passage.kind not in _ANNEX else annex_text
        if inside and passage.table is None:
            seqs.append(passage.seq)
    return frozenset(seqs)

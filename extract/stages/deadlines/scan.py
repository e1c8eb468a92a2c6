"""Where a text speaks of time: the longest form at each place, events last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from extract.stages.deadlines.grammar import Rule, grammar, rules_at

_SEPARATOR = re.compile(r"(?:[,;\n(+-]|(?<!\w)(?:và|hoặc|hay)) ?$")
_MOST_WORDS = 50
_NAMED = ("báo cáo", "số liệu", "kết quả", "lần", "sơ kết", "tổng kết")
_CLAUSE_END = re.compile(r"[;\n]|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """A form in a lower-cased text, with its match.

    named: the bare span just before it that names what it dates ("Quý I/2021 (trước 31/3)").
    """

    start: int
    end: int
    rule: Rule
    match: re.Match[str]
    named: Found | None = None


def scan(low: str, start: int, end: int, *, in_text: bool) -> list[Found]:
    """Return the forms in `low[start:end]`, in order, none overlapping another.

    in_text: only forms that running text may hold; else all forms.
    """
    found = _drop_report_names(low, list(_forms(low, start, end, in_text=in_text, events=False)))
    return _merged(low, found, _forms(low, start, end, in_text=in_text, events=True))


def _forms(low: str, start: int, end: int, *, in_text: bool, events: bool) -> Iterable[Found]:
    index = grammar(in_text, events)
    place = start
    while first := index.first.search(low, place, end):
        at = first.start()
        place = first.end()
        if at and (low[at - 1].isalnum() or low[at - 1] in "_/"):
            continue
        best = _longest(low, at, end, rules_at(index, first.group()))
        if best:
            place = best.end
            yield best


def _longest(low: str, at: int, end: int, candidates: tuple[Rule, ...]) -> Found | None:
    best: Found | None = None
    for rule in candidates:
        match = rule.pattern.match(low, at, end)
        if match and (best is None or match.end() > best.end):
            best = Found(at, match.end(), rule, match)
    return best


def _drop_report_names(low: str, found: list[Found]) -> list[Found]:
    """Leave out bare spans that name what the next form dates ("Quý I: trước ngày 15/3")."""
    kept: list[Found] = []
    named: Found | None = None
    for here, after in zip_longest(found, found[1:]):
        between = low[here.end : after.start] if after else ""
        if here.rule.id == "report_cycle" and after and not _CLAUSE_END.search(between):
            continue
        if _is_name(low, here) or _restates(low, here, kept):
            continue
        if after is not None and _is_dated_by(here, after, between):
            named = here
            continue
        kept.append(replace(here, named=named) if named else here)
        named = None
    return kept


def _is_name(low: str, here: Found) -> bool:
    """Tell whether the span belongs to the name of a report ("báo cáo quý I")."""
    before = low[max(0, here.start - 24) : here.start].rstrip()
    return here.rule.weak and here.rule.kind == "period" and before.endswith(_NAMED)


def _restates(low: str, here: Found, kept: list[Found]) -> bool:
    """Tell whether a span in brackets says a day again ("Trước 31/3/2021 (Quý I)")."""
    if not kept or kept[-1].rule.kind != "date" or not here.rule.weak:
        return False
    return low[kept[-1].end : here.start].strip() == "("


def _is_dated_by(here: Found, after: Found, between: str) -> bool:
    listed = here.rule.weak and here.rule.kind in ("period", "recurring")
    if not listed:
        return False
    if here.rule.kind == "period" and between.strip() == ":" and not after.rule.weak:
        return after.rule.kind in ("period", "date")
    return bool(after.match.groupdict().get("bound")) and between.strip(" :,(") == ""


def _merged(low: str, found: list[Found], events: Iterable[Found]) -> list[Found]:
    """Return forms and events in order; an event yields to the forms that are not its own words."""
    merged: list[Found] = []
    here = 0
    for event in events:
        while here < len(found) and found[here].end <= event.start:
            merged.append(found[here])
            here += 1
        if here < len(found) and found[here].start <= event.start:
            continue
        shorter = _up_to_next(low, event, found[here : here + _MOST_WORDS])
        if shorter is not None and not (merged and merged[-1].end > shorter.start):
            merged.append(shorter)
            while here < len(found) and found[here].start < shorter.end:
                here += 1
    return [*merged, *found[here:]]


def _up_to_next(low: str, event: Found, after: list[Found]) -> Found | None:
    """Return the event cut before the next form; a bare time word within it is no such form."""
    for other in after:
        if other.start >= event.end:
            break
        if other.rule.weak and not _SEPARATOR.search(low, event.start, other.start):
            continue
        end = _trimmed(low, event.start, other.start)
        match = event.rule.pattern.match(low, event.start, end)
        return Found(event.start, match.end(), event.rule, match) if match else None
    return event


def _trimmed(low: str, start: int, end: int) -> int:
    while end > start:
        piece = low[start:end].rstrip(" ,;:(-+\n")
        shorter = next(
            (piece[: -len(w)] for w in (" và", " hoặc", " hay") if piece.endswith(w)), piece
        )
        if len(shorter) == end - start:
            return end
        end = start + len(shorter)
    return end

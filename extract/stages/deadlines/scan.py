"""Where a text speaks of time: the longest form at each place, events last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from extract.stages.deadlines.grammar import Rule, grammar, rules_at

_SEPARATOR = re.compile(r"(?:[,;\n(+-]|(?<!\w)(?:và|hoặc|hay)) ?$")
_CLAUSE_END = re.compile(r"[;\n]|\.(?!\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """A form in a lower-cased text, with its match."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]


def scan(low: str, start: int, end: int, *, in_text: bool) -> list[Found]:
    """Return the forms in `low[start:end]`, in order, none overlapping another.

    in_text: only forms that running text may hold; else all forms.
    """
    found = _drop_report_names(low, list(_forms(low, start, end, in_text=in_text, events=False)))
    for event in _forms(low, start, end, in_text=in_text, events=True):
        found = _insert(low, found, event)
    return sorted(found, key=lambda f: f.start)


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
    kept = []
    for here, after in zip_longest(found, found[1:]):
        between = low[here.end : after.start] if after else ""
        if here.rule.id == "report_cycle" and after and not _CLAUSE_END.search(between):
            continue
        named = here.rule.weak and here.rule.kind == "period" and low[: here.start].rstrip()
        if named and named.endswith(("báo cáo", "số liệu", "kết quả", "lần", "sơ kết", "tổng kết")):
            continue
        bounded = after is not None and "bound" in after.rule.pattern.groupindex
        if (
            here.rule.weak
            and here.rule.kind in ("period", "recurring")
            and after is not None
            and bounded
            and after.match.group("bound")
            and between.strip(" :,(") == ""
        ):
            continue
        kept.append(here)
    return kept


def _insert(low: str, found: list[Found], event: Found) -> list[Found]:
    """Return the forms with the event among them: it ends before the next form that is its own.

    A bare time word within the words of the event belongs to them.
    """
    if any(f.start <= event.start < f.end for f in found):
        return found
    end = event.end
    for other in found:
        if event.start < other.start < end and not (
            other.rule.weak and not _SEPARATOR.search(low, event.start, other.start)
        ):
            end = other.start
            break
    if end < event.end:
        shorter = event.rule.pattern.match(low, event.start, _trimmed(low, event.start, end))
        if shorter is None:
            return found
        event = Found(event.start, shorter.end(), event.rule, shorter)
    kept = [f for f in found if f.end <= event.start or f.start >= event.end]
    return [*kept, event]


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

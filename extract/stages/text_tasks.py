"""Tasks in sentences: what the sections on organisation give each unit to do.

A unit opens the paragraph ("1. Phòng Nội vụ chủ trì, phối hợp với ...") or a heading above it
("1. Phòng Nội vụ" and bullets). A paragraph without either is no task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from extract.model import Header, Passage, Task
from extract.stages.outline import label_end, walk_outline
from extract.stages.units import FoundUnit, find_units
from extract.text import LOWER, squeeze
from patterns import load_toml

_MAX_OPENING = 600
_MAX_GAP = 40
_MIN_HEADING = 8
_MAX_HELP = 4
_CLAUSE = re.compile(
    r"\s{0,9}(?:\([^()]{0,120}\)\s{0,9})?"
    rf"(?::\s{{0,9}}\S|[,;]?\s{{0,9}}(?!(?:và|hoặc|của|này|ở)\b){LOWER}{{1,9}}\s)"
)
_JOINS = re.compile(r"[\s,;/&–—-]*(?:và|cùng(?: với)?)?[\s,;]*(?:các cơ quan: )?", re.IGNORECASE)
_GIVES = re.compile(r"(?:^|[:.;]\s)\s*(?:Giao|Đề nghị|Yêu cầu)\s(?:cho\s)?")
_WITH = re.compile(
    r"phối hợp(?: chặt chẽ| đồng bộ| thường xuyên)?,?\s(?:(?:với|cùng(?:\svới)?)\s)?|cùng với\s",
    re.IGNORECASE,
)
_NOT_OPENING = re.compile(r"[^\w(]*(?:trong quá trình|trên đây|định kỳ|kinh phí)", re.IGNORECASE)


def find_text_tasks(passages: tuple[Passage, ...], header: Header) -> tuple[Task, ...]:
    """Return the tasks that sentences give, in reading order, each with its units."""
    return tuple(_tasks(passages, header))


@cache
def _assigns() -> re.Pattern[str]:
    return re.compile(load_toml("unit_roles")["assign"].regex, re.IGNORECASE)


def _tasks(passages: tuple[Passage, ...], header: Header) -> Iterator[Task]:
    openings: dict[int, tuple[FoundUnit, ...]] = {}
    for passage, above in walk_outline(passages, header):
        if passage.kind in {"appendix", "caption"}:
            continue
        if not any(_assigns().search(p.text[:_MAX_OPENING]) for p in above):
            continue
        own = _opening(passage.text, header)
        openings[passage.seq] = own
        task = _task(passage, above, own, openings, header)
        if task is not None:
            yield task


def _task(
    passage: Passage,
    above: tuple[Passage, ...],
    own: tuple[FoundUnit, ...],
    openings: dict[int, tuple[FoundUnit, ...]],
    header: Header,
) -> Task | None:
    text = passage.text
    start, units, source = label_end(text), own, text
    if own and _opens_clause(text, own[-1].end):
        start = own[-1].end
        if passage.kind == "heading" and len(text[start:].split()) < _MIN_HEADING:
            return None
    elif own and len(text[own[-1].end :].split()) < 6:
        return None
    else:
        units, source = _from_above(above, openings)
    words = squeeze(text[start:].lstrip(" :.,;-–"))
    goes_on = passage.label is None and text[:1].islower()  # a line that a page break cut
    if (
        not units
        or goes_on
        or text[start:].lstrip().startswith("(")
        or text.rstrip().endswith(":")
        or len(words.split()) < 3
    ):
        return None
    helpers = _coordinating(text, start, header)
    return Task(
        ordinal=passage.label or "",
        task=words[:1].upper() + words[1:],
        lead=_printed(source, units),
        coordinating=_printed(text, helpers),
        source="text",
        passage=passage.seq,
        lead_units=tuple(f.unit for f in units),
        coordinating_units=tuple(f.unit for f in helpers),
    )


def _opens_clause(text: str, end: int) -> bool:
    """Tell whether ":" or a verb follows the units that open a paragraph."""
    found = _CLAUSE.match(text, end)
    return found is not None


def _from_above(
    above: tuple[Passage, ...], openings: dict[int, tuple[FoundUnit, ...]]
) -> tuple[tuple[FoundUnit, ...], str]:
    """Return the units of the nearest section above, and its text."""
    for passage in above:
        units = openings.get(passage.seq, ())
        if units or passage.kind == "heading":
            return units, passage.text
    return (), ""


def _opening(text: str, header: Header) -> tuple[FoundUnit, ...]:
    """Return the units that a paragraph opens with, or that "Giao", "Đề nghị" address early."""
    start = label_end(text)
    window = text[: start + _MAX_OPENING]
    if _NOT_OPENING.match(text, start):
        gives = _GIVES.search(window, start)
        return _leading(text, gives.end(), header) if gives else ()
    units = _leading(text, start, header)
    if units:
        return units
    gives = _GIVES.search(window[: start + 120], start)
    return _leading(text, gives.end(), header) if gives else ()


def _leading(text: str, start: int, header: Header) -> tuple[FoundUnit, ...]:
    """Return the units that stand side by side from `start` on."""
    window = text[start : start + _MAX_OPENING]
    out: list[FoundUnit] = []
    end = 0
    for found in find_units(window, header):
        gap = window[end : found.start]
        if out and (len(gap) > _MAX_GAP or not _JOINS.fullmatch(gap)):
            break
        if not out and not _leads_in(gap):
            break
        out.append(found)
        end = found.end
    return tuple(_moved(found, start) for found in out)


@cache
def _addresses() -> re.Pattern[str]:
    words = load_toml("unit_roles")["address"].regex
    return re.compile(rf"\W*(?:(?:{words})\W+){{0,3}}", re.IGNORECASE)


def _leads_in(gap: str) -> bool:
    return len(gap) < 80 and _addresses().fullmatch(gap) is not None


def _moved(found: FoundUnit, by: int) -> FoundUnit:
    return FoundUnit(found.unit, found.start + by, found.end + by, found.named, found.carried)


def _coordinating(text: str, start: int, header: Header) -> tuple[FoundUnit, ...]:
    """Return the units after the first "phối hợp với" that units follow."""
    for match in islice(_WITH.finditer(text, start), _MAX_HELP):
        if units := _leading(text, match.end(), header):
            return units
    return ()


def _printed(text: str, units: tuple[FoundUnit, ...]) -> str:
    return squeeze(text[units[0].start : units[-1].end]) if units else ""

"""Ordinals: what stands twice, what is skipped, what is written wrongly; headers without rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.model import Flag, Table
from extract.stages.flags.place import Places
from extract.stages.ordinals import Ordinal, parse_ordinal
from extract.stages.sections import Section, find_sections

_MAX_GAP = 3
"""A jump over more is a list of something else (years, articles), not a gap."""


# --- outline ----------------------------------------------------------------------------------
def find_outline_faults(at: Places) -> Iterator[Flag]:
    """Flag sections III then V, a section that stands twice, and a label like "2,1"."""
    siblings: dict[tuple[int | None, str | None, str], list[Section]] = {}
    for section in find_sections(at.passages):
        if section.ordinal is None or section.ordinal.style in ("bullet", "plus"):
            continue
        if section.ordinal.malformed:
            yield at.flag("ordinal_format", f'"{section.label}"', section.seq)
        key = (section.parent, section.appendix, section.ordinal.style)
        siblings.setdefault(key, []).append(section)
    for group in siblings.values():
        yield from _compare_sections(at, group)


def _compare_sections(at: Places, group: Sequence[Section]) -> Iterator[Flag]:
    for before, here in pairwise(group):
        first, second = before.ordinal, here.ordinal
        if first is None or second is None or first.value is None or second.value is None:
            continue
        if not (before.heading and here.heading) or first.parts[:-1] != second.parts[:-1]:
            continue
        jump = second.value - first.value
        if 1 < jump <= _MAX_GAP and not _stands_between(at, before, here):
            why = f"the outline goes from {before.label} to {here.label}"
            yield at.flag("ordinal_gap", why, here.seq)
        elif jump == 0 and first.value > 1 and before.title != here.title:
            yield at.flag("duplicate_ordinal", f"section {here.label} stands twice", here.seq)


def _stands_between(at: Places, before: Section, here: Section) -> bool:
    """A skipped label that the text does hold, in a paragraph read together with another."""
    first, second = before.ordinal, here.ordinal
    if first is None or second is None or first.value is None or second.value is None:
        return False
    skipped = [_next_label(first, value) for value in range(first.value + 1, second.value)]
    ends = r"\s{0,2}[.):/-]" if first.style != "roman" else r"(?:\s{0,2}[.):/-]|\s)"
    labels = "|".join(map(re.escape, skipped))
    wanted = re.compile(rf"(?:^|[\n.;:*]\s{{0,3}})(?:{labels}){ends}")
    between = at.passages[before.seq : here.seq]
    return any(wanted.search(p.text, 0 if p.seq != before.seq else 4) for p in between)


def _next_label(ordinal: Ordinal, value: int) -> str:
    if ordinal.style == "roman":
        return _roman(value)
    if ordinal.style in ("lower", "upper"):
        letter = "abcdđeghiklmnopqrstuvxy"[min(value, 23) - 1]
        return letter.upper() if ordinal.style == "upper" else letter
    if ordinal.style == "title":
        return ordinal.text.rsplit(" ", 1)[0] + f" {value}"
    return ".".join(map(str, (*ordinal.parts[:-1], value)))


def _roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


# --- rows -------------------------------------------------------------------------------------
def find_row_faults(at: Places, tables: tuple[Table, ...]) -> Iterator[Flag]:
    """Flag rows whose ordinal stands twice, skips one, or is written "2,2,1"."""
    for index, table in enumerate(tables):
        column = table.columns.index("ordinal") if "ordinal" in table.columns else None
        if column is None:
            continue
        siblings: dict[tuple[int | None, str, tuple[int, ...]], list[tuple[int, Ordinal]]] = {}
        for number, row in enumerate(table.rows):
            printed = row.cells[column].strip() if column < len(row.cells) else ""
            ordinal = parse_ordinal(printed) if printed else None
            if ordinal is None or ordinal.value is None:
                continue
            if ordinal.malformed:
                yield at.row_flag("ordinal_format", f'"{printed}"', index, number, table)
            parent = None if len(ordinal.parts) > 1 else row.parent
            key = (parent, ordinal.style, ordinal.parts[:-1])
            siblings.setdefault(key, []).append((number, ordinal))
        for group in siblings.values():
            yield from _compare_rows(at, index, table, group)


def _compare_rows(
    at: Places, index: int, table: Table, group: Sequence[tuple[int, Ordinal]]
) -> Iterator[Flag]:
    shared = _repeats_by_habit(group)
    for place, ((before, first), (here, second)) in enumerate(pairwise(group)):
        jump = (second.value or 0) - (first.value or 0)
        if jump == 0 and not shared and _is_true_twin(table, group, place):
            named = "group" if table.rows[here].kind == "group" else "row"
            why = f"{named} {second.text} stands twice"
            yield at.row_flag("duplicate_ordinal", why, index, here, table)
        elif 1 < jump <= _MAX_GAP and not _has_blank_between(table, before, here):
            why = f"the rows go from {first.text} to {second.text}"
            yield at.row_flag("ordinal_gap", why, index, here, table)


def _repeats_by_habit(group: Sequence[tuple[int, Ordinal]]) -> bool:
    """A table that prints one number on all rows of an item does so from its first number on."""
    twins = {first.value for (_, first), (_, second) in pairwise(group) if first == second}
    return 1 in twins and len(twins) > 1


def _is_true_twin(table: Table, group: Sequence[tuple[int, Ordinal]], place: int) -> bool:
    """Two rows with one number in a running series, not a new series or a row printed again."""
    (before, first), (here, _) = group[place], group[place + 1]
    if table.rows[before].cells == table.rows[here].cells:
        return False
    after = group[place + 2][1].value if place + 2 < len(group) else None
    value = first.value or 0
    return value > 1 or (len(first.parts) > 1 and after == value + 1)


def _has_blank_between(table: Table, before: int, here: int) -> bool:
    """A row without a number between the two may be the one that is skipped."""
    level = table.rows[here].level
    return any(
        not row.cells[0].strip() and row.level <= level and row.kind != "total"
        for row in table.rows[before + 1 : here]
    )


def find_orphan_headers(tables: tuple[Table, ...]) -> Iterator[Flag]:
    """Flag a repeated header row that no rows follow."""
    for index, table in enumerate(tables):
        for origin in table.orphan_headers:
            why = "a repeated header row with no rows after it"
            yield Flag("orphan_header", why, None, index, None, origin.page, origin.line)

"""Flags: what is wrong with the document itself, said with place and values."""

from __future__ import annotations

from extract.model import (
    Citation,
    Deadline,
    Flag,
    Header,
    Instrument,
    Note,
    Passage,
    Table,
    Task,
    UnitList,
)
from extract.stages.flags.attachments import find_missing_attachments
from extract.stages.flags.dates import (
    find_conflicting_dates,
    find_dates_after_issue,
    find_deadlines_before_issue,
    find_impossible_dates,
    find_self_date_mismatches,
    find_truncated_years,
)
from extract.stages.flags.frame import (
    find_missing_date,
    find_missing_letterhead,
    find_missing_number,
    find_missing_signature,
)
from extract.stages.flags.ordinals import (
    find_orphan_headers,
    find_outline_faults,
    find_row_faults,
)
from extract.stages.flags.place import Places
from extract.stages.flags.prose_totals import find_prose_mismatches
from extract.stages.flags.reports import find_deadline_conflicts
from extract.stages.flags.roles import find_role_conflicts
from extract.stages.flags.scans import find_unsure_pages
from extract.stages.flags.symbols import find_symbols_without_slash, find_type_mismatches
from extract.stages.flags.totals import find_total_mismatches


def find_flags(
    passages: tuple[Passage, ...],
    header: Header,
    citations: tuple[Citation, ...],
    instruments: tuple[Instrument, ...],
    tables: tuple[Table, ...],
    tasks: tuple[Task, ...],
    unit_lists: tuple[UnitList, ...],
    deadlines: tuple[Deadline, ...],
    notes: tuple[Note, ...],
) -> tuple[Flag, ...]:
    """Return the doubts about the document, in reading order, one per place."""
    at = Places(passages)
    found = [
        *find_missing_letterhead(at, header),
        *find_missing_number(at, header),
        *find_missing_date(at, header),
        *find_missing_signature(at, header),
        *find_type_mismatches(at, header, citations),
        *find_symbols_without_slash(at, header, citations),
        *find_impossible_dates(at),
        *find_self_date_mismatches(at, header, citations),
        *find_conflicting_dates(at, citations, instruments),
        *find_dates_after_issue(at, header, citations),
        *find_deadlines_before_issue(at, header, citations, deadlines),
        *find_truncated_years(at),
        *find_outline_faults(at),
        *find_row_faults(at, tables),
        *find_orphan_headers(tables),
        *find_total_mismatches(at, tables),
        *find_prose_mismatches(at),
        *find_deadline_conflicts(at, deadlines, tasks),
        *find_role_conflicts(at, unit_lists),
        *find_missing_attachments(at, tables),
        *find_unsure_pages(at, notes),
    ]
    return _in_order(found)


def _in_order(found: list[Flag]) -> tuple[Flag, ...]:
    """Return one flag for each code and place, by place, then in the order of the codes."""
    kept: dict[tuple[object, ...], Flag] = {}
    for flag in found:
        kept.setdefault((flag.code, flag.passage, flag.table, flag.row, flag.line, flag.page), flag)
    return tuple(sorted(kept.values(), key=lambda flag: (flag.line or 0, flag.passage or 0)))

"""Dates that cannot be, or that contradict the document or one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extract.model import Citation, Deadline, Flag, Header, Instrument, Passage
from extract.stages.flags.place import Places, fold_text, rule
from extract.text import make_date

_MAYBE_DATE = re.compile(r"\d\s?[/.-]\s?\d|\d\s{1,3}th")
"""What any printed date holds: a quick look before the text is folded."""
_MAYBE_CUT = re.compile(r"(?:năm|NĂM|Năm)\s{1,2}20\d?(?!\d)")
_LEAP = 2024
"""A year that has every day, for dates printed without one."""


def find_impossible_dates(at: Places) -> Iterator[Flag]:
    """Flag a printed date that no calendar has: 07/13/2020, 31/02/2021, ngày 31/9."""
    for passage in at.passages:
        if not _MAYBE_DATE.search(passage.text):
            continue
        folded = fold_text(passage.text)
        shown = [
            passage.text[match.start("day") : match.end()]
            for name in ("full_date", "worded_date", "day_month")
            for match in rule(name).finditer(folded)
            if _is_impossible(match)
        ]
        if shown:
            yield at.flag("impossible_date", ", ".join(dict.fromkeys(shown)), passage.seq)


def _is_impossible(match: re.Match[str]) -> bool:
    day, month = int(match["day"]), int(match["month"])
    year = int(match.groupdict().get("year") or _LEAP)
    return 0 < month <= 31 and 0 < day <= 31 and make_date(year, month, day) is None


def find_self_date_mismatches(
    at: Places, header: Header, citations: tuple[Citation, ...]
) -> Iterator[Flag]:
    """Flag a self-citation dated otherwise than the header, which prints a date of its own."""
    if header.issued_on is None or any(i.field == "issued_on" for i in header.inferred):
        return
    for citation in citations:
        if citation.role == "self" and citation.issued_on not in (None, header.issued_on):
            raw = citation.issued_on_raw or citation.issued_on
            why = f"self-citation dated {raw}, header {header.issued_on.isoformat()}"
            yield at.flag("self_date_mismatch", why, citation.passage, citation.start)


def find_conflicting_dates(
    at: Places, citations: tuple[Citation, ...], instruments: tuple[Instrument, ...]
) -> Iterator[Flag]:
    """Flag an instrument that is cited with different dates, once, at the last new date."""
    dates: dict[int, dict[date, Citation]] = {}
    for citation in citations:
        known = citation.role != "self" and citation.instrument is not None
        if known and citation.issued_on and citation.instrument is not None:
            dates.setdefault(citation.instrument, {}).setdefault(citation.issued_on, citation)
    for index, seen in dates.items():
        if len(seen) > 1:
            last = list(seen.values())[-1]
            name = last.symbol or instruments[index].symbol or last.type
            *others, final = (day.isoformat() for day in sorted(seen))
            why = f"{name} is cited with {', '.join(others)} and {final}"
            yield at.flag("conflicting_dates", why, last.passage, last.start)


def issue_date(header: Header, citations: tuple[Citation, ...]) -> date | None:
    """Return when the document was issued: by its header, or with the decision it belongs to."""
    if header.issued_on is not None or header.issued_with is None:
        return header.issued_on
    for citation in citations:
        if citation.role == "issued_with" and citation.symbol == header.issued_with:
            return citation.issued_on
    return None


def find_dates_after_issue(
    at: Places, header: Header, citations: tuple[Citation, ...]
) -> Iterator[Flag]:
    """Flag a cited instrument dated after the document's own issue date."""
    issued = issue_date(header, citations)
    if issued is None:
        return
    for citation in citations:
        if citation.role != "self" and citation.issued_on and citation.issued_on > issued:
            on = citation.issued_on.isoformat()
            why = f"cited instrument dated {on}, plan issued {issued.isoformat()}"
            yield at.flag("date_after_issue", why, citation.passage, citation.start)


def find_deadlines_before_issue(
    at: Places,
    header: Header,
    citations: tuple[Citation, ...],
    deadlines: tuple[Deadline, ...],
) -> Iterator[Flag]:
    """Flag a deadline that ends before the plan was issued, or before its printed year begins."""
    issued = issue_date(header, citations)
    said = f"plan issued {issued.isoformat()}" if issued else ""
    if issued is None and header.issued_on_raw:
        year = re.search(r"(?:19|20)\d{2}\b", header.issued_on_raw)
        issued = date(int(year[0]), 1, 1) if year else None
        said = f'plan dated "{header.issued_on_raw}"'
    if issued is None:
        return
    for deadline in deadlines:
        if deadline.due_on is None or deadline.due_on >= issued or deadline.kind == "recurring":
            continue
        if not _tells_the_past(at, deadline):
            why = f'"{deadline.raw}", {said}'
            yield at.flag("deadline_before_issue", why, deadline.passage, deadline.start)


def _tells_the_past(at: Places, deadline: Deadline) -> bool:
    """A date of what was done, in running text; a period of several years anywhere."""
    text = at.passages[deadline.passage].text
    if deadline.source == "table":
        text = deadline.raw
    else:
        text = text[max(0, deadline.start - 80) : deadline.end + 60]
    return rule("past").search(fold_text(text)) is not None


def find_truncated_years(at: Places) -> Iterator[Flag]:
    """Flag a year that lost its last digits: "Thường xuyên trong năm 20"."""
    for passage in at.passages:
        if passage.kind in ("place_date", "number") or not _MAYBE_CUT.search(passage.text):
            continue
        if match := rule("truncated_year").search(fold_text(passage.text)):
            why = f'"{_around(passage, match.start(), match.end())}"'
            yield at.flag("truncated_year", why, passage.seq, match.start())


def _around(passage: Passage, start: int, end: int) -> str:
    """Return the words up to `end`, from not more than 25 characters before `start`."""
    if start <= 25:
        return " ".join(passage.text[:end].split())
    return " ".join(passage.text[start - 25 : end].split()[1:])

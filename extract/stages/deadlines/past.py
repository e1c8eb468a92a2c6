"""What running text tells of the past: history, data, other texts; no time of the plan."""

from __future__ import annotations

import re
from datetime import date

from extract.model import Header
from extract.stages.deadlines.readings import Reading
from extract.stages.deadlines.scan import Found
from extract.stages.deadlines.zones import context

_SENTENCE_END = re.compile(r"[.;](?:\s|$)")
_DONE = re.compile(r"(?<!\w)đã(?!\w)")
_LONGEST_CLAUSE, _LONGEST_SCOPE = 200, 80
_TELLING = {
    "in_span", "range", "range_short", "range_dots", "months", "months_worded", "quarters",
    "quarters_worded", "until_span", "until_year", "edge", "edge_bound", "at_edge",
}  # fmt: skip
_SPANS = {"range", "range_short", "range_dots", "open", "open_span"}
_ORDERED = ("hoàn thành", "xong")


def plan_year(header: Header) -> int | None:
    """Return the year that fills in a missing one: of the title, else of the issue date."""
    if header.plan_year is not None:
        return header.plan_year
    if header.plan_years is not None and header.plan_years[0] != header.plan_years[1]:
        return None
    return header.issued_on.year if header.issued_on else None


def is_limit(found: Found) -> bool:
    """Tell whether "trước" or "chậm nhất" opens the form: words that no span of data has."""
    bound = found.match.groupdict().get("bound") or ""
    return "trước" in bound or "nhất" in bound


def is_of_past(low: str, found: Found, reading: Reading, header: Header) -> bool:
    """Tell whether the form dates what is over.

    A plan for next year also dates its preparation, and one that copies last year's dates is to
    be found out: what is due after the issue, or stated as a limit of the year before, is no past.
    """
    if found.rule.kind not in ("date", "period"):
        return False
    year = plan_year(header)
    last = reading.due_on or reading.start_on
    if last is not None and year is not None and last.year < year - 1:
        return True
    if is_limit(found) or (last is not None and header.issued_on and last >= header.issued_on):
        return False
    if tells_what_was_done(low, found):
        return True
    return found.rule.id in _TELLING and _is_over(found, reading, header)


def _is_over(found: Found, reading: Reading, header: Header) -> bool:
    year, due = plan_year(header), reading.due_on
    if due is None:
        return False
    if year is not None and due < date(year, 1, 1):
        return True
    ordered = found.match.group().startswith(_ORDERED)
    return header.issued_on is not None and due < header.issued_on and not ordered


def is_scope(low: str, found: Found, reading: Reading, header: Header) -> bool:
    """Tell whether a span that began before the plan says which data are meant."""
    if found.rule.id not in _SPANS or reading.start_on is None:
        return False
    year = plan_year(header)
    begun = header.issued_on or (date(year, 1, 1) if year else None)
    if begun is None or reading.start_on >= begun:
        return False
    before = low[max(0, found.start - _LONGEST_SCOPE) : found.start]
    return bool(context("scope")[0].search(before))


def tells_what_was_done(low: str, found: Found) -> bool:
    """Tell whether the sentence around the form says "đã" ("Đến hết năm 2023, huyện đã ...")."""
    begin = max(0, found.start - _LONGEST_CLAUSE)
    for match in _SENTENCE_END.finditer(low, begin, found.start):
        begin = match.end()
    stop = _SENTENCE_END.search(low, found.end, found.end + _LONGEST_CLAUSE)
    clause = low[begin : stop.start() if stop else found.end + _LONGEST_CLAUSE]
    return bool(_DONE.search(clause)) and "phấn đấu" not in clause

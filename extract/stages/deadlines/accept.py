"""Which forms of running text are times of the plan: not of data, of other texts, of the past."""

from __future__ import annotations

import re

from extract.model import Header
from extract.stages.deadlines.past import is_limit, is_of_past, is_scope
from extract.stages.deadlines.readings import Reading
from extract.stages.deadlines.scan import Found
from extract.stages.deadlines.zones import context, ordinal_end

_CLAUSE_START = re.compile(r"(?:^|[.,;:(\n•]|(?<!\w)(?:[-+]|và|hoặc))[\s*]{0,4}$")
_SENTENCE_START = re.compile(r"(?:^|[.;:\n•])[\s*+-]{0,6}$")
_LOOKS_BACK = 40
_OPEN = {"open", "open_span"}
_DATED = {
    "range", "range_short", "in_span", "until_span", "bound_day", "until_day", "months", "quarters",
    "months_worded", "quarters_worded", "onward", "range_dots", "edge_bound", "open", "open_span",
}  # fmt: skip
_OF_A_DAY = {"day_each_year", "span_each_year"}
_PLANNED = {"planned_day", "planned_span", "planned_edge", "planned_days", "until_day"}
_SENTENCE_END = re.compile(r"[.;](?:\s|$)")
_WILL = re.compile(r",? (?:[^\s.;,]{1,12} ){0,6}sẽ ")
_NUMBERED = re.compile(r"\d|quý")
_CLAUSE_OVER = re.compile(r"[ *)]{0,3}(?:[.;/]|$)")
_REPORT_NAME = re.compile(
    r"(?:báo cáo|chế độ|kế hoạch|thống kê|chương trình|biểu mẫu|kỳ|theo|và|,|hoặc)$"
)
_LEADING = {"every", "every_n", "by_cycle", "edge", "until_year"}


def in_text(low: str, found: Found, reading: Reading, header: Header) -> bool:
    """Tell whether a form of running text says when something of the plan is due."""
    form = found.rule.id
    if (
        _is_of_something_else(low, found)
        or is_of_past(low, found, reading, header)
        or is_scope(low, found, reading, header)
    ):
        return False
    if form in _PLANNED:
        return not _is_past(reading, header) and (form != "until_day" or _heads_goal(low, found))
    if form == "day_to_come":
        return _is_to_come(low, found) and not _is_past(reading, header)
    if form == "leading_span":
        return _says_when(low, found) and not _is_past(reading, header)
    if form == "at_end":
        return _starts(low, found.start, _SENTENCE_START) and low.startswith(",", found.end)
    return form not in _LEADING or _leads(low, found)


def _is_of_something_else(low: str, found: Found) -> bool:
    """Tell whether the words before say that the time is of data or of another text."""
    form = found.rule.id
    before = low[max(0, found.start - _LOOKS_BACK) : found.start]
    uses: list[str] = []
    if (
        form in _OF_A_DAY
        and not found.match.group().startswith(("vào", "trong"))
        and not _bound(found)
    ):
        return not _starts(low, found.start, _SENTENCE_START) or not low.startswith(",", found.end)
    if form in _DATED and not is_limit(found):
        uses.append("data")
    if form == "in_span":
        uses.append("attribute")
    if form in _OPEN:
        uses.append("in_force")
    if "trước" in _bound(found):
        uses.append("forbidden")
    if form in _PLANNED:
        uses.append("happened")
    if found.rule.value == "offset":
        uses.append("state")
    return any(context(use)[0].search(before) for use in uses)


def at_clause_start(low: str, start: int) -> bool:
    """Tell whether a clause, a bullet or the text begins at `start`."""
    return _starts(low, start, _CLAUSE_START)


def names_what_follows(low: str, found: Found, after: Found) -> bool:
    """Tell whether a bare cycle only names what the next form dates, in the same sentence."""
    between = low[found.end : after.start]
    bounded = after.rule.kind in ("date", "recurring") and after.match.groupdict().get("bound")
    return found.rule.id in _LEADING and bool(bounded) and not _SENTENCE_END.search(between)


def _starts(low: str, start: int, pattern: re.Pattern[str]) -> bool:
    return start <= ordinal_end(low) or bool(pattern.search(low[max(0, start - 12) : start]))


def _leads(low: str, found: Found) -> bool:
    """Accept "Định kỳ hằng quý, ..." and "Hằng năm, ..." at the head of a sentence."""
    if _closes_clause(low, found):
        return True
    if not _starts(low, found.start, _SENTENCE_START):
        return False
    if low.startswith((",", ":"), found.end) or found.match.group().startswith("định"):
        return True
    return found.rule.id == "edge" and bool(_NUMBERED.search(found.match.group()))


def _closes_clause(low: str, found: Found) -> bool:
    """Accept "họp giao ban định kỳ hằng quý;", never "báo cáo định kỳ hằng quý" (a report's name).

    Only "định kỳ" or a count ("06 tháng một lần") makes a cycle an adverb of the work itself.
    """
    words = found.match.group()
    if not (words.startswith("định") or words.endswith("lần")) or found.rule.id == "by_cycle":
        return False
    before = low[max(0, found.start - _LOOKS_BACK) : found.start].rstrip(" *")
    return bool(_CLAUSE_OVER.match(low, found.end)) and not _REPORT_NAME.search(before)


def _is_to_come(low: str, found: Found) -> bool:
    """Accept "Ngày 9/2, 12 tỉnh sẽ giao quân", not the day of an instrument or of what was done."""
    return _starts(low, found.start, _SENTENCE_START) and bool(_WILL.match(low, found.end))


def _says_when(low: str, found: Found) -> bool:
    """Accept "; quý III/2019 trình phê duyệt" and "sơ kết (tháng 6/2019), tổng kết ..."."""
    if context("does")[0].match(low, found.end):
        return _starts(low, found.start, _SENTENCE_START)
    before = low[max(0, found.start - _LOOKS_BACK) : found.start]
    return low.startswith(")", found.end) and bool(context("meeting")[0].search(before))


def _is_past(reading: Reading, header: Header) -> bool:
    due = reading.due_on or reading.start_on
    if due is None:
        return True
    return header.issued_on is not None and due < header.issued_on


def _heads_goal(low: str, found: Found) -> bool:
    return low.startswith("phấn", found.start) or _starts(low, found.start, _SENTENCE_START)


def _bound(found: Found) -> str:
    return found.match.groupdict().get("bound") or ""

"""Times that open a list or are all that a clause says: "1. Quý II:", "Khai mạc: ngày 12/5;"."""

from __future__ import annotations

import re

from extract.model import Header
from extract.stages.deadlines.accept import at_clause_start
from extract.stages.deadlines.past import plan_year
from extract.stages.deadlines.scan import scan
from extract.stages.deadlines.zones import Zone, ordinal_end

_LONGEST = 60
_BRACKET = re.compile(r"\([^()]{0,60}\)")
_COLON = re.compile(r"(?<=[\w)*]):")
_CLAUSE_END = re.compile(r"[;.:](?=\s|$)")
_LAST_CLAUSE = re.compile(r"[;.:\n•](?=\s)|(?<=\s)[-–+](?=\s)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_NO_EVENT = re.compile(
    r"ngày |sinh|số |tổng (?!kết)|năm|tháng|quý|kỳ|niên|nhiệm kỳ|kho[áa]|giai đoạn|mốc|thời điểm"
    r"|cập nhật|hiệu lực|tính đến|tỷ lệ|diện tích|dân số|phiên bản|theo|tại|căn cứ|ghi chú|ví dụ"
)
"""Names of data and of papers, whose dates are no times of the plan."""


_ITEM = re.compile(r"\s{0,3}(?:[-+*•–]|\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ][.)]) ?")
_CLOSING = re.compile(
    r"\(((?:dự kiến |trong |vào |hoàn thành )?(?:tháng \d{1,2}|quý (?:i{1,3}|iv|[1-4]))"
    r"(?: ?(?:/|năm) ?\d{4})?)\)(?=[.;]?\s*(?:$|\n))"
)
_OCCASION = re.compile(r"(?<!\w)(?:ngày|tháng|tuần|quý|kỷ niệm|lễ|tết|báo cáo|số liệu|phiên)(?!\w)")
"""Before a bracket: the month is a feast's or a report's, as in "Tháng Thanh niên (tháng 3)"."""


def find_openings(low: str) -> list[Zone]:
    """Return the times that open a list, an item or a whole line ("1. Quý II năm 2023:")."""
    zones: list[Zone] = []
    start = ordinal_end(low)
    colons = [m.start() for m in _COLON.finditer(low, start)]
    if not colons and len(low) - start > _LONGEST:
        return []
    for colon in colons or [len(low)]:
        begin = max(start, zones[-1].end if zones else 0, colon - _LONGEST)
        for found in scan(low, begin, colon, in_text=False):
            rest = _BRACKET.sub("", low[found.end : colon]).strip(" *_.")
            heads = found.start <= start + 3 or (colons and at_clause_start(low, found.start))
            if not rest and heads and found.rule.kind in ("period", "date"):
                zones.append(Zone(found.start, found.end, ""))
    return zones


def find_bracketed(low: str) -> list[Zone]:
    """Return the month or quarter in brackets that closes an item ("- Tập huấn (quý II/2023).")."""
    if not _ITEM.match(low):
        return []
    zones: list[Zone] = []
    for bracket in _CLOSING.finditer(low):
        before = low[max(0, bracket.start() - _LONGEST) : bracket.start()]
        if not _OCCASION.search(before):
            name = _LAST_CLAUSE.split(low[ordinal_end(low) : bracket.start()])[-1]
            zones.append(Zone(bracket.start(1), bracket.end(1), name.strip(" *_,")))
    return zones


def find_listed(low: str, header: Header) -> list[Zone]:
    """Return the times that are all that a clause says of an event ("Khai mạc: ngày 12/5/2019;").

    A year before the plan's issue dates something else.
    """
    zones: list[Zone] = []
    since = header.issued_on.year if header.issued_on else plan_year(header) or 0
    for colon in (match.start() for match in _COLON.finditer(low)):
        name = _LAST_CLAUSE.split(low[max(0, colon - _LONGEST) : colon])[-1]
        name = name[ordinal_end(name) :].strip(" *_")
        if len(name) < 4 or _NO_EVENT.match(name):
            continue
        end = _CLAUSE_END.search(low, colon + 1, colon + _LONGEST)
        stop = end.start() if end else min(len(low), colon + _LONGEST)
        found = next(iter(scan(low, colon + 1, stop, in_text=False)), None)
        if found is None or low[colon + 1 : found.start].strip(" *_"):
            continue
        rest = _BRACKET.sub("", low[found.end : stop]).strip(" *_")
        past = any(int(y) < since for y in _YEAR.findall(low, found.start, found.end))
        if not rest and not past and found.rule.kind in ("period", "date"):
            zones.append(Zone(found.start, found.end, name))
    return zones

"""Citations that a line end cuts: what stands on two lines and belongs together.

A title in capitals is set by its typist on lines of their own, so neither case nor room tells
that it goes on; the parts of a citation do: type word, symbol, date, issuer.
"""

from __future__ import annotations

import re

_TYPE = (
    r"(?:Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?|Chỉ thị|Kế hoạch|Công văn|Kết luận"
    r"|Quy định|Hướng dẫn|Chương trình|Tờ trình|Thông báo|Công điện|Pháp lệnh|Luật)"
)
_SYMBOL = (
    r"\d{1,5}[a-zđ]?(?:/\d{4})?[/-][A-ZĐ][A-ZĐa-z0-9]{0,9}(?:[/-][A-ZĐ][A-ZĐa-z0-9&]{1,12}){0,3}"
)
_CITED = rf"\b(?i:{_TYPE}) (?i:số:? )?{_SYMBOL}"
_DAY = r"(?i:ngày) \d{1,2}"
_DATE = rf"(?:{_DAY} (?i:tháng) \d{{1,2}} (?i:năm) \d{{4}}|{_DAY}[/.-]\d{{1,2}}[/.-]\d{{4}})"

_PAIRS = tuple(
    (re.compile(before), re.compile(after))
    for before, after in (
        # "... SỐ 57-NQ/TW" | "NGÀY 22/12/2024", "CỦA BỘ CHÍNH TRỊ"
        (rf"{_CITED}$", rf"(?:{_DAY}|(?i:năm) \d{{4}}|(?i:của) )"),
        # "... SỐ 57-NQ/TW NGÀY" | "22 THÁNG 12", and further inside the date
        (rf"{_CITED},? (?i:ngày)$", r"\d{1,2}(?:[/.-]\d| (?i:tháng)\b)"),
        (rf"{_CITED},? {_DAY}$", r"(?i:tháng) \d"),
        (rf"{_CITED},? {_DAY} (?i:tháng)$", r"\d{1,2} (?i:năm)\b"),
        (rf"{_CITED},? {_DAY} (?i:tháng) \d{{1,2}}$", r"(?i:năm) \d{4}"),
        # "... NGÀY 22/12/2024" | "CỦA BỘ CHÍNH TRỊ"
        (rf"{_CITED},? {_DATE},?$", r"(?i:của) \w"),
        # "... NGÀY 22/12/2024 CỦA" | "BỘ CHÍNH TRỊ"
        (rf"{_CITED}(?:,? {_DATE})? (?i:của)$", r"[^\W\d_]"),
        # "... quy định tại Thông tư" | "02/2017/TT-VPCP"
        (rf".{{8}}\b(?i:{_TYPE})(?: (?i:số):?)?$", rf"(?i:số:? )?{_SYMBOL}"),
        # "... của UBND tỉnh về ban hành" | "Kế hoạch cải cách hành chính"
        (
            rf"{_CITED}.{{0,90}} (?i:về|việc) (?i:(?:việc )?(?:ban hành|phê duyệt|công bố))$",
            r"[^\W\d_]",
        ),
        # "Kế hoạch số 50/KH -" | "UBND ngày"
        (rf"\b(?i:{_TYPE}) (?i:số:? )?\d{{1,5}}(?:/\d{{4}})?/[A-ZĐ]{{1,5}} ?-$", r"[A-ZĐ]{2,8}\b"),
    )
)
_LAST_WORDS = frozenset(
    {
        "ngày", "tháng", "của", "số", "hành", "duyệt", "bố", "định", "quyết", "tư", "tịch", "thị",
        "hoạch", "văn", "luận", "dẫn", "trình", "báo", "điện", "lệnh", "luật",
    }
)  # fmt: skip
"""Small words that a line may end with inside a citation: the ends of `_PAIRS`."""
_LONGEST = 240
"""A citation reaches back no further than this; it keeps the search short."""


def goes_on_citing(before: str, after: str) -> bool:
    """Return whether a citation begins on one line and goes on with the next."""
    last = before[before.rfind(" ") + 1 :].rstrip(",:")
    if last.isalpha() and last.islower() and last not in _LAST_WORDS:
        return False  # nearly every line: it ends in a word at which no citation is cut
    end = before[-_LONGEST:]
    return any(a.match(after) and b.search(end) for b, a in _PAIRS)

"""Letterhead: issuing body, number and symbol, place and date (Nghị định 30/2020, phụ lục I)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from extract.stages.header.bodies import find_bodies
from extract.stages.header.head import Head
from extract.stages.header.rules import LOWER, fills, fold_line, is_upper, opens_with, rule
from extract.text import make_date, squeeze


@dataclass(frozen=True, slots=True)
class Number:
    """The number line. number: None when blank. symbol: None when only "Số:" is printed."""

    number: str | None
    symbol: str | None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class PlaceDate:
    """The place and date line. issued_on: None when blank or impossible."""

    place: str | None
    issued_on: date | None
    raw: str
    year: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What was found above the type word. bodies: lines of issuing bodies, the highest first.

    youth_union: the Union's name stands in place of the motto.
    taken: spans of the head text that are letterhead, by what they are.
    """

    number: Number | None = None
    place_date: PlaceDate | None = None
    bodies: tuple[str, ...] = ()
    youth_union: bool = False
    about: str | None = None
    taken: tuple[tuple[int, int, str], ...] = ()
    body_lines: tuple[int, ...] = field(default=())


_SPOILT_UBND = re.compile(r"[ƯÚÙŨÛ]BND")


def make_symbol(match: re.Match[str]) -> tuple[str | None, str]:
    """Return number (None when blank) and symbol of a match with number, slash, year, code.

    The sign that was not printed is the one the code lacks: "50 BC-UBND" -> "50/BC-UBND",
    "22 KH/ĐTN" -> "22-KH/ĐTN".
    """
    number = match["number"].strip(" .…_·-") or None
    groups = match.groupdict()
    year = f"{groups['year']}/" if groups.get("year") else ""
    code = _SPOILT_UBND.sub("UBND", re.sub(r"\s+", "", match["code"]).rstrip(".,;"))
    slash = groups.get("slash") or ("-" if "/" in code and not year else "/")
    return number, f"{number or ''}{slash}{year}{code}"


def find_number(head: Head, type_line: int | None) -> Number | None:
    """Return the first number line of the head."""
    for name in ("number", "number_alone"):
        for match in rule(name).finditer(head.text):
            if _is_own_number(head, match, type_line):
                number, symbol = make_symbol(match)
                return Number(number, symbol, match.start(), match.end())
    if unsigned := rule("number_unsigned").search(head.text):
        return Number(*make_symbol(unsigned), unsigned.start(), unsigned.end())
    if spoilt := rule("number_spoilt").search(head.text):
        return Number(None, None, spoilt.start(), spoilt.end())
    if only := rule("number_only").search(head.text):
        return Number(only["number"], None, only.start(), only.end())
    if blank := rule("number_blank").search(head.text):
        return Number(None, None, blank.start(), blank.end())
    return None


_TYPED = re.compile(r"(?:nghi quyet|luat|phap lenh|lenh|quyet dinh|ke hoach|thong tu|chi thi)")
"""Papers of the National Assembly print the type in front of the number: "Nghị quyết số: ..."."""


def _is_own_number(head: Head, match: re.Match[str], type_line: int | None) -> bool:
    """The word Số opens its line or follows the other column, never a type word.

    Below the type word only "Số: ..." with its colon counts: titles cite other instruments.
    """
    line_start = head.text.rfind("\n", 0, match.start()) + 1
    before = head.text[line_start : match.start()].strip(" :|*-(")
    if type_line is not None and head.line_at(match.start()) >= type_line:
        return not before and re.match(r"\w{2}\s{0,5}:", match[0]) is not None
    line_end = head.text.find("\n", match.end())
    rest = head.text[match.end() : line_end if line_end >= 0 else len(head.text)]
    if not before or (_TYPED.fullmatch(fold_line(before)) and not rest.strip(" |-_*")):
        return True
    dated = rule("date").search(fold_line(before))
    return is_upper(before) or (dated is not None and dated.end() == len(fold_line(before)))


def find_place_date(text: str, folded: str, limit: int = 4) -> PlaceDate | None:
    """Return the first place and date line of the text, blanks included.

    A date without a place may be a portal's: it counts when there is no other.
    """
    placeless: PlaceDate | None = None
    for name in ("date", "date_short"):
        for match in islice(rule(name).finditer(folded), limit):
            if _stands_alone(text, match) and (found := _find_place(text, match)) is not None:
                if found[0]:
                    return _make_place_date(text, match, *found)
                placeless = placeless or _make_place_date(text, match, *found)
    return placeless


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Nothing but the other column follows: "... năm 2020 của UBND huyện" is a citation."""
    line_end = text.find("\n", match.end())
    rest = text[match.end() : line_end if line_end >= 0 else len(text)].strip(" .…_*)|-")
    return not rest or is_upper(rest)


def _find_place(text: str, match: re.Match[str]) -> tuple[str, int] | None:
    """Return place ("" when none is printed) and where it starts; None for no date line."""
    start = text.rfind("\n", 0, match.start()) + 1
    if not text[start : match.start()].strip(" .…_,") and start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if text[above : start - 1].rstrip().endswith(","):
            start = above
    before = text[start : match.start()].rstrip()
    comma = before.endswith((",", ".", ";"))
    column = _COLUMNS.split(before.rstrip(",.;: *…"))[-1].rstrip("_ ")
    if other := _OTHER_COLUMN.match(column):
        column = column[other.end() :]
    place = _PLACE.search(column)
    if place is None:
        return ("", match.start()) if not column.strip(" .…_,;*") else None
    lead = column[: place.start()]
    if start > 0 and not lead and (first := _first_part(text, start)):
        whole = squeeze(f"{first[1]} {place[0]}")
        return whole, first[0]
    if not _is_place(place[0], comma) or (lead.strip() and not (comma and lead[-1:].isspace())):
        return None
    return squeeze(place[0]), start + before.rfind(place[0])


_COLUMNS = re.compile(r"\s{3,}|\||[_=~-]{3,}")
"""What parts the columns of a letterhead that stands on one line: blanks, or the printed rule."""
_OTHER_COLUMN = re.compile(
    rf"(?!T[PXT]\b)[^\W\d_{LOWER}]{{2,}}[^{LOWER}]{{0,80}}?\s"
    rf"(?=(?:T[PXT]\.? ?)?[^\W\d_{LOWER}][{LOWER}])"
)
"""A body in capitals before a place in small letters: "HUYỆN TÂN HÒA Tân Hòa, ngày ..."."""


def _first_part(text: str, start: int) -> tuple[int, str] | None:
    """Return where the words of a place begin that the end of a line cut: "Hà", "TP Hồ Chí"."""
    above = text.rfind("\n", 0, start - 1) + 1
    line = text[above : start - 1].strip()
    words = line.split()
    if not 1 <= len(words) <= 3 or not line.replace(" ", "").replace(".", "").isalpha():
        return None
    if line.strip(".") in ("TP", "TX", "TT"):
        return above, line
    if is_upper(line) or not all(word[:1].isupper() for word in words):
        return None
    return (above, line) if not opens_with("body", line) else None


_PLACE = re.compile(
    r"[^\W\d_][^\d,;:()*]{1,44}$|(?:[Pp]hường|PHƯỜNG|[Qq]uận|QUẬN|[Xx]ã|P\.|Q\.) ?\d{1,2}$"
    r"|[^\W\d_][^\d,;:()*]{1,44}, (?:xã|huyện|quận|thị|thành|tỉnh|phường)\s[^\d,;:()*]{2,30}$"
)


_FIGURES = str.maketrans("ol", "01")
"""Letters that OCR put for figures; the rule lets them stand only among figures."""


def _make_place_date(text: str, match: re.Match[str], place: str, start: int) -> PlaceDate:
    digits = {
        part: re.sub(r"\D", "", (match[part] or "").translate(_FIGURES))
        for part in ("day", "month", "year")
    }
    year = int(digits["year"]) if len(digits["year"]) == 4 else None
    issued_on = None
    if year and digits["day"] and digits["month"]:
        issued_on = make_date(year, int(digits["month"]), int(digits["day"]))
    raw = squeeze(text[match.start() : match.end()])
    return PlaceDate(place or None, issued_on, raw, year, start, match.end())


_NOT_PLACES = re.compile(
    r"(?:từ|đến|trước|sau|vào|hồi|hết|là|nhận|và|họp|hàng|hằng|mỗi)$"
    r"|(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cập nhật|ngày)(?!\w)"
    r"|(?:kể từ|ban hành|quyết định|kế hoạch|thành lập|kỷ niệm|(?:trước|sau) khi|đến nay|số)(?!\w)"
    rf"|(?:trong|theo|các)(?:$|(?-i: [{LOWER}]))",
    re.IGNORECASE,
)
"""What stands before a date in a sentence; "Từ Sơn", "Hội An" and "Hợp Lý" are places."""


def _is_place(place: str, comma: bool) -> bool:
    if _NOT_PLACES.match(place) or len(place.split()) > (8 if comma else 5):
        return False
    return place[:1].isupper() and (comma or all(w[:1].isupper() for w in place.split()))


def find_letterhead(head: Head, type_line: int | None) -> Letterhead:
    """Return the letterhead. type_line: index of the line with the type word; None without."""
    spans = _find_mottos(head, type_line)
    youth_union = any(head.folded.startswith("doan ", start) for start, _, _ in spans)
    number = find_number(head, type_line)
    if number:
        spans.append((number.start, number.end, "number"))
    text = _blank(head.text, spans)
    place_date = find_place_date(text, _blank(head.folded, spans))
    if place_date:
        spans.append((place_date.start, place_date.end, "place_date"))
    text = _blank(head.text, spans)
    about, about_line = _find_about(text, head, type_line)
    last = type_line if type_line is not None else about_line
    if last is None:
        last = _last_letterhead_line(head, spans)
    numbered = {head.line_at(start) for start, _, what in spans if what == "number"}
    bodies, lines = find_bodies(text.split("\n")[:last], numbered)
    return Letterhead(number, place_date, bodies, youth_union, about, tuple(spans), lines)


def _find_mottos(head: Head, type_line: int | None) -> list[tuple[int, int, str]]:
    """Return the spans of national name and motto, the Party's or the Youth Union's.

    Below the type word only what opens its line counts, and only when none stands above it:
    titles name the country and the Union too.
    """
    spans = [(match.start(), match.end(), "letterhead") for match in _motto_matches(head)]
    if type_line is None:
        return spans
    above = [span for span in spans if head.line_at(span[0]) < type_line]
    return above or [span for span in spans if span[0] in head.starts]


def _motto_matches(head: Head) -> Iterator[re.Match[str]]:
    yield from rule("motto").finditer(head.folded)
    for match in rule("party_motto").finditer(head.folded):
        if is_upper(head.lines[head.line_at(match.start())].text):
            yield match


def _last_letterhead_line(head: Head, spans: list[tuple[int, int, str]]) -> int:
    return max((head.line_at(start) + 1 for start, _, _ in spans), default=0)


def _blank(text: str, spans: list[tuple[int, int, str]]) -> str:
    """Return the text with the spans emptied: newlines stay, so lines keep their index."""
    for start, end, _ in spans:
        gap = "".join(c if c == "\n" else " " for c in text[start:end])
        text = text[:start] + gap + text[end:]
    return text


def _find_about(text: str, head: Head, type_line: int | None) -> tuple[str | None, int | None]:
    """Return the V/v lines of a letter without type word, and the index of the first."""
    match = rule("about").search(head.folded)
    if match is None:
        return None, None
    first = head.line_at(match.end() - 1)
    parts = [text[match.end() :].split("\n", 1)[0]]
    for line in text.split("\n")[first + 1 : first + 6]:
        if not line.strip() or opens_with("hard_stop", line) or fills("rule", line):
            break
        parts.append(line)
    return squeeze(" ".join(parts)) or None, first

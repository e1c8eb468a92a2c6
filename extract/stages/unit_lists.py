"""Unit lists: the places that name the units a plan applies to.

A list stands in a table ("Danh sách các xã ..."), in a line of a section about inspection
("- UBND các phường: Phường 2, Phường 5"), in bullets of one unit each, or in a sentence that
names places ("thí điểm tại các xã: ..."). Recipients, legal basis and the agencies of tasks are
none; neither are addressees that name nobody ("UBND các xã, thị trấn").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from extract.model import Header, Inferred, ListedUnit, Passage, Table, UnitList, UnitName
from extract.stages.outline import label_end, walk_outline
from extract.stages.units import FoundUnit, find_units
from extract.text import squeeze
from patterns import load_toml

Role = Literal["inspected", "self_inspected", "member", "other"]
_PLACES = {"commune", "ward", "town", "special_zone", "district", "urban_district",
           "district_town", "city", "province", "hamlet", "school"}  # fmt: skip
_BETWEEN = re.compile(r"[\s,;.&+/–—-]*(?:và|cùng|,)?[\s,;.–—-]*", re.IGNORECASE)
_LEAD = re.compile(r"(?:gồm|tại|các (?:xã|phường|huyện|trường|đơn vị|địa phương)[^:]{0,80}|:)\s*$",
                   re.IGNORECASE)  # fmt: skip
_OPENING = re.compile(
    r"\W*(?:(?:(?:đại diện|lãnh đạo|(?:kiểm tra|thanh tra|giám sát|khảo sát)(?: trực tiếp)?|tại|"
    r"đối với|gồm(?: có)?|bao gồm|mời|và|các|của|cùng|ubnd|[uủ][yỷ] ban nhân dân|đảng [uủ][yỷ]|"
    r"xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|phòng|ban|ngành|sở|"
    r"trường|thôn|\d{1,3})"
    r"\W+)*)\W*",
    re.IGNORECASE,
)
_PLACES_NAMED = re.compile(
    r"(?i:\b(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|ấp|trường)):?\s"
    r"[^\W_a-z]"
)
_REMARK = re.compile(  # when, or as what: "(ngày 15/5)", ": Thành viên", ", tháng 6/2020"
    r"\s{0,9}(?:\([^()]{0,80}\)[\s.;]{0,9}|"
    r"[:–-]\s{0,9}(?=(?-i:[A-ZĐ])|thành viên|trưởng|phó|thư ký|[uủ][ỷy] viên|tổ |sáng|chiều|buổi|"
    r"ngày|từ |tháng|quý|tuần|\d)[^:,;]{1,80}[\s.;]{0,9}|"
    r",?\s{0,9}(?:vào |từ |trong |dự kiến )?"
    r"(?:ngày|tháng|quý|tuần|thời gian|buổi|lúc|\d)[^:;]{0,80}[\s.;]{0,9})$",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"(?:thời gian,? (?:và )?)?(?:địa điểm|nơi|điểm cầu|trụ sở)(?! kiểm| thanh)", re.IGNORECASE
)
_MAX_TEXT = 6_000
_MAX_OPENING = 120
_MAX_GAP = 20


def find_unit_lists(
    passages: tuple[Passage, ...], tables: tuple[Table, ...], header: Header
) -> tuple[UnitList, ...]:
    """Return the lists of units in tables, bullets and sentences, in reading order."""
    lists = [*_in_text(passages, header), *_in_tables(passages, tables, header)]
    return tuple(sorted(lists, key=lambda found: found.units[0].passage))


@cache
def _role_words() -> dict[str, re.Pattern[str]]:
    rows = load_toml("unit_roles").rows
    return {row.id: re.compile(row.regex, re.IGNORECASE) for row in rows}


def _role(texts: list[str], header: Header) -> Role:
    """Return what the list is for: the nearest text that says so, last the title."""
    words = _role_words()
    roles: tuple[Role, ...] = ("member", "self_inspected", "inspected")
    for text in texts:
        for role in roles:
            if words[role].search(text):
                return role
    if header.title and words["inspected"].search(header.title):
        return "inspected"
    return "other"


# --- tables -------------------------------------------------------------------------------------


def _in_tables(
    passages: tuple[Passage, ...], tables: tuple[Table, ...], header: Header
) -> list[UnitList]:
    wanted = {i for i, t in enumerate(tables) if t.kind in {"unit_list", "other"}}
    cells: dict[int, list[Passage]] = {index: [] for index in wanted}
    if wanted:
        for passage in passages:
            if passage.table in wanted and (passage.row or 0) >= 0 and passage.row is not None:
                cells[passage.table].append(passage)
    lists = []
    for index in sorted(wanted):
        units = _table_units(tables[index], cells[index], header)
        if units:
            lists.append(_table_list(passages, tables[index], units, header))
    return lists


def _table_units(table: Table, cells: list[Passage], header: Header) -> tuple[ListedUnit, ...]:
    column = _unit_column(table, cells, header)
    if column is None:
        return ()
    word = _column_word(table, column)
    units: list[ListedUnit] = []
    for passage in cells:
        if passage.column == column and table.rows[passage.row or 0].kind != "total":
            units += _cell_units(passage, word, header)
    return tuple(units)


def _unit_column(table: Table, cells: list[Passage], header: Header) -> int | None:
    """Return the column that names units, None when the table is no list of units."""
    if "unit" in table.columns and table.kind == "unit_list":
        return table.columns.index("unit")
    if table.kind == "unit_list":
        for column in range(len(table.columns)):
            if _column_word(table, column):
                return column
    by_column: dict[int, list[Passage]] = {}
    for passage in cells:
        by_column.setdefault(passage.column or 0, []).append(passage)
    for column in sorted(by_column):
        texts = by_column[column]
        if all(_ordinal(p.text) for p in texts):
            continue
        naming = sum(_names_only(p.text, header) for p in texts)
        enough = 0.5 if table.kind == "unit_list" else 0.75
        if len(texts) >= (1 if table.kind == "unit_list" else 2) and naming >= enough * len(texts):
            return column
        if table.kind != "unit_list":
            return None
    return None


def _ordinal(text: str) -> bool:
    return len(text) <= 6 and not any(c.islower() for c in text)


def _names_only(text: str, header: Header) -> bool:
    found = find_units(text[:_MAX_TEXT], header, running=False)
    return any(f.named for f in found) and _covered(text, 0, found) >= 0.7


_COLUMN_WORD = re.compile(
    r"^(?:tên |các |đơn vị )?(?P<word>xã|phường|thị trấn|huyện|trường|thôn|phòng|sở)$",
    re.IGNORECASE,
)


def _column_word(table: Table, column: int) -> str | None:
    """Return the one kind word that a column title gives its names ("Tên xã")."""
    for row in table.header:
        if column < len(row) and (match := _COLUMN_WORD.match(squeeze(row[column]))):
            return match["word"].lower()
    return None


def _cell_units(passage: Passage, word: str | None, header: Header) -> list[ListedUnit]:
    found = find_units(passage.text[:_MAX_TEXT], header, running=False)
    named = [f for f in found if f.named]
    if named:
        return [_listed(f, passage) for f in named]
    if found and found[0].unit.kind is None and not _ordinal(passage.text):
        return [_worded(passage, word, header)]
    return []


def _worded(passage: Passage, word: str | None, header: Header) -> ListedUnit:
    """Return the unit of a cell that leaves its kind word to the column title."""
    printed = passage.text.strip().rstrip(".;,")
    start = passage.text.index(printed) if printed else 0
    unit = UnitName(printed, squeeze(printed))
    if word:
        raw = f"{word[:1].upper()}{word[1:]} {printed}"
        whole = find_units(raw, header, running=False)
        if whole and whole[0].named:
            inferred = (Inferred("kind", "title of the column"), *whole[0].unit.inferred)
            unit = replace(whole[0].unit, raw=raw, inferred=inferred)
    return ListedUnit(unit, passage.seq, start, start + len(printed))


def _table_list(
    passages: tuple[Passage, ...], table: Table, units: tuple[ListedUnit, ...], header: Header
) -> UnitList:
    title = table.caption or table.appendix or ""
    first = next(i for i, p in enumerate(passages) if p.seq == units[0].passage)
    place = passages[first]
    for passage in reversed(passages[max(0, first - 12) : first]):
        text = squeeze(passage.text)
        if passage.kind != "cell" and text and squeeze(title).startswith(text[:60]):
            place = passage
    if not title:
        before = [p for p in passages[max(0, first - 12) : first] if p.kind != "cell"]
        title = squeeze(before[-1].text)[:300] if before else ""
    role = _role([title, " ".join(c for row in table.header for c in row)], header)
    return UnitList(title, role, units, place.seq, place.line)


# --- text ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Line:
    """A line that lists units: where its names are, and whether it has a lead-in of its own."""

    passage: Passage
    above: tuple[Passage, ...]
    units: tuple[FoundUnit, ...]
    lead: str


def _in_text(passages: tuple[Passage, ...], header: Header) -> list[UnitList]:
    lists: list[UnitList] = []
    open_heading: int | None = None
    gathered: list[_Line] = []

    def close() -> None:
        nonlocal open_heading
        if gathered:
            lists.append(_text_list(list(gathered), header))
        gathered.clear()
        open_heading = None

    for passage, above in walk_outline(passages, header):
        line = _read_line(passage, above, header)
        if line is None or line.lead:
            close()
            if line is not None:
                lists.append(_text_list([line], header))
            continue
        heading = above[0].seq if above else -1
        if heading != open_heading:
            close()
        open_heading = heading
        gathered.append(line)
    close()
    return lists


def _text_list(lines: list[_Line], header: Header) -> UnitList:
    first = lines[0]
    headings = [squeeze(p.text[label_end(p.text) :]) for p in first.above]
    nearest = headings[0].rstrip(" :.;") if headings else ""
    title = ": ".join(t for t in (nearest, first.lead.rstrip(" :.;")) if t)
    role = _role([first.lead, *headings], header)
    units = tuple(_listed(f, line.passage) for line in lines for f in line.units)
    return UnitList(title[:400], role, units, first.passage.seq, first.passage.line)


def _read_line(passage: Passage, above: tuple[Passage, ...], header: Header) -> _Line | None:
    text = passage.text[:_MAX_TEXT]
    if len(text) < 4:
        return None
    chain = [p.text for p in above]
    words = _role_words()
    in_tasks = any(words["skip"].search(t) for t in chain) or bool(
        words["skip"].match(text[label_end(text) :])
    )
    about = not in_tasks and any(map(_about_units, (text, *chain)))
    if not (about or _PLACES_NAMED.search(text)):
        return None
    found = find_units(text, header)
    if not any(f.named for f in found):
        return None
    if about:
        line = _whole_line(passage, above, text, found)
        if line is not None:
            return line
    return _runs_of_places(passage, above, text, found, least=3 if in_tasks else 2)


@lru_cache(maxsize=256)
def _about_units(text: str) -> bool:
    """Tell whether the line, or a heading above many lines, says that units are listed."""
    words = _role_words()
    return any(
        words[name].search(text) for name in ("inspected", "self_inspected", "member", "list")
    )


def _whole_line(
    passage: Passage, above: tuple[Passage, ...], text: str, found: tuple[FoundUnit, ...]
) -> _Line | None:
    """Return the line when it is nothing but a lead-in, names of units, and when or as what."""
    named = tuple(f for f in found if f.named)
    if len(named) < 3 and all(_is_issuer(f) for f in named):
        return None
    start = label_end(text)
    colon = text.rfind(":", start, named[0].start)
    lead = squeeze(text[start:colon]) if colon > 0 else ""
    body = colon + 1 if colon > 0 else start
    remark = _REMARK.match(text, named[-1].end)
    body_text = text[: remark.start()] if remark else text
    if len(lead) > 200 or _VENUE.match(lead) or _covered(body_text, named[0].start, named) < 0.6:
        return None
    if _is_venue(text, start, above) or (text.isupper() and not above and not lead):
        return None
    opening = _between(text, body, found, named[0].start)
    if len(opening) > _MAX_OPENING or not _OPENING.fullmatch(opening):
        return None
    return _Line(passage, above, named, lead)


def _is_venue(text: str, start: int, above: tuple[Passage, ...]) -> bool:
    """Tell whether "- Tại Trường ..." stands under "Thời gian và địa điểm"."""
    heads = any("địa điểm" in passage.text.casefold() for passage in above[:1])
    return heads and text[start : start + 4].casefold() == "tại "


def _is_issuer(found: FoundUnit) -> bool:
    """Tell whether a unit is a body of the issuer itself: where it acts, not what it inspects."""
    filled = any(i.field == "place" for i in found.unit.inferred)
    return filled and found.unit.kind in {"committee", "council", "party"}


def _between(text: str, start: int, found: tuple[FoundUnit, ...], end: int) -> str:
    """Return the words between two places that belong to no unit."""
    out = []
    for unit in found:
        if start < unit.end <= end:
            out.append(text[start : unit.start])
            start = unit.end
    return "".join([*out, text[start:end]])


def _runs_of_places(
    passage: Passage, above: tuple[Passage, ...], text: str, found: tuple[FoundUnit, ...],
    *, least: int,
) -> _Line | None:  # fmt: skip
    """Return the runs of named places that a sentence introduces as lists."""
    runs: list[list[FoundUnit]] = []
    last: FoundUnit | None = None
    for unit in found:
        if not unit.named or unit.unit.kind not in _PLACES:
            last = None
            continue
        if last is None or not _side_by_side(text, last.end, unit.start):
            runs.append([])
        runs[-1].append(unit)
        last = unit
    units = [u for run in runs if len(run) >= least and _introduced(run, text) for u in run]
    if not units:
        return None
    lead = squeeze(text[label_end(text) : units[0].start])[-200:]
    return _Line(passage, above, tuple(units), lead or "…")


def _side_by_side(text: str, start: int, end: int) -> bool:
    return end - start <= _MAX_GAP and _BETWEEN.fullmatch(text, start, end) is not None


_ASKED = re.compile(
    r"(?:đề nghị|yêu cầu|giao|phối hợp(?: chặt chẽ)?(?: với)?) (?:ubnd|[uủ][yỷ] ban nhân dân) \W?"
    r"(?:các (?:xã|phường|huyện|thị trấn)\W*)?$",
    re.IGNORECASE,
)
"""One or two bodies that are asked to do something act in the plan; they are no list of it."""


def _introduced(run: list[FoundUnit], text: str) -> bool:
    before = text[max(0, run[0].start - 100) : run[0].start]
    if len(run) < 3 and _ASKED.search(before):
        return False
    return run[0].carried is not None or _LEAD.search(before) is not None


def _covered(text: str, start: int, found: tuple[FoundUnit, ...]) -> float:
    """Return the share of the letters of a text that names of units take."""
    total = _letters(text[start:])
    taken = sum(_letters(text[max(f.start, start) : f.end]) for f in found if f.end > start)
    return taken / total if total else 0.0


def _letters(text: str) -> int:
    return sum(c.isalnum() for c in text)


def _listed(found: FoundUnit, passage: Passage) -> ListedUnit:
    """Return the member; a name printed without its kind word gets it in `raw`."""
    unit = found.unit
    if found.carried:
        word = found.carried[:1].upper() + found.carried[1:]
        unit = replace(unit, raw=f"{word} {unit.raw}")
    return ListedUnit(unit, passage.seq, found.start, found.end)

"""What each column of a table holds, by its title and, where no title helps, by its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from rapidfuzz import fuzz, process

from extract.model import ColumnRole, GridRow
from extract.stages.ordinals import parse_ordinal
from extract.text import fold, squeeze
from patterns import load_toml

_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,120}[)\]]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_NUMBERING = re.compile(r"\W{0,2}(?:\d{1,3}|[A-Z])\W{0,2}(?:=.{0,40})?$")
_UNIT_NAME = re.compile(
    r"(?:Xã|Phường|Thị trấn|Thị xã|Huyện|Quận|Thành phố|UBND|(?:Ủy|Uỷ) ban nhân dân|Phòng|Sở|Trường"
    r"|Trạm|Trung tâm|Chi cục|Công an|Ban Quản lý|Thôn|Tổ dân phố|Đảng ủy|Chi bộ)\s"
)
_LENGTH = re.compile(r"\d{1,3} (?:ngày(?: làm việc)?|tuần|tháng|giờ|buổi)", re.IGNORECASE)
"""How long, not when: "30 ngày"."""
_AMOUNT = re.compile(r"[\d.,]{1,20} ?%?")
"""How many: under "Chỉ tiêu" no task stands, but its number."""
_WEAKEST = 10
_BEGINS = re.compile(r"(?:thoi gian |ngay )?(?:bat dau|khoi cong)|tu(?: ngay| thang)?")
_MAX_TITLE = 120
_MAX_COLUMNS = 64
_CLOSE = 86.0
"""Least likeness of a damaged title to a known one, of 100: one wrong letter in eight."""
_SAMPLE = 60


TitleMeaning = ColumnRole | Literal["person", "inspected"]
"""Beside roles: names of persons, and units that are inspected (they do nothing themselves)."""


@dataclass(frozen=True, slots=True)
class TitleRole:
    """What a title says of its column. exact: a rule matched, not merely a similar title."""

    role: TitleMeaning
    strength: int
    exact: bool


@dataclass(frozen=True, slots=True)
class _Rules:
    rules: tuple[tuple[TitleMeaning, int, re.Pattern[str]], ...]
    similar: dict[str, tuple[TitleMeaning, int]]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    rules: list[tuple[TitleMeaning, int, re.Pattern[str]]] = []
    similar: dict[str, tuple[TitleMeaning, int]] = {}
    for row in load_toml("table_columns").rows:
        role = cast(TitleMeaning, row.data["role"])
        strength = int(row.data["strength"])
        rules.append((role, strength, re.compile(row.regex)))
        for example in row.examples:
            key = title_key(example).replace(" ", "")
            if len(key) >= 6:
                similar.setdefault(key, (role, strength))
    return _Rules(tuple(rules), similar)


_ROLES: dict[TitleMeaning | None, ColumnRole | None] = {
    "ordinal": "ordinal", "task": "task", "lead": "lead", "coordinating": "coordinating",
    "product": "product", "deadline": "deadline", "budget": "budget", "unit": "unit",
    "note": "note", "inspected": "unit",
}  # fmt: skip


def title_key(title: str) -> str:
    """Return the title as the rules see it: no marks, case, brackets or punctuation."""
    bare = _BRACKETS.sub(" ", title) if title.count("(") + title.count("[") <= 8 else title
    return " ".join(_NOT_WORD.sub(" ", fold(bare)).split())


@lru_cache(maxsize=4096)
def find_role(title: str) -> TitleRole | None:
    """Return what a column of this title holds, None when the title is not known."""
    if not title or len(title) > _MAX_TITLE:
        return None
    key = title_key(title)
    for role, strength, rule in _rules().rules:
        if rule.match(key):
            return TitleRole(role, strength, True)
    joined = key.replace(" ", "")
    if not 6 <= len(joined) <= 40:
        return None
    close = process.extractOne(
        joined, _rules().similar.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE
    )
    if close is None:
        return None
    role, strength = _rules().similar[close[0]]
    return TitleRole(role, strength - 1, False)


def find_columns(
    header: Sequence[GridRow], body: Sequence[GridRow]
) -> tuple[ColumnRole | None, ...]:
    """Return the role of each column; two columns never share one."""
    width = max((len(row.cells) for row in (*header[:1], *body[:1])), default=0)
    found: list[tuple[int, int, TitleMeaning]] = []
    for column in range(min(width, _MAX_COLUMNS)):
        title = _title_role(header, column)
        if title is not None and not (title.role == "task" and _all(_AMOUNT, body, column)):
            weak = title.role == "deadline" and _all(_LENGTH, body, column)
            found.append((-title.strength + _WEAKEST * weak, column, title.role))
    meanings: list[TitleMeaning | None] = [None] * width
    for _, column, role in sorted(found):
        if role not in meanings:
            meanings[column] = role
    _settle_units(meanings)
    roles: list[ColumnRole | None] = [_ROLES.get(meaning) for meaning in meanings]
    _settle_by_cells(roles, body)
    return tuple(roles)


def _all(pattern: re.Pattern[str], body: Sequence[GridRow], column: int) -> bool:
    """Say whether every cell that is filled is of that kind."""
    texts = [squeeze(row.cells[column].text) for row in body[:_SAMPLE] if column < len(row.cells)]
    filled = [text for text in texts if text]
    return bool(filled) and all(pattern.fullmatch(text) for text in filled)


def _title_role(header: Sequence[GridRow], column: int) -> TitleRole | None:
    """The lowest title decides; with the title above it when it alone says nothing."""
    titles = _titles_of(header, column)
    if titles and _BEGINS.fullmatch(title_key(titles[-1])):
        return None  # under "Thời gian": when work begins is not when it is due
    for start in range(len(titles) - 1, -1, -1):
        if role := find_role(titles[start]):
            above = find_role(titles[start - 1]) if start else None
            if above and role.role in ("task", "unit") and above.role in ("lead", "coordinating"):
                return above
            return role
        if start and (role := find_role(f"{titles[start - 1]} {titles[start]}")):
            return role
    return None


def _titles_of(header: Sequence[GridRow], column: int) -> list[str]:
    """Titles over a column from the top; a merged title counts for all columns below it."""
    titles: list[str] = []
    named = [row for row in header if column < len(row.cells) and not _is_numbering(row)]
    for depth, row in enumerate(named):
        text = squeeze(row.cells[column].text)
        below = any(later.cells[column].text for later in named[depth + 1 :])
        if not text and below and column:
            text = next((squeeze(c.text) for c in reversed(row.cells[:column]) if c.text), "")
        if text:
            titles.append(text)
    return titles


def _is_numbering(row: GridRow) -> bool:
    """(1) (2) (3): no titles."""
    return all(_NUMBERING.match(cell.text) for cell in row.cells if cell.text)


def _settle_by_cells(roles: list[ColumnRole | None], body: Sequence[GridRow]) -> None:
    """Find the ordinal column and the task column by what stands in them."""
    sample = body[:_SAMPLE]
    if not sample or not roles:
        return
    if "ordinal" not in roles and roles[0] is None and len(roles) > 1:
        texts = [squeeze(row.cells[0].text) for row in sample]
        filled = [text for text in texts if text]
        ordinals = sum(parse_ordinal(text) is not None for text in filled)
        if filled and ordinals * 5 >= len(filled) * 4 and len(filled) * 3 >= len(texts):
            roles[0] = "ordinal"
    if not {"task", "unit"} & set(roles):
        _find_units(roles, sample)
    working = {"lead", "coordinating", "product", "deadline"} & set(roles)
    if "task" in roles or "unit" in roles or not working:
        return
    open_columns = [c for c, role in enumerate(roles[:_MAX_COLUMNS]) if role is None]
    lengths = {
        c: sum(len(row.cells[c].text) for row in sample if c < len(row.cells)) for c in open_columns
    }
    widest = max(lengths, key=lambda c: lengths[c], default=None)
    if widest is not None and widest <= 2 and lengths[widest] >= 15 * len(sample):
        roles[widest] = "task"


def _find_units(roles: list[ColumnRole | None], sample: Sequence[GridRow]) -> None:
    """A column after the ordinals whose title is unknown, full of names of units."""
    column = 1 if roles[0] == "ordinal" else 0
    if column >= len(roles) or roles[column] is not None:
        return
    texts = [text for row in sample if (text := squeeze(row.cells[column].text))]
    named = sum(bool(_UNIT_NAME.match(text)) and len(text) <= 80 for text in texts)
    if len(texts) >= 3 and named * 5 >= len(texts) * 4:
        roles[column] = "unit"


def _settle_units(meanings: list[TitleMeaning | None]) -> None:
    """A column "Đơn vị" beside tasks says who does them, unless it lists members or inspected."""
    if "person" in meanings:
        meanings[:] = [m if m in ("ordinal", "note") else None for m in meanings]
    elif "inspected" in meanings:
        if "unit" in meanings:
            meanings[meanings.index("unit")] = None
        if "lead" not in meanings and "task" in meanings:
            meanings[meanings.index("task")] = None
    elif "unit" in meanings and "task" in meanings and "lead" not in meanings:
        meanings[meanings.index("unit")] = "lead"

"""Body rows of a joined table: filled values, ordinals, levels, group and total rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from extract.model import ColumnRole, Row
from extract.stages.money import is_amount
from extract.stages.ordinals import Levels, Ordinal, find_label, parse_ordinal
from extract.stages.tables.join import BodyRow, Draft
from extract.text import fold, squeeze

_TOTAL = re.compile(
    r"(?:tong cong|tong so|tong kinh phi|tong|cong)(?:\s?\(.{0,40}\)?|\s[a-z0-9+,.\s]{1,24})?\s?:?"
)
_NO_TOTAL = re.compile(
    r"(?:tong ket|tong hop|tong the|cong tac|cong khai|cong bo|cong an|cong chuc)"
)
_WORK = re.compile(r"(?i:công|tông|cổng|tống) \w")
"""Begins like a total without its marks only: "Công việc khác"."""
_VALUE_ROLES = ("lead", "coordinating", "product", "deadline")
_BESIDE_VALUES = frozenset(("ordinal", "task", "budget", "note"))
RowKind = Literal["body", "group", "total"]


def make_rows(draft: Draft) -> tuple[Row, ...]:
    """Return the body rows with filled cells, ordinals, levels and parents."""
    roles = draft.roles()
    levels = Levels()
    rows: list[Row] = []
    previous: Ordinal | None = None
    before: Row | None = None
    style_of: dict[int, str] = {}
    for index, raw in enumerate(draft.body):
        filled = _fill(raw, before, roles)
        kind = _row_kind(raw, roles, index == len(draft.body) - 1)
        printed, parsed = _ordinal_of(raw, filled, roles, previous)
        level, parent = 0, None
        if kind != "total":
            style = _style(raw, parsed, kind, filled is not raw.texts and filled != raw.texts)
            level, parent = _place(levels, style, index, rows)
            style_of[index] = style or ""
        row = Row(raw.texts, filled, raw.page, raw.line, printed, level, parent, kind)
        rows.append(row)
        if parsed is not None and raw.texts[_ordinal_column(roles)]:
            previous = parsed
        if kind != "total":
            before = row
    return tuple(rows)


def _ordinal_column(roles: Sequence[ColumnRole | None]) -> int:
    return roles.index("ordinal") if "ordinal" in roles else 0


def _fill(raw: BodyRow, before: Row | None, roles: Sequence[ColumnRole | None]) -> tuple[str, ...]:
    """Fill what is merged with a cell above: where the file says so, or where neither ordinal
    nor task is printed beside values of their own."""
    texts = list(raw.texts)
    for place, text in raw.above.items():
        if not texts[place]:
            texts[place] = text
    if before is None or "task" not in roles:
        return tuple(texts)
    task = roles.index("task")
    ordinal = roles.index("ordinal") if "ordinal" in roles else None
    if roles[0] in ("deadline", "lead") and not texts[0] and raw.texts[roles.index("task")]:
        texts[0] = before.filled[0]  # the first column of a table without ordinals is merged
    beside = (c for c, role in enumerate(roles) if role not in _BESIDE_VALUES)
    values = any(raw.texts[c] and not is_amount(raw.texts[c]) for c in beside)
    if values and not texts[task] and (ordinal is None or not texts[ordinal]):
        for column in (task, ordinal):
            if column is not None:
                texts[column] = before.filled[column]
    return tuple(texts)


def _row_kind(raw: BodyRow, roles: Sequence[ColumnRole | None], last: bool) -> RowKind:
    texts = raw.texts
    filled = [column for column, text in enumerate(texts) if text]
    first = texts[filled[0]]
    if _is_total(texts, filled, roles, last):
        return "total"
    ordinal = roles.index("ordinal") if "ordinal" in roles else None
    own = [c for c in filled if c != ordinal]
    if "task" in roles and any(role in _VALUE_ROLES for role in roles):
        task = roles.index("task")
        values = _values(raw, roles)
        titled = bool(texts[task]) or filled[0] == ordinal
        return "group" if titled and not values and task not in raw.above else "body"
    spanning = len(filled) <= 2 and any(
        raw.cells[c].column_span * 2 > len(texts) and len(texts) > 3 for c in filled
    )
    if spanning and first:
        return "group"
    if ordinal is not None and len(own) == 1 and len(texts) > 3 and own[0] <= 2:
        parsed = parse_ordinal(texts[ordinal])
        return "group" if parsed and parsed.style in ("upper", "roman", "title") else "body"
    return "body"


def _values(raw: BodyRow, roles: Sequence[ColumnRole | None]) -> list[int]:
    """Columns of unit, product or time that hold something in this row, merged or not."""
    columns = (c for c, role in enumerate(roles) if role in _VALUE_ROLES)  # merged ones too
    return [c for c in columns if raw.cells[c].text or c in raw.above]


def _is_total(
    texts: Sequence[str],
    filled: Sequence[int],
    roles: Sequence[ColumnRole | None],
    last: bool,
) -> bool:
    """ "Tổng cộng", or a last row that holds only figures under the table."""
    label = next((texts[c] for c in filled if not parse_ordinal(texts[c])), "")
    others = [c for c in filled if texts[c] != label]
    if 0 < len(label) <= 60 and label[0] in "tTcC":
        folded = squeeze(fold(label))
        if not _WORK.match(label) and _TOTAL.fullmatch(folded) and not _NO_TOTAL.match(folded):
            return any(is_amount(texts[c]) for c in others) or last
    if not last or len(texts) < 3:
        return False
    figures = [c for c in filled if is_amount(texts[c])]
    named = [roles.index(r) for r in ("ordinal", "task", "unit") if r in roles] or [0, 1]
    return len(figures) == len(filled) and not any(c in figures for c in named)


def _ordinal_of(
    raw: BodyRow,
    filled: Sequence[str],
    roles: Sequence[ColumnRole | None],
    previous: Ordinal | None,
) -> tuple[str | None, Ordinal | None]:
    """The ordinal as printed (or filled), and as understood."""
    if "ordinal" in roles:
        text = squeeze(filled[roles.index("ordinal")])
        if not text:
            return None, None
        parsed = parse_ordinal(text, previous)
        if parsed is None and " " in text:  # wrapped in a narrow column: "1.1. 2"
            text, parsed = _unwrapped(text, previous)
        if parsed is not None:
            return text, parsed
        if (label := find_label(text)) and label[1] < len(text):
            return label[0], parse_ordinal(label[0], previous)
        return (text if len(text) <= 8 else None), None
    first = next((text for text in raw.texts if text), "")
    if label := find_label(first):
        return label[0], parse_ordinal(label[0], previous)
    return None, None


def _unwrapped(text: str, previous: Ordinal | None) -> tuple[str, Ordinal | None]:
    joined = text.replace(" ", "")
    if len(joined) <= 12 and (parsed := parse_ordinal(joined, previous)):
        return joined, parsed
    return text, None


def _style(raw: BodyRow, parsed: Ordinal | None, kind: RowKind, merged: bool) -> str | None:
    """Style of the row in the outline; None for a row without one, which stands under the last."""
    if parsed is not None:
        return (
            None
            if merged and not any(parse_ordinal(text) for text in raw.texts[:1] if text)
            else parsed.style
        )
    first = next((column for column, text in enumerate(raw.texts) if text), 0)
    if kind == "group" and first == 0 and raw.cells[first].column_span * 2 > len(raw.cells):
        return "title"
    if kind == "group" and first == 0 and len(raw.texts) > 2:
        return "title"
    return None


def _place(
    levels: Levels, style: str | None, index: int, rows: Sequence[Row]
) -> tuple[int, int | None]:
    """A row without an ordinal stands under the last group, or beside the last row."""
    if style is not None:
        return levels.push(style, index)
    last = levels.innermost()
    if last is None:
        return 0, None
    level, item = last
    if rows[item].kind == "group":
        return level + 1, item
    return level, rows[item].parent

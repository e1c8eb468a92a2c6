"""What a table is for: a plan of tasks, a list of units, a form to fill in, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import ColumnRole, Row, TableKind
from extract.text import fold

_UNIT_START = re.compile(
    r"(?:ubnd|hdnd|uy ban|xa|phuong|thi tran|thi xa|huyen|quan|thanh pho|tp|tinh|dac khu|thon|ban"
    r"|to dan pho|khu pho|ap|so|phong|ban|chi cuc|cuc|trung tam|tt|truong|thpt|thcs|benh vien|tram"
    r"|cong an|bo chi huy|van phong|vp|hat|doi|doan|hoi|mat tran|chi bo|dang uy|dang bo|vien|toa an"
    r"|kho bac|bao hiem|chi nhanh|ngan hang|cong ty|bo|tong cuc|dai hoc|hoc vien|thanh tra"
    r"|co quan)\b"
)
_PLACEHOLDER = re.compile(r"[\s.…_\-–*/xX]{0,60}")
_BESIDE_UNITS = frozenset(("ordinal", "unit", "note", "deadline"))
_SAMPLE = 200


def find_kind(
    header: Sequence[object], rows: Sequence[Row], columns: Sequence[ColumnRole | None]
) -> TableKind:
    """Return the kind of table."""
    if not any(_has_text(row, columns) for row in rows):
        return "form" if header else "other"
    roles = set(columns)
    if "task" in roles and roles & {"lead", "coordinating", "product", "deadline"}:
        return "task_plan"
    if _is_unit_list(rows, columns):
        return "unit_list"
    return "other"


def _has_text(row: Row, columns: Sequence[ColumnRole | None]) -> bool:
    """Ordinals, dots and blanks alone leave a form empty."""
    return any(
        not _PLACEHOLDER.fullmatch(text[:61])
        for column, text in enumerate(row.cells)
        if columns[column] != "ordinal"
        if text
    )


def _is_unit(text: str) -> bool:
    return bool(_UNIT_START.match(fold(text[:40]).strip(" -+.0123456789)")))


def _is_unit_list(rows: Sequence[Row], columns: Sequence[ColumnRole | None]) -> bool:
    """A column of units with hardly anything beside it but times and notes."""
    if "unit" not in columns:
        return False
    unit = columns.index("unit")
    beside = [c for c, role in enumerate(columns) if role not in _BESIDE_UNITS]
    sample = [row.cells[unit] for row in rows[:_SAMPLE] if row.kind == "body" and row.cells[unit]]
    if not sample:
        return False
    named = sum(_is_unit(text) for text in sample)
    used = [c for c in beside if any(row.cells[c] for row in rows[:_SAMPLE])]
    if named * 5 >= len(sample) * 3:
        return len(used) <= 2
    return not used and all(len(text) <= 60 for text in sample)

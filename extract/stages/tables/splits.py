"""Whether the first row after a page break is the rest of the row before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import ColumnRole
from extract.stages.money import is_amount
from extract.stages.ordinals import find_label

_CONNECTIVES = """
và của về theo các những tại với cho hoặc trong do từ đến là để việc khi sau trước số bằng
được có thuộc trên bởi nhằm như cùng
"""
_OPEN_WORDS = frozenset(_CONNECTIVES.split())
"""Words that no cell ends with: the next line goes on."""
_BEFORE_NUMBER = frozenset(("ngày", "tháng", "năm", "quý", "khoản", "điều"))
_LAST_WORD = re.compile(r"(\w{1,12})$")
_FIRST_LETTER = re.compile(r"[\"'“‘(\[]{0,3}(?P<first>\w)")


@dataclass(frozen=True, slots=True)
class RowJoin:
    """That a row is cut by a page break, and why it is believed."""

    reason: str
    doubtful: bool = False


def continues_row(
    row: Sequence[str],
    rest: Sequence[str],
    roles: Sequence[ColumnRole | None],
    *,
    titles_alone: bool = True,
) -> RowJoin | None:
    """Return why `rest` continues `row`, None when it is a row of its own.

    Evidence for: no ordinal, and a cell that goes on in lower case or after an open end of the
    cell above it. Evidence against: a full stop above a capital, text under an empty cell.
    titles_alone: the table may hold rows of a task text alone, so that one is no evidence.
    """
    filled = [column for column, text in enumerate(rest) if text]
    ordinal = _column(roles, "ordinal")
    task = _column(roles, "task")
    if not filled or not any(row) or ordinal in filled:
        return None
    hanging = [c for c in filled if c >= len(row) or not row[c]]
    kept = [c for c in filled if c not in hanging]
    going_on = [c for c in kept if goes_on(row[c], rest[c])]
    closed = [c for c in kept if is_closed(row[c], rest[c])]
    # A maker may set the short cells of a cut row overleaf as a whole: then few cells go on.
    titled = ordinal is not None and bool(row[ordinal])
    carried = len(hanging) < len(kept) or task in going_on or (titled and not closed)
    if going_on and len(going_on) > len(closed) and carried:
        new_task = ordinal is None and task in filled and task not in going_on
        sure = not closed and not hanging
        return None if new_task else RowJoin("row cut by the page: text goes on", not sure)
    if not kept and ordinal is not None and row[ordinal]:
        return _missing_cells(row, filled, task)
    if going_on or closed or hanging or ordinal is None:
        return None
    if filled == [task] and task is not None and not titles_alone and _is_open(row[task]):
        return RowJoin("row cut by the page: no ordinal, only more of the task", True)
    return _weak_join(row, rest, filled, task, titled=titled)


def _lists_on(above: str, below: str) -> bool:
    """An item under a text that has items of its own: "... gồm: - Rà soát;" "- Công bố."."""
    return below[0] in "-–+•" and above.rstrip()[-1:] == ";" and f" {below[0]} " in above


def _missing_cells(row: Sequence[str], filled: Sequence[int], task: int | None) -> RowJoin | None:
    """A row that has its ordinal on one page and the rest of its cells on the next."""
    if task is None or not (row[task] or task in filled):
        return None
    if task in filled:
        return RowJoin("row cut by the page: its task stands overleaf")
    return RowJoin("row cut by the page: cells without ordinal and task", True)


def _weak_join(
    row: Sequence[str],
    rest: Sequence[str],
    filled: Sequence[int],
    task: int | None,
    *,
    titled: bool,
) -> RowJoin | None:
    if task is not None and task in filled:
        if titled and len(filled) == 1 and _lists_on(row[task], rest[task]):
            return RowJoin("row cut by the page: the list of its task goes on", True)
        return None
    if any(is_amount(rest[column]) for column in filled):
        return None
    listed = all(_is_item(rest[c]) and _is_item(row[c]) for c in filled)
    if listed and len(filled) <= 2:
        return RowJoin("row cut by the page: a list goes on", True)
    if len(filled) == 1:
        return RowJoin("row cut by the page: no ordinal and no task", True)
    return None


def goes_on(above: str, below: str) -> bool:
    """Tell whether the text above is open at its end, or the text below starts in mid-sentence."""
    end = above.rstrip()
    if not end or not below:
        return False
    if end[-1] in ",/(–-" or end.count("(") > end.count(")"):
        return True
    last = _LAST_WORD.search(end[-24:])
    if last and last[1] in _OPEN_WORDS:
        return True
    if last and last[1].lower() in _BEFORE_NUMBER and below[0].isdecimal():
        return True
    first = _FIRST_LETTER.match(below)
    if first is None or find_label(below) is not None:
        return False
    starts_low = first["first"].islower()
    start = _FIRST_LETTER.match(above)
    writer_starts_low = start is not None and start["first"].islower()
    return starts_low and not writer_starts_low and end[-1] not in ".;!?"


def is_closed(above: str, below: str) -> bool:
    """Tell whether the text above is finished and the text below starts anew."""
    first = _FIRST_LETTER.match(below)
    starts_anew = first is not None and first["first"].isupper()
    return starts_anew and above.rstrip()[-1:] in (".", "!", "?")


def _is_open(text: str) -> bool:
    return text.rstrip()[-1:] not in (".", ";", ":", "!", "?", "")


def _is_item(text: str) -> bool:
    return find_label(text) is not None


def _column(roles: Sequence[ColumnRole | None], role: ColumnRole) -> int | None:
    return roles.index(role) if role in roles else None

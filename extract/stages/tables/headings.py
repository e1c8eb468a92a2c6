"""Header rows of a table: where they end, rows of column numbers, headers that repeat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import GridRow
from extract.stages.ordinals import parse_ordinal
from extract.stages.tables.columns import find_role
from extract.text import fold, squeeze

_MAX_HEADER_ROWS = 6
_MAX_NUMBERED = 120
_MAX_TITLE = 160
_SHORTEST_DAMAGED = 6
_COLUMN_MARK = re.compile(
    r"[(\[]?\s?(?P<mark>\d{1,3}|[A-Za-z]|[IVX]{1,5})\s?[)\]]?(?P<sum>\s?=.{1,40})?"
)


def row_key(row: GridRow) -> tuple[str, ...]:
    """Return the texts of the row without case, marks and spaces, empty cells at the end cut."""
    texts = ["".join(fold(cell.text).split()) for cell in row.cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def is_number_row(row: GridRow) -> bool:
    """Tell a row that numbers the columns: (1) (2) (3), 1 2 3, A B 1 2 3=1+2.

    A scan may damage some marks: most must be there, each as far from the next as its column.
    """
    texts = ["".join(cell.text.split()) for cell in row.cells]
    filled = [(column, text) for column, text in enumerate(texts) if text]
    if len(filled) < 2 or len(filled) * 2 < len(texts) or len(texts) > _MAX_NUMBERED:
        return False
    marks = [(column, m["mark"]) for column, text in filled if (m := _COLUMN_MARK.fullmatch(text))]
    if len(marks) * 5 < len(filled) * 3 or any(len(text) > 24 for _, text in filled):
        return False
    if len(marks) < len(filled) and any(len(text) > 4 for _, text in filled):
        return False
    numbers = [(column, int(mark)) for column, mark in marks if mark.isdecimal()]
    if not numbers:
        letters = "".join(mark.lower() for _, mark in marks)
        return len(marks) == len(filled) and "abcdefghijklmnop".startswith(letters)
    places = [column for column, _ in filled]
    steps = {number - places.index(column) for column, number in numbers}
    bracketed = all(texts[column][0] in "([" for column, _ in numbers)
    first = numbers[0][1]
    return len(numbers) >= 2 and len(steps) == 1 and (first == 1 or bracketed)


def count_header_rows(rows: Sequence[GridRow]) -> int:
    """Return how many rows at the top are header rows; 0 when the table starts with its body."""
    if not rows:
        return 0
    marked = 0
    while marked < len(rows) and rows[marked].is_header:
        marked += 1
    if marked == len(rows) > 1 or marked > _MAX_HEADER_ROWS:
        marked = 0  # the whole table is marked, which says nothing
    numbered = _find_number_row(rows)
    if numbered is not None:
        return numbered + 1
    first = _find_title_row(rows)
    if first is None:
        return marked
    end = max(marked, first + 1)
    end = max(end, _spanned(rows, first))
    while end < min(len(rows), _MAX_HEADER_ROWS) and _is_second_header(rows, end):
        end += 1
    if end < len(rows) and is_number_row(rows[end]):
        end += 1
    return end


def _find_number_row(rows: Sequence[GridRow]) -> int | None:
    """A row of column numbers ends the header, whatever stands above it."""
    for index, row in enumerate(rows[:_MAX_HEADER_ROWS]):
        if index and is_number_row(row):
            return index
        if parse_ordinal(row.cells[0].text):
            return None
    return None


def _find_title_row(rows: Sequence[GridRow]) -> int | None:
    """The first row that looks like titles; a table title over all columns may stand above it."""
    for index, row in enumerate(rows[:3]):
        if looks_like_titles(row):
            return index
        filled = [cell for cell in row.cells if cell.text]
        if len(filled) != 1 or parse_ordinal(filled[0].text):
            break
    if len(rows) > 1 and not parse_ordinal(rows[0].cells[0].text) and _is_second_header(rows, 1):
        return 0
    return 0 if _is_plain_header(rows) else None


def looks_like_titles(row: GridRow, least: int = 2) -> bool:
    """Tell a row of column titles: an ordinal title, or at least `least` titles that are known.

    Titles start with a capital, the rest of a row cut by a page seldom does.
    """
    texts = [squeeze(cell.text) for cell in row.cells]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(len(text) > _MAX_TITLE for text in filled):
        return False
    if parse_ordinal(texts[0]) or is_number_row(row):
        return False
    titles = [text for text in filled[:40] if not text[0].islower()]
    roles = [role for text in titles if (role := find_role(text))]
    if any(role.role == "ordinal" for role in roles[:2]):
        return True
    known = {role.role for role in roles if role.exact}
    return len(known) >= least and len(roles) * 2 >= min(len(filled), 40)


def _is_plain_header(rows: Sequence[GridRow]) -> bool:
    """Every cell short and filled, no figures, above rows that look different."""
    first = rows[0]
    texts = [squeeze(cell.text) for cell in first.cells if not cell.covered]
    if len(rows) < 2 or len(texts) < 2 or not all(0 < len(text) <= 80 for text in texts):
        return False
    if parse_ordinal(texts[0]) or any(text[-1] in ".;:" for text in texts):
        return False
    if sum(any(c.isdigit() for c in text) for text in texts) * 2 > len(texts):
        return False
    return len(texts) >= 3 or bool(first.is_header)


def _spanned(rows: Sequence[GridRow], first: int) -> int:
    """Rows that cells of the title row reach down to."""
    spans = [cell.row_span for cell in rows[first].cells if cell.text and cell.row_span > 1]
    end = first + max(spans, default=1)
    return end if end - first <= 4 and end < len(rows) + 1 else first + 1


def _is_second_header(rows: Sequence[GridRow], index: int) -> bool:
    """Tell a row of sub-titles: filled only under titles that were merged over several columns."""
    above, row = rows[index - 1], rows[index]
    texts = [cell.text for cell in row.cells]
    if is_number_row(row) or not any(texts) or texts[0]:
        return False
    if any(len(text) > _MAX_TITLE for text in texts):
        return False
    under = _group_columns(above)
    filled = {column for column, text in enumerate(texts) if text}
    return bool(under) and len(filled) >= 2 and filled <= under


def _group_columns(row: GridRow) -> set[int]:
    """Columns under a title that is merged over the empty cells to its right."""
    columns: set[int] = set()
    texts = [cell.text for cell in row.cells]
    for column, text in enumerate(texts):
        if not text:
            continue
        end = column + 1
        while end < len(texts) and not texts[end]:
            end += 1
        if end - column > 1:
            columns.update(range(column, end))
    return columns


def count_repeated(
    header: Sequence[GridRow], rows: Sequence[GridRow], scanned: bool = False
) -> int:
    """Return how many rows at the top of `rows` repeat rows of the header."""
    if not header or not rows:
        return 0
    keys = [row_key(row) for row in header]
    count = 0
    for titles, row in zip(keys, rows, strict=False):
        if not is_repeated(titles, row_key(row), scanned):
            break
        count += 1
    if count == 0 and is_number_row(header[-1]) and row_key(rows[0]) == keys[-1]:
        return 1
    if count and count < len(rows) and is_number_row(rows[count]) and is_number_row(header[-1]):
        count += 1
    return count


def is_repeated(titles: tuple[str, ...], texts: tuple[str, ...], scanned: bool = False) -> bool:
    """Say whether a row repeats titles, a letter that a scan damaged apart.

    At least three are there, half of them unharmed; a title with a digit must be the same, but OCR
    may put one digit into a title that has none.
    """
    if titles == texts:
        return True
    if len(titles) != len(texts):
        return False
    pairs = [(a, b) for a, b in zip(titles, texts, strict=True) if a or b]
    damaged = [(a, b) for a, b in pairs if a != b]
    if len(pairs) < 3 or 2 * len(damaged) > len(pairs):
        return False
    from rapidfuzz.distance import Levenshtein  # few tables come here

    return all(
        min(len(a), len(b)) >= _SHORTEST_DAMAGED
        and (not any(c.isdigit() for c in a + b) or (scanned and _has_stray_digit(a, b)))
        and Levenshtein.distance(a, b) <= max(1, len(a) // 8)
        for a, b in damaged
    )


def _has_stray_digit(a: str, b: str) -> bool:
    """One digit within the letters of one of them, none in the other ("du kien2 san pham")."""
    clean, damaged = sorted((a, b), key=lambda text: sum(map(str.isdigit, text)))
    within = sum(map(str.isdigit, damaged[1:-1]))
    return within == 1 and not any(map(str.isdigit, clean + damaged[0] + damaged[-1]))

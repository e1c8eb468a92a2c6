"""Totals: a stated sum that its parts do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.model import Flag, Table
from extract.stages.flags.place import Places, fold_text, rule

_PLAIN = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3}){0,4}|\d{1,15}")
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{3}){0,4}|\d{1,12}),(\d{1,3})|(\d{1,9})\.(\d{1,2})")
_UNIT = re.compile(
    r"\s{0,2}(?:đồng|đ|vnđ|vnd|triệu đồng|triệu|nghìn đồng|tr\.?đ)?\.?$", re.IGNORECASE
)


def find_total_mismatches(at: Places, tables: tuple[Table, ...]) -> Iterator[Flag]:
    """Flag a group or total row whose figure differs from the sum of the rows it covers."""
    for index, table in enumerate(tables):
        if table.kind in ("form", "unit_list"):
            continue
        flagged: set[int] = set()
        for column in _figure_columns(table):
            figures = _Figures(table, column)
            for row, stated, total in figures.mismatches():
                if row not in flagged:
                    flagged.add(row)
                    why = f"{_show(stated)} stated, the parts make {_show(total)}"
                    yield at.row_flag("total_mismatch", why, index, row, table)


def _show(value: float) -> str:
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return f"{value:,.3f}".rstrip("0").replace(",", " ").replace(".", ",").replace(" ", ".")


def _figure_columns(table: Table) -> list[int]:
    """Return the columns of money, and those that hold nothing but figures in a totalled table."""
    columns = [i for i, role in enumerate(table.columns) if role == "budget"]
    if not any(row.kind == "total" for row in table.rows):
        return columns
    for column, role in enumerate(table.columns):
        texts = [row.cells[column].strip() for row in table.rows if column < len(row.cells)]
        filled = [text for text in texts if text]
        figures = [text for text in filled if parse_figure(text) is not None]
        if role is None and column > 0 and len(figures) >= 3 and len(figures) == len(filled):
            columns.append(column)
    return columns


def parse_figure(text: str) -> float | None:
    """Return the one figure a cell holds, thousands in groups; None for anything else."""
    bare = _UNIT.sub("", text.strip())
    if match := _PLAIN.fullmatch(bare):
        return float(re.sub(r"[.,]", "", match[0]))
    if match := _DECIMAL.fullmatch(bare):
        whole, part = (match[1], match[2]) if match[1] else (match[3], match[4])
        return float(f"{whole.replace('.', '')}.{part}")
    return None


class _Figures:
    """The figures of one column, and the tree of its rows."""

    def __init__(self, table: Table, column: int) -> None:
        self.table = table
        self.values: list[float | None] = []
        self.children: dict[int, list[int]] = {}
        self.tops: list[int] = []
        self.units: set[str] = set()
        self.whole = True
        for number, row in enumerate(table.rows):
            text = row.cells[column].strip() if column < len(row.cells) else ""
            value = parse_figure(text) if text else None
            self.values.append(value)
            if text:
                self.units.add(_unit_of(text))
                self.whole = self.whole and value is not None
            if row.kind != "total" and row.parent is None:
                self.tops.append(number)
            elif row.parent is not None:
                self.children.setdefault(row.parent, []).append(number)

    def mismatches(self) -> Iterator[tuple[int, float, float]]:
        """Yield row, stated figure and sum; nothing where a cell could not be read."""
        if not self.whole or len(self.units) > 1:
            return
        for parent in sorted(self.children):
            stated, total = self.values[parent], self.sum_below(parent)
            if stated is None or total is None or not _differ(stated, total):
                continue
            if not any(self._names_a_share(row) for row in (parent, *self.children[parent])):
                yield parent, stated, total
        yield from self._grand_total()

    def _names_a_share(self, row: int) -> bool:
        """ "Trong đó: ..." lists some of the parts, not all."""
        return any(rule("of_which").search(fold_text(c)) for c in self.table.rows[row].cells)

    def sum_below(self, row: int) -> float | None:
        """Return the sum of what stands under a row, stated figures before their parts."""
        found: list[float] = []
        for child in self.children.get(row, ()):
            value = self.values[child]
            if value is None:
                value = self.sum_below(child)
            if value is not None:
                found.append(value)
        return sum(found) if found else None

    def _grand_total(self) -> Iterator[tuple[int, float, float]]:
        """Compare a single total row with the top rows, when each states its own figure."""
        totals = [i for i, row in enumerate(self.table.rows) if row.kind == "total"]
        stated = [(i, self.values[i]) for i in totals if self.values[i] is not None]
        if len(totals) != 1 or len(stated) != 1:
            return
        row, value = stated[0]
        parts: list[float] = []
        for top in self.tops:
            own = self.values[top]
            if own is None and self.sum_below(top) is not None:
                return
            if own is not None:
                parts.append(own)
        if value is not None and len(parts) > 1 and _differ(value, sum(parts)):
            yield row, value, sum(parts)


def _unit_of(text: str) -> str:
    match = _UNIT.search(text.strip())
    return re.sub(r"\W", "", match[0]).lower() if match else ""


def _differ(stated: float, total: float) -> bool:
    """Figures with decimals may have been rounded; whole ones may not."""
    if stated == int(stated) and total == int(total):
        return stated != total
    return abs(stated - total) > max(0.5, 0.005 * abs(stated))

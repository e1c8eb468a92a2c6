"""CSV that Excel opens: with a byte order mark, and no cell that is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from datasette import Response

from extract.store.export import guard_cell

TYPE = "text/csv; charset=utf-8"


def excel_csv(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return CSV text for Excel."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([guard_cell(name) for name in names])
    writer.writerows([guard_cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def excel_response(name: str, names: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """Return the CSV as a download of this name (ASCII)."""
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(excel_csv(names, rows), headers=headers, content_type=TYPE)


def render_excel(
    columns: Sequence[str], rows: Iterable[Sequence[object]], table: str | None,
    query_name: str | None,
) -> Response:  # fmt: skip
    """Return what a table page or a query shows as a file for Excel (one page of rows)."""
    return excel_response(query_name or table or "kho", columns, (tuple(row) for row in rows))

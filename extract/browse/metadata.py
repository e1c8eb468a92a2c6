"""The Datasette metadata and the data dictionary, generated from the one schema.

`python -m extract.browse.metadata --write` writes both; a test keeps the files equal to it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.browse.queries import DATABASE, QUERIES, Query
from extract.store.schema import Column, Table, View
from extract.store.tables import TABLES, VIEWS

SETTINGS: dict[str, int | bool] = {
    "allow_download": False,
    "default_allow_sql": False,
    "default_page_size": 50,
    "facet_time_limit_ms": 500,
    "max_csv_mb": 500,
    "max_returned_rows": 1000,
    "sql_time_limit_ms": 3000,
    "suggest_facets": False,
}
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""Sent with every answer: a page loads nothing from elsewhere."""
_SHADOWS = ("", "_config", "_data", "_docsize", "_idx")
_BOOKKEEPING = ("_sqlite_migrations", "sqlite_stat1", "sqlite_stat4")
_NOBODY = {"allow": False, "hidden": True}


def make_metadata() -> dict[str, Any]:
    """Return the metadata that Datasette 0.65 reads: titles, columns, facets, queries, rights."""
    tables: dict[str, Any] = {table.name: _table(table) for table in TABLES}
    tables |= {view.name: _view(view) for view in VIEWS}
    for table in TABLES:
        if table.searchable:
            tables |= {f"{table.name}_fts{tail}": _NOBODY for tail in _SHADOWS}
    tables |= dict.fromkeys(_BOOKKEEPING, _NOBODY)
    return {
        "title": "Kho kế hoạch",
        "description": "Ai viện dẫn văn bản nào, đơn vị nào phải làm gì, khi nào.",
        "allow_sql": False,
        "databases": {
            DATABASE: {
                "title": "Kho kế hoạch",
                "tables": tables,
                "queries": {query.name: _query(query) for query in QUERIES},
            }
        },
    }


def metadata_json() -> str:
    """Return the metadata as ASCII: Datasette reads the file in the encoding of the locale."""
    return json.dumps(make_metadata(), ensure_ascii=True, indent=1) + "\n"


def schema_markdown() -> str:
    """Return the data dictionary in both languages."""
    return "\n".join(_dictionary()) + "\n"


def _table(table: Table) -> dict[str, Any]:
    if not table.public:
        return {"title": table.label, "description": table.vi, **_NOBODY}
    found: dict[str, Any] = {
        "title": table.label,
        "description": table.vi,
        "columns": {c.name: _help(c) for c in table.columns},
        "facets": list(table.facets),
        "sort": table.sort,
        "sort_desc": table.sort_desc,
        "label_column": table.label_column,
    }
    if table.searchable:
        found |= {"fts_table": f"{table.name}_fts", "fts_pk": table.fts_key}
    return {key: value for key, value in found.items() if value}


def _help(column: Column) -> str:
    """Return the help of a column: Vietnamese, and English beside it."""
    said = f"{column.label}: {column.vi}" if column.vi else column.label
    return f"{said} – {column.en}"


def _view(view: View) -> dict[str, Any]:
    found = {
        "title": view.label,
        "description": view.vi,
        "columns": dict(view.columns),
        "facets": list(view.facets),
        "sort": view.sort,
    }
    return {key: value for key, value in found.items() if value}


def _query(query: Query) -> dict[str, Any]:
    return {
        "title": query.title,
        "description": query.vi,
        "sql": query.sql.strip(),
        "params": [name for name, _, _ in query.parameters],
        "hide_sql": True,
    }


def _dictionary() -> Iterator[str]:
    yield "# Schema"
    yield ""
    yield "Generated from `extract/store/tables/` by `python -m extract.browse.metadata --write`."
    yield "Ids are made of what they name: the same file always gives the same ids. Dates are ISO"
    yield "8601 text. Offsets are half-open code points of `passages.text`. *Internal* tables are"
    yield "kept out of the browser, of exports and of what is published."
    for table in TABLES:
        mark = "" if table.public else " (*internal*)"
        yield from ("", f"## {table.name}{mark}", "", f"{table.en} ({table.label}: {table.vi})", "")
        yield from ("| column | type | Vietnamese | meaning |", "|---|---|---|---|")
        yield from (_line(table, column) for column in table.columns)
    for view in VIEWS:
        yield from ("", f"## {view.name} (view)", "", f"{view.en} ({view.label}: {view.vi})", "")
        yield "Columns: " + ", ".join(f"`{name}` ({label})" for name, label in view.columns) + "."


def _line(table: Table, column: Column) -> str:
    kind = "JSON" if column.json else column.type
    notes = [column.en]
    if column.name in table.key:
        notes.append("Key.")
    if column.references:
        notes.append(f"Points to `{column.references}`.")
    if column.generated:
        notes.append("Computed.")
    null = "" if column.required or column.generated else ", null"
    return f"| `{column.name}` | {kind}{null} | {column.label} | {' '.join(notes)} |"


def main() -> int:
    """Write both files below the working folder, or say whether they are as they should be."""
    files = {"datasette_metadata.json": metadata_json(), "docs/schema.md": schema_markdown()}
    if "--write" in sys.argv:
        for name, text in files.items():
            Path(name).write_text(text, "utf-8")
        return 0
    kept = {name: Path(name).read_text("utf-8") for name in files if Path(name).exists()}
    stale = [name for name, text in files.items() if kept.get(name) != text]
    if stale:
        sys.stderr.write(f"stale: {', '.join(stale)}. Run this with --write.\n")
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main())

"""The Datasette plugin: SQL functions, links between pages, a document as a page.

Everything read from documents is text: it is escaped, and nothing in it becomes a link.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl
from markupsafe import Markup, escape

from extract.browse.document import read_document
from extract.browse.labels import ANY, LABELS, WORDS, quiet_columns
from extract.browse.queries import DATABASE, QUERIES
from extract.browse.snippet import snippet
from extract.errors import TrichlucError
from extract.store.read import read_counts
from extract.text import fold, make_date, symbol_key

_ISO_DATE = re.compile(r"\s{0,20}(\d{4})-(\d{1,2})-(\d{1,2})\s{0,20}")
_VN_DATE = re.compile(r"\s{0,20}(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})\s{0,20}")
_PHRASE = re.compile(r'"([^"]{0,500})"|([^"\s]{1,500})')
_ID = re.compile(r"[0-9a-f]{16}(?:-[a-z]\d{1,9}){0,2}")
_WORDS = re.compile(r"\w")
_LONGEST = 500  # characters of a query that are looked at
_PAGES = {
    "document_id": "documents", "instrument_id": "instruments", "unit_id": "units",
    "task_id": "tasks", "citation_id": "citations", "deadline_id": "deadlines",
    "source_id": "instruments", "target_id": "instruments", "held_document_id": "documents",
}  # fmt: skip
_TO_DOCUMENT = ("document_symbol", "document_title")
_PLACES = ("passage_id", "section")
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; "
    "frame-ancestors 'self'"
)
_HEADERS = [
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]

App = Callable[[dict[str, Any], Any, Any], Awaitable[None]]


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give SQL what it lacks for Vietnamese: folding, dates, symbols, the citation query."""
    conn.create_function("vn_fold", 1, lambda text: fold(_clip(text)), deterministic=True)
    conn.create_function("vn_symbol_key", 1, lambda s: symbol_key(_clip(s)), deterministic=True)
    conn.create_function("vn_date", 1, parse_day, deterministic=True)
    conn.create_function("vn_fts", 1, fts_query, deterministic=True)
    conn.create_function("vn_snippet", 2, lambda t, q: snippet(str(t or ""), _clip(q)))
    conn.create_function("citation_ids", 1, lambda query: _citation_ids(conn, _clip(query)))


def parse_day(text: object) -> str | None:
    """Return a date typed as 01/06/2026 or 2026-06-01 in ISO form, or None."""
    typed = _clip(text)
    day: date | None = None
    if found := _ISO_DATE.fullmatch(typed):
        day = make_date(int(found[1]), int(found[2]), int(found[3]))
    elif found := _VN_DATE.fullmatch(typed):
        day = make_date(int(found[3]), int(found[2]), int(found[1]))
    return day.isoformat() if day else None


def fts_query(text: object) -> str:
    """Return typed words as an FTS5 query: all must occur, words in quotes as one phrase.

    Every word is quoted, so that nothing typed is an operator; no words find nothing.
    """
    typed = "".join(c if c.isprintable() else " " for c in _clip(text))
    phrases = (m[1] if m[1] is not None else m[2] for m in _PHRASE.finditer(typed))
    return " ".join(f'"{phrase}"' for phrase in phrases if phrase.strip()) or '""'


def _clip(value: object) -> str:
    return str(value if value is not None else "")[:_LONGEST]


def _citation_ids(conn: sqlite3.Connection, query: str) -> str:
    """Return the ids of the citations that a query asks for, as a JSON array."""
    from extract.store.lookup import lookup

    try:
        found = lookup(conn, query)
    except TrichlucError:
        return "[]"
    citations = (c for instrument in found["instruments"] for c in instrument["citations"])
    return json.dumps([citation["citation_id"] for citation in citations])


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(
    row: Any, value: object, column: str, table: str | None, datasette: Any
) -> Markup | None:
    """Link to pages of ours, show codes as Vietnamese, and an address in a text as text."""
    if DATABASE not in datasette.databases:
        return None
    if isinstance(value, dict) and column in _PLACES:  # a foreign key, with its label
        value = value.get("value")
    if not isinstance(value, str):
        return None
    if link := _link_of_id(value, column, table, datasette) or (
        _link_of(row, column, datasette) if table is None else None
    ):
        return Markup('<a href="{}">{}</a>').format(link, value)
    if word := WORDS.get(column, {}).get(value):
        return Markup('<span title="{}">{}</span>').format(value, word)
    # Datasette would make a link of an address
    return escape(value) if value.startswith(("http://", "https://")) else None


def _link_of_id(value: str, column: str, table: str | None, datasette: Any) -> str | None:
    if not _ID.fullmatch(value):
        return None
    if column in _PLACES:
        return f"{datasette.urls.row(DATABASE, 'documents', value[:16])}#{value}"
    if column in _PAGES and table is None:
        return str(datasette.urls.row(DATABASE, _PAGES[column], value))
    return None


def _link_of(row: Any, column: str, datasette: Any) -> str | None:
    """Return where a cell of a query leads: the place in the document, the instrument, the unit."""
    names = set(row.keys())
    if column in _TO_DOCUMENT and "document_id" in names and row["document_id"]:
        path = datasette.urls.row(DATABASE, "documents", row["document_id"])
        place = row["passage_id"] if "passage_id" in names else None
        return f"{path}#{place}" if place else str(path)
    if column == "instrument" and "instrument_id" in names and row["instrument_id"]:
        return str(datasette.urls.row(DATABASE, "instruments", row["instrument_id"]))
    return None


@hookimpl  # type: ignore[untyped-decorator]
def extra_template_vars(
    database: str | None, table: str | None, view_name: str, request: Any, datasette: Any
) -> Callable[[], Awaitable[dict[str, Any]]]:
    """Give the home page its counts and queries, and the page of a document all its parts."""

    async def load() -> dict[str, Any]:
        if DATABASE not in datasette.databases:
            return {}
        found: dict[str, Any] = {
            "asked": QUERIES, "kho": DATABASE, "words": WORDS,
            "labels": LABELS.get(table, {}) if table else ANY,
            "internal": quiet_columns(table),
        }  # fmt: skip
        read = datasette.get_database(DATABASE).execute_fn
        if view_name == "index":
            found["counts"] = await read(read_counts)
        if view_name == "row" and database == DATABASE and table == "documents":
            key = request.url_vars.get("pks", "")
            found["plan"] = await read(lambda conn: read_document(conn, key))
        return found

    return load


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper() -> Callable[[App], App]:
    """Tell the browser to load nothing from elsewhere; take an empty search for none."""

    def wrap(app: App) -> App:
        async def guarded(scope: dict[str, Any], receive: Any, send: Any) -> None:
            if scope["type"] == "http" and b"_search=" in scope.get("query_string", b""):
                scope = {**scope, "query_string": _without_empty_search(scope["query_string"])}

            async def send_guarded(event: dict[str, Any]) -> None:
                if event["type"] == "http.response.start":
                    event = {**event, "headers": [*event.get("headers", []), *_HEADERS]}
                await send(event)

            await app(scope, receive, send_guarded)

        return guarded

    return wrap


def _without_empty_search(query: bytes) -> bytes:
    """Drop a search without words, which Datasette would answer with a syntax error."""
    pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    kept = [(k, v) for k, v in pairs if k != "_search" or _WORDS.search(v)]
    return query if len(kept) == len(pairs) else urlencode(kept).encode()

"""The Datasette plugin: SQL functions, pages of ours, words and links in its own pages.

Everything read from documents is text: it is escaped, and nothing in it becomes a link.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Awaitable, Callable, Generator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl
from markupsafe import Markup, escape

from extract.browse.asked import choice_of, clip, fts_query, number_of, parse_day
from extract.browse.chart import draw_fan
from extract.browse.document import show_plan
from extract.browse.excel import render_excel
from extract.browse.labels import ANY, LABELS, OPERATORS, TITLES, WORDS, quiet_columns
from extract.browse.metadata import HEADERS
from extract.browse.queries import DATABASE, QUERIES
from extract.browse.reasons import say_suspect
from extract.browse.routes import ROUTES
from extract.browse.say import say_day, say_number, say_pinpoints
from extract.browse.site import groups_of, read, read_once, show_error, with_values
from extract.browse.snippet import snippet
from extract.errors import TrichlucError
from extract.store.pages.instrument import read_instrument
from extract.store.pages.plan import read_plan
from extract.store.pages.units import read_unit
from extract.text import fold, symbol_key

_ID = re.compile(r"[0-9a-f]{16}(?:-[a-z]\d{1,9}){0,2}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORDS = re.compile(r"\w")
_PAGES = {
    "document_id": "documents", "instrument_id": "instruments", "unit_id": "units",
    "task_id": "tasks", "citation_id": "citations", "deadline_id": "deadlines",
    "source_id": "instruments", "target_id": "instruments", "held_document_id": "documents",
}  # fmt: skip
_BLANK = ("", "None", "\xa0", "&nbsp;")  # how Datasette shows a cell without a value
_TO_DOCUMENT = ("document_symbol", "document_title")
_PLACES = ("passage_id", "section")
_HEADERS = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]

App = Callable[[dict[str, Any], Any, Any], Awaitable[None]]


@hookimpl  # type: ignore[untyped-decorator]
def startup() -> None:
    """Read the grammar of citations now, not while the first visitor waits."""
    from extract.stages.citations.grammar import load_grammar

    load_grammar()


@hookimpl  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give SQL what it lacks for Vietnamese: folding, dates, symbols, the citation query."""
    conn.create_function("vn_fold", 1, lambda text: fold(clip(text)), deterministic=True)
    conn.create_function("vn_symbol_key", 1, lambda s: symbol_key(clip(s)), deterministic=True)
    conn.create_function("vn_date", 1, parse_day, deterministic=True)
    conn.create_function("vn_fts", 1, fts_query, deterministic=True)
    conn.create_function("vn_snippet", 2, lambda t, q: snippet(str(t or ""), clip(q)))
    conn.create_function("citation_ids", 1, lambda query: _citation_ids(conn, clip(query)))


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
def register_routes() -> list[tuple[str, Any]]:
    """Add the pages of ours."""
    return ROUTES


@hookimpl  # type: ignore[untyped-decorator]
def skip_csrf(scope: dict[str, Any]) -> bool:
    """Take the lists of the lookup page from any form: nothing changes by them."""
    return str(scope.get("path", "")).endswith("/tra-cuu")


@hookimpl  # type: ignore[untyped-decorator]
def register_output_renderer() -> dict[str, Any]:
    """Offer each list as a file for Excel."""
    return {"extension": "excel", "render": render_excel}


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Any) -> None:
    """Give templates the words of `say`."""
    env.filters |= {
        "ngay": say_day, "so": say_number, "diem": say_pinpoints, "around": _around,
        "nghi_van": say_suspect,
    }  # fmt: skip


def _around(context: str | None, raw: str) -> tuple[str, str, str]:
    """Return what stands before, the words, what stands after; the words once."""
    before, found, after = (context or raw).partition(raw)
    return (before, found, after) if found else (context or "", "", "")


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(
    row: Any, value: object, column: str, table: str | None, datasette: Any
) -> Markup | None:
    """Link to pages of ours, show codes and days as Vietnamese, and an address as text."""
    if DATABASE not in datasette.databases:
        return None
    if isinstance(value, dict) and column in _PLACES:  # a foreign key, with its label
        value = value.get("value")
    if isinstance(value, int) and column in WORDS:
        value = str(value)
    if not isinstance(value, str):
        return None
    if link := _link_of_id(value, column, table, datasette) or (
        _link_of(row, column, datasette) if table is None else None
    ):
        return Markup('<a href="{}">{}</a>').format(link, value)
    if said := _say_cell(value, column):
        return said
    # Datasette would make a link of an address
    return escape(value) if value.startswith(("http://", "https://")) else None


def _say_cell(value: str, column: str) -> Markup | None:
    if word := WORDS.get(column, {}).get(value):
        return Markup('<span title="{}">{}</span>').format(value, word)
    if column == "suspect":
        return Markup('<span title="{}">{}</span>').format(value, say_suspect(value))
    if column.endswith("_on") and _DAY.fullmatch(value):
        return Markup('<time datetime="{}">{}</time>').format(value, say_day(value))
    return None


def _link_of_id(value: str, column: str, table: str | None, datasette: Any) -> str | None:
    if not _ID.fullmatch(value):
        return None
    if column in _PLACES:
        return f"{datasette.urls.row(DATABASE, 'documents', value[:16])}#{value}"
    if column in _PAGES:
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
    """Give every page our words, the home page its counts, and each page of a row its parts."""

    async def load() -> dict[str, Any]:
        found: dict[str, Any] = {
            "asked": QUERIES, "kho": DATABASE if DATABASE in datasette.databases else None,
            "words": WORDS, "titles": TITLES, "operators": OPERATORS,
            "labels": LABELS.get(table, {}) if table else ANY,
            "internal": quiet_columns(table), "style": _style_version(), "blank": _BLANK,
            "with_values": lambda **changed: with_values(request, **changed),
        }  # fmt: skip
        if view_name == "row" and database == DATABASE and found["kho"]:
            found |= await _row_parts(datasette, request, table)

        return found

    return load


async def _row_parts(datasette: Any, request: Any, table: str | None) -> dict[str, Any]:
    key = request.url_vars.get("pks", "")
    if table == "documents":
        plan = await read(datasette, request, read_plan, key)
        return {"plan": show_plan(plan) if plan else None}
    if table == "instruments":
        role = choice_of(request, "vai_tro", WORDS["role"])
        number = number_of(request)
        page = await read_once(datasette, request, read_instrument, key, number, role)
        if page:
            page["plans"] = groups_of(page["citations"].rows, "document_id")
        return {"page": page, "role": role, "fan": draw_fan(page["together"] if page else [])}
    if table == "units":
        return {"page": await read(datasette, request, read_unit, key, number_of(request))}
    return {}


@cache
def _style_version() -> str:
    """Return what changes with the stylesheet, so that browsers may keep it."""
    style = Path(__file__).parent / "static" / "trichluc.css"
    return hashlib.sha256(style.read_bytes()).hexdigest()[:8]


@hookimpl(hookwrapper=True)  # type: ignore[untyped-decorator]
def handle_exception(
    datasette: Any, request: Any, exception: Exception
) -> Generator[None, Any, None]:
    """Answer errors with a page of ours in place of Datasette's own, which prints all that the
    program holds at each unknown address."""
    outcome = yield
    others = outcome.get_result()[:-1]  # the last is Datasette's
    outcome.force_result([*others, lambda: show_error(datasette, request, exception)])


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

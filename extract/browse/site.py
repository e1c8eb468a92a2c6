"""What all pages of ours share: reading the database within bounds, showing a template."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode

from datasette import NotFound, Response
from datasette.utils import sqlite_timelimit
from datasette.views.base import DatasetteError

from extract.browse.queries import DATABASE

_LOG = logging.getLogger(__name__)
Found = TypeVar("Found")
_REMEMBERED: dict[tuple[Any, ...], tuple[object, Any]] = {}
_MOST_REMEMBERED = 100


async def read(
    datasette: Any, request: Any, ask: Callable[..., Found], *values: Any, seconds: float = 5
) -> Found:
    """Return what `ask(connection, *values)` finds, if the visitor may see the database.

    It is interrupted after so many seconds in SQL.
    """
    if DATABASE not in datasette.databases:
        raise NotFound("no database of plans is served here")
    await datasette.ensure_permissions(
        request.actor, [("view-database", DATABASE), "view-instance"]
    )

    def run(connection: sqlite3.Connection) -> Found:
        with sqlite_timelimit(connection, int(seconds * 1000)):
            return ask(connection, *values)

    return await datasette.get_database(DATABASE).execute_fn(run)  # type: ignore[no-any-return]


async def read_once(datasette: Any, request: Any, ask: Callable[..., Found], *values: Any) -> Found:
    """Return the same as `read`, kept until the file of the database changes: for counts."""
    path = str(datasette.get_database(DATABASE).path) if DATABASE in datasette.databases else ""
    state = await asyncio.to_thread(_state, path)
    key = (path, ask.__qualname__, *values)
    kept = _REMEMBERED.get(key)
    if kept and kept[0] == state:
        await read(datasette, request, lambda connection: None)  # the right to see it
        return kept[1]  # type: ignore[no-any-return]
    found = await read(datasette, request, ask, *values)
    _REMEMBERED.pop(key, None)
    while len(_REMEMBERED) >= _MOST_REMEMBERED:
        _REMEMBERED.pop(next(iter(_REMEMBERED)))
    _REMEMBERED[key] = (state, found)
    return found


def _state(path: str) -> object:
    """Return what changes whenever the database is written: sizes and times of its files."""
    state = []
    for name in (path, f"{path}-wal"):
        try:
            stat = Path(name).stat()
        except OSError:
            continue
        state.append((stat.st_mtime_ns, stat.st_size))
    return tuple(state)


async def show(
    datasette: Any, request: Any, template: str, context: dict[str, Any], status: int = 200
) -> Any:
    """Return a page of ours."""
    here = partial(with_values, request)
    page = await datasette.render_template(
        template, {"database": DATABASE, "with_values": here, **context}, request=request,
        view_name="trichluc",
    )  # fmt: skip
    return Response.html(page, status=status)


async def show_error(datasette: Any, request: Any, error: Exception) -> Any:
    """Return what went wrong as a page, or as JSON where JSON was asked for."""
    message = str(getattr(error, "message", None) or (error.args[0] if error.args else ""))
    status = _status_of(request, error, message)
    if status == 503:
        message = "the question took too long"
    elif status >= 500:
        _LOG.error("%s", request.path, exc_info=error)
        message = type(error).__name__
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "status": status, "error": message}, status=status)
    return await show(
        datasette, request, "error.html", {"status": status, "error": message}, status
    )


def _status_of(request: Any, error: Exception, message: str) -> int:
    """Return the status of an answer; Datasette has 500 also for odd addresses."""
    if isinstance(error, sqlite3.OperationalError) and "interrupted" in message:
        return 503
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return 404
    facet = any(name.startswith("_facet") for name in request.args)
    if facet and isinstance(error, (sqlite3.Error, json.JSONDecodeError)):
        return 400
    if isinstance(error, DatasetteError) and message.startswith("Cannot sort"):
        return 400
    return int(getattr(error, "status", 500))


def groups_of(rows: Sequence[dict[str, Any]], key: str) -> list[tuple[Any, list[dict[str, Any]]]]:
    """Return the rows in groups of neighbours with the same value."""
    return [(value, list(group)) for value, group in groupby(rows, key=lambda row: row[key])]


def with_values(request: Any, **changed: object) -> str:
    """Return the query of this address with some values changed; None or "" drops one."""
    pairs = dict(parse_qsl(request.query_string, keep_blank_values=False))
    pairs |= {name: "" if value is None else str(value) for name, value in changed.items()}
    return "?" + urlencode([(n, v[:500]) for n, v in pairs.items() if v])

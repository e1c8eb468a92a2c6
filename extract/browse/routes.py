"""The pages of ours beside those of Datasette, and what they give to take away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from datasette import NotFound, Response
from datasette.views.index import IndexView

from extract.browse.asked import (
    choice_of,
    day_of,
    fts_query,
    month_of,
    number_of,
    text_of,
    year_of,
)  # fmt: skip
from extract.browse.document import show_plan
from extract.browse.excel import excel_response
from extract.browse.feed import make_feed
from extract.browse.highlight import Span, cut, find_words
from extract.browse.labels import WORDS
from extract.browse.looking import lookup_page
from extract.browse.queries import DATABASE
from extract.browse.reasons import explain
from extract.browse.say import days_of_month, say_when
from extract.browse.site import groups_of, read, read_once, show
from extract.browse.snippet import snippet
from extract.calendar import write_calendar
from extract.store.pages import deadlines, flags, home, search, units
from extract.store.pages.plan import read_plan

_SHOWS = ("thang", "ngay", "don-vi", "qua-han", "khong-ngay")
_ICS = "text/calendar; charset=utf-8"
MOST_EVENTS = 5000
_WHOLE_YEAR = ("01-01", "12-31")
_PARTS = {
    "vien-dan": ("citations", ("id", "raw", "type", "symbol", "issued_on", "issuer", "subject",
                               "role", "points", "instrument", "page", "suspect")),
    "nhiem-vu": ("tasks", ("id", "ordinal", "task", "lead", "coordinating", "product", "deadline",
                           "budget_vnd", "is_group", "source")),
    "thoi-han": ("deadlines", ("id", "raw", "when", "kind", "start_on", "due_on", "rrule", "freq",
                               "offset", "anchor", "action", "responsible", "page", "suspect")),
    "canh-bao": ("flags", ("id", "code", "label", "sentence", "why", "page", "line")),
}  # fmt: skip


async def home_page(datasette: Any, request: Any, send: Any) -> Any:
    """`/`: what is in the archive; that of Datasette where other databases are served."""
    if DATABASE not in datasette.databases:
        return await IndexView.as_view(datasette)(request, send)
    found = await read_once(datasette, request, home.read_home)
    return await show(datasette, request, "index.html", {"home": found, "metadata": {}})


async def deadlines_page(datasette: Any, request: Any) -> Any:
    """`/thoi-han`: a month, a year by unit, what is past on a day, what has no day."""
    if request.url_vars.get("format") == "ics":
        return await _calendar(datasette, request, None)
    shows = choice_of(request, "xem", _SHOWS) or "thang"
    typed = text_of(request, "don_vi")
    unit = await _unit(datasette, request, typed)
    months = await read_once(datasette, request, deadlines.read_months)
    context: dict[str, Any] = {"xem": shows, "typed": typed, "months": months, "unit": unit}
    more = await _DEADLINES[shows](datasette, request, unit, months)
    for row in more.get("rows", []):
        row["when"] = say_when(row)
    return await show(datasette, request, "thoi-han.html", {**context, **more})


async def _unit(datasette: Any, request: Any, typed: str) -> deadlines.UnitFilter | None:
    if not typed:
        return None
    named = await read_once(datasette, request, deadlines.read_responsible)
    return await read(datasette, request, deadlines.find_unit, typed, named)


async def _month(datasette: Any, request: Any, unit: Any, months: dict[str, int]) -> dict[str, Any]:
    year, month = month_of(request, "thang") or _usual_month(months)
    first, last = days_of_month(year, month)
    ask = read if unit else read_once
    found = await ask(
        datasette, request, deadlines.read_month, first.isoformat(), last.isoformat(), unit
    )
    weeks = [
        [date.fromordinal(n) for n in range(monday, monday + 7)]
        for monday in range(first.toordinal() - first.weekday(), last.toordinal() + 1, 7)
    ]
    around = sorted({*months, f"{year:04}-{month:02}"})
    place = around.index(f"{year:04}-{month:02}")
    return {
        "year": year, "month": month, "weeks": weeks, "by_day": found["days"],
        "rows": found["lasting"], "lasting_count": found["lasting_count"],
        "before": around[place - 1] if place else None,
        "after": around[place + 1] if place + 1 < len(around) else None,
        "years": sorted({m[:4] for m in months}),
    }  # fmt: skip


def _usual_month(months: dict[str, int]) -> tuple[int, int]:
    """Return this month if anything is due in it, else the nearest month with deadlines."""
    today = f"{date.today():%Y-%m}"
    if months and today not in months:
        here = int(today[:4]) * 12 + int(today[5:])
        today = min(months, key=lambda m: abs(int(m[:4]) * 12 + int(m[5:7]) - here))
    return int(today[:4]), int(today[5:7])


async def _by_unit(
    datasette: Any, request: Any, unit: Any, months: dict[str, int]
) -> dict[str, Any]:
    year = year_of(request, "nam") or _usual_month(months)[0]
    first, last = (f"{year}-{day}" for day in _WHOLE_YEAR)
    ask = read if unit else read_once
    found = await ask(
        datasette, request, deadlines.read_by_unit, first, last, unit, number_of(request)
    )
    return {
        "year": year, "listing": found, "rows": found.rows,
        "groups": groups_of(found.rows, "unit"),
        "years": sorted({m[:4] for m in months}),
    }  # fmt: skip


async def _past(datasette: Any, request: Any, unit: Any, months: dict[str, int]) -> dict[str, Any]:
    day = day_of(request, "ngay") or date.today()
    found = await read(
        datasette, request, deadlines.read_past, day.isoformat(), unit, number_of(request)
    )
    return {"day": day.isoformat(), "listing": found, "rows": found.rows}


async def _day(datasette: Any, request: Any, unit: Any, months: dict[str, int]) -> dict[str, Any]:
    day = (day_of(request, "ngay") or date.today()).isoformat()
    found = await read(datasette, request, deadlines.read_day, day, unit, number_of(request))
    return {"day": day, "listing": found, "rows": found.rows}


async def _undated(
    datasette: Any, request: Any, unit: Any, months: dict[str, int]
) -> dict[str, Any]:
    kind = choice_of(request, "loai", WORDS["kind"])
    kinds = await read_once(datasette, request, deadlines.read_kinds)
    total = None if unit else sum(k["count"] for k in kinds if kind in (None, k["value"]))
    found = await read(
        datasette, request, deadlines.read_undated, unit, kind, number_of(request), total
    )
    return {"kind": kind, "kinds": kinds, "listing": found, "rows": found.rows}


_DEADLINES: dict[str, Callable[..., Awaitable[dict[str, Any]]]] = {
    "thang": _month, "don-vi": _by_unit, "qua-han": _past, "ngay": _day, "khong-ngay": _undated,
}  # fmt: skip


async def _calendar(datasette: Any, request: Any, document: str | None) -> Any:
    """Return deadlines as ICS: of a document, or of a unit and a year, within a limit."""
    year, only = year_of(request, "nam"), None
    if document is None:
        unit = await _unit(datasette, request, text_of(request, "don_vi"))
        only = await read(datasette, request, deadlines.read_ids, unit, year, MOST_EVENTS)
        if len(only) > MOST_EVENTS:
            raise TooManyError(MOST_EVENTS)
    text = await read(datasette, request, write_calendar, None, year, document, only, seconds=30)
    headers = {"content-disposition": f'attachment; filename="{document or "thoi-han"}.ics"'}
    return Response(text.decode(), headers=headers, content_type=_ICS)


class TooManyError(Exception):
    """More entries than a calendar program takes."""

    status = 413

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} deadlines: add don_vi= or nam= to the address")


async def tasks_page(datasette: Any, request: Any) -> Any:
    """`/nhiem-vu?don_vi=`: tasks of the units that the words fit; without words, all units."""
    typed = text_of(request, "don_vi")
    unit = await _unit(datasette, request, typed)
    role, year = choice_of(request, "vai_tro", ("lead", "coordinating")), year_of(request, "nam")
    context: dict[str, Any] = {"typed": typed, "role": role, "year": year}
    if unit is None:
        context["busy"] = await read_once(datasette, request, units.read_busy)
    else:
        found = await read(
            datasette, request, units.read_tasks, unit, role, year, number_of(request)
        )
        context |= {"listing": found}
    return await show(datasette, request, "nhiem-vu.html", context)


async def units_page(datasette: Any, request: Any) -> Any:
    """`/don-vi`: all units, or with `vai_tro` those that plans list in a role, by place."""
    typed = text_of(request, "don_vi")
    unit = await _unit(datasette, request, typed)
    role = choice_of(request, "vai_tro", ("inspected", "self_inspected", "member"))
    context: dict[str, Any] = {"typed": typed, "role": role}
    if role:
        number = number_of(request)
        found = await read_once(datasette, request, units.read_listed, role, unit, number)
        context |= {"listing": found, "groups": groups_of(found.rows, "parent")}
    else:
        level = choice_of(request, "cap", WORDS["level"])
        found, levels = await read(
            datasette, request, units.read_units, unit, level, number_of(request)
        )
        context |= {"listing": found, "level": level, "level_counts": levels}
    return await show(datasette, request, "don-vi.html", context)


async def flags_page(datasette: Any, request: Any) -> Any:
    """`/canh-bao?loai=`: the review queue."""
    code = choice_of(request, "loai", WORDS["code"])
    found, codes = await read(datasette, request, flags.read_flags, code, number_of(request))
    for row in found.rows:
        row["reason"] = explain(row["code"], row["why"])
        row["pieces"] = _with_values(snippet(row["text"] or "", ""), row["reason"].values)
    context = {"listing": found, "codes": codes, "code": code}
    return await show(datasette, request, "canh-bao.html", context)


def _with_values(text: str, values: tuple[str, ...]) -> Any:
    places = ((text.find(v), len(v)) for v in values if len(v) > 2)
    return cut(text, [Span(at, at + n, "doubt", "", "") for at, n in places if at >= 0])


async def search_page(datasette: Any, request: Any) -> Any:
    """`/tim?q=`: passages with all the words, marks or none."""
    typed = text_of(request, "q")
    context: dict[str, Any] = {"typed": typed}
    query = fts_query(typed)
    if query != '""':
        phrase = fts_query('"' + typed.replace('"', " ") + '"')
        found = await read(datasette, request, search.search, query, phrase, number_of(request))
        words = typed.replace('"', " ").split()
        for row in found.rows:
            text = snippet(row["text"], typed, 320)
            spans = [Span(a, b, "doubt", "", "") for a, b in find_words(text, words)]
            row["pieces"] = cut(text, spans)
        context["listing"] = found
    return await show(datasette, request, "tim.html", context)


async def plan_files(datasette: Any, request: Any) -> Any:
    """`/ke-hoach/ID.json`, `.ics`, and `/ke-hoach/ID/PART.csv` for Excel."""
    document, part = request.url_vars["id"], request.url_vars.get("part")
    if request.url_vars.get("format") == "ics":
        return await _calendar(datasette, request, document)
    plan = await read(datasette, request, read_plan, document)
    if plan is None:
        raise NotFound("không có văn bản này")
    if part is None:
        return Response.json(plan)
    name, columns = _PARTS[part]
    for flag in plan["flags"]:
        reason = explain(flag["code"], flag["why"])
        flag |= {"label": reason.label, "sentence": reason.sentence}
    rows = show_plan(plan)[name] if name != "flags" else plan["flags"]
    values = ([row.get(column) for column in columns] for row in rows)
    return excel_response(f"{document}-{part}", columns, values)


async def plan_address(datasette: Any, request: Any) -> Any:
    """`/ke-hoach/ID`: a short address of the page of a plan."""
    return Response.redirect(datasette.urls.row(DATABASE, "documents", request.url_vars["id"]))


async def newest_feed(datasette: Any, request: Any) -> Any:
    """`/moi.atom`: the plans taken in last."""
    found = await read(datasette, request, home.read_newest)
    base = datasette.absolute_url(request, datasette.urls.path("/")).rstrip("/")
    text = make_feed(found, base, lambda id_: datasette.urls.row(DATABASE, "documents", id_))
    return Response(text, content_type="application/atom+xml; charset=utf-8")


ROUTES = [
    (r"^/$", home_page),
    (r"^/tra-cuu(?:\.(?P<format>json|csv))?$", lookup_page),
    (r"^/thoi-han(?:\.(?P<format>ics))?$", deadlines_page),
    (r"^/nhiem-vu$", tasks_page),
    (r"^/don-vi$", units_page),
    (r"^/canh-bao$", flags_page),
    (r"^/tim$", search_page),
    (r"^/ke-hoach/(?P<id>[0-9a-f]{16})$", plan_address),
    (r"^/ke-hoach/(?P<id>[0-9a-f]{16})\.(?P<format>json|ics)$", plan_files),
    (rf"^/ke-hoach/(?P<id>[0-9a-f]{{16}})/(?P<part>{'|'.join(_PARTS)})\.csv$", plan_files),
    (r"^/moi\.atom$", newest_feed),
]

"""The lookup page: one query, or a list of them pasted or uploaded."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

from datasette import Response

from extract.browse.asked import clip, text_of
from extract.browse.excel import excel_response
from extract.browse.say import say_day
from extract.browse.site import groups_of, read, show
from extract.store.lookup import lookup
from extract.store.pages.instrument import count_citations

MOST = 200
"""Queries of a list that are looked up."""
_SHOWN = 50
_LONGEST_BODY = 200_000
_MOST_PARTS = 20
_NO_DAY = re.compile(r"there is no day (\S+)")
_WHY = (
    (re.compile(r"the query is longer than (\d+) characters"), "câu tra cứu dài quá {0} ký tự"),
    (re.compile(r"the query is empty"), "chưa gõ gì để tra"),
    (_NO_DAY, "không có ngày {0} trong lịch"),
    (re.compile(r"“(.*)” after the name of the law is no year and no number", re.DOTALL),
     "“{0}” sau tên luật không phải là năm, cũng không phải số hiệu"),
    (re.compile(r"there is a type word and no number"), "có tên loại nhưng thiếu số"),
    (re.compile(r"nothing to look for"), "chưa có số, ký hiệu hay tên văn bản"),
    (re.compile(r"“(.*)” has no number, and no law of that name is known", re.DOTALL),
     "“{0}” không có số, và không có luật nào mang tên đó"),
    (re.compile(r"“(.*)” is no number and no symbol", re.DOTALL),
     "“{0}” không phải số, cũng không phải ký hiệu văn bản"),
)  # fmt: skip
_STATUS = {
    "one": "một văn bản", "several": "nhiều văn bản", "none": "không có",
    "unparsable": "không hiểu",
}  # fmt: skip
_COLUMNS = (
    "Câu tra cứu", "Kết quả", "Văn bản được viện dẫn", "Ngày ban hành", "Cơ quan ban hành",
    "Kế hoạch viện dẫn", "Trích yếu", "Tệp", "Trang", "Vai trò", "Điều, khoản, điểm", "Ngữ cảnh",
)  # fmt: skip


async def lookup_page(datasette: Any, request: Any) -> Any:
    """`/tra-cuu?q=`; as .json the answer of `trichluc cite`, as .csv its citations for Excel."""
    form = request.url_vars.get("format")
    if request.method == "POST":
        queries, form = await _posted(request)
    else:
        queries = _lines(clip(request.args.get("q"), 20_000))
        if not queries and text_of(request, "q"):
            queries = [text_of(request, "q")]
    kept = queries[:MOST]
    answers = await read(datasette, request, _lookup_all, kept, form is not None)
    if form == "json":
        return Response.json(answers[0] if len(answers) == 1 else answers)
    if form == "csv":
        return excel_response("tra-cuu", _COLUMNS, list(_csv_rows(answers)))
    context = {
        "asked_for": "\n".join(queries), "answers": answers, "left_out": len(queries) - len(kept),
        "shown": _SHOWN, "statuses": _STATUS, "say_why": say_why, "groups_of": groups_of,
    }  # fmt: skip
    return await show(datasette, request, "tra-cuu.html", context)


def _lookup_all(
    connection: sqlite3.Connection, queries: list[str], whole: bool
) -> list[dict[str, Any]]:
    """Look up each; for a page only the citations that it shows, with the number of all."""
    if whole:
        return [lookup(connection, query) for query in queries]
    answers = [lookup(connection, query, most=_SHOWN) for query in queries]
    for answer in answers:
        counts = count_citations(connection, [found["id"] for found in answer["instruments"]])
        for found in answer["instruments"]:
            listed = len(found["citations"])
            found["count"] = counts[found["id"]] if listed == _SHOWN else listed
    return answers


def say_why(why: str) -> str:
    """Return why a query is not understood, in Vietnamese."""
    for pattern, said in _WHY:
        if found := pattern.fullmatch(why):
            return said.format(*found.groups())
    return why


def _lines(text: str) -> list[str]:
    """Return the queries of a text: one a line, of a table its first column."""
    cells = (
        line.partition("\t")[0].partition(";")[0].strip(' "\ufeff') for line in text.splitlines()
    )
    return [clip(cell) for cell in cells if cell]


async def _posted(request: Any) -> tuple[list[str], str | None]:
    body = await _body(request)
    if body is None:
        return ["danh sách dài quá 200 kB"], None
    kind = request.headers.get("content-type", "")
    fields = _parts(kind, body) if kind.startswith("multipart/") else _fields(body)
    queries = [*_lines(fields.get("q", "")), *_lines(fields.get("tep", ""))]
    return queries, "csv" if fields.get("dang") == "csv" else None


async def _body(request: Any) -> bytes | None:
    """Return what was posted, None when it is too long: no more than the limit is kept."""
    body, more = b"", True
    while more:
        message = await request.receive()
        body += message.get("body", b"")
        more = message.get("more_body", False) and message["type"] == "http.request"
        if len(body) > _LONGEST_BODY:
            return None
    return body


def _fields(body: bytes) -> dict[str, str]:
    pairs = parse_qs(body.decode("utf-8", "replace"), max_num_fields=_MOST_PARTS)
    return {name: values[0] for name, values in pairs.items()}


def _parts(kind: str, body: bytes) -> dict[str, str]:
    """Return the fields of a form with a file; text in UTF-8, or UTF-16 as Excel writes it."""
    from email import message_from_bytes
    from email.policy import HTTP

    head = f"Content-Type: {kind[:300]}\r\nMIME-Version: 1.0\r\n\r\n".encode("latin-1", "replace")
    message = message_from_bytes(head + body, policy=HTTP)
    found: dict[str, str] = {}
    for part in list(message.iter_parts())[:_MOST_PARTS] if message.is_multipart() else ():
        data = part.get_payload(decode=True)
        name = part.get_param("name", header="content-disposition")
        if isinstance(name, str) and isinstance(data, bytes):
            wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
            found[name] = data.decode("utf-16" if wide else "utf-8-sig", "replace")
    return found


def _csv_rows(answers: list[dict[str, Any]]) -> Iterator[list[object]]:
    from extract.browse.labels import WORDS

    for answer in answers:
        start = [answer["query"], _STATUS[answer["status"]]]
        if not answer["instruments"]:
            yield [*start, *[""] * (len(_COLUMNS) - 2)]
        for found in answer["instruments"]:
            name = f"{found['type']} {found['symbol'] or found['title'] or ''}"
            head = [*start, name, say_day(found["issued_on"]), found["issuer"]]
            for c in found["citations"]:
                yield [
                    *head, c["document_symbol"], c["document_title"], c["file_name"], c["page"],
                    WORDS["role"].get(c["role"], c["role"]), "; ".join(c["pinpoints"]),
                    c["context"],
                ]  # fmt: skip

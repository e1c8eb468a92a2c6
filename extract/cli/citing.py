"""`trichluc cite`: which documents cite an instrument, and where."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from extract.cli import database_option, print_json
from extract.cli.extracting import check_patterns
from extract.cli.options import format_option, patterns_option
from extract.errors import WrongUsage

_INSTRUMENT = ("id", "type", "symbol", "issued_on", "issuer", "title", "held_document_id")
_CITATION = (
    "document_id", "document_symbol", "document_title", "file_name", "page", "role", "pinpoints",
    "raw", "context",
)  # fmt: skip
_HEADINGS = {"query", "symbol", "van ban", "so, ky hieu", "so ky hieu", "vien dan", "can cu"}


@click.command("cite")
@click.argument("query", required=False)
@database_option()
@click.option(
    "--file",
    "listed",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Look up each line of a CSV file (its first column).",
)
@format_option("text", "json", "csv")
@patterns_option()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write CSV for Excel to this file.",
)
def cite_command(
    query: str | None, database: Path, listed: Path | None, form: str, patterns: Path | None,
    output: Path | None,
) -> int:  # fmt: skip
    """Say which documents cite QUERY: a symbol, a type with a number, a law by name.

    Marks, case, order and completeness do not matter: "61/2018/NĐ-CP", "nd 61/2018",
    "Điều 60 Thông tư 02/2017/TT-VPCP". Exit code 4: nothing found; 5: not understood.
    """
    from extract.store.lookup import lookup
    from extract.store.migrations import open_read_only

    if (query is None) == (listed is None):
        raise click.UsageError("Give a QUERY, or --file with many.")
    check_patterns(patterns)
    queries = [query] if query is not None else read_list(listed)
    with closing(open_read_only(database)) as connection:
        answers = [lookup(connection, asked) for asked in queries if asked is not None]
    if output:
        output.write_text(_as_csv(answers), "utf-8-sig", newline="")
    elif form == "csv":
        click.echo(_as_csv(answers), nl=False)
    elif form == "json":
        print_json(answers[0] if query is not None else answers)
    else:
        click.echo("\n".join(line for answer in answers for line in _as_lines(answer)))
    _explain(answers)
    return _exit_code(answers)


def read_list(path: Path | None) -> list[str]:
    """Return the first cell of each line that has one; a heading is left out."""
    from extract.text import fold

    if path is None:
        return []
    data = path.read_bytes()
    try:
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # Excel's "Unicode text"
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        what = "this is not UTF-8 text; save it as “CSV UTF-8”"
        raise WrongUsage(str(path), what) from error
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
    cells = [row[0].strip() for row in reader if row]
    if cells and fold(cells[0]) in _HEADINGS:
        del cells[0]
    queries = [cell for cell in cells if cell]
    if not queries:
        raise WrongUsage(str(path), "there is nothing to look up in it")
    return queries


def _delimiter(text: str) -> str:
    """Return the sign that nearly every line has; a plain list of laws has commas in some."""
    lines = [line for line in text.splitlines() if line.strip()][:200]
    counts = {sign: sum(sign in line for line in lines) for sign in "\t;,"}
    best = max(counts, key=lambda sign: counts[sign])
    return best if counts[best] >= 0.9 * len(lines) > 0 else "\x1f"


def _exit_code(answers: list[dict[str, Any]]) -> int:
    statuses = {answer["status"] for answer in answers}
    if statuses & {"one", "several"}:
        return 0
    return 5 if statuses == {"unparsable"} else 4


def _explain(answers: list[dict[str, Any]]) -> None:
    for answer in answers:
        if answer["status"] == "unparsable":
            click.echo(f"Not understood: {answer['query']}: {answer.get('why', '')}", err=True)
        elif answer["status"] == "none":
            near = ", ".join(f"{n['type']} {n['symbol']}" for n in answer.get("near", []))
            hint = f" Near to it: {near}." if near else ""
            click.echo(f"Nothing found: {answer['query']}.{hint}", err=True)


def _as_lines(answer: dict[str, Any]) -> Iterator[str]:
    for found in answer["instruments"]:
        day = f" ngày {found['issued_on']}" if found["issued_on"] else ""
        issuer = f" của {found['issuer']}" if found["issuer"] else ""
        kind = found["type"] if found["symbol"] else None  # the name of a law begins with it
        name = " ".join(filter(None, (kind, found["symbol"] or found["title"])))
        held = " (có trong kho)" if found["held_document_id"] else ""
        yield f"{name}{day}{issuer}{held}: {len(found['citations'])} viện dẫn"
        for c in found["citations"]:
            page = f", trang {c['page']}" if c["page"] else ""
            points = f", {'; '.join(c['pinpoints'])}" if c["pinpoints"] else ""
            symbol = c["document_symbol"] or "(không số)"
            yield f"  {c['file_name']} – {symbol}{page} [{c['role']}{points}]"
            yield f"    {c['context']}"


def _as_csv(answers: list[dict[str, Any]]) -> str:
    from extract.store.export import guard_cell

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["query", "status", *(f"instrument_{n}" for n in _INSTRUMENT), *_CITATION])
    for answer in answers:
        start = [answer["query"], answer["status"]]
        rows = [
            [*start, *(found[n] for n in _INSTRUMENT), *(_cell(c[n]) for n in _CITATION)]
            for found in answer["instruments"]
            for c in found["citations"] or [dict.fromkeys(_CITATION)]
        ]
        for row in rows or [[*start, *([None] * (len(_INSTRUMENT) + len(_CITATION)))]]:
            writer.writerow([guard_cell(value) for value in row])
    return out.getvalue()


def _cell(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list) else value

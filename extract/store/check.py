"""Is the database whole: file hashes, keys, full-text index, offsets, counts."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.errors import TrichlucError
from extract.readers.archive import list_members, read_member
from extract.store.rows import printable
from extract.store.schema import quote
from extract.store.tables import TABLES
from extract.text import nfc

REPAIR = "Ingest the file again with --reprocess-all."
RESTORE = "Restore a copy, or ingest into a new database."
SHOWN = 20  # of one kind of damage; the rest is counted


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. damage: False for what the archivist should only know of."""

    check: str
    what: str
    remedy: str = REPAIR
    damage: bool = True


def check_database(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Yield what is wrong with the database. The connection must be able to write.

    Nothing is changed: only the check of the full-text index is made like a write.
    """
    for check in (
        _check_pages,
        _check_keys,
        _check_search,
        _check_offsets,
        _check_counts,
        _check_json,
        _check_orphans,
        _check_originals,
        _check_files,
    ):
        try:
            yield from check(connection)
        except sqlite3.DatabaseError as error:  # what cannot be read cannot be compared
            yield Problem(check.__name__.removeprefix("_check_"), str(error), RESTORE)


def _check_pages(connection: sqlite3.Connection) -> Iterator[Problem]:
    for number, row in enumerate(connection.execute("pragma quick_check")):
        if number == SHOWN:
            yield Problem("pages", "further pages are damaged", RESTORE)
            return
        if row[0] != "ok":
            yield Problem("pages", row[0], RESTORE)


def _check_keys(connection: sqlite3.Connection) -> Iterator[Problem]:
    for number, row in enumerate(connection.execute("pragma foreign_key_check")):
        if number == SHOWN:
            yield Problem("keys", "further rows point to rows that are not there")
            return
        yield Problem("keys", f"a row of {row[0]} points to a row of {row[2]} that is not there")


def _check_search(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table in TABLES:
        if not table.searchable:
            continue
        fts = quote(f"{table.name}_fts")
        try:
            connection.execute(
                f"insert into {fts} ({fts}, rank) values ('integrity-check', 1)"  # noqa: S608
            )
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY:
                what = f"the full-text index of {table.name} was not compared: no right to write"
                yield Problem("search", what, "Run check where you may write.", damage=False)
                continue
            yield Problem(
                "search", f"the full-text index of {table.name} does not fit its text ({error})"
            )


def _check_offsets(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table in ("citations", "deadlines", "standards"):
        rows = connection.execute(
            f"""select r.document_id || ' ' || r.seq as id, r.start, r."end", r.raw, p.text
                from {table} r join passages p on p.id = r.passage_id"""  # noqa: S608 - our own names
        )
        wrong = (
            f"{table} {row['id']}: its words are not at {row['start']} to {row['end']}"
            for row in rows
            if row["text"][row["start"] : row["end"]] != row["raw"]
        )
        yield from _first(Problem("offsets", what) for what in wrong)


def _check_counts(connection: sqlite3.Connection) -> Iterator[Problem]:
    queries = {
        "instruments": """select i.label as name, i.citation_count as said, count(c.id) as found
            from instruments i left join citations c on c.instrument_id = i.id group by i.id""",
        "documents": """select d.file_name as name, d.citation_count as said, count(c.id) as found
            from documents d left join citations c on c.document_id = d.id group by d.id""",
        "appendix_tables": """select t.id as name, t.row_count as said, count(r.id) as found
            from appendix_tables t left join table_rows r on r.table_id = t.id group by t.id""",
    }
    for table, sql in queries.items():
        wrong = (
            f"{table} {row['name']}: counted {row['said']}, there are {row['found']}"
            for row in connection.execute(sql)
            if row["said"] != row["found"]
        )
        yield from _first(Problem("counts", what) for what in wrong)


def _check_orphans(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Yield shared rows that nothing names; a run that was killed may leave some behind."""
    queries = {
        "instruments": """select label as name from instruments where held_document_id is null
            and id not in (select instrument_id from document_instruments)
            and id not in (select instrument_id from citations where instrument_id is not null)""",
        "units": """select name from units where id not in (
            select unit_id from task_units union select unit_id from unit_list_items
            union select unit_id from deadlines where unit_id is not null
            union select parent_id from units where parent_id is not null)""",
        "documents": """select coalesce(label, id) as name from documents
            where id not in (select document_id from paths)""",
    }
    for table, sql in queries.items():
        for row in connection.execute(sql).fetchmany(SHOWN):
            if table == "documents":
                what, remedy = "no file leads to it any more", "Nothing is lost; it stays."
            else:
                what, remedy = "no document names it", "The next run of ingest removes it."
            yield Problem("orphans", f"{table} {row['name']}: {what}", remedy, damage=False)


def _check_json(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table in TABLES:
        for column in table.columns:
            if column.json:
                key = " || '/' || ".join(map(quote, table.key))
                rows = connection.execute(
                    f"select {key}, {quote(column.name)} from {quote(table.name)}"  # noqa: S608
                )
                wrong = (f"{table.name} {row[0]}: {column.name}" for row in rows if _bad(row[1]))
                yield from _first(Problem("json", f"{what} is no JSON") for what in wrong)


def _bad(text: str | None) -> bool:
    try:
        json.loads(text or "null")
    except ValueError:
        return True
    return False


def _check_originals(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Compare each original with what was read; documents without any path are only noted."""
    rows = connection.execute(
        "select path, sha256 from paths join documents on documents.id = document_id order by path"
    )
    for row in rows:
        path = find_original(Path(row["path"]))
        try:
            same = _hash_original(path) == row["sha256"]
        except (OSError, TrichlucError) as error:
            what = f"{path}: {getattr(error, 'strerror', None) or error}"
            yield Problem("originals", what, "Nothing is lost; ingest its new place.", damage=False)
            continue
        if not same:
            yield Problem("originals", f"{path}: it was changed after it was read", "Ingest it.")
    for row in connection.execute("select id, sha256 from documents"):
        if row["id"] != row["sha256"][:16]:
            yield Problem("ids", f"document {row['id']}: its id does not fit its hash")


def _hash_original(path: Path) -> str:
    """Return the SHA-256 of a file, or of a member of the ZIP archive that the path leads into."""
    if not path.exists():
        for archive in path.parents:
            if archive.is_file():
                label = nfc(path.relative_to(archive).as_posix())
                named = (m.name for m in list_members(archive) if m.label == label)
                return hashlib.sha256(read_member(archive, next(named, label))).hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def find_original(path: Path) -> Path:
    """Return the path as the disk spells it.

    Names are stored in NFC, which some systems do not keep, and bytes that are no text escaped.
    """
    if path.exists() or path.parent == path:
        return path
    folder = find_original(path.parent)
    if not folder.is_dir():
        return folder / path.name
    try:
        same = (p for p in folder.iterdir() if nfc(printable(p.name)) == path.name)
        return next(same, folder / path.name)
    except OSError:
        return folder / path.name


def _check_files(connection: sqlite3.Connection) -> Iterator[Problem]:
    rows = connection.execute(
        """select path from files where status = 'done'
           and substr(sha256, 1, 16) not in (select id from documents)"""
    )
    lost = (f"{row['path']}: recorded as done, but its document is not there" for row in rows)
    yield from _first(Problem("files", what) for what in lost)
    for row in connection.execute("select id from runs where ended_at is null"):
        what = f"run {row['id']} never came to its end"
        yield Problem("runs", what, "Run ingest again; what was stored is kept.", damage=False)


def _first(problems: Iterator[Problem]) -> Iterator[Problem]:
    """Yield the first problems of a kind, then how many more there are."""
    more = 0
    last: Problem | None = None
    for number, problem in enumerate(problems):
        last = problem
        if number < SHOWN:
            yield problem
        else:
            more += 1
    if last and more:
        yield Problem(last.check, f"and {more} more like these", last.remedy)

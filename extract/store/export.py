"""The public tables as files: JSON lines, CSV for Excel, Parquet."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from extract.errors import WrongUsage
from extract.store.read import public_tables, read_table
from extract.store.schema import Table

_RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet takes such a cell for a formula
_BATCH = 10_000


def export_tables(connection: sqlite3.Connection, folder: Path, form: str) -> list[Path]:
    """Write every public table to `folder/<table>.<form>`; return the files, in order."""
    write = {"jsonl": _write_jsonl, "csv": _write_csv, "parquet": _write_parquet}[form]
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in public_tables():
        path = folder / f"{table.name}.{form}"
        part = path.with_name(path.name + ".part")  # a half-written file never has the name
        write(table, read_table(connection, table), part)
        part.replace(path)
        written.append(path)
    return written


def guard_cell(value: object) -> object:
    """Return the value for a CSV cell: text that looks like a formula gets a ' in front."""
    if value is None:
        return ""
    return "'" + value if isinstance(value, str) and value.startswith(_RISKY) else value


def _write_jsonl(table: Table, rows: Iterator[tuple[Any, ...]], path: Path) -> None:
    json_columns = {c.name for c in table.columns if c.json}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            record = dict(zip(table.exported, row, strict=True))
            for name in json_columns:
                record[name] = json.loads(record[name]) if record[name] else None
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def _write_csv(table: Table, rows: Iterator[tuple[Any, ...]], path: Path) -> None:
    """With a byte order mark, or Excel takes it for another encoding."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.exported)
        writer.writerows([guard_cell(value) for value in row] for row in rows)


def _write_parquet(table: Table, rows: Iterator[tuple[Any, ...]], path: Path) -> None:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        what = "writing Parquet needs pyarrow: pip install 'trichluc[parquet]'"
        raise WrongUsage("export", what) from error
    kinds = {"text": pyarrow.string(), "integer": pyarrow.int64(), "real": pyarrow.float64()}
    columns = [c for c in table.columns if not c.internal]
    schema = pyarrow.schema([(c.name, kinds[c.type]) for c in columns])
    with parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, _BATCH)):
            arrays = [
                pyarrow.array(values, type=kinds[column.type])
                for column, values in zip(columns, zip(*batch, strict=True), strict=True)
            ]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))

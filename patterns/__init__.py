"""What the field knows, as data: TOML rules with printed examples, and CSV lists.

A TOML table holds `[parts]` (regex pieces that may use the parts above them as `${name}`) and
`[[rows]]`. Each row has `id`, `regex`, `examples`, `source`; optional `not_examples`,
`valid_from`, `valid_to`, `note`, and further keys that its stage reads from `Row.data`. Loading
is strict: what is missing, unknown or wrong raises `PatternsError` naming table and row.

A folder given with `use_overlay` holds files of the same names, whose rows are put before ours
(TOML: a row with the same `id` replaces ours; CSV: a row with the same first column does).
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_REQUIRED = ("id", "regex", "examples", "source")
_KNOWN = {*_REQUIRED, "not_examples", "valid_from", "valid_to", "note"}
_PART = re.compile(r"\$\{(\w+)\}")
_overlay: Path | None = None


class PatternsError(ValueError):
    """A table breaks its rules; the message names table and row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One rule. regex is expanded, not compiled: a stage joins or compiles it once.

    data: the keys that only the stage of this table knows.
    """

    id: str
    regex: str
    examples: tuple[str, ...]
    source: str
    not_examples: tuple[str, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of rules: its expanded parts and its rows, in order."""

    name: str
    parts: Mapping[str, str]
    rows: tuple[Row, ...]

    def __getitem__(self, row_id: str) -> Row:
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(f"{self.name}: no row {row_id!r}")


def use_overlay(folder: Path | None) -> None:
    """Put the tables of a user's folder before ours; None takes them away again."""
    global _overlay  # noqa: PLW0603 - one overlay per process, set by the command line
    if folder is not None and not folder.is_dir():
        raise PatternsError(f"{folder}: no such folder")
    if folder != _overlay:
        _overlay = folder
        load_toml.cache_clear()
        load_csv.cache_clear()


@cache
def load_toml(name: str) -> Table:
    """Return the table `patterns/<name>.toml`, checked, the overlay's rows first."""
    data = _read_toml(_HERE / f"{name}.toml")
    over = _overlay and _overlay / f"{name}.toml"
    if over and over.exists():
        theirs = _read_toml(over)
        mine = {row.get("id") for row in theirs.get("rows", [])}
        data = {
            "parts": {**data.get("parts", {}), **theirs.get("parts", {})},
            "rows": [
                *theirs.get("rows", []),
                *(row for row in data.get("rows", []) if row.get("id") not in mine),
            ],
        }
    return parse_table(name, data)


def parse_table(name: str, data: Mapping[str, Any]) -> Table:
    """Return the checked table made from parsed TOML; raise `PatternsError` on any fault."""
    if unknown := set(data) - {"parts", "rows"}:
        raise PatternsError(f"{name}: unknown section {sorted(unknown)}")
    parts: dict[str, str] = {}
    for part, regex in data.get("parts", {}).items():
        if not isinstance(regex, str):
            raise PatternsError(f"{name}, part {part!r}: a part is a string")
        parts[part] = _expand(regex, parts, f"{name}, part {part!r}")
    rows: list[Row] = []
    seen: set[str] = set()
    for raw in data.get("rows", []):
        row = _parse_row(name, raw, parts)
        if row.id in seen:
            raise PatternsError(f"{name}, row {row.id!r}: the id stands twice")
        seen.add(row.id)
        rows.append(row)
    return Table(name, parts, tuple(rows))


def _parse_row(name: str, raw: Mapping[str, Any], parts: Mapping[str, str]) -> Row:
    where = f"{name}, row {raw.get('id', '?')!r}"
    for key in _REQUIRED:
        if not raw.get(key):
            raise PatternsError(f"{where}: {key} is missing")
    for key in ("examples", "not_examples"):
        if not isinstance(raw.get(key, []), list):
            raise PatternsError(f"{where}: {key} is a list of printed wordings")
    regex = _expand(raw["regex"], parts, where)
    return Row(
        id=raw["id"],
        regex=regex,
        examples=tuple(raw["examples"]),
        source=raw["source"],
        not_examples=tuple(raw.get("not_examples", [])),
        data={key: value for key, value in raw.items() if key not in _KNOWN},
    )


def _expand(regex: str, parts: Mapping[str, str], where: str) -> str:
    def put(match: re.Match[str]) -> str:
        part = match.group(1)
        if part not in parts:
            raise PatternsError(f"{where}: unknown part ${{{part}}}")
        return parts[part]

    expanded = _PART.sub(put, regex)
    try:
        re.compile(expanded)
    except re.error as error:
        raise PatternsError(f"{where}: {error}") from error
    return expanded


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PatternsError(f"{path.name}: {error}") from error


@cache
def load_csv(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of `patterns/<name>.csv` as mappings; lines with # first are comments."""
    rows = _read_csv(_HERE / f"{name}.csv")
    over = _overlay and _overlay / f"{name}.csv"
    if over and over.exists():
        theirs = _read_csv(over)
        if theirs and rows and list(theirs[0]) != list(rows[0]):
            raise PatternsError(f"{over.name}: the columns must be {', '.join(rows[0])}")
        mine = {next(iter(row.values()), "") for row in theirs}
        rows = (*theirs, *(row for row in rows if next(iter(row.values()), "") not in mine))
    return rows


def _read_csv(path: Path) -> tuple[Mapping[str, str], ...]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PatternsError(f"{path.name}: {error}") from error
    reader = csv.DictReader(line for line in lines if line and not line.startswith("#"))
    rows = []
    for number, row in enumerate(reader, 2):
        if None in row or None in row.values():
            raise PatternsError(f"{path.name}, row {number}: wrong number of columns")
        rows.append({key: value.strip() for key, value in row.items()})
    return tuple(rows)

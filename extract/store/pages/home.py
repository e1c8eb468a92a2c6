"""The home page: what is in the archive."""

from __future__ import annotations

import sqlite3
from typing import Any

from extract.store.pages.reading import Row, read
from extract.store.read import read_counts

_GROUPS = {
    "years": "select plan_year as value, count(*) as count from documents group by 1 order by 1",
    "levels": """select issuer_level as value, count(*) as count from documents
      group by 1 order by 2 desc, 1""",
    "types": """select doc_type as value, count(*) as count from documents
      group by 1 order by 2 desc, 1 limit 8""",
    "flags": """select code as value, count(*) as count from flags
      group by 1 order by 2 desc, 1 limit 8""",
    "instruments": """select id, label, title, document_count as count from instruments
      where citation_count > 0 order by citation_count desc, label limit 8""",
    "newest": """select id, label, doc_type, symbol, title, file_name, issuer, issued_on,
      ingested_at from documents order by ingested_at desc, id limit 6""",
}


def read_home(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return counts of tables, of plans by year, level and type, of flags; most cited; newest."""
    found: dict[str, Any] = {name: read(connection, sql) for name, sql in _GROUPS.items()}
    return {"counts": read_counts(connection), **found}


def read_newest(connection: sqlite3.Connection) -> list[Row]:
    """Return the documents that were taken in last."""
    return read(connection, _GROUPS["newest"].replace("limit 6", "limit 30"))

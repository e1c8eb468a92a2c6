"""Every table and view of the database, in an order in which they can be made."""

from __future__ import annotations

from extract.store.schema import Table, View
from extract.store.tables.citations import CITATION_TABLES
from extract.store.tables.documents import DOCUMENT_TABLES
from extract.store.tables.runs import RUN_TABLES
from extract.store.tables.tasks import TASK_TABLES
from extract.store.tables.views import VIEWS

TABLES: tuple[Table, ...] = (*DOCUMENT_TABLES, *CITATION_TABLES, *TASK_TABLES, *RUN_TABLES)
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}

__all__ = ["BY_NAME", "TABLES", "VIEWS", "Table", "View"]

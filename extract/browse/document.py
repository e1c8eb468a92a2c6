"""All parts of one document, as its page shows them."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from extract.store.read import read_parts


def read_document(connection: sqlite3.Connection, document: str) -> dict[str, Any]:
    """Return the parts of the document: lists of rows by table; tables with their cells in place.

    passages: those outside tables, each with "tables": the tables that follow it. lead_tables:
    those before any passage.
    """
    parts = read_parts(connection, document)
    for table in parts["appendix_tables"]:
        table["header"] = json.loads(table["header"])
        table["rows"] = []
    by_id = {table["id"]: table for table in parts["appendix_tables"]}
    for row in parts["table_rows"]:
        by_id[row["table_id"]]["rows"].append({**row, "cells": json.loads(row["cells"])})
    shown: list[dict[str, Any]] = []
    lead: list[dict[str, Any]] = []
    placed: set[str] = set()
    for passage in parts["passages"]:
        if passage["table_id"] is None:
            shown.append({**passage, "tables": []})
        elif passage["table_id"] not in placed:
            placed.add(passage["table_id"])
            (shown[-1]["tables"] if shown else lead).append(by_id[passage["table_id"]])
    anchors: dict[str, list[str]] = {}
    for passage in parts["passages"]:
        if passage["row_id"]:
            anchors.setdefault(passage["row_id"], []).append(passage["id"])
    for row in (row for table in by_id.values() for row in table["rows"]):
        row["anchors"] = anchors.get(row["id"], [])
    return {**parts, "passages": shown, "lead_tables": lead}

"""A Datasette that serves one database of ours, read-only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from extract.browse.metadata import SETTINGS, make_metadata
from extract.browse.queries import DATABASE


def make_datasette(database: Path) -> Any:
    """Return a Datasette over the database: our metadata, settings and plugin, no writing.

    The file is opened for reading only, not as immutable: what a run has just stored, also in
    the write-ahead log, is seen.
    """
    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.plugins import pm

    from extract import browse

    if not any(plugin is browse for plugin in pm.get_plugins()):  # not installed as a package
        pm.register(browse, name="trichluc")
    datasette = Datasette(files=[], metadata=make_metadata(), settings=dict(SETTINGS))
    datasette.remove_database("_memory")
    datasette.add_database(Database(datasette, path=str(database.resolve())), name=DATABASE)
    return datasette

"""What a database teaches about words: which syllable follows which in its born-digital plans."""

from __future__ import annotations

import csv
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from extract.errors import WrongUsage
from extract.readers.ocr_pairs import TABLE, Pair, find_pairs

_FEWEST, _FEWEST_DOCUMENTS = 3, 2
"""A pair that stands more seldom teaches nothing; one in a single plan may be its fault."""
_MOST = 200_000
"""Pairs of a table at most, the commonest ones."""


def learn_pairs(connection: sqlite3.Connection, folder: Path) -> tuple[Path, int, int]:
    """Write the pairs to a table in `folder`; return it, the plans they are from, their number.

    The same database gives the same table. Raise `WrongUsage` when no plan teaches anything.
    """
    found: Counter[Pair] = Counter()
    held: Counter[Pair] = Counter()
    plans = 0
    for texts in _texts_by_document(connection):
        pairs = Counter(pair for text in texts for pair in find_pairs(text))
        found.update(pairs)
        held.update(pairs.keys())
        plans += 1
    kept = sorted(
        (p for p in found if found[p] >= _FEWEST and held[p] >= _FEWEST_DOCUMENTS),
        key=lambda pair: (-found[pair], pair),
    )[:_MOST]
    if not kept:
        what = f"its {plans} born-digital plans are too few to learn from; ingest more of them"
        raise WrongUsage("the database", what)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{TABLE}.csv"
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write("# Made by `trichluc learn`: which syllable follows which, and how often.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("first", "seconds"))
        for first, group in groupby(sorted(kept), key=lambda pair: pair[0]):
            writer.writerow((first, " ".join(f"{p[1]}:{found[p]}" for p in group)))
    part.replace(path)
    return path, plans, len(kept)


def _texts_by_document(connection: sqlite3.Connection) -> Iterator[Iterable[str]]:
    """Yield the texts of each plan that no engine read: its passages outside and inside tables."""
    documents = connection.execute("select id from documents where not scanned order by id")
    for (document,) in documents.fetchall():
        passages = connection.execute("select text from passages where document_id = ?", [document])
        yield [text for (text,) in passages]  # cells of tables are passages too

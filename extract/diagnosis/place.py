"""Where a text is printed."""

from __future__ import annotations

from extract.model import Passage


def place_of(passage: Passage, start: int = 0) -> str:
    """Return where a text is printed: "page 2, table 0 row 3 column 5"."""
    origin = passage.origin_at(start)
    parts = [
        f"page {origin.page}" if origin.page else "",
        f"line {origin.line}" if origin.line else "",
    ]
    if passage.table is not None:
        parts.append(f"table {passage.table} row {passage.row} column {passage.column}")
    elif not any(parts):
        parts.append(f"passage {passage.seq}")
    return ", ".join(part for part in parts if part)

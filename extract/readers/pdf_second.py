"""pdfplumber as the second reader: for pages whose tables the quick path cannot settle.

It only says where borders would be; words come from the quick path, so that hyphens, order and
boxes are read one way. What it finds is taken only when it passes the checks that the quick path
failed.
"""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from extract.model import Grid
from extract.readers.grid import Frame, FrameCell, fill_cells, make_grid, part_words
from extract.readers.words import Word

_ALIGNED = {
    "vertical_strategy": "text",
    "horizontal_strategy": "text",
    "min_words_vertical": 3,
    "min_words_horizontal": 2,
}
_RULED: dict[str, Any] = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}
_SNAP = 2.0


def read_with_pdfplumber(
    data: bytes, page: int, height: float, words: Sequence[Word], *, ruled: bool
) -> list[Grid]:
    """Return the tables that pdfplumber sees on a page and that stand up to a check.

    ruled: go by drawn lines; otherwise by aligned text.
    """
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data), pages=[page]) as pdf:
            tables = pdf.pages[0].find_tables(_RULED if ruled else _ALIGNED)
            boxes = [[cell for cell in table.cells if cell] for table in tables]
    except Exception:  # pdfminer raises whatever a broken file makes it raise
        return []
    grids: list[Grid] = []
    for cells in boxes:
        frame = make_cell_frame(cells)
        if frame is None:
            continue
        inside, _ = part_words(words, frame.box)
        filled = fill_cells(frame, inside)
        if is_sound(frame, filled):
            grids.append(make_grid(frame, filled, page, height, "pdfplumber"))
    return grids


def make_cell_frame(cells: Iterable[tuple[float, float, float, float]]) -> Frame | None:
    """Return the frame of cells given by their boxes; None when they make no table."""
    boxes = list(cells)
    xs = _edges(x for box in boxes for x in (box[0], box[2]))
    ys = _edges(y for box in boxes for y in (box[1], box[3]))
    if len(xs) < 3 or len(ys) < 3:
        return None
    taken: set[tuple[int, int]] = set()
    made: list[FrameCell] = []
    for x0, top, x1, bottom in sorted(boxes, key=lambda b: (b[1], b[0])):
        cell = FrameCell(_index(ys, top), _index(xs, x0), _index(ys, bottom), _index(xs, x1))
        places = {
            (row, column)
            for row in range(cell.top, cell.bottom)
            for column in range(cell.left, cell.right)
        }
        if places and not places & taken:
            made.append(cell)
            taken |= places
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) not in taken:
                made.append(FrameCell(row, column, row + 1, column + 1))
    return Frame(tuple(xs), tuple(ys), tuple(sorted(made)))


def _edges(values: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SNAP:
            edges.append(value)
    return edges


def _index(edges: list[float], value: float) -> int:
    return max(0, bisect_right(edges, value + 0.001) - 1)


def is_sound(frame: Frame, filled: Sequence[Sequence[Word]]) -> bool:
    """Return whether cells look like a table: words keep to their cells, no cell holds most."""
    total = sum(map(len, filled))
    if not total or len(frame.xs) - 1 > 20:
        return False
    cut = sum(
        1
        for cell, words in zip(frame.cells, filled, strict=True)
        for word in words
        if word.x0 < frame.xs[cell.left] - 3 or word.x1 > frame.xs[cell.right] + 3
    )
    # Aligned text that is really prose: its lines run over every supposed border.
    running = _run_on_share(frame, filled)
    fullest = max(map(len, filled))
    return cut <= 0.03 * total and running < 0.15 and (total < 60 or fullest < 0.6 * total)


def _run_on_share(frame: Frame, filled: Sequence[Sequence[Word]]) -> float:
    """Share of inner borders that words stand close to on both sides, as within running text."""
    ends: dict[tuple[int, int], list[float]] = {}
    starts: dict[tuple[int, int], list[float]] = {}
    for cell, words in zip(frame.cells, filled, strict=True):
        for word in words:
            line = round(word.bottom)
            ends.setdefault((line, cell.right), []).append(word.x1)
            starts.setdefault((line, cell.left), []).append(word.x0)
    met = [key for key in ends if key in starts]
    if not met:
        return 0.0
    near = sum(1 for key in met if min(starts[key]) - max(ends[key]) < 4.5)
    return near / len(met)

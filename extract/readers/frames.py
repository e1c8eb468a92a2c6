"""Ruling segments into frames of cells: the same for born-digital pages and for scans.

Three steps, each a pure function: rulings -> joined rulings -> components -> frames. Spans come
from missing borders alone. All lengths are PDF points from the top left of the page as it is read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extract.model import Box


class Ruling(NamedTuple):
    """One straight piece of border: `at` is y of a horizontal one, x of a vertical one."""

    horizontal: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class GridTolerances:
    """Lengths in points that decide what belongs together.

    snap: borders at most this far apart are one (double lines, rounding of print drivers).
    touch: a border may end this far before the one it meets.
    shortest: joined rulings below it are dashes, underlines of a word, parts of drawings.
    open_side: a border sticking out this far makes an undrawn outer side of the table.
    biggest_share, fewest_words: a grid whose one cell holds this share of its words, and at
        least so many, is a frame round text and no table.
    """

    snap: float = 3.0
    touch: float = 3.0
    shortest: float = 8.0
    open_side: float = 12.0
    biggest_share: float = 0.8
    fewest_words: int = 60

    def __post_init__(self) -> None:
        lengths = (self.snap, self.touch, self.shortest, self.open_side)
        if min(lengths) <= 0 or self.shortest < self.touch or self.open_side <= self.snap:
            raise ValueError(f"grid tolerances make no sense: {self}")
        if not 0 < self.biggest_share <= 1 or self.fewest_words < 1:
            raise ValueError(f"grid tolerances make no sense: {self}")


GRID_TOLERANCES = GridTolerances()

_MOST_CROSSINGS = 2_000_000
"""A page of tables has some hundred rulings of either kind; a drawing may have 10,000."""


class FrameCell(NamedTuple):
    """A cell by the places it covers: rows [top, bottom), columns [left, right)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The borders of one table without its text.

    xs, ys: borders from left to right and from top to bottom. cells: in reading order; together
    they cover every place once.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[FrameCell, ...]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def find_frames(
    rulings: Iterable[Ruling], tolerances: GridTolerances = GRID_TOLERANCES
) -> list[Frame]:
    """Return the frames of at least two cells, from top to bottom; none of too many rulings."""
    joined = join_rulings(rulings, tolerances)
    return [] if too_many(joined) else make_frames(joined, tolerances)


def too_many(joined: Sequence[Ruling]) -> bool:
    """Return whether rulings may cross so often that work would have no bound."""
    across = sum(ruling.horizontal for ruling in joined)
    return across * (len(joined) - across) > _MOST_CROSSINGS


def make_frames(joined: Sequence[Ruling], tolerances: GridTolerances) -> list[Frame]:
    """Return the frames of rulings that `join_rulings` has joined."""
    frames = [
        frame
        for group in group_rulings(joined, tolerances)
        if (frame := make_frame(group, tolerances)) and len(frame.cells) > 1
    ]
    return sorted(frames, key=lambda frame: (frame.ys[0], frame.xs[0]))


def join_rulings(
    rulings: Iterable[Ruling], tolerances: GridTolerances = GRID_TOLERANCES
) -> list[Ruling]:
    """Return rulings with collinear pieces that touch joined, and short remains dropped."""
    joined: list[Ruling] = []
    for horizontal in (True, False):
        pieces = sorted((r for r in rulings if r.horizontal == horizontal), key=lambda r: r.at)
        for band in _bands(pieces, tolerances.snap):
            joined += _join_band(band, horizontal, tolerances)
    return joined


def _bands(pieces: list[Ruling], snap: float) -> list[list[Ruling]]:
    bands: list[list[Ruling]] = []
    for piece in pieces:
        # Measured from the first of a band: a chain of near lines must not become one.
        if bands and piece.at - bands[-1][0].at <= snap:
            bands[-1].append(piece)
        else:
            bands.append([piece])
    return bands


def _join_band(band: list[Ruling], horizontal: bool, tolerances: GridTolerances) -> list[Ruling]:
    joined: list[Ruling] = []
    band.sort(key=lambda r: r.start)
    at, start, end = band[0].at, band[0].start, band[0].end
    for piece in band[1:]:
        if piece.start <= end + tolerances.touch:
            end = max(end, piece.end)
            continue
        joined.append(Ruling(horizontal, at, start, end))
        at, start, end = piece.at, piece.start, piece.end
    joined.append(Ruling(horizontal, at, start, end))
    return [ruling for ruling in joined if ruling.end - ruling.start >= tolerances.shortest]


def group_rulings(
    rulings: Sequence[Ruling], tolerances: GridTolerances = GRID_TOLERANCES
) -> list[list[Ruling]]:
    """Return the groups of rulings that cross or touch one another: one group, one table."""
    across = [r for r in rulings if r.horizontal]
    down = [r for r in rulings if not r.horizontal]
    parent = list(range(len(across) + len(down)))
    touch = tolerances.touch
    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            if (
                h.start - touch <= v.at <= h.end + touch
                and v.start - touch <= h.at <= v.end + touch
            ):
                parent[_root(parent, i)] = _root(parent, j)
    groups: dict[int, list[Ruling]] = {}
    for index, ruling in enumerate(across + down):
        groups.setdefault(_root(parent, index), []).append(ruling)
    return list(groups.values())


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def make_frame(
    rulings: Sequence[Ruling], tolerances: GridTolerances = GRID_TOLERANCES
) -> Frame | None:
    """Return the cells that touching rulings draw; None when they enclose nothing.

    A cell is the union of the smallest places that no border parts; a place has a border on a
    side when a ruling covers the middle of that side. Where such a union is no rectangle, it is
    cut into the rectangles of its rows.
    """
    across = [r for r in rulings if r.horizontal]
    down = [r for r in rulings if not r.horizontal]
    xs = _edges(down, across, tolerances)
    ys = _edges(across, down, tolerances)
    if len(xs) < 2 or len(ys) < 2 or not across or not down:
        return None
    walls = _coverage(down, xs, ys, tolerances)
    floors = _coverage(across, ys, xs, tolerances)
    cells = _merge_places(walls, floors, len(ys) - 1, len(xs) - 1)
    return _drop_unused_edges(xs, ys, cells)


def _edges(
    rulings: list[Ruling], crossing: list[Ruling], tolerances: GridTolerances
) -> list[float]:
    """Borders in order; an outer side that nobody drew stands where the crossing ones end."""
    edges: list[float] = []
    for at in sorted(r.at for r in rulings):
        if not edges or at - edges[-1] > tolerances.snap:
            edges.append(at)
    if crossing and edges:
        first, last = min(r.start for r in crossing), max(r.end for r in crossing)
        if edges[0] - first > tolerances.open_side:
            edges.insert(0, first)
        if last - edges[-1] > tolerances.open_side:
            edges.append(last)
    return edges


def _coverage(
    rulings: list[Ruling], edges: list[float], sides: list[float], tolerances: GridTolerances
) -> list[list[bool]]:
    """For every edge but the outer two: which of its sides a ruling covers at the middle."""
    middles = [(a + b) / 2 for a, b in pairwise(sides)]
    covered = [[False] * len(middles) for _ in edges]
    for ruling in rulings:
        index = max(0, bisect_right(edges, ruling.at + 0.001) - 1)
        row = covered[index]
        for side, middle in enumerate(middles):
            if ruling.start - tolerances.touch <= middle <= ruling.end + tolerances.touch:
                row[side] = True
    return covered


def _merge_places(
    walls: list[list[bool]], floors: list[list[bool]], rows: int, columns: int
) -> list[FrameCell]:
    """Cells from places; walls[x][row] and floors[y][column] say where a border stands."""
    if all(map(all, walls[1:-1])) and all(map(all, floors[1:-1])):  # nothing is merged
        return [FrameCell(r, c, r + 1, c + 1) for r in range(rows) for c in range(columns)]
    parent = list(range(rows * columns))
    for row in range(rows):
        for column in range(columns):
            place = row * columns + column
            if column and not walls[column][row]:
                parent[_root(parent, place)] = _root(parent, place - 1)
            if row and not floors[row][column]:
                parent[_root(parent, place)] = _root(parent, place - columns)
    groups: dict[int, list[int]] = {}
    for place in range(rows * columns):
        groups.setdefault(_root(parent, place), []).append(place)
    cells: list[FrameCell] = []
    for places in groups.values():
        if len(places) == 1:
            row, column = divmod(places[0], columns)
            cells.append(FrameCell(row, column, row + 1, column + 1))
        else:
            cells += _rectangles(places, columns)
    return sorted(cells)


def _rectangles(places: list[int], columns: int) -> list[FrameCell]:
    rows = [place // columns for place in places]
    across = [place % columns for place in places]
    whole = FrameCell(min(rows), min(across), max(rows) + 1, max(across) + 1)
    if (whole.bottom - whole.top) * (whole.right - whole.left) == len(places):
        return [whole]
    cells: list[FrameCell] = []
    for row in sorted(set(rows)):
        run: list[int] = []
        for column in sorted(c for r, c in zip(rows, across, strict=True) if r == row):
            if run and column > run[-1] + 1:
                cells.append(FrameCell(row, run[0], row + 1, run[-1] + 1))
                run = []
            run.append(column)
        cells.append(FrameCell(row, run[0], row + 1, run[-1] + 1))
    return cells


def _drop_unused_edges(xs: list[float], ys: list[float], cells: list[FrameCell]) -> Frame:
    """Strokes that part nothing (underlines, struck text) leave edges that no cell ends at."""
    if len(cells) == (len(xs) - 1) * (len(ys) - 1):
        return Frame(tuple(xs), tuple(ys), tuple(cells))
    rows = sorted({c.top for c in cells} | {c.bottom for c in cells})
    columns = sorted({c.left for c in cells} | {c.right for c in cells})
    row_of = {old: new for new, old in enumerate(rows)}
    column_of = {old: new for new, old in enumerate(columns)}
    return Frame(
        tuple(xs[i] for i in columns),
        tuple(ys[i] for i in rows),
        tuple(
            FrameCell(row_of[c.top], column_of[c.left], row_of[c.bottom], column_of[c.right])
            for c in cells
        ),
    )

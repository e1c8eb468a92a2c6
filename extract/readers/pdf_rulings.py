"""Path objects of a PDF page into ruling segments.

Makers draw borders in many ways: one stroked line per edge (LibreOffice), one per cell side
(WeasyPrint), one rectangle per cell (fpdf2), thin filled rectangles (Word, browsers, print
drivers), a rectangle less a smaller one (cells of a web page with borders of their own), dots.
All become axis-parallel segments here; `grid` joins them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, pairwise, repeat
from typing import Any, NamedTuple

from extract.model import Box
from extract.readers.grid import Ruling
from extract.readers.pdf_calls import Slots, batches, quick_calls

THIN = 3.0
"""Points: a shape at most this thick and longer than thick is a line."""

_MAX_OBJECTS = 60_000
_MAX_SEGMENTS = 400
_MAX_DEPTH = 12
_LEVEL = 0.1  # points
_RING = 8, 10
"""Segments of two rectangles, each of three or four sides after its first corner."""
_WHITE = 245


Point = tuple[float, float]


class Matrix(NamedTuple):
    """x' = a x + c y + e; y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def of(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: Matrix) -> Matrix:
        """The matrix that does `first`, then this one."""
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            self.a * first.e + self.c * first.f + self.e,
            self.b * first.e + self.d * first.f + self.f,
        )


IDENTITY = Matrix()

_Object = tuple[Any, int, Matrix]
"""An object of a page, its kind, and the matrix of the forms round it."""


@dataclass(slots=True)
class FoundPaths:
    """What the walk over the objects of a page gathers.

    image_area: of all images in square points, overlaps counted twice. shapes: number of paths.
    left_out: objects beyond
    the limit, which nobody looked at.
    """

    rulings: list[Ruling] = field(default_factory=list)
    image_area: float = 0.0
    shapes: int = 0
    left_out: int = 0


def find_rulings(page: Any, place: Matrix) -> FoundPaths:
    """Return the visible axis-parallel strokes of a page; place maps user space to the page."""
    found = FoundPaths()
    walk = _Walk(quick_calls(), place, found)
    objects = list(islice(walk.objects(page), _MAX_OBJECTS + 1))
    found.left_out = len(objects[_MAX_OBJECTS:])
    kinds = walk.pdfium.FPDF_PAGEOBJ_PATH, walk.pdfium.FPDF_PAGEOBJ_IMAGE
    paths, images = ([one for one in objects[:_MAX_OBJECTS] if one[1] == kind] for kind in kinds)
    found.shapes = len(paths)
    for part in batches(paths):
        walk.take_paths(part)
    for part in batches(images):
        walk.take_images(part)
    return found


class _Slots(NamedTuple):
    """Answers about objects: left, bottom, right, top; filled, stroked; red, green, blue, alpha."""

    corners: Slots
    modes: Slots
    colours: Slots


@cache
def _slots() -> _Slots:
    return _Slots(Slots("f", 4, pointers=4), Slots("I", 2, pointers=2), Slots("I", 4, pointers=4))


class _Walk:
    """One walk over a page, which may hold thousands of paths: objects are asked about together."""

    def __init__(self, pdfium: Any, place: Matrix, found: FoundPaths) -> None:
        self.pdfium, self.place, self.found = pdfium, place, found
        self.x, self.y = ctypes.c_float(), ctypes.c_float()
        self.point_refs = ctypes.byref(self.x), ctypes.byref(self.y)

    def objects(self, page: Any) -> Iterator[_Object]:
        """All objects but plain text, each with its kind and the matrix of the forms round it."""
        p, raw = self.pdfium, page.raw
        texts, forms = p.FPDF_PAGEOBJ_TEXT, p.FPDF_PAGEOBJ_FORM
        for part in batches(range(p.FPDFPage_CountObjects(page))):
            items = list(map(p.FPDFPage_GetObject, repeat(raw), part))
            for item, kind in zip(items, list(map(p.FPDFPageObj_GetType, items)), strict=True):
                if kind == forms:
                    yield from self._inside(item, IDENTITY, 1)
                elif kind != texts:
                    yield item, kind, IDENTITY

    def _inside(self, form: Any, outer: Matrix, depth: int) -> Iterator[_Object]:
        p = self.pdfium
        matrix = outer.after(self._matrix(form))
        for index in range(max(0, p.FPDFFormObj_CountObjects(form))):
            item = p.FPDFFormObj_GetObject(form, index)
            if not item:
                continue
            kind = p.FPDFPageObj_GetType(item)
            if kind != p.FPDF_PAGEOBJ_FORM:
                yield item, kind, matrix
            elif depth < _MAX_DEPTH:
                yield from self._inside(item, matrix, depth + 1)

    def _matrix(self, item: Any) -> Matrix:
        raw = self.pdfium.FS_MATRIX()
        if not self.pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(raw)):
            return IDENTITY
        return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)

    def take_images(self, images: Sequence[_Object]) -> None:
        """Count the area of images."""
        for box in filter(None, self._boxes(images)):
            self.found.image_area += (box[2] - box[0]) * (box[3] - box[1])

    def take_paths(self, paths: Sequence[_Object]) -> None:
        """Take the strokes of paths that a reader of the page can see.

        These are stroked, or filled and thin, in a colour that shows on white paper: a filled
        shape of some size is shading, and its sides are no borders.
        """
        p, modes = self.pdfium, _slots().modes
        items = [item for item, _, _ in paths]
        boxes = self._boxes(paths)
        list(map(p.FPDFPath_GetDrawMode, items, *modes.refs))
        filled, stroked = modes.column(0, len(items)), modes.column(1, len(items))
        lines = [at for at, is_stroked in enumerate(stroked) if is_stroked]
        shapes = [at for at, is_filled in enumerate(filled) if is_filled and not stroked[at]]
        thin = [at for at in shapes if _is_thin(boxes[at])]
        seen = self._find_seen(p.FPDFPageObj_GetStrokeColor, items, lines)
        seen |= self._find_seen(p.FPDFPageObj_GetFillColor, items, thin)
        for at, ((item, _, matrix), box) in enumerate(zip(paths, boxes, strict=True)):
            if box is None:
                continue
            if at in seen:
                self._take_path(item, matrix, box)
            elif filled[at] and not stroked[at] and not _is_thin(box):
                self._take_ring(item, matrix)

    def _boxes(self, objects: Sequence[_Object]) -> list[Box | None]:
        """Where the objects stand on the page: left, top, right, bottom."""
        corners, count = _slots().corners, len(objects)
        get_bounds = self.pdfium.FPDFPageObj_GetBounds
        known = list(map(get_bounds, [item for item, _, _ in objects], *corners.refs))
        columns = [corners.column(number, count) for number in range(4)]
        return [
            self._place_box(sides, matrix) if is_known else None
            for sides, is_known, (_, _, matrix) in zip(
                zip(*columns, strict=True), known, objects, strict=True
            )
        ]

    def _place_box(self, sides: tuple[float, ...], matrix: Matrix) -> Box:
        left, bottom, right, top = sides
        a, b, c, d, e, f = self.place if matrix is IDENTITY else self.place.after(matrix)
        if not (a and d) or b or c:
            whole = Matrix(a, b, c, d, e, f)
            corners = [whole.of(x, y) for x in (left, right) for y in (bottom, top)]
            xs, ys = [c[0] for c in corners], [c[1] for c in corners]
            return min(xs), min(ys), max(xs), max(ys)
        x0, x1, y0, y1 = a * left + e, a * right + e, d * top + f, d * bottom + f
        return (
            x0 if x0 < x1 else x1, y0 if y0 < y1 else y1,
            x1 if x0 < x1 else x0, y1 if y0 < y1 else y0,
        )  # fmt: skip

    def _find_seen(self, get_colour: Any, items: Sequence[Any], among: Sequence[int]) -> set[int]:
        """Which of the items have a colour that shows on white paper."""
        colours, count = _slots().colours, len(among)
        told = list(map(get_colour, [items[at] for at in among], *colours.refs))
        columns = [colours.column(number, count) for number in range(4)]
        return {
            at
            for at, is_told, red, green, blue, alpha in zip(among, told, *columns, strict=True)
            if not is_told or (alpha > 8 and min(red, green, blue) < _WHITE)
        }

    def _take_path(self, item: Any, matrix: Matrix, box: Box) -> None:
        x0, top, x1, bottom = box
        width, height = x1 - x0, bottom - top
        thin_across, thin_down = height <= THIN, width <= THIN
        if thin_across and (not thin_down or width > height):
            self._add(True, (top + bottom) / 2, x0, x1)
        if thin_down and (not thin_across or height >= width):
            self._add(False, (x0 + x1) / 2, top, bottom)
        if not thin_across and not thin_down:
            self._take_segments(item, matrix)

    def _add(self, horizontal: bool, at: float, start: float, end: float) -> None:
        self.found.rulings.append(Ruling(horizontal, at, start, end))

    def _take_ring(self, item: Any, matrix: Matrix) -> None:
        """Take the border that is painted as one rectangle with another cut out of it."""
        count = self.pdfium.FPDFPath_CountSegments(item)
        if not _RING[0] <= count <= _RING[1]:
            return
        if not self._find_seen(self.pdfium.FPDFPageObj_GetFillColor, [item], [0]):
            return
        parts = self._subpaths(item, matrix, count)
        if len(parts) != 2 or not all(map(_is_rectangle, parts)):
            return
        outer, inner = sorted(map(_bounds, parts), key=lambda box: box[0] - box[2])
        left, top, right, bottom = ((a + b) / 2 for a, b in zip(outer, inner, strict=True))
        if all(abs(a - b) <= THIN for a, b in zip(outer, inner, strict=True)):
            for y in (top, bottom):
                self._add(True, y, left, right)
            for x in (left, right):
                self._add(False, x, top, bottom)

    def _take_segments(self, item: Any, matrix: Matrix) -> None:
        """Keep the axis-parallel sides of a path that is no plain line; curves draw nothing."""
        count = self.pdfium.FPDFPath_CountSegments(item)
        if not 2 <= count <= _MAX_SEGMENTS:
            return
        for part in self._subpaths(item, matrix, count):
            for last, point in pairwise(part):
                if last and point:
                    self._add_side(last, point)

    def _subpaths(self, item: Any, matrix: Matrix, count: int) -> list[list[Point | None]]:
        """The corners of each part of a path in order; None before the end of a curve."""
        p = self.pdfium
        whole = self.place.after(matrix).after(self._matrix(item))
        x, y = self.x, self.y
        x_ref, y_ref = self.point_refs
        parts: list[list[Point | None]] = [[]]
        for index in range(count):
            segment = p.FPDFPath_GetPathSegment(item, index)
            kind = p.FPDFPathSegment_GetType(segment)
            p.FPDFPathSegment_GetPoint(segment, x_ref, y_ref)
            point = whole.of(x.value, y.value)
            if kind == p.FPDF_SEGMENT_MOVETO:
                parts.append([])
            elif kind != p.FPDF_SEGMENT_LINETO:
                parts[-1].append(None)
            parts[-1].append(point)
            if p.FPDFPathSegment_GetClose(segment):
                parts[-1].append(parts[-1][0])
        return [part for part in parts if part]

    def _add_side(self, a: tuple[float, float], b: tuple[float, float]) -> None:
        dx, dy = abs(a[0] - b[0]), abs(a[1] - b[1])
        if dy <= 1 < dx:
            self._add(True, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0]))
        elif dx <= 1 < dy:
            self._add(False, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1]))


def _is_thin(box: Box | None) -> bool:
    return box is not None and (box[2] - box[0] <= THIN or box[3] - box[1] <= THIN)


def _is_rectangle(corners: Sequence[Point | None]) -> bool:
    """Say whether the corners, one after the other, go round an upright rectangle."""
    points = [point for point in corners if point]
    if len(points) != len(corners) or not 4 <= len(points) <= 6:
        return False
    return all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) < _LEVEL for a, b in pairwise(points))


def _bounds(corners: Sequence[Point | None]) -> tuple[float, float, float, float]:
    xs, ys = zip(*(point for point in corners if point), strict=True)
    return min(xs), min(ys), max(xs), max(ys)

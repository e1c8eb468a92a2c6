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
from itertools import pairwise
from typing import Any, NamedTuple

from extract.readers.grid import Ruling
from extract.readers.pdf_calls import quick_calls

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
    paths, images = walk.pdfium.FPDF_PAGEOBJ_PATH, walk.pdfium.FPDF_PAGEOBJ_IMAGE
    for number, (item, kind, matrix) in enumerate(walk.objects(page)):
        if number >= _MAX_OBJECTS:
            found.left_out += 1
            break
        if kind == paths:
            found.shapes += 1
            walk.take_path(item, matrix)
        elif kind == images:
            walk.take_image(item, matrix)
    return found


class _Walk:
    """One walk over a page; its C numbers are made once, because pages hold thousands of paths."""

    def __init__(self, pdfium: Any, place: Matrix, found: FoundPaths) -> None:
        self.pdfium, self.place, self.found = pdfium, place, found
        self.floats = [ctypes.c_float() for _ in range(4)]
        self.box_refs = [ctypes.byref(f) for f in self.floats]
        self.colours = [ctypes.c_uint() for _ in range(4)]
        self.colour_refs = [ctypes.byref(c) for c in self.colours]
        self.mode, self.stroked = ctypes.c_int(), ctypes.c_int()
        self.mode_refs = (ctypes.byref(self.mode), ctypes.byref(self.stroked))

    def objects(self, page: Any) -> Iterator[tuple[Any, int, Matrix]]:
        """All objects but plain text, each with its kind and the matrix of the forms round it."""
        p = self.pdfium
        get_object, get_type = p.FPDFPage_GetObject, p.FPDFPageObj_GetType
        texts, forms, raw = p.FPDF_PAGEOBJ_TEXT, p.FPDF_PAGEOBJ_FORM, page.raw
        for index in range(p.FPDFPage_CountObjects(page)):
            item = get_object(raw, index)
            kind = get_type(item)
            if kind == forms:
                yield from self._inside(item, IDENTITY, 1)
            elif kind != texts:
                yield item, kind, IDENTITY

    def _inside(self, form: Any, outer: Matrix, depth: int) -> Iterator[tuple[Any, int, Matrix]]:
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

    def _box(self, item: Any, matrix: Matrix) -> tuple[float, float, float, float] | None:
        if not self.pdfium.FPDFPageObj_GetBounds(item, *self.box_refs):
            return None
        left, bottom, right, top = [f.value for f in self.floats]
        a, b, c, d, e, f = self.place if matrix is IDENTITY else self.place.after(matrix)
        if not (a and d) or b or c:
            whole = Matrix(a, b, c, d, e, f)
            corners = [whole.of(x, y) for x in (left, right) for y in (bottom, top)]
            xs, ys = [c[0] for c in corners], [c[1] for c in corners]
            return min(xs), min(ys), max(xs), max(ys)
        x0, x1, y0, y1 = a * left + e, a * right + e, d * top + f, d * bottom + f
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def take_image(self, item: Any, matrix: Matrix) -> None:
        """Count the area of an image."""
        box = self._box(item, matrix)
        if box:
            self.found.image_area += (box[2] - box[0]) * (box[3] - box[1])

    def take_path(self, item: Any, matrix: Matrix) -> None:
        """Take the strokes of a path that a reader of the page can see."""
        box = self._box(item, matrix)
        if box is None:
            return
        x0, top, x1, bottom = box
        width, height = x1 - x0, bottom - top
        thin_across, thin_down = height <= THIN, width <= THIN
        if not self._is_seen(item, thin_across or thin_down):
            if self.mode.value and not self.stroked.value and not (thin_across or thin_down):
                self._take_ring(item, matrix)
            return
        if thin_across and (not thin_down or width > height):
            self._add(True, (top + bottom) / 2, x0, x1)
        if thin_down and (not thin_across or height >= width):
            self._add(False, (x0 + x1) / 2, top, bottom)
        if not thin_across and not thin_down:
            self._take_segments(item, matrix)

    def _add(self, horizontal: bool, at: float, start: float, end: float) -> None:
        self.found.rulings.append(Ruling(horizontal, at, start, end))

    def _is_seen(self, item: Any, thin: bool) -> bool:
        """Stroked, or filled and thin, in a colour that shows on white paper.

        A filled shape of some size is shading: its sides are no borders.
        """
        p = self.pdfium
        if not p.FPDFPath_GetDrawMode(item, *self.mode_refs):
            return False
        if self.stroked.value:
            return self._has_colour(p.FPDFPageObj_GetStrokeColor, item)
        if self.mode.value and thin:
            return self._has_colour(p.FPDFPageObj_GetFillColor, item)
        return False

    def _has_colour(self, get_colour: Any, item: Any) -> bool:
        if not get_colour(item, *self.colour_refs):
            return True
        red, green, blue, alpha = (c.value for c in self.colours)
        return alpha > 8 and min(red, green, blue) < _WHITE

    def _take_ring(self, item: Any, matrix: Matrix) -> None:
        """Take the border that is painted as one rectangle with another cut out of it."""
        count = self.pdfium.FPDFPath_CountSegments(item)
        if not _RING[0] <= count <= _RING[1]:
            return
        if not self._has_colour(self.pdfium.FPDFPageObj_GetFillColor, item):
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
        x, y = self.floats[0], self.floats[1]
        x_ref, y_ref = self.box_refs[0], self.box_refs[1]
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


def _is_rectangle(corners: Sequence[Point | None]) -> bool:
    """Say whether the corners, one after the other, go round an upright rectangle."""
    points = [point for point in corners if point]
    if len(points) != len(corners) or not 4 <= len(points) <= 6:
        return False
    return all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) < _LEVEL for a, b in pairwise(points))


def _bounds(corners: Sequence[Point | None]) -> tuple[float, float, float, float]:
    xs, ys = zip(*(point for point in corners if point), strict=True)
    return min(xs), min(ys), max(xs), max(ys)

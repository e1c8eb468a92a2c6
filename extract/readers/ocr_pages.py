"""Pages of one file through OCR: the engine asked once, results kept, confidences gathered."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from extract.model import Block, Grid, Note
from extract.readers.ocr import OcrSettings, count_cores, find_missing
from extract.readers.ocr_ahead import PageThreads

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from extract.readers.scan import ScannedPage

T = TypeVar("T")

_LOW = 75.0
_LARGEST = 25_000_000
"""Pixels of a page at most; larger ones are rendered smaller (A4 at 200 dpi has 3.9 million)."""


class OcrPages:
    """Reads pages of one file; to be closed. missing: what OCR lacks here, or None."""

    def __init__(self, settings: OcrSettings) -> None:
        self.settings = settings
        self._confidences: dict[int, float] = {}
        self._threads = PageThreads(
            min(settings.threads, count_cores()), settings.page_seconds, settings.file_seconds
        )

    def close(self) -> None:
        """Wait for the pages that are being read."""
        self._threads.close()

    def in_order(self, begun: Iterable[Callable[[], T]]) -> Iterator[T]:
        """Yield the pages that are begun one by one, further ones read meanwhile."""
        return self._threads.in_order(begun)

    @cached_property
    def missing(self) -> str | None:
        """Asked for late: looking for an engine loads image libraries, half a second."""
        return None if self.settings.mode == "never" else find_missing()

    @property
    def is_on(self) -> bool:
        return self.settings.mode != "never" and self.missing is None

    @property
    def confidence(self) -> float | None:
        """Mean over the pages that OCR read, 0 to 100; None without any."""
        found = self._confidences.values()
        return round(sum(found) / len(found), 1) if found else None

    def begin_pdf_page(self, page: Any, number: int) -> Callable[[], ScannedPage]:
        """Draw an open pypdfium2 page and begin to read it; return what gives the result."""
        width, height = page.get_size()
        largest = (_LARGEST / max(1.0, width * height)) ** 0.5 * 72
        dpi = int(max(20, min(self.settings.dpi, largest)))
        return self.begin_image(lambda: render(page, dpi), dpi, number)

    def begin_image(
        self, image: NDArray[np.uint8] | Callable[[], NDArray[np.uint8]], dpi: int, number: int
    ) -> Callable[[], ScannedPage]:
        """Begin to read an image (rows x columns, or with red, green, blue).

        Return what waits for the result, to be called in the order of the pages.
        """
        from extract.readers.ocr_cache import read_cached
        from extract.readers.ocr_engine import find_engine

        engine = find_engine()
        if engine is None:
            raise RuntimeError("OCR was asked for without an engine")
        if self._threads.is_over:
            return partial(self._unread, number)
        started = time.monotonic()
        pixels = image() if callable(image) else image
        read = partial(read_cached, pixels, dpi, number, engine, self.settings)
        height, width = pixels.shape[:2]
        scanned = self._threads.begin(read, height * width, time.monotonic() - started)
        return lambda: self._noted(scanned(), f"{engine.name} at {dpi} dpi", number)

    def _noted(self, scanned: ScannedPage, how: str, number: int) -> ScannedPage:
        if scanned.confidence is None:
            return scanned
        self._confidences[number] = scanned.confidence
        level = f"confidence {scanned.confidence:.0f} of 100"
        notes = [Note("ocr", f"{how}, {level}", number), *scanned.notes]
        if scanned.confidence < _LOW:
            notes.append(Note("low_ocr_confidence", level, number))
        return replace(scanned, notes=tuple(notes))

    def _unread(self, number: int) -> ScannedPage:
        from extract.readers.pdf_page import PageContent
        from extract.readers.scan import ScannedPage

        what = (
            f"not read: OCR of this file took its {self.settings.file_seconds:.0f} seconds. "
            "Read it again with a longer --timeout; what was read is kept"
        )
        empty = PageContent(number, 595.0, 842.0, image_share=1.0)
        return ScannedPage(empty, None, (Note("ocr_timeout", what, number),))

    def repair(self, items: Sequence[Block | Grid]) -> tuple[Sequence[Block | Grid], list[Note]]:
        """Return the items with marks of words on the pages that OCR read put right, and notes."""
        if not self._confidences:
            return items, []
        from extract.readers.ocr_words import repair_pages

        return repair_pages(items, frozenset(self._confidences))


def render(page: Any, dpi: int) -> NDArray[np.uint8]:
    """Return the image of a pypdfium2 page: grey, or red, green, blue where it has colours."""
    import numpy as np

    bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
    try:
        pixels: NDArray[np.uint8] = bitmap.to_numpy()[:, :, :3]
        few = pixels[::4, ::4].astype(np.int16)
        if np.max(few.max(axis=2) - few.min(axis=2), initial=0) < 24:
            return np.ascontiguousarray(pixels[:, :, 1])
        return np.ascontiguousarray(pixels)
    finally:
        bitmap.close()

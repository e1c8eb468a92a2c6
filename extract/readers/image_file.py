"""Image files (PNG, JPEG, TIFF with one or many pages) as documents."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from extract.errors import DamagedFile, LimitExceeded, NoText
from extract.model import Document, Note
from extract.readers.limits import LIMITS, Limits
from extract.readers.ocr import OcrMissing, OcrSettings
from extract.readers.ocr_pages import OcrPages
from extract.readers.pdf import find_several_documents, lay_out
from extract.readers.pdf_arrange import PageLayout, arrange
from extract.text import nfc

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LARGEST = 150_000_000
"""Pixels of one page; an A3 page at 600 dpi has 70 million."""
_PAPER = 8.27
"""Inches: the short side of A4, for images that do not say how large they are."""
_BELIEVED = (70.0, 1300.0)
_KEPT = (140, 230)
"""Dots an inch that are read as they are; others are scaled to what is asked for."""


def read_image_file(
    data: bytes, kind: str, file_name: str, limits: Limits = LIMITS, ocr: OcrSettings | None = None
) -> Document:
    """Return the pages of an image file as OCR reads them.

    kind: "png", "jpeg" or "tiff". Raises NoText (OcrMissing where OCR is not installed),
    DamagedFile, LimitExceeded.
    """
    settings = ocr or OcrSettings()
    scans = OcrPages(settings)
    if scans.missing or importlib.util.find_spec("PIL") is None:
        raise OcrMissing(file_name, "this is an image")
    if not scans.is_on:
        raise NoText(file_name, "this is an image, and OCR is switched off")
    pages: list[PageLayout] = []
    notes: list[Note] = []
    begun = (
        scans.begin_image(pixels, dpi, number)
        for number, (pixels, dpi) in enumerate(_pages(data, file_name, limits, settings.dpi), 1)
    )
    with closing(scans):
        for scanned in scans.in_order(begun):
            pages.append(lay_out(scanned.content, pages[-1].carry if pages else ()))
            notes += [*scanned.notes, *pages[-1].notes]
    if not any(page.rows or page.grids for page in pages):
        why = next((note.message for note in notes), "no words")
        raise NoText(file_name, f"OCR finds no text on its {len(pages)} pages ({why})")
    items, repairs = scans.repair(arrange(pages))
    notes += [*repairs, *find_several_documents(items)]
    return Document(
        file_name=nfc(file_name),
        format=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        items=tuple(items),
        pages=len(pages),
        scanned=True,
        ocr_confidence=scans.confidence,
        notes=tuple(sorted(notes, key=lambda note: note.page or 0)),
    )


def _pages(
    data: bytes, file_name: str, limits: Limits, dpi: int
) -> Iterator[tuple[NDArray[np.uint8], int]]:
    """The pages one after the other, each with its dots an inch."""
    from PIL import Image, ImageFile, ImageSequence

    number = 0
    # Other libraries switch this on for the whole process; half a page must not pass for one.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large or odd images: they are checked below
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
        with image:
            limits.check(file_name, "pages", getattr(image, "n_frames", 1))
            for number, frame in enumerate(ImageSequence.Iterator(image), 1):
                yield _pixels(frame, file_name, number, dpi)
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, struct.error) as error:
        what = f"the image is broken or cut off ({str(error)[:200]})"
        raise DamagedFile(file_name, what, page=max(1, number)) from error
    except Image.DecompressionBombError as error:
        raise LimitExceeded(file_name, str(error)[:200], page=max(1, number)) from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _pixels(frame: Any, file_name: str, page: int, dpi: int) -> tuple[NDArray[np.uint8], int]:
    import numpy as np
    from PIL import Image, ImageOps

    width, height = frame.size
    if width * height > _LARGEST:
        what = f"an image of {width} x {height} pixels, above the limit of {_LARGEST:,}"
        raise LimitExceeded(file_name, what, page=page)
    own = _find_dpi(frame)
    image = ImageOps.exif_transpose(frame) or frame
    is_grey = image.mode in ("1", "L", "I;16", "I", "F")
    if image.mode in ("LA", "PA", "RGBA", "P"):
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image.convert("RGBA"))
    if image.mode in ("I;16", "I", "F"):
        image = _eight_bits(image)
    image = image.convert("L" if is_grey else "RGB")
    if not _KEPT[0] <= own <= _KEPT[1]:
        width, height = (max(1, round(side * dpi / own)) for side in image.size)
        image, own = image.resize((width, height), Image.Resampling.LANCZOS), dpi
    return np.asarray(image, dtype=np.uint8), round(own)


def _eight_bits(image: Any) -> Any:
    import numpy as np
    from PIL import Image

    values = np.asarray(image, dtype=np.float64)
    largest = max(1.0, float(values.max(initial=1.0)))
    return Image.fromarray((values * (255.0 / largest)).clip(0, 255).astype(np.uint8))


def _find_dpi(frame: Any) -> float:
    """What the file says where that makes a sheet of paper; else as if it were A4."""
    sides = sorted(frame.size)
    try:
        said = float(frame.info["dpi"][0])
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError):
        said = 0.0
    if _BELIEVED[0] < said < _BELIEVED[1] and 4 < sides[0] / said < 24:
        return said
    return float(max(20.0, sides[0] / _PAPER))

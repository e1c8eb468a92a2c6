"""Results of OCR kept by what was read and how: the same page is never read twice.

A file a page, written under another name and then renamed, so that workers can share the folder.
A file that cannot be read or written is as if it were not there.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import threading
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.model import Note
from extract.readers.grid import Ruling
from extract.readers.ocr import OcrSettings
from extract.readers.ocr_engine import LANGUAGE, Engine
from extract.readers.pdf_page import PageContent
from extract.readers.scan import ScannedPage, read_scan
from extract.readers.words import Word

METHOD = 13
"""Changes whenever the same image would give another result."""

_ENDING = ".json.gz"
_TRIM_EVERY = 64
_writes = count()


def read_cached(
    image: NDArray[np.uint8], dpi: int, number: int, engine: Engine, settings: OcrSettings
) -> ScannedPage:
    """Return what `read_scan` does, from the cache when this image was read before."""
    if settings.cache is None:
        return read_scan(image, dpi, number, engine, settings)
    path = settings.cache / (make_key(image, dpi, engine, settings) + _ENDING)
    kept = _load(path, number)
    if kept is not None:
        return kept
    scanned = read_scan(image, dpi, number, engine, settings)
    if not any(note.code == "ocr_timeout" for note in scanned.notes):
        _store(path, scanned, settings.cache_bytes)
    return scanned


def make_key(image: NDArray[np.uint8], dpi: int, engine: Engine, settings: OcrSettings) -> str:
    """Return a name that stands for the image and for all that its result depends on."""
    how = f"{METHOD} {LANGUAGE} {engine.name} {dpi} {image.shape}"
    digest = hashlib.sha256(how.encode())
    digest.update(np.ascontiguousarray(image).data)
    return digest.hexdigest()[:40]


def _load(path: Path, number: int) -> ScannedPage | None:
    try:
        kept = json.loads(gzip.decompress(path.read_bytes()))
        page = _page(kept, number)
        os.utime(path)  # the least lately used go first
    except (OSError, EOFError, ValueError, TypeError, KeyError, gzip.BadGzipFile):
        return None
    return page


def _page(kept: dict[str, Any], number: int) -> ScannedPage:
    content = PageContent(
        number,
        float(kept["width"]),
        float(kept["height"]),
        tuple(
            Word(str(text), float(x0), float(top), float(x1), float(bottom), int(style))
            for text, x0, top, x1, bottom, style in kept["words"]
        ),
        tuple(
            Ruling(bool(across), float(at), float(start), float(end))
            for across, at, start, end in kept["rulings"]
        ),
        image_share=1.0,
        by_ocr=True,
    )
    notes = tuple(Note(str(code), str(message), number) for code, message in kept["notes"])
    confidence = kept["confidence"]
    return ScannedPage(content, None if confidence is None else float(confidence), notes)


def _store(path: Path, scanned: ScannedPage, largest: int) -> None:
    content = scanned.content
    kept = {
        "width": content.width,
        "height": content.height,
        "words": [word[:6] for word in content.words],
        "rulings": [tuple(ruling) for ruling in content.rulings],
        "confidence": scanned.confidence,
        "notes": [(note.code, note.message) for note in scanned.notes],
    }
    data = gzip.compress(json.dumps(kept, ensure_ascii=False).encode(), 6, mtime=0)
    partial = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            partial.unlink()
        return
    _trim_now_and_then(path.parent, largest)


def _trim_now_and_then(folder: Path, largest: int) -> None:
    if next(_writes) % _TRIM_EVERY == 0:  # looking through the folder takes time
        trim(folder, largest)


def trim(folder: Path, largest: int) -> None:
    """Remove the results that were used least lately until the folder holds so many bytes."""
    kept: list[tuple[float, int, Path]] = []
    with contextlib.suppress(OSError):
        for path in folder.glob(f"*{_ENDING}"):
            with contextlib.suppress(OSError):  # another worker was quicker
                status = path.stat()
                kept.append((status.st_mtime, status.st_size, path))
    total = sum(size for _, size, _ in kept)
    for _, size, path in sorted(kept):
        if total <= largest:
            return
        with contextlib.suppress(OSError):
            path.unlink()
        total -= size

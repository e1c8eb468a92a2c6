"""Sample plans as scans: pages of a PDF turned, softened, unevenly lit, with noise, specks and a stamp.

Variants: c300 300 dpi, clean; s200 200 dpi grey: turned up to 0.8 degrees, soft, unevenly lit,
noise, specks, JPEG quality 70; b200 200 dpi black and white with specks.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

from corpus.write import Sample

VARIANT, DPI = "s200", 200


def render_scan(sample: Sample) -> bytes:
    """Return the plan as a scanned PDF without a text layer, the same on every run."""
    from corpus.render import render_pdf

    seed = zlib.crc32(sample.name.encode())
    pages = list(render_pages(render_pdf(sample), DPI))
    pages[0] = stamp(pages[0])
    return as_pdf([degrade(page, VARIANT, seed + n) for n, page in enumerate(pages)], DPI)


def render_pages(data: bytes, dpi: int) -> Iterator[Any]:
    """Yield the pages of a PDF as grey images."""
    import pypdfium2

    for page in pypdfium2.PdfDocument(data):
        yield page.render(scale=dpi / 72, grayscale=True).to_numpy().copy()


def stamp(image: Any) -> Any:
    """Return the page with the ring of a pale round stamp across its lower right."""
    import cv2
    import numpy as np

    height, width = image.shape
    ring = np.full_like(image, 255)
    centre = (int(width * 0.72), int(height * 0.8))
    cv2.circle(ring, centre, width // 12, 150, thickness=max(2, width // 300))
    cv2.circle(ring, centre, width // 16, 170, thickness=max(1, width // 600))
    return np.minimum(image, ring)


def degrade(image: Any, variant: str, seed: int) -> Any:
    """Return the page as a scanner gives it, the same on every run."""
    import cv2
    import numpy as np

    if variant.startswith("c"):
        return image
    random = np.random.default_rng(seed)
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), random.uniform(-0.8, 0.8), 1)
    soft = cv2.warpAffine(image, turn, (width, height), borderValue=255)
    soft = cv2.GaussianBlur(soft, (0, 0), 0.5).astype(np.float32)
    grey = variant.startswith("s")
    specks = zip(
        random.integers(0, height - 2, height * width // (40_000 if grey else 20_000)),
        random.integers(0, width - 2, height * width // (40_000 if grey else 20_000)),
        strict=True,
    )
    if not grey:
        black = np.where(soft + random.normal(0, 12, soft.shape) > 150, 255, 0).astype(np.uint8)
        for y, x in specks:
            size = int(random.integers(1, 3))
            black[y : y + size, x : x + size] = 0
        return black
    light = np.linspace(random.uniform(0.88, 0.96), random.uniform(0.92, 0.99), width)[None, :]
    noisy = soft * light + random.normal(0, 7, soft.shape)
    for y, x in specks:
        noisy[y : y + 2, x : x + 2] = random.integers(60, 160)
    packed = cv2.imencode(
        ".jpg", np.clip(noisy, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 70]
    )[1]
    return cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)


def as_pdf(images: list[Any], dpi: int) -> bytes:
    """Return a scanned PDF, pages packed without further loss."""
    from PIL import Image

    pages = [Image.fromarray(image) for image in images]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, quality=95)
    return out.getvalue()

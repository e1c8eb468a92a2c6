"""OCR of scans with known truth: words, tables, cells and citations found again, time a page.

    python bench/ocr.py [--plans DIR] [--variants c300,s200,b200] [--misses]

The plans of the corpus (PDF; DOCX through LibreOffice where it is installed) are rendered, made
into scans and read. The truth is what our reader finds in the born-digital file.

    c300  300 dpi, clean        s200  200 dpi grey: turned up to 0.8 degrees, soft, unevenly lit,
    b200  200 dpi black and           noise, specks, JPEG quality 70
          white with specks

words: share of the true words found on their page. tables: pages whose tables have every span
right. cells: text equal but for white space and kinds of dashes. citations: F1 of the symbols
cited in the document. Times are process CPU of one page; beside them Tesseract alone on the same
image (page mode 3), which gives no tables.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["TRICHLUC_OCR_CACHE"] = "off"

from corpus.render_scan import as_pdf, degrade, render_pages  # noqa: E402 - after the path

VARIANTS = ("c300", "s200", "b200")


@dataclass
class Figures:
    """Sums over pages; seconds of each page."""

    words: int = 0
    found: int = 0
    pages: int = 0
    tables: int = 0
    right_tables: int = 0
    cells: int = 0
    right_cells: int = 0
    cited: int = 0
    hits: int = 0
    wrong: int = 0
    seconds: list[float] = field(default_factory=list)
    alone: list[float] = field(default_factory=list)
    misses: Counter[str] = field(default_factory=Counter)


def make_pdfs(plans: Path, folder: Path) -> list[Path]:
    """Return the plans as born-digital PDFs."""
    pdfs = sorted(plans.glob("*.pdf"))
    others = sorted(plans.glob("*.docx"))
    if others and shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *map(str, others)], check=True, capture_output=True, timeout=300)
        pdfs += sorted(folder.glob("*.pdf"))
    elif others:
        print(f"left out: {len(others)} DOCX files (no LibreOffice)")
    return pdfs


def plain(text: str) -> str:
    return "".join(text.split()).replace("–", "-").replace("—", "-")


def spans(grids: list[Any]) -> list[Any]:
    return [[[(c.row_span, c.column_span) for c in r.cells] for r in g.rows] for g in grids]


def compare_pages(true: Any, read: Any, into: Figures) -> None:
    """Add up what two readings of one page share."""
    from extract.readers.pdf import lay_out

    wanted = Counter(plain(word.text) for word in true.words)
    got = Counter(plain(word.text) for word in read.words)
    into.words += sum(wanted.values())
    into.found += sum((wanted & got).values())
    into.misses += wanted - got
    into.pages += 1
    true_grids, read_grids = lay_out(true).grids, lay_out(read).grids
    if not true_grids and not read_grids:
        return
    into.tables += 1
    cells = [c for g in true_grids for row in g.rows for c in row.cells]
    into.cells += sum(bool(c.text) for c in cells)
    if spans(true_grids) == spans(read_grids):
        into.right_tables += 1
        others = [c for g in read_grids for row in g.rows for c in row.cells]
        pairs = zip(cells, others, strict=True)
        into.right_cells += sum(bool(a.text) and plain(a.text) == plain(b.text) for a, b in pairs)


def compare_citations(true: Any, read: Any, into: Figures) -> None:
    from extract.pipeline import extract

    wanted, got = (
        Counter(c.symbol for c in extract(document).citations if c.symbol)
        for document in (true, read)
    )
    into.cited += sum(wanted.values())
    into.hits += sum((wanted & got).values())
    into.wrong += sum((got - wanted).values())


def measure(pdfs: list[Path], variant: str) -> Figures:
    import cv2

    from extract.readers.limits import LIMITS
    from extract.readers.ocr import OcrSettings
    from extract.readers.ocr_engine import find_engine
    from extract.readers.ocr_pages import OcrPages
    from extract.readers.pdf import _read_pages, read_pdf

    dpi = int(variant[1:])
    engine = find_engine()
    figures = Figures()
    for name, path in enumerate(pdfs):
        data = path.read_bytes()
        images = [
            degrade(image, variant, 100 * name + number)
            for number, image in enumerate(render_pages(data, dpi))
        ]
        scan = as_pdf(images, dpi)
        off, on = OcrPages(OcrSettings("never")), OcrPages(OcrSettings("auto"))
        true = [page for page, _ in _read_pages(data, path.name, LIMITS, off)]
        started = time.process_time()
        for wanted, (read, _) in zip(true, _read_pages(scan, path.name, LIMITS, on), strict=True):
            figures.seconds.append(time.process_time() - started)
            compare_pages(wanted, read, figures)
            started = time.process_time()
        for image in images:
            small = image
            if dpi > 200:
                small = cv2.resize(image, None, fx=200 / dpi, fy=200 / dpi, interpolation=3)
            started = time.process_time()
            list(engine.read([small], 3, 200, time.monotonic() + 60)) if engine else None
            figures.alone.append(time.process_time() - started)
        compare_citations(read_pdf(data, path.name), read_pdf(scan, path.name, LIMITS,
                          OcrSettings()), figures)  # fmt: skip
    return figures


def share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--plans", type=Path, default=ROOT / "corpus" / "plans")
    parser.add_argument("--variants", default=",".join(VARIANTS))
    parser.add_argument("--misses", action="store_true", help="print the words missed most")
    options = parser.parse_args()
    from extract.readers.ocr import find_missing

    missing = find_missing() or (importlib.util.find_spec("PIL") is None and "no Pillow")
    if missing:
        print(f"left out: bench/ocr.py ({missing})")
        return
    from extract.readers.ocr_engine import find_engine

    engine = find_engine()
    print(f"engine: {engine.name if engine else '-'}")
    print(
        "| scans | pages | words | tables | cells | citations F1 | s/page | worst | engine alone |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        pdfs = make_pdfs(options.plans, Path(folder))
        for variant in options.variants.split(","):
            f = measure(pdfs, variant)
            f1 = share(2 * f.hits, f.cited + f.hits + f.wrong)
            mean = sum(f.seconds) / max(1, len(f.seconds))
            alone = sum(f.alone) / max(1, len(f.alone))
            print(
                f"| {variant} | {f.pages} | {share(f.found, f.words)} "
                f"| {f.right_tables}/{f.tables} | {share(f.right_cells, f.cells)} | {f1} "
                f"| {mean:.2f} | {max(f.seconds):.2f} | {alone:.2f} |",
                flush=True,
            )
            if options.misses:
                print(", ".join(f"{word} {count}" for word, count in f.misses.most_common(25)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory: {peak} MB")


if __name__ == "__main__":
    main()

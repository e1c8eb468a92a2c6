"""OCR of scans with known truth: words, tables, cells and citations found again, time a page.

    python bench/ocr.py [--plans DIR] [--variants c300,s200,b200] [--files N] [--peers PYTHON]
                        [--misses]

The plans of the corpus (PDF; DOCX through LibreOffice where it is installed; the others drawn as
PDF) are rendered, made into scans and read. The truth is what our reader finds in the born-digital
file.

    c300  300 dpi, clean        s200  200 dpi grey: turned up to 0.8 degrees, soft, unevenly lit,
    b200  200 dpi black and           noise, specks, JPEG quality 70
          white with specks

words: share of the true words found in their document. tables: pages whose tables have every span
right. cells: text equal but for white space and kinds of dashes, in its place; anywhere: wherever
in the tables of the page, which is all that peers can be asked for fairly. citations: F1 of the
symbols cited. Times are process CPU a page, programs that a reader starts included; beside them
Tesseract alone on the same image (page mode 3), which gives no tables. Peers run in an environment
of their own (`pip install ocrmypdf pdfplumber img2table`), named by its Python.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
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
    placed: int = 0
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
    if plans == ROOT / "corpus" / "plans":
        pdfs += make_others({path.stem for path in pdfs}, folder)
    return pdfs


def make_others(names: set[str], folder: Path) -> list[Path]:
    """Return the plans of the corpus that are kept in other formats, drawn as PDFs."""
    from corpus.build import samples
    from corpus.render import RENDERERS

    drawn = []
    for sample in samples():
        if sample.name not in names:
            path = folder / f"{sample.name}.pdf"
            path.write_bytes(RENDERERS["pdf"](sample))
            drawn.append(path)
    return drawn


def plain(text: str) -> str:
    return "".join(text.split()).replace("–", "-").replace("—", "-")


def spans(grids: list[Any]) -> list[Any]:
    return [[[(c.row_span, c.column_span) for c in r.cells] for r in g.rows] for g in grids]


def grids_of(document: Any) -> dict[int, list[Any]]:
    """Return the tables of each page as read, before they are joined."""
    from extract.model import Grid

    pages: dict[int, list[Any]] = {}
    for item in document.items:
        if isinstance(item, Grid):
            pages.setdefault(item.page or 0, []).append(item)
    return pages


def words_of(document: Any) -> Counter[str]:
    """Return the words of a document, outside and inside tables."""
    from extract.model import Grid

    texts = [item.text for item in document.items if not isinstance(item, Grid)]
    texts += [c.text for grids in grids_of(document).values() for c in cells_of(grids)]
    return Counter(plain(word) for text in texts for word in text.split())


def cells_of(grids: list[Any]) -> list[Any]:
    return [cell for grid in grids for row in grid.rows for cell in row.cells]


def compare_documents(true: Any, read: Any, into: Figures) -> None:
    """Add up what two readings of one file share."""
    wanted, got = words_of(true), words_of(read)
    into.words += sum(wanted.values())
    into.found += sum((wanted & got).values())
    into.misses += wanted - got
    into.pages += true.pages
    true_pages, read_pages = grids_of(true), grids_of(read)
    for page in true_pages.keys() | read_pages.keys():
        ours, theirs = true_pages.get(page, []), read_pages.get(page, [])
        into.tables += 1
        into.cells += sum(bool(c.text) for c in cells_of(ours))
        into.placed += count_same(ours, [c.text for c in cells_of(theirs)])
        if spans(ours) == spans(theirs):
            into.right_tables += 1
            pairs = zip(cells_of(ours), cells_of(theirs), strict=True)
            into.right_cells += sum(
                bool(a.text) and plain(a.text) == plain(b.text) for a, b in pairs
            )


def count_same(grids: list[Any], texts: list[str]) -> int:
    """Return how many cells have a text of their own among these, wherever it stands."""
    wanted = Counter(plain(cell.text) for cell in cells_of(grids) if cell.text)
    return sum((wanted & Counter(map(plain, texts))).values())


def ask_peer(python: str, name: str, scan: Path, true: Any, into: Figures) -> None:
    """Add up what a peer, in an environment of its own, reads on one scan."""
    command = [python, str(ROOT / "bench" / "ocr_peers.py"), name, str(scan)]
    done = subprocess.run(command, capture_output=True, timeout=1800, check=False)
    if done.returncode:
        print(f"left out: {name} on {scan.name} ({done.stderr.decode()[-200:].strip()})")
        return
    # programs that the peer starts may write to its output
    said = json.loads(next(x for x in done.stdout.splitlines() if x.startswith(b'{"pages"')))
    wanted = words_of(true)
    into.words += sum(wanted.values())
    into.found += sum(
        (wanted & Counter(plain(w) for p in said["pages"] for w in p["words"])).values()
    )
    into.pages += true.pages
    grids = grids_of(true)
    for page in range(1, true.pages + 1):
        texts = said["pages"][page - 1]["cells"] if page <= len(said["pages"]) else []
        into.cells += sum(bool(c.text) for c in cells_of(grids.get(page, [])))
        into.placed += count_same(grids.get(page, []), texts)
    into.seconds += [said["seconds"] / true.pages] * true.pages


def compare_citations(true: Any, read: Any, into: Figures) -> None:
    from extract.pipeline import extract

    wanted, got = (
        Counter(c.symbol for c in extract(document).citations if c.symbol)
        for document in (true, read)
    )
    into.cited += sum(wanted.values())
    into.hits += sum((wanted & got).values())
    into.wrong += sum((got - wanted).values())


def measure(
    pdfs: list[Path], variant: str, folder: Path, peers: dict[str, Figures], python: str
) -> Figures:
    """Return our figures over scans of the files in one variant; those of peers are added up."""
    from extract.readers.limits import LIMITS
    from extract.readers.ocr import OcrSettings
    from extract.readers.pdf import read_pdf

    dpi, figures = int(variant[1:]), Figures()
    for name, path in enumerate(pdfs):
        data = path.read_bytes()
        images = [
            degrade(image, variant, 100 * name + number)
            for number, image in enumerate(render_pages(data, dpi))
        ]
        scan = folder / f"{variant}-{path.name}"
        scan.write_bytes(as_pdf(images, dpi))
        true = read_pdf(data, path.name)
        started = time.process_time()
        read = read_pdf(scan.read_bytes(), path.name, LIMITS, OcrSettings())
        figures.seconds += [(time.process_time() - started) / true.pages] * true.pages
        compare_documents(true, read, figures)
        figures.alone += [time_alone(image, dpi) for image in images]
        compare_citations(true, read, figures)
        for peer, into in peers.items():
            ask_peer(python, peer, scan, true, into)
    return figures


def time_alone(image: Any, dpi: int) -> float:
    """Return the CPU seconds of the engine alone on the page at 200 dpi."""
    import cv2

    from extract.readers.ocr_engine import find_engine

    engine = find_engine()
    small = image
    if dpi > 200:
        small = cv2.resize(image, None, fx=200 / dpi, fy=200 / dpi, interpolation=3)
    started = time.process_time()
    if engine:
        list(engine.read([small], 3, 200, time.monotonic() + 60))
    return time.process_time() - started


def share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "-"


def print_row(variant: str, name: str, f: Figures) -> None:
    """Print one line of the table; "-" for what a reader does not give."""
    mean, alone = (f"{sum(v) / len(v):.2f}" if v else "-" for v in (f.seconds, f.alone))
    tables = f"{f.right_tables}/{f.tables}" if f.tables else "-"
    words = share(f.found, f.words) if f.found else "-"
    cells = share(f.right_cells, f.cells) if f.tables else "-"
    f1 = share(2 * f.hits, f.cited + f.hits + f.wrong)
    print(f"| {variant} | {name} | {f.pages} | {words} | {tables} | {cells} "
          f"| {share(f.placed, f.cells)} | {f1} | {mean} | {alone} |", flush=True)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--plans", type=Path, default=ROOT / "corpus" / "plans")
    parser.add_argument("--variants", default=",".join(VARIANTS))
    parser.add_argument("--files", type=int, help="only the first so many files")
    parser.add_argument(
        "--peers", default="", help="Python that has ocrmypdf, pdfplumber, img2table"
    )
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
    print("| scans | reader | pages | words | tables | cells | cells anywhere | citations F1 "
          "| s/page | engine alone |")  # fmt: skip
    print("|---|---|---|---|---|---|---|---|---|---|")
    names = ("ocrmypdf", "img2table") if options.peers else ()
    with tempfile.TemporaryDirectory() as folder:
        pdfs = make_pdfs(options.plans, Path(folder))[: options.files]
        for variant in options.variants.split(","):
            peers = {name: Figures() for name in names}
            ours = measure(pdfs, variant, Path(folder), peers, options.peers)
            for name, figures in {"ours": ours, **peers}.items():
                print_row(variant, name, figures)
            if options.misses:
                print(", ".join(f"{word} {count}" for word, count in ours.misses.most_common(25)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory: {peak} MB")


if __name__ == "__main__":
    main()

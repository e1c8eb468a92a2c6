"""One peer on one scanned PDF, as JSON: `python bench/ocr_peers.py ocrmypdf|img2table FILE`.

Run by bench/ocr.py with the interpreter of an environment of their own (`--peers PYTHON`), which
needs ocrmypdf with pdfplumber, or img2table. Prints words and cells of each page, and CPU seconds.
"""

import contextlib
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path


def read_ocrmypdf(path: str) -> list[dict[str, list[str]]]:
    """Make the file searchable (deskewed), then words and tables by pdfplumber."""
    import pdfplumber

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.pdf"
        command = [sys.executable, "-m", "ocrmypdf", "-l", "vie", "--deskew", "--jobs", "1"]
        command += ["--output-type", "pdf", "--optimize", "0", "-q", path, str(out)]
        subprocess.run(command, check=True, capture_output=True, timeout=900)
        with pdfplumber.open(out) as pdf:
            return [
                {
                    "words": [word["text"] for word in page.extract_words()],
                    "cells": [c for t in page.extract_tables() for row in t for c in row if c],
                }
                for page in pdf.pages
            ]


def read_img2table(path: str) -> list[dict[str, list[str]]]:
    """Tables by their lines, text by Tesseract; it gives no words outside tables."""
    from img2table.document import PDF
    from img2table.ocr import TesseractOCR

    document = PDF(src=path, detect_rotation=True, pdf_text_extraction=False)
    tables = document.extract_tables(ocr=TesseractOCR(n_threads=1, lang="vie"))
    return [
        {
            "words": [],
            "cells": [
                str(cell.value)
                for table in tables[page]
                for row in table.content.values()
                for cell in {str(cell.bbox): cell for cell in row}.values()
                if cell.value
            ],
        }
        for page in sorted(tables)
    ]


def main() -> None:
    """Print what the peer reads and the CPU time that it and its programs took."""
    read = {"ocrmypdf": read_ocrmypdf, "img2table": read_img2table}[sys.argv[1]]
    with contextlib.redirect_stdout(sys.stderr):
        pages = read(sys.argv[2])
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    seconds = sum(u.ru_utime + u.ru_stime for u in used)
    peak = max(u.ru_maxrss for u in used) // 1024
    print(json.dumps({"pages": pages, "seconds": seconds, "peak_mb": peak}))


if __name__ == "__main__":
    main()

"""Readers of PDF and DOCX side by side: CPU time, peak memory, table cells right.

    python bench/reading.py [--out docs/benchmarks-reading.json] [--svg docs/benchmarks-reading.svg]
                            [--pages 100] [--repeat 3] [--keep DIR]

Makes its own files from invented text, runs this reader and every peer that can be imported on the
same files in one run, each in a process of its own, and prints a table. A peer that is missing is
named as left out. Times are process CPU (user and system, children too) of the fastest repeat,
imports left out; memory is the peak of a fresh process that reads the file once. A cell is right
when its text, without white space, stands in the right column of the right row; rows are aligned
in order. Draw the plot of kept figures again with `--draw`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.reading_files import Rows, make_files  # noqa: E402 - found beside this file
from bench.reading_plot import draw  # noqa: E402

_SLOW = 4.0
"""Seconds: a tool that takes longer is measured once."""


def read_ours(path: str) -> list[Rows]:
    """Read text and tables, page by page as the peers do."""
    from extract.model import Grid
    from extract.readers import read

    grids = [item for item in read(path).items if isinstance(item, Grid)]
    return [[[cell.text for cell in row.cells] for row in grid.rows] for grid in grids]


def read_joined(path: str) -> list[Rows]:
    """Read, and join tables over pages: what `extract` starts from."""
    from extract.readers import read
    from extract.stages.tables import join_tables

    _, tables = join_tables(read(path))
    return [[list(row) for row in t.header] + [list(r.cells) for r in t.rows] for t in tables]


def read_pdfium_text(path: str) -> list[Rows]:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    for page in pdf:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    pdf.close()
    return []


def read_pdfplumber(path: str) -> list[Rows]:
    import pdfplumber

    tables: list[Rows] = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            tables += [[[cell or "" for cell in row] for row in t] for t in page.extract_tables()]
            page.close()
    return tables


def read_pymupdf(path: str) -> list[Rows]:
    import pymupdf

    tables: list[Rows] = []
    for page in pymupdf.open(path):
        page.get_text()
        tables += [
            [[cell or "" for cell in row] for row in t.extract()] for t in page.find_tables()
        ]
    return tables


def read_camelot(path: str) -> list[Rows]:
    import camelot

    return [t.df.values.tolist() for t in camelot.read_pdf(path, pages="all", flavor="lattice")]


def read_markitdown(path: str) -> list[Rows]:
    from markitdown import MarkItDown

    tables: list[Rows] = []
    rows: Rows = []
    for line in [*MarkItDown().convert(path).text_content.splitlines(), ""]:
        if line.startswith("|"):
            if set(line) - set("|-: "):
                rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif rows:
            tables.append(rows)
            rows = []
    return tables


def read_docling(path: str) -> list[Rows]:
    from docling.document_converter import DocumentConverter

    document = DocumentConverter().convert(path).document
    return [[[cell.text for cell in row] for row in t.data.grid] for t in document.tables]


def read_python_docx(path: str) -> list[Rows]:
    """Go through paragraphs and the cells of rows, its quickest way."""
    import docx

    tables: list[Rows] = []
    for item in docx.Document(path).iter_inner_content():
        if isinstance(item, docx.table.Table):
            tables.append([[cell.text for cell in row.cells] for row in item.rows])
        else:
            item.text  # noqa: B018 - computed when it is asked for
    return tables


TOOLS: dict[str, tuple[str, str, Callable[[str], list[Rows]]]] = {
    # name: distribution, formats, reader
    "trichluc": ("pypdfium2", "pdf docx", read_ours),
    "trichluc, joined": ("pypdfium2", "pdf docx", read_joined),
    "pdfium, text only": ("pypdfium2", "pdf", read_pdfium_text),
    "pdfplumber": ("pdfplumber", "pdf", read_pdfplumber),
    "python-docx": ("python-docx", "docx", read_python_docx),
    "markitdown": ("markitdown", "pdf docx", read_markitdown),
    "camelot": ("camelot-py", "pdf", read_camelot),
    "pymupdf": ("pymupdf", "pdf", read_pymupdf),
    "docling": ("docling", "docx", read_docling),
}
PEERS = {".pdf": "pdfplumber", ".docx": "python-docx"}
"""The tool that ratios are taken against."""


def cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def peak_memory() -> float:
    """Peak of this process in MB; ru_maxrss may still hold that of the process before exec."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text("ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_child(tool: str, path: str, repeat: int) -> None:
    """Read the file in this process and print what it took as JSON."""
    read = TOOLS[tool][2]
    start = cpu()
    tables = read(path)
    first, memory = cpu() - start, peak_memory()
    seconds = []
    for _ in range(repeat if first < _SLOW else 1):
        start = cpu()
        read(path)
        seconds.append(cpu() - start)
    json.dump({"seconds": min(seconds), "memory_mb": memory, "tables": tables}, sys.stdout)


def measure(tool: str, path: Path, repeat: int, timeout: float) -> dict[str, object] | None:
    """Run one tool on one file in a fresh process; None when it fails or takes too long."""
    command = [sys.executable, __file__, "--child", tool, "--file", str(path)]
    command += ["--repeat", str(repeat)]
    try:
        done = subprocess.run(command, check=True, capture_output=True, timeout=timeout, cwd=ROOT)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"left out: {tool} on {path.name} ({type(error).__name__})")
        return None
    # Some tools print to the standard output themselves.
    result: dict[str, object] = json.loads(done.stdout[done.stdout.index(b'{"seconds"') :])
    return result


def bare(row: list[str]) -> list[str]:
    return ["".join(str(cell).split()) for cell in row]


def count_right(truth: list[Rows], found: list[Rows]) -> tuple[int, int, int]:
    """Return cells right, cells in all, and rows found beyond those there are."""
    wanted = [bare(row) for rows in truth for row in rows]
    got = [bare(row) for rows in found for row in rows]

    def same(a: list[str], b: list[str]) -> int:
        return sum(1 for x, y in zip(a, b, strict=True) if x and x == y) if len(a) == len(b) else 0

    if wanted == got:
        right = sum(1 for row in wanted for cell in row if cell)
        return right, right, 0
    before = [0] * (len(got) + 1)
    for row in wanted:
        now = [0] * (len(got) + 1)
        for index, other in enumerate(got, 1):
            now[index] = max(before[index], now[index - 1], before[index - 1] + same(row, other))
        before = now
    return before[-1], sum(1 for row in wanted for cell in row if cell), len(got) - len(wanted)


def count_pages(path: Path) -> int | None:
    import pypdfium2

    return len(pypdfium2.PdfDocument(path.read_bytes())) if path.suffix == ".pdf" else None


def describe_machine() -> dict[str, object]:
    """Return what the times depend on; no name of the machine or of its user."""
    names = {dist for dist, _, _ in TOOLS.values()}
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in _lines(Path("/proc/cpuinfo"))
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "versions": {name: version for name in sorted(names) if (version := _version(name))},
    }


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8", "replace").splitlines() if path.exists() else []


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def compare(
    folder: Path, truth: dict[str, list[Rows]], options: argparse.Namespace
) -> list[dict[str, object]]:
    """Measure every tool on every file and print the table."""
    results: list[dict[str, object]] = []
    head = (f"{'file':18}", f"{'tool':20}", f"{'ms':>10}", f"{'ms/page':>9}", f"{'MB':>9}")
    print("".join((*head, f"{'cells right':>16}", f"{'stray':>7}")))
    missing = [name for name, (dist, _, _) in TOOLS.items() if _version(dist) is None]
    for name, tables in truth.items():
        pages = count_pages(folder / name)
        for tool, (_, formats, _) in TOOLS.items():
            if tool in missing or Path(name).suffix[1:] not in formats.split():
                continue
            measured = measure(tool, folder / name, options.repeat, options.timeout)
            if measured is None:
                continue
            right, total, stray = count_right(tables, measured["tables"])  # type: ignore[arg-type]
            spent = 1000 * float(str(measured["seconds"]))
            row: dict[str, object] = {
                "file": name, "pages": pages, "tool": tool, "ms": round(spent, 2),
                "ms_per_page": round(spent / pages, 2) if pages else None,
                "memory_mb": round(float(str(measured["memory_mb"])), 1),
                "cells_right": right, "cells": total, "stray_rows": stray,
            }  # fmt: skip
            results.append(row)
            print(
                f"{name:18}{tool:20}{spent:10.1f}{row['ms_per_page'] or '':>9}"
                f"{row['memory_mb']:>9}{right:>8} /{total:>6}{stray:>7}", flush=True,
            )  # fmt: skip
    for tool in missing:
        print(f"left out: {tool} (not installed)")
    return add_ratios(results)


def add_ratios(results: list[dict[str, object]]) -> list[dict[str, object]]:
    """Say of each measurement how many times less CPU it took than the usual peer."""
    spent = {(row["file"], row["tool"]): float(str(row["ms"])) for row in results}
    for row in results:
        peer = spent.get((row["file"], PEERS[Path(str(row["file"])).suffix]))
        row["times_faster"] = round(peer / max(0.001, float(str(row["ms"]))), 2) if peer else None
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks-reading.json")
    parser.add_argument("--svg", type=Path, default=ROOT / "docs" / "benchmarks-reading.svg")
    parser.add_argument("--pages", type=int, default=100, help="of the long file, about")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument(
        "--timeout", type=float, default=300.0, help="seconds for one tool and file"
    )
    parser.add_argument("--keep", type=Path, help="folder for the made files")
    parser.add_argument("--draw", action="store_true", help="only draw the figures of --out")
    parser.add_argument("--child", choices=list(TOOLS), help=argparse.SUPPRESS)
    parser.add_argument("--file", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        run_child(options.child, options.file, options.repeat)
        return
    if not options.draw:
        with tempfile.TemporaryDirectory() as scratch:
            folder = options.keep or Path(scratch)
            folder.mkdir(parents=True, exist_ok=True)
            results = compare(folder, make_files(folder, options.pages), options)
        figures = {"machine": describe_machine(), "results": results}
        options.out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    options.svg.write_text(draw(json.loads(options.out.read_text("utf-8"))), "utf-8")
    print(f"written: {options.out.name}, {options.svg.name}")


if __name__ == "__main__":
    main()

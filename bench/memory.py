"""Memory of one worker that reads many files one after another: does it grow?

    python bench/memory.py [--files 5000] [--out FILE.json]

The files are the sample plans as text, DOCX, PDF and HTML, each read and extracted as a worker
does, in this one process; after each tenth of them the memory in use is written down.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from corpus.build import samples  # noqa: E402 - after the path of the checkout
from corpus.files import write_files  # noqa: E402
from extract.batch.work import Source, work_rows  # noqa: E402


def resident_mb() -> float:
    """Return the memory of this process that is in RAM, in MB."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) / 1024, 1)
    raise SystemExit("/proc/self/status says nothing of memory: run this on Linux")


def measure(files: int) -> list[dict[str, float]]:
    """Return the memory after each tenth of the files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [
            path
            for form in ("txt", "docx", "pdf", "html")
            for path in write_files(samples(), form, Path(folder)).values()
        ]
        rows = []
        for number in range(1, files + 1):
            outcome = work_rows(Source(paths[number % len(paths)]), "never", "0", "2020-01-01")
            assert outcome.failure is None, outcome.failure
            if number % max(1, files // 10) == 0:
                gc.collect()
                rows.append({"files": number, "mb": resident_mb()})
                print(f"{number:6} files {rows[-1]['mb']:7.1f} MB", flush=True)
        return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    rows = measure(given.files)
    if given.out:
        given.out.write_text(json.dumps({"memory": rows}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()

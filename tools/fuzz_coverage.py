"""Fuzz the readers with coverage feedback: `pip install atheris; python tools/fuzz_coverage.py`.

Each reader runs in a process of its own for `--minutes`; inputs that reach new branches are kept
and changed further, by libFuzzer and by `tools/mutate.py`. What is a finding is told as in
`tools/fuzz_readers.py`: any exception but a `TrichlucError` that our own code raised, an input of
more than `--seconds` of CPU time, more than 2 GB, and the end of the process. Inputs of findings
stay in the folder, named by the place of the error. Exit code 1 when anything was found.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from fuzz_readers import make_seeds  # noqa: E402 - after the path of this folder
from mutate import change_elements, mutate  # noqa: E402

Read = Callable[[bytes], object]
_BODY = "word/document.xml"
_LARGEST = 2**18


def _text(data: bytes) -> object:
    from extract.readers.plaintext import read_text

    return read_text(data, "a.txt")


def _html(data: bytes) -> object:
    from extract.readers.html import read_html

    return read_html(data, "a.html")


def _body(packages: list[bytes]) -> Read:
    """Read `data` as the body of a DOCX whose other parts are whole."""
    from extract.readers.docx import read_docx

    parts = {}
    with zipfile.ZipFile(io.BytesIO(packages[0])) as package:
        for name in package.namelist():
            parts[name] = package.read(name)

    def read(data: bytes) -> object:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name, part in parts.items():
                package.writestr(name, data if name == _BODY else part)
        return read_docx(out.getvalue(), "a.docx")

    return read


def _doc(data: bytes) -> object:
    from extract.readers.doc import read_doc

    return read_doc(data, "a.doc")


def _pdf(data: bytes) -> object:
    from extract.readers.pdf import read_pdf

    return read_pdf(data, "a.pdf")


_PAGE = b"""%%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R
/Resources<</Font<</F 4 0 R/G 6 0 R>>>>>> endobj
4 0 obj <</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>> endobj
6 0 obj <</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>> endobj
5 0 obj <</Length %d>> stream
%b
endstream endobj
trailer <</Root 1 0 R>>
"""


def _page(data: bytes) -> object:
    """Read `data` as what is drawn on the only page of a PDF."""
    return _pdf(_PAGE % (len(data), data))


def _drawings() -> list[bytes]:
    """Pages to begin with: letterhead in two columns, text, ruled and borderless tables."""

    def put(x: int, y: int, text: str, font: str = "F") -> str:
        return f"BT /{font} 12 Tf {x} {y} Td ({text}) Tj ET"

    head = [put(60, 800, "UBND XA A", "G"), put(330, 800, "CONG HOA XA HOI CHU NGHIA", "G")]
    text = [put(60, 760 - 16 * n, f"{n}. Bao cao truoc ngay {n}/11/2024 theo") for n in range(30)]
    cells = [put(60 + 120 * c, 700 - 30 * r, f"o {r}.{c}") for r in range(6) for c in range(4)]
    rules = [f"50 {720 - 30 * n} m 530 {720 - 30 * n} l S" for n in range(7)]
    rules += [f"{50 + 120 * n} 720 m {50 + 120 * n} 540 l S" for n in range(5)]
    boxes = [f"{50 + 120 * c} {690 - 30 * r} 120 30 re S" for r in range(5) for c in range(4)]
    turned = ["q 0 1 -1 0 595 0 cm", *cells, *rules, "Q"]
    pages = (head + text, head + cells + rules, cells, boxes + cells, turned, text + rules)
    return ["\n".join(page).encode() for page in pages]


def _bodies(packages: list[bytes]) -> list[bytes]:
    return [zipfile.ZipFile(io.BytesIO(package)).read(_BODY) for package in packages]


READERS = ("text", "tables", "html", "docx", "doc", "pdf", "page")


def reader(name: str, folder: Path) -> tuple[list[bytes], Read]:
    """Return the inputs to begin with, and what reads one."""
    kind = {"text": "txt", "tables": "txt", "page": "pdf"}.get(name, name)
    files = [path.read_bytes() for path in sorted(folder.glob(f"*.{kind}"))]
    if name == "tables":  # few plans have them, so every one is looked at
        plans = [path.read_bytes() for path in sorted((ROOT / "corpus" / "plans").glob("*.txt"))]
        return [data for data in plans if b"\n|" in data or b"\t" in data], _text
    if name == "docx":
        return _bodies(files), _body(files)
    if name == "page":
        return _drawings(), _page
    reads: dict[str, Read] = {"text": _text, "html": _html, "doc": _doc, "pdf": _pdf}
    return files, reads[name]


class Watch:
    """Reads inputs, counts what became of them, and keeps those of findings."""

    def __init__(self, read: Read, folder: Path, seconds: float) -> None:
        self.read, self.folder, self.seconds = read, folder, seconds
        self.counts: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.written = 0.0

    def __call__(self, data: bytes) -> None:
        from extract.errors import TrichlucError

        begun = time.process_time()
        try:
            self.read(data)
            outcome = "read"
        except TrichlucError as error:
            outcome = error.cause
        except Exception as error:
            outcome = self._judge(error, data)
        taken = time.process_time() - begun
        if taken > self.seconds:
            self._keep("slow", f"{taken:.1f} s", data)
        self.counts[outcome] += 1
        if time.monotonic() - self.written > 2:
            self.write()

    def _judge(self, error: Exception, data: bytes) -> str:
        last = traceback.extract_tb(error.__traceback__)[-1]
        if f"{os.sep}extract{os.sep}" not in last.filename:
            return "refused by a library"
        place = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
        self._keep(place, "".join(traceback.format_exception(error)), data)
        return "FINDING"

    def _keep(self, place: str, detail: str, data: bytes) -> None:
        self.seen[place] += 1
        if self.seen[place] > 3:
            return
        name = f"{place.replace(' ', '-').replace(':', '-')}-{hashlib.sha1(data).hexdigest()[:8]}"  # noqa: S324
        (self.folder / name).write_bytes(data)
        (self.folder / f"{name}.why").write_text(detail, "utf-8")
        self.write()

    def write(self) -> None:
        self.written = time.monotonic()
        counts = {"runs": self.counts.total(), "outcomes": self.counts, "findings": self.seen}
        path = self.folder / f"counts-{os.getpid()}.json"
        path.write_text(json.dumps(counts, indent=1), "utf-8")


def fuzz(name: str, seeds: Path, folder: Path, minutes: float, seconds: float) -> None:
    """Fuzz one reader; libFuzzer ends the process."""
    import atheris
    import lxml.etree

    with atheris.instrument_imports(include=["extract.readers", "extract.text"]):
        import extract.readers.doc
        import extract.readers.docx
        import extract.readers.html
        import extract.readers.pdf
        import extract.readers.plaintext  # noqa: F401
    first, read = reader(name, seeds)
    kept = folder / "kept"
    kept.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(first):
        (kept / f"seed-{number}").write_bytes(data[:_LARGEST])

    def change(data: bytes, size: int, seed: int) -> bytes:
        random_ = random.Random(seed)  # noqa: S311
        # A body changed by bytes is hardly ever XML, and ends at the parser.
        if random_.random() < (0.1 if name == "docx" else 0.5):
            return bytes(atheris.Mutate(data, size))
        try:
            other = (
                change_elements(data, random_) if name == "docx" else mutate(data, name, random_)
            )
        except lxml.etree.XMLSyntaxError:
            return bytes(atheris.Mutate(data, size))
        return other[:size]

    watch = Watch(read, folder, seconds)
    options = [
        sys.argv[0], str(kept), f"-max_total_time={minutes * 60:.0f}", f"-max_len={_LARGEST}",
        f"-timeout={max(60, 6 * seconds):.0f}", "-rss_limit_mb=2048", "-verbosity=0",
        f"-artifact_prefix={folder}/ended-", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup(options, watch, custom_mutator=change)
    atheris.Fuzz()


def run(name: str, seeds: Path, folder: Path, minutes: float, seconds: float) -> dict[str, Any]:
    """Return what was counted in `minutes`; go on in a new process where one ended."""
    stop, ends = time.monotonic() + minutes * 60, 0
    folder.mkdir(parents=True, exist_ok=True)
    while (left := (stop - time.monotonic()) / 60) > 0.05:
        command = [sys.executable, __file__, "--work", name, str(seeds), str(folder)]
        with (folder / "log").open("ab") as log:
            ended = subprocess.run(
                [*command, str(left), str(seconds)], stdout=log, stderr=log, check=False
            )
        ends += ended.returncode != 0
        if ended.returncode != 0 and not list(folder.glob("ended-*")):
            break
    outcomes: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    for path in folder.glob("counts-*.json"):
        counts = json.loads(path.read_text("utf-8"))
        outcomes.update(counts["outcomes"])
        findings.update(counts["findings"])
    if ends:
        findings["ended"] = ends
    kept = len(list((folder / "kept").iterdir()))
    return {"runs": outcomes.total(), "kept": kept, "outcomes": outcomes, "findings": findings}


def main() -> int:
    if sys.argv[1:2] == ["--work"]:
        name, seeds, out, minutes, seconds = sys.argv[2:]
        fuzz(name, Path(seeds), Path(out), float(minutes), float(seconds))
        return 0
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", action="append", choices=READERS)
    parser.add_argument("--minutes", type=float, default=9, help="for each reader")
    parser.add_argument("--seconds", type=float, default=10, help="CPU seconds for one input")
    parser.add_argument("--seeds", type=Path, help="folder of files; without it, sample plans")
    parser.add_argument("--out", type=Path, default=Path("build/fuzz"), help="what was found")
    given = parser.parse_args()
    found = False
    with tempfile.TemporaryDirectory() as made:
        seeds = given.seeds or Path(made)
        if not given.seeds:
            make_seeds(seeds, ["txt", "docx", "pdf", "html", "doc"])
        for name in given.reader or READERS:
            result = run(name, seeds, given.out / name, given.minutes, given.seconds)
            print(name, json.dumps(result, ensure_ascii=False), flush=True)
            found = found or bool(result["findings"])
    return int(found)


if __name__ == "__main__":
    sys.exit(main())

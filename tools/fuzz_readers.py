"""Read files broken on purpose, report what is not said plainly: `python tools/fuzz_readers.py`.

Seeds are the sample plans in every format; `tools/mutate.py` breaks them. Each broken file is read,
extracted and printed as a record in a process with 2 GB and a time limit. Right is a record whose
offsets hold, or a `TrichlucError`. Reported are: any other exception, a reader's own slip hidden
behind "the content cannot be parsed" (an exception raised in `extract/`), a wrong offset, more than
`--seconds` of CPU time, and the end of the process. Exit code 1 when anything was found.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from mutate import mutate  # noqa: E402 - after the path of this folder

BATCH = 200
SEEDS = 14
"""Plans per format: the first ones, and each that was added for its layout."""


class TooSlow(BaseException):
    """The CPU time of one file is used up."""


def make_seeds(folder: Path, formats: list[str]) -> None:
    """Write the sample plans in each format into the folder."""
    from corpus.build import samples
    from corpus.render import RENDERERS

    chosen = samples()[::4][:SEEDS]
    for form in formats:
        for sample in chosen:
            if form in RENDERERS and form in sample.formats:
                (folder / f"{sample.name}.{form}").write_bytes(RENDERERS[form](sample))
    if "doc" in formats:
        sources = []
        for sample in chosen[:6]:
            path = folder / f"{sample.name}.for-doc.docx"
            path.write_bytes(RENDERERS["docx"](sample))
            sources.append(path)
        command = [
            "soffice",
            "--headless",
            "--convert-to",
            "doc:MS Word 97",
            "--outdir",
            str(folder),
        ]
        subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=300)
        for path in sources:
            path.unlink()


def read_broken(path: Path, number: int, seconds: float) -> dict[str, Any]:
    """Return what became of the file broken in the way that `number` says."""
    from extract import errors
    from extract.pipeline import extract
    from extract.readers import read_bytes

    kind = path.suffix[1:]
    data = mutate(path.read_bytes(), kind, random.Random(f"{path.name} {number}"))  # noqa: S311
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        document = read_bytes(data, f"{path.stem}.{kind}", ocr="never")
        plan = extract(document)
        json.dumps(plan.to_dict())
        for item in (*plan.citations, *plan.deadlines):
            if plan.passages[item.passage].text[item.start : item.end] != item.raw:
                return {"outcome": "WRONG OFFSET", "detail": repr(item)[:300]}
        return {"outcome": "read"}
    except errors.DamagedFile as error:
        return _damaged(error)
    except errors.TrichlucError as error:
        return {"outcome": error.cause}
    except TooSlow:
        return {"outcome": "SLOW", "detail": traceback.format_exc()[-1500:]}
    except Exception:
        return {"outcome": "UNEXPECTED", "detail": traceback.format_exc()[-1500:]}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _damaged(error: Any) -> dict[str, Any]:
    cause = error.__cause__
    if cause is None or "cannot be parsed" not in error.what:
        return {"outcome": "damaged"}
    last = traceback.extract_tb(cause.__traceback__)[-1]
    if f"{os.sep}extract{os.sep}" not in last.filename:
        return {
            "outcome": "damaged",
            "library": f"{type(cause).__name__} in {Path(last.filename).name}",
        }
    lines = traceback.format_exception(cause)
    return {"outcome": "OUR SLIP", "detail": "".join(lines)[-1500:]}


def _too_slow(signum: int, frame: FrameType | None) -> None:
    raise TooSlow


def work(names: list[str], first: int, last: int, seconds: float) -> None:
    """Read broken files and print a line before and after each."""
    resource.setrlimit(resource.RLIMIT_AS, (2 * 2**30, 2 * 2**30))
    signal.signal(signal.SIGPROF, _too_slow)
    for number in range(first, last):
        path = Path(names[number % len(names)])
        print(json.dumps({"begin": number, "file": path.name}), flush=True)
        found = read_broken(path, number, seconds)
        print(json.dumps({"number": number, "file": path.name, **found}), flush=True)


def run_batch(names: list[str], first: int, last: int, seconds: float) -> Iterator[dict[str, Any]]:
    """Yield what became of each file; go on in a new process where one ended."""
    while first < last:
        command = [sys.executable, __file__, "--work", str(first), str(last), str(seconds), *names]
        begun: dict[str, Any] = {"begin": first, "file": ""}
        limit = 60 + (last - first) * 3
        try:
            run = subprocess.run(command, capture_output=True, timeout=limit, check=False)
            output, end = run.stdout, f"exit code {run.returncode}: {run.stderr[-500:]!r}"
        except subprocess.TimeoutExpired as error:
            output, end = error.stdout or b"", "hung"
        for line in output.splitlines():
            try:
                record = json.loads(line)
            except ValueError:
                continue
            if "begin" in record:
                begun = record
            else:
                first = record["number"] + 1
                yield record
        if first < last:
            first = begun["begin"] + 1
            yield {
                "number": begun["begin"],
                "file": begun["file"],
                "outcome": "ENDED",
                "detail": end,
            }


def main() -> int:
    if sys.argv[1:2] == ["--work"]:
        first, last, seconds, *names = sys.argv[2:]
        work(names, int(first), int(last), float(seconds))
        return 0
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=2000, help="broken files per format")
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    parser.add_argument("--seconds", type=float, default=20, help="CPU seconds per file")
    parser.add_argument("--format", action="append", choices=["txt", "docx", "pdf", "html", "doc"])
    parser.add_argument("--out", type=Path, help="write counts and findings here, as JSON")
    given = parser.parse_args()
    formats = given.format or ["txt", "docx", "pdf", "html", "doc"]
    table: dict[str, Counter[str]] = {form: Counter() for form in formats}
    findings = []
    with tempfile.TemporaryDirectory() as folder:
        make_seeds(Path(folder), formats)
        for form in formats:
            started = time.monotonic()
            names = sorted(map(str, Path(folder).glob(f"*.{form}")))
            stop = given.first + given.cases
            for first in range(given.first, stop, BATCH):
                for record in run_batch(names, first, min(first + BATCH, stop), given.seconds):
                    table[form][record["outcome"]] += 1
                    if record["outcome"].isupper():
                        findings.append(record)
                        print(json.dumps(record, ensure_ascii=False), file=sys.stderr, flush=True)
                if given.out:
                    counts = {"counts": table, "findings": findings}
                    given.out.write_text(json.dumps(counts, ensure_ascii=False, indent=1), "utf-8")
            print(form, dict(table[form]), f"{time.monotonic() - started:.0f} s", flush=True)
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())

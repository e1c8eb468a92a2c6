"""Write the sample plans and their gold: `python -m corpus.build [--all DIR]`.

Without an option: the committed files of each plan, where its source says something else by now:
one in `plans/`; of a DOCX or PDF also its twin in the other of the two formats, in `twins/`.
With --all: every plan in every format that this machine can make, into a folder.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
from pathlib import Path

from corpus import source
from corpus.render import RENDERERS
from corpus.write import Sample, gold_of

HERE = Path(__file__).parent
_TWINS = {"docx": "pdf", "pdf": "docx"}


def samples() -> list[Sample]:
    """Return the samples of `corpus/source`, by name."""
    names = sorted(m.name for m in pkgutil.iter_modules(source.__path__))
    return [importlib.import_module(f"corpus.source.{name}").PLAN for name in names]


def committed_files(sample: Sample) -> dict[str, Path]:
    """Return the committed files of a plan by their format."""
    files = {sample.format: HERE / "plans" / f"{sample.name}.{sample.format}"}
    if (twin := _TWINS.get(sample.format)) in sample.formats:
        files[twin] = HERE / "twins" / f"{sample.name}.{twin}"
    return files


def write_committed() -> None:
    """Write files and gold of each plan that is new or whose gold or text has changed.

    DOCX and PDF hold times and font tables of the machine, so they are left alone otherwise.
    """
    for sample in samples():
        record = HERE / "gold" / f"{sample.name}.json"
        gold = json.dumps(gold_of(sample), ensure_ascii=False, indent=1) + "\n"
        same = record.is_file() and record.read_text("utf-8") == gold
        for form, path in committed_files(sample).items():
            if same and path.is_file() and form in ("docx", "pdf"):
                continue
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(RENDERERS[form](sample))
            print(f"{path.name}: {path.stat().st_size} bytes")
        record.write_text(gold, "utf-8")


def write_all(folder: Path) -> None:
    """Write every plan in every format into the folder."""
    from corpus.files import FORMATS, can_make, write_files

    for form in FORMATS:
        if not can_make(form):
            print(f"{form}: left out, the program that makes or reads it is not installed")
            continue
        (folder / form).mkdir(parents=True, exist_ok=True)
        print(
            f"{form}: {len(write_files(samples(), form, folder / form))} files in {folder / form}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="every format, into this folder")
    options = parser.parse_args()
    if options.all:
        write_all(options.all)
    else:
        write_committed()


if __name__ == "__main__":
    main()

"""Write the sample plans and their gold: `python -m corpus.build [--all DIR]`.

Without an option: the committed file of each plan, where its source says something else by now.
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


def samples() -> list[Sample]:
    """Return the samples of `corpus/source`, by name."""
    names = sorted(m.name for m in pkgutil.iter_modules(source.__path__))
    return [importlib.import_module(f"corpus.source.{name}").PLAN for name in names]


def write_committed() -> None:
    """Write file and gold of each plan that is new or whose gold or text has changed.

    DOCX and PDF hold times and font tables of the machine, so they are left alone otherwise.
    """
    for sample in samples():
        path = HERE / "plans" / f"{sample.name}.{sample.format}"
        record = HERE / "gold" / f"{sample.name}.json"
        gold = json.dumps(gold_of(sample), ensure_ascii=False, indent=1) + "\n"
        same = record.is_file() and record.read_text("utf-8") == gold
        if same and path.is_file() and sample.format in ("docx", "pdf"):
            continue
        path.write_bytes(RENDERERS[sample.format](sample))
        record.write_text(gold, "utf-8")
        print(f"{path.name}: {path.stat().st_size} bytes")


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

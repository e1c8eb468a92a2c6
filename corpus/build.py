"""Write the sample plans and their gold: `python -m corpus.build`."""

from __future__ import annotations

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


def main() -> None:
    for sample in samples():
        data = RENDERERS[sample.format](sample)
        (HERE / "plans" / f"{sample.name}.{sample.format}").write_bytes(data)
        gold = json.dumps(gold_of(sample), ensure_ascii=False, indent=1)
        (HERE / "gold" / f"{sample.name}.json").write_text(gold + "\n", "utf-8")
        print(f"{sample.name}.{sample.format}: {len(data)} bytes")


if __name__ == "__main__":
    main()

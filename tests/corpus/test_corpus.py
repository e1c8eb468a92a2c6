"""The sample corpus: its gold follows from its sources, and its files hold what the gold says."""

import json
from pathlib import Path

import pytest

from corpus.build import samples
from corpus.render import render_text
from corpus.write import gold_of

ROOT = Path(__file__).parents[2] / "corpus"
SAMPLES = samples()
IDS = [s.name for s in SAMPLES]


def flat(text: str) -> str:
    """Return the text with single spaces: a hard-wrapped file breaks its lines anywhere."""
    return " ".join(text.split())


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_gold_is_made_from_the_source(sample):
    """The committed gold is what the source says today."""
    committed = json.loads((ROOT / "gold" / f"{sample.name}.json").read_text("utf-8"))
    assert committed == gold_of(sample)


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_every_gold_item_is_printed(sample):
    """Each citation and deadline of the gold stands in the file word for word, in this order."""
    text = flat(render_text(sample).decode("utf-8"))
    for section in ("citations", "deadlines"):
        at = 0
        for item in gold_of(sample)[section]:
            found = text.find(flat(item["raw"]), at)
            assert found >= 0, item["raw"]
            at = found
    assert (ROOT / "plans" / f"{sample.name}.{sample.format}").stat().st_size > 500


@pytest.mark.parametrize("sample", [s for s in SAMPLES if s.format == "txt"], ids=lambda s: s.name)
def test_text_files_are_rendered_from_the_source(sample):
    """A committed text file is what rendering gives."""
    committed = (ROOT / "plans" / f"{sample.name}.txt").read_bytes()
    assert committed == render_text(sample)

"""The sample corpus: its gold follows from its sources, and its files hold what the gold says."""

import json
from pathlib import Path

import pytest

from corpus.build import committed_files, samples
from corpus.render import render_text
from corpus.write import gold_of
from extract import extract_file

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
    assert all(path.stat().st_size > 500 for path in committed_files(sample).values())


@pytest.mark.parametrize("sample", [s for s in SAMPLES if s.format == "txt"], ids=lambda s: s.name)
def test_text_files_are_rendered_from_the_source(sample):
    """A committed text file is what rendering gives."""
    committed = (ROOT / "plans" / f"{sample.name}.txt").read_bytes()
    assert committed == render_text(sample)


def told(path: Path) -> dict[str, object]:
    """Return what an archivist would miss, whatever the format of the file."""
    record = extract_file(path).to_dict()
    return {
        "document": {k: record["document"][k] for k in ("symbol", "issued_on", "issuer", "title")},
        "citations": [(c["raw"], c["symbol"], c["role"]) for c in record["citations"]],
        "tables": [table["rows"] for table in record["tables"]],
        "units": [units["units"] for units in record["unit_lists"]],
        "deadlines": [(d["raw"], d["due_on"], d["rrule"]) for d in record["deadlines"]],
        "flags": sorted(flag["code"] for flag in record["flags"]),
    }


TWINS = [s for s in SAMPLES if len(committed_files(s)) == 2]


def test_twelve_plans_are_there_as_docx_and_pdf():
    """Newcomers find enough pairs to look at without making any."""
    assert len(TWINS) >= 12
    assert {form for s in TWINS for form in committed_files(s)} == {"docx", "pdf"}


@pytest.mark.parametrize("sample", TWINS, ids=lambda s: s.name)
def test_twins_tell_the_same(sample):
    """The committed DOCX and PDF of a plan give the same facts."""
    docx, pdf = (committed_files(sample)[form] for form in ("docx", "pdf"))
    assert told(docx) == told(pdf)

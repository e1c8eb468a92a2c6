"""The documents say what the program does."""

import re
import runpy
import subprocess
from pathlib import Path

import pytest

from extract import errors
from extract.store.tables import BY_NAME

ROOT = Path(__file__).parents[1]


def causes(cls):
    yield cls.cause
    for sub in cls.__subclasses__():
        yield from causes(sub)


@pytest.mark.parametrize("cause", sorted(set(causes(errors.TrichlucError))))
def test_every_error_is_documented(cause):
    """docs/errors.md names each cause of failure."""
    assert f"`{cause}`" in (ROOT / "docs" / "errors.md").read_text("utf-8")


def test_an_error_says_where_what_and_what_to_do():
    """A message names the file, the page, the fact and the remedy, and survives pickling."""
    import pickle

    error = pickle.loads(pickle.dumps(errors.DamagedFile("plan-017.pdf", "xref broken", page=3)))  # noqa: S301
    assert str(error).startswith("plan-017.pdf, page 3: xref broken. ")
    assert error.exit_code == 3
    assert error.refused


def test_the_spacy_examples_run():
    """Each example of docs/spacy.md runs as it stands, one after the other."""
    text = (ROOT / "docs" / "spacy.md").read_text("utf-8")
    blocks = [part.split("```")[0] for part in text.split("```python\n")[1:]]
    assert len(blocks) == 4
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/spacy.md", "exec"), names)  # noqa: S102 - our own document


def test_the_command_line_reference_is_that_of_the_program():
    """docs/cli.md is what `make docs` writes today."""
    reference = runpy.run_path(str(ROOT / "tools" / "cli_reference.py"))["reference"]
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == reference()


def test_the_map_of_the_rooms_is_that_of_the_imports():
    """docs/architecture.svg is what `make docs` draws today."""
    draw = runpy.run_path(str(ROOT / "tools" / "draw_architecture.py"))["draw"]
    assert (ROOT / "docs" / "architecture.svg").read_text("utf-8") == draw()


PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    """Each link and picture of a page names a file of the project, and its heading where one is given."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if re.match(r"https?:|mailto:", target):
            continue
        path, _, anchor = target.partition("#")
        file = page.parent / path if path else page
        assert file.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in heads}


def test_make_help_lists_every_target():
    """Whatever can be made is named with what it does."""
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1]
    assert set(phony.split()) == set(re.findall(r"make ([a-z-]+)", listed.stdout))


def test_the_query_for_parquet_asks_for_columns_that_are_exported():
    """The example of docs/batch.md is one that the exported tables can answer."""
    text = (ROOT / "docs" / "batch.md").read_text("utf-8")
    (query,) = re.findall(r"```sql\n(.*?)```", text, re.DOTALL)
    tables = dict(re.findall(r"'out/(\w+)\.parquet' (\w+)", query))
    for table, letter in tables.items():
        asked = set(re.findall(rf"\b{letter}\.(\w+)", query))
        assert asked
        assert asked <= set(BY_NAME[table].exported)

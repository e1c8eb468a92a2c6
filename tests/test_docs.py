"""The documents say what the program does."""

from pathlib import Path

import pytest

from extract import errors

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
    assert len(blocks) == 3
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/spacy.md", "exec"), names)  # noqa: S102 - our own document

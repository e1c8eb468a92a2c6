"""Rules of standards: every example matches its row, no counter-example does."""

import re

import pytest

import patterns
from extract.text import unify

ROWS = patterns.load_toml("standard").rows


def examples(key):
    return [pytest.param(r, e, id=f"{r.id}: {e}") for r in ROWS for e in getattr(r, key)]


@pytest.mark.parametrize(("row", "text"), examples("examples"))
def test_examples(row, text):
    assert re.search(row.regex, unify(text))


@pytest.mark.parametrize(("row", "text"), examples("not_examples"))
def test_counter_examples(row, text):
    assert not re.search(row.regex, unify(text))

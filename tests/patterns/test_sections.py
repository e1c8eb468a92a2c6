"""Rules of the outline: every example matches its row, no counter-example does."""

import re

import pytest

import patterns
from extract.text import fold_keep_length, unify

ROWS = patterns.load_toml("sections").rows
ANYWHERE = {"layout", "note_inside"}


def examples(key="examples"):
    return [pytest.param(r, e, id=f"{r.id}: {e}") for r in ROWS for e in getattr(r, key)]


def match(row, text):
    text = fold_keep_length(unify(text)) if row.data.get("folded") else text
    find = re.search if row.data["use"] in ANYWHERE else re.match
    return find(row.regex, text)


@pytest.mark.parametrize(("row", "text"), examples())
def test_examples(row, text):
    assert match(row, text)


@pytest.mark.parametrize(("row", "text"), examples("not_examples"))
def test_counter_examples(row, text):
    assert not match(row, text)

"""The layout table: every example shows its part, no counter-example does."""

import re

import pytest

import patterns
from extract.text import unify

ROWS = patterns.load_toml("layout").rows


@pytest.mark.parametrize(("row", "example"), [(r, e) for r in ROWS for e in r.examples])
def test_examples(row, example):
    assert re.search(row.regex, unify(example))


@pytest.mark.parametrize(("row", "example"), [(r, e) for r in ROWS for e in r.not_examples])
def test_counter_examples(row, example):
    assert not re.search(row.regex, unify(example))


def test_parts_are_known():
    """A part names what the reader asks for."""
    known = {"letterhead", "number", "place_date", "recipients", "signature", "data"}
    assert {row.data["part"] for row in ROWS} == known

"""The corpus scores no lower than the figures that stand beside it."""

import json
from functools import cache
from pathlib import Path

import pytest

from corpus.files import FORMATS, can_make
from corpus.score import FIGURES, compare, figures_of, samples_of, score_samples

TOLERANCE = 0.005
"""What one item less in a section may cost."""


@cache
def figures(form: str):
    if not can_make(form):
        pytest.skip(f"the program that makes or reads {form} files is not installed")
    return figures_of(score_samples(samples_of(form), form))


@cache
def committed():
    return json.loads(Path(FIGURES).read_text("utf-8"))


@pytest.mark.parametrize("form", FORMATS)
def test_no_section_falls(form):
    """F1 of every section, in every format, is at least the committed figure."""
    now, then = figures(form), committed()["tested"][form]
    fallen = {
        name: (row["f1"], then[name]["f1"])
        for name, row in now.items()
        if row["f1"] < then[name]["f1"] - TOLERANCE
    }
    assert not fallen, f"{form}: {fallen}; python -m corpus.score --format {form} --misses 20"


@pytest.mark.parametrize("form", FORMATS)
def test_no_field_falls(form):
    """The share of each field that is right falls by no more than two hundredths."""
    now, then = figures(form), committed()["tested"][form]
    fallen = {
        (name, field): (now[name].get(field, 0.0), share)
        for name, row in then.items()
        for field, share in row.items()
        if field != "f1" and now[name].get(field, 0.0) < share - 4 * TOLERANCE
    }
    assert not fallen, f"{form}: {fallen}; python -m corpus.score --format {form} --misses 20"


def test_formats_agree():
    """A plan says the same in every format but a scan: sections differ by three hundredths at most."""
    table = committed()["all"]
    for name in table["txt"]:
        f1 = [table[form][name]["f1"] for form in FORMATS if form != "scan"]
        assert max(f1) - min(f1) <= 0.03, (name, f1)


def test_changes_are_told_line_by_line():
    """A miss that is gone is a gain, a new one a loss; one of two equal misses may go."""
    then, now = ["p01 a", "p01 b", "p01 b", "p02 c"], ["p01 a", "p01 b", "p01 d"]
    assert compare(then, now, ("p01",)) == (["p01 b"], ["p01 d"])
    assert compare(then, now, ("",)) == (["p01 b", "p02 c"], ["p01 d"])

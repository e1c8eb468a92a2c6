"""The deadline tables: every example is found as its row says, every counter-example is not."""

import re
import warnings

import pytest
import regex

import patterns
from extract.stages.deadlines.grammar import compile_rule, grammar, lowered, rules, rules_at
from extract.stages.deadlines.points import parse_point
from extract.stages.deadlines.scan import scan
from extract.stages.deadlines.values import _READERS

FORMS = patterns.load_toml("deadline").rows
POINTS = patterns.load_toml("deadline_point").rows
CONTEXT = patterns.load_toml("deadline_context").rows


def examples(rows, key="examples"):
    return [pytest.param(r, e, id=f"{r.id}: {e}") for r in rows for e in getattr(r, key)]


@pytest.mark.parametrize(("row", "example"), examples(FORMS))
def test_form_examples(row, example):
    """The scan finds the example as one form, whole; the row itself matches it."""
    low = lowered(example)
    assert compile_rule(row.regex).fullmatch(low) or row.id == "when_bracket"
    before = "(" if row.id == "when_bracket" else ""
    after = ")" if before else ""
    (found,) = scan(before + low + after, 0, len(before + low + after), in_text=bool(before))
    assert found.match.group() == low


@pytest.mark.parametrize(("row", "example"), examples(FORMS, "not_examples"))
def test_form_counter_examples(row, example):
    assert not compile_rule(row.regex).fullmatch(lowered(example))


@pytest.mark.parametrize(("row", "example"), examples(FORMS))
def test_begins_name_the_first_word(row, example):
    """A form is tried only where one of its first words stands, so `begins` must list them."""
    low = lowered(example)
    rule = next(r for r in rules() if r.id == row.id)
    index = grammar(row.data["where"] != "cell", row.data["kind"] == "event")
    first = index.first.match(low)
    assert first, low
    assert rule in rules_at(index, first.group())


WORDS = sorted(
    {
        word
        for row in FORMS
        for begin in row.data["begins"]
        for word in patterns.load_toml("deadline").parts.get(begin, begin).split("|")
        if not word.endswith("#")
    }
)


@pytest.mark.parametrize("row", FORMS, ids=lambda r: r.id)
def test_begins_is_complete(row):
    """No word of the grammar opens a form without being listed for it."""
    listed = {
        word
        for begin in row.data["begins"]
        for word in patterns.load_toml("deadline").parts.get(begin, begin).split("|")
    }
    pattern = regex.compile(row.regex)
    missing = [
        w for w in WORDS if w not in listed and pattern.fullmatch(f"{w} ", partial=True)
    ]  # fmt: skip
    digits = pattern.fullmatch("1", partial=True) and "#" not in listed
    assert (missing, bool(digits)) == ([], False)


@pytest.mark.parametrize(("row", "example"), examples(POINTS))
def test_point_examples(row, example):
    """Each example is read, and as the grain that its row names."""
    point = parse_point(lowered(example))
    assert point is not None
    assert point.grain == row.data["grain"]


@pytest.mark.parametrize(("row", "example"), examples(POINTS, "not_examples"))
def test_point_counter_examples(row, example):
    assert not compile_rule(row.regex, ends=False).fullmatch(lowered(example))


AS_PRINTED = {"actor", "stop", "fronted", "ordinal"}


@pytest.mark.parametrize(("row", "example"), examples(CONTEXT))
def test_context_examples(row, example):
    text = example if row.data["use"] in AS_PRINTED else lowered(example)
    assert compile_rule(row.regex, ends=False).search(text)


@pytest.mark.parametrize(("row", "example"), examples(CONTEXT, "not_examples"))
def test_context_counter_examples(row, example):
    text = example if row.data["use"] in AS_PRINTED else lowered(example)
    assert not compile_rule(row.regex, ends=False).match(text)


@pytest.mark.parametrize("row", [*FORMS, *POINTS, *CONTEXT], ids=lambda r: r.id)
def test_rules_are_bounded_and_clean(row):
    """No repeat without a bound, no blank inside a character class, no unnamed group."""
    bare = re.sub(r"\\.|\[[^\]]*\]", "x", row.regex)
    assert not re.search(r"[*+](?!\?)", bare.replace("?", "")), row.regex
    assert re.compile(row.regex).groups == len(re.compile(row.regex).groupindex)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        compile_rule(row.regex)


def test_every_value_has_a_reader():
    assert {row.data["value"] for row in FORMS} == set(_READERS)

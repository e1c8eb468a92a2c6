"""Tables about units: every row proven by its examples, every code in its place."""

import re
from collections import Counter

import pytest

from extract.stages.units.knowledge import Names, Words, load_knowledge
from extract.stages.units.tokens import tokenize
from patterns import load_csv, load_toml

KIND_ROWS = load_toml("unit_kinds").rows
ROLE_ROWS = load_toml("unit_roles").rows


@pytest.mark.parametrize("row", KIND_ROWS, ids=[r.id for r in KIND_ROWS])
def test_kind_words(row):
    """Each kind word is found at the start of its examples, and not in the others."""
    words = Words(row.data["role"])
    for example in row.examples:
        found = words.match(example, 0)
        assert found is not None, example
    regex = re.compile(rf"(?:{row.regex})(?![^\W_])", re.IGNORECASE)
    assert all(regex.match(example) for example in row.examples)
    assert not any(regex.match(example) for example in row.not_examples)


def test_kind_words_are_told_apart():
    """The example of one kind is read as that kind, though others share its first letters."""
    for role in {row.data["role"] for row in KIND_ROWS} - {"generic"}:
        words = Words(role)
        for row in KIND_ROWS:
            if row.data["role"] == role:
                for example in row.examples:
                    found = words.match(example, 0)
                    assert found is not None
                    assert found[0].id == row.id, (example, found[0].id)


@pytest.mark.parametrize("row", ROLE_ROWS, ids=[r.id for r in ROLE_ROWS])
def test_role_words(row):
    """Each role is found in its examples, and not in the others."""
    regex = re.compile(row.regex, re.IGNORECASE)
    assert all(regex.search(example) for example in row.examples)
    assert not any(regex.search(example) for example in row.not_examples)


@pytest.mark.parametrize("use", ["field", "body", "post"])
def test_agencies_are_found_by_name(use):
    """Each name finds itself, whole."""
    names = Names(use)
    for row in load_csv("agencies"):
        if row["use"] == use:
            tokens = tokenize(row["name"])
            found = names.longest(tokens, 0)
            assert found is not None, row["name"]
            assert found[1] == len(tokens), (row["name"], found)


@pytest.mark.parametrize("use", ["field", "body", "post"])
def test_abbreviations_are_found(use):
    """Each abbreviation stands for its name, in capitals only."""
    names = Names(use)
    for row in load_csv("abbreviations"):
        if row["use"] == use:
            found = names.longest(tokenize(row["abbreviation"]), 0)
            assert found is not None, row["abbreviation"]
            short = row["name"].replace("Hội đồng nhân dân", "HĐND")
            assert found[0].name == short.replace("Ủy ban nhân dân", "UBND"), row["abbreviation"]
    assert load_knowledge().fields.longest(tokenize("tp"), 0) is None


def test_tables_say_a_thing_once():
    """No name or abbreviation has two rows for one use; uses are known."""
    agencies = Counter((row["name"], row["use"]) for row in load_csv("agencies"))
    short = Counter((row["abbreviation"], row["use"]) for row in load_csv("abbreviations"))
    assert [key for key, count in (agencies | short).items() if count > 1] == []
    assert {use for _, use in agencies} == {"field", "body", "post"}
    assert {use for _, use in short} <= {"field", "body", "post"}


PLACES = {
    "admin_units_before_2025": {"province": 63 + 1, "district": 696 + 1, "commune": 10_035},
    "admin_units": {"province": 34, "commune": 3_321},
}


@pytest.mark.parametrize(("table", "counts"), PLACES.items(), ids=PLACES)
def test_places(table, counts):
    """Codes have the length of their level, a parent that exists, and a known kind word."""
    rows = load_csv(table)
    level = {2: "province", 3: "district", 5: "commune"}
    assert Counter(level[len(row["code"])] for row in rows) == counts
    codes = {row["code"] for row in rows}
    assert all(row["parent"] in codes for row in rows if row["parent"])
    assert all(row["parent"] for row in rows if len(row["code"]) > 2)
    assert {row["kind"] for row in rows} <= {
        "tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu",
    }  # fmt: skip
    for row in rows:
        for day in (row["valid_from"], row["valid_to"]):
            assert not day or re.fullmatch(r"20\d\d-\d\d-\d\d", day)

"""The loader is strict, and no table carries what would make matching slow or ambiguous."""

import re
from pathlib import Path

import pytest

import patterns
from patterns import PatternsError, load_csv, load_toml, parse_table, use_overlay

FOLDER = Path(patterns.__file__).parent
TOML = sorted(path.stem for path in FOLDER.glob("*.toml"))
CSV = sorted(path.stem for path in FOLDER.glob("*.csv"))


def row(**changes):
    good = {"id": "a", "regex": r"\d{1,3}", "examples": ["12"], "source": "here"}
    return {key: value for key, value in {**good, **changes}.items() if value is not None}


FAULTS = {  # name: a table, words of its error
    "unknown part": ({"rows": [row(regex="${nothing}")]}, "t, row 'a': unknown part ${nothing}"),
    "part below the one that uses it": (
        {"parts": {"a": "${b}", "b": "x"}}, "t, part 'a': unknown part ${b}"),
    "bad regex": ({"rows": [row(regex="(")]}, "t, row 'a'"),
    "bad part": ({"parts": {"p": "["}}, "t, part 'p'"),
    "part that is no string": ({"parts": {"p": 1}}, "a part is a string"),
    "no id": ({"rows": [row(id=None)]}, "t, row '?': id is missing"),
    "no examples": ({"rows": [row(examples=None)]}, "t, row 'a': examples is missing"),
    "empty examples": ({"rows": [row(examples=[])]}, "examples is missing"),
    "no source": ({"rows": [row(source=None)]}, "source is missing"),
    "examples that are no list": ({"rows": [row(examples="12")]}, "examples is a list"),
    "counter-examples that are no list": ({"rows": [row(not_examples="x")]}, "not_examples is"),
    "the same id twice": ({"rows": [row(), row()]}, "t, row 'a': the id stands twice"),
    "unknown section": ({"row": []}, "t: unknown section ['row']"),
}  # fmt: skip


@pytest.mark.parametrize(("table", "words"), FAULTS.values(), ids=FAULTS)
def test_faults_name_table_and_row(table, words):
    """Every fault of a table is an error that says where it is."""
    with pytest.raises(PatternsError, match=re.escape(words)):
        parse_table("t", table)


def test_a_good_table():
    """Parts may use the parts above them; keys of a stage stay in `data`."""
    table = parse_table(
        "t", {"parts": {"n": r"\d", "nn": "${n}${n}"}, "rows": [row(regex="${nn}x", kind="k")]}
    )
    assert table["a"].regex == r"\d\dx"
    assert table["a"].data == {"kind": "k"}
    with pytest.raises(KeyError):
        table["b"]


@pytest.mark.parametrize("name", TOML)
def test_no_numbered_groups(name):
    """Groups have names or none: a numbered group moves when a rule is edited."""
    for one in load_toml(name).rows:
        compiled = re.compile(one.regex)
        assert compiled.groups == len(compiled.groupindex), one.id


@pytest.mark.parametrize("name", TOML)
def test_repeats_are_bounded(name):
    """No open repeat of a group: time stays linear on hostile text."""
    for one in load_toml(name).rows:
        assert not re.search(r"(?<!\\)\)[*+]", one.regex), one.id


@pytest.mark.parametrize("name", CSV)
def test_lists_load(name):
    """Every list but the one that an archive fills has rows, each with a value in its first column."""
    rows = load_csv(name)
    assert bool(rows) == (name != "syllable_pairs")
    assert all(next(iter(one.values())) for one in rows)


@pytest.fixture
def overlay(tmp_path):
    yield tmp_path
    use_overlay(None)


def test_overlay_puts_rows_first(overlay):
    """A user's row with the id of ours takes its place; a new one stands before ours."""
    (overlay / "citation.toml").write_text(
        "[[rows]]\nid='party'\nregex='x'\nexamples=['x']\nsource='mine'\nkind='party'\n"
        "[[rows]]\nid='mine'\nregex='y'\nexamples=['y']\nsource='mine'\nkind='party'\n",
        "utf-8",
    )
    use_overlay(overlay)
    rows = load_toml("citation").rows
    assert [one.id for one in rows[:2]] == ["party", "mine"]
    assert [one.id for one in rows].count("party") == 1
    use_overlay(None)
    assert load_toml("citation")["party"].regex != "x"


OVERLAY_FAULTS = {  # name: text of a user's laws.csv, words of its error
    "other columns": ("name,symbol\nLuật A,1/2020/QH14\n", "the columns must be name, type"),
    "a cell too many": (
        "name,type,symbol,issued_on,valid_from,valid_to,source\na,b,c,d,e,f,g,h\n",
        "laws.csv, row 2: wrong number of columns"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), OVERLAY_FAULTS.values(), ids=OVERLAY_FAULTS)
def test_faults_of_a_users_list(overlay, text, words):
    (overlay / "laws.csv").write_text(text, "utf-8")
    use_overlay(overlay)
    with pytest.raises(PatternsError, match=re.escape(words)):
        load_csv("laws")


def test_no_such_overlay(tmp_path):
    with pytest.raises(PatternsError, match="no such folder"):
        use_overlay(tmp_path / "none")

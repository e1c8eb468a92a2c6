"""The citation tables: each row finds its examples whole, and none of its counter-examples."""

import re
from datetime import date
from itertools import pairwise

import pytest

from extract.model import Header, Passage
from extract.stages.citations import find_citations
from extract.stages.citations.grammar import load_grammar
from extract.text import fold, unify
from patterns import load_csv, load_toml

TABLE = load_toml("citation")
# These say what stands before a citation, so their examples may end with other words.
SEARCHED = {"form"}


def examples(key):
    return [pytest.param(r, e, id=f"{r.id}: {e}") for r in TABLE.rows for e in getattr(r, key)]


@pytest.mark.parametrize(("row", "example"), examples("examples"))
def test_examples(row, example):
    """A row matches each printed wording of its own from end to end."""
    found = re.search(row.regex, unify(example))
    assert found
    assert row.id in SEARCHED or "use" in row.data or found.group() == unify(example)


@pytest.mark.parametrize(("row", "example"), examples("not_examples"))
def test_counter_examples(row, example):
    assert not re.search(row.regex, unify(example))


@pytest.mark.parametrize(
    ("row", "example"), [e for e in examples("examples") if "use" not in e.values[0].data]
)
def test_the_first_rule_is_the_right_one(row, example):
    """Of all grammars the row's own kind is the first to fit its examples."""
    first = next(r for r in load_grammar().rules if r.pattern.match(unify(example)))
    assert first.kind == row.data["kind"]


@pytest.mark.parametrize("row", load_csv("type_words"), ids=lambda row: row["word"])
def test_type_words(row):
    """Each type word is found in its example, without doubt about its code."""
    citations, _ = find_citations((Passage(0, row["example"]),), Header())
    assert [c.type for c in citations] == [row["word"]]
    doubt = citations[0].suspect
    assert doubt in (None, "no slash in the symbol", "no dash in the symbol")


@pytest.mark.parametrize("row", load_csv("issuers"), ids=lambda row: row["id"])
def test_issuers(row):
    """Each issuer is read whole after "của", and ends before what it is about."""
    text = f"Quyết định số 12/QĐ-ABC ngày 01/02/2020 của {row['example']} về việc ban hành"
    (citation,), _ = find_citations((Passage(0, text),), Header())
    assert citation.issuer == row["example"]
    assert citation.subject == "về việc ban hành"


@pytest.mark.parametrize("row", load_csv("issuer_fields"), ids=lambda row: row["name"])
def test_fields(row):
    """Each field is read whole after "Sở", with and without its place."""
    for tail in ("", " tỉnh Thanh Hóa"):
        body = f"Sở {row['name']}{tail}"
        text = f"Kế hoạch số 12/KH-ABC ngày 01/02/2020 của {body} về việc kiểm tra"
        (citation,), _ = find_citations((Passage(0, text),), Header())
        assert citation.issuer == body


@pytest.mark.parametrize("row", load_csv("laws"), ids=lambda r: f"{r['name'][:60]} {r['symbol']}")
def test_laws(row):
    """Each law is found by its name, with or without capitals, and its dates are in order."""
    for name in (row["name"], row["name"].upper()):
        citations, _ = find_citations((Passage(0, f"theo quy định của {name}."),), Header())
        assert [fold(c.raw) for c in citations] == [fold(name)]
    assert row["type"] == row["name"].split(" ")[0] or row["name"].startswith(row["type"])
    issued, start = date.fromisoformat(row["issued_on"]), date.fromisoformat(row["valid_from"])
    assert issued <= start
    assert not row["valid_to"] or date.fromisoformat(row["valid_to"]) > start
    if row["symbol"]:
        assert row["symbol"].split("/")[1] == str(issued.year)


def test_versions_of_a_law_do_not_overlap():
    """On any day at most one version of a law is in force; laws that only amend may be two."""
    by_name = {}
    for row in load_csv("laws"):
        if not row["name"].startswith("Luật Sửa đổi"):
            by_name.setdefault(row["name"], []).append(
                (row["valid_from"], row["valid_to"] or "9999")
            )
    for name, spans in by_name.items():
        spans.sort()
        for (_, end), (start, _) in pairwise(spans):
            assert end < start, name

"""Every rule of the header and of the flags matches its printed examples, and no counter-example."""

import re

import pytest

from extract.text import fold_keep_length, unify
from patterns import load_csv, load_toml

ROWS = [(name, row) for name in ("header", "flags") for row in load_toml(name).rows]
ANCHORED = {
    "body", "body_opener", "hard_stop", "recipients", "kept", "capacity", "position",
    "form_signer", "appendix", "place_kind", "about", "family_name", "no_name",
}  # fmt: skip
WHOLE = {"rule", "draft", "stamp", "signing_note", "name", "small_capacity", "small_title"}


def prepared(row, text):
    folded = row.data.get("folded", True)
    lines = [unify(line) for line in text.split("\n")]
    return "\n".join(fold_keep_length(line) if folded else line for line in lines)


def found(row, text):
    method = "fullmatch" if row.id in WHOLE else "match" if row.id in ANCHORED else "search"
    return getattr(re.compile(row.regex), method)(prepared(row, text))


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[f"{name}-{row.id}" for name, row in ROWS])
def test_rows(table, row):
    """A rule is what its examples say, both ways."""
    assert row.not_examples, f"{table}, {row.id}: a rule without a counter-example proves little"
    assert [text for text in row.examples if not found(row, text)] == []
    assert [text for text in row.not_examples if found(row, text)] == []


def test_document_types():
    """Each type word is printed as its example says; compound ones begin with a plain one."""
    rows = load_csv("doc_types")
    plain = {row["word"] for row in rows if not row["compound"]}
    for row in rows:
        assert row["example"] == row["word"].upper()
        assert row["source"]
        if row["compound"]:
            assert any(row["word"].startswith(f"{word} ") for word in plain)

"""Scoring: counts that can be checked by hand, and the same figures as the scorer of the gold."""

import copy
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.score import SECTIONS, Score, score_record
from extract.score.compare import align, likeness, plain, plain_issuer, plain_symbol

PLAIN = {
    "markup, case, blanks": ("**Kế  hoạch**.", "kế hoạch"), "nothing": (None, ""),
    "dash and quotes": ("“a” – b", '"a" - b'), "number": (5, "5"), "nfd": ("Ke\u0302\u0301", "kế"),
}  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), PLAIN.values(), ids=PLAIN)
def test_plain(value, expected):
    """What is not compared: markup, case, blanks, outer punctuation."""
    assert plain(value) == expected


def test_symbols_and_issuers():
    """Blanks in a symbol do not matter, nor how UBND is printed."""
    assert plain_symbol("50 / KH-UBND") == plain_symbol("50/KH-UBND")
    assert plain_issuer("Ủy ban nhân dân xã A") == plain_issuer("UBND xã A")
    assert plain_issuer("UBND xã A") != plain_issuer("UBND xã B")


def test_alignment_takes_the_best_then_the_nearest():
    """One to one; of equal matches those nearest in order."""
    same = align(["a", "a", "b"], ["a", "b", "a"], lambda g, p: float(g == p), 1.0)
    assert same == [(0, 0), (1, 2), (2, 1)]
    assert align(["a"], [], lambda g, p: 1.0, 0.5) == []


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share(a, b):
    """Between 0 and 1, 1 for equal texts that say something."""
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, a) == (1.0 if plain(a) else 0.0)


GOLD = {
    "document": {"doc_type": "Kế hoạch", "symbol": "5/KH-UBND", "place": "A", "issued_on": None,
                 "issuer": "UBND xã A", "title": "Kiểm tra", "signers": [{"name": "B"}],
                 "recipients": ["Lưu: VT"]},
    "citations": [{"line": 1, "raw": "Luật A", "type": "Luật", "symbol": None, "issued_on": None,
                   "issuer": None, "subject": None, "pinpoints": [], "role": "mention",
                   "suspect": None}],
    "tables": [{"line": 3, "appendix": None, "caption": None, "header": [["TT"]],
                "rows": [["1", "x"]], "kind": "other"}],
    "tasks": [{"ordinal": "1", "task": "t", "lead": "", "coordinating": "", "product": "",
               "deadline": "", "budget_vnd": None, "group": False}],
    "unit_lists": [{"units": ["Xã A", "Xã A", "Xã B"]}],
    "deadlines": [{"line": 9, "raw": "trước ngày 5/5", "source": "text", "kind": "date",
                   "start_on": None, "due_on": "2020-05-04", "rrule": None, "offset": None,
                   "business_days": False, "anchor": None, "responsible": None}],
    "flags": [{"line": 1, "code": "missing_date", "why": "blank"}],
}  # fmt: skip


def scored(found: dict) -> dict[str, Score]:
    scores = {name: Score() for name in SECTIONS}
    score_record(GOLD, found, scores, "x")
    return scores


def test_gold_against_itself_is_perfect():
    """Every section 1.0 and no miss."""
    for name, score in scored(GOLD).items():
        assert (score.precision, score.recall, score.f1) == (1, 1, 1), name
        assert not score.misses


def test_a_document_without_a_record_misses_everything():
    """Nothing found: recall 0 and no crash."""
    scores = scored({})
    assert all(scores[n].recall == 0 for n in SECTIONS if n != "document")
    assert scores["units"].gold == 3


def test_wrong_and_surplus_values_are_told_apart():
    """A wrong field lowers the field, a surplus record lowers precision."""
    found = copy.deepcopy(GOLD)
    found["unit_lists"][0]["units"] = ["Xã A", "Xã C"]
    found["citations"][0]["role"] = "self"
    found["flags"].append({"code": "total_mismatch", "why": ""})
    scores = scored(found)
    assert (scores["units"].hit, scores["units"].found) == (1, 2)
    assert scores["citations"].f1 == 1
    assert scores["citations"].to_dict()["fields"]["role"] == 0
    assert scores["flags"].precision == 0.5
    assert any("total_mismatch" in miss for miss in scores["flags"].misses)


def spoiled(record: dict, step: int) -> dict:
    """A record with every n-th item gone and some values changed."""
    found = copy.deepcopy(record)
    for section in ("citations", "tables", "tasks", "deadlines", "flags"):
        found[section] = [r for i, r in enumerate(found[section]) if i % step]
        for r in found[section][::step]:
            r.update({"kind": "x", "type": "X", "role": "x", "lead": "x", "issued_on": "x"})
    for table in found["tables"]:
        table["rows"] = table["rows"][1:]
    for units in found["unit_lists"]:
        units["units"] = [*units["units"][:-1], "Xã X"]
    found["document"]["title"] = "x"
    return found


@pytest.mark.parametrize("step", [2, 3, 5])
def test_figures_equal_those_of_the_gold_scorer(step, shared, tmp_path):
    """The same counts and shares as the scorer that comes with the gold."""
    names = [path.stem for path in sorted((shared / "gold").glob("*.json"))]
    scores = {name: Score() for name in SECTIONS}
    for name in names:
        gold = json.loads((shared / "gold" / f"{name}.json").read_text("utf-8"))
        found = spoiled(gold, step)
        (tmp_path / f"{name}.json").write_text(json.dumps(found), "utf-8")
        score_record(gold, found, scores, name)
    theirs = subprocess.run(
        [sys.executable, shared / "tools" / "score.py", "--gold", shared / "gold",
         "--pred", tmp_path, "--json"], capture_output=True, check=True,
    ).stdout  # fmt: skip
    assert {n: s.to_dict() for n, s in scores.items()} == json.loads(theirs)

"""The spaCy components give what the batch gives, whatever the tokenizer."""

import subprocess
import sys
import unicodedata

import pytest

spacy = pytest.importorskip("spacy")

from extract.spacy_components import COMPONENTS, trichluc_pipeline  # noqa: E402

TEXT = (
    "Phòng Nội vụ báo cáo UBND huyện theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của "
    "Chính phủ, Luật Đất đai trước ngày 20/10/2020."
)


@pytest.fixture(scope="module")
def nlp():
    return trichluc_pipeline(issuer="UBND huyện Thạch Thành", issued_on="2020-03-03")


def test_spans_and_records(nlp):
    """Each component sets its spans, and each span carries its record."""
    doc = nlp(TEXT)
    citations = doc.spans["trichluc_citations"]
    assert [s._.citation.symbol or s._.citation.raw for s in citations] == [
        "61/2018/NĐ-CP", "Luật Đất đai"]  # fmt: skip
    assert citations[0].text == "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ"
    assert citations[0].label_ == "LEGISLATIVE"
    assert [str(s._.deadline.due_on) for s in doc.spans["trichluc_deadlines"]] == ["2020-10-20"]
    assert "Phòng Nội vụ" in [s._.unit.raw for s in doc.spans["trichluc_units"]]
    assert list(doc.spans) == list(COMPONENTS)


def test_gazetteer():
    """Full names of agencies and places are looked up, with the codes of the places."""
    nlp = spacy.blank("xx")
    nlp.add_pipe("trichluc_gazetteer")
    doc = nlp("Sở Nội vụ kiểm tra xã Thượng Lộ, phường Bến Nghé; xã hội hóa, huyện miền núi.")
    spans = doc.spans["trichluc_gazetteer"]
    assert [(s.label_, s.text) for s in spans] == [
        ("AGENCY", "Sở Nội vụ"), ("PLACE", "xã Thượng Lộ"), ("PLACE", "phường Bến Nghé")]  # fmt: skip
    assert [s._.codes for s in spans] == [(), ("20185",), ("26740",)]


def test_symbols_are_one_token(nlp):
    """The blank pipeline keeps a symbol whole, so that matchers can use it as a token."""
    tokens = [token.text for token in nlp.make_doc(TEXT)]
    assert "61/2018/NĐ-CP" in tokens and "23/4/2018" in tokens


def test_any_tokenizer_will_do():
    """With a tokenizer that splits symbols the spans still take in the whole citation."""
    nlp = spacy.blank("en")
    nlp.add_pipe("trichluc_citations")
    doc = nlp(TEXT)
    (span, _) = doc.spans["trichluc_citations"]
    assert span._.citation.raw in span.text


def test_text_that_is_not_nfc_gives_no_wrong_offsets(nlp):
    doc = nlp(unicodedata.normalize("NFD", TEXT))
    assert not doc.spans["trichluc_citations"]


def test_empty_text(nlp):
    assert not nlp("").spans["trichluc_citations"]


def test_spacy_is_imported_only_here():
    """Extracting does not load spaCy: it would cost a second at every start."""
    code = "import sys, extract, extract.pipeline; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

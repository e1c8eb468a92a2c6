"""TCVN3 and VNI text: read by font, told by syllables, and Unicode text left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.legacy_fonts import (
    _TCVN3,
    _vni_pairs,
    find_encoding,
    font_encoding,
    read_run,
    read_tcvn3,
    read_vni,
)

TCVN3 = {letter: bytes([byte]).decode("latin-1") for byte, letter in _TCVN3.items()}
VNI: dict[str, str] = {}
for _sequence, _letter in _vni_pairs().items():
    VNI.setdefault(_letter, _sequence)

SENTENCES = [
    "Các phòng, ban chuyên môn phối hợp thực hiện kế hoạch này theo chức năng được giao",
    "Ủy ban nhân dân xã báo cáo kết quả trước ngày 15 tháng 6 về Phòng Nội vụ huyện",
    "Kiểm tra, giám sát việc giải quyết thủ tục hành chính của đơn vị trực thuộc",
    "Nhu cầu kinh phí theo phụ lục i; nhiệm vụ theo phụ lục ii và các biểu kèm theo.",
    "3\tCân rác tại điểm tập kết\t\t\t\tx\tx\tx\tx\tx\tx\tx\tx\tx",
]


def spell(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(c, c) for c in text)


def restored(text: str) -> tuple[str, str]:
    """Return the text as Unicode and the encoding that it was taken for."""
    encoding = find_encoding(text)
    return {"tcvn3": read_tcvn3, "vni": read_vni, "unicode": str}[encoding](text), encoding


@pytest.mark.parametrize("sentence", SENTENCES)
def test_lost_font_names(sentence):
    """A text of 40 characters is told by its syllables and restored letter by letter."""
    low = sentence.lower()
    assert restored(spell(low, TCVN3)) == (low, "tcvn3")
    assert restored(spell(sentence, VNI)) == (sentence, "vni")
    assert restored(sentence) == (sentence, "unicode")


@pytest.mark.parametrize(
    "text",
    [
        "Señor Peña está en París; garçon naïf où déjà vu, l'été à la plage",
        "Übergroße Bäume müssen für Öl gefällt werden, sagt die Behörde",
        "Plan of work for the year 2020, see annex A",
        "õ ï ø Năm 2020",
        "",
    ],
)
def test_other_text_is_left_alone(text):
    """What is not clearly Vietnamese in an old encoding stays as it is."""
    assert restored(text) == (text, "unicode")


def test_samples_are_left_alone(shared):
    """No line of real Unicode plans is taken for an old encoding."""
    for path in sorted((shared / "samples").glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            assert find_encoding(line) == "unicode", line


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "tcvn3"), (".VnTimeH", "tcvn3"), (".VnArial NarrowH", "tcvn3"),
        ("VNI-Times", "vni"), ("VNI-Helve", "vni"), ("VnTime", "tcvn3"),
        ("Times New Roman", "unicode"), ("Vnu Sans", "unicode"), (None, "unicode"),
    ],
)  # fmt: skip
def test_fonts(font, encoding):
    """The name of a font says what its letters are."""
    assert font_encoding(font) == encoding


def test_capitals_by_font():
    """A TCVN3 font whose name ends in H shows capitals only."""
    assert read_run(spell("kế hoạch", TCVN3), ".VnTimeH") == "KẾ HOẠCH"


@given(st.text(alphabet="abcdeghiklmnopqrstuvxy ăâđêôơưáàảãạếềểễệốồổỗộ", max_size=60))
def test_round_trip(text):
    """Whatever Vietnamese is spelt in TCVN3 is read back."""
    assert read_tcvn3(spell(text, TCVN3)) == text


def test_vni_round_trip():
    """Every VNI sequence reads as its letter, capitals too."""
    for letter, sequence in VNI.items():
        assert read_vni(sequence) == letter


def test_every_long_text_of_the_plans_is_restored():
    """Each line above 40 characters, spelt as either encoding has it, comes back as it was."""
    from corpus.build import samples
    from corpus.render import RENDERERS

    texts = [RENDERERS["txt"](sample).decode() for sample in samples()]
    lines = {line.strip().lower() for text in texts for line in text.splitlines()}
    for line in sorted(line for line in lines if len(line) > 40 and not line.isascii()):
        assert restored(spell(line, TCVN3)) == (line, "tcvn3")
        assert restored(spell(line, VNI)) == (line, "vni")
        assert restored(line) == (line, "unicode")

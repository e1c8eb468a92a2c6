"""Marks of scanned words: put right by the word they stand in, and nothing else touched."""

import pytest

from corpus.build import samples
from corpus.render import RENDERERS
from extract.model import Block, Cell, Grid, GridRow, Note, Origin
from extract.readers.ocr_compounds import can_be_said, repair_text
from extract.readers.ocr_words import repair_pages
from patterns import load_csv

TEXTS = {  # name: as the engine reads it, as it is printed
    "hook taken for acute": ("Tố chức thực hiện", "Tổ chức thực hiện"),
    "a mark lost": ("Văn phòng thường trưc", "Văn phòng thường trực"),
    "in capitals": ("TỔ CHÚC THỤC HIỆN", "TỔ CHỨC THỰC HIỆN"),
    "both syllables": ("xây dưng kê hoach", "xây dựng kế hoạch"),
    "a tone that its end asks for": ("Tâp nào", "Tập nào"),
    "old style of the tone mark": ("Uý ban nhân dân", "Ủy ban nhân dân"),
    "filed with the clerks": ("Lưu: VF, NV.", "Lưu: VT, NV."),
    "two words that differ by a mark": ("khai báo lưu trú", "khai báo lưu trú"),
    "a syllable of another word": ("Hội đồng nhân dân số kết quả", "Hội đồng nhân dân số kết quả"),
    "other marks than engines lose": ("người dẫn đường", "người dẫn đường"),
    "a name": ("xã Thanh Tra, ông Bản Hành", "xã Thanh Tra, ông Bản Hành"),
    "parted by a comma": ("tố, chức", "tố, chức"),
    "no Vietnamese word": ("Internet, Zalo, Facebook", "Internet, Zalo, Facebook"),
}


@pytest.mark.parametrize(("read", "printed"), TEXTS.values(), ids=TEXTS)
def test_repair(read, printed):
    """The text is that of the print, and as long as before."""
    text, repairs = repair_text(read)
    assert text == printed
    assert bool(repairs) == (read != printed)
    assert len(text) == len(read)


@pytest.mark.parametrize("sample", samples(), ids=lambda s: s.name)
def test_clean_text_stays(sample):
    """Nothing changes in the text of a plan that no engine read."""
    if sample.name == "p35_ocr":
        pytest.skip("this plan shows the faults of OCR")
    for line in RENDERERS["txt"](sample).decode().splitlines():
        assert repair_text(line) == (line, [])


@pytest.mark.parametrize("name", ["agencies", "laws", "issuers", "type_words", "doc_types"])
def test_known_names_stay(name):
    """Names of bodies and laws are right as they stand."""
    for row in load_csv(name):
        for value in row.values():
            assert repair_text(value) == (value, [])


def test_tables_hold_syllables():
    """Every syllable of both tables can be said, and first syllables stand once."""
    rows = load_csv("compounds")
    assert len({row["first"] for row in rows}) == len(rows)
    for row in rows:
        assert all(can_be_said(word) for word in (row["first"], *row["seconds"].split()))
    assert all(can_be_said(w) for row in load_csv("syllables") for w in row["syllables"].split())


def test_only_scanned_pages_change_and_notes_tell():
    """Blocks and cells of scanned pages are put right, named in a note; other pages stay."""
    block = Block("Tố chức họp", (Origin(0, page=1),))
    other = Block("Tố chức họp", (Origin(0, page=2),))
    grid = Grid((GridRow((Cell("Phối hơp"),)),), page=1)
    items, notes = repair_pages([block, other, grid], frozenset({1}))
    assert [items[0].text, items[1].text, items[2].rows[0].cells[0].text] == [
        "Tổ chức họp", "Tố chức họp", "Phối hợp",
    ]  # fmt: skip
    assert notes == [
        Note("ocr_repair", "marks put right: Tố chức → Tổ chức, Phối hơp → Phối hợp", 1)
    ]

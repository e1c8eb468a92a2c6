"""Marks of scanned words by their neighbours in the archive, and what `trichluc learn` writes."""

import pytest

from corpus.build import samples
from corpus.render import RENDERERS
from extract.cli import run
from extract.model import Block, Origin
from extract.readers.ocr_pairs import find_pairs, repair_pairs
from extract.readers.ocr_words import repair_pages
from patterns import use_overlay

TABLE = """first,seconds
cổng,làng:9
đò,ngang:9
kè,sông:4
sông,lam:12 hương:5
qua,cổng:2
từ,chối:30
vớt,rác:3
"""

TEXTS = {  # name: as the engine reads it, as it is printed
    "both neighbours speak for it": ("Đi qua cống làng", "Đi qua cổng làng"),
    "no word, and its neighbour often": ("đò ngáng", "đò ngang"),
    "no word, but its neighbour seldom": ("tổ chức vơt rác", "tổ chức vơt rác"),
    "a name": ("xã Qua Cống Làng", "xã Qua Cống Làng"),
    "an abbreviation": ("HU từ TU chối", "HU từ TU chối"),
    "neighbours that are parted": ("qua, cống, làng", "qua, cống, làng"),
    "nothing known": ("Nghị quyết của Đảng", "Nghị quyết của Đảng"),
}


@pytest.fixture
def table(tmp_path):
    (tmp_path / "syllable_pairs.csv").write_text(TABLE, "utf-8")
    use_overlay(tmp_path)
    yield
    use_overlay(None)


@pytest.mark.parametrize(("read", "printed"), TEXTS.values(), ids=TEXTS)
def test_repair(table, read, printed):
    """Only a word that its neighbours never have, beside one that they often have, is changed."""
    text, repairs = repair_pairs(read)
    assert text == printed
    assert [r.read for r in repairs] == [
        a for a, b in zip(read.split(), printed.split(), strict=True) if a != b
    ]


def test_without_a_table_nothing_changes():
    assert repair_pairs("Đi qua cống làng") == ("Đi qua cống làng", [])


def test_notes_name_what_was_read(table):
    """Only pages that an engine read change; what it read stays in the note."""
    blocks = [Block("đi qua cống làng", (Origin(0, page=page),)) for page in (1, 2)]
    items, (note,) = repair_pages(blocks, frozenset({2}))
    assert [item.text for item in items] == ["đi qua cống làng", "đi qua cổng làng"]
    assert (note.page, note.message) == (2, "marks put right: cống → cổng")


def test_learn_and_read_again(tmp_path, capfd):
    """The same database gives the same table; with it no plan that it came from is changed."""
    folder, database = tmp_path / "plans", tmp_path / "kho.db"
    folder.mkdir()
    texts = {s.name: RENDERERS["txt"](s) for s in samples()[:12]}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text)
    assert run(["ingest", str(folder), "--db", str(database), "--workers", "1"]) == 0
    for out in ("a", "b"):
        assert run(["learn", "--db", str(database), "--to", str(tmp_path / out)]) == 0
    made = [(tmp_path / out / "syllable_pairs.csv").read_bytes() for out in ("a", "b")]
    assert made[0] == made[1]
    assert "pairs of syllables from 12 plans" in capfd.readouterr().out
    pairs = list(find_pairs("Ủy ban nhân dân huyện"))
    assert pairs == [("ủy", "ban"), ("ban", "nhân"), ("nhân", "dân"), ("dân", "huyện")]
    try:
        use_overlay(tmp_path / "a")
        for text in texts.values():
            for line in text.decode().splitlines():
                assert repair_pairs(line) == (line, [])
    finally:
        use_overlay(None)


def test_nothing_to_learn(tmp_path, capfd):
    """An archive of scans alone, or a single plan, teaches nothing, and that is said."""
    plan, database = tmp_path / "a.txt", tmp_path / "kho.db"
    plan.write_bytes(RENDERERS["txt"](samples()[0]))
    assert run(["ingest", str(plan), "--db", str(database), "--workers", "1"]) == 0
    assert run(["learn", "--db", str(database), "--to", str(tmp_path / "x")]) == 2
    assert "too few to learn from" in capfd.readouterr().err
    assert not (tmp_path / "x").exists()

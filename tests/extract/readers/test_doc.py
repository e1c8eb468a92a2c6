"""Word 97 .doc read directly: text, tables with merged cells, fonts from before Unicode."""

import io
import shutil
import struct
import subprocess
from types import SimpleNamespace

import pytest
from docx import Document as Writer

from extract.errors import TrichlucError
from extract.model import Block, Grid
from extract.readers.doc import read_doc
from extract.readers.doc_lists import DocLists
from extract.readers.legacy_fonts import _TCVN3, _vni_pairs

TCVN3 = {letter: bytes([byte]).decode("latin-1") for byte, letter in _TCVN3.items()}
VNI: dict[str, str] = {}
for _sequence, _letter in _vni_pairs().items():
    VNI.setdefault(_letter, _sequence)


def spell(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(c, c) for c in text)


@pytest.fixture(scope="module")
def doc_of(tmp_path_factory):
    """Return a function that turns a python-docx document into the bytes of a .doc."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed: no .doc can be made here")

    def convert(document) -> bytes:
        folder = tmp_path_factory.mktemp("doc")
        document.save(folder / "a.docx")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(folder)]
        subprocess.run(
            [*command, str(folder / "a.docx")], check=True, capture_output=True, timeout=120
        )
        return (folder / "a.doc").read_bytes()

    return convert


@pytest.fixture(scope="module")
def plan(doc_of) -> bytes:
    document = Writer()
    document.add_paragraph("Số: 12/KH-UBND")
    struck = document.add_paragraph("ngày 3/")
    struck.add_run("03").font.strike = True
    struck.add_run("/2020")
    table = document.add_table(4, 4, style="Table Grid")
    for row, texts in enumerate(
        [("TT", "Nội dung", "Phân công", ""), ("", "", "Chủ trì", "Phối hợp"),
         ("1", "Rà soát hộ tịch", "Tư pháp", "Công an"), ("2", "Báo cáo", "Văn phòng", "")]
    ):  # fmt: skip
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 2).merge(table.cell(0, 3))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(1, 1))
    table.cell(3, 1).merge(table.cell(3, 3))
    document.add_paragraph("Hết.")
    for level, text in (("", "Mục đích"), ("", "Yêu cầu")):
        document.add_paragraph(text, style=f"List Number{level}")
    document.add_paragraph("Việc chung", style="List Bullet")
    mixed = document.add_paragraph()
    for font, text in (
        ("Times New Roman", "Căn cứ "),
        (".VnTime", spell("nghị quyết số 5 ngày đầu năm", TCVN3)),
        ("VNI-Times", spell(" của Ủy ban nhân dân xã Đường Hồng", VNI)),
        (".VnTimeH", spell(" kế hoạch", TCVN3)),
    ):
        mixed.add_run(text).font.name = font
    return doc_of(document)


def test_text_and_tables(plan):
    """Paragraphs, merged cells and struck text come out as Word shows them, in order."""
    document = read_doc(plan, "a.doc")
    first, second, grid, *rest = document.items
    assert isinstance(first, Block)
    assert first.text == "Số: 12/KH-UBND"
    assert second.text == "ngày 3/03/2020"
    assert [(second.text[m.start : m.end], m.kind) for m in second.marks] == [("03", "struck")]
    assert isinstance(grid, Grid)
    assert [[c.text for c in row.cells] for row in grid.rows] == [
        ["TT", "Nội dung", "Phân công", ""],
        ["", "", "Chủ trì", "Phối hợp"],
        ["1", "Rà soát hộ tịch", "Tư pháp", "Công an"],
        ["2", "Báo cáo Văn phòng", "", ""],
    ]
    assert grid.rows[0].cells[2].column_span == 2
    assert grid.rows[0].cells[0].row_span == 2
    assert [block.text for block in rest[:4]] == [
        "Hết.", "1. Mục đích", "2. Yêu cầu", "• Việc chung"
    ]  # fmt: skip


def test_characters_outside_the_basic_plane(doc_of):
    """A pair of code units is one character; half of one never reaches the database."""
    document = Writer()
    document.add_paragraph("Thực hiện \N{WHITE HEAVY CHECK MARK} và \U0001f4c5 đúng hạn \ue123.")
    data = doc_of(document)
    (block,) = read_doc(data, "a.doc").items
    assert block.text == "Thực hiện \N{WHITE HEAVY CHECK MARK} và \U0001f4c5 đúng hạn \ue123."
    half, dot = "\ud83d".encode("utf-16-le", "surrogatepass"), ".".encode("utf-16-le")
    pair = "\U0001f4c5".encode("utf-16-le")
    assert data.count(pair) == 1
    (block,) = read_doc(data.replace(pair, half + dot), "a.doc").items
    assert block.text == "Thực hiện \N{WHITE HEAVY CHECK MARK} và \ufffd. đúng hạn \ue123."


def test_columns_and_numbers_alone(doc_of):
    """A signature set with tabs is read by columns; a cell may hold a number that Word counts."""
    document = Writer()
    cells = document.add_table(2, 2).columns[0].cells
    for cell in cells:
        cell.paragraphs[0].style = "List Number"
    for cell, text in zip(document.tables[0].columns[1].cells, ("Họp", "Báo cáo"), strict=True):
        cell.text = text
    for line in (
        "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN",
        "- UBND huyện;\tCHỦ TỊCH",
        "- Lưu: VT.",
        "\tLý A",
    ):
        document.add_paragraph(line)
    grid, *blocks = read_doc(doc_of(document), "a.doc").items
    assert [[c.text for c in row.cells] for row in grid.rows] == [["1.", "Họp"], ["2.", "Báo cáo"]]
    assert [(b.role, b.text) for b in blocks] == [
        ("recipients", "Nơi nhận:"), ("recipients", "- UBND huyện;"), ("recipients", "- Lưu: VT."),
        ("signature", "TM. ỦY BAN NHÂN DÂN"), ("signature", "CHỦ TỊCH"), ("signature", "Lý A"),
    ]  # fmt: skip


def test_fonts_from_before_unicode(plan):
    """The font of each run decides how it is read, also in the middle of a paragraph."""
    document = read_doc(plan, "a.doc")
    assert document.items[-1].text == (
        "Căn cứ nghị quyết số 5 ngày đầu năm của Ủy ban nhân dân xã Đường Hồng KẾ HOẠCH"
    )
    assert {n.message for n in document.notes if n.code == "legacy_font"} == {
        "text in a TCVN3 font was read as Unicode",
        "text in a VNI font was read as Unicode",
    }


@pytest.mark.parametrize("kept", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_file_is_refused_or_read(plan, kept):
    """A file cut off anywhere ends in a known error or a document, never in another exception."""
    try:
        read_doc(plan[: int(len(plan) * kept)], "a.doc")
    except TrichlucError as error:
        assert error.remedy in str(error)


def test_flipped_bytes_never_escape(plan):
    """Damage inside the file stays within known errors."""
    import random

    chance = random.Random(7)  # noqa: S311
    for _ in range(60):  # fixed seed: the same damage each time
        broken = bytearray(plan)
        for _ in range(20):
            broken[chance.randrange(512, len(broken))] = chance.randrange(256)
        try:
            read_doc(bytes(broken), "a.doc")
        except TrichlucError:
            continue


@pytest.mark.parametrize("kept", range(36, 80, 3))
def test_cut_list_definitions_cost_only_the_numbers(kept):
    """Definitions of lists that end in the middle give a document without automatic numbers."""
    header = bytearray(0x2F2)
    struct.pack_into("<IIII", header, 0x2E2, 0, 30, 30, 20)
    table = struct.pack("<H", 1) + bytes(28) + struct.pack("<I", 1) + bytes(60)
    lists = DocLists(SimpleNamespace(header=bytes(header), table=table[:kept]))
    assert lists.next_label(1, 0) == ""


def test_not_word(tmp_path):
    """An OLE file without a Word stream, or no OLE file at all, is damaged."""
    with pytest.raises(TrichlucError):
        read_doc(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc")
    with pytest.raises(TrichlucError):
        read_doc(io.BytesIO(b"text").getvalue(), "a.doc")

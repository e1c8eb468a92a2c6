"""Words of a PDF page: text, boxes, fonts."""

import pypdfium2
import pytest

pytest.importorskip("reportlab", reason="reportlab makes the PDFs of these tests")

from extract.readers.pdf_page import read_page
from extract.readers.words import BOLD
from tests.extract.readers.pdf_making import Sheet, cells, grids, needs_font, texts

pytestmark = needs_font


def page_of(sheet):
    return read_page(pypdfium2.PdfDocument(sheet.data())[0], 1)


def test_a_page_of_very_many_words():
    """None is lost or moved, however many there are."""
    sheet = Sheet()
    wanted = []
    for row in range(75):
        for column in range(24):
            wanted.append((f"{row}.{column}", 20 + 23 * column, 30 + 10 * row))
            sheet.put(wanted[-1][1], wanted[-1][2], wanted[-1][0], size=5)
    words = page_of(sheet).words
    assert [word.text for word in words] == [text for text, _, _ in wanted]
    for word, (_, x, base) in zip(words, wanted, strict=True):
        assert word.x0 == pytest.approx(x, abs=0.1)
        assert word.top < base < word.bottom
        assert word.x0 < word.x1 < x + 20
        assert word.bottom - word.top == pytest.approx(5, abs=0.01)


def test_a_page_of_very_many_borders():
    """Each side of each cell is a line of its own: over two thousand."""
    sheet, side = Sheet(), 16
    for row in range(36):
        for column in range(30):
            x, y = 40 + side * column, sheet.height - 60 - side * row
            corners = [(x, y), (x + side, y), (x + side, y - side), (x, y - side), (x, y)]
            for (ax, ay), (bx, by) in zip(corners, corners[1:], strict=False):
                sheet.canvas.line(ax, ay, bx, by)
            sheet.put(x + 2, 60 + side * row + 11, f"{row + 1}.{column + 1}", size=5)
    (grid,) = grids(sheet.read())
    assert cells(grid) == [[f"{r + 1}.{c + 1}" for c in range(30)] for r in range(36)]


def test_words_of_a_line_in_several_fonts_and_levels():
    """Each word has its own size, style and height, though pdfium sees one line."""
    sheet = Sheet().put(60, 100, "Kế hoạch").put(122, 100, "số").put(146, 100, "12", "Bold")
    sheet.put(172, 94, "(3)", "Bold", size=7)
    words = {word.text: word for word in page_of(sheet).words}
    assert {text for text, word in words.items() if word.style & BOLD} == {"12", "(3)"}
    heights = {text: round(word.bottom - word.top) for text, word in words.items()}
    assert heights == {"Kế": 12, "hoạch": 12, "số": 12, "12": 12, "(3)": 7}
    assert words["(3)"].bottom < words["12"].bottom - 3


@pytest.mark.parametrize(("x", "y"), [(-300, 100), (700, 100), (60, -40), (60, 900)])
def test_words_beside_the_page_are_left_out(x, y):
    """Printers' marks and leftovers of a larger sheet are not shown."""
    sheet = Sheet().put(x, y, "ngoài lề").put(60, 200, "Căn cứ Luật")
    assert [word.text for word in page_of(sheet).words] == ["Căn", "cứ", "Luật"]


@pytest.mark.parametrize("text", ["", " "])
def test_a_page_without_words(text):
    """Nothing is found, and nothing fails."""
    assert page_of(Sheet().put(60, 100, text)).words == ()
    sheet = Sheet().put(60, 100, text).page().put(60, 100, "Căn cứ Luật Ngân sách")
    assert texts(sheet.read()) == ["Căn cứ Luật Ngân sách"]

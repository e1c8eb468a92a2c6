"""Lines and cells of a scan: sizes that the engine guesses wrongly, type too small for it."""

import io

import pytest

from extract.model import Grid
from extract.readers import read_bytes
from extract.readers.ocr import find_missing

np = pytest.importorskip("numpy", reason="extra `ocr` is not installed")
pytest.importorskip("cv2", reason="extra `ocr` is not installed")

SIZES = {  # name: words with their heights in pixels, size the engine says, size that comes out
    "too large by a third": ([("2011-2020;", 25), ("Quyết", 37), ("Thủ", 27)], 51.9, 38.1),
    "right": ([("Quyết", 37), ("định", 30)], 38.0, 38.0),
    "too small": ([("Phòng", 38)], 28.0, 39.1),
    "no word that shows it": ([("xem", 16), ("sau", 16)], 40.0, 40.0),
}


@pytest.mark.parametrize(("words", "said", "size"), SIZES.values(), ids=SIZES)
def test_size_of_a_line(words, said, size):
    """Words with high and deep letters tell how large a line is where the engine is far off."""
    from extract.readers.ocr_hocr import OcrLine, OcrWord
    from extract.readers.scan_words import find_size

    read = tuple(OcrWord(text, 0, 0, 10, height, 90) for text, height in words)
    assert find_size(OcrLine(read, said, 0.0, 40.0)) == pytest.approx(size, abs=0.05)


@pytest.mark.parametrize("size", [19, 22, 25, 36])
def test_accents_of_small_type_are_no_specks(size):
    """Every piece of "Số" and "định" stays at 7 to 13 points; specks away from letters go."""
    import cv2

    pillow = pytest.importorskip("PIL.Image", reason="extra `ocr` is not installed")
    from PIL import ImageDraw, ImageFont

    from corpus.render import _font
    from extract.readers.scan_prepare import prepare

    page = pillow.new("L", (1654, 900), "white")
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(_font("Liberation Serif"), size)
    for row in range(8):
        text = "Số người làm việc, số hồ sơ tiếp nhận theo quy định"
        draw.text((200, 100 + 60 * row), text, font=font, fill=0)
    pixels = np.array(page)
    printed = cv2.connectedComponents((pixels < 128).astype(np.uint8))[0]
    pixels[700:800:20, 300:1400:40] = 0
    kept = prepare(pixels, 200).page
    assert kept is not None
    assert not kept.ink[690:].any()
    pieces = cv2.connectedComponents((kept.ink[:690] > 0).astype(np.uint8))[0]
    assert pieces == pytest.approx(printed, abs=0.035 * printed)


@pytest.mark.skipif(find_missing() is not None, reason=f"no OCR here: {find_missing()}")
def test_two_lines_of_small_type_in_a_cell():
    """They stand as low as one line of large type, and are read as two all the same."""
    pillow = pytest.importorskip("PIL.Image", reason="extra `ocr` is not installed")
    from PIL import ImageDraw, ImageFont

    from corpus.render import _font

    font = ImageFont.truetype(_font("DejaVu Serif"), 22)
    page = pillow.new("L", (1654, 900), "white")
    draw = ImageDraw.Draw(page)
    cells = ("STT", "Tổng số thủ tục\nhành chính", "Căn cứ\npháp lý", "Thời gian\nthực hiện")
    rows = (cells, ("1", "12", "Luật Đất đai", "Quý II"), ("2", "15", "Luật Hộ tịch", "Quý III"))
    edges = (150, 260, 560, 900, 1300)
    for row, texts in enumerate(rows):
        top = 150 + 80 * row
        for left, right, text in zip(edges, edges[1:], texts, strict=False):
            draw.rectangle((left, top, right, top + 80), outline=0, width=2)
            draw.multiline_text((left + 20, top + 10), text, font=font, fill=0)
    data = io.BytesIO()
    page.save(data, "PNG", dpi=(200, 200))
    document = read_bytes(data.getvalue(), "a.png")
    (grid,) = (item for item in document.items if isinstance(item, Grid))
    assert [cell.text for cell in grid.rows[0].cells] == [" ".join(t.split()) for t in cells]

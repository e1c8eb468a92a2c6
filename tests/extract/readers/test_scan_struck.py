"""Struck words of scans are kept and marked, as DOCX marks them."""

import io

import pytest

from extract.readers import read_bytes
from extract.readers.ocr import find_missing

np = pytest.importorskip("numpy", reason="extra `ocr` is not installed")
pytest.importorskip("cv2", reason="extra `ocr` is not installed")
pillow = pytest.importorskip("PIL.Image", reason="extra `ocr` is not installed")

LINES = {  # text before, struck text, text after; where a stroke runs by the size of the type
    "a part of a date": ("Kế hoạch số 50/KH-UBND ngày 3/", "03", "/2020 của UBND huyện", 0.72),
    "a word": ("Danh sách các xã ", "Thành", " Tiến, thị trấn Vân Du", 0.72),
    "underlined": ("Danh sách các xã ", "Thành", " Tiến, thị trấn Vân Du", 1.02),
    "dashes": ("Độc lập – Tự do – Hạnh phúc; QĐ-TTg, 2016-2020", "", "", 0.72),
}
STRUCK = {"a part of a date": ["03"], "a word": ["Thành"]}


def page(variant):
    from PIL import ImageDraw, ImageFont

    from corpus.render import _font
    from corpus.render_scan import degrade

    size = 36
    font = ImageFont.truetype(_font("DejaVu Serif"), size)
    image = pillow.new("L", (1654, 1100), 255)
    draw = ImageDraw.Draw(image)
    for row, (before, struck, after, height) in enumerate(LINES.values()):
        x, y = 200, 150 + 200 * row
        for text in (before, struck, after):
            draw.text((x, y), text, font=font, fill=0)
            width = draw.textlength(text, font=font)
            if text and text == struck:
                at = y + height * size
                draw.line((x, at, x + width, at), fill=0, width=2)
            x += width
    return degrade(np.asarray(image), variant, 5)


@pytest.mark.skipif(find_missing() is not None, reason=f"no OCR here: {find_missing()}")
@pytest.mark.parametrize("variant", ["c200", "s200", "b200"])
def test_struck_words_are_marked(variant):
    """The stroke marks just what it runs through; underlines and dashes mark nothing."""
    data = io.BytesIO()
    pillow.fromarray(page(variant)).save(data, "PNG", dpi=(200, 200))
    blocks = read_bytes(data.getvalue(), "a.png").items
    assert len(blocks) == len(LINES)
    for name, block in zip(LINES, blocks, strict=True):
        marks = [block.text[m.start : m.end].strip(":.") for m in block.marks if m.kind == "struck"]
        assert marks == STRUCK.get(name, []), name
    assert "3/03/2020" in blocks[0].text

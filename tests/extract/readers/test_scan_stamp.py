"""Stamps of arrival are no part of a plan; small tables and stamps in doubt stay."""

import pytest

from extract.readers.grid import Ruling, find_frames
from extract.readers.ocr_hocr import OcrLine, OcrWord
from extract.readers.scan_stamp import drop_arrival

SCALE, HEIGHT = 72 / 200, 2339
BOX = (200, 300, 600, 500)

CASES = {  # name: words in the frame, its box and inner columns in pixels, whether they go
    "in a frame": ("ĐẾN Số: 1234 Ngày: 15/03/2024 Chuyển: Đ/c Hải", BOX, (), True),
    "number and date only": ("CÔNG VĂN ĐẾN Số: 7 Ngày: 15/3", BOX, (300,), True),
    "no word of arrival": ("Số: 1234 Ngày: 15/03/2024 Chuyển:", BOX, (), False),
    "arrival in a sentence": ("Số: 5 từ ngày 1 đến ngày 3", BOX, (), False),
    "one label": ("ĐẾN Số: 1234", BOX, (), False),
    "a table of three columns": ("ĐẾN Số Ngày", BOX, (300, 400), False),
    "a wide frame": ("ĐẾN Số: 1234 Ngày: 15/3", (200, 300, 1400, 500), (), False),
    "low on the page": ("ĐẾN Số: 1234 Ngày: 15/3", (200, 1500, 600, 1700), (), False),
}


def draw(box, columns):
    left, top, right, bottom = (v * SCALE for v in box)
    across = [Ruling(True, at, left, right) for at in (top, (top + bottom) / 2, bottom)]
    down = [Ruling(False, at, top, bottom) for at in (left, right, *(c * SCALE for c in columns))]
    return find_frames(across + down)


def line_of(text, left, top):
    words = (
        OcrWord(w, left + 30 * k, top, left + 30 * k + 25, top + 30, 95.0)
        for k, w in enumerate(text.split())
    )
    return OcrLine(tuple(words), 30.0, 0.0, top + 25.0)


@pytest.mark.parametrize(("text", "box", "columns", "goes"), CASES.values(), ids=CASES)
def test_stamp_of_arrival(text, box, columns, goes):
    """Its words go, those beside it on the same line stay; what is not certain is left alone."""
    inside = line_of(text, box[0] + 10, box[1] + 60)
    beside = line_of("KẾ HOẠCH", box[2] + 40, box[1] + 60)
    line = inside._replace(words=inside.words + beside.words)
    frames = draw(box, columns)
    assert len(frames) == 1
    (kept,), notes = drop_arrival([line], frames, HEIGHT, SCALE, 1)
    assert kept.words == (beside.words if goes else line.words)
    assert [note.code for note in notes] == (["arrival_stamp"] if goes else [])
    if goes:
        assert text[:10] in notes[0].message

"""Scanned pages are read like the pages they were printed from."""

import io
from collections import Counter
from pathlib import Path

import pytest

from extract.errors import DamagedFile, NoText
from extract.model import Block, Grid
from extract.readers import read_bytes
from extract.readers.ocr import find_missing

np = pytest.importorskip("numpy", reason="extra `ocr` is not installed")
cv2 = pytest.importorskip("cv2", reason="extra `ocr` is not installed")
pillow = pytest.importorskip("PIL.Image", reason="extra `ocr` is not installed")

PLAN = Path(__file__).parents[3] / "corpus" / "plans" / "p02_huyen_kiem_tra.pdf"

needs_tesseract = pytest.mark.skipif(
    find_missing() is not None, reason=f"no OCR here: {find_missing()}"
)


def render(page, dpi=200):
    import pypdfium2

    pdf = pypdfium2.PdfDocument(PLAN.read_bytes())
    return pdf[page].render(scale=dpi / 72, grayscale=True).to_numpy().copy()


def degrade(image, seed=4, angle=0.6):
    """A page as an office scanner gives it: a little turned, soft, noisy, unevenly lit."""
    random = np.random.default_rng(seed)
    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    turned = cv2.warpAffine(image, matrix, (width, height), borderValue=255)
    soft = cv2.GaussianBlur(turned, (0, 0), 0.5).astype(np.float32)
    light = np.linspace(0.9, 0.98, width)[None, :]
    return np.clip(soft * light + random.normal(0, 6, soft.shape), 0, 255).astype(np.uint8)


def as_pdf(*images):
    pages = [pillow.fromarray(image) for image in images]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=200, quality=75)
    return out.getvalue()


def words(document):
    texts = [item.text for item in document.items if isinstance(item, Block)]
    for item in document.items:
        if isinstance(item, Grid):
            texts += [cell.text for row in item.rows for cell in row.cells]
    return Counter(word.replace("–", "-") for text in texts for word in text.split())


def recall(document, truth):
    true = words(truth)
    return sum((true & words(document)).values()) / sum(true.values())


@pytest.fixture(scope="module")
def printed():
    return read_bytes(PLAN.read_bytes(), "p02.pdf")


@pytest.fixture(scope="module")
def scanned():
    if find_missing():
        pytest.skip(find_missing())
    return read_bytes(as_pdf(degrade(render(0)), degrade(render(1), 5, -0.7)), "quét.pdf")


def test_a_scan_has_the_words_and_tables_of_its_print(scanned, printed):
    """Nearly all words, the same tables with the same spans, the same columns at the top."""
    assert recall(scanned, printed) >= 0.97
    tables = [[item for item in d.items if isinstance(item, Grid)] for d in (scanned, printed)]
    shapes = [
        [
            [(c.row_span, c.column_span, c.covered) for c in row.cells]
            for g in found
            for row in g.rows
        ]
        for found in tables
    ]
    assert shapes[0] == shapes[1]
    assert shapes[0]
    head = [item.text for item in scanned.items if getattr(item, "role", "") == "letterhead"]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in head


@pytest.fixture(scope="module")
def small():
    """The upper half of a page with a table, and what is read on it."""
    image = render(1)[:1000].copy()
    return image, read_bytes(as_pdf(image), "a.pdf")


def test_what_a_scan_says_about_itself(scanned):
    """It is marked as scanned, with confidence, and every page says how it was read."""
    assert scanned.scanned
    assert 85 < scanned.ocr_confidence <= 100
    assert scanned.pages == 2
    assert [n.page for n in scanned.notes if n.code == "ocr"] == [1, 2]
    assert not [n for n in scanned.notes if n.code == "low_ocr_confidence"]


@needs_tesseract
def test_a_stamp_is_no_text(small):
    """Red ink is left out and noted; black text under it is read."""
    page, plain = small
    colour = np.dstack([page] * 3)
    cv2.putText(
        colour, "CONG VAN DEN So 1234", (300, 330), cv2.FONT_HERSHEY_DUPLEX, 2, (225, 30, 45), 4
    )
    cv2.circle(colour, (900, 420), 170, (225, 30, 45), 6)
    stamped = read_bytes(as_pdf(colour), "a.pdf")
    assert not {"1234", "CONG", "DEN"} & set(words(stamped))
    assert recall(stamped, plain) > 0.9
    assert "red_ink" in [note.code for note in stamped.notes]


TURNED = {"upside down": 2, "to the left": 1}


@needs_tesseract
@pytest.mark.parametrize("quarter", TURNED.values(), ids=TURNED)
def test_turned_pages(quarter, small):
    """A page that lies the wrong way is turned until it can be read, and that is noted."""
    image, read = small
    turned = read_bytes(as_pdf(np.rot90(image, quarter).copy()), "a.pdf")
    assert recall(turned, read) > 0.97
    assert "turned_page" in [note.code for note in turned.notes]
    assert "turned_page" not in [note.code for note in read.notes]


@needs_tesseract
def test_images_of_pages(small):
    """PNG, JPEG, and TIFF with two pages are documents; their format says which."""
    page = pillow.fromarray(small[0])
    for name, kind, pages in (("PNG", "png", 1), ("JPEG", "jpeg", 1), ("TIFF", "tiff", 2)):
        out = io.BytesIO()
        image, more = page, {}
        if name == "TIFF":
            image = page.convert("1")
            more = {"save_all": True, "append_images": [image], "compression": "group4"}
        image.save(out, name, dpi=(200, 200), **more)
        document = read_bytes(out.getvalue(), "trang.bin")
        assert (document.format, document.pages, document.scanned) == (kind, pages, True)
        assert any(isinstance(item, Grid) for item in document.items)


def noise():
    return np.random.default_rng(1).integers(0, 256, (800, 600), dtype=np.uint8)


UNREADABLE = {
    "noise": noise(),
    "black": np.full((800, 600), 6, np.uint8),
    "blank": np.full((800, 600), 240, np.uint8),
    "specks": np.where(noise() > 6, 255, 0).astype(np.uint8),
    "a photograph": cv2.resize(noise()[:30, :20], (600, 800), interpolation=cv2.INTER_CUBIC),
    "nothing but lines": np.where(np.arange(800)[:, None] % 40 < 2, 0, 255).astype(np.uint8).repeat(600, 1),
}  # fmt: skip


@needs_tesseract
@pytest.mark.parametrize("image", UNREADABLE.values(), ids=UNREADABLE)
def test_pages_that_hold_no_text(image):
    """They are refused with a reason, not read as rubbish."""
    with pytest.raises(NoText, match="OCR finds no text"):
        read_bytes(as_pdf(image), "a.pdf")


@needs_tesseract
def test_a_truncated_image(small, monkeypatch):
    """A cut-off JPEG is an error of its own; inside a PDF its page is noted and the rest is read."""
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)  # as reportlab does
    out = io.BytesIO()
    pillow.fromarray(small[0]).save(out, "JPEG", quality=70)
    with pytest.raises(DamagedFile, match="cut off"):
        read_bytes(out.getvalue()[: len(out.getvalue()) // 2], "a.jpg")
    data = as_pdf(noise(), small[0])
    start = data.index(b"\xff\xd8\xff") + 5000
    damaged = data[:start] + bytes(60_000) + data[start + 60_000 :]
    assert len(data) == len(damaged)
    document = read_bytes(damaged, "a.pdf")
    assert document.pages == 2
    assert {note.page for note in document.notes if note.code == "ocr"} >= {2}


def test_ocr_switched_off():
    """Pages without text are then noted, and alone refused."""
    image = np.full((200, 200), 200, np.uint8)
    with pytest.raises(NoText, match="switched off"):
        read_bytes(as_pdf(image), "a.pdf", ocr="never")


@needs_tesseract
def test_always(printed):
    """Pages with text are read by OCR too when that is asked for."""
    document = read_bytes(PLAN.read_bytes(), "a.pdf", ocr="always")
    assert document.ocr_confidence
    assert recall(document, printed) > 0.97


STROKES = {  # name: read by the engine, word before it, strokes and how far apart, what comes out
    "one lost": ("II.", "", (3, 14), "III."),
    "taken for H": ("H.", "", (2, 14), "II."),
    "right": ("II,", "", (2, 14), "II."),
    "four are no numeral": ("III", "", (4, 14), "III"),
    "taken for digits": ("11/2024", "quý", (3, 14), "III/2024"),
    "digits stand wider apart": ("11.", "", (2, 22), "11."),
    "a lone digit": ("1.", "mục", (1, 14), "1."),
    "a digit of a quarter": ("1/2024", "Quý", (1, 14), "1/2024"),
    "another numeral": ("IV.", "", (2, 14), "IV."),
    "a word": ("Hai", "", (2, 14), "Hai"),
}


@pytest.mark.parametrize(("text", "before", "ink", "expected"), STROKES.values(), ids=STROKES)
def test_strokes_are_counted(text, before, ink, expected):
    """The engine loses one stroke of III; the ink of the page tells how many there are."""
    from extract.readers.ocr_hocr import OcrLine, OcrWord
    from extract.readers.scan_image import CleanPage
    from extract.readers.scan_strokes import count_strokes

    strokes, pitch = ink
    pixels = np.zeros((60, 160), np.uint8)
    for index in range(strokes):
        pixels[20:45, 20 + pitch * index : 28 + pitch * index] = 255
    page = CleanPage(255 - pixels, pixels, np.empty((0, 4), np.int32), 200)
    word = OcrWord(text, 20.0, 20.0, pitch * strokes + 16.0, 45.0, 90.0)
    first = OcrWord(before, 0.0, 20.0, 10.0, 45.0, 90.0)
    (line,) = count_strokes(page, [OcrLine((first, word), 30.0, 0.0, 45.0)])
    assert line.words[1].text == expected


def test_a_quarter_keeps_its_numeral():
    """Behind "Quý" a stroke with serifs on both sides of its head is I, not 1."""
    from extract.readers.ocr_hocr import OcrLine, OcrWord
    from extract.readers.scan_image import CleanPage
    from extract.readers.scan_strokes import count_strokes

    pixels = np.zeros((60, 160), np.uint8)
    pixels[20:45, 24:27] = 255
    pixels[20:24, 21:30] = pixels[42:45, 21:30] = 255
    page = CleanPage(255 - pixels, pixels, np.empty((0, 4), np.int32), 200)
    words = OcrWord("Quý", 0, 20, 10, 45, 90), OcrWord("1/2024", 21, 20, 90, 45, 90)
    (line,) = count_strokes(page, [OcrLine(words, 30.0, 0.0, 45.0)])
    assert line.words[1].text == "I/2024"


def page_of(*boxes):
    """A page of ink boxes (x0, top, x1, bottom in inches), at 200 dpi."""
    from extract.readers.scan_image import CleanPage

    ink = np.zeros((2200, 1700), np.uint8)
    for box in boxes:
        x0, top, x1, bottom = (round(200 * value) for value in box)
        ink[top:bottom, x0:x1] = 255
    return CleanPage(255 - ink, ink, np.empty((0, 4), np.int32), 200)


def lines_at(x0, x1, top, count, pitch=0.2):
    return [(x0, top + k * pitch, x1, top + k * pitch + 0.12) for k in range(count)]


AREAS = {  # name: lines of ink, parts that are read by themselves (1 across, 2 in columns)
    "prose": (lines_at(1, 7, 1, 20), [1]),
    "letterhead above prose": (
        [*lines_at(1, 3, 1, 3), *lines_at(4, 7, 1.05, 3), *lines_at(1, 7, 2, 9)], [2, 1]),
    "signature below prose, its lines lower than those at left": (
        [*lines_at(1, 7, 1, 9), *lines_at(1, 3.5, 3, 6, 0.18), *lines_at(4, 6, 3.05, 3, 0.24)],
        [1, 2]),
    "a heading below a title is no column": (
        [*lines_at(3.5, 6, 1, 3), *lines_at(1, 3, 2, 3)], [1]),
    "one line at right": ([*lines_at(1, 3, 1, 4), (4, 1, 6, 1.12)], [1]),
}  # fmt: skip


@pytest.mark.parametrize(("ink", "expected"), AREAS.values(), ids=AREAS)
def test_columns_are_read_by_themselves(ink, expected):
    """A part in two columns gives two boxes, and every line of ink lies whole in one of them."""
    from extract.readers.scan_cells import PixelBox
    from extract.readers.scan_columns import find_areas

    areas = find_areas(page_of(*ink), PixelBox(0, 0, 1700, 2200))
    inked = [
        [
            k
            for k, a in enumerate(areas)
            if a.x0 <= x0 * 200 < a.x1 and a.top <= top * 200 < a.bottom
        ]
        for x0, top, _, _ in ink
    ]
    assert all(len(found) == 1 for found in inked)
    for (_, _, x1, bottom), (k,) in zip(ink, inked, strict=True):
        assert x1 * 200 <= areas[k].x1 and bottom * 200 <= areas[k].bottom
    used = [areas[k] for k in sorted({k for (k,) in inked})]
    tops = [area.top for area in used]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == expected


def test_a_scanned_signature_is_read_beside_its_recipients(scanned):
    """Recipients in small type and the signature stay apart, each in its own order."""
    from extract.pipeline import extract

    header = extract(scanned).header
    assert header.signers and header.recipients
    assert all("CHỦ TỊCH" not in line for line in header.recipients)


def test_a_blue_signature_goes_and_the_letters_below_it_stay():
    """Blue ink is taken away below the letterhead, where it may have written the number."""
    from extract.readers.scan_image import drop_red

    page = np.full((1000, 600, 3), 255, np.uint8)
    page[300:600, 100:500:4] = page[700:720, 100:140] = 10  # print
    pen = page.copy()
    pen[705:712, 60:400] = pen[100:107, 60:400] = (30, 40, 150)
    grey, red = drop_red(np.minimum(page, pen))
    assert red == 0.0
    assert (grey[700:720, 103:137] < 60).all()
    assert (grey[705:712, 160:390] > 180).all()
    assert (grey[100:107, 60:400] < 90).all()


def pale_page():
    """White paper with black letters, at 200 dpi."""
    page = np.full((900, 1200), 245, np.uint8)
    for row in range(8):
        cv2.putText(page, "UBND XA LE VAN THAO", (80, 100 + 90 * row), 0, 1.4, 15, 3, cv2.LINE_AA)
    return page


@pytest.mark.parametrize("level", [110, 150, 190])
def test_a_pale_stamp_goes_and_the_letters_below_it_stay(level):
    """A red stamp in a grey scan is paler than print: its rings go, letters keep their strokes."""
    from extract.readers.scan_image import drop_pale, find_ink

    page = pale_page()
    ring = np.full_like(page, 255)
    cv2.circle(ring, (500, 450), 160, level, 6)
    cv2.circle(ring, (500, 450), 110, level, 4)
    stamped = np.minimum(page, ring)
    clean = drop_pale(stamped, find_ink(stamped), 200)
    on_ring = (ring < 255) & (page > 240)
    assert (clean[on_ring] > 230).mean() > 0.97
    assert (clean[page < 60] < 90).mean() > 0.99
    away = cv2.dilate((ring < 255).astype(np.uint8), np.ones((9, 9), np.uint8)) == 0
    assert (clean[away] != page[away]).mean() < 0.001


def test_pale_rulings_and_letters_stay():
    """Grey lines of a table, level or a little turned, and a page printed in grey are left alone."""
    from extract.readers.scan_image import drop_pale, find_ink

    table = pale_page()
    for x in (60, 600, 1140):
        cv2.line(table, (x, 40), (x + 8, 860), 150, 4)
    for y in range(40, 861, 205):
        cv2.line(table, (60, y), (1140, y + 10), 150, 4)
    assert (drop_pale(table, find_ink(table), 200) == table).mean() > 0.9999
    faded = np.where(pale_page() < 200, 150, 245).astype(np.uint8)
    assert (drop_pale(faded, find_ink(faded), 200) == faded).all()

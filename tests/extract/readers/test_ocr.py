"""What OCR says is read, repaired and kept; where OCR is missing the user is told what to do."""

import os
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import NoText, RefusedFile
from extract.model import Note
from extract.readers import ocr, ocr_pages, read_bytes
from extract.readers.ocr import CACHE_VARIABLE, OcrMissing, OcrSettings, find_cache_folder
from extract.readers.ocr_hocr import parse_hocr
from extract.readers.ocr_repair import is_noise, repair_word

np = pytest.importorskip("numpy", reason="extra `ocr` is not installed")
cv2 = pytest.importorskip("cv2", reason="extra `ocr` is not installed")

HOCR = """<div class='ocr_page' id='page_1' title='image "x"; bbox 0 0 900 90'>
 <p class='ocr_par' lang='vie' title="bbox 10 10 300 40">
  <span class='ocr_line' id='line_1_1' title="bbox 10 10 300 40; baseline -0.01 -8; x_size 32.5; x_descenders 7; x_ascenders 8">
   <span class='ocrx_word' id='word_1_1' title='bbox 10 10 60 34; x_wconf 96'>Kế</span>
   <span class='ocrx_word' id='word_1_2' title='bbox 70 10 160 34; x_wconf 91'><strong>hoạch</strong></span>
  </span>
  <span class='ocr_header' id='line_1_2' title="bbox 10 50 300 80; x_size 30; x_descenders 7; x_ascenders 8">
   <span class='ocrx_word' id='word_1_3' title='bbox 10 50 60 74; x_wconf 12'>&lt;b&gt;&amp;</span>
   <span class='ocrx_word' id='word_1_4' title='bbox 70 50 90 74; x_wconf 0'> </span>
  </span>
 </p></div>"""


def test_hocr():
    """Lines come with words, boxes, confidence and the baseline; marks of the page are undone."""
    first, second = parse_hocr(HOCR)
    assert [word.text for word in first.words] == ["Kế", "hoạch"]
    assert first.words[1][1:] == (70, 10, 160, 34, 91, False)
    assert (first.size, first.slope) == (32.5, -0.01)
    assert first.base == pytest.approx(40 - 8 + 0.1)
    assert [word.text for word in second.words] == ["<b>&"]
    assert second.base == 80


@given(st.text(max_size=300))
def test_any_hocr_ends(text):
    """Whatever the engine prints is read without an error."""
    parse_hocr(text)
    parse_hocr(HOCR[: len(text) * 5] + text)


REPAIRED = {  # name: read, repaired
    "plain": ("61/2018/NĐ-CP", "61/2018/NĐ-CP"),
    "long dash": ("HĐND—UBND", "HĐND-UBND"),
    "two dashes": ("—-", "-"),
    "minus sign": ("\u2212", "-"),
    "border before": ("|Phòng", "Phòng"),
    "border after": ("vụ¦", "vụ"),
    "only a border": ("||", ""),
    "a bar inside stays": ("A|B", "A|B"),
    "a lost mark stays": ("61/2018/ND-CP", "61/2018/ND-CP"),
    "a letter for a digit stays": ("2O20", "2O20"),
}


@pytest.mark.parametrize(("text", "repaired"), REPAIRED.values(), ids=REPAIRED)
def test_repair(text, repaired):
    """Only print is put right: dashes and borders; nothing that needs knowledge."""
    assert repair_word(text) == repaired


NOISE = {  # name: word, confidence, is tiny, whether it is dropped
    "a word": ("xã", 20, False, False),
    "a digit": ("3", 10, False, False),
    "a letter nobody is sure of": ("Œ", 2, False, True),
    "a bullet": ("-", 90, False, False),
    "a speck like a dash": ("-", 60, True, True),
    "a lone dot": (".", 90, False, True),
    "dots to fill in": (".....", 60, False, False),
    "a quotation mark": ("“", 60, False, False),
    "a hat without its letter": ("ˆ", 80, False, True),
    "strokes": ("^_ˆ", 80, False, True),
}  # fmt: skip


@pytest.mark.parametrize(("text", "confidence", "tiny", "dropped"), NOISE.values(), ids=NOISE)
def test_noise(text, confidence, tiny, dropped):
    """Specks and strokes are no words; doubtful words are."""
    assert is_noise(text, confidence, tiny) is dropped


# ---------------------------------------------------------------- settings


def test_cache_folder(monkeypatch, tmp_path):
    """The variable names the folder or switches the cache off; else it is the user's cache."""
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path))
    assert find_cache_folder() == tmp_path
    monkeypatch.setenv(CACHE_VARIABLE, "off")
    assert find_cache_folder() is None
    monkeypatch.delenv(CACHE_VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert find_cache_folder() == tmp_path / "trichluc" / "ocr"


WRONG = {"mode": {"mode": "often"}, "dpi": {"dpi": 5000}, "time": {"page_seconds": 0},
         "no time": {"file_seconds": 0}}  # fmt: skip


@pytest.mark.parametrize("values", WRONG.values(), ids=WRONG)
def test_wrong_settings(values):
    """Settings that make no sense are refused where they are made."""
    with pytest.raises(ValueError, match=r"ocr must be|make no sense|leave no time"):
        OcrSettings(**values)


PNG = cv2.imencode(".png", np.full((60, 60), 255, np.uint8))[1].tobytes()


def test_missing(monkeypatch):
    """Without Tesseract an image is refused with the packages to install."""
    monkeypatch.setattr(ocr_pages, "find_missing", lambda: "Install tesseract-ocr")
    with pytest.raises(OcrMissing, match="tesseract-ocr tesseract-ocr-vie") as caught:
        read_bytes(PNG, "trang.png")
    assert isinstance(caught.value, RefusedFile)
    assert caught.value.cause == "no_text"


def test_switched_off():
    """With OCR switched off an image is refused, and the message says so."""
    with pytest.raises(NoText, match="switched off"):
        read_bytes(PNG, "trang.png", ocr="never")


def test_missing_packages(monkeypatch):
    """Without the extra the user is told to install it, whatever else there is."""
    monkeypatch.setattr(ocr.importlib.util, "find_spec", lambda name: None)
    assert "trichluc[ocr]" in ocr.find_missing.__wrapped__()


# ---------------------------------------------------------------- the cache


class Counting:
    """An engine that reads the same word everywhere and counts how often it is asked."""

    def __init__(self, name="counting 1.0"):
        self.name, self.asked = name, 0

    def read(self, images, mode, dpi, deadline, letters=""):
        for _ in images:
            self.asked += 1
            yield HOCR


def page_image(shift=0):
    image = np.full((300, 400), 255, np.uint8)
    for x in range(20 + shift, 380, 24):
        image[100:124, x : x + 12] = 0
    return image


def test_cache(tmp_path):
    """The same image is read once; another image, engine or resolution is read anew."""
    from extract.readers.ocr_cache import read_cached

    engine, settings = Counting(), OcrSettings(cache=tmp_path / "new")
    first = read_cached(page_image(), 200, 1, engine, settings)
    asked = engine.asked
    again = read_cached(page_image(), 200, 7, engine, settings)
    assert engine.asked == asked > 0
    assert again.content.words == first.content.words
    assert again.confidence == first.confidence
    assert again.content.number == 7
    assert all(note.page == 7 for note in again.notes)
    read_cached(page_image(2), 200, 1, engine, settings)
    read_cached(page_image(), 150, 1, engine, settings)
    read_cached(page_image(), 200, 1, Counting("counting 2.0"), settings)
    assert len(list(settings.cache.iterdir())) == 4
    assert all(path.suffix == ".gz" for path in settings.cache.iterdir())


def test_broken_cache(tmp_path):
    """A broken or unwritable cache costs time, not results."""
    from extract.readers.ocr_cache import read_cached

    engine, settings = Counting(), OcrSettings(cache=tmp_path)
    read_cached(page_image(), 200, 1, engine, settings)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:20])
    assert read_cached(page_image(), 200, 1, engine, settings).content.words
    blocked = tmp_path / "file"
    blocked.write_text("x")
    assert read_cached(page_image(), 200, 1, engine, OcrSettings(cache=blocked)).content.words


def test_threads_that_read_the_same_page_share_the_cache(tmp_path):
    """Two blank forms in one file: both are read, one result is kept, and it is whole."""
    from extract.readers.ocr_cache import read_cached

    both = threading.Barrier(2)

    class Together(Counting):
        def read(self, images, mode, dpi, deadline, letters=""):
            if not self.asked:
                both.wait(10)
            yield from super().read(images, mode, dpi, deadline, letters)

    settings, found = OcrSettings(cache=tmp_path), []

    def read(number):
        found.append(read_cached(page_image(), 200, number, Together("counting 1.0"), settings))

    pair = [threading.Thread(target=read, args=[number]) for number in (1, 2)]
    for one in pair:
        one.start()
    for one in pair:
        one.join()
    assert found[0].content.words == found[1].content.words
    assert [path.suffix for path in tmp_path.iterdir()] == [".gz"]
    engine = Counting()
    assert read_cached(page_image(), 200, 1, engine, settings).content.words
    assert engine.asked == 0


def test_cache_is_bounded(tmp_path):
    """The least lately used results go first."""
    from extract.readers.ocr_cache import trim

    for age, name in enumerate(("new", "old", "older")):
        path = tmp_path / f"{name}.json.gz"
        path.write_bytes(bytes(100))
        os.utime(path, (1e9 - age, 1e9 - age))
    trim(tmp_path, 150)
    assert [path.name for path in tmp_path.iterdir()] == ["new.json.gz"]


class Slow(Counting):
    def read(self, images, mode, dpi, deadline, letters=""):
        from extract.readers.ocr_engine import OcrTimeout

        raise OcrTimeout
        yield ""


def test_a_page_that_takes_too_long_is_noted(tmp_path):
    """It ends without words, is noted, and is not kept."""
    from extract.readers.ocr_cache import read_cached

    scanned = read_cached(page_image(), 200, 3, Slow(), OcrSettings(cache=tmp_path))
    assert scanned.content.words == ()
    assert Note("ocr_timeout", "the time for one page was over before its end", 3) in scanned.notes
    assert list(tmp_path.iterdir()) == []


def test_both_engines_read_alike():
    """The program and the engine in process give the same words for the same image."""
    from extract.readers import ocr_engine

    program = ocr_engine._find_program()
    if program is None:
        pytest.skip("tesseract with Vietnamese is not installed")
    image = np.full((80, 500), 255, np.uint8)
    cv2.putText(image, "UBND 61/2018", (20, 55), cv2.FONT_HERSHEY_DUPLEX, 1.4, 0, 2)
    engines = [program, ocr_engine._load_in_process()]
    for engine in filter(None, engines):
        pages = list(engine.read([image, image], 6, 200, time.monotonic() + 60))
        read = [" ".join(w.text for line in parse_hocr(p) for w in line.words) for p in pages]
        assert read == ["UBND 61/2018"] * 2, engine.name
        assert list(engine.read([], 6, 200, time.monotonic() + 60)) == []
        with pytest.raises(ocr_engine.OcrTimeout):
            list(engine.read([image], 6, 200, time.monotonic() - 1))


def test_threads_are_limited_before_the_engine_is_loaded():
    """Tesseract's own threads would fight over the cores."""
    from extract.readers import ocr_engine

    assert os.environ["OMP_THREAD_LIMIT"] == "1"
    source = Path(ocr_engine.__file__).read_text("utf-8")
    assert source.index("OMP_THREAD_LIMIT") < source.index('import_module("tesserocr")')


@pytest.mark.parametrize("threads", [1, 2])
def test_a_file_that_takes_too_long_keeps_what_was_read(threads, monkeypatch, tmp_path):
    """When its time is over, each further page is noted with the remedy; earlier ones stay."""
    from extract.readers import ocr_engine
    from extract.readers.ocr_pages import OcrPages

    engine = Counting()
    monkeypatch.setattr(ocr_engine, "find_engine", lambda: engine)
    pages = OcrPages(OcrSettings(file_seconds=1e-6, cache=tmp_path, threads=threads))
    first, second = (pages.begin_image(page_image(k), 200, k)() for k in (1, 2))
    assert first.content.words
    assert not second.content.words
    assert [note.code for note in second.notes] == ["ocr_timeout"]
    assert "--timeout" in second.notes[0].message
    assert second.notes[0].page == 2
    assert pages.confidence == round(first.confidence, 1)

"""Pages read by several threads: in order, within the limits, and the same as by one."""

import io
import threading
import time
from pathlib import Path

import pytest

from extract.readers import ocr_pages, read_bytes
from extract.readers.ocr import OcrSettings, find_missing
from extract.readers.ocr_ahead import PageThreads

PLANS = Path(__file__).parents[3] / "corpus" / "plans"

needs_tesseract = pytest.mark.skipif(
    find_missing() is not None, reason=f"no OCR here: {find_missing()}"
)


@pytest.fixture
def threads():
    """Make threads that are closed at the end: at most two, unless said."""
    made = []

    def make(count=2, page_seconds=1.0, file_seconds=60.0):
        made.append(PageThreads(count, page_seconds, file_seconds))
        return made[-1]

    yield make
    for one in made:
        one.close()


def scanned_pages():
    from corpus.render_scan import degrade, render_pages

    plans = ("p02_huyen_kiem_tra", "p05_phuong_hai_cap")
    pages = [p for name in plans for p in render_pages((PLANS / f"{name}.pdf").read_bytes(), 150)]
    return [degrade(page, "s150", seed) for seed, page in enumerate(pages[:3])]


def as_pdf(pages):
    """The pages as a scan, with a page of text between the first two and a blank one at the end."""
    import numpy as np
    import pypdfium2

    from corpus.render_scan import as_pdf

    scans = pypdfium2.PdfDocument(as_pdf([*pages, np.full_like(pages[0], 255)], 150))
    text = pypdfium2.PdfDocument((PLANS / "p02_huyen_kiem_tra.pdf").read_bytes())
    both = pypdfium2.PdfDocument.new()
    both.import_pages(scans, [0])
    both.import_pages(text, [0])
    both.import_pages(scans, list(range(1, len(scans))))
    out = io.BytesIO()
    both.save(out)
    return out.getvalue()


def as_tiff(pages):
    from PIL import Image

    first, *rest = map(Image.fromarray, pages)
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=rest, dpi=(150, 150))
    return out.getvalue()


@needs_tesseract
@pytest.mark.parametrize("make", [as_pdf, as_tiff])
def test_the_number_of_threads_does_not_matter(make, monkeypatch):
    """One thread, two or four: the same document, notes and confidence included."""
    monkeypatch.setattr(ocr_pages, "count_cores", lambda: 4)
    data = make(scanned_pages())
    one, two, four = (
        read_bytes(data, "scan", ocr=OcrSettings(dpi=150, cache=None, threads=count))
        for count in (1, 2, 4)
    )
    assert len(one.items) > 20
    assert one == two == four


def test_results_come_in_the_order_of_the_pages(threads):
    """The second page may be done first: it waits for its turn."""
    second_is_done = threading.Event()
    pages = threads()

    def first():
        assert second_is_done.wait(10)
        return 1

    def second():
        second_is_done.set()
        return 2

    begun = (pages.begin(read, 100, 0.0) for read in (first, second))
    assert list(pages.in_order(begun)) == [1, 2]


@pytest.mark.parametrize(
    ("count", "pixels", "most"),
    [(1, 100, 1), (2, 100, 2), (3, 100, 3), (3, 8_700_000, 2), (3, 25_000_000, 1)],
)
def test_only_so_many_pages_are_read_at_once(threads, count, pixels, most):
    """As many as there are threads, and fewer large ones: their pixels take memory."""
    lock, running, seen = threading.Lock(), 0, []

    def read():
        nonlocal running
        with lock:
            running += 1
            seen.append(running)
        time.sleep(0.05)
        with lock:
            running -= 1

    pages = threads(count)
    list(pages.in_order(pages.begin(read, pixels, 0.0) for _ in range(8)))
    assert max(seen) <= most
    assert len(seen) == 8
    if most > 1:
        assert max(seen) > 1


def test_no_page_is_begun_that_one_thread_would_not_begin(threads):
    """Where those being read may use up the time of the file, the next waits for their end."""
    go = threading.Event()
    pages = threads(page_seconds=10, file_seconds=9)
    result = pages.begin(go.wait, 100, 0.0)
    assert not pages.has_room
    go.set()
    assert result()
    assert not pages.is_over
    roomy = threads(page_seconds=10, file_seconds=20)
    go.clear()
    roomy.begin(go.wait, 100, 0.0)
    has_room = roomy.has_room
    go.set()
    assert has_room


def test_pages_beside_one_another_use_up_no_more_time_than_in_a_row(threads):
    """Two pages that wait for a second each take one second of the file, not two."""
    both = threading.Barrier(2)
    pages = threads(file_seconds=1.8, page_seconds=0.1)

    def read():
        both.wait(10)
        time.sleep(1)

    assert len(list(pages.in_order(pages.begin(read, 100, 0.0) for _ in range(2)))) == 2
    assert not pages.is_over
    one = threads(1, file_seconds=1.8)
    for _ in range(2):
        one.begin(lambda: time.sleep(1), 100, 0.0)
    assert one.is_over


def test_pages_of_text_are_not_read_ahead(threads):
    """Where nothing is waited for, a page is read when it is asked for: memory stays flat."""
    taken = []
    begun = (taken.append(number) or (lambda: None) for number in range(5))
    for number, _ in enumerate(threads().in_order(begun)):
        assert taken == list(range(number + 1))


def test_what_a_page_raises_comes_in_its_turn(threads):
    """An error of a page, or of beginning it, ends the file after the pages before it."""

    def fail():
        raise ValueError("of the page")

    pages = threads()
    found = pages.in_order(pages.begin(read, 100, 0.0) for read in (lambda: 1, fail, lambda: 3))
    assert next(found) == 1
    with pytest.raises(ValueError, match="of the page"):
        next(found)

    def begin():
        yield pages.begin(lambda: time.sleep(0.05) or 1, 100, 0.0)
        raise LookupError("of its beginning")

    found = pages.in_order(begin())
    assert next(found) == 1
    with pytest.raises(LookupError, match="of its beginning"):
        next(found)

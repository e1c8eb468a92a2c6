"""What reading does to the process it runs in."""

import gc

import pytest

from extract.errors import TrichlucError
from extract.readers.memory import collector_paused
from extract.readers.pdf import read_pdf
from tests.extract.readers.pdf_making import Sheet, needs_font


@pytest.fixture(params=[True, False], ids=["on", "off"])
def collector(request):
    """The state of the cycle collector before the reading; put back afterwards."""
    was_on = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was_on else gc.disable)()


@needs_font
def test_the_collector_is_as_before(collector):
    """A program that reads a PDF finds its own setting again."""
    read_pdf(Sheet().put(60, 100, "Căn cứ Luật").data(), "luật.pdf")
    assert gc.isenabled() == collector


def test_the_collector_is_as_before_a_failure(collector):
    """Also when the file is refused."""
    with pytest.raises(TrichlucError):
        read_pdf(b"%PDF-1.4 nothing in it", "hỏng.pdf")
    assert gc.isenabled() == collector


def test_pauses_inside_one_another(collector):
    """The inner end does not end the outer pause."""
    with collector_paused():
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() == collector

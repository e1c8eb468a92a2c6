"""PDFs as files: text layers, old fonts, encrypted, broken and hostile ones."""

import random
import zlib

import pytest

from extract.errors import DamagedFile, EncryptedFile, LimitExceeded, NoText, TrichlucError
from extract.readers.limits import LIMITS, Limits
from extract.readers.pdf import read_pdf
from extract.readers.pdf_quality import find_text_fault

pytest.importorskip("reportlab", reason="reportlab makes the PDFs of these tests")

from tests.extract.readers.pdf_making import (
    Sheet,
    image,
    letterhead,
    needs_font,
    plain_pdf,
    raw_pdf,
    texts,
)

pytestmark = needs_font


def test_pages_without_text():
    """A scanned page among others is noted; a file of nothing else is refused with a remedy."""
    sheet = Sheet().fill(60, "Trang có chữ.", last=True).page()
    document = image(sheet).page().read()
    assert document.scanned
    assert [(note.code, note.page) for note in document.notes] == [("page_without_text", 2)]
    with pytest.raises(NoText, match="scanned PDF"):
        image(Sheet()).read()


FAULTS = {  # name: words, whether they are unusable
    "Vietnamese": (["Kế", "hoạch", "kiểm", "tra", "hành", "chính"] * 40, False),
    "English OCR": (["Ke", "hoach", "kiem", "tra", "cai", "cach", "hanh", "chinh"] * 40, True),
    "private characters": (["\ue012\ue013\ue020"] * 30, True),
    "a short page of numbers": (["1", "2", "3,4"] * 5, False),
    "names without marks": (["Kim", "Tân", "Nam", "An"] * 100, False),
    "a table of numbers": (["12.900.000", "UBND", "3/2020"] * 60, False),
}


@pytest.mark.parametrize(("words", "unusable"), FAULTS.values(), ids=FAULTS)
def test_text_faults(words, unusable):
    """A text layer that cannot be Vietnamese text is found out."""
    assert (find_text_fault(words) is not None) == unusable


def test_an_unusable_text_layer_is_not_believed():
    """Its page is dropped with a note; alone, the file has no text."""
    garbage = "Uy ban nhan dan huyen ban hanh ke hoach cai cach hanh chinh nam nay"
    sheet = Sheet()
    for line in range(10):
        sheet.put(85, 60 + 16 * line, garbage)
    sheet.page().fill(60, "Trang này đọc được.", last=True)
    document = sheet.read()
    assert texts(document) == ["Trang này đọc được."]
    assert [(note.code, note.page) for note in document.notes] == [("unusable_text", 1)]
    assert document.scanned


def test_several_documents_in_one_file():
    """A second letterhead with a number of its own is noted with its page."""
    sheet = letterhead(Sheet()).page().fill(60, "Trang hai.", last=True).page()
    document = letterhead(sheet, number="51").read()
    assert [(note.code, note.page) for note in document.notes] == [("several_documents", 3)]
    single = letterhead(Sheet()).page().fill(60, "Trang hai.", last=True).read()
    assert single.notes == ()


def test_encrypted():
    """A file that asks for a password is refused as such."""
    with pytest.raises(EncryptedFile, match="password"):
        Sheet(encrypt="mật khẩu").put(85, 60, "Chữ").read()


def test_not_a_pdf_inside():
    """A file that only begins like a PDF is damaged, never a crash."""
    with pytest.raises(DamagedFile):
        read_pdf(b"%PDF-1.7\n" + b"\x00garbage" * 50, "hỏng.pdf")


def test_no_pages():
    """A PDF without pages is damaged."""
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    )
    with pytest.raises(DamagedFile):
        read_pdf(data, "rỗng.pdf")


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_truncated_files_end_in_a_known_way(share):
    """What is left of a file is read, or refused with a cause; nothing else is raised."""
    data = plain_pdf()
    try:
        document = read_pdf(data[: int(len(data) * share)], "cụt.pdf")
    except TrichlucError as error:
        assert error.refused
    else:
        assert document.items


def test_limits():
    """Too many pages end in a clear refusal."""
    with pytest.raises(LimitExceeded, match="pages"):
        read_pdf(plain_pdf(), "dài.pdf", Limits(pages=1))


HOSTILE = {  # name: what is drawn on the page, limits, the limit that is named
    "packed drawing": (b"0 0 m 1 1 l S\n" * 400_000, Limits(stream_bytes=10**6), "stream_bytes"),
    "many words": (
        b"BT /F1 1 Tf 20 800 Td " + b"0 -1 Td (1 2 3) Tj " * 500 + b"ET",
        Limits(words=1000),
        "words",
    ),
}


@pytest.mark.parametrize(("drawn", "limits", "name"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_end_in_a_named_limit(drawn, limits, name):
    """What would take all memory is refused before pdfium unpacks it, or page by page."""
    with pytest.raises(LimitExceeded, match=f"limit {name} ="):
        read_pdf(raw_pdf(drawn), "x.pdf", limits)
    assert LIMITS.stream_bytes > 10**7  # ordinary drawings stay far below


def nested_forms(depth, times, *, indirect=False, pack=False):
    """A page that draws a form, which draws another so many times, and so on."""
    drawn = b"BT /F1 9 Tf 20 400 Td (12 345) Tj ET /X Do"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    resources = []
    for number in range(6, 6 + depth):
        is_last = number == 5 + depth
        content = b"0 0 m 9 9 l S" if is_last else b"/Y Do " * times
        names = b"<</XObject<</Y %d 0 R>>>>" % (number + 1)
        if indirect:
            resources.append(names)
            names = b"%d 0 R" % (5 + depth + len(resources))
        kind = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + (
            b"" if is_last else b"/Resources " + names
        )
        if pack:
            content, kind = zlib.compress(content), kind + b"/Filter/FlateDecode"
        parts.append(b"<<%b/Length %d>>stream\n%b\nendstream" % (kind, len(content), content))
    if indirect:  # the dictionaries of names stand packed in an object stream
        places = [sum(map(len, resources[:i])) for i in range(len(resources))]
        first = b" ".join(b"%d %d" % (6 + depth + i, p) for i, p in enumerate(places)) + b" "
        packed = zlib.compress(first + b"".join(resources))
        parts.append(
            b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>stream\n%b\nendstream"
            % (len(resources), len(first), len(packed), packed)
        )
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize("kind", [{}, {"pack": True}, {"indirect": True}], ids=str)
def test_forms_that_draw_one_another(kind):
    """A kilobyte that would become millions of drawings is refused before pdfium follows it."""
    with pytest.raises(LimitExceeded, match="limit forms ="):
        read_pdf(nested_forms(12, 10, **kind), "x.pdf")


@pytest.mark.parametrize("kind", [{}, {"pack": True}], ids=str)
def test_forms_of_ordinary_files(kind):
    """Forms that draw others a few times are read."""
    assert texts(read_pdf(nested_forms(4, 3, **kind), "x.pdf")) == ["12 345"]


def test_same_bytes_same_document():
    """Reading twice gives the same document, with the hash of the bytes as its name."""
    data = plain_pdf()
    first, second = read_pdf(data, "a.pdf"), read_pdf(data, "a.pdf")
    assert first == second
    assert (first.format, first.pages, first.size, len(first.id)) == ("pdf", 2, len(data), 16)


def test_text_of_old_fonts():
    """TCVN3 text without a telling font name is Unicode; its ư is no soft hyphen."""
    sheet = Sheet()
    sheet.fill(
        60,
        "KÕ ho¹ch kiÓm tra c«ng t¸c c¶i c¸ch hµnh chÝnh n¨m 2020",
        "cña ñy ban nh©n d©n huyÖn vÒ l­u tr÷ hå s¬.",
        last=True,
    )
    assert texts(sheet.read()) == [
        "Kế hoạch kiểm tra công tác cải cách hành chính năm 2020 của ủy ban nhân dân huyện về lưu trữ hồ sơ."
    ]


@pytest.mark.parametrize("seed", range(12))
def test_corrupted_files_end_in_a_known_way(seed):
    """Bytes changed at random give a document or a known refusal, never another error."""
    chance = random.Random(seed)  # noqa: S311 - the same damage on every run
    data = bytearray(plain_pdf())
    for _ in range(40):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        document = read_pdf(bytes(data), "hỏng.pdf")
    except TrichlucError:
        return
    assert document.format == "pdf"

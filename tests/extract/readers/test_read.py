"""Any file ends in a document or in an error of ours that says what to do."""

import os
import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    LimitExceeded,
    NoText,
    TrichlucError,
    UnknownFormat,
    Unreadable,
    UnsupportedFormat,
)
from extract.model import Block
from extract.readers import Limits, read, read_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD_XML = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'


def archive(**files):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def wide(name):
    return name.encode("utf-16-le")


def word(document, **more):
    files = {"[Content_Types]_xml": "<Types/>", "word__document_xml": document, **more}
    return archive(**files)


def text_of(document):
    return "\n".join(item.text for item in document.items if isinstance(item, Block))


READ = {  # name: bytes, format, text
    "plain text": ("Kế hoạch".encode(), "text", "Kế hoạch"),
    "byte order mark": ("\ufeffKế hoạch".encode(), "text", "Kế hoạch"),
    "UTF-16 with mark": ("Kế hoạch".encode("utf-16"), "text", "Kế hoạch"),
    "UTF-16 without mark": ("Kế hoạch công tác năm 2020".encode("utf-16-be"), "text", "Kế hoạch công tác năm 2020"),
    "decomposed": ("Ke\u0302\u0301 hoa\u0323ch".encode(), "text", "Kế hoạch"),
    "Windows-1258": (b"\xd0\xf5n vi\xf2 h\xe0nh ch\xednh nh\xe0 n\xfd\xf5\xecc n\xe3m 2020 c\xf4ng t\xe1c",
                     "text", "Đơn vị hành chính nhà nước năm 2020 công tác"),
    "cut inside a letter": ("Kế hoạch".encode() + "ế".encode()[:2], "text", "Kế hoạch\ufffd"),
    "HTML": (b"<html><body><p>s\xe1u", "html", "sáu"),
    "HTML in capitals after blanks": (b"\r\n <HTML><P>K&#7871;</HTML>", "html", "Kế"),
    "text that starts with a tag": ("<b>Kế</b> hoạch".encode(), "text", "Kế hoạch"),
    "text that starts with BM": ("BM01 Biểu mẫu".encode(), "text", "BM01 Biểu mẫu"),
    "web archive": (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
                    b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                    b"<html><p>K=E1=BA=BF</p></html>\n--x--\n", "html", "Kế"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "format_", "text"), READ.values(), ids=READ)
def test_formats(data, format_, text):
    """The content decides, whatever the name says."""
    document = read_bytes(data, "tên.doc")
    assert (document.format, text_of(document)) == (format_, text)


REFUSED = {  # name: bytes, error, words of its message
    "nothing": (b"", EmptyFile, "empty"),
    "blanks": (b" \r\n\t\x00", EmptyFile, "blanks"),
    "only a byte order mark": (b"\xef\xbb\xbf", EmptyFile, "blanks"),
    "only markup": (b"** **\n---\n", NoText, "no text"),
    "HTML without text": (b"<html><script>x</script></html>", NoText, "no text"),
    "Word document without text": (word(WORD_XML.format("<w:body/>")), NoText, "no text"),
    "garbage": (bytes(range(256)) * 8, UnknownFormat, "neither text"),
    "garbage that opens like a page": (b"<Gl" + bytes(range(256)) * 8 + b"<p\xff", UnknownFormat, "neither text"),
    "zeros and letters": (b"a\x00\x00b" * 100, UnknownFormat, "neither text"),
    "unknown encoding": (bytes(range(0xC0, 0x100)) * 30, UnknownFormat, "encoding"),
    "workbook": (archive(**{"[Content_Types]_xml": "x", "xl__workbook_xml": "x"}), UnsupportedFormat, "Excel"),
    "slides": (archive(**{"[Content_Types]_xml": "x", "ppt__presentation_xml": "x"}), UnsupportedFormat, "PowerPoint"),
    "zip of files": (archive(a="x"), UnsupportedFormat, "ZIP archive"),
    "package of something else": (archive(**{"[Content_Types]_xml": "<Types/>"}), UnsupportedFormat, "without a Word"),
    "old workbook": (OLE + wide("Workbook"), UnsupportedFormat, "Excel 97"),
    "locked document": (OLE + wide("EncryptedPackage"), EncryptedFile, "password"),
    "PNG": (b"\x89PNG\r\n\x1a\n....", TrichlucError, "image"),
    "JPEG": (b"\xff\xd8\xff\xe0....", TrichlucError, "image"),
    "TIFF": (b"II*\x00....", TrichlucError, "image"),
    "Word 2003 XML": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', UnsupportedFormat, "2003"),
    "broken zip": (b"PK\x03\x04" + bytes(40), DamagedFile, "archive"),
    "broken XML": (word("<w:document"), DamagedFile, "broken XML"),
    "encoding that does not exist": (word('<?xml version="1.0" encoding="UT-8"?><a/>'), DamagedFile, "unknown encoding"),
    "another root": (word("<a/>"), DamagedFile, "no Word text"),
    "entities": (word('<!DOCTYPE a [<!ENTITY b "cc">]>' + WORD_XML.format("&b;")), LimitExceeded, "entities"),
    "broken PDF": (b"%PDF-1.4\nrubbish", TrichlucError, ""),
}  # fmt: skip


@pytest.mark.parametrize(("data", "error", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(data, error, words):
    """What cannot be read is refused with its cause; nothing comes back empty."""
    with pytest.raises(error) as caught:
        read_bytes(data, "x.docx")
    assert words in caught.value.what
    assert caught.value.remedy in str(caught.value)


def test_billion_laughs():
    """Nested entities are refused before they grow."""
    names = "abcdefghij"
    entities = '<!ENTITY a "haha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip(names, names[1:], strict=False)
    )
    for document in (f"<!DOCTYPE x [{entities}]>" + WORD_XML.format("&j;"),):
        with pytest.raises(LimitExceeded, match="entities"):
            read_bytes(word(document), "x.docx")
    html = f"<!DOCTYPE html [{entities}]><html><p>&j;</p>".encode()
    assert len(text_of(read_bytes(html, "x.html"))) < 1000


def test_zip_bomb():
    """A part that unpacks to far more than its packed size is not unpacked."""
    bomb = word(WORD_XML.format("<w:body>" + " " * 20_000_000 + "</w:body>"))
    with pytest.raises(LimitExceeded, match="packed size"):
        read_bytes(bomb, "x.docx")
    with pytest.raises(LimitExceeded, match="after unzipping"):
        read_bytes(bomb, "x.docx", limits=Limits(unzipped_bytes=10**6, zip_ratio_from=10**9))


def test_size_that_lies():
    """A part whose header understates its size gives a damaged file, not memory without end."""
    xml = WORD_XML.format("<w:body>" + "<w:p/>" * 5000 + "</w:body>").encode()
    data = bytearray(word(xml.decode()))
    packed = struct.pack("<I", len(xml))
    while (at := data.find(packed)) >= 0:
        data[at : at + 4] = struct.pack("<I", 10)
    with pytest.raises(DamagedFile):
        read_bytes(bytes(data), "x.docx")


def test_locked_part():
    """A part with the encryption bit set names the password."""
    data = bytearray(word(WORD_XML.format("")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    with pytest.raises(EncryptedFile):
        read_bytes(bytes(data), "x.docx")


def test_truncation_and_flipped_bytes(make_docx):
    """Cut or altered at any place, a document is read or refused; nothing else happens."""
    data = make_docx("<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>" * 20)
    assert zlib.crc32(data)
    for at in range(1, len(data), 23):
        for broken in (data[:at], data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]):
            try:
                assert read_bytes(broken, "x.docx").items
            except TrichlucError as error:
                assert error.where == "x.docx"


@given(st.binary(max_size=400))
def test_any_bytes(data):
    """Any bytes end in a document with text, or in an error of ours."""
    for prefix in (b"", b"PK\x03\x04", b"<html>", b"%PDF-1.7\n", OLE[:8]):
        try:
            assert read_bytes(prefix + data, "x").items
        except TrichlucError as error:
            assert str(error)


def test_files(tmp_path):
    """A file that is not there, is a folder or a pipe, or is too large says so; names are NFC."""
    with pytest.raises(Unreadable, match="No such file"):
        read(tmp_path / "không có.docx")
    with pytest.raises(Unreadable, match="no ordinary file"):
        read(tmp_path)
    os.mkfifo(tmp_path / "ống")
    with pytest.raises(Unreadable, match="no ordinary file"):
        read(tmp_path / "ống")
    path = tmp_path / "ke\u0302\u0301 hoa\u0323ch.txt"
    path.write_text("một hai", "utf-8")
    assert read(path).file_name == "kế hoạch.txt"
    assert read(path).sha256[:16] == read(path).id
    with pytest.raises(LimitExceeded, match="bytes in the file"):
        read(path, limits=Limits(file_bytes=3))
    with pytest.raises(Unreadable):
        read("a\x00b")

"""What a file is, by its content: names lie (HTML and RTF called .doc are common)."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from extract.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    TrichlucError,
    UnknownFormat,
    UnsupportedFormat,
)
from extract.readers.limits import Limits

_HEAD = 4096
_BLANKS = b" \t\r\n\x0b\x0c\x00"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"GIF8", "an image (GIF)"),
    (b"BM", "an image (BMP)"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"AT&TFORM", "an image (DjVu)"),
    (b"%!PS", "a PostScript file"),
    (b"\xdb\xa5-\x00", "a Word 2 document"),
    (b"\x31\xbe\x00\x00", "a Microsoft Write document"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
_BINARY_ONLY = (b"BM", b"MZ")  # two letters that text may start with too

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("Workbook", "an Excel 97 workbook"),
    ("Book", "an Excel 5 workbook"),
    ("PowerPoint Document", "a PowerPoint 97 presentation"),
    ("__substg1.0_", "an Outlook message"),
)
_ENCRYPTED_STREAMS = ("EncryptedPackage", "EncryptionInfo")

_ODF = {
    "application/vnd.oasis.opendocument.text": "an OpenDocument text (odt)",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (ods)",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (odp)",
    "application/epub+zip": "an EPUB book",
}
_OFFICE = (("xl/", "an Excel workbook (xlsx)"), ("ppt/", "a PowerPoint presentation (pptx)"),
           ("visio/", "a Visio drawing (vsdx)"))  # fmt: skip
_FORMATS = {
    "an RTF document": "rtf",
    "an image (PNG)": "png",
    "an image (JPEG)": "jpeg",
    "an image (TIFF)": "tiff",
    "an OpenDocument text (odt)": "odt",
}
_OTHER_XML = (
    (b"<?mso-application progid=\"Word.Document\"", "a Word 2003 XML document"),
    (b"http://schemas.microsoft.com/office/word/2003/wordml", "a Word 2003 XML document"),
    (b"http://schemas.microsoft.com/office/2006/xmlPackage", "a flat XML Word document"),
    (b"urn:oasis:names:tc:opendocument:xmlns:office", "a flat OpenDocument file"),
)  # fmt: skip

_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|center|style)\b", re.IGNORECASE
)
_MHTML = re.compile(rb"(?:^|\n)content-type:\s*multipart/related", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What the content says.

    format: "docx", "doc", "pdf", "html", "mhtml", "text", "rtf", "odt", "png", "jpeg", "tiff", or
    "other" for what is not read.
    name: what to call it in a message.
    """

    format: str
    name: str


def find_format(data: bytes, where: str, limits: Limits) -> Sniffed:
    """Return the format of the bytes.

    Raises EmptyFile, EncryptedFile, DamagedFile (a broken archive), LimitExceeded, or
    UnknownFormat (bytes that are neither text nor anything known).
    """
    if not _bare(data[:_HEAD]) and not _bare(data):
        raise EmptyFile(where, "the file is empty" if not data else "the file holds only blanks")
    if data.startswith(b"PK"):
        return _zip_format(data, where, limits)
    if b"%PDF-" in data[:1024]:
        return Sniffed("pdf", "a PDF document")
    if data.startswith(_OLE):
        return _ole_format(data, where)
    head = data[:_HEAD]
    name = _known_binary(head)
    return Sniffed(_FORMATS.get(name, "other"), name) if name else _text_format(head, where)


def _known_binary(head: bytes) -> str | None:
    for magic, name in _MAGIC:
        if head.startswith(magic) and (magic not in _BINARY_ONLY or b"\x00" in head):
            return name
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "an image (WebP)"
    return "an image or video (HEIF, MP4)" if head[4:8] == b"ftyp" else None


def refuse(sniffed: Sniffed, where: str) -> TrichlucError:
    """Return the error for a format that no reader takes."""
    return UnsupportedFormat(where, f"this is {sniffed.name}, which is not read")


def _bare(data: bytes) -> bytes:
    for bom in _BOMS:
        data = data.removeprefix(bom)
    return data.strip(_BLANKS)


def _ole_format(data: bytes, where: str) -> Sniffed:
    # Names stand in the directory as UTF-16; a search is linear and cannot be led in circles.
    if any(name.encode("utf-16-le") in data for name in _ENCRYPTED_STREAMS):
        raise EncryptedFile(where, "the document is protected by a password")
    if "WordDocument".encode("utf-16-le") in data:
        return Sniffed("doc", "a Word 97 .doc document")
    for stream, name in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return Sniffed("other", name)
    return Sniffed("other", "an old Office (OLE) file")


def _zip_format(data: bytes, where: str, limits: Limits) -> Sniffed:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            limits.check(where, "zip_entries", len(entries))
            names = [entry.filename.replace("\\", "/").lstrip("/") for entry in entries]
            kind = _mimetype(archive) if "mimetype" in names else None
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        if not data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
            return _text_format(data[:_HEAD], where)
        raise DamagedFile(where, f"the archive inside is broken or cut off ({error})") from error
    if kind:
        name = _ODF.get(kind, f"a file of type {kind[:80]}")
        return Sniffed(_FORMATS.get(name, "other"), name)
    if any(name.lower() == "[content_types].xml" for name in names):
        for folder, name in _OFFICE:
            if any(n.lower().startswith(folder) for n in names) and not _has_word(names):
                return Sniffed("other", name)
        return Sniffed("docx", "a Word document (docx)")
    return Sniffed("other", "a ZIP archive")


def _has_word(names: list[str]) -> bool:
    return any(name.lower().startswith("word/") for name in names)


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as stream:
        return stream.read(200).decode("ascii", "replace").strip()


def _text_format(head: bytes, where: str) -> Sniffed:
    for marker, name in _OTHER_XML:
        if marker in head:
            return Sniffed("other", name)
    if head.startswith((b"MIME-Version:", b"From: <Saved by")) or _MHTML.search(head):
        return Sniffed("mhtml", "a web archive (MHTML)")
    if looks_binary(head):  # noise may open like a page: "<Gl...<p"
        raise UnknownFormat(where, "the content is neither text nor a known document format")
    start = _bare(head).replace(b"\x00", b"")
    if start.startswith(b"<") and _HTML.search(start):
        return Sniffed("html", "an HTML page")
    return Sniffed("text", "plain text")


def looks_binary(head: bytes) -> bool:
    """Say whether bytes cannot be text in UTF-8, UTF-16 or an 8-bit code page."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    nuls = head.count(0)
    if nuls:
        odd, even = head[1::2].count(0), head[::2].count(0)
        one_sided = max(odd, even) > 0.2 * len(head) / 2 and min(odd, even) <= 0.02 * len(head)
        return not one_sided  # UTF-16 of Vietnamese: at least spaces and ASCII have a zero byte
    controls = sum(head.count(c) for c in (*range(1, 9), *range(14, 27), *range(28, 32)))
    return controls > max(2, len(head) // 100)

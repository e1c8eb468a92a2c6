"""Tiny Word packages, written by hand: only what a test is about stands in them."""

import io
import zipfile

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
    "endnotes": "endnotes", "header1": "hdr",
}  # fmt: skip
_KINDS = {"header1": "header"}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def _relations(pairs):
    rows = "".join(
        f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, kind, target in pairs
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{rows}</Relationships>'


def build_docx(body: str, *, strict: bool = False, document: str | None = None, **parts: str):
    """Return the bytes of a package with this body and these parts.

    A part of Word is given as its inner XML, any other (an embedded file) whole.
    """
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": document
        or f"{_HEAD}<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            [(f"r{name}", _KINDS.get(name, name), f"{name}.xml") for name in parts]
        ),
    }
    for name, inner in parts.items():
        root = _ROOTS.get(name)
        xml = f"{_HEAD}<w:{root} {SPACES}>{inner}</w:{root}>" if root else inner
        files[f"word/{name}.xml"] = xml
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text.replace(W, STRICT) if strict else text)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def make_docx():
    """Build a package from the XML of its body."""
    return build_docx

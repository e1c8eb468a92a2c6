"""The ZIP package of a Word document: its parts, their relations, and safe XML parsing."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple, NoReturn
from urllib.parse import unquote
from xml.parsers import expat

from lxml import etree

from extract.errors import DamagedFile, EncryptedFile, LimitExceeded, UnsupportedFormat
from extract.readers.limits import Limits

_REFUSED = "declares a document type (limit: XML entities are not expanded)"


class Relation(NamedTuple):
    """kind: the last part of the relation's type ("footnotes"); target: name of a part."""

    kind: str
    target: str


class Node:
    """An element of a small part, its names without namespace; children are looked up late."""

    __slots__ = ("_element",)

    def __init__(self, element: etree._Element) -> None:
        self._element = element

    @property
    def name(self) -> str:
        return _local(self._element)

    @property
    def children(self) -> list[Node]:
        return [Node(child) for child in self._element if isinstance(child.tag, str)]

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute, in the namespace of the element or in none."""
        space, brace, _ = str(self._element.tag).rpartition("}")
        value = self._element.get(f"{space}{brace}{name}")
        return self._element.get(name, default) if value is None else value

    def child(self, name: str) -> Node | None:
        """Return the first child of that name."""
        return next((Node(child) for child in self._element if _local(child) == name), None)

    def all(self, name: str) -> list[Node]:
        return [Node(child) for child in self._element if _local(child) == name]

    def value(self, name: str) -> str | None:
        """Return the `val` of the first child of that name, None without such a child.

        A child without `val` (a switch that is on) gives "".
        """
        child = self.child(name)
        return None if child is None else child.get("val")


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


class Package:
    """The parts of one file. Part names are compared without case, as Word does."""

    def __init__(self, data: bytes, where: str, limits: Limits) -> None:
        self._where, self._limits = where, limits
        self._read = 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise DamagedFile(where, f"the archive inside is broken ({error})") from error
        entries = self._archive.infolist()
        limits.check(where, "zip_entries", len(entries))
        self._parts = {_part_key(entry.filename): entry for entry in entries}

    def main_part(self) -> str:
        """Return the name of the document part."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and _part_key(relation.target) in self._parts:
                return relation.target
        if "word/document.xml" in self._parts:
            return "word/document.xml"
        raise UnsupportedFormat(self._where, "this is an Office package without a Word document")

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by id; those to the outside are left out."""
        folder, name = posixpath.split(part)
        tree = self.read_tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for node in tree.children if tree else []:
            target = unquote(node.get("Target"))
            if node.get("TargetMode") == "External" or not target:
                continue
            kind = node.get("Type").rpartition("/")[2]
            path = target if target.startswith("/") else posixpath.join("/", folder, target)
            found[node.get("Id")] = Relation(kind, posixpath.normpath(path)[1:])
        return found

    def read(self, part: str) -> bytes | None:
        """Return the bytes of a part, None when there is none of that name."""
        entry = self._parts.get(_part_key(part))
        if entry is None:
            return None
        where, limits = self._where, self._limits
        if entry.flag_bits & 1:
            raise EncryptedFile(where, "a part of it is protected by a password")
        if entry.file_size > limits.zip_ratio_from:
            limits.check(where, "zip_ratio", entry.file_size // max(1, entry.compress_size))
        self._read += entry.file_size
        limits.check(where, "unzipped_bytes", self._read)
        try:
            with self._archive.open(entry) as stream:
                return stream.read(entry.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise DamagedFile(where, f"the part {part} cannot be unpacked ({error})") from error

    def read_tree(self, part: str, cut: Callable[[bytes], bytes] | None = None) -> Node | None:
        """Return a small part as a tree of nodes.

        cut: leaves out what nobody will ask for, which is quicker than to parse it; where the
        rest is no XML, the whole is parsed.
        """
        xml = self.read(part)
        if not xml:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(cut(xml) if cut else xml, parser)
        except etree.XMLSyntaxError as error:
            if cut:
                return self.read_tree(part)
            raise DamagedFile(self._where, f"{part} is broken XML ({error})") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise LimitExceeded(self._where, f"{part} {_REFUSED}")
        return Node(root)

    def parser(self, part: str) -> expat.XMLParserType:
        """Return a parser that names elements "namespace}local" and refuses a DTD."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True

        def refuse(*_: object) -> NoReturn:
            raise LimitExceeded(self._where, f"{part} {_REFUSED}")

        parser.StartDoctypeDeclHandler = refuse
        parser.EntityDeclHandler = refuse
        return parser

    def parse(self, parser: expat.XMLParserType, xml: bytes, part: str) -> None:
        """Feed the part to the parser; raise DamagedFile where its XML is broken."""
        try:
            parser.Parse(xml, True)
        except expat.ExpatError as error:
            raise DamagedFile(self._where, f"{part} is broken XML ({error})") from error
        except LookupError as error:
            if type(error) is not LookupError:  # a slip of a handler
                raise
            raise DamagedFile(self._where, f"{part} is broken XML ({error})") from error


def _part_key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()

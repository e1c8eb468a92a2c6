"""The ZIP package of a Word document: its parts, their relations, and safe XML parsing."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn
from urllib.parse import unquote
from xml.parsers import expat

from extract.errors import DamagedFile, EncryptedFile, LimitExceeded, UnsupportedFormat
from extract.readers.limits import Limits


class Relation(NamedTuple):
    """kind: the last part of the relation's type ("footnotes"); target: name of a part."""

    kind: str
    target: str


@dataclass(slots=True)
class Node:
    """An element of a small part, its names without namespace."""

    name: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)

    def child(self, name: str) -> Node | None:
        """Return the first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> list[Node]:
        return [child for child in self.children if child.name == name]

    def value(self, name: str) -> str | None:
        """Return the `val` of the first child of that name, None without such a child.

        A child without `val` (a switch that is on) gives "".
        """
        child = self.child(name)
        return None if child is None else child.attributes.get("val", "")


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
            target = unquote(node.attributes.get("Target", ""))
            if node.attributes.get("TargetMode") == "External" or not target:
                continue
            kind = node.attributes.get("Type", "").rpartition("/")[2]
            path = target if target.startswith("/") else posixpath.join("/", folder, target)
            found[node.attributes.get("Id", "")] = Relation(kind, posixpath.normpath(path)[1:])
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

    def read_tree(self, part: str) -> Node | None:
        """Return a small part as a tree of nodes."""
        xml = self.read(part)
        if not xml:
            return None
        root = Node("", {})
        path = [root]

        def start(name: str, attributes: dict[str, str]) -> None:
            own = {key.rpartition("}")[2]: value for key, value in attributes.items()}
            node = Node(name.rpartition("}")[2], own)
            path[-1].children.append(node)
            path.append(node)

        def end(_: str) -> None:
            path.pop()

        parser = self.parser(part)
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        self.parse(parser, xml, part)
        return root.children[0] if root.children else None

    def parser(self, part: str) -> expat.XMLParserType:
        """Return a parser that names elements "namespace}local" and refuses a DTD."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True

        def refuse(*_: object) -> NoReturn:
            what = f"{part} declares a document type (limit: XML entities are not expanded)"
            raise LimitExceeded(self._where, what)

        parser.StartDoctypeDeclHandler = refuse
        parser.EntityDeclHandler = refuse
        return parser

    def parse(self, parser: expat.XMLParserType, xml: bytes, part: str) -> None:
        """Feed the part to the parser; raise DamagedFile where its XML is broken."""
        try:
            parser.Parse(xml, True)
        except expat.ExpatError as error:
            raise DamagedFile(self._where, f"{part} is broken XML ({error})") from error


def _part_key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


Handler = Callable[[dict[str, str]], None]
EndHandler = Callable[[], None]

"""DOCX into a document: body, letterhead in the first header, footnotes beside their anchors."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from dataclasses import dataclass, field

from extract.model import Block, Document, Note
from extract.readers.decoding import decode
from extract.readers.docx_body import StoryReader
from extract.readers.docx_numbering import Numbering
from extract.readers.docx_package import Package, Relation
from extract.readers.docx_story import Story
from extract.readers.docx_styles import Styles, cut_unused
from extract.readers.layout import find_signs
from extract.readers.limits import LIMITS, Limits
from extract.readers.memory import collector_paused
from extract.readers.raw_table import Item, Meter
from extract.readers.sniff import find_format

_LARGE = 32_768  # packed bytes
_NOTE_PARTS = {"footnote": "footnotes", "endnote": "endnotes"}


def read_docx(data: bytes, file_name: str, limits: Limits = LIMITS) -> Document:
    """Return a Word document, in reading order.

    Tracked changes are read as accepted; hidden text, comments, repeated headers and footers
    are left out. Raises DamagedFile, EncryptedFile or LimitExceeded.
    """
    with collector_paused() if len(data) > _LARGE else nullcontext():
        return _read(data, file_name, limits)


def _read(data: bytes, file_name: str, limits: Limits) -> Document:
    package = Package(data, file_name, limits)
    reading = _Reading(package, file_name, limits)
    story = reading.read_body()
    if story.lost:  # a field that never ends would hide all text after it
        reading = _Reading(package, file_name, limits, keep_code=True)
        story = reading.read_body()
        story.remarks.append(Note("open_field", "a field without end was read as text"))
    return Document(
        file_name=file_name,
        format="docx",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        items=(*reading.read_letterhead(story), *story.items),
        pages=story.pages,
        notes=tuple(dict.fromkeys(story.remarks)),
    )


@dataclass(slots=True)
class _Reading:
    """One pass over the package; lists are counted anew in each."""

    package: Package
    file_name: str
    limits: Limits
    keep_code: bool = False
    meter: Meter = field(init=False)
    main: str = field(init=False)
    relations: dict[str, Relation] = field(init=False)
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    notes: dict[str, dict[str, list[Item]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.meter = Meter(self.file_name, self.limits)
        self.main = self.package.main_part()
        self.relations = self.package.relations(self.main)
        package, styles, numbering = self.package, self._target("styles"), self._target("numbering")
        self.styles = Styles(package.read_tree(styles, cut_unused) if styles else None)
        # Without `self`: a cycle would keep the trees until the collector comes by.
        self.numbering = Numbering(
            lambda: package.read_tree(numbering) if numbering else None, self.styles
        )

    def read_body(self) -> Story:
        reader = StoryReader(
            self.package, self.main, self.styles, self.numbering, self.meter, self._note,
            self._chunk, keep_code=self.keep_code,
        )  # fmt: skip
        return reader.read(self.package.read(self.main) or b"")

    def read_letterhead(self, story: Story) -> list[Item]:
        """Return the header of the first page when a letterhead stands in it."""
        for kind in ("first", "default"):
            for own_kind, relation in story.headers:
                part = self.relations.get(relation)
                if own_kind != kind or part is None:
                    continue
                xml = self.package.read(part.target)
                if not xml:
                    continue
                reader = StoryReader(
                    self.package, part.target, self.styles, self.numbering, self.meter
                )
                items = reader.read(xml).items
                texts = [item.text for item in items if isinstance(item, Block)]
                if find_signs(texts).letterhead:
                    return items
        return []

    def _note(self, kind: str, identity: str) -> list[Item]:
        """Return the paragraphs of a note; its part is read when the first one is met."""
        if kind not in self.notes:
            self.notes[kind] = {}
            target = self._target(_NOTE_PARTS[kind])
            xml = self.package.read(target) if target else None
            if xml and target:
                reader = StoryReader(
                    self.package, target, self.styles, self.numbering, self.meter, role="footnote"
                )
                self.notes[kind] = reader.read(xml).notes
        return self.notes[kind].get(identity, [])

    def _chunk(self, relation: str) -> list[Item] | None:
        """Return the content of an embedded HTML or text file (altChunk)."""
        part = self.relations.get(relation)
        data = self.package.read(part.target) if part else None
        if not data:
            return None
        kind = find_format(data, self.file_name, self.limits).format
        if kind in ("html", "mhtml"):
            from extract.readers.html import read_page

            return read_page(data, self.meter)[0]
        if kind == "text":
            from extract.readers.plaintext import read_plaintext

            return list(read_plaintext(decode(data, self.file_name).text, self.meter))
        return None

    def _target(self, kind: str) -> str | None:
        return next((r.target for r in self.relations.values() if r.kind == kind), None)

"""How often forms (XObjects) of a PDF draw one another, counted before pdfium draws them.

pdfium has no limit: ten forms of which each draws the next one ten times take a kilobyte in the
file, and all memory when the page is loaded.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from extract.readers.limits import Limits
from extract.readers.pdf_streams import inflate

_NAME = rb"/([^\s/<>\[\](){}%]{1,99})"
_SPACE = rb"[\s\0]{1,9}"
_FORM = re.compile(rb"/Subtype[\s\0]{0,9}/Form\b")
_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})" + _SPACE + rb"\d{1,5}" + _SPACE + rb"obj\b")
_DRAWN = re.compile(_NAME + _SPACE + rb"Do\b")
_REFERENCE = rb"(\d{1,9})" + _SPACE + rb"\d{1,5}" + _SPACE + rb"R\b"
_ENTRY = re.compile(_NAME + _SPACE + _REFERENCE)
_RESOURCES = re.compile(rb"/Resources[\s\0]{1,9}" + _REFERENCE)
_XOBJECTS = re.compile(rb"/XObject[\s\0]{0,9}(?:<<([^>]{0,100000})>>|" + _REFERENCE + rb")")
_LEVELS = 40
"""Forms within forms that pdfium follows."""
_DICTIONARY = 20_000
_UNPACKED = 64 * 2**20


def check_forms(data: bytes, file_name: str, limits: Limits) -> None:
    """Raise LimitExceeded when a form draws more forms, in one another, than the limit."""
    uses = _Forms(data).uses()
    counts = dict.fromkeys(uses, 1)
    for _ in range(_LEVELS):
        before = counts
        counts = {
            form: 1 + sum(times * before.get(child, 1) for child, times in drawn.items())
            for form, drawn in uses.items()
        }
        limits.check(file_name, "forms", max(counts.values(), default=0))
        if counts == before:
            break


class _Forms:
    """The forms of a file. Each is a stream, so that its dictionary is never packed."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def uses(self) -> dict[int, Counter[int]]:
        """Return of every form that names others how often it draws which, by object number."""
        found: dict[int, Counter[int]] = {}
        reached = 0
        for match in _FORM.finditer(self.data):
            if match.start() < reached:  # within a stream: work stays linear
                continue
            begin = self.data.rfind(b"obj", max(0, match.start() - _DICTIONARY), match.start())
            end = self.data.find(b"stream", match.end(), match.end() + _DICTIONARY)
            head = _OBJECT.search(self.data, max(0, begin - 24), begin + 3)
            if begin < 0 or end < 0 or head is None:
                continue
            reached = self._stream_end(end)
            children = self._children(self.data[begin:end])
            if children:
                drawn = Counter(_DRAWN.findall(self._content(begin, end, reached)))
                found[int(head[1])] = Counter(
                    {child: drawn.get(name, 1) for name, child in children.items()}
                )
        return found

    def _children(self, dictionary: bytes) -> dict[bytes, int]:
        """The forms and images that a form may draw, by the names it gives them."""
        if resources := _RESOURCES.search(dictionary):
            dictionary = self._object(int(resources[1]))
        listed = _XOBJECTS.search(dictionary)
        if listed is None:
            return {}
        text = listed[1] if listed[2] is None else self._object(int(listed[2]))
        return {name: int(number) for name, number in _ENTRY.findall(text)}

    def _stream_end(self, start: int) -> int:
        end = self.data.find(b"endstream", start)
        return end if end > 0 else len(self.data)

    def _content(self, begin: int, start: int, end: int) -> bytes:
        """The unpacked stream; begin: of its dictionary, start: of the word "stream"."""
        raw = self.data[start + len(b"stream") : end].lstrip(b"\r\n")
        return b"".join(inflate([raw])) if b"Flate" in self.data[begin:start] else raw

    def _object(self, number: int) -> bytes:
        """The text of an object, as far as a dictionary may go."""
        start = self._places.get(number)
        if start is None:
            return self._packed.get(number, b"")
        return self.data[start : start + _DICTIONARY].partition(b"endobj")[0]

    @cached_property
    def _places(self) -> dict[int, int]:
        """Where the objects of the file begin; the last of a number counts."""
        return {int(match[1]): match.end() for match in _OBJECT.finditer(self.data)}

    @cached_property
    def _packed(self) -> dict[int, bytes]:
        """The objects that object streams hold."""
        return dict(self._packed_objects())

    def _packed_objects(self) -> Iterator[tuple[int, bytes]]:
        total = at = 0
        while total < _UNPACKED and (at := self.data.find(b"/ObjStm", at + 1)) > 0:
            begin = self.data.rfind(b"obj", 0, at)
            end = self.data.find(b"stream", at, at + _DICTIONARY)
            first = re.search(rb"/First[\s\0]{1,9}(\d{1,9})", self.data[begin:end])
            if end < 0 or first is None:
                continue
            text = self._content(begin, end, self._stream_end(end))
            total += len(text)
            numbers = [int(n) for n in text[: int(first[1])].split() if n.isdigit()]
            places = [*(int(first[1]) + place for place in numbers[1::2]), len(text)]
            for number, start, stop in zip(numbers[::2], places, places[1:], strict=False):
                yield number, text[start:stop]

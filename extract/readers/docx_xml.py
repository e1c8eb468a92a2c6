"""Walks one part of a Word package: elements to handlers, unwanted subtrees skipped whole.

expat calls back once per element, so time is linear and depth costs no stack. Names are
compared with their namespace, transitional or strict, whatever the prefix.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import Any

from extract.errors import DamagedFile
from extract.readers.docx_package import Package

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    "http://purl.oclc.org/ooxml/officeDocument/math}t",
)
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ROOTS = frozenset({"document", "footnotes", "endnotes", "hdr"})

Attributes = dict[str, str]
Handler = Callable[[Attributes], None]


class PartWalker:
    """Calls `start_<name>` and `end_<name>` of a subclass for the Word elements it has.

    shown: texts met so far; of the branches of mc:AlternateContent (a drawing and its older
    twin) a later one is read only when those before it gave no text.
    """

    skipped: Iterable[str] = ()
    """Word elements that are left out with all they hold."""

    def __init__(self, package: Package, part: str, where: str) -> None:
        self._package, self._part, self._where = package, part, where
        self._starts: dict[str, Handler] = {}
        self._ends: dict[str, Callable[[], None]] = {}
        self._skipping = 0
        self._branches: list[int] = []
        self._prefix = ""
        self._value_key = ""
        self.shown = 0

    def walk(self, xml: bytes) -> None:
        """Walk the part. Raises DamagedFile on broken XML, LimitExceeded on a DTD."""
        parser = self.parser = self._package.parser(self._part)
        parser.StartElementHandler = self._start_root
        self._package.parse(parser, xml, self._part)

    def skip(self, _: Attributes) -> None:
        """Leave out the element that just started."""
        self._skipping = 1
        self.parser.StartElementHandler = self._skip_start
        self.parser.EndElementHandler = self._skip_end

    def value(self, attributes: Attributes) -> str | None:
        """Return the `val` of a Word element."""
        return attributes.get(self._value_key)

    def attribute(self, attributes: Attributes, name: str) -> str:
        return attributes.get(self._prefix + name, "")

    def extra_handlers(self) -> dict[str, Handler]:
        """Return handlers for element names that make no method names."""
        return {}

    def _start_root(self, name: str, _: Attributes) -> None:
        space, _sep, local = name.rpartition("}")
        if space not in _WORD or local not in _ROOTS:
            raise DamagedFile(self._where, f"{self._part} holds no Word text but <{local}>")
        prefix = self._prefix = f"{space}}}"
        self._value_key = f"{prefix}val"
        self._starts = dict.fromkeys((prefix + name for name in self.skipped), self.skip)
        own_class: Any = type(self)
        starts, ends = _handler_names(own_class)
        self._starts |= {prefix + element: getattr(self, method) for element, method in starts}
        self._ends = {prefix + element: getattr(self, method) for element, method in ends}
        self._starts |= {prefix + name: handler for name, handler in self.extra_handlers().items()}
        for math in _MATH:  # formulas keep their text
            self._starts[math] = self._starts[f"{prefix}t"]
            self._ends[math] = self._ends[f"{prefix}t"]
        self._starts[f"{_MC}AlternateContent"] = self._start_alternate
        self._ends[f"{_MC}AlternateContent"] = self._end_alternate
        self._starts[f"{_MC}Choice"] = self._starts[f"{_MC}Fallback"] = self._start_branch
        self._listen()

    def _listen(self) -> None:
        """Hand elements to their handlers; closures, as this runs for every element."""
        starts, ends = self._starts.get, self._ends.get

        def start(name: str, attributes: Attributes) -> None:
            handler = starts(name)
            if handler is not None:
                handler(attributes)

        def end(name: str) -> None:
            handler = ends(name)
            if handler is not None:
                handler()

        self.parser.StartElementHandler = start
        self.parser.EndElementHandler = end

    def _skip_start(self, _: str, __: Attributes) -> None:
        self._skipping += 1

    def _skip_end(self, _: str) -> None:
        self._skipping -= 1
        if not self._skipping:
            self._listen()

    def _start_alternate(self, _: Attributes) -> None:
        self._branches.append(self.shown)

    def _end_alternate(self) -> None:
        self._branches.pop()

    def _start_branch(self, attributes: Attributes) -> None:
        if self._branches and self.shown != self._branches[-1]:
            self.skip(attributes)


@cache
def _handler_names(walker: Hashable) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Elements with the names of the methods that start them, and of those that end them."""
    parted = [(method, *method.partition("_")) for method in dir(walker)]
    return (
        [(element, method) for method, kind, _, element in parted if kind == "start"],
        [(element, method) for method, kind, _, element in parted if kind == "end"],
    )

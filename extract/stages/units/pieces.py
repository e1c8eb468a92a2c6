"""What the scanner finds: pieces of text that name a unit, before context completes them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place at the end of a name: "huyện" (name None) or "huyện Thạch Thành".

    word: its kind word in lower case. within: the larger places printed after it.
    """

    word: str
    kind: str
    level: str | None
    name: str | None = None
    within: tuple[Place, ...] = ()

    def __str__(self) -> str:
        return f"{self.word} {self.name}" if self.name else self.word


@dataclass(frozen=True, slots=True)
class Piece:
    """One name as scanned. start, end: offsets of the printed name.

    name: without its place. prefix: a post in front of it ("Lãnh đạo"). located: its full name
    takes a place. kind "collective": addressees that are no single unit. carried: the kind word
    that an earlier word of the list gives ("Phòng"). known: not just a bare unknown wording.
    strong: a new list item follows it (";", line end), so nothing flows over.
    """

    start: int
    end: int
    name: str
    kind: str | None
    level: str | None = None
    place: Place | None = None
    prefix: str = ""
    located: bool = False
    carried: str | None = None
    known: bool = True
    strong: bool = False

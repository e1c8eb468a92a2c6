"""A text cut into pieces at the places that records name, for marking them where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from extract.text import fold, fold_keep_length

SpanKind = Literal["citation", "deadline", "unit", "doubt"]
_RANK = {"citation": 0, "deadline": 1, "unit": 2, "doubt": 3}


@dataclass(frozen=True, slots=True)
class Span:
    """Words that a record is about. start, end: half-open code points of the text.

    id: of the record, an anchor on the page. href: where a click leads, None for nowhere.
    """

    start: int
    end: int
    kind: SpanKind
    id: str
    title: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text under one mark. span: None for plain text. ids: anchors that begin here.

    doubtful: a flag is about these words.
    """

    text: str
    span: Span | None = None
    ids: tuple[str, ...] = ()
    doubtful: bool = False
    doubt: str = ""


def cut(text: str, spans: Sequence[Span]) -> list[Piece]:
    """Return the text as pieces; joined they are the text.

    Marks do not nest in HTML without confusion: where spans overlap, the piece belongs to the
    citation, then to the deadline, then to the unit; a doubt is laid over any of them.
    """
    known = sorted(
        (s for s in spans if 0 <= s.start < s.end <= len(text)),
        key=lambda s: (s.start, _RANK[s.kind], s.end),
    )
    edges = sorted({0, len(text), *(s.start for s in known), *(s.end for s in known)})
    return list(_pieces(text, known, edges))


def _pieces(text: str, spans: list[Span], edges: list[int]) -> Iterator[Piece]:
    waiting, open_ = 0, list[Span]()
    for start, end in pairwise(edges):
        open_ = [s for s in open_ if s.end > start]
        ids: list[str] = []
        while waiting < len(spans) and spans[waiting].start == start:
            open_.append(spans[waiting])
            ids.append(spans[waiting].id)
            waiting += 1
        doubts = [s for s in open_ if s.kind == "doubt"]
        marks = [s for s in open_ if s.kind != "doubt"]
        top = min(marks, key=lambda s: (_RANK[s.kind], s.start), default=None)
        doubt = "; ".join(dict.fromkeys(s.title for s in doubts))
        yield Piece(text[start:end], top, tuple(ids), bool(doubts), doubt)


def find_words(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the folded words stand in the text as words, marks and case apart."""
    wanted = {word for word in words if word}
    if not wanted:
        return []
    parts = sorted({fold(word) for word in wanted}, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, parts)) + r")(?!\w)")
    return [m.span() for m in pattern.finditer(fold_keep_length(text))]

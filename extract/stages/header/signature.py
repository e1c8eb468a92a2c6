"""Signature block: capacity, title and name of each signer, in either order with Nơi nhận."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from extract.model import Passage, Signer
from extract.stages.header.head import split_lines
from extract.stages.header.rules import LOWER, fills, fold_line, is_upper, opens_with, rule
from extract.text import squeeze, unify
from patterns import load_csv

_MAX_LINE = 200
_MAX_GAP = 6
"""Lines that are neither name nor note after which a title waits no longer."""
_NAME_AT_END = re.compile(rf"(?:^|\s)((?:[^\W\d_{LOWER}][{LOWER}'’]{{0,9}}(?:\s+|$)){{2,6}})$")


def is_signature_line(text: str) -> bool:
    """Say whether the line opens with a capacity ("KT. ...") or a title in capitals."""
    bare = text.strip(" *_.:,")
    if not bare or len(bare) > 110 or not is_upper(bare[:40]):
        return False
    return bool(rule("capacity").match(bare) or rule("position").match(bare))


def read_name(text: str) -> str | None:
    """Return the name a line holds, in title case with its degree as printed, or None."""
    bare = squeeze(unify(text).strip(" *_.,;:()"))
    match = rule("name").fullmatch(bare) if len(bare) <= 60 else None
    if match is None:
        return None
    name = match["name"]
    words = [fold_line(word) for word in re.split(r"[ -]+", name)]
    if rule("family_name").match(words[0]) is None:
        second = [word for word in words[1:2] if word != "thi"]  # "Cầm Thị Phong"
        odd = any(rule("no_name").match(word) for word in [words[0], *second])
        if odd or opens_with("body", bare) or len(words) > (3 if is_upper(name) else 5):
            return None
    if is_upper(name) and len(name) > 3:
        name = re.sub(r"[^\W\d_]+", lambda m: m[0][:1].upper() + m[0][1:], name.lower())
    return squeeze(f"{match['degree']} {name}")


@cache
def _type_words() -> frozenset[str]:
    """Folded type words: "QUYẾT ĐỊNH:" below "BỘ TRƯỞNG BỘ NỘI VỤ" is nobody's name."""
    return frozenset(fold_line(row["word"]) for row in load_csv("doc_types"))


@dataclass(slots=True)
class _Waiting:
    """A signature whose name has not been read yet."""

    capacities: list[str] = field(default_factory=list)
    title: str | None = None

    def signer(self, name: str) -> Signer:
        acting = [c for c in self.capacities if re.match(r"K\.?/?T", c)]
        capacities = acting or self.capacities
        return Signer(name, self.title, capacities[-1] if capacities else None)


def read_signers(window: Iterable[Passage]) -> tuple[tuple[Signer, ...], tuple[int, ...]]:
    """Return the signers of a signature block, and the passages of the block.

    Names answer to titles in order, so that two columns read line by line still pair up.
    """
    signers: list[Signer] = []
    waiting: list[_Waiting] = []
    seqs: list[int] = []
    gap = 0
    for line in split_lines(window):
        if len(line.text) > _MAX_LINE or line.folded.strip(" *_:.") in _type_words():
            waiting.clear()
            continue
        for piece in split_signature(line.text):
            if is_signature_line(piece):
                _push(waiting, squeeze(piece.strip(" *_,;:")).rstrip("."))
            elif waiting and (name := read_name(piece)):
                signers.append(waiting.pop(0).signer(name))
            elif not waiting:
                continue
            elif not fills("signing_note", piece) and not fills("rule", piece):
                gap += 1
                if gap > _MAX_GAP:
                    waiting.clear()
                    gap = 0
                continue
            gap = 0
            seqs.append(line.seq)
    return tuple(signers), tuple(dict.fromkeys(seqs))


def _push(waiting: list[_Waiting], piece: str) -> None:
    is_capacity = rule("capacity").match(piece) is not None
    if not waiting or waiting[-1].title is not None:
        waiting.append(_Waiting())
    if is_capacity:
        waiting[-1].capacities.append(piece)
    else:
        waiting[-1].title = piece


def split_signature(text: str) -> list[str]:
    """Return capacities, title and name that a reader left on one line, apart."""
    shown = unify(text).strip(" *_")
    starts = _word_starts(shown)
    if not starts or starts[0] != 0:
        return [shown]
    pieces = [shown[a:b].strip() for a, b in zip(starts, [*starts[1:], len(shown)], strict=True)]
    last = _NAME_AT_END.search(pieces[-1])
    if last and last.start(1) > 0 and is_upper(pieces[-1][: last.start(1)]):
        pieces[-1:] = [pieces[-1][: last.start(1)].strip(), last[1].strip()]
    return [piece for piece in pieces if piece]


def _word_starts(shown: str) -> list[int]:
    """Return where capacities and titles start; the title right after "KT." belongs to it."""
    starts: list[int] = []
    acting_end: int | None = None
    for match in rule("signature_word").finditer(shown):
        if acting_end is not None and not shown[acting_end : match.start()].strip():
            acting_end = None
            continue
        acting_end = match.end() if match["acting"] else None
        starts.append(match.start())
    return starts


def signature_start(text: str) -> int | None:
    """Return where the other column's signature starts on a line of recipients, or None."""
    shown = unify(text)
    for match in rule("signature_word").finditer(shown):
        if is_upper(shown[match.start() :]) or _NAME_AT_END.search(shown[match.start() :]):
            return match.start()
    last = max(shown.rfind(";"), shown.rfind("."))
    if last <= 0 or not shown[last + 1 : last + 2].isspace():
        return None
    words = shown[last + 1 :].split()
    named = 2 <= len(words) <= 5 and read_name(shown[last + 1 :]) is not None
    return last + 1 if named and rule("family_name").match(fold_line(words[0])) else None

"""Signature block: capacity, title and name of each signer, in either order with Nơi nhận."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from extract.model import Passage, Signer
from extract.stages.header.head import Line, split_lines
from extract.stages.header.rules import LOWER, fills, fold_line, is_upper, opens_with, rule
from extract.text import squeeze, unify
from patterns import load_csv

_MAX_LINE = 200
_MAX_GAP = 6
"""Lines that are neither name nor note after which a title waits no longer."""
_NAME_AT_END = re.compile(rf"(?:^|\s)((?:[^\W\d_{LOWER}][{LOWER}'’]{{0,9}}(?:\s+|$)){{2,6}})$")


def is_signature_line(text: str) -> bool:
    """Say whether the line opens with a capacity ("KT. ...") or a title in capitals.

    A capacity with its full stop counts in small letters too: "TM. Ủy ban nhân dân".
    """
    bare = text.strip(" *_.:,")
    if not bare or len(bare) > 110:
        return False
    if not is_upper(bare[:40]):
        return rule("small_capacity").fullmatch(bare) is not None
    return bool(rule("capacity").match(bare) or rule("position").match(bare))


def is_small_title(text: str) -> bool:
    """Say whether the line is a title in small letters: "Phó Chủ tịch"."""
    return rule("small_title").fullmatch(text.strip(" *_.:,")) is not None


_SIGNED = re.compile(r"^\W{0,3}đã k[ýí]\b(?!\W{0,3}$)|\(?đã k[ýí]\W{0,3}$", re.IGNORECASE)
"""A mark before or after the name on its line: "(Đã ký) Nguyễn Văn An"."""


def read_name(text: str) -> str | None:
    """Return the name a line holds, in title case with its degree as printed, or None."""
    bare = squeeze(_SIGNED.sub("", unify(text)).strip(" *_.,;:()"))
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
        acting = [c for c in self.capacities if re.match(r"K\.?/?T", c, re.IGNORECASE)]
        capacities = acting or self.capacities
        return Signer(name, self.title, capacities[-1] if capacities else None)


def read_signers(window: Iterable[Passage]) -> tuple[tuple[Signer, ...], tuple[int, ...]]:
    """Return the signers of a signature block, and the passages of the block.

    Names answer to titles in order, so that two columns read line by line still pair up. Titles
    in small letters count where no other signature is found.
    """
    lines = list(split_lines(window))
    strict = _Block(small_titles=False)
    strict.read(lines)
    if strict.signers:
        return strict.found()
    loose = _Block(small_titles=True)
    loose.read(lines)
    return loose.found() if loose.signers else strict.found()


@dataclass(slots=True)
class _Block:
    """A signature block while it is read. certified: the name an electronic signature states."""

    small_titles: bool
    signers: list[Signer] = field(default_factory=list)
    waiting: list[_Waiting] = field(default_factory=list)
    seqs: list[int] = field(default_factory=list)
    certified: str | None = None
    gap: int = 0

    def read(self, lines: list[Line]) -> None:
        """Take the lines from top to bottom."""
        for line in lines:
            if len(line.text) > _MAX_LINE or line.folded.strip(" *_:.") in _type_words():
                self.waiting.clear()
                continue
            for piece in split_signature(line.text):
                if self._take(piece):
                    self.gap = 0
                    self.seqs.append(line.seq)
        if self.waiting and not self.signers and self.certified:
            self.signers.append(self.waiting.pop(0).signer(self.certified))

    def found(self) -> tuple[tuple[Signer, ...], tuple[int, ...]]:
        """Return signers and passages."""
        return tuple(self.signers), tuple(dict.fromkeys(self.seqs))

    def _take(self, piece: str) -> bool:
        """Read one piece of a line; say whether it belongs to the signature."""
        acts = bool(self.waiting) and self.waiting[-1].title is None
        small = (self.small_titles or acts) and is_small_title(piece)
        if small or is_signature_line(piece):
            _push(self.waiting, squeeze(piece.strip(" *_,;:")).rstrip("."))
            return True
        if not self.waiting:
            return False
        if fills("signing_note", piece):
            signed_by = _SIGNED_BY.match(piece)
            self.certified = (signed_by and read_name(piece[signed_by.end() :])) or self.certified
            return True
        if name := read_name(piece):
            self.signers.append(self.waiting.pop(0).signer(name))
            return True
        if not fills("rule", piece):
            self._miss()
            return False
        return True

    def _miss(self) -> None:
        self.gap += 1
        if self.gap > _MAX_GAP:
            self.waiting.clear()
            self.gap = 0


_SIGNED_BY = re.compile(r"\W{0,3}(?:được )?(?:ký (?:số )?bởi|người ký)\s{0,3}:", re.IGNORECASE)


def _push(waiting: list[_Waiting], piece: str) -> None:
    is_capacity = any(rule(row).match(piece) for row in ("capacity", "small_capacity"))
    if not waiting or waiting[-1].title is not None:
        waiting.append(_Waiting())
    if is_capacity:
        waiting[-1].capacities.append(piece)
    else:
        waiting[-1].title = piece


def split_signature(text: str) -> list[str]:
    """Return capacities, title and name that a reader left on one line, apart."""
    shown = unify(text).strip(" *_|")
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


def split_columns(text: str) -> tuple[str, str]:
    """Return what a line of the foot holds of the recipients and of the signature beside them."""
    left, _, right = (part.strip(" |") for part in unify(text).partition("|"))
    if right:
        return left, right
    if is_signature_line(left) or is_person(left) or fills("signing_note", left):
        return "", left
    start = _signature_start(left)
    if start is not None:
        return left[:start].rstrip(), left[start:].strip()
    signed = _SIGNED_END.search(left)
    return (left[: signed.start()], signed[0].strip()) if signed else (left, "")


_SIGNED_END = re.compile(r"\s\(?đã k[ýí]\W{0,3}$", re.IGNORECASE)
_MAX_NAME = 60
_PAUSE = re.compile(r"[;.,]\s{1,60}(?=\S)")


def _signature_start(shown: str) -> int | None:
    """Return where the other column's signature starts on a line of recipients, or None."""
    for match in rule("signature_word").finditer(shown):
        if is_upper(shown[match.start() :]) or _NAME_AT_END.search(shown[match.start() :]):
            return match.start()
    for pause in _PAUSE.finditer(shown, max(0, len(shown) - _MAX_NAME)):
        if is_person(shown[pause.end() :]):
            return pause.end()
    return None


def is_person(text: str) -> bool:
    """Say whether the line is a person's full name and nothing else."""
    shown = text.strip(" *_")
    if shown.endswith((";", ",", ":", ".")) or opens_with("kept", shown):
        return False
    if is_signature_line(shown):
        return False
    name = read_name(shown)
    match = rule("name").fullmatch(name) if name else None
    words = match["name"].split() if match else []
    if not 2 <= len(words) <= 5 or not rule("family_name").match(fold_line(words[0])):
        return False
    is_body = words[0].lower() in _BODY_WORDS or (is_upper(shown) and opens_with("body", shown))
    return not is_body or fold_line(words[1]) in ("van", "thi")


_BODY_WORDS = frozenset(["ban", "đảng", "tổ", "vụ", "cục", "đội", "văn", "liên", "khu"])
"""First words of bodies, spelt so: "Đặng", "Tô", "Vũ" and "Đoàn" are family names."""

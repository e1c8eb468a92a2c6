"""Recipients: the lines under Nơi nhận, down to "Lưu: ..."."""

from __future__ import annotations

import re

from extract.model import Passage
from extract.stages.header.head import Line, split_lines
from extract.stages.header.rules import fold_line, opens_with, rule
from extract.stages.header.signature import is_person, read_name, split_columns
from extract.text import squeeze

_MAX = 60
_MAX_BESIDE = 80
"""Characters of a passage that is part of the signature beside the recipients."""
_PAGE = re.compile(r"\W{0,2}\d{1,3}\W{0,2}")
"""A page number between two recipients."""
_BULLET = re.compile(r"\s*(?:[-+*•·●▪○]|\d{1,2}[.)])\s*")
_INNER_BULLET = re.compile(
    r"(?<=[;.,:])\s*[-+•]\s{0,3}(?=\S)|(?<=\s)[-•]\s(?=Lưu\s?[:;]|Lưu V[TP])"
)


def find_recipients(passages: tuple[Passage, ...], start: int, end: int) -> int | None:
    """Return the index of the passage that says Nơi nhận."""
    for index in range(start, end):
        passage = passages[index]
        if opens_with("recipients", passage.text[:60]):
            return index
    return None


def read_recipients(
    passages: tuple[Passage, ...], start: int, end: int
) -> tuple[tuple[str, ...], tuple[int, ...], int]:
    """Return the recipients, their passages, and the index after the last.

    start: index of the passage that says Nơi nhận.
    """
    items: list[str] = []
    seqs: list[int] = [passages[start].seq]
    state = _State()
    for line in _after_heading(list(split_lines([passages[start]]))):
        state.take(line.text, items)
    index = start + 1
    while index < end and len(seqs) < _MAX and not state.is_over(items):
        passage = passages[index]
        lines = [line.text for line in split_lines([passage])]
        own = next((left for left, _ in map(split_columns, lines) if left), "")
        if passage.role == "signature" or (lines and not own):
            if state.is_complete(items) or len(passage.text) > _MAX_BESIDE:
                break
            state.signed = state.signed or any(map(is_person, lines))
        elif state.goes_on(own, items):
            seqs.append(passage.seq)
            for text in lines:
                state.take(text, items)
        else:
            break
        index += 1
    cleaned = (squeeze(item).strip("*_| ").rstrip(" ;,./:") for item in items)
    return tuple(item for item in cleaned if item), tuple(seqs), index


class _State:
    """What has been seen: a dash before a recipient, the "Lưu" line, the signer's name."""

    __slots__ = ("bulleted", "kept", "signed")

    def __init__(self) -> None:
        self.bulleted = False
        self.kept = False
        self.signed = False

    def take(self, text: str, items: list[str]) -> None:
        """Add the recipients on a line, or what it adds to the one above."""
        if _PAGE.fullmatch(text):
            return
        for piece, is_new in _pieces(split_columns(text)[0]):
            is_kept = opens_with("kept", piece)
            closed = bool(items) and items[-1].rstrip().endswith((";", "."))
            self.bulleted = self.bulleted or is_new
            if is_new or is_kept or not items or closed:
                items.append(piece)
            else:
                items[-1] = f"{items[-1]} {piece}"
            self.kept = self.kept or is_kept

    def is_over(self, items: list[str]) -> bool:
        """The line "Lưu: VT." with its full stop is the last."""
        return self.kept and items[-1].rstrip().endswith(".")

    def is_complete(self, items: list[str]) -> bool:
        """The line "Lưu: ..." has been read to its end."""
        return self.kept and not _is_open(items)

    def goes_on(self, text: str, items: list[str]) -> bool:
        """Say whether a passage with this first line still belongs to the recipients."""
        if not text or (_PAGE.fullmatch(text) and not self.kept):
            return True
        if opens_with("appendix", text):
            return False
        if _BULLET.match(text) or opens_with("kept", text):
            return True
        if opens_with("form_signer", text) or len(text) > 160:
            return False
        wraps = text[:1].islower() or _is_open(items)
        if self.kept or self.signed or wraps:
            return wraps and (len(text) < 60 or not self.kept)
        closed = items[-1].rstrip().endswith((";", "."))
        stranger = self.bulleted and closed and not text.endswith(";")
        return not stranger and read_name(text) is None


def _is_open(items: list[str]) -> bool:
    return not items or items[-1].rstrip().endswith((",", "-", "và"))


_REMARK = re.compile(r"^\([^()]{1,60}\):?$")
"""How the copies are sent, beside the heading: "(Gửi bản điện tử)"."""


def _after_heading(lines: list[Line]) -> list[Line]:
    match = rule("recipients").match(lines[0].folded) if lines else None
    if match is None:
        return lines
    rest = _REMARK.sub("", lines[0].text[match.end() :].strip())
    return [Line(lines[0].seq, rest, fold_line(rest)), *lines[1:]] if rest else lines[1:]


_RUN_ON = re.compile(r";\s{0,3}(?=\S)")
_DASHED_ON = re.compile(
    r"(?<=[\w).])(?<!lao động)(?<!văn thư)(?<!văn hóa)(?<!kinh tế)(?<!tài chính)(?<!dân số)"
    r"(?<!xã hội)(?<!hđnd)(?<!thông tin)\s-\s(?=[^\W\d_])",
    re.IGNORECASE,
)
_KEPT_ON = re.compile(r"(?P<sign>;|\s-)\s{0,3}Lưu(?=\s?[:;]|\sV[TP])")


def _split_items(text: str) -> list[str]:
    """Return the recipients of a line apart, where it holds all of them down to "Lưu: ..."."""
    kept = _KEPT_ON.search(text)
    if kept is None or _INNER_BULLET.search(text[: kept.start()]):
        return _INNER_BULLET.split(text)
    if kept["sign"] == ";":
        return _RUN_ON.split(text)
    return _DASHED_ON.split(text) if ";" not in text else _INNER_BULLET.split(text)


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Return the recipients on one line, each with whether a dash opened it."""
    pieces: list[tuple[str, bool]] = []
    for number, part in enumerate(_split_items(text)):
        bullet = _BULLET.match(part)
        shown = (part[bullet.end() :] if bullet else part).strip()
        if shown:
            pieces.append((shown, bullet is not None or number > 0))
    return pieces

"""The foot of the main text: where recipients and signature block stand, and what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.model import Passage, Signer
from extract.stages.header.head import split_lines
from extract.stages.header.recipients import find_recipients, read_recipients
from extract.stages.header.rules import fold_line, is_upper, opens_with
from extract.stages.header.signature import is_signature_line, read_signers, split_columns

_BEFORE, _AFTER = 12, 24
"""Passages around Nơi nhận in which the signature block may stand."""
_FROM_END = 30
_HEADING = re.compile(r"^\W{0,9}nơi (?:nhận|gửi)\W{0,9}", re.IGNORECASE)
_APPENDIX_LABEL = re.compile(r"\W{0,2}phu luc\s{0,3}(?:so\s{0,3})?(?:\d|[ivx]+\b)")


@dataclass(frozen=True, slots=True)
class Foot:
    """recipients: in order. recipient_seqs, signature_seqs: passages of each part.

    first: seq of the first passage of either, None without them.
    """

    recipients: tuple[str, ...] = ()
    recipient_seqs: tuple[int, ...] = ()
    signers: tuple[Signer, ...] = ()
    signature_seqs: tuple[int, ...] = ()
    first: int | None = None


def read_foot(passages: tuple[Passage, ...], after: int) -> Foot:
    """Return recipients and signers of the main text, which ends before the first appendix.

    after: index of the first passage below the title.
    """
    end = _main_end(passages, after)
    start = find_recipients(passages, after, end)
    if (
        start is None
        and end < len(passages)
        and not _is_signed(passages[max(after, end - 60) : end])
    ):
        start = find_recipients(passages, end, len(passages))  # appendices before the foot
        if start is not None and not _is_signed(passages[start:]):
            start = None
        end = len(passages) if start is not None else end
    if start is None:
        signers, signed = read_signers(passages[max(after, end - _FROM_END) : end])
        return Foot((), (), signers, signed, min(signed, default=None))
    recipients, seqs, stop = read_recipients(passages, start, end)
    window = passages[max(after, start - _BEFORE) : min(end, stop + _AFTER)]
    signers, signed = _read_signature(window, frozenset(seqs))
    return Foot(recipients, seqs, signers, signed, min([*seqs, *signed]))


def _read_signature(
    window: tuple[Passage, ...], taken: frozenset[int]
) -> tuple[tuple[Signer, ...], tuple[int, ...]]:
    """Return signers and passages of the block beside the recipients.

    Of lines that recipients and signature share, only the signature's part is read.
    """
    parts: list[Passage] = []
    for passage in window:
        if passage.seq not in taken:
            parts.append(passage)
            continue
        for line in split_lines([passage]):
            if beside := split_columns(_HEADING.sub("", line.text))[1]:
                parts.append(Passage(passage.seq, beside))
    return read_signers(parts)


def _main_end(passages: tuple[Passage, ...], after: int) -> int:
    """Return the index of the first appendix heading, else the number of passages."""
    for index in range(after, len(passages)):
        text = passages[index].text
        if passages[index].table is None and len(text) <= 200 and opens_with("appendix", text):
            label = fold_line(text[:80])
            named = is_upper(text[:20]) or _APPENDIX_LABEL.match(label)
            if named and not re.search(r"kem theo\W{0,3}$|[;.]$", label):
                return index
    return len(passages)


def _is_signed(passages: tuple[Passage, ...]) -> bool:
    short = [passage for passage in passages if len(passage.text) <= 200]
    return any(is_signature_line(line.text) for line in split_lines(short))

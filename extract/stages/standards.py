"""Technical standards and regulations that a document names: TCVN, QCVN, ISO.

They are kept apart from citations: a standard is no legal instrument (văn bản).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.model import Passage, Standard
from extract.text import unify
from patterns import load_toml


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    return {row.data["use"]: re.compile(row.regex) for row in load_toml("standard").rows}


def find_standards(passages: Sequence[Passage]) -> tuple[Standard, ...]:
    """Return every standard that is named with its number, in reading order."""
    rules = _rules()
    return tuple(
        _standard(seq, passage.text, match, rules["swapped"])
        for seq, passage in enumerate(passages)
        for match in rules["standard"].finditer(unify(passage.text))
    )


def _standard(seq: int, text: str, match: re.Match[str], swapped: re.Pattern[str]) -> Standard:
    body, suspect = match["body"].replace("-", " "), None
    if swapped.search(match["body"]):
        body, suspect = "TCVN ISO", "ISO stands before TCVN"
    year, publisher = match["year"], match["publisher"]
    symbol = f"{body} {match['number']}"
    symbol += f":{year}" if year else ""
    symbol += f"/{publisher}" if publisher else ""
    return Standard(
        passage=seq,
        start=match.start(),
        end=match.end(),
        raw=text[match.start() : match.end()],
        symbol=symbol,
        body=body,
        number=match["number"],
        year=int(year) if year else None,
        publisher=publisher,
        suspect=suspect,
    )

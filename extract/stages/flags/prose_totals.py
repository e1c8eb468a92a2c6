"""Totals in running text: "Tổng kinh phí: 50 triệu đồng, gồm: ..."."""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import Flag, Passage
from extract.stages.flags.place import Places, fold_text, rule
from extract.stages.money import parse_amount

_MAX_PARTS = 12


def find_prose_mismatches(at: Places) -> Iterator[Flag]:
    """Flag a stated sum of money that the parts named after it do not make.

    Parts stand in the same paragraph, or one in each bullet below it; any other shape is left
    alone. After "trong đó" (of which) only parts that make more than the sum are wrong.
    """
    for index, passage in enumerate(at.passages):
        if passage.table is not None or "tổng" not in passage.text.lower():
            continue
        match = rule("stated_total").search(fold_text(passage.text))
        if match is None:
            continue
        stated = parse_amount(passage.text[match.start("amount") : match.end("amount")])
        if stated is None:
            continue
        parts = _amounts(passage, match.end()) or _bullets(at, index + 1)
        total = sum(parts)
        partial = match["lead"] == "trong do" and total < stated
        if len(parts) > 1 and total != stated and not partial:
            why = f"{_show(stated)} đồng stated, the parts make {_show(total)}"
            yield at.flag("total_mismatch", why, passage.seq, match.start())


def _show(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _amounts(passage: Passage, start: int) -> list[int]:
    """Return the amounts named in the rest of the sentence; none when one cannot be read."""
    text = passage.text[start:]
    stop = text.find(". ")
    rest = text if stop < 0 else text[:stop]
    found = [
        parse_amount(rest[match.start() : match.end()])
        for match in rule("amount").finditer(fold_text(rest))
    ]
    return [] if None in found else [amount for amount in found if amount is not None]


def _bullets(at: Places, index: int) -> list[int]:
    """Return the amount of each bullet from `index` on; none when a bullet names none or two."""
    found: list[int] = []
    for passage in at.passages[index : index + _MAX_PARTS]:
        if passage.label not in ("-", "+"):
            break
        amounts = _amounts(passage, 0)
        if len(amounts) != 1:
            return []
        found += amounts
    return found

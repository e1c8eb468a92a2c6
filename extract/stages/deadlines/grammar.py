"""The deadline grammar of `patterns/deadline.toml`, compiled once and indexed by first word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import patterns
from extract.text import LOWER, unify

MASKED = "\x1f"
"""What stands in the place of every masked character; no rule but an event's words matches it."""

_BLANK, _NO_BLANK = r"[ \n]{1,3}", r"[ \n]{0,3}"
_WRAP = re.compile(rf"\n(?={LOWER})")
_NOT_INSIDE = r"(?!\w|/\d)"
_WEAK = {
    "span", "bare_year", "day", "day_to_come", "every", "every_n", "by_cycle", "bare_cycle",
    "half_cycle", "continuous", "open_cell", "until_point", "school_term",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One form: its compiled pattern, what its parts mean, and where it is accepted.

    weak: a bare time word, which belongs to the event that it stands in ("theo Kế hoạch năm
    2020"). order: place in the table; the earlier of two equally long forms wins.
    """

    id: str
    pattern: re.Pattern[str]
    kind: str
    value: str
    side: str | None
    in_text: bool
    weak: bool
    order: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules by the first word of their form. first: finds the places where one may begin."""

    first: re.Pattern[str]
    rules: dict[str, tuple[Rule, ...]]


def lowered(text: str) -> str:
    """Return the text as rules see it: one kind of dash and blank, lower case, length kept.

    Line ends stay, since they end the words of an event, unless a small letter goes on after one.
    """
    plain = unify(text)
    if "\n" in text:
        plain = "".join("\n" if old == "\n" else new for old, new in zip(text, plain, strict=True))
        plain = _WRAP.sub(" ", plain)
    low = plain.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def compile_rule(regex: str, *, ends: bool = True) -> re.Pattern[str]:
    """Return the compiled rule; a blank in it stands for one to three blanks or a line end."""
    spaced = regex.replace(" ?", "\0").replace(" ", _BLANK).replace("\0", _NO_BLANK)
    return re.compile(f"(?:{spaced}){_NOT_INSIDE}" if ends else spaced)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of the table, compiled, in its order."""
    return tuple(
        _rule(row.id, row.regex, row.data, order)
        for order, row in enumerate(patterns.load_toml("deadline").rows)
    )


def _rule(row_id: str, regex: str, data: Any, order: int) -> Rule:
    return Rule(
        id=row_id,
        pattern=compile_rule(regex),
        kind=data["kind"],
        value=data["value"],
        side=data.get("side"),
        in_text=data["where"] != "cell",
        weak=row_id in _WEAK,
        order=order,
    )


@cache
def grammar(in_text: bool, events: bool) -> Grammar:
    """Return the index of the rules for running text or for time cells; of events, or the rest."""
    table = patterns.load_toml("deadline")
    by_word: dict[str, list[Rule]] = {}
    for rule, row in zip(rules(), table.rows, strict=True):
        if (in_text and not rule.in_text) or (rule.kind == "event") != events:
            continue
        for begin in row.data["begins"]:
            for word in table.parts.get(begin, begin).split("|"):
                if rule not in by_word.setdefault(word, []):
                    by_word[word].append(rule)
    words = sorted((w for w in by_word if not w.endswith("#")), key=len, reverse=True)
    first = [rf"(?:{'|'.join(words)})(?!\w)"]
    if "t#" in by_word:
        first.append(r"[tq](?=\.?[ \n]?[\div])")
    if "#" in by_word:
        first.append(r"\d{1,60}")
    return Grammar(re.compile("|".join(first)), {w: tuple(r) for w, r in by_word.items()})


def rules_at(index: Grammar, first: str) -> tuple[Rule, ...]:
    """Return the rules that may begin with this first word or run of digits."""
    if first.isdecimal():
        return index.rules.get("#", ()) if len(first) <= 4 else ()
    if first in ("t", "q"):
        return index.rules.get(f"{first}#", ())
    return index.rules.get(first, ())

"""What patterns/ knows of units: kind words, names of agencies and their abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.stages.units.tokens import Token, tokenize
from patterns import load_csv, load_toml

_CONNECTORS = {"-", "&", "va", "+"}
_MAX_WORDS = 16
_SHORT = (("Hội đồng nhân dân", "HĐND"), ("Ủy ban nhân dân", "UBND"))


@dataclass(frozen=True, slots=True)
class Kind:
    """A word that opens a unit name, from unit_kinds.toml; see the comment there."""

    id: str
    role: str
    word: str
    kind: str | None
    level: str | None
    nests: bool
    fields: bool
    located: bool
    carries: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A known name, from agencies.csv. level "own": that of the issuer; None: unknown."""

    name: str
    use: str
    kind: str | None
    level: str | None
    valid_from: str
    valid_to: str
    abbreviated: bool


class Words:
    """Kind words of some roles, matched at the start of a word."""

    def __init__(self, *roles: str) -> None:
        rows = [r for r in load_toml("unit_kinds").rows if r.data["role"] in roles]
        self._kinds = {row.id: _kind(row.id, dict(row.data)) for row in rows}
        body = "|".join(f"(?P<{row.id}>{row.regex})" for row in rows)
        cap = load_toml("unit_kinds").parts["cap"]
        # A word ends where a capital follows a small letter: "PhườngThắng Tam".
        self._regex = re.compile(rf"(?:{body})(?:(?![^\W_])|(?<!{cap})(?={cap}))", re.IGNORECASE)

    def match(self, text: str, start: int) -> tuple[Kind, int] | None:
        """Return the kind that stands at `start`, and where its word ends."""
        found = self._regex.match(text, start)
        if found is None or found.end() == start or found.lastgroup is None:
            return None
        return self._kinds[found.lastgroup], found.end()


def _kind(row_id: str, data: dict[str, object]) -> Kind:
    def text(key: str) -> str | None:
        value = data.get(key)
        return value if isinstance(value, str) else None

    return Kind(
        row_id, str(data["role"]), text("word") or "", text("kind"), text("level"),
        bool(data.get("nests")), bool(data.get("fields")), bool(data.get("located")),
        bool(data.get("carries")),
    )  # fmt: skip


class Names:
    """Known names, found by their folded letters whatever stands between the words.

    A name is looked up letter by letter, so "LĐ-TB&XH" and "LĐTBXH" are one, and the longest name
    wins. Dashes, "&" and "và" between words do not count; a comma does.
    """

    def __init__(self, use: str) -> None:
        self._full: dict[str, Name] = {}
        self._starts: set[str] = set()
        for row in load_csv("agencies"):
            if row["use"] == use:
                name = Name(
                    _short(row["name"]), use, row["kind"] or None, row["level"] or None,
                    row["valid_from"], row["valid_to"], abbreviated=False,
                )  # fmt: skip
                for spelling in _spellings(row["name"]):
                    self._add(spelling, name)
                if use == "post":  # "Văn phòng, thống kê" is one official
                    self._add(row["name"].replace(" - ", ", "), name)
        known = {n.name: n for n in self._full.values()}
        for row in load_csv("abbreviations"):
            if row["use"] != use:
                continue
            whole = known.get(_short(row["name"]))
            self._add(
                row["abbreviation"],
                Name(
                    _short(row["name"]), use, whole.kind if whole else None,
                    whole.level if whole else None, "", "", abbreviated=True,
                ),
            )  # fmt: skip

    def _add(self, spelling: str, name: Name) -> None:
        key = "".join(t.key for t in tokenize(spelling) if t.key not in _CONNECTORS)
        self._full.setdefault(key, name)
        self._starts.update(key[:n] for n in range(1, len(key) + 1))

    def longest(self, tokens: list[Token], start: int) -> tuple[Name, int] | None:
        """Return the longest name that starts at the token, and the token after it."""
        best: tuple[Name, int] | None = None
        key, upper, words = "", False, 0
        for index in range(start, len(tokens)):
            token = tokens[index]
            if token.word and token.key != "va":
                key += token.key
                upper = upper or (token.upper and len(token.text) > 1)
                words += 1
            elif token.key == ",":
                key += ","
            elif token.key not in _CONNECTORS or not key:
                break
            else:
                continue
            if key not in self._starts or words > _MAX_WORDS:
                break
            name = self._full.get(key)
            if name is not None and (upper or not name.abbreviated):
                best = name, index + 1
        return best

    def __iter__(self) -> Iterator[Name]:
        return iter(self._full.values())


def _short(name: str) -> str:
    for long, short in _SHORT:
        name = name.replace(long, short)
    return name


def _spellings(name: str) -> Iterator[str]:
    """Yield the name, with and without its short words, and with "," for its last "và"."""
    short = _short(name)
    long = short
    for full, abbreviation in _SHORT:
        long = long.replace(abbreviation, full)
    yield from {name, short, long}
    if "HĐND và UBND" in short:
        yield short.replace("HĐND và UBND", "UBND và HĐND")
        yield long.replace(
            "Hội đồng nhân dân và Ủy ban nhân dân", "Ủy ban nhân dân và Hội đồng nhân dân"
        )
    if "," in name:
        yield name.replace(" và ", ", ")
        yield name.replace(",", "")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All tables together, compiled once."""

    places: Words
    heads: Words
    posts: Words
    persons: Words
    generic: Words
    quantifiers: Words
    modifiers: Words
    lead_ins: Words
    stops: Words
    acts: Words
    fields: Names
    bodies: Names
    officials: Names


@cache
def load_knowledge() -> Knowledge:
    """Return the compiled tables."""
    return Knowledge(
        places=Words("place"), heads=Words("head"), posts=Words("post"), persons=Words("person"),
        generic=Words("generic"), quantifiers=Words("quantifier"), modifiers=Words("modifier"),
        lead_ins=Words("lead_in"), stops=Words("stop"),
        acts=Words("act"),
        fields=Names("field"), bodies=Names("body"), officials=Names("post"),
    )  # fmt: skip

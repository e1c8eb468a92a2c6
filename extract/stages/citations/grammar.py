"""The tables of `patterns/` compiled once: symbols, type words, dates, pinpoints, issuers, laws."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from extract.stages.citations.issuers import alternatives, build_issuer
from extract.text import fold, symbol_key
from patterns import Row, Table, load_csv, load_toml

_GROUP_NAME = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class SymbolRule:
    """One grammar of a symbol. needs_type: it counts only after a type word; needs_so: and "số"."""

    id: str
    kind: str
    pattern: re.Pattern[str]
    needs_type: bool
    needs_so: bool


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A type word. codes: folded codes of its symbols, the usual first. alone: see the table."""

    word: str
    codes: tuple[str, ...]
    kind: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Law:
    """A law or code that is cited by name. Dates are ISO text; "" where unknown."""

    name: str
    type: str
    symbol: str
    issued_on: str
    valid_from: str
    valid_to: str


@dataclass(frozen=True)
class Grammar:
    """Everything the scan needs, compiled. types: by lower-case word.

    The two largest patterns, those of issuers, are compiled when they are first asked for: who
    looks up an instrument does without them, and they take half a second.
    """

    symbol: re.Pattern[str]
    rules: tuple[SymbolRule, ...]
    rules_by_id: Mapping[str, SymbolRule]
    types: Mapping[str, TypeWord]
    type_tails: frozenset[str]
    type_codes: frozenset[str]
    type_of_code: Mapping[str, str]
    strict_codes: frozenset[str]
    letter_clashes: frozenset[str]
    central_codes: frozenset[str]
    department_codes: frozenset[str]
    type_word: re.Pattern[str]
    short: re.Pattern[str]
    short_dated: re.Pattern[str]
    uses: Mapping[str, re.Pattern[str]]
    date: re.Pattern[str]
    blank_date: re.Pattern[str]
    year_only: re.Pattern[str]
    bare_year: re.Pattern[str]
    issued_by: re.Pattern[str]
    issuer_regex: str
    known_issuer_regex: str
    subject: re.Pattern[str]
    law: re.Pattern[str]
    laws: Mapping[str, tuple[Law, ...]]
    laws_by_key: Mapping[str, Law]

    @cached_property
    def issuer(self) -> re.Pattern[str]:
        """What may name an issuer: a known one, or one made like it."""
        return re.compile(self.issuer_regex)

    @cached_property
    def known_issuer(self) -> re.Pattern[str]:
        """An issuer of the table."""
        return re.compile(self.known_issuer_regex)


_OFFICE_CODES = frozenset({"tt", "tc", "cp", "pc", "np", "gt", "uq", "hdbt", "l", "cv"})
_built: tuple[tuple[object, ...], Grammar] | None = None


def load_grammar() -> Grammar:
    """Return the compiled tables; they are built again when the tables were loaded anew."""
    global _built  # noqa: PLW0603 - one grammar per process, rebuilt when an overlay is set
    tables = (
        load_toml("citation"),
        load_csv("type_words"),
        load_csv("issuers"),
        load_csv("issuer_fields"),
        load_csv("laws"),
    )
    if _built is None or any(a is not b for a, b in zip(_built[0], tables, strict=True)):
        _built = (tables, _build(tables[0], _read_types(), _read_laws()))
    return _built[1]


def _read_types() -> dict[str, TypeWord]:
    return {
        row["word"].lower(): TypeWord(
            row["word"],
            tuple(fold(code) for code in row["codes"].split(";") if code),
            row["kind"],
            row["alone"] == "1",
        )
        for row in load_csv("type_words")
    }


def _read_laws() -> tuple[Law, ...]:
    return tuple(
        Law(
            row["name"], row["type"], row["symbol"], row["issued_on"], row["valid_from"],
            row["valid_to"],
        )
        for row in load_csv("laws")
    )  # fmt: skip


def _build(table: Table, types: dict[str, TypeWord], laws: tuple[Law, ...]) -> Grammar:
    uses = {row.data["use"]: row for row in table.rows if "use" in row.data}
    symbols = [row for row in table.rows if "use" not in row.data]
    known, issuer = build_issuer()
    date, blank = uses["date"].regex, uses["blank_date"].regex
    law_words = sorted({law.name for law in laws}, key=lambda name: (-len(name), name))
    by_name: dict[str, list[Law]] = {}
    for law in laws:
        by_name.setdefault(law_key(law.name), []).append(law)
    return Grammar(
        symbol=re.compile(_union(symbols)),
        rules=tuple(_rule(row) for row in symbols),
        rules_by_id={row.id: _rule(row) for row in symbols},
        types=types,
        type_tails=frozenset(
            " ".join(words[at:])
            for words in (word.split() for word in types)
            for at in range(len(words))
        ),
        type_codes=frozenset(code for t in types.values() for code in t.codes),
        type_of_code=_first_words(types),
        # Of a symbol these codes can only be a type; TT, TC, CT, CĐ also stand for offices.
        strict_codes=frozenset(
            code for t in types.values() for code in t.codes
        ) - _OFFICE_CODES,
        central_codes=_central_codes(),
        department_codes=frozenset("s" + fold(r["code"]) for r in load_csv("issuer_fields")),
        letter_clashes=frozenset({"kh", "qd", "nq", "nd", "bc", "ttr", "tb", "ct"}),
        type_word=re.compile(f"(?i:{alternatives(t.word for t in types.values())})(?![\\wÀ-ỹ])"),
        short=re.compile(
            f"(?<![\\wÀ-ỹ])(?P<type>(?i:{alternatives(t.word for t in types.values() if t.alone)}))"
            r"(?P<so> {1,3}(?i:số) ?:? ?| )(?P<number>\d{1,4}[a-zđ]?)"
            r"(?![\w%/]|[.,:-]\d| ?[-/] ?\w)"
        ),
        # Of the other types a number names one only in front of its date: "Công văn 6143, ngày".
        short_dated=re.compile(
            f"(?<![\\wÀ-ỹ])(?P<type>{_capitalised(types)})"
            r"(?P<so> {1,3}(?i:số) ?:? ?| )(?P<number>\d{1,5}[a-zđ]?)(?=,? ?\(?[Nn]gày \d)"
        ),
        uses={use: re.compile(row.regex) for use, row in uses.items()},
        date=re.compile(r" ?[,(-]? ?(?:" + date + r")\)?"),
        blank_date=re.compile(r" ?[,(]? ?(?:" + blank + r")\)?"),
        year_only=re.compile(r",? (?:" + uses["year_only"].regex + ")"),
        bare_year=re.compile(uses["bare_year"].regex),
        issued_by=re.compile(uses["issued_by"].regex),
        issuer_regex=issuer,
        known_issuer_regex=known,
        # After a comma only what cannot begin a clause of its own is a subject.
        subject=re.compile(
            f"(?:{uses['session'].regex})?"
            r" {0,2}(?:[:–-] ?|, (?=(?i:về|v/v|ban hành|quy định|sửa đổi|phê duyệt)(?![\wÀ-ỹ])))?"
            r"(?P<quote>[\"“”'])?(?P<lead>" + uses["subject_lead"].regex
            + r"|(?(quote)(?=[^\W\d_])|(?!)))"
        ),
        law=re.compile(
            "(?:" + "|".join(re.escape(fold(n)).replace(",", ",?") for n in law_words)
            + r")(?:(?!\w)|(?=(?:ngay|nam) ?\d))"
        ),
        laws_by_key={
            f"{fold(one.type)}:{symbol_key(one.symbol)}": one
            for one in reversed(laws)
            if one.symbol
        },
        laws={name: tuple(found) for name, found in by_name.items()},
    )  # fmt: skip


def _capitalised(types: dict[str, TypeWord]) -> str:
    words = {t.word for t in types.values() if not t.alone}
    return alternatives(word[:1].upper() + word[1:] for word in words)


def _central_codes() -> frozenset[str]:
    """Codes of bodies that exist once: the centre's own, and B + field for the ministries."""
    own = {fold(row["code"]) for row in load_csv("issuers") if row["level"] == "central"}
    fields = {"b" + fold(row["code"]) for row in load_csv("issuer_fields")}
    return frozenset((own | fields) - {"", "b", "bcd"})


def _first_words(types: dict[str, TypeWord]) -> dict[str, str]:
    """Return the type word that each usual code stands for; of two the first in the table."""
    words: dict[str, str] = {}
    for type_ in types.values():
        if type_.codes:
            words.setdefault(type_.codes[0], type_.word)
    return words


def law_key(name: str) -> str:
    """Return the folded name of a law without commas, which print often leaves out."""
    return " ".join(fold(name).replace(",", " ").split())


def _union(rows: list[Row]) -> str:
    """Return one regex for all rows; its last group says which row it was: r0, r1 ..."""
    return "|".join(
        f"(?P<r{number}>{_GROUP_NAME.sub('(?:', row.regex)})" for number, row in enumerate(rows)
    )


def _rule(row: Row) -> SymbolRule:
    return SymbolRule(
        row.id,
        row.data["kind"],
        re.compile(row.regex),
        bool(row.data.get("needs_type")),
        bool(row.data.get("needs_so")),
    )

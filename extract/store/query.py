"""What a person types to look up an instrument, read more loosely than the text of a document.

Marks, case, spaces, "số" and the type word may be missing; a slug from a web address or a file
name will do. What cannot be read is said, part by part, and never guessed.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from extract.model import Pinpoint
from extract.stages.citations.grammar import Grammar, law_key, load_grammar
from extract.stages.instruments.keys import read_term
from extract.text import fold, make_date, squeeze

LONGEST = 400


class QueryError(ValueError):
    """The query fits no grammar; the message says which part of it."""


@dataclass(frozen=True, slots=True)
class Query:
    """One understood query; what it does not say is None or empty.

    text: as typed. type: folded type word. number: without leading zeros. codes: folded groups of
    the symbol ("nd", "cp"). law: folded name, or its beginning. issuer: folded words. pinpoints:
    any of them will do. term: of the Party's Central Committee. notes: how it was read, where that
    is not plain from the text.
    """

    text: str
    type: str | None = None
    number: str | None = None
    year: int | None = None
    codes: tuple[str, ...] = ()
    law: str | None = None
    issuer: str | None = None
    issued_on: date | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    term: int | None = None
    notes: tuple[str, ...] = field(default=())

    @property
    def symbol_key(self) -> str | None:
        """The key of the one symbol that the query spells out, or None."""
        if self.number is None or not self.codes:
            return None
        if self.codes[-1].startswith("/"):  # Party: number-type/issuer
            return f"{self.number}-{'-'.join(self.codes[:-1])}{self.codes[-1]}"
        year = f"{self.year}/" if self.year and "year in the symbol" in self.notes else ""
        return f"{self.number}/{year}{'-'.join(self.codes)}"


_ARTICLES = r"\d{1,3}[a-z]?(?:(?:, ?| va |, va )(?:dieu )?\d{1,3}[a-z]?(?![\w/.-])){0,20}"
_PINPOINT = re.compile(
    r"(?:diem (?P<point>[a-z]{1,2})[ ,]+)?(?:khoan (?P<clause>\d{1,3}[a-z]?)[ ,]+)?"
    rf"dieu (?P<article>{_ARTICLES})(?:[ ,]+(?:khoan (?P<clause2>\d{{1,3}}[a-z]?)))?"
    r"(?:[ ,]+(?:cua|tai|trong))?(?: |,|$)"
)
_LAST_PINPOINT = re.compile(
    r"(?<=\w)[, ]+(?:diem (?P<point>[a-z]{1,2})[ ,]+)?(?:khoan (?P<clause>\d{1,3}[a-z]?)[ ,]+)?"
    rf"dieu (?P<article>{_ARTICLES})(?:[ ,]+(?:khoan (?P<clause2>\d{{1,3}}[a-z]?)))?$"
)
_DATE = re.compile(
    r"(?:,? ?\bngay |(?<=\S),? )(\d{1,2})(?:[/.-]| thang )(\d{1,2})(?:[/.-]| nam )(\d{4})\b"
)
_YEAR = re.compile(r",? ?\bnam ((?:19|20)\d{2})\b|(?<=\w),? ((?:19|20)\d{2})$")
_ISSUER = re.compile(r",? \b(?:cua|do) (?P<issuer>[^/]{2,120})$")
_HEAD_ISSUER = re.compile(r" (?:cua|do) (?P<issuer>[a-z ,-]{3,80}?)(?: ban hanh)?,? so ?:? ?(?=\d)")
_TAIL_ISSUER = re.compile(
    r"(?P<core>\S*\d\S*) (?P<issuer>(?:chinh phu|thu tuong|quoc hoi|chu tich|uy ban"
    r"|(?:ubnd|hdnd)(?= (?:tinh|huyen|xa|thanh pho|tp|quan|phuong|thi)\b|$)"
    r"|hoi dong|bo|so|ban|trung uong|thanh uy|tinh uy|huyen uy|quan uy|dang uy|tinh|thanh pho"
    r"|huyen|quan|thi xa|xa|phuong|thi tran)(?: [a-z-]{1,12}){0,12})"
)
_TERM = re.compile(r",? ?\(?\bkhoa ([ivx]{1,6}|\d{1,2})\b\)?")
# What the instrument is about, pasted along with its symbol, helps nothing.
_SUBJECT = re.compile(
    r"(?<=[\w)]),? \(?(?:ve viec|ve|v/v|quy dinh|ban hanh|phe duyet|sua doi|bo sung|huong dan"
    r"|trien khai)\b.*$"
)
_LAW_PART = re.compile(
    r"(?P<name>hien phap|(?:bo luat|luat|phap lenh)(?: [a-z]{1,8},?){2,20})"
    r"(?: (?:nam )?(?P<year>(?:19|20)\d{2}))?"
)
_NUMBER = r"(?P<number>0{0,3}\d{1,5}(?:\.\d{1,3})?[a-z]?)"
_YEAR_PART = r"(?P<year>(?:19|20)\d{2})"
_GROUP = r"[a-z][a-z.]{0,19}\d{0,3}(?:&[a-z]{1,9})?"
_CODES = rf"(?P<codes>{_GROUP}(?: ?- ?{_GROUP}){{0,9}})"
_CORES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NUMBER} ?[/ -] ?{_YEAR_PART} ?[/ -] ?{_CODES}",
        rf"{_NUMBER} ?- ?(?P<codes>{_GROUP}(?:-{_GROUP}){{0,2}}) ?/ ?"
        rf"(?P<party>{_GROUP}(?:-{_GROUP}){{0,3}})",
        rf"{_NUMBER} ?[/ -] ?{_YEAR_PART}",
        rf"{_NUMBER} ?/ ?{_CODES}",
        rf"{_NUMBER} {_CODES}",
        rf"{_CODES} ?{_NUMBER}(?: ?[/ ] ?{_YEAR_PART})?",
        rf"{_NUMBER} ?- ?{_CODES}",
        _NUMBER,
    )
)
# Groups with any sign or none between them; the first must be the code of a type or a body.
_LOOSE = re.compile(
    rf"{_NUMBER}[ /-]*(?:{_YEAR_PART}[ /-]+)?(?P<codes>{_GROUP}(?:[ /-]+{_GROUP}){{1,5}})"
)
_SLUG = re.compile(
    rf"(?:^|[-/_])(?P<number>\d{{1,5}}[a-z]?)[-_](?:{_YEAR_PART}[-_])?"
    r"(?P<codes>(?:nd|nq|qd|tt|ttlt|ct|kh|tb|bc|hd|cv|pl|kl|ctr|qh\d{1,2}|ubtvqh\d{1,2})"
    r"(?:[-_][a-z]{2,12}\d{0,2})?)"
    r"(?=[-_.]|$)"
)
_SIGNS = re.compile(r"[-_./]+")  # "nghi-dinh-61-2018"
_EXTENSION = re.compile(r"(?<=\w)\.(?:pdf|docx?|html?|aspx|txt)$")
_SPACES = re.compile(r"\s+")


def parse_query(text: str) -> Query:
    """Return what the query asks for; raise `QueryError` naming the part that no grammar fits."""
    if len(text) > LONGEST:
        raise QueryError(f"the query is longer than {LONGEST} characters")
    rest = squeeze(fold(text)).strip(" .,;:\"'“”()")
    if not rest:
        raise QueryError("the query is empty")
    rest = _EXTENSION.sub("", rest)
    query = Query(text)
    if slug := _parse_slug(rest, query):
        return slug
    try:
        return _parse(query, rest, load_grammar())
    except QueryError as error:
        if " " in rest or not re.search(r"[a-z][-_.]|[-_.][a-z]", rest):
            raise
        with suppress(QueryError):
            return _parse(query, _SIGNS.sub(" ", rest).strip(), load_grammar())
        raise error from None


def _parse(query: Query, rest: str, grammar: Grammar) -> Query:
    query, rest = _take_context(query, rest)
    law = grammar.law.match(rest) or _law_at_end(rest, grammar)
    if law:
        return _with_law(query, law.group(), f"{rest[: law.start()]} {rest[law.end() :]}".strip())
    if part := _part_of_law(query, rest, grammar):
        return part
    query, rest = _take_type(query, rest, grammar)
    return _with_core(query, rest, grammar)


def _parse_slug(rest: str, query: Query) -> Query | None:
    """A name from a web address or file: "nghi-dinh-61-2018-nd-cp-ve-mot-cua.html"."""
    if " " in rest or rest.count("-") + rest.count("_") < 2:
        return None
    if re.fullmatch(rf"{_NUMBER}/{_YEAR_PART}/[a-z]{{2,5}}-[a-z0-9]{{2,12}}", rest):
        return None
    glued = re.match(rf"{_NUMBER}/{_YEAR_PART}/(?P<codes>nd-cp|qd-ttg|nq-cp|ct-ttg)-[a-z]", rest)
    found = glued or _SLUG.search(rest)
    if found is None:
        return None
    codes = tuple(re.split(r"[-_]", found["codes"]))
    year = found["year"]
    notes = ["read from a slug", *(["year in the symbol"] if year else [])]
    return replace(
        query, number=_bare(found["number"]), year=int(year) if year else None, codes=codes,
        notes=tuple(notes),
    )  # fmt: skip


def _take_context(query: Query, rest: str) -> tuple[Query, str]:
    """Take pinpoint, issuer, date and year off the query."""
    pinpoint = _PINPOINT.match(rest) or _LAST_PINPOINT.search(rest)
    if pinpoint:
        clause = pinpoint["clause"] or pinpoint["clause2"]
        articles = re.findall(r"\d{1,3}[a-z]?", pinpoint["article"])
        points = tuple(Pinpoint(article, clause, pinpoint["point"]) for article in articles)
        query = replace(query, pinpoints=points)
        rest = (rest[: pinpoint.start()] + rest[pinpoint.end() :]).strip()
    subject = _SUBJECT.search(rest)
    if subject and re.search(r"\d", rest[: subject.start()]):
        rest = rest[: subject.start()]
    if head := _HEAD_ISSUER.search(rest):
        query = replace(query, issuer=head["issuer"])
        rest = f"{rest[: head.start()]} {rest[head.end() :]}"
    term = _TERM.search(rest)
    if term and re.search(r"\d", rest[: term.start()]):
        query = replace(query, term=read_term(term[1]))
        rest = (rest[: term.start()] + rest[term.end() :]).strip()
    day = _DATE.search(rest)
    if day:
        issued_on = make_date(int(day[3]), int(day[2]), int(day[1]))
        if issued_on is None:
            raise QueryError(f"there is no day {day[1]}/{day[2]}/{day[3]}")
        query = replace(query, issued_on=issued_on)
        rest = (rest[: day.start()] + rest[day.end() :]).strip()
    issuer = _ISSUER.search(rest)
    if issuer and query.issuer is None:
        query = replace(query, issuer=issuer["issuer"].strip())
        rest = rest[: issuer.start()].strip()
    year = _YEAR.search(rest)
    if year and (year[1] or re.search(r"\d", rest[: year.start()])):
        query = replace(query, year=int(year[1] or year[2]))
        rest = (rest[: year.start()] + rest[year.end() :]).strip()
    return query, rest


def _law_at_end(rest: str, grammar: Grammar) -> re.Match[str] | None:
    """The law named after its number: "45/2013/QH13 Luật Đất đai"."""
    found = grammar.law.search(rest)
    return found if found and found.end() == len(rest) else None


def _part_of_law(query: Query, rest: str, grammar: Grammar) -> Query | None:
    """The beginning of the name of a law: "pháp lệnh ưu đãi người có công"."""
    found = _LAW_PART.fullmatch(rest)
    if found is None:
        return None
    name = law_key(found["name"])
    if not any(known.startswith(f"{name} ") for known in grammar.laws):
        return None
    year = int(found["year"]) if found["year"] else query.year
    return replace(query, law=name, year=year, notes=("a part of the name",))


def _with_law(query: Query, name: str, rest: str) -> Query:
    rest = re.sub(r"^[ ,]*(?:so ?:? ?)?", "", rest).strip(" ,()")
    query = replace(query, law=law_key(name))
    if not rest:
        return query
    if re.fullmatch(r"(?:19|20)\d{2}", rest):
        return replace(query, year=int(rest))
    symbol = _CORES[0].fullmatch(rest)
    if symbol is None:
        raise QueryError(f"“{rest}” after the name of the law is no year and no number")
    return replace(
        query, number=_bare(symbol["number"]), year=int(symbol["year"]),
        codes=_split(symbol["codes"]), notes=("year in the symbol",),
    )  # fmt: skip


def _take_type(query: Query, rest: str, grammar: Grammar) -> tuple[Query, str]:
    first, last = "", ""  # the longest type word at either end; people type both orders
    for word in grammar.types:
        folded = fold(word)
        if len(folded) > len(first) and re.match(rf"(?:cac )?{re.escape(folded)}\b", rest):
            first = folded
        if len(folded) > len(last) and rest.endswith((f" {folded}", f",{folded}")):
            last = folded
    if first:
        rest = rest[rest.index(first) + len(first) :]
        query = replace(query, type=first)
    elif last:
        rest = rest[: -len(last)].rstrip(" ,")
        query = replace(query, type=last)
    else:
        short = re.match(r"(?P<code>[a-z]{2,4}) ?(?=so\b|so:|\d)", rest)
        named = grammar.type_of_code.get(short["code"]) if short else None
        if short and named:
            query, rest = replace(query, type=fold(named)), rest[short.end() :]
    return query, re.sub(r"^[ ,]*(?:so\b)? ?:? ?", "", rest).strip(" .,;:()")


def _with_core(query: Query, rest: str, grammar: Grammar) -> Query:
    if not rest:
        raise QueryError(
            "there is a type word and no number" if query.type else "nothing to look for"
        )
    for pattern in _CORES:
        found = pattern.fullmatch(rest)
        if found:
            return _from_core(query, found.groupdict(), pattern is _CORES[0])
    tail = _TAIL_ISSUER.fullmatch(rest)
    if tail and query.issuer is None:
        return _with_core(replace(query, issuer=tail["issuer"]), tail["core"], grammar)
    loose = _LOOSE.fullmatch(rest)
    codes = tuple(re.split(r"[ /-]+", loose["codes"])) if loose else ()
    if loose and (query.type or codes[0] in grammar.type_codes | _bodies(grammar)):
        year = int(loose["year"]) if loose["year"] else query.year
        notes = (*query.notes, "year in the symbol") if loose["year"] else query.notes
        return replace(query, number=_bare(loose["number"]), codes=codes, year=year, notes=notes)
    if not re.search(r"\d", rest):
        raise QueryError(f"“{rest}” has no number, and no law of that name is known")
    raise QueryError(f"“{rest}” is no number and no symbol")


def _from_core(query: Query, groups: dict[str, str | None], year_inside: bool) -> Query:
    codes = _split(groups.get("codes") or "")
    if groups.get("party"):
        codes = (*codes, f"/{groups['party']}")
    notes = query.notes
    year = groups.get("year")
    if year and (year_inside or codes):
        notes = (*notes, "year in the symbol")
    return replace(
        query, number=_bare(groups["number"] or ""), codes=codes,
        year=int(year) if year else query.year, notes=notes,
    )  # fmt: skip


def _bodies(grammar: Grammar) -> frozenset[str]:
    return grammar.central_codes | grammar.department_codes | {"ubnd", "hdnd", "ub"}


def _split(codes: str) -> tuple[str, ...]:
    return tuple(group for group in _SPACES.sub("", codes).split("-") if group)


def _bare(number: str) -> str:
    return number.lstrip("0") or "0"

"""The scan: where symbols, short numbers and named laws stand in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.model import Inferred
from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar, SymbolRule, law_key
from extract.text import fold, fold_keep_length

_SPACES = re.compile(r"\s+")
_GATE = re.compile(r"\d|[/⁄∕／] ?[A-ZĐÐƉ]|[Ll]uật |LUẬT |áp lệnh |ÁP LỆNH |iến pháp |IẾN PHÁP ")
# A last digit, perhaps its letter, and what joins it to a code; the slash of a date does not.
_CANDIDATE = re.compile(
    r"\d[a-zA-ZđĐ]?(?: {0,3}/ ?(?:[A-ZĐĂÂÊÔƠƯ]|(?:19|20)\d\d ?[-/]|\d{1,2}/19\d\d-)"
    r"| ?- ?[A-ZĐĂÂÊÔƠƯ]| {1,4}[A-ZĐ][A-ZĐa-z]{1,5} ?[-/])"
)
_BLANK_SLASH = re.compile(r"[ .…_:ốỐ]/ ?[A-ZĐ]")
_LAW_GATE = re.compile(
    r"(?:Luật|LUẬT|Pháp lệnh|PHÁP LỆNH|Hiến pháp|HIẾN PHÁP) "
    r"|(?:luật|háp lệnh) [A-ZĐÁẤẨÂĂÔƠƯÝÀẢỨ]"
)
_SHORT_GATE = re.compile(r"[ ốsSỐ:]\d{1,4}[a-zđ]?(?![\w/.%-])")
_DOT = re.compile(r"\.(?=(?:UB|HĐND|TTg|CP|TW|TU))")
_GLUED = re.compile(r"^(QĐ|NĐ|NQ|KH|CT|TB|BC|TTr)(?=(?:UBND|HĐND|CP|TTg)$)")
CODE_AND_NUMBER = re.compile(
    r"(?<![\w/-])(?P<code>NĐ|QĐ|NQ|TT|CT|KL) ?(?P<number>\d{1,5}[a-z]?)(?![\w/.%-])"
)
_GOES_ON = re.compile(
    r" ?(?:$|[,;.):\]”\"]|(?:của|về|và|ngày|năm|khóa|khoá|đã|được|trong|theo|đến|tại|cho|là"
    r"|quy định|ban hành|thì|do|với|đối với|hoặc|hướng dẫn)(?![\wÀ-ỹ]))"
)
_MORE_NUMBERS = re.compile(
    r"(?:,| và|, và) (?P<number>\d{1,3}[a-zđ]?)(?= (?:của|khóa|khoá)\b|,? và \d|, ?\d|[;.)]|$)"
)
_LAW_WORD = re.compile(r"(?<!phap )\b(?:bo luat|luat|phap lenh|hien phap)(?= )")
_AMENDING = re.compile(
    r"(?:bo luat|luat|phap lenh) sua doi,? (?:va )?bo sung (?:mot so )?(?:dieu )?(?:cua )?(?:cac )?"
)
_AMENDING_MANY = re.compile(
    r"luat sua doi,? (?:va )?bo sung (?:mot so )?(?:dieu )?(?:cua )?(?:cac|\d{1,2}) luat "
    r"[^;.:()\n]{3,90}?"
    r"(?=,? ngay \d{1,2}(?:[/.-]| thang)| nam (?:19|20)\d\d\b| so \d|[;.)]|$)"
)
_AND = re.compile(r"(?:, ?| va )(?=(?:bo luat|luat|phap lenh) )")
_BASIS = re.compile(r"(?:[Cc]ăn cứ|;) ?$")
"""After these words stands a law, its name printed in lower case or not."""
_DATED_LAW = re.compile(
    r"(?:bo luat|luat|phap lenh) (?!so\b|nay\b|tren\b|hien hanh\b)"
    r"(?:(?!luat |nghi dinh|thong tu|nghi quyet)[^;.:()\n]){3,90}?"
    r"(?= ngay \d{1,2}(?:[/.-]| thang)| nam (?:19|20)\d\d\b)"
)


_BASIS_LAW = re.compile(
    r"(?:bo luat|luat|phap lenh) (?!so\b|nay\b|tren\b|hien hanh\b|sua doi\b)"
    r"(?:(?! va (?:cac|nhung|van ban)\b|luat |nghi dinh|thong tu|nghi quyet)[^;.:()\n]){3,80}"
    r"(?=;|\.?$| va (?:cac|nhung|van ban)\b)"
)
"""In a list of bases the whole entry is the name of the law."""


_DRAFT = re.compile(r"\bdu (?:thao|an) $")  # a bill is no law yet


def may_cite(text: str) -> bool:
    """Whether the text can hold a citation at all: most cells and headings cannot."""
    return _GATE.search(text) is not None


def find_symbols(text: str, grammar: Grammar, passage: int) -> list[Draft]:
    """Return a draft for each symbol in unified text, in order; types are not read yet."""
    drafts: list[Draft] = []
    done = 0
    for hit in _CANDIDATE.finditer(text):
        start = _number_start(text, hit.start())
        if start < done or not _may_start(text, start):
            continue
        whole = grammar.symbol.match(text, start)
        if whole and whole.lastgroup:
            rule = grammar.rules[int(whole.lastgroup[1:])]
            drafts.append(_draft(rule.pattern.match(text, start), rule, passage))
            done = whole.end()
    if _BLANK_SLASH.search(text):
        drafts += _blank_numbers(text, grammar, passage)
        drafts.sort(key=lambda draft: draft.core_start)
    return drafts


def _number_start(text: str, at: int) -> int:
    """Go back from a digit to the first one of its number, over one dot: 66.25."""
    low = max(0, at - 6)
    while at > low and text[at - 1].isdigit():
        at -= 1
    if at > 1 and text[at - 1] == "." and text[at - 2].isdigit():
        dotted = at - 2
        while dotted > max(0, at - 6) and text[dotted - 1].isdigit():
            dotted -= 1
        at = dotted
    return at


def _may_start(text: str, at: int) -> bool:
    """A number that hangs on letters, a slash or a dash is a part of something else."""
    if at == 0:
        return True
    before = text[at - 1]
    if before in ".,":
        return at < 2 or not text[at - 2].isdigit()
    return not (before.isalnum() or before in "/-_") or text[at - 2 : at].lower() == "số"


def _draft(match: re.Match[str] | None, rule: SymbolRule, passage: int) -> Draft:
    assert match is not None  # noqa: S101 - the rule was chosen because it matches
    groups = match.groupdict()
    printed = _SPACES.sub("", groups["code"])
    code = _GLUED.sub(r"\1-", _DOT.sub("-", printed))
    number = groups["number"]
    symbol = _SPACES.sub("", match.group())
    symbol = symbol[: len(symbol) - len(printed)] + code if symbol.endswith(printed) else symbol
    if rule.id == "no_slash":
        symbol = f"{number}-{code}" if "/" in code else f"{number}/{code}"
    elif rule.id == "legislative" and "/" not in symbol[len(number) + 5 :]:
        symbol = f"{number}/{groups['year']}/{code}"
    draft = Draft(
        passage, match.start(), match.end(), rule.kind, rule.id, number, None, code, symbol,
        start=match.start(), end=match.end(),
    )  # fmt: skip
    draft.year = int(groups["year"]) if groups.get("year") else None
    if rule.id == "no_slash":
        missing = "dash" if "/" in code else "slash"
        draft.doubts.append(f"no {missing} in the symbol")
    elif "-" not in printed and "-" in code:
        draft.doubts.append("no dash in the symbol")
    if rule.id == "historic_dated":
        draft.number = number
    return draft


def _blank_numbers(text: str, grammar: Grammar, passage: int) -> Iterator[Draft]:
    for match in grammar.uses["blank_number"].finditer(text):
        at = match.start("blank")
        code = _SPACES.sub("", match["code"])
        yield Draft(
            passage, at, match.end(), "administrative", "blank_number", None, None, code,
            f"/{code}", start=at, end=match.end(), blank=True, has_so=True,
            doubts=["the number is blank"],
        )  # fmt: skip


def find_short(text: str, grammar: Grammar, passage: int) -> Iterator[Draft]:
    """Yield a draft for each bare number: "Nghị định 61", "Nghị quyết số 18, 19".

    Of types that seldom stand so, like Công văn and Kế hoạch, the date must follow.
    """
    if not _SHORT_GATE.search(text):
        return
    for match in grammar.short_dated.finditer(text):
        yield Draft(
            passage, match.start("number"), match.end(), "short", "short", match["number"],
            symbol=match["number"], type=match["type"], has_type=True,
            has_so=bool(match["so"].strip()), start=match.start(), end=match.end(),
        )  # fmt: skip
    for match in grammar.short.finditer(text):
        word = match["type"]
        so = bool(match["so"].strip())
        if not so and not (word[0].isupper() and _ends_a_name(match)):
            continue
        yield Draft(
            passage, match.start("number"), match.end(), "short", "short", match["number"],
            symbol=match["number"], type=word, has_type=True,
            has_so=so, start=match.start(), end=match.end(),
        )  # fmt: skip
        at = match.end()
        while so and (more := _MORE_NUMBERS.match(text, at)):
            yield Draft(
                passage, more.start("number"), more.end(), "short", "short", more["number"],
                symbol=more["number"], type=word, has_type=True,
                start=more.start("number"), end=more.end(),
                inferred=[Inferred("type", "named once for the list")],
            )  # fmt: skip
            at = more.end()


def _ends_a_name(match: re.Match[str]) -> bool:
    """Whether what follows can follow a name: "Nghị quyết 35 trang" counts pages."""
    return _GOES_ON.match(match.string, match.end()) is not None


def find_known(
    text: str, grammar: Grammar, passage: int, known: frozenset[tuple[str, str]]
) -> Iterator[Draft]:
    """Yield a draft for each code with the number of an instrument cited in full ("NĐ 356")."""
    for match in CODE_AND_NUMBER.finditer(text):
        code = fold(match["code"])
        if (code, match["number"].lstrip("0")) in known:
            yield Draft(
                passage, match.start("number"), match.end(), "short", "short", match["number"],
                symbol=match["number"], type=grammar.type_of_code[code],
                has_type=True, start=match.start(), end=match.end(),
                inferred=[Inferred("type", f"abbreviated {match['code']}")],
            )  # fmt: skip


def find_laws(text: str, grammar: Grammar, passage: int) -> Iterator[Draft]:
    """Yield a draft for each law, code or ordinance cited by name.

    Names of the table count everywhere; another name only in front of its date, year or number.
    A law that amends others holds their names: it is one citation.
    """
    if not _LAW_GATE.search(text):
        return
    folded = fold_keep_length(text)
    done = 0
    for word in _LAW_WORD.finditer(folded):
        start = word.start()
        if start < done or not (text[start].isupper() or _has_capital(text, word.end())):
            continue
        end = _law_end(folded, start, grammar)
        named = _has_capital(text, word.end()) or _BASIS.search(text, max(0, start - 12), start)
        if end is None and text[start].isupper() and named:
            basis = _BASIS.search(text, max(0, start - 12), start)
            whole = _DATED_LAW.match(folded, start) or (basis and _BASIS_LAW.match(folded, start))
            end = whole.end() if whole else None
        if end is None or _is_other_word(text[start:end], grammar):
            continue
        if _DRAFT.search(folded, max(0, start - 12), start):
            done = end
            continue
        done = end
        yield Draft(
            passage, start, end, "law_by_name", "law_by_name", type=text[start : word.end()],
            has_type=True, start=start, end=end,
            law_name=law_key(folded[start:end]),
        )  # fmt: skip


def _is_other_word(printed: str, grammar: Grammar) -> bool:
    """Whether only the marks make a name of one word: "Hội Luật gia" is not Luật Giá."""
    if printed.count(" ") != 1 or printed.isascii():
        return False
    named = grammar.laws.get(law_key(printed), ())
    return bool(named) and all(law.name.lower() != printed.lower() for law in named)


def _law_end(folded: str, start: int, grammar: Grammar) -> int | None:
    many = _AMENDING_MANY.match(folded, start)
    if many:
        return many.end()
    head = _AMENDING.match(folded, start)
    if head is None:
        match = grammar.law.match(folded, start)
        return match.end() if match else None
    at, end = head.end(), None
    while match := grammar.law.match(folded, at):
        end = match.end()
        joined = _AND.match(folded, end)
        if joined is None:
            break
        at = joined.end()
    return end


def _has_capital(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isupper()

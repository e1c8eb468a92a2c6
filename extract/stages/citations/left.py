"""Leftwards from a symbol: "số", the type word, and pinpoints in front of it."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.model import Inferred, Pinpoint
from extract.stages.citations.draft import Draft
from extract.stages.citations.grammar import Grammar
from extract.text import fold

_WINDOW = 120
_SO = re.compile(r"(?:[Ss]ố|SỐ)(?: {0,3}:)?[ .…]{0,10}$")
_WORD = re.compile(r"[^\s(“”\"'+\-–:;,.*\[]+$")
_PINPOINT_TAIL = re.compile(r",?(?: ?(?:của|tại|trong|thuộc))?(?: (?:các|Bản|bản))? ?$")
_BRACKET = re.compile(r"\)[;,]?(?: (?:và )?)?$")
_PINPOINT_WINDOW = 240
_SHORT_TYPE = re.compile(
    r"(?<![\wÀ-ỹ/-])(?P<code>NĐ|QĐ|QyĐ|NQ|TT|TTLT|CT|CTr|KH|CV|TB|TTr|HD|KL|BC|ĐA|CĐ|VBHN) $"
)
_MIDDLE_BREAK = re.compile(r"[;.()]| (?:và|theo|thực hiện) ")


def read_left(draft: Draft, text: str, floor: int, grammar: Grammar) -> bool:
    """Fill in type word and start; return False where no citation can stand here.

    floor: end of the citation before, which this one must not reach into.
    """
    low = max(floor, draft.core_start - _WINDOW)
    before = text[low : draft.core_start]
    printed = before
    so = _SO.search(before, max(0, len(before) - 20))
    if so:
        draft.has_so = True
        before = before[: so.start()]
    found = _type_before(before, grammar)
    if found is None and grammar.uses["form"].search(printed, max(0, len(printed) - 30)):
        return False
    if found is None and draft.has_so:
        found = _type_apart(before, draft, grammar)
    if found is None:
        draft.start = low + so.start() if so else draft.core_start
        short = _SHORT_TYPE.search(before)
        if short and (word := grammar.type_of_code.get(fold(short["code"]))):
            draft.start = low + short.start()
            draft.type, draft.has_type = word, True
            draft.inferred.append(Inferred("type", f"abbreviated {short['code']}"))
        return True
    draft.has_type = True
    draft.type = before[found[0] : found[1]]
    draft.start = low + found[0]
    return True


def _type_before(before: str, grammar: Grammar) -> tuple[int, int] | None:
    """Find the longest type word that ends the text: one to four words."""
    end = len(before.rstrip(" "))
    best = None
    start = end
    for _ in range(4):
        at = before.rfind(" ", max(0, start - 24), start) + 1
        word = _WORD.search(before, max(at, start - 24), start)
        if word is None:
            break
        start = word.start()
        tail = before[start:end].lower()
        if tail not in grammar.type_tails:
            break
        if tail in grammar.types:
            best = (start, end)
        if start == 0 or before[start - 1] != " ":
            break
        start = len(before[:start].rstrip(" "))
    return best


def _type_apart(before: str, draft: Draft, grammar: Grammar) -> tuple[int, int] | None:
    """Find a type word some words before "số" whose code is that of the symbol.

    "Quyết định của Thủ tướng Chính phủ số 225/QĐ-TTg", "Luật Xây dựng số 50/2014/QH13".
    """
    best = None
    code = first_code(draft)
    for match in grammar.type_word.finditer(before):
        word = grammar.types[_plain(match.group(), grammar)]
        if (code in word.codes or (word.kind == "letter" and code not in grammar.type_codes)) and (
            match.group()[0].isupper()
        ):
            best = match
    if best is None or _MIDDLE_BREAK.search(before[best.end() :]):
        return None
    middle = before[best.end() :].strip(" :")
    kind = grammar.types[_plain(best.group(), grammar)].kind
    named = middle.startswith("của ")
    if middle and not named and kind in ("letter", "administrative"):
        return None
    issuer = grammar.issuer.fullmatch(middle[4:].strip()) if named else None
    if issuer:
        draft.issuer = issuer.group()
    return best.span()


def _plain(word: str, grammar: Grammar) -> str:
    lowered = word.lower()
    if lowered in grammar.types:
        return lowered
    folded = fold(word)
    return next(name for name in grammar.types if fold(name) == folded)


def first_code(draft: Draft) -> str:
    """Return the folded first group of the code: "qd" of "QĐ-UBND", "qh" of "QH13"."""
    return _first_group(draft.code)


@lru_cache(maxsize=4096)
def _first_group(code: str) -> str:
    return fold(code.replace("/", "-").partition("-")[0]).rstrip("0123456789")


def read_pinpoints(draft: Draft, text: str, kept: list[Draft], grammar: Grammar) -> None:
    """Attach the pinpoints that end where the citation starts, over a bracket if one is there.

    "khoản 1 Điều 5 (được sửa đổi bởi ...); khoản 3 Điều 7 của Nghị định ..." has both outside;
    the span begins after the bracket, so that spans never hold one another.
    """
    floor = kept[-1].end if kept else 0
    low = max(floor, draft.start - _PINPOINT_WINDOW)
    tail = _PINPOINT_TAIL.search(text, max(low, draft.start - 20), draft.start)
    end = tail.start() if tail else draft.start
    found = _pinpoints_before(text, low, end, grammar)
    if found is None:
        return
    draft.start = found.start()
    draft.pinpoints = parse_pinpoints(found.group())
    low = max(0, draft.start - _PINPOINT_WINDOW)
    bracket = _BRACKET.search(text, max(low, draft.start - 8), draft.start)
    if bracket is None:
        return
    opened = text.rfind("(", low, bracket.start())
    outer = _pinpoints_before(text, low, opened - (text[opened - 1] == " "), grammar)
    if opened < 0 or outer is None or any(d.start <= outer.start() < d.end for d in kept):
        return
    draft.pinpoints = (*parse_pinpoints(outer.group()), *draft.pinpoints)


def _pinpoints_before(text: str, low: int, end: int, grammar: Grammar) -> re.Match[str] | None:
    if end <= low or not text[end - 1].isalnum():
        return None
    found = None
    for match in grammar.uses["pinpoints"].finditer(text, low, end):
        found = match
    return found if found and found.end() == end else None


_PART = re.compile(
    r"(?P<word>khoản|điểm|điều)|(?P<range>đến|-)|(?P<join>và|hoặc|,|;)"
    r"|(?P<value>\d{1,3}(?:\.\d{1,2}){0,3}[a-zđ]?|[a-zđ]{1,2})(?![\wÀ-ỹ])",
    re.IGNORECASE,
)
_MOST = 200
_RANK = {"điểm": 0, "khoản": 1, "điều": 2}


def parse_pinpoints(text: str) -> tuple[Pinpoint, ...]:
    """Return the single pinpoints that a printed list stands for, in printing order.

    "điểm a, b khoản 2 Điều 5 và Điều 7" gives three; "Điều 5 đến Điều 7" gives three.
    """
    groups: list[tuple[str, list[str]]] = []
    ranged = False
    for part in _PART.finditer(text):
        if part["word"]:
            word = part["word"].lower()
            if not (ranged and groups and groups[-1][0] == word):
                groups.append((word, []))
        elif part["range"]:
            ranged = True
            continue
        elif part["value"] and groups:
            values = groups[-1][1]
            if ranged and values:
                values += _range(values[-1], part["value"])
            else:
                values.append(part["value"])
            ranged = False
    return _product(groups)


def _range(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _MOST:
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    alphabet = "abcdđeghiklmnopqrstuvxy"
    if len(first) == len(last) == 1 and first in alphabet and last in alphabet:
        return list(alphabet[alphabet.index(first) + 1 : alphabet.index(last) + 1])
    return [last]


def _product(groups: list[tuple[str, list[str]]]) -> tuple[Pinpoint, ...]:
    """Join small parts to the larger ones printed after them, reading from the right."""
    groups = [group for group in groups if group[1]]
    ranks = [_RANK[word] for word, _ in groups]
    if len(ranks) > 1 and ranks == sorted(set(ranks), reverse=True):  # "Điều 5 khoản 2"
        groups, ranks = groups[::-1], ranks[::-1]
    articles: list[str | None] = [None]
    clauses: list[str | None] = [None]
    blocks: list[list[Pinpoint]] = []
    for index in range(len(groups) - 1, -1, -1):
        rank, values = ranks[index], groups[index][1]
        leaf = index == 0 or ranks[index - 1] >= rank
        if rank == 2:
            articles, clauses = list(values), [None]
            found = [Pinpoint(article=a) for a in values]
        elif rank == 1:
            clauses = list(values)
            found = [Pinpoint(article=a, clause=c) for a in articles for c in values]
        else:
            found = [
                Pinpoint(article=a, clause=c, point=p)
                for a in articles for c in clauses for p in values
            ]  # fmt: skip
        if leaf:
            blocks.append(found[:_MOST])
    return tuple(p for block in reversed(blocks) for p in block)[:_MOST]

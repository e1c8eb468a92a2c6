"""Markdown and HTML marks inside text lines into runs: what they style stays, they go.

Every construct is bounded, and a line is looked at once, so hostile input costs linear time.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from extract.readers.runs import BOLD, ITALIC, STRUCK, UNDERLINE, Line, Run, join_runs, split_runs

_ACTIVE = re.compile(r"[*~<&\\\[]")
_TOKEN = re.compile(
    r"(?P<literal>\(\*{1,3}\))|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!~|<>&\"'$%:;,?@^/=])"
    r"|(?P<strong>\*\*)|(?P<struck>~~)|(?P<star>\*)"
    r"|<(?P<close>/?)(?P<tag>b|strong|i|em|u|ins|s|del|strike|sup|sub|span|p|div|font|center|small"
    r"|big|h[1-6]|li|ul|ol)\b[^<>]{0,200}>"
    r"|(?P<br><br\s{0,3}/?>)|(?P<comment><!--[^<>]{0,500}-->)"
    r"|!\[(?P<image>[^\[\]]{0,200})\]\([^()\s]{0,500}\)"
    r"|\[(?P<link>[^\[\]]{1,300})\]\((?:https?:|mailto:|www\.|[#./])[^()\s]{0,500}\)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,20});)",
    re.IGNORECASE,
)
_TAG_FLAGS = {
    "b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC, "u": UNDERLINE, "ins": UNDERLINE,
    "s": STRUCK, "del": STRUCK, "strike": STRUCK,
}  # fmt: skip
_STARS = {"strong": BOLD, "struck": STRUCK, "star": ITALIC}


def strip_markup(text: str) -> Line:
    """Return the text as one line as it would be shown, and its styled runs."""
    return join_runs([(piece.replace("\n", " "), flags) for piece, flags in markup_runs(text)])


def strip_lines(lines: Sequence[str]) -> list[Line]:
    """Return lines that stand together as they would be shown; marks may run over their ends."""
    if not any(_ACTIVE.search(line) for line in lines):
        return [join_runs([(line, 0)]) for line in lines]
    return [join_runs(runs) for runs in split_runs(markup_runs("\n".join(lines)))]


def markup_runs(text: str) -> list[Run]:
    """Return the text in runs, its marks and tags taken out, entities decoded.

    <br> becomes a space; every line end stays, also those inside a tag or a comment. A mark
    without its partner is no style: a lone star is kept as it is ("3 * 4", "(*)"), a lone ** or
    ~~ is dropped.
    """
    if not _ACTIVE.search(text):
        return [(text, 0)]
    tokens = list(_TOKEN.finditer(text))
    partners = _pair(text, tokens)
    runs: list[Run] = []
    flags = last = 0
    for index, token in enumerate(tokens):
        kind = token.lastgroup
        if kind == "star" and index not in partners:
            continue
        runs.append((text[last : token.start()], flags))
        last = token.end()
        flags ^= partners.get(index, 0)
        shown = "" if index in partners else _shown(token)
        lost = token.group().count("\n") - shown.count("\n")
        if shown or lost:
            runs.append((shown + "\n" * lost, flags))
    runs.append((text[last:], flags))
    return runs


def _shown(token: re.Match[str]) -> str:
    """Return what stands for a token that switches no style."""
    if token["br"]:
        return " "
    if token["entity"]:
        shown = html.unescape(token["entity"])
        return " " if shown.isspace() else shown
    return token["escaped"] or token["literal"] or token["image"] or token["link"] or ""


def _pair(text: str, tokens: Sequence[re.Match[str]]) -> dict[int, int]:
    """Return the style that each paired token switches, by its index.

    Of the same style inside itself, the outer pair counts.
    """
    partners: dict[int, int] = {}
    opened: dict[int, int] = {}  # style: index of the token that opened it
    for index, token in enumerate(tokens):
        flag, closes = _switch(text, token, opened)
        if not flag:
            continue
        if flag in opened and closes:
            partners[opened.pop(flag)] = partners[index] = flag
        elif flag not in opened and not closes:
            opened[flag] = index
    return partners


def _switch(text: str, token: re.Match[str], opened: dict[int, int]) -> tuple[int, bool]:
    """Return the style a token may switch (0: none) and whether it would end it."""
    if token["tag"]:
        return _TAG_FLAGS.get(token["tag"].lower(), 0), bool(token["close"])
    flag = _STARS.get(token.lastgroup or "", 0)
    if flag != ITALIC:
        return flag, flag in opened
    # A star is a mark when it touches a word on its inner side; "* text" is a bullet.
    before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
    if flag in opened:
        return (flag, True) if before and not before.isspace() else (0, False)
    return (flag, False) if after and not after.isspace() else (0, False)

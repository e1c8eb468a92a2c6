"""Type word, title (trích yếu), the note under it, and the years it speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.stages.header.casing import natural_case
from extract.stages.header.head import Head, Line
from extract.stages.header.issuer import complete_issuer
from extract.stages.header.letterhead import make_symbol
from extract.stages.header.rules import fills, fold_line, is_upper, opens_with, rule
from extract.text import squeeze, unify
from patterns import load_csv

_MAX_TITLE = 700
_MAX_LAST = 120
"""A short line below a comma still belongs to the title, even with a full stop."""


@dataclass(frozen=True, slots=True)
class TypeLine:
    """The line with the type word. rest: what follows it on the line ("" mostly)."""

    index: int
    word: str
    rest: str


@dataclass(frozen=True, slots=True)
class Title:
    """text: on one line, None when none is printed. lines, note_lines: indexes into the head."""

    text: str | None
    lines: tuple[int, ...] = ()
    note: str | None = None
    note_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class IssuedNote:
    """ "(Ban hành kèm theo Quyết định số 585/QĐ-UBND ... của UBND ...)".

    type: folded type word. date_raw: the text after the symbol, where a date may stand.
    """

    type: str
    number: str | None
    symbol: str
    rest: str
    issuer: str | None


@cache
def _type_words() -> tuple[tuple[str, str, bool], ...]:
    """Folded word, word, compound; longest first."""
    rows = [
        (fold_line(row["word"]), row["word"], row["compound"] == "1")
        for row in load_csv("doc_types")
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def _types_by_code() -> dict[str, str]:
    rows = sorted(load_csv("doc_types"), key=lambda row: row["compound"], reverse=True)
    return {row["code"].upper(): row["word"] for row in rows if row["code"]}


def type_of_code(symbol: str | None) -> str | None:
    """Return the type word that the code of a symbol stands for: "/KH-UBND" -> "Kế hoạch"."""
    match = re.search(r"[/-](?:\d{4}/)?([A-ZĐa-zđ]+)[-/]", symbol or "")
    return _types_by_code().get(match[1].upper()) if match else None


def find_type_line(head: Head) -> TypeLine | None:
    """Return the first line that is, or opens in capitals with, a type word."""
    loose: TypeLine | None = None
    for index, line in enumerate(head.lines):
        found = _read_type(index, line)
        if found is None or _CATALOGUE.match(found.rest):
            continue
        if not found.rest:
            return found
        if is_upper(line.text[: len(found.word)]):
            return _find_bare(head, found) or found
        if loose is None and _is_title_like(line):
            loose = found
    return loose


def _find_bare(head: Head, heading: TypeLine) -> TypeLine | None:
    """Return the type line below a heading that a portal put above the letterhead, or None."""
    if heading.word in _DECREES:  # "QUYẾT ĐỊNH:" stands again above the articles
        return None
    below = range(heading.index + 1, min(heading.index + _MAX_PORTAL, len(head.lines)))
    found = (_read_type(index, head.lines[index]) for index in below)
    return next(
        (line for line in found if line and line.word == heading.word and not line.rest), None
    )


_MAX_PORTAL = 16
"""Lines of a letterhead and of what a portal prints around it."""
_CATALOGUE = re.compile(
    r"(?P<symbol>\d{1,5}[a-zđ]?[/-][\w/.-]{2,40}) (?:năm (?:19|20)\d{2}|ngày [\d/.-]{6,10}) "
)
"""How catalogues of law head a page: "Kế hoạch 12/KH-UBND năm 2020 về ...": no type line."""


def find_catalogue_title(head: Head, symbol: str | None) -> str | None:
    """Return the title in the heading that a catalogue of law put above the document."""
    for index, line in enumerate(head.lines[:10]):
        found = _read_type(index, line)
        entry = _CATALOGUE.match(found.rest) if found else None
        if found and entry and entry["symbol"] == symbol:
            return squeeze(found.rest[entry.end() :]) or None
    return None


def _read_type(index: int, line: Line) -> TypeLine | None:
    shown = line.text.strip("*_# ")
    if is_upper(shown) and (draft := _DRAFT.match(shown)):
        shown = shown[draft.end() :]
    folded = _join_spaced(fold_line(shown))
    if folded != fold_line(shown):  # letters set apart: "K Ế  H O Ạ C H"
        shown = folded
    bare = folded.strip(" :.-*_")
    for key, word, compound in _type_words():
        if bare == key or (bare.replace(" ", "") == key.replace(" ", "") and len(bare) < 30):
            return TypeLine(index, word, "")
        opens = folded.startswith(key) and not folded[len(key) : len(key) + 1].isalnum()
        if opens and not compound:
            return TypeLine(index, word, _OWN_NUMBER.sub("", shown[len(key) :].strip(" :-")))
    return None


_OWN_NUMBER = re.compile(r"^SỐ:? \d{1,4}$")
_DRAFT = re.compile(r"\(?DỰ THẢO\)?(?: LẦN \d)?[\s:.-]{1,3}(?=\w)")


def _join_spaced(folded: str) -> str:
    if not re.fullmatch(r"(?:\w ){4,40}\w|(?:\w {1,3}){4,40}\w", folded):
        return folded
    return " ".join(part.replace(" ", "") for part in re.split(r" {2,}", folded))


def _is_title_like(line: Line) -> bool:
    return (
        len(line.text) <= 250
        and not line.text.rstrip().endswith((".", ";", ":", ","))
        and rule("as_follows").search(line.folded) is None
        and rule("issued_note").match(line.folded) is None
        and not re.match(r"\w+ \w+ (?:so|nay|cua)\b", line.folded)
    )


def find_untyped_title(head: Head, word: str, taken: frozenset[int]) -> Title:
    """Return the title in capitals right under a letterhead whose type word was lost."""
    last = max(taken, default=-1)
    under = next((line for line in head.lines[last + 1 :] if not fills("rule", line.text)), None)
    if last < 0 or under is None or not is_upper(under.text) or _AUTHORITY.match(under.folded):
        return Title(None)
    return find_title(head, TypeLine(last, word, ""), taken)


_REMARK = re.compile(r"\(.{0,300}\)")
_YEARS_LINE = re.compile(r"\([\d\s/.,-]{4,40}\)")
"""Under "Kỷ niệm 90 năm ngày thành lập ...": "(01/01/1931 - 01/01/2021)"."""
_OF_BODY = re.compile(r"CỦA\s")
"""A title does not end with whose plan it is: the next line says what it is about."""


def find_title(head: Head, found: TypeLine, taken: frozenset[int]) -> Title:
    """Return the title below the type word. taken: lines of the head that are letterhead."""
    parts: list[str] = [found.rest] if found.rest else []
    lines: list[int] = []
    previous: Line | None = head.lines[found.index] if found.rest else None
    if found.rest and (cut := _cut_note(found.rest)) is not None:
        return Title(squeeze(cut[0]) or None, (), cut[1])
    for index in range(found.index + 1, len(head.lines)):
        line = head.lines[index]
        if index in taken or fills("draft", line.text):
            continue
        if fills("rule", line.text):
            if parts:
                break
            continue
        if rule("issued_note").match(line.folded) or line.folded.startswith("(kem theo"):
            note, note_lines = _join_note(head, index)
            return Title(_finish(parts), tuple(lines), note, note_lines)
        if parts and _REMARK.fullmatch(line.text) and not _YEARS_LINE.fullmatch(line.text):
            break
        if _is_body(line, previous, found.word) or (previous and _opens_prose(head, index)):
            break
        if (cut := _cut_note(line.text)) is not None:
            return Title(_finish([*parts, cut[0]]), (*lines, index), cut[1], ())
        if (open_note := _OPEN_NOTE.search(line.text)) and index + 1 < len(head.lines):
            note, note_lines = _join_note(head, index)
            note = note[open_note.start() :]
            title = _finish([*parts, line.text[: open_note.start()]])
            return Title(title, (*lines, index), note, note_lines[1:])
        parts.append(line.text)
        lines.append(index)
        previous = None if all(map(_OF_BODY.match, parts)) else line
        if sum(map(len, parts)) > _MAX_TITLE:
            break
    return Title(_finish(parts), tuple(lines))


def _finish(parts: list[str]) -> str | None:
    text = squeeze(" ".join(part.strip("*_# ") for part in parts)).rstrip(" .:;-")
    return text or None


def _cut_note(text: str) -> tuple[str, str] | None:
    match = re.search(r"\((?=\s{0,2}(?:được |đính )?(?:ban hành )?kèm theo)", text, re.IGNORECASE)
    return (text[: match.start()], text[match.start() :]) if match else None


_OPEN_NOTE = re.compile(r"\((?:được )?(?:ban hành|đính)(?: kèm)?$", re.IGNORECASE)
"""A note "(Ban hành kèm theo ...)" whose line was cut before it says so."""


def _join_note(head: Head, index: int) -> tuple[str, tuple[int, ...]]:
    parts = [head.lines[index].text]
    used = [index]
    last = min(index + 5, len(head.lines) - 1)
    while "(" in parts[0] and ")" not in parts[-1] and index < last:
        index += 1
        if opens_with("body_opener", head.lines[index].text):
            break
        parts.append(head.lines[index].text)
        used.append(index)
    return squeeze(" ".join(parts)), tuple(used)


_AUTHORITY = re.compile(
    r"(?:chu (?:tich|nhiem)|(?:tong )?giam doc|(?:bo|hieu|vien|cuc|tong cuc) truong|thu tuong|ubnd"
    r"|chinh phu|quoc hoi|uy ban (?:nhan dan|thuong vu)|hoi dong (?:nhan dan|tham phan)|thong doc"
    r"|ban (?:thuong vu|chap hanh|bi thu)|truong (?:ban|phong)|bi thu|doan chu tich|thuong truc"
    r"|tong (?:kiem toan|thanh tra|lien doan)|chanh (?:an|thanh tra|van phong))(?!\w)"
)
_GOES_ON = re.compile(r"(?:Của|Về|Giữa|Tại|Trong|Trên|Đối với|Giai đoạn|Nhiệm kỳ) ")
_UNFINISHED = re.compile(
    r"(?<!\w)(?:của|cho|do|tại|về|với|và|các|thuộc|giữa|bởi|đối với|Chủ tịch|Giám đốc|Trưởng ban"
    r"|Hiệu trưởng|Bí thư)$"
)
"""A title's line that cannot end here: the body named on the next line still belongs to it."""
_DECREES = frozenset(["Quyết định", "Nghị quyết", "Chỉ thị", "Thông tư", "Nghị định"])


def _opens_prose(head: Head, index: int) -> bool:
    """A sentence cut by the width of its column, right under a title in capitals."""
    line, before = head.lines[index], head.lines[index - 1]
    if _GOES_ON.match(line.text):
        return False
    if not is_upper(before.text) or is_upper(line.text) or index + 1 >= len(head.lines):
        return False
    after = head.lines[index + 1].text
    return line.text[:1].isupper() and (after[:1].islower() or after[:1].isdigit())


def _is_body(line: Line, previous: Line | None, word: str) -> bool:
    """Say whether the line below the type word belongs to the body, not to the title.

    previous: the title's line above, None when the title has none yet.
    """
    text = line.text.rstrip()
    upper = is_upper(text)
    if rule("as_follows").search(line.folded) and not upper:
        return True
    if previous is None:
        return len(text) > 400 or (len(text) > 200 and text.endswith((".", ":", ";")))
    if upper and len(text) <= 300:
        return word in _DECREES and _AUTHORITY.match(line.folded) is not None
    starts = text[:1].isupper()
    lists = previous.text.rstrip().endswith(",") and len(text) <= _MAX_LAST
    ends = text.endswith((":", ";")) or (text.endswith(".") and not lists)
    goes_on = len(text) <= _MAX_LAST and bool(_UNFINISHED.search(previous.text.rstrip()))
    opens = len(text) > 300 or (starts and opens_with("body_opener", text))
    if ends or (opens and not goes_on):
        return True
    if is_upper(previous.text):
        return starts and len(text) > 60 and _GOES_ON.match(text) is None
    return previous.bold and not (line.bold or goes_on) and (starts or len(text) > 60)


def find_authority(head: Head, title: Title, word: str | None) -> str | None:
    """Return the body that decides, from the line in capitals under the title of a decision.

    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI LÂM" -> "UBND tỉnh Hải Lâm"; "ỦY BAN NHÂN DÂN TỈNH" -> "UBND
    tỉnh", which the place completes.
    """
    if word not in _DECREES or not title.lines:
        return None
    for line in head.lines[max(title.lines) + 1 : max(title.lines) + 4]:
        if is_upper(line.text) and _AUTHORITY.match(line.folded):
            post = _POST.match(line.folded)
            name = line.text[post.end() :] if post else line.text
            name = natural_case(name.strip(" *_,"))
            named = rule("place_kind").search(unify(name)) or complete_issuer(name, "X") != name
            return name if named else None
    return None


_POST = re.compile(r"chu tich (?=uy ban|ubnd)|giam doc (?=so)|truong phong (?=phong)")


def read_note(text: str) -> IssuedNote | None:
    """Return what a note "kèm theo <type> số ..." says, None when it names no symbol."""
    shown = unify(text[:600])
    match = rule("issued_note").search(fold_line(shown))
    if match is None:
        return None
    symbol = rule("note_symbol").match(shown, match.end())
    if symbol is None:
        return None
    number, printed = make_symbol(symbol)
    issuer = rule("note_issuer").search(shown, symbol.end())
    return IssuedNote(
        squeeze(match["type"]),
        number,
        printed,
        shown[symbol.end() :],
        squeeze(issuer["issuer"]) if issuer else None,
    )


_UNTIL = re.compile(r"(?:\bden (?:het )?(?:nam )?|(?P<vision>tam nhin (?:den )?(?:nam )?))$")


def find_years(
    title: str | None, issued: int | None = None
) -> tuple[tuple[int, int] | None, int | None]:
    """Return first and last year of a title, and the one year it is about.

    issued: year of the document, from which "đến năm 2030" alone counts. A school year "năm học
    2021-2022" has no single year either; a vision ("tầm nhìn 2045") counts for neither.
    """
    folded = fold_line(title or "")
    if school := rule("school_year").search(folded):
        return (int(school["first"]), int(school["last"])), None
    years: list[int] = []
    last: list[int] = []
    bare = _without_citations(folded)
    for match in rule("years").finditer(bare):
        until = _UNTIL.search(bare[max(0, match.start() - 24) : match.start()])
        if until is None or not until["vision"]:
            (last if until else years).append(int(match["first"]))
        if match["last"] and not until:
            years.append(int(match["last"]))
    if last:
        years += [*last, *([issued] if issued and not years else [])]
        if not issued and len(set(years)) == 1:
            return (years[0], years[0]), None
    if not years:
        return None, None
    span = (min(years), max(years))
    return span, span[0] if span[0] == span[1] else None


def find_file_year(file_name: str) -> int | None:
    """Return the one year that the name of a file holds."""
    years = set(re.findall(r"(?<!\d)(?:199\d|20[0-4]\d)(?!\d)", file_name))
    return int(years.pop()) if len(years) == 1 else None


def _without_citations(folded: str) -> str:
    """Years of a cited instrument's date are not years of the plan."""
    dated = re.sub(r"ngay [\d./-]{1,12}(?: thang \d{1,2} nam \d{4})?", " ", folded)
    return re.sub(r"\d{1,5}\w?[/-](?:\d{4}/)?[a-z][\w/-]{1,40}", " ", dated)

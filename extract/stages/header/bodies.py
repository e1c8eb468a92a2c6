"""Issuing bodies printed in a letterhead, the highest first, wrapped names joined."""

from __future__ import annotations

import re
from collections.abc import Set

from extract.stages.header.rules import fills, fold_line, is_upper, opens_with, rule
from extract.text import squeeze


def find_bodies(lines: list[str], numbered: Set[int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the issuing bodies printed on the lines, and the lines; wrapped names are joined.

    numbered: lines of the number, below which no name goes on.
    """
    bodies: list[str] = []
    used: list[int] = []
    cut = ""
    for index, raw in enumerate(lines):
        line = f"{cut} {_LABEL.sub('', _RULES.sub('', squeeze(raw))).strip('*_|~ ')}".strip()
        cut = line if fold_line(line) in ("uy", "thu") and is_upper(line) else ""
        if cut:
            used.append(index)
            continue
        if not line or fills("rule", line) or fills("draft", line) or _is_motto_like(line):
            continue
        if fills("stamp", line) or rule("number").match(line):  # printed again on a card
            continue
        if not bodies and _PLACE_ALONE.match(line):
            inner = rule("inner_body").search(fold_line(line))
            line = line[inner.start() :] if inner else line
        if index in numbered and (" " not in line or not _opens_body(line)):
            continue
        is_body = _opens_body(line) and _looks_like_body(line)
        is_body = is_body and not (bodies and " " not in line)  # "... CHUYỂN ĐỔI" / "SỐ"
        if bodies and _COUNCIL_ALONE.fullmatch(fold_line(bodies[-1])) and _PLACE.match(line):
            is_body = False  # "XÃ ĐOÀN KẾT" is a commune here, no Youth Union
        joins = bool(bodies) and is_upper(line) and (not is_body or _is_open(bodies[-1]))
        joins = joins and numbered.isdisjoint(range(used[-1] + 1, index))
        if not is_body and not joins:
            continue
        used.append(index)
        if joins:
            bodies[-1] = f"{bodies[-1]} {line}"
        else:
            bodies.append(line)
    split = [piece for body in bodies for piece in _split_body(body.strip(" -"))]
    return tuple(split), tuple(used)


_RULES = re.compile(r"(?:[|\s]{1,9}[-_=~*]{2,})+[|\s]{0,9}$|[|\s]{1,9}[-_=~*]{3,}[\W_]{1,60}$")
_LABEL = re.compile(r"^\d{1,2}[.)] (?=[^\W\d_])")
"""A portal numbers the paragraphs of a file."""
_SYMBOL = re.compile(r"\d {0,2}[/-] {0,2}[A-ZĐ]{2}")
_PLACE_ALONE = re.compile(r"(?:TỈNH|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ)\s")
"""A line that begins with the end of the name above it: "HUYỆN TÂN HÒA TRƯỜNG THCS LÊ LỢI"."""
_PLACE = re.compile(r"(?:TỈNH|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s")
_COUNCIL_ALONE = re.compile(r"(?:u?[yi] ban|hoi dong) nhan dan|ubnd|hdnd")
_NO_BODY = re.compile(
    r"(?i:số(?=\s{0,3}(?:[:.…\d]|hiệu|lượng|$))|(?:bản|bảng|bổ|bỏ|tờ|hồi|vụ việc)(?!\w))"
)
"""Words that without marks look like "sở", "ban", "bộ", "tổ", "hội": "Số: 12", "Bản sao"."""


def _opens_body(line: str) -> bool:
    return opens_with("body", line) and not (_NO_BODY.match(line) or _SYMBOL.search(line))


_MOTTO_WORD = re.compile(r"(?:cong|hoa|xa|hoi|chu|nghia|viet|nam|doc|lap|tu|do|hanh|phuc)$")


def _is_motto_like(line: str) -> bool:
    """A national name or motto that OCR spoilt: most of its words are theirs."""
    words = re.findall(r"\w+", fold_line(line))
    hits = sum(_MOTTO_WORD.match(word) is not None for word in words)
    return hits >= 4 and hits >= 0.66 * len(words)


def _looks_like_body(line: str) -> bool:
    if len(line) > 120 or line.endswith((";", ":", ".")) or rule("date").search(fold_line(line)):
        return False
    return is_upper(line) or (len(line.split()) <= 12 and line[:1].isupper())


_OPEN_NAME = re.compile(
    r"(?:uy ban(?: nhan| thuong vu)?|hoi dong(?: nhan)?|(?<!\w)(?:va|viet|ban chi|ban quan)|[-,]"
    r"|to quoc|mat tran(?: to)?|chi dao|chi huy|quan su|quan ly|(?<!\w)ban (?:to chuc|van dong))$"
)


def _is_open(body: str) -> bool:
    """A name that cannot end here was wrapped: "ỦY BAN NHÂN", "SỞ TÀI NGUYÊN VÀ MÔI"."""
    folded = fold_line(body)
    if folded in ("uy", "hoi", "ban", "mat"):
        return True
    return body.endswith("MÔI") or _OPEN_NAME.search(folded) is not None


_SCHOOL = re.compile(r"(?<=\w )truong (?:mam|tieu|trung|thcs|thpt|th|mn|ptdt)")


def _split_body(body: str) -> list[str]:
    """Return the superior and the issuing body that a reader joined on one line."""
    folded = fold_line(body)
    if re.match(r"phong (?:gd\S{0,6}|giao duc va dao tao) ", folded):
        match = _SCHOOL.search(folded)  # "Phong Điền" is no division
    elif re.match(r"(?:uy ban nhan dan|ubnd|dang bo|so|bo) ", folded):
        match = rule("inner_body").search(folded, 8)
    else:
        return [body]
    if match is None or re.search(r"(?:van|ban|cua|va|-|can)$", folded[: match.start()].rstrip()):
        return [body]
    return [body[: match.start()].strip(" -"), body[match.start() :].strip()]

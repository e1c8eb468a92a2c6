"""The foot of the main text: recipients (Nơi nhận) and signature block."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.model import Passage, Signer
from extract.stages.header.head import Line, split_lines
from extract.stages.header.rules import LOWER, fills, fold_line, is_upper, opens_with, rule
from extract.text import squeeze

_MAX_RECIPIENTS = 60
_BEFORE, _AFTER = 12, 24
"""Passages around Nơi nhận in which the signature block may stand."""
_FROM_END = 30


@dataclass(frozen=True, slots=True)
class Foot:
    """recipients: in order. seqs: passages of each part. block: a capacity or title is printed."""

    recipients: tuple[str, ...] = ()
    recipient_seqs: tuple[int, ...] = ()
    signers: tuple[Signer, ...] = ()
    signature_seqs: tuple[int, ...] = ()
    first: int | None = None


def read_foot(passages: tuple[Passage, ...], after: int) -> Foot:
    """Return recipients and signers of the main text, which ends before the first appendix.

    after: index of the first passage below the title.
    """
    end = _main_end(passages, after)
    start = _find_recipients(passages, after, end)
    if start is None and end < len(passages) and not _has_signature(passages, after, end):
        start = _find_recipients(passages, end, len(passages))
        if start is not None and not _has_signature(passages, start, len(passages)):
            start = None
        end = len(passages) if start is not None else end
    recipients, seqs, stop = _read_recipients(passages, start, end)
    if start is None:
        window = passages[max(after, end - _FROM_END) : end]
    else:
        window = passages[max(after, start - _BEFORE) : min(end, stop + _AFTER)]
    taken = set(seqs)
    signers, signed = _read_signers([p for p in window if p.seq not in taken])
    tails = [p for p in window if p.seq in taken]
    if not signers:
        signers, signed = _read_signers(_tails(tails, window, taken))
    places = [passages[start].seq] if start is not None else []
    first = min([*places, *signed], default=None)
    return Foot(recipients, seqs, signers, signed, first)


def _main_end(passages: tuple[Passage, ...], after: int) -> int:
    for index in range(after, len(passages)):
        passage = passages[index]
        if (
            passage.table is None
            and len(passage.text) <= 200
            and opens_with("appendix", passage.text)
        ):
            label = fold_line(passage.text[:80])
            if is_upper(passage.text[:20]) or re.match(
                r"\W{0,2}phu luc\s*(?:so\s*)?[\divx]", label
            ):
                if not re.search(r"kem theo\W{0,3}$|[;.]$", label):
                    return index
    return len(passages)


def _find_recipients(passages: tuple[Passage, ...], start: int, end: int) -> int | None:
    for index in range(start, end):
        text = passages[index].text
        if passages[index].role == "recipients" or opens_with("recipients", text):
            return index
    return None


def _has_signature(passages: tuple[Passage, ...], start: int, end: int) -> bool:
    return any(
        line.text and (rule("capacity").match(line.text) or _is_position(line.text))
        for passage in passages[max(start, end - 60) : end]
        if len(passage.text) <= 200
        for line in split_lines([passage])
    )


# --- recipients -------------------------------------------------------------------------------
_BULLET = re.compile(r"\s*(?:[-+*•·●▪○]|\d{1,2}[.)])\s*")
_INNER_BULLET = re.compile(r"(?<=[;.,:])\s*[-+•]\s{0,3}(?=\S)|(?<=[;])\s+-\s*")


def _read_recipients(
    passages: tuple[Passage, ...], start: int | None, end: int
) -> tuple[tuple[str, ...], tuple[int, ...], int]:
    """Return the recipients, their passages, and the index after the last."""
    if start is None:
        return (), (), end
    items: list[str] = []
    seqs: list[int] = []
    kept = bulleted = False
    index = start
    while index < end and len(seqs) < _MAX_RECIPIENTS:
        passage = passages[index]
        lines = list(split_lines([passage]))
        if index == start:
            lines = _after_heading(lines)
        elif passage.role == "signature" or not _goes_on(lines, items, kept, bulleted):
            if passage.role == "signature" or not _may_skip(passage, kept):
                break
            index += 1
            continue
        seqs.append(passage.seq)
        for line in lines:
            for piece, is_new in _pieces(_cut_signature(line.text)):
                is_kept = opens_with("kept", piece)
                bulleted = bulleted or is_new
                if is_new or is_kept or not items or _is_closed(items[-1], bulleted):
                    items.append(piece)
                else:
                    items[-1] = f"{items[-1]} {piece}"
                kept = kept or is_kept
        index += 1
        if kept and items and items[-1].rstrip().endswith((".", "./.")):
            break
    cleaned = (squeeze(item).strip("*_ ").rstrip(" ;,./:") for item in items)
    return tuple(item for item in cleaned if item), tuple(seqs), index


def _after_heading(lines: list[Line]) -> list[Line]:
    if not lines:
        return lines
    match = rule("recipients").match(lines[0].folded)
    if match is None:
        return lines
    rest = _cut_signature(lines[0].text[match.end() :])
    first = Line(lines[0].seq, rest, fold_line(rest))
    return [first, *lines[1:]] if rest.strip() else lines[1:]


def _goes_on(lines: list[Line], items: list[str], kept: bool, bulleted: bool) -> bool:
    """Say whether a passage still belongs to the recipients."""
    if not lines:
        return True
    text = lines[0].text
    if _is_signature_line(text) or opens_with("appendix", text) or opens_with("form_signer", text):
        return False
    if _BULLET.match(text) or opens_with("kept", text):
        return True
    if kept:
        return not items[-1].rstrip().endswith(".") and (
            text[:1].islower() or (items[-1].rstrip().endswith((",", "-")) and len(text) < 60)
        )
    if items and text[:1].islower():
        return True
    if bulleted and items and not items[-1].rstrip().endswith((",", "-", "và")):
        return False
    return len(text) <= 160 and not _NAME_LINE.fullmatch(text.strip())


def _may_skip(passage: Passage, kept: bool) -> bool:
    """A signature line between two recipients, read from the other column."""
    return not kept and len(passage.text) <= 80 and _is_signature_line(passage.text.strip())


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Return the recipients on one line, each with whether a dash opened it."""
    pieces: list[tuple[str, bool]] = []
    for number, part in enumerate(_INNER_BULLET.split(text)):
        bullet = _BULLET.match(part)
        shown = part[bullet.end() :] if bullet else part
        if shown.strip():
            pieces.append((shown.strip(), bullet is not None or number > 0))
    return pieces


def _is_closed(item: str, bulleted: bool) -> bool:
    return not bulleted and item.rstrip().endswith((";", "."))


_TAIL = re.compile(
    rf"(?:(?<=[;.:,)])|(?<=\s))\s{{0,9}}(?:(?:T/?M|K/?T|T/?L|TUQ)\.? ?[^{LOWER}]{{4,80}}$"
    r"|(?:Q\. ?|QUYỀN )?(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG"
    rf"|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG BAN)[^{LOWER}]{{0,60}}$)"
)


def _tail_start(text: str) -> int | None:
    """Return where the other column's signature starts on a line of recipients."""
    if match := _TAIL.search(text):
        return match.start()
    last = max(text.rfind(";"), text.rfind("."))
    if (
        last > 0
        and _NAME_LINE.fullmatch(text[last + 1 :].strip())
        and text[last + 1 :].startswith(" ")
    ):
        words = text[last + 1 :].split()
        if 2 <= len(words) <= 5 and fold_line(words[0]) in _FAMILY_NAMES:
            return last + 1
    return None


def _cut_signature(text: str) -> str:
    start = _tail_start(text)
    return text if start is None else text[:start].rstrip()


def _tails(tails: list[Passage], window: tuple[Passage, ...], taken: set[int]) -> list[Passage]:
    """Return the window with only the signature part of lines that share a line with it."""
    kept: list[Passage] = []
    for passage in window:
        if passage.seq not in taken:
            kept.append(passage)
            continue
        start = _tail_start(passage.text)
        if start is not None:
            kept.append(Passage(passage.seq, passage.text[start:].strip()))
    return kept


# --- signature --------------------------------------------------------------------------------
_NAME_LINE = rule("name")
_FAMILY_NAMES = frozenset(
    ["nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong", "ly", "dinh", "trinh", "luong", "mai", "dao", "doan", "lam", "truong", "ha", "cao", "ta", "luu", "chu", "chau", "ton", "thai", "to", "tang", "quach", "trieu", "luc", "nong", "ma", "hua", "ban", "giang", "lo", "vi", "lu", "sung", "thao", "vang", "cu", "hau", "khuat", "kieu", "la", "lai", "dam", "phung", "tu", "thach", "son", "kim", "danh", "thi", "bach", "nghiem", "mac", "ong", "bien", "van", "tong", "ninh", "ngan", "be", "than", "giap", "khong", "au", "duong", "quan", "lang", "deo"]
)  # fmt: skip
_NOT_NAMES = frozenset(
    [
        "ubnd",
        "uy",
        "ban",
        "so",
        "phong",
        "truong",
        "hoi",
        "dong",
        "bo",
        "cuc",
        "van",
        "trung",
        "tam",
        "ke",
        "hoach",
        "noi",
        "nhan",
        "phu",
        "luc",
        "luu",
        "chu",
        "tich",
        "giam",
        "doc",
        "bi",
        "thu",
        "tinh",
        "huyen",
        "xa",
        "phuong",
        "thanh",
        "pho",
        "thi",
        "tran",
        "dang",
        "doan",
        "hieu",
        "muc",
        "bieu",
    ]
)


def _is_position(text: str) -> bool:
    bare = text.strip(" *_.:,")
    return (
        len(bare) <= 90 and is_upper(bare) and rule("position").match(fold_line(bare)) is not None
    )


def _is_signature_line(text: str) -> bool:
    bare = text.strip(" *_")
    return _is_position(bare) or (rule("capacity").match(bare) is not None and is_upper(bare[:40]))


def read_name(text: str) -> str | None:
    """Return the name a line holds, in title case with its degree as printed, or None."""
    bare = squeeze(text.strip(" *_.,;:()"))
    match = _NAME_LINE.fullmatch(bare)
    if match is None or len(bare) > 60:
        return None
    words = re.split(r"[ -]+", match["name"])
    folded = [fold_line(word) for word in words]
    if not 2 <= len(words) <= 6:
        return None
    if folded[0] not in _FAMILY_NAMES and (
        set(folded[:2]) & _NOT_NAMES or (is_upper(match["name"]) and len(words) > 4)
    ):
        return None
    if opens_with("body", bare) and folded[0] not in _FAMILY_NAMES:
        return None
    name = match["name"]
    if is_upper(name) and len(name) > 3:
        name = re.sub(r"[^\W\d_]+", lambda m: m[0][:1].upper() + m[0][1:].lower(), name.lower())
    return squeeze(f"{match['degree']} {name}")


@dataclass(slots=True)
class _Open:
    """A signature being read."""

    capacities: list[str]
    title: str | None = None


def _read_signers(window: list[Passage]) -> tuple[tuple[Signer, ...], tuple[int, ...]]:
    """Return the signers of a signature block, and the passages of the block."""
    signers: list[Signer] = []
    waiting: list[_Open] = []
    seqs: list[int] = []
    gap = 0
    current: _Open | None = None
    for line in split_lines(window):
        for piece in _signature_pieces(line.text):
            capacity = rule("capacity").fullmatch(piece)
            if capacity and is_upper(piece):
                if current is None or current.title is not None:
                    current = _Open([])
                    waiting.append(current)
                current.capacities.append(_tidy(piece))
            elif _is_position(piece):
                if current is None or current.title is not None:
                    current = _Open([])
                    waiting.append(current)
                current.title = _tidy(piece)
            elif waiting and (name := read_name(piece)):
                open_one = waiting.pop(0)
                signers.append(Signer(name, open_one.title, _capacity(open_one.capacities)))
                current = None if not waiting else waiting[-1]
                if not waiting:
                    current = None
            elif fills("signing_note", piece) or fills("rule", piece) or not waiting:
                if not waiting:
                    continue
            else:
                gap += 1
                if gap > 6:
                    waiting.clear()
                    current, gap = None, 0
                continue
            gap = 0
            seqs.append(line.seq)
    return tuple(signers), tuple(dict.fromkeys(seqs))


def _tidy(piece: str) -> str:
    return squeeze(piece.strip(" *_,;:")).rstrip(".")


def _capacity(capacities: list[str]) -> str | None:
    """KT. before TM.; of several the last, which is nearest to the signature."""
    acting = [c for c in capacities if re.match(r"K\.?/?T", c)]
    return (acting or capacities or [None])[-1]  # type: ignore[list-item]


_SPLIT = re.compile(r"\s+(?=(?:K\.?/?T|T/?M|T\.?/?L|TUQ)[./ ] ?[A-ZĐÁÀẢÃẠỦỤ])")
_ACTING = re.compile(
    r"^((?:K\.?/?T|TM|TL|TUQ)\.? ?(?:ỦY BAN NHÂN DÂN|UBND|BAN THƯỜNG VỤ|CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|BỘ TRƯỞNG"
    r"|TRƯỞNG PHÒNG|TRƯỞNG BAN|CỤC TRƯỞNG|BÍ THƯ|CHÁNH VĂN PHÒNG))\s+"
    r"((?:PHÓ |Q\. ?|QUYỀN |THỨ )?(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|TRƯỞNG"
    r"|CỤC TRƯỞNG|BÍ THƯ|CHÁNH VĂN PHÒNG)\b.{0,60})$"
)
_TITLE_NAME = re.compile(
    rf"^([^{LOWER}]{{4,80}}?)\s+((?:[^\W\d_{LOWER}][{LOWER}]{{1,8}}\s?|Y\s){{2,6}})$"
)


def _signature_pieces(text: str) -> list[str]:
    """Return capacities, title and name that a reader left on one line, apart."""
    pieces: list[str] = []
    for part in _SPLIT.split(text.strip(" *_")):
        tail: list[str] = []
        named = _TITLE_NAME.match(part)
        if named and _is_signature_line(named[1]):
            part, tail = named[1], [named[2].strip()]
        acting = _ACTING.match(part)
        pieces += [acting[1], acting[2]] if acting else [part]
        pieces += tail
    return [piece.strip() for piece in pieces if piece.strip()]

"""Break files on purpose: byte by byte, inside the parts of a package, in the streams of a PDF."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

Change = Callable[[bytes, random.Random], bytes]
_STREAM = re.compile(rb"stream\r?\n(.{1,200000}?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"\d{1,6}")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_ODD = (
    b"\0", b"\xff\xff\xff\xff", b"-1", b"99999999999", b"4294967296", b"1e400", b"NaN", b"<", b">",
    b"&#0;", b"&x;", b"]]>", b"<!--", b"\xef\xbf\xbe", "\u0323\u0301".encode(), "\u202e".encode(),
    b"| | |\n", b"\t\t\t", "ngày 31/02/2020 ".encode(), "Điều 1, 2, ".encode(), b"(" * 50,
    "Nghị định số ".encode(), b"<table><tr><td colspan=99999>", b"<<", b">>", b" 0 R", b"endobj",
)  # fmt: skip


def mutate(data: bytes, kind: str, random_: random.Random) -> bytes:
    """Return the file with one to six changes. kind: "docx", "pdf", or any other."""
    if kind == "docx" and random_.random() < 0.8:
        return _in_package(data, random_)
    if kind == "doc" and random_.random() < 0.8:
        return _overwritten(data, random_)
    if kind == "pdf" and random_.random() < 0.5:
        return _in_stream(data, random_)
    return _changed(data, random_)


def _changed(data: bytes, random_: random.Random) -> bytes:
    for _ in range(random_.randint(1, 6)):
        data = random_.choice(_CHANGES)(data, random_)
    return data[: 4 * 2**20]


def _place(data: bytes, random_: random.Random) -> int:
    return random_.randrange(len(data) + 1)


def _flip(data: bytes, random_: random.Random) -> bytes:
    changed = bytearray(data or b"\0")
    for _ in range(random_.choice((1, 1, 3, 20))):
        changed[random_.randrange(len(changed))] = random_.randrange(256)
    return bytes(changed)


def _cut(data: bytes, random_: random.Random) -> bytes:
    start = _place(data, random_)
    return data[:start] + data[start + random_.choice((1, 2, 16, 500, 10_000)) :]


def _truncate(data: bytes, random_: random.Random) -> bytes:
    return data[: _place(data, random_)]


def _insert(data: bytes, random_: random.Random) -> bytes:
    start = _place(data, random_)
    return data[:start] + random_.choice(_ODD) * random_.choice((1, 1, 2, 40)) + data[start:]


def _repeat(data: bytes, random_: random.Random) -> bytes:
    start = _place(data, random_)
    piece = data[start : start + random_.choice((4, 60, 900))]
    return data[:start] + piece * random_.choice((2, 5, 60)) + data[start:]


def _move(data: bytes, random_: random.Random) -> bytes:
    a, b, size = _place(data, random_), _place(data, random_), random_.choice((8, 200, 3000))
    piece, rest = data[a : a + size], data[:a] + data[a + size :]
    return rest[:b] + piece + rest[b:]


def _number(data: bytes, random_: random.Random) -> bytes:
    """Another number where one stands."""
    start = _place(data, random_)
    if not (found := _NUMBER.search(data, start)):
        return data
    other = random_.choice((b"0", b"1", b"-1", b"7", b"65535", b"99999", b"2147483648"))
    return data[: found.start()] + other + data[found.end() :]


def _tag(data: bytes, random_: random.Random) -> bytes:
    """A tag left out, or set twice, or where another stood."""
    start = _place(data, random_)
    if not (found := _TAG.search(data, start)):
        return data
    put = random_.choice((b"", found[0] * 2, found[0].replace(b"<", b"</", 1)))
    return data[: found.start()] + put + data[found.end() :]


_CHANGES: tuple[Change, ...] = (
    _flip, _cut, _truncate, _insert, _insert, _repeat, _move, _number, _number, _tag, _tag,
)  # fmt: skip


def _overwritten(data: bytes, random_: random.Random) -> bytes:
    """Change bytes in place, so that the sectors of the file stay where they were."""
    changed = bytearray(data)
    for _ in range(random_.choice((1, 4, 30))):
        at, odd = random_.randrange(len(changed)), random_.choice(_ODD)
        value = random_.choice((bytes([random_.randrange(256)]), b"\0\0", b"\xff\xff", odd))
        changed[at : at + len(value)] = value
    return bytes(changed[: len(data)])


def _in_package(data: bytes, random_: random.Random) -> bytes:
    """Change the parts of a ZIP package, so that what unpacks them is passed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = [n for n in old.namelist() if n.endswith((".xml", ".rels"))]
        chosen = random_.choice([*names, *(["word/document.xml"] * 3 * len(names))])
        for name in old.namelist():
            part = old.read(name)
            if name == chosen:
                if random_.random() < 0.03:
                    continue
                change = change_elements if random_.random() < 0.6 else _changed
                part = change(part, random_)
            new.writestr(name, part)
    return out.getvalue()


def change_elements(part: bytes, random_: random.Random) -> bytes:
    """Leave out, double, move or rename elements and values of well-formed XML."""
    root = etree.fromstring(part)
    for _ in range(random_.choice((1, 3, 12))):
        every = list(root.iter(etree.Element))[1:]
        if not every:
            break
        one, other = random_.choice(every), random_.choice(every)
        parent = one.getparent()
        action = random_.randrange(5)
        if action == 0 and parent is not None:
            parent.remove(one)
        elif action == 1 and parent is not None:
            parent.insert(parent.index(one), deepcopy(one))
        elif action == 2:
            other.append(deepcopy(one))
        elif action == 3:
            one.tag = other.tag
        elif names := list(one.attrib):
            one.set(random_.choice(names), random_.choice(("", "-1", "0", "99999", "x", "nil")))
    return etree.tostring(root)[: 4 * 2**20]


def _in_stream(data: bytes, random_: random.Random) -> bytes:
    """Change what one stream of a PDF says after unpacking, and pack it again."""
    streams = [m for m in _STREAM.finditer(data) if m[1][:1] == b"\x78"]
    if not streams:
        return _changed(data, random_)
    found = random_.choice(streams)
    try:
        plain = zlib.decompress(found[1])
    except zlib.error:
        return _changed(data, random_)
    packed = zlib.compress(_changed(plain, random_))
    return data[: found.start(1)] + packed + data[found.end(1) :]

"""What the packed streams of a PDF unpack to, measured before pdfium unpacks them.

pdfium has no limit: half a megabyte of packed drawing becomes gigabytes of objects in memory.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

from extract.readers.limits import Limits

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 600
"""Bytes before a stream in which its filters and kind are looked for."""
_PIECE = 1 << 18
_RATIO = 1030
"""What deflate packs at most: a stream this many times below the limit cannot exceed it."""


def check_streams(data: bytes, file_name: str, limits: Limits) -> None:
    """Raise LimitExceeded when a stream other than an image or font unpacks to too much."""
    smallest = limits.stream_bytes // _RATIO
    for match in _STREAM.finditer(data):
        start = match.end()
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        layers = head.count(b"FlateDecode")
        if layers < 2 and data.find(b"endstream", start, start + smallest) >= 0:
            continue
        if b"/Image" in head or b"/Length1" in head or not _is_packed(data[start : start + 2]):
            continue
        end = data.find(b"endstream", start)
        pieces = inflate(_pieces(data, start, end if end > 0 else len(data)))
        for _ in range(min(layers, 4) - 1):
            pieces = inflate(pieces)
        total = 0
        for piece in pieces:
            total += len(piece)
            limits.check(file_name, "stream_bytes", total)


def _is_packed(start: bytes) -> bool:
    """The two bytes that zlib begins with: method 8, and a check sum."""
    return len(start) == 2 and start[0] & 15 == 8 and int.from_bytes(start, "big") % 31 == 0


def _pieces(data: bytes, start: int, end: int) -> Iterator[bytes]:
    for at in range(start, end, _PIECE):
        yield data[at : min(end, at + _PIECE)]


def inflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the unpacked bytes in pieces of bounded size, as far as they can be unpacked."""
    unpacker = zlib.decompressobj()
    for piece in pieces:
        rest = piece
        while rest and not unpacker.eof:
            try:
                yield unpacker.decompress(rest, _PIECE)
            except zlib.error:
                return
            rest = unpacker.unconsumed_tail

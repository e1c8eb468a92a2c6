"""The stamp of arrival that a receiving office puts on a plan: a small frame, "ĐẾN", "Số", "Ngày".

Its number and date are those of the office that received the plan, and its lines stand between
those of the letterhead and the title. Archives have used it since Thông tư 07/2012/TT-BNV.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Note
from extract.readers.grid import Frame
from extract.readers.ocr_hocr import OcrLine, OcrWord
from extract.text import fold

_TOP = 0.45
"""Part of the page, from the top, where it is put."""
_WIDEST, _HIGHEST = 260.0, 130.0
"""Points: the regulation asks for about 50 x 30 mm."""
_MOST_BORDERS = 3
"""Two columns at most: "ĐẾN" may stand beside the number and the date."""
_FEWEST, _MOST = 3, 40
"""Words in it."""
_LABELS = frozenset(("so", "ngay", "gio", "chuyen", "luu"))


def drop_arrival(
    lines: Sequence[OcrLine], frames: Sequence[Frame], height: float, scale: float, number: int
) -> tuple[list[OcrLine], list[Note]]:
    """Return the lines without the words of a stamp of arrival, and a note of each.

    lines, height (of the page): pixels. frames: points. scale: points a pixel. A frame is a stamp
    when it is small, stands at the top, and holds "ĐẾN" and two labels of such a stamp or more.
    """
    kept, notes = list(lines), []
    for frame in frames:
        if not _may_be_stamp(frame, height * scale):
            continue
        within = [[_stands_in(word, frame, scale) for word in line.words] for line in kept]
        words = [w for line, hits in zip(kept, within, strict=True) for w in _pick(line, hits)]
        if not _is_arrival(words):
            continue
        rest = (
            line._replace(words=tuple(_pick(line, [not hit for hit in hits])))
            for line, hits in zip(kept, within, strict=True)
        )
        kept = [line for line in rest if line.words]
        was = " ".join(word.text for word in words)
        notes.append(Note("arrival_stamp", f'left out: "{was[:120]}"', number))
    return kept, notes


def _may_be_stamp(frame: Frame, page_height: float) -> bool:
    left, top, right, bottom = frame.box
    small = right - left <= _WIDEST and bottom - top <= _HIGHEST
    return small and top <= _TOP * page_height and len(frame.xs) <= _MOST_BORDERS


def _pick(line: OcrLine, hits: Sequence[bool]) -> list[OcrWord]:
    return [word for word, hit in zip(line.words, hits, strict=True) if hit]


def _stands_in(word: OcrWord, frame: Frame, scale: float) -> bool:
    left, top, right, bottom = frame.box
    x, y = (word.x0 + word.x1) / 2 * scale, (word.top + word.bottom) / 2 * scale
    return left <= x <= right and top <= y <= bottom


def _is_arrival(words: Sequence[OcrWord]) -> bool:
    if not _FEWEST <= len(words) <= _MOST:
        return False
    texts = [word.text.strip(" .:;,|") for word in words]
    arrived = any(text.isupper() and fold(text) == "den" for text in texts)
    return arrived and len(_LABELS & {fold(text) for text in texts}) >= 2

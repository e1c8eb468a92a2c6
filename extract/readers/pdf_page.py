"""One PDF page into words and rulings, upright, in points from the top left.

All calls into pdfium for a page live here, in pdf_words, pdf_fonts and pdf_rulings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from extract.readers.grid import Ruling
from extract.readers.pdf_calls import quick_calls
from extract.readers.pdf_rulings import Matrix, find_rulings
from extract.readers.pdf_words import WORD, find_index_map, read_text, read_words
from extract.readers.words import Word


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page holds, before any of it is understood.

    number: from 1. width, height: of the page as it is read. words: in the order of the file.
    form_words: words that only form fields and signatures show. image_share: part of the page
    that images cover, 0 to 1. by_ocr: words and rulings are seen, not stored. shapes: paths
    drawn on it.
    is_as_shown: the page is read the way it is shown, not turned to its text.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    form_words: tuple[tuple[Word, ...], ...] = ()
    image_share: float = 0.0
    shapes: int = 0
    is_as_shown: bool = True
    by_ocr: bool = False


_LEFT, _TOP, _RIGHT, _BOTTOM = map(itemgetter, range(1, 5))
_ANGLE_SAMPLES = 12
_SHARE_AS_SHOWN = 0.15


def read_page(page: Any, number: int) -> PageContent:
    """Return the words and rulings of an open pypdfium2 page."""
    textpage = page.get_textpage()
    try:
        text = read_text(textpage)
        shown = page.get_rotation() // 90 % 4
        turn = _text_turn(textpage, text, shown)
        place, width, height = make_transform(page, turn)
        words = _on_page(read_words(textpage, text, place), width, height)
    finally:
        textpage.close()
    found = find_rulings(page, place)
    return PageContent(
        number,
        width,
        height,
        words,
        tuple(found.rulings),
        image_share=min(1.0, found.image_area / max(1.0, width * height)),
        shapes=found.shapes,
        is_as_shown=turn is None or turn == shown,
    )


def _on_page(words: Sequence[Word], width: float, height: float) -> tuple[Word, ...]:
    """The words that are not beside the page altogether; few pages have such words."""
    if not words:
        return ()
    ends = min(map(_RIGHT, words)), min(map(_BOTTOM, words))
    if min(ends) >= 0 and max(map(_LEFT, words)) <= width and max(map(_TOP, words)) <= height:
        return tuple(words)
    return tuple(
        word
        for word in words
        if word.x1 >= 0 and word.x0 <= width and word.bottom >= 0 and word.top <= height
    )


def _text_turn(textpage: Any, text: str, shown: int) -> int | None:
    """Quarter turns that bring most of the text upright; None without text.

    shown: turns by which the page is shown; kept where they bring some of the text upright, since
    a page may hold little more than a table with titles that stand on their sides.
    """
    get_angle = quick_calls().FPDFText_GetCharAngle
    index_of, raw = find_index_map(textpage, text), textpage.raw
    turns: Counter[int] = Counter()
    for at in range(0, len(text), max(1, len(text) // _ANGLE_SAMPLES)):
        match = WORD.search(text, at)
        if match is None:
            break
        first = match.start()
        angle = get_angle(raw, index_of(first) if index_of else first)
        turns[-round(angle / 1.5707963) % 4 if angle >= 0 else 0] += 1
    if turns[shown] > _SHARE_AS_SHOWN * turns.total():
        return shown
    return turns.most_common(1)[0][0] if turns else None


def make_transform(page: Any, turn: int | None) -> tuple[Matrix, float, float]:
    """Return the map of coordinates, and width and height of the page as it is read.

    The map leads from user space of the page to points from its top left, turned so that text
    runs to the right. turn: quarter turns of the text; None takes the page's own /Rotate.
    """
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_cropbox()
    width, height = right - left, top - bottom
    if turn is None:
        turn = pdfium.FPDFPage_GetRotation(page) % 4
    if turn == 1:
        return Matrix(0, 1, 1, 0, -bottom, -left), height, width
    if turn == 2:
        return Matrix(-1, 0, 0, 1, right, -bottom), width, height
    if turn == 3:
        return Matrix(0, -1, -1, 0, top, right), height, width
    return Matrix(1, 0, 0, -1, -left, top), width, height

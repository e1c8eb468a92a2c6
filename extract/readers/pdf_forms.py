"""Text that only annotations show: form fields, signature stamps, text typed on the page.

Number and date of a plan are often filled in by the signing program, as appearances of
annotations, and stand nowhere else. pdfium flattens them into the page; what is new then is theirs.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from extract.readers.pdf_page import PageContent, read_page
from extract.readers.words import Word

_MAX_ANNOTATIONS = 2_000


def has_appearances(page: Any) -> bool:
    """Return whether the page holds form fields, stamps or typed text."""
    import pypdfium2.raw as pdfium

    wanted = {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_FREETEXT}
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in wanted:
            return True
    return False


def add_appearances(pdf: Any, page: Any, content: PageContent) -> PageContent:
    """Return the content with the words of appearances; closes the page, which it changes.

    A word that stands on the line of printed words joins them ("Số: 12/KH-UBND" with the 12
    filled in); all others are kept apart, by the annotation they belong to.
    """
    import pypdfium2.raw as pdfium

    rects = _annotation_boxes(page)
    flattened = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    if flattened != pdfium.FLATTEN_SUCCESS:
        return content
    again = pdf[content.number - 1]
    try:
        words = read_page(again, content.number).words
    finally:
        again.close()
    new = _new_words(content.words, words)
    if not new:
        return content
    inline: list[Word] = []
    groups: list[tuple[Word, ...]] = []
    for group in _by_box(new, rects, content.height):
        if all(_fills_line(word, content.words) for word in group):
            inline += group
        else:
            groups.append(tuple(group))
    return replace(content, words=content.words + tuple(inline), form_words=tuple(groups))


def _annotation_boxes(page: Any) -> list[tuple[float, float, float, float]]:
    """Rectangles of all annotations in user space: left, bottom, right, top."""
    import pypdfium2.raw as pdfium

    boxes = []
    rect = pdfium.FS_RECTF()
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
            boxes.append((rect.left, rect.bottom, rect.right, rect.top))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return boxes


def _new_words(before: Sequence[Word], after: Sequence[Word]) -> list[Word]:
    """Words that stand where none of the same text stood before."""
    known = Counter((w.text, round(w.x0), round(w.top)) for w in before)
    new: list[Word] = []
    for word in after:
        key = word.text, round(word.x0), round(word.top)
        if known[key]:
            known[key] -= 1
        else:
            new.append(word)
    return new


def _by_box(
    words: Sequence[Word], boxes: Sequence[tuple[float, float, float, float]], height: float
) -> list[list[Word]]:
    """The words of each annotation; those of none together."""
    groups: dict[int, list[Word]] = {}
    for word in words:
        x, y = (word.x0 + word.x1) / 2, height - (word.top + word.bottom) / 2
        holders = (
            index
            for index, (left, bottom, right, top) in enumerate(boxes)
            if left - 2 <= x <= right + 2 and bottom - 2 <= y <= top + 2
        )
        groups.setdefault(next(holders, -1), []).append(word)
    return list(groups.values())


def _fills_line(word: Word, words: Sequence[Word]) -> bool:
    """Printed words of like height stand beside it on its line, and none below it."""
    middle, height = (word.top + word.bottom) / 2, word.bottom - word.top
    beside = [
        w
        for w in words
        if w.top <= middle <= w.bottom and 0.6 < (w.bottom - w.top) / max(0.1, height) < 1.7
    ]
    return any(
        min(abs(w.x0 - word.x1), abs(word.x0 - w.x1)) < 8 * height for w in beside
    ) and not any(min(w.x1, word.x1) - max(w.x0, word.x0) > 0.4 * height for w in beside)

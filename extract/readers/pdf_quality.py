"""Whether the text layer of a page can be believed."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VIETNAMESE = frozenset(
    "ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
    "ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ"
)
_MEANINGLESS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x80-\x9f\ue000-\uf8ff\ufffd\ufff0-\uffff]")

_FEWEST = 40
_LONG = 300
_MEANINGLESS_SHARE = 0.2
_MARKED_SHARE = 0.04


def find_text_fault(words: Iterable[str]) -> str | None:
    """Return why the text of a page is no Vietnamese text, or None when it may be.

    Two faults occur in archives: fonts without a map to Unicode, whose letters come out as
    private or control characters; and OCR made with an English engine, which drops nearly all
    marks. About a quarter of the letters of Vietnamese text carry marks; a page of names and
    numbers has too few letters to be judged.
    """
    text = "".join(words)
    if len(text) < _FEWEST:
        return None
    if len(_MEANINGLESS.findall(text)) > _MEANINGLESS_SHARE * len(text):
        return "most of its characters have no meaning (a font without a map to Unicode)"
    if len(text) - len(text.encode("ascii", "ignore")) > 2 * _MARKED_SHARE * len(text):
        return None  # plenty of marks; the exact count below is dear
    letters = [c for c in text if c.isalpha()]
    if len(letters) >= _LONG:
        marked = sum(1 for c in letters if c in _VIETNAMESE)
        if marked < _MARKED_SHARE * len(letters):
            return "hardly any letter carries a Vietnamese mark (OCR in another language?)"
    return None

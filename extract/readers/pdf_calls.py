"""The functions of pdfium that a page calls hundreds of times, without checks of arguments.

ctypes checks each argument against the declared types, which takes longer than most of these
functions do. Callers hand over pointers made by pypdfium2, `ctypes.byref` and small integers.
Questions about many characters are asked by `map`, which leaves the answers in `Slots`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

_NAMES = (
    "FPDFText_GetCharAngle",
    "FPDFText_GetCharOrigin",
    "FPDFText_GetLooseCharBox",
    "FPDFText_GetFontSize",
    "FPDFText_GetMatrix",
    "FPDFText_GetFontInfo",
    "FPDFPage_GetObject",
    "FPDFPageObj_GetType",
    "FPDFPageObj_GetBounds",
    "FPDFPageObj_GetMatrix",
    "FPDFPageObj_GetStrokeColor",
    "FPDFPageObj_GetFillColor",
    "FPDFPath_GetDrawMode",
    "FPDFPath_CountSegments",
    "FPDFPath_GetPathSegment",
    "FPDFPathSegment_GetType",
    "FPDFPathSegment_GetPoint",
    "FPDFPathSegment_GetClose",
)


class QuickCalls:
    """The functions by their names in pdfium; results have the types that pypdfium2 declares."""

    def __init__(self) -> None:
        import pypdfium2.raw as pdfium

        self.pdfium = pdfium
        for name in _NAMES:
            checked = getattr(pdfium, name)
            address = ctypes.cast(checked, ctypes.c_void_p).value
            setattr(self, name, ctypes.PYFUNCTYPE(checked.restype)(address or 0))

    def __getattr__(self, name: str) -> Any:
        """Everything that is called rarely, as pypdfium2 has it."""
        return getattr(self.pdfium, name)


@cache
def quick_calls() -> Any:
    """Return the functions, made at the first call: importing pdfium takes time."""
    return QuickCalls()


T = TypeVar("T")

_MOST = 512
"""Characters or objects asked about at once: what most pages have."""


class Slots:
    """C memory for the answers to as many questions as are asked at once.

    kind: "d" for double, "f" for float, "I" for int, "B" for a byte. numbers: of one answer.
    refs: for each of its first `pointers` numbers, the pointers that the questions take.
    """

    def __init__(self, kind: str, numbers: int, pointers: int = 1) -> None:
        self.numbers = numbers
        memory = (_KINDS[kind] * (numbers * _MOST))()
        size = ctypes.sizeof(_KINDS[kind])
        self.refs = [
            [ctypes.byref(memory, (at * numbers + first) * size) for at in range(_MOST)]
            for first in range(pointers)
        ]
        self.values: Any = memoryview(memory).cast("B").cast(kind)  # type: ignore[call-overload]

    def column(self, number: int, count: int) -> list[Any]:
        """Return one number of each of the first answers."""
        column: list[Any] = self.values[number : count * self.numbers : self.numbers].tolist()
        return column


_KINDS: dict[str, Any] = {
    "d": ctypes.c_double,
    "f": ctypes.c_float,
    "I": ctypes.c_uint,
    "B": ctypes.c_ubyte,
}


def batches(asked: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield what is asked about in parts for which there are slots."""
    for start in range(0, len(asked), _MOST):
        yield asked[start : start + _MOST]

"""The functions of pdfium that a page calls hundreds of times, without checks of arguments.

ctypes checks each argument against the declared types, which takes longer than most of these
functions do. Callers hand over pointers made by pypdfium2, `ctypes.byref` and small integers.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any

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

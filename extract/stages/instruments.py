"""Instruments: which citations of a document are mentions of one instrument."""

from __future__ import annotations

from extract.model import Citation, Header, Instrument


def find_instruments(
    citations: tuple[Citation, ...], header: Header
) -> tuple[tuple[Citation, ...], tuple[Instrument, ...]]:
    """Return the citations bound to their instruments, and the instruments."""
    return citations, ()

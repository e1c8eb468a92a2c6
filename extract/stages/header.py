"""Header: what letterhead, title, signature and recipients say of the document itself."""

from __future__ import annotations

from extract.model import Header, Passage


def find_header(passages: tuple[Passage, ...], file_name: str) -> Header:
    """Return the header facts; the file name is a last hint for an undated, unnumbered plan."""
    return Header()

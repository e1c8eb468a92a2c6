"""Akoma Ntoso names of instruments, by string building.

No official Vietnamese identifier exists; the shape is that of Akoma Ntoso 1.0 FRBR works:
/akn/<country[-locality]>/<act|doc>/<type>/<issuer>/<year or date>/<number>.
"""

from __future__ import annotations

import re

from extract.model import Instrument
from extract.text import fold

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_ACTS = frozenset({"legislative", "assembly", "joint", "law_by_name"})


def slug(text: str) -> str:
    """Return the text in ASCII lower case with "-" between words."""
    return _NOT_SLUG.sub("-", fold(text).replace("uy ban nhan dan", "ubnd")).strip("-")


_HEAD = re.compile(
    r"^(?:(?:pho |thuong truc )?(?:chu tich|giam doc|truong|bo truong|bi thu) )+(?=\w)"
)


def issuer_slug(issuer: str, place: str | None) -> str:
    """Return the body in a slug: its head signs for it, and its place is named.

    "Chủ tịch UBND huyện" of Thạch Thành gives "ubnd-huyen-thach-thanh".
    """
    body = slug(_HEAD.sub("", fold(issuer)))
    named = slug(place or "")
    return body if not named or named in body else f"{body}-{named}"


def make_iri(
    instrument: Instrument, kind: str, province: str | None, place: str | None = None
) -> str | None:
    """Return the IRI, or None when type, issuer, number or date leaves it open.

    Numbers of administrative and Party papers start again each year or term, so theirs need the
    full date; the symbol of an act carries its year.
    """
    if not (instrument.number and instrument.issuer and instrument.type):
        return None
    country = f"vn-{slug(province)}" if province else "vn"
    issuer = issuer_slug(instrument.issuer, place)
    type_, number = slug(instrument.type), slug(instrument.number).lstrip("0")
    if kind in _ACTS and instrument.year:
        return f"/akn/{country}/act/{type_}/{issuer}/{instrument.year}/{number}"
    if instrument.issued_on is None:
        return None
    return f"/akn/{country}/doc/{type_}/{issuer}/{instrument.issued_on.isoformat()}/{number}"

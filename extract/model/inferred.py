"""The third layer of a record: what neither print nor parsing gave."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inferred:
    """A field that was filled from elsewhere: its name and why the value is believed."""

    field: str
    reason: str

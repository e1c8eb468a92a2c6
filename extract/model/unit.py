"""Units and agencies as printed and as understood, and the lists that name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.model.inferred import Inferred


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit or agency as printed and as understood.

    kind: commune, ward, town, district, province, agency, committee, council, party, collective...
    level: central, province, district, commune. code: administrative code of a place.
    inferred: fields completed from context.
    """

    raw: str
    name: str
    kind: str | None = None
    level: str | None = None
    code: str | None = None
    parent: str | None = None
    inferred: tuple[Inferred, ...] = ()

    @property
    def spaced(self) -> str:
        """The printed words with the space that print lost between two of them.

        "PhườngThắng Tam" gives "Phường Thắng Tam"; nothing else is changed.
        """
        same = self.name.replace(" ", "") == self.raw.replace(" ", "")
        return self.name if same else self.raw


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """A member of a unit list; passage, start, end say where its name is printed."""

    unit: UnitName
    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UnitList:
    """A place that lists units the plan applies to. line: of its title or first row."""

    title: str
    role: Literal["inspected", "self_inspected", "member", "other"]
    units: tuple[ListedUnit, ...]
    passage: int
    line: int | None = None

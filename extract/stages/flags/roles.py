"""One unit with two roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.model import Flag, UnitList
from extract.stages.flags.place import Places, fold_text


def find_role_conflicts(at: Places, unit_lists: tuple[UnitList, ...]) -> Iterator[Flag]:
    """Flag a list of the inspecting team that holds units which are inspected themselves."""
    inspected: dict[str, int] = {}
    for units in unit_lists:
        if units.role == "inspected":
            for listed in units.units:
                inspected.setdefault(_unit_key(listed.unit.name), listed.passage)
    for units in unit_lists:
        if units.role != "member":
            continue
        both = [u for u in units.units if _unit_key(u.unit.name) in inspected]
        if both:
            first = both[0]
            why = _say_roles(at, [u.unit.raw for u in both], inspected[_unit_key(first.unit.name)])
            yield at.flag("role_conflict", why, first.passage, first.start)


def _say_roles(at: Places, names: Sequence[str], seq: int) -> str:
    origin = at.passages[seq].origins[0]
    where = f" (line {origin.line})" if origin.line else ""
    verb = "is" if len(names) == 1 else "are"
    return f"{' and '.join(names)} {verb} inspected{where} and in the inspecting team"


def _unit_key(name: str) -> str:
    return " ".join(re.findall(r"\w+", fold_text(name)))

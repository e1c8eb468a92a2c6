"""Short words for the sources: a citation, deadline, heading or paragraph on one line."""

from __future__ import annotations

from functools import partial
from typing import Any

from corpus.write import Cite, Due, Par

LAW_WORDS = ("Bộ luật", "Pháp lệnh", "Hiến pháp", "Luật")


def cite(
    head: str, on: str | None = None, by: str | None = None, about: Any = (), **more: Any
) -> Cite:
    """Return the citation "Nghị định 61/2018/NĐ-CP": type word, then symbol."""
    kind, symbol = head.rsplit(" ", 1)
    return Cite(kind, symbol, on, by, about, **more)


def law(name: str, on: str | None = None, symbol: str | None = None, **more: Any) -> Cite:
    """Return a law by its name; on: as printed, "ngày 19/6/2015" or "năm 2015"."""
    kind = next(word for word in LAW_WORDS if name.startswith(word))
    if symbol and on:
        on = on.removeprefix("ngày ")
    return Cite(kind, symbol, on, printed_type=name, **more)


basis = partial(cite, role="legal_basis")
does = partial(cite, role="implements")
own = partial(cite, role="self")
basis_law = partial(law, role="legal_basis")


def before(raw: str, due: str | None, mod: str | None = "before", **more: Any) -> Due:
    return Due(raw, "date", mod, due=due, **more)


def by(raw: str, due: str | None, **more: Any) -> Due:
    return Due(raw, "date", "by", due=due, **more)


def on_day(raw: str, due: str | None, **more: Any) -> Due:
    return Due(raw, "date", None, due=due, **more)


def span(raw: str, start: str | None, due: str | None, **more: Any) -> Due:
    return Due(raw, "period", start=start, due=due, **more)


def every(raw: str, rrule: str | None, mod: str | None = None, **more: Any) -> Due:
    return Due(raw, "recurring", mod, rrule=rrule, **more)


def times(raw: str, freq: str, mod: str | None = None, **more: Any) -> Due:
    return Due(raw, "recurring", mod, freq=freq, **more)


def offset(raw: str, duration: str, anchor: str, mod: str = "after", **more: Any) -> Due:
    return Due(raw, "relative", mod, offset=duration, anchor=anchor, **more)


def always(raw: str, start: str | None = None, due: str | None = None, **more: Any) -> Due:
    return Due(raw, "continuous", start=start, due=due, **more)


def event(raw: str, anchor: str, mod: str | None = None, **more: Any) -> Due:
    return Due(raw, "event", mod, anchor=anchor, **more)


def p(*pieces: Any) -> Par:
    """Return a paragraph."""
    return Par(pieces)


def item(*pieces: Any) -> Par:
    """Return a paragraph of a list, with its dash or number printed in it."""
    return Par(pieces, "item")


def h(*pieces: Any) -> Par:
    """Return a heading."""
    return Par(pieces, "h1")


def h2(*pieces: Any) -> Par:
    return Par(pieces, "h2")


QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"
MONTHLY = "FREQ=MONTHLY"
WEEKLY = "FREQ=WEEKLY"


def yearly(month: int | str, day: int) -> str:
    """Return the rule of a day of the year; month: 11 or "3,6,9,12"."""
    return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"


def monthly(day: int) -> str:
    return f"FREQ=MONTHLY;BYMONTHDAY={day}"


STATE = {"motto": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")}
PARTY = {"motto": ("ĐẢNG CỘNG SẢN VIỆT NAM",)}
NONE = {"motto": ()}

"""The grammar of issuing bodies: who may follow "của", and how far the name goes.

Built once from `patterns/issuers.csv` and `patterns/issuer_fields.csv`; the list is open, so a
capitalised name that stands in no table is taken up to the first word that cannot belong to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from patterns import load_csv, load_toml

# Both places of the tone mark are in use (Ủy, Uỷ; khóa, khoá), and all capitals in titles.
_TONES = {
    "ủy": "(?:ủy|uỷ)", "óa": "(?:óa|oá)", "òa": "(?:òa|oà)", "ủa": "ủa", "úy": "(?:úy|uý)",
    "ũy": "(?:ũy|uỹ)", "ùy": "(?:ùy|uỳ)", "ỏa": "(?:ỏa|oả)", "ọa": "(?:ọa|oạ)", "óe": "(?:óe|oé)",
}  # fmt: skip
_TONE = re.compile("|".join(_TONES), re.IGNORECASE)


def loosen(name: str) -> str:
    """Return a regex for a printed name: any tone-mark place, spaces free around dashes."""
    regex = re.escape(name).replace(r"\ ", " ").replace(r"\-", "-").replace(r"\&", "&")
    regex = regex.replace(" - ", " ?- ?")
    return _TONE.sub(lambda m: _TONES[m.group().lower()], regex)


def alternatives(names: Iterable[str]) -> str:
    """Return one regex group for the names, longest first so that no name hides a longer one."""
    ordered = sorted(set(names), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(loosen(name) for name in ordered) + ")"


def build_issuer() -> tuple[str, str]:
    """Return two regexes without groups: a body that the tables know, and any body."""
    parts = load_toml("citation").parts
    by_tail: dict[str, list[str]] = {"none": [], "term": [], "place": [], "field": [], "open": []}
    for row in load_csv("issuers"):
        by_tail[row["tail"]] += row["names"].split("|")
    end = parts["after"]
    place = parts["place"]
    field = alternatives(row["name"] for row in load_csv("issuer_fields"))
    title = parts["issuer_title"]
    known = (
        f"(?:{title})?(?:"
        f"(?i:{alternatives(by_tail['term'])}){end}{parts['term']}"
        f"|(?i:{alternatives(by_tail['none'])}){end}"
        f"|(?i:{alternatives(by_tail['place'])}){end}{place}{parts['area']}{parts['term']}"
        f"|(?i:{alternatives(by_tail['open'])}){end}"
        f"(?: \\d{{1,4}})?(?:(?: (?i:{field}){end}|(?= {parts['open_name']}))"
        f"{parts['name_rest']})?{place}{parts['numbered']}"
        f"|(?i:{alternatives(by_tail['field'])}) (?:(?i:{field}){end}|{parts['name']})"
        f"{parts['name_rest']}{place}{parts['numbered']}"
        ")"
    )
    any_body = f"(?:{title})?{parts['name']}{parts['name_rest']}{parts['numbered']}"
    return known, f"(?:{known}|{any_body})"

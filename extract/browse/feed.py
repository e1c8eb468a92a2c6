"""The plans taken in last, as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from xml.etree import ElementTree

_ATOM = "http://www.w3.org/2005/Atom"


def make_feed(plans: Sequence[dict[str, Any]], base: str, path: Callable[[str], str]) -> str:
    """Return the feed. base: address of the site without a slash; path: of the page of a plan."""
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    newest = plans[0]["ingested_at"] if plans else "2000-01-01T00:00:00Z"
    _add(feed, id=f"{base}/moi.atom", title="Kế hoạch mới nhập", updated=newest)
    _add(_add(feed, author=""), name="trichluc")
    for plan in plans:
        entry = _add(feed, entry="")
        title = _plain(plan["label"] or plan["file_name"])
        _add(entry, id=f"urn:trichluc:{plan['id']}", title=title, updated=plan["ingested_at"])
        _add(entry, summary=_plain(" – ".join(filter(None, (plan["issuer"], plan["title"])))))
        ElementTree.SubElement(entry, f"{{{_ATOM}}}link", href=f"{base}{path(plan['id'])}")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, "unicode")


def _add(parent: ElementTree.Element, **texts: str) -> ElementTree.Element:
    child = parent
    for name, text in texts.items():
        child = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}")
        child.text = text
    return child


def _plain(text: str) -> str:
    """Return text without characters that XML refuses."""
    return "".join(c if c.isprintable() else " " for c in text)

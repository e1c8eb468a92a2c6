"""Sample plans as text: Markdown of OCR programs, tabs, wide spaces, pipe tables, hard-wrapped lines."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from corpus.write import UP, Par, Sample, Table, text_of

WIDTH = 72  # columns of hard-wrapped text
GUTTER = 44  # where the right column of a letterhead set with spaces begins


def render_lines(sample: Sample, left: list[str], right: list[str]) -> bytes:
    """Return the plan as text in the layout of the sample."""
    out = _head(sample, left, right)
    for item in sample.body:
        out += _item(item, sample.layout)
    out += _foot(sample)
    if sample.layout == "wrapped" and sample.appendices:
        out += ["2"]  # the number of the page, which such exports keep
    for item in sample.appendices:
        out += ["", *_item(item, sample.layout)]
    return ("\n".join(out) + "\n").encode("utf-8")


def _head(sample: Sample, left: list[str], right: list[str]) -> list[str]:
    if sample.layout == "portal":
        out = _portal_head(left, right)
    elif sample.layout in ("tabs", "spaces", "pipes"):
        out = _two_columns(left, right, sample.layout)
    else:
        out = [*left, *([""] if left else []), *right]
    if out:
        out.append("")
    bold = "" if sample.layout in ("portal", "wrapped", "tabs", "spaces") else "**"
    head, title = sample.doc_type.upper(), [text_of(line) for line in sample.title]
    if sample.layout == "pipes":
        out += [f"# {head}", "", *(f"## {line}" for line in title)]
    elif sample.same_line:
        out.append(f"{bold}{head} {' '.join(title)}{bold}")
    else:
        out += [f"{bold}{head}{bold}", *title]
    if sample.under_title:
        out.append(text_of(sample.under_title))
    return [*out, ""]


def _portal_head(left: list[str], right: list[str]) -> list[str]:
    """Cells of a web page's letterhead one below the other, with the bar that parted them."""
    *bodies, number = left
    *motto, day = right
    out: list[str] = []
    for cell in (bodies, motto, [number], [day]):
        lines = [line for text in cell for line in textwrap.wrap(text, 30)]
        out += [*lines, *(["-------"] if cell in (bodies, motto) else []), "|"]
    return out


def _two_columns(left: list[str], right: list[str], layout: str) -> list[str]:
    rows = zip_longest(left, right, fillvalue="")
    if layout == "tabs":
        return [f"{a}\t{b}".rstrip() for a, b in rows]
    if layout == "spaces":
        return [f"{a:<{GUTTER}}{b}".rstrip() for a, b in rows]
    return [f"{a} | {b} |" for a, b in rows]


def _foot(sample: Sample) -> list[str]:
    names = [f"- {r}" for r in sample.recipients]
    if sample.beside:
        signed = [*sample.signature, "", *sample.beside]
        return [*signed, "", "Nơi nhận:", *names, ""]
    if sample.layout in ("tabs", "spaces") and names:
        return [*_two_columns(["Nơi nhận:", *names], [*sample.signature], sample.layout), ""]
    bold = "" if sample.layout in ("portal", "wrapped") else "**"
    if sample.layout == "portal":
        return ["Nơi nhận:", *names, "|", *(s for s in sample.signature if s.strip()), "|"]
    out = [f"{bold}Nơi nhận:{bold}", *([""] if bold else []), *names, ""] if names else []
    return out + [f"{bold}{line}{bold}" if line.strip() else "" for line in sample.signature]


def _item(item: Par | Table, layout: str) -> list[str]:
    if isinstance(item, Par):
        text, heading = text_of(item.pieces), item.style in ("h1", "h2")
        if layout in ("portal", "wrapped"):
            return textwrap.wrap(text, WIDTH, break_on_hyphens=False, break_long_words=False)
        if layout == "pipes":
            mark = {"h1": "### ", "h2": "#### "}.get(item.style, "")
            return [mark + text, ""]
        if layout in ("tabs", "spaces"):
            return [text]
        return [f"**{text}**" if heading else text, ""]
    return _table(item, layout)


def _table(item: Table, layout: str) -> list[str]:
    bold = "" if layout in ("portal", "wrapped", "tabs", "spaces") else "**"
    out = [f"{bold}{line}{bold}" for line in above(item)]
    if item.note:
        mark = "*" if bold else ""
        out.append(f"{mark}{text_of(item.note)}{mark}")
    out.append("")
    rows = [["" if c == UP else text_of(c) for c in row] for row in item.rows]
    header = [list(row) for row in item.header]
    if layout in ("pipes", "portal"):
        rule = "|" + "---|" * len(header[0])
        lines = [_piped(row) for row in header]
        return [*out, lines[0], rule, *lines[1:], *(_piped(row) for row in rows), ""]
    out += ["\t".join(row) for row in header]
    for number, row in enumerate(rows):
        out.append("\t".join(row))
        if number in item.pages:
            out += ["", *("\t".join(row) for row in header)]
    return [*out, ""]


def _piped(row: list[str]) -> str:
    return "| " + " | ".join(row) + " |"


def above(table: Table) -> list[str]:
    """Return the lines over a table: its appendix and its title."""
    return [*([table.appendix] if table.appendix else []), *table.caption]

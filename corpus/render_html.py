"""Sample plans as web pages: a borderless letterhead table, paragraphs, ruled tables with spans."""

from __future__ import annotations

from html import escape

from corpus.write import UP, Par, Sample, Table, text_of


def render_page(sample: Sample, left: list[str], right: list[str]) -> bytes:
    """Return the plan as the web sites of offices and law portals print it."""
    out = ["<!DOCTYPE html>", '<html lang="vi"><head><meta charset="utf-8">']
    title = " ".join(text_of(line) for line in sample.title)
    out += [f"<title>{escape(title)}</title></head><body>"]
    if left or right:
        out += _columns(left, right)
    head = sample.doc_type.upper()
    if sample.same_line:
        out.append(_line(f"{head} {title}", "b"))
    else:
        out += [_line(head, "b"), *(_line(text_of(line), "b") for line in sample.title)]
    if sample.under_title:
        out.append(_line(text_of(sample.under_title), "i"))
    for item in sample.body:
        out += _item(item)
    if sample.beside:
        out += _columns([*sample.signature], [*sample.beside])
        out += [_line(t) for t in _recipients(sample)]
    elif sample.recipients or sample.signature:
        out += _columns(_recipients(sample), [*sample.signature])
    for item in sample.appendices:
        out += _item(item)
    return ("\n".join([*out, "</body></html>"]) + "\n").encode("utf-8")


def _recipients(sample: Sample) -> list[str]:
    return ["Nơi nhận:", *(f"- {r}" for r in sample.recipients)] if sample.recipients else []


def _line(text: str, tag: str = "") -> str:
    inner = f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text)
    return f"<p>{inner}</p>"


def _columns(left: list[str], right: list[str]) -> list[str]:
    cells = ["<br>".join(escape(t) for t in lines) for lines in (left, right)]
    inner = "".join(f'<td valign="top">{cell}</td>' for cell in cells)
    return [f'<table border="0" width="100%"><tr>{inner}</tr></table>']


def _item(item: Par | Table) -> list[str]:
    if isinstance(item, Par):
        return [_line(text_of(item.pieces), "b" if item.style in ("h1", "h2") else "")]
    above = [*([item.appendix] if item.appendix else []), *item.caption]
    out = [_line(t, "b") for t in above]
    if item.note:
        out.append(_line(text_of(item.note), "i"))
    return [*out, '<table border="1">', *_rows(item), "</table>"]


def _rows(table: Table) -> list[str]:
    grid = [list(row) for row in table.header] + [[text_of(c) for c in row] for row in table.rows]
    covered = {
        (r, c): (top, first, bottom, last)
        for top, first, bottom, last in table.header_spans
        for r in range(top, bottom + 1)
        for c in range(first, last + 1)
    }
    width = len(grid[0])
    for number in table.wide:
        r = len(table.header) + number
        covered |= {(r, c): (r, 0, r, width - 1) for c in range(width)}
    out = []
    for r, row in enumerate(grid):
        cells = []
        for c, text in enumerate(row):
            if text == UP or ((r, c) in covered and covered[r, c][:2] != (r, c)):
                continue
            down, across = _extent(grid, covered, r, c)
            spans = (f' rowspan="{down}"' if down > 1 else "") + (
                f' colspan="{across}"' if across > 1 else ""
            )
            tag = "th" if r < len(table.header) else "td"
            cells.append(f"<{tag}{spans}>{escape(text)}</{tag}>")
        out.append(f"<tr>{''.join(cells)}</tr>")
    return out


def _extent(
    grid: list[list[str]],
    covered: dict[tuple[int, int], tuple[int, int, int, int]],
    row: int,
    column: int,
) -> tuple[int, int]:
    """Return how many rows and columns the cell takes."""
    if (row, column) in covered:
        top, first, bottom, last = covered[row, column]
        return bottom - top + 1, last - first + 1
    last_row = row
    while last_row + 1 < len(grid) and grid[last_row + 1][column] == UP:
        last_row += 1
    return last_row - row + 1, 1

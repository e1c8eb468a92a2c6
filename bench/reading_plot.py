"""Draw the figures of `bench/reading.py` as an SVG: ratios first, then memory and growth."""

from __future__ import annotations

import math
from html import escape
from typing import Any

_COLOURS = {"trichluc": "#2a7", "trichluc, joined": "#6c9", "pdfium, text only": "#9bd"}
_OTHER = "#bbb"
_BAR, _LABEL, _PANEL = 15, 150, 420
_LOWEST, _HIGHEST = 0.1, 100.0


def draw(figures: dict[str, Any]) -> str:
    """Return the plot; the figures are those that the benchmark writes."""
    results = figures["results"]
    left = _ratios(results, ".pdf", "PDF: times faster than pdfplumber (text and tables)")
    right = _ratios(results, ".docx", "DOCX: times faster than python-docx (iterating)")
    columns = [left, [*right, *_memory(results), *_growth(results)]]
    height = 70 + max(sum(part[1] for part in column) for column in columns)
    width = 2 * (_LABEL + _PANEL + 40)
    machine = figures["machine"]
    about = (
        f"{machine['processor']}, {machine['cores']} cores, Python {machine['python']}; CPU time"
    )
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="16" y="{height - 14}" fill="#666">{escape(about)}</text>',
    ]
    for number, column in enumerate(columns):
        top = 16
        for shapes, tall in column:
            x = number * width / 2 + 16
            out.append(f'<g transform="translate({x:.0f} {top})">{"".join(shapes)}</g>')
            top += tall
    return "\n".join([*out, "</svg>"]) + "\n"


Part = tuple[list[str], int]


def _ratios(results: list[dict[str, Any]], ending: str, title: str) -> list[Part]:
    """One group of bars a file, on a logarithmic scale."""
    parts: list[Part] = [(_title(title), 26)]
    for name in dict.fromkeys(row["file"] for row in results if _is_of(row["file"], ending)):
        rows = [row for row in results if row["file"] == name and row["times_faster"]]
        shapes = [f'<text x="0" y="11" font-weight="bold">{escape(name)}</text>']
        for place, row in enumerate(sorted(rows, key=lambda row: -row["times_faster"])):
            cells = f"{row['cells_right']} of {row['cells']} cells" if row["cells_right"] else ""
            shapes += _bar(
                place, row["tool"], _share(row["times_faster"]),
                f"{row['times_faster']:.3g} x   {cells}",
            )  # fmt: skip
        parts.append((shapes, 18 + _BAR * len(rows) + 12))
    return parts


def _is_of(name: str, ending: str) -> bool:
    """Of the long Word tables the longest stands for all."""
    return name.endswith(ending) and (not name.startswith("rows-") or name == "rows-10000.docx")


def _share(ratio: float) -> float:
    bounded = min(_HIGHEST, max(_LOWEST, ratio))
    return math.log(bounded / _LOWEST) / math.log(_HIGHEST / _LOWEST)


def _memory(results: list[dict[str, Any]]) -> list[Part]:
    rows = sorted(
        (row for row in results if row["file"] == "long.pdf"), key=lambda row: row["memory_mb"]
    )
    if not rows:
        return []
    highest = max(row["memory_mb"] for row in rows)
    shapes: list[str] = []
    for place, row in enumerate(rows):
        share = row["memory_mb"] / highest
        shapes += _bar(place, row["tool"], share, f"{row['memory_mb']:.0f} MB")
    title = f"Peak memory on a PDF of {rows[0]['pages']} pages"
    return [(_title(title), 12), (shapes, 18 + _BAR * len(rows) + 20)]


def _growth(results: list[dict[str, Any]]) -> list[Part]:
    """Microseconds a row of long Word tables: level where time is linear."""
    rows = [row for row in results if row["file"].startswith("rows-")]
    tools = list(dict.fromkeys(row["tool"] for row in rows))
    parts: list[Part] = [(_title("DOCX, microseconds a row at 1,000 to 10,000 rows"), 26)]
    each = {(row["tool"], row["file"]): 1000 * row["ms"] / _count(row["file"]) for row in rows}
    highest = max(each.values(), default=1.0)
    for tool in tools:
        shapes = [f'<text x="0" y="11" font-weight="bold">{escape(tool)}</text>']
        own = [(name, value) for (t, name), value in each.items() if t == tool]
        for place, (name, value) in enumerate(own):
            shapes += _bar(place, f"{_count(name):,} rows", value / highest, f"{value:.0f}", tool)
        parts.append((shapes, 18 + _BAR * len(own) + 8))
    return parts if rows else []


def _count(name: str) -> int:
    return int(name.removeprefix("rows-").removesuffix(".docx"))


def _title(text: str) -> list[str]:
    return [f'<text x="0" y="12" font-size="13" font-weight="bold">{escape(text)}</text>']


def _bar(place: int, label: str, share: float, value: str, tool: str = "") -> list[str]:
    top = 18 + place * _BAR
    length = max(1.0, share * (_PANEL - 130))
    colour = _COLOURS.get(tool or label, _OTHER)
    return [
        f'<text x="{_LABEL - 8}" y="{top + 10}" text-anchor="end">{escape(label)}</text>',
        f'<rect x="{_LABEL}" y="{top}" width="{length:.1f}" height="{_BAR - 3}" fill="{colour}"/>',
        f'<text x="{_LABEL + length + 6:.1f}" y="{top + 10}">{escape(value)}</text>',
    ]

"""Draw the figures of `bench/ingest.py --out` as an SVG: cost a document at each size.

python bench/plot.py docs/benchmarks-batch.json docs/benchmarks-batch.svg
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Figures = dict[str, Any]

PANELS: tuple[tuple[str, Callable[[Figures], float]], ...] = (
    ("Documents a second", lambda f: f["documents_per_second"]),
    ("CPU a document (ms)", lambda f: sum(f["cpu_ms_per_good_document"].values())),
    ("Database a document (KB)", lambda f: f["database_kb_per_document"]),
    ("Memory, all processes (MB)", lambda f: f["memory_mb"]),
    ("Rerun, nothing new (s)", lambda f: f["rerun_seconds"]),
    ("100 new files (s)", lambda f: f["new_files"]["seconds"]),
    ("Look-up, rarely cited (ms)", lambda f: f["latency_ms"]["cite_rare"]),
    ("Page of a look-up (ms)", lambda f: f["latency_ms"]["look-up"]),
    ("Page of a plan (ms)", lambda f: f["latency_ms"]["plan"]),
    ("Page of a search (ms)", lambda f: f["latency_ms"]["search"]),
)
IN_A_ROW = 5
WIDTH, HEIGHT, GAP, ROW = 170, 130, 40, 200


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    target.write_text(draw(json.loads(source.read_text("utf-8"))), "utf-8")


def draw(figures: list[Figures]) -> str:
    """Return one small chart per measure, sizes of the archive from left to right."""
    figures = sorted(figures, key=lambda f: f["good"])
    width = (WIDTH + GAP) * IN_A_ROW + GAP
    height = ROW * -(-len(PANELS) // IN_A_ROW) + 20
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for number, (title, value) in enumerate(PANELS):
        row, column = divmod(number, IN_A_ROW)
        points = [(f["good"], value(f)) for f in figures]
        out += _panel(GAP + column * (WIDTH + GAP), row * ROW, title, points)
    out.append(f'<text x="{GAP}" y="{height - 8}" fill="#555">Below: documents stored.</text>')
    return "\n".join([*out, "</svg>"]) + "\n"


def _panel(left: int, above: int, title: str, points: list[tuple[int, float]]) -> list[str]:
    top, highest = above + 40, max(value for _, value in points) or 1
    bottom, step = top + HEIGHT, WIDTH / len(points)
    out = [f'<text x="{left}" y="{above + 22}" font-weight="bold">{title}</text>']
    for place, (files, value) in enumerate(points):
        height = HEIGHT * value / highest * 0.9
        x = left + place * step
        out += [
            f'<rect x="{x + 6:.0f}" y="{bottom - height:.0f}" width="{step - 12:.0f}" '
            f'height="{height:.0f}" fill="#4a7"/>',
            f'<text x="{x + step / 2:.0f}" y="{bottom - height - 4:.0f}" '
            f'text-anchor="middle">{value:.4g}</text>',
            f'<text x="{x + step / 2:.0f}" y="{bottom + 16}" text-anchor="middle">{files:,}</text>',
        ]
    out.append(f'<path d="M{left} {bottom}h{WIDTH}" stroke="#333"/>')
    return out


if __name__ == "__main__":
    main()

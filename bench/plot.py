"""Draw the figures of `bench/ingest.py --out` as an SVG: cost a document at each size.

python bench/plot.py docs/benchmarks-batch.json docs/benchmarks-batch.svg
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

PANELS = (
    ("CPU a document (ms)", lambda f: sum(f["cpu_ms_per_good_document"].values())),
    ("Database a document (KB)", lambda f: f["database_kb_per_document"]),
    ("Memory, all processes (MB)", lambda f: f["memory_mb"]),
    ("Rerun, nothing new (s)", lambda f: f["rerun_seconds"]),
    ("Look-up of a citation (ms)", lambda f: f["latency_ms"]["cite"]),
)
WIDTH, HEIGHT, GAP = 170, 130, 40


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    figures = sorted(json.loads(source.read_text("utf-8")), key=lambda f: f["good"])
    target.write_text(draw(figures), "utf-8")


def draw(figures: list[dict[str, Any]]) -> str:
    """Return one small chart per measure, sizes of the archive from left to right."""
    width = (WIDTH + GAP) * len(PANELS) + GAP
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT + 90}" '
        'font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{HEIGHT + 90}" fill="#fff"/>',
    ]
    for number, (title, value) in enumerate(PANELS):
        left = GAP + number * (WIDTH + GAP)
        out += _panel(left, title, [(f["good"], value(f)) for f in figures])
    return "\n".join([*out, "</svg>"]) + "\n"


def _panel(left: int, title: str, points: list[tuple[int, float]]) -> list[str]:
    top, highest = 40, max(value for _, value in points) or 1
    bottom, step = top + HEIGHT, WIDTH / len(points)
    out = [f'<text x="{left}" y="22" font-weight="bold">{title}</text>']
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

"""Draw docs/architecture.svg: what flows through the rooms, and which room imports which.

The arrows of the lower half are read from the imports, so the picture cannot say what the code
does not; where the rooms stand is written here. `make docs` draws it, a test compares.
"""

from __future__ import annotations

import ast
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "architecture.svg"
BASE = ("patterns", "errors", "text", "model", "workdays")
"""Rooms that know no other room but these; arrows to them are not drawn."""

# x, y, width, what it does: of each room in the lower half
ROOMS = {
    "cli": (30, 330, 900, "the only room that knows the command line"),
    "batch": (150, 410, 185, "an archive, in workers"),
    "browse": (610, 410, 160, "Datasette, read-only"),
    "store": (355, 490, 165, "rows, search, look-up"),
    "calendar": (540, 490, 130, "deadlines as ICS"),
    "diagnosis": (740, 490, 110, "why not taken"),
    "score": (865, 490, 65, "F1"),
    "extract": (75, 570, 110, "extract_file"),
    "pipeline": (225, 570, 125, "the order of it all"),
    "spacy_components": (520, 570, 165, "for spaCy users"),
    "readers": (30, 660, 190, "a file into a Document"),
    "stages": (
        260,
        660,
        670,
        "tables, header, sections, citations, instruments, units, tasks, deadlines, flags",
    ),
}
HEIGHT = 46
# Where an arrow leaves and arrives (x); a third and fourth value: the level at which it turns.
LINES = {
    ("cli", "readers"): (50, 50), ("cli", "batch"): (242, 242), ("cli", "store"): (437, 437),
    ("cli", "calendar"): (575, 575), ("cli", "browse"): (690, 690),
    ("cli", "diagnosis"): (795, 795), ("cli", "score"): (897, 897),
    ("batch", "store"): (320, 380), ("batch", "pipeline"): (290, 290),
    ("batch", "readers"): (200, 200), ("browse", "store"): (630, 500),
    ("browse", "calendar"): (645, 645), ("browse", "stages"): (705, 705),
    ("store", "stages"): (450, 450), ("store", "readers"): (380, 212, 638),
    ("diagnosis", "stages"): (795, 795), ("extract", "readers"): (130, 130),
    ("extract", "pipeline"): (185, 225), ("pipeline", "stages"): (300, 300),
    ("spacy_components", "stages"): (602, 602),
}  # fmt: skip

STYLE = """
.page{fill:#fff}.room{fill:#e8f0fb;stroke:#2b5797}.thing{fill:#fff8e6;stroke:#8a6d1a}
.base{fill:#eef3ea;stroke:#4f7a3a}text{font:15px system-ui,"Segoe UI",Arial,sans-serif;fill:#1b1f24}
.small{font-size:12.5px;fill:#3d444d}.head{font-weight:600;font-size:16px}
.flow{stroke:#1b1f24;stroke-width:2.2;fill:none}.use{stroke:#2b5797;stroke-width:1.4;fill:none}
.tip{fill:#1b1f24}.use-tip{fill:#2b5797}
@media (prefers-color-scheme:dark){.page{fill:#0d1117}.room{fill:#14263d;stroke:#79b0f2}
.thing{fill:#2c2512;stroke:#d6b656}.base{fill:#17251a;stroke:#7fbf6a}text{fill:#f0f3f6}
.small{fill:#c3cad3}.flow{stroke:#f0f3f6}.use{stroke:#79b0f2}.tip{fill:#f0f3f6}
.use-tip{fill:#79b0f2}}
"""


def room_of(module: str) -> str | None:
    """Return the room of a module; None for what is not ours."""
    first, _, rest = module.partition(".")
    if first == "patterns":
        return first
    if first != "extract":
        return None
    if rest.startswith("_"):
        return None  # the version of the package
    return rest.split(".")[0] if rest else "extract"


def imports() -> set[tuple[str, str]]:
    """Return (room, room that it imports) for all code in `extract` and `patterns`."""
    found = set()
    for package in ("extract", "patterns"):
        for path in (ROOT / package).rglob("*.py"):
            parts = path.relative_to(ROOT).with_suffix("").parts
            room = room_of(".".join(part for part in parts if part != "__init__"))
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = []
                if isinstance(node, ast.ImportFrom) and node.module:
                    whole = node.module == "extract"  # from extract import text
                    names = [f"extract.{a.name}" for a in node.names] if whole else [node.module]
                elif isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                found |= {(room, room_of(name)) for name in names}
    return {(a, b) for a, b in found if a and b and a != b}


def box(x: int, y: int, width: int, kind: str, name: str, does: str) -> str:
    """Return a box with its name and, below it, what it does."""
    middle, round_ = x + width // 2, 5 if kind != "thing" else 16
    return (
        f'<rect class="{kind}" x="{x}" y="{y}" width="{width}" height="{HEIGHT}" rx="{round_}"/>'
        f'<text x="{middle}" y="{y + 19}" text-anchor="middle">{escape(name)}</text>'
        f'<text class="small" x="{middle}" y="{y + 37}" text-anchor="middle">{escape(does)}</text>'
    )


def flow() -> list[str]:
    """The upper half: from the file to those who ask."""
    y = 70
    things = [(30, 82, "file", "or ZIP"), (318, 118, "Document", "blocks, grids"),
              (582, 104, "Plan", "with offsets"), (832, 98, "SQLite", "one file")]  # fmt: skip
    rooms = [(160, 112, "readers", "one a format"), (476, 66, "stages", "in order"),
             (724, 70, "store", "rows")]  # fmt: skip
    drawn = [box(x, y, width, "thing", name, does) for x, width, name, does in things]
    drawn += [box(x, y, width, "room", name, does) for x, width, name, does in rooms]
    for start, end in ((112, 160), (272, 318), (436, 476), (542, 582), (686, 724), (794, 832)):
        drawn.append(arrow(f"M{start} {y + 23}H{end - 3}", "flow"))
    for x, width, kind, name, does in (
        (30, 200, "base", "patterns", "what the field knows, as data"),
        (318, 118, "room", "diagnosis", "why not taken"),
        (476, 90, "room", "score", "against gold"),
        (606, 146, "room", "calendar, export", "ICS, CSV, Parquet"),
        (772, 158, "room", "browse", "pages, JSON, Atom, ICS"),
    ):
        drawn.append(box(x, 190, width, kind, name, does))
    drawn += [
        arrow("M618 116V146H377V187", "flow"),
        arrow("M618 146H521V187", "flow"),
        arrow("M881 116V187", "flow"),
        arrow("M881 146H679V187", "flow"),
        arrow("M130 190V166H216V119", "flow"),
        arrow("M216 166H498V119", "flow"),
        '<text class="small" x="30" y="262">batch runs the row over an archive in workers; '
        "one writer stores. A file that fails costs itself alone.</text>",
    ]
    return drawn


def arrow(path: str, kind: str) -> str:
    return f'<path class="{kind}" d="{path}" marker-end="url(#{kind})"/>'


def uses() -> list[str]:
    """The lower half: rooms, and the arrows that the imports make."""
    edges = {(a, b) for a, b in imports() if b not in BASE}
    if missing := sorted(edges ^ set(LINES)):
        raise SystemExit(
            f"tools/draw_architecture.py has another arrow than the imports: {missing}"
        )
    drawn = []
    for (user, used), (start, end, *turn) in LINES.items():
        top, bottom = ROOMS[user][1] + HEIGHT, ROOMS[used][1] - 3
        if ROOMS[user][1] == ROOMS[used][1]:
            path = f"M{start} {ROOMS[user][1] + 23}H{end - 3}"
        elif turn:
            path = f"M{start} {top}V{turn[0]}H{end}V{bottom}"
        else:
            path = f"M{start} {top}L{end} {bottom}"
        drawn.append(arrow(path, "use"))
    return drawn + [box(x, y, w, "room", name, does) for name, (x, y, w, does) in ROOMS.items()]


def draw() -> str:
    """Return the picture."""
    tips = "".join(
        f'<marker id="{kind}" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" '
        'markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">'
        f'<path class="{tip}" d="M0 0L8 4L0 8z"/></marker>'
        for kind, tip in (("flow", "tip"), ("use", "use-tip"))
    )
    base = ", ".join(BASE)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 800" role="img" '
        'aria-labelledby="t d"><title id="t">Rooms of trichluc</title><desc id="d">Above: a file '
        "becomes a Document, a Plan, rows in SQLite, and what people see. Below: which room "
        f"imports which.</desc><style>{STYLE}</style><defs>{tips}</defs>",
        '<rect class="page" width="960" height="800" rx="8"/>',
        '<text class="head" x="30" y="42">What flows: from a file to those who ask</text>',
        *flow(),
        '<text class="head" x="30" y="304">Who imports whom: arrows point one way</text>',
        *uses(),
        f'<rect class="base" x="30" y="732" width="900" height="{HEIGHT}" rx="5"/>'
        f'<text x="480" y="751" text-anchor="middle">{base}</text>'
        '<text class="small" x="480" y="769" text-anchor="middle">'
        "every room may use these; they know no other room</text>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    TARGET.write_text(draw(), "utf-8")

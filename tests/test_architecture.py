"""The rooms of the house: imports point one way, and no room grows too large."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Each layer may import itself where listed, and everything in the layers before it.
LAYERS = [
    {"patterns", "extract.errors"},
    {"extract.text"},
    {"extract.model"},
    {"extract.readers"},
    {"extract.stages"},
    {"extract.pipeline", "extract"},
    {"extract.spacy_components"},
    {"extract.store", "extract.score", "extract.calendar", "extract.diagnosis"},
    {"extract.batch"},
    {"extract.browse"},
    {"extract.cli"},
]


def modules():
    for package in ("extract", "patterns"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(p for p in parts if p != "__init__"), path


ROOMS = frozenset(module for module, _ in modules())


def layer_of(module: str) -> int:
    best = max(
        (name for layer in LAYERS for name in layer if (module + ".").startswith(name + ".")),
        key=len,
        default="",
    )
    return next(i for i, layer in enumerate(LAYERS) if best in layer)


def imports(path: Path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=[m for m, _ in modules()])
def test_imports_point_one_way(module, path):
    """A room imports only from rooms before it; readers and stages do not know one another."""
    for imported in imports(path):
        if imported.split(".")[0] not in ("extract", "patterns"):
            continue
        assert layer_of(imported) <= layer_of(module) or imported == "extract", (
            f"{module} imports {imported}"
        )
        pair = {module.split(".")[1:2][0] if "." in module else "", *imported.split(".")[1:2]}
        assert not {"readers", "stages"} <= pair, f"{module} imports {imported}"


def run_time_imports(path: Path):
    """Yield what a module imports when it runs: not what only type checkers see."""
    nodes = list(ast.parse(path.read_text("utf-8")).body)
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                room = f"{node.module}.{alias.name}"
                yield room if room in ROOMS else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        nodes += [
            n for n in ast.iter_child_nodes(node) if isinstance(n, ast.stmt | ast.excepthandler)
        ]


def test_no_import_cycles():
    """No room needs, by whatever way round, a room that needs it."""
    known = dict(modules())
    needs = {m: {i for i in run_time_imports(p) if i in known and i != m} for m, p in known.items()}
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " -> ".join((*way[way.index(module) :], module))
        if module not in done:
            for needed in sorted(needs[module]):
                visit(needed, (*way, module))
            done.add(module)

    for module in needs:
        visit(module, ())


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=[m for m, _ in modules()])
def test_rooms_stay_small(module, path):
    """No module above 400 lines."""
    assert len(path.read_text("utf-8").splitlines()) <= 400, module


def test_no_click_below_the_command_line():
    """Only the command line knows click; nothing prints but the command line."""
    for module, path in modules():
        if not module.startswith("extract.cli"):
            assert not any(name.split(".")[0] == "click" for name in imports(path)), module

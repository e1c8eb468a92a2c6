"""The rooms of the house: imports point one way, and no room grows too large."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Each layer may import itself where listed, and everything in the layers before it.
LAYERS = [
    {"patterns", "extract.errors"},
    {"extract.text"},
    {"extract.model", "extract.record"},
    {"extract.readers"},
    {"extract.stages"},
    {"extract.pipeline", "extract"},
    {"extract.spacy_components"},
    {"extract.store", "extract.score", "extract.calendar"},
    {"extract.batch"},
    {"extract.browse"},
    {"extract.cli"},
]


def modules():
    for package in ("extract", "patterns"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(p for p in parts if p != "__init__"), path


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


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=[m for m, _ in modules()])
def test_rooms_stay_small(module, path):
    """No module above 400 lines."""
    assert len(path.read_text("utf-8").splitlines()) <= 400, module


def test_no_click_below_the_command_line():
    """Only the command line knows click; nothing prints but the command line."""
    for module, path in modules():
        if not module.startswith("extract.cli"):
            assert not any(name.split(".")[0] == "click" for name in imports(path)), module

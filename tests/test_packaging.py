"""The wheel works without the checkout: installed alone, it reads a document from another folder."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    made = subprocess.run([*command, str(ROOT)], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr[-2000:]
    return next(out.glob("trichluc-*.whl"))


def test_the_wheel_reads_a_document(wheel, tmp_path):
    """Packages, tables, templates and the console script are inside the wheel."""
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-compile"]
    subprocess.run([*install, "--target", str(site), str(wheel)], check=True, timeout=300)
    names = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    assert {"extract/py.typed", "patterns/py.typed"} <= names
    assert any(n.startswith("patterns/") and n.endswith(".toml") for n in names)
    assert not any(n.startswith(("tests/", "corpus/", "bench/")) for n in names)
    plan = ROOT / "corpus" / "plans" / "p08_truong_hoc.txt"
    run = subprocess.run(
        [sys.executable, "-c", "from extract.cli import main; main()", "extract", str(plan)],
        cwd=tmp_path, env={"PYTHONPATH": str(site)}, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr.decode("utf-8")
    assert json.loads(run.stdout)["document"]["symbol"] == "35/KH-THCSLTT"

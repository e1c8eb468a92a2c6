"""What every test may use: the project's root on the path, and the shared samples if present."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
os.environ["TRICHLUC_OCR_CACHE"] = "off"  # results of one test must not serve another
# The same examples on every run, so that a change alone can turn a test red; `make fuzz` looks
# for new ones.
settings.register_profile("fixed", max_examples=200, deadline=None, derandomize=True)
settings.register_profile("fuzz", max_examples=20_000, deadline=None)
settings.load_profile("fixed")
sys.path.insert(0, str(ROOT))  # the corpus sources and benchmarks are not installed


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real samples and gold beside the project; tests skip without it."""
    if not (SHARED / "samples").is_dir():
        pytest.skip("no ../shared: the real samples are not part of a checkout")
    return SHARED

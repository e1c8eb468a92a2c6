"""Pictures of the pages for the documentation: `python tools/screenshots.py` (needs Chromium).

The plans of corpus/plans are read into a throw-away database and served; each page is taken once
and stored as a PNG of few colours in docs/images.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
PLAN = "p02_huyen_kiem_tra.pdf"
PAGES = {  # name: address (PLAN and DECREE are filled in), width, height, element to begin at
    "home": ("/", 1280, 1000, None),
    "plan": ("PLAN", 1280, 900, None),
    "plan-text": ("PLAN", 1280, 900, "#toan-van"),
    "instrument": ("DECREE", 1280, 900, None),
    "lookup": ("/tra-cuu?q=57-NQ/TW", 1280, 800, None),
    "deadlines": ("/thoi-han?thang=2025-09", 1280, 900, None),
    "tasks": ("/nhiem-vu?don_vi=cong+an", 1280, 800, None),
    "units": ("/don-vi?vai_tro=inspected", 1280, 600, None),
    "flags": ("/canh-bao", 1280, 900, None),
    "search": ("/tim?q=kiem+tra", 1280, 800, None),
    "data": ("/kho/citations", 1280, 900, None),
    "phone": ("PLAN", 360, 800, None),
}


@contextlib.contextmanager
def served(database: Path) -> Iterator[str]:
    """Serve the database; its address."""
    import uvicorn

    from extract.browse.server import make_datasette

    with contextlib.closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(make_datasette(database).app(), log_level="error", lifespan="on")
        server = uvicorn.Server(config)
        threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True


def main() -> int:
    """Take all pictures, or those that are named."""
    wanted = sys.argv[1:] or list(PAGES)
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "kho.db"
        program = "import sys; from extract.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", program, "ingest", str(ROOT / "corpus" / "plans")]
        subprocess.run([*command, "--db", str(database)], check=True, cwd=ROOT)
        with served(database) as address:
            take(address, wanted)
    return 0


def take(address: str, wanted: list[str]) -> None:
    """Take the pictures of a site."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name in wanted:
            where, width, height, start = PAGES[name]
            page = browser.new_page(viewport={"width": width, "height": height}, base_url=address)
            page.goto(resolve(page, where))
            if start:
                page.locator(start).evaluate("e => e.scrollIntoView()")
            store(page.screenshot(), IMAGES / f"{name}.png")
            page.close()
        browser.close()


def resolve(page: object, where: str) -> str:
    """Return the address of the plan, or of the instrument that most plans cite."""
    get = page.request.get  # type: ignore[attr-defined]
    if where == "PLAN":
        rows = get(f"/kho/documents.json?_shape=array&file_name={PLAN}").json()
        return f"/kho/documents/{rows[0]['id']}"
    if where == "DECREE":
        rows = get("/kho/instruments.json?_shape=array&_sort_desc=document_count").json()
        return f"/kho/instruments/{rows[0]['id']}"
    return where


def store(png: bytes, path: Path) -> None:
    """Write the picture with few colours: these pages have few."""
    from PIL import Image

    small = Image.open(io.BytesIO(png)).convert("RGB").quantize(64, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())

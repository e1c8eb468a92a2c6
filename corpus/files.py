"""The files of the sample plans in every format, those made by LibreOffice and scans too."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from corpus.render import RENDERERS
from corpus.render_scan import render_scan
from corpus.write import Sample

FORMATS = ("txt", "docx", "pdf", "html", "doc", "scan")
_MADE_FROM = {"doc": "docx", "scan": "pdf"}


def can_make(form: str) -> bool:
    """Say whether this machine can write files of the format and read them."""
    if form == "doc":
        return shutil.which("soffice") is not None
    return form != "scan" or shutil.which("tesseract") is not None


def write_files(chosen: Iterable[Sample], form: str, folder: Path) -> dict[str, Path]:
    """Write the plans in one format into the folder; return their paths by name.

    Plans that do not exist in this format are left out. A scan is called NAME.scan.pdf.
    """
    chosen = [s for s in chosen if _MADE_FROM.get(form, form) in s.formats]
    if form == "doc":
        return _write_doc(chosen, folder)
    paths = {}
    for sample in chosen:
        ending = "scan.pdf" if form == "scan" else form
        path = folder / f"{sample.name}.{ending}"
        path.write_bytes(render_scan(sample) if form == "scan" else RENDERERS[form](sample))
        paths[sample.name] = path
    return paths


def _write_doc(chosen: list[Sample], folder: Path) -> dict[str, Path]:
    """Word 97 files, all by one call of LibreOffice."""
    if not chosen:
        return {}
    sources = folder / "docx-for-doc"
    sources.mkdir()
    docx = write_files(chosen, "docx", sources)
    command = [
        "soffice",
        f"-env:UserInstallation=file://{sources.absolute()}/profile",
        "--headless",
    ]
    command += ["--convert-to", "doc:MS Word 97", "--outdir", str(folder)]
    subprocess.run(
        [*command, *map(str, docx.values())], check=True, capture_output=True, timeout=600
    )
    shutil.rmtree(sources)
    return {name: folder / f"{name}.doc" for name in docx}

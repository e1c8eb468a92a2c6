"""Tesseract: inside this process through tesserocr where it is installed, else the program.

Both give hOCR, so words, boxes and baselines are read in one way. In process is a quarter
cheaper and saves the start of a program for every batch of cells.
"""

from __future__ import annotations

import importlib
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

# Tesseract's threads fight over two cores: eight times slower. Read when the engine is loaded.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")
cv2.setNumThreads(1)

LANGUAGE = "vie"

Image = NDArray[np.uint8]
"""Grey pixels, rows x columns, 0 black."""

COLUMNS, BLOCK, ONE_LINE = 4, 6, 7
"""Page modes: a page of columns of different sizes; one block of text; one line."""

_DATA_PLACES = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "C:/Program Files/Tesseract-OCR/tessdata",
)
_VERSION = re.compile(r"\d+(?:\.\d+){1,3}")


class OcrTimeout(Exception):
    """The time for the page is over."""


class Engine(Protocol):
    """name: engine and version, part of the key of the cache."""

    name: str

    def read(
        self, images: Sequence[Image], mode: int, dpi: int, deadline: float, letters: str = ""
    ) -> Iterator[str]:
        """Yield the hOCR of each image.

        deadline: by the clock `time.monotonic`. letters: the only ones that may come out, or all.
        Raises OcrTimeout.
        """
        ...


@cache
def find_engine() -> Engine | None:
    """Return the engine that has Vietnamese data; None when there is none."""
    return _load_in_process() or _find_program()


def _load_in_process() -> Engine | None:
    try:
        tesserocr = importlib.import_module("tesserocr")
    except ImportError:
        return None
    for folder in _data_folders():
        load = partial(tesserocr.PyTessBaseAPI, path=f"{folder}{os.sep}", lang=LANGUAGE, psm=BLOCK)
        try:
            return _InProcess(load, str(tesserocr.tesseract_version()))
        except RuntimeError:
            continue
    return None


def _data_folders() -> list[Path]:
    named = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(named), Path(named) / "tessdata"] if named else []
    for place in _DATA_PLACES:
        anchor = Path(Path(place).anchor)
        folders += sorted(anchor.glob(str(Path(place).relative_to(anchor))), reverse=True)
    return [folder for folder in folders if (folder / f"{LANGUAGE}.traineddata").is_file()]


def _find_program() -> Engine | None:
    program = shutil.which("tesseract")
    if not program:
        return None
    try:
        version, languages = (
            subprocess.run(  # noqa: S603 - the program found on the path, fixed arguments
                [program, option], capture_output=True, timeout=20, check=False
            ).stdout.decode("utf-8", "replace")
            for option in ("--version", "--list-langs")
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return _Program(program, version) if LANGUAGE in languages.split() else None


def _named(kind: str, version: str) -> str:
    found = _VERSION.search(version)
    return f"{kind} {found[0]}" if found else kind


class _InProcess:
    """One engine a thread for the life of the process: loading it takes as long as a small page."""

    def __init__(self, load: Callable[[], Any], version: str) -> None:
        self._load = load
        self._free = [load()]
        self.name = _named("tesserocr", version)

    def read(
        self, images: Sequence[Image], mode: int, dpi: int, deadline: float, letters: str = ""
    ) -> Iterator[str]:
        try:
            api = self._free.pop()
        except IndexError:  # every one is at work in another thread
            api = self._load()
        try:
            api.SetVariable("tessedit_char_whitelist", letters)
            api.SetPageSegMode(mode)
            for image in images:
                yield self._read_one(api, image, dpi, deadline)
        finally:
            api.Clear()
            self._free.append(api)

    @staticmethod
    def _read_one(api: Any, image: Image, dpi: int, deadline: float) -> str:
        left = deadline - time.monotonic()
        if left <= 0:
            raise OcrTimeout
        height, width = image.shape
        api.SetImageBytes(np.ascontiguousarray(image).tobytes(), width, height, 1, width)
        api.SetSourceResolution(dpi)
        if not api.Recognize(max(1, int(1000 * left))):
            raise OcrTimeout
        return str(api.GetHOCRText(0))


class _Program:
    """The program, started once for all images that are asked for together."""

    def __init__(self, program: str, version: str) -> None:
        self.program = program
        self.name = _named("tesseract", version)

    def read(
        self, images: Sequence[Image], mode: int, dpi: int, deadline: float, letters: str = ""
    ) -> Iterator[str]:
        if not images:
            return
        left = deadline - time.monotonic()
        if left <= 0:
            raise OcrTimeout
        with tempfile.TemporaryDirectory(prefix="trichluc-ocr-") as folder:
            names = [str(Path(folder) / f"{index}.png") for index in range(len(images))]
            for name, image in zip(names, images, strict=True):
                Path(name).write_bytes(cv2.imencode(".png", image)[1].tobytes())
            listed = Path(folder) / "images.txt"
            listed.write_text("".join(f"{name}\n" for name in names), "utf-8")
            command = [self.program, str(listed), "stdout", "-l", LANGUAGE, "--psm", str(mode)]
            command += ["--dpi", str(dpi), "-c", f"tessedit_char_whitelist={letters}", "hocr"]
            try:
                done = subprocess.run(  # noqa: S603 - no shell, own file names
                    command, capture_output=True, timeout=left, check=False
                )
            except subprocess.TimeoutExpired as error:
                raise OcrTimeout from error
        yield from split_pages(done.stdout.decode("utf-8", "replace"), len(images))


def split_pages(hocr: str, count: int) -> list[str]:
    """Return the parts of one hOCR text that belong to its pages."""
    parts = hocr.split("class='ocr_page'")[1:]
    return [*parts, *[""] * count][:count]

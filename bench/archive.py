"""An archive to measure with: distinct five-page plans in many formats, one in a hundred bad.

    python bench/archive.py FOLDER [--files 1000] [--seed 1]

A few dozen plans are put together from the sources of the corpus and rendered once; each file is
one of them with its own numbers, dates and sums, so that no two are alike and 10,000 take a
minute. The bad ones are cut, encrypted, empty, of a wrong type, slow, hungry for memory, or end
the process that reads them (for that the benchmark gives the worker a marked file, since no file
is known that does it). `expected(FOLDER)` says what must become of each.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import re
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from corpus.build import samples  # noqa: E402 - the corpus is not installed
from corpus.render import lines_above, render_docx, render_pdf, render_text  # noqa: E402
from corpus.render_html import render_page  # noqa: E402
from corpus.write import Par, Sample, Table  # noqa: E402

PAGES = 5
TEMPLATES = 12  # of each format
SHARES = {"pdf": 40, "docx": 40, "txt": 15, "html": 5}
CRASH = b"%trichluc-bench: end the process\n"
COMMUNES = (
    "Tân An",
    "Phú Hòa",
    "Đông Sơn",
    "Yên Khê",
    "Bình Minh",
    "Hải Lộc",
    "Mường Pa",
    "Thạch Đà",
)

_NUMBER = re.compile(rb"(?<![\d/.])[1-9]\d{1,2}(?=/[A-Z])")
_DATE = re.compile(rb"(?<![\d/])\d\d/\d\d(?=/20[12]\d)")
_SUM = re.compile(rb"(?<![\d.])[1-9]\d{1,2}(?=\.\d{3}\.\d{3})")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    counted = make_archive(given.folder, given.files, given.seed, given.first)
    print(json.dumps(counted))


def make_archive(folder: Path, files: int, seed: int = 1, first: int = 0) -> dict[str, int]:
    """Write the files, a hundred in a folder; return how many of each kind."""
    templates = make_templates(seed)
    bad = dict(_bad_files(templates))
    counted: dict[str, int] = {}
    causes: dict[str, str] = {}
    for number in range(first, first + files):
        random_ = random.Random(f"{seed}/{number}")  # noqa: S311 - to measure, not to hide
        inside = folder / f"{number // 100:04d}"
        inside.mkdir(parents=True, exist_ok=True)
        if number % 100 == 99:
            name = list(bad)[number // 100 % len(bad)]
            suffix, make, cause = bad[name]
            path = inside / f"kh-{number:06d}-{name}{suffix}"
            path.write_bytes(make(random_))
            causes[path.name] = cause
        else:
            name = random_.choices(list(SHARES), list(SHARES.values()))[0]
            data = random_.choice(templates[name])
            path = inside / f"kh-{number:06d}.{name}"
            path.write_bytes(VARIED[name](data, random_))
        counted[name] = counted.get(name, 0) + 1
    known = expected(folder)
    (folder / ".expected.json").write_text(json.dumps(known | causes), "utf-8")
    return counted


def expected(folder: Path) -> dict[str, str]:
    """Return name -> causes (separated by |) of every bad file of the archive."""
    path = folder / ".expected.json"
    found: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


# ---------------------------------------------------------------- plans


def make_templates(seed: int) -> dict[str, list[bytes]]:
    """Return rendered plans of about five pages by format."""
    plans = [_compose(random.Random(f"{seed}/{i}")) for i in range(TEMPLATES)]  # noqa: S311
    return {
        "pdf": [_uncompressed(plan) for plan in plans],
        "docx": [render_docx(plan) for plan in plans],
        "txt": [render_text(plan) for plan in plans],
        "html": [render_page(plan, *lines_above(plan)) for plan in plans],
    }


def _compose(random_: random.Random) -> Sample:
    """Return a plan with paragraphs and tables of several sources, five pages long."""
    sources = samples()
    plan = random_.choice([s for s in sources if s.format != "txt"])
    others = [s for s in sources if s is not plan]
    paragraphs = [
        p for s in others for p in s.body if isinstance(p, Par) and p.style in ("item", "body")
    ]
    tables = [t for s in others for t in (*s.body, *s.appendices) if isinstance(t, Table)]
    commune = random_.choice(COMMUNES)
    body = list(plan.body)
    place = max(1, len(body) - 3)
    made = plan
    while _pages(made) < PAGES:
        more = random_.sample(paragraphs, 6)
        body[place:place] = more
        extra = list(made.appendices)
        if len(extra) < 3:
            extra.append(_longer(random_.choice(tables), random_))
        made = replace(made, body=tuple(body), appendices=tuple(extra))
    return replace(made, recipients=(*made.recipients[:-1], f"UBND xã {commune};", "Lưu: VT."))


def _longer(table: Table, random_: random.Random) -> Table:
    rows = [row for row in table.rows if row[0] and "\u2191" not in row]
    more = tuple((str(i), *random_.choice(rows)[1:]) for i in range(2, 14)) if rows else ()
    return replace(table, rows=table.rows[:1] + more, total_rows=(), budgets={})


def _pages(plan: Sample) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(render_pdf(plan)))


def _uncompressed(plan: Sample) -> bytes:
    """Return the plan as a PDF whose page contents can be changed in place.

    Digits stay readable in the fonts that reportlab embeds, and all are of one width.
    """
    from reportlab import rl_config

    before = rl_config.pageCompression
    rl_config.pageCompression = 0
    try:
        return render_pdf(plan)
    finally:
        rl_config.pageCompression = before


# ---------------------------------------------------------------- one file of many


def _vary(data: bytes, random_: random.Random) -> bytes:
    """Return the text with other numbers, dates and sums of the same length."""

    def number(found: re.Match[bytes]) -> bytes:
        return str(random_.randint(10 ** (len(found[0]) - 1), 10 ** len(found[0]) - 1)).encode()

    data = _NUMBER.sub(number, data)
    data = _SUM.sub(number, data)
    return _DATE.sub(
        lambda m: b"%02d/%02d" % (random_.randint(1, 28), random_.randint(1, 12)), data
    )


def _vary_text(data: bytes, random_: random.Random) -> bytes:
    return _vary(data, random_) + f"\nHồ sơ {random_.randint(10**8, 10**9)}\n".encode()


def _vary_html(data: bytes, random_: random.Random) -> bytes:
    mark = f"<p>Hồ sơ {random_.randint(10**8, 10**9)}</p></body>".encode()
    return _vary(data, random_).replace(b"</body>", mark)


def _vary_pdf(data: bytes, random_: random.Random) -> bytes:
    return _vary(data, random_) + b"%% %d\n" % random_.randint(10**8, 10**9)


def _vary_docx(data: bytes, random_: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "word/document.xml":
                part = _vary(part, random_)
            if info.filename == "docProps/core.xml":
                part = part.replace(b"trichluc", b"trichluc %d" % random_.randint(10**8, 10**9))
            new.writestr(info.filename, part, zipfile.ZIP_DEFLATED, 1)
    return out.getvalue()


VARIED: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "pdf": _vary_pdf,
    "docx": _vary_docx,
    "txt": _vary_text,
    "html": _vary_html,
}

# ---------------------------------------------------------------- bad files

Bad = tuple[str, Callable[[random.Random], bytes], str]


def _bad_files(templates: dict[str, list[bytes]]) -> Iterator[tuple[str, Bad]]:
    """Yield name -> suffix, maker, and the causes that are right, separated by |."""
    pdf, docx = templates["pdf"][0], templates["docx"][0]

    def mark(random_: random.Random) -> bytes:
        return b"%% %d\n" % random_.randint(10**8, 10**9)

    yield "cut-pdf", (".pdf", lambda r: _vary(pdf, r)[: r.randint(300, 900)], "damaged|no_text")
    yield (
        "cut-docx",
        (".docx", lambda r: _vary_docx(docx, r)[: len(docx) // 2 - r.randint(0, 9999)], "damaged"),
    )
    yield "encrypted", (".pdf", lambda r: _encrypted() + mark(r), "encrypted")
    yield (
        "picture",
        (
            ".docx",
            lambda r: b"\x89PNG\r\n\x1a\n" + r.randbytes(3000),
            "damaged|unknown_format|unsupported_format",
        ),
    )
    yield "noise", (".pdf", lambda r: r.randbytes(20_000), "unknown_format")
    yield "slow", (".pdf", lambda r: _slow() + mark(r), "timeout")
    yield "hungry", (".docx", lambda r: _hungry(docx, r), "memory")
    yield "crash", (".txt", lambda r: CRASH + mark(r), "crashed")
    yield "blank", (".txt", lambda r: b" \n" * r.randint(1000, 90_000), "no_text|empty")


def _encrypted() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", canPrint=0, strength=128))
    canvas.drawString(72, 700, "not for you")
    canvas.save()
    return out.getvalue()


@cache
def _slow() -> bytes:
    """Return a small PDF of 4,000 pages that share one heavy content stream: minutes of work."""
    content = zlib.compress(
        b"BT /F 7 Tf 40 800 Td " + b"(ke hoach so 12) Tj 3 -1 Td " * 60_000 + b"ET"
    )
    pages = 4000
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 3 0 R>>>>>>"
    )
    objects += [page] * pages
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


@cache
def _unpacking_to_260_mb(docx: bytes) -> bytes:
    words = "".join(f"<w:p><w:r><w:t>việc {i}</w:t></w:r></w:p>" for i in range(300)).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "word/document.xml":
                head, _, tail = part.partition(b"<w:p>")
                part = head + words * (260_000_000 // len(words)) + b"<w:p>" + tail
            new.writestr(info.filename, part, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def _hungry(docx: bytes, random_: random.Random) -> bytes:
    """Return a DOCX of a megabyte whose text unpacks to 260: twice that is needed to read it."""
    out = io.BytesIO(_unpacking_to_260_mb(docx))
    with zipfile.ZipFile(out, "a") as package:
        package.comment = b"%d" % random_.randint(10**8, 10**9)
    return out.getvalue()


if __name__ == "__main__":
    main()

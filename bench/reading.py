"""PDF readers side by side: CPU time a page, peak memory, table cells right.

    python bench/reading.py [--out reading.json] [--pages 100] [--repeat 3] [--keep DIR]

Makes its own files from invented text (reportlab, and LibreOffice where it is installed), runs
our reader and every peer that can be imported on the same files in one run, each in a process of
its own, and prints a table. A peer that is missing is named as left out. Times are process CPU
(user and system, children too) of the fastest repeat, imports left out; memory is the peak of a
fresh process that reads the file once. A cell is right when its text, without white space, stands
in the right column of the right row; rows are aligned in order.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

Rows = list[list[str]]
TITLES = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
WORDS = """
    rà soát kiểm tra thủ tục hành chính công khai niêm yết báo cáo kết quả thực hiện kế hoạch cải
    cách tổ chức tuyên truyền hướng dẫn cán bộ công chức tiếp nhận hồ sơ xây dựng văn bản quy định
    pháp luật đơn vị trực thuộc nâng cao chất lượng phục vụ nhân dân ứng dụng công nghệ thông tin
    đánh giá giám sát định kỳ
""".split()  # noqa: SIM905 - a list of syllables would take a page
UNITS = ["Phòng Nội vụ", "Văn phòng HĐND-UBND", "UBND các xã, thị trấn", "Phòng Tư pháp", ""]
TIMES = ["Trước ngày 15/6/2021", "Quý III", "Hằng năm", "Tháng 9/2021", ""]
FONT_FOLDERS = [Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/dejavu")]


def sentence(random_: random.Random, length: int) -> str:
    """Return words of an invented sentence."""
    text = " ".join(random_.choice(WORDS) for _ in range(length))
    return text[0].upper() + text[1:]


def table(random_: random.Random, count: int) -> Rows:
    """Return titles and rows of an invented task table, now and then with a cited symbol."""
    rows = [TITLES]
    for number in range(1, count + 1):
        task = sentence(random_, random_.randint(5, 22))
        if random_.random() < 0.3:
            task += f" theo Quyết định số {random_.randint(1, 4000)}/QĐ-UBND"
        rows.append(
            [
                str(number),
                task,
                random_.choice(UNITS[:4]),
                random_.choice(UNITS),
                random_.choice(TIMES),
            ]
        )
    return rows


def content(pages: int) -> list[tuple[list[str], Rows]]:
    """Return about so many pages of prose and tables, the same on every run."""
    random_ = random.Random(2020)  # noqa: S311 - the same text on every run
    return [
        (
            [f"{n + 1}. " + sentence(random_, random_.randint(30, 90)) + "." for n in range(5)],
            table(random_, 16),
        )
        for _ in range(max(1, pages // 2))
    ]


def make_reportlab(path: Path, parts: list[tuple[list[str], Rows]], *, ruled: bool = True) -> None:
    """Write the parts with reportlab, with a stroked grid or without borders."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    folder = next((f for f in FONT_FOLDERS if (f / "DejaVuSerif.ttf").exists()), None)
    if folder is None:
        raise SystemExit("bench: no DejaVu Serif; install fonts-dejavu")
    pdfmetrics.registerFont(TTFont("Body", str(folder / "DejaVuSerif.ttf")))
    style = ParagraphStyle("p", fontName="Body", fontSize=10, leading=12.5)
    flow: list[object] = []
    for prose, rows in parts:
        flow += [Paragraph(text, style) for text in prose] + [Spacer(1, 14)]
        cells = [[Paragraph(text, style) for text in row] for row in rows]
        made = Table(cells, colWidths=[26, 190, 90, 90, 90], repeatRows=1)
        made.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
        if ruled:
            made.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        flow += [made, Spacer(1, 14)]
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=50, rightMargin=50).build(flow)


def make_libreoffice(path: Path, parts: list[tuple[list[str], Rows]]) -> None:
    """Write the parts as a Word file and let LibreOffice print it."""
    import docx

    source = docx.Document()
    for prose, rows in parts:
        for text in prose:
            source.add_paragraph(text)
        made = source.add_table(len(rows), len(rows[0]))
        made.style = "Table Grid"
        for row, words in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text
    docx_path = path.with_suffix(".docx")
    source.save(str(docx_path))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(path.parent), str(docx_path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def make_files(folder: Path, pages: int) -> dict[str, list[Rows]]:
    """Write all files; return the true tables of each by the name of the file."""
    few, many = content(12), content(pages)
    truth: dict[str, list[Rows]] = {}
    make_reportlab(folder / "reportlab.pdf", few)
    make_reportlab(folder / "borderless.pdf", few, ruled=False)
    make_reportlab(folder / "long.pdf", many)
    truth["reportlab.pdf"] = truth["borderless.pdf"] = [rows for _, rows in few]
    truth["long.pdf"] = [rows for _, rows in many]
    if shutil.which("soffice") and importlib.util.find_spec("docx"):
        make_libreoffice(folder / "libreoffice.pdf", few)
        truth["libreoffice.pdf"] = [rows for _, rows in few]
    else:
        print("left out: libreoffice.pdf (soffice or python-docx is missing)")
    return truth


def read_ours(path: str) -> list[Rows]:
    from extract.model import Grid
    from extract.readers.pdf import read_pdf

    document = read_pdf(Path(path).read_bytes(), "x.pdf")
    grids = [item for item in document.items if isinstance(item, Grid)]
    return [[[cell.text for cell in row.cells] for row in grid.rows] for grid in grids]


def read_pdfium_text(path: str) -> list[Rows]:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    for page in pdf:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    pdf.close()
    return []


def read_pdfplumber(path: str) -> list[Rows]:
    import pdfplumber

    tables: list[Rows] = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            tables += [[[cell or "" for cell in row] for row in t] for t in page.extract_tables()]
            page.close()
    return tables


def read_pymupdf(path: str) -> list[Rows]:
    import pymupdf

    tables: list[Rows] = []
    for page in pymupdf.open(path):
        page.get_text()
        tables += [
            [[cell or "" for cell in row] for row in t.extract()] for t in page.find_tables()
        ]
    return tables


def read_camelot(path: str) -> list[Rows]:
    import camelot

    return [t.df.values.tolist() for t in camelot.read_pdf(path, pages="all", flavor="lattice")]


def read_markitdown(path: str) -> list[Rows]:
    from markitdown import MarkItDown

    tables: list[Rows] = []
    rows: Rows = []
    for line in [*MarkItDown().convert(path).text_content.splitlines(), ""]:
        if line.startswith("|"):
            if set(line) - set("|-: "):
                rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif rows:
            tables.append(rows)
            rows = []
    return tables


TOOLS: dict[str, tuple[str, Callable[[str], list[Rows]]]] = {
    "ours": ("pypdfium2", read_ours),
    "pdfium, text only": ("pypdfium2", read_pdfium_text),
    "pdfplumber": ("pdfplumber", read_pdfplumber),
    "markitdown": ("markitdown", read_markitdown),
    "camelot": ("camelot", read_camelot),
    "pymupdf": ("pymupdf", read_pymupdf),
}


def cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def peak_memory() -> float:
    """Peak of this process in MB; ru_maxrss may still hold that of the process before exec."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text("ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_child(tool: str, path: str, repeat: int) -> None:
    """Read the file in this process and print what it took as JSON."""
    read = TOOLS[tool][1]
    tables = read(path)
    memory = peak_memory()
    seconds = []
    for _ in range(repeat):
        start = cpu()
        read(path)
        seconds.append(cpu() - start)
    json.dump({"seconds": min(seconds), "memory_mb": memory, "tables": tables}, sys.stdout)


def measure(tool: str, path: Path, repeat: int, timeout: float) -> dict[str, object] | None:
    """Run one tool on one file in a fresh process; None when it fails or takes too long."""
    command = [
        sys.executable,
        __file__,
        "--child",
        tool,
        "--file",
        str(path),
        "--repeat",
        str(repeat),
    ]
    try:
        done = subprocess.run(command, check=True, capture_output=True, timeout=timeout, cwd=ROOT)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"left out: {tool} on {path.name} ({type(error).__name__})")
        return None
    result: dict[str, object] = json.loads(done.stdout)
    return result


def bare(row: list[str]) -> list[str]:
    return ["".join(str(cell).split()) for cell in row]


def count_right(truth: list[Rows], found: list[Rows]) -> tuple[int, int, int]:
    """Return cells right, cells in all, and rows found beyond those there are."""
    wanted = [bare(row) for rows in truth for row in rows]
    got = [bare(row) for rows in found for row in rows]

    def same(a: list[str], b: list[str]) -> int:
        return sum(1 for x, y in zip(a, b, strict=True) if x and x == y) if len(a) == len(b) else 0

    before = [0] * (len(got) + 1)
    for row in wanted:
        now = [0] * (len(got) + 1)
        for index, other in enumerate(got, 1):
            now[index] = max(before[index], now[index - 1], before[index - 1] + same(row, other))
        before = now
    return before[-1], sum(1 for row in wanted for cell in row if cell), len(got) - len(wanted)


def count_pages(path: Path) -> int:
    import pypdfium2

    with io.BytesIO(path.read_bytes()) as data:
        return len(pypdfium2.PdfDocument(data))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("reading.json"))
    parser.add_argument("--pages", type=int, default=100, help="of the long file")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument(
        "--timeout", type=float, default=300.0, help="seconds for one tool and file"
    )
    parser.add_argument("--keep", type=Path, help="folder for the made files")
    parser.add_argument("--child", choices=list(TOOLS), help=argparse.SUPPRESS)
    parser.add_argument("--file", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        run_child(options.child, options.file, options.repeat)
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        results = compare(folder, make_files(folder, options.pages), options)
    options.out.write_text(json.dumps(results, ensure_ascii=False, indent=1), "utf-8")
    print(f"written: {options.out}")


def compare(
    folder: Path, truth: dict[str, list[Rows]], options: argparse.Namespace
) -> list[dict[str, object]]:
    """Measure every tool on every file and print the table."""
    results: list[dict[str, object]] = []
    print(
        f"{'file':18}{'tool':20}{'ms/page':>9}{'peak MB':>9}{'cells right':>15}{'stray rows':>12}"
    )
    missing = [name for name, (module, _) in TOOLS.items() if not importlib.util.find_spec(module)]
    for name, tables in truth.items():
        pages = count_pages(folder / name)
        for tool in TOOLS:
            if tool in missing:
                continue
            measured = measure(tool, folder / name, options.repeat, options.timeout)
            if measured is None:
                continue
            right, total, stray = count_right(tables, measured["tables"])  # type: ignore[arg-type]
            per_page = 1000 * float(str(measured["seconds"])) / pages
            row = {
                "file": name, "pages": pages, "tool": tool, "ms_per_page": round(per_page, 2),
                "memory_mb": round(float(str(measured["memory_mb"])), 1),
                "cells_right": right, "cells": total, "stray_rows": stray,
            }  # fmt: skip
            results.append(row)
            print(
                f"{name:18}{tool:20}{per_page:9.2f}{row['memory_mb']:9}"
                f"{right:>9} /{total:>5}{stray:>12}"
            )
    for tool in missing:
        print(f"left out: {tool} (not installed)")
    return results


if __name__ == "__main__":
    main()

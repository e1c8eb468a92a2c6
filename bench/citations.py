"""The citation stage alone: megabytes and citations a second, with peers beside it.

    python bench/citations.py [--out citations.json] [--megabytes 4] [--repeat 3] [--texts DIR]

Reads the plans of `corpus/` (or the .txt files of --texts), repeats them to the size asked for and
times the stage on passages that are in memory, process CPU time, best of the repeats. Speed means
nothing without density, so both are printed: plain text as it is, and dense text, the passages
that cite something. Peers are timed on text of their own language of the same sizes; one that is
not installed is named as left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from extract.model import Header, Passage  # noqa: E402 - the root must be on the path first
from extract.readers import read  # noqa: E402
from extract.stages.citations import find_citations  # noqa: E402
from extract.stages.instruments import find_instruments  # noqa: E402
from extract.stages.tables import join_tables  # noqa: E402

Figures = dict[str, float | int | str]
HEADER = Header(doc_type="Kế hoạch", issuer="UBND huyện")
ENGLISH = (
    "In Smith v. Jones, 410 U.S. 113, 120 (1973), the court followed Doe v. Roe, 505 F.2d 12 "
    "(9th Cir. 1974), and held that the agency had given the reasons which the statute asks for. "
)
GERMAN = (
    "Nach § 433 Abs. 1 Satz 1 BGB und Art. 3 GG ist die Klage begründet, wie der BGH (Urteil vom "
    "12.03.2015, VII ZR 173/13) in einem Fall entschieden hat, der dem vorliegenden gleicht. "
)


def best(run: Callable[[], int], repeat: int) -> tuple[float, int]:
    """Return the shortest CPU seconds of the repeats, and what the run counted."""
    seconds, count = float("inf"), 0
    for _ in range(repeat):
        started = time.process_time()
        count = run()
        seconds = min(seconds, time.process_time() - started)
    return seconds, count


def figures(name: str, size: int, seconds: float, count: int) -> Figures:
    return {
        "name": name,
        "megabytes": round(size / 1e6, 2),
        "citations": count,
        "bytes_per_citation": round(size / count) if count else 0,
        "seconds": round(seconds, 3),
        "megabytes_per_second": round(size / seconds / 1e6, 2),
        "citations_per_second": round(count / seconds),
    }


def read_documents(folder: Path) -> list[tuple[Passage, ...]]:
    """Return the passages of each text file; the reading itself is not timed."""
    return [join_tables(read(path))[0] for path in sorted(folder.glob("*.txt"))]


def size_of(documents: list[tuple[Passage, ...]]) -> int:
    return sum(len(p.text.encode()) for passages in documents for p in passages)


def time_ours(
    name: str,
    documents: list[tuple[Passage, ...]],
    megabytes: float,
    repeat: int,
    bind: bool = False,
) -> Figures:
    """Time finding citations; bind: and telling which are one instrument."""
    size = size_of(documents)
    times = max(1, round(megabytes * 1e6 / size))

    def run() -> int:
        count = 0
        for _ in range(times):
            for passages in documents:
                citations, _ = find_citations(passages, HEADER)
                if bind:
                    find_instruments(citations, HEADER)
                count += len(citations)
        return count

    return figures(name, size * times, *best(run, repeat))


def time_eyecite(megabytes: float, repeat: int) -> Figures:
    from eyecite import get_citations

    text = ENGLISH * 100
    times = max(1, round(megabytes * 1e6 / len(text)))
    run = lambda: sum(len(get_citations(text)) for _ in range(times))  # noqa: E731
    return figures("eyecite (English)", len(text) * times, *best(run, repeat))


def time_refex(megabytes: float, repeat: int) -> Figures:
    from refex.extractor import RefExtractor

    text = GERMAN * 100
    times = max(1, round(megabytes * 1e6 / len(text.encode())))
    extractor = RefExtractor()
    run = lambda: sum(len(extractor.extract(text)[1]) for _ in range(times))  # noqa: E731
    return figures("refex (German)", len(text.encode()) * times, *best(run, repeat))


PEERS = {"eyecite": time_eyecite, "refex": time_refex}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--megabytes", type=float, default=4.0)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--texts", type=Path, default=ROOT / "corpus" / "plans")
    args = parser.parse_args()
    documents = read_documents(args.texts)
    if not documents:
        print(f"{args.texts}: no .txt files", file=sys.stderr)
        return 2
    dense = [
        tuple(p for p in passages if find_citations((p,), HEADER)[0]) for passages in documents
    ]
    rows = [
        time_ours("trichluc, plain text", documents, args.megabytes, args.repeat),
        time_ours("trichluc, dense text", dense, args.megabytes / 4, args.repeat),
        time_ours("the same, instruments", dense, args.megabytes / 4, args.repeat, bind=True),
    ]
    for module, peer in PEERS.items():
        if importlib.util.find_spec(module) is None:
            print(f"left out: {module} is not installed", file=sys.stderr)
            continue
        try:
            rows.append(peer(args.megabytes / 16, args.repeat))
        except Exception as error:  # a peer's fault ends its own row only
            print(f"left out: {module} failed ({error})", file=sys.stderr)
    print(f"{'':24}{'MB':>7}{'cites':>8}{'B/cite':>8}{'MB/s':>8}{'cites/s':>9}")
    for row in rows:
        print(
            f"{row['name']:24}{row['megabytes']:7}{row['citations']:8}"
            f"{row['bytes_per_citation']:8}{row['megabytes_per_second']:8}"
            f"{row['citations_per_second']:9}"
        )
    if args.out:
        args.out.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

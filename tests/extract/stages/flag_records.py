"""Records with one thing wrong in them, for the flags."""

from datetime import date

from extract.model import Citation, Deadline, Flag, Header, Origin, Passage, Row, Signer, Table
from extract.stages.flags import find_flags

FULL = Header(
    doc_type="Kế hoạch",
    number="50",
    symbol="50/KH-UBND",
    issued_on=date(2020, 3, 3),
    issued_on_raw="ngày 03 tháng 3 năm 2020",
    issuer="UBND huyện Tân Hòa",
    issuer_raw="UBND HUYỆN TÂN HÒA",
    signers=(Signer("Nguyễn Văn An"),),
)
"""A header that lacks nothing."""


def at(seq: int, text: str, kind="paragraph", **more) -> Passage:
    return Passage(seq, text, kind, origins=(Origin(0, None, 10 + seq),), **more)


def texts(*lines: str) -> tuple[Passage, ...]:
    return tuple(at(seq, line) for seq, line in enumerate(lines))


def outline(*labels: str) -> tuple[Passage, ...]:
    return tuple(
        at(seq, f"{label}. NỘI DUNG {'ABCDEFGH'[seq]}", "heading", label=label)
        for seq, label in enumerate(labels)
    )


def flags_of(header=FULL, passages=(), **records) -> list[tuple[str, int | None]]:
    return [(flag.code, flag.line) for flag in find(header, passages, **records)]


def find(header=FULL, passages=(), **records) -> tuple[Flag, ...]:
    names = ("citations", "instruments", "tables", "tasks", "unit_lists", "deadlines", "notes")
    return find_flags(
        passages or texts("Kế hoạch này"), header, *(records.get(n, ()) for n in names)
    )


def cite(
    symbol, on=None, role="mention", suspect=None, instrument=0, kind="Quyết định", seq=0, raw=None
):
    raw = raw or f"{kind} số {symbol}"
    return Citation(
        seq, 0, len(raw), raw, kind, symbol=symbol, issued_on=on, role=role, suspect=suspect,
        instrument=instrument,
    )  # fmt: skip


def due(raw, on=None, seq=0, kind="date", source="text", **more):
    return Deadline(seq, 0, len(raw), raw, source, kind, due_on=on, **more)


def table_of(*rows, columns=("ordinal", "task", "budget"), kind="task_plan", **more) -> Table:
    """Rows as (ordinal, text, figure, parent, kind); the rest of the row is inferred."""
    made = []
    for number, row in enumerate(rows):
        ordinal, text, figure, parent, row_kind = (*row, *("", None, "body")[len(row) - 2 :])
        cells = (ordinal, text, figure)
        made.append(
            Row(
                cells,
                cells,
                None,
                30 + number,
                ordinal or None,
                0 if parent is None else 1,
                parent,
                row_kind,
            )
        )
    return Table((("TT", "Nội dung", "Kinh phí"),), tuple(made), kind, columns, **more)


# --- citations and dates ----------------------------------------------------------------------
MAR, APR = date(2020, 3, 3), date(2020, 4, 1)

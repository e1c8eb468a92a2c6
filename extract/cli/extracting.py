"""`trichluc extract`: one file to its record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.cli import print_json
from extract.cli.options import (
    format_option,
    memory_option,
    ocr_option,
    patterns_option,
    timeout_option,
)

if TYPE_CHECKING:
    from extract.model import Plan
    from extract.readers.ocr import OcrMode


@click.command("extract")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@format_option("json", "text", about="The whole record, or a summary to read.")
@timeout_option()
@memory_option()
@ocr_option()
@patterns_option()
def extract_command(
    file: Path, form: str, timeout: float, memory_mb: int, ocr: OcrMode, patterns: Path | None
) -> int:
    """Print what FILE holds: header, citations, tables, tasks, units, deadlines, doubts."""
    from extract.batch.alone import extract_alone
    from extract.batch.work import Options

    options = Options(1, timeout, memory_mb, check_patterns(patterns), ocr=ocr)
    outcome = extract_alone(file, options)
    if outcome.plan is None:
        if outcome.failure is None:
            return 1
        click.echo(f"Error: {outcome.failure.message}", err=True)
        return 1 if outcome.failure.cause == "unexpected" else 3
    if form == "json":
        print_json(outcome.plan.to_dict())
    else:
        click.echo(summary(outcome.plan))
    return 0


def check_patterns(folder: Path | None) -> Path | None:
    """Return the folder, made absolute; raise `PatternError` when a table in it is wrong."""
    if folder is None:
        return None
    import patterns
    from extract.errors import PatternError

    folder = folder.absolute()
    ours = {path.name for path in Path(patterns.__file__).parent.iterdir()}
    try:
        patterns.use_overlay(folder)
        for path in sorted(folder.iterdir()):
            if path.suffix not in (".toml", ".csv"):
                continue
            if path.name not in ours:
                raise patterns.PatternsError(f"{path.name}: there is no table of this name")
            load = patterns.load_toml if path.suffix == ".toml" else patterns.load_csv
            load(path.stem)
    except patterns.PatternsError as error:
        raise PatternError(str(folder), str(error)) from error
    return folder


def summary(plan: Plan) -> str:
    """Return the plan as lines to read, in Vietnamese."""
    header = plan.header
    lines = [
        plan.document.file_name,
        f"  Loại: {header.doc_type or '(không rõ)'}   Số, ký hiệu: {header.symbol or '(trống)'}",
        f"  Ngày: {header.issued_on.strftime('%d/%m/%Y') if header.issued_on else '(trống)'}"
        f"   Cơ quan: {header.issuer or '(không rõ)'}",
        f"  Trích yếu: {header.title or '(không rõ)'}",
    ]
    lines += _section("Viện dẫn", [f"[{c.role}] {c.raw}" for c in plan.citations])
    lines += _section(
        "Bảng",
        [
            f"{' – '.join(filter(None, (t.appendix, t.caption))) or '(không tên)'}"
            f": {len(t.rows)} dòng ({t.kind})"
            for t in plan.tables
        ],
    )
    lines += _section(
        "Nhiệm vụ",
        [
            f"{t.ordinal} {t.task}".lstrip("-+* ") + (f" — {t.lead}" if t.lead else "")
            for t in plan.tasks
            if not t.group
        ],
    )
    lines += _section(
        "Danh sách đơn vị",
        [f"{u.title}: {', '.join(i.unit.spaced for i in u.units)}" for u in plan.unit_lists],
    )
    lines += _section(
        "Thời hạn",
        [
            f"{d.raw}"
            + (f" → {d.due_on:%d/%m/%Y}" if d.due_on else "")
            + (f": {d.action}" if d.action else "")
            for d in plan.deadlines
        ],
    )
    lines += _section("Cảnh báo", [f"{f.code}: {f.why}" for f in plan.flags])
    return "\n".join(lines)


def _section(title: str, items: list[str]) -> list[str]:
    return [f"  {title} ({len(items)})", *(f"    - {item}" for item in items)] if items else []

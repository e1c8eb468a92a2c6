"""Tables of the work itself: runs, and what became of each file."""
# ruff: noqa: E501 - one column a line reads best; the names in the SQL are ours

from __future__ import annotations

from extract.store.schema import Column, Table

RUNS = Table(
    "runs", "Lượt chạy", "Mỗi dòng là một lượt nhập.", "One row per run of `trichluc ingest`.",
    (
        Column("id", "integer", "Mã lượt", "Number of the run, from 1.", required=True),
        Column("started_at", "text", "Bắt đầu", "Start (UTC).", required=True),
        Column("ended_at", "text", "Kết thúc", "End (UTC); null while running, or when it was killed."),
        Column("version", "text", "Phiên bản", "Version of the extractor.", required=True),
        Column("options", "text", "Tùy chọn", "JSON object of the options.", required=True),
        Column("done", "integer", "Xong", "Documents stored by it.", required=True),
        Column("failed", "integer", "Lỗi", "Files that failed in it.", required=True),
        Column("refused", "integer", "Từ chối", "Files that cannot be read as they are.", required=True),
    ),
    ("id",), sort_desc="id", public=False,
)  # fmt: skip

FILES = Table(
    "files", "Tệp", "Mỗi dòng là một tệp đã gặp và kết quả.", "One row per file met by a run, with what became of it.",
    (
        Column("path", "text", "Đường dẫn", "Absolute path, NFC.", required=True),
        Column("sha256", "text", "SHA-256", "Hash; null when it could not be read.", index=True),
        Column("status", "text", "Kết quả", "done, failed, refused, or dead (failed too often).", required=True, facet=True),
        Column("attempts", "integer", "Số lần thử", "Times it was tried.", required=True),
        Column("stage", "text", "Bước", "open, read, extract or store; null when done."),
        Column("error", "text", "Mã lỗi", "Cause, as listed in docs/errors.md; null when done.", facet=True),
        Column("message", "text", "Thông báo", "What happened and what to do; null when done."),
        Column("seconds", "real", "Giây", "Time it took."),
        Column("version", "text", "Phiên bản", "Version of the extractor that tried it.", required=True),
        Column("run_id", "integer", "Lượt chạy", "Run that tried it last.", required=True, references="runs.id"),
        Column("bytes", "integer", "Số byte", "Size when it was read; null when that is not known."),
        Column("modified_ns", "integer", "Sửa lúc", "Time of its last change then, in nanoseconds since 1970: equal size and time save reading it again."),
    ),
    ("path",), public=False,
)  # fmt: skip

RUN_TABLES = (RUNS, FILES)

"""Tables of the documents themselves: header, places, signatures, recipients, text, tables."""
# ruff: noqa: E501 - one column a line reads best; the names in the SQL are ours

from __future__ import annotations

from extract.store.schema import Column, Table

DOCUMENTS = Table(
    "documents", "Văn bản", "Mỗi dòng là một văn bản (một nội dung tệp, không kể tệp trùng).",
    "One row per distinct file content.",
    (
        Column("id", "text", "Mã văn bản", "First 16 hex digits of the SHA-256 of the file.", required=True),
        Column("sha256", "text", "SHA-256", "Hash of the file.", required=True),
        Column("label", "text", "Nhãn", "Symbol and title, or the file name: how lists show it.", internal=True),
        Column("file_name", "text", "Tên tệp", "Name of the file, without its folder.", required=True),
        Column("format", "text", "Định dạng", "text, docx, pdf ...", required=True, facet=True),
        Column("bytes", "integer", "Số byte", "Size of the file in bytes.", required=True),
        Column("pages", "integer", "Số trang", "Pages; null where the format has none."),
        Column("scanned", "integer", "Bản quét", "1 when read by OCR, else 0.", "1 nếu là bản quét, đọc bằng OCR", required=True, index=True),
        Column("ocr_confidence", "real", "Độ tin cậy OCR", "Mean confidence of OCR, 0 to 100; null without OCR."),
        Column("doc_type", "text", "Loại văn bản", "Type word in sentence case.", facet=True),
        Column("number", "text", "Số", "Number as printed; null when blank."),
        Column("symbol", "text", "Số, ký hiệu", "Number and code without spaces: 50/KH-UBND."),
        Column("symbol_key", "text", "Khóa số, ký hiệu", "The symbol without case, marks, đ and spaces, for look-up.", index=True),
        Column("place", "text", "Nơi ban hành", "Place of the date line."),
        Column("issued_on", "text", "Ngày ban hành", "Date of issue (ISO 8601); null when blank or impossible.", index=True),
        Column("issued_on_raw", "text", "Ngày in trên văn bản", "The date as printed, blanks included."),
        Column("issuer", "text", "Cơ quan ban hành", "Issuing body with its place.", index=True),
        Column("issuer_level", "text", "Cấp ban hành", "central, province, district or commune.", facet=True),
        Column("title", "text", "Trích yếu", "Title on one line, without the type word."),
        Column("plan_year", "integer", "Năm kế hoạch", "The one year the plan is about, or null.", facet=True),
        Column("issued_with", "text", "Ban hành kèm theo", "Symbol of the instrument that the plan is issued with."),
        Column("inferred", "text", "Suy ra", "JSON object: field filled from elsewhere -> reason.", "Trường được suy ra và lý do (JSON)", json=True),
        Column("citation_count", "integer", "Số viện dẫn", "Mentions of instruments in it.", required=True),
        Column("flag_count", "integer", "Số cảnh báo", "Doubts about it.", required=True, index=True),
        Column("extractor_version", "text", "Phiên bản trích lục", "Version that read it, with the fingerprint of user patterns.", required=True),
        Column("ingested_at", "text", "Nhập lúc", "Start of the run that stored it (UTC).", required=True),
    ),
    ("id",), label_column="label", sort_desc="issued_on",
)  # fmt: skip

PATHS = Table(
    "paths", "Đường dẫn", "Nơi đã thấy tệp; tệp trùng nội dung có nhiều dòng.",
    "One row per place where a file was seen; copies of one content have several.",
    (
        Column("path", "text", "Đường dẫn", "Absolute path, NFC.", required=True),
        Column("document_id", "text", "Văn bản", "Document that the file holds.", required=True, references="documents.id"),
        Column("seen_at", "text", "Thấy lúc", "Start of the run that first saw it here (UTC).", required=True),
    ),
    ("path",), public=False,
)  # fmt: skip

SIGNERS = Table(
    "signers", "Người ký", "Mỗi dòng là một chữ ký.", "One row per signature.",
    (
        Column("document_id", "text", "Văn bản", "Document.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in the signature block, from 0.", required=True),
        Column("name", "text", "Họ tên", "Name as printed.", required=True, index=True),
        Column("title", "text", "Chức vụ", "Office: PHÓ CHỦ TỊCH."),
        Column("capacity", "text", "Thẩm quyền ký", "KT. CHỦ TỊCH, TM. ỦY BAN NHÂN DÂN; null when none is printed."),
    ),
    ("document_id", "seq"), owner="document_id",
)  # fmt: skip

RECIPIENTS = Table(
    "recipients", "Nơi nhận", "Mỗi dòng là một dòng dưới mục Nơi nhận.", "One row per line under Nơi nhận.",
    (
        Column("document_id", "text", "Văn bản", "Document.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in the list, from 0.", required=True),
        Column("text", "text", "Nơi nhận", "The line without its dash and final punctuation.", required=True),
    ),
    ("document_id", "seq"), owner="document_id",
)  # fmt: skip

# Most rows of a database are passages: each index here costs as much as all citations. What lies
# within one document (section, table, row) is found through the document.
PASSAGES = Table(
    "passages", "Đoạn văn", "Mỗi dòng là một đoạn hoặc một ô của bảng; tìm toàn văn tại đây, có dấu hay không dấu đều được.",
    "One row per paragraph or non-empty table cell: the texts that all offsets point into.",
    (
        Column("id", "text", "Mã đoạn", "Document id and place.", required=True),
        Column("fts_id", "integer", "Số chỉ mục", "Number of the row in the full-text index.", required=True, index=True, internal=True),
        Column("document_id", "text", "Văn bản", "Document.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in reading order, from 0.", required=True),
        Column("page", "integer", "Trang", "Page it starts on; null where the format has none."),
        Column("line", "integer", "Dòng", "Line of the source text; text formats only."),
        Column("kind", "text", "Loại đoạn", "paragraph, heading, cell, legal_basis, title, signature ...", required=True, facet=True),
        Column("label", "text", "Số mục", "Ordinal that opens it: I, 1.1, a, -."),
        Column("section", "text", "Thuộc mục", "Passage id of the heading it stands under."),
        Column("heading_level", "integer", "Cấp đề mục", "Level of a heading that the file marks as one."),
        Column("table_id", "text", "Bảng", "Table of a cell."),
        Column("row_id", "text", "Dòng bảng", "Body row of a cell; null in a header row."),
        Column("column_seq", "integer", "Cột", "Column of a cell, from 0."),
        Column("text", "text", "Nội dung", "The text, NFC, without markup.", required=True),
        Column(
            "text_kd", "text", "Nội dung không đ", "The text with d for đ, for the full-text index.", internal=True,
            generated="replace(replace(text, 'đ', 'd'), 'Đ', 'D')",
        ),
    ),
    ("id",), owner="document_id", searchable=("text", "text_kd"), fts_key="fts_id",
)  # fmt: skip

APPENDIX_TABLES = Table(
    "appendix_tables", "Bảng", "Mỗi dòng là một bảng lô-gic (đã nối qua trang) của văn bản hay phụ lục.",
    "One row per logical table: continuations over pages joined.",
    (
        Column("id", "text", "Mã bảng", "Document id and place.", required=True),
        Column("document_id", "text", "Văn bản", "Document.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in the document, from 0.", required=True),
        Column("appendix", "text", "Phụ lục", "Heading as printed: Phụ lục số 01."),
        Column("caption", "text", "Tên bảng", "Title lines joined."),
        Column("kind", "text", "Loại bảng", "task_plan, unit_list, form or other.", required=True, facet=True),
        Column("page_from", "integer", "Từ trang", "First page, or null."),
        Column("page_to", "integer", "Đến trang", "Last page, or null."),
        Column("line", "integer", "Dòng", "First line; text formats only."),
        Column("row_count", "integer", "Số dòng", "Body rows.", required=True),
        Column("column_count", "integer", "Số cột", "Columns.", required=True),
        Column("header", "text", "Tiêu đề cột", "JSON array of header rows, each an array of cells.", required=True, json=True),
        Column("columns", "text", "Vai trò cột", "JSON array: role of each column, or null.", required=True, json=True),
        Column("joins", "text", "Nối trang", "JSON array: where pages were joined, why, and whether in doubt.", required=True, json=True),
    ),
    ("id",), owner="document_id", label_column="caption",
)  # fmt: skip

TABLE_ROWS = Table(
    "table_rows", "Dòng bảng", "Mỗi dòng là một dòng thân bảng.", "One row per body row of a table.",
    (
        Column("id", "text", "Mã dòng", "Table id and place.", required=True),
        Column("table_id", "text", "Bảng", "Table.", required=True, references="appendix_tables.id"),
        Column("seq", "integer", "Thứ tự", "Place in the table, from 0.", required=True),
        Column("page", "integer", "Trang", "Page, or null."),
        Column("line", "integer", "Dòng", "Line; text formats only."),
        Column("ordinal", "text", "TT", "Printed ordinal."),
        Column("level", "integer", "Cấp", "Depth in the outline of the table, from 0.", required=True),
        Column("parent_id", "text", "Thuộc dòng", "Row it belongs under.", references="table_rows.id"),
        Column("kind", "text", "Loại dòng", "body, group or total.", required=True, facet=True),
        Column("cells", "text", "Các ô", "JSON array of cell texts.", required=True, json=True),
        Column("filled", "text", "Các ô đã điền", "JSON array: the cells with values merged downwards filled in.", required=True, json=True),
    ),
    ("id",),
)  # fmt: skip

DOCUMENT_TABLES = (DOCUMENTS, PATHS, SIGNERS, RECIPIENTS, APPENDIX_TABLES, TABLE_ROWS, PASSAGES)

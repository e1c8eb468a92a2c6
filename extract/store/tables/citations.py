"""Tables of cited instruments: the instruments, each mention, pinpoints, relations."""
# ruff: noqa: E501 - one column a line reads best; the names in the SQL are ours

from __future__ import annotations

from extract.store.schema import Column, Table

INSTRUMENTS = Table(
    "instruments", "Văn bản được viện dẫn", "Mỗi dòng là một văn bản được viện dẫn hoặc đang lưu trong kho.",
    "One row per instrument that a document cites, or that the archive holds.",
    (
        Column("id", "text", "Mã", "First 16 hex digits of the SHA-256 of its key.", required=True),
        Column("key", "text", "Khóa", "Identity within the archive: number, code and what its kind needs beside them.", required=True),
        Column("label", "text", "Nhãn", "Type with symbol or title: how lists show it.", required=True, internal=True),
        Column("type", "text", "Loại văn bản", "Type word in sentence case.", required=True, facet=True),
        Column("number", "text", "Số", "Number as printed."),
        Column("year", "integer", "Năm", "Year in the symbol or of its date.", facet=True),
        Column("symbol", "text", "Số, ký hiệu", "Number and code; null for a law by name."),
        Column("symbol_key", "text", "Khóa số, ký hiệu", "The symbol without case, marks, đ and spaces.", index=True),
        Column("issuer", "text", "Cơ quan ban hành", "Issuer as most documents print it.", index=True),
        Column("issued_on", "text", "Ngày ban hành", "Date of issue as most documents print it.", index=True),
        Column("title", "text", "Trích yếu", "What it is about, or the name of a law."),
        Column("title_key", "text", "Khóa trích yếu", "The title without case, marks and đ.", index=True, internal=True),
        Column("citation_count", "integer", "Số lần viện dẫn", "Mentions in the archive.", required=True, index=True),
        Column("document_count", "integer", "Số văn bản viện dẫn", "Documents that cite it.", required=True),
        Column("held_document_id", "text", "Văn bản trong kho", "The document, when the archive holds it.", references="documents.id", on_delete="set null"),
        Column("iri", "text", "IRI", "ELI-like identifier, or null."),
    ),
    ("id",), label_column="label", sort_desc="citation_count",
)  # fmt: skip

DOCUMENT_INSTRUMENTS = Table(
    "document_instruments", "Viện dẫn theo văn bản", "Mỗi dòng: một văn bản nói gì về một văn bản được viện dẫn.",
    "One row per instrument and document: what the mentions of one document say of it together.",
    (
        Column("document_id", "text", "Văn bản", "Document.", required=True, references="documents.id"),
        Column("instrument_id", "text", "Văn bản được viện dẫn", "Instrument.", required=True, references="instruments.id"),
        Column("seq", "integer", "Thứ tự", "Order of first mention, from 0.", required=True),
        Column("type", "text", "Loại văn bản", "Type word.", required=True),
        Column("number", "text", "Số", "Number as printed."),
        Column("year", "integer", "Năm", "Year."),
        Column("symbol", "text", "Số, ký hiệu", "Number and code."),
        Column("issuer", "text", "Cơ quan ban hành", "Issuer."),
        Column("issued_on", "text", "Ngày ban hành", "Date of issue."),
        Column("title", "text", "Trích yếu", "What it is about."),
        Column("iri", "text", "IRI", "Identifier."),
        Column("mentions", "integer", "Số lần nhắc", "Mentions in the document.", required=True),
        Column("stated_key", "text", "Khóa theo văn bản", "Key as this document alone gives it, before the archive closed an open one.", required=True, internal=True),
    ),
    ("document_id", "seq"), owner="document_id",
)  # fmt: skip

CITATIONS = Table(
    "citations", "Viện dẫn", "Mỗi dòng là một lần nhắc tới một văn bản.", "One row per mention of an instrument.",
    (
        Column("id", "text", "Mã viện dẫn", "Document id and place.", required=True),
        Column("document_id", "text", "Văn bản", "Document that cites.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in reading order, from 0.", required=True),
        Column("instrument_id", "text", "Văn bản được viện dẫn", "Instrument; null when it could be two.", references="instruments.id", on_delete="no action"),
        Column("passage_id", "text", "Đoạn văn", "Passage that holds it.", required=True, references="passages.id"),
        Column("row_id", "text", "Dòng bảng", "Table row, when it stands in a cell.", references="table_rows.id"),
        Column("page", "integer", "Trang", "Page, or null."),
        Column("line", "integer", "Dòng", "Line; text formats only."),
        Column("start", "integer", "Từ ký tự", "First code point in the text of the passage.", required=True),
        Column("end", "integer", "Đến ký tự", "Code point after the last.", required=True),
        Column("raw", "text", "Nguyên văn", "As printed, from pinpoint or type word to issuer.", required=True),
        Column("type", "text", "Loại văn bản", "Type word in sentence case.", required=True, facet=True),
        Column("kind", "text", "Dạng ký hiệu", "Grammar of the symbol: legislative, administrative, party ...", required=True, index=True),
        Column("number", "text", "Số", "Number as printed."),
        Column("symbol", "text", "Số, ký hiệu", "Number and code without spaces."),
        Column("symbol_key", "text", "Khóa số, ký hiệu", "The symbol without case, marks, đ and spaces.", index=True),
        Column("issued_on", "text", "Ngày ban hành", "Date; null when absent or impossible."),
        Column("issued_on_raw", "text", "Ngày in", "Date as printed."),
        Column("issuer", "text", "Cơ quan ban hành", "Issuer as printed."),
        Column("subject", "text", "Về việc", "What the instrument is about, with its lead-in."),
        Column("role", "text", "Vai trò", "legal_basis, implements, amends, amended_by, issued_with, self or mention.", required=True, facet=True),
        Column("suspect", "text", "Nghi vấn", "Why an archivist should look at it, or null.", facet=True),
        Column("inferred", "text", "Suy ra", "JSON object: field filled from elsewhere -> reason.", required=True, json=True),
        Column("context", "text", "Ngữ cảnh", "The words around it.", required=True),
        Column("stated_id", "text", "Mã theo văn bản", "Instrument as this document alone names it, before the archive closed an open key.", internal=True),
    ),
    ("id",), owner="document_id", label_column="raw",
)  # fmt: skip

PINPOINTS = Table(
    "pinpoints", "Điều, khoản, điểm", "Mỗi dòng là một điều, khoản, điểm được viện dẫn.", "One row per pinpoint of a citation.",
    (
        Column("citation_id", "text", "Viện dẫn", "Citation.", required=True, references="citations.id"),
        Column("seq", "integer", "Thứ tự", "Place in the citation, from 0.", required=True),
        Column("article", "text", "Điều", "Article.", index=True),
        Column("clause", "text", "Khoản", "Clause."),
        Column("point", "text", "Điểm", "Point."),
    ),
    ("citation_id", "seq"),
)  # fmt: skip

RELATIONS = Table(
    "relations", "Quan hệ văn bản", "Mỗi dòng: A sửa đổi, thay thế, hướng dẫn ... B, theo lời một văn bản trong kho.",
    "One row per \"A amends B\" that a document states.",
    (
        Column("document_id", "text", "Theo văn bản", "Document that states it.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in the document, from 0.", required=True),
        Column("source_id", "text", "Văn bản A", "Instrument A; null when it is the document itself and unknown.", references="instruments.id", on_delete="set null"),
        Column("target_id", "text", "Văn bản B", "Instrument B.", references="instruments.id", on_delete="set null"),
        Column("kind", "text", "Quan hệ", "amends, replaces, repeals, issued_with, guides or implements.", required=True, facet=True),
        Column("cue", "text", "Từ nối", "The words that say so.", required=True),
        Column("source_citation_id", "text", "Viện dẫn A", "Citation of A; null when A is the document.", references="citations.id"),
        Column("citation_id", "text", "Viện dẫn B", "Citation of B.", required=True, references="citations.id"),
    ),
    ("document_id", "seq"), owner="document_id",
)  # fmt: skip

STANDARDS = Table(
    "standards", "Tiêu chuẩn, quy chuẩn", "Mỗi dòng là một lần nhắc tới tiêu chuẩn, quy chuẩn kỹ thuật (TCVN, QCVN, ISO).",
    "One row per mention of a technical standard or regulation; they are no citations.",
    (
        Column("document_id", "text", "Văn bản", "Document that names it.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in reading order, from 0.", required=True),
        Column("passage_id", "text", "Đoạn văn", "Passage that holds it.", required=True, references="passages.id"),
        Column("row_id", "text", "Dòng bảng", "Table row, when it stands in a cell.", references="table_rows.id"),
        Column("page", "integer", "Trang", "Page, or null."),
        Column("line", "integer", "Dòng", "Line; text formats only."),
        Column("start", "integer", "Từ ký tự", "First code point in the text of the passage.", required=True),
        Column("end", "integer", "Đến ký tự", "Code point after the last.", required=True),
        Column("raw", "text", "Nguyên văn", "As printed.", required=True),
        Column("symbol", "text", "Số hiệu", "As it should be written: TCVN ISO 9001:2015.", required=True, facet=True),
        Column("symbol_key", "text", "Khóa số hiệu", "The symbol without case, marks, đ and spaces.", required=True, index=True),
        Column("year", "integer", "Năm", "Year of the edition; null when not printed."),
        Column("suspect", "text", "Nghi vấn", "Why an archivist should look at it, or null.", facet=True),
    ),
    ("document_id", "seq"), owner="document_id",
)  # fmt: skip

CITATION_TABLES = (INSTRUMENTS, DOCUMENT_INSTRUMENTS, CITATIONS, PINPOINTS, RELATIONS, STANDARDS)

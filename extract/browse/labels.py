"""Vietnamese words for what the database says in codes: names of columns, values of lists."""

from __future__ import annotations

from extract.store.tables import BY_NAME, TABLES, VIEWS

_ROLES = {
    "legal_basis": "căn cứ", "implements": "triển khai", "amends": "sửa đổi",
    "amended_by": "được sửa đổi", "issued_with": "kèm theo", "self": "chính văn bản",
    "mention": "nhắc tới", "lead": "chủ trì", "coordinating": "phối hợp",
    "inspected": "được kiểm tra", "self_inspected": "tự kiểm tra", "member": "thành viên",
    "other": "khác",
}  # fmt: skip
_KINDS = {
    "date": "ngày", "period": "khoảng thời gian", "recurring": "định kỳ", "relative": "theo mốc",
    "continuous": "thường xuyên", "event": "theo sự kiện", "task_plan": "phân công nhiệm vụ",
    "unit_list": "danh sách đơn vị", "form": "biểu mẫu", "other": "khác", "body": "dòng thường",
    "group": "dòng nhóm", "total": "dòng tổng", "amends": "sửa đổi", "replaces": "thay thế",
    "repeals": "bãi bỏ", "issued_with": "kèm theo", "guides": "hướng dẫn",
    "implements": "triển khai", "paragraph": "đoạn", "heading": "đề mục", "cell": "ô bảng",
    "footnote": "chú thích", "letterhead": "tên cơ quan", "number": "số", "caption": "tên bảng",
    "place_date": "địa danh, ngày", "doc_type": "tên loại", "title": "trích yếu",
    "legal_basis": "căn cứ", "recipients": "nơi nhận", "signature": "chữ ký",
    "appendix": "phụ lục", "legislative": "quy phạm pháp luật", "administrative": "hành chính",
    "party": "văn bản của Đảng", "assembly": "của Quốc hội, HĐND", "joint": "liên tịch",
    "law_by_name": "luật, gọi bằng tên", "historic": "ký hiệu cũ",
    "letter": "công văn", "consolidated": "văn bản hợp nhất",
}  # fmt: skip
_LEVELS = {"central": "trung ương", "province": "tỉnh", "district": "huyện", "commune": "xã"}
_FLAGS = {
    "missing_letterhead": "thiếu tên cơ quan", "missing_number": "thiếu số",
    "missing_date": "thiếu ngày", "missing_signature": "thiếu chữ ký",
    "type_symbol_mismatch": "tên loại và ký hiệu không khớp",
    "symbol_without_slash": "ký hiệu thiếu gạch chéo", "impossible_date": "ngày không có thật",
    "self_date_mismatch": "tự dẫn sai ngày", "conflicting_dates": "một văn bản hai ngày",
    "date_after_issue": "dẫn văn bản ban hành sau", "duplicate_ordinal": "trùng số thứ tự",
    "ordinal_gap": "nhảy số thứ tự", "ordinal_format": "số thứ tự sai dạng",
    "total_mismatch": "tổng không khớp", "deadline_before_issue": "hạn trước ngày ban hành",
    "truncated_year": "năm bị cụt", "deadline_conflict": "hai hạn khác nhau",
    "orphan_header": "tiêu đề bảng lặp không có dòng", "missing_attachment": "thiếu phụ lục",
    "role_conflict": "vừa kiểm tra vừa được kiểm tra",
    "low_ocr_confidence": "trang quét đọc chưa chắc",
}  # fmt: skip
_MODS = {
    "before": "trước", "by": "chậm nhất", "after": "sau", "at_least": "ít nhất",
    "at_most": "nhiều nhất",
}  # fmt: skip

UNIT_KINDS = {
    "commune": "xã", "ward": "phường", "town": "thị trấn", "district": "huyện", "province": "tỉnh",
    "agency": "cơ quan", "committee": "ủy ban nhân dân", "council": "hội đồng nhân dân",
    "party": "tổ chức Đảng", "collective": "nhóm đơn vị", "department": "sở", "division": "phòng",
    "office": "văn phòng", "centre": "trung tâm", "front": "mặt trận", "union": "đoàn thể",
    "police": "công an", "military": "quân sự", "treasury": "kho bạc",
    "insurance": "bảo hiểm xã hội",
    "post": "chức danh", "section": "bộ phận", "ministry": "bộ", "school": "trường",
    "special_zone": "đặc khu", "city": "thành phố", "district_town": "thị xã",
    "urban_district": "quận", "firm": "doanh nghiệp", "hospital": "bệnh viện",
    "person": "cá nhân", "village": "thôn, tổ dân phố", "court": "tòa án",
    "procuracy": "viện kiểm sát",
    "hamlet": "thôn, xóm", "inspectorate": "thanh tra", "team": "tổ, đội",
}  # fmt: skip

WORDS: dict[str, dict[str, str]] = {
    "role": _ROLES, "kind": _KINDS, "level": _LEVELS, "issuer_level": _LEVELS, "code": _FLAGS,
    "mod": _MODS, "side": {"before": "trước", "after": "sau"},
    "unit_kind": UNIT_KINDS, "source": {"table": "bảng", "text": "lời văn"},
    **{name: {"0": "không", "1": "có"} for name in ("is_group", "scanned", "business_days")},
    "format": {"text": "văn bản thuần", "docx": "Word", "doc": "Word cũ", "html": "trang web",
               "pdf": "PDF"},
}  # fmt: skip
"""Column -> code -> Vietnamese."""

OPERATORS: dict[str, str] = {
    "exact": "là", "not": "không là", "contains": "có chứa", "startswith": "bắt đầu bằng",
    "endswith": "kết thúc bằng", "gt": "lớn hơn", "gte": "từ", "lt": "nhỏ hơn", "lte": "đến",
    "in": "là một trong", "isnull": "để trống", "notnull": "có giá trị",
}  # fmt: skip
"""Comparison of a filter -> Vietnamese; others are not offered."""

TITLES: dict[str, str] = {
    **{t.name: t.label for t in TABLES},
    **{v.name: v.label for v in VIEWS},
}
"""Table or view -> Vietnamese title."""

LABELS: dict[str, dict[str, str]] = {
    **{t.name: {c.name: c.label for c in t.columns} for t in TABLES},
    **{v.name: dict(v.columns) for v in VIEWS},
}
"""Table or view -> column -> Vietnamese name."""

ANY: dict[str, str] = {name: label for labels in LABELS.values() for name, label in labels.items()}
"""Column -> Vietnamese name, for the results of queries."""

_QUIET = frozenset(
    (
        "bytes", "columns", "end", "extractor_version", "filled", "inferred", "ingested_at",
        "issued_on_raw", "joins", "key", "line", "ocr_confidence", "row_id", "scanned", "seq",
        "sha256", "start", "symbol_key", "timex3",
    )
)  # fmt: skip


def quiet_columns(table: str | None) -> frozenset[str]:
    """Return the columns that pages leave out: JSON and CSV have them, people seldom need them."""
    if table not in LABELS:
        return frozenset()
    columns = BY_NAME[table].columns if table in BY_NAME else ()
    return _QUIET.union(c.name for c in columns if c.internal)

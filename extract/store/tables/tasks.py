"""Tables of what is to be done: units, tasks, unit lists, deadlines, and doubts (flags)."""
# ruff: noqa: E501 - one column a line reads best; the names in the SQL are ours

from __future__ import annotations

from extract.store.schema import Column, Table

UNITS = Table(
    "units", "Đơn vị", "Mỗi dòng là một đơn vị, cơ quan.", "One row per unit or agency.",
    (
        Column("id", "text", "Mã", "Hash of name, kind, level and parent.", required=True),
        Column("name", "text", "Tên", "Name as understood.", required=True, index=True),
        Column("name_key", "text", "Khóa tên", "The name without case, marks and đ.", required=True, index=True, internal=True),
        Column("kind", "text", "Loại", "commune, ward, town, district, province, agency ...", facet=True),
        Column("level", "text", "Cấp", "central, province, district or commune.", facet=True),
        Column("code", "text", "Mã hành chính", "Administrative code of a place."),
        Column("parent_id", "text", "Trực thuộc", "Unit that it belongs to.", references="units.id", on_delete="set null"),
    ),
    ("id",), label_column="name", sort="name",
)  # fmt: skip

TASKS = Table(
    "tasks", "Nhiệm vụ", "Mỗi dòng là một nhiệm vụ của kế hoạch.", "One row per task: a row of a task table, or a sentence that gives a unit something to do.",
    (
        Column("id", "text", "Mã nhiệm vụ", "Document id and place.", required=True),
        Column("document_id", "text", "Văn bản", "Document.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in reading order, from 0.", required=True),
        Column("source", "text", "Nguồn", "table or text.", required=True, facet=True),
        Column("row_id", "text", "Dòng bảng", "Row of a task table.", references="table_rows.id"),
        Column("passage_id", "text", "Đoạn văn", "Passage of a task in the text.", references="passages.id"),
        Column("ordinal", "text", "TT", "Ordinal as printed.", required=True),
        Column("task", "text", "Nhiệm vụ", "What is to be done.", required=True),
        Column("lead", "text", "Chủ trì", "Lead units as printed.", required=True, index=True),
        Column("coordinating", "text", "Phối hợp", "Coordinating units as printed.", required=True),
        Column("product", "text", "Sản phẩm", "Product as printed.", required=True),
        Column("deadline", "text", "Thời hạn", "Deadline as printed.", required=True),
        Column("budget_vnd", "integer", "Kinh phí (đồng)", "Budget in đồng, or null."),
        Column("is_group", "integer", "Dòng nhóm", "1 for a row that only groups others.", "1 nếu dòng chỉ gom các nhiệm vụ khác", required=True, facet=True),
        Column("parent_id", "text", "Thuộc nhiệm vụ", "Task it belongs under.", references="tasks.id"),
    ),
    ("id",), owner="document_id", label_column="task",
)  # fmt: skip

TASK_UNITS = Table(
    "task_units", "Đơn vị thực hiện", "Mỗi dòng: một đơn vị chủ trì hay phối hợp một nhiệm vụ.", "One row per unit of a task.",
    (
        Column("task_id", "text", "Nhiệm vụ", "Task.", required=True, references="tasks.id"),
        Column("unit_id", "text", "Đơn vị", "Unit.", required=True, references="units.id", on_delete="no action"),
        Column("role", "text", "Vai trò", "lead or coordinating.", required=True, facet=True),
        Column("raw", "text", "Nguyên văn", "As printed.", required=True),
        Column("inferred", "text", "Suy ra", "JSON object: field completed from context -> reason.", required=True, json=True),
    ),
    ("task_id", "role", "unit_id"),
)  # fmt: skip

UNIT_LISTS = Table(
    "unit_lists", "Danh sách đơn vị", "Mỗi dòng là một danh sách đơn vị mà kế hoạch áp dụng.", "One row per list of units the plan applies to.",
    (
        Column("id", "text", "Mã danh sách", "Document id and place.", required=True),
        Column("document_id", "text", "Văn bản", "Document.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in the document, from 0.", required=True),
        Column("passage_id", "text", "Đoạn văn", "Passage of its title or first member.", required=True, references="passages.id"),
        Column("line", "integer", "Dòng", "Line; text formats only."),
        Column("title", "text", "Tên danh sách", "Title as printed.", required=True),
        Column("role", "text", "Vai trò", "inspected, self_inspected, member or other.", required=True, facet=True),
    ),
    ("id",), owner="document_id", label_column="title",
)  # fmt: skip

UNIT_LIST_ITEMS = Table(
    "unit_list_items", "Đơn vị trong danh sách", "Mỗi dòng là một đơn vị của danh sách.", "One row per member of a unit list.",
    (
        Column("list_id", "text", "Danh sách", "List.", required=True, references="unit_lists.id"),
        Column("seq", "integer", "Thứ tự", "Place in the list, from 0.", required=True),
        Column("unit_id", "text", "Đơn vị", "Unit.", required=True, references="units.id", on_delete="no action"),
        Column("raw", "text", "Nguyên văn", "Name as printed, with its kind word.", required=True),
        Column("passage_id", "text", "Đoạn văn", "Passage that names it.", required=True, references="passages.id"),
        Column("start", "integer", "Từ ký tự", "First code point in the passage.", required=True),
        Column("end", "integer", "Đến ký tự", "Code point after the last.", required=True),
    ),
    ("list_id", "seq"),
)  # fmt: skip

DEADLINES = Table(
    "deadlines", "Thời hạn", "Mỗi dòng là một chỗ văn bản nói việc gì phải làm khi nào.", "One row per expression that says when something is due, happens or recurs.",
    (
        Column("id", "text", "Mã thời hạn", "Document id and place.", required=True),
        Column("document_id", "text", "Văn bản", "Document.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in reading order, from 0.", required=True),
        Column("passage_id", "text", "Đoạn văn", "Passage that holds it.", required=True, references="passages.id"),
        Column("row_id", "text", "Dòng bảng", "Table row, when it stands in a cell.", references="table_rows.id"),
        Column("task_id", "text", "Nhiệm vụ", "Task it belongs to.", references="tasks.id"),
        Column("page", "integer", "Trang", "Page, or null."),
        Column("line", "integer", "Dòng", "Line; text formats only."),
        Column("start", "integer", "Từ ký tự", "First code point in the text of the passage.", required=True),
        Column("end", "integer", "Đến ký tự", "Code point after the last.", required=True),
        Column("raw", "text", "Nguyên văn", "Exact words.", required=True),
        Column("source", "text", "Nguồn", "text or table.", required=True, index=True),
        Column("kind", "text", "Loại", "date, period, recurring, relative, continuous or event.", required=True, facet=True),
        Column("mod", "text", "Mức", "before, by, after, at_least, at_most or null.", index=True),
        Column("side", "text", "Phía mốc", "before or after the anchor of a relative one."),
        Column("start_on", "text", "Từ ngày", "First day (ISO 8601).", index=True),
        Column("due_on", "text", "Hạn", "Last day (ISO 8601).", index=True),
        Column("due_time", "text", "Giờ", "Hour, when printed."),
        Column("rrule", "text", "Lặp lại", "Recurrence rule of RFC 5545."),
        Column("freq", "text", "Tần suất", "Times per period: 2/P1M is twice a month."),
        Column("offset", "text", "Khoảng cách", "ISO 8601 duration from the anchor, positive."),
        Column("business_days", "integer", "Ngày làm việc", "1 when counted in working days.", required=True),
        Column("anchor", "text", "Mốc", "Event that a relative one counts from."),
        Column("timex3", "text", "TIMEX3", "Type and value as TimeML writes them."),
        Column("basis", "text", "Căn cứ tính", "What was printed and what was derived.", required=True),
        Column("action", "text", "Việc", "What is due."),
        Column("responsible", "text", "Trách nhiệm", "Who does it, as printed.", index=True),
        Column("unit_id", "text", "Đơn vị", "Unit responsible.", references="units.id", on_delete="no action", facet=True),
        Column("suspect", "text", "Nghi vấn", "Why an archivist should look at it, or null.", index=True),
    ),
    ("id",), owner="document_id", label_column="raw", indexes=(("due_on", "kind"),),
)  # fmt: skip

FLAGS = Table(
    "flags", "Cảnh báo", "Mỗi dòng là một điểm đáng ngờ của chính văn bản.", "One row per doubt about a document.",
    (
        Column("id", "text", "Mã cảnh báo", "Document id and place.", required=True),
        Column("document_id", "text", "Văn bản", "Document.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Place in reading order, from 0.", required=True),
        Column("code", "text", "Loại", "Code from the closed list.", required=True, facet=True),
        Column("why", "text", "Lý do", "What is wrong, with the values.", required=True),
        Column("page", "integer", "Trang", "Page, or null."),
        Column("line", "integer", "Dòng", "Line; text formats only."),
        Column("passage_id", "text", "Đoạn văn", "Passage; null for what is missing.", references="passages.id"),
        Column("row_id", "text", "Dòng bảng", "Row of a table.", references="table_rows.id"),
    ),
    ("id",), owner="document_id", label_column="why",
)  # fmt: skip

NOTES = Table(
    "notes", "Ghi chú đọc tệp", "Cách tệp đã được đọc, điều gì đã bỏ qua.", "One row per decision of the reader worth recording.",
    (
        Column("document_id", "text", "Văn bản", "Document.", required=True, references="documents.id"),
        Column("seq", "integer", "Thứ tự", "Order, from 0.", required=True),
        Column("code", "text", "Loại", "Code.", required=True, facet=True),
        Column("message", "text", "Nội dung", "What was done.", required=True),
        Column("page", "integer", "Trang", "Page, or null."),
    ),
    ("document_id", "seq"), owner="document_id",
)  # fmt: skip

TASK_TABLES = (UNITS, TASKS, TASK_UNITS, UNIT_LISTS, UNIT_LIST_ITEMS, DEADLINES, FLAGS, NOTES)

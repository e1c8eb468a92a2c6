"""Views: the questions that people ask most, as tables to browse."""
# ruff: noqa: E501, S608 - one column a line reads best; the names in the SQL are ours

from __future__ import annotations

from extract.store.schema import View

_DOCUMENT = (
    ("document_id", "Mã văn bản"), ("document_symbol", "Số, ký hiệu"), ("document_title", "Trích yếu"),
    ("document_issuer", "Cơ quan ban hành"), ("file_name", "Tên tệp"),
)  # fmt: skip
_DOCUMENT_SQL = """d.id as document_id, d.symbol as document_symbol, d.title as document_title,
  d.issuer as document_issuer, d.file_name"""

_DEADLINE_SQL = f"""
select l.id as deadline_id, {{dates}}, l.kind, l.mod, l.raw, l.action, l.responsible,
  u.name as unit, l.unit_id, t.task, {_DOCUMENT_SQL}, l.page, l.passage_id, l.rrule, l.freq,
  l."offset", l.business_days, l.anchor
from deadlines l
join documents d on d.id = l.document_id
left join units u on u.id = l.unit_id
left join tasks t on t.id = l.task_id
where {{where}}"""
_DEADLINE = (
    ("kind", "Loại"), ("mod", "Mức"), ("raw", "Nguyên văn"), ("action", "Việc"),
    ("responsible", "Trách nhiệm"), ("unit", "Đơn vị"), ("unit_id", "Mã đơn vị"),
    ("task", "Nhiệm vụ"), *_DOCUMENT, ("page", "Trang"), ("passage_id", "Đoạn văn"),
    ("rrule", "Lặp lại"), ("freq", "Tần suất"), ("offset", "Khoảng cách"),
    ("business_days", "Ngày làm việc"), ("anchor", "Mốc"),
)  # fmt: skip

V_DUE = View(
    "v_due", "Việc có hạn", "Thời hạn có ngày cụ thể, kèm đơn vị và kế hoạch.",
    "Deadlines with a date, with unit and plan.",
    (("deadline_id", "Mã thời hạn"), ("due_on", "Hạn"), ("start_on", "Từ ngày"), *_DEADLINE),
    _DEADLINE_SQL.format(
        dates="coalesce(l.due_on, l.start_on) as due_on, l.start_on",
        where="coalesce(l.due_on, l.start_on) is not null",
    ),

)  # fmt: skip
V_UNDATED = View(
    "v_undated", "Việc không có ngày", "Thời hạn không có ngày cụ thể: thường xuyên, định kỳ, theo sự kiện.",
    "Deadlines without a date: recurring, relative, continuous, by event.",
    (("deadline_id", "Mã thời hạn"), *_DEADLINE),
    _DEADLINE_SQL.replace("{dates}, ", "").format(
        where="l.due_on is null and l.start_on is null"
    ),

)  # fmt: skip
V_CITATION_LOOKUP = View(
    "v_citation_lookup", "Tra cứu viện dẫn", "Văn bản nào viện dẫn văn bản nào, ở đâu.",
    "Which document cites which instrument, and where.",
    (
        ("citation_id", "Mã viện dẫn"), ("instrument_id", "Mã văn bản được viện dẫn"),
        ("instrument", "Văn bản được viện dẫn"), ("instrument_symbol_key", "Khóa số, ký hiệu"),
        ("raw", "Nguyên văn"), ("role", "Vai trò"), ("pinpoints", "Điều, khoản, điểm"),
        ("page", "Trang"), ("context", "Ngữ cảnh"), ("suspect", "Nghi vấn"), *_DOCUMENT,
        ("issued_on", "Ngày ban hành"), ("passage_id", "Đoạn văn"),
    ),
    f"""
select c.id as citation_id, c.instrument_id, i.label as instrument,
  i.symbol_key as instrument_symbol_key, c.raw, c.role,
  (select group_concat(trim(coalesce('điểm ' || p.point || ' ', '')
      || coalesce('khoản ' || p.clause || ' ', '') || coalesce('Điều ' || p.article, '')), '; ')
   from pinpoints p where p.citation_id = c.id) as pinpoints,
  c.page, c.context, c.suspect, {_DOCUMENT_SQL}, d.issued_on, c.passage_id
from citations c
join documents d on d.id = c.document_id
left join instruments i on i.id = c.instrument_id""",
)  # fmt: skip
V_AMENDMENTS = View(
    "v_amendments", "Chuỗi sửa đổi", "Văn bản sửa đổi, thay thế, bãi bỏ nhau, kể cả gián tiếp.",
    "Instruments that amend, replace or repeal one another, also through others; depth 1 is direct.",
    (
        ("source_id", "Mã văn bản sửa đổi"), ("source", "Văn bản sửa đổi"), ("kind", "Quan hệ"),
        ("target_id", "Mã văn bản được sửa đổi"), ("target", "Văn bản được sửa đổi"),
        ("depth", "Bậc"), ("path", "Đường đi"),
    ),
    """
with recursive
  edges as (
    select distinct coalesce(r.source_id, h.id) as source_id, r.target_id, r.kind
    from relations r
    left join instruments h on r.source_id is null and h.held_document_id = r.document_id
    where r.kind in ('amends', 'replaces', 'repeals') and r.target_id is not null
      and coalesce(r.source_id, h.id) is not null
  ),
  chain (source_id, kind, target_id, depth, path) as (
    select source_id, kind, target_id, 1, '/' || source_id || '/' || target_id || '/' from edges
    union
    select c.source_id, e.kind, e.target_id, c.depth + 1, c.path || e.target_id || '/'
    from chain c join edges e on e.source_id = c.target_id
    where c.depth < 10 and instr(c.path, '/' || e.target_id || '/') = 0
  )
select chain.source_id, s.label as source, chain.kind, chain.target_id, t.label as target,
  chain.depth, chain.path
from chain
join instruments s on s.id = chain.source_id
join instruments t on t.id = chain.target_id""",
    facets=("kind", "depth"),
)  # fmt: skip
V_TASKS_BY_UNIT = View(
    "v_tasks_by_unit", "Nhiệm vụ theo đơn vị", "Đơn vị nào chủ trì, phối hợp nhiệm vụ nào.",
    "Which unit leads or coordinates which task.",
    (
        ("unit_id", "Mã đơn vị"), ("unit", "Đơn vị"), ("role", "Vai trò"), ("task_id", "Mã nhiệm vụ"),
        ("ordinal", "TT"), ("task", "Nhiệm vụ"), ("product", "Sản phẩm"), ("deadline", "Thời hạn"),
        ("budget_vnd", "Kinh phí (đồng)"), *_DOCUMENT, ("plan_year", "Năm kế hoạch"),
    ),
    f"""
select u.id as unit_id, u.name as unit, tu.role, t.id as task_id, t.ordinal, t.task, t.product,
  t.deadline, t.budget_vnd, {_DOCUMENT_SQL}, d.plan_year
from task_units tu
join units u on u.id = tu.unit_id
join tasks t on t.id = tu.task_id
join documents d on d.id = t.document_id""",

)  # fmt: skip
V_FLAGS = View(
    "v_flags", "Cảnh báo theo văn bản", "Điểm đáng ngờ của từng văn bản.",
    "Doubts, with the document they are about.",
    (
        ("flag_id", "Mã cảnh báo"), ("code", "Loại"), ("why", "Lý do"), ("page", "Trang"), ("line", "Dòng"),
        *_DOCUMENT, ("passage_id", "Đoạn văn"), ("passage", "Nội dung"),
    ),
    f"""
select f.id as flag_id, f.code, f.why, f.page, f.line, {_DOCUMENT_SQL}, f.passage_id,
  p.text as passage
from flags f
join documents d on d.id = f.document_id
left join passages p on p.id = f.passage_id""",
)  # fmt: skip

VIEWS = (V_DUE, V_UNDATED, V_CITATION_LOOKUP, V_AMENDMENTS, V_TASKS_BY_UNIT, V_FLAGS)

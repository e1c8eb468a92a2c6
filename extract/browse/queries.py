"""Canned queries: the questions people come with. Parameters are plain words of the asker.

Functions that SQLite lacks (vn_fold, vn_date, citation_ids) come from the plugin. Empty and odd
input gives no rows and no error.
"""

from __future__ import annotations

from dataclasses import dataclass

DATABASE = "kho"
"""Name of the database in every address, whatever its file is called."""


@dataclass(frozen=True, slots=True)
class Query:
    """A canned query. parameters: name in the address -> label and hint shown in the form."""

    name: str
    title: str
    vi: str
    parameters: tuple[tuple[str, str, str], ...]
    sql: str


LOOKUP = Query(
    "tra_cuu_vien_dan",
    "Tra cứu viện dẫn",
    "Kế hoạch nào viện dẫn văn bản này? Gõ số, ký hiệu hay tên văn bản, có dấu hay không dấu.",
    (("van_ban", "Văn bản", "61/2018/NĐ-CP, nd 61/2018, Nghị định 61"),),
    """
select c.instrument, c.document_symbol, c.document_title, c.document_issuer, c.issued_on,
  c.page, c.role, c.pinpoints, c.context, c.instrument_id, c.document_id, c.passage_id
from json_each(citation_ids(:van_ban)) as wanted
join v_citation_lookup as c on c.citation_id = wanted.value
order by c.instrument, c.issued_on, c.citation_id
limit 1000""",
)
DUE = Query(
    "thoi_han",
    "Việc đến hạn giữa hai ngày",
    "Để trống một ngày là không giới hạn phía đó. Ngày viết 01/06/2026 hoặc 2026-06-01.",
    (("tu_ngay", "Từ ngày", "01/06/2026"), ("den_ngay", "Đến ngày", "30/06/2026")),
    """
select due_on, start_on, coalesce(action, task) as action, coalesce(unit, responsible) as unit,
  raw, document_symbol, document_title, document_issuer, page, document_id, passage_id
from v_due
where due_on >= coalesce(vn_date(:tu_ngay), case trim(:tu_ngay) when '' then '0000' end)
  and due_on <= coalesce(vn_date(:den_ngay), case trim(:den_ngay) when '' then '9999' end)
order by due_on, document_id, deadline_id
limit 1000""",
)
TASKS = Query(
    "nhiem_vu_don_vi",
    "Nhiệm vụ của đơn vị",
    "Đơn vị nào chủ trì, phối hợp việc gì. Gõ tên hay một phần tên, có dấu hay không dấu.",
    (("don_vi", "Đơn vị", "Phòng Nội vụ"),),
    """
select v.unit, v.role, v.ordinal, v.task, v.product, v.deadline, v.document_symbol,
  v.document_title, v.plan_year, v.document_id, v.task_id
from units u
join v_tasks_by_unit v on v.unit_id = u.id
where trim(vn_fold(:don_vi)) <> '' and instr(u.name_key, trim(vn_fold(:don_vi))) > 0
order by v.unit, v.document_id, v.role, v.task_id
limit 1000""",
)
SEARCH = Query(
    "tim_toan_van",
    "Tìm toàn văn",
    "Các từ phải cùng có trong một đoạn; trong ngoặc kép là nguyên cụm. Không cần gõ dấu.",
    (("q", "Tìm", "cải cách hành chính"),),
    """
select d.symbol as document_symbol, d.title as document_title, d.issuer as document_issuer,
  p.page, p.kind, vn_snippet(p.text, :q) as text, d.id as document_id, p.id as passage_id
from passages_fts
join passages p on p.fts_id = passages_fts.rowid
join documents d on d.id = p.document_id
where passages_fts match vn_fts(:q)
order by rank
limit 100""",
)

QUERIES = (LOOKUP, DUE, TASKS, SEARCH)

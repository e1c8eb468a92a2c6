"""What makes a process ready to read: importing this loads the readers and compiles the tables.

Workers on Linux start as copies of a process that did this once. It takes most of a second, which
each worker would otherwise need anew: at the start, and after each file that ended one. Nothing
but that process imports this.
"""

from __future__ import annotations

import gc
import sys

from extract.pipeline import extract
from extract.readers import docx, html, pdf, plaintext, read_bytes
from extract.store import prepare

__all__ = ["docx", "html", "pdf", "plaintext", "prepare"]

_PLAN = """ỦY BAN NHÂN DÂN
XÃ TÂN AN
Số: 12/KH-UBND
Tân An, ngày 05 tháng 02 năm 2021
KẾ HOẠCH
Cải cách hành chính năm 2021
Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;
Căn cứ các Quyết định của Ủy ban nhân dân tỉnh: Quyết định số 12/QĐ-UBND ngày 05/01/2021;
1. Công chức Văn phòng chủ trì, phối hợp Phòng Nội vụ gửi báo cáo trước ngày 15/12/2021.
| TT | Nội dung | Đơn vị chủ trì | Thời gian |
|----|----------|----------------|-----------|
| 1 | Rà soát thủ tục | UBND xã Tân An | Quý I |
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
"""

extract(read_bytes(_PLAN.encode(), "plan.txt"))

# What is loaded now stays for good: no collection in a worker looks at it again. A plan is many
# small records without cycles, so collections in the midst of one find nothing.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 50)


def _say_nothing(*error: object) -> None:
    """A worker that is ended while it still starts finds its pool gone, and would say so."""


sys.excepthook = _say_nothing

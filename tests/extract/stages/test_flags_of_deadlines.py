"""Flags of deadlines: before the issue, in conflict, blank."""

from datetime import date

import pytest

from extract.model import Deadline, Header, Task
from tests.extract.stages.flag_records import APR, FULL, MAR, due, flags_of, texts

DUE = {  # name: deadline, codes
    "before": (
        due("Tháng 2 năm 2019", date(2019, 2, 28), kind="period"),
        ["deadline_before_issue"],
    ),
    "on the day": (due("03/3/2020", MAR), []),
    "after": (due("trước 01/4/2020", APR), []),
    "only a start": (due("từ ngày 01/01/2019", kind="period", start_on=date(2019, 1, 1)), []),
    "what was done": (due("Tính đến tháng 12/2019", date(2019, 12, 31)), []),
    "several years": (due("giai đoạn 2016-2019", date(2019, 12, 31), kind="period"), []),
    "every year": (due("trước 20/01 hàng năm", date(2020, 1, 20), kind="recurring"), []),
}


@pytest.mark.parametrize(("deadline", "codes"), DUE.values(), ids=DUE)
def test_deadlines_before_issue(deadline, codes):
    """A deadline that ended before the plan was issued."""
    found = flags_of(FULL, texts(deadline.raw), deadlines=(deadline,))
    assert [code for code, _ in found] == codes


def test_year_of_a_blank_date_is_enough():
    """A draft of 2021 cannot set a deadline in 2020; one within 2021 may be sound."""
    fields = {name: getattr(FULL, name) for name in FULL.__slots__}
    header = Header(**{**fields, "issued_on": None, "issued_on_raw": "ngày tháng năm 2021"})
    deadlines = (due("tháng 12/2020", date(2020, 12, 31)), due("tháng 01/2021", date(2021, 1, 31)))
    codes = [code for code, _ in flags_of(header, deadlines=deadlines)]
    assert codes.count("deadline_before_issue") == 1


# --- conflicts and attachments ----------------------------------------------------------------
REPORT = {"kind": "relative", "anchor": "ngày kiểm tra", "side": "before", "mod": "before"}


CONFLICTS = {  # name: two deadlines, whether they conflict
    "same report, other offset": (
        due("trước ngày kiểm tra 3 ngày", action="gửi báo cáo, gửi Đoàn kiểm tra", offset="P3D", **REPORT),
        due("trước ngày kiểm tra 5 ngày", action="xây dựng báo cáo, gửi về Đoàn kiểm tra", offset="P5D", seq=1, **REPORT),
        True,
    ),
    "same report, same offset": (
        due("trước ngày kiểm tra 3 ngày", action="gửi báo cáo, gửi Đoàn kiểm tra", offset="P3D", **REPORT),
        due("trước ngày kiểm tra 03 ngày", action="báo cáo gửi Đoàn kiểm tra", offset="P3D", seq=1, **REPORT),
        False,
    ),
    "other receiver": (
        due("trước ngày kiểm tra 3 ngày", action="báo cáo, gửi Đoàn kiểm tra", offset="P3D", **REPORT),
        due("trước ngày kiểm tra 5 ngày", action="báo cáo, gửi UBND huyện", offset="P5D", seq=1, **REPORT),
        False,
    ),
    "same people, same report, other date": (
        due("trước ngày 15/11/2021", date(2021, 11, 15), mod="before", responsible="Các phòng, ban",
            action="gửi báo cáo kết quả thực hiện về Phòng Nội vụ"),
        due("trước ngày 20/11/2021", date(2021, 11, 20), seq=1, mod="before", responsible="Các phòng, ban, ngành",
            action="báo cáo kết quả thực hiện về Phòng Nội vụ"),
        True,
    ),
    "other people": (
        due("trước ngày 15/11/2021", date(2021, 11, 15), mod="before", responsible="Các phòng, ban",
            action="gửi báo cáo kết quả thực hiện về Phòng Nội vụ"),
        due("trước ngày 20/11/2021", date(2021, 11, 20), seq=1, mod="before", responsible="UBND các xã",
            action="gửi báo cáo kết quả thực hiện về Phòng Nội vụ"),
        False,
    ),
    "half a year and a year": (
        due("trước ngày 15/6/2021", date(2021, 6, 15), mod="before", responsible="Các phòng, ban",
            action="gửi báo cáo 6 tháng về Phòng Nội vụ"),
        due("trước ngày 10/7/2021", date(2021, 7, 10), seq=1, mod="before", responsible="Các phòng, ban",
            action="gửi báo cáo năm về Phòng Nội vụ"),
        False,
    ),
    "monthly, other day": (
        due("ngày 20 hàng tháng", kind="recurring", action="gửi báo cáo tháng về UBND huyện",
            rrule="FREQ=MONTHLY;BYMONTHDAY=20"),
        due("ngày 25 hàng tháng", kind="recurring", action="gửi báo cáo tháng về UBND huyện",
            rrule="FREQ=MONTHLY;BYMONTHDAY=25", seq=1),
        False,
    ),
    "no report": (
        due("trước ngày kiểm tra 3 ngày", action="thông báo, gửi Đoàn kiểm tra", offset="P3D", **REPORT),
        due("trước ngày kiểm tra 5 ngày", action="chuẩn bị phòng họp, gửi Đoàn kiểm tra", offset="P5D", seq=1, **REPORT),
        False,
    ),
    "quarterly report, other day": (
        due("trước ngày cuối tháng 2, 5, 8", kind="recurring", action="báo cáo quý", responsible="Tư pháp",
            rrule="FREQ=YEARLY;BYMONTH=2,5,8;BYMONTHDAY=-1"),
        due("trước ngày 25 các tháng 2, 5, 8", kind="recurring", action="báo cáo quý I", responsible="công chức Tư pháp",
            rrule="FREQ=YEARLY;BYMONTH=2,5,8;BYMONTHDAY=25", seq=1),
        True,
    ),
    "quarterly reports of two offices": (
        due("ngày 20 các tháng 3, 6, 9", kind="recurring", action="báo cáo quý", responsible="Phòng Nội vụ",
            rrule="FREQ=YEARLY;BYMONTH=3,6,9;BYMONTHDAY=20"),
        due("ngày 15 các tháng 3, 6, 9", kind="recurring", action="báo cáo quý", responsible="Văn phòng",
            rrule="FREQ=YEARLY;BYMONTH=3,6,9;BYMONTHDAY=15", seq=1),
        False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second", "conflict"), CONFLICTS.values(), ids=CONFLICTS)
def test_deadline_conflicts(first, second, conflict):
    """The same report with two times is flagged once, where the second stands."""
    found = flags_of(FULL, texts("một", "hai"), deadlines=(first, second))
    assert found == ([("deadline_conflict", 11)] if conflict else [])


def test_deadline_of_a_task_knows_its_report():
    """In a table, the task's words say that the deadline is a report's."""
    days = ("-1", "25")
    deadlines = tuple(
        due(f"ngày {day}", kind="recurring", action="Quý I, quý II, quý III", responsible="Tư pháp", seq=seq,
            rrule=f"FREQ=YEARLY;BYMONTH=2,5,8;BYMONTHDAY={day}", source="table", task=seq or None)
        for seq, day in enumerate(days)
    )  # fmt: skip
    tasks = (Task("1", "x"), Task("2", "Báo cáo định kỳ hàng quý"))
    assert flags_of(FULL, texts("một", "hai"), deadlines=deadlines, tasks=tasks) == []
    spoken = (Deadline(0, 0, 1, "n", "text", "recurring", action="gửi báo cáo quý", responsible="Tư pháp",
                       rrule=deadlines[0].rrule), deadlines[1])  # fmt: skip
    assert flags_of(FULL, texts("một", "hai"), deadlines=spoken, tasks=tasks) == [
        ("deadline_conflict", 11)
    ]

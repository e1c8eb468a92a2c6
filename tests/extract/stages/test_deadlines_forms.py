"""Every form of time that plans were seen to print, with its value."""

import pytest

from tests.extract.stages.deadline_texts import cell, day

TWO_PER_YEAR = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15"
QUARTERLY = "FREQ=MONTHLY;INTERVAL=3"

FORMS = {
    # a stated day
    "trước ngày 20/10/2020": ("date", "before", "", "2020-10-20", "", "stated"),
    "trước 28/02/2020": ("date", "before", "", "2020-02-28", "", "stated"),
    "hoàn thành trước ngày 30/9/2026": ("date", "before", "", "2026-09-30", "", "stated"),
    "trước 17 giờ ngày 10/09/2026": ("date", "before", "", "2026-09-10", "", "stated"),
    "chậm nhất ngày 03/06/2026": ("date", "by", "", "2026-06-03", "", "stated"),
    "chậm nhất ngày 31/3/2025": ("date", "by", "", "2025-03-31", "", "stated"),
    "đến hết ngày 31/12/2025": ("date", "by", "", "2025-12-31", "", "stated"),
    "Chậm nhất ngày 30 tháng 8": ("date", "by", "", "2024-08-30", "", "plan_year"),
    "Chậm nhất ngày 06 (sáu) tháng 06 (sáu)": ("date", "by", "", "2024-06-06", "", "plan_year"),
    "chậm nhất ngày 25 (hai mươi lăm) tháng 11 (mười một)": (
        "date", "by", "", "2024-11-25", "", "plan_year"),
    "Trước ngày 15/11": ("date", "before", "", "2024-11-15", "", "plan_year"),
    "trước ngày 05/6": ("date", "before", "", "2024-06-05", "", "plan_year"),
    "trước Tết Nguyên đán": ("date", "before", "", "2024-02-10", "", "plan_year"),
    "trước Tết Nguyên đán Ất Tỵ": ("date", "before", "", "2025-01-29", "", "plan_year"),
    "trước Tết Nguyên đán Giáp Thìn 2024": ("date", "before", "", "2024-02-10", "", "stated"),
    "trước Tết Nguyên đán Canh Tý": ("date", "before", "", "", "", "plan_year"),
    "xong trước ngày 30-6": ("date", "before", "", "2024-06-30", "", "plan_year"),
    "trước ngày 30-6-2021": ("date", "before", "", "2021-06-30", "", "stated"),
    "Ngày 15/6/2020": ("date", None, "", "2020-06-15", "", "stated"),
    "muộn nhất ngày 25/5/2024": ("date", "by", "", "2024-05-25", "", "stated"),
    "xong trước 30/6": ("date", "before", "", "2024-06-30", "", "plan_year"),
    "Hạn cuối: 15/7/2024": ("date", "by", "", "2024-07-15", "", "stated"),
    "15.6.2021": ("date", None, "", "2021-06-15", "", "stated"),
    # a window
    "từ ngày 01/01/2019": ("period", None, "2019-01-01", "", "", "stated"),
    "đầu năm": ("period", None, "", "2024-01-01", "", "plan_year+law146"),
    "giữa năm": ("period", None, "", "2024-06-30", "", "plan_year+law146"),
    "cuối năm": ("period", None, "", "2024-12-31", "", "plan_year+law146"),
    "cuối tháng 6": ("period", None, "", "2024-06-30", "", "plan_year+law146"),
    "giữa tháng 5/2021": ("period", None, "", "2021-05-15", "", "law146"),
    "Tháng 8 năm 2020": ("period", None, "2020-08-01", "2020-08-31", "", "period_end"),
    "Tháng 12/2025": ("period", None, "2025-12-01", "2025-12-31", "", "period_end"),
    "Trong tháng 9 năm 2026": ("period", None, "2026-09-01", "2026-09-30", "", "period_end"),
    "trong tháng 6": ("period", None, "2024-06-01", "2024-06-30", "", "plan_year+period_end"),
    "Tháng 3 đến tháng 7 năm 2020": (
        "period", None, "2020-03-01", "2020-07-31", "", "period_end"),
    "Từ tháng 5/2021 đến tháng 12/2021": (
        "period", None, "2021-05-01", "2021-12-31", "", "period_end"),
    "Quý I năm 2020": ("period", None, "2020-01-01", "2020-03-31", "", "period_end"),
    "Trong Quý I năm 2020": ("period", None, "2020-01-01", "2020-03-31", "", "period_end"),
    "Quý I/2026": ("period", None, "2026-01-01", "2026-03-31", "", "period_end"),
    "Quý 4 năm 2025": ("period", None, "2025-10-01", "2025-12-31", "", "period_end"),
    "Quý 4-2023": ("period", None, "2023-10-01", "2023-12-31", "", "period_end"),
    "hoàn thành trong quý III/2024": (
        "period", None, "2024-07-01", "2024-09-30", "", "period_end"),
    "Hoàn thành trong quý III": (
        "period", None, "2024-07-01", "2024-09-30", "", "plan_year+period_end"),
    "Qúy II": ("period", None, "2024-04-01", "2024-06-30", "", "plan_year+period_end"),
    "Quý II-III/2026": ("period", None, "2026-04-01", "2026-09-30", "", "period_end"),
    "Quý IV/2026 đến hết Quý II/2027": (
        "period", None, "2026-10-01", "2027-06-30", "", "period_end"),
    "Từ ngày 29/4/2023 đến hết ngày 03/5/2023": (
        "period", None, "2023-04-29", "2023-05-03", "", "stated"),
    "từ ngày 15 tháng 12 năm 2023 đến ngày 14 tháng 3 năm 2024": (
        "period", None, "2023-12-15", "2024-03-14", "", "stated"),
    "từ đầu ngày 01 tháng 01 đến hết ngày 31 tháng 12": (
        "period", None, "2024-01-01", "2024-12-31", "", "plan_year"),
    "6 tháng đầu năm 2024": ("period", None, "2024-01-01", "2024-06-30", "", "period_end"),
    "9 tháng đầu năm 2026": ("period", None, "2026-01-01", "2026-09-30", "", "period_end"),
    "6 tháng cuối năm": (
        "period", None, "2024-07-01", "2024-12-31", "", "plan_year+period_end"),
    "tuần thứ hai của tháng 3": ("period", None, "2024-03-11", "2024-03-17", "", "plan_year"),
    "15 ngày cuối quý": ("period", None, "", "", "", "period_end"),
    "15 ngày cuối quý II": (
        "period", None, "2024-06-16", "2024-06-30", "", "plan_year+period_end"),
    "đến hết tháng 6": ("period", "by", "", "2024-06-30", "", "plan_year+period_end"),
    "trước quý II": ("period", "before", "", "", "", "stated"),
    "từ nay đến hết năm": ("period", None, "", "2024-12-31", "", "plan_year+period_end"),
    "Tháng 01-02/2022": ("period", None, "2022-01-01", "2022-02-28", "", "period_end"),
    "tháng 4 - 6": ("period", None, "2024-04-01", "2024-06-30", "", "plan_year+period_end"),
    "năm 2021-2022": ("period", None, "2021-01-01", "2022-12-31", "", "period_end"),
    "Giai đoạn 2021-2025": ("period", None, "2021-01-01", "2025-12-31", "", "period_end"),
    "2021": ("period", None, "2021-01-01", "2021-12-31", "", "period_end"),
    "T3/2020": ("period", None, "2020-03-01", "2020-03-31", "", "period_end"),
    "Q2/2021": ("period", None, "2021-04-01", "2021-06-30", "", "period_end"),
    "6/2021": ("period", None, "2021-06-01", "2021-06-30", "", "period_end"),
    "15 - 20/6/2020": ("period", None, "2020-06-15", "2020-06-20", "", "stated"),
    "Từ ngày 15 đến ngày 20/6/2020": ("period", None, "2020-06-15", "2020-06-20", "", "stated"),
    "Trong năm": ("period", None, "2024-01-01", "2024-12-31", "", "plan_year+period_end"),
    "Năm 2021 và các năm tiếp theo": ("period", None, "2021-01-01", "", "", "period_end"),
    "Từ tháng 5/2021": ("period", None, "2021-05-01", "", "", "period_end"),
    "Học kỳ I năm học 2022-2023": ("period", None, "", "", "", "stated"),
    "Tháng 12 năm trước": (
        "period", None, "2023-12-01", "2023-12-31", "", "plan_year+period_end"),
    "Tháng 01 năm sau": ("period", None, "2025-01-01", "2025-01-31", "", "plan_year+period_end"),
    "trước ngày 31/12 năm trước": ("date", "before", "", "2023-12-31", "", "plan_year"),
    "Tuần 1,2 tháng 3/2021": ("period", None, "2021-03-01", "2021-03-14", "", "period_end"),
    "Đến quý II/2021": ("period", "by", "", "2021-06-30", "", "period_end"),
    "Đến 31/12/2021": ("date", "by", "", "2021-12-31", "", "stated"),
    "Tháng 7,8,9": ("period", None, "2024-07-01", "2024-09-30", "", "plan_year+period_end"),
    "Tháng 3 trở đi": ("period", None, "2024-03-01", "", "", "plan_year+period_end"),
    "2021-2025 và những năm tiếp theo": ("period", None, "2021-01-01", "", "", "period_end"),
    "trung tuần tháng 5/2021": ("period", None, "", "", "", "stated"),
    "Thứ Hai, ngày 15/3/2021": ("date", None, "", "2021-03-15", "", "stated"),
    "10-12/3/2021": ("period", None, "2021-03-10", "2021-03-12", "", "stated"),
    # again and again
    "6 tháng, năm": ("recurring", None, "", "", "FREQ=MONTHLY;INTERVAL=6", "stated"),
    "Hàng tháng, quý, 6 tháng, năm": ("recurring", None, "", "", "FREQ=MONTHLY", "stated"),
    "Ít nhất 1 năm 1 lần": ("recurring", "at_least", "", "", "FREQ=YEARLY", "stated"),
    "hằng năm (trước ngày 15/12)": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "stated"),
    "Hàng tháng, trước ngày 20": (
        "recurring", "before", "", "", "FREQ=MONTHLY;BYMONTHDAY=20", "stated"),
    "tháng 3; 6; 9; 12": ("recurring", None, "", "", "FREQ=YEARLY;BYMONTH=3,6,9,12", "stated"),
    "Hàng tháng": ("recurring", None, "", "", "FREQ=MONTHLY", "stated"),
    "Hàng quý": ("recurring", None, "", "", QUARTERLY, "stated"),
    "Định kỳ hằng quý": ("recurring", None, "", "", QUARTERLY, "stated"),
    "Theo Quý và năm": ("recurring", None, "", "", QUARTERLY, "stated"),
    "Quý I, 6 tháng, quý III và năm 2020": (
        "recurring", None, "2020-01-01", "2020-12-31", QUARTERLY, "period_end"),
    "hằng năm": ("recurring", None, "", "", "FREQ=YEARLY", "stated"),
    "02 lần/tháng": ("recurring", None, "", "", "2/P1M", "stated"),
    "ít nhất 02 lần/năm": ("recurring", "at_least", "", "", "2/P1Y", "stated"),
    "Ít nhất 1 lần/quý": ("recurring", "at_least", "", "", "1/P3M", "stated"),
    "mỗi quý một lần": ("recurring", None, "", "", "1/P3M", "stated"),
    "định kỳ 06 tháng một lần": ("recurring", None, "", "", "FREQ=MONTHLY;INTERVAL=6", "stated"),
    "Định kỳ 06 tháng": ("recurring", None, "", "", "FREQ=MONTHLY;INTERVAL=6", "stated"),
    "06 tháng/lần": ("recurring", None, "", "", "FREQ=MONTHLY;INTERVAL=6", "stated"),
    "Trước ngày 05 hàng tháng": (
        "recurring", "before", "", "", "FREQ=MONTHLY;BYMONTHDAY=5", "stated"),
    "từ ngày 01 đến ngày 05 hàng tháng": (
        "recurring", None, "", "", "FREQ=MONTHLY;BYMONTHDAY=5", "stated"),
    "Chậm nhất ngày 15 (mười lăm) của tháng báo cáo": (
        "recurring", "by", "", "", "FREQ=MONTHLY;BYMONTHDAY=15", "stated"),
    "trước ngày 20/11 hàng năm": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20", "stated"),
    "trước ngày 15/3 hằng năm": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", "stated"),
    "Trước ngày 20 tháng 12 hằng năm": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20", "stated"),
    "trước ngày 15/6 và 15/12 hằng năm": ("recurring", "before", "", "", TWO_PER_YEAR, "stated"),
    "trước ngày 25 các tháng 2, 5, 8": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=2,5,8;BYMONTHDAY=25", "stated"),
    "trước ngày cuối cùng của tháng 2, 5, 8": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=2,5,8;BYMONTHDAY=-1", "stated"),
    "trước ngày 05 tháng cuối cùng của mỗi quý": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=5", "stated"),
    "trước ngày 15 của tháng cuối quý": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15", "stated"),
    "Chậm nhất ngày 06 (sáu) của tháng cuối quý": (
        "recurring", "by", "", "", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=6", "stated"),
    "chậm nhất vào ngày 25 của tháng cuối kỳ báo cáo": ("recurring", "by", "", "", "", "regime"),
    "trước ngày 20 tháng thứ ba của quý": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", "stated"),
    "chậm nhất ngày cuối tháng đầu quý sau": (
        "recurring", "by", "", "", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1", "stated"),
    "trước ngày 10/01 của năm liền kề năm báo cáo": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10", "stated"),
    "trước ngày 31 tháng 12 năm sau": (
        "recurring", "before", "", "", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31", "stated"),
    "thứ Sáu hằng tuần": ("recurring", None, "", "", "FREQ=WEEKLY;BYDAY=FR", "stated"),
    "trước 17 giờ mỗi thứ Sáu": ("recurring", "before", "", "", "FREQ=WEEKLY;BYDAY=FR", "stated"),
    "Tháng 6, tháng 12 hằng năm": ("recurring", None, "", "", "FREQ=YEARLY;BYMONTH=6,12", "stated"),
    # all along
    "Thường xuyên trong năm 2020": (
        "continuous", None, "2020-01-01", "2020-12-31", "", "period_end"),
    "Thường xuyên trong năm": (
        "continuous", None, "2024-01-01", "2024-12-31", "", "plan_year+period_end"),
    "Thường xuyên": ("continuous", None, "", "", "", "stated"),
    "Cả năm": ("continuous", None, "2024-01-01", "2024-12-31", "", "plan_year+period_end"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS.items(), ids=FORMS)
def test_forms(text, expected):
    """A form alone in a time cell is one deadline, whole, with its value and its basis."""
    kind, mod, start, due, rule, basis = expected
    (found,) = cell(text)
    got = (found.kind, found.mod, found.start_on, found.due_on, found.rrule or found.freq or "")
    assert found.raw == text
    assert (*got, found.basis) == (kind, mod, day(start), day(due), rule, basis)
    assert (found.source, found.task, found.responsible) == ("table", 0, "Phòng Nội vụ")


# printed words: mod, side, offset, business days, anchor
OFFSETS = {
    "trước 03 ngày kể từ ngày Đoàn kiểm tra làm việc": (
        "before", "before", "P3D", False, "ngày Đoàn kiểm tra làm việc"),
    "trước thời gian kiểm tra 05 ngày": ("before", "before", "P5D", False, "thời gian kiểm tra"),
    "trước ngày kiểm tra ít nhất 3 ngày làm việc": (
        "at_least", "before", "P3D", True, "ngày kiểm tra"),
    "trước ngày kiểm tra 3 ngày làm việc": ("before", "before", "P3D", True, "ngày kiểm tra"),
    "ít nhất 05 ngày trước ngày khai mạc": (
        "at_least", "before", "P5D", False, "ngày khai mạc"),
    "sau kiểm tra chậm nhất là 01 tuần": ("at_most", "after", "P1W", False, "kiểm tra"),
    "01 tháng sau kiểm tra": ("after", "after", "P1M", False, "kiểm tra"),
    "10 ngày sau khi nhận được PA,KN": ("after", "after", "P10D", False, "nhận được PA,KN"),
    "Trong thời hạn 03 ngày làm việc kể từ ngày nhận được hồ sơ đầy đủ và hợp lệ": (
        "at_most", "after", "P3D", True, "ngày nhận được hồ sơ đầy đủ và hợp lệ"),
    "Không quá 05 ngày làm việc kể từ ngày tiếp nhận": (
        "at_most", "after", "P5D", True, "ngày tiếp nhận"),
    "chậm nhất là 05 ngày làm việc, kể từ ngày báo cáo quyết toán được phê chuẩn": (
        "at_most", "after", "P5D", True, "ngày báo cáo quyết toán được phê chuẩn"),
    "chậm nhất là 45 ngày kể từ ngày kết thúc 6 tháng đầu năm tài chính": (
        "at_most", "after", "P45D", False, "ngày kết thúc 6 tháng đầu năm tài chính"),
    "sau 01 ngày kể từ ngày chốt số liệu": ("after", "after", "P1D", False, "ngày chốt số liệu"),
    "02 ngày làm việc kể từ ngày chốt số liệu": (
        "after", "after", "P2D", True, "ngày chốt số liệu"),
    "trong 24 giờ kể từ khi phát hiện": ("at_most", "after", "PT24H", False, "phát hiện"),
    "chậm nhất ngày thứ 10 kể từ ngày bắt đầu kỳ thuê": (
        "at_most", "after", "P10D", False, "ngày bắt đầu kỳ thuê"),
    "trong vòng mười ngày kể từ ngày ký": ("at_most", "after", "P10D", False, "ngày ký"),
    "Sau khi kết thúc kiểm tra 10 ngày": ("after", "after", "P10D", False, "kết thúc kiểm tra"),
    "Chậm nhất sau 10 ngày kể từ ngày kết thúc cuộc kiểm tra": (
        "at_most", "after", "P10D", False, "ngày kết thúc cuộc kiểm tra"),
    "trước khi Đoàn đến kiểm tra 05 ngày làm việc": (
        "before", "before", "P5D", True, "Đoàn đến kiểm tra"),
    "trong thời hạn 15 (mười lăm) ngày": ("at_most", "after", "P15D", False, None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OFFSETS.items(), ids=OFFSETS)
def test_offsets(text, expected):
    """An offset keeps its side, its length and the event it hangs on; it has no date."""
    (found,) = cell(text)
    got = (found.mod, found.side, found.offset, found.business_days, found.anchor)
    assert (found.raw, found.kind) == (text, "relative")
    assert got == expected
    assert (found.start_on, found.due_on) == (None, None)


# printed words: mod, anchor
EVENTS = {
    "Khi có yêu cầu": (None, "có yêu cầu"),
    "đột xuất khi có yêu cầu": (None, "có yêu cầu"),
    "Sau khi văn bản có hiệu lực": ("after", "văn bản có hiệu lực"),
    "ngay sau khi được ban hành": ("after", "được ban hành"),
    "Kết thúc đợt kiểm tra": ("after", "Kết thúc đợt kiểm tra"),
    "Theo Kế hoạch theo dõi tình hình THPL": (None, "Kế hoạch theo dõi tình hình THPL"),
    "theo thời gian yêu cầu của đoàn kiểm tra": (None, "thời gian yêu cầu của đoàn kiểm tra"),
    "Theo Kế hoạch năm 2020 của UBND tỉnh": (None, "Kế hoạch năm 2020 của UBND tỉnh"),
    "Khi có kiến nghị sau thanh tra, kiểm tra, kiểm toán": (
        None, "có kiến nghị sau thanh tra, kiểm tra, kiểm toán"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EVENTS.items(), ids=EVENTS)
def test_events(text, expected):
    """An event keeps its words and gets no date, even when they hold a year."""
    (found,) = cell(text)
    assert (found.raw, found.kind, found.mod, found.anchor) == (text, "event", *expected)
    assert (found.start_on, found.due_on) == (None, None)

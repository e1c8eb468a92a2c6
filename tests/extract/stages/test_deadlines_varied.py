"""Times as campaigns, schools, elections and newspapers' notices print them; and what is told."""

from datetime import date

import pytest

from extract.model import Header, Passage
from extract.stages.deadlines import find_deadlines, find_in_text

YEAR = 2024

PRINTED = {  # text: raw, kind, start, due or rule of each
    "Báo cáo trong quý I, II và quý III/2024; rà soát trong tháng 4, 5 và tháng 6 năm 2024.": [
        ("trong quý I, II và quý III/2024", "period", "2024-01-01", "2024-09-30"),
        ("trong tháng 4, 5 và tháng 6 năm 2024", "period", "2024-04-01", "2024-06-30")],
    "Gửi đăng ký trước 16h30 thứ Sáu (ngày 12/4/2024); phát động trước thứ Hai, ngày 22/4/2024.": [
        ("trước 16h30 thứ Sáu (ngày 12/4/2024)", "date", None, "2024-04-12"),
        ("trước thứ Hai, ngày 22/4/2024", "date", None, "2024-04-22")],
    "Đoàn xã gửi báo cáo chậm nhất trong tuần đầu tháng 7/2024.": [
        ("chậm nhất trong tuần đầu tháng 7/2024", "period", None, "2024-07-07")],
    "Đại hội tổ chức trong tháng 9 và tháng 10.2024.": [
        ("trong tháng 9", "period", "2024-09-01", "2024-09-30"),
        ("tháng 10.2024", "period", "2024-10-01", "2024-10-31")],
    "Tiêm đợt 1 từ 22-3 đến tháng 8-2024.": [
        ("từ 22-3 đến tháng 8-2024", "period", "2024-03-22", "2024-08-31")],
    "Nhận hồ sơ từ ngày 12 đến hết 14-7; xét tuyển từ ngày 29-7 đến 02-8.": [
        ("từ ngày 12 đến hết 14-7", "period", "2024-07-12", "2024-07-14"),
        ("từ ngày 29-7 đến 02-8", "period", "2024-07-29", "2024-08-02")],
    "Từ ngày 12.3-30.4, các xã tiêm phòng vụ xuân.": [
        ("Từ ngày 12.3-30.4", "period", "2024-03-12", "2024-04-30")],
    "Trước 20-7 UBND xã trình dự toán; chậm nhất 20-12 giao dự toán.": [
        ("Trước 20-7", "date", None, "2024-07-20"), ("chậm nhất 20-12", "date", None, "2024-12-20")],
    "Tổ chức khai giảng vào ngày 5-9 hằng năm.": [
        ("vào ngày 5-9 hằng năm", "recurring", None, "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=5")],
    "Nộp danh sách trước 7h00 sáng ngày 01/7/2024.": [
        ("trước 7h00 sáng ngày 01/7/2024", "date", None, "2024-07-01")],
    "Các xã tổ chức hội thi chậm nhất vào cuối tháng 11.": [
        ("chậm nhất vào cuối tháng 11", "period", None, "2024-11-30")],
    "Thi chung kết vào ngày 18-19 tháng 11 năm 2024.": [
        ("vào ngày 18-19 tháng 11 năm 2024", "period", "2024-11-18", "2024-11-19")],
    "Đại hội họp trong 02 ngày 14 và 15/6/2024.": [
        ("trong 02 ngày 14 và 15/6/2024", "period", "2024-06-14", "2024-06-15")],
    "Thời gian: Trong 3 ngày (24, 25, 26/11/2024).": [
        ("24", "date", None, "2024-11-24"), ("25", "date", None, "2024-11-25"),
        ("26/11/2024", "date", None, "2024-11-26")],
    "Khai mạc: 14 giờ 00 phút, ngày 06/11/2024.": [
        ("14 giờ 00 phút, ngày 06/11/2024", "date", None, "2024-11-06")],
    "- Đầu tháng 6 (cuối năm học trước): thành lập ban.": [
        ("Đầu tháng 6", "period", None, "2024-06-01")],
    "Đại hội bắt đầu từ quý I và kết thúc đầu quý II.": [
        ("bắt đầu từ quý I", "period", "2024-01-01", None),
        ("kết thúc đầu quý II", "period", None, "2024-04-01"),
    ],
    "Hoàn thành trước ngày Sinh nhật Bác (19/5).": [
        ("Hoàn thành trước ngày Sinh nhật Bác (19/5)", "date", None, "2024-05-19")
    ],
    "Nhận hồ sơ từ ngày 16/7 đến 17 giờ ngày 28/7.": [
        ("từ ngày 16/7 đến 17 giờ ngày 28/7", "period", "2024-07-16", "2024-07-28")
    ],
    "Thời gian: từ 8 giờ 00 đến 10 giờ 30 ngày 12/5/2024": [
        ("từ 8 giờ 00 đến 10 giờ 30 ngày 12/5/2024", "date", None, "2024-05-12")
    ],
    "Tổng vệ sinh vào ngày 15 và ngày 30 hằng tháng.": [
        ("vào ngày 15 và ngày 30 hằng tháng", "recurring", None, "FREQ=MONTHLY;BYMONTHDAY=15,30")
    ],
    "Tiếp công dân các ngày thứ Ba, thứ Năm hằng tuần.": [
        ("các ngày thứ Ba, thứ Năm hằng tuần", "recurring", None, "FREQ=WEEKLY;BYDAY=TU,TH")
    ],
    "Hợp long cầu vào tháng 9.2025.": [
        ("vào tháng 9.2025", "period", "2025-09-01", "2025-09-30")
    ],
    "Thời gian: Từ ngày 21/4 đến ngày 23/4/2024 (nhằm ngày 13 đến 15 tháng 3 năm Giáp Thìn)": [
        ("Từ ngày 21/4 đến ngày 23/4/2024", "period", "2024-04-21", "2024-04-23")
    ],
    "Lễ hội vào ngày 10 tháng 3 âm lịch.": [("vào ngày 10 tháng 3 âm lịch", "date", None, None)],
    "Thời gian: Học kỳ I: từ 05/9/2024 đến 15/01/2025": [
        ("từ 05/9/2024 đến 15/01/2025", "period", "2024-09-05", "2025-01-15")
    ],
    "Tiếp nhận hồ sơ từ thứ 2 đến thứ 6 hằng tuần.": [
        ("từ thứ 2 đến thứ 6 hằng tuần", "recurring", None, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    ],
    "Từ ngày 3 - 31.12, các xã khám tuyển; giao quân vào sáng 20-2-2025.": [
        ("Từ ngày 3 - 31.12", "period", "2024-12-03", "2024-12-31"),
        ("vào sáng 20-2-2025", "date", None, "2025-02-20"),
    ],
    "Đăng ký lần đầu trong tháng 4 hằng năm.": [
        ("trong tháng 4 hằng năm", "recurring", None, "FREQ=YEARLY;BYMONTH=4")
    ],
    "Báo cáo nhanh trước 7 giờ và 16 giờ hằng ngày.": [
        ("trước 7 giờ và 16 giờ hằng ngày", "recurring", None, "FREQ=DAILY")
    ],
    "Trực ban kể từ 0 giờ ngày 01/5/2024.": [
        ("kể từ 0 giờ ngày 01/5/2024", "period", "2024-05-01", None)
    ],
    "Lập quy hoạch trong quý I và quý II năm 2024.": [
        ("trong quý I", "period", "2024-01-01", "2024-03-31"),
        ("quý II năm 2024", "period", "2024-04-01", "2024-06-30"),
    ],
    "Hằng năm, vào dịp 27/7, các xã thăm hỏi gia đình chính sách.": [
        ("Hằng năm, vào dịp 27/7", "recurring", None, "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=27")
    ],
    "Quý I/2024: trước ngày 20/3/2024.": [("trước ngày 20/3/2024", "date", None, "2024-03-20")],
    "Thời gian: 03 ngày liên tục, bắt đầu từ ngày 06/11/2024.": [
        ("bắt đầu từ ngày 06/11/2024", "period", "2024-11-06", None)
    ],
    "Ngày 28/02, sẽ khai mạc tại xã. Ngày 9/3, 12 xã sẽ giao quân.": [
        ("Ngày 28/02", "date", None, "2024-02-28"),
        ("Ngày 9/3", "date", None, "2024-03-09"),
    ],
    "- Giữa tháng 9 tổ chức hội nghị viên chức.": [("Giữa tháng 9", "period", None, "2024-09-15")],
    "Báo cáo dự toán năm sau gửi đại biểu chậm nhất 20 ngày, trước ngày khai mạc kỳ họp.": [
        ("chậm nhất 20 ngày, trước ngày khai mạc kỳ họp", "relative", None, None)],
}  # fmt: skip


def iso(value):
    return value.isoformat() if value else None


@pytest.mark.parametrize(("text", "expected"), PRINTED.items(), ids=PRINTED)
def test_printed(text, expected):
    """Dots and dashes between day and month, hours, lists of days: words and values."""
    found = find_in_text(text, YEAR)
    assert [(d.raw, d.kind, iso(d.start_on), d.rrule or iso(d.due_on)) for d in found] == expected


UNDER_HEADING = ("III. NỘI DUNG, THỜI GIAN", "2. Thời gian triển khai:", "- Đợt II: Tháng 12/2024.")


def test_a_heading_of_mere_words_is_no_action():
    """Nothing above says what is done but the title of the plan."""
    plan = Header(plan_year=YEAR, title="Triển khai chiến dịch tiêm vắc xin năm 2024")
    lines = (Passage(n, text, section=n - 1 if n else None) for n, text in enumerate(UNDER_HEADING))
    (found,) = find_deadlines(tuple(lines), (), (), (), plan)
    assert found.action == "Triển khai chiến dịch tiêm vắc xin"


def test_who_leads_is_no_action():
    """A line that says who and when takes what is done from the item above it."""
    lines = (
        Passage(0, "1. Tập huấn nghiệp vụ"),
        Passage(
            1, "- Cơ quan chủ trì: Phòng Tư pháp. Thời gian thực hiện: tháng 5/2024.", section=0
        ),
    )
    (found,) = find_deadlines(lines, (), (), (), Header(plan_year=YEAR))
    assert (found.action, found.responsible) == ("Tập huấn nghiệp vụ", "Phòng Tư pháp")


def test_how_long_an_inspection_takes_is_no_action():
    line = Passage(0, "Thời hạn thanh tra: 30 ngày làm việc, dự kiến bắt đầu từ ngày 04/4/2024.")
    plan = Header(plan_year=YEAR, title="Thanh tra công tác tài chính năm 2024")
    (found,) = find_deadlines((line,), (), (), (), plan)
    assert (found.start_on, found.action) == (date(2024, 4, 4), "Thanh tra công tác tài chính")


def test_a_line_that_begins_with_a_capital_is_a_new_one():
    """Ủ stands among the small letters in Unicode's order, and is none of them."""
    (found,) = find_in_text("Thời gian: sau khi có kết quả\nỦy ban nhân dân xã báo cáo", YEAR)
    assert found.anchor == "có kết quả"


NUMBERS = [
    "Tăng từ 3.2 đến 4.5 điểm; đạt 8.5-9.2 điểm; giảm từ 5-7 xuống 3-4 vụ.",
    "Nộp trước 3-5 ngày làm việc thì tốt; không quá 5-7 người một tổ.",
    "Không được tổ chức nhập học trước ngày 22/8.",
    "Thời gian: 1/2 ngày.",
    "Trao 14 giải, 15 phần quà; phát 2.2024 tờ rơi.",
]


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_are_no_days(text):
    assert [d.raw for d in find_in_text(text, YEAR) if d.due_on] == []


ISSUED = Header(plan_year=YEAR, issued_on=date(2024, 6, 3))


def in_plan(text):
    return find_deadlines((Passage(0, text),), (), (), (), ISSUED)


TOLD = {
    "done by then": "Đến cuối tháng 4/2024, các chi bộ đã hoàn thành đại hội.",
    "over before the issue": "Trong quý I/2024, toàn huyện tiếp nhận 2.300 hồ sơ.",
    "a list of what was done": "Ngày 10/02/2024: UBND huyện đã họp triển khai.",
    "a day that opens a sentence": "Ngày 15/9/2024, UBND tỉnh ban hành Kế hoạch số 45/KH-UBND.",
    "an issue": "Quyết định được ban hành vào ngày 15/9/2024; vụ cháy xảy ra vào ngày 12/9/2024.",
    "the scope of an inspection": "Phạm vi giám sát: từ năm 2023 đến hết tháng 9/2024.",
    "what a report covers": "Báo cáo kết quả thực hiện từ 01/01/2024 đến 30/9/2024.",
    "the texts that are looked through": "Rà soát văn bản ban hành từ ngày 01/01/2022 đến ngày 30/6/2024.",
    "land and papers of long ago": "Đất sử dụng trước ngày 15/10/1993; văn bản ban hành trước 01/7/2016.",
    "how long a state lasts": "Cách ly y tế 14 ngày kể từ ngày tiếp xúc; lưu trữ hồ sơ trong 10 năm kể từ ngày nộp.",
}  # fmt: skip


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD)
def test_what_is_told_is_no_deadline(text):
    assert in_plan(text) == ()


ORDERED = {
    "a goal": ("Phấn đấu đến hết năm 2024, 100% xã đã đạt chuẩn.", "2024-12-31"),
    "an order dated too early": ("Hoàn thành trong tháng 02/2024.", "2024-02-29"),
    "a limit of last year, copied": ("Gửi báo cáo trước ngày 30/11/2023.", "2023-11-30"),
    "a window after the issue": ("Rà soát việc giao đất từ ngày 10/7 đến 20/7/2024.", "2024-07-20"),
    "who was told": ("Các đơn vị đã đăng ký gửi bài trước ngày 30/7/2024.", "2024-07-30"),
}


@pytest.mark.parametrize(("text", "due"), ORDERED.values(), ids=ORDERED)
def test_what_is_ordered_is_one(text, due):
    assert [iso(d.due_on) for d in in_plan(text)] == [due]


def test_a_window_may_end_at_an_hour():
    (found,) = find_in_text("Nhận hồ sơ từ ngày 16/7 đến 17 giờ ngày 28/7.", YEAR)
    assert found.due_time == "17:00"


def test_two_fronted_times_each_have_their_own_action():
    first, second = find_in_text(
        "Trước ngày 25-10, UBND các xã phải báo cáo sơ bộ và trước ngày 16-11 báo cáo chính thức.",
        YEAR,
    )
    assert (first.action, second.action) == ("báo cáo sơ bộ", "báo cáo chính thức")


SUBJECTS = {
    "Trước ngày 15/11, Quốc hội quyết định dự toán.": "Quốc hội",
    "Trước ngày 31/12, các bộ, cơ quan ngang bộ phải hoàn thành việc giao dự toán.":
        "các bộ, cơ quan ngang bộ",
    "Ngày 05 hằng tháng (từ tháng 02), Chủ tịch UBND xã tổng hợp kết quả.": "Chủ tịch UBND xã",
    "Các thôn sau khi rà soát xong báo cáo UBND xã trước ngày 30/11/2024.": "Các thôn",
    "Chậm nhất 05 ngày kể từ ngày kết thúc, thành viên Đoàn giám sát gửi báo cáo về Thư ký.": "thành viên Đoàn giám sát",
    "2. Chế độ báo cáo: Các ấp gửi báo cáo trước ngày 20/11.": "Các ấp",
    "2- Các chi, đảng bộ trực thuộc gửi kế hoạch trước ngày 28/02.": "Các chi, đảng bộ trực thuộc",
    "Các trường nhận hồ sơ từ 23/7 đến hết ngày 28/7.": "Các trường",
}  # fmt: skip


@pytest.mark.parametrize(("text", "actor"), SUBJECTS.items(), ids=SUBJECTS)
def test_who_acts(text, actor):
    assert find_in_text(text, YEAR)[0].responsible == actor


def test_the_next_clause_may_have_its_own_subject():
    _, second = find_in_text(
        "Xã điểm tổ chức đại hội vào tháng 3, các xã còn lại tổ chức đại hội vào tháng 7.", YEAR
    )
    assert second.responsible == "các xã còn lại"


BELOW_A_TIME_HEADING = {  # item: (words of the time, what is done)
    "1. Các thôn gửi báo cáo trước ngày 15 hằng tháng.": [
        ("trước ngày 15 hằng tháng", "gửi báo cáo"),
    ],
    "2. Kết thúc học kỳ I trước ngày 20/01/2025, thi lại lần hai xong trước ngày 11/7/2025.": [
        ("trước ngày 20/01/2025", "Kết thúc học kỳ I"),
        ("xong trước ngày 11/7/2025", "thi lại lần hai"),
    ],
    "3. Sau khi kết thúc đợt kiểm tra, trong vòng 5 ngày làm việc, Đoàn kiểm tra gửi báo cáo.": [
        ("Sau khi kết thúc đợt kiểm tra, trong vòng 5 ngày làm việc", "gửi báo cáo"),
    ],
    "4. Sau khi kết thúc năm học.": [("Sau khi kết thúc năm học", "Thi đua")],
    "5. Đợt II: Tháng 12/2024.": [("Tháng 12/2024", "Thi đua")],
    "6. Tổng kết báo cáo hằng tháng của các thôn.": [],
}


@pytest.mark.parametrize(
    ("item", "expected"), BELOW_A_TIME_HEADING.items(), ids=BELOW_A_TIME_HEADING
)
def test_below_a_time_heading(item, expected):
    """Items are read as sentences: their own words say what is done, else the title does."""
    lines = (Passage(0, "III. THỜI GIAN THỰC HIỆN"), Passage(1, item, section=0))
    found = find_deadlines(lines, (), (), (), Header(plan_year=YEAR, title="Thi đua năm 2024"))
    assert [(d.raw, d.action) for d in found] == expected


LISTED = {  # text of a plan of 2024: (words of the time, what happens then)
    "- Đợt 1: tháng 4/2024; đợt 2: tháng 9/2024.": [
        ("tháng 4/2024", "Đợt 1"),
        ("tháng 9/2024", "Đợt 2"),
    ],
    "Vòng loại: 12/5/2024; chung kết: ngày 20/5/2024 (thứ Hai).": [
        ("12/5/2024", "Vòng loại"),
        ("ngày 20/5/2024", "Chung kết"),
    ],
    "- Tổng kết hội thi: Quý IV.": [("Quý IV", "Tổng kết hội thi")],
    "Lễ phát động: 8 giờ 00, thứ Bảy, ngày 04/5/2024 tại nhà văn hóa.": [
        ("8 giờ 00, thứ Bảy, ngày 04/5/2024", "Lễ phát động"),
    ],
    "Bắt đầu từ ngày 02/5/2024, kết thúc ngày 30/5/2024.": [
        ("Bắt đầu từ ngày 02/5/2024, kết thúc ngày 30/5/2024", None),
    ],
    "- Ngày sinh: 01/01/1980; ngày cấp: 02/3/2024.": [],
    "- Số liệu: quý I/2024; kỳ báo cáo: tháng 3/2024.": [],
    "- Hộ thoát nghèo: năm 2022.": [],
    "- Sửa chữa nhà văn hóa: 2 tỷ đồng, năm 2024.": [],
    "- Tập huấn cho cán bộ xã (quý II/2024).": [("quý II/2024", "Tập huấn cho cán bộ xã")],
    "- Hưởng ứng Tháng Thanh niên (tháng 3).": [],
    "- Báo cáo kết quả rà soát (quý I).": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTED.items(), ids=LISTED)
def test_listed(text, expected):
    """A time that is all that a clause says of an event, and figures that are none."""
    found = find_in_text(text, YEAR)
    assert [(d.raw, d.action) for d in found] == expected

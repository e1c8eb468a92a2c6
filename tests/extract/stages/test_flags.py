"""Flags: each code raised where it should be, and not where it should not."""

from dataclasses import replace
from datetime import date

import pytest

from extract.model import (
    Citation,
    Deadline,
    Flag,
    Header,
    Inferred,
    Instrument,
    ListedUnit,
    Origin,
    Passage,
    Row,
    Signer,
    Table,
    Task,
    UnitList,
    UnitName,
)
from extract.stages.flags import find_flags

FULL = Header(
    doc_type="Kế hoạch",
    number="50",
    symbol="50/KH-UBND",
    issued_on=date(2020, 3, 3),
    issued_on_raw="ngày 03 tháng 3 năm 2020",
    issuer="UBND huyện Tân Hòa",
    issuer_raw="UBND HUYỆN TÂN HÒA",
    signers=(Signer("Nguyễn Văn An"),),
)
"""A header that lacks nothing."""


def at(seq: int, text: str, kind="paragraph", **more) -> Passage:
    return Passage(seq, text, kind, origins=(Origin(0, None, 10 + seq),), **more)


def texts(*lines: str) -> tuple[Passage, ...]:
    return tuple(at(seq, line) for seq, line in enumerate(lines))


def outline(*labels: str) -> tuple[Passage, ...]:
    return tuple(
        at(seq, f"{label}. NỘI DUNG {'ABCDEFGH'[seq]}", "heading", label=label)
        for seq, label in enumerate(labels)
    )


def flags_of(header=FULL, passages=(), **records) -> list[tuple[str, int | None]]:
    return [(flag.code, flag.line) for flag in find(header, passages, **records)]


def find(header=FULL, passages=(), **records) -> tuple[Flag, ...]:
    names = ("citations", "instruments", "tables", "tasks", "unit_lists", "deadlines", "notes")
    return find_flags(
        passages or texts("Kế hoạch này"), header, *(records.get(n, ()) for n in names)
    )


def cite(
    symbol, on=None, role="mention", suspect=None, instrument=0, kind="Quyết định", seq=0, raw=None
):
    raw = raw or f"{kind} số {symbol}"
    return Citation(
        seq, 0, len(raw), raw, kind, symbol=symbol, issued_on=on, role=role, suspect=suspect,
        instrument=instrument,
    )  # fmt: skip


def due(raw, on=None, seq=0, kind="date", source="text", **more):
    return Deadline(seq, 0, len(raw), raw, source, kind, due_on=on, **more)


def table_of(*rows, columns=("ordinal", "task", "budget"), kind="task_plan", **more) -> Table:
    """Rows as (ordinal, text, figure, parent, kind); the rest of the row is inferred."""
    made = []
    for number, row in enumerate(rows):
        ordinal, text, figure, parent, row_kind = (*row, *("", None, "body")[len(row) - 2 :])
        cells = (ordinal, text, figure)
        made.append(
            Row(
                cells,
                cells,
                None,
                30 + number,
                ordinal or None,
                0 if parent is None else 1,
                parent,
                row_kind,
            )
        )
    return Table((("TT", "Nội dung", "Kinh phí"),), tuple(made), kind, columns, **more)


# --- parts of the form ------------------------------------------------------------------------
FRAMES = {  # name: what is changed in a full header, codes
    "full": ({}, []),
    "no letterhead": ({"issuer_raw": None}, ["missing_letterhead"]),
    "number blank": ({"number": None, "symbol": "/KH-UBND"}, ["missing_number"]),
    "number only over an appendix": (
        {"inferred": (Inferred("symbol", "from the note over an appendix"),)}, ["missing_number"],
    ),
    "date blank": (
        {"issued_on": None, "issued_on_raw": "ngày tháng năm 2020"}, ["missing_date"],
    ),
    "day written by hand, as OCR reads it": (
        {"issued_on": None, "issued_on_raw": "ngày Aotháng 3 năm 2020"}, [],
    ),
    "no date line": ({"issued_on": None, "issued_on_raw": None}, ["missing_date"]),
    "date impossible, not missing": (
        {"issued_on": None, "issued_on_raw": "ngày 31 tháng 02 năm 2020"}, [],
    ),
    "no signature": ({"signers": ()}, ["missing_signature"]),
    "no plan at all": (
        {"doc_type": None, "number": None, "symbol": None, "issued_on": None,
         "issued_on_raw": None, "issuer_raw": None, "signers": ()}, [],
    ),
    "own symbol of another type": ({"symbol": "50/QĐ-UBND"}, ["type_symbol_mismatch"]),
    "own symbol of a joint plan": ({"symbol": "50/KHLN-YT-GDĐT"}, []),
    "own symbol of a school": ({"symbol": "50/KH-THCSLTT"}, []),
    "own symbol of the Party": ({"symbol": "50-KH/HU"}, []),
    "own symbol of a programme": ({"doc_type": "Chương trình", "symbol": "5/CT-UBND"}, []),
    "own code unknown": ({"symbol": "50/XYZ-UBND"}, []),
}  # fmt: skip


@pytest.mark.parametrize(("change", "codes"), FRAMES.values(), ids=FRAMES)
def test_frame(change, codes):
    """What the form wants and the document lacks is flagged; what it has is not."""
    fields = {name: getattr(FULL, name) for name in FULL.__slots__}
    assert [code for code, _ in flags_of(Header(**{**fields, **change}))] == codes


def test_unknown_body_above_the_title_is_no_missing_letterhead():
    """Capitals that no rule knows may be an issuing body: no flag then."""
    passages = (at(0, "LIÊN ĐOÀN BÓNG CHUYỀN HẢI LÂM"), at(1, "KẾ HOẠCH", "doc_type"))
    fields = {name: getattr(FULL, name) for name in FULL.__slots__}
    header = Header(**{**fields, "issuer_raw": None, "parts": ((1, "doc_type"),)})
    assert flags_of(header, passages) == []


def test_number_that_ocr_spoilt_is_not_missing():
    """A number written by hand is printed, though nobody could read it."""
    fields = {name: getattr(FULL, name) for name in FULL.__slots__}
    header = Header(**{**fields, "number": None, "parts": ((1, "number"),)})
    assert list(find(header, texts("UBND HUYỆN TÂN HÒA", "Số: AZ /KH-UBND"))) == []


def test_blank_number_is_flagged_where_it_stands():
    """The flag points to the number line and quotes it."""
    fields = {name: getattr(FULL, name) for name in FULL.__slots__}
    header = Header(**{**fields, "number": None, "parts": ((1, "number"),)})
    (flag,) = find(header, texts("UBND HUYỆN TÂN HÒA", "Số:    /KH-UBND"))
    assert (flag.passage, flag.line, flag.why) == (1, 11, 'the number is blank: "Số: /KH-UBND"')


# --- citations and dates ----------------------------------------------------------------------
MAR, APR = date(2020, 3, 3), date(2020, 4, 1)
CITATIONS = {  # name: citations, codes
    "sound": ([cite("225/QĐ-TTg", date(2016, 2, 4))], []),
    "type and symbol disagree": (
        [cite("174/QĐ-UBND", kind="Kế hoạch", suspect="type word and symbol disagree")],
        ["type_symbol_mismatch"],
    ),
    "slash lost": (
        [cite("50/BC-UBND", raw="Báo cáo số: 50 BC-UBND", suspect="no slash in the symbol")],
        ["symbol_without_slash"],
    ),
    "itself with another date": ([cite("50/KH-UBND", date(2020, 2, 3), "self")], ["self_date_mismatch"]),
    "itself with its date": ([cite("50/KH-UBND", MAR, "self")], []),
    "itself without date": ([cite("50/KH-UBND", None, "self")], []),
    "later than the plan": ([cite("9/QĐ-UBND", APR)], ["date_after_issue"]),
    "on the same day": ([cite("9/QĐ-UBND", MAR)], []),
    "one instrument, two dates": (
        [cite("9/QĐ-UBND", date(2020, 1, 9)), cite("9/QĐ-UBND", date(2020, 1, 19))],
        ["conflicting_dates"],
    ),
    "one instrument, one date, twice": (
        [cite("9/QĐ-UBND", date(2020, 1, 9)), cite("9/QĐ-UBND"), cite("9/QĐ-UBND", date(2020, 1, 9))],
        [],
    ),
    "two instruments of one symbol": (
        [cite("9/QĐ-UBND", date(2019, 1, 9)), cite("9/QĐ-UBND", date(2020, 1, 9), instrument=1)],
        [],
    ),
    "itself with two wrong dates is no conflict": (
        [cite("50/KH-UBND", date(2020, 2, 3), "self"), cite("50/KH-UBND", date(2020, 2, 4), "self", seq=1)],
        ["self_date_mismatch", "self_date_mismatch"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("citations", "codes"), CITATIONS.values(), ids=CITATIONS)
def test_citation_flags(citations, codes):
    """Doubts about cited instruments."""
    known = (Instrument("a", "Quyết định"), Instrument("b", "Quyết định"))
    found = flags_of(FULL, texts("một", "hai"), citations=tuple(citations), instruments=known)
    assert [code for code, _ in found] == codes


def test_conflicting_dates_say_all_dates():
    """One flag for an instrument, with every date, oldest first."""
    days = [date(2020, 1, 30), date(2020, 3, 3), date(2020, 1, 30), date(2020, 2, 1)]
    citations = tuple(cite("9/QĐ-UBND", day) for day in days)
    (flag,) = find(FULL, citations=citations, instruments=(Instrument("a", "Quyết định"),))
    assert flag.why == "9/QĐ-UBND is cited with 2020-01-30, 2020-02-01 and 2020-03-03"


def test_date_of_the_decision_counts_for_a_plan_issued_with_it():
    """A plan without a date of its own was issued with its decision."""
    fields = {name: getattr(FULL, name) for name in FULL.__slots__}
    header = Header(
        **{
            **fields,
            "issued_on": None,
            "issued_on_raw": "ngày 01 tháng 02 năm",
            "issued_with": "5/QĐ-UBND",
        }
    )
    citations = (cite("5/QĐ-UBND", MAR, "issued_with"), cite("9/QĐ-UBND", APR, instrument=1))
    codes = [
        code
        for code, _ in flags_of(
            header, citations=citations, instruments=(Instrument("a", "Q"),) * 2
        )
    ]
    assert "date_after_issue" in codes


TEXTS = {  # name: text of a paragraph, codes
    "month thirteen": ("theo Nghị quyết ngày 07/13/2020", ["impossible_date"]),
    "31 February": ("trước ngày 31/02/2021", ["impossible_date"]),
    "29 February of a common year": ("ngày 29 tháng 02 năm 2021", ["impossible_date"]),
    "29 February of a leap year": ("ngày 29 tháng 02 năm 2020", []),
    "31 September, no year": ("trước ngày 31/9 hằng năm", ["impossible_date"]),
    "29 February, no year": ("trước ngày 29/02", []),
    "sound date": ("trước ngày 20/10/2020", []),
    "a lot number": ("lô vắc xin 05/15/2022A", []),
    "a symbol is no date": ("Nghị quyết số 12/15/2020/NQ-HĐND", []),
    "money is no date": ("1.520.000 đồng", []),
    "year cut": ("Thường xuyên trong năm 20", ["truncated_year"]),
    "year cut to three digits": ("hoàn thành đến hết năm 202;", ["truncated_year"]),
    "whole year": ("Thường xuyên trong năm 2020", []),
    "blank of a form": ("ngày ... tháng ... năm 20...", []),
    "year parted by a space": ("trong năm 20 21 và các năm sau", []),
    "years old": ("trên 5 năm 20 ngày", []),
}


@pytest.mark.parametrize(("text", "codes"), TEXTS.values(), ids=TEXTS)
def test_dates_in_text(text, codes):
    """Dates that no calendar has, and years that lost digits."""
    assert [code for code, _ in flags_of(FULL, texts(text))] == codes


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


# --- ordinals ---------------------------------------------------------------------------------
OUTLINES = {  # name: passages, codes
    "running": (outline("I", "II", "III"), []),
    "gap": (outline("I", "II", "III", "V"), ["ordinal_gap"]),
    "twice": (outline("I", "II", "II", "III"), ["duplicate_ordinal"]),
    "starts again": (outline("I", "II", "I", "II"), []),
    "a quarter is no label": (
        (*outline("I", "II"), at(2, "Đối thoại trong quý III/2022.", label="1", section=1),
         at(3, "IV. TỔ CHỨC", "heading", label="IV")), ["ordinal_gap"]),
    "jump too wide to be a gap": (outline("I", "II", "IX"), []),
    "the skipped one stands inside a paragraph": (
        (*outline("I", "II"), at(2, "Nội dung trước. III. TỔ CHỨC THỰC HIỆN"),
         at(3, "IV. KINH PHÍ", "heading", label="IV")), [],
    ),
    "comma for dot": ((at(0, "2,1. Mục tiêu", "heading", label="2,1"),), ["ordinal_format"]),
}  # fmt: skip


@pytest.mark.parametrize(("passages", "codes"), OUTLINES.values(), ids=OUTLINES)
def test_outline(passages, codes):
    """Sections that are skipped, doubled or written wrongly."""
    assert [code for code, _ in flags_of(FULL, passages)] == codes


TABLES = {  # name: table, codes with the line of the row
    "running": (table_of(("1", "a"), ("2", "b"), ("3", "c")), []),
    "twice": (table_of(("1", "a"), ("2", "b"), ("2", "c")), [("duplicate_ordinal", 32)]),
    "group twice": (
        table_of(("I", "a"), ("II", "b", "", None, "group"), ("II", "c", "", None, "group")),
        [("duplicate_ordinal", 32)],
    ),
    "dotted twice, under one another": (
        table_of(("5.1.1", "a"), ("5.1.2", "b"), ("5.1.2", "c")), [("duplicate_ordinal", 32)],
    ),
    "a new series": (table_of(("1", "a"), ("2", "b"), ("1", "c"), ("2", "d")), []),
    "series under two groups": (
        table_of(("I", "a"), ("2", "b", "", 0), ("II", "c"), ("2", "d", "", 2)), [],
    ),
    "a row printed again": (table_of(("1", "a"), ("2", "b"), ("2", "b")), []),
    "merged cell is no twin": (table_of(("1", "a"), ("2", "b"), ("", "c"), ("3", "d")), []),
    "skipped": (table_of(("1", "a"), ("2", "b"), ("4", "c")), [("ordinal_gap", 32)]),
    "skipped, but a row has no number": (table_of(("1", "a"), ("", "b"), ("3", "c")), []),
    "comma for dot": (table_of(("2.1", "a"), ("2,2,1", "b")), [("ordinal_format", 31)]),
    "one number on all rows of an item": (
        table_of(("1", "a"), ("1", "b"), ("2", "c"), ("2", "d"), ("3", "e")), [],
    ),
    "no ordinal column": (
        table_of(("2", "a"), ("2", "b"), columns=("task", "task", "budget")), [],
    ),
    "orphan header": (
        table_of(("1", "a"), orphan_headers=(Origin(0, None, 135),)), [("orphan_header", 135)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "flags"), TABLES.values(), ids=TABLES)
def test_rows(table, flags):
    """Rows whose ordinal is doubled, skipped or written wrongly, and headers without rows."""
    assert flags_of(FULL, tables=(table,)) == flags


TOTALS = {  # name: table, whys
    "sound": (table_of(("", "Cộng", "300", None, "total"), ("1", "a", "100"), ("2", "b", "200")), []),
    "total differs": (
        table_of(("1", "a", "12.000.000"), ("2", "b", "1.500.000"), ("", "Cộng", "14.800.000", None, "total")),
        ["14.800.000 stated, the parts make 13.500.000"],
    ),
    "group differs": (
        table_of(("1", "a", "12.900.000", None, "group"), ("1.1", "b", "3.960.000", 0), ("1.2", "c", "7.940.000", 0)),
        ["12.900.000 stated, the parts make 11.900.000"],
    ),
    "a part states none, its own parts do": (
        table_of(("1", "a", "300", None, "group"), ("1.1", "b", "", 0, "group"), ("x", "c", "100", 1), ("y", "d", "200", 1)),
        [],
    ),
    "no part states any": (table_of(("1", "a", "300", None, "group"), ("1.1", "b", "", 0)), []),
    "a cell that cannot be read": (
        table_of(("1", "a", "100"), ("2", "b", "theo thực tế"), ("", "Cộng", "500", None, "total")), [],
    ),
    "units differ": (
        table_of(("1", "a", "1 triệu"), ("2", "b", "500.000 đồng"), ("", "Cộng", "2 triệu", None, "total")), [],
    ),
    "rounded": (
        table_of(("1", "a", "10,4"), ("2", "b", "20,4"), ("", "Cộng", "31", None, "total")), [],
    ),
    "several subtotals": (
        table_of(("1", "a", "1"), ("", "Cộng", "1", None, "total"), ("2", "b", "2"), ("", "Tổng", "9", None, "total")), [],
    ),
    "a top group leaves its sum open": (
        table_of(("1", "a", "100"), ("2", "b", "", None, "group"), ("2.1", "c", "50", 1), ("", "Cộng", "999", None, "total")), [],
    ),
    "some of the parts": (
        table_of(("1", "a", "300", None, "group"), ("", "Trong đó: huyện", "100", 0)), [],
    ),
    "form": (table_of(("1", "a", "1"), ("2", "b", "2"), ("", "Cộng", "9", None, "total"), kind="form"), []),
}  # fmt: skip


@pytest.mark.parametrize(("table", "whys"), TOTALS.values(), ids=TOTALS)
def test_totals(table, whys):
    """A stated figure that its parts do not make, said with both figures."""
    assert [flag.why for flag in find(FULL, tables=(table,))] == whys


SUMS = {  # name: paragraphs, whys
    "differs": (
        ["Tổng kinh phí: 50.000.000 đồng, gồm: giá kệ 30.000.000 đồng; công 15.000.000 đồng."],
        ["50.000.000 đồng stated, the parts make 45.000.000"],
    ),
    "sound": (
        ["Tổng kinh phí: 45 triệu đồng, gồm: giá kệ 30.000.000 đồng; công 15 triệu đồng."], [],
    ),
    "in bullets": (
        ["Tổng dự toán: 50 triệu đồng, cụ thể:", "- Giá kệ: 30 triệu đồng;", "- Công: 10 triệu đồng."],
        ["50.000.000 đồng stated, the parts make 40.000.000"],
    ),
    "a bullet without amount": (
        ["Tổng dự toán: 50 triệu đồng, cụ thể:", "- Giá kệ: 30 triệu đồng;", "- Công theo thực tế."], [],
    ),
    "of which": (
        ["Tổng kinh phí 50 triệu đồng, trong đó: xã 10 triệu đồng; huyện 20 triệu đồng."], [],
    ),
    "of which, too much": (
        ["Tổng kinh phí 50 triệu đồng, trong đó: xã 30 triệu đồng; huyện 40 triệu đồng."],
        ["50.000.000 đồng stated, the parts make 70.000.000"],
    ),
    "next sentence is another matter": (
        ["Tổng kinh phí 50 triệu đồng, gồm: xã 50 triệu đồng. Năm trước đã chi 40 triệu đồng."], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "whys"), SUMS.values(), ids=SUMS)
def test_sums_in_text(lines, whys):
    """A sum of money in running text that its parts do not make."""
    passages = tuple(
        at(seq, line, label="-" if line[0] == "-" else None) for seq, line in enumerate(lines)
    )
    assert [flag.why for flag in find(FULL, passages)] == whys


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


def units(role, *names, seq=0):
    listed = tuple(ListedUnit(UnitName(name, name), seq, 0, len(name)) for name in names)
    return UnitList("Danh sách", role, listed, seq)


ROLES = {  # name: unit lists, codes
    "inspected and inspecting": (
        [units("inspected", "Phòng Văn hóa"), units("member", "Phòng Nội vụ", "Phòng Văn hóa", seq=1)],
        ["role_conflict"],
    ),
    "apart": ([units("inspected", "Phòng Văn hóa"), units("member", "Phòng Nội vụ", seq=1)], []),
    "inspects itself": ([units("self_inspected", "Xã A"), units("member", "Xã A", seq=1)], []),
    "two units, one list": (
        [units("inspected", "Phòng A", "Phòng B"), units("member", "Phòng A", "Phòng B", seq=1)],
        ["role_conflict"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lists", "codes"), ROLES.values(), ids=ROLES)
def test_role_conflicts(lists, codes):
    """A unit that is inspected and inspects; one flag for a list."""
    found = flags_of(FULL, texts("một", "hai"), unit_lists=tuple(lists))
    assert [code for code, _ in found] == codes


ATTACHED = {  # name: passages, codes
    "announced, not there": (texts("Báo cáo (theo Đề cương kèm theo Kế hoạch này)"), ["missing_attachment"]),
    "announced twice": (
        texts("Báo cáo (theo Đề cương kèm theo Kế hoạch này)", "(theo Đề cương kèm theo)"),
        ["missing_attachment"],
    ),
    "there": (
        (at(0, "Báo cáo (theo Đề cương kèm theo Kế hoạch này)"), at(1, "ĐỀ CƯƠNG BÁO CÁO", "appendix")), [],
    ),
    "another appendix follows": (
        (at(0, "theo Phụ lục 3 kèm theo Kế hoạch này."), at(1, "PHỤ LỤC 1", "appendix"),
         at(2, "PHỤ LỤC 2", "appendix")), ["missing_attachment"],
    ),
    "Roman and Arabic numbers are one": (
        (at(0, "theo Phụ lục I kèm theo Kế hoạch này."), at(1, "PHỤ LỤC 1", "appendix")), [],
    ),
    "unnumbered forms after the signature": (
        (at(0, "(Có biểu số 01, 02 kèm theo)"), at(1, "CHỦ TỊCH", "signature"), at(2, "Tổng hợp kết quả")), [],
    ),
    "papers of an applicant": (texts("nộp đơn và hồ sơ kèm theo."), []),
    "another's attachment": (texts("Danh mục kèm theo Quyết định số 12/QĐ-UBND"), []),
}  # fmt: skip


@pytest.mark.parametrize(("passages", "codes"), ATTACHED.values(), ids=ATTACHED)
def test_missing_attachments(passages, codes):
    """What the text announces and the file does not hold."""
    assert [code for code, _ in flags_of(FULL, passages)] == codes


# --- the whole --------------------------------------------------------------------------------
def test_a_sound_plan_has_no_flags():
    """Nothing is said of a document in which nothing is wrong."""
    passages = (*outline("I", "II"), at(2, "Báo cáo trước ngày 20/10/2020./."))
    assert find(FULL, passages, citations=(cite("225/QĐ-TTg", date(2016, 2, 4)),)) == ()


def test_one_flag_for_one_place():
    """Two impossible dates in one paragraph are one flag that names both."""
    (flag,) = find(FULL, texts("từ ngày 31/02/2021 đến ngày 07/13/2021, hoặc 31/02/2021"))
    assert (flag.code, flag.why) == ("impossible_date", "31/02/2021, 07/13/2021")


def test_unsure_pages_are_flagged_once_where_they_begin():
    """A scanned page read badly, or not to its end, is for a person to look at."""
    from extract.model import Note

    origins = (Origin(0, page=1),), (Origin(0, page=2),), (Origin(0, page=2),)
    plain = texts("Dòng 1", "Dòng 2", "Dòng 3")
    passages = tuple(replace(p, origins=o) for p, o in zip(plain, origins, strict=True))
    notes = (
        Note("ocr", "confidence 93 of 100", 1),
        Note("low_ocr_confidence", "confidence 61 of 100", 2),
        Note("ocr_timeout", "the time for one page was over before its end", 2),
        Note("ocr_timeout", "not read", 3),
    )
    found = [f for f in find(FULL, passages, notes=notes) if f.code == "low_ocr_confidence"]
    assert sorted((f.page, f.passage, f.why) for f in found) == [
        (2, 1, "confidence 61 of 100"),
        (3, None, "not read"),
    ]

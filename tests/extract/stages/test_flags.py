"""What is wrong with a document: frame, citations, dates, unit lists, attachments."""

from dataclasses import replace
from datetime import date

import pytest

from extract.model import Header, Inferred, Instrument, ListedUnit, Origin, UnitList, UnitName
from tests.extract.stages.flag_records import (
    APR,
    FULL,
    MAR,
    at,
    cite,
    find,
    flags_of,
    outline,
    texts,
)

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

"""Why a document is flagged, said in Vietnamese.

The database keeps a factual English sentence with the values; its shape is known for each code.
A sentence of another shape is shown with the name of the code and its values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.browse.labels import WORDS
from extract.browse.say import say_day

_QUOTED = re.compile(r'"([^"]{1,300})"')
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLACE = re.compile(r"\bon (line|page) (\d{1,9})")
_PLACES = {"line": "dòng", "page": "trang"}

_SHAPES: dict[str, tuple[tuple[str, str], ...]] = {
    "missing_letterhead": (
        (r"no issuing body and no national motto above the (?:number|type word)",
         "không có tên cơ quan ban hành và Quốc hiệu ở đầu văn bản"),),
    "missing_number": (
        (r"no number line above the title; (?P<a>.+) stands only over an appendix",
         "không có dòng số, ký hiệu trên tên loại; {a} chỉ có ở đầu phụ lục"),
        (r"no number line above the title; issued with (?P<a>.+)",
         "không có dòng số, ký hiệu; ban hành kèm theo {a}"),
        (r"no number line above the title", "không có dòng số, ký hiệu trên tên loại"),
        (r'the number is blank: "(?P<a>.+)"', "số để trống: “{a}”"),
    ),
    "missing_date": (
        (r"no date line above the title; (?P<a>.+) stands only over an appendix",
         "không có dòng địa danh, ngày tháng; {a} chỉ có ở đầu phụ lục"),
        (r"no date line above the title", "không có dòng địa danh, ngày tháng năm"),
        (r'the date is not complete: "(?P<a>.+)"', "ngày tháng ghi chưa đủ: “{a}”"),
    ),
    "missing_signature": (
        (r"no signature block", "không có phần ký"),
        (r'the signature block "(?P<a>.+)" has no name', "phần ký “{a}” không có tên người ký"),
    ),
    "type_symbol_mismatch": (
        (r"(?P<a>.+) with the symbol of an? (?P<b>[^:]+): (?P<c>.+)",
         "ghi là {a} nhưng ký hiệu {c} là của {b}"),
        (r"(?P<a>.+) with the symbol of another type: (?P<c>.+)",
         "ghi là {a} nhưng ký hiệu {c} là của loại khác"),
    ),
    "symbol_without_slash": ((r'"(?P<a>.+)"', "“{a}” thiếu dấu gạch chéo giữa số và ký hiệu"),),
    "impossible_date": ((r"(?P<a>[\d/. -]+)", "không có ngày {a} trong lịch"),),
    "self_date_mismatch": (
        (r"self-citation dated (?P<a>.+), header (?P<b>.+)",
         "văn bản tự ghi ngày của mình là {a}, nhưng đầu văn bản ghi {b}"),),
    "conflicting_dates": (
        (r"(?P<a>.+) is cited with (?P<b>.+) and (?P<c>.+)",
         "{a} được viện dẫn với các ngày khác nhau: {b} và {c}"),),
    "date_after_issue": (
        (r"cited instrument dated (?P<a>.+), plan issued (?P<b>.+)",
         "văn bản được viện dẫn đề ngày {a}, sau ngày ban hành kế hoạch {b}"),),
    "duplicate_ordinal": (
        (r"group (?P<a>.+) stands twice", "nhóm {a} có hai lần"),
        (r"row (?P<a>.+) stands twice", "dòng {a} có hai lần"),
        (r"section (?P<a>.+) stands twice", "mục {a} có hai lần"),
    ),
    "ordinal_gap": (
        (r"the outline goes from (?P<a>.+) to (?P<b>.+)", "đề mục nhảy từ {a} sang {b}"),
        (r"the rows go from (?P<a>.+) to (?P<b>.+)", "dòng của bảng nhảy từ {a} sang {b}"),
    ),
    "ordinal_format": ((r'"(?P<a>.+)"', "số thứ tự “{a}” viết sai dạng"),),
    "total_mismatch": (
        (r"(?P<a>.+?)(?: đồng)? stated, the parts make (?P<b>.+)",
         "ghi tổng {a}, các phần cộng lại được {b}"),),
    "deadline_before_issue": (
        (r'"(?P<a>.+)", plan issued (?P<b>.+)', "thời hạn “{a}” trước ngày ban hành {b}"),
        (r'"(?P<a>.+)", plan dated "(?P<b>.+)"', "thời hạn “{a}” trước ngày của kế hoạch “{b}”"),
    ),
    "truncated_year": ((r'"(?P<a>.+)"', "năm viết chưa đủ: “{a}”"),),
    "deadline_conflict": (
        (r'"(?P<a>.+)" here, "(?P<b>.+)"(?P<place> on (?:line|page) \d+)?, for the same report',
         "ở đây ghi “{a}”, nơi khác ghi “{b}” cho cùng một báo cáo"),),
    "orphan_header": (
        (r"a repeated header row with no rows after it",
         "dòng tiêu đề bảng lặp lại mà không có dòng nào theo sau"),),
    "missing_attachment": (
        (r'"(?P<a>.+)", and no such attachment in the file',
         "nhắc tới “{a}” nhưng tệp không có phần kèm theo này"),),
    "role_conflict": (
        (r"(?P<a>.+?) (?:is|are) inspected(?: \(line \d+\))? and in the inspecting team",
         "{a} vừa được kiểm tra vừa ở trong đoàn kiểm tra"),),
    "low_ocr_confidence": (
        (r"confidence (?P<a>\d+) of 100", "độ tin cậy đọc trang quét: {a}/100"),
        (r"the time for one page was over before its end",
         "trang quét chưa đọc hết: quá thời gian"),
        (r"not read: OCR of this file took its (?P<a>\d+) seconds\..+",
         "trang chưa đọc: tệp đã dùng hết {a} giây; hãy đọc lại với --timeout dài hơn"),
    ),
}  # fmt: skip
_COMPILED = {
    code: tuple((re.compile(pattern, re.DOTALL), said) for pattern, said in shapes)
    for code, shapes in _SHAPES.items()
}


_SUSPECTS = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"type word and symbol disagree", "tên loại và ký hiệu không khớp"),
        (
            r"year of the symbol and date disagree \((.+)\)",
            "năm ở ký hiệu khác năm ban hành ({0})",
        ),
        (r"the scan reads (.+)", "bản quét đọc ra {0}"),
        (r"date disagrees with the header \((.+)\)", "khác ngày ở đầu văn bản ({0})"),
        (r"dated after the document itself \((.+)\)", "ngày sau ngày của chính văn bản ({0})"),
        (r"the year has two digits", "năm chỉ có hai chữ số"),
        (r"the year is cut short", "năm viết chưa đủ"),
        (r"impossible date|no such day", "ngày không có thật"),
        (r"the month has no such week", "tháng không có tuần này"),
        (r"date written over dots", "ngày điền trên dòng chấm"),
        (r"the date is blank", "ngày để trống"),
        (r"the number is blank", "số để trống"),
        (r"no slash in the symbol", "ký hiệu thiếu gạch chéo"),
        (r"no (?:hyphen|dash) in the symbol", "ký hiệu thiếu gạch nối"),
        (r"struck through or overwritten", "chữ bị gạch hoặc viết đè"),
    )
)


@dataclass(frozen=True, slots=True)
class Reason:
    """label: name of the code. sentence: in Vietnamese. values: the words it quotes, as printed."""

    label: str
    sentence: str
    values: tuple[str, ...]


def explain(code: str, why: str) -> Reason:
    """Return a flag in Vietnamese."""
    label = WORDS["code"].get(code, code)
    short = why[:2000]
    for pattern, said in _COMPILED.get(code, ()):
        if found := pattern.fullmatch(short):
            groups = {k: v for k, v in found.groupdict().items() if v}
            shown = {
                name: _DAY.sub(_say, " và ".join(v.split(" and "))) for name, v in groups.items()
            }
            values = tuple(v for k, v in groups.items() if k != "place")
            return Reason(label, said.format(**shown) + _place(short), values)
    quoted = tuple(_QUOTED.findall(short))
    return Reason(label, "; ".join(f"“{v}”" for v in quoted) or short, quoted)


def say_suspect(suspect: str | None) -> str:
    """Return why a reading is doubtful, in Vietnamese; a doubt without a translation as it is."""
    return "; ".join(_say_doubt(doubt) for doubt in (suspect or "").split("; ") if doubt)


def _say_doubt(doubt: str) -> str:
    for pattern, said in _SUSPECTS:
        if found := pattern.fullmatch(doubt[:300]):
            return said.format(*(_DAY.sub(_say, group) for group in found.groups()))
    return doubt


def _say(found: re.Match[str]) -> str:
    return say_day(found[0])


def _place(why: str) -> str:
    found = _PLACE.search(why)
    return f" ({_PLACES[found[1]]} {found[2]})" if found else ""

"""What people type, and what it is understood as."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Pinpoint
from extract.store.query import LONGEST, QueryError, parse_query

DECREE = {"number": "61", "year": 2018, "codes": ("nd", "cp")}
SHORT = {"number": "61", "type": "nghi dinh"}
QUERIES = {  # as typed: what is understood
    "61/2018/NĐ-CP": DECREE,
    "061/2018/nđ - cp": DECREE,
    "NÐ-CP 61/2018": DECREE,
    "61/2018/N\u0110-CP của Chính phủ": {**DECREE, "issuer": "chinh phu"},
    "nd 61/2018": {**SHORT, "year": 2018},
    "NĐ61/2018": {**SHORT, "year": 2018},
    "Nghị định 61": SHORT,
    "nghi dinh so 61 nam 2018": {**SHORT, "year": 2018},
    "Nghị định 61 2018": {**SHORT, "year": 2018},
    "nghị định số 61-2018": {**SHORT, "year": 2018},
    "61/2018": {"number": "61", "year": 2018},
    "61": {"number": "61"},
    "nghi-dinh-61-2018-nd-cp-ve-mot-cua.html": DECREE,
    "https://vbpl.vn/van-ban/Nghi-dinh-61-2018-ND-CP-co-che-mot-cua-356.aspx": DECREE,
    "24/2007/ND-CP-HUONG-DAN-LUAT-THUE": {"number": "24", "year": 2007, "codes": ("nd", "cp")},
    "Điều 60 Thông tư 02/2017/TT-VPCP": {
        "number": "2", "year": 2017, "codes": ("tt", "vpcp"), "type": "thong tu",
        "pinpoints": (Pinpoint("60"),)},
    "khoản 2 Điều 5 của Luật Đất đai năm 2013": {
        "law": "luat dat dai", "year": 2013, "pinpoints": (Pinpoint("5", "2"),)},
    "Thông tư 02/2017/TT-VPCP, Điều 60": {
        "number": "2", "year": 2017, "codes": ("tt", "vpcp"), "type": "thong tu",
        "pinpoints": (Pinpoint("60"),)},
    "18-NQ/TW": {"number": "18", "codes": ("nq", "/tw")},
    "Nghị quyết 18-NQ/TW ngày 25/10/2017": {
        "number": "18", "codes": ("nq", "/tw"), "type": "nghi quyet",
        "issued_on": date(2017, 10, 25)},
    "luat dat dai 2013": {"law": "luat dat dai", "year": 2013},
    "Luật Phòng chống tham nhũng": {"law": "luat phong chong tham nhung"},
    "Luật Đất đai số 31/2024/QH15": {
        "law": "luat dat dai", "number": "31", "year": 2024, "codes": ("qh15",)},
    "225/QĐ-TTg": {"number": "225", "codes": ("qd", "ttg")},
    "Kế hoạch số 50 /KH-UBND của UBND huyện Thạch Thành": {
        "number": "50", "codes": ("kh", "ubnd"), "type": "ke hoach",
        "issuer": "ubnd huyen thach thanh"},
    "số: 50 BC-UBND": {"number": "50", "codes": ("bc", "ubnd")},
    "232/UBND-NV": {"number": "232", "codes": ("ubnd", "nv")},
    "1988/QĐ - BTC": {"number": "1988", "codes": ("qd", "btc")},
    "80/2015/QH13": {"number": "80", "year": 2015, "codes": ("qh13",)},
    "66.25/2026/NQ-CP": {"number": "66.25", "year": 2026, "codes": ("nq", "cp")},
    "Điều 60, 61 và Điều 62 Thông tư 02/2017/TT-VPCP": {
        "number": "2", "year": 2017, "codes": ("tt", "vpcp"), "type": "thong tu",
        "pinpoints": (Pinpoint("60"), Pinpoint("61"), Pinpoint("62"))},
    "45/2013/QH13 Luật Đất đai": {
        "law": "luat dat dai", "number": "45", "year": 2013, "codes": ("qh13",)},
    "nghị-định-61-2018": {**SHORT, "year": 2018},
    "61.2018.NĐ-CP": DECREE,
    "61/2018/ND-CP.pdf": DECREE,
    "công văn 232 ubnd nv": {
        "number": "232", "codes": ("ubnd", "nv"), "type": "cong van"},
    "kế hoạch 50 ubnd huyện thạch thành": {
        "number": "50", "type": "ke hoach", "issuer": "ubnd huyen thach thanh"},
    "18 nq tw": {"number": "18", "codes": ("nq", "tw")},
    "61 2018 nd cp": DECREE,
    "nghị quyết 18/TW": {"number": "18", "codes": ("tw",), "type": "nghi quyet"},
    "Nghị quyết 18-NQ/TW khóa XII": {
        "number": "18", "codes": ("nq", "/tw"), "type": "nghi quyet", "term": 12},
    "nghị quyết 57 bộ chính trị": {
        "number": "57", "type": "nghi quyet", "issuer": "bo chinh tri"},
    "Nghị định của Chính phủ số 61/2018/NĐ-CP": {
        **DECREE, "type": "nghi dinh", "issuer": "chinh phu"},
    "Nghị định 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa": {
        **DECREE, "type": "nghi dinh", "issuer": "chinh phu", "issued_on": date(2018, 4, 23)},
    "158-KH/TWĐTN-TNXP": {"number": "158", "codes": ("kh", "/twdtn-tnxp")},
    "pháp lệnh ưu đãi người có công": {"law": "phap lenh uu dai nguoi co cong"},
    "hiến pháp": {"law": "hien phap"},
    "30c/NQ-CP năm 2011": {"number": "30c", "codes": ("nq", "cp"), "year": 2011},
}  # fmt: skip
FIELDS = ("type", "number", "year", "codes", "law", "issuer", "issued_on", "pinpoints", "term")


@pytest.mark.parametrize(("typed", "understood"), QUERIES.items(), ids=QUERIES)
def test_queries(typed, understood):
    """Marks, case, spaces, "số" and the type word may be missing; nothing is made up."""
    query = parse_query(typed)
    said = {name: getattr(query, name) for name in FIELDS if getattr(query, name)}
    assert said == understood


REFUSED = {  # as typed: words of the answer
    "": "empty",
    "   ": "empty",
    "xin chào": "“xin chao” has no number",
    "12 con mèo": "is no number and no symbol",
    "luật gì đó lạ": "no law of that name",
    "Nghị định": "a type word and no number",
    "Nghị định năm 2018": "a type word and no number",
    "nghị định 61/2018/NĐ-CP ngày 32/13/2018": "there is no day 32/13/2018",
    "61/2018/NĐ-CP; 62/2018/NĐ-CP": "is no number and no symbol",
    "Luật Đất đai mới": "after the name of the law",
    "'; drop table instruments; --": "has no number",
    "1" * (LONGEST + 1): "longer than",
}


@pytest.mark.parametrize(("typed", "words"), REFUSED.items(), ids=[k[:30] for k in REFUSED])
def test_refused(typed, words):
    """What fits no grammar is refused, and the part that does not fit is named."""
    with pytest.raises(QueryError, match=words):
        parse_query(typed)


SYMBOL_KEYS = {
    "61/2018/NĐ-CP": "61/2018/nd-cp", "18-NQ/TW": "18-nq/tw", "050/KH-UBND": "50/kh-ubnd",
    "80/2015/QH13": "80/2015/qh13", "nd 61/2018": None, "Luật Đất đai": None,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "key"), SYMBOL_KEYS.items(), ids=SYMBOL_KEYS)
def test_symbol_key(typed, key):
    """A whole symbol has the key that the database holds; a part of one has none."""
    assert parse_query(typed).symbol_key == key


@given(st.text(max_size=300))
def test_any_text_is_understood_or_refused(typed):
    """Nothing typed ends in another error."""
    with suppress(QueryError):
        parse_query(typed)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("61/2018/NĐ-CP nghị định", ("nghi dinh", "61", 2018)),
        ("số 61 nghị định", ("nghi dinh", "61", None)),
        ("61/2018, nghi dinh", ("nghi dinh", "61", 2018)),
        ("nghị định 61 năm 2018", ("nghi dinh", "61", 2018)),
    ],
)
def test_type_word_at_either_end(typed, wanted):
    """The type word may come after the number."""
    query = parse_query(typed)
    assert (query.type, query.number, query.year) == wanted

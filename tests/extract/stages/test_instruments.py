"""Which mentions are one instrument, within a document and across documents."""

from datetime import date

import pytest

from extract.model import Header, Passage
from extract.stages.citations import find_citations
from extract.stages.instruments import find_held_key, find_instruments
from extract.stages.instruments.iri import issuer_slug
from extract.stages.instruments.places import Place, parse_place

DISTRICT = Header(doc_type="Kế hoạch", number="50", symbol="50/KH-UBND", issued_on=date(2020, 3, 3),
                  issuer="UBND huyện Thạch Thành", issuer_level="district")  # fmt: skip
COMMUNE = Header(doc_type="Kế hoạch", issuer="UBND xã Thượng Lộ", issuer_level="commune",
                 issued_on=date(2020, 1, 6))  # fmt: skip


def bind(text, header=DISTRICT):
    citations, _ = find_citations((Passage(0, "I. MỤC ĐÍCH"), Passage(1, text)), header)
    return find_instruments(citations, header)


def keys(text, header=DISTRICT):
    citations, instruments = bind(text, header)
    return [None if c.instrument is None else instruments[c.instrument].key for c in citations]


KEYS = {  # name: header, text, key of each citation (None: it could be two)
    "the year is in the symbol": (DISTRICT, "Nghị định số 061/2018/NĐ - CP", ["61/2018/nd-cp"]),
    "the year comes from the date": (
        DISTRICT, "Quyết định số 225/QĐ-TTg ngày 04/02/2016", ["225/qd-ttg#2016"]),
    "the same number in two years": (
        DISTRICT, "Quyết định số 225/QĐ-TTg ngày 04/02/2016; Quyết định số 225/QĐ-TTg ngày 1/2/2018; Quyết định số 225/QĐ-TTg",
        ["225/qd-ttg#2016", "225/qd-ttg#2018", None]),
    "an undated mention takes the one date": (
        DISTRICT, "Quyết định số 225/QĐ-TTg ngày 04/02/2016; theo Quyết định 225/QĐ-TTg",
        ["225/qd-ttg#2016"] * 2),
    "undated and alone": (DISTRICT, "Quyết định số 225/QĐ-TTg", ["225/qd-ttg#?"]),
    "Party: the term of the committee": (
        DISTRICT, "Nghị quyết số 18-NQ/TW ngày 25/10/2017; Nghị quyết số 18-NQ/TW ngày 16/6/2022; Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương khóa XII; Nghị quyết số 18-NQ/TW",
        ["18-nq/tw#k12", "18-nq/tw#k13", "18-nq/tw#k12", None]),
    "the place is printed": (
        DISTRICT, "Quyết định số 36/2019/QĐ-UBND của UBND tỉnh Hà Tĩnh; Kế hoạch số 72/KH-SNV ngày 11/02/2020 của Sở Nội vụ Thanh Hóa",
        ["36/2019/qd-ubnd@p.ha tinh", "72/kh-snv#2020@p.thanh hoa"]),
    "UBND huyện of a district's plan": (
        DISTRICT, "Kế hoạch số 89/KH-UBND ngày 14/5/2018 của Chủ tịch UBND huyện",
        ["89/kh-ubnd#2018@d.thach thanh"]),
    "UBND tỉnh of a district's plan, from the table of places": (
        DISTRICT, "Kế hoạch số 6/KH-UBND ngày 08/01/2020 của UBND tỉnh",
        ["6/kh-ubnd#2020@p.thanh hoa"]),
    "UBND huyện of a commune's plan stays open": (
        COMMUNE, "Kế hoạch số 174/KH-UBND ngày 26/12/2019 của UBND huyện",
        ["174/kh-ubnd#2019@d.?(ubnd xa thuong lo)"]),
    "unless the document names it": (
        COMMUNE, "Kế hoạch số 174/KH-UBND ngày 26/12/2019 của UBND huyện; Kế hoạch số 1/KH-HU ngày 2/1/2019 của UBND huyện Nam Đông",
        ["174/kh-ubnd#2019@d.nam dong", "1/kh-hu#2019@d.nam dong"]),
    "a law by name, its year alone or a short name": (
        DISTRICT, "Luật Đất đai 2003; Luật PCTN năm 2018; Luật Phòng, chống tham nhũng 2018",
        ["luat:13/2003/qh11", "luat:36/2018/qh14", "luat:36/2018/qh14"]),
    "a law by name: the version in force": (
        DISTRICT, "Luật Ban hành văn bản quy phạm pháp luật; Luật Đất đai năm 2003; Luật Đất đai ngày 18/01/2024",
        ["luat:80/2015/qh13", "luat:13/2003/qh11", "luat:31/2024/qh15"]),
    "a law by name is the law by number": (
        DISTRICT, "Luật Đất đai số 45/2013/QH13; Luật Đất đai", ["luat:45/2013/qh13"] * 2),
    "no date, no version": (Header(), "Luật Đất đai", ["luat dat dai#?"]),
    "a law that no table knows": (
        DISTRICT, "Luật Hoa Lá ngày 23 tháng 6 năm 2014", ["luat hoa la#2014"]),
    "a Luật and a Nghị quyết of one number": (
        DISTRICT, "Luật số 42/2017/QH14 và Nghị quyết số 42/2017/QH14",
        ["luat:42/2017/qh14", "nghi quyet:42/2017/qh14"]),
    "a short mention": (
        DISTRICT, "Nghị định số 61/2018/NĐ-CP; theo Nghị định 61 của Chính phủ",
        ["61/2018/nd-cp"] * 2),
    "a short mention of two": (
        DISTRICT, "Nghị định số 61/2018/NĐ-CP; Nghị định số 61/2010/NĐ-CP; theo Nghị định 61",
        ["61/2018/nd-cp", "61/2010/nd-cp", None]),
    "the document itself, whatever date it prints": (
        DISTRICT, "(Kèm theo Kế hoạch số 50 /KH-UBND ngày 3/02/2020) (Kèm theo Kế hoạch số 50/KH-UBND của UBND huyện)",
        ["50/kh-ubnd#2020@d.thach thanh"] * 2),
}  # fmt: skip


@pytest.mark.parametrize(("header", "text", "expected"), KEYS.values(), ids=KEYS)
def test_keys(header, text, expected):
    """A key holds what the kind of the symbol needs; what is not certain stays open."""
    assert keys(text, header) == expected


def test_how_an_instrument_is_called():
    """A law of unknown version keeps its name; capitals of a title give way to other print."""
    _, (law, decree) = bind(
        "Luật Cơ yếu ngày 26/11/2011; NGHỊ ĐỊNH SỐ 61/2018/NĐ-CP CỦA CHÍNH PHỦ; "
        "Nghị định số 61/2018/NĐ-CP của Chính phủ"
    )
    assert (law.symbol, law.title) == (None, "Luật Cơ yếu")
    assert (decree.symbol, decree.issuer) == ("61/2018/NĐ-CP", "Chính phủ")


def test_equal_keys_in_two_documents():
    """Documents of two provinces name a central instrument alike and a local one apart."""
    text = "Nghị định số 61/2018/NĐ-CP; Kế hoạch số 6/KH-UBND ngày 08/01/2020 của UBND tỉnh"
    other = Header(doc_type="Kế hoạch", issuer="UBND huyện Cẩm Xuyên", issuer_level="district",
                   issued_on=date(2020, 1, 31))  # fmt: skip
    (central, local), (central_too, local_too) = keys(text), keys(text, other)
    assert central == central_too
    assert local != local_too


def test_what_was_inferred_is_said():
    """The version of a law, the place and the binding of a short mention carry their reasons."""
    citations, _ = bind("Luật Đất đai; Kế hoạch số 89/KH-UBND ngày 14/5/2018 của UBND huyện")
    assert [[i.reason for i in c.inferred] for c in citations] == [
        ["version in force on 2020-03-03"], ["the document's own issuer"]]  # fmt: skip


def test_the_held_document_has_the_key_of_its_citations():
    """A plan that others cite is found by the key they give it."""
    assert (
        find_held_key(DISTRICT)
        == keys("theo Kế hoạch số 50/KH-UBND ngày 3/3/2020 của UBND huyện")[0]
    )
    assert find_held_key(Header(symbol="/KH-UBND", issued_on=date(2020, 1, 1))) is None
    assert find_held_key(Header(symbol="5/KH-UBND", number="5")) is None


IRIS = {  # name: text, IRI
    "decree": ("Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ",
               "/akn/vn/act/nghi-dinh/chinh-phu/2018/61"),
    "resolution with a letter": ("Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ",
                                 "/akn/vn/doc/nghi-quyet/chinh-phu/2011-11-08/30c"),
    "province": ("Quyết định số 36/2019/QĐ-UBND của UBND tỉnh Hà Tĩnh",
                 "/akn/vn-ha-tinh/act/quyet-dinh/ubnd-tinh-ha-tinh/2019/36"),
    "district, by its chairman": (
        "Kế hoạch số 078/KH-UBND ngày 03/04/2019 của Chủ tịch UBND huyện",
        "/akn/vn/doc/ke-hoach/ubnd-huyen-thach-thanh/2019-04-03/78"),
    "law by name": ("Luật Đất đai", "/akn/vn/act/luat/quoc-hoi/2013/45"),
    "without a date there is none": ("Quyết định số 225/QĐ-TTg của Thủ tướng Chính phủ", None),
    "without an issuer there is none": ("Nghị định số 61/2018/NĐ-CP", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "iri"), IRIS.values(), ids=IRIS)
def test_iris(text, iri):
    """Names follow Akoma Ntoso; what restarts each year or term needs its full date."""
    _, instruments = bind(text)
    assert [i.iri for i in instruments] == [iri]


PLACES = {  # issuer: its place
    "UBND tỉnh Hà Tĩnh": Place("province", "ha tinh"),
    "Ủy ban nhân dân thành phố Hà Nội": Place("province", "ha noi"),
    "UBND thành phố Vũng Tàu": Place("district", "vung tau"),
    "UBND thị xã Hoài Nhơn": Place("district", "hoai nhon"),
    "Chủ tịch UBND huyện": Place("district", ""),
    "UBND xã Thượng Lộ, huyện Nam Đông": Place("commune", "thuong lo"),
    "Sở Nội vụ Thanh Hóa": Place("province", "thanh hoa"),
    "Sở Công Thương": Place("province", ""),
    "Tỉnh ủy Thừa Thiên Huế": Place("province", "thua thien hue"),
    "Huyện ủy Nam Đông": Place("district", "nam dong"),
    "UBND": None,
    "Chính phủ": None,
}


@pytest.mark.parametrize(("issuer", "place"), PLACES.items(), ids=PLACES)
def test_places(issuer, place):
    assert parse_place(issuer) == place


def test_issuer_slug_names_the_body_and_its_place():
    assert issuer_slug("Phó Chủ tịch UBND huyện", "thach thanh") == "ubnd-huyen-thach-thanh"
    assert issuer_slug("Ủy ban nhân dân tỉnh Hà Tĩnh", "ha tinh") == "ubnd-tinh-ha-tinh"

"""The pages of ours: what each shows, what it gives to take away, odd addresses."""

import asyncio
import csv
import html
import io
import json
import re

import icalendar
import lxml.html
import pytest

from extract.browse.server import make_datasette

PAGES = (
    "/", "/tra-cuu", "/thoi-han", "/thoi-han?xem=don-vi", "/thoi-han?xem=qua-han",
    "/thoi-han?xem=khong-ngay", "/nhiem-vu", "/don-vi", "/don-vi?vai_tro=inspected", "/canh-bao",
    "/tim", "/kho",
)  # fmt: skip


def text_of(answer) -> str:
    """The words of a page, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", answer.text)).split())


def document_id(ask, name: str = "kh-50.docx") -> str:
    return ask("/kho/documents.json", _shape="array", file_name=name).json()[0]["id"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_in_vietnamese_without_script(path, ask):
    """Each page has the navigation, one heading, and nothing that runs."""
    answer = ask(path)
    assert answer.status_code == 200
    assert '<html lang="vi">' in answer.text
    assert "Tra cứu viện dẫn" in answer.text
    assert answer.text.count("<h1") == 1
    page = lxml.html.fromstring(answer.text)
    assert not page.xpath("//script")
    names = {name for element in page.iter("*") for name in element.attrib}
    assert not {name for name in names if name == "style" or name.startswith("on")}


@pytest.mark.parametrize("name", ["q", "don_vi", "loai", "xem", "thang", "nam", "ngay", "trang", "cap",
                                  "vai_tro"])  # fmt: skip
@pytest.mark.parametrize("value", ['"', "%", "-1", "9" * 30, "\x00", "';--", "<b>", "𝟙", "2020-13"])
def test_odd_parameters_are_no_error(name, value, ask):
    """A page answers whatever its parameters hold, and shows nothing of them as markup."""
    for path in ("/tra-cuu", "/thoi-han", "/nhiem-vu", "/don-vi", "/canh-bao", "/tim"):
        answer = ask(path, **{name: value})
        assert answer.status_code == 200, path
        assert "<b></" not in answer.text


def test_an_unknown_page_says_so_in_vietnamese(ask, capfd):
    """Errors are pages of ours, and an unknown address leaves no trace on the console."""
    answer = ask("/kho/documents/0000000000000000")
    assert answer.status_code == 404
    assert "Không có trang này" in text_of(answer)
    assert ask("/ke-hoach/0000000000000000.json").json()["ok"] is False
    assert ask("/khong-co").status_code == 404
    assert capfd.readouterr() == ("", "")


LOOKUPS = {  # query, words that must be on the page
    "one": ("nghi dinh 61/2018", ("Nghị định 61/2018/NĐ-CP", "chưa có trong kho", "khoản 2 Điều 5")),
    "none, with a near one": ("62/2018/NĐ-CP", ("Không kế hoạch nào", "Gần giống trong kho")),
    "not understood": ("mot hai ba", ("Chưa hiểu", "không có luật nào mang tên đó")),
    "no such day": ("Nghị định 61 ngày 31/02/2018", ("không có ngày 31/02/2018 trong lịch",)),
    "nothing typed": ("", ("Gõ số, ký hiệu hay tên văn bản",)),
}  # fmt: skip


@pytest.mark.parametrize(("query", "words"), LOOKUPS.values(), ids=LOOKUPS)
def test_lookup_says_what_it_found(query, words, ask):
    """One, none, not understood: each is said in Vietnamese."""
    shown = text_of(ask("/tra-cuu", q=query))
    for word in words:
        assert word in shown


def test_a_list_of_queries_gives_a_table(ask):
    """Lines are queries; the same list as CSV for Excel, as JSON a list of answers."""
    shown = text_of(ask("/tra-cuu", q="61/2018\n62/2018/NĐ-CP\nmot hai"))
    assert "3 câu tra cứu" in shown
    assert [shown.count(s) for s in ("một văn bản", "không hiểu")] == [1 + 1, 1]
    answers = ask("/tra-cuu.json", q="61/2018\n62/2018/NĐ-CP").json()
    assert [a["status"] for a in answers] == ["one", "none"]
    assert ask("/tra-cuu.json", q="61/2018").json()["status"] == "one"


def test_a_list_can_be_posted_as_text_or_file(browsed):
    """A form with a pasted list and a file of Excel (UTF-16) is read; a huge one is refused."""
    client = make_datasette(browsed).client

    def post(**fields):
        file = {"tep": ("a.csv", "7/QĐ-UBND;x\n".encode("utf-16"), "text/csv")}
        return asyncio.run(client.post("/tra-cuu", data=fields, files=file))

    assert "2 câu tra cứu" in text_of(post(q="61/2018", dang="bang"))
    assert post(q="61/2018", dang="csv").text.startswith("\ufeffCâu tra cứu,")
    assert "dài quá 200 kB" in text_of(post(q="61/2018\n" * 50_000))
    plain = asyncio.run(client.post("/tra-cuu", data={"q": "61/2018\n7/QĐ-UBND"}))
    assert "2 câu tra cứu" in text_of(plain)


def test_the_plan_page_marks_words_in_place(ask):
    """Citations, deadlines, units and doubts are marked where they stand, and link onward."""
    id_ = document_id(ask)
    page = ask(f"/kho/documents/{id_}").text
    assert re.search(rf'<a class="m citation" id="{id_}-c0000" href="/kho/instruments/\w+"', page)
    assert re.search(rf'<mark class="m deadline" id="{id_}-d0000"[^>]*>trước ngày 20/10/2020', page)
    assert re.search(r'<a class="m unit" [^>]*>Xã Đồng Lạc</a>', page)
    assert re.search(r'<a class="m unit" [^>]*>Phòng Nội vụ</a>', page)
    assert "trước 19/10/2020" in text_of(ask(f"/kho/documents/{id_}"))
    targets = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= targets


def test_the_plan_can_be_taken_away(ask):
    """JSON with all parts, ICS with the dated deadlines, CSV for Excel of each part."""
    id_ = document_id(ask)
    record = ask(f"/ke-hoach/{id_}.json").json()
    assert record["document"]["symbol"] == "50/KH-UBND"
    assert record["citations"][0]["pinpoints"] == [{"article": "5", "clause": "2", "point": None}]
    events = icalendar.Calendar.from_ical(ask(f"/ke-hoach/{id_}.ics").text).walk("VEVENT")
    assert len(events) == 2
    for part, rows in (("vien-dan", 3), ("nhiem-vu", 2), ("thoi-han", 3), ("canh-bao", 3)):
        answer = ask(f"/ke-hoach/{id_}/{part}.csv")
        assert answer.text.startswith("\ufeff")
        assert len(list(csv.reader(io.StringIO(answer.text)))) == rows + 1
    assert ask(f"/ke-hoach/{id_}").headers["location"] == f"/kho/documents/{id_}"


def test_the_instrument_page_quotes_each_plan(ask):
    """Who cites it, with sentence, role and pinpoint; what amends what."""
    found = ask("/kho/instruments.json", _shape="array", symbol="61/2018/NĐ-CP").json()[0]
    page = ask(f"/kho/instruments/{found['id']}")
    assert page.text.count("<blockquote>") == 3
    for word in ("căn cứ", "khoản 2 Điều 5", "chưa có trong kho", "Thường được viện dẫn cùng"):
        assert word in text_of(page)
    amended = ask("/kho/instruments.json", _shape="array", symbol="7/QĐ-UBND").json()[0]
    shown = text_of(ask(f"/kho/instruments/{amended['id']}"))
    assert "Quyết định 9/QĐ-UBND sửa đổi Quyết định 7/QĐ-UBND" in shown


def test_deadlines_by_month_unit_day_and_without_day(ask):
    """The same deadlines, four ways."""
    month = ask("/thoi-han", thang="2020-10")
    assert "Tháng 10 năm 2020" in text_of(month)
    assert month.text.count("gửi báo cáo") >= 2
    by_unit = text_of(ask("/thoi-han", xem="don-vi", nam="2020"))
    assert "Phòng Nội vụ 2 01/04/2020 – 30/06/2020" in by_unit
    past = text_of(ask("/thoi-han", xem="qua-han", ngay="01/07/2020"))
    assert "2 thời hạn đã qua, tính đến ngày 01/07/2020" in past
    assert "1 ngày" in past
    assert "thường xuyên" in text_of(ask("/thoi-han", xem="khong-ngay"))
    assert "Không có thời hạn nào" in text_of(ask("/thoi-han", thang="2020-10", don_vi="noi vu"))


def test_deadlines_of_a_unit_as_a_calendar(ask):
    """ICS of one unit and of all."""
    everything = icalendar.Calendar.from_ical(ask("/thoi-han.ics").text).walk("VEVENT")
    one = icalendar.Calendar.from_ical(ask("/thoi-han.ics", don_vi="noi vu").text).walk("VEVENT")
    assert (len(everything), len(one)) == (5, 2)


def test_a_calendar_is_not_endless(ask, monkeypatch):
    """Too many entries for a calendar program: the page says how to ask for fewer."""
    from extract.browse import routes

    monkeypatch.setattr(routes, "MOST_EVENTS", 3)
    answer = ask("/thoi-han.ics")
    assert answer.status_code == 413
    assert "hãy chọn đơn vị hoặc năm" in text_of(answer)
    assert ask("/thoi-han.ics", don_vi="noi vu", nam="2020").status_code == 200
    monkeypatch.undo()
    counts = [ask("/thoi-han.ics", nam=y).text.count("BEGIN:VEVENT") for y in ("2019", "2020")]
    assert counts == [0, 5]


def test_tasks_and_lists_of_units(ask):
    """Tasks of a unit found without marks; inspected units by place; the page of a unit."""
    assert "3 nhiệm vụ của “phong noi vu”" in text_of(ask("/nhiem-vu", don_vi="phong noi vu"))
    assert "Không có nhiệm vụ" in text_of(ask("/nhiem-vu", don_vi="noi vu", vai_tro="coordinating"))
    assert "2 đơn vị được kiểm tra" in text_of(ask("/don-vi", vai_tro="inspected"))
    unit = ask("/kho/units.json", _shape="array", name="Xã Đồng Lạc").json()[0]
    assert "Các xã được kiểm tra" in text_of(ask(f"/kho/units/{unit['id']}"))


def test_the_review_queue_by_kind(ask):
    """Flags in Vietnamese, one kind at a time."""
    assert "8 cảnh báo" in text_of(ask("/canh-bao"))
    shown = text_of(ask("/canh-bao", loai="duplicate_ordinal"))
    assert "2 cảnh báo: trùng số thứ tự" in shown


def test_full_text_marks_the_words(ask):
    """Words without marks find words with marks, and are shown marked."""
    page = ask("/tim", q="doan kiem")
    assert '<mark class="m doubt">Đoàn</mark> <mark class="m doubt">kiểm</mark>' in page.text
    assert "Không đoạn nào" in text_of(ask("/tim", q="xyzzy"))


def test_excel_has_a_mark_and_guards_formulas(ask):
    """A table as CSV for Excel: byte order mark, no cell is a formula."""
    answer = ask("/kho/tasks.excel", _size="max")
    assert answer.content.startswith("\ufeffid,".encode())
    assert "attachment" in answer.headers["content-disposition"]
    cells = [cell for row in csv.reader(io.StringIO(answer.text)) for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_the_feed_names_the_newest_plans(ask):
    """Atom with one entry a plan; hostile titles are text."""
    from xml.etree import ElementTree

    feed = ElementTree.fromstring(ask("/moi.atom").text)  # noqa: S314 - ours
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == 3


def test_days_are_shown_as_people_write_them_and_kept_iso(ask):
    """dd/mm/yyyy on pages, ISO in JSON."""
    assert "03/03/2020" in text_of(ask("/kho/documents"))
    row = ask("/kho/documents.json", _shape="array", file_name="kh-50.docx").json()[0]
    assert row["issued_on"] == "2020-03-03"
    assert json.dumps(row)


def test_rights_of_datasette_hold_for_our_pages(browsed):
    """A database that is closed to visitors is closed on every page."""
    datasette = make_datasette(browsed)
    datasette._metadata_local["databases"]["kho"]["allow"] = {"id": "root"}
    for path in ("/", "/thoi-han", "/tra-cuu?q=61/2018", "/tim?q=a", "/thoi-han.ics", "/moi.atom"):
        answer = asyncio.run(datasette.client.get(path))
        assert answer.status_code == 403 or "50/KH-UBND" not in answer.text, path

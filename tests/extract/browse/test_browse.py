"""Datasette over a real database: pages, canned queries, rights, hostile text."""

import asyncio
import dataclasses
import html
import json
import re
import tomllib
from pathlib import Path

import pytest

from extract.browse.asked import parse_day
from extract.browse.labels import UNIT_KINDS, WORDS
from extract.browse.metadata import make_metadata, metadata_json, schema_markdown
from extract.browse.queries import QUERIES
from extract.browse.server import make_datasette
from extract.browse.snippet import snippet
from extract.store.tables import TABLES, VIEWS

ROOT = Path(__file__).parents[3]
NASTY = '<script>alert("1")</script>'


@pytest.fixture(scope="module")
def get(tmp_path_factory, make_plan, store):
    """Ask a Datasette that holds three plans, one with hostile text."""
    database = tmp_path_factory.mktemp("browse") / "kho.db"
    store(database, [make_plan(), make_plan("kh-51.docx", b"two", "Tập huấn")])
    plan = make_plan("kh-52.docx", b"three", NASTY)
    passages = (dataclasses.replace(plan.passages[0], text=NASTY), *plan.passages[1:])
    tasks = (dataclasses.replace(plan.tasks[0], task="https://example.org/x"), *plan.tasks[1:])
    store(database, [dataclasses.replace(plan, passages=passages, tasks=tasks, deadlines=())])
    datasette = make_datasette(database)

    def ask(path: str, **params: str):
        return asyncio.run(datasette.client.get(path, params=params or None))

    return ask


def rows(get, path: str, **params: str) -> list[dict]:
    answer = get(f"{path}.json", _shape="array", **params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_committed_files_are_generated():
    """Metadata and data dictionary are what the schema says."""
    hint = "run: python -m extract.browse.metadata --write"
    assert (ROOT / "datasette_metadata.json").read_text("utf-8") == metadata_json(), hint
    assert (ROOT / "docs" / "schema.md").read_text("utf-8") == schema_markdown(), hint


def test_metadata_is_ascii():
    """Datasette reads the file in the encoding of the locale."""
    metadata_json().encode("ascii")


def test_every_column_has_help_in_both_languages():
    """The help of a column is Vietnamese, with English beside it."""
    help_ = make_metadata()["databases"]["kho"]["tables"]["citations"]["columns"]
    assert help_["page"] == "Trang – Page, or null."


def test_every_kind_of_unit_and_of_citation_has_a_word():
    """What the patterns may find is never shown under its English code."""
    for table, words in (("unit_kinds", UNIT_KINDS), ("citation", WORDS["kind"])):
        rows = tomllib.loads((ROOT / "patterns" / f"{table}.toml").read_text("utf-8"))["rows"]
        assert {row["kind"] for row in rows if "kind" in row} <= set(words)


def test_every_table_and_view_has_a_vietnamese_title():
    """Nothing is shown under its bare name."""
    tables = make_metadata()["databases"]["kho"]["tables"]
    for described in (*TABLES, *VIEWS):
        assert tables[described.name]["title"] == described.label


@pytest.mark.parametrize("name", [d.name for d in (*TABLES, *VIEWS)])
def test_every_public_table_opens_and_no_private_one(name, get):
    """Tables and views are served with their facets; bookkeeping is not."""
    private = {t.name for t in TABLES if not t.public}
    assert get(f"/kho/{name}").status_code == (403 if name in private else 200)


PATHS = {
    "empty search": ("/kho/passages?_search=", 200), "quote": ('/kho/passages?_search="', 200),
    "star": ("/kho/passages?_search=*&_sort=id", 200),
    "home": ("/", 200), "database": ("/kho", 200), "visitor's SQL": ("/kho?sql=select+1", 403),
    "where": ("/kho/documents?_where=1=1", 403), "download": ("/kho.db", 403),
    "full-text internals": ("/kho/passages_fts_data", 403), "style": (
        "/-/static-plugins/trichluc/trichluc.css", 200),
    "no file of ours": ("/-/static-plugins/trichluc/../plugin.py", 404),
    "sorted by no column": ("/kho/documents?_sort=x", 400),
    "grouped by no column": ("/kho/documents.json?_facet=%00", 400),
    "grouped by what is no JSON": ("/kho/documents.json?_facet_array=%7B", 400),
    "endless name of a file": ("/-/static-plugins/trichluc/" + "x" * 3000, 404),
    "unknown document": ("/kho/documents/0000000000000000", 404),
}  # fmt: skip


@pytest.mark.parametrize(("path", "status"), PATHS.values(), ids=PATHS)
def test_what_is_served(path, status, get):
    """Read-only, without SQL of visitors, without the file itself."""
    answer = get(path)
    assert answer.status_code == status
    assert "default-src 'self'" in answer.headers["content-security-policy"]


HOSTILE = [
    "",
    " ",
    '"',
    '""',
    "*",
    "(",
    "a AND",
    "NEAR(",
    "/",
    "%",
    "_",
    "';--",
    "\x00",
    "\u202e\ufffe\U0010ffff",
    "x" * 5000,
]


@pytest.mark.parametrize("query", QUERIES, ids=[q.name for q in QUERIES])
@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value[:8]))
def test_canned_queries_stand_any_input(query, value, get):
    """Odd input gives an answer, not an error."""
    names = [name for name, _, _ in query.parameters]
    assert get(f"/kho/{query.name}").status_code == 200
    answer = get(f"/kho/{query.name}.json", _shape="array", **dict.fromkeys(names, value))
    assert answer.status_code == 200, answer.text
    if query.name != "thoi_han":
        assert answer.json() == []


def test_a_nul_byte_parts_words(get):
    """A NUL, which SQLite takes for the end of a text, hides nothing that stands after it."""
    assert rows(get, "/kho/tim_toan_van", q="\x00doan\x00kiem") != []
    assert rows(get, "/kho/tim_toan_van", q="\x00doan\x00xyzzy") == []


def test_empty_input_finds_nothing(get):
    """Only the list of deadlines has a meaning without input: all that have a date."""
    found = {q.name: len(rows(get, f"/kho/{q.name}", **{n: "" for n, _, _ in q.parameters}))
             for q in QUERIES}  # fmt: skip
    assert found == {
        "tra_cuu_vien_dan": 0, "thoi_han": 4, "nhiem_vu_don_vi": 0, "tim_toan_van": 0
    }  # fmt: skip


def test_due_between_two_days(get):
    """Days as people type them, one side open or both given."""

    def due(a, b):
        return {r["due_on"] for r in rows(get, "/kho/thoi_han", tu_ngay=a, den_ngay=b)}

    assert due("1/6/2020", "30/06/2020") == {"2020-06-30"}
    assert due("2020-07-01", "") == {"2020-10-19"}
    assert due("", "30.6.2020") == {"2020-06-30"}
    assert due("31/02/2020", "") == set()


DAYS = {"vietnamese": ("1/6/2020", "2020-06-01"), "iso": ("2020-6-1", "2020-06-01"),
        "no such day": ("31/2/2020", None), "words": ("mai", None), "none": (None, None),
        "long": ("1" * 100_000, None)}  # fmt: skip


@pytest.mark.parametrize(("typed", "expected"), DAYS.values(), ids=DAYS)
def test_days(typed, expected):
    """What people type as a day."""
    assert parse_day(typed) == expected


def test_tasks_of_a_unit_without_marks(get):
    """The name of a unit is found without marks and in part."""
    found = rows(get, "/kho/nhiem_vu_don_vi", don_vi="phong noi")
    assert [r["role"] for r in found] == ["lead"] * 3


def test_full_text_with_its_place(get):
    """Words with and without marks; the text shown is the text of the document."""
    found = rows(get, "/kho/tim_toan_van", q="doan kiem tra")
    assert {r["text"] for r in found} == {"Đoàn kiểm tra gửi báo cáo trước ngày 20/10/2020."}
    assert len(rows(get, "/kho/passages", _search="nghi dinh 61/2018")) == 3
    assert rows(get, "/kho/passages", _search="xyzzy") == []  # an unknown index would return all


def test_text_of_documents_is_never_markup(get):
    """A script in a title or a text is shown, not run; an address in a cell is no link."""
    document = rows(get, "/kho/documents", file_name="kh-52.docx")[0]["id"]
    for path in ("/kho/documents", f"/kho/documents/{document}", "/kho/passages", "/kho/v_due",
                 "/kho/tim_toan_van?q=alert", "/kho/tra_cuu_vien_dan?van_ban=61/2018"):  # fmt: skip
        page = get(path).text
        assert NASTY not in page
    assert html.escape(NASTY, quote=False) in html.unescape(
        get(f"/kho/documents/{document}").text
    ).replace(NASTY, html.escape(NASTY, quote=False))
    assert 'href="https://example.org' not in get("/kho/tasks").text


def test_the_document_page_shows_all_parts_with_anchors(get):
    """Header, citations, deadlines, tasks, doubts, text and table; each link has its target."""
    document = rows(get, "/kho/documents", file_name="kh-50.docx")[0]["id"]
    page = get(f"/kho/documents/{document}").text
    text = html.unescape(page)
    for part in (
        "50/KH-UBND",
        "Nguyễn Văn A",
        "trước ngày 20/10/2020",
        "khoản 2 Điều 5",
        "Rà soát thủ tục",
        "no outline",
        "Các xã được kiểm tra",
        "Phụ lục 1 – Phân công",
    ):
        assert part in text
    targets = set(re.findall(r'id="([0-9a-f]{16}-[pcdf]\d+)"', page))
    links = set(re.findall(rf'href="#({document}-[pcdf]\d+)"', page))
    assert links
    assert links <= targets


def test_a_citation_links_to_its_place(get):
    """In tables and queries the passage of a citation is a link to the page of its document."""
    assert re.search(r'href="/kho/documents/[0-9a-f]{16}#[0-9a-f]{16}-p00001"',
                     get("/kho/citations").text)  # fmt: skip


SNIPPETS = {  # text, query, part that must be shown
    "short text is whole": ("một hai", "hai", "một hai"),
    "far hit": ("x " * 400 + "Đoàn kiểm tra " + "y " * 400, "doan kiem", "Đoàn kiểm tra"),
    "no hit shows the start": ("bắt đầu " + "y " * 400, "zzz", "bắt đầu"),
    "no blanks": ("z" * 1000, "z", "z"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "query", "part"), SNIPPETS.values(), ids=SNIPPETS)
def test_snippet(text, query, part):
    """The part of the text around the words, in its own spelling."""
    shown = snippet(text, query)
    assert part in shown
    assert len(shown) <= max(242, len(part))


def test_counts_on_the_home_page(get):
    """The home page says what the archive holds; every question of ours is on the data page."""
    assert "<b>3</b> văn bản" in html.unescape(get("/").text)
    page = html.unescape(get("/kho").text)
    assert all(query.title in page for query in QUERIES)


def test_the_committed_metadata_works_with_plain_datasette(database):
    """The file at the top of the project serves a database named kho without our command."""
    from datasette.app import Datasette

    metadata = json.loads((ROOT / "datasette_metadata.json").read_text("ascii"))
    datasette = Datasette([str(database)], metadata=metadata)
    answer = asyncio.run(datasette.client.get("/kho/passages.json?_search=doan&_shape=array"))
    assert len(answer.json()) == 2


def test_pages_speak_vietnamese_and_data_keeps_its_codes(get):
    """Columns, facets and codes are shown in Vietnamese; JSON has the codes and all columns."""
    page = html.unescape(get("/kho/citations").text)
    for shown in ("Nguyên văn", "Vai trò", ">căn cứ<"):
        assert shown in page
    assert 'data-column="start"' not in page
    row = rows(get, "/kho/citations")[0]
    assert (row["role"], row["start"]) == ("legal_basis", 8)
    found = html.unescape(get("/kho/tra_cuu_vien_dan", van_ban="61/2018").text)
    assert "Văn bản được viện dẫn" in found
    assert re.search(r'href="/kho/documents/[0-9a-f]{16}#[0-9a-f]{16}-p00001">Kiểm tra</a>', found)


def test_a_pinpoint_or_a_name_is_understood(get):
    """The citation query takes what the command takes."""
    assert len(rows(get, "/kho/tra_cuu_vien_dan", van_ban="nghi dinh 61/2018/nd-cp")) == 3
    assert len(rows(get, "/kho/tra_cuu_vien_dan", van_ban="Điều 5 NĐ 61/2018")) == 3
    assert rows(get, "/kho/tra_cuu_vien_dan", van_ban="Điều 6 NĐ 61/2018") == []
    assert rows(get, "/kho/tra_cuu_vien_dan", van_ban="62/2018/NĐ-CP") == []
